"""Where the tables and the seeds lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

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
