"""Of what kind the rows of a file are: person, place or organization, by a column of it or for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from translit.errors import DataError, counted
from translit.kinds import KINDS, Kind

if TYPE_CHECKING:
    from translit.csvfile.add_columns import AnyReader


class RowKinds:
    """The column of kinds, if there is one, and what its cells say.

    `named` is the column that was named, by an `option`; else it is the one called kind, and is one of kinds only if
    it says nothing else. `wanted` is the kind that alone is wanted; rows that say none are of it, else persons.
    """

    def __init__(
        self, reader: AnyReader, named: str | None, wanted: Kind | None, option: str = "--kind-column"
    ) -> None:
        own = [place for place, column in enumerate(reader.names) if column.strip().casefold() == "kind"]
        self.place = reader.column(named) if named else own[0] if own else None
        self.wanted = wanted
        self._said = bool(named or wanted)
        self._strange = ""  # what the column says that is no kind
        self._must = f"column {named!r} of {reader.source.name}", option if named else ""

    def read(self, cells: Iterable[str]) -> Mapping[str, Kind]:
        """The kind of each of these cells.

        Raises DataError for one that says another word, if the column was named.
        """
        from translit.finding.entities.kind_words import kind_of

        least: Kind = self.wanted or "person"
        cells = dict.fromkeys(cells)
        found = {cell: kind_of(cell) if cell.strip() else least for cell in cells}
        other = next((cell for cell, kind in found.items() if kind is None), None)
        if other is None:
            return {cell: kind or least for cell, kind in found.items()}
        where, option = self._must
        if option:
            raise DataError(
                f"{where} has {other!r}, which is none of {', '.join(KINDS)}; correct it, or leave out {option}"
            )
        self._strange = f" since its column kind has {other!r}"
        return dict.fromkeys(cells, least)

    def sentence(self, counts: Mapping[Kind, int], rows: str) -> str:
        """So many of which kinds; that all are taken for persons is said where nobody said so."""
        there = [kind for kind in KINDS if counts.get(kind)]
        if len(there) > 1:
            return f"{rows}: {', '.join(counted(counts[kind], kind) for kind in there)}"
        return (
            rows if self._said or there != ["person"] else f"{rows}, as persons{self._strange} (--kind says otherwise)"
        )
