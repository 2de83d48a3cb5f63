"""Words made of the beginnings of other words, in their order: METEXCOL, Минфин, GAESA; what such a word says.

How likely a word is, if it is made of these words, is held against how likely it is as any word: the logarithm of the
ratio is in nats, as what words say. Where there are many ways to make a word, or a list has many beginnings for it,
agreement by chance is likelier, and it says less. A listed word may be cut in any of its languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import log
from typing import cast

from translit.compiled import compiled, read_toml
from translit.matching.phonetics.pivots import pivots
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import UNCUT_WORDS, lexicon, listed_in
from translit.matching.places_orgs.lexicon.listed_phrases import LEGAL, SMALL
from translit.matching.places_orgs.reading.word import Word

LEAST, MOST = 3, 18  # letters of a word that may be made of others
MOST_WORDS, MOST_INITIALS = 16, 10  # words that it may be made of; letters of an acronym
READINGS = 2  # pivots of a word that are tried
# By hand, as such words of a dozen languages look; what counts is that an agreement by chance of two letters says
# nothing, and one of three syllables or of five initials much.
LETTER = 2.7  # nats that a letter says: one in about 15
STRAY = LETTER + 3.0  # nats of a letter that no word gives: one in twenty
LITERAL, TRANSLATED = 0.2, 1.6  # nats of a word cut as it is written, and in another language
# nats for taking so many letters of a main word, from none on: in a word of syllables, in an acronym
SYLLABLES = (1.6, 1.6, 2.1, 1.7, 2.1, 2.7, 3.0, 3.5, 3.5)
INITIALS = (2.3, 0.2, 4.0, 4.6)
ONE_OF_TWO = 0.7  # nats of which of the two it is
LEAST_SAYS = 4.5  # nats from which on a word counts as made of others: one in ninety is by chance
LEFT_OUT, TAKEN = 0.3, 1.3  # nats of leaving out a small word or a legal form, and of taking letters of it

_NONE: tuple[frozenset[str], ...] = (frozenset(),) * len(SYLLABLES)


@dataclass(frozen=True, eq=False)
class Beginnings:
    """What a word may be cut to: its readings, and by number of letters what it may begin with in other languages."""

    own: tuple[str, ...]
    translated: tuple[frozenset[str], ...]
    main: bool

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The letters that it may begin with."""
        return self.translated[1].union(word[0] for word in self.own)

    @cached_property
    def literal(self) -> frozenset[str]:
        """What its own readings begin with, of as many letters as may be taken of a word."""
        return frozenset(word[:size] for word in self.own for size in range(1, min(len(SYLLABLES), len(word) + 1)))


def beginnings(word: Word) -> tuple[Beginnings, ...]:
    """The beginnings of a word; of each word of a listed phrase.

    >>> [found.own for found in beginnings(Word("Saudi Arabia", "saudiarabia", "name"))]
    [('saudi',), ('arabia',)]
    """
    main = word.role not in (SMALL, LEGAL)
    if " " in word.text:
        return tuple(_beginnings(folded_word(part), (), main) for part in words_of(word.text))
    return (_beginnings(word.folded, word.concepts if main else (), main),)


@lru_cache(maxsize=1 << 14)
def _beginnings(folded: str, concepts: tuple[int, ...], main: bool) -> Beginnings:
    sets = [found for concept in concepts if (found := _translated(concept))]
    translated = tuple(map(frozenset.union, *sets)) if len(sets) > 1 else sets[0] if sets else _NONE
    return Beginnings(read(folded), translated, main)


@cache
def _translated(concept: int) -> tuple[frozenset[str], ...]:
    """By number of letters, what the words of a concept begin with in any language; empty if it has none."""
    readings = _readings()[concept].split()
    return tuple(
        frozenset(reading[:size] for reading in readings if size and len(reading) >= size)
        for size in range(len(SYLLABLES) if readings else 0)
    )


@cache
def _readings() -> list[str]:
    """By the number of a concept, the likeliest pivot of each of its words, between blanks."""
    return cast("list[str]", compiled("beginnings", listed_in(), _read_all))


def _read_all() -> list[str]:
    found = lexicon("organization")
    words: list[set[str]] = [set() for _ in found.keys]
    uncut = found.foreign | _uncut()
    for word, concepts in found.single_words():
        for concept in concepts if word not in uncut else ():
            words[concept].add(word)
    every = sorted(set[str]().union(*words))
    reading = {word: found[0] for word, found in zip(every, pivots.many(every), strict=True)}
    return [" ".join(sorted({reading[word] for word in mine})) for mine in words]


