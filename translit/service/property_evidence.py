"""What other columns say: properties held against what is known of an entity.

A property that agrees multiplies the odds that the entity is meant, one that contradicts divides them; one that isn't
known says nothing. Candidates share the probability, so that evidence for one of two namesakes is evidence against
the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from rapidfuzz.fuzz import token_set_ratio
from unidecode import unidecode

from translit.finding.entities.entity import Entity
from translit.service.entity_store import values

# Set by hand: a value agrees by accident about once in ten (a country, a decade of birth; a full date far more rarely),
# and data of two sources about one person differ about once in twenty (typing, old addresses).
AGREES, CONTRADICTS = 10.0, 0.05
ALIKE = 85  # of 100, from which two texts are one (by words, in any order; "Minsk, Belarus" has "Minsk")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?$")
_GERMAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$")


class Verdict(Enum):
    """What a condition says of an entity."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Condition:
    """A property that the entity should have: any, all or none of the wanted values."""

    property: str
    wanted: tuple[Any, ...]
    quantifier: str = "any"
    required: bool = False
    exact: bool = False

    def verdict(self, entity: Entity) -> Verdict:
        """What this says of an entity.

        >>> minsk = Entity(id="minsk", kind="place", names=["Мінск"], role="capital of Belarus")
        >>> [Condition("description", (text,)).verdict(minsk).value for text in ("Capital", "village")]
        ['agrees', 'contradicts']
        >>> Condition("founded", (1067,)).verdict(minsk).value
        'unknown'
        """
        there = values(entity, self.property)
        wanted = [value for value in self.wanted if value not in (None, "")]
        if not there or not wanted:
            return Verdict.UNKNOWN
        hits = [any(agree(value, other, self.exact) for other in there) for value in wanted]
        right = {"any": any(hits), "all": all(hits), "none": not any(hits)}[self.quantifier]
        return Verdict.AGREES if right else Verdict.CONTRADICTS


def agree(one: Any, other: Any, exact: bool = False) -> bool:
    """Whether two values mean the same: numbers, dates of different precision, or texts.

    >>> agree("1954", "1954-08-30"), agree("30.08.1954", "1954-08-30"), agree("1954-09", "1954-08-30"), agree(7, "7.0")
    (True, True, False, True)
    >>> agree("Belarus", "Belarus, head of state"), agree("BELARUS", "Belarus", exact=True)
    (True, True)
    """
    texts = str(one).strip(), str(other).strip()
    dates = [_date(text) for text in texts]
    if dates[0] and dates[1]:
        return all(a == b for a, b in zip(*dates, strict=False))
    numbers = [_number(text) for text in texts]
    if None not in numbers:
        return numbers[0] == numbers[1]
    plain = [" ".join(re.findall(r"\w+", unidecode(text).lower())) for text in texts]
    if exact or not all(plain):
        return plain[0] == plain[1]
    return token_set_ratio(*plain) >= ALIKE


def _date(text: str) -> tuple[int, ...]:
    """Year, month and day, as far as they are given."""
    if found := _GERMAN_DATE.match(text):
        return int(found[3]), int(found[2]), int(found[1])
    found = _DATE.match(text)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def weighed(chances: Sequence[float], verdicts: Sequence[Sequence[Verdict]]) -> list[float]:
    """The probabilities of the candidates of one query, after what the conditions say of each.

    By Bayes' rule; that nobody of them is meant keeps its part.

    >>> [round(chance, 2) for chance in weighed([0.45, 0.45], [[Verdict.AGREES], [Verdict.CONTRADICTS]])]
    [0.97, 0.0]
    """
    odds = {Verdict.AGREES: AGREES, Verdict.CONTRADICTS: CONTRADICTS, Verdict.UNKNOWN: 1.0}
    weights = []
    for chance, said in zip(chances, verdicts, strict=True):
        for verdict in said:
            chance *= odds[verdict]  # noqa: PLW2901
        weights.append(chance)
    whole = max(1.0 - sum(chances), 0.0) + sum(weights)
    return [weight / whole if whole else 0.0 for weight in weights]
