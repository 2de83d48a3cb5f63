"""Where rows of a table go: a file of any form, that appears whole or not at all."""

from __future__ import annotations

from typing import Any, cast

from translit.csvfile.compressed_output import CompressedOutput
from translit.csvfile.compression import Compression
from translit.csvfile.output import Place
from translit.tablefile.formats import Format
from translit.tablefile.table_block import Added
from translit.tablefile.table_reader import Head
from translit.tablefile.values import ColumnType
from translit.tablefile.writers import Writer, writer_of


class TableOutput(CompressedOutput):
    """An output that takes a `Head`, then rows (`Added`), and writes them in the form of its file.

    Columns that keep what they were keep their type; of the new ones, `numbers` names those that are numbers.
    """

    def __init__(
        self,
        path: str,
        form: Format,
        *,
        encoding: str = "utf-8",
        mark: bytes = b"",
        compression: Compression = Compression.NONE,
        numbers: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(path, encoding, mark, compression)
        self._form, self._numbers = form, numbers
        self._writer: Writer | None = None

    def commit(self, place: Place, text: Any) -> None:
        """Write the head, or rows."""
        if isinstance(text, Head):
            types = [*text.types, *(self._type(name) for name in text.added)]
            self._writer = writer_of(self._form)(self, text, types)
        else:
            added = cast(Added, text)
            if self._writer and added.places:
                self._writer.write(added)
            self.done = Place(rows=self.done.rows + place.rows)

    def finish(self) -> None:
        """Write what the form of the file has at its end."""
        if self._writer:
            self._writer.close()
        super().finish()

    def abandon(self, error: BaseException) -> None:
        """Have a writer with files of its own close them, then remove what was written so far."""
        abandon = getattr(self._writer, "abandon", None)
        if abandon:
            abandon()
        super().abandon(error)

    def _type(self, name: str) -> ColumnType:
        return ColumnType.NUMBER if name in self._numbers else ColumnType.TEXT
