"""Initials of given names that begin otherwise in full: W. Clinton is Bill Clinton, and G. Bush isn't Jeb Bush."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from translit.compiled import compiled
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.given_sets import FORMAL, SHORT
from translit.matching.persons.lexicon.lists import path_of
from translit.matching.phonetics.fold import CYRILLIC
from translit.memo import memoized

USUAL = 0.15  # set by hand: share of the full forms of a name in one script that begin with a letter
_SOFT = frozenset("gj")  # may be one sound, as in Georgi and Jorge, which the given name has to bear out


@cache
def _letters() -> Sequence[str]:
    """For each set of given names the letters with which its full forms usually begin."""
    found: list[str] = compiled("first-letters", [path_of("given")], _count)["letters"]
    return found


def _count() -> dict[str, Any]:
    names = given_names()
    counts: list[tuple[Counter[str], Counter[str]]] = [(Counter(), Counter()) for _ in names.keys]
    for form in names.forms():
        for number, kind in names.listed(form):
            if kind == FORMAL:
                counts[number][form[0] in CYRILLIC][form[0]] += 1
    return {"letters": ["".join(map(_usual, both)) for both in counts]}


def _usual(counts: Mapping[str, int]) -> str:
    least = USUAL * sum(counts.values())
    return "".join(sorted(letter for letter, count in counts.items() if count >= least))


YES, NO, UNKNOWN = 1, -1, 0


@memoized
def stands_for(pairs: Sequence[tuple[str, str]]) -> list[int]:
    """Whether a folded initial is that of the full form of a folded given name: YES, NO or UNKNOWN.

    NO is said only of G and J, whose sounds would fit.

    >>> stands_for(("w", "bill")), stands_for(("в", "bill")), stands_for(("g", "jeb")), stands_for(("g", "jorge"))
    (1, 1, -1, 1)
    """
    return [_stands_for(initial, word) for initial, word in pairs]


def _stands_for(initial: str, word: str) -> int:
    sets = known(word).sets if len(initial) == 1 else ()  # a sign such as ー folds to nothing
    if not sets:
        return UNKNOWN
    soft = initial != word[0] and {initial, word[0]} <= _SOFT
    if any(initial in _letters()[number] for number, kind in sets if soft or kind == SHORT):
        return YES
    return NO if soft else UNKNOWN
