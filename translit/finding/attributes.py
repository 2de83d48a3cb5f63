"""What attributes say for or against an entity: birth dates, countries, genders, identifiers, any text.

Each attribute that is known on both sides agrees or differs; what that is worth, in logarithms of odds, stands in
`tables/match/attributes.toml`. The sum is added to what the names say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from math import inf
from typing import Any

import regex

from translit.checks import require_text
from translit.compiled import read_toml
from translit.errors import UsageError
from translit.finding.entities.entity import Attribute, Entity
from translit.finding.partial_dates import compare_dates, date_of
from translit.matching.phonetics.fold import cleaned, fold
from translit.patterns import pattern

VALUE_SEPARATOR = "|"  # between several values in one cell
LEAST_ALIKE = 85.0  # of two texts, as rapidfuzz's token_set_ratio, from which on they agree
_PLAIN = pattern(r"[\s_.-]+")


class Agreement(Enum):
    """Whether two values agree."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AttributeEvidence:
    """One attribute: what was given, what the entity has, and what that says in logarithms of odds."""

    attribute: str
    given: str
    held: tuple[str, ...]
    agreement: Agreement
    weight: float

    def __str__(self) -> str:
        held = ", ".join(self.held) or "nothing"
        return f"{self.attribute} {self.given!r} {self.agreement.value} ({held}): {self.weight:+.1f}"


def attribute_evidence(entity: Entity, evidence: Mapping[str, Attribute]) -> list[AttributeEvidence]:
    """What each given attribute says of an entity; an empty value says nothing.

    An attribute is looked up under its own name and under those of its meaning (birth_date, born, dob …). Of several
    values the pair that agrees best counts. Raises UsageError for a value that isn't text.

    >>> lukashenka = Entity("l", names=["Лукашэнка"], attributes={"birth_date": "1954-08-30", "country": "BY"})
    >>> [str(each) for each in attribute_evidence(lukashenka, {"born": "1954", "country": "Беларусь"})]
    ["born '1954' agrees (1954-08-30): +3.4", "country 'Беларусь' agrees (BY): +1.1"]
    """
    return [_evidence(entity, name, given) for name, given in evidence.items()]


def log_odds(entity: Entity, evidence: Mapping[str, Attribute], require: Collection[str] = ()) -> float:
    """What all given attributes together add to the logarithm of the odds that the entity is meant.

    Minus infinity where an attribute of `require` differs; one that isn't given is unknown.

    >>> tokyo = Entity("t", "place", ["Tokyo"], attributes={"country": "JP"})
    >>> log_odds(tokyo, {"country": "Japan"}), log_odds(tokyo, {"country": "Belarus"}, require=["country"])
    (1.1, -inf)
    """
    total = 0.0
    for each in attribute_evidence(entity, evidence):
        if each.agreement is Agreement.DIFFERS and each.attribute in require:
            return -inf
        total += each.weight
    return total


def check_required(require: Collection[str], evidence: Iterable[Mapping[str, Attribute] | None]) -> None:
    """Refuse a single text, and attributes that none of the evidence has.

    >>> check_required(["born"], [{"country": "BY"}])
    Traceback (most recent call last):
        ...
    translit.errors.UsageError: 'born' is required, but the evidence has country; give its value, too
    """
    if isinstance(require, str):
        raise UsageError(f"require is a single text; give a list, such as [{require!r}]")
    there = dict.fromkeys(name for given in evidence if given for name in given) if require else {}
    for name in require:
        if name not in there:
            listed = ", ".join(there) or "nothing"
            raise UsageError(f"{name!r} is required, but the evidence has {listed}; give its value, too")


def _evidence(entity: Entity, name: str, given: Attribute) -> AttributeEvidence:
    values = _values(name, given)
    kind, _ = meaning(name)
    held = _held(entity, name)
    shown = VALUE_SEPARATOR.join(values)
    seen = [found for one in values for other in held if (found := _compared(kind, one, other))]
    if not seen:
        return AttributeEvidence(name, shown, held, Agreement.UNKNOWN, 0.0)
    agreement, weight = max(seen, key=lambda found: found[1])
    return AttributeEvidence(name, shown, held, agreement, weight)