def _uncut() -> frozenset[str]:
    """The folded words and stems that no word is made of."""
    tables = [read_toml("names", f"{name}.toml") for name in UNCUT_WORDS]
    rows = (forms for table in tables for role in ("generic", "words") for forms in table.get(role, {}).values())
    return frozenset(folded_word(form) for forms in rows for form in forms)


def read(folded: str) -> tuple[str, ...]:
    """The letters of a Latin word as they are written, and its pivots.

    >>> read("cemex"), read("минфин")
    (('cemex', 'cemeks', 'semeks'), ('minfin',))
    """
    latin = (folded,) if "a" <= folded[:1] < "а" else ()
    return tuple(dict.fromkeys(letters for letters in (*latin, *pivots(folded)[:READINGS]) if letters))


@lru_cache(maxsize=1 << 14)
def made_of(word: str, words: tuple[Beginnings, ...]) -> tuple[float, tuple[int, ...]]:
    """What a folded word says that may be made of others, in nats, and which of them; 0 where that isn't likely.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> found = parse_thing("Министерство финансов", "organization")[0].words
    >>> words = tuple(part for word in found for part in beginnings(word))
    >>> made_of("минфин", words)[0] > 8, made_of("минфин", words)[1], made_of("минздрав", words)
    (True, (0, 1), (0.0, ()))
    """
    readings = [letters for letters in read(word) if len(letters) > 1 and _may_begin(letters, words)]
    tried = [_cheapest(letters, words, SYLLABLES) for letters in readings]
    tried += [_cheapest(letters, words, INITIALS) for letters in readings if len(letters) <= MOST_INITIALS]
    says, used = max(((saved - ONE_OF_TWO, used) for saved, used in tried), default=(0.0, 0))
    if says < LEAST_SAYS:
        return 0.0, ()
    return says, tuple(place for place in range(len(words)) if used >> place & 1)


def _may_begin(letters: str, words: Sequence[Beginnings]) -> bool:
    """Whether a word gives the first two letters, or one the first and a later one the second."""
    later: frozenset[str] = frozenset()
    for word in reversed(words):
        if letters[0] in word.firsts:
            start = letters[:2]
            if letters[1] in later or start in word.translated[2] or start in word.literal:
                return True
        later |= word.firsts
    return False


def _cheapest(letters: str, words: Sequence[Beginnings], ways: tuple[float, ...]) -> tuple[float, int]:
    """The nats saved by the cheapest way to make these letters of at least two main words; the words as bits. A way
    that saves too little to count (`LEAST_SAYS`) isn't followed."""
    size, limit = len(letters), LETTER * len(letters)
    most = limit - LEAST_SAYS
    costs = {(0, 0): (0.0, 0)}  # (main words used, at most two; letters made) → nats, words used
    for number, word in enumerate(words):
        left_out, taken = (ways[0], 0.0) if word.main else (LEFT_OUT, TAKEN)
        after: dict[tuple[int, int], tuple[float, int]] = {}
        parts: dict[int, list[tuple[int, float]]] = {}  # by the place from which on letters are taken
        for (used, place), (cost, bits) in costs.items():
            _keep(after, (used, place), (cost + left_out, bits), most)
            if place not in parts:
                parts[place] = list(_taken(letters, place, word, ways))
            for more, price in parts[place]:
                path = cost + taken + price, bits | 1 << number
                used_now = min(used + word.main, 2)
                _keep(after, (used_now, place + more), path, most)
                if place + more < size:
                    _keep(after, (used_now, place + more + 1), (path[0] + STRAY, path[1]), most)
        costs = after
        if not costs:
            break
    cost, bits = costs.get((2, size), (limit, 0))
    return limit - cost, bits


def _keep(
    costs: dict[tuple[int, int], tuple[float, int]], state: tuple[int, int], path: tuple[float, int], limit: float
) -> None:
    if path[0] < limit and ((before := costs.get(state)) is None or path < before):
        costs[state] = path


def _taken(letters: str, place: int, word: Beginnings, ways: tuple[float, ...]) -> Iterator[tuple[int, float]]:
    """How many of the letters from a place on a word may give, and for how many nats."""
    if letters[place : place + 1] not in word.firsts:
        return
    for taken in range(1, min(len(ways), len(letters) - place + 1)):
        part = letters[place : place + taken]
        if part in word.literal:
            yield taken, ways[taken] + LITERAL
        elif part in word.translated[taken]:
            yield taken, ways[taken] + TRANSLATED + log(len(word.translated[taken]))
