"""Whole records of a CSV file: their own text plus the cells of one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast


@dataclass(slots=True)
class Block:
    """Whole records in order: their text, `rows` without their line ends, the line ends, and the cells of one column.

    The cell of a blank line is None.
    """

    text: str
    rows: list[str]
    ends: list[str]
    cells: list[str | None]

    def texts(self) -> list[str]:
        """The cells, that of a blank line empty."""
        return [cell or "" for cell in self.cells] if None in self.cells else cast(list[str], self.cells)

    def joined(self, delimiter: str, texts: Sequence[str]) -> str:
        """The text with a new text behind each row; a blank line stays blank."""
        parts = [delimiter] * (4 * len(self.rows))
        parts[::4], parts[2::4], parts[3::4] = self.rows, texts, self.ends
        if None in self.cells:
            for at, row in enumerate(self.rows):
                if not row:
                    parts[4 * at + 1] = parts[4 * at + 2] = ""
        return "".join(parts)
