"""Evidence that letters make two names of what sounds alike, or is alike but for a letter."""

from __future__ import annotations

import numpy as np

from translit.arrays import Float32s, Int32s
from translit.matching.places_orgs.arrays import Things
from translit.matching.places_orgs.sole_letters import sole_letters_against
from translit.matching.places_orgs.written_names import written_against


def letters_against(things: Things, rows: Int32s, columns: Int32s) -> Float32s:
    """How much letters speak for two names, from 0 to 1."""
    found = written_against(things.written, things.known, rows, columns, things.kind).astype(np.float32)
    if things.organizations:
        found = np.maximum(found, sole_letters_against(things.sole, things.numbers, rows, columns))
    return found
