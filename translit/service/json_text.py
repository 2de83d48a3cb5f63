"""JSON that others send: read strictly, refused in a sentence."""

from __future__ import annotations

import json
from typing import Any

from translit.service.refusal import Refusal


def read_json(text: str | bytes, what: str) -> Any:
    """The value of a JSON text; `what` names it in the refusal.

    >>> read_json('{"query": "Minsk"}', "queries")
    {'query': 'Minsk'}
    >>> read_json("{", "queries")
    Traceback (most recent call last):
        ...
    translit.service.refusal.Refusal: queries isn't JSON (Expecting property name ... at character 2); send it as JSON
    """
    try:
        return json.loads(text, parse_constant=_constant)
    except json.JSONDecodeError as error:
        fault = error.msg.removesuffix(" enclosed in double quotes")
        raise Refusal(f"{what} isn't JSON ({fault} ... at character {error.pos + 1}); send it as JSON") from None
    except UnicodeDecodeError:
        raise Refusal(f"{what} isn't UTF-8; send JSON in UTF-8") from None
    except (ValueError, RecursionError):
        raise Refusal(f"{what} has a number or a depth that JSON can't carry; send plain JSON") from None


def _constant(name: str) -> float:
    raise ValueError(name)


def read_object(value: Any, what: str) -> dict[str, Any]:
    """The value, if it is an object; else a refusal.

    >>> read_object([], "queries")
    Traceback (most recent call last):
        ...
    translit.service.refusal.Refusal: queries must be a JSON object, not a list
    """
    if not isinstance(value, dict):
        raise Refusal(f"{what} must be a JSON object, not {described(value)}")
    return value


def described(value: Any) -> str:
    """What a JSON value is, for a sentence.

    >>> described(None), described(True), described(1.5)
    ('null', 'a truth value', 'a number')
    """
    names = {dict: "an object", list: "a list", str: "a text", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")


def read_text(value: Any, what: str) -> str:
    """The value, if it is text that a file could hold; else a refusal."""
    if not isinstance(value, str):
        raise Refusal(f"{what} must be a text, not {described(value)}")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Refusal(f"{what} has a character that is only half there (a lone surrogate); send whole ones") from None
    return value


def read_count(value: Any, what: str, default: int, most: int) -> int:
    """A whole number from 1; more than `most` counts as `most`.

    >>> read_count(7.0, "limit", 5, 50), read_count(None, "limit", 5, 50), read_count(900, "limit", 5, 50)
    (7, 5, 50)
    """
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1 or value < 1:
        raise Refusal(f"{what} must be a whole number from 1; {value!r:.40} isn't")
    return int(min(value, most))
