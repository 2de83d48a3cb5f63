"""The vocabulary: which words of the index a folded word of a query may be, and how alike they sound.

Distinct pivots lie sorted by (blocking key, pivot), so each key is a range of them. A word is looked for among
the pivots that share a key with one of its readings; if none is close, also among keys that are one deletion
away; and among the forms that the lists of given and family names hold to be the same name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from translit.arrays import Bools, Float32s, Int64s, UInt32s, UInt64s
from translit.finding.index.listed_forms import listed_forms
from translit.finding.index.prefilter import deletes, least_edits, lengths_of, letter_marks, smooth
from translit.finding.index.ranges import spread
from translit.finding.index.text_column import Lines
from translit.finding.index.word_match import Match, Reach
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.given_sets import FORMAL
from translit.matching.phonetics.pivots import loose_readings, pivots, reader

LEAST = 0.55  # likeness below which a word is another word
LEAST_NEAR = 0.62  # the same under another key
FEW = 200  # pivots that are compared without a look at their letters
GOOD = 0.80  # likeness at which keys one deletion away aren't tried
MOST = 96  # pivots of the index that one word of a query may be
CLOSE = 0.1  # what a word may be less alike than the closest and still count as close
SOUND = 0.6  # how much of the likeness is the pivot's; the rest is the key's
RANK = 0.02  # what each less likely reading costs
LISTED = {True: 0.9, False: 0.8}  # likeness of forms of one given name: both formal, one of them short
GROUPED = 0.9  # of forms of one family name
INITIAL = 0.5  # of a name and an initial that fits
REMEMBERED = 1 << 19  # pivots


class Vocabulary:
    """The smoothed pivots of an index: `starts[k]` is the first of key k, `firsts[p]` that of pivot p in `words`."""

    def __init__(
        self,
        keys: Lines,
        pivots: Lines,
        starts: UInt32s,
        firsts: UInt32s,
        words: UInt32s,
        deletions: tuple[UInt32s, UInt32s],
        postings: UInt32s,
        letters: UInt64s,
    ) -> None:
        self.pivots, self.letters = pivots, letters
        self._keys = keys.part(0, len(keys))
        self.numbers_of_keys = {key: number for number, key in enumerate(self._keys)}
        self.starts, self.firsts, self.words = starts, firsts, words
        self.sums, self.numbers = deletions
        self._sets: dict[int, list[tuple[int, int]]] = {}  # set of given names → its pivots here
        self._read: dict[int, list[str]] = {}  # key → its pivots
        self._held = 0  # pivots in it
        self._place_of: dict[str, int] = {}  # pivot of an initial or a listed form → its number
        self.postings = postings  # word → its first entry in the list of names

    def match(self, folded: str, reach: Reach = Reach.NEAR) -> Match:
        """The words that a folded word may be; `reach` says among which keys they are looked for."""
        readings = pivots(folded)
        keys = reader().keys(readings)
        numbers = {number for key in keys if (number := self.numbers_of_keys.get(key, -1)) >= 0}
        places, values = self._alike(readings, keys, sorted(numbers), LEAST)
        if reach is Reach.SAME:
            return self._words(places, values)
        if len(folded) > 2 and (reach is Reach.WIDE or values.max(initial=0.0) < GOOD):
            near = self._alike(readings, keys, sorted(self._near(dict.fromkeys(keys)) - numbers), LEAST_NEAR)
            places, values = np.concatenate([places, near[0]]), np.concatenate([values, near[1]])
            if len(places) > MOST:
                best = np.lexsort((places, -values))[:MOST]
                places, values = places[best], values[best]
        listed = list(self._equivalent(folded))
        for letter in {reading[0] for reading in readings if reading}:
            listed.append((self._place(letter), INITIAL))
        listed = [(place, likeness) for place, likeness in listed if place >= 0]
        more = np.array([place for place, _ in listed], dtype=np.int64)
        likeness = np.array([likeness for _, likeness in listed], dtype=np.float32)
        return self._words(np.concatenate([places, more]), np.concatenate([values, likeness]))

    def _equivalent(self, folded: str) -> Iterator[tuple[int, float]]:
        """The pivots of forms that the lists hold to be the same name, with their likeness."""
        _, forms, groups = listed_forms()
        for number, kind in given_names().sets(folded).items():
            for place, other in self._of_set(number):
                yield place, LISTED[kind == other == FORMAL]
        for group in dict.fromkeys(" ".join(groups.get(text) or "" for text in loose_readings(folded)).split()):
            for form in forms[int(group)].split():
                yield self._place(pivots(form)[0]), GROUPED

    def _of_set(self, number: int) -> list[tuple[int, int]]:
        """The pivots of the given names of a set, each with FORMAL or SHORT."""
        if number not in self._sets:
            self._read_sets([number])
        return self._sets[number]

    def _read_sets(self, numbers: Sequence[int]) -> None:
        given = listed_forms()[0]
        forms = [(number, form) for number in numbers for form in given[number].split()]
        read = pivots.many(form[:-1] for _, form in forms)
        rows = [(number, pivot, int(form[-1])) for (number, form), found in zip(forms, read, strict=True)
                for pivot in found[:2]]  # fmt: skip
        self._remember_places({pivot for _, pivot, _ in rows})
        found: dict[int, dict[tuple[int, int], None]] = {number: {} for number in numbers}
        for number, pivot, kind in rows:
            if (place := self._place_of[pivot]) >= 0:
                found[number][place, kind] = None
        self._sets.update((number, list(places)) for number, places in found.items())

    def of_sets(self, rows: Sequence[Iterable[int]]) -> list[list[int]]:
        """For each row of sets of given names the words that are, by their sound, a name of one of them."""
        new = {number for row in rows for number in row if number not in self._sets}
        self._read_sets(sorted(new))
        found = []
        for row in rows:
            places = sorted({place for number in row for place, _ in self._sets[number]})
            spans = [(int(self.firsts[place]), int(self.firsts[place + 1])) for place in places]
            found.append(sorted({word for start, end in spans for word in self.words[start:end].tolist()}))
        return found

    def listed(self, read: Iterable[str]) -> Match:
        """The words that are read exactly in one of these ways: as the other names of one."""
        places = np.array(sorted(self._places(read)), dtype=np.int64)
        return self._words(places, np.full(len(places), LISTED[True], dtype=np.float32))

    def any_of(self, forms: Iterable[str]) -> Match:
        """The words under the keys of any of these folded forms, which are what one word may be."""
        places, values = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.float32)]
        for readings in pivots.many(forms):
            keys = reader().keys(readings)
            numbers = {number for key in keys if (number := self.numbers_of_keys.get(key, -1)) >= 0}
            found = self._alike(readings, keys, sorted(numbers), LEAST_NEAR)
            places.append(found[0])
            values.append(found[1])
        return self._words(np.concatenate(places), np.concatenate(values))

    def _near(self, keys: Iterable[str]) -> set[int]:
        """The numbers of keys that are at most one deletion on each side away from these."""
        found: set[int] = set()
        for key in keys:
            variants = deletes(key) if len(key) > 1 else set()
            found.update(number for variant in variants if (number := self.numbers_of_keys.get(variant, -1)) >= 0)
            sums = np.array(sorted(crc32(variant.encode()) for variant in variants | {key}), dtype=np.uint32)
            low, high = np.searchsorted(self.sums, sums, "left"), np.searchsorted(self.sums, sums, "right")
            for start, end in zip(low.tolist(), high.tolist(), strict=True):
                found.update(self.numbers[start:end].tolist())
        return found

    def _alike(
        self, readings: Sequence[str], keys: Sequence[str], numbers: list[int], least: float
    ) -> tuple[Int64s, Float32s]:
        """The pivots of some keys that sound like one of the readings, at most MOST, and their likeness."""
        if not numbers or not readings:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        smoothed = [smooth(reading) for reading in readings]
        others = [self._keys[number] for number in numbers]
        skeleton = np.float32(1 - SOUND) * cdist(
            keys, others, scorer=Levenshtein.normalized_similarity, dtype=np.float32
        )
        skeleton -= np.float32(SOUND * RANK) * np.arange(len(readings), dtype=np.float32)[:, None]
        starts, ends = self.starts[numbers].astype(np.int64), self.starts.take(np.add(numbers, 1)).astype(np.int64)
        places, of = spread(starts, ends), np.arange(len(numbers)).repeat(ends - starts)
        if len(places) > FEW:
            some = self._possible(smoothed, skeleton, places, of, least)
            places, of = places[some], of[some]
            held = {k: self.texts_of_key(numbers[k]) for k in set(of.tolist())}
            texts = [held[k][place] for k, place in zip(of.tolist(), (places - starts[of]).tolist(), strict=True)]
        else:
            texts = [text for number in numbers for text in self.texts_of_key(number)]
        sound = cdist(smoothed, texts, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        likeness = (np.float32(SOUND) * sound + skeleton[:, of]).max(axis=0, initial=0.0)
        kept = np.flatnonzero(likeness >= least)
        if len(kept) > MOST:
            kept = kept[np.argsort(-likeness[kept], kind="stable")[:MOST]]
        return places[kept], likeness[kept]

    def _possible(self, readings: Sequence[str], skeleton: Float32s, places: Int64s, of: Int64s, least: float) -> Bools:
        """Which of many pivots have letters enough in common with one of the readings to be as like as `least`."""
        marks = self.letters.take(places)
        lengths = lengths_of(marks)
        found = np.zeros(len(places), dtype=np.bool_)
        for mark, length, of_keys in zip(letter_marks(readings), map(len, readings), skeleton, strict=True):
            share = (1 - (least - of_keys) / SOUND).take(of)  # of the letters that may differ
            edits = np.maximum(least_edits(marks, mark), np.abs(lengths - length))
            found |= edits <= share * np.maximum(lengths, length) + 1e-4
        return found

    def texts_of_key(self, number: int) -> list[str]:
        """The pivots of a key, remembered."""
        found = self._read.get(number)
        if found is None:
            if self._held > REMEMBERED:
                self._read, self._held = {}, 0
            found = self._read[number] = self.pivots.part(int(self.starts[number]), int(self.starts[number + 1]))
            self._held += len(found)
        return found

    def _place(self, pivot: str) -> int:
        """The number of a pivot, -1 if the index hasn't it; of initials and listed forms, which are few, remembered."""
        if pivot not in self._place_of:
            self._remember_places([pivot])
        return self._place_of[pivot]

    def _remember_places(self, some: Iterable[str]) -> None:
        new = [pivot for pivot in some if pivot not in self._place_of]
        read = zip(new, smooth("\n".join(new)).split("\n"), reader().keys(new), strict=True) if new else ()
        for pivot, text, key in read:
            number = self.numbers_of_keys.get(key, -1)
            texts = self.texts_of_key(number) if number >= 0 else []
            self._place_of[pivot] = int(self.starts[number]) + texts.index(text) if text in texts else -1

    def _places(self, some: Iterable[str]) -> set[int]:
        """The numbers of those pivots that the index has, their keys read at once."""
        some, found = list(some), set()
        for pivot, key in zip(some, reader().keys(some), strict=True):
            number = self.numbers_of_keys.get(key, -1)
            if number >= 0 and (text := smooth(pivot)) in (texts := self.texts_of_key(number)):
                found.add(int(self.starts[number]) + texts.index(text))
        return found

    def _words(self, places: Int64s, likeness: Float32s) -> Match:
        """The words of some pivots; a word of several has the best likeness."""
        starts, ends = self.firsts.take(places).astype(np.int64), self.firsts.take(places + 1).astype(np.int64)
        words, values = self.words.take(spread(starts, ends)).astype(np.int64), likeness.repeat(ends - starts)
        order = np.lexsort((words, -values))
        words, values = words[order], values[order]
        firsts = np.unique(words, return_index=True)[1]
        if len(firsts) < len(words):
            firsts.sort()
            words, values = words[firsts], values[firsts]
        names = self.postings.take(words + 1).astype(np.int64) - self.postings.take(words)
        top = float(values[0]) if len(values) else 0.0
        close = int(np.count_nonzero(values >= top - CLOSE))
        sizes = int(names[:close].sum()), int(names[close:].sum())
        return Match(words, values, close, sizes, (top, float(values[close]) if close < len(values) else 0.0))
