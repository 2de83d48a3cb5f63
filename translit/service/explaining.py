"""Why a candidate is one: for a line of a table, and in full for the drawer of the page."""

from __future__ import annotations

from itertools import chain
from typing import Any

from translit.finding.entities.entity import Entity
from translit.matching.alignment.align import trace
from translit.matching.alignment.costs import WIDTH, cost_table
from translit.matching.compare import compare
from translit.matching.phonetics.fold import END, fold

SIGNS = {"same": "=", "same name by the lists": "=", "spelled otherwise": "≈"}
LONGEST = WIDTH - 2  # letters of a word that the alignment has room for
SMALL = 0.005  # a term that changes nothing is left out


def why(name: str, matched: str, kind: str) -> dict[str, Any]:
    """The pairs of words with a sign each, what stands alone, and the remarks.

    >>> why("Alaksandar Łukašenka", "Аляксандр Лукашэнка", "person")["pairs"][1]
    ['Łukašenka', '=', 'Лукашэнка']
    """
    found = compare(name, matched, kind).explanation
    pairs = [[pair.left, SIGNS.get(pair.verdict, "≠"), pair.right] for pair in found.pairs]
    return {"pairs": pairs, "alone": list(found.alone), "notes": list(found.notes)}


def in_full(name: str, matched: str, entity: Entity) -> dict[str, Any]:
    """The words letter by letter, and the terms that add up to the probability that both names are one."""
    found = compare(name, matched, entity.kind).explanation
    pairs = [
        {
            "left": pair.left,
            "right": pair.right,
            "role": pair.role,
            "sign": SIGNS.get(pair.verdict, "≠"),
            "verdict": pair.verdict,
            "letters": letters(pair.left, pair.right),
        }
        for pair in found.pairs
    ]
    terms = [[subject, round(value, 3)] for subject, value in found.terms if abs(value) >= SMALL]
    return {
        **{"name": name, "matched": matched, "probability": round(found.probability, 4)},
        **{"pairs": pairs, "alone": list(found.alone), "notes": list(found.notes)},
        **{"base": round(found.base, 3), "terms": terms, "names": list(entity.names), "role": entity.role},
        **{"id": entity.id, "shown": entity.name, "kind": entity.kind},
    }


def letters(left: str, right: str) -> list[list[Any]]:
    """The letters of one word over those of the other, each step with its cost in nats.

    >>> [step[:2] for step in letters("Šuša", "Шуша")]
    [['š', 'ш'], ['u', 'у'], ['š', 'ш'], ['a', 'а']]
    """
    words = list(zip(left.split(), right.split(), strict=False))
    if len(words) > 1 and len(left.split()) == len(right.split()):
        return list(chain.from_iterable([*letters(*pair), [" ", " ", 0.0]] for pair in words))[:-1]
    one, other = fold(left), fold(right)
    if len(one) > LONGEST or len(other) > LONGEST or not (one.islower() and other.islower()):
        return []
    steps = trace(cost_table(), one, other)
    shown = [(step.left.rstrip(END), step.right.rstrip(END), max(round(step.cost, 2), 0.0)) for step in steps]
    return [[a, b, cost] for a, b, cost in shown if a or b]