def _values(name: str, given: Attribute) -> list[str]:
    found: list[str] = []
    for value in given if isinstance(given, (list, tuple)) else (given,):
        if value is None:
            continue
        require_text(value, f"the evidence {name!r}")
        found += [part for part in map(str.strip, str(value).split(VALUE_SEPARATOR)) if part]
    return found


def _held(entity: Entity, name: str) -> tuple[str, ...]:
    """The entity's values of an attribute: those of its name, else those of its meaning."""
    wanted = _plain(name)
    own = [found for found in entity.attributes if _plain(found) == wanted]
    if not own:
        of_meaning = meaning(name)
        own = [found for found in entity.attributes if of_meaning[1] and meaning(found) == of_meaning]
    return tuple(dict.fromkeys(value for found in own for value in entity.values(found)))


@cache
def _plain(name: str) -> str:
    """The name of an attribute without what is written in several ways: birthDate, birth_date, Birth-Date.

    >>> _plain("birthDate"), _plain("Birth_date")
    ('birth date', 'birth date')
    """
    apart = regex.sub(r"(?<=\p{Ll})(?=\p{Lu})", " ", name)
    return _PLAIN.sub(" ", apart).strip().casefold()


@cache
def meaning(name: str) -> tuple[str, str]:
    """What an attribute's values are (dates, countries …, texts), and what it means, "" if it is in no list.

    >>> meaning("Date of birth"), meaning("hobby")
    (('dates', 'birth'), ('texts', ''))
    """
    return _meanings().get(_plain(name), ("texts", ""))


def _table() -> dict[str, Any]:
    return read_toml("match", "attributes.toml")


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    raw = _table()
    kinds = ("dates", "countries", "genders", "identifiers")
    return {
        _plain(name): (kind, key)
        for kind in kinds
        for key, names in raw[kind].items()
        if isinstance(names, list)
        for name in names
    }


def _compared(kind: str, one: str, other: str) -> tuple[Agreement, float] | None:
    """Whether two values agree and what that says; None where it can't be said."""
    weights = _table()["weights"]
    if kind == "dates":
        a, b = date_of(one), date_of(other)
        level = compare_dates(a, b) if a and b else None
        if level is None:
            return None
        return (Agreement.AGREES if weights["date"][level] > 1.5 else Agreement.DIFFERS), weights["date"][level]
    if kind == "identifiers":
        return _said(_letters(one) == _letters(other), weights["identifier"])
    if kind == "genders":
        first, second = _gender(one), _gender(other)
        return _said(first == second, weights["gender"]) if first and second else None
    if kind == "countries":
        return _countries(one, other, weights["country"])
    from rapidfuzz.fuzz import token_set_ratio

    words = [" ".join(fold(word) or word for word in cleaned(text).split()) for text in (one, other)]
    return _said(token_set_ratio(*words) >= LEAST_ALIKE, weights["text"])


def _said(agree: bool, weights: Mapping[str, float]) -> tuple[Agreement, float]:
    return (Agreement.AGREES, weights["agree"]) if agree else (Agreement.DIFFERS, weights["differ"])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _gender(text: str) -> str:
    values: Mapping[str, Sequence[str]] = _table()["genders"]["values"]
    return next((gender for gender, forms in values.items() if text.strip(" .").casefold() in forms), "")


def _countries(one: str, other: str, weights: Mapping[str, float]) -> tuple[Agreement, float] | None:
    from translit.matching.places_orgs.lexicon.territories import country_codes

    if one.casefold() == other.casefold():
        return _said(True, weights)
    a, b = country_codes(one), country_codes(other)
    return _said(bool(a & b), weights) if a and b else None
