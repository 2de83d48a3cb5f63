"""Clusters of spellings: pairwise precision and recall of dedupe, beside single-link clusters by rapidfuzz.

    python benchmarks/dedupe.py [FILE.retrieval.tsv | FILE.pairs.tsv ...] [--names 100000]

All names of a file (role, entity_id, lang, name, or label, type, id1, lang1, name1, id2, lang2, name2) are put into
clusters at once. `all pairs` are those of any two names in one cluster against those of any two of one entity, so
that an entity of thirty spellings counts for 435; `by name` (B-cubed) are the shares in each name's cluster and
entity, averaged over the names; `labelled` are the rows of a file of pairs. A pair is `of other words` if
`compare` holds it for improbable (below 0.1), as an alias or a maiden name is. The peer joins names whose
token_sort_ratio in plain Latin letters reaches a threshold, the one of the best F1. --names times the clustering
of made-up people, two spellings each.
"""

from __future__ import annotations

import argparse
import csv
import resource
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from people import people, queries
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist
from unidecode import unidecode

from translit.finding.dedupe import LIKELY, dedupe
from translit.matching.compare import compare_many

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
RATIOS = range(78, 101, 2)
OTHER_WORDS = 0.1  # probability
ROWS = 500  # names of the peer compared at once

Groups = Sequence[Sequence[str]]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Truth:
    """Which entities each name is of, and the labelled pairs of the file, if it has any."""

    entities: dict[str, set[str]]
    labelled: dict[Pair, bool]

    @classmethod
    def read(cls, path: Path) -> Truth:
        entities: dict[str, set[str]] = defaultdict(set)
        labelled: dict[Pair, bool] = {}
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if "name" in row:
                    entities[row["name"]].add(row["entity_id"])
                    continue
                labelled[row["name1"], row["name2"]] = row["label"] == "1"
                for side in "12":
                    entities[row[f"name{side}"]].add(row[f"id{side}"])
        return cls(dict(entities), labelled)

    def groups(self) -> list[list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name, ids in self.entities.items():
            for entity in ids:
                found[entity].append(name)
        return list(found.values())


def pairs_of(groups: Iterable[Sequence[str]]) -> set[Pair]:
    """Every two names of a group, in alphabetical order."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def shares(hits: float, predicted: float, true: float) -> str:
    precision, recall = hits / max(predicted, 1), hits / max(true, 1)
    return f"precision {precision:.4f}  recall {recall:.4f}  F1 {f1(hits, predicted, true):.4f}"


def f1(hits: float, predicted: float, true: float) -> float:
    return 2 * hits / max(predicted + true, 1)


def all_pairs(groups: Groups, truth: set[Pair]) -> tuple[int, int, int]:
    predicted = pairs_of(groups)
    return len(predicted & truth), len(predicted), len(truth)


def by_name(groups: Groups, truth: Truth) -> str:
    """B-cubed precision and recall."""
    of: dict[str, set[str]] = defaultdict(set)
    for group in truth.groups():
        for name in group:
            of[name].update(group)
    precision = recall = 0.0
    for cluster in groups:
        for name in cluster:
            hits = len(of[name].intersection(cluster))
            precision += hits / len(cluster)
            recall += hits / len(of[name])
    return f"precision {precision / len(of):.4f}  recall {recall / len(of):.4f}"


def labelled(groups: Groups, truth: Truth) -> str:
    cluster = {name: number for number, group in enumerate(groups) for name in group}
    together = {pair for pair in truth.labelled if cluster[pair[0]] == cluster[pair[1]]}
    positive = {pair for pair, label in truth.labelled.items() if label}
    return shares(len(together & positive), len(together), len(positive))


def single_link(names: Sequence[str]) -> dict[int, list[list[str]]]:
    """The peer's clusters at every threshold."""
    plain = [unidecode(name).lower() for name in names]
    found: list[tuple[int, int, int]] = []
    for start in range(0, len(plain), ROWS):
        ratios = cdist(plain[start : start + ROWS], plain, scorer=token_sort_ratio, score_cutoff=RATIOS[0])
        rows, columns = np.nonzero(ratios)
        found += zip((rows + start).tolist(), columns.tolist(), ratios[rows, columns].tolist(), strict=True)
    root = list(range(len(names)))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    clusters: dict[int, list[list[str]]] = {}
    for threshold in reversed(RATIOS):
        for a, b, ratio in found:
            if threshold <= ratio < threshold + RATIOS.step:
                root[find(a)] = find(b)
        groups: dict[int, list[str]] = defaultdict(list)
        for number, name in enumerate(names):
            groups[find(number)].append(name)
        clusters[threshold] = list(groups.values())
    return clusters


def quality(path: Path) -> None:
    truth = Truth.read(path)
    names, true = sorted(truth.entities), pairs_of(truth.groups())
    print(f"{path.name}: {len(names)} names of {len(truth.groups())} entities, {len(true)} pairs")
    groups: Groups = [cluster.names for cluster in dedupe(names).clusters]
    print(f"  translit at {LIKELY['person']}: all pairs  {shares(*all_pairs(groups, true))}")
    print(f"                   by name    {by_name(groups, truth)}")
    if truth.labelled:
        print(f"                   labelled   {labelled(groups, truth)}")
    lost = sorted(true - pairs_of(groups))
    other = int((compare_many(lost) < OTHER_WORDS).sum())
    print(f"                   {len(lost)} pairs lost, {other} of them of other words")
    for threshold in THRESHOLDS:
        at = [cluster.names for cluster in dedupe(names, threshold=threshold).clusters]
        print(f"  translit at {threshold}: all pairs  {shares(*all_pairs(at, true))}")
    peers = {threshold: all_pairs(found, true) for threshold, found in single_link(names).items()}
    best = max(peers, key=lambda threshold: f1(*peers[threshold]))
    print(f"  rapidfuzz at {best}: all pairs  {shares(*peers[best])}")


def speed(count: int) -> None:
    drawn = list(people(count // 2, seed=3))
    spelled = [person.written() for person in drawn] + [clean for _, clean, _ in queries(drawn)]
    start = time.process_time()
    found = dedupe(spelled)
    took = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(
        f"{len(set(spelled))} names of made-up people: {len(found.clusters)} clusters in {took:.0f} s of one core,"
        f" {took / len(spelled) * 1e3:.2f} ms a name, peak memory {memory:.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--names", type=int, default=100_000)
    options = parser.parse_args()
    if options.names:
        speed(options.names)
    for path in options.files:
        quality(path)


if __name__ == "__main__":
    main()
