"""Values of cells as text, and the type of a column."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from enum import Enum
from typing import Any


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


_TYPES: dict[type, ColumnType] = {
    **{str: ColumnType.TEXT, int: ColumnType.INTEGER, float: ColumnType.NUMBER, bool: ColumnType.BOOLEAN},
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
        return json.dumps(value, ensure_ascii=False, default=text_of)
    return str(value)


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
