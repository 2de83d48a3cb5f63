"""Names in Splink: columns to compute beforehand, blocking rules, and a comparison with levels of probability.

    people = translit.splink.prepare(people, "name")       # also the other frame
    translit.duckdb.register(connection)                   # the levels call translit_compare
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[translit.splink.comparison("name"), …],
        blocking_rules_to_generate_predictions=[translit.splink.block("name")],
    )

docs/pipelines.md has the whole example. Needs the extra `splink`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from translit.adapters import columns, frames
from translit.errors import UsageError, did_you_mean

__all__ = ["LEVELS", "Level", "block", "comparison", "contradiction", "prepare", "probable"]


class Level(NamedTuple):
    """A level of a comparison: names at least so probably the same, with its shares among matches and others."""

    at_least: float
    m: float
    u: float


# Shares counted in public sanctions lists, where 5,400 names of people stand in several scripts and languages: m among
# the names of one person, u among those of two. They are start values; Splink can estimate its own.
LEVELS = (Level(0.99, 0.93, 2.5e-6), Level(0.9, 0.048, 3e-6), Level(0.5, 0.0025, 7e-6))
DIFFERENT_FATHERS = Level(0.0, 0.0135, 0.4)
ELSE = Level(0.0, 0.006, 0.6)


def prepare(frame: Any, column: str = "name") -> Any:
    """A frame of pandas, polars or pyarrow with the columns that the rules and levels below read.

    COLUMN_keys: keys for blocking, a list; COLUMN_reading: the name as it is likeliest read, equal for many spellings;
    COLUMN_father: what the patronymic says of the father, a list. Raises UsageError if there is no such column.

    >>> import pyarrow
    >>> prepare(pyarrow.table({"name": ["Святлана Георгіеўна Ціханоўская"]})).column_names
    ['name', 'name_keys', 'name_reading', 'name_father']
    """
    columns.need("narwhals", "frames")
    import narwhals.stable.v2 as nw

    known = nw.from_native(frame, eager_only=True)
    if column not in known.columns:
        raise UsageError(f"the frame has no column {column!r}{did_you_mean(column, known.columns)}")
    names = frame[column]
    added = {
        f"{column}_keys": frames.keys(names, "links"),
        f"{column}_reading": frames.readings(names),
        f"{column}_father": frames.keys(names, "father"),
    }
    series = [nw.from_native(values, series_only=True).alias(name) for name, values in added.items()]
    return known.with_columns(*series).to_native()


def block(column: str = "name") -> Any:
    """A blocking rule: pairs that share one of the COLUMN_keys of `prepare`."""
    columns.need("splink", "splink")
    from splink import block_on

    return block_on(f"{column}_keys", arrays_to_explode=[f"{column}_keys"])


def probable(column: str, at_least: float, m: float | None = None, u: float | None = None) -> Any:
    """A comparison level: names that are at least so probably the same.

    DuckDB must know `translit_compare`; `translit.duckdb.register` tells it.
    """
    columns.need("splink", "splink")
    from splink.comparison_level_library import CustomLevel

    left, right = (f'"{column}_{side}"' for side in "lr")
    level = CustomLevel(f"translit_compare({left}, {right}) >= {at_least}", f"probability at least {at_least}")
    return level.configure(m_probability=m, u_probability=u)


def contradiction(column: str, m: float | None = None, u: float | None = None) -> Any:
    """A comparison level: both names have a patronymic, and the patronymics speak of different fathers."""
    columns.need("splink", "splink")
    from splink.comparison_level_library import CustomLevel

    left, right = (f'"{column}_father_{side}"' for side in "lr")
    both = f"len({left}) > 0 AND len({right}) > 0"
    level = CustomLevel(f"{both} AND NOT list_has_any({left}, {right})", "different fathers")
    return level.configure(m_probability=m, u_probability=u)


def comparison(column: str = "name", levels: Sequence[Level] = LEVELS) -> Any:
    """A Splink comparison of names: missing, different fathers, the levels of probability, and all else.

    `levels` go from the most probable down; their m and u are start values.
    """
    columns.need("splink", "splink")
    from splink.comparison_level_library import ElseLevel, NullLevel
    from splink.comparison_library import CustomComparison

    return CustomComparison(
        output_column_name=column,
        comparison_levels=[
            NullLevel(column),
            contradiction(column, DIFFERENT_FATHERS.m, DIFFERENT_FATHERS.u),
            *(probable(column, *level) for level in levels),
            ElseLevel().configure(m_probability=ELSE.m, u_probability=ELSE.u),
        ],
        comparison_description=f"the probability that two spellings in {column} are one name",
    )
