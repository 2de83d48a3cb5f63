"""A table of texts that is one text: opened in no time, searched while it is asked little, made a dict when it isn't.

Thousands of keys and values take longer to part than one command needs them for.
"""

from __future__ import annotations

from collections.abc import Iterable, KeysView

ROW, CELL = "|", "="  # neither is in a key or a value, and JSON needs no escapes for them
FEW = 40  # set by hand: as many searches take as long as parting a list of ten thousand


class TextTable:
    """Keys and their values.

    >>> table = TextTable(TextTable.of([("minsk", "1 2"), ("brest", "3")]))
    >>> table.get("minsk"), table.get("rest"), "brest" in table, len(table)
    ('1 2', None, True, 2)
    """

    __slots__ = ("_asked", "_parted", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._parted: dict[str, str] | None = None
        self._asked = 0

    @staticmethod
    def of(rows: Iterable[tuple[str, str]]) -> str:
        """The text of a table of these keys and values."""
        return "".join([f"{ROW}{key}{CELL}{value}" for key, value in rows]) + ROW

    def get(self, key: str) -> str | None:
        """The value of a key, or None."""
        if self._parted is not None:
            return self._parted.get(key)
        if self._asked >= FEW:
            return self.parted().get(key)
        self._asked += 1
        start = self._text.find(f"{ROW}{key}{CELL}")
        if start < 0:
            return None
        start += len(key) + 2
        return self._text[start : self._text.index(ROW, start)]

    def __contains__(self, key: object) -> bool:
        return self.get(str(key)) is not None

    def __len__(self) -> int:
        return len(self.parted())

    def keys(self) -> KeysView[str]:
        """All keys."""
        return self.parted().keys()

    def parted(self) -> dict[str, str]:
        """The table as a dict, made once."""
        if self._parted is None:
            cells = self._text.strip(ROW).replace(CELL, ROW).split(ROW) if len(self._text) > 1 else []
            self._parted = dict(zip(cells[::2], cells[1::2], strict=True))
        return self._parted
