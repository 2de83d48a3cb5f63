"""Which names of a list may be one: each is looked up among the others, and what is found is compared.

The probability of a pair is that of `translit.compare`, less what a list asks for. There every name meets all
others, and some kinds of likeness come about by chance more often than between two names that somebody asks about:
a single word that is spelled otherwise, two given names that the lists know to be different, a word too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from translit.arrays import Float32s, Float64s, Int32s, Int64s, UInt32s
from translit.finding.entities.entity import Entity
from translit.finding.index.build import build
from translit.finding.index.search import Index
from translit.finding.index.word_match import Match, Reach
from translit.kinds import Kind
from translit.matching.compare import probabilities
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.evidence.evidence import FEATURES
from translit.matching.persons.otherwise.other_readings import read_otherwise
from translit.matching.persons.probability.features import features_between
from translit.matching.persons.probability.model import model

NEIGHBOURS = 40  # names compared with each
MARGIN = 0.5  # what they may score less than the name itself
TOGETHER = 10_000  # names whose neighbours are held apart before they are put together
BLOCK = 1 << 17  # pairs compared at once
SINGLE = 5.0  # logits off where one side is a single word, spelled otherwise than any of the other
OTHER_GIVEN = 3.0  # off for different given names
LONGER = 1.0  # off for words that only one side has, where the others aren't spelled alike
ALIKE, NEARLY = 0.05, 0.1  # nats a letter: the least that counts as spelled otherwise, for single words and others
LEAST = 1e-9  # probability


class _Among(Index):
    """An index of the names that are looked up in it: each finds itself, which must not end the search for others."""

    def match(self, folded: str, reach: Reach = Reach.NEAR) -> Match:
        return super().match(folded, Reach.WIDE if reach is Reach.NEAR else reach)


def near(names: Sequence[str], kind: Kind) -> Int64s:
    """The pairs of distinct names that may be one, as numbers [pairs, 2], the smaller first, in order.

    >>> near(["Vasil Bykau", "Yanka Kupala", "Васіль Быкаў"], "person").tolist()
    [[0, 2]]
    """
    index = _Among(build(Entity(f"{number:09d}", kind, (name,)) for number, name in enumerate(names)))
    count = len(names)
    parts: list[Int64s] = []
    for start in range(0, count, TOGETHER):
        found: list[UInt32s] = []
        for name in names[start : start + TOGETHER]:
            numbers, _ = index.search(name, margin=MARGIN)
            found.append(numbers[:NEIGHBOURS])
        others = np.concatenate(found).astype(np.int64)
        own = np.repeat(np.arange(start, start + len(found)), [len(numbers) for numbers in found])
        keys = np.minimum(own, others) * count + np.maximum(own, others)
        parts.append(np.unique(keys[own != others]))
    keys = np.unique(np.concatenate(parts)) if parts else np.empty(0, dtype=np.int64)
    return np.stack(np.divmod(keys, max(count, 1)), axis=1)


class Links:
    """Compares names of one list by their numbers; each name is taken apart once.

    >>> links = Links(["Vasil Bykau", "Yanka Kupala", "Васіль Быкаў"], "person")
    >>> links.chances(np.array([[0, 1], [0, 2]])).round().tolist()
    [0.0, 1.0]
    """

    def __init__(self, names: Sequence[str], kind: Kind) -> None:
        self._names, self._kind = names, kind
        self._arrays = Names(names if kind == "person" else [])

    def chances(self, pairs: Int64s) -> Float64s:
        """The probability of each pair, float64 [pairs]; the smaller number stands first."""
        work = self._persons if self._kind == "person" else self._things
        return np.concatenate([np.empty(0), *(work(part) for part in _blocks(pairs))])

    def _persons(self, pairs: Int64s) -> Float64s:
        rows, columns = np.ascontiguousarray(pairs.T, dtype=np.int32)
        chances = _chances(self._arrays, rows, columns)
        more = read_otherwise(self._names, self._names, rows, columns)
        if more:
            np.maximum.at(chances, more.of, _chances(Names(more.texts), more.rows, more.columns))
        return chances

    def _things(self, pairs: Int64s) -> Float64s:
        numbers, places = np.unique(pairs, return_inverse=True)
        texts = [self._names[number] for number in numbers.tolist()]
        rows, columns = np.ascontiguousarray(places.reshape(pairs.shape).T, dtype=np.int32)
        return probabilities(texts, texts, rows, columns, self._kind)


def _chances(names: Names, rows: Int32s, columns: Int32s) -> Float64s:
    """The probability of pairs of persons' names as they are written, less what a list asks for."""
    features = features_between(names, names, rows, columns)
    blank = names.counts == 0
    return np.where(blank[rows] | blank[columns], 0.0, _discounted(model().probability(features), features))


def _discounted(chances: Float64s, features: Float32s) -> Float64s:
    """The probabilities less what a list asks for."""
    of = {name: features[:, place] for place, name in enumerate(FEATURES)}
    single = of["single"] > 0
    off = SINGLE * (single & (of["worst"] > ALIKE))
    off = off + LONGER * (~single & (of["extra"] > 0) & (of["worst"] > NEARLY)) + OTHER_GIVEN * (of["other_given"] > 0)
    odds = np.maximum(chances, LEAST) / np.maximum(1 - chances, LEAST)
    return np.where(off > 0, odds / (odds + np.exp(off)), chances)


def _blocks(pairs: Int64s) -> Iterator[Int64s]:
    for start in range(0, len(pairs), BLOCK):
        yield pairs[start : start + BLOCK]
