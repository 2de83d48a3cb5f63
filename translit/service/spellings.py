"""The explorer of spellings: every scheme's spelling of a name, and back from a spelling to its originals."""

from __future__ import annotations

from typing import Any

from translit.writing.characters import is_cyrillic
from translit.writing.detect import detect
from translit.writing.registry import schemes
from translit.writing.variants import as_query, variants

ORIGINALS = 8


def languages() -> list[str]:
    """The languages that have schemes, those of most schemes first."""
    count: dict[str, int] = {}
    for info in schemes():
        count[info.language] = count.get(info.language, 0) + 1
    return sorted(count, key=lambda language: (-count[language], language))


def spellings(name: str, language: str | None) -> dict[str, Any]:
    """The spellings of a name with who uses them, the originals it may have, and a query that finds all.

    Raises UsageError for a language without schemes, or an endless word.

    >>> found = spellings("Лукашэнка", "be")
    >>> found["spellings"][0]["text"], found["query"].startswith('"Лукашэнка" OR "Lukashenka"')
    ('Lukashenka', True)
    """
    found = variants(name, language)
    infos = {info.id: info for info in schemes()}
    listed = [
        {
            "text": variant.text,
            "commonness": variant.commonness,
            "originals": list(variant.originals),
            "schemes": [_scheme(infos[id_]) for id_ in variant.schemes],
        }
        for variant in found
    ]
    return {"name": name, "originals": _originals(name), "spellings": listed, "query": as_query(found).strip()}


def _scheme(info: Any) -> dict[str, Any]:
    return {"id": info.id, "title": info.title, "authority": info.authority, "year": info.year, "status": info.status}


def _originals(name: str) -> list[dict[str, Any]]:
    """What a Latin spelling may have been written from, and by which schemes."""
    if any(map(is_cyrillic, name)):
        return []
    return [
        {
            "text": one.original,
            "language": one.language,
            "probability": one.probability,
            "schemes": [scheme for scheme in (one.scheme, *one.equals) if scheme],
            "letters": list(one.letters),
        }
        for one in detect(name)[:ORIGINALS]
    ]
