"""Capitals that don't tell a name: German nouns, months and days."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain

from translit.compiled import read_toml


def capital_nouns(language: str | None) -> bool:
    """Whether a language writes all nouns with a capital.

    >>> capital_nouns("de"), capital_nouns("en"), capital_nouns(None)
    (True, False, False)
    """
    return language is not None and language.split("-")[0] in _nouns()


def in_calendar(lower: str, language: str | None) -> bool:
    """Whether a small-letter word is a month or day with a capital in a language; without one, in any.

    >>> in_calendar("märz", "de"), in_calendar("may", None), in_calendar("march", "de")
    (True, True, False)
    """
    return lower in _calendar().get(language.split("-")[0] if language else "", ())


@cache
def _nouns() -> frozenset[str]:
    return frozenset(read_toml("text", "capitals.toml")["table"]["nouns"].split())


@cache
def _calendar() -> Mapping[str, frozenset[str]]:
    """The words of each language, and of all together under an empty name."""
    rows = {language: words.split() for language, words in read_toml("text", "capitals.toml")["calendar"].items()}
    return {"": frozenset(chain.from_iterable(rows.values()))} | {one: frozenset(words) for one, words in rows.items()}
