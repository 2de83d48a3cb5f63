"""Places in the name of a university, a hotel or a newspaper in scripts without capitals: جامعة بيروت, 明斯克大学;
and streets, prizes and airports that are called after somebody: רחוב הרצל.

The words are those of `tables/text/parts_of_names.toml` and `named_after.toml`; what is only in a place (a hospital in
Beirut) leaves it that.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.text.caseless.units import Unit, normal

MOST_BETWEEN = 3  # words between a university and its town
GENITIVE = {"ka": ("ის", "ს")}  # endings of a town whose university follows
ARABIC = ("ar", "fa")
NO_WORDS: frozenset[str] = frozenset()


class _Table(NamedTuple):
    """Each list by language; words are as `normal` has them."""

    ahead: dict[str, frozenset[str]]
    ahead_in: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    after: dict[str, tuple[frozenset[str], tuple[str, ...]]]  # whole words, and how words begin
    joined: dict[str, tuple[str, ...]]
    joined_ahead: dict[str, tuple[str, ...]]


@cache
def _table(name: str) -> _Table:
    raw = read_toml("text", f"{name}.toml")["caseless"]

    def sets(name: str) -> dict[str, frozenset[str]]:
        found = {language: frozenset(map(normal, row.split())) for language, row in raw.get(name, {}).items()}
        arabic = (found.get(language, NO_WORDS) for language in ARABIC)
        return found | dict.fromkeys(ARABIC, NO_WORDS.union(*arabic))  # few Persian words have letters of their own

    after = {
        language: (
            frozenset(word for word in row.split() if word[-1] != "-"),
            tuple(word[:-1] for word in row.split() if word[-1] == "-"),
        )
        for language, row in raw["after"].items()
    }
    joined, ahead = (
        {language: tuple(row.split()) for language, row in raw[name].items()} for name in ("joined", "joined_ahead")
    )
    return _Table(sets("ahead"), sets("ahead_in"), sets("prepositions"), after, joined, ahead)


def is_called_after(text: str, units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether a street, a prize or the like is called after whoever is named at some letters of a text.

    >>> from translit.text.caseless.units import units
    >>> [is_called_after(text, units(text), 0, 2) for text in ("鲁迅奖", "鲁迅说")]
    [True, False]
    """
    return _is_in(_table("named_after"), text, units, start, end)


def is_in_longer_name(text: str, units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether a place that stands at some letters of a text is but part of a longer name.

    >>> from translit.text.caseless.units import units
    >>> [is_in_longer_name(text, units(text), text.index("ب"), len(text)) for text in ("جامعة بيروت", "مستشفى بيروت")]
    [True, False]
    """
    return _is_in(_table("parts_of_names"), text, units, start, end)


def _is_in(table: _Table, text: str, units: Sequence[Unit], start: int, end: int) -> bool:
    first = next((place for place, unit in enumerate(units) if unit.end > start), len(units))
    last = next((place for place in range(len(units) - 1, -1, -1) if units[place].start < end), -1)
    if first > last:
        return False
    language = units[first].language
    if language in ("ja", "zh"):
        japanese = any(unit.language == "ja" for unit in units)
        return text.startswith(table.joined["ja" if japanese else "zh"], end)
    if language in table.joined_ahead and text[:start].endswith(table.joined_ahead[language]):
        return True
    return _is_behind(table, text, units, first, start) or _is_before(table, text, units, last, end)


def _is_behind(table: _Table, text: str, units: Sequence[Unit], first: int, start: int) -> bool:
    """Whether the words before a place make it part of a name."""
    language = units[first].language
    prefixed = start > units[first].start  # a preposition that is written together with it
    place = first - 1
    if place < 0 or not _is_near(text, units, first):
        return False
    if not prefixed and _has(units[place], table.ahead.get(language, NO_WORDS)):
        return True
    inside = prefixed or normal(units[place].text) in table.prepositions.get(language, NO_WORDS)
    if inside and not prefixed:
        place -= 1
    heads = table.ahead_in.get(language, NO_WORDS)
    for between in range(MOST_BETWEEN if inside else 2):
        if place < 0 or not _is_near(text, units, place + 1):
            return False
        if between and _has(units[place], heads):
            return True
        if normal(units[place].text) in table.prepositions.get(language, NO_WORDS):
            return False
        place -= 1
    return False


def _is_before(table: _Table, text: str, units: Sequence[Unit], last: int, end: int) -> bool:
    """Whether the words behind a place make it part of a name."""
    language = units[last].language
    whole, starts = table.after.get(language, (NO_WORDS, ()))
    endings = GENITIVE.get(language)
    if not (whole or starts) or (endings and not text[:end].endswith(endings)) or units[last].end > end:
        return False
    for place in range(last + 1, min(last + MOST_BETWEEN, len(units))):
        if not _is_near(text, units, place):
            return False
        if units[place].text in whole or (starts and units[place].text.startswith(starts)):
            return True
    return False


def _is_near(text: str, units: Sequence[Unit], place: int) -> bool:
    """Whether a word follows the one before it with but a blank between, and a quotation mark that opens."""
    return text[units[place - 1].end : units[place].start].strip('«„“"') in (" ", "\xa0")


def _has(unit: Unit, words: frozenset[str]) -> bool:
    return any(normal(one.text) in words for one in unit.variants if not one.back)
