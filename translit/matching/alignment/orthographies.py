"""The rows of `costs.tsv`, and what Western orthographies add to them: `tables/match/orthographies.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from translit.compiled import read_toml
from translit.errors import TableError
from translit.matching.phonetics.fold import END, fold

Row = tuple[str, str, float]


def with_orthographies(rows: Sequence[Row]) -> list[Row]:
    """Costs of units, with those of the table where they are less or there are none; Cyrillic stands first.

    >>> ("джа", "gia", 0.2) in with_orthographies([("джа", "gia", 1.5)])
    True
    """
    costs = {(one, other): cost for one, other, cost in rows}
    for one, other, cost in _listed():
        known = min(costs.get((one, other), cost), costs.get((other, one), cost))
        costs.pop((other, one), None)
        costs[one, other] = min(known, cost)
    return [(one, other, cost) for (one, other), cost in costs.items()]


def _listed() -> list[Row]:
    languages: Mapping[str, Any] = read_toml("match", "orthographies.toml")
    return [
        (_unit(cyrillic), _unit(latin), float(cost))
        for name, units in languages.items()
        if name not in ("table", "examples")
        for latin, costs in units.items()
        for cost, written in costs.items()
        for cyrillic in written.split()
    ]


def _unit(text: str) -> str:
    return fold(text.rstrip(END)) + END * text.endswith(END)


def cost_rows(path: Path) -> list[tuple[str, str, float]]:
    """The costs in a file: `left TAB right TAB cost` a line, `#` starts the head's lines.

    Raises TableError, naming the line, if one can't be read.
    """
    rows: list[tuple[str, str, float]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        try:
            left, right, cost = line.split("\t")
            rows.append((left, right, float(cost)))
        except ValueError as error:
            raise TableError(f"{path.name}: line {number} isn't left, right and cost separated by tabs") from error
    return rows
