"""Towns of the USA that have the name of a listed place elsewhere, told by the state behind: Moscow, Idaho."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from translit.arrays import Bools
from translit.compiled import read_toml
from translit.kinds import PLACE
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.text.candidates.found import Found
from translit.text.candidates.text_block import Block
from translit.text.lookup.gazetteer import Gazetteer, in_tables
from translit.text.reading.words import Shape, TextWord
from translit.text.sense.owners import owners

COUNTRY = "usa"  # the key of the country in the tables
JOINTS = (", ", " (", ",\xa0", "\n(")
LONGEST = 2  # words of a state's name


class States(NamedTuple):
    """What `tables/text/states.toml` says."""

    names: Mapping[str, str]  # folded name → letters of the post
    firsts: frozenset[str]  # first words of these and of what may stand before
    links: frozenset[str]
    codes: frozenset[str]
    cities: Mapping[str, frozenset[str]]  # of the states with the name of another place
    american: frozenset[str]


@cache
def states() -> States:
    """The states of the USA.

    >>> states().names["idaho"], states().names["техас"]
    ('id', 'tx')
    """
    raw = read_toml("text", "states.toml")
    names = {_folded(name): code for code, every in raw["names"].items() for name in every}
    links = frozenset(raw["table"]["links"].split())
    cities = {code: frozenset(map(fold, every.split())) for code, every in raw["cities"].items()}
    codes = frozenset(raw["names"])
    firsts = frozenset(name.split()[0] for every in raw["names"].values() for name in every) | links | codes
    return States(names, firsts, links, codes, cities, frozenset(map(fold, raw["table"]["american"].split())))


def _folded(name: str) -> str:
    return " ".join(map(fold, name.split()))


def in_states(found: Found) -> Bools:
    """Whether each candidate is a town of the USA with the name of a place elsewhere, or a state with a country's."""
    result = np.zeros(len(found), dtype=np.bool_)
    if not len(found) or not found.gazetteer.things:
        return result
    block, size = found.block, max(found.block.size - 1, 0)
    place = np.asarray(found.gazetteer.index.kinds)[found.entities] == PLACE
    if not place.any():
        return result
    after, before = np.minimum(found.lasts + 1, size), np.maximum(found.firsts - 1, 0)
    begins, behind = block.told(found.firsts, _may_begin), block.told(after, _may_begin)
    for number in np.flatnonzero(place & behind & (after > found.lasts)).tolist():
        last = int(found.lasts[number])
        state = _state_at(block, last + 1)
        result[number] = bool(state) and _may_be_of(block, last, state)
    for number in np.flatnonzero(place & begins & (before < found.firsts)).tolist():
        state = _state_at(block, int(found.firsts[number]))
        result[number] |= state in states().cities and _may_be_of(block, int(before[number]), state)
    for number in np.flatnonzero(result).tolist():
        result[number] = _is_elsewhere(found.gazetteer, int(found.entities[number]))
    return result


def _may_begin(word: TextWord) -> bool:
    """Whether the name of a state may begin with a word, or what stands before one."""
    return word.lower in states().firsts


def _is_elsewhere(gazetteer: Gazetteer, entity: int) -> bool:
    """Whether a place isn't in the USA, by its role and names; without a role those that the tables know aren't."""
    one = gazetteer.index.entity(entity)
    if any(fold(word.strip(".,;")) in states().names for word in one.role.split()):
        return False
    known = lexicon("organization")
    whose = owners(gazetteer, entity)
    if whose:
        return all(known.keys[country] != COUNTRY for country in whose)
    return any(in_tables(lexicon("place"), name) for name in one.names) and states().american.isdisjoint(
        map(fold, one.names)
    )


def _state_at(block: Block, place: int) -> str:
    """The state that stands at a place behind a comma or in brackets."""
    doc = int(block.doc[place])
    text, start = block.texts[doc], int(block.firsts[doc])
    if not place > start or text.gaps[place - start] not in JOINTS:
        return ""
    words = text.words[place - start : place - start + LONGEST + 1]
    if words[0].lower in states().links:
        words = words[1:]
    if words and words[0].shape == Shape.UPPER and len(words[0].text) == 2:
        return words[0].lower if words[0].lower in states().codes else ""
    for size in range(min(len(words), LONGEST), 0, -1):
        state = states().names.get(" ".join(fold(word.text) for word in words[:size]))
        if state is not None and words[0].shape == Shape.CAPITAL:
            return state
    return ""


def _may_be_of(block: Block, place: int, state: str) -> bool:
    """Whether a town may be of a state: where that is the name of another place, only if the table has the town."""
    cities = states().cities.get(state)
    word = block.words[int(block.ids[place])]
    return cities is None or not cities.isdisjoint((fold(word.text), word.folded))
