"""Writes `tables/names/territories.tsv`: countries, and the cities of time zones, in many languages, from CLDR.

    python -m translit.learn.territory_names tables/names/territories.tsv
    python -m translit.learn.territory_names --scripts tables/names/territory_scripts.tsv
    python -m translit.learn.territory_names --more tables/names/territory_languages.tsv

The names come from the Unicode Common Locale Data Repository through ICU (the extra `icu`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import regex

from translit.learn.different_names import different

LANGUAGES = (
    *("en", "be", "ru", "uk", "de", "fr", "pl", "cs", "sk", "lt", "lv", "et", "fi", "sv", "nb", "da", "nl", "hu"),
    *("it", "es", "pt", "ro", "tr", "bg", "sr", "sr-Latn", "mk", "sl", "hr", "kk", "az", "uz-Cyrl"),
)
SCRIPTS = (
    *("zh", "zh-Hant", "ja", "ko", "ar", "he", "fa", "hi", "el", "ka", "hy", "th"),
    *("bn", "ta", "ml", "si", "my", "km", "lo", "am"),
)
MORE = (
    *("id", "ms", "sw", "af", "ca", "gl", "eu", "cy", "ga", "br", "is", "fo", "lb", "fy", "sq", "mt", "bs", "eo"),
    *("ky", "tg", "tk", "tt", "uz", "ku", "fil", "jv", "ha", "yo", "zu", "so", "ur", "ps", "yue", "zh-Hant-HK"),
    *("te", "mr", "gu", "pa", "kn", "or", "as", "ne", "sd", "ug", "dz"),
)
LEAST_LETTERS = 5  # of a country in one of the languages MORE: a shorter name is a word of another language, too
HEAD = """\
# Countries, and the cities that time zones are called by: key, ISO 3166 alpha-3 code, names in the languages below.
# Written by: python -m translit.learn.territory_names {call} (ICU {icu})
# Source: Unicode Common Locale Data Repository (CLDR), https://cldr.unicode.org
# Licence: Unicode License V3, https://www.unicode.org/license.txt
# Languages: {languages}
# Example: {example}
"""
# abbreviations that the names of CLDR have, in full
IN_FULL = ((r"\bо-ва\b", "острова"), (r"\bо-в\b", "остров"), (r"^о\. (?=\p{Lu})", "остров "), (r"\bSt\.[ -]", "Saint "))
SHORT = ("en", "be", "ru", "uk")  # languages whose abbreviations (USA) are taken; those of others mean too much
SHORT_ONLY = ("HK", "MO")  # the long name says what China calls it, in other words in each language
ONE_OF_TWO = ("CD", "CG", "MF", "SX", "VG", "VI")  # brackets tell two Congos apart, elsewhere they hold another name
_BRACKETS = regex.compile(r"(?P<outside>.+?)\s*\((?P<inside>[^()]+)\)")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")


@click.command()
@click.option("--scripts", is_flag=True, help="The names in languages of other scripts than Latin and Cyrillic.")
@click.option("--more", is_flag=True, help="The names of countries in further languages.")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def main(scripts: bool, more: bool, path: Path) -> None:
    """Write the table of territories."""
    import icu

    if more:
        path.write_text("".join(further(icu.ICU_VERSION, path)), encoding="utf-8")
        return
    languages = SCRIPTS if scripts else LANGUAGES
    example = "ko 독일, ar ألمانيا are DE." if scripts else "de Südsudan, ru Южный Судан, en South Sudan are SS."
    call = f"--scripts {path}" if scripts else path
    lines = [HEAD.format(icu=icu.ICU_VERSION, call=call, languages=" ".join(languages), example=example)]
    named = countries(languages)
    lines += [line(code.lower(), icu.Locale("", code).getISO3Country(), names) for code, names in named.items()]
    taken = frozenset(name for names in named.values() for name in names)  # Mexico in Swedish is the city, too
    for city, names in cities(languages).items():
        own = [name for name in names if name not in taken]
        lines += [line(city, "", own)] if len(set(own)) > 1 else []
    path.write_text("".join(lines), encoding="utf-8")


def further(version: str, path: Path) -> Iterator[str]:
    """The lines of the table of countries in further languages: names that the other two tables don't have."""
    example = "id Spanyol, sw Uhispania, cy Sbaen are ES."
    yield HEAD.format(icu=version, call=f"--more {path}", languages=" ".join(MORE), example=example)
    known, scripts = countries(), countries(SCRIPTS)
    taken = {name for named in (known, scripts) for names in named.values() for name in names}
    for code, names in countries(MORE).items():
        listed = [*known[code], *scripts[code]]
        new = [name for name in different([*listed, *names]) if name not in taken and len(name) >= LEAST_LETTERS]
        if new:
            yield line(code.lower(), "", new)


def countries(languages: Iterable[str] = LANGUAGES) -> dict[str, list[str]]:
    """The names of each country by its ISO 3166 alpha-2 code, the long ones and the short ones."""
    import icu

    full, short = icu.UDisplayContext.LENGTH_FULL, icu.UDisplayContext.LENGTH_SHORT
    found = {}
    for code in sorted(icu.Locale.getISOCountries()):
        named = [(language, full) for language in languages if code not in SHORT_ONLY]
        named += [(language, short) for language in languages if language in SHORT or code in SHORT_ONLY]
        found[code] = [
            icu.LocaleDisplayNames.createInstance(icu.Locale(language), [length]).regionDisplayName(code)
            for language, length in named
        ]
    return {code: names if code in ONE_OF_TWO else without_brackets(names) for code, names in found.items()}


def without_brackets(names: Iterable[str]) -> list[str]:
    """What stands outside and inside brackets, as two names.

    >>> without_brackets(["Myanmar (Burma)", "Minsk"])
    ['Myanmar', 'Burma', 'Minsk']
    """
    found = ((name, _BRACKETS.fullmatch(name)) for name in names)
    return [form for name, match in found for form in ((match["outside"], match["inside"]) if match else (name,))]


def cities(languages: Iterable[str] = LANGUAGES) -> dict[str, list[str]]:
    """The names of the city that each time zone is called by."""
    import icu

    english, russian, *zones = (
        icu.TimeZoneNames.createInstance(icu.Locale(language)) for language in ("en", "ru", *languages)
    )
    found: dict[str, list[str]] = {}
    for zone in icu.TimeZone.createEnumeration():
        if "/" in zone:
            called, known, *names = (
                _BRACKETS.sub(r"\g<outside>", each.getExemplarLocationName(zone) or "")
                for each in (english, russian, *zones)
            )
            if "," not in called and _CYRILLIC.search(known):  # else CLDR doesn't know it
                found.setdefault(called.lower().replace(" ", "-"), names)  # a city may have several zones' ids
    return found


def line(key: str, code: str, names: list[str]) -> str:
    """A line of the table: key, code, the different names with a bar between."""
    for pattern, full in IN_FULL:
        names = [regex.sub(pattern, full, name).strip() for name in names if name]
    return "\t".join((key, code, "|".join(dict.fromkeys(names)))) + "\n"


if __name__ == "__main__":
    main()
