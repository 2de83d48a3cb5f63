"""An entity: one person, place or organization, all the names it goes by, and what else is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite

from translit.checks import require_list, require_texts
from translit.errors import DataError, what_it_is
from translit.kinds import KINDS, Kind
from translit.patterns import plain_pattern

Attribute = str | Sequence[str]  # the value, or the values, of an attribute
_HALF = plain_pattern("[\ud800-\udfff]")  # a lone surrogate, which no file can hold


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world with its names; the first name is the one shown.

    `weight` says how often it is talked about, beside others of the same name. `attributes` are a text or a list of
    texts each: a birth date, countries, identifiers, anything; several values come back as a tuple, and none are left
    out.

    Raises DataError if the id is empty or no text, the kind unknown, no name is given, the weight isn't above 0, or an
    attribute isn't text; UsageError for a single text where a list of names is wanted.

    >>> minsk = Entity(id="minsk", kind="place", names=["Мінск", "Минск"], attributes={"country": ["BY"]})
    >>> minsk.name, minsk.attributes, minsk.values("country")
    ('Мінск', {'country': 'BY'}, ('BY',))
    """

    id: str
    kind: Kind = "person"
    names: Sequence[str] = field(default=())
    role: str = ""
    weight: float = 1.0
    attributes: Mapping[str, Attribute] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) and self.id is not None:
            raise DataError(f"the id {self.id!r} is {what_it_is(self.id)}; give text")
        if not self.id:
            raise DataError("an entity has no id; give every entity one of its own")
        if not isinstance(self.kind, str) or self.kind not in KINDS:
            raise DataError(f"entity {self.id!r} has the kind {self.kind!r}; use one of {', '.join(KINDS)}")
        if not isinstance(self.names, (list, tuple)):
            require_list(() if self.names is None else self.names, f"the names of entity {self.id!r}")
        given = [name for name in (() if self.names is None else self.names) if name is not None]
        try:
            half = _HALF.search("\n".join((self.id, *given)))  # all at once: there may be millions of entities
        except TypeError:
            require_texts(given, f"of entity {self.id!r}, name")
            raise
        if half:
            _refuse_half(self.id, next(filter(_HALF.search, (self.id, *given))))
        names = tuple([name for name in given if name.strip()])
        if not names:
            raise DataError(f"entity {self.id!r} has no name; give at least one")
        object.__setattr__(self, "names", names)
        if type(self.role) is not str or self.role:
            object.__setattr__(self, "role", _checked_role(self.id, self.role))
        if type(self.weight) is not float or self.weight != 1.0:
            object.__setattr__(self, "weight", _checked_weight(self.id, self.weight))
        if type(self.attributes) is not dict or self.attributes:
            object.__setattr__(self, "attributes", _checked_attributes(self.id, self.attributes))

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]

    def values(self, attribute: str) -> tuple[str, ...]:
        """The values of an attribute, none if there is no such attribute."""
        found = self.attributes.get(attribute, ())
        return (found,) if isinstance(found, str) else tuple(found)


def _refuse_half(id_: str, text: str) -> None:
    raise DataError(f"entity {id_!a} has {text!a}, where a character is only half there; mend the text")


def _checked_role(id_: str, role: object) -> str:
    if role is None:
        return ""
    if not isinstance(role, str):
        raise DataError(f"the role of entity {id_!r} is {what_it_is(role)}; give text")
    if _HALF.search(role):
        _refuse_half(id_, role)
    return role


def _checked_weight(id_: str, weight: object) -> float:
    if isinstance(weight, (int, float)) and not isinstance(weight, bool) and isfinite(weight) and weight > 0:
        return float(weight)
    raise DataError(f"the weight of entity {id_!r} is {weight!r}; give a number above 0, 1 where nothing is known")


def _checked_attributes(id_: str, attributes: object) -> dict[str, Attribute]:
    """The attributes that have a value: a text, or a tuple of several different texts."""
    if not isinstance(attributes, Mapping):
        raise DataError(f"entity {id_!r} has attributes that are {what_it_is(attributes)}; give texts by name")
    checked: dict[str, Attribute] = {}
    for name, given in attributes.items():
        values = [given] if isinstance(given, str) or not isinstance(given, (list, tuple)) else list(given)
        values = [value for value in values if value is not None and value != ""]
        for text in (name, *values):
            if not isinstance(text, str):
                said = f"attribute {name!r} of entity {id_!r} has {text!r}, which is {what_it_is(text)}"
                raise DataError(f"{said}; give text or a list of texts")
            if _HALF.search(text):
                _refuse_half(id_, text)
        distinct = tuple(dict.fromkeys(value for value in values if value.strip()))
        if distinct:
            checked[name] = distinct[0] if len(distinct) == 1 else distinct
    return checked
