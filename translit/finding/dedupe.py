"""Deduplication: the spellings of one person, place or organization put together, each group with a canonical spelling.

Every name is looked up among the others; pairs that are probably one join into components. Inside a component
groups merge only while their names, on average, are probably one (average link), so that one weak link does not
draw two dense groups together, and never if two of their names contradict each other (cannot-link). A name that fits
two people who contradict each other, such as an initial, joins neither. The order of the names doesn't matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from translit.arrays import Bools, Float64s, Int64s
from translit.checks import iterate_texts, require_list
from translit.errors import UsageError
from translit.finding.candidate_pairs import BLOCK, Links, near
from translit.finding.clusters import Cluster, cluster_of, fit_several
from translit.kinds import KINDS, Kind
from translit.matching.persons.reading.missing import is_missing

# the probability from which two names, or two groups on average, are one; words that many things share need more
LIKELY: Mapping[str, float] = {"person": 0.5, "place": 0.6, "organization": 0.6}
CONTRADICTED = 0.02  # a probability below which two names aren't left in one cluster: something in them contradicts
LARGEST = 400  # names of a component that are all compared with each other

Edges = list[tuple[int, int, float]]


@dataclass(frozen=True)
class Deduped:
    """All clusters in the order of their canonical spellings, and the pairs that are probably one."""

    clusters: tuple[Cluster, ...]
    pairs: tuple[tuple[str, str, float], ...]

    def cluster_of(self) -> dict[str, Cluster]:
        """The cluster of every name."""
        return {name: cluster for cluster in self.clusters for name in cluster.names}


def dedupe(names: Iterable[str], kind: Kind = "person", threshold: float | None = None) -> Deduped:
    """Put the spellings of one person, place or organization together.

    Names that are equal count as one spelling, met more than once. Blank names are left out. Pairs of the
    result are those at or above the threshold; without one, that of the kind in `LIKELY` serves. Their
    probabilities are those of `compare`, or less where a long list asks for it (see `candidate_pairs`). Raises
    UsageError for an unknown kind or a threshold outside (0, 1].

    >>> found = dedupe(["Рыгор Барадулін", "Ryhor Baradulin", "Васіль Быкаў", "Vasil Bykau"])
    >>> sorted(cluster.names for cluster in found.clusters)
    [('Ryhor Baradulin', 'Рыгор Барадулін'), ('Vasil Bykau', 'Васіль Быкаў')]

    A word for a missing name (N/A, null, нет данных) is in no cluster, as an empty one isn't.

    >>> dedupe(["N/A", "n/a", "null"]).clusters
    ()
    """
    if kind not in KINDS:
        raise UsageError(f"there is no kind {kind!r}; use one of {', '.join(KINDS)}")
    threshold = LIKELY[kind] if threshold is None else threshold
    if not 0 < threshold <= 1:
        raise UsageError(f"the threshold {threshold} makes no sense; give one above 0, at most 1")
    require_list(names, "the names")
    counts = Counter(name for name in iterate_texts(names, "name") if name.strip() and not is_missing(name))
    distinct = sorted(counts)
    links = Links(distinct, kind)
    pairs = near(distinct, kind)
    chances = links.chances(pairs)
    likely = chances >= threshold
    edges = [(a, b, chance) for (a, b), chance in zip(pairs[likely].tolist(), chances[likely].tolist(), strict=True)]
    components = _components(len(distinct), edges)
    clusters = [Cluster(distinct[part[0]], (distinct[part[0]],), 1.0) for part in components if len(part) == 1]
    joined = [part for part in components if len(part) > 1]
    for component, matrix in zip(joined, _matrices(joined, links), strict=True):
        barred = matrix < CONTRADICTED
        if kind == "person":
            barred |= fit_several([distinct[number] for number in component], matrix, threshold)
        for group in _average_link(matrix, threshold, barred):
            members = [distinct[component[place]] for place in group]
            clusters.append(cluster_of(members, matrix[np.ix_(group, group)], counts, kind))
    clusters.sort(key=lambda cluster: (cluster.canonical, cluster.names))
    return Deduped(tuple(clusters), tuple((distinct[a], distinct[b], chance) for a, b, chance in edges))


def _components(count: int, edges: Edges) -> list[list[int]]:
    """Names that hang together by likely pairs; too large a component is cut at its weakest pairs."""
    groups = _joined(range(count), edges)
    bar = 0.5
    while any(len(group) > LARGEST for group in groups) and bar < 0.999:
        bar = (1 + bar) / 2
        strong = [edge for edge in edges if edge[2] >= bar]
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

    for a, b, _ in edges:
        if a in root and b in root:
            first, second = sorted((find(a), find(b)))
            root[second] = first
    groups: dict[int, list[int]] = {}
    for number in sorted(root):
        groups.setdefault(find(number), []).append(number)
    return list(groups.values())


def _matrices(components: Sequence[list[int]], links: Links) -> Iterator[Float64s]:
    """The probabilities of all pairs of each component, those that no search brought together too."""
    start = 0
    while start < len(components):
        end, pairs = start, 0
        while end < len(components) and pairs < BLOCK:
            pairs += len(components[end]) ** 2 // 2
            end += 1
        places = [np.triu_indices(len(component), 1) for component in components[start:end]]
        members = [np.array(component, dtype=np.int64) for component in components[start:end]]
        wanted: list[Int64s] = [
            np.stack([part[rows], part[columns]], axis=1) for part, (rows, columns) in zip(members, places, strict=True)
        ]
        chances = np.split(links.chances(np.concatenate(wanted)), np.cumsum([len(part) for part in wanted])[:-1])
        for part, (rows, columns), found in zip(members, places, chances, strict=True):
            matrix = np.ones((len(part), len(part)))
            matrix[rows, columns] = matrix[columns, rows] = found
            yield matrix
        start = end


def _average_link(matrix: Float64s, threshold: float, barred: Bools | None = None) -> list[list[int]]:
    """Groups merged as long as the mean probability between two of them reaches the threshold, the closest first.

    No group holds two names that are barred from each other.
    """
    groups = {place: [place] for place in range(len(matrix))}
    means = np.round(matrix, 9)
    barred = np.zeros(means.shape, dtype=np.bool_) if barred is None else barred | barred.T
    np.fill_diagonal(barred, True)
    means[barred] = -1.0
    while len(groups) > 1:
        first, second = sorted(int(place) for place in np.unravel_index(int(means.argmax()), means.shape))
        if means[first, second] < threshold:
            break
        one, other = len(groups[first]), len(groups[second])
        barred[first] |= barred[second]
        barred[:, first] = barred[first]
        means[first] = np.round((one * means[first] + other * means[second]) / (one + other), 9)
        means[first, barred[first]] = -1.0
        means[:, first] = means[first]
        means[second] = means[:, second] = -1.0
        groups[first] = sorted(groups[first] + groups.pop(second))
    return list(groups.values())
