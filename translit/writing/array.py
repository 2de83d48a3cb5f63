"""The array path: a long list of texts written by one scheme in a few passes of numpy.

Blocks of texts are joined by line ends and encoded to one byte a character. What a letter becomes depends on itself
and on a few letters around it; letters that no rule tells apart are one class, so these surroundings are a small
number, the index of a table that is filled as they turn up. Each entry holds the output in a fixed number of
bytes, zeros for none; they are gathered, the zeros dropped, and the bytes decoded with the scheme's output letters.

Lines with anything unusual (apostrophes, stress marks, other scripts, words with capitals inside) take the plain path;
so does the whole list where a table looks too far to be numbered so. The result is always that of `Scheme.write`.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.writing.choices import Choice
from translit.writing.context import EDGE, SPACE, Context, Place
from translit.writing.letters import APOSTROPHE, nfc, shouted
from translit.writing.registry import scheme as scheme_of
from translit.writing.scheme import Scheme

BLOCK = 4096  # texts worked at once: their arrays stay within the processor's cache
FEWEST = 64  # texts for which arrays pay
LARGEST = 1 << 22  # entries of a table
RARE = 3  # letters of a source or of a context beyond which it is looked for in the text itself
MOST_RARE = 32
PALOCHKA = "\N{CYRILLIC LETTER PALOCHKA}"
BAD = 1  # the byte of a character that only the plain path knows
LINE_END = 2
SMALL, CAPITAL, SHOUTED = range(3)
PLAIN_SIGNS = " \t!\"#$%&()*+,-./0123456789:;<=>?@[\\]^_{|}~«»–—…“„№"


class _Unsuitable(Exception):
    """The scheme can't be worked in arrays."""


def transliterate_many(texts: Sequence[str], scheme: str) -> list[str]:
    """Each text written by a scheme; the same as `transliterate` one by one, several times faster on a long list.

    Raises UnknownScheme if no table has this id.

    >>> transliterate_many(["Мінск", "Гомель"], "be-lacinka")
    ['Minsk', 'Homiel']
    """
    found = scheme_of(scheme)
    if len(texts) < FEWEST:
        return found.transliterate_all(texts)
    return _written(found, texts)


def _written(scheme: Scheme, texts: Sequence[str]) -> list[str]:
    if scheme.via is not None:
        texts = _written(scheme.via, texts)
    machine = _machine(scheme)
    if machine is None:
        return list(map(scheme.own, texts))
    result: list[str] = []
    for start in range(0, len(texts), BLOCK):
        result += machine.block(texts[start : start + BLOCK])
    return result


@cache
def _machine(scheme: Scheme) -> Machine | None:
    try:
        return Machine(scheme)
    except _Unsuitable:
        return None


