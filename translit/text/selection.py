"""Choosing the mentions: spans that don't overlap, the likeliest ones; namesakes share a span's probability."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from translit.arrays import Float64s
from translit.text.spans import Candidate

MOST = 8  # candidates of a mention that are told
REACH = 0.02  # probability below which a candidate isn't told


class Choice(NamedTuple):
    """A chosen span: its candidates, the likeliest first, each with its probability among the others."""

    ranked: list[tuple[Candidate, float]]


def select(found: Sequence[Candidate], chances: Float64s, threshold: float) -> list[Choice]:
    """The spans whose best candidate is at least as probable as the threshold, none overlapping, in their order."""
    spans: dict[tuple[int, int], dict[int, tuple[float, Candidate]]] = defaultdict(dict)
    for one, chance in zip(found, chances.tolist(), strict=True):
        mine = spans[one.first, one.last]
        best = mine.get(one.form.entity)
        if best is None or chance > best[0]:
            mine[one.form.entity] = chance, one
    choices = []
    for (first, last), mine in spans.items():
        ranked = _shared(mine)
        if ranked[0][1] >= threshold:
            choices.append((-ranked[0][1], first - last, first, last, ranked))
    choices.sort(key=lambda choice: choice[:4])
    taken: set[int] = set()
    kept = []
    for _, _, first, last, ranked in choices:
        places = range(first, last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append((first, Choice(ranked)))
    return [choice for _, choice in sorted(kept, key=lambda one: one[0])]


def _shared(mine: dict[int, tuple[float, Candidate]]) -> list[tuple[Candidate, float]]:
    """The candidates of one span: the model knows of rivals, so that only what exceeds one in all is shared."""
    total = max(1.0, sum(chance for chance, _ in mine.values()))
    ranked = [(one, round(chance / total, 6)) for chance, one in mine.values()]
    ranked.sort(key=lambda item: (-item[1], item[0].form.entity))
    return [item for number, item in enumerate(ranked[:MOST]) if not number or item[1] >= REACH]
