"""The tables of inflection that there are, read and compiled when first asked for."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from translit.compiled import compiled
from translit.data import folder
from translit.errors import UsageError, did_you_mean
from translit.patterns import plain_pattern
from translit.text.inflection import ending_counts
from translit.text.inflection.inflection_rules import Rules, build
from translit.text.inflection.inflection_table import InflectionTable, load
from translit.text.inflection.packed_rules import packed, unpacked

CYRILLIC = plain_pattern("[Ѐ-ӿ]")


@cache
def paths() -> dict[str, Path]:
    """The table of each language that has one, by its id."""
    return {path.stem: path for path in sorted((folder("tables") / "inflection").glob("*.toml"))}


@cache
def table(language: str) -> InflectionTable:
    """The table of a language.

    Raises UsageError if there is none.
    """
    known = paths()
    if language not in known:
        remedy = did_you_mean(language, known) or f"; there are {', '.join(known)}"
        raise UsageError(f"there is no table of inflection for {language!r}{remedy}")
    return load(known[language])


@cache
def _heads() -> dict[str, dict[str, str]]:
    """The head of each table: to parse all of them takes longer than to find the names of an article."""
    return dict(
        compiled(
            "inflection-heads",
            list(paths().values()),
            lambda: {language: dict(table(language).head) for language in paths()},
        )
    )


@cache
def rules(language: str) -> Rules:
    """The rules of a language's table, and of the one that it is transliterated from."""
    counts = folder("tables") / "inflection" / "endings" / f"{language}.tsv"
    made = compiled(f"inflection-{language}", _made_of(language), lambda: packed(_built(language)))
    return unpacked(made, ending_counts.load(counts))


def _made_of(language: str) -> list[Path]:
    """The files that the rules of a language are made of."""
    head = _heads()[language]
    if "base" not in head:
        return [paths()[language]]
    from translit.writing.registry import paths as schemes

    return [paths()[language], paths()[head["base"]], *sorted(schemes()[head["via"]].parent.glob("*.toml"))]


def _built(language: str) -> Rules:
    own, none = table(language), ending_counts.EndingCounts({})
    if "base" not in own.head:
        return build(own, none)
    from translit.writing.registry import transliterate

    scheme = own.head["via"]
    return build(table(own.head["base"]), none, cache(lambda text: transliterate(text, scheme)))


@cache
def languages_of(language: str | None, script: str) -> tuple[str, ...]:
    """The tables that a word is looked up in: those of the language in that script, else all of the script."""
    mine = [one for one in paths() if _heads()[one]["script"] == script]
    if language is None:
        return tuple(mine)
    main = language.split("-")[0]
    if language not in paths() and not any(one.split("-")[0] == main for one in paths()):
        table(language)  # raises
    return tuple(one for one in mine if one == language or _heads()[one]["language"] == main)


@cache
def adapted(language: str | None) -> tuple[tuple[str, str], ...]:
    """The endings that a language adds to names of others, each with what the name itself ends in; longest first.

    >>> adapted("lt")[0], adapted("ru"), adapted(None)
    (('nas', 'ny'), (), ())
    """
    return _pairs(language, "adapted")


@cache
def joined(language: str | None) -> tuple[tuple[str, str], ...]:
    """The endings of adjectives that are the first half of a name which inflects both, each with that of the base.

    >>> joined("pl")[0], joined("ru")
    (('ego', 'y'), ())
    """
    return _pairs(language, "joined")


def _pairs(language: str | None, key: str) -> tuple[tuple[str, str], ...]:
    """The pairs of endings of a line of a table, the longest first."""
    if language is None or language not in paths():
        return ()
    pairs = [pair.partition(">") for pair in _heads()[language].get(key, "").split()]
    return tuple(sorted(((end, own.replace("-", "")) for end, _, own in pairs), key=lambda pair: -len(pair[0])))


def writing_of(text: str) -> str:
    """The script of a text's first letter, by its Unicode name.

    >>> [writing_of(text) for text in ("«Лада»", "Łada", "Λάδα", "لادا", "")]
    ['CYRILLIC', 'LATIN', 'GREEK', 'ARABIC', '']
    """
    return _writing_of(next(filter(str.isalpha, text), ""))


@lru_cache(maxsize=1 << 12)
def _writing_of(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0] if sign else ""


def script_of(word: str) -> str:
    """The script of a word's first letter beyond ASCII signs: Cyrl, or Latn for all others.

    >>> script_of("Лукашенко"), script_of("Łukašenka")
    ('Cyrl', 'Latn')
    """
    return "Cyrl" if CYRILLIC.search(word) else "Latn"
