"""The words of a text: where they stand, how they are written, and what was found out about each, once.

Each distinct written word of a language is one `TextWord`, shared by all the places where it stands and by all texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import Any

from translit.patterns import plain_pattern
from translit.text.reading.bare_words import ELIDED
from translit.text.reading.capitals import calendar, capital_nouns
from translit.text.reading.cues import cue_before
from translit.text.reading.language import function_words

SPLIT = plain_pattern(r"([\w\u0300-\u036f\u00ad]+(?:['’ʼ`´][\w\u0300-\u036f\u00ad]+)*)")
_SENTENCE_END = plain_pattern(r"[.!?…\n:;«“„\"(•|]|^\W*[-–—]\W*$|\s[-–—]\s")


class Shape(IntEnum):
    """How a word is written."""

    LOWER = 0
    CAPITAL = 1  # the first letter alone, or more of them: McDonald
    UPPER = 2  # two letters or more, all capitals
    LETTER = 3  # one capital letter


class Bit(IntFlag):
    """What is kept of a word beside its shape, which is the two bits below these."""

    ONE_LETTER = 4
    DIGITS = 8
    FUNCTION = 16
    CALENDAR = 32
    NOUN = 64  # in a language where all nouns have a capital
    CUE = 128  # comes before a name


SHAPE = 3  # the bits of the shape
ONE_LETTER, DIGITS, FUNCTION, CALENDAR, NOUN, CUE = map(int, Bit)  # plain numbers for inner loops: see persons.marks


# What most words have nothing of, shared by all of them and never changed: a hundred thousand empty tables cost memory
# and the time of the collector.
NO_HITS: dict[str, tuple[float, float, int]] = {}
NO_OPTIONS: dict[int, Any] = {}
NO_BOUND: dict[TextWord, dict[int, tuple[int, tuple[float, float, int]]]] = {}
NO_PARTNERS: dict[TextWord, Sequence[int]] = {}
NO_SETS: dict[int, tuple[float, float, int]] = {}
NO_WORDS: set[TextWord] = set()
NO_PARTS: frozenset[str] = frozenset()
NO_CONCEPTS: frozenset[int] = frozenset()


class TextWord:
    """A word as written, and what the entities' names say about it; `ready` once it has been looked up."""

    __slots__ = (
        "adjective", "alone", "around", "asked", "bits", "bound", "concepts", "derived", "elided", "folded", "hits",
        "ids", "language", "lower", "many", "names", "number", "only_derived", "options", "partners", "ready", "sets",
        "shape", "size", "small", "solos", "text", "things",
    )  # fmt: skip

    def __init__(self, text: str, language: str | None = None) -> None:
        self.text, self.language = text, language
        self.number = -1  # among those met, see `Reader`
        lower = text.lower()
        self.lower = text if lower == text else lower  # one text is enough
        self.shape = shape = shape_of(text)
        bits = shape | ONE_LETTER if len(text) == 1 else int(shape)
        if lower in function_words():
            bits |= FUNCTION
        noun = capital_nouns(language)
        if not shape:
            bits |= text.isdigit() * DIGITS
        if noun or not shape:
            bits |= cue_before(lower) * CUE
        if lower in calendar(language):
            bits |= CALENDAR
        self.bits = bits | NOUN if noun else bits
        self.ready = False
        self.elided = 0  # letters of an article or preposition before an apostrophe
        self.folded = ""
        self.hits = NO_HITS  # folded word of a name → distance, cost of base, cases
        self.ids: tuple[tuple[int, ...], ...] = ()  # words of the index, a list for each layer of names
        self.names: Sequence[int] = ()  # the names that have one of them; if they are many those of one word
        self.many = False
        self.derived = NO_PARTS  # folded words of names that it may be derived from
        self.only_derived = NO_PARTS  # those that it can't be a form of
        self.solos: tuple[int, int] | None = None  # first and number of what it may be by itself, once that was asked
        self.things: tuple[int, ...] | None = None  # how words begin beside it in names of places and organizations
        self.small: tuple[int, ...] | None = None  # how it begins, if it is in small letters, as such words do
        self.asked: set[TextWord] = NO_WORDS  # words in small letters beside it that were looked at
        self.around: tuple[frozenset[int], bool] | None = None  # what its names have besides
        self.options = NO_OPTIONS  # name → its words that this one may be, the closest first
        self.partners = NO_PARTNERS  # names that it shares with a neighbour
        self.bound = NO_BOUND  # given name beside it → name → the family name of it that it is there: see `bound_names`
        self.adjective = 0.0  # how likely it is derived from a name, on a scale from 0 to 1
        self.alone: Sequence[int] = ()  # names that it may be the acronym of
        self.size = 0  # names that have one of the words
        self.sets = NO_SETS  # sets of given names, as `hits`
        self.concepts = NO_CONCEPTS

    def __repr__(self) -> str:
        return f"TextWord({self.text!r})"


def shape_of(text: str) -> Shape:
    """How a word is written.

    >>> [shape_of(text).name for text in ("мір", "Мір", "МІР", "М", "G7")]
    ['LOWER', 'CAPITAL', 'UPPER', 'LETTER', 'UPPER']
    """
    if text.islower() or not text[:1].isalpha():
        return Shape.LOWER
    if not text[0].isupper():
        elided = ELIDED.match(text)
        if elided and text[elided.end()].isupper():
            return shape_of(text[elided.end() :])
        own = text[1:2].isupper() or (text.isalpha() and text != text.lower())  # iPhone, airBaltic
        return Shape.CAPITAL if own else Shape.LOWER
    if len(text) == 1:
        return Shape.LETTER
    return Shape.UPPER if text.isupper() else Shape.CAPITAL


@dataclass(slots=True)
class Text:
    """A text as words: `starts[k]` is where the word k starts, `gaps[k]` what stands before it."""

    text: str
    words: list[TextWord]
    starts: list[int]
    gaps: list[str]

    def end(self, place: int) -> int:
        """Where a word ends."""
        return self.starts[place] + len(self.words[place].text)

    def starts_sentence(self, place: int) -> bool:
        """Whether a word stands first in its sentence, or where one may start: after a quotation mark, a bracket."""
        gap = self.gaps[place]
        initial = gap.startswith(".") and place > 0 and len(self.words[place - 1].text) == 1
        return place == 0 or (ends_sentence(gap) and not initial)


def ends_sentence(gap: str) -> bool:
    """Whether a sentence may end in what stands between two words.

    >>> [ends_sentence(gap) for gap in (" ", ".", ". ", " (", "\\n")]
    [False, False, True, True, True]
    """
    blank = gap.isspace() and "\n" not in gap
    return not blank and gap != "." and _SENTENCE_END.search(gap) is not None
