"""The words that names of places and organizations share, from `tables/names`: exonyms, generic words, legal forms.

A lexicon finds them in a row of folded words, the longest phrase first. A word it finds belongs to concepts;
two words of one concept are one word in two languages (Lviv and Lemberg, river and рака, Ltd and ООО).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, cast

from translit.compiled import compiled, read_toml
from translit.data import folder, table_rows
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.han_variants import InAnyForm
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, SMALL, WORD, Lexicon, Row
from translit.matching.places_orgs.lexicon.phrase_table import tabulate, with_bare_letters
from translit.matching.places_orgs.lexicon.territories import (
    called_regions,
    place_groups,
    territories,
    territory_forms,
    without_brackets_and_articles,
)
from translit.matching.places_orgs.lexicon.unspaced import is_unspaced

# tables whose rows add to organization_words
MORE_WORDS = (
    *("institution_words", "known_organizations", "international_bodies", "parliaments"),
    *("european_organization_words", "asian_organization_words", "more_organization_words"),
    *("business_words", "listed_organizations"),
)
# so many words of so many languages that acronyms and cut words of them would agree with anything
UNCUT_WORDS = ("public_words", "regional_words", "world_words", "armed_forces", "universities")
TERRITORIES = ("territories.tsv", "territory_scripts.tsv", "territory_languages.tsv")
EXONYMS, TOWNS = "exonyms.tsv", ("towns.tsv", "japanese_towns.tsv")
AROUND = ("countries", "regions", "lands", "waters", "more-waters")  # sections of what others lie in or on
DOUBLE = "double-names"  # the section of names that add to places of other tables too
# sections whose names organizations rather have for themselves: Amazon, Boston
OF_PLACES_ALONE = ("east-asia", "lands", "near-east", "other-languages", "more-waters", "nature", DOUBLE)
SAME_GROUP = 0.35  # share of the names of a territory, or of a group of our own list, that both have, if they are one


def _read_table(name: str) -> dict[str, Any]:
    return read_toml("names", f"{name}.toml")


def listed_places() -> Iterator[tuple[str, list[str]]]:
    """Key and names of every place of our own list and of CLDR's countries and cities."""
    for key, _, forms in _places("place"):
        yield key, [form for form in forms if not form.endswith("-")]


def _places(kind: str) -> Iterator[Row]:
    """The exonyms of our own list, and countries and cities from CLDR, those that we have too under the same key."""
    raw = _read_table("places")
    for name, section in raw["groups"].items():
        if kind == "place" or name not in OF_PLACES_ALONE:
            for key, forms in section.items():
                yield key, NAME, forms
    for key, forms in raw["adjectives"].items():
        yield key, NAME, forms
    keys = territory_keys()
    rows = list(chain.from_iterable(map(territories, TERRITORIES)))
    shorter = without_brackets_and_articles(rows)
    for key, _, names in rows:
        yield keys.get(key, f"cldr:{key}"), NAME, [*names, *(shorter[name] for name in names if name in shorter)]


@cache
def territory_keys() -> dict[str, str]:
    """The key in CLDR of a country or city → that in our own list, where they are one by their names."""
    tables = [folder("tables") / "names" / name for name in ("places.toml", "territories.tsv")]
    return cast("dict[str, str]", compiled("territory-keys", tables, _read_territory_keys))


def _read_territory_keys() -> dict[str, str]:
    key_of: dict[str, set[str]] = {}
    size: Counter[str] = Counter()
    for name, section in _read_table("places")["groups"].items():
        if name == DOUBLE:
            continue
        for key, forms in section.items():
            size[key] += len(forms)
            for form in forms:
                key_of.setdefault(form, set()).add(key)
    found: dict[str, str] = {}
    countries = {names[0].lower().replace(" ", "-"): code for code, alpha3, names in territories() if alpha3}
    for key, code, names in territories():
        votes = Counter(listed for name in names for listed in key_of.get(name, ()))
        listed, count = votes.most_common(1)[0] if votes else ("", 0)
        ours = key if key in size and not code else f"cldr:{key}"  # a town of which we have names in other scripts only
        least = min(len(names), size[listed]) if code else len(names)
        found[key] = listed if count >= SAME_GROUP * least and listed else ours
    islands = {key: countries[key] for key in found if key in countries}  # that a time zone is called by: Puerto Rico
    return found | {key: found[code] for key, code in islands.items()}


def _words(table: Mapping[str, Any]) -> Iterator[Row]:
    for section, role in (("generic", GENERIC), ("words", WORD), ("names", NAME), ("small", SMALL)):
        for key, forms in table.get(section, {}).items():
            yield key, role, forms
            for wider in table.get("broader", {}).get(key, ()):
                yield wider, role, forms


def _rows(kind: str) -> list[Row]:
    rows = list(_places(kind))
    if kind == "organization":
        legal = _read_table("legal_forms")["forms"].items()
        rows += [(f"legal:{key}", LEGAL, with_bare_letters(forms)) for key, forms in legal]
        words, keys = _read_table("organization_words"), territory_keys()
        rows += [(keys[code], NAME, forms) for code, forms in words["demonyms"].items()]
        rows += [(key, NAME, forms) for key, forms in inflected_places().items()]
        more = (_read_table(name) for name in (*MORE_WORDS, *UNCUT_WORDS))
        return rows + [row for table in (words, *more) for row in _words(table)]
    return rows + [(key, NAME, forms) for key, forms in exonyms()] + list(_words(_read_table("place_words")))


