"""Every error translit raises on purpose; each message is one sentence that names the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isnan


class TranslitError(ValueError):
    """Base of every error translit raises.

    >>> issubclass(UnknownScheme, TranslitError)
    True
    """


class UnknownScheme(TranslitError):
    """No rule table has this id."""


class TableError(TranslitError):
    """A rule table can't be used; the message lists its faults."""


class NotReversible(TranslitError):
    """The scheme gives several originals the same spelling."""


class DataError(TranslitError):
    """The user's data can't be read; the message names the file, the row and the column."""


class UsageError(TranslitError):
    """The call itself is wrong: a column, an option or a file that doesn't exist."""


def want_text(value: object, what: str) -> None:
    """Refuse what isn't text, in a sentence.

    >>> want_text(None, "the name")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: the name is None; give text (a str), "" where a value is missing
    """
    if isinstance(value, str):
        return
    if value is None or (isinstance(value, float) and isnan(value)):
        raise UsageError(f'{what} is {value}; give text (a str), "" where a value is missing')
    raise UsageError(f"{what} is of the type {type(value).__name__}; give text (a str)")


def want_list(values: object, what: str) -> None:
    """Refuse one text, or what has no members, where several are wanted.

    >>> want_list("Мінск", "the names")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: the names are a single text; give a list, such as ['Мінск']
    """
    if isinstance(values, str):
        raise UsageError(f"{what} are a single text; give a list, such as [{values!r}]")
    if not isinstance(values, Iterable):
        raise UsageError(f"{what} are of the type {type(values).__name__}; give a list")


def want_texts(values: Iterable[object], what: str) -> None:
    """Refuse values of which one isn't text, with its number.

    >>> want_texts(["Мінск", 5], "name")
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: name 2 is of the type int; give text (a str)
    """
    for _ in only_texts(values, what):
        pass


def only_texts(values: Iterable[object], what: str) -> Iterator[str]:
    """The values one by one; one that isn't text is refused with its number when its turn comes.

    >>> list(only_texts(["Мінск"], "name"))
    ['Мінск']
    """
    for number, value in enumerate(values, 1):
        if not isinstance(value, str):
            want_text(value, f"{what} {number}")
        yield str(value)


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """A clause that suggests the closest known words, or nothing.

    >>> did_you_mean("be-lacinca", ["be-lacinka", "ru-iso-9-1995"])
    '; did you mean be-lacinka?'
    """
    from difflib import get_close_matches

    words = list(known)
    close = get_close_matches(wanted, words, n=3, cutoff=0.6) or get_close_matches(
        wanted.lower(), words, n=3, cutoff=0.6
    )
    return f"; did you mean {' or '.join(close)}?" if close else ""
