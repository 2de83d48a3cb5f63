"""Countries and the cities of time zones by their names in many languages, from `tables/names/territories.tsv`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from translit.compiled import read_toml
from translit.data import table_rows
from translit.matching.phonetics.fold import cleaned, fold
from translit.patterns import pattern

_FALLS = pattern(r"\s*[(（][^)）]+[)）]$|^(?:De|Den|Det|The|Les|Los)\s(?=\S+\s\S)")


def territories(table: str = "territories.tsv") -> Iterator[tuple[str, str, list[str]]]:
    """Key, ISO 3166 alpha-3 code ("" for a city) and names of each; in `territory_scripts.tsv` those in other scripts,
    in `territory_languages.tsv` those of countries in further languages, without codes.

    >>> {key: code for key, code, _ in territories()}["by"]
    'BLR'
    """
    yield from ((key, code, names.split("|")) for key, code, names in table_rows("names", table))


def territory_forms(table: str = "territory_forms.tsv") -> Iterator[tuple[str, list[str]]]:
    """Key and inflected names of each country; in `place_forms.tsv` those of towns, under the keys of `places.toml`.

    >>> "Франции" in dict(territory_forms())["fr"], "Вильнюса" in dict(territory_forms("place_forms.tsv"))["vilnius"]
    (True, True)
    """
    yield from ((key, names.split("|")) for key, names in table_rows("names", table))


def without_brackets_and_articles(rows: Sequence[tuple[str, str, list[str]]]) -> dict[str, str]:
    """Names of territories → the same without brackets, or without an article before several words, unless another
    territory has what is left too, as Congo.

    >>> names = ["Myanmar (Burma)", "De Forenede Arabiske Emirater", "Congo (Kinshasa)"]
    >>> rows = [(name[:2], "", [name]) for name in names] + [("cg", "", ["Congo (Brazzaville)"])]
    >>> found = without_brackets_and_articles(rows)
    >>> list(found.values())
    ['Myanmar', 'Forenede Arabiske Emirater']
    """
    shorter = {name: _FALLS.sub("", name).strip() for _, _, names in rows for name in names if _FALLS.search(name)}
    owners: dict[str, set[str]] = {}
    for key, _, names in rows:
        for name in names:
            owners.setdefault(shorter.get(name, name), set()).add(key)
    return {name: short for name, short in shorter.items() if short and len(owners[short]) == 1}


def called_regions() -> Iterator[str]:
    """The keys of the towns, lands and waters that a region is called by.

    >>> "rhone" in set(called_regions())
    True
    """
    yield from (key[4:] for key, *_ in table_rows("names", "exonyms.tsv") if key.startswith("own:"))


def place_groups(section: str) -> dict[str, list[str]]:
    """The groups of one section of `tables/names/places.toml`, such as its countries."""
    groups: dict[str, list[str]] = read_toml("names", "places.toml")["groups"][section]
    return groups


@lru_cache(maxsize=1 << 12)
def country_codes(text: str) -> frozenset[str]:
    """The ISO 3166 alpha-2 codes, in small letters, of the countries that a code or a name may mean.

    >>> country_codes("BLR"), country_codes("Беларусь"), country_codes("Südsudan"), country_codes("Atlantis")
    (frozenset({'by'}), frozenset({'by'}), frozenset({'ss'}), frozenset())
    """
    return _codes().get(_key(text), frozenset())


def _key(text: str) -> str:
    plain = text.strip()
    return plain.casefold() if len(plain) <= 3 and plain.isascii() else "".join(map(fold, cleaned(plain).split()))


@cache
def _codes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, code, names in territories():
        if code:
            for form in (key, code.lower(), *names):
                found.setdefault(_key(form), set()).add(key)
    for names in place_groups("countries").values():
        known = {code for name in names for code in found.get(_key(name), ())}
        if len(known) == 1:  # the names of our own list: Белоруссия, РФ, Soviet-time names
            for name in names:
                found.setdefault(_key(name), set()).update(known)
    return {name: frozenset(codes) for name, codes in found.items()}
