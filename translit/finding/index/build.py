"""Building the index of entities, which lie in the order of their ids.

A name is kept as the numbers of its words (parted by blanks), each distinct word once, so that equal names
cost next to nothing and every name comes back letter by letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from mmap import mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Int64s, UInt32s
from translit.errors import DataError
from translit.finding.entities.entity import Entity
from translit.finding.index.attribute_lines import attributes_of_groups
from translit.finding.index.parts_of_words import parts_of
from translit.finding.index.query import folded_words
from translit.finding.index.raw_entities import RawEntities, in_order_of_ids, read_raw, words_of
from translit.finding.index.text_column import Lines
from translit.finding.index.uint24 import packed
from translit.finding.index.vocabulary_parts import firsts_of, vocabulary_parts
from translit.kinds import KINDS, ORGANIZATION


@dataclass(frozen=True)
class Parts:
    """What an index is made of, in memory or mapped."""

    arrays: dict[str, NDArray[Any]]
    texts: dict[str, Lines]
    about: dict[str, Any]
    mapped: tuple[tuple[Path, mmap], ...] = ()  # files that could be cut short while they are read


def build(entities: Iterable[Entity], meanings: bool = True) -> Parts:
    """The parts of an index. Entities with the same id are one entity with the names and attributes of all.

    Without `meanings` the words of names are found by their sounds alone, not by what they stand for.

    Raises DataError for an id with a line end in it, and for one id with two kinds.
    """
    raw = in_order_of_ids(read_raw(entities))
    new = np.ones(len(raw.ids), dtype=np.bool_)
    new[1:] = np.fromiter(map(str.__ne__, raw.ids, raw.ids[1:]), dtype=np.bool_, count=max(len(raw.ids) - 1, 0))
    starts, same = np.flatnonzero(new), np.cumsum(new) - 1
    for number in np.flatnonzero(raw.kinds != raw.kinds[starts[same]])[:1]:
        raise DataError(f"the id {raw.ids[number]!r} is given to a {KINDS[raw.kinds[number]]} and to something else")
    name_counts = np.bincount(same, weights=raw.name_counts, minlength=len(starts)).astype(np.int64)
    folded = [folded_words(word[:200]) for word in raw.words]
    order, vocabulary, texts = vocabulary_parts(raw.words, parts_of(raw, folded, meanings))
    renumbered = np.empty(len(order), dtype=np.uint32)
    renumbered[order] = np.arange(len(order), dtype=np.uint32)
    name_words = renumbered[raw.name_words]
    postings_at, postings = _postings(name_words, raw.word_counts, len(order))
    arrays = {
        "kinds": raw.kinds[starts],
        "name_counts": _small(name_counts),
        "word_counts": _small(raw.word_counts),
        "postings_at": postings_at,
        **packed("name_words", name_words),
        **packed("postings", postings),
        **vocabulary,
    }
    if np.any(raw.weights != 1.0):
        arrays["weights"] = np.maximum.reduceat(raw.weights, starts)
    texts |= _texts(raw, starts, order)
    if ORGANIZATION in raw.kinds:
        from translit.finding.index.acronyms import acronym_parts

        numbers = np.flatnonzero(np.repeat(raw.kinds == ORGANIZATION, raw.name_counts)).tolist()
        more = acronym_parts(words_of(raw, numbers), numbers, raw.words, folded)
        arrays.update(more[0])
        texts.update(more[1])
    about = {"entities": len(starts), "names": len(raw.word_counts), "words": len(order)}
    return Parts(arrays, texts, about)


def _texts(raw: RawEntities, starts: Int64s, order: Int64s) -> dict[str, Lines]:
    """The texts beside the vocabulary: ids, words, and where any entity has them roles and attributes."""
    texts = {"ids": Lines.of([raw.ids[start] for start in starts])}
    texts["words"] = Lines.of([raw.words[number] for number in order])
    if any(raw.roles):
        texts["roles"] = Lines.of([raw.roles[start] for start in starts])
    if any(raw.attributes):
        texts["attributes"] = Lines.of(attributes_of_groups(raw.attributes, starts))
    return texts


def _postings(name_words: UInt32s, word_counts: Int64s, words: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Where the names of each word start, and the names, each once a word, in order."""
    names = np.repeat(np.arange(len(word_counts), dtype=np.uint32), word_counts)
    order = np.argsort(name_words, kind="stable")
    names, of_word = names[order], name_words[order]
    again = np.zeros(len(names), dtype=np.bool_)
    again[1:] = (names[1:] == names[:-1]) & (of_word[1:] == of_word[:-1])
    return firsts_of(of_word[~again], words), names[~again]


def _small(counts: Int64s) -> NDArray[Any]:
    """Counts in the narrowest type that holds them."""
    return counts.astype(np.min_scalar_type(int(counts.max(initial=0))))
