"""JSON lines: an object a line, whose keys are the columns.

The file is read twice, first for its keys, since an object far down may have one that no other has.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from translit.errors import DataError
from translit.tablefile.table_block import Row
from translit.tablefile.values import ColumnType, Missing, as_written, type_of_classes

LONGEST_LINE = 1 << 26  # bytes


class JsonLines:
    """The keys and objects of a file."""

    named = True

    def __init__(self, file: str | BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        classes: dict[str, set[type]] = {}
        for record in self._records():
            for key, value in record.items():
                classes.setdefault(key, set()).add(type(value))
        self.names: list[str] = list(classes)
        self.types: list[ColumnType] = [type_of_classes(found) for found in classes.values()]

    def batches(self, sizes: Iterator[int]) -> Iterator[tuple[list[Row], Any]]:
        """The objects as rows; a key that an object lacks is MISSING."""
        records = self._records()
        while True:
            part = list(islice(records, next(sizes)))
            if not part:
                return
            yield [[record.get(name, Missing.MISSING) for name in self.names] for record in part], None

    def _records(self) -> Iterator[dict[str, Any]]:
        if isinstance(self._file, str):
            with Path(self._file).open("rb") as file:
                yield from self._parsed(file)
        else:
            self._file.seek(0)
            yield from self._parsed(self._file)

    def _parsed(self, file: BinaryIO) -> Iterator[dict[str, Any]]:
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if not line.strip():
                continue
            try:
                record = json.loads(line, parse_float=as_written)
            except (ValueError, RecursionError) as error:
                raise DataError(f"line {number} of {self._name} isn't JSON ({error}); give one object a line") from None
            if not isinstance(record, dict):
                raise DataError(f"line {number} of {self._name} isn't an object in braces; give one object a line")
            yield record
