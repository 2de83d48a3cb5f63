"""Brands in Chinese characters that no list has, as Japanese and Cantonese read them: 村田製作所 is Murata.

As for persons and places, the other name is asked, and readings are taken that come nearest to one of its words. They
must come quite near; else the brand stays in Mandarin.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from translit.matching.persons.otherwise.han import has_han, hepburn, nearest
from translit.matching.persons.otherwise.han_parts import either
from translit.matching.persons.otherwise.han_tables import character, families, repeated
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.matching.phonetics.romaji import romaji
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.unspaced import LEAST, cut, glued
from translit.matching.places_orgs.otherwise.text_pairs import Pairs, read_beside
from translit.matching.places_orgs.reading.asian_places import listed_place
from translit.patterns import pattern

LONGEST = 5  # characters of a brand
NEAR = 0.1  # letters, by share, that a reading may differ in from a word: of less than ten letters in none; by hand
MOST_WORDS = 8  # of the other name that are asked
MOST_JOINED = 3  # words of it that are one in characters: 岩波書店, Iwanami Shoten
LEAST_JOINED = 3  # characters of a name that is read as a whole though it holds listed words
_RUN = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}々ー]{2,}")
_BRAND = pattern(r"[\p{Han}々ぁ-ん]*[\p{Han}々][\p{Han}々ぁ-ん]*")


def read_brands(pairs: Pairs) -> Pairs:
    """The same pairs of texts, with brands in Latin letters where a reading brings them near to the other name.

    >>> import numpy as np
    >>> zero = np.zeros(1, dtype=np.int32)
    >>> found = read_brands((["村田製作所"], ["Murata Manufacturing"], zero, zero))
    >>> found[0][found[2][0]]
    'Murata 製作所'
    """
    return read_beside(pairs, has_han, _read, both=False)


@lru_cache(maxsize=1 << 14)
def _read(text: str, other: str) -> str:
    """A text with the brands that are read as words of the other name in Latin letters."""
    targets = _targets(other)
    said = _concepts(other)
    return (
        _RUN.sub(lambda run: _parted(run[0], targets, said) or _run(run[0], targets), text).strip() if targets else text
    )


@lru_cache(maxsize=1 << 14)
def _targets(other: str) -> tuple[str, ...]:
    """The readings of the words of a name, and of up to three neighbours written as one; dz is z, as in Shimadzu."""
    words = [hepburn(folded_word(word)).replace("dz", "z") for word in words_of(other)[:MOST_WORDS]]
    runs = ["".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + MOST_JOINED, len(words)) + 1)]
    return tuple(dict.fromkeys(read for run in runs if run for read in pivots(run)))


@lru_cache(maxsize=1 << 14)
def _concepts(other: str) -> frozenset[int]:
    """The concepts of the listed words and phrases of a name."""
    known, folded, place = lexicon("organization"), [folded_word(word) for word in words_of(other)], 0
    found: set[int] = set()
    while place < len(folded):
        size, concepts = known.at(folded, place) if folded[place] else (1, ())
        found.update(concepts)
        place += size
    return frozenset(found)


def _parted(run: str, targets: Sequence[str], said: frozenset[int]) -> str:
    """A listed name of a brand and its field, as the other name has both apart: 清水建設, Shimizu Kensetsu."""
    known = lexicon("organization")
    for size in range(LEAST, len(run) - LEAST + 1) if run in known.unspaced else ():
        field = run[-size:]
        says = field in known.unspaced and not said.isdisjoint(known.exactly(folded_word(glued(field))))
        if says and (reading := _reading(run[:-size], targets)):
            return f" {reading} {field}"
    return ""


def _run(run: str, targets: Sequence[str]) -> str:
    listed = lexicon("organization").unspaced
    if LEAST_JOINED <= len(run) <= LONGEST and run not in listed and (whole := _reading(run, targets)):
        return f" {whole} "
    found = [part if part in listed else _brand(part, targets) for part in cut(run, listed)]
    return "".join(found)


def _brand(part: str, targets: Sequence[str]) -> str:
    """What no list has, its longest beginning that is read as one of the other name's words in Latin letters; a listed
    place only as a whole, as 東北 may be Tohoku."""
    if listed_place(part):
        return f" {found} " if (found := _reading(part, targets)) else part
    for size in range(min(len(part), LONGEST), LEAST - 1, -1):
        if found := _reading(part[:size], targets):
            return f" {found} {part[size:]}"
    return part


def _reading(brand: str, targets: Sequence[str]) -> str:
    """The reading of a brand that is near to a target, with a capital as a name has it, else nothing."""
    if not _BRAND.fullmatch(brand):
        return ""
    today = ["".join((character(char).today or (char,))[0]) for char in repeated(brand)]
    parts: list[Sequence[str]] = [
        (romaji(char),) if "ぁ" <= char <= "ん" else either(character(char)) for char in today
    ]
    family = families().get(brand, [])
    spoken: list[Sequence[str]] = [tuple(map(fold, character(char).cantonese)) for char in brand]
    ways: list[list[Sequence[str]]] = [[family], parts, spoken] if family else [parts, spoken]
    found = next((near for way in ways if (near := nearest(way, targets, NEAR))), None)
    return found[1].capitalize() if found else ""
