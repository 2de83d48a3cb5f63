"""Endings of patronymics and family names, and the gender they tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from translit.matching.fold import fold
from translit.matching.lexicon import table

Gender = str  # "m", "f" or "" (not known)
Known = TypeVar("Known")


@cache
def family_gender_endings() -> Mapping[str, Gender]:
    """Folded endings of family names that by themselves tell the gender in every language that has them."""
    genders: dict[str, set[Gender]] = {}
    for row in table("family_endings")["endings"]:
        if row["gendered"] and row["certain"]:
            both = set(row["masculine"]) & set(row["feminine"])
            for gender, forms in (("m", row["masculine"]), ("f", row["feminine"])):
                for form in set(forms) - both:
                    genders.setdefault(fold(form), set()).add(gender)
    return MappingProxyType({ending: found.pop() for ending, found in genders.items() if len(found) == 1})


@cache
def patronymic_suffixes() -> tuple[tuple[str, Gender, bool], ...]:
    """(folded ending, gender, strong), the longest first; a strong ending is enough to know a patronymic."""
    rows = table("patronymics")["suffixes"]
    found = {(fold(form), row["gender"], bool(row["strong"])) for row in rows for form in row["forms"]}
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))


def patronymic_gender(token: str) -> tuple[Gender, bool]:
    """The gender that a folded token's ending tells if it is a patronymic, and whether the ending is strong.

    >>> patronymic_gender(fold("Рыгоравіч")), patronymic_gender(fold("Nikolajewna")), patronymic_gender("minsk")
    (('m', True), ('f', True), ('', False))
    """
    return _longest_ending(token, _suffixes_by_end()) or ("", False)


def family_gender(token: str) -> Gender:
    """The gender that the ending of a folded family name tells, or nothing.

    >>> family_gender(fold("Тихановская")), family_gender(fold("Лукашенко"))
    ('f', '')
    """
    return _longest_ending(token, _family_endings_by_end()) or ""


def father_stem(token: str) -> str:
    """A folded patronymic without its ending: the father's name, without that name's own ending.

    >>> father_stem(fold("Мікалаевіч")), father_stem(fold("Nikolajewitsch"))
    ('мікал', 'nikol')
    """
    forms, _ = _suffixes_by_end().get(token[-2:], ((), ()))
    return next((without_ending(token[: -len(form)]) for form in forms if token.endswith(form, 2)), token)


def without_ending(token: str) -> str:
    """A folded given name without its last vowels.

    >>> without_ending(fold("Мікола"))
    'мікол'
    """
    return token.rstrip("аяоеёиіїыйьaeiouyjěėë") if len(token) > 3 else token


@cache
def _suffixes_by_end() -> Mapping[str, tuple[tuple[str, ...], tuple[tuple[Gender, bool], ...]]]:
    return _by_end({form: (gender, strong) for form, gender, strong in patronymic_suffixes()})


@cache
def _family_endings_by_end() -> Mapping[str, tuple[tuple[str, ...], tuple[Gender, ...]]]:
    return _by_end(family_gender_endings())


def _by_end(endings: Mapping[str, Known]) -> Mapping[str, tuple[tuple[str, ...], tuple[Known, ...]]]:
    """The last two letters of a word → its possible endings, the longest first, and what each says."""
    found: dict[str, list[str]] = {}
    for ending in sorted(endings, key=lambda ending: (-len(ending), ending)):
        found.setdefault(ending[-2:], []).append(ending)
    return {end: (tuple(forms), tuple(endings[form] for form in forms)) for end, forms in found.items()}


def _longest_ending(token: str, by_end: Mapping[str, tuple[tuple[str, ...], tuple[Known, ...]]]) -> Known | None:
    """What the longest ending says that leaves at least two letters; most words have none of them."""
    forms, known = by_end.get(token[-2:], ((), ()))
    if not token.endswith(forms, 2):
        return None
    return next(said for form, said in zip(forms, known, strict=True) if token.endswith(form, 2))
