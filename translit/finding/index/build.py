"""Building the index: one pass over the entities, then sorting. Entities lie in the order of their ids.

A name is kept as the numbers of its words (parted by blanks), each distinct word once, so that equal names
cost next to nothing and every name comes back letter by letter.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from mmap import mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Float64s, Int64s, UInt8s, UInt32s
from translit.errors import DataError, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.index.attribute_lines import attributes_of_groups, attributes_text
from translit.finding.index.han_words import names_in_han, with_spoken
from translit.finding.index.prefilter import LETTERS, letter_marks, smooth, sums_of
from translit.finding.index.query import folded_words
from translit.finding.index.text_column import Lines
from translit.finding.index.uint24 import packed
from translit.finding.index.vocabulary import spread
from translit.kinds import KINDS
from translit.matching.phonetics.pivots import reader

PERSON, ORGANIZATION = KINDS.index("person"), KINDS.index("organization")


class _Numbers(dict[str, int]):
    """Word → its number, given out as words come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@dataclass
class _Raw:
    """The entities as they came."""

    ids: list[str]
    kinds: UInt8s
    roles: list[str]
    weights: Float64s
    attributes: list[str]  # as JSON, "" for none
    name_counts: Int64s
    word_counts: Int64s
    name_words: UInt32s
    words: list[str]


@dataclass(frozen=True)
class Parts:
    """What an index is made of, in memory or mapped."""

    arrays: dict[str, NDArray[Any]]
    texts: dict[str, Lines]
    about: dict[str, Any]
    mapped: tuple[tuple[Path, mmap], ...] = ()  # files that could be cut short while they are read


def build(entities: Iterable[Entity]) -> Parts:
    """The parts of an index. Entities with the same id are one entity with the names and attributes of all.

    Raises DataError for an id with a line end in it, and for one id with two kinds.
    """
    raw = _sorted(_read(entities))
    new = np.ones(len(raw.ids), dtype=np.bool_)
    new[1:] = np.fromiter(map(str.__ne__, raw.ids, raw.ids[1:]), dtype=np.bool_, count=max(len(raw.ids) - 1, 0))
    starts, same = np.flatnonzero(new), np.cumsum(new) - 1
    for number in np.flatnonzero(raw.kinds != raw.kinds[starts[same]])[:1]:
        raise DataError(f"the id {raw.ids[number]!r} is given to a {KINDS[raw.kinds[number]]} and to something else")
    name_counts = np.bincount(same, weights=raw.name_counts, minlength=len(starts)).astype(np.int64)
    folded = [folded_words(word[:200]) for word in raw.words]
    order, vocabulary, texts = _vocabulary(raw.words, _with_other_readings(raw, folded))
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
    texts["ids"] = Lines.of([raw.ids[start] for start in starts])
    texts["words"] = Lines.of([raw.words[number] for number in order])
    if any(raw.roles):
        texts["roles"] = Lines.of([raw.roles[start] for start in starts])
    if any(raw.attributes):
        texts["attributes"] = Lines.of(attributes_of_groups(raw.attributes, starts))
    if ORGANIZATION in raw.kinds:
        from translit.finding.index.acronyms import acronym_parts

        numbers = np.flatnonzero(np.repeat(raw.kinds == ORGANIZATION, raw.name_counts)).tolist()
        more = acronym_parts(_words_of(raw, numbers), numbers, raw.words, folded)
        arrays.update(more[0])
        texts.update(more[1])
    about = {"entities": len(starts), "names": len(raw.word_counts), "words": len(order)}
    return Parts(arrays, texts, about)


def _read(entities: Iterable[Entity]) -> _Raw:
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
    return _Raw(ids, *small, counts[0], counts[1], flat, list(numbers))


