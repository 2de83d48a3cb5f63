"""The array path: a long list of texts written by one scheme in a few passes of numpy.

Blocks of texts are joined by line ends and encoded to one byte a character. What a letter becomes depends on itself
and on a few letters around it; letters that no rule tells apart are one class, so these surroundings are a small
number, the index of a table that is filled as they turn up. Each entry holds the output in a fixed number of
bytes, zeros for none; they are gathered, the zeros dropped, and the bytes decoded with the scheme's output letters.

Letters of other alphabets pass through the arrays too, as do letters typed for others (и for і). Lines with anything
unusual (apostrophes of the alphabet, stress marks, other scripts, words of two scripts) take the plain path; so does
the whole list where a table looks too far to be numbered so. The result is always that of `Scheme.write`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Int32s, Int64s, UInt8s
from translit.checks import require_list, require_text, require_texts
from translit.writing.batch_index import BAD, CAPITAL, CYRILLIC, LATIN, LINE_END, RARE, SMALL, Numbering, Unsuitable
from translit.writing.characters import in_capitals
from translit.writing.registry import scheme_of
from translit.writing.scheme import Scheme

BLOCK = 4096  # texts worked at once: their arrays stay within the processor's cache
FEWEST = 64  # texts for which arrays pay


def transliterate_many(texts: Iterable[str], scheme: str) -> list[str]:
    """Each text written by a scheme; the same as `transliterate` one by one, several times faster on a long list.

    Raises UnknownScheme if no table has this id, UsageError for a single text and, with its number,
    for what isn't text.

    >>> transliterate_many(["Мінск", "Гомель"], "be-lacinka")
    ['Minsk', 'Homiel']
    """
    require_list(texts, "the texts")
    require_text(scheme, "the scheme's id")
    found = scheme_of(scheme)
    listed = texts if isinstance(texts, Sequence) else list(texts)
    try:
        return found.transliterate_all(listed) if len(listed) < FEWEST else _written(found, listed)
    except (AttributeError, TypeError):  # looked at only where it failed, since a long list takes time to look at
        require_texts(listed, "text")
        raise


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
    except Unsuitable:
        return None


def _bad(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return bytes([BAD]) * (error.end - error.start), error.end


codecs.register_error("translit.bad", _bad)


class Machine(Numbering):
    """One scheme at work on blocks of texts; raises Unsuitable where its tables would grow too large."""

    def block(self, texts: Sequence[str]) -> list[str]:
        """The texts written by the scheme, its `via` left out."""
        joined = "\n".join(texts)
        if joined.isascii() or joined.count("\n") != len(texts) - 1:
            return list(map(self.scheme.own, texts))
        raw, _ = codecs.charmap_encode(joined, "translit.bad", self.encoding)
        pad = bytes([LINE_END]) * RARE
        padded = pad + raw + pad
        middle = np.frombuffer(raw, dtype=np.uint8)
        odd = self._odd_lines(joined, middle, raw)
        if 2 * len(odd) > len(texts):
            return list(map(self.scheme.own, texts))
        index = self._index(padded, middle)
        odd |= self._words(padded, index, middle)
        slots, swallowed = self._gather(index, middle)
        if swallowed is not None:
            odd |= swallowed
        written = slots.tobytes().translate(None, b"\0")
        result = codecs.charmap_decode(written, "strict", self.decoding)[0].split("\n")
        for number in odd:
            result[number] = self.scheme.own(texts[number])
        return result

    def _odd_lines(self, joined: str, middle: UInt8s, raw: bytes) -> set[int]:
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

    def _index(self, padded: bytes, middle: UInt8s) -> Int32s:
        """The number of each character with its surroundings."""
        size = len(middle)
        left = np.frombuffer(padded.translate(self.left_of), dtype=np.uint8).astype(np.int32)
        right = np.frombuffer(padded.translate(self.right_of), dtype=np.uint8).astype(np.int32)
        index = middle.astype(np.int32)
        for place in reversed(range(self.left + self.right)):
            side, distance = (left, -place - 1) if place < self.left else (right, place - self.left + 1)
            index *= self.strides[place + 1] // self.strides[place]
            index += side[RARE + distance : RARE + distance + size]
        return index

    def _words(self, padded: bytes, index: Int32s, middle: UInt8s) -> set[int]:
        """Turn letters of words in capitals to their outputs in capitals.

        Gives the lines with a word that mixes capitals and small letters so, or Cyrillic and other letters.
        """
        size = len(middle)
        nature = np.frombuffer(padded.translate(self.nature), dtype=np.uint8)
        here, before, after = (nature[RARE + step : RARE + step + size] for step in (0, -1, 1))
        beside = before | after
        both = here & beside
        shout = (both & CAPITAL).view(bool)
        odd = (here | before) & (LATIN | CYRILLIC) == LATIN | CYRILLIC
        if shout.any():
            odd |= shout & (beside & SMALL != 0)
            np.add(index, self.shout, out=index, where=shout)
        return _lines(middle, np.flatnonzero(odd)) if odd.any() else set()

    def _gather(self, index: Int32s, middle: UInt8s) -> tuple[NDArray[Any], set[int] | None]:
        """The outputs, and the lines where sources of several letters overlap."""
        lengths = self.lengths.take(index)
        if not lengths.all():
            self._learn(set(index[lengths == 0].tolist()))
            lengths = self.lengths.take(index)
        slots = self.outputs.take(index)
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

    def _learn(self, missing: set[int]) -> None:
        """Fill the entries that turned up for the first time."""
        for entry in missing:
            shout, rest = divmod(entry, self.shout)
            number, rest = divmod(rest, self.strides[-1])
            char = self.meant.get(self.chars[number], self.chars[number])
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
            output = in_capitals(output, self.scheme.capitals)
        elif char != char.lower():
            output = self.scheme.capitalize(output, self.scheme.capitals)
        return length, output


def _lines(middle: UInt8s, places: Sequence[int] | Int64s) -> set[int]:
    """The numbers of the lines in which these places are."""
    if not len(places):
        return set()
    ends = np.flatnonzero(middle == LINE_END)
    return set(np.searchsorted(ends, np.asarray(places)).tolist())
