"""The names of an index that a query is compared with, and the best of them for each entity."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.arrays import UInt32s
from translit.finding.index.search import Index
from translit.finding.sharing import Best
from translit.kinds import KINDS
from translit.matching.compare import probabilities
from translit.matching.persons.reading.missing import is_missing

COMPARED = 24  # distinct names compared for each query
Groups = dict[tuple[bytes, int], list[int]]  # text and kind → the names that have them


def groups_of(index: Index, name: str, wide: bool) -> Groups:
    """The names to compare with a query, those of one text together; `wide` has the index look further."""
    if is_missing(name):
        return {}
    numbers, _ = index.search(name, wide)
    groups = _together(index, numbers, COMPARED)
    if index.acronyms and not wide:  # beside the others, so that neither crowds out the other
        found = index.acronyms.find(name)
        groups = _together(index, found, len(found)) | groups
    return groups


def _together(index: Index, numbers: UInt32s, most: int) -> Groups:
    """So many groups of names, those of one text together, the first ones."""
    kinds = index.kinds.take(index.entities_of(numbers)).tolist()
    groups: Groups = {}
    for key, number in zip(zip(index.scorer.keys(numbers), kinds, strict=True), numbers.tolist(), strict=True):
        if key in groups:
            groups[key].append(number)
        elif len(groups) < most:
            groups[key] = [number]
    return groups


def compared(index: Index, names: Sequence[str], groups: Sequence[Groups]) -> list[dict[int, Best]]:
    """For each name the entities of its groups: the best of their names, and how good it is."""
    pairs = [(row, kind, numbers) for row, found in enumerate(groups) for (_, kind), numbers in found.items()]
    chances = np.zeros(len(pairs))
    for code, kind in enumerate(KINDS):
        mine = [place for place, (_, other, _) in enumerate(pairs) if other == code]
        if not mine:
            continue
        queries: dict[str, int] = {}
        texts: dict[str, int] = {}
        rows = [queries.setdefault(names[pairs[place][0]], len(queries)) for place in mine]
        columns = [texts.setdefault(index.name(pairs[place][2][0]), len(texts)) for place in mine]
        chances[mine] = probabilities(
            list(queries), list(texts), np.array(rows, dtype=np.int32), np.array(columns, dtype=np.int32), kind
        )
    hits: list[dict[int, Best]] = [{} for _ in names]
    lengths = [len(name.split()) for name in names]
    every = np.array([number for _, _, numbers in pairs for number in numbers], dtype=np.int64)
    entities = iter(index.entities_of(every).tolist())
    for (row, _, numbers), chance in zip(pairs, chances.tolist(), strict=True):
        best, words = hits[row], abs(_words(index, numbers[0]) - lengths[row])
        for number in numbers:
            entity, tried = next(entities), (-chance, words, number)
            best[entity] = min(tried, best.get(entity, tried))
    return hits


def _words(index: Index, number: int) -> int:
    """How many words a name has."""
    return int(index.name_firsts[number + 1]) - int(index.name_firsts[number])
