"""A rule table as written in a TOML file: loaded, joined with its base, not yet checked or compiled.

Sections of a file (docs/tables.md tells the whole story):

- `[scheme]` id, title, authority, year, language, from, to, reversible, status, source, notes;
  `base` and `inherit` to state only what differs from another table; `via` to apply another table first;
  `back` the table by which its authority goes back to the original; `aliases`; `stress` (keep or drop);
  `capitals` (first, whole or tied).
- `[alphabet]` input, output (letters and signs, small), `never` (sequences the orthography doesn't write).
- `[spelling]` what people type → the letter meant. `[capitals]` small → capital where Unicode has another.
- `[classes]` name = "letters". `[letters]` letter = "output".
- `[[rules]]` why, map, and optionally `after` (what stands before the letter) and `before` (what follows).
- `[examples]` source = "expected": the table's own tests.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from translit.errors import TableError
from translit.writing.characters import APOSTROPHE, nfc
from translit.writing.table_schema import faults

SECTIONS = {"scheme", "alphabet", "spelling", "capitals", "classes", "letters", "rules", "examples"}
INHERITED = ("alphabet", "spelling", "capitals", "classes", "letters", "rules")
Patterns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One source in one context: `source` becomes `output` after and before these patterns.

    An empty tuple of patterns holds anywhere.
    """

    source: str
    output: str
    after: Patterns
    before: Patterns
    why: str

    def __str__(self) -> str:
        after = f"after {' | '.join(self.after)} " if self.after else ""
        before = f"before {' | '.join(self.before)} " if self.before else ""
        return f"{self.source} → {self.output or '∅'} {after}{before}".rstrip()


@dataclass(frozen=True)
class Table:
    """The contents of one table file, its base's included."""

    id: str
    head: Mapping[str, Any]
    input: frozenset[str]
    output: frozenset[str]
    never: tuple[str, ...]
    spelling: Mapping[str, str]
    capitals: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    letters: Mapping[str, str]
    rules: tuple[Rule, ...]
    examples: Mapping[str, str]
    path: Path
    unknown: tuple[str, ...] = field(default=())  # sections and keys nobody reads


def load(path: Path, find: Callable[[str], Path]) -> Table:
    """Read one table file; `find` gives the path of a base table by its id.

    Raises TableError, with file and line, if the file isn't TOML or a section has the wrong form.
    """
    return _table(path, _joined(path, find, ()))


@cache
def _read(path: Path) -> dict[str, Any]:
    return read_form(path, faults)


def read_form(path: Path, faults_of: Callable[[dict[str, Any]], Iterable[str]]) -> dict[str, Any]:
    """What a table's file says; `faults_of` names what its form lacks, each a sentence.

    Raises TableError, with the file and all faults, if it can't be used.
    """
    try:
        raw = tomllib.loads(nfc(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise TableError(f"{path}: can't be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: isn't UTF-8 at byte {error.start}; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:  # of TOML; of a number that is too large; of nested brackets
        raise TableError(f"{path}: isn't TOML: {error}") from error
    wrong = list(faults_of(raw))
    if wrong:
        raise TableError(f"{path}: {'; '.join(wrong)}")
    return raw


def _joined(path: Path, find: Callable[[str], Path], seen: tuple[str, ...]) -> dict[str, Any]:
    """The sections of a file over those of its base."""
    own = dict(_read(path))
    head = own["scheme"]
    base = head.get("base")
    if base is None:
        return own
    if base in seen:
        raise TableError(f"{path}: the bases {' → '.join((*seen, base))} lead in a circle; remove one")
    below = _joined(find(base), find, (*seen, head["id"]))
    if "input" in own.get("alphabet", {}):
        below = _within_alphabet(below, set(own["alphabet"]["input"]))
    for section in head.get("inherit", INHERITED):
        if section == "rules":
            own["rules"] = [*own.get("rules", ()), {"inherited": True, "rules": below.get("rules", ())}]
        else:
            own[section] = {**below.get(section, {}), **own.get(section, {})}
    inherited = {key: below["scheme"][key] for key in ("stress", "capitals", "from", "to") if key in below["scheme"]}
    own["scheme"] = {**inherited, **head}
    return own


def _within_alphabet(below: dict[str, Any], letters: set[str]) -> dict[str, Any]:
    """The base's sections without the lines for letters that the table's own alphabet doesn't have.

    So a Belarusian table can build on a Russian one without reading щ or ъ.
    """

    def kept(lines: Mapping[str, str]) -> dict[str, str]:
        return {source: output for source, output in lines.items() if set(source) <= letters}

    def kept_rules(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            {**entry, "rules": kept_rules(entry["rules"])}
            if entry.get("inherited")
            else {**entry, "map": kept(entry["map"])}
            for entry in entries
        ]

    return {**below, "letters": kept(below.get("letters", {})), "rules": kept_rules(below.get("rules", ()))}


def _table(path: Path, raw: dict[str, Any]) -> Table:
    head: dict[str, Any] = raw["scheme"]
    alphabet = raw.get("alphabet", {})
    return Table(
        id=head["id"],
        head=head,
        input=frozenset(alphabet.get("input", "").replace(" ", "")),
        output=frozenset(alphabet.get("output", "").replace(" ", "")),
        never=tuple(alphabet.get("never", ())),
        spelling=dict(raw.get("spelling", {})),
        capitals=dict(raw.get("capitals", {})),
        classes={name: frozenset(letters) for name, letters in raw.get("classes", {}).items()},
        letters=dict(raw.get("letters", {})),
        rules=_rules(raw.get("rules", ()), path),
        examples=dict(raw.get("examples", {})),
        path=path,
        unknown=tuple(f"[{name}]" for name in raw if name not in SECTIONS),
    )


def _rules(entries: Any, path: Path) -> tuple[Rule, ...]:
    """The rules in the order of the file; an own rule replaces the base's of the same source and context."""
    own: dict[tuple[str, Patterns, Patterns], Rule] = {}
    for entry in entries:
        if entry.get("inherited"):
            for rule in _rules(entry["rules"], path):
                own.setdefault((rule.source, rule.after, rule.before), rule)
            continue
        after, before = _patterns(entry.get("after", ())), _patterns(entry.get("before", ()))
        for source, output in entry["map"].items():
            rule = Rule(source, output, after, before, entry.get("why", ""))
            key = (source, after, before)
            if key in own:
                raise TableError(f"{path}: the rule {rule} stands twice; remove one")
            own[key] = rule
    return tuple(own.values())


def _patterns(value: str | list[str] | tuple[()]) -> Patterns:
    return (value,) if isinstance(value, str) else tuple(value)


def has_apostrophe(table: Table) -> bool:
    """Whether the table reads an apostrophe as a letter (U+2019 in its alphabet)."""
    return APOSTROPHE in table.input
