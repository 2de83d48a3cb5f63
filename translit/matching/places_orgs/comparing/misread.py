"""Words that are taken for a listed place by how they sound, and may be another that sounds so: शिराज is Shiraz, though
it's read as Latvian reads Cher.

A look-up by sounds is wide, since spellings of all alphabets have to meet in it. So what a list says against a pair
counts only as far as the word is nearer to the listed name than to the other name of the pair.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.assignment import FAR
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.comparing.strings import distance
from translit.matching.places_orgs.lexicon.folded_words import words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon

DOUBTFUL = 0.4  # nats a letter up to which two words may be spellings of one; by hand


def doubtful(words: list[tuple[str, tuple[int, ...]]], a: Int32s, b: Int32s, value: Float32s, apart: Bools) -> Bools:
    """Which words a[k] and b[k] of those that a list makes two (`apart`) are nearer (`value`) to each other than one
    is to the listed place that it sounds like."""
    found = np.zeros(len(a), dtype=np.bool_)
    for pair in np.flatnonzero(apart & (value < DOUBTFUL)).tolist():
        found[pair] = value[pair] < max(from_listed(*words[a[pair]]), from_listed(*words[b[pair]]))
    return found


@lru_cache(maxsize=1 << 14)
def from_listed(folded: str, concepts: tuple[int, ...]) -> float:
    """How far a word is from the nearest listed name of what it's taken for, in nats a letter; 0 if it's listed.

    >>> known = lexicon("place")
    >>> from_listed("minsk", known.exactly("minsk")), from_listed("shiraj", (known.number("land:fr18"),)) > 0.2
    (0.0, True)
    """
    known = lexicon("place")
    if not set(concepts).isdisjoint(known.as_listed(folded, inflected=True)):
        return 0.0
    forms = {fold("".join(words_of(form))) for one in concepts for form in known.forms(one)}
    return min((distance(folded, form) for form in sorted(forms) if form), default=FAR)
