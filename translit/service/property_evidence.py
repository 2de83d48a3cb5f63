"""What other columns say: properties held against what is known of an entity.

What an attribute is worth that agrees or differs is known to `finding.attributes`; here are the conditions of the
reconciliation API around it: any, all or none of several values, and whether they must hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

from translit.finding.attributes import Agreement, attribute_evidence
from translit.finding.entities.entity import Entity
from translit.service.entity_store import values

_OPPOSITE = {
    Agreement.AGREES: Agreement.DIFFERS,
    Agreement.DIFFERS: Agreement.AGREES,
    Agreement.UNKNOWN: Agreement.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a condition says of an entity, and what that adds to the logarithm of the odds."""

    agreement: Agreement
    weight: float


@dataclass(frozen=True, slots=True)
class Condition:
    """A property that the entity should have: any, all or none of the wanted values."""

    property: str
    wanted: tuple[Any, ...]
    quantifier: str = "any"
    required: bool = False
    exact: bool = False

    def said(self, entity: Entity) -> Said:
        """What this says of an entity.

        >>> minsk = Entity(id="minsk", kind="place", names=["Мінск"], role="capital", attributes={"country": "BY"})
        >>> [Condition("description", (text,)).said(minsk).agreement.value for text in ("Capital", "village")]
        ['agrees', 'differs']
        >>> Condition("country", ("Беларусь",)).said(minsk).agreement.value
        'agrees'
        >>> Condition("founded", (1067,)).said(minsk)
        Said(agreement=<Agreement.UNKNOWN: 'unknown'>, weight=0.0)
        """
        found = [self._one(entity, str(value)) for value in self.wanted if value not in (None, "")]
        known = [one for one in found if one.agreement is not Agreement.UNKNOWN]
        if not known:
            return Said(Agreement.UNKNOWN, 0.0)
        worst_first = sorted(known, key=lambda one: one.weight)
        if self.quantifier == "all":
            return worst_first[0]
        best = worst_first[-1]
        return Said(_OPPOSITE[best.agreement], -best.weight) if self.quantifier == "none" else best

    def _one(self, entity: Entity, value: str) -> Said:
        """What one value says; names and descriptions are compared as texts are."""
        held = entity
        if not entity.values(self.property) and (own := values(entity, self.property)):
            held = Entity(id="own", names=["own"], attributes={self.property: [str(one) for one in own]})
        if self.exact and held.values(self.property):
            same = value.casefold() in (one.casefold() for one in held.values(self.property))
            held = Entity(id="own", names=["own"], attributes={self.property: value if same else f"not {value} but -"})
        (found,) = attribute_evidence(held, {self.property: value})
        return Said(found.agreement, found.weight)


def weighed(chances: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The probabilities of the candidates of one query, after what conditions add to the log odds of each.

    By Bayes' rule; that nobody of them is meant keeps its part.

    >>> [round(chance, 2) for chance in weighed([0.45, 0.45], [2.3, -3.0])]
    [0.97, 0.0]
    """
    parts = [chance * exp(min(weight, 50.0)) for chance, weight in zip(chances, weights, strict=True)]
    whole = max(1.0 - sum(chances), 0.0) + sum(parts)
    return [part / whole if whole else 0.0 for part in parts]
