"""Phrases of words: the index of all words says which documents may have one, and their texts whether they do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import numpy as np
import regex

from translit.corpus.rank import Ranked
from translit.corpus.tokens import cut, words_of
from translit.errors import UsageError

MOST = 20_000  # texts that are read for one phrase


def find_phrase(connection: sqlite3.Connection, phrase: str, texts: Callable[[int], str]) -> Ranked:
    """The documents that have the words of a phrase one after another, in whatever case of letters.

    Raises UsageError for a phrase without a word, and one whose words are in too many documents to read them all.
    """
    words = words_of(phrase)
    if not words:
        raise UsageError(f'the phrase "{phrase}" has no word; give one or more')
    match = " AND ".join(f'"{opening}"' for opening in dict.fromkeys(map(cut, words)))
    rows = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ? AND rowid NOT IN (SELECT number FROM removed) LIMIT ?",
        (match, MOST + 1),
    ).fetchall()
    if len(rows) > MOST:
        raise UsageError(f'the words of "{phrase}" are in more than {MOST} documents; add a rarer word')
    counts = {number: len(phrase_spans(phrase, texts(number))) for (number,) in rows}
    numbers = np.array(sorted(number for number, count in counts.items() if count), dtype=np.int64)
    found = np.array([counts[number] for number in numbers.tolist()], dtype=np.int64)
    return Ranked(numbers, 1 + 0.05 * np.log1p(found), np.ones(len(numbers)), found)


def phrase_spans(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where the words of a phrase stand one after another.

    >>> phrase_spans("верховный суд", "Верховный  суд; верховный-суд")
    [(0, 14), (16, 29)]
    """
    pattern = r"[^\p{L}\p{N}]+".join(map(regex.escape, words_of(phrase)))
    found = regex.finditer(rf"(?<![\p{{L}}\p{{N}}])(?:{pattern})(?![\p{{L}}\p{{N}}\p{{M}}])", text, regex.IGNORECASE)
    return [match.span() for match in found]
