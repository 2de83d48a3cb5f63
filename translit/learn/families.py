"""Makes `tables/match/families.txt`: a filter of the readings of family names that are known as such.

    python -m translit.learn.families names_uk_ru.tsv.gz -o tables/match/families.txt

Two names a letter apart are a slip of the keyboard where one of them isn't known, and two families where both are.
The material has the columns entity_id, lang and name; the entity ids name the kind of name (ntr:last:…).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from translit.learn.material import rows
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.writing.bloom import Attested

SHORTEST = 3  # letters of a name that is kept: shorter ones are like everything
HEAD = (
    "# A filter of {count} readings of family names: a reading can be asked for, none be read out.",
    "# Learned by: python -m translit.learn.families names_uk_ru.tsv.gz",
    "# From: Ukrainian and Russian family names of the name lists uk/ru (MIT).",
    "# Read by translit.writing.bloom, which tells how.",
)


def family_readings(path: Path) -> set[str]:
    """The likeliest reading of each family name of the material."""
    names = {name for entity, _, name in rows(path) if entity.split(":")[1] == "last" and len(name) >= SHORTEST}
    return {read[0] for read in pivots.many(fold.many(sorted(names))) if read[0]}


def lines(readings: Iterable[str]) -> list[str]:
    """The table's lines."""
    found = Attested.of(set(readings))
    return [*(line.format(count=len(found)) for line in HEAD), *found.lines()]


def main() -> None:
    """Write the filter, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    options.output.write_text("\n".join(lines(family_readings(options.names))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
