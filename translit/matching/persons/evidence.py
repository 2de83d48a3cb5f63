"""Evidence: what two names have in common and what speaks against it, as numbers, for many pairs at once.

The distances of the tokens come from `distance`; a greedy one-to-one assignment joins the closest tokens; the
columns of the result are named in `FEATURES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.persons.distance import FAR, SPELLING, Block, TokenTable
from translit.matching.persons.token import CORES, FAMILY, FATHERS, GENERATIONS, INITIALS, NOT_FAMILY, SECOND_INITIALS

Columns = dict[str, NDArray[Any]]
NEAR = 0.85  # above this two tokens are not the same name
MOST_NATS, MOST_LETTERS, MOST_FAMILY_LETTERS = 30.0, 25.0, 12.0  # beyond these more says nothing more

FEATURES = (
    "worst",  # distance of the farthest joined names (not patronymics), nats a letter
    "mean",  # mean distance
    "best",  # least distance
    "worst_nats",  # the farthest in nats, not by the letter
    "spelling_nats",  # the farthest of those that no list vouches for
    "missing",  # names of the shorter side that found nothing
    "extra",  # names that only the longer side has, less those an initial stands for
    "single",  # one side is a single name
    "strict",  # some Latin name is spelled identically on both sides
    "strict_cyrillic",  # some Cyrillic name is
    "crossed",  # two inexact names in crossed order, which no comma or capitals ask for
    "place_against",  # a family name joined with what the other side says isn't one
    "one_orthography",  # both names are in one Cyrillic orthography
    "letters",  # letters in joined names that are near
    "family_letters",  # of those, in names that are not given names
    "rarity",  # how rare the near names are, summed: minus log10 of the share of bearers
    "family_rarity",  # the rarest
    "equivalent",  # the lists make two of the names one
    "other_given",  # the lists know two joined names as different given names
    "patronymic",  # both sides have one
    "patronymic_agrees",
    "patronymic_against",  # distance above what spelling explains
    "patronymic_nats",
    "other_father",  # the fathers' given names are different by the lists
    "initials_agree",
    "initials_against",
    "gender_against",
    "generation_against",
)


@dataclass
class Matches:
    """The assignment of a block of pairs: arrays [pairs, tokens left, tokens right].

    Patronymics are not in `joined`.
    """

    distance: Float32s
    listed: Bools
    other: Bools
    joined: Bools


def assign(distance: Float32s) -> Bools:
    """A one-to-one assignment, the closest tokens first; [pairs, tokens, tokens]."""
    work = distance.copy()
    joined = np.zeros(distance.shape, dtype=np.bool_)
    flat = work.reshape(len(work), -1)
    active = np.arange(len(work))
    for _ in range(min(distance.shape[1:])):
        place = flat[active].argmin(axis=1)
        good = flat[active, place] < FAR
        active, place = active[good], place[good]
        if not len(active):
            break
        i, j = np.divmod(place, distance.shape[2])
        joined[active, i, j] = True
        work[active, i, :] = FAR
        work[active, :, j] = FAR
    return joined


def evidence(block: Block, table: TokenTable) -> Float32s:
    """The features of a block of pairs of names, float32 [pairs, len(FEATURES)], from the distances of their tokens."""
    distance, listed, other = table.look_up(block)
    joined = assign(distance)
    found = Matches(distance, listed, other, joined & ~block.fathers)
    values = {
        **_closeness(block, found),
        **_order(block, found),
        **_fathers(block, found),
        **_contradictions(block, joined),
    }
    values["extra"] = values["extra"] - values["initials_agree"]
    result = np.empty((len(distance), len(FEATURES)), dtype=np.float32)
    for index, name in enumerate(FEATURES):
        result[:, index] = values[name]
    return result


def _closeness(block: Block, found: Matches) -> Columns:
    """How near the joined names are, and how much they tell."""
    core_a, core_b = (block.roles_a == CORES).sum(axis=1), (block.roles_b == CORES).sum(axis=1)
    with_a = (found.joined & block.fathers_a[:, :, None]).sum(axis=(1, 2))  # names joined with a patronymic
    with_b = (found.joined & block.fathers_b[:, None, :]).sum(axis=(1, 2))
    pairs = found.joined.sum(axis=(1, 2)) - with_a - with_b
    expected = np.minimum(core_a - with_b, core_b - with_a)
    missing = np.maximum(expected - pairs, 0)
    value = np.where(found.joined, found.distance, 0.0)
    near = found.joined & (found.distance < NEAR)
    letters = np.where(near, block.letters, 0.0)
    rarity = np.minimum(block.left.rarity[block.a][:, :, None], block.right.rarity[block.b][:, None, :])
    rare = np.where(near, rarity, 0.0)
    given = (block.left.sets[block.a, 0] >= 0)[:, :, None] | (block.right.sets[block.b, 0] >= 0)[:, None, :]
    cyrillic = block.left.cyrillic[block.a][:, :, None]
    identical = found.joined & (found.distance == 0.0) & (cyrillic == block.right.cyrillic[block.b][:, None, :])
    by_token = value * block.letters
    nats, spelled = by_token.max(axis=(1, 2)), np.where(found.listed, 0.0, by_token).max(axis=(1, 2))
    return {
        "worst": np.where(missing > 0, FAR, value.max(axis=(1, 2))),
        "mean": (value.sum(axis=(1, 2)) + FAR * missing) / np.maximum(pairs + missing, 1),
        "best": np.where(found.joined, found.distance, FAR).min(axis=(1, 2)),
        "worst_nats": np.minimum(np.where(missing > 0, MOST_NATS, nats), MOST_NATS),
        "spelling_nats": np.minimum(np.where(missing > 0, MOST_NATS, spelled), MOST_NATS),
        "missing": missing,
        "extra": np.abs(core_a - core_b),
        "single": expected <= 1,
        "strict": (identical & ~cyrillic).any(axis=(1, 2)),
        "strict_cyrillic": (identical & cyrillic).any(axis=(1, 2)),
        "one_orthography": block.one_orthography,
        "letters": np.minimum(letters.sum(axis=(1, 2)), MOST_LETTERS),
        "family_letters": np.minimum(np.where(given, 0.0, letters).sum(axis=(1, 2)), MOST_FAMILY_LETTERS),
        "rarity": rare.sum(axis=(1, 2)),
        "family_rarity": rare.max(axis=(1, 2)),
        "equivalent": (near & found.listed).any(axis=(1, 2)),
        "other_given": (found.joined & found.other).any(axis=(1, 2)),
    }


def _order(block: Block, found: Matches) -> Columns:
    """Whether the joined names stand at places that contradict each other."""
    place_a, place_b = block.places_a[:, :, None], block.places_b[:, None, :]
    against = ((place_a == FAMILY) & (place_b == NOT_FAMILY)) | ((place_a == NOT_FAMILY) & (place_b == FAMILY))
    partner = np.where(found.joined.any(axis=2), found.joined.argmax(axis=2), -1)
    inexact: Bools = np.asarray((found.joined & (found.distance > SPELLING)).any(axis=2), dtype=np.bool_)
    crossed = np.zeros(len(partner), dtype=np.bool_)
    for i, j in combinations(range(partner.shape[1]), 2):
        turned = (partner[:, i] > partner[:, j]) & (partner[:, j] >= 0)
        crossed |= turned & inexact[:, i] & inexact[:, j]
    unknown = ~((block.places_a > 0).any(axis=1) | (block.places_b > 0).any(axis=1))
    return {"crossed": crossed & unknown, "place_against": (found.joined & against).any(axis=(1, 2))}


def _fathers(block: Block, found: Matches) -> Columns:
    """What the patronymics say, where both names have one."""
    both = block.fathers.any(axis=(1, 2))
    distance = np.where(both, np.where(block.fathers, found.distance, FAR).min(axis=(1, 2)), 0.0)
    nats = np.where(block.fathers, found.distance * block.letters, 0.0).max(axis=(1, 2))
    return {
        "patronymic": both,
        "patronymic_agrees": both & (distance < 0.5),
        "patronymic_against": np.maximum(distance - 0.45, 0.0),
        "patronymic_nats": np.minimum(nats, MOST_NATS),
        "other_father": (block.fathers & found.other).any(axis=(1, 2)),
    }


def _contradictions(block: Block, joined: Bools) -> Columns:
    """Initials that agree or find nothing, other genders, other generations."""
    agree, against = _initials(block, joined)
    a = np.where(block.roles_a == GENERATIONS, block.a, 0).max(axis=1)
    b = np.where(block.roles_b == GENERATIONS, block.b, 0).max(axis=1)
    both = np.nonzero((a > 0) & (b > 0))[0]
    generation = np.zeros(len(a), dtype=np.bool_)
    for row in both:
        generation[row] = block.left.tokens[a[row]] != block.right.tokens[b[row]]
    return {
        "initials_agree": agree,
        "initials_against": against,
        "gender_against": (block.gender_a > 0) & (block.gender_b > 0) & (block.gender_a != block.gender_b),
        "generation_against": generation,
    }


def _initials(block: Block, joined: Bools) -> tuple[Int32s, Int32s]:
    """How many initials agree with a name (or initial) of the other side, and how many contradict it.

    The first initial stands for the given name, the second for the patronymic or a middle name.
    """
    agree, against = np.zeros((2, len(joined)), dtype=np.int32)
    some = np.zeros(len(joined), dtype=np.bool_)
    for roles in (block.roles_a, block.roles_b):
        some |= ((roles == INITIALS) | (roles == SECOND_INITIALS)).any(axis=1)
    if not some.any():
        return agree, against
    roles_a = np.where(joined[some].any(axis=2), 0, block.roles_a[some])[:, :, None]
    roles_b = np.where(joined[some].any(axis=1), 0, block.roles_b[some])[:, None, :]

    def may_meet(one: NDArray[np.int8], other: NDArray[np.int8]) -> Bools:
        first = (one == INITIALS) & np.isin(other, (CORES, INITIALS))
        second = (one == SECOND_INITIALS) & np.isin(other, (CORES, FATHERS, SECOND_INITIALS))
        return np.asarray(first | second, dtype=np.bool_)

    initial = may_meet(roles_a, roles_b) | may_meet(roles_b, roles_a)
    letters = block.left.first[block.a[some]][:, :, None], block.right.first[block.b[some]][:, None, :]
    fits = initial & block.left.table.starts[letters]
    agree[some] = np.minimum(fits.any(axis=2).sum(axis=1), fits.any(axis=1).sum(axis=1))
    possible = np.minimum(initial.any(axis=2).sum(axis=1), initial.any(axis=1).sum(axis=1))
    against[some] = possible - agree[some]
    return agree, against
