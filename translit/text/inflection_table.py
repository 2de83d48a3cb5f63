"""A table of inflection as written in `tables/inflection/<id>.toml`, read and checked for its form.

docs/inflection.md says how to write one. Sections:

- `[inflection]` id, title, language, script, authority, year, source, licence, notes; `cases`, the order in which
  paradigms list their endings; `base` and `via`: another table, transliterated by a scheme.
- `[classes]` NAME = letters, or endings separated by blanks. `[alternations]` NAME = "к>ц г>з".
- `[weights]` case = how often a name stands in it.
- `[[paradigms]]` id, kinds, gender, after, endings, plural, weight, example.
- `[[words]]` irregular words: kinds, gender, forms, plural.
- `[[derivations]]` id, kinds, base, after, forms, example: words derived from names.
- `[examples]` form = "base".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translit.errors import TableError
from translit.text.grammar import Case, Gender, NameKind
from translit.writing.characters import nfc

TEXT = ("id", "title", "language", "script", "authority", "source", "licence", "notes", "cases", "base", "via")
REQUIRED = ("id", "title", "language", "script", "authority", "year", "source", "licence")
KEYS = {
    "paradigms": ("id", "kinds", "gender", "after", "endings", "plural", "weight", "example"),
    "words": ("kinds", "gender", "forms", "plural"),
    "derivations": ("id", "kinds", "base", "after", "forms", "weight", "example"),
}
SECTIONS = {"inflection", "classes", "alternations", "weights", "examples", *KEYS}
CODES = {case.value: case for case in Case}
KINDS = {kind.name.lower(): kind for kind in NameKind if kind.name}
NOTHING = "-"  # written for an empty ending
UNIT = 1.0


@dataclass(frozen=True, slots=True)
class Paradigm:
    """How words of one type are inflected: endings by case, the first of the nominative being that of the base."""

    id: str
    kinds: NameKind
    genders: tuple[Gender, ...]
    after: tuple[str, ...]  # where the stem ends, as written: class names in capitals, letters, `!` for not
    singular: Mapping[Case, tuple[str, ...]]
    plural: Mapping[Case, tuple[str, ...]]
    weight: float = UNIT
    example: tuple[str, ...] = ()
    word: str = ""  # an irregular word: the paradigm is of this one only

    @property
    def base(self) -> str:
        """The ending of the base form."""
        return next(iter((self.singular or self.plural).values()))[0]


@dataclass(frozen=True, slots=True)
class Derivation:
    """Words derived from a name, in all their forms: adjectives, possessives, inhabitants."""

    id: str
    kinds: NameKind
    base: str
    after: tuple[str, ...]
    forms: tuple[str, ...]
    weight: float = UNIT
    example: tuple[str, ...] = ()


@dataclass(frozen=True)
class InflectionTable:
    """The contents of one file."""

    id: str
    head: Mapping[str, Any]
    path: Path
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alternations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    weights: Mapping[Case, float] = field(default_factory=dict)
    paradigms: tuple[Paradigm, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    examples: Mapping[str, str] = field(default_factory=dict)


def load(path: Path) -> InflectionTable:
    """Read one table of inflection.

    Raises TableError, with the file and all faults of form, if it can't be used.
    """
    try:
        raw = tomllib.loads(nfc(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise TableError(f"{path}: can't be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: isn't UTF-8 at byte {error.start}; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path}: isn't TOML: {error}") from error
    wrong = list(form_faults(raw))
    if wrong:
        raise TableError(f"{path}: {'; '.join(wrong)}")
    return _table(raw, path)


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
    for case in str(head.get("cases", "")).split():
        if case not in CODES:
            yield f"[inflection] cases has {case!r}; use {', '.join(CODES)}"
    for name in ("classes", "alternations", "examples"):
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
        yield f"{name} must be a section of lines name = \"text\""
        return
    for key, value in section.items():
        if not isinstance(value, str):
            yield f"[{name}] {key} must be text"
        elif name != "examples" and not key.isupper():
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


def _table(raw: Mapping[str, Any], path: Path) -> InflectionTable:
    head = raw["inflection"]
    cases = tuple(CODES[case] for case in head.get("cases", "").split())
    paradigms = [_paradigm(row, cases) for row in raw.get("paradigms", ())]
    paradigms += [_irregular(row, cases) for row in raw.get("words", ())]
    return InflectionTable(
        id=head.get("id", ""),
        head=head,
        path=path,
        classes={name: tuple(v.split() if " " in v else v) for name, v in raw.get("classes", {}).items()},
        alternations={
            name: dict(pair.split(">") for pair in pairs.split()) for name, pairs in raw.get("alternations", {}).items()
        },
        weights={CODES[case]: float(weight) for case, weight in raw.get("weights", {}).items()},
        paradigms=tuple(paradigms),
        derivations=tuple(
            Derivation(
                id=row.get("id", ""),
                kinds=kinds_of(row["kinds"]),
                base=_ending(row.get("base", "")),
                after=tuple(row.get("after", "").split()),
                forms=tuple(map(_ending, row.get("forms", "").split())),
                weight=float(row.get("weight", UNIT)),
                example=tuple(row.get("example", "").split()),
            )
            for row in raw.get("derivations", ())
        ),
        examples=dict(raw.get("examples", {})),
    )


def kinds_of(text: str) -> NameKind:
    """Kinds as written in a table, as flags.

    >>> kinds_of("given family")
    <NameKind.GIVEN|FAMILY: 3>
    """
    found = NameKind(0)
    for kind in text.split():
        found |= KINDS[kind]
    return found


def _ending(text: str) -> str:
    return "" if text == NOTHING else text


def _by_case(text: str, cases: tuple[Case, ...]) -> dict[Case, tuple[str, ...]]:
    columns = zip(cases, text.split(), strict=bool(text))
    return {case: tuple(map(_ending, column.split("/"))) for case, column in columns}


def _paradigm(row: Mapping[str, Any], cases: tuple[Case, ...]) -> Paradigm:
    return Paradigm(
        id=row.get("id", ""),
        kinds=kinds_of(row["kinds"]),
        genders=tuple(Gender(letter) for letter in row.get("gender", "mfn")),
        after=tuple(row.get("after", "").split()),
        singular=_by_case(row.get("endings", ""), cases),
        plural=_by_case(row.get("plural", ""), cases),
        weight=float(row.get("weight", UNIT)),
        example=tuple(row.get("example", "").split()),
    )


def _irregular(row: Mapping[str, Any], cases: tuple[Case, ...]) -> Paradigm:
    small = {**row, "endings": row.get("forms", "").lower(), "plural": row.get("plural", "").lower()}
    paradigm = _paradigm({key: value for key, value in small.items() if key != "forms"}, cases)
    word = paradigm.base
    return Paradigm(
        word, paradigm.kinds, paradigm.genders, (), paradigm.singular, paradigm.plural, 50.0, (word,), word
    )
