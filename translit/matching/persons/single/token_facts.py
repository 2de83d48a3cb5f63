"""What is said of one token, as plain values: what `comparing.arrays` says of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from translit.matching.alignment.costs import WIDTH
from translit.matching.persons.comparing import slip_pairs
from translit.matching.persons.comparing.arrays import CLASSES, MOST_SETS, PLACES, RAREST_GIVEN, father_sets
from translit.matching.persons.comparing.glued_articles import may_be_glued
from translit.matching.persons.lexicon.facts import Known, known
from translit.matching.phonetics.fold import CYRILLIC
from translit.memo import memoized


def single(value: float) -> float:
    """A number in single precision."""
    return float(np.float32(value))


_single_rarity = lru_cache(maxsize=1 << 12)(single)  # many words are as rare as one another


_RAREST_GIVEN = single(RAREST_GIVEN)
_CYRILLIC = frozenset(CYRILLIC)
TokenKey = tuple[str, bool]  # a folded token, and whether it is a patronymic


@dataclass(slots=True, eq=False)
class TokenFacts:
    """What `arrays.Names` says of a token, as values; of one token there is one, so that it can be a key itself."""

    text: str
    father: bool
    length: int
    sounds: str  # the consonants of its key that tell tokens apart, sorted
    key: str
    pivot: str
    sets: tuple[tuple[int, int], ...]
    group: int
    rarity: float
    open: bool
    given_gender: str
    like_patronymic: bool
    cyrillic: bool
    only_consonants: bool
    derivation: int
    doubt: int
    first: int
    glued: bool


@memoized
def facts(tokens: Sequence[TokenKey]) -> list[TokenFacts]:
    """What is said of each folded token; with it, whether it is a patronymic.

    >>> facts(("юзік", False)).cyrillic, facts(("юзік", False)).sets != ()
    (True, True)
    """
    texts = [text for text, _ in tokens]
    fathers = iter(father_sets.many([text for text, father in tokens if father]))
    return [
        _facts(text, father, said, next(fathers) if father else said.sets)
        for (text, father), said in zip(tokens, known.many(texts), strict=True)
    ]


def _facts(text: str, father: bool, said: Known, sets: tuple[tuple[int, int], ...]) -> TokenFacts:
    sets = sets[:MOST_SETS]
    rarity = _single_rarity(said.rarity)
    is_open = text != "" and not text.islower()
    return TokenFacts(
        text=text,
        father=father,
        length=min(len(text) + 1, WIDTH),
        sounds="".join([sound for sound in sorted(said.key) if sound in CLASSES]),
        key=said.key,
        pivot=said.pivot,
        sets=sets,
        group=said.group,
        rarity=min(rarity, _RAREST_GIVEN) if sets else rarity,
        open=is_open,
        given_gender=said.given_gender,
        like_patronymic=said.father != "",
        cyrillic=text[:1] in _CYRILLIC,
        only_consonants=not (sets or is_open) and slip_pairs.only_consonants(text) and not said.family,
        derivation=said.derivation,
        doubt=said.doubt,
        first=PLACES.get(text[:1], 0),
        glued=may_be_glued(text),
    )
