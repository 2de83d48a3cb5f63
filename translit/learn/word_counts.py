"""Counts how many names of organizations have each word: `tables/match/organization_words.tsv`.

    python -m translit.learn.word_counts FILE... -o tables/match/organization_words.tsv

A file is one of pairs (label, kind, suite, a, b) or of names (entity_id, …, name); it may be gzipped. A listed word is
counted under its concept, whichever its language; a name is counted once, and only one of the names of an organization.
"""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from translit.finding.entities.sources import seeds
from translit.matching.places_orgs.comparing.rarity import keys_of
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, NAME, WORD
from translit.matching.places_orgs.reading.parse import parse_thing

HEAD = """\
# How many names of organizations have a word: what chance agreement in it says, and what its absence.
# Learned by: python -m translit.learn.word_counts {sources}
# Source: names on lists of sanctions (OFAC, United Nations: public domain), of companies in trade records, of
#   organizations in news (SlavNER), and the project's seeds; only counts are kept.
# A key after = is a concept of tables/names/organization_words.toml or places.toml, others are folded words.
# Example: =bank stands in more names than =navy
"""
LEAST = 3  # names that a word must stand in to be listed


def names_of(path: Path, without: str = "") -> list[str]:
    """Names of organizations in a file, one for each organization; of pairs those of which no other name is known."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    if "label" in rows[0]:
        rows = [row for row in rows if row["kind"] == "organization" and row["suite"] != without]
        several = {name for row in rows if row["label"] == "1" for name in (row["a"], row["b"])}
        return list(dict.fromkeys(name for row in rows for name in (row["a"], row["b"]) if name not in several))
    return list({row["entity_id"]: row["name"] for row in rows if ":ORG_" in row["entity_id"]}.values())


def counted(names: Iterable[str]) -> tuple[Counter[str], int]:
    """In how many names each word stands, and how many names there are."""
    counts: Counter[str] = Counter()
    total = 0
    for name in names:
        things = parse_thing(name, "organization")
        if things:
            total += 1
            counts.update(
                {key for word in things[0].of(NAME, WORD, GENERIC) for key in keys_of(word.folded, word.concepts)}
            )
    return counts, total


def lines(counts: Counter[str], total: int, sources: str) -> Iterator[str]:
    """The table."""
    yield HEAD.format(sources=sources)
    yield f"names\t{total}\n"
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST:
            yield f"{key}\t{count}\n"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
def main(paths: tuple[Path, ...], output: Path) -> None:
    """Count the words and write the table."""
    names = [entity.name for entity in seeds() if entity.kind == "organization"]
    for path in paths:
        names += names_of(path)
    counts, total = counted(dict.fromkeys(names))
    output.write_text("".join(lines(counts, total, " ".join(path.name for path in paths))), encoding="utf-8")


if __name__ == "__main__":
    main()
