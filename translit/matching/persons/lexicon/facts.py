"""What the lists and the endings say of one folded token by itself, worked out for many tokens at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translit.matching.persons.lexicon.endings import Gender, derivation, family_genders, patronymic_genders
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import UNLISTED, family_groups, is_family, rarities
from translit.matching.phonetics.pivots import likeliest_keys, loose_readings, pivots
from translit.memo import memoized


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
    pivot: str  # the likeliest reading
    doubt: int  # consonants that may be read otherwise, or be lost
    derivation: int  # what the end of a family name says of how it was made: SUFFIXED, HERS ...

    @property
    def family(self) -> bool:
        """Whether it is known as a family name, which is asked of few words."""
        return is_family(self.pivot)


_MAY_BE_OTHERS = frozenset("FJPRL")  # or be lost: 하퍼, Harper
_ANY_WOMAN = ("ina", "ova", "eva", "yna")  # of women among Slavs, of anybody elsewhere: Molina, Casanova


@memoized
def known(tokens: Sequence[str]) -> list[Known]:
    """What is known of each folded token.

    >>> known("сідараўна").father, known("сідараў").family_gender, known("юзік").sets != ()
    ('f', 'm', True)
    """
    given, groups = given_names(), family_groups()
    firsts = [read[0] for read in pivots.many(tokens)]
    readings = loose_readings.uncached(tokens)
    sets = given.sets_as_read(tokens, firsts, readings)
    of_given = iter(rarities([row for row, found in zip(readings, sets, strict=True) if found], given=True))
    fathers = patronymic_genders(tokens)
    return list(
        map(
            Known,
            [tuple(found.items()) for found in sets],
            [given.gender(token) if found else "" for token, found in zip(tokens, sets, strict=True)],
            [next(of_given) if found else UNLISTED for found in sets],
            rarities(readings),
            [gender for gender, _ in fathers],
            [strong for _, strong in fathers],
            [
                "" if token.endswith(_ANY_WOMAN) else gender
                for token, gender in zip(tokens, family_genders(tokens), strict=True)
            ],
            [groups.get(token, -1) for token in tokens],
            [key.replace("g", "h") for key in likeliest_keys(tokens, firsts)],
            firsts,
            [_doubt(token) for token in tokens],
            [derivation(token) for token in tokens],
        )
    )


def _doubt(token: str) -> int:
    """How many consonants of a token are left out of account: soft g, and one of those that a script leaves open.

    >>> _doubt("giorgia"), _doubt("XaLPV")
    (2, 1)
    """
    if token.islower():
        return token.count("gi") + token.count("ge")
    return int(not _MAY_BE_OTHERS.isdisjoint(token))
