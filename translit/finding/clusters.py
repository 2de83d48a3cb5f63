"""A cluster of spellings, the one that stands for it, and names that fit several who contradict each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from translit.arrays import Bools, Float64s
from translit.kinds import Kind
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.token import CORE, PATRONYMIC
from translit.writing.characters import is_cyrillic

OPPOSED = 0.2  # a probability below which two names that a third fits are of two people


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spellings that are one, in alphabetical order; `probability` is the mean over the pairs, 1 without any."""

    canonical: str
    names: tuple[str, ...]
    probability: float


def full_words(name: str) -> int:
    """How many words of a person's name are more than initials.

    >>> full_words("Тихановский С."), full_words("Сергей Тихановский")
    (1, 2)
    """
    return sum(len(token.folded) > 1 for token in parse(name).of(CORE, PATRONYMIC))


def fit_several(names: Sequence[str], matrix: Float64s, threshold: float) -> Bools:
    """Which pairs are barred because the shorter name fits several people who aren't one, [names, names].

    >>> names = ["С. Тихановский", "Сергей Тихановский", "Степан Тихановский"]
    >>> matrix = np.array([[1, 0.9, 0.9], [0.9, 1, 0.01], [0.9, 0.01, 1]])
    >>> fit_several(names, matrix, 0.5)[0].tolist()
    [False, True, True]
    """
    full = np.array([full_words(name) for name in names])
    barred = np.zeros(matrix.shape, dtype=np.bool_)
    for place in range(len(names)):
        fuller = np.nonzero((matrix[place] >= threshold) & (full > full[place]))[0]
        if len(fuller) > 1 and matrix[np.ix_(fuller, fuller)].min() < OPPOSED:
            barred[place, fuller] = barred[fuller, place] = True
    return barred


def in_usual_case(name: str, kind: Kind) -> bool:
    """Whether a name is written as in a text: not in capitals, in part or in whole, nor all in small letters.

    >>> in_usual_case("Янка Купала", "person"), in_usual_case("КУПАЛА Янка", "person"), in_usual_case("NATO", "place")
    (True, False, True)
    """
    words = [word for word in name.split() if sum(map(str.isalpha, word)) > 2]
    if kind == "person":
        return not any(word.isupper() for word in words) and not name.islower()
    return not (name.isupper() and len(words) > 1) and not name.islower()


def cluster_of(names: Sequence[str], matrix: Float64s, counts: Mapping[str, int], kind: Kind) -> Cluster:
    """The cluster; the spelling that stands for it is full, without a title and in the usual case if there is one such,
    then the fullest, near the others, in Cyrillic, the commonest, the first.
    """

    def rank(place: int) -> tuple[int, bool, bool, int, float, bool, int, str]:
        name = names[place]
        full = full_words(name)
        titled = kind == "person" and bool(parse(name).titles)
        latin = not any(map(is_cyrillic, name))
        near = round(float(matrix[place].mean()), 1)
        return (-min(full, 2), titled, not in_usual_case(name, kind), -min(full, 3), -near, latin, -counts[name], name)

    canonical = names[min(range(len(names)), key=rank)]
    pairs = matrix[np.triu_indices(len(names), 1)]
    return Cluster(canonical, tuple(sorted(names)), round(float(pairs.mean()), 6) if len(pairs) else 1.0)
