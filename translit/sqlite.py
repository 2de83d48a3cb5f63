"""Names in SQLite: `register` gives a connection (of sqlite3 or apsw) the SQL functions below.

    translit(text, scheme)           the text written by a scheme
    translit_keys(name)              blocking keys, a JSON array: spellings of one name share at least one
    translit_link_keys(name)         keys of two words each: fewer pairs to compare in large joins
    translit_compare(a, b [, kind])  the probability that two names are one
    translit_resolve(name)           {"id": …, "name": …, "probability": …}, JSON text; `->> 'id'` takes a part

NULL in gives NULL out; equal arguments are worked once. An apsw connection (the extra `sqlite`) also gets the FTS5
tokenizer `translit`, with which any spelling of a word finds any other:

    CREATE VIRTUAL TABLE people USING fts5(name, tokenize = 'translit')

Where a function fails, sqlite3 says only "user-defined function raised exception"; apsw hands the sentence on, and
`sqlite3.enable_callback_tracebacks(True)` prints it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import Any

from translit.adapters import columns
from translit.adapters.columns import LEAST
from translit.errors import UsageError

REMEMBERED = 1 << 16
LONGEST_WORD = 100  # letters by which a word is indexed; what is longer is no name

__all__ = ["register"]


def register(connection: Any, resolver: Any = None, least: float = LEAST) -> None:
    """Give a SQLite connection the functions of translit, and an apsw one the FTS5 tokenizer too.

    `resolver` is a Resolver, the path of a saved one, or nothing for the entities that come with translit; a name
    whose best entity is less probable than `least` gives NULL. Raises UsageError for anything but a connection.

    >>> import sqlite3
    >>> connection = sqlite3.connect(":memory:")
    >>> register(connection)
    >>> connection.execute("SELECT translit('Мінск', 'be-lacinka'), translit(NULL, 'be-lacinka')").fetchone()
    ('Minsk', None)
    """
    is_apsw = hasattr(connection, "create_scalar_function")
    if not is_apsw and not hasattr(connection, "create_function"):
        raise UsageError(f"{type(connection).__name__} is no connection of sqlite3 or apsw; give one of those")
    for name, count, work in (
        ("translit", 2, _written),
        ("translit_keys", 1, _keys),
        ("translit_link_keys", 1, _link_keys),
        ("translit_compare", 2, _compared),
        ("translit_compare", 3, _compared),
        ("translit_resolve", 1, _resolved(resolver, least)),
    ):
        checked = _unless_null(name, work)
        if is_apsw:
            connection.create_scalar_function(name, checked, count, deterministic=True)
        else:
            connection.create_function(name, count, checked, deterministic=True)
    if is_apsw:
        from apsw.fts5 import StringTokenizer

        connection.register_fts5_tokenizer("translit", StringTokenizer(_tokenizer))


def _unless_null(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """The function with a memory, that gives NULL for NULL and refuses anything but text."""
    remembered = lru_cache(REMEMBERED)(work)

    @wraps(work)
    def checked(*values: Any) -> Any:
        if None in values:
            return None
        for value in values:
            if not isinstance(value, str):
                raise UsageError(f"{name} got {value!r:.40}, which isn't text; give it CAST(… AS TEXT)")
        return remembered(*values)

    return checked


def _written(text: str, scheme: str) -> str:
    from translit.writing.registry import transliterate

    return transliterate(text, scheme)


def _keys(name: str) -> str:
    return json.dumps(columns.key_lists([name])[0], ensure_ascii=False)


def _link_keys(name: str) -> str:
    return json.dumps(columns.key_lists([name], "links")[0], ensure_ascii=False)


def _compared(a: str, b: str, kind: str = "person") -> float | None:
    return columns.probabilities([a], [b], kind)[0]


def _resolved(resolver: Any, least: float) -> Callable[[str], str | None]:
    def resolved(name: str) -> str | None:
        finder = columns.resolver_of(resolver)  # opened at the first call: most queries don't ask for it
        found = columns.found([name], finder, least)[0]
        answer = {"id": found.entity_id, "name": found.entity_name, "probability": found.probability}
        return json.dumps(answer, ensure_ascii=False) if found.entity_id is not None else None

    return resolved


def _tokenizer(_connection: Any, arguments: list[str]) -> Callable[[str, int, str | None], Iterator[tuple[Any, ...]]]:
    """Makes an FTS5 tokenizer: each word stands for its blocking keys, as synonyms of one another.

    Raises UsageError for arguments; there are none.
    """
    import regex

    if arguments:
        raise UsageError(f"the tokenizer translit takes no arguments, not {' '.join(arguments)!r}; leave them out")
    word = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’ʼ`´][\p{L}\p{M}]+)*")

    def tokens(text: str, _flags: int, _locale: str | None) -> Iterator[tuple[Any, ...]]:
        for match in word.finditer(text):
            yield match.start(), match.end(), *_terms(match[0])

    return tokens


@lru_cache(REMEMBERED)
def _terms(word: str) -> tuple[str, ...]:
    """What one word is indexed and looked up under: its keys and the sets of equivalent given names; else itself."""
    from translit.matching.persons.lexicon.given_names import given_names
    from translit.matching.phonetics.fold import cleaned, fold
    from translit.matching.phonetics.pivots import keys

    folded = fold(cleaned(word[:LONGEST_WORD]))
    if not folded:
        return (word.lower(),)
    given = given_names()
    return *keys(folded), *(f"={given.keys[number]}" for number in given.sets(folded))
