"""The features of one pair of names without arrays: what `features.features_between` gives, several times as fast.

Names that need more than their words held against each other (initials, generations, words to be joined) are left
to the arrays: then `one_pair` gives None.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

import numpy as np

from translit.arrays import Float32s
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.closeness import NEAR, Matches
from translit.matching.persons.comparing.distance import THREE
from translit.matching.persons.comparing.written_words import by_letters, written_words
from translit.matching.persons.evidence.evidence import FEATURES
from translit.matching.persons.probability.features import (
    CLOSE,
    LIKE,
    NOTHING,
    SEVERAL,
    SPLIT_WORDS,
    Kept,
    may_be_glued,
)
from translit.matching.persons.reading.korean import agreed
from translit.matching.persons.reading.parse import Name, parse
from translit.matching.persons.reading.remarks import NO_REMARKS
from translit.matching.persons.reading.syllabic import by_syllables, language_of, languages, two
from translit.matching.persons.reading.token import CORES, FAMILY, FATHERS, PARTICLES
from translit.matching.persons.single.one_evidence import evidence
from translit.matching.persons.single.one_matches import Cell, Grid, Met, Side, Values
from translit.matching.persons.single.one_token import token_distance
from translit.matching.persons.single.token_facts import TokenFacts, facts, single

_PLAIN = frozenset({CORES, FATHERS, PARTICLES})
_NO_FATHER = frozenset({CORES, PARTICLES})
_CLOSE, _NOTHING_HELPS, _LIKE, _NEAR = map(single, (CLOSE, NOTHING, LIKE, NEAR))
_APART = (FAR, 0)


class OnePair:
    """The features of a pair, float32 [len(FEATURES)], how its words went together, and which of them are near."""

    def __init__(
        self, names: tuple[Name, Name], features: Float32s, grid: Grid, assigned: list[Cell], near: list[Cell]
    ) -> None:
        self.features, self.near = features, near
        self._names, self._grid, self._assigned = names, grid, assigned

    def kept(self) -> Kept:
        """How the words went together, for an explanation."""
        shape = len(self._names[0].codes), len(self._names[1].codes)
        distance = np.array([[found[0] for found in row] for row in self._grid], dtype=np.float32).reshape(shape)
        marks = np.array([[found[1] for found in row] for row in self._grid], dtype=np.uint8).reshape(shape)
        assigned = np.zeros(shape, dtype=np.bool_)
        for cell in self._assigned:
            assigned[cell.i, cell.j] = True
        return Kept(*self._names, Matches(distance, marks, assigned, assigned, assigned))


@lru_cache(maxsize=1 << 10)  # the pair that a look-up finds is asked for again
def one_pair(a: str, b: str) -> OnePair | None:
    """The features of two names as they are written, or None where arrays have to work them out.

    >>> pair = one_pair("Ганна Сідарава", "Анна Сидорова")
    >>> pair and dict(zip(FEATURES, pair.features.tolist()))["matched"]
    2.0
    >>> one_pair("А. Сідарава", "Анна Сидорова") is None
    True
    """
    left, right = parse.many((a, b))
    if NO_REMARKS not in (left.remarks, right.remarks) or left.remarks.kin != right.remarks.kin:
        return None
    if not (left.codes and right.codes and _PLAIN.issuperset(left.codes) and _PLAIN.issuperset(right.codes)):
        return None
    one, other = facts_of(left, right)
    grid = _grid(left, right, one, other)
    assigned = _assign(grid, one, other)
    joined = [cell for cell in assigned if not (left.codes[cell.i] == right.codes[cell.j] == FATHERS)]
    near = [cell for cell in joined if cell.distance < _NEAR]
    sides = Side(left, one, {cell.i for cell in near}), Side(right, other, {cell.j for cell in near})
    both = [(i, j) for i in sides[0].fathers for j in sides[1].fathers]
    fathers = [Cell(i, j, *grid[i][j], (one[i].length + other[j].length) / 2) for i, j in both]
    values = evidence(Met(*sides, joined, near, grid, fathers))
    if _may_be_joined(left, right, values):
        return None
    features = np.array([values[name] for name in FEATURES], dtype=np.float32)
    return OnePair((left, right), features, grid, assigned, near)


def facts_of(*names: Name) -> list[list[TokenFacts]]:
    """What is to be known of each word of some names."""
    keys = [(folded, code == FATHERS) for name in names for folded, code in zip(name.folded, name.codes, strict=True)]
    found = iter(facts.many(keys))
    return [list(islice(found, len(name.codes))) for name in names]


def _may_be_joined(left: Name, right: Name, values: Values) -> bool:
    """Whether joining words might bring the names closer, or more: see `features._with_joined`."""
    mean, best = single(values["mean"]), values["best"]
    if mean <= _CLOSE:
        return False
    lengths = {len(left.codes), len(right.codes)}
    if lengths == {SPLIT_WORDS, SPLIT_WORDS // 2}:
        return True
    one, other = left.codes.count(CORES), right.codes.count(CORES)
    more = one != other or PARTICLES in left.codes or PARTICLES in right.codes
    if one == other >= SEVERAL and best < _CLOSE and mean < _NOTHING_HELPS:
        more = more or may_be_glued(left, right) or may_be_glued(right, left)
    fewer = min(one, other)
    return more and mean < _NOTHING_HELPS and fewer > 0 and (best < _LIKE or fewer == 1)


def _grid(left: Name, right: Name, one: list[TokenFacts], other: list[TokenFacts]) -> Grid:
    """Distance and marks of each word with each; nothing where they can't meet: see `distance.Block`."""
    grid = _spoken_grid(left, right, one, other)
    written = written_words(left), written_words(right)
    if not all(written):
        return grid
    for mine, row in zip(written[0], grid, strict=True):
        met = zip(written[1], row, strict=True)
        row[:] = [found if found is _APART else by_letters(mine, its, *found) for its, found in met]
    return grid


