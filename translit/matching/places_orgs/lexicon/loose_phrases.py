"""Words of listed phrases by their loose readings, in which their spellings in all alphabets meet."""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.phonetics.fold import VOWELS
from translit.matching.phonetics.pivots import all_loose, of_each, pivots
from translit.memo import memoized
from translit.patterns import plain_pattern

LEAST_READ = 6  # letters of the reading of a stem, and of the stem, that words in Latin letters are looked up by
SURE = 4  # letters from which on a word is looked up by its readings too

_CONSONANTS = plain_pattern("[^{0}].*[^{0}]".format("".join(sorted(VOWELS))))  # two of them


def tells_enough(words: Sequence[str]) -> bool:
    """Whether folded words are long enough to be looked up by their readings.

    >>> tells_enough(["вена"]), tells_enough(["рим"])
    (True, False)
    """
    letters = "".join(words)
    return len(letters) >= SURE and _CONSONANTS.search(letters) is not None


@memoized
def loose_letters(words: Sequence[str]) -> list[str]:
    """The loose reading of each folded word that may go on, so that it starts with those of its beginnings.

    >>> loose_letters("камитет") == loose_letters("kamitet")
    True
    """
    return [read[:-1] for read in all_loose([found[0] + "x" for found in pivots.many(words)])]


def loose_stem(stem: str) -> str:
    """The loose reading of a Cyrillic stem that is long enough to be known by it, else nothing."""
    found = loose_letters(stem) if stem[:1] >= "а" and len(stem) >= LEAST_READ else ""
    return found if len(found) >= LEAST_READ else ""


@memoized
def word_reading(words: Sequence[str]) -> list[str]:
    """The loose reading of each folded word.

    >>> word_reading("гродна") == word_reading("hrodna")
    True
    """
    return all_loose([found[0] for found in pivots.many(words)])


def read(words: Sequence[str]) -> tuple[str, ...]:
    """The loose readings of folded words.

    >>> read(["гродна"]) == read(["hrodna"])
    True
    """
    return tuple(map(word_reading, words))


def all_read(phrases: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The loose readings of the words of many phrases."""
    return of_each(phrases, word_reading.many)
