"""Choosing the mentions: spans that don't overlap, the likeliest ones; namesakes share a span's probability."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from translit.arrays import Float64s
from translit.text.candidate import Candidate

MOST = 8  # candidates of a mention that are told
EQUAL = 0.005  # difference of probabilities up to which two candidates are equal
LONGER = 0.2  # what each further word of a whole name is worth against a shorter span; chosen on the texts learned from
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
            value = ranked[0][1] + LONGER * (last - first) * ranked[0][0].full
            choices.append((-value, first - last, first, last, ranked))
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
    """The candidates of one span: the model knows of rivals, so that only equals and what exceeds one are shared."""
    first, *others = sorted(mine.values(), key=lambda item: (-item[0], item[1].form.entity))
    equal = 1 + sum(first[0] - chance < EQUAL for chance, _ in others)
    best = min(first[0], 1 / equal)
    left = sum(min(chance, best) for chance, _ in others)
    scale = min(1.0, (1 - best) / left) if left else 1.0
    ranked = [(first[1], round(best, 6)), *((one, round(min(chance, best) * scale, 6)) for chance, one in others)]
    return [item for number, item in enumerate(ranked[:MOST]) if not number or item[1] >= REACH]
