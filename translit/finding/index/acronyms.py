"""Acronyms: an organization is found by the first letters of its words, and one that is named by them by the words.

The entries are readings of the letters, so that BNTU leads to what БНТУ leads to. How probably the two are one is
left to the comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import UInt32s
from translit.finding.index.query import folded_words
from translit.finding.index.text_column import Lines
from translit.matching.phonetics.pivots import pivots
from translit.matching.places_orgs.lexicon.folded_words import words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import LEGAL, SMALL
from translit.matching.places_orgs.reading.initials import MOST_ACRONYM
from translit.matching.places_orgs.reading.parse import parse_thing

MOST = 48  # different names that share a reading; where more do, the letters say nothing
CUT = 4  # letters from which on one may be left out
SHORT = 3  # letters of words that acronyms may leave out: of, der, για
BRACKETS = frozenset("([")


class Acronyms:
    """The readings, sorted, and the names of each: those of reading k are names[firsts[k] : firsts[k + 1]]."""

    def __init__(self, lines: Lines, firsts: UInt32s, names: UInt32s) -> None:
        self._lines, self._firsts, self._names = lines, firsts, names

    def find(self, text: str) -> UInt32s:
        """The names that a text may be the acronym of, or whose acronym it may spell out, sorted."""
        asked = [letters for letters in _asked(text) if 2 <= len(letters) <= MOST_ACRONYM]
        wanted = {reading for found in pivots.many(asked) for reading in found}
        places = sorted({self._lines.find(reading) for reading in wanted} - {-1})
        found = [self._names[self._firsts[place] : self._firsts[place + 1]] for place in places]
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.uint32)


def acronym_parts(
    names: Iterable[Sequence[int]], numbers: Iterable[int], words: Sequence[str], folded: Sequence[Sequence[str]]
) -> tuple[dict[str, NDArray[Any]], dict[str, Lines]]:
    """The arrays and lines for `Acronyms`.

    `names` are names of organizations as numbers of their words, `numbers` their own; `folded` has what each word
    folds to, by `folded_words`. First letters are worked once a word: to parse each name, as `_spelled_out` does for
    queries and brackets, would take half a millisecond a name.
    """
    beside = _beside()
    known: dict[int, tuple[str, str, str]] = {}
    found: dict[str, dict[tuple[int, ...], list[int]]] = {}  # letters → names, those of the same words together
    for number, name in zip(numbers, names, strict=True):
        for word in name:
            if word not in known:
                known[word] = _letters(words[word], folded[word], beside)
        rows = [known[word] for word in name]
        main, capitals = "".join([row[1] for row in rows]), "".join([row[2] for row in rows])
        spelled = {*firsts([row[0] for row in rows], main), capitals if len(main) == 1 else ""}
        if any(not BRACKETS.isdisjoint(words[word]) for word in name):
            spelled = _spelled_out(" ".join(words[word] for word in name))
        for letters in spelled:
            if 2 <= len(letters) <= MOST_ACRONYM:
                found.setdefault(letters, {}).setdefault(tuple(name), []).append(number)
    of_reading: dict[str, dict[tuple[int, ...], list[int]]] = {}
    for letters, readings in zip(found, pivots.many(list(found)), strict=True):
        for reading in filter(None, readings):
            of_reading.setdefault(reading, {}).update(found[letters])
    telling = {
        reading: sorted(number for same in of_reading[reading].values() for number in same)
        for reading in sorted(of_reading)
        if len(of_reading[reading]) <= MOST
    }
    arrays = {
        "acronym_firsts": np.cumsum([0, *map(len, telling.values())]).astype(np.uint32),
        "acronym_names": np.array([name for mine in telling.values() for name in mine], dtype=np.uint32),
    }
    return arrays, {"acronyms": Lines.of(list(telling))}


def firsts(words: Sequence[str], main: str) -> set[str]:
    """The acronyms that words may have, by what each begins with, small words marked with a stop behind it.

    That is of all, of those that aren't small, and of the main ones, each without the last one too: a country, a legal
    form.

    >>> sorted(firsts(["s", "n", "d.", "c", "d.", "f", "f"], "sncff"))
    ['sncf', 'sncff', 'sndcdf', 'sndcdff']
    """
    every = "".join(words).replace(".", "")
    long = "".join([word for word in words if "." not in word])
    return {*(every, long, main), *(letters[:-1] for letters in (every, long, main) if len(letters) >= CUT)}


@cache
def _beside() -> frozenset[str]:
    """Words that stand beside a name: small ones and legal forms."""
    return lexicon("organization").words(SMALL, LEGAL)


def _asked(text: str) -> set[str]:
    """The acronyms that a query is, or that its words may have."""
    rows = [_letters(word, folded_words(word), _beside()) for word in words_of(text)]
    return _spelled_out(text) | (firsts([row[0] for row in rows], "".join([row[1] for row in rows])) if rows else set())


def _spelled_out(text: str) -> set[str]:
    """The acronyms that a text is, or has the words of."""
    things = parse_thing(text, "organization")
    return {letters for thing in things for letters in (thing.acronym, *thing.initials) if letters}


def _letters(word: str, parts: Sequence[str], beside: frozenset[str]) -> tuple[str, str, str]:
    """The first letters of the parts of a word, a stop behind those of short ones, of those that aren't `beside` the
    name, and a word in capitals."""
    if len(parts) > 2 and parts[-1] == "".join(parts[:-1]):
        parts = parts[:-1]  # without all of them together
    main = [part for part in parts if part not in beside]
    first = "".join(part[0] + "." * (len(part) <= SHORT) for part in parts)
    return first, "".join(part[0] for part in main), "".join(main) if word.isupper() else ""
