"""Files that aren't CSV (workbooks, Parquet, JSON lines, compressed ones), turned into CSV once they are uploaded."""

from __future__ import annotations

import csv
import os
from itertools import chain, repeat
from pathlib import Path
from typing import BinaryIO

from translit.csvfile.compression import Compression, decompressed
from translit.errors import DataError
from translit.service.job_files import INPUT
from translit.tablefile.formats import Format, format_of
from translit.tablefile.table_reader import open_table
from translit.tablefile.values import text_of

MOST = 1 << 30  # bytes of a file when it is unpacked; more is an accident or meant ill
WORKBOOK = 1 << 26  # bytes of a workbook, which is held in memory


def as_csv(folder: Path, name: str) -> None:
    """Make the input of a job CSV, if its name says that it is something else.

    Raises UsageError for a form that isn't read, DataError for a damaged file, or one too large.
    """
    form, compression = format_of(name)
    if form is Format.CSV and compression is Compression.NONE:
        return
    path, part = folder / INPUT, folder / "converted.part"
    if form.delimited:
        if compression is Compression.NONE:
            return
        with path.open("rb") as packed, decompressed(packed, compression, name) as file, part.open("wb") as target:
            _copy(file, target, name)
    else:
        if path.stat().st_size > WORKBOOK:
            raise DataError(f"{name} has more than {WORKBOOK >> 20} MiB; save it as CSV")
        reader = open_table(str(path), form, compression)
        with part.open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            if reader.header:
                writer.writerow(reader.names)
            for row in chain.from_iterable(block.rows for block in reader.blocks(0)):
                cells = [text_of(value) for value in row]
                writer.writerow(cells if any(cells) else list(repeat("", len(cells))))
                if target.tell() > MOST:
                    raise DataError(f"{name} has more than {MOST >> 30} GiB of text; use translit resolve for it")
    os.replace(part, path)


def _copy(file: BinaryIO, target: BinaryIO, name: str) -> None:
    """Copy what is unpacked, up to MOST bytes."""
    while piece := file.read(1 << 20):
        target.write(piece)
        if target.tell() > MOST:
            raise DataError(f"{name} has more than {MOST >> 30} GiB when unpacked; use translit resolve for it")
