"""Words near each other that are two names all the same: by a vowel, by their endings, or since both are known."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.comparing.given_lists import TWO_NAMES
from translit.matching.persons.comparing.unwritten import consonants_apart, ordered
from translit.matching.persons.comparing.vowels import vowels_apart
from translit.matching.persons.lexicon.endings import OTHERS
from translit.matching.persons.lexicon.latin_names import ROMANIZED, two_latin_names

SPELLED_APART = 0.03  # distance in Latin letters from which on two known names may be two


def two_names_by_letters(left: Names, right: Names, a: Int32s, b: Int32s, value: Float32s) -> Bools:
    """Which pairs of tokens are two names: Бойко, Бойков; Nowak, Nowacka; Graf, Gref; Johnson, Johnston."""
    found = np.isin(left.derivation[a] + right.derivation[b], list(OTHERS))
    found[vowels_apart(left, right, a, b, value)] = True
    apart = (value > SPELLED_APART) & (value < FAR) & ~found & ~left.cyrillic[a] & ~right.cyrillic[b]
    some = np.flatnonzero(apart)
    mine, its = left.natives(a[some]), right.natives(b[some])
    known = (mine > 0) & (its > 0)
    some, mine, its = some[known], mine[known], its[known]
    vague = (mine == ROMANIZED) | (its == ROMANIZED) | (left.given[a[some]] & right.given[b[some]])
    rows = zip(a[some].tolist(), b[some].tolist(), vague.tolist(), strict=True)
    found[some] = [
        two_latin_names(left.tokens[one], right.tokens[other], by_consonants) for one, other, by_consonants in rows
    ]
    some = np.flatnonzero((left.open[a] != right.open[b]) & (value < TWO_NAMES) & ~found)
    words = (
        (left.tokens[one], right.tokens[other]) for one, other in zip(a[some].tolist(), b[some].tolist(), strict=True)
    )
    found[some] = consonants_apart.many([ordered(*pair) for pair in words])
    return np.asarray(found, dtype=np.bool_)