def _spoken_grid(left: Name, right: Name, one: list[TokenFacts], other: list[TokenFacts]) -> Grid:
    """The same by how the words sound."""
    fathers = FATHERS in left.codes and FATHERS in right.codes
    three_a, three_b = (name.codes.count(CORES) >= THREE for name in (left, right))
    grid: Grid = []
    for i, (code, token) in enumerate(zip(left.codes, one, strict=True)):
        row = []
        for j, (also, partner) in enumerate(zip(right.codes, other, strict=True)):
            meet = code == also and code != PARTICLES
            if not meet and not fathers and code + also == CORES + FATHERS:
                three, place = (three_a, left.places[i]) if code == CORES else (three_b, right.places[j])
                meet = (token.like_patronymic and partner.like_patronymic) or (three and place != FAMILY)
            row.append(token_distance(token, partner) if meet else _APART)
        grid.append(row)
    if left.korean and right.korean:
        return [
            [agreed(mine, its, *found) for its, found in zip(right.korean, row, strict=True)]
            for mine, row in zip(left.korean, grid, strict=True)
        ]
    language = _language(left)
    if language and (language := language & _language(right)):
        texts, words = (left.text, right.text), (left.words, right.words)
        for i, row in enumerate(grid):
            for j, found in enumerate(row):
                if found is not _APART:
                    met = two((one[i].text, other[j].text), i, j, texts, words)
                    row[j] = by_syllables(met, language, *found)
    return grid


def _language(name: Name) -> int:
    return language_of(languages.many(name.folded)) if _NO_FATHER.issuperset(name.codes) else 0


def _assign(grid: Grid, one: list[TokenFacts], other: list[TokenFacts]) -> list[Cell]:
    """The closest words first, each once, in the order of the left name: `assignment.assign`."""
    ranked = sorted([(found[0], i, j) for i, row in enumerate(grid) for j, found in enumerate(row) if found[0] < FAR])
    rows: set[int] = set()
    columns: set[int] = set()
    cells: list[Cell] = []
    for distance, i, j in ranked:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            cells.append(Cell(i, j, distance, grid[i][j][1], (one[i].length + other[j].length) / 2))
    return sorted(cells, key=lambda cell: cell.i)
