"""Which words of the entities' names a word of a text may be.

The bases of a word are read as pivots; the words of the index that share a key with one of them are aligned with it,
letter by letter. All words of a block of texts are looked up together, each base once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cpdist

from translit.arrays import Int32s
from translit.finding.index.prefilter import smooth
from translit.finding.index.query import folded_words
from translit.finding.index.search import Index
from translit.finding.index.vocabulary import spread
from translit.matching.alignment.align import costs
from translit.matching.alignment.costs import Encoded, cost_table
from translit.matching.phonetics.pivots import pivots, reader
from translit.patterns import plain_pattern

MOST_PIVOTS = 3  # of one base
ALIKE = 0.55  # likeness of two pivots below which they aren't aligned
NEAR = 0.6  # distance, in nats a letter, up to which a word of a name counts
SHORTEST = 3.0  # letters that a distance is a share of, at least
MOST_HITS = 96  # words of the index that one base may be
REMEMBERED = 1 << 18  # bases


_VOWEL, _CONSONANT = plain_pattern(r"(?<=[ae])u(?=.)"), plain_pattern(r"(?<=[ae])v(?=[^aeiou])")


def glided(pivot: str) -> tuple[str, ...]:
    """A pivot, and it with the diphthongs written as the other half of the languages does, which changes its key.

    >>> glided("europa"), glided("evropa"), glided("minsk")
    (('europa', 'evropa'), ('evropa', 'europa'), ('minsk',))
    """
    other = _VOWEL.sub("v", pivot) if "u" in pivot else _CONSONANT.sub("u", pivot)
    return (pivot,) if other == pivot else (pivot, other)


class Hits(NamedTuple):
    """What a base may be: folded words of names, and words of the index, each with its distance."""

    parts: dict[str, float]
    ids: dict[int, float]


NOTHING = Hits({}, {})


class WordFinder:
    """Looks up folded bases among the words of an index, and remembers what it found."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._found: dict[str, Hits] = {}
        self._parts: dict[int, tuple[str, ...]] = {}

    def find(self, bases: Iterable[str]) -> dict[str, Hits]:
        """The hits of each base, by base."""
        wanted = list(dict.fromkeys(bases))
        if len(self._found) > REMEMBERED:
            self._found = {}
        missing = [base for base in wanted if base not in self._found]
        if missing:
            self._found.update(self._look_up(missing))
        return {base: self._found[base] for base in wanted}

    def parts(self, word: int) -> tuple[str, ...]:
        """What a word of the index folds to."""
        found = self._parts.get(word)
        if found is None:
            if len(self._parts) > REMEMBERED:
                self._parts = {}
            found = self._parts[word] = folded_words(self.index.words[word][:200])
        return found

    def _look_up(self, bases: Sequence[str]) -> dict[str, Hits]:
        """The hits of bases that aren't remembered."""
        found = dict.fromkeys(bases, NOTHING)
        rows, words = self._candidates(bases)
        pairs: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for row, word in zip(rows.tolist(), words.tolist(), strict=True):
            for part in self.parts(word):
                pairs.setdefault((bases[row], part), []).append((row, word))
        near = self._distances(list(pairs))
        for ((base, part), where), distance in zip(pairs.items(), near, strict=True):
            if distance > NEAR:
                continue
            hits = found[base]
            if hits is NOTHING:
                hits = found[base] = Hits({}, {})
            hits.parts[part] = distance
            for _, word in where:
                hits.ids[word] = min(distance, hits.ids.get(word, distance))
        return found

    def _candidates(self, bases: Sequence[str]) -> tuple[Int32s, Int32s]:
        """Pairs of a base, by its number, and a word of the index that sounds somewhat like it."""
        vocabulary = self.index.vocabulary
        read = [
            (row, other)
            for row, mine in enumerate(pivots.many(bases))
            for pivot in mine[:MOST_PIVOTS]
            if pivot
            for other in glided(pivot)
        ]
        none = np.zeros(0, dtype=np.int32)
        if not read:
            return none, none
        keys = reader().keys([pivot for _, pivot in read])
        smoothed = smooth("\n".join(pivot for _, pivot in read)).split("\n")
        number_of = vocabulary.numbers_of_keys.get
        there = [(row, text, number) for (row, _), key, text in zip(read, keys, smoothed, strict=True)
                 if (number := number_of(key, -1)) >= 0]  # fmt: skip
        if not there:
            return none, none
        there = list(dict.fromkeys(there))
        texts = [vocabulary.texts_of_key(number) for _, _, number in there]
        sizes = [len(mine) for mine in texts]
        mine = [text for (_, text, _), size in zip(there, sizes, strict=True) for _ in range(size)]
        others = [text for found in texts for text in found]
        alike = cpdist(mine, others, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        numbers = np.array([number for _, _, number in there], dtype=np.int64)
        starts = vocabulary.starts.take(numbers).astype(np.int64)
        places = spread(starts, starts + np.array(sizes, dtype=np.int64))
        rows = np.repeat(np.array([row for row, _, _ in there], dtype=np.int64), sizes)
        kept = np.flatnonzero(alike >= ALIKE)
        rows, places = rows[kept], places[kept]
        firsts = vocabulary.firsts.take(places).astype(np.int64)
        ends = vocabulary.firsts.take(places + 1).astype(np.int64)
        words = vocabulary.words.take(spread(firsts, ends)).astype(np.int64)
        pairs = np.unique(rows.repeat(ends - firsts) << 32 | words)
        return (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)

    def _distances(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The distances of pairs of folded words, in nats a letter."""
        result = [0.0] * len(pairs)
        wanted = [place for place, (base, part) in enumerate(pairs) if base != part]
        if not wanted:
            return result
        left = list(dict.fromkeys(pairs[place][0] for place in wanted))
        right = list(dict.fromkeys(pairs[place][1] for place in wanted))
        row_of, column_of = ({text: n for n, text in enumerate(texts)} for texts in (left, right))
        rows = np.array([row_of[pairs[place][0]] for place in wanted], dtype=np.int32)
        columns = np.array([column_of[pairs[place][1]] for place in wanted], dtype=np.int32)
        table = cost_table()
        one, other = Encoded(table, left), Encoded(table, right)
        lengths = np.maximum((one.lengths[rows] + other.lengths[columns]) / 2 - 1, SHORTEST)
        values = costs(table, one, other, rows, columns) / lengths
        for place, value in zip(wanted, values.tolist(), strict=True):
            result[place] = value
        return result
