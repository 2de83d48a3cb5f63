"""Who is whom where nobody is meant twice: an assignment with the greatest total gain."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

Gains = Sequence[tuple[int, int]]  # the places that one may get, and the gain from each


def assignment(wanted: Sequence[Gains], room: Sequence[int]) -> list[int | None]:
    """The place that each gets, or None, so that the total gain is the greatest and no place has more than its room.

    Gains are whole numbers, so that equal totals are equal; what would gain less than nothing isn't taken, and of
    equals those that come first are. Each in turn takes the cheapest way to a free place, on which others move on (the
    Hungarian method, on the few places that each wants): the time grows with those who want the same places, not with
    all.

    >>> assignment([[(0, 9), (1, 8)], [(0, 8)]], [1, 1])  # taken one by one, the second would be left without
    [1, 0]
    >>> assignment([[(0, 5)], [(0, 5)], [(0, 7), (1, -2)]], [2, 1])
    [0, None, 0]
    """
    many = len(wanted)  # the first places are for who gets none, with a gain of 0: of equals the last goes there
    costs = [
        [(many - 1 - who, 0), *((many + place, -gain) for place, gain in gains)] for who, gains in enumerate(wanted)
    ]
    found = _Found(costs, [*[1] * many, *room])
    for who in range(many):
        found.add(who)
    return [place - many if place >= many else None for place in found.place_of]


class _Found:
    """The best assignment of those that were added; no cost is below the sum of the prices of its two sides."""

    def __init__(self, costs: list[list[tuple[int, int]]], room: list[int]) -> None:
        self._costs, self._room = costs, room
        self._holders: list[list[int]] = [[] for _ in room]
        self._prices, self._place_prices = [0] * len(costs), [0] * len(room)
        self.place_of = [-1] * len(costs)

    def add(self, newcomer: int) -> None:
        """Give one more a place, by the cheapest way."""
        prices, place_prices = self._prices, self._place_prices
        prices[newcomer] = min(cost - place_prices[place] for place, cost in self._costs[newcomer])
        far: dict[int, int] = {}
        come: dict[int, int] = {}  # who would move to a place
        passed: dict[int, int] = {}  # full places, and how far they are
        heap: list[tuple[int, int, int]] = []
        movers, gone, steps = [newcomer], 0, 0
        while True:
            for who in movers:
                for place, cost in self._costs[who]:
                    distance = gone + cost - prices[who] - place_prices[place]
                    if place not in far or distance < far[place]:
                        far[place], come[place] = distance, who
                        heappush(heap, (distance, steps, place))
            gone, steps, place = heappop(heap)
            while place in passed:
                gone, steps, place = heappop(heap)
            if len(self._holders[place]) < self._room[place]:
                break
            passed[place] = gone
            movers, steps = self._holders[place], steps + 1
        prices[newcomer] += gone
        for full, distance in passed.items():
            place_prices[full] -= gone - distance
            for who in self._holders[full]:
                prices[who] += gone - distance
        self._move(newcomer, place, come)

    def _move(self, newcomer: int, place: int, come: dict[int, int]) -> None:
        """Move all on the way, the last of them to a free place."""
        while True:
            who = come[place]
            before = self.place_of[who]
            self._holders[place].append(who)
            self.place_of[who] = place
            if who == newcomer:
                return
            self._holders[before].remove(who)
            place = before
