"""How common a personal name is: how rare each of its words is, or each of those that another name has as well."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from translit.matching.persons.comparing.arrays import RAREST_GIVEN, Names
from translit.matching.persons.comparing.closeness import NEAR
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import rarities
from translit.matching.persons.lexicon.marks import VOUCHED
from translit.matching.persons.probability.features import Kept, features_between
from translit.matching.persons.reading.parse import Name, parse
from translit.matching.persons.reading.titles import is_numeral
from translit.matching.persons.reading.token import CORES, FATHERS, GENERATIONS, INITIALS, SECOND_INITIALS
from translit.matching.persons.single.one_pair import facts_of, one_pair
from translit.matching.persons.single.token_facts import TokenFacts
from translit.matching.phonetics.pivots import loose_readings
from translit.memo import memoized

RARITY_OF_FATHER, RARITY_OF_INITIAL = 1.5, 1.0  # measured: decimal logarithms for a usual patronymic, a usual letter
BOTH_SEXES = 0.3  # decimal logarithm of two: women have patronymics too, and the share of a man's name is of all people
RARITY_OF_NUMBER = 4.0  # set by hand: of a ruler's number beside given names alone, which few but he are known by
# set by hand: of a Korean given name of two syllables, at least; lists know what sounds like it elsewhere
RARITY_OF_KOREAN = 3.5
FEW = 3  # pairs up to which plain Python is faster than arrays


class Borne(NamedTuple):
    """A word, or what else a name has, that people bear."""

    word: str  # folded, as the second name of a pair has it; empty if no list of people tells how common it is
    rarity: float  # minus the decimal logarithm of the share of its bearers
    nats: float = 0.0  # what its spelling costs


def words_borne(names: Sequence[str]) -> list[list[Borne]]:
    """What each name has that not all people bear; nothing of a name of titles alone.

    Given names with a number are those of a ruler.

    >>> common, rare = (sum(word.rarity for word in name) for name in words_borne(["Иван Иванов", "Иван Атабеков"]))
    >>> common < rare
    True
    >>> ruler, junior = words_borne(["Пётр I", "Пётр мл."])
    >>> len(ruler) - len(junior)
    1
    """
    return [_of_name(name) for name in parse.many(names)]


def _of_name(name: Name) -> list[Borne]:
    (tokens,) = facts_of(name)
    cores = [place for place, code in enumerate(name.codes) if code == CORES]
    found = [Borne(name.folded[place], _rarity(name, tokens, place)) for place in cores]
    fathers = [name.folded[place] for place, code in enumerate(name.codes) if code == FATHERS]
    found += map(Borne, fathers, rarity_of_fathers.many(fathers))
    return found + _marks(name, tokens, cores)


def _marks(name: Name, tokens: Sequence[TokenFacts], cores: Sequence[int]) -> list[Borne]:
    """Its initials, and the number of a ruler."""
    found = [Borne("", RARITY_OF_INITIAL) for code in name.codes if code in (INITIALS, SECOND_INITIALS)]
    numbers = [name.folded[place] for place, code in enumerate(name.codes) if code == GENERATIONS]
    if cores and any(map(is_numeral, numbers)) and all(tokens[place].sets for place in cores):
        found.append(Borne("", RARITY_OF_NUMBER))
    return found


def _rarity(name: Name, tokens: Sequence[TokenFacts], place: int) -> float:
    if name.korean and not name.korean[place].is_family:
        return max(tokens[place].rarity, RARITY_OF_KOREAN)
    return tokens[place].rarity


@memoized
def rarity_of_fathers(tokens: Sequence[str]) -> list[float]:
    """How rare folded patronymics are, as decimal logarithms: twice as common as the father's given name.

    >>> nikolai, rudolf = rarity_of_fathers.many(["николаевич", "рудольфовна"])
    >>> nikolai < rudolf
    True
    """
    given = given_names()
    names = [[given.keys[number] for number in found] for found in given.fathers(tokens)]
    shares = iter(rarities(loose_readings.many(chain.from_iterable(names)), given=True))
    return [
        min([RAREST_GIVEN, *(next(shares) for _ in row)]) - BOTH_SEXES if row else RARITY_OF_FATHER for row in names
    ]


def words_shared(pairs: Sequence[tuple[str, str]]) -> list[list[Borne]]:
    """What both names of each pair have: words that agree, patronymics of both, and the marks of the first name.

    A word is as common as the commoner of its two spellings: a slip, or an uncommon spelling, stands for the usual one.
    What only one name has says nothing of who else may be meant by it; where both have a word of their own, as names
    have that are one by another reading, all that the first name has is taken.

    >>> (found,) = words_shared([("Jekatarina Ignatova", "Екатерина Павловна Игнатова")])
    >>> [each.word for each in found]
    ['екатерина', 'игнатова']
    """
    found = [
        _of_pair(*(kept[:2] if one <= other else kept[1::-1]), kept, one > other)
        for (one, other), kept in zip(pairs, _kept(pairs), strict=True)
    ]
    return [
        shared if len([each for each in shared if each.word]) >= least else _of_name(parse(pair[0]))
        for pair, shared, least in zip(pairs, found, map(_fewest, pairs), strict=True)
    ]


def _fewest(pair: tuple[str, str]) -> int:
    """How many words two names share if each word of one has a partner."""
    return min(parse(name).codes.count(CORES) for name in pair)


def _kept(pairs: Sequence[tuple[str, str]]) -> list[Kept]:
    """How the words of each pair go together."""
    some = [tuple(sorted(pair)) for pair in pairs]
    plain = [one_pair(*pair) if len(pairs) <= FEW else None for pair in some]
    found = {place: pair.kept() for place, pair in enumerate(plain) if pair}
    rest = [place for place in range(len(pairs)) if place not in found]
    if rest:
        number = {name: count for count, name in enumerate(dict.fromkeys(chain(*(some[place] for place in rest))))}
        rows, columns = (np.array([number[some[place][side]] for place in rest], dtype=np.int32) for side in (0, 1))
        names, kept = Names(list(number)), dict[int, Kept]()
        features_between(names, names, rows, columns, kept)
        found |= {place: kept[row] for row, place in enumerate(rest)}
    return [found[place] for place in range(len(pairs))]


def _of_pair(one: Name, other: Name, kept: Kept, turned: bool) -> list[Borne]:
    mine, its = facts_of(one, other)
    distance, marks = kept.matches.distance, kept.matches.marks
    near = kept.matches.joined & (distance < NEAR)
    found = []
    for i, j in zip(*(side.tolist() for side in near.nonzero()), strict=True):
        a, b = (j, i) if turned else (i, j)
        if FATHERS in (one.codes[a], other.codes[b]):
            continue
        rare = min(_rarity(one, mine, a), _rarity(other, its, b))
        letters = (mine[a].length + its[b].length) / 2
        nats = 0.0 if marks[i, j] & VOUCHED else float(distance[i, j]) * letters
        found.append(Borne(other.folded[b], rare, nats))
    fathers = [
        [name.folded[place] for place, code in enumerate(name.codes) if code == FATHERS] for name in (one, other)
    ]
    if all(fathers):
        found.append(Borne(fathers[1][0], min(rarity_of_fathers.many([fathers[0][0], fathers[1][0]]))))
    return found + _marks(one, mine, [place for place, code in enumerate(one.codes) if code == CORES])
