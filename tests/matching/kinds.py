"""Tables of pairs of names that are, or aren't, of one person, place or organization, sorted by kinds."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import NamedTuple

from tests.support import DATA

FILES = {
    "person": ("persons_kinds", "asian_kinds", "sounds_kinds"),
    "place": ("places_kinds",),
    "organization": ("organizations_kinds",),
}


class Row(NamedTuple):
    """Two names of persons, places or organizations (`of`), and whether they are of one."""

    of: str
    kind: str
    pair: tuple[str, str]
    same: bool


def _lines(name: str) -> Iterator[dict[str, str]]:
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


ROWS = [
    Row(of, line["kind"], (line["name_a"], line["name_b"]), line["label"] == "1")
    for of, names in FILES.items()
    for name in names
    for line in _lines(name)
]
KNOWN_FAILURES = frozenset((line["name_a"], line["name_b"]) for line in _lines("known_failures"))


def rows_of(of: str, *kinds: str) -> list[Row]:
    """The rows of persons, places or organizations, of some kinds or of all."""
    return [row for row in ROWS if row.of == of and (not kinds or row.kind in kinds)]
