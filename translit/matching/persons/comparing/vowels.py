"""Short words that another vowel makes another name: Graf and Gref, in one script."""

from __future__ import annotations

import numpy as np

from translit.arrays import Float32s, Indices, Int32s
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.arrays import Names
from translit.matching.phonetics.fold import CYRILLIC

SHORT_WORD = 4  # letters: what is left in common of a longer one says more than its vowels
_CLASSES = {
    **dict.fromkeys("aаяá", "a"), **dict.fromkeys("eеэєёě", "e"), **dict.fromkeys("iyиыіїйj", "i"),
    **dict.fromkeys("oо", "o"), **dict.fromkeys("uую", "u"),
}  # fmt: skip
# Vowels that no spelling of one name has for each other in a stressed syllable; in Latin letters names from Arabic
# and Hindi have u for o and a, so that only a stays apart from e.
_APART = {
    True: frozenset({"ae", "ao", "au", "ai", "ou", "oi", "ui", "eu"}),
    False: frozenset({"ae", "ai"}),
}


def another_vowel(one: str, other: str) -> bool:
    """Whether two short folded words have one vowel, and are two names by it.

    >>> another_vowel("graf", "gref"), another_vowel("босх", "басх"), another_vowel("grek", "grjek")
    (True, True, False)
    >>> another_vowel("nour", "noor"), another_vowel("лев", "лёв"), another_vowel("datt", "dutt")
    (False, False, False)
    """
    if not 2 < len(one) == len(other) <= SHORT_WORD or (one[0] in CYRILLIC) != (other[0] in CYRILLIC):
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    vowels = sum(letter in _CLASSES for letter in one)
    if len(apart) != 1 or vowels != 1 or not {*apart[0]} <= _CLASSES.keys():
        return False
    return "".join(sorted(_CLASSES[letter] for letter in apart[0])) in _APART[one[0] in CYRILLIC]


def vowels_apart(left: Names, right: Names, a: Int32s, b: Int32s, value: Float32s) -> Indices:
    """The pairs of short tokens, none a given name, that a vowel makes two names."""
    lengths = left.encoded.lengths[a]
    some = (lengths == right.encoded.lengths[b]) & (lengths <= SHORT_WORD + 1) & (value > 0) & (value < FAR)
    found = np.flatnonzero(some & ~left.given[a] & ~right.given[b])
    pairs = zip(a[found].tolist(), b[found].tolist(), strict=True)
    apart = [another_vowel(left.tokens[one], right.tokens[other]) for one, other in pairs]
    return found[np.array(apart, dtype=np.bool_)]
