"""Features of pairs of parsed names, words that are glued or split included."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from translit.matching.distance import Block, TokenTable
from translit.matching.evidence import FEATURES, evidence
from translit.matching.name import Name, named
from translit.matching.names import Names
from translit.matching.token import CORE, CORES, PARTICLE, PARTICLES, Token
from translit.matching.units import Floats, Ints

BLOCK, BLOCKS = 4096, 32  # pairs worked at once, and blocks whose tokens are aligned at once
CLOSE = 0.25  # mean distance up to which no words need joining
JOINED, JOINED_BY_LETTER = 2.5, 0.2  # consonants by which two words and a third may differ that they are when joined
GAIN = 0.12  # nats a letter that joining two words must save
_MEAN, _WORST = FEATURES.index("mean"), FEATURES.index("worst")


def features(pairs: Sequence[tuple[Name, Name]]) -> Floats:
    """The features of each pair, float32 [pairs, len(FEATURES)]; each distinct name is described once."""
    index: dict[Name, int] = {}
    for pair in pairs:
        for name in pair:
            index.setdefault(name, len(index))
    names = list(index)
    rows, columns = (
        np.fromiter((index[pair[side]] for pair in pairs), dtype=np.int32, count=len(pairs)) for side in (0, 1)
    )
    described = Names(names)
    return features_between(described, described, rows, columns)


def features_between(left: Names, right: Names, rows: Ints, columns: Ints) -> Floats:
    """The features of left[rows[k]] and right[columns[k]], float32 [pairs, len(FEATURES)]."""
    found = _plain(left, right, rows, columns)
    count_left, count_right = (left.roles == CORES).sum(axis=1)[rows], (right.roles == CORES).sum(axis=1)[columns]
    more_left = (count_left > count_right) | (left.roles == PARTICLES).any(axis=1)[rows]
    more_right = (count_right > count_left) | (right.roles == PARTICLES).any(axis=1)[columns]
    doubtful = (found[:, _MEAN] > CLOSE) & (found[:, _MEAN] < 2.6) & (np.minimum(count_left, count_right) > 0)
    _join(found, left, right, rows, columns, np.nonzero(doubtful & more_left)[0])
    _join(found, right, left, columns, rows, np.nonzero(doubtful & more_right)[0])
    return found


def _plain(left: Names, right: Names, rows: Ints, columns: Ints) -> Floats:
    """The features with the words as they stand; pairs of as many words together, so that the arrays are narrow."""
    found = np.empty((len(rows), len(FEATURES)), dtype=np.float32)
    order = np.lexsort((right.counts[columns], left.counts[rows]))
    for first in range(0, len(order), BLOCKS * BLOCK):
        most = order[first : first + BLOCKS * BLOCK]
        parts = [most[start : start + BLOCK] for start in range(0, len(most), BLOCK)]
        blocks = [Block(left, right, rows[part], columns[part]) for part in parts]
        table = TokenTable(left, right, blocks)
        for part, block in zip(parts, blocks, strict=True):
            found[part] = evidence(block, table)
    return found


def _join(
    found: Floats, longer: Names, other: Names, rows: Ints, columns: Ints, doubtful: NDArray[np.intp]
) -> None:
    """Where two words of the longer name read as one bring it closer to the other name, take those features."""
    if len(doubtful):
        doubtful = doubtful[_joinable(longer, other, rows[doubtful], columns[doubtful])]
    if not len(doubtful):
        return
    variants: list[Name] = []
    of: dict[int, range] = {}
    for row in np.unique(rows[doubtful]):
        made = joined_words(longer.name(int(row)))
        of[int(row)] = range(len(variants), len(variants) + len(made))
        variants += made
    if not variants:
        return
    described = Names(variants, other.table)
    pairs = [(pair, variant) for pair in doubtful for variant in of[int(rows[pair])]]
    index = np.array([pair for pair, _ in pairs], dtype=np.int32)
    chosen = np.array([variant for _, variant in pairs], dtype=np.int32)
    tried = _plain(described, other, chosen, columns[index])
    better = (tried[:, _MEAN] + GAIN < found[index, _MEAN]) & (tried[:, _WORST] <= found[index, _WORST])
    for place in np.flatnonzero(better):
        if tried[place, _MEAN] + GAIN < found[index[place], _MEAN]:  # may have been bettered by another variant
            found[index[place]] = tried[place]


def _joinable(longer: Names, other: Names, rows: Ints, columns: Ints) -> NDArray[np.bool_]:
    """Where two neighbouring words of the longer name have together much the consonants of a word of the other.

    Also wherever the longer name has particles, since several of them may join the word behind.
    """
    width, height = int(longer.counts[rows].max(initial=1)), int(other.counts[columns].max(initial=1))
    words, others = longer.ids[rows, :width], other.ids[columns, None, :height]
    sounds = longer.sounds[words[:, :-1]] + longer.sounds[words[:, 1:]]
    apart = np.abs(sounds[:, :, None] - other.sounds[others]).sum(axis=3)
    letters = longer.encoded.lengths[words]
    lengths = ((letters[:, :-1] + letters[:, 1:])[:, :, None] + other.encoded.lengths[others]) / 2
    likely = (apart <= JOINED + JOINED_BY_LETTER * lengths) & (words[:, 1:, None] > 0) & (others > 0)
    return np.asarray(likely.any(axis=(1, 2)) | (longer.roles[rows] == PARTICLES).any(axis=1), dtype=np.bool_)


def joined_words(name: Name) -> list[Name]:
    """The name with each two neighbouring words written as one, and with its particles joined to the next word."""
    found: list[Name] = []
    tokens = name.tokens
    for index, one in enumerate(tokens[:-1]):
        end = index + 2
        if one.role == PARTICLE and (not index or tokens[index - 1].role != PARTICLE):
            while end < len(tokens) and tokens[end - 1].role == PARTICLE:
                end += 1
        words = tokens[index:end]
        if one.role in (CORE, PARTICLE) and words[-1].role == CORE and len(words) == end - index:
            family = any(word.family for word in words)
            token = Token("".join(word.text for word in words), "".join(word.folded for word in words), CORE, family)
            joined = (*tokens[:index], token, *tokens[end:])
            found.append(named(name.text, joined, name.gender, name.orthography, name.titles))
    return found


def best_words(left: Name, right: Name) -> tuple[Name, Name]:
    """Both names with the words joined that were joined in their comparison."""
    plain = _mean(left, right)
    for longer, other, swapped in ((left, right, False), (right, left, True)):
        if (len(longer.of(CORE)) > len(other.of(CORE)) or longer.of(PARTICLE)) and plain > CLOSE:
            tried = [(_mean(name, other), index, name) for index, name in enumerate(joined_words(longer))]
            if tried and min(tried)[0] + GAIN < plain:
                name = min(tried)[2]
                return (other, name) if swapped else (name, other)
    return left, right


def _mean(left: Name, right: Name) -> float:
    zero = np.zeros(1, dtype=np.int32)
    return float(_plain(Names([left]), Names([right]), zero, zero)[0, _MEAN])
