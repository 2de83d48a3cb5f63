"""Base forms of inflected names, and all forms of a name, from the tables in `tables/inflection`.

`bases` answers what a word of a text may be a form of; `forms` what a name looks like in each case. Neither needs a
dictionary: endings decide, with the letters of the stem before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from translit.data import folder
from translit.errors import UsageError, did_you_mean
from translit.text import ending_counts
from translit.text.grammar import Case, Gender, NameKind, Number, cases_of, genders_of, numbers_of
from translit.text.inflection_rules import MOST, Rules, build
from translit.text.inflection_table import InflectionTable, load

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'", "\N{COMBINING ACUTE ACCENT}": None})
CYRILLIC = re.compile("[Ѐ-ӿ]")


class Base(NamedTuple):
    """What a word may be a form of.

    `cells` are the cases, genders and numbers that the form can stand for, as bits (see `grammar.cells`), so that two
    words can belong to one name only if `one.cells & other.cells`. `probability` sums to 1 over the bases of a word.
    """

    text: str
    cells: int
    kind: NameKind
    probability: float
    paradigm: str

    @property
    def case(self) -> tuple[Case, ...]:
        """The cases the form can stand for."""
        return cases_of(self.cells)

    @property
    def gender(self) -> tuple[Gender, ...]:
        """The genders the base can have."""
        return genders_of(self.cells)

    @property
    def number(self) -> tuple[Number, ...]:
        """The numbers the form can stand for."""
        return numbers_of(self.cells)


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
def rules(language: str) -> Rules:
    """The rules of a language's table, and of the one that it is transliterated from."""
    own = table(language)
    counted = ending_counts.load(folder("tables") / "inflection" / "endings" / f"{language}.tsv")
    if "base" not in own.head:
        return build(own, counted)
    from translit.writing.registry import transliterate

    scheme = own.head["via"]
    return build(table(own.head["base"]), counted, lambda text: transliterate(text, scheme))


@cache
def languages_of(language: str | None, script: str) -> tuple[str, ...]:
    """The tables that a word is looked up in: those of the language in that script, else all of the script."""
    mine = [one for one in paths() if table(one).head["script"] == script]
    if language is None:
        return tuple(mine)
    main = language.split("-")[0]
    if language not in paths() and not any(one.split("-")[0] == main for one in paths()):
        table(language)  # raises
    return tuple(one for one in mine if one == language or table(one).head["language"] == main)


def script_of(word: str) -> str:
    """The script of a word's first letter beyond ASCII signs: Cyrl, or Latn for all others.

    >>> script_of("Лукашенко"), script_of("Łukašenka")
    ('Cyrl', 'Latn')
    """
    return "Cyrl" if CYRILLIC.search(word) else "Latn"


def bases(word: str, language: str | None = None) -> tuple[Base, ...]:
    """What a word may be a form of, likeliest first; never empty, since a word may be its own base.

    `language` is a code such as `be` or `pl`; without one, all tables of the word's script are asked.

    Raises UsageError if there is no table for the language.

    >>> [(base.text, [case.value for case in base.case]) for base in bases("Ціханоўскага", "be")][0]
    ('Ціханоўскі', ['gen', 'acc'])
    """
    return _bases((word,), language)[0]


def bases_many(words: Iterable[str], language: str | None = None) -> list[tuple[Base, ...]]:
    """The bases of many words, in their order; each distinct word is looked up once.

    >>> [found[0].text for found in bases_many(["Мінску", "Варшаве"], "be")]
    ['Мінск', 'Варшава']
    """
    given = list(words)
    distinct = list(dict.fromkeys(given))
    found = dict(zip(distinct, _bases(distinct, language), strict=True))
    return [found[word] for word in given]


def _bases(words: Iterable[str], language: str | None) -> list[tuple[Base, ...]]:
    engines = {script: [rules(one) for one in languages_of(language, script)] for script in ("Cyrl", "Latn")}
    alone = [found for found in engines.values() if found] if language is not None else []
    if len(alone) == 1:  # a language of one script: names in another are left to it
        return [_of_word(word, alone[0]) for word in words]
    return [_of_word(word, engines[script_of(word)]) for word in words]


def _of_word(word: str, engines: list[Rules]) -> tuple[Base, ...]:
    if not word.isalpha():
        word = word.translate(APOSTROPHES)
        first, hyphen, last = word.rpartition("-")
        if hyphen and first and last:
            return tuple(base._replace(text=f"{first}-{base.text}") for base in _of_word(last, engines))
    small = word.lower()
    capitals = len(word) > 1 and word.isupper()
    if len(engines) == 1:
        return tuple(
            [
                Base(word[: len(word) - cut] + (add.upper() if capitals else add), found, kind, weight, paradigm)
                for cut, add, found, kind, weight, paradigm in engines[0].analyses(small)
            ]
        )
    merged: dict[tuple[str, bool], Base] = {}
    for engine in engines:
        for cut, add, found, kind, weight, paradigm in engine.analyses(small):
            text = word[: len(word) - cut] + (add.upper() if capitals else add)
            share = weight / len(engines)
            known = merged.get((text, kind.derived))
            merged[text, kind.derived] = (
                Base(text, found, kind, share, paradigm)
                if known is None
                else Base(text, known.cells | found, known.kind | kind, known.probability + share, known.paradigm)
            )
    if not merged:
        return (Base(word, -1, NameKind(0), 1.0, ""),)
    ranked = sorted(merged.values(), key=lambda base: (-base.probability, base.text))
    return tuple(ranked[:MOST])
