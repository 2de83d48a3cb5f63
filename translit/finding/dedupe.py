"""Deduplication: the spellings of one person, place or organization put together, each group with a canonical spelling.

Every name is looked up among the others; pairs that are probably one join into components. Inside a component
groups merge only while their names, on average, are probably one (average link), so that one weak link does not
draw two dense groups together. The result does not depend on the order of the names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translit.errors import UsageError
from translit.finding.build import build
from translit.finding.entity import Entity
from translit.finding.index import Index
from translit.kinds import KINDS, Kind
from translit.matching.compare import probabilities
from translit.matching.name import CORE, PATRONYMIC, parse
from translit.writing.letters import is_cyrillic

LIKELY = 0.6  # the probability from which two names, or two groups on average, are one
NEIGHBOURS = 40  # names compared with each
MARGIN = 0.6  # what they may score less than the name itself
LARGEST = 400  # names of a component that are all compared with each other
BLOCK = 1 << 15  # pairs compared at once

Doubles = NDArray[np.float64]
Edges = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spellings that are one, in alphabetical order; `probability` is the mean over the pairs, 1 without any."""

    canonical: str
    names: tuple[str, ...]
    probability: float


@dataclass(frozen=True)
class Deduped:
    """All clusters in the order of their canonical spellings, and the pairs compared with their probabilities."""

    clusters: tuple[Cluster, ...]
    pairs: tuple[tuple[str, str, float], ...]

    def cluster_of(self) -> dict[str, Cluster]:
        """The cluster of every name."""
        return {name: cluster for cluster in self.clusters for name in cluster.names}


def dedupe(names: Iterable[str], kind: Kind = "person", threshold: float = LIKELY) -> Deduped:
    """Put the spellings of one person, place or organization together.

    Names that are equal count as one spelling, met more than once. Blank names are left out. Pairs of the
    result are those at or above the threshold. Raises UsageError for an unknown kind or a threshold outside (0, 1].

    >>> found = dedupe(["Ряхор Бардулін", "Рыгор Барадулін", "Ryhor Baradulin", "Васіль Быкаў", "Vasil Bykau"])
    >>> [cluster.names for cluster in found.clusters][1]
    ('Vasil Bykau', 'Васіль Быкаў')
    """
    if kind not in KINDS:
        raise UsageError(f"there is no kind {kind!r}; use one of {', '.join(KINDS)}")
    if not 0 < threshold <= 1:
        raise UsageError(f"the threshold {threshold} makes no sense; give one above 0, at most 1")
    counts = Counter(name for name in names if name.strip())
    distinct = sorted(counts)
    edges = _compare(distinct, _neighbours(distinct, kind), kind)
    likely = {pair: chance for pair, chance in edges.items() if chance >= threshold}
    clusters: list[Cluster] = []
    for component in _components(len(distinct), likely):
        matrix = _matrix(distinct, component, edges, kind)
        for group in _average_link(matrix, threshold):
            members = [component[place] for place in group]
            clusters.append(_cluster([distinct[member] for member in members], matrix[np.ix_(group, group)], counts))
    clusters.sort(key=lambda cluster: (cluster.canonical, cluster.names))
    pairs = tuple((distinct[a], distinct[b], chance) for (a, b), chance in sorted(likely.items()))
    return Deduped(tuple(clusters), pairs)


def _neighbours(names: Sequence[str], kind: Kind) -> set[tuple[int, int]]:
    """The pairs that the index brings together, the smaller number first."""
    index = Index(build(Entity(f"{number:09d}", kind, (name,)) for number, name in enumerate(names)))
    pairs: set[tuple[int, int]] = set()
    for number, name in enumerate(names):
        found, _ = index.search(name, margin=MARGIN)
        pairs.update((min(number, other), max(number, other)) for other in found[:NEIGHBOURS].tolist())
    return {(a, b) for a, b in pairs if a != b}


