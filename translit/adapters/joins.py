"""Two data frames joined by names: pandas, Modin and polars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from translit.adapters.backends import Frame, read
from translit.errors import DataError, UsageError, did_you_mean
from translit.finding.entities.kind_words import kind_of
from translit.finding.match import Match, match
from translit.kinds import KINDS, Kind

Pair = tuple[int, Match | None]  # a row on the left, and what it matches
Known = list[dict[str, str]]
SAID = ("probability", "ambiguous", "name_probability")


def join(
    left: Frame,
    right: Frame,
    on: str,
    right_on: str | None = None,
    *,
    how: str = "left",
    kind: Kind = "person",
    right_kind: str | None = None,
    threshold: float = 0.5,
    every: bool = False,
    one_to_one: bool = False,
    evidence: dict[str, str] | None = None,
    suffix: str = "_right",
    processes: int = 1,
) -> Frame:
    """The rows of `left` with those of `right` whose names mean the same, then how sure that is.

    `on` and `right_on` are the columns of the names (one, if they are called alike); `how` is "left", or "inner" for
    matched rows alone. `kind` is what the names are of; `right_kind` a column of `right` that says it of each row (rows
    that say nothing are of `kind`). `evidence` has columns of `left`, each with the column of `right` that it is
    compared with. Columns of `right` that `left` has, too, get the suffix. The other options are those of
    `translit.finding.match`.
    Raises UsageError for columns that aren't there, and for lazy frames, DataError for a kind that is none.

    >>> import polars
    >>> people = polars.DataFrame({"name": ["Vasil Bykau"]})
    >>> known = polars.DataFrame({"id": [7], "name": ["Васіль Быкаў"]})
    >>> join(people, known, "name")["id"].to_list()
    [7]
    """
    if how not in ("left", "inner"):
        raise UsageError(f"how is {how!r}; use left or inner")
    names, others = _texts(left, on, "the left frame"), _texts(right, right_on or on, "the right frame")
    said, held = _evidence(left, right, evidence or {})
    kinds = _kinds(right, right_kind, kind)
    found = match(
        names, others, kinds, threshold, every=every, one_to_one=one_to_one, processes=processes,
        evidence=said, attributes=held,
    )  # fmt: skip
    pairs: list[Pair] = []
    for row, matches in enumerate(found):
        pairs += [(row, each) for each in matches]
        if not matches and how == "left":
            pairs.append((row, None))
    return (_polars if hasattr(left, "with_columns") else _pandas)(left, right, pairs, suffix)


def _kinds(right: Frame, column: str | None, kind: Kind) -> Kind | list[Kind]:
    """The kind of all rows on the right, or of each."""
    if column is None:
        return kind
    found = []
    for row, said in enumerate(_texts(right, column, "the right frame")):
        each = kind_of(said) if said.strip() else kind
        if each is None:
            raise DataError(f"the right frame, row {row}: the kind {said!r} is none of {', '.join(KINDS)}")
        found.append(each)
    return found


def _evidence(left: Frame, right: Frame, columns: dict[str, str]) -> tuple[Known | None, Known | None]:
    """What each row of both frames says beside its name, under the name of the column on the right."""
    if not columns:
        return None, None
    said = [_texts(left, column, "the left frame") for column in columns]
    held = [_texts(right, column, "the right frame") for column in columns.values()]
    names = list(columns.values())
    return (
        [dict(zip(names, row, strict=True)) for row in zip(*said, strict=True)],
        [dict(zip(names, row, strict=True)) for row in zip(*held, strict=True)],
    )


def _texts(frame: Frame, column: str, what: str) -> list[str]:
    """A column as texts, empty where a value is missing."""
    if type(frame).__name__ == "LazyFrame":
        raise UsageError(f"{what} is lazy; join needs its rows, so collect it first")
    there = [str(name) for name in frame.columns]
    if column not in there:
        raise UsageError(f"{what} has no column {column!r}{did_you_mean(column, there)}; it has {', '.join(there)}")
    values, _ = read(frame[column]) if _is_text(frame[column]) else ([str(value) for value in frame[column]], None)
    return [value if isinstance(value, str) else "" for value in values]


def _is_text(column: Any) -> bool:
    return str(column.dtype).lower() in ("object", "str", "string", "category", "categorical", "string[pyarrow]")


def _said(pairs: Sequence[Pair]) -> dict[str, list[Any]]:
    return {name: [getattr(each, name) if each else None for _, each in pairs] for name in SAID}


def _renamed(left: Frame, right: Frame, suffix: str) -> dict[Any, Any]:
    taken = {*left.columns, *SAID}
    return {name: f"{name}{suffix}" for name in right.columns if name in taken}


def _pandas(left: Any, right: Any, pairs: Sequence[Pair], suffix: str) -> Any:
    """The joined frame; the index of the left one stays."""
    result = left.iloc[[row for row, _ in pairs]]
    rows = right.reset_index(drop=True).reindex([each.row if each else -1 for _, each in pairs])
    rows = rows.rename(columns=_renamed(left, right, suffix)).set_axis(result.index, axis=0)
    numbers = type(result)(_said(pairs), index=result.index)
    numbers["ambiguous"] = numbers["ambiguous"].astype("Int64")
    for name in rows.columns:
        result = result.assign(**{str(name): rows[name]})
    return result.assign(**{name: numbers[name] for name in SAID})


def _polars(left: Any, right: Any, pairs: Sequence[Pair], suffix: str) -> Any:
    import polars

    result = left[[row for row, _ in pairs]] if pairs else left.clear()
    places = polars.DataFrame({"_row": [each.row if each else None for _, each in pairs]}, {"_row": polars.UInt32})
    numbered = (
        right.rename(_renamed(left, right, suffix))
        .with_row_index("_row")
        .with_columns(polars.col("_row").cast(polars.UInt32))
    )
    rows = places.join(numbered, on="_row", how="left", maintain_order="left").drop("_row")
    types = dict(zip(SAID, (polars.Float64, polars.Int64, polars.Float64), strict=True))
    return polars.concat([result, rows, polars.DataFrame(_said(pairs), types)], how="horizontal")
