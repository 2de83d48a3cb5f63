"""What a country calls itself is part of its name: Республики Беларусь says no more than Беларуси."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import SMALL, WORD
from translit.matching.places_orgs.reading.word import Word


def without_titles(words: Sequence[Word]) -> list[Word]:
    """The words of an organization's name, with the titles beside countries as small words.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> [word.text for word in parse_thing("Суд Республики Гана", "organization")[0].of(SMALL)]
    ['Республики']
    """
    countries = lexicon("organization").countries
    main = [place for place, word in enumerate(words) if word.role != SMALL]
    pairs = [pair for one, other in pairwise(main) for pair in ((one, other), (other, one))]
    beside = {one for one, other in pairs if not countries.isdisjoint(words[other].concepts)}
    return [
        replace(word, role=SMALL) if place in beside and word.role == WORD and _title() in word.concepts else word
        for place, word in enumerate(words)
    ]


@cache
def _title() -> int:
    return lexicon("organization").number("republic")
