"""The word lists that comparing names needs, from `tables/names`: loaded once, looked up by folded form or reading."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import chain
from math import log10
from types import MappingProxyType
from typing import Any, TypeVar

from translit.data import folder
from translit.matching.fold import CYRILLIC, fold
from translit.matching.reading import MOST, loose, loose_readings, pivots
from translit.matching.scripts import VOWELLESS

Gender = str  # "m", "f" or "" (not known)
FORMAL, SHORT = 1, 2
Known = TypeVar("Known")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((folder("tables") / "names" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def titles() -> Mapping[str, str]:
    """Small-letter title or degree (also without its stop) → prefix or suffix."""
    found: dict[str, str] = {}
    for language in _read("titles")["titles"].values():
        for role in ("prefix", "suffix"):
            for form in language.get(role, ()):
                found.setdefault(form.lower(), role)
                found.setdefault(form.lower().rstrip("."), role)
    return MappingProxyType(found)


@cache
def generations() -> frozenset[str]:
    """Small-letter words without their stop that tell a son from a father: jr, sr, iii, мл."""
    languages = _read("titles")["titles"].values()
    return frozenset(form.lower().rstrip(".") for language in languages for form in language.get("generation", ()))


@cache
def family_gender_endings() -> Mapping[str, Gender]:
    """Folded endings of family names that by themselves tell the gender in every language that has them."""
    genders: dict[str, set[Gender]] = {}
    for row in _read("family_endings")["endings"]:
        if row["gendered"] and row["certain"]:
            both = set(row["masculine"]) & set(row["feminine"])
            for gender, forms in (("m", row["masculine"]), ("f", row["feminine"])):
                for form in set(forms) - both:
                    genders.setdefault(fold(form), set()).add(gender)
    return MappingProxyType({ending: found.pop() for ending, found in genders.items() if len(found) == 1})


@cache
def ambiguous_titles() -> frozenset[str]:
    """Title words that are also names: they count as titles only beside two other words."""
    languages = _read("titles")["titles"].values()
    return frozenset(form.lower().rstrip(".") for language in languages for form in language.get("ambiguous", ()))


@cache
def particles() -> frozenset[str]:
    """Folded particles of family names, in every script they are listed in."""
    rows = _read("particles")["particles"]
    forms = (row.get(key, "") for row in rows for key in ("latin", "cyrillic", "belarusian", "ukrainian"))
    return frozenset(chain.from_iterable((fold(word) for word in form.split()) for form in forms)) - {""}


@cache
def patronymic_suffixes() -> tuple[tuple[str, Gender, bool], ...]:
    """(folded ending, gender, strong), the longest first; a strong ending is enough to know a patronymic."""
    rows = _read("patronymics")["suffixes"]
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
    return next((_without_ending(token[: -len(form)]) for form in forms if token.endswith(form, 2)), token)


def _without_ending(token: str) -> str:
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


_NONE: AbstractSet[tuple[int, int]] = frozenset()


class GivenNames:
    """Sets of equivalent given names, found by any spelling through its readings."""

    def __init__(self) -> None:
        self.genders: list[Gender] = []
        self.keys: list[str] = []
        self._by_form: dict[str, set[tuple[int, int]]] = {}
        self._by_pivot: dict[str, set[tuple[int, int]]] = {}
        self._by_loose: dict[str, set[tuple[int, int]]] = {}
        for key, entry in _read("given")["names"].items():
            number = len(self.keys)
            self.keys.append(key)
            self.genders.append("" if entry["gender"] == "u" else entry["gender"])
            self._add(entry.get("formal", ()), (number, FORMAL))
            self._add(entry.get("short", ()), (number, SHORT))

    def _add(self, forms: Iterable[str], value: tuple[int, int]) -> None:
        for form in forms:
            folded = fold(form)
            self._by_form.setdefault(folded, set()).add(value)
            self._by_pivot.setdefault(pivots(folded)[0], set()).add(value)
            for pivot in pivots(folded)[:2]:
                self._by_loose.setdefault(loose(pivot), set()).add(value)

    def sets(self, token: str) -> dict[int, int]:
        """Number of each set that a folded token may belong to → FORMAL or SHORT.

        A form that is listed, or read like one that is, is taken at its word; otherwise looser readings decide, for
        short forms only the likeliest, and then the name without its Latin ending (Robertus).
        """
        found = self._listed(token)
        if not found and len(token) > 2:
            for likeliness, reading in enumerate(loose_readings(token)):
                listed = self._by_loose.get(reading)
                if listed:
                    found = found | {value for value in listed if value[1] == FORMAL or not likeliness}
        if not found:
            return self.sets(token[:-2]) if len(token) > 5 and token.endswith("us") else {}
        result: dict[int, int] = {}
        for number, form in sorted(found):
            result[number] = min(form, result.get(number, SHORT))
        return result

    def father(self, token: str) -> dict[int, int]:
        """The sets of the father's given name in a folded patronymic, like `sets`; nothing where it isn't known.

        >>> names = given_names()
        >>> names.father(fold("Рыгоравіч")).keys() & names.father(fold("Григорьевна")).keys() != set()
        True
        """
        exact, rough = self._stems()
        stem = pivots(father_stem(token))
        found = {number for pivot in stem for number in exact.get(pivot, ())}
        found = found or {number for pivot in stem for number in rough.get(loose(pivot), ())}
        return dict.fromkeys(sorted(found), FORMAL)

    @cache  # noqa: B019  there is one instance
    def _stems(self) -> tuple[Mapping[str, set[int]], Mapping[str, set[int]]]:
        """Pivot, and loose reading, of a man's given name without its ending → the sets it is in."""
        exact: dict[str, set[int]] = {}
        rough: dict[str, set[int]] = {}

        def add(stem: str, numbers: set[int], most: int) -> None:
            for pivot in pivots(stem)[:most]:
                exact.setdefault(pivot, set()).update(numbers)
                rough.setdefault(loose(pivot), set()).update(numbers)

        for form, values in self._by_form.items():
            numbers = {number for number, kind in values if kind == FORMAL and self.genders[number] != "f"}
            if numbers and form[:1] in CYRILLIC:
                add(_without_ending(form), numbers, 2)
        for row in _read("patronymics")["irregular"]:
            given = {number for form in row["given"] for number in self.sets(fold(form))}
            for form in chain(row["masculine"], row["feminine"]):
                add(father_stem(fold(form)), given, MOST)
        return exact, rough

    def _listed(self, token: str) -> AbstractSet[tuple[int, int]]:
        """The sets of a form that is listed, or read like one that is; none of a word whose vowels aren't written."""
        if not VOWELLESS.isdisjoint(token):
            return _NONE
        alike = self._by_pivot.get(pivots(token)[0], _NONE)
        return alike | self._by_form[token] if token in self._by_form else alike

    def gender(self, token: str) -> Gender:
        """The gender of a given name that is listed, or else read like one, if all its sets agree on it.

        >>> given_names().gender("daniela"), given_names().gender(fold("Саша"))
        ('f', '')
        """
        sets = self._by_form[token] if token in self._by_form else self._listed(token)
        genders = {self.genders[number] for number, _ in sets}
        return genders.pop() if len(genders) == 1 else ""


