"""Acronyms: an organization is found by the first letters of its words, and one that is named by them by the words.

The entries are blocking keys of the letters, so that BNTU leads to what БНТУ leads to. How probably the two are one
is left to the comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.finding.lines import Lines
from translit.matching.reading import keys
from translit.matching.thing import MOST_ACRONYM, parse_thing
from translit.matching.thing_words import LEGAL, SMALL, lexicon

MOST = 64  # names that share a key; where more do, the letters say nothing
LIKENESS = 0.8  # of a name and its acronym

Numbers = NDArray[np.int64]


class Acronyms:
    """The keys, sorted, and the names of each: those of key k are names[firsts[k] : firsts[k + 1]]."""

    def __init__(self, lines: Lines, firsts: NDArray[np.uint32], names: NDArray[np.uint32]) -> None:
        self._lines, self._firsts, self._names = lines, firsts, names

    def find(self, text: str) -> tuple[Numbers, float]:
        """The names that a text may be the acronym of, or whose acronym it may spell out, sorted; their likeness."""
        letters = {part for thing in parse_thing(text, "organization") for part in (thing.acronym, *thing.initials)}
        wanted = {key for part in letters if part for key in keys(part)}
        places = sorted({self._lines.find(key) for key in wanted} - {-1})
        found = [self._names[self._firsts[place] : self._firsts[place + 1]] for place in places]
        names = np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.uint32)
        return names.astype(np.int64), LIKENESS


def acronym_parts(
    names: Iterable[Sequence[int]], numbers: Iterable[int], words: Sequence[str], folded: Sequence[Sequence[str]]
) -> tuple[dict[str, NDArray[Any]], dict[str, Lines]]:
    """The arrays and lines for `Acronyms`.

    `names` are names of organizations as numbers of their words, `numbers` their own; `folded` has what each word
    folds to, by `folded_words`.
    """
    beside = lexicon("organization").words(SMALL, LEGAL)
    known: dict[int, tuple[str, str, str]] = {}
    found: dict[str, list[int]] = {}  # letters → names
    for number, name in zip(numbers, names, strict=True):
        for word in name:
            if word not in known:
                known[word] = _letters(words[word], folded[word], beside)
        every, main, capitals = map("".join, zip(*(known[word] for word in name), strict=True))
        for letters in {every, main, capitals if len(main) == 1 else ""}:
            if 2 <= len(letters) <= MOST_ACRONYM:
                found.setdefault(letters, []).append(number)
    of_key: dict[str, set[int]] = {}
    for letters, read_as in zip(found, keys.many(list(found)), strict=True):
        for key in read_as:
            of_key.setdefault(key, set()).update(found[letters])
    telling = {key: sorted(of_key[key]) for key in sorted(of_key) if key and len(of_key[key]) <= MOST}
    arrays = {
        "acronym_firsts": np.cumsum([0, *map(len, telling.values())]).astype(np.uint32),
        "acronym_names": np.array([name for mine in telling.values() for name in mine], dtype=np.uint32),
    }
    return arrays, {"acronyms": Lines.of(list(telling))}


def _letters(word: str, parts: Sequence[str], beside: frozenset[str]) -> tuple[str, str, str]:
    """The first letters of the parts of a word, of those that aren't `beside` the name, and a word in capitals."""
    if len(parts) > 2 and parts[-1] == "".join(parts[:-1]):
        parts = parts[:-1]  # without all of them together
    main = [part for part in parts if part not in beside]
    first = "".join(part[0] for part in parts)
    return first, "".join(part[0] for part in main), "".join(main) if word.isupper() else ""
