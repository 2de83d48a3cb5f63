"""The order of the words of two names: given names or family names that stand the other way round, other last names.

María José and José María are two given names, García López and López García two families; a family name may stand
before the given names or after them, so a name that is turned about as a whole is in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translit.matching.persons.lexicon.lists import compounds
from translit.matching.persons.reading.token import CORES, FAMILY, PARTICLES

SEVERAL = 3  # words from which on an order tells something
TURNED_ABOUT = 0.5  # set by hand: a name read backwards, as Vietnamese names are in the West (Ngo Dinh Diem)
WITHIN = 0.5  # set by hand: a word within may be a middle name, which people leave out or write otherwise
PARENTS = ("abu", "umm", "абу", "умм")  # how compounds of these begin, see `compounds`
Cells = set[tuple[int, int]]


class Side(NamedTuple):
    """The names of one side: where they stand, those known to be the family name last; and which are known to be.

    `free` stand where the writer likes: an Arabic name after a son or daughter (Abu Ubaydah), a nisba (al-Anabi).
    """

    names: list[int]
    families: frozenset[int]
    free: frozenset[int] = frozenset()

    @property
    def given(self) -> list[int]:
        """The names that aren't the family name."""
        return [place for place in self.names if place not in self.families]


def side(codes: Sequence[int], places: Sequence[int], words: Sequence[str] = ()) -> Side:
    """The names of a side by the codes of its words, their places and the folded words.

    >>> side([CORES, CORES, CORES], [FAMILY, 2, 2]).names
    [1, 2, 0]
    >>> side([PARTICLES, CORES, CORES, CORES], [1, 1, 2, 2], ["al", "anabi", "yusuf", "abuubaydah"]).free
    frozenset({1, 3})
    """
    names = [place for place, code in enumerate(codes) if code == CORES]
    families = frozenset(place for place in names if places[place] == FAMILY)
    free = frozenset(place for place in names if words and _is_free(words, codes, place))
    return Side(sorted(names, key=families.__contains__), families, free)


def _is_free(words: Sequence[str], codes: Sequence[int], place: int) -> bool:
    after_article = place > 0 and codes[place - 1] == PARTICLES and words[place - 1] in compounds()["article"]
    return after_article or words[place].startswith(PARENTS)


def reordered(one: Side, other: Side, joined: Cells, near: Cells) -> float:
    """Whether names that go together stand in another order: 1, for a whole name backwards TURNED_ABOUT, or 0.

    `joined` are the places of names that go together, `near` of all that might. Where a comma tells the family name,
    it has to be the same, and no name without partner: of long names people choose one or the other.

    >>> names = Side([0, 1, 2], frozenset())
    >>> mixed, turned = {(0, 1), (1, 0), (2, 2)}, {(0, 1), (1, 2), (2, 0)}
    >>> reordered(names, names, mixed, mixed), reordered(names, names, turned, turned)
    (1.0, 0.0)
    """
    rows, columns = {i for i, _ in joined}, {j for _, j in joined}
    mine, its = [i for i in one.names if i in rows], [j for j in other.names if j in columns]
    count = len(mine)
    if count < SEVERAL or count != len(its):
        return 0.0
    if one.families or other.families:
        if count < max(len(one.names), len(other.names)):
            return 0.0
        if one.families and other.families and any((i in one.families) != (j in other.families) for i, j in joined):
            return 0.0
    fixed = [(i, j) for i, j in joined if i not in one.free and j not in other.free]
    if len(fixed) < count and [i for i, _ in sorted(fixed)] == [i for i, _ in sorted(fixed, key=lambda both: both[1])]:
        return 0.0
    for start in range(count):
        if near.issuperset(zip(mine, its[start:] + its[:start], strict=True)):
            return 0.0
    return TURNED_ABOUT if near.issuperset(zip(mine, reversed(its), strict=True)) else 1.0


def other_word(one: Side, other: Side, joined: Cells) -> float:
    """Whether two names of several words share some and have others on both sides: García López, García Pérez.

    1 if these are the last words of both, else WITHIN; where both tell the family name, the given names are asked.

    >>> names = Side([0, 1, 2], frozenset())
    >>> other_word(names, names, {(0, 0), (1, 1)}), other_word(names, names, {(0, 0), (2, 2)})
    (1.0, 0.5)
    >>> names = Side([1, 2, 0], frozenset({0}))
    >>> other_word(names, names, {(0, 0), (2, 2)}), other_word(names, names, {(0, 0), (1, 1)})
    (1.0, 0.5)
    """
    if one.families and other.families:
        return _other_given(one, other, joined)
    if min(len(one.names), len(other.names)) < SEVERAL or len(joined) < SEVERAL - 1:
        return 0.0
    rows, columns = {i for i, _ in joined}, {j for _, j in joined}
    if rows.issuperset(one.names) or columns.issuperset(other.names):
        return 0.0
    return WITHIN if one.names[-1] in rows or other.names[-1] in columns else 1.0


def _other_given(one: Side, other: Side, joined: Cells) -> float:
    """The same where both tell the family name, and it agrees: of the given names, 1 if the first ones are others."""
    given = {(i, j) for i, j in joined if i not in one.families and j not in other.families}
    if len(given) in (0, len(joined)):
        return 0.0
    rows, columns = {i for i, _ in given}, {j for _, j in given}
    alone = [place for place in one.given if place not in rows]
    also = [place for place in other.given if place not in columns]
    if not alone or not also:
        return 0.0
    return 1.0 if alone[0] == one.given[0] and also[0] == other.given[0] else WITHIN
