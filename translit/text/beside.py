"""Words in small letters that may belong to the name of a place or organization: those beside one with a capital."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.matching.phonetics.fold import fold
from translit.text.gazetteer import Gazetteer
from translit.text.text_block import Block
from translit.text.words import TextWord

BEFORE, AFTER = 3, 8  # words in small letters before and after one with a capital that may be of its name


def beside_things(block: Block, gazetteer: Gazetteer) -> list[TextWord]:
    """The words in small letters that stand beside one of a name of several words, and may be looked up."""
    for word in block.words:
        if word.shape and word.things is None:
            word.things = word.many or any(map(gazetteer.is_long_thing, word.names))
    if not block.size:
        return []
    open_ = np.array([not (word.shape or word.ready or word.small is False) for word in block.words], dtype=np.bool_)
    if not open_.any():
        return []
    places = np.flatnonzero(block.column([bool(word.things) for word in block.words]))
    docs = block.doc[places]
    near = np.zeros(block.size + 1, dtype=np.int64)
    np.add.at(near, np.maximum(places - BEFORE, block.firsts[docs]), 1)
    np.add.at(near, np.minimum(places + AFTER, block.firsts[docs + 1]), -1)
    covered = np.cumsum(near[:-1]) > 0
    return [block.words[number] for number in np.unique(block.ids[covered & open_[block.ids]]).tolist()]


def small_words(words: Sequence[TextWord], gazetteer: Gazetteer) -> list[TextWord]:
    """Those of some words in small letters that begin like a word of a name, or one that the tables translate."""
    new = [word for word in words if word.small is None]
    folded = fold.uncached([word.lower for word in new]) if new else []
    for word, one, other in zip(new, gazetteer.beginnings.of(folded), gazetteer.concepts.of(folded), strict=True):
        word.small = one or other
    return [word for word in words if word.small]
