"""Given names that no list has: a relative who is introduced beside somebody named in full, Domantas Sabonis.

Behind the full name of a listed person, another word with a capital right before the family name is a given name if it
is no common word, no place or organization that the tables know, and stands in the same case: тренер Барселони Флік.
"""

from __future__ import annotations

from functools import lru_cache

from translit.matching.persons.lexicon.lists import titles
from translit.text.inflection.bases import bases_many
from translit.text.inflection.grammar import ALL_CELLS, Number, cases_of, cells
from translit.text.reading.common_words import has_list, is_common
from translit.text.reading.institution_words import Said, said_by
from translit.text.reading.readings import ALL, has_table
from translit.text.reading.words import CALENDAR, FUNCTION, NOUN, Shape, TextWord

LEAST_LETTERS = 3
LEAST = 0.3  # share of a word's bases, by their probability, that must stand in the family name's case: set by hand
CLOSE = 0.1  # distance of a listed name from which on a word isn't that: set by hand
WITHOUT_CASES = frozenset(("en", "fr", "es", "it", "pt", "bg", "mk"))  # languages where nothing stands there but a name
SINGULAR = cells(cases_of(ALL_CELLS), numbers=[Number.SINGULAR])


def may_be_given(word: TextWord, of_family: int) -> bool:
    """Whether a word may be an unlisted given name before a family name whose cells are `of_family`."""
    language = word.language
    if word.shape != Shape.CAPITAL or language is None or not has_list(language) or len(word.text) < LEAST_LETTERS:
        return False
    if word.bits & (FUNCTION | CALENDAR | NOUN) or word.concepts or not word.text.isalpha() or word.lower in titles():
        return False
    if any(hit[0] <= CLOSE for hit in word.hits.values()) or is_common(word.lower, language):
        return False
    return said_by(word.text) == Said.NOTHING and _agrees(word.text, language, of_family)


@lru_cache(maxsize=1 << 12)
def _agrees(text: str, language: str, of_family: int) -> bool:
    """Whether a word stands in the case of a family name, as far as its language has cases."""
    if language.split("-", maxsplit=1)[0] in WITHOUT_CASES:
        return True
    if not has_table(language) or of_family == ALL:
        return False
    found = [one for one in bases_many([text], language)[0] if not one.kind.derived]
    same = set(cases_of(of_family & ALL_CELLS))
    agreeing = sum(one.probability for one in found if not same.isdisjoint(cases_of(one.cells & SINGULAR)))
    return agreeing >= LEAST
