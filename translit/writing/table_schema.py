"""The form of a table file, before its contents: which keys there are and what kind of value each has.

Checked when a file is read, so that everything behind it can rely on text being text. All faults are told at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

TEXT = (
    "id", "title", "authority", "language", "from", "to", "status", "source", "notes", "edition", "base", "via",
    "back", "stress", "capitals", "kind",
)  # fmt: skip
LISTS = ("aliases", "inherit")
OTHERS = ("year", "reversible")
CHOICES = {"stress": ("keep", "drop"), "kind": ("person", "place", "organization")}
LINES = ("spelling", "capitals", "classes", "letters", "examples")  # sections of "text" = "text"
ALPHABET = ("input", "output", "never")
RULE = ("why", "map", "after", "before")


def faults(raw: Mapping[str, Any]) -> Iterator[str]:
    """Every fault of form in a parsed file, as sentences.

    >>> list(faults({"scheme": {"id": "be-x", "year": "old"}, "letters": {"а": 3}}))
    ['[scheme] year is text; write a whole number', "[letters] 'а' is a whole number; write text"]
    """
    yield from _head(raw.get("scheme"))
    yield from _alphabet(raw.get("alphabet", {}))
    for name in LINES:
        yield from _lines(f"[{name}]", raw.get(name, {}))
    rules = raw.get("rules", [])
    if not isinstance(rules, list):
        yield f"rules is {kind(rules)}; begin each block with [[rules]] in double brackets"
        return
    for number, rule in enumerate(rules, 1):
        yield from _rule(f"[[rules]] number {number}", rule)


def kind(value: object) -> str:
    """What a value is, in a word for people.

    >>> kind("а"), kind(3), kind([1]), kind({})
    ('text', 'a whole number', 'a list', 'a section')
    """
    names = {str: "text", bool: "true or false", int: "a whole number", float: "a number", list: "a list"}
    return "a section" if isinstance(value, Mapping) else names.get(type(value), "a date or time")


def _head(head: object) -> Iterator[str]:
    if not isinstance(head, Mapping) or not isinstance(head.get("id"), str):
        yield "[scheme] with an id is missing; every table starts with it"
        return
    for key, value in head.items():
        if key in TEXT and not isinstance(value, str):
            yield f"[scheme] {key} is {kind(value)}; write text"
        elif key in LISTS and not _is_texts(value):
            yield f"[scheme] {key} must be a list of texts, in brackets"
        elif key == "year" and type(value) is not int:
            yield f"[scheme] year is {kind(value)}; write a whole number"
        elif key == "year" and not 0 < value < 10_000:
            yield "[scheme] year is no year of our era; write it with four digits"
        elif key == "reversible" and not isinstance(value, bool):
            yield f"[scheme] reversible is {kind(value)}; write true or false"
        elif key in CHOICES and value not in CHOICES[key]:
            yield f"[scheme] {key} is {value!r}; use one of {', '.join(CHOICES[key])}"


def _alphabet(section: object) -> Iterator[str]:
    if not isinstance(section, Mapping):
        yield f"[alphabet] is {kind(section)}; make it a section with input and output"
        return
    for key, value in section.items():
        if key not in ALPHABET:
            yield f"[alphabet] has the key {key!r}, which nothing reads; use {', '.join(ALPHABET)}"
        elif key == "never" and not _is_texts(value):
            yield "[alphabet] never must be a list of texts, in brackets"
        elif key != "never" and not isinstance(value, str):
            yield f"[alphabet] {key} is {kind(value)}; write text"


def _lines(where: str, section: object) -> Iterator[str]:
    if not isinstance(section, Mapping):
        yield f'{where} is {kind(section)}; make it a section with lines like "а" = "a"'
        return
    for key, value in section.items():
        if not isinstance(value, str):
            yield f"{where} {key!r} is {kind(value)}; write text"


def _rule(where: str, rule: object) -> Iterator[str]:
    if not isinstance(rule, Mapping):
        yield f"{where} is {kind(rule)}; begin each block with [[rules]] in double brackets"
        return
    for key in rule:
        if key not in RULE:
            yield f"{where} has the key {key!r}, which nothing reads; use {', '.join(RULE)}"
    if not isinstance(rule.get("why", ""), str):
        yield f"{where} has a why that is {kind(rule['why'])}; write text"
    for side in ("after", "before"):
        if not isinstance(rule.get(side, ""), str) and not _is_texts(rule[side]):
            yield f"{where} has {side} that is no context; write text or a list of texts"
    if "map" not in rule:
        yield f'{where} has no map; write map = {{ "а" = "a" }}'
    else:
        yield from _lines(f"{where} map", rule["map"])


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
