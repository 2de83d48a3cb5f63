"""A word with its capitals, stress marks and quotation marks back from Latin, over `reverse`."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import inf

import regex

from translit.writing.characters import APOSTROPHE, APOSTROPHES, STRESS, is_all_capitals, nfc
from translit.writing.context import EDGE
from translit.writing.letter_model import LetterModel
from translit.writing.reverse import Original, Reverser
from translit.writing.scheme import Scheme

DOUBLE = frozenset('"\N{DOUBLE PRIME}\N{MODIFIER LETTER DOUBLE PRIME}\N{RIGHT DOUBLE QUOTATION MARK}')
MEMO_LIMIT = 1 << 14
UNKNOWN = -12.0  # log-probability of a letter that the scheme can't have written
MARGIN = 12.0  # how much less likely than the best beginning of a word, in nats, another may be
ALIKE = {ord(char): '"' if char in DOUBLE else "'" for char in APOSTROPHES | DOUBLE}


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for the kind of apostrophe typed.

    >>> alike("Homyel'", "Homyel’"), alike("Homyel", "Homyel’")
    (True, False)
    """
    return nfc(one).translate(ALIKE) == nfc(other).translate(ALIKE)


@dataclass(frozen=True, slots=True)
class Written:
    """A text and its log-probability."""

    text: str
    score: float


class WordRestorer:
    """Finds the originals of single words in one scheme, those of its `via` included."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.reverser = Reverser(scheme)
        self.via = WordRestorer(scheme.via) if scheme.via is not None else None
        self.small = {capital: small for small, capital in scheme.capitals.items()}
        self.marks = frozenset(char for char in self.reverser.signs if not char.isalpha() and not char.isspace())
        typed = APOSTROPHES if self.marks & APOSTROPHES else frozenset()
        self.signs = self.marks | typed
        inside = "".join(map(regex.escape, sorted(self.signs)))
        self.run = regex.compile(rf"[\p{{L}}\p{{M}}{inside}]+")
        self._memo: dict[tuple[str, int, int], list[Written]] = {}

    def restore(self, run: str, limit: int, model: LetterModel) -> list[Written]:
        """The likeliest originals of a run of letters and signs; the run itself if it has none."""
        key = (run, limit, id(model))
        found = self._memo.get(key)
        if found is None:
            if len(self._memo) >= MEMO_LIMIT:
                self._memo.clear()
            found = self._memo[key] = self.find(run, limit, model) or [Written(run, UNKNOWN * len(run))]
        return found

    def could_write(self, text: str) -> bool:
        """Whether every letter of a text is one that the scheme writes."""
        letters = {char for char in nfc(text).lower() if char.isalpha()}
        return letters <= self.reverser.letters

    def pairs(self, word: str) -> list[tuple[str, str]]:
        """The sources of a text in small letters, each with what the scheme makes of it there."""
        result: list[tuple[str, str]] = []
        position = 0
        padded = "".join(char if char.isalpha() or char == APOSTROPHE else EDGE for char in word)
        while position < len(padded):
            length, output = self.scheme.choose(padded, position)
            if output is not None:
                result.append((padded[position : position + length], output))
            position += length
        return result

    def find(self, run: str, limit: int, model: LetterModel) -> list[Written]:
        """The originals of a run, none if the scheme can't have written any part of it."""
        for text in dict.fromkeys((run, self._usual_marks(run))):
            found = self._whole(text, limit, model)
            if found:
                return found
        place = self._split(run)
        if place is None:
            return []
        firsts = self._part(run[:place], limit, model)
        lasts = self._part(run[place + 1 :], limit, model)
        both = [Written(a.text + run[place] + b.text, a.score + b.score) for a in firsts for b in lasts]
        return sorted(both, key=lambda written: -written.score)[:limit]

    def _split(self, run: str) -> int | None:
        """Where a sign isn't part of the word: a quotation mark at its end or start, or one between two words."""
        if run[-1] in self.signs:
            return len(run) - 1
        return next((index for index, char in enumerate(run) if char in self.signs), None)

    def _part(self, run: str, limit: int, model: LetterModel) -> list[Written]:
        return self.restore(run, limit, model) if run else [Written("", 0.0)]

    def _usual_marks(self, run: str) -> str:
        """The run with typed apostrophes as the signs that the scheme writes."""
        single = next((sign for sign in sorted(self.marks & APOSTROPHES - DOUBLE)), "")
        double = next((sign for sign in sorted(self.marks & DOUBLE)), "")
        result = []
        for char in run:
            if char not in self.marks and char in APOSTROPHES:
                result.append((double if char in DOUBLE else single) or char)
            else:
                result.append(char)
        return "".join(result)

    def _whole(self, run: str, limit: int, model: LetterModel) -> list[Written]:
        text = unicodedata.normalize(self.reverser.form, run)
        bare, stresses = self._without_stress(text)
        small = "".join(self.small.get(char) or (char.lower() if len(char.lower()) == 1 else char) for char in bare)
        beam, margin = (64, inf) if limit == 1 else (6 * limit, MARGIN * (limit - 1))
        exact: list[Written] = []
        near: list[Written] = []
        for original in self.reverser.originals(small, model, beam, margin):
            cased = _cased(bare, original, stresses)
            score = model.whole(original.text, original.score)
            written = self.scheme.own(cased)
            if written == run or alike(written, run):
                exact.append(Written(cased, score))
            elif written.lower() == nfc(run).lower():
                near.append(Written(cased, score))
            if len(exact) >= limit:
                break
        found = sorted(exact or near, key=lambda written: -written.score)[:limit]
        if self.via is None:
            return found
        further = [
            Written(below.text, below.score) for written in found for below in self.via.find(written.text, limit, model)
        ]
        return sorted(dict.fromkeys(further), key=lambda written: -written.score)[:limit]

    def _without_stress(self, text: str) -> tuple[str, dict[int, str]]:
        """The text without the stress marks that no output of the scheme has; where they were."""
        bare: list[str] = []
        stresses: dict[int, str] = {}
        for char in text:
            parts = unicodedata.normalize("NFD", char)
            mark = next((part for part in parts if part in STRESS), "")
            if mark and char not in self.reverser.signs and char.lower() not in self.reverser.signs:
                bare.append(nfc(parts.replace(mark, "", 1)))
                stresses[max(0, len("".join(bare)) - 1)] = mark
            else:
                bare.append(char)
        return "".join(bare), stresses


def _cased(bare: str, original: Original, stresses: dict[int, str]) -> str:
    """The original with the capitals and stress marks of the spelling."""
    shout = is_all_capitals(bare)
    pieces: list[str] = []
    for unit in original.units:
        span = bare[unit.start : unit.end]
        source = unit.source
        if shout or (len(source) > 1 and is_all_capitals(span)):
            source = source.upper()
        elif any(char.isupper() for char in span):
            source = source[:1].upper() + source[1:] if source[:1] != APOSTROPHE else source.upper()
        pieces.append(source)
        if stresses:
            pieces.extend(stresses.get(index, "") for index in range(unit.start, unit.end))
    return nfc("".join(pieces))
