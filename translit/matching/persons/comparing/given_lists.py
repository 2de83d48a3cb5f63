"""What the lists of names say of many pairs of tokens: that they are one name, or two given names."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s, Indices, Int32s
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.comparing.glued_articles import without_article
from translit.matching.persons.comparing.unwritten import consonants_apart, ordered
from translit.matching.persons.lexicon.given_apart import told_apart
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.given_sets import SHORT

EQUIVALENT, DIMINUTIVE, GROUPED = 0.18, 0.28, 0.15  # distance that a list of names vouches for
TWO_NAMES = 1.1  # set by hand: distance of two that are listed as two names, whatever they sound like
FATHERS_SPELLED = 0.06  # set by hand: as SPELLING, of patronymics of two listed fathers: Mikalaevich, Mikhailavich
SPELLING = 0.2  # distance up to which two words may be one name in two spellings, unless both are listed as two


def by_lists(left: Names, right: Names, a: Int32s, b: Int32s, value: Float32s) -> tuple[Float32s, Bools, Indices]:
    """The distance that lists vouch for, which pairs they know as different given names, and which sound alike then."""
    known = np.nonzero(left.given[a] & right.given[b])[0]
    same = left.sets[a[known]][:, :, None] == right.sets[b[known]][:, None, :]
    same &= (left.sets[a[known]] >= 0)[:, :, None]
    short = (left.forms[a[known]][:, :, None] == SHORT) | (right.forms[b[known]][:, None, :] == SHORT)
    any_set = same.any(axis=(1, 2))
    unwritten = left.open[a[known]] | right.open[b[known]]  # vowels, so that the distance says little
    full = (same & ~short).any(axis=(1, 2))
    alike = ~any_set & (unwritten | (value[known] <= SPELLING))
    two = _are_two(left, right, a[known], b[known], full, alike)
    some = np.flatnonzero(any_set & ~two)
    pairs = zip(a[known[some]].tolist(), b[known[some]].tolist(), strict=True)
    two[some] = [set_apart(left.tokens[one], right.tokens[other]) for one, other in pairs]
    any_set, full = any_set & ~two, full & ~two
    vouched = np.full(len(a), FAR, dtype=np.float32)
    vouched[known] = np.where(full, EQUIVALENT, np.where(any_set, DIMINUTIVE, FAR))
    vouched[(left.group[a] == right.group[b]) & (left.group[a] >= 0)] = GROUPED
    glued = np.flatnonzero(left.glued[a] != right.glued[b])
    pairs = zip(a[glued].tolist(), b[glued].tolist(), strict=True)
    vouched[glued[[without_article(left.tokens[one], right.tokens[other]) for one, other in pairs]]] = GROUPED
    other = np.zeros(len(a), dtype=np.bool_)
    fathers = left.father[a[known]] & right.father[b[known]] & ~unwritten
    other[known] = two | (~any_set & (value[known] > np.where(fathers, FATHERS_SPELLED, SPELLING)))
    return vouched, other, known[two]


def _are_two(left: Names, right: Names, a: Int32s, b: Int32s, full: Bools, alike: Bools) -> Bools:
    """Which pairs of tokens are listed as two names, of those that read like one or sound alike."""
    found = np.zeros(len(a), dtype=np.bool_)
    some = np.flatnonzero(full | alike)
    pairs = zip(a[some].tolist(), b[some].tolist(), full[some].tolist(), strict=True)
    found[some] = [two_names(left.tokens[one], right.tokens[other], shared) for one, other, shared in pairs]
    return found


def two_names(one: str, other: str, shared: bool) -> bool:
    """Whether two folded words are listed as two names; `shared` tells whether they read like one.

    >>> two_names("denis", "denise", False), two_names("елена", "jelena", True)
    (True, False)
    """
    return given_names().are_two(one, other) or (not shared and given_names().are_listed(one, other))


def set_apart(one: str, other: str) -> bool:
    """Whether two folded words that a set holds as one are two names by a consonant, or in some language.

    >>> set_apart("mikko", "mika"), set_apart("hAmAdY", "ghamdi"), set_apart("hAmAdY", "hamdi")
    (True, True, False)
    """
    if one.islower() and other.islower():
        return told_apart(one, other)
    return consonants_apart(ordered(one, other))
