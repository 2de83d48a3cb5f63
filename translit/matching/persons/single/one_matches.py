"""Which words of one pair of names go together, in plain Python: the twin of `closeness.Matches`."""

from __future__ import annotations

from dataclasses import dataclass

from translit.matching.persons.reading.parse import Name
from translit.matching.persons.reading.token import CORES, FAMILY, FATHERS, NOT_FAMILY
from translit.matching.persons.single.token_facts import TokenFacts

Values = dict[str, float]  # features by their names
Grid = list[list[tuple[float, int]]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A word of the left name that goes with one of the right: places, distance, marks, letters (END included)."""

    i: int
    j: int
    distance: float
    marks: int
    letters: float


class Side:
    """What is asked again and again of the words of one name."""

    def __init__(self, name: Name, tokens: list[TokenFacts], near: set[int]) -> None:
        self.name, self.tokens, self.near = name, tokens, near
        codes = name.codes
        self.cores = [place for place, code in enumerate(codes) if code == CORES]
        self.fathers = [place for place, code in enumerate(codes) if code == FATHERS]
        self.family = [place for place in self.cores if name.places[place] == FAMILY]
        self.given = [place for place in self.cores if name.places[place] == NOT_FAMILY]
        self.alone = len(set(self.cores) - near)
        lone = len(set(self.family) - near)
        self.halves = lone if lone < len(self.family) else 0  # family names without partner beside one that has one
        self.lone_father = any(place not in near for place in self.fathers)
        counted = [*self.cores, *(place for place in self.fathers if place in near)]
        self.letters = sum([tokens[place].length - 1 for place in counted])


@dataclass(frozen=True, slots=True)
class Met:
    """Two names, and their words that go together: all but patronymics with patronymics, the near ones, and those."""

    left: Side
    right: Side
    joined: list[Cell]
    near: list[Cell]
    grid: Grid  # distance and marks of each word with each
    fathers: list[Cell]  # every patronymic with every patronymic, whether they were joined or not
