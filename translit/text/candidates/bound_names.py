"""Family names that share no sound key with the listed one, told by the given name beside them: Клод Моне, Monet.

Letters that aren't heard change the key, so that such a word finds no name by itself. Beside a given name of few
names it is aligned with the family names of these alone; what comes of that counts only beside that given name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from translit.kinds import PERSON
from translit.matching.phonetics.pivots import keys
from translit.text.candidates.candidate import Candidate, Match
from translit.text.lookup.forms import Form, Part, Slot
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.lookup.hits import distances
from translit.text.lookup.word_columns import COST, NEAR_CUT
from translit.text.reading.readings import CUT, readings
from translit.text.reading.words import NO_BOUND, Shape, Text, TextWord

BOUND = 0.5  # most distance of such a family name; `compare` judges the whole name, and few others come so near
MOST = 24  # names with forms of a given name, up to which they are read: set by hand, more take time
LEAST = 3  # letters of such a family name
ALIKE_KEYS = 0.5  # least likeness of two keys: of fk and fklt, Foucault; set by hand
REMEMBERED = 1 << 12  # given names beside a word
NOTHING: Mapping[int, tuple[int, Match]] = {}


class Asked(NamedTuple):
    """A word that may be that slot of a name, and what the slot folds to; the given name beside it."""

    word: TextWord
    name: int
    slot: int
    folded: str
    given: TextWord | None = None


def bound_names(pairs: Sequence[tuple[TextWord, TextWord]], gazetteer: Gazetteer) -> list[Iterable[int]]:
    """For each pair of words the names that the first has the given name of, and the other the family name.

    The other word keeps what it is beside that given name, for `slot_beside`.
    """
    asked = list(_asked([pair for pair in pairs if pair[0] not in pair[1].bound], gazetteer))
    for word, near in pairs:
        if near.bound is NO_BOUND or len(near.bound) > REMEMBERED:
            near.bound = {}
        near.bound.setdefault(word, {})
    for one, match in zip(asked, aligned(asked), strict=True):
        if match is not None and one.given is not None:
            mine = one.word.bound[one.given]
            known = mine.get(one.name)
            if known is None or match[0] < known[1][0]:
                mine[one.name] = one.slot, match
    return [near.bound[word] for word, near in pairs]


def may_be_bound(word: TextWord, near: TextWord) -> bool:
    """Whether a word may be a given name that tells what a word beside it is."""
    given = word.sets and word.shape and not word.many
    return bool(given) and near.shape in _SHAPES and len(near.folded) >= LEAST


def slot_beside(word: TextWord, text: Text, found: Candidate) -> tuple[int, Match] | None:
    """The slot of a name that a word is beside the words that were matched already, as `best_slot`."""
    for place, _ in found.matches.values():
        one = word.bound.get(text.words[place], NOTHING).get(found.form.number)
        if one is not None and one[0] not in found.matches:
            return one
    return None


def _asked(pairs: Sequence[tuple[TextWord, TextWord]], gazetteer: Gazetteer) -> Iterator[Asked]:
    """The words to align, each with the family names that have about the same consonants."""
    families = _families(list(dict.fromkeys(word for word, _ in pairs)), gazetteer)
    read = dict.fromkeys(near.folded for word, near in pairs if families[word])
    keys_of = dict(zip(read, keys.many(read), strict=True))
    for word, near in pairs:
        for name, slot, folded, theirs in families[word]:
            if folded not in near.hits and _are_alike(keys_of[near.folded], theirs):
                yield Asked(near, name, slot, folded, word)


_SHAPES = (Shape.CAPITAL, Shape.UPPER)
_Family = tuple[int, int, str, tuple[str, ...]]  # name, slot, what this folds to, its keys


@lru_cache(maxsize=1 << 15)
def _are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two words begin with one consonant and have about the same ones.

    >>> _are_alike(keys("райт"), keys("wright")), _are_alike(keys("маляр"), keys("monet"))
    (True, False)
    """
    return any(
        mine[:1] == theirs[:1] and Levenshtein.normalized_similarity(mine, theirs) >= ALIKE_KEYS
        for mine in one
        for theirs in other
    )


def _families(words: Sequence[TextWord], gazetteer: Gazetteer) -> dict[TextWord, list[_Family]]:
    """The family names of the names that each word is a given name of, in any of its forms; none of very many."""
    own = gazetteer.layers[0]
    more = own.index.vocabulary.of_sets([tuple(word.sets) for word in words])
    names = [own.names_of_any(ids, MOST) for ids in more]
    gazetteer.prepare(number for row in names for number in row)
    rows: list[list[tuple[int, int, Slot]]] = []
    for word, mine in zip(words, names, strict=True):
        forms = map(gazetteer.form, dict.fromkeys([*word.names, *mine]))
        rows.append([
            (form.number, place, slot)
            for form in forms
            if form.kind == PERSON and _has_given(form, word)
            for place, slot in enumerate(form.slots)
            if slot.part == Part.FAMILY and not slot.short and len(slot.folded) >= LEAST
        ])  # fmt: skip
    read = dict.fromkeys(slot.folded for row in rows for _, _, slot in row)
    keys_of = dict(zip(read, keys.many(read), strict=True))
    return {
        word: [(name, place, slot.folded, keys_of[slot.folded]) for name, place, slot in row]
        for word, row in zip(words, rows, strict=True)
    }


def _has_given(form: Form, word: TextWord) -> bool:
    """Whether a word may be a given name of a name."""
    return any(
        slot.part == Part.GIVEN and (slot.folded in word.hits or not slot.sets.isdisjoint(word.sets))
        for slot in form.slots
    )


def aligned(asked: Sequence[Asked]) -> list[Match | None]:
    """How well each word is that family name, in its best base; None where it can't be."""
    if not asked:
        return []
    words = list(dict.fromkeys(one.word for one in asked))
    rows = {word: readings([word.text[word.elided :]], word.language)[0] for word in words}
    left = list(dict.fromkeys(one.folded for row in rows.values() for one in row))
    right = list(dict.fromkeys(one.folded for one in asked))
    at, to = ({text: place for place, text in enumerate(texts)} for texts in (left, right))
    every = np.array([(at[one.folded], to[ask.folded]) for ask in asked for one in rows[ask.word]], dtype=np.int64)
    pairs, inverse = np.unique(every, axis=0, return_inverse=True)
    far = iter(distances(left, right, pairs[:, 0], pairs[:, 1])[inverse.ravel()].tolist())
    found: list[Match | None] = []
    for ask in asked:
        near = [
            (distance + COST * one.cost, (distance, one.cost, one.cells))
            for one in rows[ask.word]
            if (distance := next(far)) <= (NEAR_CUT if one.cost >= CUT else BOUND)
        ]
        found.append(min(near)[1] if near else None)
    return found
