"""A mention: a place in a text that names an entity."""

from __future__ import annotations

from dataclasses import dataclass, field

from translit.finding.entities.entity import Entity


@dataclass(frozen=True, slots=True)
class MentionCandidate:
    """An entity that a mention may mean; `matched_name` is the one of its names that came closest."""

    entity: Entity
    probability: float
    matched_name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an entity: `text` stands there from character `start` to before `end`.

    `candidates` are the entities within reach, the likeliest first; `explanation` says which word in which case agrees
    with which word of the name.
    """

    start: int
    end: int
    text: str
    entity: Entity
    probability: float
    candidates: tuple[MentionCandidate, ...] = field(repr=False)
    explanation: str = field(default="", repr=False)
