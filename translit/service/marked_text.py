"""The names that stand in a text, as the page marks them."""

from __future__ import annotations

from typing import Any

from translit.finding.resolve import Resolver

SHOWN = 5  # candidates of one mention
AMBIGUOUS = 0.8  # the probability below which a mention is dotted


def mentions(text: str, resolver: Resolver) -> list[dict[str, Any]]:
    """The mentions of entities in a text, in their order; none overlap."""
    return [
        {
            **{"start": one.start, "end": one.end, "text": one.text, "probability": round(one.probability, 4)},
            **{"id": one.entity.id, "name": one.entity.name, "role": one.entity.role, "kind": one.entity.kind},
            "ambiguous": one.probability < AMBIGUOUS,
            "candidates": [
                {
                    "id": c.entity.id,
                    "name": c.entity.name,
                    "role": c.entity.role,
                    "probability": round(c.probability, 4),
                }
                for c in one.candidates[:SHOWN]
            ],
        }
        for one in resolver.find(text)
    ]
