"""Searching a corpus: a query's tree evaluated part by part, then filtered and put in order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np

from translit.arrays import Int64s
from translit.corpus.annotations import entity_documents
from translit.corpus.asked import Lookup
from translit.corpus.documents import Hit, Snippet, checked_date
from translit.corpus.equivalents import units_of
from translit.corpus.highlights import passage, places_in, snippets
from translit.corpus.phrases import find_phrase, phrase_spans
from translit.corpus.query_language import All, EntityNamed, Name, Node, Not, Phrase, Some, parse_query
from translit.corpus.rank import Mentions, Ranked, mentions_of, ranked
from translit.errors import DataError, UsageError, did_you_mean

LIKELY = 0.5  # probability from which NOT leaves a document out
SHOWN = 20  # sources or languages that a message names

Texts = Callable[[int], str]
Show = Callable[[int, str], list[Snippet]]


@dataclass(frozen=True)
class Filter:
    """Which documents are wanted at all; dates as YYYY, YYYY-MM or YYYY-MM-DD, `until` included.

    Raises UsageError for a date that isn't in the calendar, and for dates of which the first is the later one.
    """

    source: str = ""
    language: str = ""
    since: str = ""
    until: str = ""

    def __post_init__(self) -> None:
        try:
            checked_date(self.since, "since")
            checked_date(self.until, "until")
        except DataError as error:
            raise UsageError(str(error)) from None
        if self.since and self.until and self.since > f"{self.until}~":
            raise UsageError(f"since {self.since} is after until {self.until}, and no date is both; exchange them")

    def numbers(self, connection: sqlite3.Connection) -> Int64s | None:
        """The documents that pass, None if all do."""
        clauses, values = [], []
        for clause, value in (
            ("source = ?", self.source), ("language = ?", self.language), ("date >= ?", self.since),
            ("date <> '' AND date < ?", self.until and self.until + "~"),
        ):  # fmt: skip
            if value:
                clauses.append(clause)
                values.append(value)
        if not clauses:
            return None
        rows = connection.execute(f"SELECT number FROM documents WHERE {' AND '.join(clauses)}", values)
        found = np.array(sorted(number for (number,) in rows), dtype=np.int64)
        if not len(found):
            self._require_known(connection)
        return found

    def _require_known(self, connection: sqlite3.Connection) -> None:
        """Refuse a source or a language that no document has.

        Raises UsageError.
        """
        for column, wanted in (("source", self.source), ("language", self.language)):
            if wanted:
                rows = connection.execute(f"SELECT DISTINCT {column} FROM documents WHERE {column} <> '' ORDER BY 1")
                there = [value for (value,) in rows]
                if wanted not in there:
                    others = f"; it has {', '.join(there[:SHOWN])}" if there else f"; no document says its {column}"
                    close = did_you_mean(wanted, there) or others + (" …" if len(there) > SHOWN else "")
                    raise UsageError(f"the corpus has no document of the {column} {wanted!r}{close}")


@dataclass(frozen=True)
class Found:
    """The documents that a part of a query finds, and for each part of it how to show why."""

    ranked: Ranked
    show: tuple[Show, ...] = ()


def search(lookup: Lookup, query: str, limit: int, wanted: Filter, texts: Texts) -> list[Hit]:
    """The documents that a query finds, best first.

    Raises UsageError for a query that can't be read, and for a source or language that no document has.
    """
    lookup.begin()
    connection = lookup.connection
    found = evaluate(lookup, parse_query(query), texts)
    result = found.ranked
    passing = wanted.numbers(connection)
    keep = np.ones(len(result.numbers), dtype=np.bool_)
    if passing is not None:
        keep &= np.isin(result.numbers, passing)
    gone = np.array([number for (number,) in connection.execute("SELECT number FROM removed")], dtype=np.int64)
    if len(gone):
        keep &= ~np.isin(result.numbers, gone)
    order = np.flatnonzero(keep)
    order = order[np.lexsort((result.numbers[order], -result.scores[order]))][:limit]
    return _hits(connection, found, order.tolist(), texts)


def _hits(connection: sqlite3.Connection, found: Found, places: list[int], texts: Texts) -> list[Hit]:
    numbers = found.ranked.numbers[places].tolist()
    rows = connection.execute(
        "SELECT d.id, d.title, d.source, d.date, d.language, d.url FROM json_each(?) j"
        " CROSS JOIN documents d ON d.number = j.value ORDER BY j.key",
        (json.dumps(numbers),),
    ).fetchall()
    scores, chances = found.ranked.scores[places].tolist(), found.ranked.probabilities[places].tolist()
    return [
        Hit(name, score, chance, title, source, date, language, url, count, partial(_shown, found.show, number, texts))
        for number, (name, title, source, date, language, url), score, chance, count in zip(
            numbers, rows, scores, chances, found.ranked.counts[places].tolist(), strict=True
        )
    ]


def _shown(shows: tuple[Show, ...], number: int, texts: Texts) -> list[Snippet]:
    text = texts(number)
    rows = [show(number, text) for show in shows]
    return [row[place] for place in range(max(map(len, rows), default=0)) for row in rows if place < len(row)]


def evaluate(lookup: Lookup, node: Node, texts: Texts) -> Found:
    """The documents that a part of a query finds."""
    if isinstance(node, Name):
        return _named(lookup, node.text)
    if isinstance(node, Phrase):
        result = find_phrase(lookup.connection, node.text, texts)
        return Found(result, (partial(_phrase_shown, node.text),))
    if isinstance(node, EntityNamed):
        found_there, show = entity_documents(lookup.connection, node.id)
        return Found(found_there, (show,))
    if isinstance(node, Some):
        found = [evaluate(lookup, part, texts) for part in node.parts]
        return Found(reduce(_either, [one.ranked for one in found]), sum((one.show for one in found), ()))
    parts = node.parts if isinstance(node, All) else (node,)
    wanted = [evaluate(lookup, part, texts) for part in parts if not isinstance(part, Not)]
    result = reduce(_both, [one.ranked for one in wanted])
    for part in parts:
        if isinstance(part, Not):
            other = evaluate(lookup, part.inner, texts).ranked
            result = _without(result, other.numbers[other.probabilities >= LIKELY])
    return Found(result, sum((one.show for one in wanted), ()))


def _named(lookup: Lookup, name: str) -> Found:
    units = units_of(name)
    mentions = mentions_of(units, [lookup.spots(unit) for unit in units], lookup.documents)
    return Found(ranked(mentions), (partial(_name_shown, mentions, name),))


def _name_shown(mentions: Mentions, name: str, number: int, text: str) -> list[Snippet]:
    return snippets(text, places_in(mentions, number), f"a spelling of {name}")


def _phrase_shown(phrase: str, number: int, text: str) -> list[Snippet]:
    return [passage(text, start, end, 1.0, "the words themselves") for start, end in phrase_spans(phrase, text)[:1]]


def _taken(one: Ranked, places: Int64s) -> Ranked:
    return Ranked(one.numbers[places], one.scores[places], one.probabilities[places], one.counts[places])


def _without(one: Ranked, numbers: Int64s) -> Ranked:
    return _taken(one, np.flatnonzero(~np.isin(one.numbers, numbers)))


def _both(one: Ranked, other: Ranked) -> Ranked:
    _, left, right = np.intersect1d(one.numbers, other.numbers, assume_unique=True, return_indices=True)
    a, b = _taken(one, left), _taken(other, right)
    return Ranked(a.numbers, a.scores + b.scores, a.probabilities * b.probabilities, a.counts + b.counts)


def _either(one: Ranked, other: Ranked) -> Ranked:
    both = _both(one, other)
    a, b = _without(one, both.numbers), _without(other, both.numbers)
    missing = np.ones(len(both.numbers))
    for each in (one, other):
        missing *= 1 - each.probabilities[np.isin(each.numbers, both.numbers)]
    both = Ranked(both.numbers, both.scores, 1 - missing, both.counts)
    every = [np.concatenate(columns) for columns in zip(*(vars(part).values() for part in (both, a, b)), strict=True)]
    order = np.argsort(every[0])
    return Ranked(*(column[order] for column in every))
