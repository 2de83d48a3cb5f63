"""Counts which letters beyond ASCII stand beside which in names written in Latin: `tables/match/latin_pairs.tsv`.

    python -m translit.learn.latin_pairs TRAIN_FOLDER tables/match/latin_pairs.tsv

Four fifths of the names are counted; `benchmarks/encodings.py` measures on the others.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

import click

from translit.csvfile.encoding_guess import pairs_of
from translit.learn.material import rows

FILES = ("rigour_nameparts_cyr", "wd_en_ru_tokens")
HEAD = """\
# How often two letters of which one isn't ASCII stand side by side in {count} names (^ before a word, $ after it).
# Learned by: python -m translit.learn.latin_pairs TRAIN_FOLDER tables/match/latin_pairs.tsv
# From: Wikidata labels (CC0), name parts of OpenSanctions rigour (MIT, from Wikidata), without a fifth of them.
# Read by translit.csvfile.encoding_guess; counts only.
"""
PARTS = 5  # of the names, of which one isn't learned from
LEAST = 2  # times that a pair must stand, so that a slip says nothing


def latin_names(folder: Path) -> list[str]:
    """The names of the training files that are written in Latin and not in ASCII alone, each once, in order."""
    found = {unicodedata.normalize("NFC", name.strip()) for file in FILES for name in _names(folder / f"{file}.tsv.gz")}
    return sorted(name for name in found if len(name) > 2 and not name.isascii() and _is_latin(name))


def _names(path: Path) -> Iterator[str]:
    return (name for _, _, name in rows(path))


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(char, "") for char in name if char.isalpha())


def is_held_out(name: str) -> bool:
    """Whether a name is of the fifth that isn't learned from.

    >>> sum(is_held_out(str(number)) for number in range(1000))
    189
    """
    return crc32(name.encode()) % PARTS == 0


def lines(names: Iterable[str]) -> Iterator[str]:
    """The table."""
    learned = [name for name in names if not is_held_out(name)]
    yield HEAD.format(count=len(learned))
    counts = Counter(pair for name in learned for pair in pairs_of(name))
    for pair, count in sorted(counts.items()):
        if count >= LEAST:
            yield f"{pair}\t{count}\n"


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
def main(folder: Path, output: Path) -> None:
    """Count the pairs and write the table."""
    output.write_text("".join(lines(latin_names(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
