"""Why two names are, or aren't, one: token pairs, letters that differ, and terms that add up to the probability."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import log
from typing import Any

import numpy as np

from translit.matching.alignment.align import Step, trace
from translit.matching.persons.arrays import Names
from translit.matching.persons.distance import FAR, Block, TokenTable
from translit.matching.persons.evidence import NEAR
from translit.matching.persons.features import best_words, plain_features
from translit.matching.persons.model import COLUMNS, model
from translit.matching.persons.parse import Name, parse
from translit.matching.persons.token import CORE, PATRONYMIC, Token
from translit.matching.phonetics.fold import END

SUBJECTS = {
    "letters": "how close the names are, the farthest counting most",
    "patronymic": "the patronymics",
    "extra": "names that one side lacks",
    "rarity": "how much the shared names tell apart",
    "lists": "lists of given and family names",
    "initials": "initials",
    "rules": "a contradiction (order, initial, gender or generation)",
}


@dataclass(frozen=True, slots=True)
class TokenPair:
    """Two words that were held against each other: distance in nats a letter, and the steps that cost something."""

    left: str
    right: str
    role: str
    distance: float
    listed: bool
    steps: tuple[Step, ...]

    @property
    def verdict(self) -> str:
        """The pair in a word or two."""
        if self.listed:
            return "same name by the lists"
        return "same" if self.distance < 0.12 else "spelled otherwise" if self.distance < NEAR else "different"


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


def explain(a: str, b: str, kind: str = "person") -> Explanation:
    """The reasons for `compare(a, b, kind)`.

    >>> explanation = explain("Alaksandar Łukašenka", "Александр Лукашенко")
    >>> [pair.verdict for pair in explanation.pairs]
    ['spelled otherwise', 'same']
    >>> logit = explanation.base + sum(value for _, value in explanation.terms)
    >>> from math import exp
    >>> abs(1 / (1 + exp(-logit)) - explanation.probability) < 1e-5
    True
    """
    if kind != "person":
        from translit.matching.places_orgs.explain import explain as of_things

        return of_things(a, b, kind)
    left, right = best_words(*(parse(text) for text in sorted((a, b))))  # as compare has them
    both = Names([left]), Names([right])
    zero = np.zeros(1, dtype=np.int32)
    found = plain_features(*both, zero, zero)
    if a > b:
        left, right, both = right, left, both[::-1]
    values = model().terms(found)[0]
    terms = [
        (SUBJECTS[subject], float(sum(value for _, value in group)))
        for subject, group in groupby(zip(COLUMNS, values, strict=True), key=lambda item: item[0].split(".")[0])
    ]
    capped = float(model().logit(found)[0]) - float(values.sum()) - model().constant
    terms.append(("what a contradiction leaves of the rest", capped))
    blank = not left.tokens or not right.tokens
    pairs, alone = _pairs(left, right, *both)
    return Explanation(
        a,
        b,
        kind,
        0.0 if blank else float(model().probability(found)[0]),
        pairs,
        alone,
        model().constant if not blank else -log(1e12),
        tuple(term for term in terms if term[1]) if not blank else (),
        _notes(left, right),
    )


def _pairs(left: Name, right: Name, arrays: Names, others: Names) -> tuple[tuple[TokenPair, ...], tuple[str, ...]]:
    """The words in pairs, the closest first taken, in the order of the left name; and those that stay alone."""
    zero = np.zeros(1, dtype=np.int32)
    block = Block(arrays, others, zero, zero)
    distance, listed, _ = TokenTable(arrays, others, [block]).look_up(block)
    taken: dict[int, int] = {}
    for flat in np.argsort(distance[0], axis=None, kind="stable"):
        i, j = divmod(int(flat), distance.shape[2])
        if distance[0, i, j] >= FAR or i in taken or j in taken.values():
            continue
        if left.tokens[i].role == right.tokens[j].role:
            taken[i] = j
    pairs = tuple(
        TokenPair(
            left.tokens[i].text,
            right.tokens[j].text,
            left.tokens[i].role,
            float(distance[0, i, j]),
            bool(listed[0, i, j]),
            _differences(left.tokens[i], right.tokens[j], arrays),
        )
        for i, j in sorted(taken.items())
    )
    alone = [token.text for i, token in enumerate(left.tokens) if i not in taken]
    alone += [token.text for j, token in enumerate(right.tokens) if j not in taken.values()]
    return pairs, tuple(alone)


def _differences(left: Token, right: Token, arrays: Names) -> tuple[Step, ...]:
    steps = trace(arrays.table, left.folded, right.folded)
    return tuple(
        Step(step.left.rstrip(END), step.right.rstrip(END), step.cost) for step in steps if step.cost > 0.25
    )


def _notes(left: Name, right: Name) -> tuple[str, ...]:
    notes: list[str] = []
    if left.gender and right.gender and left.gender != right.gender:
        words = {"m": "a man", "f": "a woman"}
        notes.append(f"{left.text} is {words[left.gender]}'s name, {right.text} {words[right.gender]}'s")
    for name in (left, right):
        if name.titles:
            notes.append(f"left out as titles: {', '.join(name.titles)}")
    if bool(left.of(PATRONYMIC)) != bool(right.of(PATRONYMIC)) and left.of(CORE) and right.of(CORE):
        notes.append("one side has no patronymic, which speaks neither way")
    return tuple(notes)
