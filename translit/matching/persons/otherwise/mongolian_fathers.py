"""Mongolian names with the father's in the genitive, which passports give in the nominative: Ухнаагийн Хүрэлсүх."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from translit.compiled import read_toml
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.phonetics.fold import fold

TWO = 2  # words
SHORTEST = 3  # letters that have to be left of a name


@cache
def _endings() -> Mapping[str, Sequence[str]]:
    """The endings of the genitive, the longest first → those of the nominative."""
    rows = (row.split("=") for row in read_toml("match", "declined.toml")["fathers"]["mn"].split(";"))
    found = {ending.strip(): [each.replace("-", "") for each in nominatives.split()] for ending, nominatives in rows}
    return dict(sorted(found.items(), key=lambda row: (-len(row[0]), row[0])))


@cache
def _any() -> tuple[str, ...]:
    return tuple(_endings())


def with_father(name: str) -> tuple[str, ...]:
    """What a name of two words may be with the father's in the nominative, if the first may be a genitive.

    Beside a given name of other languages it is a family name: Лисицын Пётр.

    >>> with_father("Ухнаагийн Хүрэлсүх"), with_father("Хүрэлсүх Ухнаа"), with_father("Лисицын Пётр")
    (('Ухнаа Хүрэлсүх',), (), ())
    """
    father, _, own = name.partition(" ")
    if not father.endswith(_any()) or len(name.split()) != TWO or given_names().listed(fold(own)):
        return ()
    ending = next(ending for ending in _any() if father.endswith(ending))
    stem = father.removesuffix(ending)
    return tuple(f"{stem}{end} {own}" for end in _endings()[ending]) if len(stem) >= SHORTEST else ()
