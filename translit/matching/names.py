"""Parsed names as arrays over their distinct tokens: what the evidence is computed from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from translit.matching import lexicon
from translit.matching.endings import patronymic_gender
from translit.matching.fold import CYRILLIC, LETTERS
from translit.matching.given import given_names, given_sets
from translit.matching.name import Name
from translit.matching.reading import likeliest_key
from translit.matching.token import FATHERS, MOST_TOKENS
from translit.matching.units import CostTable, Encoded, cost_table

SLOTS = MOST_TOKENS
GENDERS = {"": 0, "m": 1, "f": 2}
MOST_SETS = 12
_FATHER = "\0"  # marks a word that is a patronymic, since as a name it would be another token
CLASSES = "pbfmnlrkhstd"  # classes of consonants that tell tokens apart


class Names:
    """Names as arrays.

    Per name: `ids`, `roles` and `places` (FAMILY, NOT_FAMILY or 0) of its tokens [names, SLOTS]; `gender`,
    `orthography` and the `counts` of tokens [names]. Per distinct token: `encoded` units and what `describe`
    knows of it: `sounds`, `keys`, `sets` and `forms` of given names, `group` of family names, `rarity`, `first`
    letter, whether it is `cyrillic` or `like_patronymic`. Token 0 is no token.
    """

    def __init__(self, names: Sequence[Name], table: CostTable | None = None) -> None:
        self.table = table or cost_table()
        count = len(names)
        self.ids = np.zeros((count, SLOTS), dtype=np.int32)
        self.roles, self.places = np.zeros((2, count, SLOTS), dtype=np.int8)
        self.gender = np.array([GENDERS[name.gender] for name in names], dtype=np.int8)
        self.orthography = np.array([name.orthography for name in names], dtype=np.int8)
        self.counts = np.array([len(name.codes) for name in names], dtype=np.int64)
        words = list(chain.from_iterable([name.folded for name in names]))
        codes = np.array(list(chain.from_iterable([name.codes for name in names])), dtype=np.int8)
        for place in np.nonzero(codes == FATHERS)[0].tolist():
            words[place] = _FATHER + words[place]
        index = {word: number for number, word in enumerate(dict.fromkeys(words), 1)}
        used = np.arange(SLOTS)[None, :] < self.counts[:, None]
        self.ids[used] = [index[word] for word in words]
        self.roles[used] = codes
        self.places[used] = list(chain.from_iterable([name.places for name in names]))
        self.tokens = ["", *(word.removeprefix(_FATHER) for word in index)]
        self._describe([False, *(word[0] == _FATHER for word in index)])

    def _describe(self, father: Sequence[bool]) -> None:
        self.encoded = Encoded(self.table, self.tokens)
        known = [describe(token, is_father) for token, is_father in zip(self.tokens, father, strict=True)]
        self.sets = np.full((len(known), MOST_SETS), -1, dtype=np.int32)
        self.forms = np.zeros((len(known), MOST_SETS), dtype=np.int8)
        for row, one in enumerate(known):
            for column, (number, form) in enumerate(one.sets):
                self.sets[row, column], self.forms[row, column] = number, form
        self.group = np.array([one.group for one in known], dtype=np.int32)
        self.rarity = np.array([one.rarity for one in known], dtype=np.float32)
        self.first = np.array([one.first for one in known], dtype=np.int16)
        self.cyrillic = np.array([one.cyrillic for one in known], dtype=np.bool_)
        self.like_patronymic = np.array([one.like_patronymic for one in known], dtype=np.bool_)
        self.sounds = np.array([one.sounds for one in known], dtype=np.int8)
        self.keys = [one.key for one in known]


class Description(NamedTuple):
    """What is known of one token by itself."""

    sets: tuple[tuple[int, int], ...]
    group: int
    rarity: float
    first: int
    cyrillic: bool
    like_patronymic: bool
    key: str
    sounds: tuple[int, ...]


@lru_cache(maxsize=1 << 17)
def describe(token: str, father: bool) -> Description:
    """What is known of a folded token: as a name, or as a patronymic; of no token, nothing."""
    if not token:
        return Description((), -1, 0.0, 0, False, False, "", (0,) * len(CLASSES))
    given = given_names()
    sets = given.father(token) if father else given_sets(token)
    key = likeliest_key(token).replace("g", "h")
    return Description(
        sets=tuple(sets.items())[:MOST_SETS],
        group=lexicon.family_groups().get(token, -1),
        rarity=lexicon.rarity(token),
        first=LETTERS.find(token[0]) + 1,
        cyrillic=token[0] in CYRILLIC,
        like_patronymic=bool(patronymic_gender(token)[0]),
        key=key,
        sounds=tuple(map(key.count, CLASSES)),
    )
