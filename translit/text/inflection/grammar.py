"""Case, gender, number and kind of a name, and sets of them as bits of one number.

A form of a word can stand for several combinations (Russian «Кочановой»: genitive, dative, instrumental or
prepositional, singular, of a woman). Such a set is one `int`, a bit for each (case, gender, number), so that words of
one name agree where the intersection of their sets isn't empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, IntFlag


class Case(Enum):
    """A case, or what a language marks by an ending instead: `DEFINITE` is the Bulgarian and Macedonian article."""

    NOMINATIVE = "nom"
    GENITIVE = "gen"
    DATIVE = "dat"
    ACCUSATIVE = "acc"
    INSTRUMENTAL = "ins"
    LOCATIVE = "loc"
    VOCATIVE = "voc"
    PARTITIVE = "par"
    ILLATIVE = "ill"
    INESSIVE = "ine"
    ELATIVE = "ela"
    ALLATIVE = "all"
    ADESSIVE = "ade"
    ABLATIVE = "abl"
    ESSIVE = "ess"
    TRANSLATIVE = "tra"
    ABESSIVE = "abe"
    COMITATIVE = "com"
    TERMINATIVE = "ter"
    SUPERESSIVE = "sup"
    SUBLATIVE = "sub"
    DELATIVE = "del"
    CAUSAL = "cau"
    DEFINITE = "def"


class Gender(Enum):
    """A grammatical gender."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"


class Number(Enum):
    """A grammatical number."""

    SINGULAR = "sg"
    PLURAL = "pl"


class NameKind(IntFlag):
    """What a base form is a name of; the last three say that the form is only derived from a name."""

    GIVEN = 1
    FAMILY = 2
    PATRONYMIC = 4
    PLACE = 8
    NOUN = 16  # a common noun, as in names of organizations
    MODIFIER = 32  # an adjective, as in names of places and organizations
    POSSESSIVE = 64  # Trumpovo → Trump
    DEMONYM = 128  # мінчанін → Мінск
    ADJECTIVE = 256  # мінскі → Мінск

    @property
    def derived(self) -> bool:
        """Whether the form isn't the name itself but a word derived from it."""
        return self >= FIRST_DERIVED


FIRST_DERIVED = int(NameKind.POSSESSIVE)  # kinds from this on are of derived words
CASES, GENDERS, NUMBERS = tuple(Case), tuple(Gender), tuple(Number)
ALL_CELLS = (1 << len(CASES) * len(GENDERS) * len(NUMBERS)) - 1


def cells(cases: Iterable[Case], genders: Iterable[Gender] = GENDERS, numbers: Iterable[Number] = NUMBERS) -> int:
    """The set of all combinations of these cases, genders and numbers.

    >>> one = cells([Case.GENITIVE, Case.ACCUSATIVE], [Gender.MASCULINE])
    >>> two = cells([Case.ACCUSATIVE, Case.DATIVE])
    >>> [case.value for case in cases_of(one & two)]
    ['acc']
    """
    found = 0
    of_gender, of_number = [GENDERS.index(one) for one in genders], [NUMBERS.index(one) for one in numbers]
    for case in cases:
        first = CASES.index(case) * len(GENDERS)
        for gender in of_gender:
            for number in of_number:
                found |= 1 << (first + gender) * len(NUMBERS) + number
    return found


def _features(found: int) -> Iterator[tuple[int, int, int]]:
    while found:
        bit = (found & -found).bit_length() - 1
        found &= found - 1
        rest, number = divmod(bit, len(NUMBERS))
        case, gender = divmod(rest, len(GENDERS))
        yield case, gender, number


# The cells of each gender in the singular; nothing is known of a name without a gender.
OF_ONE = {
    "m": cells(CASES, [Gender.MASCULINE], [Number.SINGULAR]),
    "f": cells(CASES, [Gender.FEMININE], [Number.SINGULAR]),
    "": 0,
}


def is_of_other_gender(found: int, gender: str) -> bool:
    """Whether the forms of a set are a man's and the gender is a woman's, or the other way round.

    >>> [is_of_other_gender(cells([Case.DATIVE], [Gender.MASCULINE]), gender) for gender in ("m", "f", "")]
    [False, True, False]
    """
    of_man, of_woman = (found & OF_ONE[one] != 0 for one in "mf")
    return (gender == "f" and of_man and not of_woman) or (gender == "m" and of_woman and not of_man)


def cases_of(found: int) -> tuple[Case, ...]:
    """The cases of a set of cells, in the order of `Case`."""
    return tuple(CASES[number] for number in sorted({case for case, _, _ in _features(found)}))


def genders_of(found: int) -> tuple[Gender, ...]:
    """The genders of a set of cells.

    >>> genders_of(cells([Case.DATIVE], [Gender.FEMININE]))
    (<Gender.FEMININE: 'f'>,)
    """
    return tuple(GENDERS[number] for number in sorted({gender for _, gender, _ in _features(found)}))


def numbers_of(found: int) -> tuple[Number, ...]:
    """The numbers of a set of cells.

    >>> numbers_of(ALL_CELLS)
    (<Number.SINGULAR: 'sg'>, <Number.PLURAL: 'pl'>)
    """
    return tuple(NUMBERS[place] for place in sorted({number for _, _, number in _features(found)}))
