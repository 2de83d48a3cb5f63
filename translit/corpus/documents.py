"""What goes into a corpus and what comes out of a search: documents, hits and the passages that show them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from translit.checks import require_text
from translit.errors import DataError, UsageError, what_it_is
from translit.patterns import plain_pattern

_DATE = plain_pattern(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_HALF = plain_pattern("[\ud800-\udfff]")  # a lone surrogate, which no file can hold


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it; `id` is its own in the corpus, and a document with the same id replaces it.

    `date` is YYYY, YYYY-MM or YYYY-MM-DD; `language` a code such as `be`. Raises DataError, naming the document, for an
    id that is empty, a value that isn't text and a date that is none.

    >>> Document("1", "Мінск і Гродна", date="2021-02").date
    '2021-02'
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    date: str = ""
    language: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id:
            raise DataError(f"a document has the id {self.id!r}; give every document a text (a str) of its own as id")
        for name in ("text", "title", "source", "date", "language", "url"):
            value = getattr(self, name)
            if not isinstance(value, str):
                raise DataError(f"document {self.id!r}: its {name} is {what_it_is(value)}; give text")
        half = _HALF.search("\n".join((self.id, self.text, self.title, self.source, self.url)))
        if half:
            raise DataError(f"document {self.id!a} has a character that is only half there; mend the text")
        checked_date(self.date, f"document {self.id!r}")


def checked_date(value: str, what: str) -> str:
    """The date, or DataError if it isn't a day, a month or a year of the calendar.

    >>> checked_date("2021-02-30", "--since")
    Traceback (most recent call last):
        ...
    translit.errors.DataError: --since: '2021-02-30' is no date; write 2021, 2021-02 or 2021-02-28
    """
    if not value:
        return value
    try:
        if not _DATE.fullmatch(value):
            raise ValueError
        datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        raise DataError(f"{what}: {value!r} is no date; write 2021, 2021-02 or 2021-02-28") from None
    return value


def as_document(value: object, number: int) -> Document:
    """A document, or an (id, text) pair made one.

    Raises UsageError, with its number, for anything else.
    """
    if isinstance(value, Document):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 2:
        name, text = value
        require_text(text, f"the text of document {number}")
        return Document(name, text)
    raise UsageError(f"document {number} is neither a Document nor a pair (id, text)")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of a document, and in it what answers the query.

    `text` is the passage; `spelling` the name as it stands there, at `start`:`end` of the document's text and at
    `offset` of the passage; `probability` that it is the name asked for, and `reason` why.
    """

    text: str
    spelling: str
    start: int
    end: int
    offset: int
    probability: float
    reason: str

    def __str__(self) -> str:
        end = self.offset + len(self.spelling)
        return f"{self.text[: self.offset]}[{self.spelling}]{self.text[end:]}"


@dataclass(frozen=True)
class Hit:
    """A document that answers a query: `score` orders the hits, `probability` says how likely the name is meant.

    `snippets` are read from the corpus when they are first asked for.
    """

    document_id: str
    score: float
    probability: float
    title: str = ""
    source: str = ""
    date: str = ""
    language: str = ""
    url: str = ""
    mentions: int = 0
    _read: Callable[[], list[Snippet]] = field(default=list, repr=False, compare=False)
    _snippets: list[list[Snippet]] = field(default_factory=list, repr=False, compare=False)

    @property
    def snippets(self) -> list[Snippet]:
        """The passages with the name, the best first."""
        if not self._snippets:
            self._snippets.append(self._read())
        return self._snippets[0]
