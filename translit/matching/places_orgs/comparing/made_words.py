"""Which words of many pairs of names are made of the other side's words: the evidence that `abbreviations` gives."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from translit.arrays import Bools, Float64s, Int32s
from translit.matching.places_orgs.comparing.abbreviations import LEAST_SAYS, made_of
from translit.matching.places_orgs.comparing.arrays import Things


class Made(NamedTuple):
    """Of each pair, what its word says that is made of others, and which words that explains, [pairs, slots]."""

    says: Float64s
    a: Bools
    b: Bools


def made_words(things: Things, rows: Int32s, columns: Int32s, left_a: Bools, left_b: Bools) -> Made:
    """The likeliest word of either side that is made of the other's, among those that found no partner.

    The more words are tried the likelier one agrees by chance, and the less it says.
    """
    made = Made(np.zeros(len(rows)), np.zeros(left_a.shape, dtype=np.bool_), np.zeros(left_b.shape, dtype=np.bool_))
    if not things.organizations:
        return made
    cuts = things.cuts
    named_a, named_b = (left & things.unlisted[things.ids[of]] for left, of in ((left_a, rows), (left_b, columns)))
    tries = np.where(left_b.sum(axis=1) > 1, named_a.sum(axis=1), 0)
    tries += np.where(left_a.sum(axis=1) > 1, named_b.sum(axis=1), 0)
    chance = np.log(np.maximum(tries, 1))
    sides = ((rows, columns, left_a, left_b, made.a, made.b), (columns, rows, left_b, left_a, made.b, made.a))
    for short, long, left, others, explained, used in sides:
        fits = (cuts.words[things.ids[short]] & cuts.names[long][:, None]) > 0
        fits &= left & (others.sum(axis=1) > 1)[:, None]
        for pair, slot in np.argwhere(fits).tolist():
            words, slots = cuts.left(int(long[pair]), others[pair])
            says, places = made_of(cuts.folded[things.ids[short[pair], slot]], words)
            says -= float(chance[pair])
            if says >= LEAST_SAYS and says > made.says[pair]:
                made.a[pair], made.b[pair] = False, False
                made.says[pair], explained[pair, slot] = says, True
                used[pair, [slots[place] for place in places if slots[place] >= 0]] = True
    return made
