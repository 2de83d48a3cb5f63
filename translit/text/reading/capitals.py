"""Capitals that don't tell a name: German nouns, months and days."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain

from translit.compiled import read_toml


@cache
@cache
def capital_nouns(language: str | None) -> bool:
    """Whether a language writes all nouns with a capital.

    >>> capital_nouns("de"), capital_nouns("en"), capital_nouns(None)
    (True, False, False)
    """
    return language is not None and language.split("-")[0] in _nouns()


@cache
def calendar(language: str | None) -> frozenset[str]:
    """The months and days with a capital in a language, in small letters; without one, those of all.

    >>> "märz" in calendar("de"), "may" in calendar(None), "march" in calendar("de")
    (True, True, False)
    """
    return _calendar().get(language.split("-")[0] if language else "", frozenset())


@cache
def articles() -> frozenset[str]:
    """The articles and the like of those languages, which stand before nouns and not before most names.

    >>> "das" in articles(), "mit" in articles()
    (True, False)
    """
    return frozenset(read_toml("text", "capitals.toml")["table"]["articles"].split())


@cache
def _nouns() -> frozenset[str]:
    return frozenset(read_toml("text", "capitals.toml")["table"]["nouns"].split())


@cache
def _calendar() -> Mapping[str, frozenset[str]]:
    """The words of each language, and of all together under an empty name."""
    rows = {language: words.split() for language, words in read_toml("text", "capitals.toml")["calendar"].items()}
    return {"": frozenset(chain.from_iterable(rows.values()))} | {one: frozenset(words) for one, words in rows.items()}
