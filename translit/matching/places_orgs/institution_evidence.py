"""Evidence that two institutions of a kind are two: other fields, and of public bodies other places."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Float32s, Int32s
from translit.matching.places_orgs.accounting import HALF, Columns
from translit.matching.places_orgs.arrays import Things
from translit.matching.places_orgs.made_words import Made


def institutions_against(
    things: Things, rows: Int32s, columns: Int32s, near: Float32s, made: Made, place_against: NDArray[Any]
) -> Columns:
    """Where both are of a kind of institution and differ in fields, or of a kind of public body and in places."""
    left_a = (things.ids[rows] > 0) & (near.max(axis=2) < HALF) & ~made.a
    left_b = (things.ids[columns] > 0) & (near.max(axis=1) < HALF) & ~made.b
    field_a, field_b = (things.fields[rows] & left_a).any(axis=1), (things.fields[columns] & left_b).any(axis=1)
    differ = field_a & field_b & ((things.institutions[rows] & things.institutions[columns]) > 0)
    sports_a, sports_b = things.sports[rows], things.sports[columns]
    differ |= (sports_a > 0) & (sports_b > 0) & ((sports_a & sports_b) == 0)
    bodies = (things.bodies[rows] & things.bodies[columns]) > 0
    return {"field_against": differ, "body_against": bodies & np.asarray(place_against, dtype=np.bool_)}
