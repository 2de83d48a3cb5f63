"""Which columns the matching row of another file adds to a row, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translit.csvfile.row_names import WHOLE_CELL, RowNames
from translit.kinds import Kind

if TYPE_CHECKING:
    from translit.finding.match import Match, Matcher

Row = tuple[str, ...]
SAID = ("probability", "ambiguous", "name_probability")


@dataclass(frozen=True, slots=True)
class OtherTable:
    """The rows of the other file as text, the name and the kind of each, what its other cells say, and all in words."""

    columns: list[str]
    rows: list[list[str]]
    names: list[str]
    kinds: list[Kind]
    attributes: list[dict[str, str]] | None = None
    said: str = ""

    def matcher(self) -> Matcher:
        """What names are looked up by."""
        from translit.finding.match import Matcher

        return Matcher(self.names, self.kinds, self.attributes)


@dataclass(frozen=True, slots=True)
class MatchColumns:
    """The columns of the other file, each with `prefix`, then how sure the match is."""

    other: OtherTable
    prefix: str = "match_"
    threshold: float = 0.5
    every: bool = False
    matched_only: bool = False
    reason: bool = False
    names: RowNames = WHOLE_CELL
    require: tuple[str, ...] = ()
    blank: Row = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "blank", ("",) * len(self.columns))

    @property
    def columns(self) -> list[str]:
        """The names of the added columns."""
        return [*(f"{self.prefix}{name}" for name in self.other.columns), *SAID, *(("reason",) if self.reason else ())]

    @property
    def numbers(self) -> list[str]:
        """Those that are numbers."""
        return list(SAID)

    @property
    def unmatched(self) -> list[Row]:
        """What a row gets that matches nothing."""
        return [] if self.matched_only else [self.blank]

    def asked(self, key: str) -> tuple[str, dict[str, str] | None]:
        """The name of a key, and its evidence."""
        return self.names.of(key)[0][:1000], self.names.evidence(key)

    def work(self, matcher: Matcher, limit: int) -> Callable[[list[str]], list[list[Row]]]:
        """The function that answers the keys of rows with the rows of new cells for each."""

        def answered(keys: list[str]) -> list[list[Row]]:
            asked = [self.asked(key) for key in keys]
            found = matcher.match_many(asked, limit, self.require)
            if self.every:
                found = [[each for match in row for each in matcher.equal(match)] for row in found]
            return [self._rows(name, matches) for (name, _), matches in zip(asked, found, strict=True)]

        return answered

    def _rows(self, name: str, found: Sequence[Match]) -> list[Row]:
        right = [each for each in found if self._reached(each)]
        return [self.cells(name, each) for each in right] or self.undecided(found)

    def undecided(self, found: Sequence[Match]) -> list[Row]:
        """What a row gets where no candidate is given: how many are about as probable, if several are."""
        if self.matched_only or not found or not found[0].ambiguous:
            return self.unmatched
        place = len(self.other.columns) + SAID.index("ambiguous")
        return [(*self.blank[:place], str(found[0].ambiguous), *self.blank[place + 1 :])]

    def _reached(self, found: Match) -> bool:
        return (found.name_probability if self.every else found.probability) >= self.threshold

    def cells(self, name: str, found: Match) -> Row:
        """The added cells for a match."""
        said = (f"{found.probability:.4f}", str(found.ambiguous), f"{found.name_probability:.4f}")
        return (*self.other.rows[found.row], *said, *((self._reason(name, found),) if self.reason else ()))

    def _reason(self, name: str, found: Match) -> str:
        from translit.csvfile.entity_columns import in_a_line
        from translit.matching.compare import compare

        return in_a_line(compare(name, found.matched_name, self.other.kinds[found.row]).explanation)
