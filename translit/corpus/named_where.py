"""Which documents may name one of a list of entities, by the index alone, so that the others needn't be read.

A document is read if a word stands there that may be the main word of one of the names: any but a given name, if the
name has others. That is what a search does up to the point where words are put together.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from translit.arrays import Int64s
from translit.corpus.asked import Lookup
from translit.corpus.equivalents import units_of
from translit.corpus.postings import PLACE_BITS


def documents_that_may_name(lookup: Lookup, names: Iterable[str]) -> Int64s:
    """The numbers of the documents that may have one of the names, in order."""
    lookup.begin()
    found = [np.empty(0, dtype=np.int64)]
    for name in dict.fromkeys(names):
        units = units_of(name)
        for unit in [unit for unit in units if not unit.given] or units:
            codes = lookup.spots(unit).codes >> PLACE_BITS
            found.append(codes[np.diff(codes, prepend=-1) != 0])
    return np.unique(np.concatenate(found))
