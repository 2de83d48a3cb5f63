"""Small words of organizations that are names where they have a capital: Da Vinci, Techno Pro, K Line."""

from __future__ import annotations

from dataclasses import replace

from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import LEGAL, NAME, NUMBER, SMALL
from translit.matching.places_orgs.reading.sole_letters import WORDS
from translit.matching.places_orgs.reading.word import Word

INITIALS = frozenset("ВСКWZ")  # letters of `WORDS` that are consonants


def with_capitals(words: list[Word]) -> list[Word]:
    """The words of an organization, where one that is small in small letters only has a capital: Da Vinci."""
    if all(word.role != SMALL for word in words):
        return words
    only = (lexicon("organization").number("small-in-small-letters"),)
    return [
        replace(word, role=NAME, concepts=()) if word.concepts == only and word.text[:1].isupper() else word
        for word in words
    ]


def with_last_name(words: list[Word]) -> list[Word]:
    """The words of an organization, where a small word with a capital at the end is a name: Altyn Dan, Techno Pro."""
    main = [place for place, word in enumerate(words) if word.role not in (LEGAL, NUMBER)]
    last = words[main[-1]] if len(main) > 1 else None
    cased = last is not None and last.role == SMALL and last.text[:1].isupper() and last.text[1:].islower()
    if not last or not cased or not any(words[place].role == NAME for place in main[:-1]):
        return words
    return [replace(word, role=NAME, concepts=()) if word is last else word for word in words]


def with_initials(words: list[Word], cased: bool) -> list[Word]:
    """The words of an organization, where a consonant in capitals stands for a word, though in small letters it is a
    preposition of some language: K Line; `cased` says that the name has small letters too."""
    if not cased:
        return words
    return [
        replace(word, role=NAME, concepts=()) if word.role == SMALL and _is_initial(word.text) else word
        for word in words
    ]


def _is_initial(text: str) -> bool:
    """Whether a word is one consonant in capitals.

    >>> _is_initial("K"), _is_initial("k"), _is_initial("O")
    (True, False, False)
    """
    return len(text) == 1 and text.isupper() and text not in WORDS - INITIALS
