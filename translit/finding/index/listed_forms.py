"""The forms of listed given names and family names, by which a word of a query leads to words of an index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from translit.compiled import compiled
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import family_groups, path_of
from translit.matching.phonetics.pivots import loose, pivots
from translit.text_table import TextTable


@cache
def listed_forms() -> tuple[Sequence[str], Sequence[str], TextTable]:
    """Forms of each set of given names; forms of each group of family names; the groups of each loose reading.

    All as texts, parted by blanks; a form of a given name has FORMAL or SHORT after its last letter.
    """
    tables = [path_of("given"), path_of("surnames_variants")]
    made = compiled("forms-of-names", tables, _list_forms)
    return made["given"], made["families"], TextTable(made["groups"])


def _list_forms() -> dict[str, Any]:
    names = given_names()
    given: list[list[str]] = [[] for _ in names.keys]
    for form in names.forms():
        for number, kind in sorted(names.listed(form)):
            given[number].append(f"{form}{kind}")
    families: list[list[str]] = []
    groups: dict[str, list[int]] = {}
    for form, number in family_groups().items():
        families += [[] for _ in range(number + 1 - len(families))]
        families[number].append(form)
        groups.setdefault(loose(pivots(form)[0]), []).append(number)
    texts = {key: " ".join(map(str, numbers)) for key, numbers in groups.items()}
    return {
        "given": list(map(" ".join, given)),
        "families": list(map(" ".join, families)),
        "groups": TextTable.of(texts.items()),
    }
