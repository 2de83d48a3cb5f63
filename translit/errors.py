"""Every error translit raises on purpose; each message is one sentence that names the remedy."""

from __future__ import annotations

from collections.abc import Iterable


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


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """A clause that suggests the closest known words, of equally close ones the first, or nothing.

    >>> did_you_mean("be-lacinca", ["be-lacinka", "ru-iso-9-1995"])
    '; did you mean be-lacinka?'
    """
    from difflib import SequenceMatcher

    words = list(dict.fromkeys(known))
    for text in dict.fromkeys((wanted, wanted.lower())):
        likeness = {word: SequenceMatcher(None, word, text).ratio() for word in words}
        close = sorted((word for word in words if likeness[word] >= 0.6), key=lambda word: -likeness[word])[:3]
        if close:
            break
    else:
        return ""
    return f"; did you mean {' or '.join(close)}?"
