"""Values of cells as text, and the type of a column."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from enum import Enum
from typing import Any, Self

from translit.patterns import plain_pattern

_HALVES = plain_pattern("[\ud800-\udfff]")


class Missing(Enum):
    """What stands where an object of a JSON file lacks a key that others have."""

    MISSING = "missing"


class ColumnType(Enum):
    """What all values of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


class Written(float):
    """A number that has other digits in its file than a float is written with (1.50, 1E5, .1 to twenty places)."""

    __slots__ = ("text",)

    def __new__(cls, text: str) -> Self:
        """The number and its text."""
        made = super().__new__(cls, text)
        made.text = text
        return made

    text: str


def as_written(text: str) -> float:
    """A fraction of a JSON file, that goes out as it came in.

    >>> as_written("0.25"), as_written("1.50").text
    (0.25, '1.50')
    """
    found = float(text)
    return found if repr(found) == text else Written(text)


_TYPES: dict[type, ColumnType] = {
    **{str: ColumnType.TEXT, int: ColumnType.INTEGER, bool: ColumnType.BOOLEAN},
    **{float: ColumnType.NUMBER, Written: ColumnType.NUMBER},
    **{date: ColumnType.DATE, datetime: ColumnType.DATETIME},
}


def text_of(value: Any) -> str:
    """A value as the text of a CSV cell; nothing is empty, a list or object is JSON.

    >>> [text_of(value) for value in (None, "Мінск", 5.0, True, date(1954, 8, 30), ["a", "b"])]
    ['', 'Мінск', '5', 'true', '1954-08-30', '["a", "b"]']
    """
    if isinstance(value, str):
        return value
    if value is None or value is Missing.MISSING:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Written):
        return value.text
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1 << 53 else repr(value)
    if isinstance(value, datetime):
        midnight = value.tzinfo is None and value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | dict | tuple):
        return as_json(value)
    return str(value)


def as_json(value: Any) -> str:
    r"""A value as JSON, its numbers as they were written and half of a pair of surrogates as an escape.

    >>> as_json({"a": [as_written("1.50"), "Мінск"], "b": "\ud800"})
    '{"a": [1.50, "Мінск"], "b": "\\ud800"}'
    """
    if isinstance(value, Written):
        return value.text
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_json(str(key))}: {as_json(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_json, value))}]"
    text = json.dumps(value, ensure_ascii=False, default=text_of)
    return text if text.isascii() else _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def type_of(values: Iterable[Any]) -> ColumnType:
    """What all values are that are there; text if they are of several types, or none is there.

    >>> type_of([1, 2.5, None]), type_of([1, "a"])
    (<ColumnType.NUMBER: 'number'>, <ColumnType.TEXT: 'text'>)
    """
    return type_of_classes({type(value) for value in values})


def type_of_classes(classes: Iterable[type]) -> ColumnType:
    """The same where only the classes of the values are known."""
    found = {_TYPES.get(each, ColumnType.TEXT) for each in classes if each not in (type(None), Missing)}
    if found == {ColumnType.INTEGER, ColumnType.NUMBER}:
        return ColumnType.NUMBER
    return found.pop() if len(found) == 1 else ColumnType.TEXT
