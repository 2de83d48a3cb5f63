"""A token: one word of a personal name and its role."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

CORE, PATRONYMIC, INITIAL, PARTICLE, GENERATION = "name", "patronymic", "initial", "particle", "generation"


class Role(IntEnum):
    """The role of a word by its number, as arrays have it; 0 is no word."""

    CORE = 1
    PATRONYMIC = 2
    INITIAL = 3
    GENERATION = 4
    SECOND_INITIAL = 5  # told from the first, since it may be of a patronymic
    PARTICLE = 6


class Place(IntEnum):
    """What is known of where a word stands in a name; 0 is nothing."""

    FAMILY = 1
    NOT_FAMILY = 2
    SON_OF = 3  # after bin, ibn, ould


# The same as plain numbers, for arrays and inner loops: numpy 2.4 compares a thousand numbers with a member of an enum
# in 9.5 microseconds and with a number in 1.7, Python 3.11 one number in 0.24 and in 0.05.
CORES, FATHERS, INITIALS, GENERATIONS, SECOND_INITIALS, PARTICLES = map(int, Role)
FAMILY, NOT_FAMILY, SON_OF = map(int, Place)
CODES = {CORE: CORES, PATRONYMIC: FATHERS, INITIAL: INITIALS, GENERATION: GENERATIONS, PARTICLE: PARTICLES}
ROLES = {code: role for role, code in CODES.items()} | {SECOND_INITIALS: INITIAL}
MOST_TOKENS = 8


class Token(NamedTuple):
    """One word of a name: as written, folded, and its role."""

    text: str
    folded: str
    role: str
    family: bool = False  # known to belong to the family name (capitals or comma)
