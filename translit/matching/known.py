"""What the lists and the endings say of one folded token by itself, worked out for many tokens at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translit.matching.endings import Gender, family_gender, patronymic_gender
from translit.matching.given import given_names
from translit.matching.lexicon import UNLISTED, family_groups, rarity_as_read
from translit.matching.reading import likeliest_keys, loose_readings, pivots
from translit.matching.remember import remembered


class Known(NamedTuple):
    """What is known of a token, whatever its role."""

    sets: tuple[tuple[int, int], ...]  # of given names: number, FORMAL or SHORT
    given_gender: Gender
    given_rarity: float
    rarity: float
    father: Gender  # the gender its ending has as a patronymic
    strong: bool  # an ending that only patronymics have
    family_gender: Gender
    group: int  # of family names that no rule derives, or -1
    key: str


@remembered
def known(tokens: Sequence[str]) -> list[Known]:
    """What is known of each folded token.

    >>> known("сідараўна").father, known("сідараў").family_gender, known("юзік").sets != ()
    ('f', 'm', True)
    """
    given, groups = given_names(), family_groups()
    pivots_of = pivots.many(tokens)
    read = zip(tokens, pivots_of, loose_readings.anew(tokens), likeliest_keys(tokens), strict=True)
    found: list[Known] = []
    for token, (pivot, *_), readings, key in read:
        sets = given.sets_as_read(token, pivot, readings)
        father, strong = patronymic_gender(token)
        found.append(
            Known(
                tuple(sets.items()) if sets else (),
                given.gender(token) if sets else "",
                rarity_as_read(readings, given=True) if sets else UNLISTED,
                rarity_as_read(readings),
                father,
                strong,
                family_gender(token),
                groups.get(token, -1),
                key.replace("g", "h"),
            )
        )
    return found
