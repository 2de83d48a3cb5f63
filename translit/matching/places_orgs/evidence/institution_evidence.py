"""Evidence that two institutions of a kind are two: other fields, and of public bodies other places."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.assignment import FAR
from translit.matching.places_orgs.comparing.accounting import HALF, Columns
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.comparing.institutions import COURT
from translit.matching.places_orgs.comparing.made_words import Made
from translit.matching.places_orgs.lexicon.town_cases import other_towns

OTHER_TOWN = 0.1  # from here on two words that are known towns are two; by hand


def of_one_kind(things: Things, rows: Int32s, columns: Int32s) -> Bools:
    """Whether both names are of one kind of institution or of public body, of which each town has its own."""
    return np.asarray((things.seated[rows] & things.seated[columns]) > 0)


def two_towns(things: Things, a: Int32s, b: Int32s, value: Float32s) -> Bools:
    """Which words a[k] and b[k], near in letters, are two known towns: Yamaguchi, Yamagata."""
    found = np.zeros(len(a), dtype=np.bool_)
    near = (value > OTHER_TOWN) & (value < FAR) & (things.cyrillic[a] == things.cyrillic[b])
    for pair in np.nonzero(near & things.unlisted[a] & things.unlisted[b])[0].tolist():
        found[pair] = other_towns(things.told_towns[a[pair]], things.told_towns[b[pair]])
    return found


def institutions_against(
    things: Things, rows: Int32s, columns: Int32s, near: Float32s, made: Made, place_against: NDArray[Any]
) -> Columns:
    """Where both are of a kind of institution and differ in fields, or of a kind of public body and in places."""
    if not things.organizations:
        return {name: np.zeros(len(rows), dtype=np.bool_) for name in ("field_against", "body_against")}
    left_a = (things.ids[rows] > 0) & (near.max(axis=2) < HALF) & ~made.a
    left_b = (things.ids[columns] > 0) & (near.max(axis=1) < HALF) & ~made.b
    field_a, field_b = (things.fields[rows] & left_a).any(axis=1), (things.fields[columns] & left_b).any(axis=1)
    differ = field_a & field_b & ((things.institutions[rows] & things.institutions[columns]) > 0)
    for said in (things.sports, things.tiers):
        differ |= (said[rows] > 0) & (said[columns] > 0) & ((said[rows] & said[columns]) == 0)
    differ |= _other_courts(things, rows, columns, left_a, left_b)
    bodies = (things.bodies[rows] & things.bodies[columns]) > 0
    towns = (left_a & things.a_town[things.ids[rows]]).any(axis=1) & (left_b & things.a_town[things.ids[columns]]).any(
        axis=1
    )
    elsewhere = bodies & np.asarray(place_against, dtype=np.bool_) | of_one_kind(things, rows, columns) & towns
    return {"field_against": differ, "body_against": elsewhere}


def _other_courts(things: Things, rows: Int32s, columns: Int32s, left_a: Bools, left_b: Bools) -> Bools:
    """Whether two courts judge other matters: an administrative and a labour court, or one that says none; of that one
    no word may be left that isn't listed, which may say it in its language."""
    judges_a, judges_b = things.jurisdictions[rows], things.jurisdictions[columns]
    told_a, told_b = judges_a > COURT, judges_b > COURT
    differ = told_a & told_b & ((judges_a & judges_b) <= COURT)
    for told, side, left in ((told_a, columns, left_b), (told_b, rows, left_a)):
        ids = things.ids[side]
        bare = ~(left & things.unlisted[ids] & ~things.a_town[ids]).any(axis=1)
        differ |= told & bare & (things.jurisdictions[side] == COURT)
    return np.asarray(differ & (judges_a & judges_b & COURT > 0))
