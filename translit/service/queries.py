"""Reconciliation whatever the version: queries in, candidates out. The versions only read and write these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from translit.csvfile.tally import SURE
from translit.finding.attributes import Agreement
from translit.finding.entity_candidate import Candidate
from translit.kinds import KINDS
from translit.service.entity_store import EntityStore
from translit.service.property_evidence import Condition, Said, weighed
from translit.service.settings import Limits

LEAST = 0.005  # the probability below which a candidate isn't shown
SPARE = 25  # candidates asked for where some will be dropped or put in another order


@dataclass(frozen=True, slots=True)
class Query:
    """One name to reconcile; `type_strict` is any, all or should, as in version 0.2."""

    name: str
    limit: int
    types: tuple[str, ...] = ()
    type_strict: str = "any"
    conditions: tuple[Condition, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types that are kinds of ours."""
        return tuple(type_ for type_ in self.types if type_ in KINDS)


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate of a query with the probability that it is meant, and what the conditions say of it."""

    candidate: Candidate
    probability: float
    match: bool
    said: tuple[Said, ...] = ()
    features: dict[str, float] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """The probability as clients show it, 0 to 100."""
        return round(100 * self.probability, 2)


def reconcile(queries: Sequence[Query], store: EntityStore, limits: Limits) -> list[list[Found]]:
    """The candidates of each query, the likeliest first.

    >>> from translit.finding.entities.sources import seeds
    >>> from translit.finding.resolve import Resolver
    >>> ((found,),) = reconcile([Query("Lukaschenko", 1, ("person",))], EntityStore(Resolver(seeds())), Limits())
    >>> found.candidate.entity.id
    'lukashenka-alaksandar'
    """
    wanted: dict[int, dict[str, list[Candidate]]] = {}
    for query in queries:
        if query.name.strip() and len(query.name) <= limits.name:
            wanted.setdefault(_asked(query), {})[query.name] = []
    for limit, names in wanted.items():
        names.update(zip(names, store.resolver.resolve_many(list(names), limit), strict=True))
    return [_answer(query, wanted.get(_asked(query), {}).get(query.name, []), store) for query in queries]


def _asked(query: Query) -> int:
    return max(query.limit, SPARE) if query.conditions or query.types else query.limit


def _answer(query: Query, candidates: Sequence[Candidate], store: EntityStore) -> list[Found]:
    others = sum(candidate.probability for candidate in candidates if not _of_type(candidate, query))
    candidates = [candidate for candidate in candidates if _of_type(candidate, query)]
    verdicts = [tuple(condition.said(one.entity) for condition in query.conditions) for one in candidates]
    chances = [  # that of other types goes to these, but no candidate is likelier than its name alone makes it
        min(candidate.probability / max(1.0 - others, 1e-9), candidate.name_probability) for candidate in candidates
    ]
    if query.conditions:
        chances = weighed(chances, [sum(one.weight for one in said) for said in verdicts])
    rows = [
        (chance, candidate, said)
        for chance, candidate, said in zip(chances, candidates, verdicts, strict=True)
        if chance >= LEAST and not _refused(query, said)
    ]
    rows.sort(key=lambda row: -row[0])  # of equals the order of the resolver stays
    found = [_by_id(id_, store) for id_ in query.ids]
    listed = [one for one in found if one]
    listed += [
        Found(candidate, chance, place == 0 and chance >= SURE, said, _features(candidate, said))
        for place, (chance, candidate, said) in enumerate(rows)
        if candidate.entity.id not in query.ids
    ]
    return listed[: query.limit]


def _of_type(candidate: Candidate, query: Query) -> bool:
    """Whether a candidate is of a wanted type; types that aren't ours exclude all, unless they only should be met."""
    if not query.types or (query.type_strict == "should" and not query.kinds):
        return True
    if query.type_strict == "all" and set(query.types) != {candidate.entity.kind}:
        return False
    return candidate.entity.kind in query.types


def _refused(query: Query, said: Sequence[Said]) -> bool:
    """Whether a condition that must hold is contradicted."""
    return any(
        condition.required and verdict.agreement is Agreement.DIFFERS
        for condition, verdict in zip(query.conditions, said, strict=True)
    )


def _by_id(id_: str, store: EntityStore) -> Found | None:
    entity = store.entity(id_)
    return Found(Candidate(id_, entity, 1.0, entity.name), 1.0, True) if entity else None


def _features(candidate: Candidate, said: Sequence[Said]) -> dict[str, float]:
    """What a client may want to filter by: numbers only, as both versions have it."""
    return {
        "probability": round(candidate.probability, 4),
        "name_probability": round(candidate.name_probability, 4),
        "agreeing_properties": sum(one.agreement is Agreement.AGREES for one in said),
        "contradicting_properties": sum(one.agreement is Agreement.DIFFERS for one in said),
    }


def described(found: Found) -> str:
    """One line for people: who it is, and which of the names was meant.

    >>> from translit.finding.entities.entity import Entity
    >>> minsk = Entity(id="minsk", kind="place", names=["Мінск", "Минск"], role="capital")
    >>> described(Found(Candidate("Minsk", minsk, 0.99, "Минск"), 0.99, True))
    'capital · by the name Минск'
    """
    entity, matched = found.candidate.entity, found.candidate.matched_name
    return " · ".join(part for part in (entity.role, f"by the name {matched}") if part)
