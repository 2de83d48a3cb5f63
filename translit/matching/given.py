"""Given names: sets of equivalent forms, found by any spelling through its readings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import chain

from translit.matching.endings import Gender, father_stem, without_ending
from translit.matching.fold import CYRILLIC, fold
from translit.matching.lexicon import table
from translit.matching.reading import MOST, loose, loose_readings, pivots
from translit.matching.scripts import VOWELLESS

FORMAL, SHORT = 1, 2
_NONE: AbstractSet[tuple[int, int]] = frozenset()


class GivenNames:
    """Sets of equivalent given names, found by any spelling through its readings."""

    def __init__(self) -> None:
        self.genders: list[Gender] = []
        self.keys: list[str] = []
        self._by_form: dict[str, set[tuple[int, int]]] = {}
        self._by_pivot: dict[str, set[tuple[int, int]]] = {}
        self._by_loose: dict[str, set[tuple[int, int]]] = {}
        for key, entry in table("given")["names"].items():
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
                add(without_ending(form), numbers, 2)
        for row in table("patronymics")["irregular"]:
            given = {number for form in row["given"] for number in self.sets(fold(form))}
            for form in chain(row["masculine"], row["feminine"]):
                add(father_stem(fold(form)), given, MOST)
        return exact, rough

    def _listed(self, token: str) -> AbstractSet[tuple[int, int]]:
        """The sets of a form that is listed, or read like one that is; none of a word whose vowels aren't written."""
        if not VOWELLESS.isdisjoint(token):
            return _NONE
        alike = self._by_pivot.get(pivots(token)[0], _NONE)
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
