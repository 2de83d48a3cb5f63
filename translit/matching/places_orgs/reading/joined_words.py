"""Words that are written as one and consist of several listed ones: Finanzministerium, Минобороны."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, WORD

LEAST_TOWN = 5  # letters of a town before a compound
LEAST_CUT, LONGEST_CUT = 3, 6  # letters that words are cut to
LEVELS = ("bundes", "landes")  # beginnings of compounds of three parts
LEAST_PART, LINKS = 4, ("s", "es", "n", "en")  # of a compound: letters of its first part, and what joins the parts


@lru_cache(maxsize=1 << 14)
def compound(word: str) -> tuple[str, ...] | None:
    """The parts of a German compound whose last is a kind of organization and whose first ones are listed too.

    >>> compound("finanzministerium"), compound("siemens")
    (('finanz', 'ministerium'), None)
    >>> compound("bundesverfassungsgericht")
    ('bundes', 'verfassungs', 'gericht')
    """
    known = lexicon("organization")
    if not _undivided().isdisjoint(known.as_listed(word)):
        return None
    phrases, stems = known.listed()
    for place in range(LEAST_PART, len(word) - 1):
        kind = word[place:]
        if (kind not in phrases and kind not in stems) or not _is_kind(kind):
            continue
        for first in dict.fromkeys([word[:place].removesuffix(link) for link in (*LINKS, "")]):
            if parts := _parts(first):
                return *parts, kind
    return None


@lru_cache(maxsize=1 << 12)
def _is_kind(listed: str) -> bool:
    """Whether a listed word or stem is a kind of organization."""
    return _is_any(lexicon("organization").as_listed(listed), GENERIC)


@cache
def _undivided() -> frozenset[int]:
    """Courts of a tier or of some matters, which are listed as one word: their last part alone is any court."""
    table = read_toml("names", "institution_words.toml")["table"]
    listed = {key for section in ("tiers", "jurisdictions") for keys in table[section].values() for key in keys}
    return frozenset(map(lexicon("organization").number, (key for key in listed if key.startswith("court-"))))


def _parts(word: str) -> tuple[str, ...] | None:
    """A listed word, or one after a level of government: verfassungs, bundes verfassungs."""
    for level in ("", *LEVELS):
        rest = word.removeprefix(level)
        fits = len(rest) >= LEAST_PART and len(rest) + len(level) == len(word)
        if fits and _is_word(rest):
            return (level, rest) if level else (rest,)
    return None


def _is_word(word: str) -> bool:
    """Whether a folded word says what an organization is or does."""
    return _is_any(lexicon("organization").of_word(word), WORD, GENERIC)


def _is_any(concepts: Sequence[int], *roles: str) -> bool:
    return any(lexicon("organization").roles[one] in roles for one in concepts)


def syllabic(word: str) -> list[str] | None:
    """The words of a Cyrillic compound of cut words: Минобороны, Минздрав; None if it isn't one.

    The first part stands in the table of syllables, the last is a listed word, or what one begins with.

    >>> syllabic("минобороны"), syllabic("минский")
    (['министерство', 'обороны'], None)
    """
    return _cut(word) if _syllables().search(word) else None


@cache
def _syllables() -> re.Pattern[str]:
    """What words are cut to, anywhere in a word: most words have none of it."""
    return re.compile("|".join(map(re.escape, lexicon("organization").syllables)))


def _cut(word: str) -> list[str] | None:
    known = lexicon("organization")
    for size in range(min(LONGEST_CUT, len(word) - LEAST_CUT), LEAST_CUT - 1, -1):
        first = known.syllables.get(word[:size])
        if first and (rest := _rest(word[size:])):
            return [first, *rest]
    for size in range(LEAST_TOWN, len(word) - LEAST_TOWN):  # Гроднооблисполком
        rest = syllabic(word[size:])
        if rest and not known.places.isdisjoint(known.of_word(word[:size])):
            return [word[:size], *rest]
    return None


def _rest(word: str) -> list[str] | None:
    known = lexicon("organization")
    if _is_word(word):
        return [word]
    return [known.syllables[word]] if word in known.syllables else syllabic(word)
