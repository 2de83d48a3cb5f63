"""Saints in names: what San Juan and San Luis share is a word that says little, and names of saints are short."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.reading.parse import Thing
from translit.patterns import plain_pattern

_HERS = plain_pattern(r"['’]s$")  # St. Anne's Church
ANOTHER = 1.0  # nats a letter from which on two saints are two; by hand: Gilles, Жиль are .6 apart, Juan, Luis 1.3


def saint_of(thing: Thing) -> str:
    """The folded word after the first one that means saint; empty without any.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> [saint_of(parse_thing(name, "place")[0]) for name in ("Санта-Фе", "Lago San Juan", "Main St")]
    ['фе', 'juan', '']
    """
    words = [part for word in thing.words for part in _parts(word.text)]
    return next((after for word, after in pairwise(words) if word in _saints()), "")


@lru_cache(maxsize=1 << 14)
def _parts(text: str) -> tuple[str, ...]:
    return tuple(folded_word(_HERS.sub("", word)) for word in words_of(text))


@cache
def _saints() -> frozenset[str]:
    forms: list[str] = [*read_toml("names", "place_words.toml")["words"]["saint"]]
    forms += lexicon("organization").forms(lexicon("organization").number("holy"))  # in other cases, of churches
    return frozenset(folded_word(form) for form in forms if not form.endswith("-"))
