"""Names with a patronymic in another case than the nominative: Горбуновым Петром Сергеевичем, Марии Петровне Ивановой.

The ending of the patronymic alone tells the case and the gender, so that the given name may look like another one
(Александра Сергеевича Пушкина is no woman).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.phonetics.fold import fold
from translit.patterns import plain_pattern

THREE = 3  # words; a patronymic is the second or the third
LONGEST = 4  # letters of an ending
SHORTEST = 2  # letters that have to be left of a name
Endings = Mapping[str, Sequence[str]]
_PATRONYMIC = plain_pattern("(?:[иі]ч(?:а|у|[еоа]м|е|і|[ео]ві)|(?:[вў]|[иі]ч)н(?:ы|и|е|і|у|ой|ою|ай|аю))(?: |$)")


class Case(NamedTuple):
    """The endings of one case and gender → those of the nominative."""

    patronymics: Endings
    given: Endings
    families: Endings


@cache
def _cases() -> Sequence[Case]:
    return [
        Case(*(_endings(row[part]) for part in Case._fields))
        for row in read_toml("match", "declined_patronymics.toml")["cases"]
    ]


@cache
def _stems() -> Mapping[str, Sequence[str]]:
    return _endings(read_toml("match", "declined_patronymics.toml")["given"]["stems"])


def _endings(rows: str) -> Endings:
    pairs = (row.split("=") for row in rows.split(";"))
    return {ending.strip(): [each.replace("-", "") for each in nominatives.split()] for ending, nominatives in pairs}


def with_patronymic(name: str) -> tuple[str, ...]:
    """What a name of three words, or of two without a family name, may be in the nominative if it isn't.

    >>> with_patronymic("Александра Сергеевича Пушкина")
    ('Александр Сергеевич Пушкин',)
    >>> with_patronymic("Александра Сергеевна Пушкина")
    ()
    """
    if name.isascii() or not _PATRONYMIC.search(name):
        return ()
    words = name.replace(",", " ").split()
    if not THREE - 1 <= len(words) <= THREE:
        return ()
    found: list[str] = []
    for place in range(1, len(words)):
        given, patronymic = words[place - 1], words[place]
        families = words[: place - 1] + words[place + 1 :]
        for case in _cases():
            fathers = _nominatives(patronymic, case.patronymics)
            names = [each for each in _nominatives(given, case.given) if given_names().listed(fold(each))]
            for family in (_nominatives(families[0], case.families) or families) if families else [""]:
                found += [f"{one} {father} {family}".rstrip() for one in names for father in fathers]
    return tuple(dict.fromkeys(found))


def _nominatives(word: str, endings: Endings) -> list[str]:
    """What a word may be in the nominative by the longest of its endings; nothing if it has none."""
    for length in range(min(LONGEST, len(word) - SHORTEST), 0, -1):
        if word[-length:] in endings:
            stem = word[:-length]
            bare = _stems().get(stem, [stem])
            return [each for end in endings[word[-length:]] for each in ([stem + end] if end else bare)]
    return []
