"""What `find` writes: rows for people, tables of every form, pages and standoff files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from translit.cli.console import show_table
from translit.errors import UsageError

if TYPE_CHECKING:
    from translit.csvfile.compression import Compression
    from translit.text.markup import Found

FORMS = ("table", "tsv", "jsonl", "html", "brat", "csv", "xlsx", "ods", "parquet")
TABLES = ("csv", "xlsx", "ods", "parquet")  # what the writers of `tablefile` write; the others are in `text.markup`
ENDINGS = {".html": "html", ".htm": "html", ".ann": "brat"}  # beside those of tables
SHOWN = ("document", "start", "text", "entity", "name", "probability")
NUMBERS = frozenset(("start", "end", "probability", "ambiguous"))
ROWS = 1 << 13  # that are written together


def form_of_output(form: str | None, out: str | None) -> str:
    """In what form the mentions are written: as is said, or by the ending of the output, or a table for people.

    Raises UsageError for an ending of another form of table.

    >>> form_of_output(None, "names.xlsx"), form_of_output(None, "names.tsv.gz"), form_of_output(None, None)
    ('xlsx', 'tsv', 'table')
    """
    from translit.csvfile.compression import compression_of
    from translit.tablefile import formats

    if form or out in (None, "-"):
        return form or "table"
    ending = PurePath(str(out).lower().removesuffix(compression_of(str(out)).value)).suffix
    if ending in ENDINGS:
        return ENDINGS[ending]
    known = (formats.ENDINGS | formats.OTHERS).keys() - {".txt"}
    return formats.format_of(str(out))[0].value if ending in known else "table"


def write_mentions(found: Iterator[Found], form: str, link: str, out: str | None) -> None:
    """Write the mentions in a form, to a file whole or not at all.

    Raises UsageError for a form that standard output can't take.
    """
    from translit.csvfile.compressed_output import CompressedOutput
    from translit.csvfile.compression import Compression, compression_of
    from translit.text import markup

    compression = compression_of(str(out)) if out not in (None, "-") else Compression.NONE
    if form in TABLES:
        if out in (None, "-") and form != "csv" and sys.stdout.isatty():
            raise UsageError(f"{form} is nothing for a terminal; name a file with -o")
        _write_table(found, form, out or "-", compression)
        return
    if form == "table" and out in (None, "-"):
        rows = list(_shown(found))
        show_table(SHOWN, rows) if rows else None
        return
    if form == "table":
        lines: Iterable[str] = ("\t".join(row) + "\n" for row in [list(SHOWN), *_shown(found)])
    elif form == "html":
        lines = markup.html(found, link)
    else:
        lines = {"tsv": markup.tsv, "jsonl": markup.jsonl, "brat": markup.brat}[form](found)
    if out in (None, "-"):
        sys.stdout.writelines(lines)
        return
    with CompressedOutput(str(out), "utf-8", b"", compression) as output:
        for line in lines:
            output.write(line)
        output.finish()


def _shown(found: Iterable[Found]) -> Iterator[list[str]]:
    """The rows of a table for people."""
    for one in found:
        for m in one.mentions:
            text, chance = " ".join(m.text.split()), f"{m.probability:.4f}"
            yield [one.document, str(one.offset + m.start), text, m.entity.id, m.entity.name, chance]


def _write_table(found: Iterable[Found], form: str, out: str, compression: Compression) -> None:
    """A row for each mention, by the writers that all commands have for tables."""
    from translit.csvfile.output import Place
    from translit.tablefile.formats import Format
    from translit.tablefile.table_block import Added, TableBlock
    from translit.tablefile.table_output import TableOutput
    from translit.tablefile.table_reader import Head
    from translit.text import markup

    rows: Iterator[Sequence[str]] = (
        markup.row(one.document, one.offset, mention) for one in found for mention in one.mentions
    )
    output = TableOutput(out, Format(form), compression=compression, numbers=NUMBERS)
    with output:
        output.commit(Place(), Head([], [], list(markup.COLUMNS)))
        while some := list(islice(rows, ROWS)):
            block = TableBlock([()] * len(some), [None] * len(some))
            output.commit(Place(rows=len(some)), Added(block, list(range(len(some))), some))
        output.finish()
