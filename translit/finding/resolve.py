"""Resolving: the entities that a name may mean, the likeliest first.

The index hands on the names that sound most alike; the real comparison then gives each its probability. Many
queries are compared at once, each distinct name once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from translit.checks import require_count, require_list, require_share, require_text, require_texts
from translit.errors import UsageError
from translit.finding.attributes import check_required, log_odds
from translit.finding.best_names import compared, groups_of
from translit.finding.entities.entity import Attribute, Entity
from translit.finding.entity_candidate import Candidate
from translit.finding.in_texts import InTexts
from translit.finding.index.build import build
from translit.finding.index.search import Index
from translit.finding.index.seed_index import seed_parts
from translit.finding.namesakes import Namesakes, Others
from translit.finding.sharing import PRIOR, Hit, beside_title, in_order, rank
from translit.kinds import PERSON, Kind
from translit.matching.compare import MANY
from translit.matching.persons.reading.parse import parse
from translit.memory import collector_resting

CONSIDERED = 24  # candidates whose attributes are looked at
BLOCK = 512  # queries compared at once; measured: with 256 short names take a tenth longer, more gains little
POOR = 0.9  # a best probability below this has the index look further

Evidence = Mapping[str, Attribute]  # what is known of the one who is named, by attribute


class Resolver(InTexts):
    """Finds entities by any spelling of any of their names.

    Entities with the same id are one. To add or remove entities, build it again: that takes less than ten
    seconds for a million, and whoever has the old folder open keeps it until it is opened again.

    >>> from translit.finding.entities.sources import seeds
    >>> Resolver(seeds()).resolve("Swetlana Tichanowskaja")[0].entity.name
    'Святлана Георгіеўна Ціханоўская'
    """

    def __init__(self, entities: Iterable[Entity], prior: float = PRIOR) -> None:
        require_list(entities, "the entities")
        require_share(prior, "the prior")
        self.index = Index(build(entities))
        self.path: Path | None = None  # where it was opened
        self.prior = prior  # how likely a name is to mean somebody who is listed

    @classmethod
    def of_seeds(cls, kind: Kind | None = None, prior: float = PRIOR) -> Resolver:
        """A resolver over the starter entities, of one kind or of all, whose index is made once for each installation.

        >>> Resolver.of_seeds().resolve("Swetlana Tichanowskaja")[0].entity.name
        'Святлана Георгіеўна Ціханоўская'
        """
        require_share(prior, "the prior")
        found = cls.__new__(cls)
        found.path, found.prior = None, prior
        found.index = Index(seed_parts(kind))
        return found

    @classmethod
    def open(cls, path: str | Path, verify: bool = True, prior: float = PRIOR) -> Resolver:
        """A resolver over the folder that `save` wrote, mapped rather than read.

        Every byte is checked (0.1 s for ten million entities), without `verify` only the sizes and the ends of the
        files. Raises UsageError without a folder, DataError if it is no index, damaged or of another version.
        """
        require_share(prior, "the prior")
        found = cls.__new__(cls)
        found.path, found.prior = Path(path), prior
        found.index = Index.open(found.path, verify)
        return found

    def save(self, path: str | Path) -> None:
        """Write the index to a folder, whole or not at all, in place of an index that is there.

        Raises UsageError if the folder holds something else, DataError if it can't be written.
        """
        self.index.save(Path(path))

    def __len__(self) -> int:
        return len(self.index)

    def resolve(
        self, name: str, limit: int = 5, evidence: Evidence | None = None, require: Sequence[str] = ()
    ) -> list[Candidate]:
        """The entities that a name may mean, at most `limit`: by probability, equals by words and ids.

        `evidence` is what is known beside the name, by attribute; an entity of which an attribute in `require` is known
        and differs isn't meant. Raises UsageError if the name, or what is given, isn't text.

        >>> two = [Entity(year, names=["Иван Петров"], attributes={"birth_date": year}) for year in ("1954", "1980")]
        >>> [each.entity.id for each in Resolver(two).resolve("Ivan Petrov", evidence={"born": "31.01.1980"})]
        ['1980', '1954']
        """
        require_text(name, "the name")
        return self.resolve_many([name], limit, None if evidence is None else [evidence], require)[0]

    def resolve_many(
        self,
        names: Iterable[str],
        limit: int = 1,
        evidence: Sequence[Evidence | None] | None = None,
        require: Sequence[str] = (),
    ) -> list[list[Candidate]]:
        """The same for many names, in their order, each with its own evidence; equal names are worked once.

        Raises UsageError, with its number, for a name that isn't text.
        """
        require_list(names, "the names")
        require_count(limit, "the limit")
        names = list(names)
        found = self.hits_many(names, limit) if evidence is None else self._weighed(names, limit, evidence, require)
        return [[self.candidate(name, hit) for hit in hits] for name, hits in zip(names, found, strict=True)]

    def _weighed(
        self, names: Sequence[str], limit: int, evidence: Sequence[Evidence | None], require: Sequence[str]
    ) -> list[list[Hit]]:
        """The hits of each name, with the probability shared anew by what its evidence says."""
        if len(evidence) != len(names):
            raise UsageError(f"give evidence, or None, for each name: {len(evidence)} for {len(names)}")
        check_required(require, evidence)
        many = self.hits_many(names, max(limit, CONSIDERED))
        others = dict(zip(names, self._others(names, many), strict=True))
        result = []
        for name, hits, given in zip(names, many, evidence, strict=True):
            more = [log_odds(self.index.entity(hit.entity), given or {}, require) for hit in hits]
            result.append(self._shared(hits, others[name], limit, more))
        return result

    def hits_many(self, names: Sequence[str], limit: int = 1) -> list[list[Hit]]:
        """The same as numbers of entities and names, for `candidate` to make candidates of."""
        require_texts(names, "name")
        require_count(limit, "the limit")
        distinct = list(dict.fromkeys(names))
        answers: dict[str, list[Hit]] = {}
        with collector_resting(len(distinct) >= MANY):
            for start in range(0, len(distinct), BLOCK):
                part = distinct[start : start + BLOCK]
                answers.update(zip(part, self._hits(part, limit), strict=True))
        return [answers[name] for name in names]

    def candidate(self, name: str, hit: Hit) -> Candidate:
        """What a hit stands for."""
        entity, matched = self.index.entity(hit.entity), self.index.name(hit.name)
        return Candidate(name, entity, hit.probability, matched, hit.name_probability, hit.ambiguous)

    def _hits(self, names: Sequence[str], limit: int) -> list[list[Hit]]:
        """The hits of one block of distinct names; where the best is poor, those of a wider search too."""
        if self.index.persons:
            parse.many(names)  # all words at once
        groups = [groups_of(self.index, name, False) for name in names]
        found = compared(self.index, names, groups)
        poor = [
            place
            for place, hits in enumerate(found)
            if min((best[0] for best in hits.values()), default=0.0) > -POOR and names[place].strip()
        ]
        again = [names[place] for place in poor]
        wider = [groups_of(self.index, name, True) for name in again]
        new = [
            {key: numbers for key, numbers in wide.items() if key not in groups[place]}
            for place, wide in zip(poor, wider, strict=True)
        ]
        for place, more in zip(poor, compared(self.index, again, new), strict=True):
            for entity, tried in more.items():
                found[place][entity] = min(tried, found[place].get(entity, tried))
        hits = [[Hit(entity, best[2], -best[0]) for entity, best in in_order(mine)] for mine in found]
        return [
            self._shared(mine, others, limit, beside_title(name, mine, self._persons(mine)))
            for name, mine, others in zip(names, hits, self._others(names, hits), strict=True)
        ]

    def _others(self, names: Sequence[str], hits: Sequence[Sequence[Hit]]) -> list[Others]:
        """Who else may be meant by each name, by it and by the name of the best person found."""
        persons = [[hit for hit in mine if self.index.kinds[hit.entity] == PERSON] for mine in hits]
        best = [max(mine, key=lambda hit: hit.name_probability, default=None) for mine in persons]
        agreeing = [self.index.name(hit.name) if hit and hit.name_probability >= 0.5 else None for hit in best]
        return self._namesakes.others(names, agreeing)

    @cached_property
    def _namesakes(self) -> Namesakes:
        return Namesakes(self.index)

    def _persons(self, hits: Sequence[Hit]) -> list[bool]:
        """Which hits are persons."""
        return [bool(self.index.kinds[hit.entity] == PERSON) for hit in hits]

    def _shared(self, hits: Sequence[Hit], others: Others, limit: int, more: Sequence[float] = ()) -> list[Hit]:
        """The likeliest hits, with the probability shared; `more` is what evidence adds to the log odds of each."""
        entities = [hit.entity for hit in hits]
        weights = self.index.weights_of(entities) * (np.exp(more) if more else 1.0)
        bearers = np.where(self.index.kinds[entities] == PERSON, others.bearers, 0.0)
        return rank(hits, weights, bearers, self.prior, others.near if bearers.any() else 0.0)[:limit]
