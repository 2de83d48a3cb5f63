"""The words of the corpus that may be a word of a query, and where they stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from translit.arrays import Float32s, Int8s, Int64s
from translit.corpus.equivalents import TRANSLATED, AskedWord, Unit
from translit.corpus.likeness import FAR, distances
from translit.corpus.listed import LONGEST_ENDING
from translit.corpus.postings import read
from translit.corpus.sounds import readings_of
from translit.corpus.terms import terms_that_sound, texts_of_terms
from translit.matching.persons.comparing.given_lists import SPELLING
from translit.matching.persons.lexicon.given_names import given_names

FARTHEST = 0.5  # nats a letter: what is farther is another word
MOST_TERMS = 400
MOST_HELD = 1 << 22  # spots that are remembered: 13 bytes each
GAP = 3  # words that may stand between two of one name, the second counted


@dataclass(frozen=True)
class Terms:
    """Terms of the corpus that a word may be, and how far each is from it, the nearest first."""

    numbers: list[int]
    distances: Float32s


class Spots(NamedTuple):
    """Where something stands: document and place as one number, sorted; how far it is from what was asked; its mark."""

    codes: Int64s
    far: Float32s
    marks: Int8s


class Lookup:
    """Finds words in a corpus, and remembers what it found until the corpus changes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._version = -1
        self._total = 0
        self._found: dict[tuple[AskedWord, bool], Spots] = {}
        self._held = 0

    def begin(self) -> None:
        """Forget what was found in a corpus that has changed since."""
        ask = self.connection.execute
        version = hash((ask("PRAGMA data_version").fetchone()[0], self.connection.total_changes))
        if version != self._version:
            self._found, self._held, self._version = {}, 0, version
            self._total = ask("SELECT count(*) FROM documents").fetchone()[0]

    @property
    def documents(self) -> int:
        """How many documents the corpus has."""
        return self._total

    def spots(self, unit: Unit) -> Spots:
        """Where one of the names of a unit stands: of one of several words, where the first stands with the others."""
        found = [together([self._word(word, unit.given) for word in option]) for option in unit.options]
        if len(found) == 1:
            return found[0]
        codes = np.concatenate([spots.codes for spots in found])
        far, marks = np.concatenate([spots.far for spots in found]), np.concatenate([spots.marks for spots in found])
        order = np.lexsort((far, codes))
        codes = codes[order]
        first = np.diff(codes, prepend=-1) != 0
        return Spots(codes[first], far[order][first], marks[order][first])

    def _word(self, word: AskedWord, given: bool) -> Spots:
        """Where a word stands."""
        found = self._found.get((word, given))
        if found is None:
            terms = terms_for(self.connection, word, given=given)
            places = read(self.connection, terms.numbers)
            order = np.argsort(places.codes, kind="stable")
            found = Spots(places.codes[order], terms.distances[places.which][order], places.marks[order])
            if self._held > MOST_HELD:
                self._found, self._held = {}, 0
            self._found[word, given] = found
            self._held += len(order) + 1
        return found


def terms_for(connection: sqlite3.Connection, word: AskedWord, *, given: bool = False) -> Terms:
    """The terms that share a sound key with the word or its like and are near it."""
    wanted = [f'"{key}"' for key in word.keys]
    if not wanted:
        return Terms([], np.empty(0, dtype=np.float32))
    numbers = terms_that_sound(connection, " OR ".join(wanted))
    texts = texts_of_terms(connection, numbers)
    found, forms = np.full(len(texts), FAR, dtype=np.float32), texts
    if word.folded:
        found, forms = distances(word.folded, texts)
    found = _with_lists(word, found, forms, texts, given)
    near = np.flatnonzero(found <= FARTHEST)
    near = near[np.argsort(found[near], kind="stable")[:MOST_TERMS]]
    return Terms([numbers[k] for k in near.tolist()], found[near])


def _with_lists(word: AskedWord, found: Float32s, forms: Sequence[str], texts: Sequence[str], given: bool) -> Float32s:
    """The distances with what the lists say: other forms of a name are near, another given name is far."""
    result = found.copy()
    if word.listed:
        known = word.listed.keys()
        listed = [
            min([word.listed[one] for one in read & known]) if not known.isdisjoint(read) else FAR
            for read in readings_of.many(texts)
        ]
        result = np.minimum(result, np.array(listed, dtype=np.float32))
    if word.stems:
        longest = {stem: len(stem) + LONGEST_ENDING for stem in word.stems}
        means = [
            text.startswith(word.stems) and any(text.startswith(s) and len(text) <= longest[s] for s in longest)
            for text in texts
        ]
        result = np.where(means, np.minimum(result, TRANSLATED), result).astype(np.float32)
    if given:
        sets, own = given_names(), set(given_names().sets(word.folded))
        for place in np.flatnonzero((result > SPELLING) & (result <= FARTHEST) & (result == found)).tolist():
            other = sets.sets(forms[place])
            if other and own.isdisjoint(other):
                result[place] = FAR
    return result


def together(words: Sequence[Spots]) -> Spots:
    """The spots of the first word with each other word near it, as far as the farthest."""
    first = words[0]
    far = first.far
    for other in words[1:]:
        far = np.maximum(far, nearest(first.codes, other, GAP * (len(words) - 1))[0])
    some = far < FAR
    return Spots(first.codes[some], far[some], first.marks[some])


def nearest(codes: Int64s, other: Spots, gap: int) -> tuple[Float32s, Int64s]:
    """For each place the least distance of what stands within a gap of it, and how far away that is in words."""
    best = np.full(len(codes), FAR, dtype=np.float32)
    where = np.full(len(codes), gap + 1, dtype=np.int64)
    if not len(other.codes):
        return best, where
    place = np.searchsorted(other.codes, codes)
    for shift in (-2, -1, 0, 1):
        neighbour = place + shift
        away = np.abs(other.codes.take(neighbour, mode="clip") - codes)
        near = np.flatnonzero(away <= gap)
        far = other.far.take(neighbour[near], mode="clip")
        better = far < best[near]
        some = near[better]
        best[some], where[some] = far[better], away[some]
    return best, where
