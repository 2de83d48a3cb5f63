"""The numbers behind the array path: bytes for letters, classes of letters, an index for each surrounding.

`batch` says what they are for.
"""

from __future__ import annotations

import codecs
import string
import unicodedata
from collections.abc import Iterable, Sequence
from enum import IntFlag
from typing import Any

import numpy as np

from translit.writing.characters import APOSTROPHE, APOSTROPHES, TIE, in_capitals, is_cyrillic, nfc
from translit.writing.context import EDGE, SPACE, Context, Place
from translit.writing.rules import Choice
from translit.writing.scheme import Scheme

PALOCHKA = "\N{CYRILLIC LETTER PALOCHKA}"
LARGEST = 1 << 22  # entries of a table
RARE = 3  # letters of a source or of a context beyond which it is looked for in the text itself
MOST_RARE = 32
BAD = 1  # the byte of a character that only the plain path knows
LINE_END = 2
PLAIN_SIGNS = ' \t!"#$%&()*+,-./0123456789:;<=>?@[\\]^_{|}~«»–—…“„№·' + TIE
# Letters of other alphabets that a list of names may have beside the scheme's own, the commonest first.
OTHER_LETTERS = (
    string.ascii_lowercase
    + "абвгдежзийклмнопрстуфхцчшщъыьэюяёіўїєґ"
    + ("łšžčćńśźŭėĭéëïáèóąęĺżàâçêîíôòùúûõãäöüåæøñýřťďěůđğşășțāēģīķļņōŗūįųìœőűјљњћџђѓќѕ")
)
MOST = 254  # characters that a byte can tell apart, beside the one that stands for none


class Character(IntFlag):
    """What a character is."""

    CAPITAL = 1
    SMALL = 2
    LATIN = 4
    CYRILLIC = 8


CAPITAL, SMALL, LATIN, CYRILLIC = map(int, Character)  # plain numbers, which bytes are made of


class Unsuitable(Exception):
    """The scheme can't be worked in arrays."""


class Numbering:
    """One scheme as tables over bytes; raises Unsuitable where they would grow too large."""

    def __init__(self, scheme: Scheme) -> None:
        if scheme.crosses_words or scheme.typed_letters or "ӏ" in scheme.letters:  # what is typed for ӏ looks around
            raise Unsuitable
        self.scheme = scheme
        self._find_reach()
        self._number_letters()
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

    def _number_letters(self) -> None:
        """A byte for each letter, small and capital, for the signs that pass, and for letters of other alphabets."""
        small = sorted(letter for letter in self.scheme.letters if letter != APOSTROPHE)
        if any(len(letter.upper()) != 1 or letter.upper().lower() != letter for letter in small):
            raise Unsuitable
        signs = PLAIN_SIGNS + ("" if APOSTROPHE in self.scheme.letters else "".join(sorted(APOSTROPHES)))
        self.alphabet = small
        capitals = [letter.upper() for letter in small if letter.upper() != PALOCHKA]  # it is typed for the small one
        own = ["\0", "\x01", "\n", *small, *capitals, *(sign for sign in signs if sign not in small)]
        written = self._written(own[BAD:])
        spelling = self.scheme.spelling.items()
        self.meant = {typed: meant for typed, meant in spelling if len(typed) == 1 and meant in small}
        self.meant |= {typed.upper(): meant.upper() for typed, meant in self.meant.items()}
        strange = set("".join(self.scheme.spelling)) - set(self.meant)  # which the plain path puts right
        others = (other for other in dict.fromkeys((*self.meant, *OTHER_LETTERS)) if other not in strange)
        for pair in ((other, other.upper()) for other in others if other.islower()):
            if max(len(own), len(written)) + len(pair) <= MOST and not set(pair) & set(own):
                own += pair
                written |= set(pair)
        if max(len(own), len(written)) > MOST:
            raise Unsuitable
        self.chars = own
        self.encoding = codecs.charmap_build("".join(own).ljust(256, "\ufffe"))
        self.code = {char: number for number, char in enumerate(sorted(written), 1)}
        self.decoding = "\0" + "".join(self.code)
        self.nature = bytes(map(self._nature, own)).ljust(256, b"\0")

    def _written(self, signs: Sequence[str]) -> set[str]:
        """The characters of all outputs; finds how many bytes the longest needs."""
        outputs = {choice.output for choice in self._short()}
        outputs |= {letter for letter in self.alphabet if letter not in self.scheme.choices}
        outputs |= {self.scheme.capitalize(output, self.scheme.capitals) for output in outputs}
        outputs |= {in_capitals(output, self.scheme.capitals) for output in outputs}
        outputs |= set(signs)
        self.width = 4 if max(map(len, outputs)) <= 4 else 8
        if max(map(len, outputs)) > self.width or any(map(_is_loose, outputs - {TIE})):
            raise Unsuitable
        return set("".join(outputs))

    def _nature(self, char: str) -> int:
        if not char.isalpha():
            return 0
        return (CAPITAL if char != char.lower() else SMALL) | (CYRILLIC if is_cyrillic(char) else LATIN)

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
        strides = [1]
        for classes in [len(self.left_like)] * self.left + [len(self.right_like)] * self.right:
            strides.append(strides[-1] * classes)
        self.size = strides[-1] * len(self.chars) * 2
        if self.size > LARGEST:
            raise Unsuitable
        self.strides = strides
        self.shout = strides[-1] * len(self.chars)
        self.left_of = bytes(left_of).ljust(256, b"\0")
        self.right_of = bytes(right_of).ljust(256, b"\0")
        slot: Any = np.uint32 if self.width == 4 else np.uint64
        self.outputs = np.zeros(self.size, dtype=slot)
        self.lengths = np.zeros(self.size, dtype=np.uint8)  # of the source; 0 where not yet known

    def _folded(self, char: str) -> str:
        """The character as contexts see it."""
        if char in ("\n", " ", "\t"):
            return SPACE
        small = self.meant.get(char, char).lower()
        return small if small in self.scheme.letters or char.isalpha() else EDGE


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
