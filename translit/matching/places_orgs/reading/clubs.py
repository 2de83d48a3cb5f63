"""Clubs: what says that a name is one, and the year in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NUMBER
from translit.matching.places_orgs.reading.word import Word
from translit.patterns import pattern

_YEAR = pattern(r"0\d|1[89]\d\d")  # Schalke 04, 1860 München; not Динамо-93, which is another club


def without_years(words: list[Word]) -> list[Word]:
    """The words of a club without the year that it was founded in, which is left out as often as not: FC Schalke 04.

    >>> from translit.matching.places_orgs.reading.listed_words import listed_words
    >>> [word.text for word in listed_words(["Schalke", "04", "FC"], "organization", 4)]
    ['Schalke', 'FC']
    """
    if len(words) > 1 and words[0].role == NUMBER and words[0].text == "1" and has_club_form(words[1:2]):
        words = words[1:]  # 1. FC Köln
    if not any(word.role == NUMBER and _YEAR.fullmatch(word.text) for word in words):
        return words
    if not has_club_form(words):
        return words
    return [word for word in words if not (word.role == NUMBER and _YEAR.fullmatch(word.text))]


def has_club_form(words: Sequence[Word]) -> bool:
    """Whether a word says that a name is a club's."""
    return any(not _club_forms().isdisjoint(word.concepts) for word in words)


def has_sports_form(words: Sequence[Word]) -> bool:
    """Whether a legal form says that a name is a sports club's, as of an association none says."""
    sports = _club_forms() - {lexicon("organization").number("legal:association")}
    return any(not sports.isdisjoint(word.concepts) for word in words)


@cache
def _club_forms() -> frozenset[int]:
    """What says that a name is a club's: its kind, and legal forms."""
    listed = read_toml("names", "institution_words.toml")["table"]["clubs"]
    return frozenset(map(lexicon("organization").number, listed))
