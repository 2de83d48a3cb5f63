"""Given names: sets of equivalent forms, found by any spelling through its readings."""

from __future__ import annotations

from collections.abc import KeysView, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from translit.compiled import compiled
from translit.matching.persons.lexicon.endings import Gender, father_stem, has_glide, without_ending
from translit.matching.persons.lexicon.given_sets import FORMAL, SHORT, Sets, is_vowelless, read_given_names
from translit.matching.persons.lexicon.lists import path_of, table
from translit.matching.persons.lexicon.servants import may_be_servant, servant
from translit.matching.phonetics.fold import CYRILLIC, fold
from translit.matching.phonetics.pivots import MOST, all_loose, loose_readings, of_each, pivots

FEW = 8  # words that are sooner looked up than sorted out
_NOT_RUSSIAN = frozenset("іїєґў")
_BALTIC = ("as", "is", "us")  # what Lithuanian, Latin too, adds to a man's name: Volodymyras
_NO_SETS: Mapping[int, int] = MappingProxyType({})


class GivenNames:
    """Sets of equivalent given names, found by any spelling through its readings."""

    def __init__(self) -> None:
        made = compiled("given-names", [path_of("given"), path_of("servants")], read_given_names)
        self.genders: list[Gender] = made["genders"]
        self.keys: list[str] = made["keys"]
        self._servants: dict[str, int] = made["servants"]
        self._by_form = Sets(made["forms"])
        self._by_pivot = Sets(made["pivots"])
        self._by_loose = Sets(made["loose"])

    def forms(self) -> KeysView[str]:
        """All folded forms that are listed."""
        return self._by_form.known()

    def listed(self, form: str) -> AbstractSet[tuple[int, int]]:
        """The number of each set that a listed form is in, with FORMAL or SHORT."""
        found = self._by_form.get(form)
        if may_be_servant(form):
            name = servant(form)
            return frozenset([(self._servants[name], FORMAL)]) if name else found
        return found

    def sets(self, token: str) -> Mapping[int, int]:
        """Number of each set that a folded token may belong to → FORMAL or SHORT.

        A form that is listed, or read like one that is, is taken at its word; otherwise looser readings decide, for
        short forms only the likeliest, and then the name without its Latin ending (Robertus).

        >>> names = given_names()
        >>> set(names.sets("саша")) & set(names.sets("alexander")) != set()
        True
        """
        return self._sets(token, pivots(token)[0], loose_readings(token))

    def sets_as_read(
        self, tokens: Sequence[str], firsts: Sequence[str], readings: Sequence[Sequence[str]]
    ) -> list[Mapping[int, int]]:
        """`sets` of folded tokens whose likeliest pivots and loose readings are at hand.

        Most words have none: those that `_sets` would find nothing for are told without it.
        """
        if len(tokens) < FEW:
            return list(map(self._sets, tokens, firsts, readings))
        forms, alike, looser = self._by_form.known(), self._by_pivot.known(), self._by_loose.known()
        return [
            _NO_SETS
            if pivot not in alike
            and token not in forms
            and looser.isdisjoint(row)
            and not token.endswith(_BALTIC)
            and not may_be_servant(token)
            else self._sets(token, pivot, row)
            for token, pivot, row in zip(tokens, firsts, readings, strict=True)
        ]

    def _sets(self, token: str, pivot: str, readings: Sequence[str]) -> Mapping[int, int]:
        found = self._listed(token, pivot)
        if not found and len(token) > 2:
            for likeliness, reading in enumerate(readings):
                listed = self._by_loose.get(reading)
                if listed:
                    found = found | {value for value in listed if value[1] == FORMAL or not likeliness}
        if not found:
            return self.sets(token[:-2]) if len(token) > 5 and token.endswith(_BALTIC) else _NO_SETS
        result: dict[int, int] = {}
        for number, form in sorted(found):
            result[number] = min(form, result.get(number, SHORT))
        return result

    def fathers(self, tokens: Sequence[str]) -> list[tuple[int, ...]]:
        """The sets of the father's given name in each folded patronymic; none where it isn't known.

        >>> one, other = given_names().fathers(fold.many(["Рыгоравіч", "Григорьевна"]))
        >>> set(one) & set(other) != set()
        True
        """
        exact, rough, glides = self._stems()
        stems = pivots.many(map(father_stem, tokens))
        result: list[tuple[int, ...]] = []
        for token, stem, looser in zip(tokens, stems, of_each(stems, all_loose), strict=True):
            found = {number for pivot in stem for number in glides.get(pivot, ())} if has_glide(token) else None
            found = found or {number for pivot in stem for number in exact.get(pivot, ())}
            found = found or {number for reading in looser for number in rough.get(reading, ())}
            result.append(tuple(sorted(found)))
        return result

    @cache  # noqa: B019  there is one instance
    def _stems(self) -> tuple[Mapping[str, Sequence[int]], ...]:
        """Pivot, and loose reading, of a man's name without its ending → its sets; pivots of those in a vowel and й."""
        tables = [path_of("given"), path_of("patronymics")]
        return tuple(compiled("fathers", tables, self._read_stems).values())

    def _read_stems(self) -> dict[str, Any]:
        exact: dict[str, set[int]] = {}
        rough: dict[str, set[int]] = {}
        glides: dict[str, set[int]] = {}
        rows: list[tuple[str, set[int], int]] = []  # stem, sets, pivots that count
        for form in self.forms():
            values = self.listed(form)
            numbers = {number for number, kind in values if kind == FORMAL and self.genders[number] != "f"}
            if numbers and form[:1] in CYRILLIC:
                rows.append((without_ending(form), numbers, 2))
                if form.endswith(("ай", "ей", "эй", "ой")):
                    glides.setdefault(pivots(rows[-1][0])[0], set()).update(numbers)
        for row in table("patronymics")["irregular"]:
            given = {number for form in row["given"] for number in self.sets(fold(form))}
            rows += [(father_stem(fold(form)), given, MOST) for form in chain(row["masculine"], row["feminine"])]
        read = [found[:most] for found, (*_, most) in zip(pivots.many([stem for stem, *_ in rows]), rows, strict=True)]
        for (_, numbers, _), found, readings in zip(rows, read, of_each(read, all_loose), strict=True):
            for pivot, reading in zip(found, readings, strict=True):
                exact.setdefault(pivot, set()).update(numbers)
                rough.setdefault(reading, set()).update(numbers)
        sorted_sets = [{key: sorted(found) for key, found in sets.items()} for sets in (exact, rough, glides)]
        return dict(zip(("exact", "rough", "glides"), sorted_sets, strict=True))

    def _listed(self, token: str, pivot: str) -> AbstractSet[tuple[int, int]]:
        """The sets of a form that is listed, or read like one; a word whose vowels aren't written has to be listed.

        Latin tells a woman's name from a man's that Cyrillic writes alike (Renée and René are Рене).
        """
        form = self.listed(token)
        if is_vowelless(token) or (form and may_be_servant(token)):
            return form
        alike = self._by_pivot.get(pivot)
        if not form:  # what reads like a full name isn't somebody's short form
            return {value for value in alike if value[1] == FORMAL} or alike
        gender = self._gender_of(form) if token[0] not in CYRILLIC else ""
        if gender:
            alike = {value for value in alike if self.genders[value[0]] in (gender, "")}
        if any(kind == FORMAL for _, kind in form):  # a full name isn't somebody's short form that reads the same
            alike = {value for value in alike if value[1] == FORMAL}
        return alike | form

    def gender(self, token: str) -> Gender:
        """The gender of a given name that is listed, or else read like one, if all its sets agree on it.

        >>> given_names().gender("daniela"), given_names().gender(fold("Саша"))
        ('f', '')
        """
        alike = frozenset() if is_vowelless(token) else self._by_pivot.get(pivots(token)[0])  # short forms too
        return self._gender_of(self.listed(token) or alike)

    def _gender_of(self, sets: AbstractSet[tuple[int, int]]) -> Gender:
        genders = {self.genders[number] for number, _ in sets}
        return genders.pop() if len(genders) == 1 else ""

    def are_two(self, one: str, other: str) -> bool:
        """Whether two folded words of one orthography are listed as two full names, however near they sound.

        >>> names = given_names()
        >>> names.are_two("simon", "simone"), names.are_two("bob", "robert"), names.are_two("вівіян", "вивиан")
        (True, False, False)
        """
        if (one[0] in CYRILLIC) != (other[0] in CYRILLIC) or not self.are_listed(one, other):
            return False
        if _NOT_RUSSIAN.isdisjoint(one) != _NOT_RUSSIAN.isdisjoint(other):
            return False
        numbers = {number for number, _ in self.listed(one)}
        return numbers.isdisjoint([number for number, _ in self.listed(other)])

    def are_listed(self, one: str, other: str) -> bool:
        """Whether two folded words are both listed as full names; not a Belarusian -а that may be -o (Раберта)."""
        if {one[-1], other[-1]} == {"o", "а"}:
            return False
        return self._is_full(one) and self._is_full(other)

    def _is_full(self, token: str) -> bool:
        return any([kind == FORMAL for _, kind in self.listed(token)])  # noqa: C419  a generator takes longer


@cache
def given_names() -> GivenNames:
    """The project's given names."""
    return GivenNames()
