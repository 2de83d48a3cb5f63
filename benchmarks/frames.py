"""Ours inside pandas, polars and DuckDB against a plain apply with unidecode, in one run.

    python benchmarks/frames.py [--rows 200000] [--rounds 3] [--json FILE]

The names are those of made-up people (people.py). `repeated`: a fifth as many people as rows, as in real lists;
`distinct`: every name once, the worst case for working distinct values. Medians of the rounds; the ratio is
unidecode's time by ours.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from people import people

SCHEME = "ru-bgnpcgn-1947"


def names(rows: int, distinct: bool) -> list[str]:
    """Cyrillic names of made-up people, each once, or a fifth as many drawn again and again."""
    found = [" ".join(person.name) for person in people(rows if distinct else rows // 5)]
    if distinct:
        return [f"{name} {number}" for number, name in enumerate(found)]
    dice = random.Random(1)
    return [found[int(len(found) * dice.random() ** 2)] for _ in range(rows)]


def timed(work: Callable[[], Any], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


def cases(texts: list[str]) -> dict[str, dict[str, Callable[[], Any]]]:
    """Library → who → what to time."""
    import duckdb
    import pandas as pd
    import polars as pl
    from unidecode import unidecode

    import translit.duckdb
    import translit.frames

    series = pd.Series(texts)
    column = pl.Series("name", texts)
    lazy = pl.LazyFrame({"name": column})
    connection = duckdb.connect()
    translit.duckdb.register(connection)
    connection.create_function("unidecode", lambda text: str(unidecode(text)), ["VARCHAR"], "VARCHAR")
    connection.execute("CREATE TABLE names AS SELECT unnest(?) AS name", [texts])

    def sql(expression: str) -> Callable[[], Any]:
        return lambda: connection.execute(f"SELECT sum(length({expression})) FROM names").fetchall()

    return {
        "pandas": {
            "translit": lambda: series.translit.to(SCHEME),
            "unidecode": lambda: series.apply(unidecode),
        },
        "polars": {
            "translit": lambda: column.translit.to(SCHEME),
            "unidecode": lambda: column.map_elements(unidecode, return_dtype=pl.String),
        },
        "polars, lazy and streaming": {
            "translit": lambda: lazy.translit.to("name", SCHEME).collect(engine="streaming"),
            "unidecode": lambda: lazy.with_columns(
                pl.col("name").map_elements(unidecode, return_dtype=pl.String).alias("u")
            ).collect(engine="streaming"),
        },
        "DuckDB": {"translit": sql(f"translit(name, '{SCHEME}')"), "unidecode": sql("unidecode(name)")},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args()
    figures = []
    print(f"{arguments.rows:,} rows, median of {arguments.rounds} rounds, seconds")
    for kind in ("repeated", "distinct"):
        for library, who in cases(names(arguments.rows, kind == "distinct")).items():
            ours, plain = (timed(who[name], arguments.rounds) for name in ("translit", "unidecode"))
            figures.append({"names": kind, "library": library, "translit": ours, "unidecode": plain})
            print(f"{kind:9} {library:28} translit {ours:6.2f}  unidecode {plain:6.2f}  ratio {plain / ours:5.1f}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"rows": arguments.rows, "figures": figures}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
