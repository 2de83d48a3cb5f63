"""Which words of the entities' names a word of a text may be.

The bases of a word are read as pivots; the words of the index that share a key with one of them, and sound somewhat
like it, are aligned with it, letter by letter. All words of a block of texts are looked up together, each base once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cpdist

from translit.arrays import Float32s, Float64s, Int32s, Int64s
from translit.finding.index.prefilter import least_edits, lengths_of, letter_marks, smooth
from translit.finding.index.query import all_folded_words
from translit.finding.index.ranges import spread
from translit.finding.index.search import Index
from translit.matching.alignment.align import costs
from translit.matching.alignment.costs import CostTable, Encoded, cost_table
from translit.matching.phonetics.pivots import reader
from translit.patterns import plain_pattern

MOST_PIVOTS = 3  # of one base
ALIKE = 0.55  # likeness of two pivots below which they aren't aligned
NEAR = 0.6  # distance, in nats a letter, up to which a word of a name counts
SHORTEST = 3.0  # letters that a distance is a share of, at least
REMEMBERED = 1 << 18  # words of the index
TOGETHER = 1 << 21  # pairs of pivots that are held against each other at once


_VOWEL, _CONSONANT = plain_pattern(r"(?<=[ae])u(?=.)"), plain_pattern(r"(?<=[ae])v(?=[^aeiou\n])")


def glided(pivots: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each pivot, and it with the diphthongs written as the other half of the languages does, which changes its key.

    >>> list(glided(["europa", "evropa", "minsk"]).values())
    [('europa', 'evropa'), ('evropa', 'europa'), ('minsk',)]
    >>> glided([])
    {}
    """
    every = list(dict.fromkeys(pivots))
    text = "\n".join(every)
    with_v, with_u = (sub.split("\n") for sub in (_VOWEL.sub("v", text), _CONSONANT.sub("u", text)))
    found: dict[str, tuple[str, ...]] = {}
    if not every:
        return found
    for pivot, one, other in zip(every, with_v, with_u, strict=True):
        changed = one if "u" in pivot else other
        found[pivot] = (pivot,) if changed == pivot else (pivot, changed)
    return found


class Sounding(NamedTuple):
    """Pairs of a base and a word of the index that sound alike, both by number, and how much."""

    bases: Int64s
    words: Int64s
    alike: Float32s


class Read(NamedTuple):
    """Bases as they are looked for: each way to read one, by the number of the base, smoothed, and with its key."""

    bases: list[int]
    smoothed: list[str]
    keys: list[str]


def read(bases: Sequence[str], pivots: Mapping[str, Sequence[str]], most: int = MOST_PIVOTS) -> Read:
    """The ways to read folded bases with these pivots, at most so many, which every vocabulary is asked for."""
    rows = [(row, pivot) for row, base in enumerate(bases) for pivot in pivots[base][:most] if pivot]
    both = glided(pivot for _, pivot in rows)
    rows = [(row, other) for row, pivot in rows for other in both[pivot]]
    found = [pivot for _, pivot in rows]
    smoothed = smooth("\n".join(found)).split("\n") if found else []
    return Read([row for row, _ in rows], smoothed, reader().keys(found))


