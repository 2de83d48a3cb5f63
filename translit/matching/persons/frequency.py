"""How common a personal name is: the share of people who bear all of its words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.arrays import Float64s
from translit.matching.persons.arrays import Names
from translit.matching.persons.token import CORES, FATHERS, INITIALS, SECOND_INITIALS

RARITY_OF_FATHER, RARITY_OF_INITIAL = 1.5, 1.0  # measured: decimal logarithms for a usual patronymic, a usual letter
RAREST = 12.0  # beyond one in a million million there is nobody else


def log_shares(names: Sequence[str]) -> Float64s:
    """The decimal logarithm of the share of people who bear all words of each name, float64 [names], at most 0.

    Names of nothing but titles or initials say nothing: 0.

    >>> common, rare = log_shares(["Иван Иванов", "Иван Атабеков"])
    >>> bool(common > rare)
    True
    """
    found = Names(names)
    value = np.where(found.roles == CORES, found.rarity[found.ids].astype(np.float64), 0.0)
    value += np.where(found.roles == FATHERS, RARITY_OF_FATHER, 0.0)
    value += np.where((found.roles == INITIALS) | (found.roles == SECOND_INITIALS), RARITY_OF_INITIAL, 0.0)
    return np.asarray(-np.minimum(value.sum(axis=1), RAREST), dtype=np.float64)
