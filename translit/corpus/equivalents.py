"""What else a word of a query may be called: other forms of a given name, exonyms, translated words of organizations.

All from the project's lists of names; see `tables/names`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translit.corpus.index_terms import as_concept, as_reading, trimmed
from translit.corpus.likeness import FAR
from translit.corpus.listed import KINDS
from translit.matching.persons.comparing.given_lists import DIMINUTIVE, EQUIVALENT, GROUPED
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.given_sets import FORMAL
from translit.matching.phonetics.fold import cleaned
from translit.matching.phonetics.pivots import keys, pivots
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, SMALL

TRANSLATED = 0.2  # distance of a stem that means the same: set by hand, a little farther than a listed form


@dataclass(frozen=True, eq=False)  # each is made once: see `units_of`
class AskedWord:
    """A folded word of a query, and what lists hold to be the same.

    `listed` has the trimmed pivots of other forms and `stems` the beginnings of translations, with their distances;
    `concepts` are the keys of what these mean;
    `keys` are what all these are found under in the index: sound keys, readings and concepts.
    """

    folded: str
    keys: tuple[str, ...]
    listed: dict[str, float]
    stems: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unit:
    """A word of a query, or a listed phrase of several, with the names that mean the same: each a row of words."""

    options: tuple[tuple[AskedWord, ...], ...]
    given: bool = False
    generic: bool = False


@lru_cache(maxsize=1 << 14)
def asked_word(
    folded: str,
    others: tuple[tuple[str, float], ...] = (),
    stems: tuple[str, ...] = (),
    concepts: tuple[str, ...] = (),
) -> AskedWord:
    """A folded word, with other folded forms of it and stems of its translations; "" if it is to be only those."""
    listed: dict[str, float] = {}
    wanted = dict.fromkeys((keys(folded) if any(keys(folded)) else (folded,)) if folded else ())
    for (_, distance), read in zip(others, pivots.many([form for form, _ in others]), strict=True):
        listed[trimmed(read[0])] = min(distance, listed.get(trimmed(read[0]), FAR))
    wanted |= dict.fromkeys(map(as_reading, listed))
    wanted |= dict.fromkeys(map(as_concept, concepts))
    return AskedWord(folded, tuple(filter(None, wanted)), listed, tuple(stems), concepts)


@lru_cache(maxsize=1 << 12)
def units_of(name: str) -> tuple[Unit, ...]:
    """The units of a name, small words left out unless there is nothing else.

    >>> [unit.given for unit in units_of("Светлана Тихановская")]
    [True, False]
    >>> [len(unit.options) > 1 for unit in units_of("Соединённые Штаты")]
    [True]
    """
    folded = [word for text in words_of(cleaned(name)) if (word := folded_word(text))]
    found: list[tuple[Unit, bool]] = []
    place = 0
    while place < len(folded):
        size, concepts = _listed(folded, place)
        roles = {lexicon(kind).roles[number] for kind, number in concepts}
        found.append((_unit(folded[place : place + size], concepts), bool(roles) and roles <= {SMALL}))
        place += size
    main = tuple(unit for unit, is_small in found if not is_small)
    return main or tuple(unit for unit, _ in found)


def _listed(folded: Sequence[str], place: int) -> tuple[int, list[tuple[str, int]]]:
    """The longest phrase from here on that the lexicons know, and its concepts."""
    best = 1
    concepts: list[tuple[str, int]] = []
    for kind in KINDS:
        size, found = lexicon(kind).at(folded, place)
        if found and size >= best:
            concepts = [*(concepts if size == best else []), *((kind, number) for number in found)]
            best = size
    return best, concepts


def _unit(words: Sequence[str], concepts: Sequence[tuple[str, int]]) -> Unit:
    forms = dict.fromkeys(form for kind, number in concepts for form in lexicon(kind).forms(number))
    rows = [tuple(filter(None, map(folded_word, words_of(cleaned(form))))) for form in forms]
    stems = tuple(sorted({stem for concept in concepts for stem in _stems_of().get(concept, ())}))
    meant = tuple(sorted({lexicon(kind).keys[number] for kind, number in concepts})) if stems else ()
    generic = any(lexicon(kind).roles[number] == GENERIC for kind, number in concepts)
    singles = [(row[0], GROUPED) for row in rows if len(row) == 1]
    given = len(words) == 1 and bool(given_names().sets(words[0]))
    if given:
        singles += _given_forms(words[0])
    options: list[tuple[AskedWord, ...]]
    if len(words) == 1:
        options = [(asked_word(words[0], tuple(singles), stems, meant),)]
    else:
        options = [tuple(map(asked_word, words))]
        if singles or stems:
            options.append((asked_word("", tuple(singles), stems, meant),))
    longer = dict.fromkeys(row for row in rows if len(row) > 1 and row != tuple(words))
    options += [tuple(asked_word("", ((word, GROUPED),)) for word in row) for row in longer]
    return Unit(tuple(options), given, generic)


def _given_forms(folded: str) -> list[tuple[str, float]]:
    return [
        (form, EQUIVALENT if kind == other == FORMAL else DIMINUTIVE)
        for number, kind in given_names().sets(folded).items()
        for form, other in _forms_of_sets()[number]
    ]


@cache
def _forms_of_sets() -> dict[int, list[tuple[str, int]]]:
    """The forms of each set of given names, and whether each is full or short."""
    found: dict[int, list[tuple[str, int]]] = {}
    for form in given_names().forms():
        for number, kind in given_names().listed(form):
            found.setdefault(number, []).append((form, kind))
    return found


@cache
def _stems_of() -> dict[tuple[str, int], list[str]]:
    """The stems of each concept of each lexicon."""
    found: dict[tuple[str, int], list[str]] = {}
    for kind in KINDS:
        for stem, numbers in lexicon(kind).stems():
            for number in numbers:
                found.setdefault((kind, number), []).append(stem)
    return found
