"""Functions that work on many values at once and remember what they found.

Most of what is said of a word is said by text methods and patterns, and these run many times faster over one long
text than over thousands of short ones. So such a function is written for a list of values; each value is worked
once, with all others that weren't met before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import update_wrapper
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
MOST = 1 << 17  # values that a function remembers; then it forgets all
MOST_LETTERS = 1 << 22  # of all texts it was asked about together: a few long ones fill memory as many short ones do


class Memoized(Generic[Key, Value]):
    """A function of one value, or with `many` of a list of values, that remembers its answers.

    It is written for a list, and is called with one value; its docstring tells of that call.

    >>> @memoized
    ... def lengths(words):
    ...     print("worked:", *words)
    ...     return [len(word) for word in words]
    >>> lengths.many(["a", "bc", "a"])
    worked: a bc
    [1, 2, 1]
    >>> lengths("bc")
    2
    """

    def __init__(self, work: Callable[[Sequence[Key]], Sequence[Value]]) -> None:
        self._work = work
        self._found: dict[Key, Value] = {}
        self._letters = 0
        update_wrapper(self, work)

    def __reduce__(self) -> str:
        """By name, as functions are pickled and copied, so that there is one of each."""
        return str(self._work.__qualname__)

    def __call__(self, key: Key) -> Value:
        """The answer for one value."""
        found = self._found
        if key in found:
            return found[key]
        (value,) = self._work((key,))
        found[key] = value
        self._count(len(key) if isinstance(key, str) else 1)
        return value

    def uncached(self, keys: Sequence[Key]) -> Sequence[Value]:
        """The answers for values that are asked for once: looked up nowhere, and not remembered."""
        return self._work(keys)

    def many(self, keys: Iterable[Key]) -> list[Value]:
        """The answers for these values, in their order."""
        keys = list(keys)
        found = self._found  # another thread may start anew; what this one has met stays
        try:
            return list(map(found.__getitem__, keys))
        except KeyError:
            missing = [key for key in dict.fromkeys(keys) if key not in found]
        found.update(zip(missing, self._work(missing), strict=True))
        texts = missing and isinstance(missing[0], str)
        self._count(sum(map(len, missing)) if texts else len(missing))  # type: ignore[arg-type]
        return list(map(found.__getitem__, keys))

    def _count(self, letters: int) -> None:
        """Forget all, if with new values of so many letters they have become too many."""
        self._letters += letters
        if len(self._found) > MOST or self._letters > MOST_LETTERS:
            self._found, self._letters = {}, 0


class Remembered(dict[Key, Value]):
    """Value → what a function says of it, worked out when it is first asked for; of too many all are forgotten.

    >>> lengths = Remembered(len)
    >>> lengths["abc"], lengths["abc"], len(lengths)
    (3, 3, 1)
    """

    def __init__(self, work: Callable[[Key], Value]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: Key) -> Value:
        if len(self) >= MOST:
            self.clear()
        found = self[key] = self._work(key)
        return found


def memoized(work: Callable[[Sequence[Key]], Sequence[Value]]) -> Memoized[Key, Value]:
    """Make of a function of a list, which answers with a list as long, one that remembers: see `Memoized`."""
    return Memoized(work)
