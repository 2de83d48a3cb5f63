"""Names of a place that aren't read as one that it has already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from translit.matching.phonetics.fold import cleaned
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.loose_phrases import read, tells_enough

LEAST_LETTERS = 3
READ = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Georgian}\p{Armenian}]")
_DIGIT = regex.compile(r"\d")
ASIAN = regex.compile(r"[\p{Han}\p{Hangul}\p{Katakana}\p{Hiragana}]")


def different(names: Iterable[str]) -> list[str]:
    """The names that aren't read as one before them."""
    return list(_different(names))


def _different(names: Iterable[str]) -> Iterator[str]:
    seen: set[tuple[str, ...]] = set()
    for name in names:
        folded, key = folded_words(name), reading(name)
        long_enough = ASIAN.search(name) is not None or sum(map(len, folded)) >= LEAST_LETTERS
        if all(folded) and long_enough and key not in seen and not _DIGIT.search(name):
            seen.add(key)
            yield name


def folded_words(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(map(folded_word, words_of(cleaned(name))))


def reading(name: str) -> tuple[str, ...]:
    """What is the same of two spellings of a name.

    >>> reading("Mogilev") == reading("Могилев")
    True
    """
    folded = folded_words(name)
    return read(folded) if READ.match(name) and tells_enough(folded) else (name,)
