"""Words that have a capital only because they open a sentence: As Putin said, Вчера Зеленский, Czemu Tusk.

Lists of the given names of all peoples have many of them, or a name that sounds like one, so that without this they
would be a stranger's given name before a family name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import UNLISTED
from translit.matching.phonetics.fold import fold
from translit.text.reading.common_words import is_common
from translit.text.reading.language import function_words

FEW = 2  # given names up to which a word that isn't listed letter by letter is read as one of them: set by hand


class Openings(NamedTuple):
    """What `tables/text/openings.toml` says; each language's words, and those of all together under an empty name."""

    words: Mapping[str, frozenset[str]]
    names: Mapping[str, frozenset[str]]
    asking: Mapping[str, frozenset[str]]


@cache
def openings() -> Openings:
    """The words that open sentences.

    >>> "вчера" in openings().words["ru"], "jana" in openings().names["be-Latn"]
    (True, True)
    """
    raw = read_toml("text", "openings.toml")

    def taken(name: str) -> Mapping[str, frozenset[str]]:
        rows = {language: frozenset(words.split()) for language, words in raw[name].items()}
        return {"": frozenset().union(*rows.values())} | rows

    return Openings(taken("words"), taken("names"), taken("asking"))


@lru_cache(maxsize=1 << 14)
def is_opening(text: str, language: str | None) -> bool:
    """Whether a word with a capital that opens a sentence is a word of the language, and no given name.

    >>> is_opening("As", "en"), is_opening("Will", "en"), is_opening("Jana", "be-Latn"), is_opening("Раман", "be")
    (True, False, False, False)
    """
    lower, table, key = text.lower(), openings(), language or ""
    if lower in table.names.get(key, ()) or asks(text, language):
        return False
    if lower in table.words.get(key, ()) or language in function_words().get(lower, ()):
        return True
    return not may_be_given(text) and (language is None or is_common(lower, language))


@lru_cache(maxsize=1 << 14)
def may_be_given(text: str) -> bool:
    """Whether a word is in the lists of given names letter by letter, or sounds like a frequent one.

    >>> may_be_given("Раман"), may_be_given("Today")
    (True, False)
    """
    folded = fold(text)
    if given_names().listed(folded):
        return True
    one = known(folded)
    return one.given_rarity < UNLISTED and one.given_rarity <= one.rarity and len(one.sets) <= FEW


def asks(text: str, language: str | None) -> bool:
    """Whether a given name is also a word that opens a question, and so is none in one.

    >>> asks("Will", "en"), asks("William", "en")
    (True, False)
    """
    return text.lower() in openings().asking.get(language or "", ())
