"""Which kind a cell of a list means: lists write person, Individual, LOC, юрлицо …"""

from __future__ import annotations

from functools import cache

from translit.compiled import read_toml
from translit.kinds import KINDS, Kind


def kind_of(cell: str) -> Kind | None:
    """The kind that a cell says, None if it is empty or says something else.

    >>> kind_of("Individual"), kind_of("LEGAL_ENTITY"), kind_of("горад"), kind_of("vessel")
    ('person', 'organization', 'place', None)
    """
    return _kinds().get(_key(cell))


@cache
def _kinds() -> dict[str, Kind]:
    """The kind of each word in `tables/names/kinds.toml`."""
    words = read_toml("names", "kinds.toml")["kinds"]
    return {_key(word): kind for kind in KINDS for word in words[kind]}


def _key(text: str) -> str:
    return "".join(char for char in text.casefold() if char not in " \t\u00a0_-")
