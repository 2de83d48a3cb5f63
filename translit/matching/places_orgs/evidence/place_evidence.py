"""What only names of places say: their kinds, and what stands after a comma."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Int32s
from translit.matching.places_orgs.comparing.accounting import Columns
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.comparing.place_kinds import EXACT, kinds_of_places
from translit.matching.places_orgs.evidence.qualifier_evidence import qualifiers
from translit.matching.places_orgs.lexicon.concepts import share

OF_PLACES = ("kind_against", "kind_agrees", "kind_alone", "context_agrees", "context_against", "elsewhere")


def only_of_places(things: Things, rows: Int32s, columns: Int32s, apart: NDArray[Any], listed: Bools) -> Columns:
    """The evidence of `OF_PLACES`, of names that are so far `apart`, from their words that are one by a list."""
    if things.organizations:
        return {name: np.zeros(len(rows), dtype=np.bool_) for name in OF_PLACES}
    said, known = ((masks[rows], masks[columns]) for masks in (things.kinds, things.known_as))
    one_land = share(things.lands[rows], things.lands[columns])
    by_list = np.asarray(listed.any(axis=(1, 2))) | share(things.known[rows], things.known[columns])
    kinds = kinds_of_places(said, known, np.asarray(apart < EXACT), one_land, by_list)
    return kinds | qualifiers(things, rows, columns)
