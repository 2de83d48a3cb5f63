"""Writes `tables/names/territory_forms.tsv`: the names of countries in the cases in which organizations name them.

    python -m translit.learn.territory_forms tables/names/territory_forms.tsv

Банк Испании, Ambasada Francji, посольство в Литве: the names of CLDR (through ICU, the extra `icu`), inflected by the
tables in `tables/inflection`. Names of several words are left out but for an adjective and a noun in the languages of
`AGREEING`, whose tables inflect both; those that only have a plural (США) stand in `places.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from translit.inflection import Case, forms
from translit.matching.places_orgs.territories import territories

LANGUAGES = ("be", "ru", "uk", "pl", "cs", "sk", "lt", "lv", "sr", "sr-Latn", "hr", "sl")
CASES = (Case.GENITIVE, Case.DATIVE, Case.LOCATIVE)
AGREEING = ("ru", "uk", "sk", "sr", "sr-Latn", "hr")
UNINFLECTED = ("и", "і", "i")  # Чили, Haiti
LEAST = 5  # letters of a form: shorter ones are words of many languages
HEAD = """\
# Countries in the genitive, dative and locative, as organizations name them: key of territories.tsv, forms.
# Written by: python -m translit.learn.territory_forms tables/names/territory_forms.tsv (ICU {icu})
# Source: Unicode Common Locale Data Repository (CLDR), https://cldr.unicode.org, inflected by tables/inflection
# Licence: Unicode License V3, https://www.unicode.org/license.txt
# Languages: {languages}
# Example: pl Francji and lt Lietuvoje are FR and LT.
"""


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def main(path: Path) -> None:
    """Write the table of inflected names."""
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
