"""What other engines index of a text and ask for: readings of words, those of one word together.

A reading is the sound of a word, or of one of its base forms, without its last vowels, so that Лукашэнкам, Łukaszenką
and Lukaschenko have one in common. A field holds the words that may belong to names, in order, with the readings of
each joined by `|`, and `_` where other words stand between: `lukasenk|=lksnk _ putin|=ptn`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from translit.corpus.index_terms import as_concept, trimmed
from translit.corpus.listed import concepts_of, is_listed
from translit.corpus.sounds import forms_of
from translit.corpus.tokens import LONGEST, SMALL, beside, kind_of, with_capital, words_of
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import keys, pivots
from translit.memo import memoized

BETWEEN = "_"
TOGETHER = "|"
MOST_READINGS = 1  # of a form of a word: the likeliest; with two, exports find no better and take a fifth more space
KEY = "="  # what all but readings begin with
_SIGNS = str.maketrans({"č": "c", "š": "s", "ž": "z"})  # readings in ASCII, which every analyzer leaves alone


@memoized
def reading_terms(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of folded words of a text and of their base forms.

    >>> sorted(set(reading_terms("лукашэнкам")) & set(reading_terms("lukaschenko")))
    ['=lksnk', 'lukasenk']
    """
    return [
        (*readings(forms, MOST_READINGS), *sound_terms(forms), *concept_terms(meant))
        for forms, meant in zip(forms_of.many(words), concepts_of.many(words), strict=True)
    ]


def concept_terms(concepts: Iterable[str]) -> tuple[str, ...]:
    """What words mean by the lists of words of organizations and places, in whatever language.

    >>> concept_terms(["ministry"])
    ('=1531',)
    """
    return tuple(KEY + as_concept(one) for one in concepts)


def sound_terms(forms: Iterable[str]) -> tuple[str, ...]:
    """The sound keys of folded words, which are coarser than readings and catch what these miss.

    >>> sound_terms(["лукашэнка"])
    ('=lksnk',)
    """
    return tuple(KEY + key for key in dict.fromkeys(key for row in keys.many(forms) for key in row) if key)


def readings(forms: Iterable[str], most: int) -> tuple[str, ...]:
    """The readings of folded words, so many of each at most, the likeliest first.

    >>> readings(["лукашэнка"], 2)
    ('lukasenk',)
    """
    forms = list(forms)
    read = [as_term(trimmed(one)) for found in pivots.many(forms) for one in found[:most] if one]
    return tuple(dict.fromkeys(read)) or tuple(forms[:1])


def as_term(reading: str) -> str:
    """A reading as engines have it.

    >>> as_term("lukašenk")
    'lukasenk'
    """
    return reading.translate(_SIGNS)


def field_of(text: str) -> str:
    """The field of names of a text.

    >>> field_of("Учора Лукашэнка сустрэўся з Пуціным").split()[1]
    'lukasenk|lukasenok|lukasenak|lukasenek|=lksnk'
    """
    words = words_of(text)
    if not words:
        return ""
    places, folded = _named(words)
    parts: list[str] = []
    last = -1
    for place, terms in zip(places, reading_terms.many(folded), strict=True):
        if place > last + 1 and parts:
            parts.append(BETWEEN)
        parts.append(TOGETHER.join(terms))
        last = place
    return " ".join(parts)


def _named(words: Sequence[str]) -> tuple[list[int], list[str]]:
    """The words that have a place in our own index too, where they stand and folded."""
    kinds = np.array(list(map(kind_of, words)), dtype=np.int8)
    capital = with_capital(kinds, [0])
    some = np.flatnonzero(capital | (beside(capital) & (kinds == SMALL))).tolist()
    named = [words[place][:LONGEST] for place in some]
    folded = [found or word.lower() for word, found in zip(named, fold.many(named), strict=True)]
    listed = is_listed.many(folded)
    keep = [number for number, place in enumerate(some) if capital[place] or listed[number]]
    return [some[number] for number in keep], [folded[number] for number in keep]
