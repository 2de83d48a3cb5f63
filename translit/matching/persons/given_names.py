"""Given names: sets of equivalent forms, found by any spelling through its readings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from types import MappingProxyType

from translit.matching.persons.endings import Gender, father_stem, without_ending
from translit.matching.persons.lists import table
from translit.matching.phonetics.fold import CYRILLIC, fold
from translit.matching.phonetics.pivots import MOST, all_loose, loose_readings, of_each, pivots
from translit.matching.phonetics.scripts import VOWELLESS

FORMAL, SHORT = 1, 2
_NONE: AbstractSet[tuple[int, int]] = frozenset()
_NO_SETS: Mapping[int, int] = MappingProxyType({})


class GivenNames:
    """Sets of equivalent given names, found by any spelling through its readings."""

    def __init__(self) -> None:
        self.genders: list[Gender] = []
        self.keys: list[str] = []
        self._by_form: dict[str, set[tuple[int, int]]] = {}
        self._by_pivot: dict[str, set[tuple[int, int]]] = {}
        self._by_loose: dict[str, set[tuple[int, int]]] = {}
        rows: list[tuple[str, tuple[int, int]]] = []
        for key, entry in table("given")["names"].items():
            number = len(self.keys)
            self.keys.append(key)
            self.genders.append("" if entry["gender"] == "u" else entry["gender"])
            rows += [(form, (number, FORMAL)) for form in entry.get("formal", ())]
            rows += [(form, (number, SHORT)) for form in entry.get("short", ())]
        self._add([form for form, _ in rows], [value for _, value in rows])

    def _add(self, forms: Sequence[str], values: Sequence[tuple[int, int]]) -> None:
        folded = fold.many(forms)
        read = pivots.many(folded)
        looser = of_each([found[:2] for found in read], all_loose)
        for form, found, readings, value in zip(folded, read, looser, values, strict=True):
            self._by_form.setdefault(form, set()).add(value)
            self._by_pivot.setdefault(found[0], set()).add(value)
            for reading in readings:
                self._by_loose.setdefault(reading, set()).add(value)

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
        self, tokens: Iterable[str], firsts: Iterable[str], readings: Iterable[Sequence[str]]
    ) -> list[Mapping[int, int]]:
        """`sets` of folded tokens whose likeliest pivots and loose readings are at hand.

        Most words have none: those that `_sets` would find nothing for are told without it.
        """
        forms, alike, looser = self._by_form, self._by_pivot, self._by_loose.keys()
        return [
            _NO_SETS
            if pivot not in alike and token not in forms and looser.isdisjoint(row) and not token.endswith("us")
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
            return self.sets(token[:-2]) if len(token) > 5 and token.endswith("us") else _NO_SETS
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
        exact, rough = self._stems()
        stems = pivots.many(map(father_stem, tokens))
        result: list[tuple[int, ...]] = []
        for stem, looser in zip(stems, of_each(stems, all_loose), strict=True):
            found = {number for pivot in stem for number in exact.get(pivot, ())}
            found = found or {number for reading in looser for number in rough.get(reading, ())}
            result.append(tuple(sorted(found)))
        return result

    @cache  # noqa: B019  there is one instance
    def _stems(self) -> tuple[Mapping[str, set[int]], Mapping[str, set[int]]]:
        """Pivot, and loose reading, of a man's given name without its ending → the sets it is in."""
        exact: dict[str, set[int]] = {}
        rough: dict[str, set[int]] = {}

        rows: list[tuple[str, set[int], int]] = []  # stem, sets, pivots that count
        for form, values in self._by_form.items():
            numbers = {number for number, kind in values if kind == FORMAL and self.genders[number] != "f"}
            if numbers and form[:1] in CYRILLIC:
                rows.append((without_ending(form), numbers, 2))
        for row in table("patronymics")["irregular"]:
            given = {number for form in row["given"] for number in self.sets(fold(form))}
            rows += [(father_stem(fold(form)), given, MOST) for form in chain(row["masculine"], row["feminine"])]
        read = [found[:most] for found, (*_, most) in zip(pivots.many([stem for stem, *_ in rows]), rows, strict=True)]
        for (_, numbers, _), found, readings in zip(rows, read, of_each(read, all_loose), strict=True):
            for pivot, reading in zip(found, readings, strict=True):
                exact.setdefault(pivot, set()).update(numbers)
                rough.setdefault(reading, set()).update(numbers)
        return exact, rough

    def _listed(self, token: str, pivot: str) -> AbstractSet[tuple[int, int]]:
        """The sets of a form that is listed, or read like one that is; none of a word whose vowels aren't written."""
        if not token.islower() and not VOWELLESS.isdisjoint(token):
            return _NONE
        alike = self._by_pivot.get(pivot, _NONE)
        form = self._by_form.get(token)
        if form is None:
            return alike
        if any(kind == FORMAL for _, kind in form):  # a full name isn't somebody's short form that reads the same
            alike = {value for value in alike if value[1] == FORMAL}
        return alike | form

    def gender(self, token: str) -> Gender:
        """The gender of a given name that is listed, or else read like one, if all its sets agree on it.

        >>> given_names().gender("daniela"), given_names().gender(fold("Саша"))
        ('f', '')
        """
        sets = self._by_form[token] if token in self._by_form else self._listed(token, pivots(token)[0])
        genders = {self.genders[number] for number, _ in sets}
        return genders.pop() if len(genders) == 1 else ""


@cache
def given_names() -> GivenNames:
    """The project's given names."""
    return GivenNames()
