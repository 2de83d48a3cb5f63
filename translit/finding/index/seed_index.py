"""The index of the seeds, built once and read from the cache ever after: most commands look names up in it.

It holds for the tables, the code and the ICU that it was built with; see `compiled`.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from translit.compiled import compiled
from translit.data import folder
from translit.finding.index.build import Parts, build
from translit.finding.index.text_column import Lines
from translit.kinds import Kind

_TABLES = ("names/*.toml", "names/*.tsv", "match/reading.toml", "match/open.toml", "match/han*")
_LETTERS = ("match/scripts.toml", "match/scripts/*.toml")


def seed_parts(kind: Kind | None = None) -> Parts:
    """The parts of an index of the seeds, of one kind or of all.

    >>> seed_parts("place").about["entities"] < seed_parts().about["entities"]
    True
    """
    files = [*sorted(folder("seeds").glob("*.csv"))]
    files += [file for pattern in (*_TABLES, *_LETTERS) for file in sorted(folder("tables").glob(pattern))]
    made = compiled(f"seed-index-{kind or 'all'}-{_icu()}", files, lambda: _packed(_built(kind)))
    arrays = {
        name: np.frombuffer(b64decode(data), dtype=np.dtype(width)) for name, (width, data) in made["arrays"].items()
    }
    texts = {
        name: Lines(b64decode(data), arrays.pop(f"{name}.marks"), count)
        for name, (count, data) in made["texts"].items()
    }
    return Parts(arrays, texts, made["about"])


def _built(kind: Kind | None) -> Parts:
    from translit.finding.entities.sources import seeds

    return build([entity for entity in seeds() if kind in (None, entity.kind)])


def _packed(parts: Parts) -> dict[str, Any]:
    """The parts as a dict of texts and numbers."""
    arrays = parts.arrays | {f"{name}.marks": lines.marks for name, lines in parts.texts.items()}
    return {
        "arrays": {name: [array.dtype.str, b64encode(array.tobytes()).decode()] for name, array in arrays.items()},
        "texts": {name: [len(lines), b64encode(bytes(lines.data)).decode()] for name, lines in parts.texts.items()},
        "about": parts.about,
    }


def _icu() -> str:
    """Which ICU reads the scripts that have no table of ours, told without loading it."""
    found = find_spec("icu")
    if found is None or found.origin is None:
        return "none"
    names = sorted(path.name for path in Path(found.origin).parent.parent.glob("[Pp]y[Ii][Cc][Uu]-*.dist-info"))
    return names[0].removesuffix(".dist-info") if names else "icu"
