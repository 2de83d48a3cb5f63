"""Features of pairs of parsed names, words that are glued or split included."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from translit.arrays import Bools, Float32s, Indices, Int32s
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.comparing.closeness import Matches
from translit.matching.persons.comparing.distance import Block, TokenTable
from translit.matching.persons.evidence.evidence import FEATURES, evidence, matches
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.lists import compounds
from translit.matching.persons.reading.parse import Name, named
from translit.matching.persons.reading.token import CORE, CORES, PARTICLE, PARTICLES, Token

BLOCK, BLOCKS = 4096, 32  # pairs worked at once, and blocks whose tokens are aligned at once
CLOSE, NOTHING = 0.25, 2.6  # mean distances up to which no words need joining, and from which on none will help
LIKE = 1.6  # distance of two words, short ones maybe, that have something in common
SEVERAL = 3  # words of both names, as many, from which on two of one may be a word of the other
SPLIT_WORDS = 4  # words of a name of two that has a space within each
GAIN = 0.12  # nats a letter that joining two words must save
_SOUTH_ASIAN = ("u", "у")  # how the article begins in Ziaul Haq
_MEAN, _WORST, _BEST = map(FEATURES.index, ("mean", "worst", "best"))


def features(pairs: Sequence[tuple[Name, Name]]) -> Float32s:
    """The features of each pair, float32 [pairs, len(FEATURES)]; each distinct name is described once."""
    described, left, right = described_pairs(pairs)
    return features_between(described, described, left, right)


def described_pairs(pairs: Sequence[tuple[Name, Name]]) -> tuple[Names, Int32s, Int32s]:
    """The distinct names of pairs as arrays, and the number of each left and each right name, int32 [pairs]."""
    number: dict[Name, int] = {}
    for pair in pairs:
        for name in pair:
            number.setdefault(name, len(number))
    left, right = (
        np.fromiter((number[pair[side]] for pair in pairs), dtype=np.int32, count=len(pairs)) for side in (0, 1)
    )
    return Names(list(number)), left, right


class Kept(NamedTuple):
    """How the words of one pair of names went together, and the names, of which some words may be joined."""

    left: Name
    right: Name
    matches: Matches


class Seen(NamedTuple):
    """The features of one pair [len(FEATURES)], and how its words went together."""

    features: Float32s
    found: Kept

    def kept(self) -> Kept:
        """How the words went together, for an explanation."""
        return self.found


def features_between(
    left: Names, right: Names, rows: Int32s, columns: Int32s, kept: dict[int, Kept] | None = None
) -> Float32s:
    """The features of left[rows[k]] and right[columns[k]], float32 [pairs, len(FEATURES)].

    `kept`, if given, is filled with how the words of each pair went together, for an explanation.
    """
    found = plain_features(left, right, rows, columns, kept)
    _with_joined(found, left, right, rows, columns, kept)
    return found


def _with_joined(
    found: Float32s, left: Names, right: Names, rows: Int32s, columns: Int32s, kept: dict[int, Kept] | None
) -> None:
    """Where it brings two names closer, their features with words joined.

    Names of several words of which all are alike, or none is, are left as they stand: joining won't make them one.
    """
    count_left, count_right = (left.roles == CORES).sum(axis=1)[rows], (right.roles == CORES).sum(axis=1)[columns]
    more_left = (count_left > count_right) | (left.roles == PARTICLES).any(axis=1)[rows]
    more_right = (count_right > count_left) | (right.roles == PARTICLES).any(axis=1)[columns]
    fewer = np.minimum(count_left, count_right)
    mean, best = found[:, _MEAN], found[:, _BEST]
    doubtful = (mean > CLOSE) & (mean < NOTHING) & (fewer > 0) & ((best < LIKE) | (fewer == 1))
    far = mean > CLOSE
    as_many = np.flatnonzero(doubtful & (best < CLOSE) & (count_left == count_right) & (fewer >= SEVERAL))
    to_left = (
        doubtful & more_left | far & _split(left, right, rows, columns) | _glued(left, right, rows, columns, as_many)
    )
    to_right = (
        doubtful & more_right | far & _split(right, left, columns, rows) | _glued(right, left, columns, rows, as_many)
    )
    _join(found, left, right, rows, columns, np.nonzero(to_left)[0], kept, turned=False)
    _join(found, right, left, columns, rows, np.nonzero(to_right)[0], kept, turned=True)


def _split(longer: Names, other: Names, rows: Int32s, columns: Int32s) -> Bools:
    """Which pairs have four words and two, with as many letters: each word may have been split in two."""
    found = (longer.counts[rows] == SPLIT_WORDS) & (other.counts[columns] == SPLIT_WORDS // 2)
    if found.any():
        letters = [names.encoded.lengths[names.ids].sum(axis=1) - names.counts for names in (longer, other)]
        found &= np.abs(letters[0][rows] - letters[1][columns]) <= 1
    return np.asarray(found, dtype=np.bool_)


def _glued(longer: Names, other: Names, rows: Int32s, columns: Int32s, pairs: Indices) -> Bools:
    """Of some pairs those of which two words of the longer name may be one of the other."""
    found = np.zeros(len(rows), dtype=np.bool_)
    for pair in pairs.tolist():
        found[pair] = may_be_glued(longer.name(int(rows[pair])), other.name(int(columns[pair])))
    return found


def may_be_glued(name: Name, other: Name) -> bool:
    """Whether two neighbouring words of a name may be one word of another, by how they begin and how long they are.

    >>> from translit.matching.persons.reading.parse import parse
    >>> may_be_glued(parse("Ali Reza Karimi"), parse("Alireza Mohammad Karimi"))
    True
    """
    words = name.folded
    return any(
        word.startswith(one[:2]) and abs(len(one) + len(after) - len(word)) <= 1
        for one, after in pairwise(words)
        for word in other.folded
        if word not in words
    )


def plain_features(
    left: Names, right: Names, rows: Int32s, columns: Int32s, kept: dict[int, Kept] | None = None
) -> Float32s:
    """The features with the words as they stand; pairs of as many words together, so that the arrays are narrow."""
    found = np.empty((len(rows), len(FEATURES)), dtype=np.float32)
    order = np.lexsort((right.counts[columns], left.counts[rows]))
    for first in range(0, len(order), BLOCKS * BLOCK):
        most = order[first : first + BLOCKS * BLOCK]
        parts = [most[start : start + BLOCK] for start in range(0, len(most), BLOCK)]
        blocks = [Block(left, right, rows[part], columns[part]) for part in parts]
        table = TokenTable(left, right, blocks)
        for part, block in zip(parts, blocks, strict=True):
            met = matches(block, table)
            found[part] = evidence(block, met)
            if kept is None:
                continue
            for place, pair in enumerate(part.tolist()):
                kept[pair] = Kept(left.name(int(rows[pair])), right.name(int(columns[pair])), met.of(place))
    return found


def _join(
    found: Float32s, longer: Names, other: Names, rows: Int32s, columns: Int32s, doubtful: Indices,
    kept: dict[int, Kept] | None, turned: bool,
) -> None:  # fmt: skip
    """Where two words of the longer name read as one bring it closer to the other name, take those features."""
    variants: list[Name] = []
    of: dict[int, range] = {}
    for row in np.unique(rows[doubtful]).tolist() if len(doubtful) else ():
        made = joined_words(longer.name(row))
        of[row] = range(len(variants), len(variants) + len(made))
        variants += made
    if not variants:
        return
    described = Names(variants, other.table)
    pairs = [(pair, variant) for pair in doubtful.tolist() for variant in of[int(rows[pair])]]
    index = np.array([pair for pair, _ in pairs], dtype=np.int32)
    chosen = np.array([variant for _, variant in pairs], dtype=np.int32)
    new: dict[int, Kept] | None = None if kept is None else {}
    sides = (other, described, columns[index], chosen) if turned else (described, other, chosen, columns[index])
    tried = plain_features(*sides, new)
    better = (tried[:, _MEAN] + GAIN < found[index, _MEAN]) & (tried[:, _WORST] <= found[index, _WORST])
    for place in np.flatnonzero(better).tolist():
        pair = pairs[place][0]
        if tried[place, _MEAN] + GAIN < found[pair, _MEAN]:  # may have been bettered by another variant
            found[pair] = tried[place]
            if kept is not None and new is not None:
                kept[pair] = new[place]


def joined_words(name: Name) -> list[Name]:
    """The name with each two neighbouring words written as one, and with its particles joined to the next word.

    Four words also as two, as a name is that has a space within each word: Vlad imir Pu tin.
    """
    joined = [made for index in range(len(name.words) - 1) if (made := _joined_at(name, index))]
    for index in range(len(name.words) - 2):  # Chan-o-cha, Zia-ul-Haq
        if (len(name.folded[index + 1]) == 1 or _is_article(name, index + 1)) and (made := _joined_at(name, index, 3)):
            joined.append(made)
    if len(name.words) == SPLIT_WORDS:
        words = ["".join(two) for two in zip(name.words[::2], name.words[1::2], strict=True)]
        folded = ["".join(two) for two in zip(name.folded[::2], name.folded[1::2], strict=True)]
        tokens = [Token(*word, CORE) for word in zip(words, folded, strict=True)]
        joined.append(named(name.text, tokens, name.gender, name.orthography, name.titles))
    return [made._replace(remarks=name.remarks) for made in joined]


def _is_article(name: Name, index: int) -> bool:
    """Whether a word is the Arabic article as South Asians say it, who may write it with the word before it."""
    word = name.folded[index]
    return name.codes[index] == PARTICLES and word.startswith(_SOUTH_ASIAN) and word in compounds()["article"]


def _joined_at(name: Name, index: int, size: int = 2) -> Name | None:
    """The name with a word and the next one, or a particle and what follows it, as one word."""
    tokens = name.tokens
    one, end = tokens[index], index + size
    if one.role == PARTICLE and (not index or tokens[index - 1].role != PARTICLE):
        while end < len(tokens) and tokens[end - 1].role == PARTICLE:
            end += 1
    words = tokens[index:end]
    after_name = one.role == CORE and end < len(tokens) and _is_article(name, end - 1)  # Zia ul Haq, Ziaul Haq
    if one.role not in (CORE, PARTICLE) or (words[-1].role != CORE and not after_name):
        return None
    family = any(word.family for word in words)
    token = Token("".join(word.text for word in words), "".join(word.folded for word in words), CORE, family)
    joined = (*tokens[:index], token, *tokens[end:])
    gender = known(token.folded).given_gender or name.gender  # En-lai is a man's name, whatever En is
    return named(name.text, joined, gender, name.orthography, name.titles)
