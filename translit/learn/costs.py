"""Learns `tables/match/costs.tsv`: what it costs that one unit of letters stands for another.

    python -m translit.learn.costs TRAIN_FOLDER tables/match/costs.tsv

TRAIN_FOLDER holds wd_en_ru_tokens, rigour_nameparts_cyr, names_uk_ru and slavner_parallel (.tsv.gz with the columns
entity_id, lang, name). The rule tables add the spellings of every scheme.

Method: hard expectation maximization. Every pair is aligned with the costs so far; adjacent steps are
joined to units of up to four letters; a unit pair costs minus the logarithm of how often one side is written as
the other, mostly by the better of the two directions; longer units stay only where they cost clearly less
than their parts. (After the joint n-gram aligners of grapheme-to-phoneme conversion; Jiampojamarn et al. 2007.)
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from math import log
from pathlib import Path

import numpy as np

from translit.arrays import Float32s
from translit.learn.material import (
    Pair,
    is_cyrillic_token,
    is_of_one_script,
    phrase_pairs,
    rows,
    table_pairs,
    token_pairs,
)
from translit.learn.prior import canonical, prior
from translit.matching.alignment.align import CHUNK, Step, costs, grid, trace
from translit.matching.alignment.costs import LONGEST, UNLIKE, WIDTH, CostTable, Encoded, Fallbacks
from translit.matching.alignment.unit_matches import ManyPairs
from translit.matching.phonetics.fold import END

ROUNDS = 3
FEWEST = {1: 4.0, 2: 8.0, 3: 15.0, 4: 25.0}  # sightings, by the longer side
GAIN = 0.35  # nats that a longer unit must save
BETTER = 0.8  # the weight of the better direction
WORST = 5.3  # nats in the other direction above which a unit pair is an accident
NOISE = 1.3  # nats a letter above which a pair teaches nothing
Row = tuple[str, str, float]


def first_guess() -> list[Row]:
    """Costs to start with: the prior."""
    return [(left, right, cost) for (left, right), cost in prior().items()]


def align_all(table: CostTable, pairs: Sequence[Pair]) -> list[list[Step]]:
    """The steps of every pair, from the array recursion."""
    left, right = (Encoded(table, [pair[side] for pair in pairs]) for side in (0, 1))
    order, every = np.lexsort((right.lengths, left.lengths)), np.arange(len(pairs), dtype=np.int32)
    aligned = ManyPairs(table, left, right, every, every)
    result: list[list[Step]] = [[] for _ in pairs]
    for start in range(0, len(order), CHUNK):
        part = order[start : start + CHUNK]
        best = grid(aligned, part)
        for place, index in enumerate(part):
            result[index] = _walk(table, best[:, :, place], *pairs[index])
    return result


def _walk(table: CostTable, best: Float32s, left: str, right: str) -> list[Step]:
    """The steps of the cheapest way; of ways that cost the same the first one, single letters before longer units."""
    steps: list[Step] = []
    left, right = left[: WIDTH - 1] + END, right[: WIDTH - 1] + END
    i, j = len(left), len(right)
    while i or j:
        for p, q in [(1, 0), (0, 1), (1, 1), *table.shapes]:
            cost = table.pairs.get((left[i - p : i], right[j - q : j])) if p <= i and q <= j else None
            if cost is not None and best[i - p, j - q] + np.float32(cost) == best[i, j]:
                break
        steps.append(Step(left[i - p : i], right[j - q : j], 9.0 if cost is None else cost))
        i, j = i - p, j - q
    return steps[::-1]


def kind(pair: Pair) -> str:
    """Which scripts a pair joins: cl, cc or ll."""
    return "".join("c" if is_cyrillic_token(token) else "l" for token in pair)


@cache
def _letterwise() -> CostTable:
    return CostTable.of([row for row in first_guess() if len(row[0]) == len(row[1]) == 1])


@cache
def parts(left: str, right: str) -> tuple[Step, ...]:
    """A unit pair as its finest steps, so that a longer unit takes no sightings from the letters in it."""
    if len(left) <= 1 or len(right) <= 1:
        return (Step(left, right, 0.0),)
    return tuple(trace(_letterwise(), left.removesuffix(END), right.removesuffix(END)))[: None if END in left else -1]


class Counts:
    """Sightings of unit pairs and of units, by the scripts of the pair they were seen in."""

    def __init__(self) -> None:
        self.joint: defaultdict[tuple[str, str, str], float] = defaultdict(float)
        self.single: defaultdict[tuple[str, str], float] = defaultdict(float)  # (scripts and side, unit)

    def add(self, pair: Pair, steps: Sequence[Step], weight: float) -> None:
        """Count one aligned pair; a pair within one script counts both ways round."""
        scripts = kind(pair)
        steps = [part for step in steps for part in parts(step.left, step.right)]
        for start in range(len(steps)):
            a = b = ""
            for step in steps[start:]:
                a, b = a + step.left, b + step.right
                if len(a) > LONGEST or len(b) > LONGEST:
                    break
                self.joint[scripts, a, b] += weight
                if scripts != "cl":
                    self.joint[scripts, b, a] += weight
        for side, token in zip("ab", (pair[0] + END, pair[1] + END), strict=True):
            for size in range(1, LONGEST + 1):
                for start in range(len(token) - size + 1):
                    for place in side if scripts == "cl" else "ab":
                        self.single[scripts + place, token[start : start + size]] += weight

    def cost(self, scripts: str, a: str, b: str) -> float:
        """Minus the logarithm of the probability, mostly in the better direction."""
        seen = self.joint[scripts, a, b]
        chances = [
            -log(min(1.0, seen / self.single[scripts + side, unit]))
            for side, unit in (("a", a), ("b", b))
            if unit and self.single[scripts + side, unit]
        ]
        if a and b and max(len(a), len(b)) > 1 and max(chances) > WORST:
            return UNLIKE
        return BETTER * min(chances) + (1 - BETTER) * max(chances)


def estimate(counts: Counts, fallbacks: Fallbacks) -> list[Row]:
    """Rows of costs: single letters first, then longer units that pay."""
    found: dict[Pair, float] = {}
    for (scripts, a, b), seen in counts.joint.items():
        size = max(len(a), len(b))
        if seen < FEWEST[size] or a == b or (len(a) == 0 and len(b) > 1) or (len(b) == 0 and len(a) > 1):
            continue
        pair = canonical(a, b)
        value = counts.cost(scripts, a, b)
        found[pair] = min(value, found.get(pair, value))
    for pair, value in prior().items():
        found[pair] = min(value, found.get(pair, value))
    kept: list[Row] = []
    for size in range(1, 2 * LONGEST + 1):
        new = sorted(pair for pair in found if len(pair[0]) + len(pair[1]) == size)
        if not new:
            continue
        table = CostTable.of(kept, fallbacks)
        left, right = (Encoded(table, [pair[side] for pair in new]) for side in (0, 1))
        index = np.arange(len(new), dtype=np.int32)
        parts = costs(table, left, right, index, index)
        margin = GAIN if size > 2 and pair not in prior() else 0.01
        kept += [
            (*pair, round(found[pair], 3)) for pair, part in zip(new, parts, strict=True) if found[pair] + margin < part
        ]
    return kept


def learn(pairs: Sequence[Pair], weights: Sequence[float], rounds: int = ROUNDS) -> list[Row]:
    """Costs from pairs of folded tokens, each with its weight."""
    fallbacks = Fallbacks()
    found = first_guess()
    for _ in range(rounds):
        counts = Counts()
        table = CostTable.of(found, fallbacks)
        for pair, weight, steps in zip(pairs, weights, align_all(table, pairs), strict=True):
            cost = sum(step.cost for step in steps)
            if cost <= NOISE * max(3, *map(len, pair)):
                counts.add(pair, steps, weight)
        found = estimate(counts, fallbacks)
        print(f"{len(found)} unit pairs", file=sys.stderr)
    return found


def material(place: Path) -> tuple[list[Pair], list[float]]:
    """All pairs and their weights: the training files, and the schemes' spellings as a prior."""
    generator = random.Random(20)
    groups: list[tuple[Iterable[Pair], float]] = [
        (token_pairs(place / "wd_en_ru_tokens.tsv.gz", generator), 1.0),
        (token_pairs(place / "rigour_nameparts_cyr.tsv.gz", generator), 0.7),
        (token_pairs(place / "names_uk_ru.tsv.gz", generator), 0.4),
        (phrase_pairs(place / "slavner_parallel.tsv.gz", generator), 1.0),
        (table_pairs(vocabulary(place), generator), 1.0),
    ]
    pairs: defaultdict[Pair, float] = defaultdict(float)
    for group, weight in groups:
        for pair in group:
            if pair[0] != pair[1] and all(map(is_of_one_script, pair)):
                pairs[pair] += weight
    ordered = sorted(pairs)
    return ordered, [min(pairs[pair], 3.0) for pair in ordered]