def _bad(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return bytes([BAD]) * (error.end - error.start), error.end


codecs.register_error("translit.bad", _bad)


class Machine:
    """One scheme as tables over bytes; raises _Unsuitable where they would grow too large."""

    def __init__(self, scheme: Scheme) -> None:
        if scheme.crosses_words or scheme.typed_letters:
            raise _Unsuitable
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
            raise _Unsuitable

    def _short(self) -> list[Choice]:
        return [choice for source, found in self.scheme.choices.items() if len(source) <= RARE for choice in found]

    def _number_input(self) -> None:
        """A byte for each letter, small and capital, and for the signs that pass."""
        small = sorted(letter for letter in self.scheme.letters if letter != APOSTROPHE)
        if any(len(letter.upper()) != 1 or letter.upper().lower() != letter for letter in small):
            raise _Unsuitable
        signs = PLAIN_SIGNS + ("" if APOSTROPHE in self.scheme.letters else "'`")
        self.alphabet = small
        capitals = [letter.upper() for letter in small if letter.upper() != PALOCHKA]  # it is typed for the small one
        chars = [*small, *capitals, *(sign for sign in signs if sign not in small)]
        if len(chars) + LINE_END >= 255:
            raise _Unsuitable
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
            raise _Unsuitable
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
            raise _Unsuitable
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

    def block(self, texts: Sequence[str]) -> list[str]:
        """The texts written by the scheme, its `via` left out."""
        joined = "\n".join(texts)
        if joined.isascii() or joined.count("\n") != len(texts) - 1:
            return list(map(self.scheme.own, texts))
        raw, _ = codecs.charmap_encode(joined, "translit.bad", self.encoding)
        pad = bytes([LINE_END]) * RARE
        codes = np.frombuffer(pad + raw + pad, dtype=np.uint8)
        size = len(raw)
        middle = codes[RARE : RARE + size]
        index = self.own[middle]
        for distance, side in self.sides:
            index += side[codes[RARE + distance : RARE + distance + size]]
        odd = self._odd_lines(joined, middle, raw)
        if 2 * len(odd) > len(texts):
            return list(map(self.scheme.own, texts))
        odd |= self._shout(codes, size, index, middle)
        slots, swallowed = self._gather(index, middle)
        if swallowed is not None:
            odd |= swallowed
        written = slots.tobytes().translate(None, b"\0")
        result = codecs.charmap_decode(written, "strict", self.decoding)[0].split("\n")
        for number in odd:
            result[number] = self.scheme.own(texts[number])
        return result

    def _odd_lines(self, joined: str, middle: NDArray[np.uint8], raw: bytes) -> set[int]:
        """The lines that only the plain path can write."""
        odd: set[int] = set()
        if bytes([BAD]) in raw:
            odd |= _lines(middle, np.flatnonzero(middle == BAD))
        if self.rare:
            small = joined.lower()
            if len(small) != len(joined):  # a letter that has no small one of its own: places would shift
                return set(range(joined.count("\n") + 1))
            odd |= _lines(middle, [match.start() for source in self.rare for match in re.finditer(source, small)])
        return odd

    def _shout(
        self, codes: NDArray[np.uint8], size: int, index: NDArray[np.int32], middle: NDArray[np.uint8]
    ) -> set[int]:
        """Turn letters of words in capitals to their outputs in capitals; the lines that mix them with small ones."""
        capital = self.is_capital[codes]
        here = capital[RARE : RARE + size]
        beside = capital[RARE - 1 : RARE - 1 + size] | capital[RARE + 1 : RARE + 1 + size]
        shout = here & beside
        if not shout.any():
            return set()
        small = self.is_small[codes]
        mixed = shout & (small[RARE - 1 : RARE - 1 + size] | small[RARE + 1 : RARE + 1 + size])
        np.add(index, self.shout, out=index, where=shout)
        return _lines(middle, np.flatnonzero(mixed)) if mixed.any() else set()

    def _gather(self, index: NDArray[np.int32], middle: NDArray[np.uint8]) -> tuple[NDArray[Any], set[int] | None]:
        """The outputs, and the lines where sources of several letters overlap."""
        lengths = self.lengths[index]
        if not lengths.all():
            self._learn(np.unique(index[lengths == 0]))
            lengths = self.lengths[index]
        slots = self.outputs[index]
        if not self.joins:
            return slots, None
        starts = np.flatnonzero(lengths > 1)
        if not len(starts):
            return slots, None
        ends = starts + lengths[starts]
        crossing = starts[1:][starts[1:] < ends[:-1]]
        for step in range(1, RARE):
            inside = starts + step
            slots[inside[inside < ends]] = 0
        return slots, _lines(middle, crossing) if len(crossing) else None

    def _learn(self, missing: NDArray[np.int32]) -> None:
        """Fill the entries that turned up for the first time."""
        for entry in missing.tolist():
            shout, rest = divmod(entry, self.shout)
            number, rest = divmod(rest, self.strides[-1])
            char = self.chars[number]
            length, output = 1, char
            if char.lower() in self.alphabet:
                length, output = self._output(char, rest, bool(shout))
            packed = [self.code[sign] for sign in output]
            self.outputs[entry] = int.from_bytes(bytes(packed).ljust(self.width, b"\0"), "little")
            self.lengths[entry] = length

    def _output(self, char: str, rest: int, shout: bool) -> tuple[int, str]:
        around: list[str] = []
        for place in range(self.left + self.right):
            number = rest // self.strides[place] % (self.strides[place + 1] // self.strides[place])
            around.append((self.left_like if place < self.left else self.right_like)[number])
        padded = "".join(around[: self.left][::-1]) + char.lower() + "".join(around[self.left :])
        length, output = self.scheme.choose(padded, self.left)
        if output is None:
            output = char.lower()
        if shout:
            output = shouted(output, self.scheme.capitals)
        elif char != char.lower():
            output = self.scheme.capitalize(output, self.scheme.capitals)
        return length, output


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


def _lines(middle: NDArray[np.uint8], places: Sequence[int] | NDArray[np.int64]) -> set[int]:
    """The numbers of the lines in which these places are."""
    if not len(places):
        return set()
    ends = np.flatnonzero(middle == LINE_END)
    return set(np.unique(np.searchsorted(ends, np.asarray(places))).tolist())


def _is_loose(output: str) -> bool:
    """Whether an output could join what stands before it, or isn't in normal form."""
    return output != nfc(output) or bool(output and unicodedata.combining(output[0]))
