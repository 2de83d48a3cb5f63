"""What an entity may be, and of what status a scheme."""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal["person", "place", "organization"]
KINDS: tuple[Kind, ...] = ("person", "place", "organization")
PERSON, PLACE, ORGANIZATION = range(len(KINDS))  # their numbers, in arrays
Status = Literal["current", "superseded", "historical", "press", "variant"]
STATUSES: tuple[Status, ...] = get_args(Status)
