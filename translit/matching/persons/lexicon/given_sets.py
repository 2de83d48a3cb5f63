"""The table of given names as it is looked up: the sets of each form, of each reading, and of each name of God."""

from __future__ import annotations

from collections.abc import KeysView, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import Any

from translit.matching.persons.lexicon.lists import table
from translit.matching.persons.lexicon.servants import SMALL, servant
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import all_loose, of_each, pivots
from translit.matching.phonetics.scripts import VOWELLESS
from translit.text_table import TextTable

_NONE: AbstractSet[tuple[int, int]] = frozenset()


class Form(IntEnum):
    """What a form of a given name is in its set."""

    FORMAL = 1
    SHORT = 2


FORMAL, SHORT = map(int, Form)  # for inner loops, as in `marks`


class Sets:
    """A form, or a reading → the sets that it is in, each with FORMAL or SHORT; decoded as they are asked for."""

    def __init__(self, made: str) -> None:
        self._table = TextTable(made)
        self._decoded: dict[str, AbstractSet[tuple[int, int]]] = {}

    def get(self, key: str) -> AbstractSet[tuple[int, int]]:
        """The sets of a key; none of one that isn't listed."""
        found = self._decoded.get(key)
        if found is None:
            codes = self._table.get(key)
            if codes is None:
                return _NONE
            found = frozenset([(code >> 1, FORMAL + (code & 1)) for code in map(int, codes.split())])
            self._decoded[key] = found
        return found

    def known(self) -> KeysView[str]:
        """All forms, or readings."""
        return self._table.keys()


def read_given_names() -> dict[str, Any]:
    """The sets of `given.toml`: their keys and genders, and by form, likeliest pivot and loose reading their codes.

    A code is twice the number of a set, and one more for a short form.
    """
    entries = table("given")["names"]
    rows = [
        (form, 2 * number + kind - FORMAL)
        for number, entry in enumerate(entries.values())
        for kind, forms in ((FORMAL, "formal"), (SHORT, "short"))
        for form in entry.get(forms, ())
    ]
    folded = fold.many([form for form, _ in rows])
    read = pivots.many(folded)
    looser = of_each([found[:2] for found in read], all_loose)
    found: dict[str, dict[str, list[int]]] = {"forms": {}, "pivots": {}, "loose": {}}
    for form, forms, readings, (_, code) in zip(folded, read, looser, rows, strict=True):
        of_sound = () if is_vowelless(form) else (("pivots", forms[:1]), ("loose", readings))
        for by, keys in (("forms", [form]), *of_sound):
            for key in keys:
                codes = found[by].setdefault(key, [])
                if code not in codes:
                    codes.append(code)
    genders = ["" if entry["gender"] == "u" else entry["gender"] for entry in entries.values()]
    listed = {servant(form): code // 2 for form, (_, code) in zip(folded, rows, strict=True) if code % 2 == 0}
    of_god = table("servants")["names"]
    more = [key for key in (*of_god, *(SMALL + key for key in of_god)) if key not in listed]  # that no set is of
    servants = {**listed, **{key: len(entries) + place for place, key in enumerate(more)}}
    return {
        "keys": [*entries, *(f"servant-{key}" for key in more)],
        "genders": genders + ["m"] * len(more),
        "servants": servants,
        **{by: _as_text(codes) for by, codes in found.items()},
    }


def is_vowelless(token: str) -> bool:
    """Whether a folded token is in a script that leaves short vowels out."""
    return not token.islower() and not VOWELLESS.isdisjoint(token)


def _as_text(codes: Mapping[str, Sequence[int]]) -> str:
    """Keys and their codes as one text, which is read much faster than thousands of lists."""
    return TextTable.of((key, " ".join(map(str, row))) for key, row in codes.items())