def vocabulary(place: Path) -> dict[str, list[str]]:
    """Cyrillic words of be, ru and uk to write by every scheme."""
    found: dict[str, set[str]] = {"ru": set(), "uk": set(), "be": set()}
    for _, language, name in rows(place / "names_uk_ru.tsv.gz"):
        if language in found:
            found[language].add(name)
    for _, language, name in rows(place / "slavner_parallel.tsv.gz"):
        if language == "be":
            found["be"] |= {word for word in name.split() if len(word) > 2}
    return {language: sorted(words) for language, words in found.items()}


def main() -> None:
    """Rebuild the table named on the command line."""
    place, target = map(Path, sys.argv[1:3])
    found = sorted(learn(*material(place)))
    head = [
        "# Costs in nats of one unit of letters standing for another; read by translit.matching.alignment.costs.",
        "# Learned by: python -m translit.learn.costs TRAIN_FOLDER tables/match/costs.tsv",
        "# From: Wikidata labels (CC0), name parts of OpenSanctions rigour (MIT, from Wikidata), name lists of uk",
        "# and ru (MIT), SlavNER parallel names; prior.tsv and the spellings of this project's tables.",
    ]
    lines = [f"{left}\t{right}\t{cost:.3f}" for left, right, cost in found]
    target.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
