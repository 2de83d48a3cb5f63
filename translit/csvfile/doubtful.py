"""Names that somebody should look at: named with little certainty, by several entities alike, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translit.csvfile.row_names import RowNames
from translit.csvfile.tally import SURE

if TYPE_CHECKING:
    from translit.finding.entity_candidate import Candidate
from translit.finding.resolve import Resolver

SHOWN = 5  # candidates of a name
UNLIKELY = 0.02  # name_probability below which a candidate isn't worth a look


@dataclass(frozen=True, slots=True)
class DoubtfulName:
    """A name with the evidence of its rows, how many rows have both, and its candidates."""

    name: str
    evidence: dict[str, str] | None
    rows: int
    candidates: tuple[Candidate, ...]

    @property
    def doubt(self) -> tuple[float, int, str]:
        """What the names are sorted by: those nearest to one half first, the commonest of equals."""
        best = self.candidates[0].probability if self.candidates else 0.0
        closest = max((each.name_probability for each in self.candidates), default=0.0)
        return abs(max(best, closest / 2) - 0.5), -self.rows, self.name


def doubtful_names(
    keys: Counter[str],
    names: RowNames,
    resolver: Resolver,
    require: Sequence[str] = (),
    tick: Callable[[int], None] | None = None,
    sure: float = SURE,
) -> list[DoubtfulName]:
    """Those of the keys of rows that are doubtful and have a candidate, the most doubtful first."""
    counts: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()
    for key, count in keys.items():
        said = tuple((names.evidence(key) or {}).items())
        for name in names.of(key):
            if name.strip():
                counts[name, said] += count
    asked = list(counts)
    found: list[DoubtfulName] = []
    for start in range(0, len(asked), 512):
        part = asked[start : start + 512]
        evidence = [dict(said) or None for _, said in part] if names.attributes else None
        candidates = resolver.resolve_many([name for name, _ in part], SHOWN, evidence, require if evidence else ())
        for (name, said), each in zip(part, candidates, strict=True):
            likely = tuple(found for found in each if found.name_probability >= UNLIKELY)
            if likely and (likely[0].probability < sure or likely[0].ambiguous):
                found.append(DoubtfulName(name, dict(said) or None, counts[name, said], likely))
        if tick:
            tick(start + len(part))
    return sorted(found, key=lambda each: each.doubt)
