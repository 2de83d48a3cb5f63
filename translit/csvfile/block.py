"""Whole records of a CSV file: their own text plus the cells of the columns that are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast


@dataclass(slots=True)
class Block:
    """Whole records in order: their text, `rows` without their line ends, the line ends, and the key of each.

    The key is the cell of one column, or the cells of several (see `cell_keys`); that of a blank line is None.
    """

    text: str
    rows: list[str]
    ends: list[str]
    cells: list[str | None]

    def texts(self) -> list[str]:
        """The keys, that of a blank line empty."""
        return [cell or "" for cell in self.cells] if None in self.cells else cast(list[str], self.cells)

    def joined(self, delimiter: str, texts: Sequence[str]) -> str:
        """The text with a new text after each row; a blank line stays blank."""
        parts = [delimiter] * (4 * len(self.rows))
        parts[::4], parts[2::4], parts[3::4] = self.rows, texts, self.ends
        if None in self.cells:
            for at, row in enumerate(self.rows):
                if not row:
                    parts[4 * at + 1] = parts[4 * at + 2] = ""
        return "".join(parts)

    def repeated(self, delimiter: str, texts: Sequence[str | Sequence[str]], newline: str) -> str:
        """The text with each row as often as there are new texts for it, none if there are none.

        >>> Block("a\\nb\\n", ["a", "b"], ["\\n", "\\n"], ["a", "b"]).repeated(",", [["1", "2"], []], "\\n")
        'a,1\\na,2\\n'
        """
        parts: list[str] = []
        for row, end, cell, new in zip(self.rows, self.ends, self.cells, texts, strict=True):
            if cell is None:
                parts += (row, end)
                continue
            lines = [new] if isinstance(new, str) else new
            for place, text in enumerate(lines):  # a last row without line end needs one where it is repeated
                parts += (row, delimiter, text, end if place == len(lines) - 1 else end or newline)
        return "".join(parts)
