"""The process of one job: reads the names of a file, looks each distinct one up, keeps the answers in its table.

Run as `python -m translit.service.job_process FOLDER INDEX`; says on standard output, a line of JSON a block, how far
it is. Names that an earlier run has looked up aren't looked up again, so a stopped job goes on where it ended.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.errors import DataError, TranslitError
from translit.finding.entity_candidate import Candidate
from translit.finding.resolve import Resolver
from translit.service.job_files import INPUT, NAMES, Form, read_job
from translit.service.name_table import NameTable

Say = Callable[..., None]
CANDIDATES = 9  # as many as there are keys to choose one
ASKED = 25  # where candidates of another kind drop out
BLOCK = 1 << 15  # bytes read at once, so that the first names are there soon
CHUNK = 64  # names looked up at once


def run(folder: Path, resolver: Resolver, most_rows: int, say: Say) -> None:
    """Do the job of a folder; `say` is called with how far it is.

    Raises DataError for a file that can't be read to its end, or has too many rows.
    """
    form = read_job(folder).form
    total = _checked(folder, form, most_rows)
    rows = 0
    with Source(str(folder / INPUT), form.encoding) as source, NameTable(folder / NAMES) as table:
        table.start()
        reader = Reader(source, form.delimiter, form.quote, header=form.header, block=BLOCK)
        for block in reader.blocks(form.column):
            counts = Counter(cell for cell in block.cells if cell and cell.strip())
            new = table.unknown(counts)
            for start in range(0, len(new), CHUNK):
                part = new[start : start + CHUNK]
                table.add(zip(part, _candidates(resolver, part, form), strict=True))
                say(rows=rows, total=total)
            table.count(counts)
            rows += len(block.rows)
            say(rows=rows, total=total)


def _checked(folder: Path, form: Form, most: int) -> int:
    """How many rows a file has, read to its end before any name is looked up, so that a fault is said at once."""
    rows = 0
    with Source(str(folder / INPUT), form.encoding) as source:
        reader = Reader(source, form.delimiter, form.quote, header=form.header)
        for block in reader.blocks(form.column):
            rows += len(block.rows)
            if rows > most:
                raise DataError(f"the file has more than {most:,} rows; use translit resolve for it")
    return rows


def _candidates(resolver: Resolver, names: list[str], form: Form) -> list[list[Candidate]]:
    """The candidates of each name, of the wanted kind only; a text too long for a name has none."""
    short = [name if len(name) <= 1000 else "" for name in names]
    found = resolver.resolve_many(short, ASKED if form.kind else CANDIDATES)
    if not form.kind:
        return found
    return [[one for one in candidates if one.entity.kind == form.kind][:CANDIDATES] for candidates in found]


def _say(**progress: object) -> None:
    print(json.dumps(progress), flush=True)


def main(arguments: list[str]) -> int:
    """The program; a fault of the data is said in its last line."""
    folder, index, most_rows = arguments
    try:
        run(Path(folder), Resolver.open(index, verify=False), int(most_rows), _say)
    except TranslitError as error:
        _say(error=str(error))
        return 1
    except OSError as error:
        _say(error=f"{error.filename or 'the job'}: {error.strerror}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
