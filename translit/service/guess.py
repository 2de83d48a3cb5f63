"""How an uploaded file is read: encoding, delimiter, header and the column of names, guessed for people to check."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from translit.csvfile.dialect import Dialect, lines_of, parsed, sniffed
from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.errors import DataError, TranslitError
from translit.finding.resolve import Resolver
from translit.patterns import plain_pattern
from translit.service.job_files import INPUT, Form
from translit.service.refusal import Refusal

ENCODINGS = ("utf-8", "cp1251", "utf-16", "cp1250", "cp1252", "iso-8859-5", "iso-8859-2", "koi8-r", "koi8-u", "cp866")
DELIMITERS = {",": ",", ";": ";", "\t": "tab", "|": "|"}
SAMPLE = 200  # rows looked at
ASKED = 20  # cells of a column that are looked up
SHOWN = 5  # rows shown
LIKELY = 0.5  # the name probability from which a cell counts as a known name
_WORD = plain_pattern(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a file, read as a form says, and the names of its columns."""

    form: Form
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def guessed(folder: Path, resolver: Resolver) -> Preview:
    """The likeliest form of the file of a job, and what it shows.

    Raises DataError for a file that isn't text, or is empty.
    """
    encoding, delimiter, rows = _first_rows(folder)
    columns = list(zip(*(row for row in rows if len(row) == len(rows[0])), strict=True)) or [()]
    known = [_known(column[1:] or column, resolver) for column in columns]
    scores = [_likeness(column) + 2 * share for column, share in zip(columns, known, strict=True)]
    best = max(range(len(columns)), key=lambda number: (scores[number], -number))
    header = _has_header(rows[0], columns, best, resolver)
    return preview(folder, Form(encoding, delimiter, '"', header, best))


def preview(folder: Path, form: Form) -> Preview:
    """The first rows of the file of a job, read as a form says. Raises DataError for a file that can't be so read."""
    with Source(str(folder / INPUT), form.encoding) as source:
        reader = Reader(source, form.delimiter, form.quote, header=form.header)
        names, dialect = tuple(reader.names), reader.dialect
        if form.column >= len(names):
            raise Refusal(f"column {form.column + 1} isn't there; the file has {len(names)}")
        texts = (row for block in reader.blocks(form.column) for row in block.rows if row)
        shown = [_cells(text, dialect) for text in islice(texts, SHOWN)]
    return Preview(form, names, tuple(map(tuple, shown)))


def _cells(text: str, dialect: Dialect) -> list[str]:
    records, _ = parsed([text + "\n"], dialect)
    return records[0] if records else [text]


def _first_rows(folder: Path) -> tuple[str, str, list[list[str]]]:
    """Encoding, delimiter and first records; a list of names with stray commas is one column."""
    with Source(str(folder / INPUT), None) as source:
        text = next(source.chunks(1 << 16), "")
        encoding = source.encoding
    if not text.strip("\r\n\0 "):
        raise DataError("the file is empty; give one with names")
    newline = "\r" if "\n" not in text and "\r" in text else "\n"
    delimiter = sniffed(text, '"', newline)
    lines = lines_of(text, newline)[: SAMPLE + 1]
    records = [record for record in parsed(lines, Dialect(delimiter))[0] if record]
    if len(set(map(len, records))) > 1 and delimiter == ",":
        delimiter = "\t"
        records = [record for record in parsed(lines, Dialect(delimiter))[0] if record]
    return encoding, delimiter, records or [[""]]


def _likeness(column: Sequence[str]) -> float:
    """How much the cells of a column look like names, 0 to 1; a heading that says so counts double."""
    cells = [cell.strip() for cell in column[1:] if cell.strip()]
    named = bool(column) and _is_heading(column[0])
    like = sum(_is_like_a_name(cell) for cell in cells) / len(cells) if cells else 0.0
    several = sum(" " in cell for cell in cells) / len(cells) if cells else 0.0
    distinct = len(set(cells)) / len(cells) if cells else 0.0
    return 2 * named + like * (0.5 + 0.3 * several + 0.2 * distinct)


@cache
def _headings() -> tuple[frozenset[str], tuple[str, ...]]:
    """Headings of columns of names, and how such headings begin."""
    raw = tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))
    return frozenset(raw["words"]), tuple(raw["beginnings"])


def _is_heading(cell: str) -> bool:
    """Whether a cell is what people call a column of names.

    >>> _is_heading("Full name"), _is_heading("ПІБ"), _is_heading("note")
    (True, True, False)
    """
    words, beginnings = _headings()
    heading = cell.strip().lower()
    return heading in words or heading.startswith(beginnings)


def _is_like_a_name(cell: str) -> bool:
    """Whether a cell has one to six words of letters, some with a capital.

    >>> [_is_like_a_name(cell) for cell in ("Łukašenka, A.", "2025-03-13", "talks in Moscow were long and of no use")]
    [True, False, False]
    """
    words = cell.replace(",", " ").split()
    whole = all(_WORD.fullmatch(word) or word == "-" for word in words)
    return 1 <= len(words) <= 6 and whole and any(word[:1].isupper() for word in words)


def _known(column: Sequence[str], resolver: Resolver) -> float:
    """The share of cells that name some entity."""
    cells = list(dict.fromkeys(cell for cell in column if _is_like_a_name(cell) and len(cell) < 200))[:ASKED]
    if not cells:
        return 0.0
    found = resolver.resolve_many(cells, 1)
    return sum(bool(one) and one[0].name_probability >= LIKELY for one in found) / len(cells)


def _has_header(first: Sequence[str], columns: Sequence[Sequence[str]], best: int, resolver: Resolver) -> bool:
    """Whether the first row names the columns: a word for names says yes, a name or a number in it says no."""
    if any(map(_is_heading, first)):
        return True
    if len(columns) == 1 or any(any(map(str.isdigit, cell)) for cell in first) or "" in first:
        return False
    return _known([first[best]], resolver) == 0


def checked(form: Form) -> Form:
    """A form that a user chose, if it can be. Raises Refusal for one that can't."""
    if form.encoding not in ENCODINGS:
        raise Refusal(f"the encoding {form.encoding!r:.40} isn't offered; use one of {', '.join(ENCODINGS)}")
    if form.delimiter not in DELIMITERS:
        raise Refusal("the delimiter must be a comma, a semicolon, a tab or |")
    return form


def sentence(error: TranslitError) -> str:
    """What is wrong with a file, without the place where it is kept.

    >>> sentence(DataError("line 3 of /tmp/x/input.csv has 2 cells"))
    'line 3 of the file has 2 cells'
    """
    return re.sub(rf"\S*{re.escape(INPUT)}", "the file", str(error))
