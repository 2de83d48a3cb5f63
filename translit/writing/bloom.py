"""The words that are attested in a language: a filter that knows every word it was made of, and takes few others.

It is a Bloom filter (B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", Communications of the
ACM 13, 1970, p. 422) whose places are steps from one hash by another (A. Kirsch and M. Mitzenmacher, "Less hashing,
same performance", ESA 2006). Of words it wasn't made of it takes one in fifteen thousand, if it holds thousands. It
is in `tables/match/words-<language>.txt` (made by `translit.learn.letters`): after the head a line with the number of
words, then the bits in base 64.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from translit.errors import TranslitError

BITS = 20  # for a word
PLACES = 14  # BITS * log(2): so many bits of a word are set
LEAST = 512  # bytes
WIDTH = 96  # bytes a line


class Attested:
    """A set of words that can be asked for, not listed.

    >>> found = Attested.of(["лукашэнка", "мінск"])
    >>> "мінск" in found, "менск" in found, len(found)
    (True, False, 2)
    """

    def __init__(self, bits: bytes, count: int) -> None:
        self._bits, self._size, self._count = bits, 8 * len(bits), count

    @classmethod
    def of(cls, words: Collection[str]) -> Attested:
        """The filter of some words."""
        distinct = set(words)
        bits = bytearray(_size(len(distinct)))
        for word in distinct:
            for place in _places(word, 8 * len(bits)):
                bits[place >> 3] |= 1 << (place & 7)
        return cls(bytes(bits), len(distinct))

    @classmethod
    def read(cls, path: Path) -> Attested:
        """The filter in a table.

        Raises TranslitError if the table isn't there or isn't whole.
        """
        try:
            text = path.read_text(encoding="utf-8")
            lines = [line for line in text.splitlines() if line and not line.startswith("#")]
            count, bits = int(lines[0]), b64decode("".join(lines[1:]), validate=True)
        except (ValueError, IndexError):
            bits, count = b"", 1
        except OSError as error:
            raise TranslitError(f"{path} can't be read: {error.strerror}; rebuild the file") from None
        if count < 0 or len(bits) != _size(count):
            raise TranslitError(f"{path} isn't a number of words and their bits; rebuild the file")
        return cls(bits, count)

    def lines(self) -> Iterator[str]:
        """The lines of its table, without the head."""
        yield str(self._count)
        for start in range(0, len(self._bits), WIDTH):
            yield b64encode(self._bits[start : start + WIDTH]).decode()

    def __len__(self) -> int:
        return self._count

    def __contains__(self, word: object) -> bool:
        bits, size = self._bits, self._size
        place, step = _hashes(str(word))
        for _ in range(PLACES):
            bit = place % size
            if not bits[bit >> 3] >> (bit & 7) & 1:
                return False
            place += step
        return True


def _size(count: int) -> int:
    """How many bytes the filter of so many words has: of few words as many as let the steps go all around."""
    return max(LEAST, -(-BITS * count // 8))


def _places(word: str, size: int) -> Iterator[int]:
    first, step = _hashes(word)
    return ((first + index * step) % size for index in range(PLACES))


@lru_cache(maxsize=1 << 12)  # a word is mostly asked for in the filters of many languages, one after the other
def _hashes(word: str) -> tuple[int, int]:
    """Where the places of a word start, and the step from one to the next."""
    number = int.from_bytes(blake2b(word.encode(), digest_size=16).digest(), "little")
    return number & (1 << 64) - 1, number >> 64 | 1
