"""Institutions of a country that a phrase doesn't name: the Ministry of Health in a text on another country.

Such a phrase means the listed institution only where the list says of what country that is, and the text speaks of
that country too, or is in its language.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from translit.arrays import Bools
from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.memo import memoized
from translit.text.candidates.found import Found
from translit.text.reading.bare_words import without_article, without_whose
from translit.text.reading.institution_words import Said, said_by
from translit.text.sense.owners import owners


def of_unsaid(found: Found) -> Bools:
    """Whether each candidate is an institution of another country than the phrase or the text speaks of."""
    result = np.zeros(len(found), dtype=np.bool_)
    numbers = np.flatnonzero(found.store.resolved[found.rows])
    said: dict[int, frozenset[int]] = {}
    for number in numbers.tolist():
        owned, whose = _whose(found, number)
        doc = int(found.docs[number])
        if not owned and doc not in said:
            said[doc] = _said_in(found, doc)
        whose = whose if owned else said[doc]
        result[number] = bool(whose or not owned) and owners(found.gazetteer, int(found.entities[number])).isdisjoint(
            whose
        )
    return result


def _whose(found: Found, number: int) -> tuple[bool, frozenset[int]]:
    """Whether a phrase says whose the institution is, and the countries that it says so of."""
    ids = found.block.ids[found.firsts[number] : found.lasts[number] + 1].tolist()
    texts = [without_article(word.text) for word in map(found.block.words.__getitem__, ids)]
    owned = any(said_by(text) & Said.OWNER for text in texts) or any(map(_is_above, texts))
    return owned, frozenset().union(*countries_of.many(texts))


@lru_cache(maxsize=1 << 14)
def _is_above(text: str) -> bool:
    """Whether a word says that an institution is of no one country: the World Bank, Eurasian Commission."""
    keys = read_toml("text", "owners.toml")["table"]["above"].split()
    known = lexicon("organization")
    return not frozenset(map(known.number, keys)).isdisjoint(known.of_word(fold(without_whose(text))))


def _said_in(found: Found, doc: int) -> frozenset[int]:
    """The countries that a text speaks of most, and that of its language."""
    block = found.block
    numbers, often = np.unique(block.ids[block.firsts[doc] : block.firsts[doc + 1]], return_counts=True)
    rows = zip(map(block.words.__getitem__, numbers.tolist()), often.tolist(), strict=True)
    words = {word: count for word, count in rows if len(word.text) > 1}
    counts: dict[int, int] = {}
    told = countries_of.many([without_article(word.text) for word in words])
    for countries, count in zip(told, words.values(), strict=True):
        for one in countries:
            counts[one] = counts.get(one, 0) + count
    most = max(counts.values(), default=0)
    homes = map(home, {word.language for word in words if word.language})
    return frozenset(one for one, count in counts.items() if count == most).union(*homes)


@memoized
def countries_of(texts: Sequence[str]) -> list[frozenset[int]]:
    """The countries that each word may stand for, adjectives too.

    >>> [lexicon("organization").keys[one] for one in countries_of("белорусского")]
    ['belarus']
    """
    known = lexicon("organization")
    return list(map(known.countries.intersection, known.of_words(fold.many(map(without_whose, texts)))))


@cache
def home(language: str) -> frozenset[int]:
    """The country whose language it is, if there is but one.

    >>> [len(home(language)) for language in ("uk", "be-Latn", "en")]
    [1, 1, 0]
    """
    key = read_toml("text", "owners.toml")["homes"].get(language.split("-", maxsplit=1)[0])
    return frozenset([lexicon("organization").number(key)]) if key else frozenset()