def _sorted(raw: _Raw) -> _Raw:
    """The same in the order of the ids; equal ids keep theirs."""
    ids = raw.ids
    if all(map(str.__le__, ids, ids[1:])):
        return raw
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    ends = np.cumsum(raw.name_counts)
    names = spread((ends - raw.name_counts)[order], ends[order])
    word_ends = np.cumsum(raw.word_counts)
    flat = spread((word_ends - raw.word_counts)[names], word_ends[names])
    return _Raw(
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


def _words_of(raw: _Raw, names: Iterable[int]) -> Iterator[list[int]]:
    """The numbers of the words of some names."""
    ends = np.cumsum(raw.word_counts)
    for name in names:
        yield raw.name_words[ends[name] - raw.word_counts[name] : ends[name]].tolist()


def _with_other_readings(raw: _Raw, folded: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    """What the words fold to, those of persons' names in Chinese characters in all languages."""
    numbers = names_in_han(raw.words, raw.name_words, raw.word_counts)
    numbers = numbers[np.repeat(raw.kinds == PERSON, raw.name_counts)[numbers]]
    return with_spoken(folded, raw.words, _words_of(raw, numbers.tolist())) if len(numbers) else folded


def _vocabulary(
    words: Sequence[str], parts: Sequence[Sequence[str]]
) -> tuple[Int64s, dict[str, NDArray[Any]], dict[str, Lines]]:
    """The order of the words by reading, and the vocabulary over the words in that order."""
    read = _readings(parts)
    pivots = list({pivot for mine in read for pivot in mine})
    key_of = dict(zip(pivots, zip(reader().keys(pivots), _smoothed(pivots), strict=True), strict=True))
    first = [(*key_of[mine[0]], word) if mine else ("", "", word) for mine, word in zip(read, words, strict=True)]
    order = np.array(sorted(range(len(words)), key=first.__getitem__), dtype=np.int64)
    entries = sorted(set(key_of.values()))
    place = {entry: number for number, entry in enumerate(entries)}
    keys = [key for key, _ in entries]
    starts = [number for number, key in enumerate(keys) if not number or key != keys[number - 1]]
    distinct = [keys[start] for start in starts]
    pairs = [
        (entry, number)
        for number, at in enumerate(order.tolist())
        for entry in dict.fromkeys(place[key_of[pivot]] for pivot in read[at])
    ]
    of_pivot = np.array([entry for entry, _ in pairs], dtype=np.int64)
    of_word = np.array([word for _, word in pairs], dtype=np.uint32)
    sums, numbers = sums_of(distinct)
    arrays: dict[str, NDArray[Any]] = {
        "key_starts": np.array([*starts, len(entries)], dtype=np.uint32),
        "pivot_firsts": _firsts(of_pivot, len(entries)),
        "pivot_words": of_word[np.argsort(of_pivot, kind="stable")],
        "delete_sums": sums,
        "delete_keys": numbers,
        "initials": np.array([_initials(read[at]) for at in order.tolist()], dtype=np.uint32),
    }
    texts = [text for _, text in entries]
    arrays["pivot_letters"] = letter_marks(texts)
    return order, arrays, {"keys": Lines.of(distinct), "pivots": Lines.of(texts)}


def _readings(parts: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The pivots of each word, of all its folded parts."""
    folded = list(dict.fromkeys(part[:40] for mine in parts for part in mine))
    pivots_of = dict(zip(folded, reader().pivots(folded), strict=True))
    found = ((pivot for part in mine for pivot in pivots_of[part[:40]]) for mine in parts)
    return [tuple(dict.fromkeys(pivot for pivot in mine if pivot)) for mine in found]


def _smoothed(pivots: Sequence[str]) -> list[str]:
    """The pivots as the vocabulary holds them, all worked at once."""
    return smooth("\n".join(pivots)).split("\n") if pivots else []


def initial_bit(pivot: str) -> int:
    """The bit of the letter that a pivot starts with."""
    return 1 << (LETTERS.find(pivot[0]) + 1)


def _initials(read: Sequence[str]) -> int:
    bits = 0
    for pivot in read:
        bits |= initial_bit(pivot)
    return bits


def _postings(name_words: UInt32s, word_counts: Int64s, words: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Where the names of each word start, and the names, each once a word, in order."""
    names = np.repeat(np.arange(len(word_counts), dtype=np.uint32), word_counts)
    order = np.argsort(name_words, kind="stable")
    names, of_word = names[order], name_words[order]
    again = np.zeros(len(names), dtype=np.bool_)
    again[1:] = (names[1:] == names[:-1]) & (of_word[1:] == of_word[:-1])
    return _firsts(of_word[~again], words), names[~again]


def _firsts(owners: NDArray[Any], count: int) -> UInt32s:
    """Where the entries of each owner start, once the entries are sorted by owner; one more for the end."""
    return np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=count))]).astype(np.uint32)


def _small(counts: Int64s) -> NDArray[Any]:
    """Counts in the narrowest type that holds them."""
    return counts.astype(np.min_scalar_type(int(counts.max(initial=0))))
