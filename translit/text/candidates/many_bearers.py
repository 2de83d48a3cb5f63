"""The bearers of a family name whom a text names in full, where the name has more bearers than a word remembers."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Int64s
from translit.text.candidates.alone import MOST_ALONE
from translit.text.candidates.candidate_rows import Store
from translit.text.candidates.text_block import Block
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.words import Shape

Row = tuple[int, int]  # the place of a word, the row of what it may be by itself


def add_bearers(
    block: Block, gazetteer: Gazetteer, store: Store, alone: tuple[Int64s, Int64s], longer: tuple[Int64s, Int64s]
) -> tuple[Int64s, Int64s]:
    """More candidates of single words: places and rows of persons whose full name stands in the text of the word.

    `alone` and `longer` are the places and rows of words by themselves, and of words that stand together.
    """
    wide = _wide(block)
    places, rows = longer
    full = store.anchors[rows] & (gazetteer.index.kinds[store.entities[rows]] == 0)
    if not wide.any() or not full.any():
        return alone
    most = int(store.entities.max()) + 1
    known = set((alone[0] * most + store.entities[alone[1]]).tolist())
    named = np.unique(block.doc[places[full]] * most + store.entities[rows[full]])
    words_of = _words_by_text(block, wide)
    found: list[Row] = []
    for doc, entity in zip(*(part.tolist() for part in divmod(named, most)), strict=True):
        for number, mine in words_of.get(doc, {}).items():
            row = store.bearer(block.words[number], entity, gazetteer)
            if row is not None:
                found += [(place, row) for place in mine if place * most + entity not in known]
    more = np.array(found, dtype=np.int64).reshape(-1, 2)
    return np.concatenate([alone[0], more[:, 0]]), np.concatenate([alone[1], more[:, 1]])


def _wide(block: Block) -> Bools:
    """The places of words with a capital that more names have than a word by itself may be."""
    wide = np.array([word.size > MOST_ALONE and word.shape == Shape.CAPITAL for word in block.words], dtype=np.bool_)
    return np.asarray(wide[block.ids] if block.size else np.zeros(0, dtype=np.bool_))


def _words_by_text(block: Block, wide: Bools) -> dict[int, dict[int, list[int]]]:
    """The places that are wide, by the number of the text and that of the word."""
    found: dict[int, dict[int, list[int]]] = {}
    for place in np.flatnonzero(wide).tolist():
        found.setdefault(int(block.doc[place]), {}).setdefault(int(block.ids[place]), []).append(place)
    return found
