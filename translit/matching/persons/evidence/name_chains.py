"""What the order of all words of two names says, with fathers' names, double names and second family names.

Kebede Tesfaye Alemu is the son of Tesfaye Alemu, so that Tesfaye Kebede is another; José García López isn't José López;
Müller-Schmidt is Schmidt-Müller.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from translit.matching.persons.evidence.father_alone import father_alone
from translit.matching.persons.evidence.word_order import SEVERAL, Cells, Side, other_word, reordered
from translit.matching.persons.lexicon.latin_names import plain
from translit.matching.persons.lexicon.lists import table
from translit.matching.persons.reading.parse import Name
from translit.matching.phonetics.fold import fold

TURNED = 0.95  # set by hand: of what a father after bin counts; some lists have the family name first
SECOND = 1.0  # set by hand: of what a family name counts that finds nothing
FEWEST = 2  # words of the shorter name
SHORTEST = 4  # letters of a family name in -ez


class Order(NamedTuple):
    """What the order says, as features of `contradictions.order`."""

    reordered: float = 0.0
    other_word: float = 0.0
    son: float = 0.0
    family: float = 0.0


NOTHING = Order()


def may_tell(count: int, also: int, near: int) -> bool:
    """Whether the order of names of so many words, of which so many are near, may tell something.

    >>> may_tell(2, 2, 2), may_tell(2, 3, 2)
    (False, True)
    """
    return near >= FEWEST and min(count, also) >= FEWEST and max(count, also) >= SEVERAL


def order_of(
    one: Side, other: Side, cells: Cells, near: Cells, words: tuple[Sequence[str], Sequence[str]],
    given: Callable[[int], bool], names: Callable[[], tuple[Name, Name]],
) -> Order:  # fmt: skip
    """What the order of two names says.

    `cells` and `near` as for `reordered`, `words` folded; `given` tells whether a word of the first is a given name,
    and `names` gives the names, which few pairs need.
    """
    alone = father_alone(one, other, cells, names)
    if min(len(one.names), len(other.names)) < SEVERAL:
        son = max(turned_about(one, other, cells, given), alone)
        second = second_alone(one, other, cells, words)
        return Order(0.0, second, son, second)
    turned = reordered(one, other, cells, near)
    if turned and _turned_double(one, other, cells, near, given, names()):
        turned = 0.0
    second = second_alone(one, other, cells, words)
    return Order(turned, max(second, other_word(one, other, cells)), alone, second)


def _turned_double(
    one: Side, other: Side, cells: Cells, near: Cells, given: Callable[[int], bool], names: tuple[Name, Name]
) -> bool:
    """Whether the names are in one order but for the halves of double family names."""
    if not all("-" in name.text for name in names):
        return False
    mine, its = map(_doubles, names)
    places = list(other.names)
    for i, j in ((i, j) for i in mine for j in its):
        if {(i, j + 1), (i + 1, j)} <= cells and not (given(i) and given(i + 1)):
            first, second = places.index(j), places.index(j + 1)
            places[first], places[second] = places[second], places[first]
    return places != other.names and not reordered(one, other._replace(names=places), cells, near)


def _doubles(name: Name) -> list[int]:
    """Where double names begin.

    >>> from translit.matching.persons.reading.parse import parse
    >>> _doubles(parse("Anna Müller-Schmidt"))
    [1]
    """
    pairs = enumerate(zip(name.words, name.words[1:], strict=False))
    return [place for place, (first, second) in pairs if f"{first}-{second}" in name.text]


@cache
def _spanish() -> tuple[frozenset[str], str]:
    found = table("two_families")["table"]
    return frozenset(map(plain, fold.many(found["spanish"].split()))), found["ending"]


def is_spanish(word: str) -> bool:
    """Whether a folded word is a family name of Spanish, and not of Portuguese.

    >>> is_spanish("garcia"), is_spanish("fernández"), is_spanish("fernandes")
    (True, True, False)
    """
    families, ending = _spanish()
    bare = plain(word)
    return bare in families or (bare.endswith(ending) and len(bare) >= SHORTEST)


def turned_about(one: Side, other: Side, cells: Cells, given: Callable[[int], bool]) -> float:
    """Whether a name of two given names has those that the longer one begins with, in the other order: TURNED, or 0.

    `given` says whether a word of the first side is a given name.

    >>> short, long = Side([0, 1], frozenset()), Side([0, 1, 2], frozenset())
    >>> turned_about(short, long, {(0, 1), (1, 0)}, lambda place: True)
    0.95
    >>> turned_about(short, long, {(0, 0), (1, 1)}, lambda place: True)
    0.0
    """
    if len(one.names) > len(other.names):
        return turned_about(other, one, {(j, i) for i, j in cells}, lambda place: _to(cells, place, given))
    if len(one.names) != FEWEST or len(other.names) <= FEWEST or one.families or other.families:
        return 0.0
    first, second = one.names
    turned = {(first, other.names[1]), (second, other.names[0])} == cells
    return TURNED if turned and given(first) and given(second) else 0.0


def _to(cells: Cells, place: int, given: Callable[[int], bool]) -> bool:
    return any(given(i) for i, j in cells if j == place)


def second_alone(one: Side, other: Side, cells: Cells, words: tuple[Sequence[str], Sequence[str]]) -> float:
    """Whether the shorter of two names has the second of two Spanish family names and not the first: SECOND, or 0.

    >>> short, long = Side([0, 1], frozenset()), Side([0, 1, 2], frozenset())
    >>> second_alone(short, long, {(0, 0), (1, 2)}, (["jose", "lopez"], ["jose", "garcia", "lopez"]))
    1.0
    >>> second_alone(short, long, {(0, 0), (1, 1)}, (["jose", "garcia"], ["jose", "garcia", "lopez"]))
    0.0
    """
    if len(one.names) > len(other.names):
        return second_alone(other, one, {(j, i) for i, j in cells}, (words[1], words[0]))
    if len(one.names) < FEWEST or len(other.names) <= FEWEST or len(cells) != len(one.names):
        return 0.0
    father, mother = other.names[-2:]
    if (one.names[-1], mother) not in cells or any(j == father for _, j in cells):
        return 0.0
    return SECOND if all(is_spanish(words[1][place]) for place in (father, mother)) else 0.0
