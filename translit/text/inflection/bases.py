"""Base forms of inflected names, and all forms of a name, from the tables in `tables/inflection`.

`bases` answers what a word of a text may be a form of; `forms` what a name looks like in each case. Neither needs a
dictionary: endings decide, with the letters of the stem before them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from translit.checks import require_list, require_text, require_texts
from translit.text.inflection.declension import forms
from translit.text.inflection.grammar import Case, Gender, NameKind, Number, cases_of, genders_of, numbers_of
from translit.text.inflection.inflection_registry import languages_of, rules, script_of
from translit.text.inflection.inflection_rules import MOST, Rules

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'", "\N{COMBINING ACUTE ACCENT}": None})

__all__ = ["Base", "bases", "bases_many", "forms"]


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


def bases(word: str, language: str | None = None) -> tuple[Base, ...]:
    """What a word may be a form of, likeliest first; never empty, since a word may be its own base.

    `language` is a code such as `be` or `pl`; without one, all tables of the word's script are asked.

    Raises UsageError if there is no table for the language.

    >>> [(base.text, [case.value for case in base.case]) for base in bases("Ціханоўскага", "be")][0]
    ('Ціханоўскі', ['gen', 'acc'])
    """
    require_text(word, "the word")
    return _bases((word,), language)[0]


def bases_many(words: Iterable[str], language: str | None = None) -> list[tuple[Base, ...]]:
    """The bases of many words, in their order; each distinct word is looked up once.

    >>> [found[0].text for found in bases_many(["Мінску", "Варшаве"], "be")]
    ['Мінск', 'Варшава']
    """
    require_list(words, "the words")
    given = list(words)
    distinct = list(dict.fromkeys(given))
    require_texts(distinct, "word")
    found = dict(zip(distinct, _bases(distinct, language), strict=True))
    return [found[word] for word in given]


def _bases(words: Iterable[str], language: str | None) -> list[tuple[Base, ...]]:
    tables = {script: languages_of(language, script) for script in ("Cyrl", "Latn")}
    alone = [script for script, found in tables.items() if found] if language is not None else []
    given = list(words)
    # a language of one script: names in another are left to it
    scripts = alone * len(given) if len(alone) == 1 else list(map(script_of, given))
    engines = {script: [rules(one) for one in tables[script]] for script in set(scripts)}  # only what is needed
    return [_of_word(word, engines[script]) for word, script in zip(given, scripts, strict=True)]


def _of_word(word: str, engines: list[Rules]) -> tuple[Base, ...]:
    if not word.isalpha():
        word = word.translate(APOSTROPHES)
        first, hyphen, last = word.rpartition("-")
        plain = [engine for engine in engines if not engine.hyphenated]  # the others have endings after a hyphen
        if hyphen and first and last and plain:
            return tuple(base._replace(text=f"{first}-{base.text}") for base in _of_word(last, plain))
    small = word.lower()
    capitals = len(word) > 1 and word.isupper()
    if len(engines) == 1:
        new, size = tuple.__new__, len(word)  # as Base(…) does, in half the time
        return tuple(
            [
                new(Base, (word[: size - cut] + (add.upper() if capitals else add), found, kind, weight, paradigm))
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
