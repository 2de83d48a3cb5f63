"""A listed family name as half of a double one: Claire Roussel-Biden isn't Biden, nor Costa-Gavras Costa."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools
from translit.text.candidates.found import Found
from translit.text.candidates.text_block import BLANK, HYPHEN
from translit.text.reading.words import NOUN, Shape, TextWord
from translit.text.sense.bearers import is_given, may_be_family

NEAR = 0.1  # distance up to which a word is a listed name: set by hand


def halves(found: Found, family: Bools) -> Bools:
    """Whether each family name alone is joined by a hyphen to another one, and so is somebody else's.

    Two listed names joined are two persons (Putin-Trump), and so are two that stand by themselves in German, where any
    noun may be the other (Trump-Wähler), or in a text that has the listed person's full name.
    """
    block = found.block
    size = max(block.size - 1, 0)
    capital = block.shape == Shape.CAPITAL
    result = np.zeros(len(found), dtype=np.bool_)
    for step, joints, edges in ((-1, block.before, found.firsts), (1, block.after, found.lasts)):
        other = np.clip(edges + step, 0, size)
        same = (other != edges) & (block.doc[other] == block.doc[edges])
        for number in np.flatnonzero(family & same & ((joints[edges] & HYPHEN) > 0) & capital[other]).tolist():
            word = block.words[int(block.ids[other[number]])]
            first = int(min(edges[number], other[number]))
            spaced = first > 0 and block.before[first] & BLANK and block.doc[first - 1] == block.doc[first]
            named = spaced and is_given(block.words[int(block.ids[first - 1])])
            alone = not (word.bits & NOUN or found.anchored[number])
            result[number] |= (named or (alone and may_be_family(word))) and not _is_listed(word)
    return result


def _is_listed(word: TextWord) -> bool:
    return any(distance < NEAR for distance, *_ in word.hits.values())
