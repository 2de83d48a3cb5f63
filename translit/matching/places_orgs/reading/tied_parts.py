"""Places and quarters of the sky tied to a name, by a hyphen or in brackets: Мемориал-Тула is no Мемориал-Пермь."""

from __future__ import annotations

from functools import cache, lru_cache

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.patterns import pattern

UNKNOWN = 1 << 30  # in place of a concept: no place that is listed, though it may be one
_TIED = pattern(
    r"(?<=[\p{L}\p{M}]{3})[-–](\p{Lu}[\p{L}\p{M}]+)(?![\p{L}\p{M}-])|(?<=[\p{L}\p{M}]{3}\s)\((\p{Lu}[\p{L}\p{M} -]+)\)"
)


@lru_cache(maxsize=1 << 14)
def tied_parts(text: str) -> frozenset[int]:
    """The places, and quarters of the sky, that are tied to the name of an organization; UNKNOWN for a word after a
    hyphen that no list has.

    >>> keys = lexicon("organization").keys
    >>> [[keys[one] for one in tied_parts(text)] for text in ("Мемориал-Пермь", "Ромашка (Север)", "Минск (завод)")]
    [['perm'], ['north'], []]
    """
    known = lexicon("organization")
    found: set[int] = set()
    for pair in _TIED.findall(text):
        words = [folded_word(word) for word in words_of(pair[0] or pair[1])]
        size, concepts = known.at(words, 0) if words and words[0] else (0, ())
        if size == len(words):
            found.update(known.places.intersection(concepts), _quarters().intersection(concepts))
        if pair[0] and not concepts and not text.isupper():
            found.add(UNKNOWN)
    return frozenset(found)


@cache
def _quarters() -> frozenset[int]:
    table = read_toml("names", "organization_words.toml")["table"]
    return frozenset(map(lexicon("organization").number, table["quarters"]))
