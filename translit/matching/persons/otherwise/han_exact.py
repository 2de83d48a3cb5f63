"""Characters that are read to the letter as some words of another name: however many characters and readings.

Before the nearest of all ways to read a name is looked for, which has to leave rare readings out, the words are walked
along, in Hepburn as the tables are: each character goes on by a reading that the word has there. So 大河内傳次郎 is
read as Denjiro Okochi at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from translit.data import table_rows
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.patterns import plain_pattern

_LENGTH = plain_pattern("(?<=o)(?:[uo]|h(?![aeiouy]))|(?<=u)u")
_LIPS = plain_pattern("m(?=[bpm])")


def shortened(word: str) -> str:
    """A folded Japanese word in Hepburn without the length of its vowels, in which the tables of readings are.

    >>> shortened("houjou"), shortened("ookochi"), shortened("satoh"), shortened("ohara"), shortened("shimbashi")
    ('hojo', 'okochi', 'sato', 'ohara', 'shinbashi')
    >>> shortened("дзюнъитиро"), shortened("кёхэй"), shortened("джунко")
    ('junichiro', 'kyohei', 'junko')
    """
    if not word.isascii():
        letters, units = _polivanov()
        word = units.sub(lambda found: letters[found[0]], word)
    return _LENGTH.sub("", _LIPS.sub("n", word.replace("cch", "tch"))) if word.isascii() else word


@cache
def _polivanov() -> tuple[dict[str, str], re.Pattern[str]]:
    """The units of Polivanov's Cyrillic, and how Hepburn writes each."""
    letters = {row[0]: row[1] for row in table_rows("match", "polivanov.tsv")}
    return letters, re.compile("|".join(sorted(letters, key=len, reverse=True)))


@cache
def sound(reading: str) -> str:
    """How a reading in Latin letters sounds, as pivots have it."""
    return pivots(fold(reading))[0] if reading else ""


@lru_cache(maxsize=1 << 14)
def _sounds(readings: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple({sound(reading): reading for reading in reversed(readings)}.items())


def read_as(parts: Sequence[Sequence[str]], targets: Iterable[str]) -> tuple[str, str] | None:
    """The first target that the readings of the characters sound like together, and these readings; None without one.

    >>> read_as([("mitsu", "hika", "ko"), ("hiro", "dai")], ["aki", sound("mitsuhiro")])[1]
    'mitsuhiro'
    >>> read_as([("kin",), ("no",), ("suke",)], ["kinosuke"])
    ('kinosuke', 'kinnosuke')
    """
    if not all(parts):
        return None
    rows = [_sounds(tuple(part)) for part in parts]
    for target in targets:
        ends = {0: ""}
        for row in rows:
            ends = _further(ends, row, target)
        if len(target) in ends:
            return target, ends[len(target)]
    return None


def _further(ends: dict[int, str], row: Sequence[tuple[str, str]], target: str) -> dict[int, str]:
    """How far in a target one more character reads it, and by which readings; of two equal letters pivots have one."""
    found: dict[int, str] = {}
    for start, read in ends.items():
        for said, reading in row:
            if said and target.startswith(said, start):
                found.setdefault(start + len(said), read + reading)
            if start and said[:1] == target[start - 1] and target.startswith(said[1:], start):
                found.setdefault(start + len(said) - 1, read + reading)
    return found
