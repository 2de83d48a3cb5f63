"""Kinds of place and of organization, by the lists."""

from __future__ import annotations

from functools import cache

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon


@cache
def narrow_kinds() -> frozenset[int]:
    """The kinds of organization that are kinds of another too, as an election commission is a commission."""
    return frozenset(map(lexicon("organization").number, read_toml("names", "institution_words.toml")["broader"]))


@cache
def kinds_of_place() -> tuple[dict[int, int], tuple[float, ...]]:
    """The class of each concept that is a kind of place; and the log odds where one name has a class, the other none.

    >>> class_of, bare = kinds_of_place()
    >>> class_of[lexicon("place").number("city")] == class_of[lexicon("place").number("village")], bare[0] > bare[2]
    (True, True)
    """
    raw = read_toml("names", "place_words.toml")
    classes = list(raw["kinds"])
    number = lexicon("place").number
    class_of = {number(key): classes.index(name) for name, keys in raw["kinds"].items() for key in keys}
    return class_of, tuple(raw["bare"][name] for name in classes)


def is_listed_place(text: str) -> bool:
    """Whether a text with its brackets is the listed name of a place.

    >>> is_listed_place("Frankfurt (Oder)"), is_listed_place("Frankfurt (Spree)")
    (True, False)
    """
    folded = [folded_word(word) for word in words_of(text)]
    size, concepts = lexicon("place").at(folded, 0) if folded else (0, ())
    return bool(concepts) and size == len(folded)


def is_kind_of_place(text: str) -> bool:
    """Whether a text is nothing but kinds of place.

    >>> is_kind_of_place("town"), is_kind_of_place("река Кама")
    (True, False)
    """
    class_of, _ = kinds_of_place()
    folded = list(filter(None, map(folded_word, words_of(text))))
    return bool(folded) and all(not class_of.keys().isdisjoint(lexicon("place").of_word(one)) for one in folded)
