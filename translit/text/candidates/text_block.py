"""A block of texts as columns: its words and the gaps between them as numbers, so that all are worked at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain

import numpy as np

from translit.arrays import Bools, Int16s, Int64s
from translit.text.candidates.answers import Answers
from translit.text.candidates.person_spans import AFTER_INITIAL
from translit.text.candidates.person_spans import JOINTS as PERSON_JOINTS
from translit.text.candidates.thing_spans import JOINTS as THING_JOINTS
from translit.text.column import Column
from translit.text.reading.openings import asks, is_opening, may_be_given
from translit.text.reading.words import DIGITS, ONE_LETTER, SHAPE, Shape, Text, TextWord, ends_sentence

# What is said of a gap, as bits: a blank; a hyphen; a sentence may end in it; it starts with a full stop; it may stand
# inside a person's name, after an initial too, or inside that of a place or organization; a quotation mark ends it, or
# starts it.
PLAIN, BLANK, HYPHEN, ENDS, DOTTED, IN_PERSON, AFTER, IN_THING, OPENS, CLOSES = (1 << place for place in range(10))
_OPENING, _CLOSING = frozenset('«„“"‚‘”»'), frozenset('»“”"’‘«')  # German turns « and » round, Finnish has ” twice


class _Gaps(dict[str, int]):
    """Gap → what is said of it, as bits."""

    def __missing__(self, gap: str) -> int:
        bits = (gap in (" ", "\xa0")) * PLAIN | (gap == " ") * BLANK | (gap == "-") * HYPHEN
        bits |= ends_sentence(gap) * ENDS | gap.startswith(".") * DOTTED
        bits |= (gap in PERSON_JOINTS or gap == ", ") * IN_PERSON | (gap in AFTER_INITIAL) * AFTER
        bits |= THING_JOINTS.issuperset(gap) * IN_THING
        bits |= (gap[-1:] in _OPENING) * OPENS | (gap[:1] in _CLOSING) * CLOSES
        if len(gap) <= LONGEST_KEPT and len(self) < MOST_KEPT:
            self[gap] = bits
        return bits


LONGEST_KEPT, MOST_KEPT = 16, 1 << 14
_GAPS = _Gaps()
Test = Callable[[TextWord], bool]
Ask = Callable[[Sequence[TextWord]], Sequence[int]]


class Written:
    """The words that were met, as columns of what is said of each as it is written."""

    def __init__(self) -> None:
        self.words: list[TextWord] = []
        self._number: dict[str, int] = {}
        self._columns = Column(np.int64, 3)
        self.answers = Answers(self.words)

    def columns(self) -> Int64s:
        """Of each word: its bits, the number of its text, and that of its text in small letters if it has capitals."""
        number, known = self._number, self._columns
        self._columns.add([
            (word.bits, number.setdefault(word.text, len(number)), number.setdefault(word.lower, len(number)))
            for word in self.words[known.size :]
        ])  # fmt: skip
        return known.values


class Block:
    """Some texts as columns; a word's place is counted over all of them.

    `firsts[k]` is the place of the first word of text k; `ids` are numbers in `words`, the distinct words, which are
    among those of `written`.
    """

    def __init__(self, texts: Sequence[Text], numbers: Int64s, written: Written) -> None:
        self.texts, self.written = texts, written
        sizes = np.array([len(text.words) for text in texts], dtype=np.int64)
        self.firsts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
        self.size = int(self.firsts[-1])
        self.numbers = numbers  # of the words among those that were met
        columns = written.columns()
        there = np.zeros(len(columns), dtype=np.bool_)
        there[numbers] = True
        self.words = list(map(written.words.__getitem__, np.flatnonzero(there).tolist()))
        self.ids: Int64s = (np.cumsum(there) - 1)[numbers]
        self.bits: Int64s = columns[numbers, 0]  # of the word at each place
        self._texts, self._lower = columns[numbers, 1], columns[numbers, 2]
        self.doc = np.repeat(np.arange(len(texts), dtype=np.int64), sizes)
        every = chain.from_iterable([text.gaps for text in texts])
        gaps = np.fromiter(map(_GAPS.__getitem__, every), dtype=np.uint16, count=self.size + len(texts))
        places = np.arange(self.size, dtype=np.int64) + self.doc
        self.before, self.after = gaps[places], gaps[places + 1]  # the gaps around each word

    def column(self, values: Sequence[int]) -> Int64s:
        """Numbers of the distinct words, at every place."""
        return np.array(values, dtype=np.int64)[self.ids] if self.size else np.zeros(0, dtype=np.int64)

    @cached_property
    def shape(self) -> Int64s:
        """How each word is written."""
        return self.bits & SHAPE

    @cached_property
    def starts(self) -> Bools:
        """Whether each word stands first in its sentence; see `Text.starts_sentence`."""
        letter = np.zeros(self.size, dtype=np.bool_)
        letter[1:] = (self.bits[:-1] & ONE_LETTER) > 0
        found: Bools = ((self.before & ENDS) > 0) & ~(((self.before & DOTTED) > 0) & letter)
        found[self.firsts[:-1][self.firsts[:-1] < self.size]] = True
        return np.asarray(found)

    @cached_property
    def runs(self) -> Int64s:
        """The number of the run of each word: in a name of several words none of two runs stand together."""
        initial = np.zeros(self.size, dtype=np.bool_)
        initial[1:] = self.shape[:-1] == Shape.LETTER
        held = (self.before & (IN_PERSON | IN_THING)) > 0
        held |= ((self.before & AFTER) > 0) & initial
        held[self.firsts[:-1][self.firsts[:-1] < self.size]] = False
        return np.cumsum(~held)

    @cached_property
    def near(self) -> Bools:
        """Whether each word may be one of a name beside another."""
        ready = self.column([word.ready for word in self.words]) > 0
        return np.asarray(ready | (self.shape == Shape.LETTER) | ((self.bits & DIGITS) > 0))

    @cached_property
    def sizes(self) -> Int64s:
        """How many names each word may be one of."""
        return self.column([word.size for word in self.words])

    @cached_property
    def folded(self) -> Int64s:
        """A number for what each word folds to."""
        return self._numbered([word.folded for word in self.words])

    @cached_property
    def has_sets(self) -> Bools:
        """Whether each word may be a given name."""
        return np.asarray(self.column([bool(word.sets) for word in self.words]) > 0)

    @cached_property
    def opening(self) -> Bools:
        """Which words have a capital only because a sentence starts with them: see `openings`."""
        result = np.zeros(self.size, dtype=np.bool_)
        for place in np.flatnonzero(self.starts & self.has_sets & (self.shape == Shape.CAPITAL)).tolist():
            word = self.words[int(self.ids[place])]
            result[place] = (
                is_opening(word.text, word.language)
                or not any(map(may_be_given, (word.text, word.folded)))
                or (asks(word.text, word.language) and self._is_in_question(place))
            )
        return result

    @cached_property
    def given(self) -> Bools:
        """Whether each word may be a given name, where it stands."""
        return np.asarray(self.has_sets & ~self.opening)

    def _is_in_question(self, place: int) -> bool:
        """Whether the sentence of a word ends in a question mark."""
        doc = int(self.doc[place])
        text, first = self.texts[doc], int(self.firsts[doc])
        ends = (gap for gap in text.gaps[place - first + 1 :] if ends_sentence(gap) or "?" in gap)
        return "?" in next(ends, "")

    @cached_property
    def counts(self) -> tuple[Int64s, Int64s]:
        """How often each word with a capital stands in its text, and how often it does in small letters; else 0."""
        texts, shaped = self._texts, np.flatnonzero(self.shape)
        lower = self._lower[shaped]
        wide = max(int(texts.max(initial=0)), int(lower.max(initial=0))) + 1
        asked = np.zeros(wide, dtype=np.bool_)  # most words of a text are none of these, and aren't counted
        asked[texts[shaped]] = asked[lower] = True
        known, counted = np.unique((self.doc * wide + texts)[asked[texts]], return_counts=True)
        often, small = np.zeros((2, self.size), dtype=np.int64)
        often[shaped] = _at(known, counted, self.doc[shaped] * wide + texts[shaped])
        small[shaped] = _at(known, counted, self.doc[shaped] * wide + lower)
        small[shaped] *= lower != texts[shaped]  # there are words without a capital among them
        return often, small

    def told(self, places: Int64s, test: Test) -> Bools:
        """Whether a test of words (see `Answers`) holds at each of some places."""
        return self.written.answers.told(self.numbers[places], test) if self.size else np.zeros(0, dtype=np.bool_)

    def said(self, places: Int64s, ask: Ask) -> Int16s:
        """What is said of the words (see `Answers`) at some places."""
        return self.written.answers.said(self.numbers[places], ask)

    def _numbered(self, texts: Sequence[str]) -> Int64s:
        number: dict[str, int] = {}
        return self.column([number.setdefault(text, len(number)) for text in texts])


def _at(keys: Int64s, values: Int64s, wanted: Int64s) -> Int64s:
    """The values of the wanted ones of sorted keys; 0 for those that aren't there."""
    if not len(keys):
        return np.zeros(len(wanted), dtype=np.int64)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, values[places], 0)
