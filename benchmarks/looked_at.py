"""How many names that compare takes for one a look-up finds at all.

    python benchmarks/looked_at.py [--strangers NAMES.txt.gz]

The index hands a look-up some names to compare; what it doesn't hand on can't be found, however sure compare is. Taken
are the pairs of tests/data/*_kinds.tsv that are one and that compare takes for one: the first names of all are listed
(of persons with strangers, if a file of full names is given), the second ones looked up. Told is the share whose first
name was compared, by table and kind of name.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from translit import Entity, Resolver, compare_many
from translit.kinds import KINDS, Kind

DATA = Path(__file__).parent.parent / "tests" / "data"
OF_TABLE: dict[str, Kind] = {"organizations": "organization", "places": "place"}
STRANGERS, ALL = 20_000, 1_000  # all that were compared
Pairs = list[tuple[str, str]]


def pairs_of(path: Path) -> Pairs:
    """The pairs of a table that are one."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["name_a"], row["name_b"]) for row in rows if row["label"] == "1"]


def judge(kind: Kind, tables: dict[str, Pairs], strangers: Sequence[str]) -> None:
    """Print the shares of the tables of one kind of name."""
    names = list(dict.fromkeys(one for pairs in tables.values() for one, _ in pairs))
    names += strangers if kind == "person" else []
    resolver = Resolver([Entity(str(number), kind, [name]) for number, name in enumerate(names)])
    print(f"{kind}: {len(names):,} listed")
    for table, pairs in tables.items():
        chances = compare_many(pairs, kind).tolist()
        one = [pair for pair, chance in zip(pairs, chances, strict=True) if chance >= 0.5]
        every = resolver.resolve_many([query for _, query in one], limit=ALL)
        found = sum(any(hit.entity.name == name for hit in hits) for (name, _), hits in zip(one, every, strict=True))
        print(f"  {table:24} {found / max(len(one), 1):.3f} of {len(one)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strangers", type=Path)
    arguments = parser.parse_args()
    strangers: list[str] = []
    if arguments.strangers:
        with gzip.open(arguments.strangers, "rt", encoding="utf-8") as lines:
            strangers = [line.strip() for line in islice(lines, STRANGERS)]
    tables: defaultdict[Kind, dict[str, Pairs]] = defaultdict(dict)
    for path in sorted(DATA.glob("*_kinds.tsv")):
        name = path.stem.removesuffix("_kinds")
        tables[OF_TABLE.get(name, "person")][name] = pairs_of(path)
    for kind in KINDS:
        judge(kind, tables[kind], strangers)


if __name__ == "__main__":
    main()
