"""The form of a table of inflection, before its contents: which keys there are and what kind of value each has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from translit.text.inflection.grammar import Case, NameKind

TEXT = (
    *("id", "title", "language", "script", "authority", "source", "licence"),
    *("notes", "cases", "base", "via", "inflected", "adapted", "joined"),
)
REQUIRED = ("id", "title", "language", "script", "authority", "year", "source", "licence")
KEYS = {
    "paradigms": ("id", "kinds", "gender", "after", "endings", "plural", "weight", "example"),
    "words": ("kinds", "gender", "forms", "plural"),
    "derivations": ("id", "kinds", "base", "after", "forms", "weight", "example"),
}
LINES = ("demonyms", "adjectives", "examples")  # sections of "text" = "text", beside those whose names are capitals
SECTIONS = {"inflection", "classes", "alternations", "weights", *LINES, *KEYS}
CODES = {case.value: case for case in Case}
KINDS = {kind.name.lower(): kind for kind in NameKind if kind.name}


def form_faults(raw: Mapping[str, Any]) -> Iterator[str]:
    """Every fault of form in a parsed file, as sentences.

    >>> list(form_faults({"inflection": {"id": 3}, "paradigm": []}))
    ['[inflection] id must be text', "the section 'paradigm' is read by nothing; correct its name or remove it"]
    """
    head = raw.get("inflection")
    if not isinstance(head, Mapping):
        yield "[inflection] is missing; every table of inflection starts with it"
        return
    yield from (f"[inflection] {key} must be text" for key in TEXT if not isinstance(head.get(key, ""), str))
    for key in sorted(set(head) - {*TEXT, "year"}):
        yield f"[inflection] has the key {key!r}, which nothing reads; remove it or put it into notes"
    for section in sorted(set(raw) - SECTIONS):
        yield f"the section {section!r} is read by nothing; correct its name or remove it"
    yield from (
        f"[inflection] {key} has {pair!r}; write pairs such as as>-, separated by blanks"
        for key in ("adapted", "joined")
        for pair in str(head.get(key, "")).split()
        if pair.count(">") != 1 or pair.startswith(">")
    )
    for case in str(head.get("cases", "")).split():
        if case not in CODES:
            yield f"[inflection] cases has {case!r}; use {', '.join(CODES)}"
    for name in ("classes", "alternations", *LINES):
        yield from _lines(name, raw.get(name, {}))
    for case, weight in raw.get("weights", {}).items():
        if case not in CODES or not isinstance(weight, int | float) or not 0 < weight <= 1:
            yield f"[weights] {case} = {weight!r}: write a case and a share above 0 and at most 1"
    for name, keys in KEYS.items():
        rows = raw.get(name, [])
        if not isinstance(rows, list):
            yield f"{name} must be blocks that begin with [[{name}]] in double brackets"
            continue
        for number, row in enumerate(rows, 1):
            yield from _row(f"[[{name}]] {row.get('id', f'number {number}')}", row, keys, head)


def _lines(name: str, section: object) -> Iterator[str]:
    if not isinstance(section, Mapping):
        yield f'{name} must be a section of lines name = "text"'
        return
    for key, value in section.items():
        if not isinstance(value, str):
            yield f"[{name}] {key} must be text"
        elif name not in LINES and not key.isupper():
            yield f"[{name}] {key} must be named in capitals, to be told from letters"
        elif name == "alternations" and any(part.count(">") != 1 for part in value.split()):
            yield f"[alternations] {key} is {value!r}; write pairs such as к>ц, separated by blanks"


def _row(where: str, row: Mapping[str, Any], keys: tuple[str, ...], head: Mapping[str, Any]) -> Iterator[str]:
    for key, value in row.items():
        if key not in keys:
            yield f"{where} has the key {key!r}, which nothing reads; use {', '.join(keys)}"
        elif key == "weight":
            if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
                yield f"{where} weight must be a number above 0"
        elif not isinstance(value, str):
            yield f"{where} {key} must be text"
    for kind in str(row.get("kinds", "")).split():
        if kind not in KINDS:
            yield f"{where} kinds has {kind!r}; use {', '.join(KINDS)}"
    if not str(row.get("kinds", "")).split():
        yield f"{where} has no kinds; use {', '.join(KINDS)}"
    if set(str(row.get("gender", ""))) - set("mfn"):
        yield f"{where} gender is {row['gender']!r}; use letters of m, f and n"
    cases = str(head.get("cases", "")).split()
    for key in ("endings", "plural", "forms"):
        if key not in row or (key == "forms" and "base" in keys):
            continue
        count = len(str(row[key]).split())
        if count != len(cases):
            yield f"{where} {key} has {count} endings for {len(cases)} cases ({' '.join(cases)}); give one for each"
