"""Makes `tables/match/families.txt`: a filter of the readings of family names that are known as such.

    python -m translit.learn.families names_uk_ru.tsv.gz rigour_nameparts_cyr.tsv.gz --strangers … -o tables/match

Two names a letter apart are a slip of the keyboard where one of them isn't known, and two families where both are.
The material has the columns entity_id, lang and name. Entity ids of names_uk_ru name the kind of name (ntr:last:…);
of parts of names whose kind isn't said, those in Cyrillic that no list knows as given names are taken. The strangers
are full Russian names, one a line, the family name last.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Collection
from itertools import chain, islice
from pathlib import Path

from translit.learn.material import is_cyrillic_token, rows
from translit.learn.persons_material import AMONG
from translit.matching.persons.evidence.oddness import grams
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import masculine
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import loose_readings, pivots
from translit.writing.bloom import Attested

SHORTEST = 3  # letters of a name that is kept: shorter ones are like everything
LEAST = 2  # sightings of three sounds that are kept: what was seen once says no more than the shorter context
SOURCES = (
    "# Learned by: python -m translit.learn.families {sources}",
    "# From: Ukrainian and Russian family names of the name lists uk/ru (MIT); parts of names of Wikidata (CC0), as",
    "# OpenSanctions' rigour lists them (MIT); Russian names drawn by real frequency, without those of judged sets.",
)
HEAD = (
    "# A filter of {count} readings of family names: a reading can be asked for, none be read out.",
    *SOURCES,
    "# Read by translit.writing.bloom, which tells how.",
)
HEAD_OF_LETTERS = (
    "# Which sounds follow two others, and how often, in {count} readings of family names (^ before, $ after them).",
    *SOURCES,
    "# Example: the line of ^a has as many as there are names on a, by the sound that stands second.",
    "# Read by translit.matching.persons.evidence.oddness.",
)


def family_readings(path: Path) -> set[str]:
    """The likeliest reading of each family name of the material."""
    last, unsaid = set[str](), set[str]()
    for entity, _, name in rows(path):
        kind = entity.split(":")[1]
        if len(name) >= SHORTEST and " " not in name:
            if kind == "last":
                last.add(name)
            elif kind not in ("first", "patronymic"):
                unsaid.add(name)
    tokens = sorted({token for token in fold.many(sorted(unsaid)) if is_cyrillic_token(token)})
    firsts = [read[0] for read in pivots.many(tokens)]
    given = given_names().sets_as_read(tokens, firsts, loose_readings.many(tokens))
    found = {read for read, sets in zip(firsts, given, strict=True) if not sets}
    found.update(read[0] for read in pivots.many(fold.many(sorted(last))))
    return found - {""}


def families_of_strangers(path: Path) -> set[str]:
    """The likeliest reading of each family name of strangers, a woman's as her brother bears it.

    The first names are left out: open sets are judged by them.
    """
    with gzip.open(path, "rt", encoding="utf-8") as names:
        last = {name.split()[-1] for name in islice(names, AMONG.start, None)}
    readings = [read[0] for read in pivots.many(fold.many(sorted(last)))]
    return {next(iter(masculine(reading)), reading) for reading in readings}


def lines(readings: Collection[str], sources: str) -> list[str]:
    """The lines of the filter."""
    found = Attested.of(readings)
    return [*(line.format(count=len(found), sources=sources) for line in HEAD), *found.lines()]


def lines_of_letters(readings: Collection[str], sources: str) -> list[str]:
    """The lines of the table of sounds after sounds."""
    counts = Counter(chain.from_iterable(map(grams, readings)))
    after: dict[str, str] = {}
    for gram, count in sorted(counts.items()):
        if count >= LEAST:
            after[gram[:2]] = f"{after.get(gram[:2], gram[:2])}\t{gram[2]}{count}"
    return [*(line.format(count=len(readings), sources=sources) for line in HEAD_OF_LETTERS), *after.values()]


def main() -> None:
    """Write both tables, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+", type=Path)
    parser.add_argument("--strangers", type=Path, help="full names, one a line, gzipped")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    readings: set[str] = set().union(*map(family_readings, options.names))
    sources = " ".join(path.name for path in options.names)
    if options.strangers:
        readings |= families_of_strangers(options.strangers)
        sources += f" --strangers {options.strangers.name}"
    for name, made in (("families.txt", lines), ("family_letters.tsv", lines_of_letters)):
        (options.output / name).write_text("\n".join(made(readings, sources)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
