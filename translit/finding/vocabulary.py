"""The vocabulary: which words of the index a folded word of a query may be, and how alike they sound.

Distinct pivots lie sorted by (blocking key, pivot), so each key is a range of them. A word is looked for among
the pivots that share a key with one of its readings; if none is close, also among keys that are one deletion
away; and among the forms that the lists of given and family names hold to be the same name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from translit.finding.lines import Lines
from translit.matching.lexicon import FORMAL, family_groups, given_names
from translit.matching.reading import pivots, reader

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

LEAST = 0.55  # likeness below which a word is another word
GOOD = 0.80  # likeness at which keys one deletion away aren't tried
MOST = 96  # pivots of the index that one word of a query may be
SOUND = 0.6  # how much of the likeness is the pivot's; the rest is the key's
RANK = 0.02  # what each less likely reading costs
LISTED = {True: 0.9, False: 0.8}  # likeness of forms of one given name: both formal, one of them short
GROUPED = 0.9  # of forms of one family name
INITIAL = 0.5  # of a name and an initial that fits


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the index that one word of a query may be: ids, likeness in (0, 1], and how many names have them."""

    words: NDArray[np.uint32]
    likeness: Floats
    names: int


def deletes(key: str) -> set[str]:
    """A key without one of its symbols, doubled symbols made one.

    >>> sorted(deletes("lksn"))
    ['ksn', 'lkn', 'lks', 'lsn']
    """
    found = set()
    for place in range(len(key)):
        before, after = key[:place], key[place + 1 :]
        found.add(before + after[1:] if before[-1:] == after[:1] else before + after)
    return found - {""}


