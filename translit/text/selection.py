"""Choosing the mentions: spans that don't overlap, the likeliest ones; namesakes share a span's probability."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

import numpy as np

from translit.arrays import Float64s
from translit.text.candidates.found import Found

MOST = 8  # candidates of a mention that are told
EQUAL = 0.005  # difference of probabilities up to which two candidates are equal
LONGER = 0.2  # what each further word of a whole name is worth against a shorter span; chosen on the texts learned from
REACH = 0.02  # probability below which a candidate isn't told


class Choice(NamedTuple):
    """A chosen span: its first and last word in its text, and its candidates by their numbers, the likeliest first.

    Each has its probability among the others.
    """

    first: int
    last: int
    ranked: list[tuple[int, float]]


def select(found: Found, chances: Float64s, threshold: float) -> list[list[Choice]]:
    """The spans whose best candidate is at least as probable as the threshold, none overlapping: of each text in order.

    `chances` are the probabilities of the candidates of `found`.
    """
    chosen: list[list[Choice]] = [[] for _ in found.block.texts]
    if not len(found):
        return chosen
    top = np.zeros(int(found.spans.max()) + 1)
    np.maximum.at(top, found.spans, chances)
    alive = np.flatnonzero(top[found.spans] >= threshold)
    alive = alive[np.lexsort((found.entities[alive], -chances[alive], found.spans[alive]))]
    spans, numbers, values = found.spans[alive].tolist(), alive.tolist(), chances[alive].tolist()
    firsts, lasts = found.firsts[alive].tolist(), found.lasts[alive].tolist()
    docs, offsets = found.docs[alive].tolist(), found.block.firsts.tolist()
    choices = []
    place, count = 0, len(alive)
    while place < count:
        end = place + 1
        while end < count and spans[end] == spans[place]:
            end += 1
        ranked = _shared(list(zip(numbers[place:end], values[place:end], strict=True)))
        if ranked[0][1] > threshold or (len(ranked) == 1 and ranked[0][1] == threshold):  # of two equals none is meant
            first, last, value = firsts[place], lasts[place], ranked[0][1]
            if last > first and found.candidate(numbers[place]).full:
                value += LONGER * (last - first)
            choices.append((-value, first - last, first, last, docs[place], ranked))
        place = end
    choices.sort()
    taken = bytearray(found.block.size)
    for _, _, first, last, doc, ranked in choices:
        if not any(taken[first : last + 1]):
            taken[first : last + 1] = b"\1" * (last + 1 - first)
            offset = offsets[doc]
            chosen[doc].append(Choice(first - offset, last - offset, ranked))
    for mine in chosen:
        mine.sort(key=FIRST)
    return chosen


FIRST = attrgetter("first")


def _shared(mine: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The candidates of one span: the model knows of rivals, so that only equals and what exceeds one are shared."""
    number, highest = mine[0]
    if len(mine) == 1:
        return mine
    others = mine[1:]
    equal = 1 + sum(highest - chance < EQUAL for _, chance in others)
    best = min(highest, 1 / equal)
    left = sum(min(chance, best) for _, chance in others)
    scale = min(1.0, (1 - best) / left) if left else 1.0
    ranked = [(number, round(best, 6)), *((one, round(min(chance, best) * scale, 6)) for one, chance in others)]
    return [item for place, item in enumerate(ranked[:MOST]) if not place or item[1] >= REACH]
