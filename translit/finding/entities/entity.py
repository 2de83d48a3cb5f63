"""An entity: one person, place or organization and all the names it goes by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from translit.checks import require_list, require_texts
from translit.errors import DataError
from translit.kinds import KINDS, Kind

_HALF = re.compile("[\ud800-\udfff]")  # a lone surrogate, which no file can hold


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world with its names; the first name is the one shown.

    Raises DataError if the id is empty or no text, the kind unknown, or no name is given; UsageError for a single text
    where a list of names is wanted.

    >>> Entity(id="minsk", kind="place", names=["Мінск", "Минск"]).name
    'Мінск'
    """

    id: str
    kind: Kind = "person"
    names: Sequence[str] = field(default=())
    role: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            raise DataError("an entity has no id; give every entity one of its own")
        if not isinstance(self.id, str):
            raise DataError(f"the id {self.id!r} is of the type {type(self.id).__name__}; give text (a str)")
        if self.kind not in KINDS:
            raise DataError(f"entity {self.id!r} has the kind {self.kind!r}; use one of {', '.join(KINDS)}")
        if not isinstance(self.names, (list, tuple)):
            require_list(self.names or (), f"the names of entity {self.id!r}")
        given = [name for name in self.names or () if name is not None]
        try:
            half = _HALF.search("\n".join((self.id, *given)))  # all at once: there may be millions of entities
        except TypeError:
            require_texts(given, f"of entity {self.id!r}, name")
            raise
        if half:
            text = next(filter(_HALF.search, (self.id, *given)))
            raise DataError(f"entity {self.id!a} has {text!a}, where a character is only half there; mend the text")
        names = tuple([name for name in given if name.strip()])
        if not names:
            raise DataError(f"entity {self.id!r} has no name; give at least one")
        object.__setattr__(self, "names", names)

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]
