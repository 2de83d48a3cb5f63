"""Evidence: what two names have in common and what speaks against it, as numbers, for many pairs at once.

Names are held as arrays (`Names`): token ids and roles. For a block of pairs every token pair is aligned once; a greedy
one-to-one assignment joins the closest tokens; the columns of the result are named in `FEATURES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translit.matching import lexicon
from translit.matching.align import CostTable, Encoded, Floats, Ints, cost_table, costs
from translit.matching.fold import ALPHABET
from translit.matching.name import CORE, GENERATION, INITIAL, MOST_TOKENS, PATRONYMIC, Name
from translit.matching.reading import pivots

SLOTS = MOST_TOKENS
ROLE_CODES = {CORE: 1, PATRONYMIC: 2, INITIAL: 3, GENERATION: 4}
MOST_SETS = 6
FAR = 3.0  # distance of tokens that have nothing in common, in nats a letter
EQUIVALENT, DIMINUTIVE, GROUPED = 0.18, 0.28, 0.15  # distance that a list of names vouches for
NEAR = 0.85  # above this two tokens are not the same name
_CLASSES = "pbfmnlrkghstcčdžšz"
Bools = NDArray[np.bool_]


class Names:
    """Parsed names as arrays over their distinct tokens."""

    def __init__(self, names: Sequence[Name], table: CostTable | None = None) -> None:
        self.table = table or cost_table()
        index: dict[tuple[str, bool], int] = {("", False): 0}
        count = len(names)
        self.ids = np.zeros((count, SLOTS), dtype=np.int32)
        self.roles = np.zeros((count, SLOTS), dtype=np.int8)
        self.gender = np.zeros(count, dtype=np.int8)
        genders = {"": 0, "m": 1, "f": 2}
        for row, name in enumerate(names):
            self.gender[row] = genders[name.gender]
            for slot, token in enumerate(name.tokens[:SLOTS]):
                code = ROLE_CODES.get(token.role, 0)
                if code:
                    self.ids[row, slot] = index.setdefault((token.folded, code == 2), len(index))
                    self.roles[row, slot] = code
        self.tokens = [token for token, _ in index]
        self._describe([patronymic for _, patronymic in index])

    def _describe(self, patronymic: list[bool]) -> None:
        """What is known of each distinct token: units, sound classes, sets of given names, group of family names."""
        tokens = self.tokens
        self.encoded = Encoded(self.table, tokens)
        self.sets = np.full((len(tokens), MOST_SETS), -1, dtype=np.int32)
        self.forms = np.zeros((len(tokens), MOST_SETS), dtype=np.int8)
        self.group = np.full(len(tokens), -1, dtype=np.int32)
        self.sounds = np.zeros((len(tokens), len(_CLASSES) + 1), dtype=np.int8)
        self.like_patronymic = np.zeros(len(tokens), dtype=np.bool_)
        self.first = np.zeros(len(tokens), dtype=np.int16)
        given, groups = lexicon.given_names(), lexicon.family_groups()
        for row, token in enumerate(tokens[1:], 1):
            sets = given.father(token) if patronymic[row] else given.sets(token)
            for column, (number, form) in enumerate(list(sets.items())[:MOST_SETS]):
                self.sets[row, column], self.forms[row, column] = number, form
            self.group[row] = groups.get(token, -1)
            self.like_patronymic[row] = bool(lexicon.patronymic_gender(token)[0])
            self.first[row] = ALPHABET.find(token[0]) + 1
            self.sounds[row] = _sounds(token)


def _sounds(token: str) -> NDArray[np.int8]:
    counts = np.zeros(len(_CLASSES) + 1, dtype=np.int8)
    for symbol in pivots(token)[0]:
        place = _CLASSES.find(symbol)
        counts[place] += 1
    return counts


FEATURES = (
    "worst", "mean", "best", "patronymic", "patronymic_agrees", "patronymic_against", "extra", "extra_missing", "single",
    "letters", "family_letters", "gender_against", "initials_agree", "initials_against", "equivalent", "generation_against",
    "other_father", "other_given",
)  # fmt: skip


@dataclass
class Matches:
    """The assignment of a block of pairs: distances and which tokens were joined, [pairs, slots left, slots right]."""

    distance: Floats
    listed: Bools
    other: Bools
    joined: Bools


def distances(left: Names, right: Names, rows: Ints, columns: Ints) -> tuple[Floats, Bools, Bools]:
    """Distance in nats a letter of every token of left[rows[k]] from every token of right[columns[k]]; whether
    the lists of names (not the letters) vouch for it; whether they know both as different names; [pairs, slots, slots]."""
    a, b = left.ids[rows], right.ids[columns]
    whole = ((left.roles[rows] == 1) | (left.roles[rows] == 2))[:, :, None] & (
        (right.roles[columns] == 1) | (right.roles[columns] == 2)
    )[:, None, :]
    codes = a[:, :, None].astype(np.int64) << 32 | b[:, None, :]
    unique, inverse = np.unique(codes[whole], return_inverse=True)
    value, listed, other = token_distances(left, right, (unique >> 32).astype(np.int32), unique.astype(np.int32))
    distance = np.full(whole.shape, FAR, dtype=np.float32)
    vouched, different = np.zeros((2, *whole.shape), dtype=np.bool_)
    distance[whole], vouched[whole], different[whole] = value[inverse], listed[inverse], other[inverse]
    return distance, vouched, different


def token_distances(left: Names, right: Names, a: Ints, b: Ints) -> tuple[Floats, Bools, Bools]:
    """The same for pairs of token ids."""
    lengths = (left.encoded.lengths[a] + right.encoded.lengths[b]) / 2
    apart = np.abs(left.sounds[a] - right.sounds[b]).sum(axis=1)
    likely = np.nonzero(apart <= 1.3 + 0.55 * lengths)[0]
    value = np.full(len(a), FAR, dtype=np.float32)
    aligned = costs(left.table, left.encoded, right.encoded, a[likely], b[likely])
    value[likely] = np.minimum(FAR, aligned / np.maximum(lengths[likely], 3.0))
    same = (left.sets[a][:, :, None] == right.sets[b][:, None, :]) & (left.sets[a] >= 0)[:, :, None]
    short = (left.forms[a][:, :, None] == lexicon.SHORT) | (right.forms[b][:, None, :] == lexicon.SHORT)
    formal = (same & ~short).any(axis=(1, 2))
    any_set = same.any(axis=(1, 2))
    grouped = (left.group[a] == right.group[b]) & (left.group[a] >= 0)
    vouched = np.where(formal, EQUIVALENT, np.where(any_set, DIMINUTIVE, np.where(grouped, GROUPED, FAR)))
    listed = vouched < value
    other = (left.sets[a, 0] >= 0) & (right.sets[b, 0] >= 0) & ~any_set
    return np.minimum(value, vouched).astype(np.float32), listed, other


def assign(distance: Floats) -> Bools:
    """A one-to-one assignment, the closest tokens first; [pairs, slots, slots]."""
    work = distance.copy()
    joined = np.zeros(distance.shape, dtype=np.bool_)
    every = np.arange(len(work))
    for _ in range(SLOTS):
        flat = work.reshape(len(work), -1)
        place = flat.argmin(axis=1)
        i, j = np.divmod(place, SLOTS)
        good = flat[every, place] < FAR
        if not good.any():
            break
        joined[every[good], i[good], j[good]] = True
        work[every, i, :] = FAR
        work[every, :, j] = FAR
    return joined


def evidence(left: Names, right: Names, rows: Ints, columns: Ints) -> Floats:
    """The features of the pairs left[rows[k]], right[columns[k]]: float32 [pairs, len(FEATURES)]."""
    distance, listed, other = distances(left, right, rows, columns)
    roles_a, roles_b = left.roles[rows], right.roles[columns]
    both_patronymic = (roles_a == 2)[:, :, None] & (roles_b == 2)[:, None, :]
    one_patronymic = (roles_a == 2)[:, :, None] ^ (roles_b == 2)[:, None, :]
    both = both_patronymic.any(axis=(1, 2))
    # a patronymic meets a patronymic, or a word that looks like one where the other name has none
    alike = left.like_patronymic[left.ids[rows]][:, :, None] & right.like_patronymic[right.ids[columns]][:, None, :]
    forbidden = one_patronymic & (both[:, None, None] | ~alike)
    joined = assign(np.where(forbidden, FAR, distance))
    return _columns(left, right, rows, columns, Matches(distance, listed, other, joined))


def _columns(left: Names, right: Names, rows: Ints, columns: Ints, found: Matches) -> Floats:
    roles_a, roles_b = left.roles[rows], right.roles[columns]
    core_a, core_b = (roles_a == 1).sum(axis=1), (roles_b == 1).sum(axis=1)
    patronymics = (roles_a == 2)[:, :, None] & (roles_b == 2)[:, None, :]
    both = patronymics.any(axis=(1, 2))
    patronymic = np.where(both, np.where(patronymics, found.distance, FAR).min(axis=(1, 2)), 0.0)
    other_father = (patronymics & found.other).any(axis=(1, 2))
    joined = found.joined & ~patronymics
    value = np.where(joined, found.distance, 0.0)
    pairs = joined.sum(axis=(1, 2))
    expected = np.minimum(core_a, core_b)
    missing = np.maximum(expected - pairs, 0)
    worst = np.where(missing > 0, FAR, value.max(axis=(1, 2)))
    mean = (value.sum(axis=(1, 2)) + FAR * missing) / np.maximum(pairs + missing, 1)
    best = np.where(joined, found.distance, FAR).min(axis=(1, 2))
    near = joined & (found.distance < NEAR)
    lengths_a = left.encoded.lengths[left.ids[rows]]
    lengths_b = right.encoded.lengths[right.ids[columns]]
    shared = (lengths_a[:, :, None] + lengths_b[:, None, :]) / 2
    given_a = (left.sets[left.ids[rows]] >= 0).any(axis=2)
    agree, against = _initials(left, right, rows, columns, joined)
    gender_a, gender_b = left.gender[rows], right.gender[columns]
    result = np.empty((len(rows), len(FEATURES)), dtype=np.float32)
    result[:, 0] = worst
    result[:, 1] = mean
    result[:, 2] = best
    result[:, 3] = both
    result[:, 4] = both & (patronymic < 0.5)
    result[:, 5] = np.maximum(patronymic - 0.45, 0.0)
    result[:, 6] = np.abs(core_a - core_b) - agree
    result[:, 7] = missing
    result[:, 8] = expected <= 1
    result[:, 9] = np.minimum((near * shared).sum(axis=(1, 2)), 25)
    result[:, 10] = np.minimum((near * shared * ~given_a[:, :, None]).sum(axis=(1, 2)), 12)
    result[:, 11] = (gender_a > 0) & (gender_b > 0) & (gender_a != gender_b)
    result[:, 12] = agree
    result[:, 13] = against
    result[:, 14] = (near & found.listed).any(axis=(1, 2))
    result[:, 15] = _generations(left, right, rows, columns)
    result[:, 16] = other_father
    result[:, 17] = (joined & found.other).any(axis=(1, 2))
    return result


def _initials(left: Names, right: Names, rows: Ints, columns: Ints, joined: Bools) -> tuple[Ints, Ints]:
    """How many initials agree with a token (or initial) of the other name, and how many find none."""
    roles_a, roles_b = left.roles[rows], right.roles[columns]
    free_a = (roles_a > 0) & (roles_a < 4) & ~joined.any(axis=2)
    free_b = (roles_b > 0) & (roles_b < 4) & ~joined.any(axis=1)
    initial = ((roles_a == 3)[:, :, None] | (roles_b == 3)[:, None, :]) & free_a[:, :, None] & free_b[:, None, :]
    fits = initial & initial_table(left.table)[
        left.first[left.ids[rows]][:, :, None], right.first[right.ids[columns]][:, None, :]
    ]
    agree = np.minimum(fits.any(axis=2).sum(axis=1), fits.any(axis=1).sum(axis=1))
    possible = np.minimum(initial.any(axis=2).sum(axis=1), initial.any(axis=1).sum(axis=1))
    return agree.astype(np.int32), (possible - agree).astype(np.int32)


_INITIALS: dict[int, Bools] = {}


def initial_table(table: CostTable) -> Bools:
    """Whether a name that starts with one letter may start with another in a different spelling."""
    found = _INITIALS.get(id(table))
    if found is None:
        size = len(ALPHABET) + 1
        found = np.zeros((size, size), dtype=np.bool_)
        for (a, b), cost in table.pairs.items():
            if a and b and cost < 0.9:
                found[ALPHABET.find(a[0]) + 1, ALPHABET.find(b[0]) + 1] = True
        found |= found.T
        _INITIALS[id(table)] = found
    return found


def _generations(left: Names, right: Names, rows: Ints, columns: Ints) -> Bools:
    """Whether both names say which generation they mean, and not the same."""
    a = np.where(left.roles[rows] == 4, left.ids[rows], 0).max(axis=1)
    b = np.where(right.roles[columns] == 4, right.ids[columns], 0).max(axis=1)
    words_a = np.array(left.tokens, dtype=object)[a]
    words_b = np.array(right.tokens, dtype=object)[b]
    return np.asarray((a > 0) & (b > 0) & (words_a != words_b), dtype=np.bool_)
