"""Which schemes there are: found by file name, read when first used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from translit.checks import require_text
from translit.data import folder
from translit.errors import TableError, UnknownScheme, UsageError, did_you_mean
from translit.notebook import html_table
from translit.writing.scheme import Scheme
from translit.writing.table import Table, load

LIKELIEST = "likeliest"  # as `back`: a few words collide, and the likeliest original is meant
NOT_SCHEMES = ("names", "match", "inflection", "text")  # folders of tables/ that hold other data
FIRST = ("be", "ru", "uk")  # languages whose schemes are suggested first


@dataclass(frozen=True, slots=True)
class SchemeInfo:
    """What a table says of itself, without its rules."""

    id: str
    title: str
    authority: str
    year: int
    language: str
    reversible: bool
    status: str
    source: str
    notes: str
    aliases: tuple[str, ...]
    path: Path
    reads: str = "Cyrl"
    writes: str = "Latn"
    kind: str = ""  # what its names must be of: person, place or organization; any, if empty

    def __repr__(self) -> str:
        return f"<Scheme {self.id}: {self.title} ({self.authority}, {self.year})>"

    def _repr_html_(self) -> str:
        """The scheme in a notebook."""
        rows = [("title", self.title), ("authority", self.authority), ("year", self.year), ("language", self.language)]
        return html_table([*rows, ("status", self.status), ("source", self.source), ("notes", self.notes)], self.id)


@cache
def paths() -> Mapping[str, Path]:
    """Scheme id → its file, for every table of the project."""
    found: dict[str, Path] = {}
    for root in (folder("tables"), *_folders):
        found |= {
            path.stem: path
            for path in sorted(root.rglob("*.toml"))
            if path.relative_to(root).parts[0] not in NOT_SCHEMES
        }
    return MappingProxyType(found)


_folders: list[Path] = []  # with tables of the user's own


def use_tables(path: str | Path) -> None:
    """Have the tables of a folder as schemes, beside those of the project; one of the same id goes before.

    Raises UsageError if there is no such folder or no table in it.
    """
    root = Path(path)
    if not root.is_dir() or not any(root.rglob("*.toml")):
        raise UsageError(f"{path} is no folder with tables (*.toml); check the path")
    _folders.append(root.resolve())
    for known in (paths, _infos, _aliases, scheme_of):
        known.cache_clear()


def schemes(language: str | None = None) -> list[SchemeInfo]:
    """All schemes, or those of one language (be, ru, uk …), by language and id; none for an unknown one.

    >>> "be-lacinka" in {scheme.id for scheme in schemes("be")}
    True
    """
    if language is not None:
        require_text(language, "the language")
    return sorted(
        (info for info in _infos().values() if language in (None, info.language)),
        key=lambda info: (info.language, info.id),
    )


@cache
def _infos() -> Mapping[str, SchemeInfo]:
    return MappingProxyType({id_: _info(path) for id_, path in paths().items()})


def _info(path: Path) -> SchemeInfo:
    """The head alone: the rules below it are not parsed."""
    text = path.read_text(encoding="utf-8-sig")
    start = text.find("[scheme]")
    end = text.find("\n[", start)
    try:
        head: dict[str, Any] = tomllib.loads(text[start : end if end >= 0 else None])["scheme"]
        return SchemeInfo(
            id=head["id"],
            title=head["title"],
            authority=head["authority"],
            year=head["year"],
            language=head["language"],
            reversible=bool(head["reversible"]),
            status=head.get("status", "current"),
            source=head["source"],
            notes=head.get("notes", ""),
            aliases=tuple(head.get("aliases", ())),
            path=path,
            reads=head.get("from", "Cyrl"),
            writes=head.get("to", "Latn"),
            kind=head.get("kind", ""),
        )
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise TableError(f"{path}: [scheme] is faulty ({error}); run `translit table check {path}`") from error


@cache
def scheme_of(id_: str) -> Scheme:
    """The compiled scheme of this id or alias, or of the table at this path (ending in .toml).

    Raises UnknownScheme, with the closest ids, if there is none.

    >>> scheme_of("be-lacinka").transliterate("Лукашэнка")
    'Łukašenka'
    """
    path = paths().get(id_) or _aliases().get(id_)
    if path is None and id_.endswith(".toml") and Path(id_).is_file():
        path = Path(id_).resolve()
    if path is None:
        remedy = nearest(id_) or "; `translit schemes` lists them"
        raise UnknownScheme(f"there is no scheme {id_!r}{remedy}")
    return compiled(load_table(path))


def nearest(id_: str, others: Iterable[str] = ()) -> str:
    """A clause that names the schemes or the language most like an unknown one, Belarusian, Russian, Ukrainian first.

    `others` are words that may have been meant as well.

    >>> nearest("lacinka"), nearest("Belarusian")
    ('; did you mean be-lacinka?', '; Belarusian is be: `translit schemes be` lists its schemes')
    """
    from translit.writing.language_names import code_of

    code = code_of(id_)
    if code:
        return f"; {id_} is {code}: `translit schemes {code}` lists its schemes"
    known = sorted({*paths(), *_aliases()}, key=lambda each: (_rank(each), len(each), each))
    wanted = id_.casefold()
    exact = [each for each in known if each.partition("-")[2] == wanted]
    inside = exact or [each for each in known if len(wanted) > 3 and wanted in each]
    return f"; did you mean {' or '.join(inside[:3])}?" if inside else did_you_mean(wanted, [*others, *known])


def _rank(id_: str) -> int:
    """Where a scheme stands in a list: those of the languages that are asked for most come first."""
    language = id_.partition("-")[0]
    return FIRST.index(language) if language in FIRST else len(FIRST)


@cache
def _aliases() -> Mapping[str, Path]:
    return MappingProxyType({alias: info.path for info in _infos().values() for alias in info.aliases})


def load_table(path: Path) -> Table:
    """A table file with its bases, which may lie beside it or among the project's tables."""

    def find(id_: str) -> Path:
        if not re.fullmatch(r"[\w.-]+", id_):
            raise TableError(f"{path.name}: {id_!r} is no id of a table; give one such as be-lacinka")
        beside = path.with_name(f"{id_}.toml")
        if beside.exists():
            return beside
        if id_ not in paths():
            raise TableError(f"{path.name}: the table {id_!r} it builds on doesn't exist{did_you_mean(id_, paths())}")
        return paths()[id_]

    return load(path, find)


