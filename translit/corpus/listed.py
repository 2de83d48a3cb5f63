"""What the lists know of words: which of those in small letters are worth a place, which readings are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from translit.compiled import compiled
from translit.corpus.index_terms import trimmed
from translit.data import folder
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.phonetics.fold import cleaned
from translit.matching.phonetics.pivots import pivots
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, WORD
from translit.memo import memoized

KINDS = ("place", "organization")
LONGEST_ENDING = 7  # letters that may follow a stem
SHORTEST_STEM = 3
_TABLES = (
    *("given.toml", "places.toml", "territories.tsv", "exonyms.tsv", "legal_forms.toml", "organization_words.toml"),
    *(
        "institution_words.toml",
        "known_organizations.toml",
        "international_bodies.toml",
        "european_organization_words.toml",
    ),
)


@memoized
def is_listed(terms: Sequence[str]) -> list[bool]:
    """Whether a folded word may be one that names of places and organizations share, by its beginning.

    >>> is_listed("министерством"), is_listed("встретился")
    (True, False)
    """
    words, stems = _listed_words(), _concepts_of_stems().keys()
    return [term in words or not stems.isdisjoint(_beginnings(term)) for term in terms]


@memoized
def concepts_of(terms: Sequence[str]) -> list[tuple[str, ...]]:
    """The keys of what a folded word means by its beginning, by the lists of words of places and organizations.

    >>> concepts_of("министерством"), concepts_of("ministerstwem"), concepts_of("встретился")
    (('ministry',), ('ministry',), ())
    """
    known = _concepts_of_stems()
    return [
        tuple(sorted({key for beginning in _beginnings(term) for key in known.get(beginning, ())})) for term in terms
    ]


def _beginnings(term: str) -> list[str]:
    return [term[:size] for size in range(max(SHORTEST_STEM, len(term) - LONGEST_ENDING), len(term) + 1)]


@cache
def _listed_words() -> frozenset[str]:
    return frozenset(compiled("listed-words", _tables(), lambda: sorted(_words_of_lists())))


def _words_of_lists() -> set[str]:
    return set().union(*(lexicon(kind).words(NAME, WORD, GENERIC, LEGAL) for kind in KINDS))


def _tables() -> list[Path]:
    return [folder("tables") / "names" / name for name in (*_TABLES, "place_words.toml")]


@cache
def _concepts_of_stems() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kind in KINDS:
        known = lexicon(kind)
        for stem, numbers in known.stems():
            found.setdefault(stem, set()).update(known.keys[number] for number in numbers)
    return found


@cache
def listed_readings() -> frozenset[str]:
    """The readings under which a query looks up what lists hold to be the same as one of its words.

    >>> trimmed(pivots("саша")[0]) in listed_readings()
    True
    """
    return frozenset(compiled("listed-readings", _tables(), lambda: sorted(_readings_of(_forms()))))


def _readings_of(forms: Iterable[str]) -> set[str]:
    return {trimmed(read[0]) for read in pivots.many(forms)}


def _forms() -> Iterable[str]:
    """Every listed given name, and every word of a place's or organization's listed forms, folded."""
    yield from given_names().forms()
    known = [lexicon(kind) for kind in KINDS]
    phrases = {form for one in known for concept in range(len(one.keys)) for form in one.forms(concept)}
    yield from filter(None, (folded_word(word) for phrase in sorted(phrases) for word in words_of(cleaned(phrase))))