class WordFinder:
    """Looks up folded bases among the words of an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._parts: dict[int, tuple[str, ...]] = {}

    def parts(self, words: Sequence[int]) -> list[tuple[str, ...]]:
        """What words of the index fold to."""
        known = self._parts
        if len(known) > REMEMBERED:
            known = self._parts = {}
        lines = self.index.words
        new = [word for word in words if word not in known]
        known.update(zip(new, all_folded_words([lines[word][:200] for word in new]), strict=True))
        return list(map(known.__getitem__, words))

    def sounding(self, asked: Read, least: float = ALIKE) -> Sounding:
        """The words of the index that sound somewhat like bases, at least so alike."""
        number_of = self.index.vocabulary.numbers_of_keys.get
        there = list(dict.fromkeys(
            (row, text, number)
            for row, text, key in zip(*asked, strict=True)
            if (number := number_of(key, -1)) >= 0
        ))  # fmt: skip
        found = [self._alike(part, least) for part in self._parted(there)]
        none = np.zeros(0, dtype=np.int64)
        bases = np.concatenate([none, *(part.bases for part in found)])
        words = np.concatenate([none, *(part.words for part in found)])
        alike = np.concatenate([np.zeros(0, dtype=np.float32), *(part.alike for part in found)])
        order = np.lexsort((-alike, words, bases))
        bases, words, alike = bases[order], words[order], alike[order]
        first = np.ones(len(bases), dtype=np.bool_)
        first[1:] = (bases[1:] != bases[:-1]) | (words[1:] != words[:-1])
        return Sounding(bases[first], words[first], alike[first])

    def _parted(self, there: Sequence[tuple[int, str, int]]) -> Iterator[Sequence[tuple[int, str, int]]]:
        """What is looked up, in parts that make about so many pairs."""
        numbers = np.array([number for _, _, number in there], dtype=np.int64)
        starts = self.index.vocabulary.starts
        ahead = np.cumsum(starts.take(numbers + 1).astype(np.int64) - starts.take(numbers))
        start = 0
        while start < len(there):
            done = int(ahead[start - 1]) if start else 0
            end = max(int(np.searchsorted(ahead, done + TOGETHER, side="right")), start + 1)
            yield there[start:end]
            start = end

    def _alike(self, there: Sequence[tuple[int, str, int]], least: float) -> Sounding:
        """The words of the index under the keys of some readings that are at least so alike."""
        vocabulary = self.index.vocabulary
        numbers = np.array([number for _, _, number in there], dtype=np.int64)
        texts = [text for _, text, _ in there]
        starts, ends = (vocabulary.starts.take(numbers + more).astype(np.int64) for more in (0, 1))
        places = spread(starts, ends)
        of = np.arange(len(there)).repeat(ends - starts)
        marks, others = letter_marks(texts)[of], vocabulary.letters.take(places)
        lengths, length = lengths_of(others), lengths_of(marks)
        edits = np.maximum(least_edits(others, marks), np.abs(lengths - length))
        some = np.flatnonzero(edits <= (1 - least) * np.maximum(lengths, length) + 1e-4)
        places, of = places[some], of[some]
        held = {number: vocabulary.texts_of_key(number) for number in dict.fromkeys(numbers[of].tolist())}
        mine = [texts[row] for row in of.tolist()]
        theirs = [held[number][place] for number, place in
                  zip(numbers[of].tolist(), (places - starts[of]).tolist(), strict=True)]  # fmt: skip
        alike = cpdist(mine, theirs, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        kept = np.flatnonzero(alike >= least)
        places, of, alike = places[kept], of[kept], alike[kept]
        firsts, lasts = (vocabulary.firsts.take(places + more).astype(np.int64) for more in (0, 1))
        words = vocabulary.words.take(spread(firsts, lasts)).astype(np.int64)
        rows = np.array([row for row, _, _ in there], dtype=np.int64)[of]
        return Sounding(rows.repeat(lasts - firsts), words, alike.repeat(lasts - firsts))


def distances(left: Sequence[str], right: Sequence[str], rows: Int64s, columns: Int64s) -> Float64s:
    """How far folded words left[rows[k]] and right[columns[k]] are apart, in nats a letter."""
    if not len(rows):
        return np.zeros(0)
    table, found = cost_table(), np.zeros(len(rows))
    number = {text: place for place, text in enumerate(right)}
    same = np.array([number.get(text, -1) for text in left], dtype=np.int64)
    places = np.flatnonzero(same[rows] != columns)
    one, mine = _encoded(table, left, rows[places])
    other, theirs = _encoded(table, right, columns[places])
    lengths = np.maximum((one.lengths[mine] + other.lengths[theirs]) / 2 - 1, SHORTEST)
    found[places] = costs(table, one, other, mine, theirs) / lengths
    return found


def _encoded(table: CostTable, texts: Sequence[str], numbers: Int64s) -> tuple[Encoded, Int32s]:
    """Those of some texts that are asked for, and their numbers among these."""
    used, places = np.unique(numbers, return_inverse=True)
    return Encoded(table, [texts[number] for number in used.tolist()]), places.astype(np.int32)
