"""The candidates of a block of texts as columns: where they stand, and what is known of them (`Store`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from math import log10

import numpy as np

from translit.arrays import Bools, Float32s, Float64s, Int64s
from translit.finding.index.ranges import spread
from translit.text.candidates.bound_bearers import add_bound
from translit.text.candidates.candidate import Candidate
from translit.text.candidates.candidate_rows import Store
from translit.text.candidates.features import ACRONYM_COLUMN, ALONE
from translit.text.candidates.many_bearers import add_bearers
from translit.text.candidates.model import in_short_list, split_model
from translit.text.candidates.text_block import Block
from translit.text.lookup.gazetteer import Gazetteer

LEARNED_FROM = 3400  # entities of the lists that the model is learned with
# What a list ten times shorter adds to the logit of an acronym: fewer of its names are met by chance. Set by hand.
OF_ACRONYM = 0.9
OF_LIST = 0.4  # the same of all that are probable, chosen on news: with 15 entities 85 % of what was .65 were right
WIDEST = 64  # words of a span, and more than any has
_KEPT = ("block", "gazetteer", "store", "bases", "rows", "placed")


class Found:
    """The candidates of a block: each is a row of the store, and the place that the row counts its words from."""

    placed: Float32s  # [candidates, features of PLACED and OVERALL]

    def __init__(self, block: Block, store: Store, gazetteer: Gazetteer) -> None:
        self.block, self.store, self.gazetteer = block, store, gazetteer
        tokens, rows = store.rows_of(block, gazetteer)
        bases, longer = self._with_institutions(*store.rows_together(block, gazetteer))
        tokens, rows = add_bearers(block, gazetteer, store, (tokens, rows), (bases, longer))
        tokens, rows = add_bound(block, gazetteer, store, (tokens, rows), (bases, longer))
        kept = ~self._covered(tokens, rows, bases, longer)
        self.bases = np.concatenate([tokens[kept], bases])
        self.rows = np.concatenate([rows[kept], longer])

    def __len__(self) -> int:
        return len(self.rows)

    def candidate(self, number: int) -> Candidate:
        """A candidate; its places count from `bases`."""
        return self.store.candidates[int(self.rows[number])]

    def told(self, asked: Bools, test: Callable[[Candidate], bool]) -> Bools:
        """Whether a test (see `Answers`) holds of each candidate that is asked for, in whatever text it stands."""
        result = np.zeros(len(self), dtype=np.bool_)
        result[asked] = self.store.answers.told(self.rows[asked], test)
        return result

    def _with_institutions(self, bases: Int64s, rows: Int64s) -> tuple[Int64s, Int64s]:
        """Spans of several words, and the phrases that name an institution where no whole name is spelled so.

        A phrase takes the place of part of a name of the same entity.
        """
        more, new = self.store.rows_of_institutions(self.block, self.gazetteer)
        if not len(new):
            return bases, rows
        store = self.store
        whole = store.wholes[rows]
        listed = self._spans_of(bases[whole], rows[whole])
        open_ = ~np.isin(self._spans_of(more, new), listed)
        more, new = more[open_], new[open_]
        most = int(store.entities.max(initial=0)) + 1
        one, other = (
            self._spans_of(places, mine) * most + store.entities[mine] for places, mine in ((bases, rows), (more, new))
        )
        kept = ~np.isin(one, other)
        return np.concatenate([bases[kept], more]), np.concatenate([rows[kept], new])

    def _spans_of(self, bases: Int64s, rows: Int64s) -> Int64s:
        """A number for the span of each row."""
        first, last = self.store.firsts[rows], self.store.lasts[rows]
        return np.asarray((bases + first) * WIDEST + np.minimum(last - first, WIDEST - 1))

    def _covered(self, tokens: Int64s, rows: Int64s, bases: Int64s, longer: Int64s) -> Bools:
        """Which words by themselves stand in a longer span of the same entity."""
        if not len(longer):
            return np.zeros(len(tokens), dtype=np.bool_)
        entities, store = self.store.entities, self.store
        most = int(entities.max()) + 1
        firsts, ends = bases + store.firsts[longer], bases + store.lasts[longer] + 1
        inside = spread(firsts, ends) * most + entities[longer].repeat(ends - firsts)
        return np.isin(tokens * most + entities[rows], inside)

    def keep(self, kept: Bools) -> None:
        """Leave the other candidates out."""
        self.bases, self.rows = self.bases[kept], self.rows[kept]
        self._forget()

    def add(self, found: list[tuple[int, Candidate]], features: list[list[float]]) -> None:
        """Take more candidates, each with the number of its text, which have all their features."""
        for doc, one in found:
            row, _ = self.store.add([one], self.block.texts[doc])
            self.rows = np.append(self.rows, row)
            self.bases = np.append(self.bases, self.block.firsts[doc])
        if found:
            more = np.array(features, dtype=np.float32)[:, len(ALONE) :]
            self.placed = np.vstack([self.placed, more])
            self._forget()

    def _forget(self) -> None:
        for name in [name for name in self.__dict__ if name not in _KEPT]:
            del self.__dict__[name]

    @property
    def features(self) -> Float32s:
        """All features, [candidates, features.NAMES]."""
        return np.hstack([self.store.features[self.rows], self.placed])

    def features_of(self, number: int) -> list[float]:
        """The features of one candidate."""
        found: list[float] = self.store.features[int(self.rows[number])].tolist() + self.placed[number].tolist()
        return found

    @property
    def probabilities(self) -> Float64s:
        """The probability of each candidate."""
        logits, slopes = self.store.judged()
        smaller = max(0.0, log10(LEARNED_FROM / max(self.gazetteer.entities, 1)))
        acronym = self.store.features[self.rows, ACRONYM_COLUMN] > 0
        alone = logits[self.rows] + smaller * OF_ACRONYM * acronym
        chances = in_short_list(split_model().probabilities(alone, slopes[self.rows], self.placed), smaller * OF_LIST)
        return np.asarray(np.minimum(chances, self.store.compared[self.rows]))

    @cached_property
    def firsts(self) -> Int64s:
        """The place of the first word of each candidate."""
        return np.asarray(self.bases + self.store.firsts[self.rows])

    @cached_property
    def lasts(self) -> Int64s:
        """The place of the last word of each candidate."""
        return np.asarray(self.bases + self.store.lasts[self.rows])

    @cached_property
    def entities(self) -> Int64s:
        """The entity of each candidate."""
        return np.asarray(self.store.entities[self.rows])

    @cached_property
    def standing(self) -> Float64s:
        """How good each candidate is beside rivals."""
        return np.asarray(self.store.standing[self.rows])

    @cached_property
    def given_alone(self) -> Bools:
        """Whether each candidate is a given name alone."""
        return np.asarray(self.store.given_alone[self.rows])

    @cached_property
    def docs(self) -> Int64s:
        """The number of each candidate's text."""
        return np.asarray(self.block.doc[self.firsts])

    @cached_property
    def spans(self) -> Int64s:
        """A number for each span; candidates of one span share it."""
        wide = int((self.lasts - self.firsts).max(initial=0)) + 1
        return np.asarray(np.unique(self.firsts * wide + self.lasts - self.firsts, return_inverse=True)[1])

    @cached_property
    def matches(self) -> tuple[Int64s, Int64s]:
        """Each word that stands for one of a candidate's name: the candidate, the word's place."""
        numbers, places = self.store.places(self.rows)
        return numbers, self.bases[numbers] + places

    @cached_property
    def anchors(self) -> Bools:
        """Which candidates are full names of several words."""
        return np.asarray(self.store.anchors[self.rows])

    @cached_property
    def anchored(self) -> Bools:
        """Whether the full name of each candidate's entity stands in its text."""
        most = int(self.entities.max(initial=0)) + 1
        keys = self.docs * most + self.entities
        return np.isin(keys, keys[self.anchors])

    def any_match(self, told: Bools) -> Bools:
        """Whether any word of each candidate is told, of what is told of each of `matches`."""
        return np.asarray(np.bincount(self.matches[0], weights=told, minlength=len(self)) > 0)

    def most(self, values: Float64s) -> Float64s:
        """The greatest of the values of a candidate's words, of values of all places."""
        result = values[self.firsts].astype(np.float64)
        wide = np.flatnonzero(self.lasts > self.firsts)
        if len(wide):
            sizes = self.lasts[wide] + 1 - self.firsts[wide]
            every = values[spread(self.firsts[wide], self.lasts[wide] + 1)]
            result[wide] = np.maximum.reduceat(every, np.cumsum(sizes) - sizes)
        return result
