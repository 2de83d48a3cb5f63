"""Pairs of words that are one slip apart: of the keyboard, of the recognition of print, or with the vowels left out."""

from __future__ import annotations

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from translit.arrays import Bools, Float32s, Indices, Int32s
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.comparing.given_lists import SPELLING
from translit.matching.phonetics.fold import VOWELS
from translit.matching.phonetics.pivots import pivots

FEWEST_CONSONANTS = 4  # set by hand: of a word whose vowels were left out; Ptn fits Putin, Platon and Potanin
SHORTEST_SLIP = 4  # letters; shorter words a letter apart are mostly two names


def one_step(left: Names, right: Names, a: Int32s, b: Int32s) -> Bools:
    """Which pairs of tokens are one letter apart as they are read, or as they are spelled."""
    spelled = [left.tokens[token] for token in a.tolist()], [right.tokens[token] for token in b.tolist()]
    near = np.zeros(len(a), dtype=np.bool_)
    for texts in ((left.pivots[a], right.pivots[b]), spelled):
        near |= process.cpdist(*texts, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8) == 1
    return near


def slips(left: Names, right: Names, a: Int32s, b: Int32s, value: Float32s) -> Indices:
    """The pairs of longer tokens that are one slip of the keyboard apart: a letter more, less, other, or two turned."""
    least = np.minimum(left.encoded.lengths[a], right.encoded.lengths[b]) > SHORTEST_SLIP
    least &= ~(left.open[a] | right.open[b])  # who reads a script that leaves sounds open guesses, and makes no slip
    doubtful = np.flatnonzero(least & (value > SPELLING) & (value < FAR))
    if not len(doubtful):
        return doubtful
    one, other = a[doubtful], b[doubtful]
    near = _mixed_up(left, one) | _mixed_up(right, other)
    pairs = zip(one[near].tolist(), other[near].tolist(), strict=True)
    near[near] = [drawn_alike(left.tokens[mine], right.tokens[its]) for mine, its in pairs]
    return doubtful[near | one_step(left, right, one, other)]


def without_vowels(left: Names, right: Names, a: Int32s, b: Int32s, value: Float32s) -> Indices:
    """The pairs of tokens of which one is the consonants of the other, as Ptn, and isn't itself a name in the lists."""
    doubtful = np.flatnonzero((value > SPELLING) & (value < FAR))
    doubtful = doubtful[left.keys[a[doubtful]] == right.keys[b[doubtful]]]
    found = [
        place
        for place, one, other in zip(doubtful.tolist(), a[doubtful].tolist(), b[doubtful].tolist(), strict=True)
        if _consonants(left, one) != _consonants(right, other)
    ]
    return np.array(found, dtype=np.intp)


_DROPPED = VOWELS - set("y")  # Srkzy, Zlnsky: who leaves out vowels takes y for a consonant


def _consonants(names: Names, token: int) -> bool:
    """Whether an unlisted token, of a script that writes vowels, is nothing but consonants after its first letter."""
    if names.given[token] or names.open[token] or not only_consonants(names.tokens[token]):
        return False
    return not names.families(np.array([token], dtype=np.int32)).any()


def only_consonants(letters: str) -> bool:
    """Whether a token of several letters is nothing but consonants after its first letter."""
    return len(letters) >= FEWEST_CONSONANTS and _DROPPED.isdisjoint(letters[1:])


_DRAWN_ALIKE = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"))  # what the recognition of print mixes up


def _mixed_up(names: Names, tokens: Int32s) -> Bools:
    """Which tokens have two letters that print mixes up with one; few have, and each is looked at once."""
    distinct_tokens, place = np.unique(tokens, return_inverse=True)
    written = [names.tokens[token] for token in distinct_tokens.tolist()]
    found = [any(letters in token for letters, _ in _DRAWN_ALIKE) for token in written]
    return np.array(found, dtype=np.bool_)[place]


def drawn_alike(one: str, other: str) -> bool:
    """Whether two folded Latin words, or one in Latin and one in Cyrillic, are one but for letters drawn alike."""
    for letters, letter in _DRAWN_ALIKE:
        for a, b in ((one, other), (other, one)):
            repaired = a.replace(letters, letter)
            if repaired != a and (repaired == b or not set(pivots(repaired)).isdisjoint(pivots(b))):
                return True
    return False
