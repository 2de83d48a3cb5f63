"""Initials: which of them agree with the words of the other name, and how many contradict."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from translit.arrays import Bools, Indices, Int8s, Int32s
from translit.matching.persons.comparing.distance import Block
from translit.matching.persons.evidence.first_letters import YES, stands_for
from translit.matching.persons.reading.token import CORES, FATHERS, INITIALS, SECOND_INITIALS
from translit.matching.phonetics.pivots import pivots

MIDDLE = 7  # the role of names without partner where there are several, so that the second may be a middle name


def _middle(roles: Int8s) -> Int8s:
    """The roles with those of names changed where several of one side have no partner."""
    names = roles == CORES
    return np.where(names & (names.sum(axis=1) > 1)[:, None], np.int8(MIDDLE), roles)


def _all_letters(block: Block, rows: Indices, fits: Bools) -> None:
    """Leave out what agrees in the first letter only where there are several (Ya. isn't Юрій, Вал. isn't Виктор)."""
    for row, i, j in np.argwhere(fits).tolist():
        sides = (block.left, int(block.a[rows[row], i])), (block.right, int(block.b[rows[row], j]))
        short, long = sorted(sides, key=lambda side: len(side[0].tokens[side[1]]))
        letters, word = short[0].tokens[short[1]], long[0].tokens[long[1]]
        if len(letters) > 1 and not any(read.startswith(pivots(letters)) for read in pivots(word)):
            fits[row, i, j] = False


def _of_full_forms(block: Block, rows: Indices, initial: Bools, fits: Bools) -> None:
    """Let initials fit, or not, by the full form of a given name that is listed: W. Clinton is Bill Clinton."""
    given_a, given_b = block.left.given[block.a[rows]], block.right.given[block.b[rows]]
    for row, i, j in np.argwhere(initial & (given_a[:, :, None] | given_b[:, None, :])).tolist():
        one, other = block.left.tokens[block.a[rows[row], i]], block.right.tokens[block.b[rows[row], j]]
        said = stands_for(tuple(sorted((one, other), key=len)))
        if said:
            fits[row, i, j] = said == YES


class Initials(NamedTuple):
    """How many initials agree with a word of the other side, how many words they cover there, how many contradict."""

    left: Int32s
    right: Int32s
    covered_left: Int32s  # words of the left that initials of the right stand for
    covered_right: Int32s
    against: Int32s


def initials(block: Block, joined: Bools) -> Initials:
    """What the initials of the names say, [pairs] each.

    The first initial stands for the given name, the second for the patronymic or a middle name; so does the first
    where the given name has its partner (Vladimir P. isn't Владимир Ильич). Initials that agree with initials count
    on both sides, and stand for no word.
    """
    found = Initials(*np.zeros((5, len(joined)), dtype=np.int32))
    some = np.zeros(len(joined), dtype=np.bool_)
    for roles in (block.roles_a, block.roles_b):
        some |= ((roles == INITIALS) | (roles == SECOND_INITIALS)).any(axis=1)
    if not some.any():
        return found
    roles_a = _middle(np.where(joined[some].any(axis=2), 0, block.roles_a[some]))[:, :, None]
    roles_b = _middle(np.where(joined[some].any(axis=1), 0, block.roles_b[some]))[:, None, :]

    def may_meet(one: Int8s, other: Int8s) -> Bools:
        given_found = ~np.isin(other, (CORES, MIDDLE)).any(axis=(1, 2), keepdims=True)
        first = (one == INITIALS) & (np.isin(other, (CORES, MIDDLE, INITIALS)) | (other == FATHERS) & given_found)
        second = (one == SECOND_INITIALS) & np.isin(other, (MIDDLE, FATHERS, SECOND_INITIALS))
        return np.asarray(first | second, dtype=np.bool_)

    of_left, of_right = may_meet(roles_a, roles_b), may_meet(roles_b, roles_a)
    initial = of_left | of_right
    letters = block.left.first[block.a[some]][:, :, None], block.right.first[block.b[some]][:, None, :]
    fits = initial & block.left.table.starts[letters]
    _all_letters(block, np.flatnonzero(some), fits)
    _of_full_forms(block, np.flatnonzero(some), initial, fits)
    agree = np.minimum(fits.any(axis=2).sum(axis=1), fits.any(axis=1).sum(axis=1))
    possible = np.minimum(initial.any(axis=2).sum(axis=1), initial.any(axis=1).sum(axis=1))
    found.against[some] = possible - agree
    found.left[some] = np.minimum(agree, (fits & of_left).any(axis=2).sum(axis=1))
    found.right[some] = agree - found.left[some]
    word_a, word_b = ((roles != INITIALS) & (roles != SECOND_INITIALS) for roles in (roles_a, roles_b))
    found.covered_right[some] = np.minimum(found.left[some], (fits & word_b).any(axis=1).sum(axis=1))
    found.covered_left[some] = np.minimum(found.right[some], (fits & word_a).any(axis=2).sum(axis=1))
    return found
