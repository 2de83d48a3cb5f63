"""The numbers behind the array path: bytes for letters, classes of letters, an index for each surrounding.

`array` says what they are for.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from translit.writing.choices import Choice
from translit.writing.context import EDGE, SPACE, Context, Place
from translit.writing.letters import APOSTROPHE, nfc, shouted
from translit.writing.scheme import Scheme

LARGEST = 1 << 22  # entries of a table
RARE = 3  # letters of a source or of a context beyond which it is looked for in the text itself
MOST_RARE = 32
PALOCHKA = "\N{CYRILLIC LETTER PALOCHKA}"
BAD = 1  # the byte of a character that only the plain path knows
LINE_END = 2
PLAIN_SIGNS = " \t!\"#$%&()*+,-./0123456789:;<=>?@[\\]^_{|}~«»–—…“„№"


class Unsuitable(Exception):
    """The scheme can't be worked in arrays."""


class Numbering:
    """One scheme as tables over bytes; raises Unsuitable where they would grow too large."""

    def __init__(self, scheme: Scheme) -> None:
        if scheme.crosses_words or scheme.typed_letters:
            raise Unsuitable
        self.scheme = scheme
        self._find_reach()
        self._number_input()
        self._number_output()
        self._number_surroundings()

    def _find_reach(self) -> None:
        """How far the rules look, those for long sources left out: these are looked for in the text."""
        self.rare: list[str] = []
        self.left = self.right = 0
        self.joins = False
        for source, found in self.scheme.choices.items():
            for choice in found:
                before = choice.before.reach if choice.before else 0
                after = choice.after.reach if choice.after else 0
                if len(source) > RARE:
                    self.rare.append(source)
                    continue
                self.joins |= len(source) > 1
                self.left = max(self.left, after)
                self.right = max(self.right, len(source) - 1 + before)
        if len(self.rare) > MOST_RARE or self.left > RARE or self.right > RARE:
            raise Unsuitable

    def _short(self) -> list[Choice]:
        return [choice for source, found in self.scheme.choices.items() if len(source) <= RARE for choice in found]

    def _number_input(self) -> None:
        """A byte for each letter, small and capital, and for the signs that pass."""
        small = sorted(letter for letter in self.scheme.letters if letter != APOSTROPHE)
        if any(len(letter.upper()) != 1 or letter.upper().lower() != letter for letter in small):
            raise Unsuitable
        signs = PLAIN_SIGNS + ("" if APOSTROPHE in self.scheme.letters else "'`")
        self.alphabet = small
        capitals = [letter.upper() for letter in small if letter.upper() != PALOCHKA]  # it is typed for the small one
        chars = [*small, *capitals, *(sign for sign in signs if sign not in small)]
        if len(chars) + LINE_END >= 255:
            raise Unsuitable
        self.first = LINE_END + 1
        self.chars = ["\0", "\x01", "\n", *chars]
        self.encoding = codecs.charmap_build("".join(self.chars).ljust(256, "\ufffe"))

    def _number_output(self) -> None:
        """A byte for each character of an output, and how many bytes the longest needs."""
        outputs = {choice.output for choice in self._short()}
        outputs |= {letter for letter in self.alphabet if letter not in self.scheme.choices}
        outputs |= {self.scheme.capitalize(output, self.scheme.capitals) for output in outputs}
        outputs |= {shouted(output, self.scheme.capitals) for output in outputs}
        outputs |= set(self.chars[BAD:])
        self.width = 4 if max(map(len, outputs)) <= 4 else 8
        chars = sorted(set("".join(outputs)))
        if max(map(len, outputs)) > self.width or len(chars) > 254 or any(map(_is_loose, outputs)):
            raise Unsuitable
        self.code = {char: number for number, char in enumerate(chars, 1)}
        self.decoding = "\0" + "".join(chars)

    def _number_surroundings(self) -> None:
        """Classes of letters on either side, and the tables that add up to an index."""
        choices = self._short()
        after = _places(choice.after for choice in choices)
        before = _places(choice.before for choice in choices)
        inside = {char for source in self.scheme.choices if 1 < len(source) <= RARE for char in source[1:]}
        folded = [self._folded(char) for char in self.chars]
        left_of, self.left_like = _classes([tuple(char in place for place in after) for char in folded], folded)
        right_of, self.right_like = _classes(
            [(*(char in place for place in before), char if char in inside else "") for char in folded], folded
        )
        self.kinds = len(self.chars) - self.first + 1  # every character with its case, and the line end
        strides = [1]
        for classes in [len(self.left_like)] * self.left + [len(self.right_like)] * self.right:
            strides.append(strides[-1] * classes)
        self.size = strides[-1] * len(self.chars) * 2
        if self.size > LARGEST:
            raise Unsuitable
        self.strides = strides
        padding = [0] * (256 - len(self.chars))
        self.sides = [
            (distance, np.array([number * strides[place] for number in numbers] + padding, dtype=np.int32))
            for place, (distance, numbers) in enumerate(
                [(-step, left_of) for step in range(1, self.left + 1)]
                + [(step, right_of) for step in range(1, self.right + 1)]
            )
        ]
        self.own = np.arange(256, dtype=np.int32) * strides[-1]
        self.shout = strides[-1] * len(self.chars)
        capital = [char != char.lower() for char in self.chars] + [False] * len(padding)
        self.is_capital = np.array(capital)
        self.is_small = np.array([char in self.alphabet for char in self.chars] + [False] * len(padding))
        slot: Any = np.uint32 if self.width == 4 else np.uint64
        self.outputs = np.zeros(self.size, dtype=slot)
        self.lengths = np.zeros(self.size, dtype=np.uint8)  # of the source; 0 where not yet known

    def _folded(self, char: str) -> str:
        """The character as contexts see it."""
        if char in ("\n", " ", "\t"):
            return SPACE
        small = char.lower()
        return small if small in self.scheme.letters else EDGE


def _classes(signatures: Sequence[tuple[object, ...]], folded: Sequence[str]) -> tuple[list[int], list[str]]:
    """The number of each character's class, and a character of each class."""
    numbers: dict[tuple[object, ...], int] = {}
    like: list[str] = []
    for signature, char in zip(signatures, folded, strict=True):
        if signature not in numbers:
            numbers[signature] = len(like)
            like.append(char)
    return [numbers[signature] for signature in signatures], like


def _places(contexts: Iterable[Context | None]) -> list[Place]:
    return [place for context in contexts if context for chosen in context.alternatives for place in chosen]


def _is_loose(output: str) -> bool:
    """Whether an output could join what stands before it, or isn't in normal form."""
    return output != nfc(output) or bool(output and unicodedata.combining(output[0]))
