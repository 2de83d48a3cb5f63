"""A token: one word of a personal name and its role."""

from __future__ import annotations

from typing import NamedTuple

CORE, PATRONYMIC, INITIAL, PARTICLE, GENERATION = "name", "patronymic", "initial", "particle", "generation"
CORES, FATHERS, INITIALS, GENERATIONS, SECOND_INITIALS, PARTICLES = 1, 2, 3, 4, 5, 6  # the roles in arrays
CODES = {CORE: CORES, PATRONYMIC: FATHERS, INITIAL: INITIALS, GENERATION: GENERATIONS, PARTICLE: PARTICLES}
ROLES = {code: role for role, code in CODES.items()} | {SECOND_INITIALS: INITIAL}
FAMILY, NOT_FAMILY, SON_OF = 1, 2, 3  # places in a name that are known; the last after bin, ibn, ould
MOST_TOKENS = 8


class Token(NamedTuple):
    """One word of a name: as written, folded, and its role."""

    text: str
    folded: str
    role: str
    family: bool = False  # known to belong to the family name (capitals or comma)
