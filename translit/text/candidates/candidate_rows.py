"""Candidates that were worked out once, as rows: of a word by itself, and of words that stand together.

What a row says doesn't depend on the text around, so that all places of the same words share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

import numpy as np

from translit.arrays import Bools, Float32s, Float64s, Int64s
from translit.finding.index.ranges import spread
from translit.text.candidates.alone import alone, alone_as
from translit.text.candidates.answers import Answers
from translit.text.candidates.candidate import Candidate, Match
from translit.text.candidates.common_parts import is_common_part
from translit.text.candidates.compared import compared, may_differ
from translit.text.candidates.features import ALONE, NAMES, RESOLVED_COLUMN, alone_features, given_alone
from translit.text.candidates.institution_spans import institutions_in, phrases, written_in
from translit.text.candidates.model import split_model
from translit.text.candidates.spans import Key, best_of_each, groups, part_of, several, standing
from translit.text.candidates.text_block import Block
from translit.text.column import Column
from translit.text.lookup.forms import Form
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.words import Text, TextWord

ANCHOR = 0.3  # distance of the worst word up to which a full name counts as one that stands in the text
LIKELY = 0.5  # what `compare` says from which on a full name counts as one that stands in the text
LONGEST = 24  # words that stand together and are remembered


class Store:
    """The rows, by columns; `firsts` and `lasts` count from the first of the words that stand together."""

    def __init__(self) -> None:
        self.candidates: list[Candidate] = []
        self.answers = Answers(self.candidates)
        self._features, self._standing = Column(np.float32, len(ALONE)), Column(np.float64)
        self._numbers = Column(np.int64, 5)  # first, last, entity, places: the first and how many
        self._flags = Column(np.bool_, 4)
        self._clubs = Column(np.int64)
        self._places = Column(np.int64)
        self._logits, self._slopes = Column(np.float64), Column(np.float64, len(NAMES) - len(ALONE))
        self._compared = Column(np.float64)
        self._asked: list[tuple[int, Text]] = []  # rows that `compare` will be asked about, each in its text
        self._groups: dict[Key, tuple[int, int]] = {}
        self._phrases: dict[Key, tuple[int, int]] = {}
        self._bearers: dict[tuple[TextWord, int], int | None] = {}  # by entity, or by name as numbers below zero
        self.bound: list[int] = []  # rows of names that have a word which is that only beside the others

    def __len__(self) -> int:
        return len(self.candidates)

    def add(self, found: Sequence[Candidate], text: Text) -> tuple[int, int]:
        """Take candidates of a text; the first row and how many they are."""
        return self._take([(one, text) for one in found])

    def _take(self, found: Sequence[tuple[Candidate, Text]]) -> tuple[int, int]:
        start = len(self.candidates)
        if not found:
            return start, 0
        every = [one for one, _ in found]
        placed = [[place for place, _ in one.matches.values()] for one in every]
        firsts = accumulate(map(len, placed), initial=self._places.size)
        self._numbers.add([
            (one.first, one.last, one.form.entity, first, len(places))
            for one, first, places in zip(every, firsts, placed, strict=False)
        ])  # fmt: skip
        self._places.add([*chain.from_iterable(placed)])
        self._features.add([alone_features(one, text) for one, text in found])
        self._standing.add([standing(one) for one in every])
        self._flags.add([(given_alone(one), _is_anchor(one), _is_whole(one), is_common_part(one)) for one in every])
        self._clubs.add([int(one.form.club) for one in every])
        self._compared.add(np.ones(len(every)))
        self._asked += [(start + place, text) for place, (one, text) in enumerate(found) if may_differ(one)]
        self.bound += [start + place for place, one in enumerate(every) if one.bound is not None]
        self.candidates += every
        return start, len(every)

    @property
    def compared(self) -> Float64s:
        """The most probable that `compare` lets each row be."""
        if self._asked:
            rows = [row for row, _ in self._asked]
            self._compared.values[rows] = compared([(self.candidates[row], text) for row, text in self._asked])
            self._asked = []
        return self._compared.values

    def judged(self) -> tuple[Float64s, Float64s]:
        """What the model says of each row (`model.Split`)."""
        new = self._features.values[self._logits.size :]
        if len(new):
            logits, slopes = split_model().rows(new)
            self._logits.add(logits)
            self._slopes.add(slopes)
        return self._logits.values, self._slopes.values

    def fill(self, words: Iterable[TextWord], gazetteer: Gazetteer) -> None:
        """Work out what these words may be by themselves, where that wasn't done."""
        rows: list[tuple[Candidate, Text]] = []
        for word in words:
            if word.solos is None:
                text, found = Text(word.text, [word], [0], ["", ""]), alone(word, gazetteer)
                word.solos = len(self.candidates) + len(rows), len(found)
                rows += [(one, text) for one in found]
        self._take(rows)

    def bearer(self, word: TextWord, entity: int, gazetteer: Gazetteer) -> int | None:
        """The row of a word as the name of one entity by itself; None if it can't be."""
        key = word, entity
        if key not in self._bearers:
            row, count = self.add(alone_as(word, entity, gazetteer), Text(word.text, [word], [0], ["", ""]))
            self._bearers[key] = row if count else None
        return self._bearers[key]

    def bearer_as(self, word: TextWord, form: Form, slot: int, match: Match, gazetteer: Gazetteer) -> int | None:
        """The row of a word as that slot of a name by itself; None if it can't be."""
        key = word, -1 - form.number
        if key not in self._bearers:
            text = Text(word.text, [word], [0], ["", ""])
            one = Candidate(0, 0, form, {slot: (0, match)}, bound=slot)
            row, count = self.add(best_of_each([one], text, gazetteer), text)
            self._bearers[key] = row if count else None
        return self._bearers[key]

    def rows_of(self, block: Block, gazetteer: Gazetteer) -> tuple[Int64s, Int64s]:
        """The rows of words by themselves in a block, each with the place of the word."""
        self.fill((word for word in block.words if word.shape and word.ready), gazetteer)
        told = np.array([word.solos or (0, 0) for word in block.words], dtype=np.int64).reshape(-1, 2)
        first, count = told[:, 0], told[:, 1]
        places = np.flatnonzero(count[block.ids] > 0)
        ids = block.ids[places]
        return places.repeat(count[ids]), spread(first[ids], first[ids] + count[ids])

    def rows_together(self, block: Block, gazetteer: Gazetteer) -> tuple[Int64s, Int64s]:
        """The rows of words that stand together in a block, each with the place that it counts from."""
        starts, firsts, counts = [], [], []
        for group in groups(block, gazetteer):
            known = self._groups.get(group.key)
            if known is None:
                known = self.add(several(group, gazetteer), group.text)
                if len(group.text.words) <= LONGEST:
                    self._groups[group.key] = known
            if known[1]:
                starts.append(group.start)
                firsts.append(known[0])
                counts.append(known[1])
        first, count = np.array(firsts, dtype=np.int64), np.array(counts, dtype=np.int64)
        return np.array(starts, dtype=np.int64).repeat(count), spread(first, first + count)

    def rows_of_institutions(self, block: Block, gazetteer: Gazetteer) -> tuple[Int64s, Int64s]:
        """The rows of phrases that name an institution, each with the place that it counts from."""
        starts, firsts, counts = [], [], []
        runs: list[tuple[int, Text, Key]] = []
        for start, end in phrases(block) if gazetteer.things and len(gazetteer.institutions) else ():
            doc = int(block.doc[start])
            text = part_of(block.texts[doc], start - int(block.firsts[doc]), end - int(block.firsts[doc]))
            runs.append((start, text, (tuple(text.words), tuple(text.gaps))))
        new = [text for _, text, key in runs if key not in self._phrases]
        if new:
            gazetteer.institutions.prepare(phrase for text in new for phrase in written_in(text))
        for start, text, key in runs:
            known = self._phrases.get(key)
            if known is None:
                found = best_of_each(institutions_in(text, gazetteer), text, gazetteer)
                known = self._phrases[key] = self.add(found, text)
            if known[1]:
                starts.append(start)
                firsts.append(known[0])
                counts.append(known[1])
        first, count = np.array(firsts, dtype=np.int64), np.array(counts, dtype=np.int64)
        return np.array(starts, dtype=np.int64).repeat(count), spread(first, first + count)

    def places(self, rows: Int64s) -> tuple[Int64s, Int64s]:
        """The places of the words that stand for one of the name: the number of the row among these, the place."""
        told = self._numbers.values[rows]
        start, count = told[:, 3], told[:, 4]
        return np.arange(len(rows)).repeat(count), self._places.values[spread(start, start + count)]

    @property
    def firsts(self) -> Int64s:
        """The first word of each row."""
        return self._numbers.values[:, 0]

    @property
    def lasts(self) -> Int64s:
        """The last word of each row."""
        return self._numbers.values[:, 1]

    @property
    def entities(self) -> Int64s:
        """The entity of each row."""
        return self._numbers.values[:, 2]

    @property
    def features(self) -> Float32s:
        """What doesn't depend on the text, as `features.ALONE` names it."""
        return self._features.values

    @property
    def standing(self) -> Float64s:
        """How good each row is beside rivals."""
        return self._standing.values

    @property
    def given_alone(self) -> Bools:
        """Whether each row is a given name alone."""
        return self._flags.values[:, 0]

    @property
    def common(self) -> Bools:
        """Whether each row has but common words of an organization's name."""
        return self._flags.values[:, 3]

    @property
    def clubs(self) -> Int64s:
        """What the name of each row says of a sports club, as `forms.Club`."""
        return self._clubs.values

    @property
    def anchors(self) -> Bools:
        """Whether each row is a full name of several words."""
        return np.asarray(self._flags.values[:, 1] & (self.compared >= LIKELY))

    @property
    def resolved(self) -> Bools:
        """Whether each row is a phrase that names an institution."""
        return np.asarray(self._features.values[:, RESOLVED_COLUMN] > 0)

    @property
    def wholes(self) -> Bools:
        """Whether each row is a whole name of the entity's own."""
        return self._flags.values[:, 2]


def _is_anchor(one: Candidate) -> bool:
    return one.several and one.full and one.worst <= ANCHOR and not one.wrong_initial


def _is_whole(one: Candidate) -> bool:
    return one.form.own and one.full and one.worst <= ANCHOR and not one.acronym
