"""Near misses to learn from: two real names a letter or two apart, which are different people.

Lists of pairs hardly have such pairs, yet in a large list of entities they are the commonest false friends. They are
made from lists of real family and given names: the same name with another family name or given name of the
same language that is close by its letters, most of them written in Latin on one side or both.
"""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from translit.learn.material import rows
from translit.matching.alignment.align import costs
from translit.matching.alignment.costs import Encoded, cost_table
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import loose_readings, pivots
from translit.writing.registry import scheme_of

SCHEMES = {
    "ru": ("ru-bgnpcgn-1947", "ru-icao-9303", "ru-scholarly", "ru-press-de", "ru-press-fr", "ru-press-pl"),
    "uk": ("uk-ua-2010", "uk-scholarly", "uk-press-de", "uk-press-pl"),
}
CLOSE = 2  # letters
FEWEST_NATS = 1.6  # below this two words may be spellings of one name in two languages
FEWEST_NATS_IN_ONE = 0.35  # and below this in one language (Наталья, Наталия)
ALONE = 0.25  # of family names, also without a given name
WORDS = 400  # of each kind and language
Pair = tuple[str, str]


def near_misses(path: Path, seed: int = 20) -> list[Pair]:
    """Pairs of names of different people, from the list of uk and ru names (entity ids name the kind of name)."""
    generator = random.Random(seed)
    found: list[Pair] = []
    for language in ("ru", "uk"):
        names = _by_kind(path, language)
        listed = _listed(names["first"])
        family, given = (_close_pairs(some, generator) for some in (names["last"], list(listed)))
        for one, other, apart in family:
            first, middle = generator.choice(names["first"]), generator.choice(names["patronymic"])
            start = f"{first} {middle}" if generator.random() < 0.3 else first
            if generator.random() < ALONE:
                found += _written(one, other, language, apart, generator)
            found += _written(f"{start} {one}", f"{start} {other}", language, apart, generator)
        for one, other, apart in given:
            if listed[one] & listed[other]:  # Катерина and Екатерина are one name
                continue
            last = generator.choice(names["last"])
            found += _written(f"{one} {last}", f"{other} {last}", language, apart, generator)
    return found


def _by_kind(path: Path, language: str) -> dict[str, list[str]]:
    kinds: dict[str, set[str]] = {"first": set(), "last": set(), "patronymic": set()}
    for entity, tongue, name in rows(path):
        kind = entity.split(":")[1]
        if tongue == language and kind in kinds and len(name) > 3:
            kinds[kind].add(name)
    return {kind: sorted(names) for kind, names in kinds.items()}


def _listed(names: list[str]) -> dict[str, set[int]]:
    """Those that our lists know as given names, and in which sets: a letter apart, rare ones look like slips."""
    tokens = [fold(name) for name in names]
    firsts = [read[0] for read in pivots.many(tokens)]
    found = given_names().sets_as_read(tokens, firsts, loose_readings.many(tokens))
    return {name: set(sets) for name, sets in zip(names, found, strict=True) if sets}


def _close_pairs(names: list[str], generator: random.Random) -> list[tuple[str, str, float]]:
    """Pairs of different names with few letters between them, and their distance in nats."""
    chosen = generator.sample(names, min(WORDS, len(names)))
    distance = process.cdist(chosen, names, scorer=Levenshtein.distance, score_cutoff=CLOSE, dtype=np.uint8)
    pairs: list[Pair] = []
    for row, name in enumerate(chosen):
        close = [names[column] for column in np.nonzero((distance[row] <= CLOSE) & (distance[row] > 0))[0]]
        if close:
            pairs.append((name, generator.choice(close)))
    table = cost_table()
    left, right = (Encoded(table, [fold(pair[side]) for pair in pairs]) for side in (0, 1))
    every = np.arange(len(pairs), dtype=np.int32)
    apart = costs(table, left, right, every, every)
    return [(*pair, float(nats)) for pair, nats in zip(pairs, apart, strict=True)]


def _written(one: str, other: str, language: str, apart: float, generator: random.Random) -> list[Pair]:
    """The pair as it is, or in Latin on one side or both; nothing where the two may be one name so written."""
    way = generator.random()
    first, second = (scheme_of(generator.choice(SCHEMES[language])).transliterate for _ in range(2))
    if apart < (FEWEST_NATS_IN_ONE if way < 0.55 else FEWEST_NATS):
        return []
    if way < 0.35:
        return [(one, other)]
    if way < 0.55:
        return [(first(one), first(other))]
    return [(one, second(other)) if way < 0.75 else (first(one), second(other))]
