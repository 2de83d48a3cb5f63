"""Who is meant, if anyone listed: the probabilities of two names being one, shared among all who bear the name.

With the odds o = p / (1 - p) that the name of each listed entity is the one asked for, its weight w, the number of
people who aren't listed and bear the name as well, and of those listed whose name is as near (see `namesakes`),

    probability = w o / (sum of all w o + (1 - prior) / prior * (1 + near + bearers * greatest o of a person)).

One entity alone with a rare name keeps p; two of one name get less than one half each; a name that many people bear
names nobody. In a long list the one who fits is likelier to fit by chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from translit.arrays import Float64s
from translit.matching.persons.reading.parse import parse

PRIOR = 0.5  # set by hand: a row is as likely about somebody listed as not, unless the user knows better
ALIKE = 0.5  # set by hand: an entity with at least this part of the best one's probability is about as probable
IN_TITLE = -4.6  # set by hand: log odds, one in a hundred
SUREST = 1e-6  # what is left of doubt in the surest pair of names, so that its odds are a number


Best = tuple[float, int, int]  # minus the probability, words more or less than the query has, the number of the name


class Hit(NamedTuple):
    """An entity and the best of its names, by number, and how probable they are; see `Candidate`."""

    entity: int
    name: int
    name_probability: float
    probability: float = 0.0
    ambiguous: int = 0


def in_order(found: Mapping[int, Best]) -> list[tuple[int, Best]]:
    """Entities with the best of their names, as equals come: as many words first, then by number."""
    return sorted(found.items(), key=lambda item: (item[1][1], item[0]))


def share(by_name: Float64s, weights: Float64s, bearers: Float64s, prior: float = PRIOR, near: float = 0.0) -> Float64s:
    """The probability that each entity is meant, float64 [entities], from those of its name being the one asked for.

    `bearers` says for each entity how many others that aren't listed may have the name, `near` how many names are as
    near by chance.

    >>> share(np.array([0.9]), np.ones(1), np.zeros(1)).round(3).tolist()
    [0.9]
    >>> share(np.array([0.99, 0.99]), np.ones(2), np.zeros(2)).round(3).tolist()
    [0.497, 0.497]
    >>> float(share(np.array([0.99]), np.ones(1), np.full(1, 100.0))[0]) < 0.01
    True
    """
    p = np.clip(by_name, 0.0, 1.0 - SUREST)
    odds = p / (1.0 - p)
    nobody = (1.0 - prior) / prior * (1.0 + near + float((bearers * odds).max(initial=0.0)))
    return np.asarray(np.round(weights * odds / (float(weights @ odds) + nobody), 6), dtype=np.float64)


def rank(
    hits: Sequence[Hit], weights: Float64s, bearers: Float64s, prior: float = PRIOR, near: float = 0.0
) -> list[Hit]:
    """The hits by the probability that they are meant, of equals the first ones first; without those of weight 0.

    >>> ranked = rank([Hit(7, 0, 0.9), Hit(8, 1, 0.9)], np.array([1.0, 5.0]), np.zeros(2))
    >>> [(hit.entity, hit.ambiguous) for hit in ranked]
    [(8, 0), (7, 0)]
    """
    if not hits:
        return []
    by_name = np.array([hit.name_probability for hit in hits])
    shared = share(by_name, weights, bearers, prior, near)
    order = np.argsort(-shared, kind="stable")
    alike = (shared >= shared[order[0]] * ALIKE) & (by_name >= 0.5) & (weights > 0)
    ambiguous = max(int(alike.sum()) - 1, 0)
    return [
        hits[place]._replace(probability=float(shared[place]), ambiguous=ambiguous)
        for place in order.tolist()
        if weights[place] > 0
    ]


def beside_title(name: str, hits: Sequence[Hit], persons: Sequence[bool]) -> list[float]:
    """What a title beside a person's name takes from the log odds of the places and organizations in the title.

    *President of Belarus Alexander Lukashenko* is the person, though *Belarus* is a place that is named too.
    """
    if all(persons) or not any(persons) or not parse(name).titles:
        return []
    sure = any(person and hit.name_probability >= 0.5 for person, hit in zip(persons, hits, strict=True))
    return [0.0 if person else IN_TITLE for person in persons] if sure else []
