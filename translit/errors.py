"""Every error translit raises on purpose; each message is one sentence that names the remedy."""

from __future__ import annotations

from collections.abc import Iterable

from translit.patterns import plain_pattern

LONGEST = 500  # characters of a message
HEAD, TAIL = 320, 170  # what is kept of a longer one: where, and what to do
# Signs that change how the text around them is shown, or end its line: no name needs them to be read.
_UNSEEN = plain_pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\U000e0000-\U000e007f]"
)


def counted(number: int, what: str) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(2000, "row")
    ('1 row', '2,000 rows')
    """
    return f"{number:,} {what}{'s' * (number != 1)}"


def visible(text: str) -> str:
    """The text with control characters, and those that turn the direction of writing, as escapes.

    >>> visible("a\\x1b[31mb\\u202ec")
    'a\\\\x1b[31mb\\\\u202ec'
    """
    if not _UNSEEN.search(text):
        return text
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def readable(text: str) -> str:
    """A message on one line, and of a very long one the beginning and the end.

    >>> len(readable("x" * 10_000)), readable("two\\nlines")
    (493, 'two\\\\nlines')
    """
    if len(text) > 4 * LONGEST:  # before the signs are looked at: a message may quote a whole file
        text = text[: 2 * LONGEST] + text[-2 * LONGEST :]
    text = visible(text)
    return text if len(text) <= LONGEST else f"{text[:HEAD]} … {text[-TAIL:]}"


class TranslitError(ValueError):
    """Base of every error translit raises; its message is one line of at most 500 characters.

    >>> issubclass(UnknownScheme, TranslitError)
    True
    """

    def __init__(self, message: str = "") -> None:
        super().__init__(readable(str(message)))


class UnknownScheme(TranslitError):
    """No rule table has this id."""


class TableError(TranslitError):
    """A rule table can't be used; the message lists its faults."""


class NotReversible(TranslitError):
    """The scheme gives several originals the same spelling."""


class DataError(TranslitError):
    """The user's data can't be read; the message names the file, the row and the column."""


class FaultyRecord(DataError):
    """A record of a list that is no entity; whoever reads the list may leave it out."""


class UsageError(TranslitError):
    """The call itself is wrong: a column, an option or a file that doesn't exist."""


def what_it_is(value: object) -> str:
    """What a value is, in words for people who write files and not programs.

    >>> [what_it_is(value) for value in (5, [], None, {1})]
    ['a number', 'a list', 'nothing', 'of the type set']
    """
    said = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", tuple: "a list"}
    said |= {dict: "an object", type(None): "nothing"}
    return said.get(type(value), f"of the type {type(value).__name__}")


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
