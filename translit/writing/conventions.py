"""How common a convention is, by `tables/match/conventions.toml`."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from translit.compiled import read_toml
from translit.writing.registry import SchemeInfo, schemes


def _conventions() -> dict[str, Any]:
    return read_toml("match", "conventions.toml")


def _raw(info: SchemeInfo) -> float:
    conventions = _conventions()
    for pattern, weight in conventions["weights"].items():
        if fnmatchcase(info.id, pattern):
            return float(weight)
    return float(conventions["status"].get(info.status, 0.1))


@cache
def commonness(language: str) -> dict[str, float]:
    """Scheme id → its share among the schemes of a language from Cyrillic to Latin, the commonest first.

    >>> next(iter(commonness("uk"))) in ("uk-press-en", "uk-ua-2010")
    True
    """
    raw = {info.id: _raw(info) for info in schemes(language) if (info.reads, info.writes) == ("Cyrl", "Latn")}
    whole = sum(raw.values())
    return {id_: raw[id_] / whole for id_ in sorted(raw, key=lambda id_: (-raw[id_], id_))}


def language_weight(language: str) -> float:
    """How likely a name is in a language before a letter of it is read; only ratios matter.

    >>> language_weight("be") > language_weight("kk")
    True
    """
    weights = _conventions()["languages"]
    return float(weights.get(language, weights["other"]))
