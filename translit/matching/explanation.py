"""The reasons of one comparison: which words went together, and what each kind of evidence contributed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from translit.matching.alignment.align import Step

SAME, NEAR = 0.12, 0.85  # distances in nats a letter up to which words are shown as the same, or as spelled otherwise


@dataclass(frozen=True, slots=True)
class TokenPair:
    """Two words that were held against each other: distance in nats a letter, and the steps that cost something."""

    left: str
    right: str
    role: str
    distance: float
    listed: bool
    steps: tuple[Step, ...]
    slip: bool = False

    @property
    def verdict(self) -> str:
        """The pair in a word or two."""
        if self.listed:
            return "same name by the lists"
        if self.slip:
            return "one slip apart"
        return "same" if self.distance < SAME else "spelled otherwise" if self.distance < NEAR else "different"


@dataclass(frozen=True)
class Explanation:
    """The reasons of one comparison. `base` and the terms, in logits, add up to the probability's."""

    a: str
    b: str
    kind: str
    probability: float
    pairs: tuple[TokenPair, ...]
    alone: tuple[str, ...]
    base: float
    terms: tuple[tuple[str, float], ...]
    notes: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{self.probability:.3f}  {self.a}  |  {self.b}"]
        width = max((len(pair.left) for pair in self.pairs), default=0)
        for pair in self.pairs:
            steps = ", ".join(f"{step.left or '∅'}~{step.right or '∅'} {step.cost:.1f}" for step in pair.steps)
            verdict = f"{pair.verdict} ({steps})" if steps else pair.verdict
            lines.append(f"  {pair.left:<{width}}  {pair.right}  {pair.role}: {verdict}")
        if self.alone:
            lines.append(f"  only on one side: {', '.join(self.alone)}")
        lines += [f"  {note}" for note in self.notes]
        lines += [f"  {value:+6.2f}  {subject}" for subject, value in self.terms if abs(value) >= 0.005]
        if self.terms or self.pairs or self.alone:  # else there was nothing to compare
            lines.append(f"  {self.base:+6.2f}  to start with; the sum is the logarithm of the odds")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The same for JSON."""
        return {
            "a": self.a,
            "b": self.b,
            "kind": self.kind,
            "probability": self.probability,
            "pairs": [
                {
                    "a": pair.left,
                    "b": pair.right,
                    "role": pair.role,
                    "verdict": pair.verdict,
                    "distance": round(pair.distance, 3),
                    "letters": [{"a": step.left, "b": step.right, "cost": round(step.cost, 3)} for step in pair.steps],
                }
                for pair in self.pairs
            ],
            "alone": list(self.alone),
            "notes": list(self.notes),
            "base": round(self.base, 4),
            "terms": {subject: round(value, 4) for subject, value in self.terms},
        }
