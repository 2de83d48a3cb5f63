"""Joining two lists of names: for each name of the one the rows of the other that mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Any

from translit.checks import require_list, require_texts
from translit.errors import UsageError
from translit.finding.entities.entity import Attribute, Entity
from translit.finding.entity_candidate import Candidate
from translit.finding.one_to_one import assignment
from translit.finding.resolve import Resolver
from translit.finding.sharing import ALIKE, PRIOR
from translit.kinds import KINDS, Kind
from translit.processes import workers

Evidence = Mapping[str, Attribute]
Asked = tuple[str, Evidence | None]
CONSIDERED = 20  # candidates of a name that may be given, or assigned one to one
BLOCK = 512  # names that a process works on at once
ONE_NAME = 0.5  # name_probability from which two names are one, if anything
LEAST = 1e-6  # set by hand: no probability counts as nearer to 0, so that rounding doesn't decide
GAIN, TIE = 1e9, 1e3  # whole units in a nat, and in a name_probability, which decides between equals only


@dataclass(frozen=True, slots=True)
class Match:
    """A row on the right, by its number from 0, and how probable it is.

    `probability` is that this row is meant, `name_probability` that the two names are one, `ambiguous` how many other
    rows are about as probable. Rows on the right that are equal in name and attributes share the probability; `row` is
    the first of them.
    """

    row: int
    probability: float
    name_probability: float
    ambiguous: int
    matched_name: str


class Matcher:
    """The rows of the list on the right, to look those on the left up in.

    `kind` is that of all rows, or has one for each; `attributes` gives what is known of each beside its name. Raises
    UsageError for a name that isn't text, for an unknown kind, and for lists of another length.

    >>> Matcher(["Васіль Быкаў", "Янка Купала"]).match("Vasil Bykau")[0].row
    0
    >>> Matcher(["Гомель", "Гомельскі, Янка"], kind=["place", "person"]).match("Homiel")[0].row
    0
    """

    def __init__(
        self,
        names: Sequence[str],
        kind: Kind | Sequence[Kind] = "person",
        attributes: Sequence[Evidence] | None = None,
        prior: float = PRIOR,
    ) -> None:
        require_list(names, "the names on the right")
        require_texts(names, "on the right, name")
        kinds = _kinds(kind, len(names))
        if attributes is not None and len(attributes) != len(names):
            raise UsageError(f"give attributes for each name: {len(attributes)} for {len(names)}")
        groups: dict[object, list[int]] = {}
        for row, name in enumerate(names):
            if name.strip():
                known = attributes[row] if attributes else {}
                said = tuple(sorted((key, str(value)) for key, value in known.items()))
                groups.setdefault((name, kinds[row], said), []).append(row)
        self.rows = list(groups.values())  # of each entity
        self._equal = {rows[0]: rows for rows in self.rows}
        self._repeated = any(len(rows) > 1 for rows in self.rows)
        entities = (
            Entity(
                *(f"{number:09d}", kinds[rows[0]], (names[rows[0]],)), weight=float(len(rows)),
                attributes=attributes[rows[0]] if attributes else {},
            )
            for number, rows in enumerate(self.rows)
        )  # fmt: skip
        self._resolver = Resolver(entities, prior) if self.rows else None

    def match(
        self, name: str, evidence: Evidence | None = None, limit: int = 5, require: Sequence[str] = ()
    ) -> list[Match]:
        """The rows that a name may mean, the likeliest first."""
        return self.match_many([(name, evidence)], limit, require)[0]

    def match_many(self, asked: Sequence[Asked], limit: int = 1, require: Sequence[str] = ()) -> list[list[Match]]:
        """The same for many names, each with its own evidence or None."""
        if self._resolver is None:
            return [[] for _ in asked]
        names = [name for name, _ in asked]
        evidence = [given for _, given in asked] if any(given for _, given in asked) else None
        most = max(limit, CONSIDERED) if self._repeated else limit  # equal rows may come after a single one then
        found = self._resolver.resolve_many(names, most, evidence, require if evidence else ())
        return [self._shared(hits)[:limit] for hits in found]

    def _shared(self, hits: Sequence[Candidate]) -> list[Match]:
        """The matches of a name, the likeliest row first; what was found for equal rows is shared by them."""
        groups = [self.rows[int(each.entity.id)] for each in hits]
        found = [
            Match(rows[0], each.probability / len(rows), each.name_probability, each.ambiguous, each.matched_name)
            for rows, each in zip(groups, hits, strict=True)
        ]
        if all(len(rows) == 1 for rows in groups):
            return found
        best = max(each.probability for each in found)
        alike = sum(
            len(rows)
            for rows, each in zip(groups, found, strict=True)
            if each.probability >= ALIKE * best and each.name_probability >= ONE_NAME
        )
        found = [replace(each, ambiguous=max(alike - 1, 0)) for each in found]
        return sorted(found, key=lambda each: -each.probability)

    def equal(self, found: Match) -> list[Match]:
        """A match for each row on the right that is equal to that of a match, the row itself first."""
        return [replace(found, row=row) for row in self._equal[found.row]]

    def match_blocks(
        self, asked: Iterable[Asked], limit: int = 1, require: Sequence[str] = (), processes: int = 1
    ) -> Iterator[list[Match]]:
        """The same for a stream, in order, in several processes; equal questions of a block are asked once."""

        def work(block: list[Asked]) -> list[list[Match]]:
            return self.match_many(block, limit, require)

        with workers(work, processes) as answers:
            for found in answers(_blocks(asked)):
                yield from found


def match(
    left: Sequence[str],
    right: Sequence[str],
    kind: Kind | Sequence[Kind] = "person",
    threshold: float = 0.5,
    *,
    every: bool = False,
    one_to_one: bool = False,
    evidence: Sequence[Evidence] | None = None,
    attributes: Sequence[Evidence] | None = None,
    require: Sequence[str] = (),
    processes: int = 1,
) -> list[list[Match]]:
    """For each name on the left the matching rows on the right: the best one if it reaches the threshold.

    With `every` all whose name_probability reaches it; with `one_to_one` no row on the right is given twice, and
    the whole is the likeliest. `kind` is what all rows on the right are, or has the kind of each; `evidence` and
    `attributes` say what else is known of the rows on the left and right. Raises UsageError for names that aren't text,
    for unknown kinds and for options that don't go together.

    >>> [[found.row for found in row] for row in match(["Янка Купала", "Nobody"], ["Vasil Bykau", "Janka Kupała"])]
    [[1], []]
    """
    require_list(left, "the names on the left")
    require_texts(left, "on the left, name")
    if not 0 <= threshold <= 1:
        raise UsageError(f"the threshold {threshold!r} makes no sense; give one from 0 to 1")
    if every and one_to_one:
        raise UsageError("every candidate and one to one exclude each other; choose one")
    matcher = Matcher(right, kind, attributes)
    limit = CONSIDERED if every or one_to_one else 1
    asked = zip(left, evidence if evidence is not None else [None] * len(left), strict=True)
    found = list(matcher.match_blocks(asked, limit, require, processes))
    if one_to_one:
        return [[each] if each else [] for each in assigned(found, matcher.rows, threshold)]
    if every:
        return [
            [each for match in row if match.name_probability >= threshold for each in matcher.equal(match)]
            for row in found
        ]
    return [[each for each in row if each.probability >= threshold] for row in found]


def _kinds(kind: Kind | Sequence[Kind], count: int) -> Sequence[Kind]:
    """The kind of each row on the right; raises UsageError for an unknown one, or another number of them."""
    kinds: Sequence[Any] = [kind] * count if isinstance(kind, str) else kind
    if not isinstance(kind, str) and len(kinds) != count:
        raise UsageError(f"give a kind for each name: {len(kinds)} for {count}")
    for each in dict.fromkeys([kind] if isinstance(kind, str) else kinds):
        if each not in KINDS:
            raise UsageError(f"there is no kind {each!r}; use one of {', '.join(KINDS)}")
    return kinds


def assigned(found: Sequence[Sequence[Match]], groups: Sequence[Sequence[int]], threshold: float) -> list[Match | None]:
    """One match or none for each row on the left, so that no row on the right is given twice.

    A row on the left takes part if one of its candidates is meant with at least the threshold, whichever: one-to-one
    then decides between namesakes. Of all ways to give the rows the likeliest as a whole is taken: the product of the
    odds of each row against its meaning nobody listed is the greatest. Of equals those that come first in the lists.
    `groups` has the equal rows on the right, each of which can be given once.
    """
    places = {rows[0]: place for place, rows in enumerate(groups)}
    wanted: list[dict[int, Match]] = []
    gains: list[list[tuple[int, int]]] = []
    for row in found:
        likely = [each for each in row if each.name_probability >= ONE_NAME]
        part = sum(_of_all(each, places, groups) for each in likely) >= threshold
        nobody = _log(1 - sum(_of_all(each, places, groups) for each in row)) + _log(threshold) - _log(1 - threshold)
        wanted.append({places[each.row]: each for each in likely if part})
        gains.append([(place, _gain(each, nobody)) for place, each in wanted[-1].items()])
    free = [iter(rows) for rows in groups]
    given = assignment(gains, [len(rows) for rows in groups])
    return [
        replace(mine[place], row=next(free[place])) if place is not None else None
        for mine, place in zip(wanted, given, strict=True)
    ]


def _of_all(found: Match, places: Mapping[int, int], groups: Sequence[Sequence[int]]) -> float:
    """The probability that one of the equal rows is meant."""
    return found.probability * len(groups[places[found.row]])


def _gain(found: Match, nobody: float) -> int:
    return round(GAIN * (_log(found.probability) - nobody)) + round(TIE * found.name_probability)


def _log(chance: float) -> float:
    return log(max(chance, LEAST))


def _blocks(asked: Iterable[Asked]) -> Iterator[list[Asked]]:
    block: list[Asked] = []
    for each in asked:
        block.append(each)
        if len(block) == BLOCK:
            yield block
            block = []
    if block:
        yield block
