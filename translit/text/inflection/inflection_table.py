"""A table of inflection as written in `tables/inflection/<id>.toml`, read and checked for its form.

docs/inflection.md says how to write one. Sections:

- `[inflection]` id, title, language, script, authority, year, source, licence, notes; `cases`, the order in which
  paradigms list their endings; `base` and `via`: another table, transliterated by a scheme;
  `inflected`: all words of a name, or only the last.
- `[classes]` NAME = letters, or endings separated by blanks. `[alternations]` NAME = "к>ц г>з".
- `[weights]` case = how often a name stands in it.
- `[[paradigms]]` id, kinds, gender, after, endings, plural, weight, example.
- `[[words]]` irregular words: kinds, gender, forms, plural.
- `[[derivations]]` id, kinds, base, after, forms, example: words derived from names.
- `[demonyms]`, `[adjectives]` place = "words for its inhabitants", "its adjective", where no rule derives them.
- `[examples]` form = "base".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translit.text.inflection.grammar import Case, Gender, NameKind
from translit.text.inflection.inflection_schema import CODES, KINDS, form_faults
from translit.writing.table import read_form

NOTHING = "-"  # written for an empty ending
RARE = "|"  # stands before endings that are read but not written
UNIT = 1.0  # the weight of a usual paradigm


@dataclass(frozen=True, slots=True)
class Paradigm:
    """How words of one type are inflected: endings by case, the first of the nominative being that of the base.

    An ending that begins with `RARE` is one that texts may have but that `forms` doesn't write.
    """

    id: str
    kinds: NameKind
    genders: tuple[Gender, ...]
    after: tuple[str, ...]  # where the stem ends, as written: class names in capitals, letters, `!` for not, `~`
    singular: Mapping[Case, tuple[str, ...]]
    plural: Mapping[Case, tuple[str, ...]]
    weight: float = UNIT
    example: tuple[str, ...] = ()
    word: str = ""  # an irregular word: the paradigm is of this one only

    @property
    def base(self) -> str:
        """The ending of the base form."""
        return next(iter((self.singular or self.plural).values()))[0]

    @property
    def undeclined(self) -> bool:
        """Whether all cases are alike."""
        endings = {ending for by_case in (self.singular, self.plural) for some in by_case.values() for ending in some}
        return len(endings) == 1


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


@dataclass(frozen=True, eq=False)  # told apart by identity, so that what is made of one can be remembered
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
    demonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name of a place → its inhabitants
    adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    examples: Mapping[str, str] = field(default_factory=dict)


def load(path: Path) -> InflectionTable:
    """Read one table of inflection.

    Raises TableError, with the file and all faults of form, if it can't be used.
    """
    return _table(read_form(path, form_faults), path)


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
        demonyms={name: tuple(words.split()) for name, words in raw.get("demonyms", {}).items()},
        adjectives={name: tuple(words.split()) for name, words in raw.get("adjectives", {}).items()},
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
    return {case: tuple(_endings(column)) for case, column in columns}


def _endings(column: str) -> Iterator[str]:
    usual, _, rare = column.partition(RARE)
    yield from map(_ending, usual.split("/"))
    yield from (RARE + _ending(ending) for ending in rare.split("/") if rare)


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
    return Paradigm(word, paradigm.kinds, paradigm.genders, (), paradigm.singular, paradigm.plural, 50.0, (word,), word)
