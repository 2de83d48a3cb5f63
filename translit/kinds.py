"""What an entity may be."""

from __future__ import annotations

from typing import Literal

Kind = Literal["person", "place", "organization"]
KINDS: tuple[Kind, ...] = ("person", "place", "organization")
