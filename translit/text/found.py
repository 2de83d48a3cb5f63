"""The candidates of a block of texts as columns, and what the texts say of each.

A candidate by itself is worked out once for each word (`solos`); here come its places, what stands beside it, and what
the whole text says: full names elsewhere in it, rivals, how often a word stands there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from translit.arrays import Bools, Float32s, Float64s, Int64s
from translit.finding.index.vocabulary import spread
from translit.text.block import Block
from translit.text.candidate import Candidate
from translit.text.solos import Rows, Solos

ANCHOR = 0.3  # distance of the worst word up to which a full name counts as one that stands in the text


class Found:
    """The candidates of a block: place of the first and last word, text, and everything that `Rows` has."""

    features: Float32s  # [candidates, features.NAMES]
    entities: Int64s
    standing: Float64s
    given_alone: Bools

    def __init__(self, block: Block, solos: Solos, several: Sequence[tuple[int, Candidate]]) -> None:
        self.block, self.solos = block, solos
        self.longer = Rows([one for _, one in several], [block.texts[doc] for doc, _ in several])
        offsets = block.firsts[np.array([doc for doc, _ in several], dtype=np.int64)]
        firsts = np.array([one.first for _, one in several], dtype=np.int64) + offsets
        lasts = np.array([one.last for _, one in several], dtype=np.int64) + offsets
        tokens, rows = self._places()
        kept = ~self._covered(tokens, solos.entities[rows], firsts, lasts)
        tokens, rows = tokens[kept], rows[kept]
        self.firsts, self.lasts = np.concatenate([tokens, firsts]), np.concatenate([tokens, lasts])
        self.rows = np.concatenate([rows, -1 - np.arange(len(several), dtype=np.int64)])  # below 0: of `longer`
        self.alone = len(tokens)  # candidates of one word by itself; the others come after them
        self._take()

    def _take(self) -> None:
        own, more = self.rows[: self.alone], -1 - self.rows[self.alone :]
        for name in ("entities", "standing", "given_alone"):
            setattr(self, name, np.concatenate([getattr(self.solos, name)[own], getattr(self.longer, name)[more]]))
        self.of_candidate = np.concatenate([self.solos.features[own], self.longer.features[more]])

    def __len__(self) -> int:
        return len(self.rows)

    def candidate(self, number: int) -> Candidate:
        """A candidate; one of a word by itself has its place in a text of this word."""
        row = int(self.rows[number])
        return self.solos.candidates[row] if row >= 0 else self.longer.candidates[-1 - row]

    @cached_property
    def docs(self) -> Int64s:
        """The number of each candidate's text."""
        return self.block.doc[self.firsts]

    @cached_property
    def spans(self) -> Int64s:
        """A number for each span; candidates of one span share it."""
        wide = int((self.lasts - self.firsts).max(initial=0)) + 1
        return np.unique(self.firsts * wide + self.lasts - self.firsts, return_inverse=True)[1]

    def add(self, several: Sequence[tuple[int, Candidate]], features: Sequence[Sequence[float]]) -> None:
        """Take more candidates, which have all their features."""
        if not several:
            return
        count = len(self.longer)
        self.longer.add(Rows([one for _, one in several], [self.block.texts[doc] for doc, _ in several]))
        offsets = self.block.firsts[np.array([doc for doc, _ in several], dtype=np.int64)]
        firsts, lasts = ([one.first for _, one in several], [one.last for _, one in several])
        self.firsts = np.concatenate([self.firsts, np.array(firsts, dtype=np.int64) + offsets])
        self.lasts = np.concatenate([self.lasts, np.array(lasts, dtype=np.int64) + offsets])
        self.rows = np.concatenate([self.rows, -1 - np.arange(count, len(self.longer), dtype=np.int64)])
        self.features = np.vstack([self.features, np.array(features, dtype=np.float32)])
        self._take()
        self._forget()

    def keep(self, kept: Bools) -> None:
        """Leave the other candidates out."""
        self.firsts, self.lasts, self.rows = self.firsts[kept], self.lasts[kept], self.rows[kept]
        self.alone = int((self.rows >= 0).sum())
        self._take()
        self._forget()

    def _forget(self) -> None:
        for name in ("docs", "spans", "matches", "anchors", "anchored"):
            self.__dict__.pop(name, None)

    def _places(self) -> tuple[Int64s, Int64s]:
        """The places of words that may be an entity by themselves, each with the rows of `solos`."""
        block = self.block
        first, count = self.solos.of(block.words)
        places = np.flatnonzero(count[block.ids] > 0) if block.size else np.zeros(0, dtype=np.int64)
        ids = block.ids[places]
        return places.repeat(count[ids]), spread(first[ids], first[ids] + count[ids])

    def _covered(self, tokens: Int64s, entities: Int64s, firsts: Int64s, lasts: Int64s) -> Bools:
        """Which words by themselves stand in a longer span of the same entity."""
        if not len(firsts):
            return np.zeros(len(tokens), dtype=np.bool_)
        most = max(int(self.longer.entities.max()), int(entities.max(initial=0))) + 1
        inside = spread(firsts, lasts + 1) * most + self.longer.entities.repeat(lasts + 1 - firsts)
        return np.isin(tokens * most + entities, inside)

    @cached_property
    def matches(self) -> tuple[Int64s, Int64s]:
        """Each word that stands for one of a candidate's name: the candidate, the word's place."""
        own = np.flatnonzero(self.solos.matched[self.rows[: self.alone]])
        numbers, tokens = [own], [self.firsts[own]]
        later, places = [], []
        for number in range(self.alone, len(self)):
            one = self.candidate(number)
            offset = int(self.firsts[number]) - one.first
            for place, _ in one.matches.values():
                later.append(number)
                places.append(place + offset)
        numbers.append(np.array(later, dtype=np.int64))
        tokens.append(np.array(places, dtype=np.int64))
        return np.concatenate(numbers), np.concatenate(tokens)

    @cached_property
    def anchors(self) -> Bools:
        """Which candidates are full names of several words."""
        found = np.zeros(len(self), dtype=np.bool_)
        found[self.alone :] = [
            one.several and one.full and one.worst <= ANCHOR and not one.wrong_initial
            for one in map(self.candidate, range(self.alone, len(self)))
        ]
        return found

    @cached_property
    def anchored(self) -> Bools:
        """Whether the full name of each candidate's entity stands in its text."""
        most = int(self.entities.max(initial=0)) + 1
        keys = self.docs * most + self.entities
        return np.isin(keys, keys[self.anchors])

    def any_match(self, told: Bools) -> Bools:
        """Whether any word of each candidate is told, of what is told of each of `matches`."""
        return np.bincount(self.matches[0], weights=told, minlength=len(self)) > 0

    def most(self, values: Float64s) -> Float64s:
        """The greatest of the values of a candidate's words, of values of all places."""
        result = values[self.firsts].astype(np.float64)
        wide = np.flatnonzero(self.lasts > self.firsts)
        if len(wide):
            sizes = self.lasts[wide] + 1 - self.firsts[wide]
            every = values[spread(self.firsts[wide], self.lasts[wide] + 1)]
            result[wide] = np.maximum.reduceat(every, np.cumsum(sizes) - sizes)
        return result
