"""A place of two characters or syllables of one script beside one in other letters, whose syllables tell them apart."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import regex

from translit.arrays import Bools, Int32s
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.lexicon.concepts import share


def two_by_syllables(
    things: Things, rows: Int32s, columns: Int32s, script: regex.Pattern[str], are_two: Callable[[str, str], bool]
) -> Bools:
    """Which pairs of places are two by what `are_two` says of them: one is in a `script`, the other one folded name,
    and no list knows them as one."""
    found = np.zeros(len(rows), dtype=np.bool_)
    written = np.array([script.fullmatch(name) is not None for name in things.written], dtype=np.bool_)
    if not written.any():
        return found
    open_ = (written[rows] != written[columns]) & ~share(things.known[rows], things.known[columns])
    for place in np.flatnonzero(open_).tolist():
        one, other = rows[place], columns[place]
        one, other = (one, other) if written[one] else (other, one)
        names = np.flatnonzero(things.roles[other] == Code.NAME)
        if len(names) == 1:
            found[place] = are_two(things.written[one], things.folded[things.ids[other, names[0]]])
    return found