def compiled(table: Table) -> Scheme:
    """The table ready to use, with the scheme it applies first.

    Raises TableError for one that comes back to itself, UnknownScheme if there is no such scheme.
    """
    via = table.head.get("via")
    steps, step = [table.id], via
    while step is not None:
        if step in steps:
            raise TableError(f"{table.path.name}: via leads in a circle ({' → '.join((*steps, step))}); remove one")
        steps.append(step)
        path = paths().get(step) or _aliases().get(step)
        step = load_table(path).head.get("via") if path else None
    back = table.head.get("back")
    if back not in (None, LIKELIEST) and back not in paths() and back not in _aliases():
        raise TableError(
            f"{table.path.name}: there is no scheme {back!r} for the way back{did_you_mean(back, paths())}"
        )
    return Scheme(table, scheme_of(via) if via else None)


def transliterate(text: str, scheme: str) -> str:
    """Text in a named scheme; whatever isn't in the scheme's script passes through.

    Raises UnknownScheme if no table has this id, UsageError for what isn't text.

    >>> transliterate("Аляксандр Лукашэнка", "be-lacinka")
    'Alaksandr Łukašenka'
    """
    require_text(text, "the text")
    require_text(scheme, "the scheme's id")
    return scheme_of(scheme).transliterate(text)
