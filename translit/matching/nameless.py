"""Texts that hold no name: which side of a comparison is none, and why."""

from __future__ import annotations

from math import log

from translit.matching.explanation import Explanation
from translit.matching.persons.reading.missing import is_missing

LEAST = -log(1e12)  # stands for the logarithm of no odds at all, so that the terms still have a sum; set by hand


def without_name(a: str, b: str, kind: str, nameless: tuple[bool, bool]) -> Explanation:
    """The explanation where a side holds no name.

    >>> without_name("", "123", "person", (True, True)).notes
    ('the first name is empty', "the second name, '123', has no letters")
    """
    sides = zip(("first", "second"), (a, b), nameless, strict=True)
    notes = [f"the {side} name{_reason(text)}" for side, text, none in sides if none]
    return Explanation(a, b, kind, 0.0, (), (), LEAST, (), tuple(notes))


def _reason(text: str) -> str:
    if not text.strip():
        return " is empty"
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    if is_missing(text):
        return f", {shown!r}, is a word for a name that is missing"
    if not any(map(str.isalpha, text)):
        return f", {shown!r}, has no letters"
    return f", {shown!r}, has no word that can be read as a name"
