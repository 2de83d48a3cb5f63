"""One word back from Latin: every original that a scheme writes as these letters.

A word in small letters is read left to right as a sequence of outputs; each hypothesis is the original so far.
A source that was assumed is checked with the scheme's own choice of rules as soon as enough letters to its right
are known, so that wrong readings die early. Sources longer than `LONG` (whole words with a spelling of their own)
are left to the last check, which writes the finished word again.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import inf
from typing import Literal

from translit.writing.characters import APOSTROPHE, nfc
from translit.writing.context import EDGE
from translit.writing.letter_model import END, ORDER, START, LetterModel
from translit.writing.rules import Choice
from translit.writing.scheme import Scheme

LONG = 4
NOTHING = LetterModel({})
ALWAYS_NEVER = ("^" + APOSTROPHE, APOSTROPHE + "$", APOSTROPHE * 2)


@dataclass(frozen=True, slots=True)
class Edge:
    """One way to read letters: this output may come from this source."""

    source: str
    output: str
    choice: Choice | None  # None: a letter that the table lets pass as it is
    number: int
    long: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A source of the original and the place of its output in the word."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Original:
    """A word in small letters that the scheme writes as the given one, with its log-probability."""

    text: str
    score: float
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class _Partial:
    """A hypothesis: only its last letters are at hand, so that a long word takes no more time for each letter."""

    score: float
    tail: str  # the last letters of the original so far, as many as any rule looks at
    length: int  # how many letters it has
    pending: tuple[tuple[int, Edge], ...]  # where an unchecked source starts in the original
    unit: Unit | None = None
    before: _Partial | None = None

    def units(self) -> tuple[Unit, ...]:
        """Its sources from the first to the last."""
        found: list[Unit] = []
        partial: _Partial | None = self
        while partial is not None and partial.unit is not None:
            found.append(partial.unit)
            partial = partial.before
        return tuple(reversed(found))


class Reverser:
    """The inverse of one scheme, its `via` left out."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        outputs = {choice.output for found in scheme.choices.values() for choice in found}
        marked = any(output and unicodedata.combining(output[0]) for output in outputs)
        # a mark that would join the letter before it must be parted from it, so must one whose capital has
        # no character of its own (ǰ)
        parted = any(len(nfc(output.upper())) > len(nfc(output)) for output in outputs)
        self.form: Literal["NFC", "NFD"] = "NFD" if marked or parted else "NFC"
        self.edges: dict[str, list[Edge]] = {}
        for source, found in scheme.choices.items():
            for choice in found:
                self._add(source, choice.output, choice)
        for letter in scheme.letters - set(scheme.choices):
            self._add(letter, letter, None)
        self.silent = self.edges.pop("", [])
        self.widest = max(map(len, self.edges), default=1)
        self.signs = frozenset("".join(self.edges))
        self.letters = frozenset(unicodedata.normalize("NFC", "".join(self.edges))) | self.signs
        self._short = {
            source: tuple(choice for choice in found if not is_long(source, choice))
            for source, found in scheme.choices.items()
        }
        self._left, self._right = self._reaches()
        self._never: dict[int, set[str]] = {}
        for sequence in (*ALWAYS_NEVER, *scheme.table.never):
            marked_edges = sequence.replace("^", EDGE).replace("$", EDGE)
            self._never.setdefault(len(marked_edges), set()).add(marked_edges)
        looked_at = (self._left, *self._right.values(), scheme.reach, ORDER, *self._never)
        self._kept = 2 * max(looked_at) + scheme.longest
        self._verdicts: dict[tuple[str, int], tuple[int, str | None]] = {}
        self._fits: dict[tuple[int, str], bool] = {}

    def _add(self, source: str, output: str, choice: Choice | None) -> None:
        number = sum(map(len, self.edges.values()))
        long = choice is not None and is_long(source, choice)
        output = unicodedata.normalize(self.form, output)
        self.edges.setdefault(output, []).append(Edge(source, output, choice, number, long))

    def _reaches(self) -> tuple[int, dict[str, int]]:
        """How far the short rules look to the left, and to the right by the first letter of the source."""
        left = 0
        right: dict[str, int] = {}
        for source, found in self._short.items():
            for choice in found:
                left = max(left, choice.after.reach if choice.after else 0)
                reach = len(source) + (choice.before.reach if choice.before else 0)
                right[source[0]] = max(reach, right.get(source[0], 1))
        return left, right

    def originals(self, word: str, model: LetterModel = NOTHING, beam: int = 64, margin: float = inf) -> list[Original]:
        """Every original (the likeliest `beam`) of a word in small letters, the likeliest first.

        Beginnings less likely than the best one by `margin`, a difference of logarithms, are given up. The word
        must be in this reverser's normal form. What is returned fits all short rules; the caller writes it again
        to be sure of the long ones.
        """
        columns: list[list[_Partial]] = [[] for _ in range(len(word) + 1)]
        columns[0].append(_Partial(0.0, "", 0, ()))
        for position in range(len(word) + 1):
            found = self._likely(columns[position], beam, margin)
            if position and self.silent:
                found = self._likely(found + self._with_silent(found, position, model), beam, margin)
            if position == len(word):
                return self._finished(found, model)
            for width in range(1, min(self.widest, len(word) - position) + 1):
                for edge in self.edges.get(word[position : position + width], ()):
                    for partial in found:
                        grown = self._grow(partial, edge, position, model)
                        if grown is not None:
                            columns[position + width].append(grown)
        return []

    @staticmethod
    def _likely(found: list[_Partial], beam: int, margin: float) -> list[_Partial]:
        if len(found) < 2:
            return found
        ranked = sorted(found, key=_by_score)[:beam]
        least = ranked[0].score - margin
        return ranked if ranked[-1].score >= least else [partial for partial in ranked if partial.score >= least]

    def _with_silent(self, found: list[_Partial], position: int, model: LetterModel) -> list[_Partial]:
        """The hypotheses with a letter more that leaves no trace."""
        return [
            grown
            for partial in found
            if partial.unit is not None and partial.unit.end > partial.unit.start
            for edge in self.silent
            if (grown := self._grow(partial, edge, position, model)) is not None
        ]

    def _grow(self, partial: _Partial, edge: Edge, position: int, model: LetterModel) -> _Partial | None:
        """The hypothesis with one source more, if nothing speaks against it."""
        before = partial.tail
        if not self._fits_after(edge, before):
            return None
        text = before + edge.source
        cut = partial.length - len(before)  # letters that aren't at hand any more
        marked = EDGE + text
        for size, sequences in self._never.items():
            for end in range(len(marked) - len(edge.source) + 1, len(marked) + 1):
                if marked[max(0, end - size) : end] in sequences:
                    return None
        pending = partial.pending if edge.long else (*partial.pending, (partial.length, edge))
        kept: list[tuple[int, Edge]] = []
        for start, claimed in pending:
            right = self._right.get(claimed.source[0], 1)
            if cut + len(text) < start + right:
                kept.append((start, claimed))
            elif not self._chosen(text, start - cut, claimed, right):
                return None
        score = partial.score
        padded = START * (ORDER - 1) + text
        for end in range(len(padded) - len(edge.source) + 1, len(padded) + 1):
            score += model.step(padded[end - ORDER : end])
        unit = Unit(edge.source, position, position + len(edge.output))
        return _Partial(score, text[-self._kept :], cut + len(text), tuple(kept), unit, partial)

    def _fits_after(self, edge: Edge, before: str) -> bool:
        if edge.choice is None or edge.choice.after is None:
            return True
        key = (edge.number, before[-edge.choice.after.reach :])
        found = self._fits.get(key)
        if found is None:
            found = self._fits[key] = edge.choice.after.holds_after(before, len(before))
        return found

    def _chosen(self, text: str, start: int, edge: Edge, right: int) -> bool:
        """Whether the short rules would choose this source and output here."""
        first = max(0, start - self._left)
        key = (text[first : start + right], start - first)
        found = self._verdicts.get(key)
        if found is None:
            found = self._verdicts[key] = self._choose(*key)
        return found == (len(edge.source), None if edge.choice is None else edge.choice.output)

    def _choose(self, text: str, position: int) -> tuple[int, str | None]:
        for length in self.scheme.starts.get(text[position], ()):
            source = text[position : position + length]
            for choice in self._short.get(source, ()) if len(source) == length else ():
                if choice.fits(text, position, position + length):
                    return length, choice.output
        return 1, None

    def _finished(self, found: list[_Partial], model: LetterModel) -> list[Original]:
        result: list[Original] = []
        seen: set[str] = set()
        for partial in sorted(found, key=_by_score):
            units = partial.units()
            text = "".join(unit.source for unit in units)
            marked = EDGE + text + EDGE
            if text in seen or any(marked[-size:] in sequences for size, sequences in self._never.items()):
                continue
            if all(self._chosen(text, start, edge, len(text) - start) for start, edge in partial.pending):
                seen.add(text)
                score = partial.score + model.step((START * (ORDER - 1) + text)[-ORDER + 1 :] + END)
                result.append(Original(text, score, units))
        return sorted(result, key=lambda original: (-original.score, original.text))


def _by_score(partial: _Partial) -> float:
    return -partial.score


def is_long(source: str, choice: Choice) -> bool:
    """Whether a rule looks at more letters than can be checked while a word is read: one for a whole word, say."""
    reach = max(choice.after.reach if choice.after else 0, choice.before.reach if choice.before else 0)
    return len(source) > LONG or reach > LONG
