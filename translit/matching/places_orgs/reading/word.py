"""A word of a name of a place or an organization."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a listed phrase, of a name: as written, folded, its role, and the concepts it stands for."""

    text: str
    folded: str
    role: str
    concepts: tuple[int, ...] = ()
