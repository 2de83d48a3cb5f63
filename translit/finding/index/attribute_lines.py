"""The attributes of entities as lines of text: what an index keeps of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from translit.arrays import Int64s
from translit.finding.entities.entity import Attribute


def attributes_text(attributes: Mapping[str, Attribute]) -> str:
    """Attributes as one line.

    >>> attributes_text({"country": ("BY", "RU")})
    '{"country":["BY","RU"]}'
    """
    return json.dumps(attributes, ensure_ascii=False, separators=(",", ":"))


def attributes_from(text: str) -> dict[str, Attribute]:
    """The attributes of a line; none for an empty one.

    >>> attributes_from('{"country":["BY","RU"]}')
    {'country': ('BY', 'RU')}
    """
    if not text:
        return {}
    return {name: found if isinstance(found, str) else tuple(found) for name, found in json.loads(text).items()}


def attributes_of_groups(texts: Sequence[str], starts: Int64s) -> list[str]:
    """One line for each entity, from the lines of all that were given with its id; `starts` says where each begins."""
    if len(starts) == len(texts):
        return list(texts)
    ends = [*starts[1:].tolist(), len(texts)]
    return [_merged(texts[start:end]) for start, end in zip(starts.tolist(), ends, strict=True)]


def _merged(texts: Sequence[str]) -> str:
    """The values of several lines, each once."""
    given = [text for text in dict.fromkeys(texts) if text]
    if len(given) < 2:
        return given[0] if given else ""
    values: dict[str, dict[str, None]] = {}
    for text in given:
        for name, found in attributes_from(text).items():
            values.setdefault(name, {}).update(dict.fromkeys((found,) if isinstance(found, str) else found))
    merged = {name: tuple(found) for name, found in values.items()}
    return attributes_text({name: found[0] if len(found) == 1 else found for name, found in merged.items()})
