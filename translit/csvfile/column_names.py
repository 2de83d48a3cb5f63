"""Columns that a user names: by the name in the header, or by the number from 1."""

from __future__ import annotations

from collections.abc import Sequence

from translit.errors import UsageError, did_you_mean


def column_of(names: Sequence[str], wanted: str, file: str) -> int:
    """The index of a column of a file.

    Raises UsageError that lists the columns there are.

    >>> column_of(["id", "name"], "name", "people.csv"), column_of(["id", "name"], "1", "people.csv")
    (1, 0)
    """
    names = list(names)
    if names.count(wanted) > 1:
        raise UsageError(f"{file} has several columns {wanted!r}; give the number of the one you mean")
    if wanted in names:
        return names.index(wanted)
    if wanted.isdecimal() and len(wanted) < 10 and 1 <= int(wanted) <= len(names):
        return int(wanted) - 1
    there = ", ".join(names)
    raise UsageError(f"{file} has no column {wanted!r}; it has {there}{did_you_mean(wanted, names)}")


def columns_of(names: Sequence[str], wanted: Sequence[str], file: str) -> tuple[int, ...]:
    """The indexes of several columns, in the order in which they are wanted.

    Raises UsageError for a column that isn't there, or that is given twice.

    >>> columns_of(["given", "family"], ["family", "given"], "people.csv")
    (1, 0)
    """
    found = tuple(column_of(names, each, file) for each in wanted)
    for place, index in enumerate(found):
        if index in found[:place]:
            raise UsageError(f"the column {names[index]!r} of {file} is given twice; give each column once")
    return found
