"""Where the tables and the seeds lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from translit.errors import TranslitError


@cache
def folder(name: str) -> Path:
    """The folder `tables` or `seeds`, whichever way the package was installed.

    >>> folder("tables").is_dir()
    True
    """
    package = Path(__file__).resolve().parent
    for place in (package / "_data" / name, package.parent / name):
        if place.is_dir():
            return place
    raise TranslitError(f"the folder {name!r} is missing beside {package}; install translit-names again")


def table_rows(*parts: str) -> Iterator[list[str]]:
    """The cells of each line of a table with tabs, without the lines of its head, which start with `#`.

    >>> next(table_rows("match", "mandarin.tsv"))
    ['a', 'a', 'а']
    """
    with folder("tables").joinpath(*parts).open(encoding="utf-8") as file:
        yield from (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
