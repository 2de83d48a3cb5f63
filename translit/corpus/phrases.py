"""Phrases of words: the index of all words says which blocks may have one, and their texts whether they do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import regex

from translit.corpus.blocks import documents_of, unpack
from translit.corpus.rank import Ranked
from translit.corpus.tokens import cut, words_of
from translit.errors import UsageError

MOST = 4000  # blocks of texts that are read for one phrase


def find_phrase(connection: sqlite3.Connection, phrase: str, texts: Callable[[int], str]) -> Ranked:
    """The documents that have the words of a phrase one after another, in whatever case of letters.

    Raises UsageError for a phrase without a word, and one whose words are in too many documents to read them all.
    """
    words = words_of(phrase)
    if not words:
        raise UsageError(f'the phrase "{phrase}" has no word; give one or more')
    match = " AND ".join(f'"{opening}"' for opening in dict.fromkeys(map(cut, words)))
    rows = connection.execute("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (match, MOST + 1)).fetchall()
    if len(rows) > MOST:
        raise UsageError(f'the words of "{phrase}" are in too many documents to read them; add a rarer word')
    wanted = _pattern(words)
    counts = {
        number: count
        for number, text in _texts_of(connection, [number for (number,) in rows], texts)
        if (count := sum(1 for _ in wanted.finditer(text)))
    }
    numbers = np.array(sorted(counts), dtype=np.int64)
    found = np.array([counts[number] for number in numbers.tolist()], dtype=np.int64)
    return Ranked(numbers, 1 + 0.05 * np.log1p(found), np.ones(len(numbers)), found)


def _texts_of(
    connection: sqlite3.Connection, blocks: Iterable[int], texts: Callable[[int], str]
) -> Iterator[tuple[int, str]]:
    """The documents of some blocks with their texts; `texts` gives those that the corpus doesn't keep."""
    for block in blocks:
        row = connection.execute("SELECT first, packed FROM blocks WHERE number = ?", (block,)).fetchone()
        if row and row[1] is not None:
            yield from enumerate(unpack(row[1]), row[0])
        else:
            yield from ((number, texts(number)) for number in documents_of(connection, [block]))


def phrase_spans(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where the words of a phrase stand one after another.

    >>> phrase_spans("верховный суд", "Верховный  суд; верховный-суд")
    [(0, 14), (16, 29)]
    """
    return [match.span() for match in _pattern(words_of(phrase)).finditer(text)]


def _pattern(words: Sequence[str]) -> regex.Pattern[str]:
    inside = r"[^\p{L}\p{N}]+".join(map(regex.escape, words))
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{inside})(?![\p{{L}}\p{{N}}\p{{M}}])", regex.IGNORECASE)