def marks_of(keys: Iterable[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Check sums of all deletions of all keys, sorted, and the number of the key of each."""
    sums: list[int] = []
    numbers: list[int] = []
    for number, key in enumerate(keys):
        if len(key) > 1:
            found = deletes(key)
            sums.extend(crc32(variant.encode()) for variant in found)
            numbers.extend([number] * len(found))
    order = np.lexsort((numbers, sums))
    return np.array(sums, dtype=np.uint32)[order], np.array(numbers, dtype=np.uint32)[order]


class Vocabulary:
    """The pivots of an index: `starts[k]` is the first of key k, `firsts[p]` the first entry in `words` of pivot p."""

    def __init__(
        self,
        keys: Lines,
        pivots: Lines,
        starts: NDArray[np.uint32],
        firsts: NDArray[np.uint32],
        words: NDArray[np.uint32],
        deletions: tuple[NDArray[np.uint32], NDArray[np.uint32]],
        postings: NDArray[np.uint32],
    ) -> None:
        self.keys, self.pivots = keys, pivots
        self.starts, self.firsts, self.words = starts, firsts, words
        self.sums, self.numbers = deletions
        self.postings = postings  # word → its first entry in the list of names

    def match(self, folded: str, wide: bool = False) -> Match:
        """The words that a folded word may be; `wide` tries keys one deletion away even if there are good ones."""
        found: dict[int, float] = {}
        readings = pivots(folded)
        keys = list(dict.fromkeys(reader().key(pivot) for pivot in readings))
        numbers = {number for key in keys if (number := self.keys.find(key)) >= 0}
        self._alike(readings, sorted(numbers), found)
        if len(folded) > 2 and (wide or max(found.values(), default=0.0) < GOOD):
            self._alike(readings, sorted(self._near(keys) - numbers), found)
        best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST]
        found = dict(best)
        for form, likeness in equivalents(folded):
            self._exact(form, likeness, found)
        if readings and readings[0]:
            for reading in readings:
                self._exact(reading[0], INITIAL, found)
        return self._words(found)

    def _near(self, keys: list[str]) -> set[int]:
        """The numbers of keys that are at most one deletion on each side away from these."""
        found: set[int] = set()
        for key in keys:
            variants = deletes(key) if len(key) > 1 else set()
            found.update(number for variant in variants if (number := self.keys.find(variant)) >= 0)
            sums = np.array(sorted(crc32(variant.encode()) for variant in variants | {key}), dtype=np.uint32)
            low, high = np.searchsorted(self.sums, sums, "left"), np.searchsorted(self.sums, sums, "right")
            for start, end in zip(low.tolist(), high.tolist(), strict=True):
                found.update(self.numbers[start:end].tolist())
        return found

    def _alike(self, readings: tuple[str, ...], numbers: list[int], found: dict[int, float]) -> None:
        """Enter the pivots of some keys that sound like one of the readings."""
        if not numbers or not readings:
            return
        ranges = [(int(self.starts[number]), int(self.starts[number + 1])) for number in numbers]
        texts = [text for start, end in ranges for text in self.pivots.part(start, end)]
        places = np.concatenate([np.arange(start, end) for start, end in ranges])
        sound = cdist(readings, texts, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        sound -= RANK * np.arange(len(readings), dtype=np.float32)[:, None]
        key_of = reader().key
        keys = [self.keys[number] for number in numbers]
        skeleton = cdist(
            [key_of(reading) for reading in readings], keys, scorer=Levenshtein.normalized_similarity, dtype=np.float32
        )
        skeleton = np.repeat(skeleton, [end - start for start, end in ranges], axis=1)
        likeness = (SOUND * sound + (1 - SOUND) * skeleton).max(axis=0)
        kept = np.flatnonzero(likeness >= LEAST)
        if len(kept) > MOST:
            kept = kept[np.argsort(-likeness[kept], kind="stable")[:MOST]]
        for place, value in zip(places[kept].tolist(), likeness[kept].tolist(), strict=True):
            if value > found.get(place, 0.0):
                found[place] = value

    def _exact(self, pivot: str, likeness: float, found: dict[int, float]) -> None:
        number = self.keys.find(reader().key(pivot))
        if number < 0:
            return
        start, end = int(self.starts[number]), int(self.starts[number + 1])
        texts = self.pivots.part(start, end)
        if pivot in texts:
            place = start + texts.index(pivot)
            found[place] = max(likeness, found.get(place, 0.0))

    def _words(self, found: dict[int, float]) -> Match:
        places = np.array(sorted(found), dtype=np.int64)
        likeness = np.array([found[place] for place in places.tolist()], dtype=np.float32)
        starts, ends = self.firsts[places].astype(np.int64), self.firsts[places + 1].astype(np.int64)
        flat = spread(starts, ends)
        words, values = self.words[flat], np.repeat(likeness, ends - starts)
        order = np.lexsort((-values, words))
        words, values = words[order], values[order]
        first = np.ones(len(words), dtype=np.bool_)
        first[1:] = words[1:] != words[:-1]
        words, values = words[first], values[first]
        at = words.astype(np.int64)
        return Match(words, values, int((self.postings[at + 1].astype(np.int64) - self.postings[at]).sum()))


def spread(starts: Ints, ends: Ints) -> Ints:
    """The numbers of many ranges, one range after another.

    >>> spread(np.array([3, 10]), np.array([5, 11])).tolist()
    [3, 4, 10]
    """
    sizes = ends - starts
    total = int(sizes.sum())
    shift = np.repeat(starts - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes)
    return np.asarray(np.arange(total, dtype=np.int64) + shift, dtype=np.int64)


@cache
def _forms() -> tuple[dict[int, list[tuple[str, int]]], dict[int, list[str]]]:
    """Number of a set of given names → its forms; number of a group of family names → its forms."""
    given: dict[int, list[tuple[str, int]]] = {}
    for form, values in given_names()._by_form.items():
        for number, kind in values:
            given.setdefault(number, []).append((form, kind))
    groups: dict[int, list[str]] = {}
    for form, number in family_groups().items():
        groups.setdefault(number, []).append(form)
    return given, groups


def equivalents(folded: str) -> list[tuple[str, float]]:
    """Pivots of the forms that the lists hold to be the same name, with their likeness.

    >>> "dmitrij" in dict(equivalents("зміцер"))
    True
    """
    given, groups = _forms()
    found: dict[str, float] = {}
    for number, kind in given_names().sets(folded).items():
        for form, other in given.get(number, ()):
            likeness = LISTED[kind == other == FORMAL]
            for pivot in pivots(form)[:2]:
                found[pivot] = max(likeness, found.get(pivot, 0.0))
    for form in groups.get(family_groups().get(folded, -1), ()):
        found[pivots(form)[0]] = GROUPED
    return sorted(found.items())
