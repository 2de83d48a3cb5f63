"""Writes the names of countries and of cities in the cases in which organizations name them.

    python -m translit.learn.territory_forms tables/names/territory_forms.tsv tables/names/place_forms.tsv

Банк Испании, Ambasada Francji, посольство в Литве: the names of CLDR (through ICU, the extra `icu`), inflected by the
tables in `tables/inflection`. Names of several words are left out but for an adjective and a noun in the languages of
`AGREEING`, whose tables inflect both; those that only have a plural (США) stand in `places.toml`. The names of our own
list of places have no language: it is told by letters that no other has, or by the part of the world.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from translit.inflection import Case, forms
from translit.matching.places_orgs.lexicon.territories import place_groups, territories
from translit.patterns import pattern

LANGUAGES = ("be", "ru", "uk", "pl", "cs", "sk", "lt", "lv", "sr", "sr-Latn", "hr", "sl")
CASES = (Case.GENITIVE, Case.DATIVE, Case.LOCATIVE)
AGREEING = ("ru", "uk", "sk", "sr", "sr-Latn", "hr")
UNINFLECTED = ("и", "і", "i")  # Чили, Haiti
TOWNS = (
    "belarus",
    "ukraine",
    "russia",
    "poland",
    "baltics",
    "moldova-romania",
    "bulgaria",
    "balkans",
    "caucasus",
    "kazakhstan-asia",
    "europe",
    "world",
)  # sections of places.toml that are lists of towns
# languages of a name by its letters, the first that fits; Russian endings are Serbian and Bulgarian ones, too
BY_LETTERS = [
    (pattern(r"(?i)[їєґ]"), ("uk",)),
    (pattern(r"(?i)[ў]"), ("be",)),
    (pattern(r"(?i)[і]"), ("be", "uk")),
    (pattern(r"(?i)[јљњћђџѕќѓ]"), ("sr",)),
    (pattern(r"\p{Cyrillic}"), ("ru",)),
    (pattern(r"(?i)[łńęąśźż]"), ("pl",)),
    (pattern(r"(?i)[řěů]"), ("cs",)),
    (pattern(r"(?i)(?:[ėųį]|(?:[aiu]|ia|iu)s$)"), ("lt",)),
    (pattern(r"(?i)[āēīņļķģ]"), ("lv",)),
]
BY_SECTION = {"poland": ("pl",), "balkans": ("hr",)}
LEAST = 5  # letters of a form: shorter ones are words of many languages
HEAD = """\
# Countries in the genitive, dative and locative, as organizations name them: key of territories.tsv, forms.
# Written by: python -m translit.learn.territory_forms tables/names/territory_forms.tsv (ICU {icu})
# Source: Unicode Common Locale Data Repository (CLDR), https://cldr.unicode.org, inflected by tables/inflection
# Licence: Unicode License V3, https://www.unicode.org/license.txt
# Languages: {languages}
# Example: pl Francji and lt Lietuvoje are FR and LT.
"""
HEAD_OF_TOWNS = """\
# Towns in the genitive, dative and locative, as organizations name them: key of places.toml, forms.
# Written by: python -m translit.learn.territory_forms tables/names/territory_forms.tsv tables/names/place_forms.tsv
# Source: tables/names/places.toml, inflected by tables/inflection
# Licence: as the project's
# Languages: {languages}
# Example: ru Вильнюса and hr Zagrebu are vilnius and zagreb.
"""


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("towns", type=click.Path(dir_okay=False, path_type=Path))
def main(path: Path, towns: Path) -> None:
    """Write the tables of inflected names: of countries, of towns."""
    import icu

    full = [icu.UDisplayContext.LENGTH_FULL]
    shown = {
        language: icu.LocaleDisplayNames.createInstance(icu.Locale(language), full).regionDisplayName
        for language in LANGUAGES
    }
    lines = [HEAD.format(icu=icu.ICU_VERSION, languages=" ".join(LANGUAGES))]
    for key, code, names in territories():
        if code:
            known = set(names)
            named = [form for language, name in shown.items() for form in inflected(name(key.upper()), language)]
            if found := [form for form in dict.fromkeys(named) if form not in known]:
                lines.append(f"{key}\t{'|'.join(found)}\n")
    path.write_text("".join(lines), encoding="utf-8")
    spoken = dict.fromkeys(one for _, found in BY_LETTERS for one in found)
    rows = [f"{key}\t{'|'.join(found)}\n" for key, found in _of_towns()]
    towns.write_text(HEAD_OF_TOWNS.format(languages=" ".join(spoken)) + "".join(rows), encoding="utf-8")


def _of_towns() -> Iterator[tuple[str, list[str]]]:
    """Key and inflected names of each town of our own list."""
    listed = {name for section in TOWNS for names in place_groups(section).values() for name in names}
    for section in TOWNS:
        for key, names in place_groups(section).items():
            made = [
                form for name in names for language in languages_of(name, section) for form in inflected(name, language)
            ]
            if found := [form for form in dict.fromkeys(made) if form not in listed]:
                yield key, found


def languages_of(name: str, section: str) -> tuple[str, ...]:
    """The languages by whose tables a town's name is inflected.

    >>> languages_of("Łódź", "poland"), languages_of("Вильнюс", "baltics"), languages_of("Zagreb", "balkans")
    (('pl',), ('ru',), ('hr',))
    """
    told = next((found for letters, found in BY_LETTERS if letters.search(name)), ())
    return told or BY_SECTION.get(section, ())


def inflected(name: str, language: str) -> Iterator[str]:
    """The forms of a name in other cases.

    >>> list(inflected("Франция", "ru")), list(inflected("Lietuva", "lt"))
    (['Франции'], ['Lietuvos', 'Lietuvai', 'Lietuvoje'])
    """
    words = name.split()
    if name.endswith(UNINFLECTED) or len(words) > (2 if language in AGREEING else 1):
        return
    found = forms(name, language, "place")
    for form in dict.fromkeys(form for case in CASES for form in found.get(case, ())):
        changed = all(one != other for one, other in zip(form.split(), words, strict=True))
        if len(form) >= LEAST and changed and all(map(str.isalpha, form.split())):
            yield form


if __name__ == "__main__":
    main()
