"""Short forms of given names that no list has: a part of the full name with an ending that short forms take."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from translit.matching.persons.lexicon.facts import Known, known
from translit.matching.persons.lexicon.lists import table
from translit.memo import memoized

SHORTEST = 3  # sounds of a part that says something: of two, half of the pairs are of other names (nicknames, hmni)


@cache
def _endings() -> tuple[str, ...]:
    """Those of `tables/names/short_endings.toml`, long ones first."""
    return tuple(sorted(table("short_endings")["table"]["endings"], key=lambda ending: (-len(ending), ending)))


@memoized
def stems(readings: Sequence[str]) -> list[str]:
    """Each reading without the ending of a short form, if enough is left; a doubled last sound once.

    >>> stems("niki"), stems("ian"), stems("netta")
    ('nik', 'ian', 'net')
    """
    found = []
    for reading in readings:
        ending = next((each for each in _endings() if reading.endswith(each)), "")
        stem = reading[: len(reading) - len(ending)] if len(reading) - len(ending) >= SHORTEST else reading
        found.append(stem[:-1] if len(stem) > SHORTEST and stem[-1] == stem[-2] else stem)
    return found


def short_form(one: str, other: str) -> int:
    """How many sounds one folded name has of the other, if it may be a short form of that given name, else 0.

    The longer one is listed as a given name, and not the shorter one as one of the other gender.

    >>> short_form("nicky", "nicodemus"), short_form("rosa", "rosalinda"), short_form("иван", "иванов")
    (3, 3, 0)
    """
    short, full = sorted((known(one), known(other)), key=lambda said: (len(said.pivot), said.pivot))
    if not full.sets or full.father or _of_two_genders(short, full):
        return 0
    stem = stems(short.pivot)
    return len(stem) if len(stem) >= SHORTEST and stem in full.pivot else 0


def _of_two_genders(one: Known, other: Known) -> bool:
    return {one.given_gender, other.given_gender} == {"m", "f"}
