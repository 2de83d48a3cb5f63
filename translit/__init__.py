"""translit: the same name behind every spelling.

The verbs are here; each is loaded when first used, so that `import translit` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translit.errors import TranslitError

if TYPE_CHECKING:
    from translit.finding.entities.entity import Entity
    from translit.finding.resolve import Resolver
    from translit.matching.compare import compare, compare_many
    from translit.writing.batch import transliterate_many
    from translit.writing.detect import detect
    from translit.writing.registry import schemes, transliterate
    from translit.writing.restore import restore
    from translit.writing.variants import variants

_HOMES = {
    "Entity": "translit.finding.entities.entity",
    "Resolver": "translit.finding.resolve",
    "transliterate": "translit.writing.registry",
    "transliterate_many": "translit.writing.batch",
    "schemes": "translit.writing.registry",
    "restore": "translit.writing.restore",
    "compare": "translit.matching.compare",
    "compare_many": "translit.matching.compare",
    "detect": "translit.writing.detect",
    "variants": "translit.writing.variants",
}

__all__ = [
    "Entity",
    "Resolver",
    "TranslitError",
    "compare",
    "compare_many",
    "detect",
    "restore",
    "schemes",
    "transliterate",
    "transliterate_many",
    "variants",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'translit' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
