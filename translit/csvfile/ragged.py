"""Records with more or fewer cells than the header: an error, filled up, or left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from operator import add

from translit.csvfile.cell_keys import Columns, key_of
from translit.errors import DataError, counted

SAID = 20  # ragged rows that are reported one by one; a file of another form would fill the screen


class Ragged(Enum):
    """What is done with a record that has more or fewer cells than the header."""

    ERROR = "error"
    PAD = "pad"
    SKIP = "skip"


class RaggedRecord(DataError):
    """A record has more or fewer cells than the header; `before` is the text of the records before it."""

    def __init__(self, message: str, before: str) -> None:
        super().__init__(message)
        self.before = before


class Records:
    """Takes the cells of the wanted columns from records, and knows what to do with ragged ones."""

    def __init__(
        self, file: str, width: int, delimiter: str, ragged: Ragged, report: Callable[[str], None] | None
    ) -> None:
        self.file, self.width, self.delimiter, self.ragged = file, width, delimiter, ragged
        self._report = report
        self.count = 0  # ragged records so far

    def cells(
        self, records: list[list[str]], rows: list[str], ends: list[str], lines: Sequence[int], columns: Columns
    ) -> list[str | None]:
        """The key of each record, None for a blank line; records that are left out vanish from `rows` and `ends`.

        Raises RaggedRecord, with the line, where ragged records are errors.
        """
        key = key_of(columns)
        left_out: list[int] = []
        cells: list[str | None] = []
        for at, (fields, row) in enumerate(zip(records, rows, strict=True)):
            if row and len(fields) != self.width:
                if self.ragged is Ragged.ERROR or (self.ragged is Ragged.PAD and len(fields) > self.width):
                    raise self._refused(lines[at], len(fields), "".join(map(add, rows[:at], ends[:at])))
                if self.ragged is Ragged.SKIP:
                    self._said(lines[at], len(fields), "left out")
                    left_out.append(at)
                    continue
                self._said(lines[at], len(fields), "filled up with empty cells")
                missing = self.width - len(fields)
                fields = [*fields, *[""] * missing]  # noqa: PLW2901
                rows[at] = row + self.delimiter * missing
            cells.append(key(fields) if row else None)
        for at in reversed(left_out):
            del rows[at], ends[at]
        return cells

    def _refused(self, line: int, cells: int, before: str) -> RaggedRecord:
        remedy = "--ragged skip leaves such rows out" if self.ragged is Ragged.PAD else "or give the delimiter with -d"
        return RaggedRecord(
            f"line {line} of {self.file} has {counted(cells, 'cell')} where the first line has {self.width}; "
            f"correct it, {remedy}",
            before,
        )

    def _said(self, line: int, cells: int, done: str) -> None:
        self.count += 1
        if not self._report or self.count > SAID + 1:
            return
        if self.count == SAID + 1:
            self._report(f"{self.file} has more such rows; they are {done} too")
            return
        said = f"{counted(cells, 'cell')} where the first line has {self.width}"
        self._report(f"line {line} of {self.file} has {said}; {done}")
