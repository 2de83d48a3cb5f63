"""What a name asks for: its words, and for each the words of the corpus that may be it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from translit.arrays import Float32s
from translit.corpus.likeness import FAR, distances
from translit.corpus.tokens import words_of
from translit.matching.persons.distance import DIMINUTIVE, EQUIVALENT, SPELLING
from translit.matching.persons.given_names import FORMAL, given_names
from translit.matching.phonetics.fold import cleaned, fold
from translit.matching.phonetics.pivots import keys, pivots

FARTHEST = 0.5  # nats a letter: what is farther is another word
MOST_TERMS = 400
SHORTEST_KEY = 2


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A folded word of a name: whether it is a given name, and the other forms that lists hold to be the same.

    `listed` has the likeliest pivots of those forms, each with its distance.
    """

    folded: str
    given: bool
    keys: tuple[str, ...]
    listed: dict[str, float]


@lru_cache(maxsize=1 << 12)
def asked_words(name: str) -> tuple[AskedWord, ...]:
    """The words of a name.

    >>> [(word.folded, word.given) for word in asked_words("Светлана Тихановская")]
    [('светлана', True), ('тихановская', False)]
    """
    return tuple(asked_word(folded) for word in words_of(cleaned(name)) if (folded := fold(word)))


def asked_word(folded: str) -> AskedWord:
    """A folded word with what the lists say of it."""
    sets = given_names().sets(folded)
    listed: dict[str, float] = {}
    for number, kind in sets.items():
        for pivot, other in _forms_of_sets()[number]:
            distance = EQUIVALENT if kind == other == FORMAL else DIMINUTIVE
            listed[pivot] = min(distance, listed.get(pivot, FAR))
    wanted = dict.fromkeys([*keys(folded), *_keys_of(listed)])
    return AskedWord(folded, bool(sets), tuple(filter(None, wanted)), listed)


def _keys_of(found: Iterable[str]) -> list[str]:
    from translit.matching.phonetics.pivots import reader

    return reader().keys(list(found))


@cache
def _forms_of_sets() -> dict[int, list[tuple[str, int]]]:
    """The likeliest pivots of the forms of each set of given names, and whether the form is full or short."""
    rows = [(form, number, kind) for form, values in given_names()._by_form.items() for number, kind in values]
    found: dict[int, list[tuple[str, int]]] = {}
    for (_, number, kind), read in zip(rows, pivots.many([form for form, *_ in rows]), strict=True):
        found.setdefault(number, []).append((read[0], kind))
    return found


@dataclass(frozen=True)
class Terms:
    """Terms of the corpus that a word may be, and how far each is from it."""

    numbers: list[int]
    texts: list[str]
    distances: Float32s


def terms_for(connection: sqlite3.Connection, word: AskedWord) -> Terms:
    """The terms that share a sound key with a form of the word and are near it, the nearest first."""
    if not word.keys:
        return Terms([], [], np.empty(0, dtype=np.float32))
    match = " OR ".join(f'"{key}"' for key in word.keys)
    rows = [row[0] for row in connection.execute("SELECT rowid FROM sounds WHERE sounds MATCH ?", (match,))]
    pairs = connection.execute(
        "SELECT t.number, t.term FROM json_each(?) j CROSS JOIN terms t ON t.number = j.value", (json.dumps(rows),)
    ).fetchall()
    texts = [text for _, text in pairs]
    found, forms = distances(word.folded, texts)
    if word.listed:
        found = _with_lists(word, found, forms, texts)
    near = np.flatnonzero(found <= FARTHEST)
    near = near[np.argsort(found[near], kind="stable")[:MOST_TERMS]]
    kept = near.tolist()
    return Terms([pairs[k][0] for k in kept], [texts[k] for k in kept], found[near])


def _with_lists(word: AskedWord, found: Float32s, forms: Sequence[str], texts: Sequence[str]) -> Float32s:
    """The distances with what the lists say: other forms of a given name are near, other given names far."""
    from translit.corpus.sounds import forms_of

    rows = forms_of.many(texts)
    read = iter(pivots.many([form for row in rows for form in row]))
    result = found.copy()
    sets = given_names()
    own = set(sets.sets(word.folded))
    for place, row in enumerate(rows):
        listed = min((word.listed.get(next(read)[0], FAR) for _ in row), default=FAR)
        if listed < result[place]:
            result[place] = listed
        elif SPELLING < result[place] <= FARTHEST and (other := sets.sets(forms[place])) and own.isdisjoint(other):
            result[place] = FAR
    return result
