"""Parsed names as arrays over their distinct tokens: what the evidence is computed from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import regex

from translit.matching import lexicon
from translit.matching.align import CostTable, Encoded, cost_table
from translit.matching.fold import ALPHABET, CYRILLIC
from translit.matching.name import CORE, GENERATION, INITIAL, MOST_TOKENS, PARTICLE, PATRONYMIC, Name
from translit.matching.reading import keys

SLOTS = MOST_TOKENS
CORES, FATHERS, INITIALS, GENERATIONS, SECOND_INITIALS, PARTICLES = 1, 2, 3, 4, 5, 6
ROLE_CODES = {
    CORE: CORES, PATRONYMIC: FATHERS, INITIAL: INITIALS, GENERATION: GENERATIONS, PARTICLE: PARTICLES,
}  # fmt: skip
FAMILY, NOT_FAMILY = 1, 2  # places in a name that are known
GENDERS = {"": 0, "m": 1, "f": 2}
MOST_SETS = 6
CLASSES = "pbfmnlrkhstd"  # classes of consonants that tell tokens apart


class Names:
    """Names as arrays.

    Per name: `ids`, `roles` and `places` (FAMILY, NOT_FAMILY or 0) of its tokens [names, SLOTS]; `gender`,
    `orthography` and the `counts` of tokens [names]. Per distinct token: `encoded` units and what `describe`
    knows of it: `sounds`, `sets` and `forms` of given names, `group` of family names, `rarity`, `first` letter, whether
    it is `cyrillic` or `like_patronymic`. Token 0 is no token.
    """

    def __init__(self, names: Sequence[Name], table: CostTable | None = None) -> None:
        self.table = table or cost_table()
        index: dict[tuple[str, bool], int] = {("", False): 0}
        count = len(names)
        self.ids = np.zeros((count, SLOTS), dtype=np.int32)
        self.roles, self.places = np.zeros((2, count, SLOTS), dtype=np.int8)
        self.gender = np.fromiter((GENDERS[name.gender] for name in names), dtype=np.int8, count=count)
        for row, name in enumerate(names):
            roles = role_codes(name)
            for slot, (token, code) in enumerate(zip(name.tokens[:SLOTS], roles, strict=False)):
                self.ids[row, slot] = index.setdefault((token.folded, code == FATHERS), len(index))
                self.roles[row, slot] = code
            self.places[row, : len(roles)] = places(name, roles)
        self.orthography = np.fromiter((orthography(name.text) for name in names), dtype=np.int8, count=count)
        self.counts = (self.roles > 0).sum(axis=1)
        self.tokens = [token for token, _ in index]
        self._describe([father for _, father in index])

    def _describe(self, father: Sequence[bool]) -> None:
        count = len(self.tokens)
        self.encoded = Encoded(self.table, self.tokens)
        self.sets = np.full((count, MOST_SETS), -1, dtype=np.int32)
        self.forms = np.zeros((count, MOST_SETS), dtype=np.int8)
        self.group = np.full(count, -1, dtype=np.int32)
        self.sounds = np.zeros((count, len(CLASSES)), dtype=np.int8)
        self.first = np.zeros(count, dtype=np.int16)
        self.rarity = np.zeros(count, dtype=np.float32)
        self.cyrillic, self.like_patronymic = np.zeros((2, count), dtype=np.bool_)
        for row, token in enumerate(self.tokens[1:], 1):
            known = describe(token, father[row])
            for column, (number, form) in enumerate(known.sets):
                self.sets[row, column], self.forms[row, column] = number, form
            self.group[row], self.rarity[row], self.first[row] = known.group, known.rarity, known.first
            self.cyrillic[row], self.like_patronymic[row] = known.cyrillic, known.like_patronymic
            self.sounds[row] = known.sounds


class Description(NamedTuple):
    """What is known of one token by itself."""

    sets: tuple[tuple[int, int], ...]
    group: int
    rarity: float
    first: int
    cyrillic: bool
    like_patronymic: bool
    sounds: tuple[int, ...]


@lru_cache(maxsize=1 << 17)
def describe(token: str, father: bool) -> Description:
    """What is known of a folded token: as a name, or as a patronymic."""
    given = lexicon.given_names()
    sets = given.father(token) if father else given.sets(token)
    key = keys(token)[0].replace("g", "h")
    return Description(
        sets=tuple(sets.items())[:MOST_SETS],
        group=lexicon.family_groups().get(token, -1),
        rarity=lexicon.rarity(token),
        first=ALPHABET.find(token[0]) + 1,
        cyrillic=token[0] in CYRILLIC,
        like_patronymic=bool(lexicon.patronymic_gender(token)[0]),
        sounds=tuple(map(key.count, CLASSES)),
    )


_UKRAINIAN = regex.compile(r"[іїєґ]|ськ|цьк|олодимир|икола|митро|авло\b|етро\b|\bо(?:лекс|лена)")
_BULGARIAN_OR_SERBIAN = regex.compile(r"[јњљћђџѓќѕ]|ъ(?![еёюя])")


def orthography(text: str) -> int:
    """Which Cyrillic orthography a name is written in, where its letters tell: 1 Russian, 2 Belarusian, 3 Ukrainian.

    >>> [orthography(name) for name in ("Зеленский", "Зяленскі Ўладзімір", "Зеленський Володимир", "Zelensky")]
    [1, 2, 3, 0]
    """
    small = text.lower()
    letters = set(small)
    if _BULGARIAN_OR_SERBIAN.search(small):
        return 0
    if "и" in letters:
        return 3 if _UKRAINIAN.search(small) else 1
    return 2 if letters & set("ўі") and letters & set("ўыэё") else 0


def role_codes(name: Name) -> list[int]:
    """The role of each token as a number; the second of two initials is told from the first."""
    codes = [ROLE_CODES[token.role] for token in name.tokens[:SLOTS]]
    seen = False
    for index, code in enumerate(codes):
        if code == INITIALS:
            codes[index] = SECOND_INITIALS if seen else INITIALS
            seen = True
    return codes


def places(name: Name, codes: Sequence[int]) -> list[int]:
    """Which tokens are known to be the family name and which not: by a comma, capitals or the patronymic."""
    tokens = name.tokens[: len(codes)]
    if any(token.family for token in tokens):
        return [FAMILY if token.family else NOT_FAMILY for token in tokens]
    if FATHERS in codes and codes.index(FATHERS) > 0:
        given = codes.index(FATHERS) - 1
        return [NOT_FAMILY if index == given or code != CORES else FAMILY for index, code in enumerate(codes)]
    if INITIALS in codes and codes.count(CORES) == 1:
        return [FAMILY if code == CORES else NOT_FAMILY for code in codes]
    return [0] * len(codes)
