"""Given names that are translations of each other: Peter and Pedro are one name, and mostly of two people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from translit.compiled import compiled
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import path_of, table
from translit.matching.persons.lexicon.marks import CUSTOMARY, TRANSLATED
from translit.matching.phonetics.fold import CYRILLIC, fold
from translit.matching.phonetics.pivots import pivots
from translit.memo import memoized

NONE = 0
_UNSAID: frozenset[str] = frozenset()
MOST = 3  # likeliest readings of a form that are looked up
_LATIN = "la"  # into which names of any language are translated
_SLAVIC = ("sl", "bg")
PART = 0.4  # set by hand: of what a translation costs, where people take the other language's form now and then
Places = list[tuple[int, str]]


@cache
def _languages() -> tuple[Mapping[str, Places], Mapping[str, Places]]:
    """A folded form, and a likeliest reading → the sets of given names it is a form of, each with a language."""
    made = compiled("translations", [path_of("translations"), path_of("given")], _read)
    return made["forms"], made["readings"]


def _read() -> dict[str, dict[str, Places]]:
    found: dict[str, dict[str, Places]] = {"forms": {}, "readings": {}}
    numbers = {key: number for number, key in enumerate(given_names().keys)}
    for name, row in table("translations")["names"].items():
        number = numbers[name]
        for language, forms in row.items():
            for form in fold.many(forms.split()):
                found["forms"].setdefault(form, []).append((number, language))
                if form[0] in CYRILLIC:
                    for reading in pivots(form)[:1]:
                        found["readings"].setdefault(reading, []).append((number, language))
    return found


@cache
def _pairs(which: str) -> frozenset[tuple[str, str]]:
    """Pairs of languages of which people bear forms of both, in both orders."""
    pairs = [tuple(pair.split()) for pair in table("translations")["table"][which]]
    return frozenset((pair[one], pair[1 - one]) for pair in pairs for one in (0, 1))


@memoized
def _of(tokens: Sequence[str]) -> list[Mapping[int, frozenset[str]]]:
    """By the number of each name that a folded token may be a form of, the languages that have it."""
    forms, readings = _languages()
    result: list[Mapping[int, frozenset[str]]] = []
    for token in tokens:
        found: dict[int, set[str]] = {}
        listed = forms.get(token, ())
        read = [place for reading in pivots(token)[:MOST] for place in readings.get(reading, ())]
        if not token.islower():  # scripts that leave sounds open may mean the form of any language
            read = listed = []
        elif listed:  # in Latin letters a form may be how a Slavic name is written: Andrei
            read = [place for place in read if place[1] in _SLAVIC]
        for number, language in (*listed, *read):
            found.setdefault(number, set()).add(language)
        result.append({number: frozenset(languages) for number, languages in found.items()})
    return result


@memoized
def translated(pairs: Sequence[tuple[str, str]]) -> list[int]:
    """Whether two folded given names are forms of two languages: TRANSLATED, CUSTOMARY between some languages, or NONE.

    >>> translated(("peter", "pedro")), translated(("андрей", "andrew")), translated(("mykola", "николай"))
    (128, 64, 0)
    """
    return [_translated(one, other) for one, other in pairs]


def _translated(one: str, other: str) -> int:
    mine, its = _of(one), _of(other)
    if not mine or not its:
        return NONE
    shared = dict(known(one).sets).keys() & dict(known(other).sets).keys()
    return min([_apart(mine.get(number, _UNSAID), its.get(number, _UNSAID)) for number in shared], default=NONE)


def _apart(one: frozenset[str], other: frozenset[str]) -> int:
    if not (one and other) or not one.isdisjoint(other) or _LATIN in one | other:
        return NONE
    pairs = {(mine, its) for mine in one for its in other}
    if not pairs.isdisjoint(_pairs("together")):
        return NONE
    return TRANSLATED if pairs.isdisjoint(_pairs("customary")) else CUSTOMARY
