"""Checks of arguments at the public doors: what isn't wanted is refused in a sentence that names the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isnan
from operator import index as operator_index

from translit.errors import UsageError, what_it_is


def require_text(value: object, what: str) -> None:
    """Refuse what isn't text, in a sentence.

    >>> require_text(None, "the name")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: the name is None; give text (a str), "" where a value is missing
    """
    if isinstance(value, str):
        return
    if value is None or (isinstance(value, float) and isnan(value)):
        raise UsageError(f'{what} is {value}; give text (a str), "" where a value is missing')
    raise UsageError(f"{what} is {what_it_is(value)}; give text (a str)")


def require_list(values: object, what: str) -> None:
    """Refuse one text, or what has no members, where several are wanted.

    >>> require_list("Мінск", "the names")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: the names are a single text; give a list, such as ['Мінск']
    """
    if isinstance(values, str):
        raise UsageError(f"{what} are a single text; give a list, such as [{values!r}]")
    if not isinstance(values, Iterable):
        raise UsageError(f"{what} are {what_it_is(values)}; give a list")


def require_texts(values: Iterable[object], what: str) -> None:
    """Refuse values of which one isn't text, with its number.

    >>> require_texts(["Мінск", 5], "name")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: name 2 is a number; give text (a str)
    """
    for _ in iterate_texts(values, what):
        pass


def iterate_texts(values: Iterable[object], what: str) -> Iterator[str]:
    """The values one by one; one that isn't text is refused with its number when its turn comes.

    >>> list(iterate_texts(["Мінск"], "name"))
    ['Мінск']
    """
    for number, value in enumerate(values, 1):
        if not isinstance(value, str):
            require_text(value, f"{what} {number}")
        yield str(value)


def require_share(value: object, what: str) -> None:
    """Refuse what isn't a number between 0 and 1, neither of them included.

    >>> require_share(1.5, "the prior")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: the prior is 1.5; give a number between 0 and 1, such as 0.5
    """
    if not isinstance(value, (int, float)) or not 0.0 < value < 1.0:
        raise UsageError(f"{what} is {value!r}; give a number between 0 and 1, such as 0.5")


def require_count(value: object, what: str) -> None:
    """Refuse what isn't a whole number from 0.

    >>> require_count(-1, "the limit")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: the limit is -1; give a whole number, 0 or more
    """
    if isinstance(value, bool) or not hasattr(value, "__index__") or operator_index(value) < 0:
        raise UsageError(f"{what} is {value!r}; give a whole number, 0 or more")
