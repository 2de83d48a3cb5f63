"""Georgian names without the ending of the nominative, which foreign ones have too: ტრამპი is Trump."""

from __future__ import annotations

from translit.patterns import pattern

_GEORGIAN = pattern(r"\p{Georgian}")
_NOMINATIVE = pattern(r"(?<=\p{Georgian}{2}[^აეიოუ\s])ი\b")


def without_nominative(name: str) -> str:
    """A name without the endings -i after consonants; nothing where there is none, or the name isn't Georgian.

    >>> without_nominative("დონალდ ტრამპი"), without_nominative("კახა კალაძე"), without_nominative("Trumpi")
    ('დონალდ ტრამპ', '', '')
    """
    if name.isascii() or not _GEORGIAN.search(name):
        return ""
    bare = _NOMINATIVE.sub("", name)
    return bare if bare != name else ""
