"""What to ask an engine for a name: which terms, alone or side by side, and how strong a document is that has them.

Our own ranking in clauses that any engine has: a document is as strong as the strongest clause that it meets. A word's
own readings count fully, what lists hold to be the same and sound keys as much less as our search takes them to be
farther away, and two words of the name beside each other count both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from translit.corpus.engines.fields import as_term, concept_terms, readings, sound_terms
from translit.corpus.equivalents import AskedWord, Unit, units_of
from translit.corpus.query_language import LONGEST, require_one_name
from translit.corpus.rank import FADES, GENERIC_WEIGHT, GIVEN_WEIGHT
from translit.errors import UsageError
from translit.matching.persons.comparing.given_lists import DIMINUTIVE, GROUPED

# Set by hand; other values from .3 to .5 move MAP by less than .01:
SOUNDS = 0.4  # distance of a word that has the same sound key only, as our search measures distances
MOST_READINGS = 4  # of a word of the name: it is one word, not a text of them
MOST_TERMS = 120  # of one level
MOST_BESIDE = 900  # terms of the clauses of two words together: engines take 1,024
MOST_WORDS = 8  # of a name
APART = 2  # words of the name that are looked for beside each other: the next, and the one after it
TIE = 0.01  # what each further clause adds to the strongest


Sides = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Level:
    """Terms that agree equally well with a word of the name: 1 if they are its own readings."""

    agreement: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of a name, or a listed phrase: its levels, the best first, and how much it counts in the name.

    `phrases` are what it may be called in two words, with how well that agrees.
    """

    levels: tuple[Level, ...]
    weight: float
    phrases: tuple[tuple[float, Sides], ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One of some terms, or one of some beside one of others, and how strong a document is that has them."""

    strength: float
    sides: Sides


def plan_of(name: str) -> list[Clause]:
    """The clauses for a name, the strongest first.

    Raises UsageError for a name without a word, one that is too long, and for several names.

    >>> plan = plan_of("Васіль Быкаў")
    >>> plan[0].strength, [side[0] for side in plan[0].sides]
    (1.7, ['vasil', 'bikav'])
    >>> [(clause.strength, clause.sides) for clause in plan_of("Быкаў")]
    [(1.0, (('bikav',),)), (0.333, (('=bk',),))]
    """
    if len(name) > LONGEST:
        raise UsageError(f"the name has {len(name)} characters; give at most {LONGEST}")
    require_one_name(name)
    wanted = wanted_of(name)
    if not wanted:
        raise UsageError("the name has no letter; give a name in any spelling")
    found = [Clause(round(one.weight * level.agreement, 3), (level.terms,)) for one in wanted for level in one.levels]
    for place, one in enumerate(wanted):
        found += [Clause(round(one.weight * agreement, 3), sides) for agreement, sides in one.phrases]
        for other in wanted[place + 1 : place + 1 + APART]:
            found += [
                Clause(round(one.weight * a.agreement + other.weight * b.agreement, 3), (a.terms, b.terms))
                for a, b in product(one.levels, other.levels)
            ]
    return list(_affordable(sorted(found, key=lambda clause: (-clause.strength, -len(clause.sides)))))


def _affordable(plan: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses without the weakest of two words, where there are more than engines take."""
    left = MOST_BESIDE
    for clause in plan:
        if len(clause.sides) > 1:
            left -= sum(map(len, clause.sides))
        if len(clause.sides) == 1 or left >= 0:
            yield clause


def wanted_of(name: str) -> list[Wanted]:
    """The words of a name with the terms that an engine may know them by.

    >>> [one.levels[0].terms[0] for one in wanted_of("Аляксандр Лукашэнка")]
    ['alaksandr', 'lukasenk']
    """
    found: list[Wanted] = []
    units = units_of(name)[:MOST_WORDS]
    for unit in units:
        weight = 1.0 if len(units) == 1 else GIVEN_WEIGHT if unit.given else GENERIC_WEIGHT if unit.generic else 1.0
        found += _words_of(unit, weight)
    return found


def _words_of(unit: Unit, weight: float) -> list[Wanted]:
    """A unit with its levels; a listed phrase that has no form of one word as each of its words."""
    own, *others = unit.options
    listed = _phrase([option for option in others if len(option) > 1], 1 - GROUPED / FADES)
    far: dict[str, float] = {}
    for option in unit.options:
        if len(option) == 1:
            _add(option[0], far)
    if far:
        mine = _phrase([own], 1.0) if len(own) > 1 else ()
        return [Wanted(_as_levels(far), weight, (*mine, *listed))]
    rows: list[dict[str, float]] = [{} for _ in own]
    for word, row in zip(own, rows, strict=True):
        _add(word, row)
    found = [Wanted(_as_levels(row), weight) for row in rows if row]
    return [replace(one, phrases=listed if one is found[0] else ()) for one in found]


def _phrase(options: Sequence[Sequence[AskedWord]], agreement: float) -> tuple[tuple[float, Sides], ...]:
    """Names of several words that mean the same, each by its two longest words, as one clause."""
    sides: tuple[dict[str, None], ...] = {}, {}
    for option in options:
        rows: list[dict[str, float]] = [{} for _ in option]
        for word, row in zip(option, rows, strict=True):
            _add(word, row)
        terms = [[term for term, distance in row.items() if distance < SOUNDS] for row in rows]
        longest = sorted(range(len(terms)), key=lambda place: -max(map(len, terms[place]), default=0))[:2]
        if len(longest) == 2 and all(terms[place] for place in longest):
            for side, place in zip(sides, sorted(longest), strict=True):
                side.update(dict.fromkeys(terms[place]))
    return ((agreement, (tuple(sides[0]), tuple(sides[1]))),) if sides[0] else ()


def _add(word: AskedWord, far: dict[str, float]) -> None:
    """The terms of a word and how far each is from it."""
    forms = [word.folded] if word.folded else []
    rows = [(readings(forms, MOST_READINGS), 0.0), (sound_terms(forms), SOUNDS)]
    rows.append((concept_terms(word.concepts), GROUPED))  # to have no level more; our search has it a little farther
    rows += [
        ((as_term(form),), DIMINUTIVE if distance >= DIMINUTIVE else GROUPED)  # two levels of them
        for form, distance in word.listed.items()
    ]
    for terms, distance in rows:
        for term in filter(None, terms):
            far[term] = min(distance, far.get(term, distance))


def _as_levels(far: dict[str, float]) -> tuple[Level, ...]:
    by: dict[float, list[str]] = {}
    for term, distance in far.items():
        by.setdefault(distance, []).append(term)
    return tuple(Level(1 - distance / FADES, tuple(by[distance][:MOST_TERMS])) for distance in sorted(by))


def sure_terms(wanted: Sequence[Wanted]) -> list[str]:
    """The terms by whose frequency documents of equal strength are put in order: readings of the words themselves.

    >>> sure_terms(wanted_of("Васіль Быкаў"))
    ['vasil', 'bikav']
    """
    some = [one.levels[0] for one in wanted]
    if len(wanted) == 1:  # what lists hold to be the same is the whole name then
        some = [level for level in wanted[0].levels if level.agreement > 1 - DIMINUTIVE / FADES]
    return list(dict.fromkeys(term for level in some for term in level.terms))