@lru_cache(maxsize=1 << 17)
def given_sets(token: str) -> Mapping[int, int]:
    """The sets of given names that a folded token may belong to, remembered."""
    return given_names().sets(token)


@cache
def given_names() -> GivenNames:
    """The project's given names."""
    return GivenNames()


@cache
def family_groups() -> Mapping[str, int]:
    """Folded family name → the number of its group of forms that no rule derives."""
    found: dict[str, int] = {}
    for number, row in enumerate(_read("surnames_variants")["groups"]):
        for form in row["forms"]:
            found.setdefault(fold(form), number)
    return MappingProxyType(found)


UNLISTED = 4.7  # minus the decimal logarithm of the share of bearers of a name that no list has


@cache
def _shares(*kinds: str) -> Mapping[str, float]:
    """Loose reading of a common name, also in its feminine form → minus the decimal logarithm of its share."""
    found: dict[str, float] = {}
    raw = _read("frequency")
    for row in chain.from_iterable(raw[kind] for kind in kinds):
        for form in row["names"]:
            folded = fold(form)
            for variant in (folded, *_feminine(folded)):
                reading = loose(pivots(variant)[0])
                found[reading] = min(found.get(reading, UNLISTED), -log10(row["share"]))
    return MappingProxyType(found)


def _feminine(folded: str) -> tuple[str, ...]:
    if folded.endswith(("ов", "ев", "ёв", "ин", "ын", "аў", "оў", "еў", "ёў", "яў")):
        return (folded.replace("ў", "в") + "а",)
    return (folded[:-2] + "ая",) if folded.endswith(("ий", "ый", "ой")) else ()


def rarity(token: str) -> float:
    """How rare a folded name is: minus the decimal logarithm of the share of people who bear it.

    >>> rarity(fold("Иванов")) < rarity(fold("Атабеков"))
    True
    """
    shares = _shares("given", "family")
    return min([shares.get(reading, UNLISTED) for reading in loose_readings(token)], default=UNLISTED)


def given_rarity(token: str) -> float:
    """How rare a folded name is as a given name, on the scale of `rarity`."""
    shares = _shares("given")
    return min([shares.get(reading, UNLISTED) for reading in loose_readings(token)], default=UNLISTED)