def exonyms() -> Iterator[tuple[str, list[str]]]:
    """Key and names of countries and cities in more languages, of regions, and of large towns:
    `tables/names/exonyms.tsv` and `towns.tsv`; of towns of Japan that are read otherwise: `japanese_towns.tsv`."""
    keys = territory_keys()
    for key, names in table_rows("names", EXONYMS):
        yield key.removeprefix("own:") if ":" in key else keys.get(key, key), names.split("|")
    yield from ((key, names.split("|")) for table in TOWNS for key, names in table_rows("names", table))


@cache
def place_words() -> Lexicon:
    """The kinds and words of places, without any name."""
    return small_lexicon("place-words", "place_words", lambda: list(_words(_read_table("place_words"))), False)


def small_lexicon(name: str, table: str, rows: Callable[[], list[Row]], any_ending: bool = True) -> Lexicon:
    """A lexicon of the rows of one table, by the name under which it is kept once it is made."""
    tables = [folder("tables") / "names" / f"{table}.toml"]
    return Lexicon(compiled(f"lexicon-{name}", tables, lambda: tabulate(rows(), any_ending)), any_ending)


@cache
def inflected_places() -> dict[str, list[str]]:
    """Key of a place → its names in other cases than the nominative.

    >>> [name for name in ("Франция", "Франции") if name in inflected_places()["france"]]
    ['Франции']
    """
    return cast("dict[str, list[str]]", compiled("inflected-places", listed_in(), _read_inflected))


def _read_inflected() -> dict[str, list[str]]:
    keys, raw = territory_keys(), _read_table("places")
    found = {key: [*forms] for key, forms in raw["adjectives"].items()}
    for code, forms in territory_forms():
        found.setdefault(keys[code], []).extend(forms)
    for key, forms in territory_forms("place_forms.tsv"):
        found.setdefault(key, []).extend(forms)
    named = {form for section in raw["groups"].values() for forms in section.values() for form in forms}
    named.update(name for _, _, names in territories() for name in names)  # Polska is Polish, and a genitive in Czech
    return {key: [one for one in forms if not one.endswith("-") and one not in named] for key, forms in found.items()}


@cache
def lexicon(kind: str) -> Lexicon:
    """The lexicon of places or of organizations, whose names hold those of places."""
    made = compiled(f"lexicon-{kind}", listed_in(), lambda: _tabulated(kind))
    found = Lexicon(made, any_ending=kind == "organization")
    found.compounding = tuple(map(fold, made["compounding"]))
    found.places, found.around = frozenset(made["places"]), frozenset(made["around"])
    found.countries, found.divisions = frozenset(made["countries"]), frozenset(made["divisions"])
    if kind == "organization":
        found.syllables, found.unspaced = made["syllables"], InAnyForm(made["unspaced"])
        asian = _read_table("asian_organization_words")["table"]
        found.suffixes, found.signs = asian["suffixes"], asian["signs"]
    return found


def of_position(concepts: tuple[int, ...], first: bool) -> tuple[int, ...]:
    """The concepts of a word of a place's name by where it stands: St at the start is a saint, at the end a street.

    >>> found = lexicon("place")
    >>> [[found.keys[one] for one in of_position(found.of_word("st"), first)] for first in (True, False)]
    [['saint'], ['street']]
    """
    roles = lexicon("place").roles
    wanted = tuple(one for one in concepts if roles[one] == (WORD if first else GENERIC))
    return wanted if len(wanted) < len(concepts) and {roles[one] for one in concepts} == {WORD, GENERIC} else concepts


def listed_in() -> list[Path]:
    """The tables that a lexicon is made of."""
    words = ("places", "place_words", "legal_forms", "organization_words", *MORE_WORDS, *UNCUT_WORDS)
    of_territories = (*TERRITORIES, "territory_forms.tsv", EXONYMS, *TOWNS)
    names = (*(f"{word}.toml" for word in words), *of_territories)
    return [folder("tables") / "names" / name for name in names]


def _tabulated(kind: str) -> dict[str, Any]:
    """What the lexicon of a kind is made of: phrases and concepts, and which of these are places, or around others."""
    rows, uncut = _rows(kind), sum(len(list(_words(_read_table(name)))) for name in UNCUT_WORDS)
    made = tabulate(rows, kind == "organization", len(rows) - uncut * (kind == "organization"))
    number = {key: place for place, key in enumerate(made["keys"])}
    keys = territory_keys()
    countries = {*place_groups("countries"), *(keys[key] for key, code, _ in territories() if code)}
    sections = [name for name in AROUND if kind == "place" or name not in OF_PLACES_ALONE]
    around = [key for section in sections for key in place_groups(section)]
    syllables = _read_table("organization_words")["syllables"].items() if kind == "organization" else ()
    return {
        **made,
        "places": sorted({number[key] for key, _, _ in _places(kind)}),
        "around": sorted(
            {number[key] for key in number if key.startswith("land:")}.union(map(number.get, (*around, *countries)))
        ),
        "countries": sorted(number[key] for key in countries),
        "divisions": sorted(number[key] for key in called_regions() if kind == "place"),
        "syllables": {fold(cut): word for cut, word in syllables},
        "compounding": _read_table("organization_words")["table"]["compounding"] if kind == "organization" else [],
        "unspaced": sorted({form for _, _, forms in _rows(kind) for form in forms if is_unspaced(form)}),
    }