def _compare(names: Sequence[str], pairs: Iterable[tuple[int, int]], kind: Kind) -> Edges:
    """The probability of each pair."""
    ordered = sorted(pairs)
    edges: Edges = {}
    for start in range(0, len(ordered), BLOCK):
        part = ordered[start : start + BLOCK]
        index: dict[int, int] = {}
        rows = [index.setdefault(a, len(index)) for a, _ in part]
        columns = [index.setdefault(b, len(index)) for _, b in part]
        texts = [names[number] for number in index]
        chances = probabilities(texts, texts, np.array(rows, dtype=np.int32), np.array(columns, dtype=np.int32), kind)
        edges.update(zip(part, chances.tolist(), strict=True))
    return edges


def _components(count: int, edges: Edges) -> list[list[int]]:
    """Names that hang together by likely pairs; too large a component is cut at its weakest pairs."""
    groups = _joined(range(count), edges)
    bar = 0.5
    while any(len(group) > LARGEST for group in groups) and bar < 0.999:
        bar = (1 + bar) / 2
        strong = {pair: chance for pair, chance in edges.items() if chance >= bar}
        groups = [part for group in groups for part in (_joined(group, strong) if len(group) > LARGEST else [group])]
    return [group[start : start + LARGEST] for group in groups for start in range(0, len(group), LARGEST)]


def _joined(numbers: Iterable[int], edges: Edges) -> list[list[int]]:
    """The connected components of these numbers."""
    root = {number: number for number in numbers}

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for a, b in edges:
        if a in root and b in root:
            first, second = sorted((find(a), find(b)))
            root[second] = first
    groups: dict[int, list[int]] = {}
    for number in sorted(root):
        groups.setdefault(find(number), []).append(number)
    return list(groups.values())


def _matrix(names: Sequence[str], component: list[int], edges: Edges, kind: Kind) -> Doubles:
    """The probabilities of all pairs of a component, those the index didn't bring together too."""
    size = len(component)
    wanted = [(a, b) for place, a in enumerate(component) for b in component[place + 1 :]]
    known = _compare(names, [pair for pair in wanted if pair not in edges], kind) if size > 2 else {}
    matrix = np.ones((size, size))
    rows, columns = np.triu_indices(size, 1)
    matrix[rows, columns] = [edges[pair] if pair in edges else known[pair] for pair in wanted]
    matrix[columns, rows] = matrix[rows, columns]
    return matrix


def _average_link(matrix: Doubles, threshold: float) -> list[list[int]]:
    """Groups merged as long as the mean probability between two of them reaches the threshold, the closest first."""
    groups = [[place] for place in range(len(matrix))]
    sums = matrix.copy()
    np.fill_diagonal(sums, -1.0)
    sizes = np.ones(len(matrix))
    while len(groups) > 1:
        means = np.round(sums / np.outer(sizes, sizes), 9)
        first, second = sorted(int(place) for place in np.unravel_index(int(means.argmax()), means.shape))
        if means[first, second] < threshold:
            break
        sums[first] += sums[second]
        sums[:, first] += sums[:, second]
        sums[first, first] = -1.0
        sizes[first] += sizes[second]
        groups[first] = sorted(groups[first] + groups[second])
        sums, sizes = np.delete(np.delete(sums, second, 0), second, 1), np.delete(sizes, second)
        del groups[second]
        np.fill_diagonal(sums, -1e9)
    return groups


def _cluster(names: list[str], matrix: Doubles, counts: Counter[str]) -> Cluster:
    """The cluster with its canonical spelling: the most complete, then central, in Cyrillic, commonest, first."""

    def rank(place: int) -> tuple[int, float, bool, int, str]:
        name = names[place]
        full = sum(len(token.folded) > 1 for token in parse(name).of(CORE, PATRONYMIC))
        latin = not any(map(is_cyrillic, name))
        return (-min(full, 3), -round(float(matrix[place].mean()), 2), latin, -counts[name], name)

    canonical = names[min(range(len(names)), key=rank)]
    pairs = matrix[np.triu_indices(len(names), 1)]
    return Cluster(canonical, tuple(sorted(names)), round(float(pairs.mean()), 6) if len(pairs) else 1.0)
