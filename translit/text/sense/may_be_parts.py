"""Which places may be part of a longer name or of a title: a look at all, so that few are read word by word."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Int64s
from translit.text.candidates.found import Found
from translit.text.candidates.text_block import HYPHEN, OPENS, PLAIN, Block
from translit.text.sense.parts_of_names import (
    MOST_AHEAD,
    MOST_BETWEEN,
    MOST_LINKS,
    is_club,
    is_german_adjective,
    is_head,
    may_be_inside,
    may_be_region,
    may_go_on,
    may_tell_behind,
)
from translit.text.sense.titled import LONGEST


def may_be_parts(found: Found, numbers: Int64s) -> Int64s:
    """Those of some places that `is_part_of_name` and `is_titled` are to be asked about: of no other they hold."""
    block, first, last = found.block, found.firsts[numbers], found.lasts[numbers]
    told = found.store.answers.told(found.rows[numbers], may_be_region) | block.told(first, is_german_adjective)
    told |= _quoted(block, first) | _behind_head(block, first) | _before_one(block, last)
    return numbers[told]


def _quoted(block: Block, first: Int64s) -> Bools:
    """Whether a quotation starts at most a few words before."""
    opens = (block.before & OPENS) > 0
    told: Bools = np.logical_or.reduce([opens[np.maximum(first - step, 0)] for step in range(LONGEST)])
    return told


def _behind_head(block: Block, first: Int64s) -> Bools:
    """Whether a university or the like stands before, and nothing between that parts them."""
    joined = (block.before & (PLAIN | HYPHEN)) > 0
    joined[0] = False
    told: Bools = joined[first] & block.told(np.maximum(first - 1, 0), is_club)
    open_, place = np.flatnonzero(joined[first]), first[joined[first]] - 1
    for _ in range(MOST_LINKS + MOST_BETWEEN + 1):
        told[open_] |= block.told(place, is_head)
        goes_on = joined[place] & block.told(place, may_be_inside)
        open_, place = open_[goes_on], place[goes_on] - 1
    return told


def _before_one(block: Block, last: Int64s) -> Bools:
    """Whether a word that may make the place part of a name follows, and nothing between that parts them."""
    joined = (block.after & (PLAIN | HYPHEN)) > 0
    joined[-1] = False
    told = np.zeros(len(last), dtype=np.bool_)
    open_, place = np.flatnonzero(joined[last]), last[joined[last]] + 1
    for _ in range(MOST_AHEAD + 1):
        told[open_] |= block.told(place, may_tell_behind)
        goes_on = joined[place] & block.told(place, may_go_on)
        open_, place = open_[goes_on], place[goes_on] + 1
    return told
