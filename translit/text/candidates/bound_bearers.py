"""A family name alone where the full name was told by the given name beside it: Эдгар Дега … Дега, Edgar Degas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from translit.arrays import Int64s
from translit.text.candidates.bound_names import Asked, aligned
from translit.text.candidates.candidate import Candidate
from translit.text.candidates.candidate_rows import Store
from translit.text.candidates.text_block import Block
from translit.text.lookup.forms import Form
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.words import Shape, TextWord

BEGINS = 2  # letters that forms of one name begin with


class _Place(NamedTuple):
    """A word by itself that may be the family name of a name which its text has in full."""

    place: int
    word: TextWord
    form: Form
    slot: int


def add_bound(
    block: Block, gazetteer: Gazetteer, store: Store, alone: tuple[Int64s, Int64s], longer: tuple[Int64s, Int64s]
) -> tuple[Int64s, Int64s]:
    """More candidates of single words, as `add_bearers`: the other places of family names that were told that way."""
    if not store.bound:
        return alone
    places, rows = longer
    some = np.flatnonzero(np.isin(rows, store.bound) & store.anchors[rows])
    if not len(some):
        return alone
    most = int(store.entities.max()) + 1
    known = set((alone[0] * most + store.entities[alone[1]]).tolist())
    every = [
        one
        for place, row in dict.fromkeys(zip(places[some].tolist(), rows[some].tolist(), strict=True))
        for one in _others(block, place, store.candidates[row])
        if one.place * most + one.form.entity not in known
    ]
    asked = [Asked(one.word, one.form.number, one.slot, one.form.slots[one.slot].folded) for one in every]
    found: dict[tuple[int, int], int] = {}  # place, entity → row
    for one, match in zip(every, aligned(asked), strict=True):
        key = one.place, one.form.entity
        if match is None or key in found:
            continue
        row = store.bearer_as(one.word, one.form, one.slot, match, gazetteer)
        if row is not None:
            found[key] = row
    more = np.array([place for place, _ in found], dtype=np.int64)
    return np.concatenate([alone[0], more]), np.concatenate([alone[1], np.array([*found.values()], dtype=np.int64)])


def _others(block: Block, place: int, one: Candidate) -> Iterator[_Place]:
    """The other places in the text of a candidate of words that begin as the one that was told beside the others."""
    assert one.bound is not None
    doc = int(block.doc[place])
    first, words = int(block.firsts[doc]), block.texts[doc].words
    told = words[place + one.matches[one.bound][0] - first]
    for number, word in enumerate(words):
        if word.shape in (Shape.CAPITAL, Shape.UPPER) and word.folded[:BEGINS] == told.folded[:BEGINS] != "":
            yield _Place(first + number, word, one.form, one.bound)
