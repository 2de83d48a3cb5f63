"""The entities of an index as numbers and words, as they came and in the order of their ids."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from translit.arrays import Float64s, Int64s, UInt8s, UInt32s
from translit.errors import DataError, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.index.attribute_lines import attributes_text
from translit.finding.index.ranges import spread
from translit.kinds import KINDS


class _Numbers(dict[str, int]):
    """Word → its number, given out as words come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@dataclass
class RawEntities:
    """The entities, with every distinct word of their names once."""

    ids: list[str]
    kinds: UInt8s
    roles: list[str]
    weights: Float64s
    attributes: list[str]  # as JSON, "" for none
    name_counts: Int64s
    word_counts: Int64s
    name_words: UInt32s
    words: list[str]


def read_raw(entities: Iterable[Entity]) -> RawEntities:
    """The entities as they come.

    Raises UsageError for what is none, DataError for an id with a line end in it.
    """
    ids: list[str] = []
    roles: list[str] = []
    attributes: list[str] = []
    weights = array("d")
    kinds, name_counts, word_counts, name_words = array("B"), array("I"), array("I"), array("I")
    numbers = _Numbers()
    number_of = numbers.__getitem__
    code = {kind: number for number, kind in enumerate(KINDS)}
    for number, entity in enumerate(entities, 1):
        if not isinstance(entity, Entity):
            raise UsageError(f"entity {number} is of the type {type(entity).__name__}; give an Entity")
        if "\n" in entity.id:
            raise DataError(f"the id {entity.id!r} has a line end in it; give ids of one line")
        ids.append(entity.id)
        roles.append(entity.role.replace("\n", " ") if entity.role else "")
        weights.append(entity.weight)
        attributes.append(attributes_text(entity.attributes) if entity.attributes else "")
        kinds.append(code[entity.kind])
        name_counts.append(len(entity.names))
        for name in entity.names:
            words = (name.replace("\n", " ") if "\n" in name else name).split(" ")
            word_counts.append(len(words))
            name_words.extend(map(number_of, words))
    counts = [np.array(held, dtype=np.int64) for held in (name_counts, word_counts)]
    flat = np.array(name_words, dtype=np.uint32)
    small = (np.array(kinds, dtype=np.uint8), roles, np.array(weights, dtype=np.float64), attributes)
    return RawEntities(ids, *small, counts[0], counts[1], flat, list(numbers))


def in_order_of_ids(raw: RawEntities) -> RawEntities:
    """The same in the order of the ids; equal ids keep theirs."""
    ids = raw.ids
    if all(map(str.__le__, ids, ids[1:])):
        return raw
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    ends = np.cumsum(raw.name_counts)
    names = spread((ends - raw.name_counts)[order], ends[order])
    word_ends = np.cumsum(raw.word_counts)
    flat = spread((word_ends - raw.word_counts)[names], word_ends[names])
    return RawEntities(
        [ids[number] for number in order.tolist()],
        raw.kinds[order],
        [raw.roles[number] for number in order.tolist()] if any(raw.roles) else raw.roles,
        raw.weights[order],
        [raw.attributes[number] for number in order.tolist()] if any(raw.attributes) else raw.attributes,
        raw.name_counts[order],
        raw.word_counts[names],
        raw.name_words[flat],
        raw.words,
    )


def words_of(raw: RawEntities, names: Iterable[int]) -> Iterator[list[int]]:
    """The numbers of the words of some names."""
    ends = np.cumsum(raw.word_counts)
    for name in names:
        yield raw.name_words[ends[name] - raw.word_counts[name] : ends[name]].tolist()
