"""A Greek and his father: Δημήτρης Νικολάου is the son of a Νικόλαος, who may be Νικόλαος Δημητρίου.

A family name in the genitive is a given name, so that two such names look like one that is turned about.
"""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Int8s
from translit.matching.persons.comparing.closeness import Matches
from translit.matching.persons.comparing.distance import Block
from translit.matching.persons.lexicon.endings import GENITIVE, NOMINATIVE


def fathers_turned(block: Block, found: Matches) -> Bools:
    """Of which pairs each name has in the genitive what the other has in the nominative."""
    one, other = _cases(block.left.greek[block.a]), _cases(block.right.greek[block.b])
    first = (found.near & one[0][:, :, None] & other[1][:, None, :]).any(axis=(1, 2))
    second = (found.near & one[1][:, :, None] & other[0][:, None, :]).any(axis=(1, 2))
    return np.asarray(first & second, dtype=np.bool_)


def _cases(cases: Int8s) -> tuple[Bools, Bools]:
    return np.asarray(cases == GENITIVE, dtype=np.bool_), np.asarray(cases == NOMINATIVE, dtype=np.bool_)
