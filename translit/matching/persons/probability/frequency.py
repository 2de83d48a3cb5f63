"""How common a personal name is: the share of people who bear all of its words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.arrays import Bools, Float64s
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.comparing.distance import Block, TokenTable
from translit.matching.persons.evidence.evidence import matches
from translit.matching.persons.lexicon.lists import UNLISTED
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.titles import is_numeral
from translit.matching.persons.reading.token import CORES, FATHERS, GENERATIONS, INITIALS, SECOND_INITIALS
from translit.matching.persons.single.one_pair import facts_of, one_pair

_UNLISTED = float(np.float32(UNLISTED))  # as arrays of names have it
RARITY_OF_FATHER, RARITY_OF_INITIAL = 1.5, 1.0  # measured: decimal logarithms for a usual patronymic, a usual letter
_RARITY = {FATHERS: RARITY_OF_FATHER, INITIALS: RARITY_OF_INITIAL, SECOND_INITIALS: RARITY_OF_INITIAL}
RARITY_OF_NUMBER = 4.0  # set by hand: of a ruler's number beside given names alone, which few but he are known by
RARITY_OF_KOREAN = (
    3.5  # set by hand: of a given name of two syllables, at least; lists know what sounds like it elsewhere
)
FEW = 8  # names up to which plain Python is faster than arrays
RAREST = 12.0  # beyond one in a million million there is nobody else


def log_shares(names: Sequence[str], agreeing: Sequence[str | None] | None = None) -> Float64s:
    """The decimal logarithm of the share of people who bear all words of each name, float64 [names], at most 0.

    `agreeing` has for each name another that is taken for it, or None: a word that no list knows may be a slip or an
    uncommon spelling of the word it agrees with, and is then as common as that one. Names of nothing but titles or
    initials say nothing: 0. Given names with a number are those of a ruler.

    >>> common, rare = log_shares(["Иван Иванов", "Иван Атабеков"])
    >>> bool(common > rare)
    True
    >>> alone, beside = log_shares(["Jekatarina Ignatova"] * 2, [None, "Екатерина Игнатова"])
    >>> bool(alone < beside)
    True
    >>> ruler, junior = log_shares(["Пётр I", "Пётр мл."])
    >>> bool(ruler < junior - 3)
    True
    >>> bool(log_shares(["Kim Jong-il"])[0] < -4)
    True
    """
    if len(names) <= FEW:
        pairs = zip(names, agreeing or [None] * len(names), strict=True)
        return np.array([_log_share(name, other) for name, other in pairs], dtype=np.float64)
    return _by_arrays(names, agreeing)


def _log_share(name: str, other: str | None) -> float:
    """The same of one name, without arrays where it goes: several times as fast."""
    parsed = parse(name)
    (tokens,) = facts_of(parsed)
    cores = [place for place, code in enumerate(parsed.codes) if code == CORES]
    rarity = {place: tokens[place].rarity for place in cores}
    for place, word in enumerate(parsed.korean):
        rarity[place] = rarity[place] if word.is_family else max(rarity[place], RARITY_OF_KOREAN)
    unlisted = [place for place in cores if rarity[place] >= _UNLISTED]
    if unlisted and other is not None:
        pair = one_pair(*sorted((name, other)))
        if pair is None:
            return float(_by_arrays([name], [other])[0])
        (theirs,) = facts_of(parse(other))
        for cell in pair.near:
            mine, its = (cell.i, cell.j) if name <= other else (cell.j, cell.i)
            if mine in unlisted:
                rarity[mine] = min(rarity[mine], theirs[its].rarity)
    more = sum([_RARITY.get(code, 0.0) for code in parsed.codes])
    numbers = [parsed.folded[place] for place, code in enumerate(parsed.codes) if code == GENERATIONS]
    if cores and any(map(is_numeral, numbers)) and all(tokens[place].sets for place in cores):
        more += RARITY_OF_NUMBER
    return -min(sum(rarity.values()) + more, RAREST)


def _by_arrays(names: Sequence[str], agreeing: Sequence[str | None] | None) -> Float64s:
    """The same of many names."""
    found = Names(names)
    rarity = np.where(found.roles == CORES, found.rarity[found.ids].astype(np.float64), 0.0)
    for row, words in found.korean.items():
        given = [place for place, word in enumerate(words) if not word.is_family]
        rarity[row, given] = np.maximum(rarity[row, given], RARITY_OF_KOREAN)
    if agreeing is not None:
        _as_common(rarity, found, agreeing)
    for role, rare in _RARITY.items():
        rarity += np.where(found.roles == role, rare, 0.0)
    cores = found.roles == CORES
    ruled = (found.roles == GENERATIONS).any(axis=1) & cores.any(axis=1) & (found.given[found.ids] | ~cores).all(axis=1)
    for row in np.flatnonzero(ruled).tolist():
        numbers = found.ids[row, found.roles[row] == GENERATIONS].tolist()
        rarity[row, 0] += RARITY_OF_NUMBER * any(is_numeral(found.tokens[number]) for number in numbers)
    return np.asarray(-np.minimum(rarity.sum(axis=1), RAREST), dtype=np.float64)


def _as_common(rarity: Float64s, found: Names, agreeing: Sequence[str | None]) -> None:
    """Make words that no list knows as common as those of the other name that they agree with; [names, words]."""
    unlisted: Bools = np.asarray((rarity >= _UNLISTED).any(axis=1))
    some = [row for row in np.flatnonzero(unlisted).tolist() if agreeing[row] is not None]
    if not some:
        return
    others = Names([agreeing[row] or "" for row in some])
    block = Block(found, others, np.array(some, dtype=np.int32), np.arange(len(some), dtype=np.int32))
    near = matches(block, TokenTable(found, others, [block])).near
    common = np.where(near, others.rarity[block.b][:, None, :], np.inf).min(axis=2, initial=np.inf)
    part = np.s_[some, : common.shape[1]]
    rarity[part] = np.where(rarity[part] >= _UNLISTED, np.minimum(rarity[part], common), rarity[part])
