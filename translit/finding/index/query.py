"""Words of names as the index sees them: what a written word folds to, and what a query asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.token import CORE, INITIAL, PARTICLE, PATRONYMIC
from translit.matching.phonetics.fold import cleaned, fold
from translit.patterns import pattern
from translit.writing.mojibake import unmangled

_APART = pattern(r"[^\p{L}\p{M}'’ʼ`´ʹʺ]+")
_CAMEL = pattern(r"(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{3})")
MOST_WORDS = 8  # of a query


def folded_words(word: str) -> tuple[str, ...]:
    """What one written word of a name folds to: its parts, and they together where there are several.

    >>> folded_words("НАУМОВ,"), folded_words("Ul-sol"), folded_words("А.Г.")
    (('наумов',), ('ul', 'sol', 'ulsol'), ('а', 'г'))
    """
    return all_folded_words((word,))[0]


def all_folded_words(words: Iterable[str]) -> list[tuple[str, ...]]:
    """`folded_words` of each, all at once.

    >>> all_folded_words(["Lima", "Ul-sol"])
    [('lima',), ('ul', 'sol', 'ulsol')]
    """
    rows = list(map(_parts, words))
    folded = iter(fold.many([part for row in rows for part in row]))
    return [_with_whole([found for found in islice(folded, len(row)) if found]) for row in rows]


def _parts(word: str) -> list[str]:
    if word.isalpha() and (word[1:].islower() or word.isupper()):
        return [cleaned(word, names=True)]
    return [part for piece in _APART.split(cleaned(word, names=True)) for part in _CAMEL.split(piece)]


def _with_whole(parts: list[str]) -> tuple[str, ...]:
    if len(parts) < 2:
        return tuple(parts)
    if sum(len(part) > 1 for part in parts) > 1:
        parts.append("".join(parts))
    return tuple(dict.fromkeys(parts))


@dataclass(frozen=True, slots=True)
class Query:
    """What a name asks the index for: folded words, pairs of neighbours written as one, and initials."""

    words: tuple[str, ...]
    joined: tuple[tuple[int, str], ...]  # (number of the first of two words, both together)
    initials: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def query_of(name: str, person: bool) -> Query:
    """A name taken apart for a look-up; titles of persons are left out.

    >>> query_of("д-р Лукашенко А. Г.", True)
    Query(words=('лукашенко',), joined=(), initials=('а', 'г'))
    """
    if person:
        parsed = parse(name)
        tokens = parsed.tokens
        if parsed.korean:  # a given name in syllables, as the index has its words
            return _query([fold(part) for token in tokens for part in token.text.split()], [])
        words = [token.folded for token in tokens if token.role in (CORE, PATRONYMIC, PARTICLE)]
        words += [fold(part) for token in tokens if " " in token.text for part in token.text.split() if len(part) > 2]
        initials = [token.folded for token in tokens if token.role == INITIAL and token.folded]
        return _query(words, initials)
    parts = [fold(part) for part in _APART.split(cleaned(unmangled(name[:400])))]
    return _query([part for part in parts if part], [])


def _query(words: list[str], initials: Iterable[str]) -> Query:
    words = list(dict.fromkeys(words))[:MOST_WORDS]
    joined = tuple((place, words[place] + words[place + 1]) for place in range(len(words) - 1))
    return Query(tuple(words), joined, tuple(initials))
