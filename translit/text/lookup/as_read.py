"""The folded texts of a block as they are read: worked out once for each, whatever asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from translit.matching.phonetics.pivots import loose_of, pivots


class AsRead:
    """The pivots and the loose readings of distinct folded texts.

    >>> found = AsRead(["сергей", "sergei", "сергей"])
    >>> found.pivots["сергей"], set(found.loose["сергей"]) & set(found.loose["sergei"]) != set()
    (('serhej', 'sergej'), True)
    """

    def __init__(self, folded: Iterable[str]) -> None:
        texts = list(dict.fromkeys(folded))
        rows = pivots.uncached(texts)
        self.pivots: Mapping[str, tuple[str, ...]] = dict(zip(texts, rows, strict=True))
        self.loose: Mapping[str, tuple[str, ...]] = dict(zip(texts, loose_of(texts, rows), strict=True))
