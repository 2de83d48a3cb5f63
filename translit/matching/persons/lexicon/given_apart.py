"""Given names of one origin that are two names to those who bear them: Matteo and Mattia, Andris and Andrejs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from translit.compiled import compiled
from translit.matching.persons.lexicon.lists import path_of, table
from translit.matching.phonetics.fold import CYRILLIC, fold
from translit.matching.phonetics.pivots import pivots
from translit.memo import memoized

Places = Mapping[str, Sequence[int]]  # a name → the row and the place in it: STEP * row + place
STEP = 32


@cache
def _places() -> tuple[Places, Places]:
    """The places of names of `tables/names/given_apart.toml`, as they are written and by their likeliest reading."""
    made = compiled("given-apart", [path_of("given_apart")], _read)
    return made["forms"], made["readings"]


def _read() -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {"forms": {}, "readings": {}}
    rows = [row.split() for text in table("given_apart")["apart"].values() for row in text.split(";")]
    for number, row in enumerate(rows):
        for place, form in enumerate(fold.many(row)):
            found["forms"].setdefault(form, []).append(STEP * number + place)
            found["readings"].setdefault(pivots(form)[0], []).append(STEP * number + place)
    return found


@memoized
def rows_of(tokens: Sequence[str]) -> list[Mapping[int, int]]:
    """The rows that each folded word stands in → its place there."""
    forms, readings = _places()
    return [
        dict(divmod(code, STEP) for code in forms.get(token) or readings.get(pivots(token)[0], ())) for token in tokens
    ]


def told_apart(one: str, other: str) -> bool:
    """Whether two folded given names of one alphabet are two names in some language.

    >>> told_apart("matteo", "mattia"), told_apart("маттео", "маттиа"), told_apart("hans", "johannes")
    (True, True, False)
    """
    if (one[:1] in CYRILLIC) != (other[:1] in CYRILLIC) or not (one.islower() and other.islower()):
        return False
    mine, its = rows_of(one), rows_of(other)
    return any(row in its and its[row] != place for row, place in mine.items())
