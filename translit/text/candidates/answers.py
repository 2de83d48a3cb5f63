"""What is asked of each of many things that are numbered as they are met, such as words: each is asked once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import numpy as np

from translit.arrays import Bools, Int16s, Int64s

Thing = TypeVar("Thing")


class Answers(Generic[Thing]):
    """The answers for things of a list that grows.

    What asks is a function of a module, since its answers are kept, and asks only what never changes of a thing.

    >>> answers = Answers(["Minsk", "of"])
    >>> answers.told(np.array([1, 0, 1]), str.islower).tolist()
    [True, False, True]
    """

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = things
        self._known: dict[Callable[..., Any], Int16s] = {}  # of each thing the answer, and -1 where it wasn't asked

    def told(self, numbers: Int64s, test: Callable[[Thing], bool]) -> Bools:
        """Whether a test holds of each of some things, by their numbers."""
        return np.asarray(self._asked(numbers, test, lambda things: list(map(test, things))) > 0)

    def said(self, numbers: Int64s, ask: Callable[[Sequence[Thing]], Sequence[int]]) -> Int16s:
        """What is said of each of some things, by their numbers: no negative number."""
        return self._asked(numbers, ask, ask)

    def _asked(
        self, numbers: Int64s, name: Callable[..., Any], ask: Callable[[Sequence[Thing]], Sequence[int]]
    ) -> Int16s:
        known = self._known.get(name)
        if known is None or len(known) < len(self._things):
            more = np.full(2 * len(self._things), -1, dtype=np.int16)
            if known is not None:
                more[: len(known)] = known
            known = self._known[name] = more
        found = known[numbers]
        new = np.unique(numbers[found < 0])
        if len(new):
            known[new] = ask([self._things[number] for number in new.tolist()])
            found = known[numbers]
        return found
