"""How near two names are word by word: which words found a partner, how near it is, and what is left over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Int32s, UInt8s
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.distance import Block
from translit.matching.persons.comparing.given_lists import SPELLING
from translit.matching.persons.lexicon.marks import CUSTOMARY, FAMILIES, LISTED, OTHER, SLIP, TRANSLATED, VOUCHED, VOWEL
from translit.matching.persons.lexicon.translations import PART
from translit.matching.persons.reading.token import CORES, FAMILY

Columns = dict[str, NDArray[Any]]
NEAR = 0.85  # above this two words are not the same name
MOST_NATS, MOST_LETTERS, MOST_FAMILY_LETTERS = 30.0, 25.0, 12.0  # beyond these more says nothing more
MOST_INFORMATION = 15.0  # decimal logarithms


@dataclass
class Matches:
    """The assignment of a block of pairs: arrays [pairs, words left, words right].

    `assigned` has every word that has a partner, `joined` those that aren't patronymics on both sides, `near` those
    of them that may be one name.
    """

    distance: Float32s
    marks: UInt8s
    assigned: Bools
    joined: Bools
    near: Bools

    def of(self, pair: int) -> Matches:
        """Those of one pair, [words left, words right]."""
        return Matches(self.distance[pair], self.marks[pair], self.assigned[pair], self.joined[pair], self.near[pair])


def distances(block: Block, found: Matches) -> Columns:
    """How near the joined names are: the farthest counts most; a name that found nothing is FAR."""
    core_a, core_b = (block.roles_a == CORES).sum(axis=1), (block.roles_b == CORES).sum(axis=1)
    with_a = (found.joined & block.fathers_a[:, :, None]).sum(axis=(1, 2))  # names joined with a patronymic
    with_b = (found.joined & block.fathers_b[:, None, :]).sum(axis=(1, 2))
    pairs = found.joined.sum(axis=(1, 2)) - with_a - with_b
    expected = np.minimum(core_a - with_b, core_b - with_a)
    missing = np.maximum(expected - pairs, 0)
    value = np.where(found.joined, found.distance, 0.0)
    by_word = value * block.letters
    nats = by_word.max(axis=(1, 2))
    spelled = np.where(found.marks & VOUCHED, 0.0, by_word).max(axis=(1, 2))
    close = np.where(found.near, found.distance, 0.0).sum(axis=(1, 2), dtype=np.float64)  # in any order the same
    return {
        "worst": np.where(missing > 0, FAR, value.max(axis=(1, 2))),
        "mean": (value.sum(axis=(1, 2), dtype=np.float64) + FAR * missing) / np.maximum(pairs + missing, 1),
        "best": np.where(found.joined, np.where(found.marks & VOUCHED, 0.0, found.distance), FAR).min(axis=(1, 2)),
        "worst_nats": np.minimum(np.where(missing > 0, MOST_NATS, nats), MOST_NATS),
        "spelling_nats": np.minimum(np.where(missing > 0, MOST_NATS, spelled), MOST_NATS),
        "missing": missing,
        "apart": close,
        "single": expected <= 1,
    }


def words(block: Block, found: Matches, covered_a: Int32s, covered_b: Int32s) -> Columns:
    """How many words found a partner, how many didn't, on one side and on both; initials cover a word each.

    A patronymic that one side lacks doesn't stand against half a double family name that the other lacks.
    """
    core_a, core_b = block.roles_a == CORES, block.roles_b == CORES
    near_a, near_b = found.near.any(axis=2), found.near.any(axis=1)
    alone_a = np.maximum((core_a & ~near_a).sum(axis=1) - covered_a, 0)
    alone_b = np.maximum((core_b & ~near_b).sum(axis=1) - covered_b, 0)
    father_a, father_b = block.fathers_a.any(axis=1), block.fathers_b.any(axis=1)
    only_a = (block.fathers_a & ~near_a).any(axis=1) & ~father_b
    only_b = (block.fathers_b & ~near_b).any(axis=1) & ~father_a
    half_a = _halves((block.places_a == FAMILY) & core_a, near_a)
    half_b = _halves((block.places_b == FAMILY) & core_b, near_b)
    more_a, more_b = np.maximum(alone_b, half_a) < alone_a, np.maximum(alone_a, half_b) < alone_b
    count_a, count_b = core_a.sum(axis=1), core_b.sum(axis=1)
    all_a, all_b = count_a + father_a, count_b + father_b
    return {
        "matched": found.near.sum(axis=(1, 2)),
        "both": np.minimum(alone_a, alone_b) + (only_b & more_a) + (only_a & more_b),
        "extra": np.abs(alone_a - alone_b),
        "fewest": np.minimum(count_a, count_b),
        "initial_alone": np.minimum(count_a, count_b) == 0,
        "alone": np.maximum(count_a, count_b) <= 1,
        "chance": np.log(np.maximum(all_a * all_b, 1)),
        "single_extra": (np.minimum(all_a, all_b) <= 1) & (np.maximum(all_a, all_b) > 1),
    }


def _halves(family: Bools, near: Any) -> Int32s:
    """How many family names of each name have no partner where another has one."""
    return np.asarray((family & ~near).sum(axis=1) * (family & near).any(axis=1), dtype=np.int32)


def information(block: Block, found: Matches) -> Columns:
    """How much the near names tell: their letters, how rare they are, what the lists say of them."""
    near, left, right = found.near, block.left, block.right
    letters = np.where(near, block.letters - 1, 0.0)
    given_a, given_b = left.given[block.a], right.given[block.b]
    given = given_a[:, :, None] & given_b[:, None, :]
    either = given_a[:, :, None] | given_b[:, None, :]
    rarity = np.minimum(left.rarity[block.a][:, :, None], right.rarity[block.b][:, None, :])
    rare = np.where(near, rarity * np.maximum(1.0 - found.distance / NEAR, 0.0), 0.0)
    cyrillic, other = left.cyrillic[block.a], right.cyrillic[block.b]
    one = found.joined & (found.distance == 0.0) & (cyrillic[:, :, None] == other[:, None, :])
    length_a, length_b = left.encoded.lengths[block.a] - 1, right.encoded.lengths[block.b] - 1
    counted_a = (block.roles_a == CORES) | (block.fathers_a & near.any(axis=2))
    counted_b = (block.roles_b == CORES) | (block.fathers_b & near.any(axis=1))
    all_a, all_b = np.where(counted_a, length_a, 0).sum(axis=1), np.where(counted_b, length_b, 0).sum(axis=1)
    matched = letters.sum(axis=(1, 2))
    used = near & (found.marks > 0)
    unlike = found.joined & (found.distance > SPELLING) & (found.marks & LISTED == 0)
    first_a, first_b = left.first[block.a][:, :, None], right.first[block.b][:, None, :]
    return {
        "letters": np.minimum(matched, MOST_LETTERS),
        "family_letters": np.minimum(np.where(either, 0.0, letters).sum(axis=(1, 2)), MOST_FAMILY_LETTERS),
        "coverage": np.minimum(2 * matched / np.maximum(all_a + all_b, 1), 1.0),
        "coverage_shorter": np.minimum(matched / np.maximum(np.minimum(all_a, all_b), 1), 1.0),
        "information": np.minimum(rare.sum(axis=(1, 2), dtype=np.float64), MOST_INFORMATION),
        "information_best": rare.max(axis=(1, 2)),
        "given": (near & given).any(axis=(1, 2)),
        "not_given": (near & ~given).any(axis=(1, 2)),
        "equivalent": (used & (found.marks & LISTED > 0)).any(axis=(1, 2)),
        "by_list": (used & (found.marks & LISTED > 0)).sum(axis=(1, 2)),
        "other_given": (found.joined & (found.marks & OTHER > 0)).any(axis=(1, 2)),
        "translated": _translated(found),
        "slips": (found.joined & (found.marks & SLIP > 0)).sum(axis=(1, 2)),
        "other_start": (unlike & ~left.table.starts[first_a, first_b]).sum(axis=(1, 2)),
        "families": (found.joined & (found.marks & FAMILIES > 0)).any(axis=(1, 2)),
        "a_vowel_apart": (found.joined & (found.marks & VOWEL > 0)).any(axis=(1, 2)) & block.one_orthography,
        "identical": (all_a > 0)
        & (one.any(axis=2) | (block.roles_a != CORES)).all(axis=1)
        & (one.any(axis=1) | (block.roles_b != CORES)).all(axis=1),
        "strict": (one & ~cyrillic[:, :, None]).any(axis=(1, 2)),
        "strict_cyrillic": (one & cyrillic[:, :, None]).any(axis=(1, 2)),
    }


def _translated(found: Matches) -> Float32s:
    """Whether near names are translations of each other: 1, or PART where people of the languages do so."""
    value = np.where(found.marks & TRANSLATED, 1.0, np.where(found.marks & CUSTOMARY, PART, 0.0))
    return np.asarray(np.where(found.near, value, 0.0).max(axis=(1, 2)), dtype=np.float32)


def scripts(block: Block, alone: Bools) -> Columns:
    """In which scripts the two names are: a script that leaves sounds open, two scripts, Latin, or Cyrillic.

    Two single names (`alone`) apart from the others: there is nothing else to go by.
    """
    some_a, some_b = block.roles_a > 0, block.roles_b > 0
    open_ = (block.left.open[block.a] & some_a).any(axis=1) | (block.right.open[block.b] & some_b).any(axis=1)
    cyrillic_a = (block.left.cyrillic[block.a] & some_a).any(axis=1)
    cyrillic_b = (block.right.cyrillic[block.b] & some_b).any(axis=1)
    across = ~open_ & (cyrillic_a != cyrillic_b)
    latin, cyrillic = ~open_ & ~cyrillic_a & ~cyrillic_b, ~open_ & cyrillic_a & cyrillic_b
    return {
        "open": open_ & ~alone,
        "across": across & ~alone,
        "latin": latin & ~alone,
        "cyrillic": cyrillic & ~block.two_orthographies & ~alone,
        "two_orthographies": cyrillic & block.two_orthographies & ~alone,
        "alone_open": open_ & alone,
        "alone_across": across & alone,
        "alone_latin": latin & alone,
        "alone_cyrillic": cyrillic & alone,
        "one_orthography": block.one_orthography,
    }
