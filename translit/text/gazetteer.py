"""The entities as a reader of texts needs them: their names by number, and the names of places and organizations
in other languages, which the tables know and the entities' own names needn't have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from translit.arrays import Int64s
from translit.finding.entities.entity import Entity
from translit.finding.index.build import build
from translit.finding.index.search import Index
from translit.finding.index.vocabulary import spread
from translit.kinds import KINDS
from translit.matching.places_orgs.lexicon import lexicon
from translit.matching.places_orgs.listed_phrases import NAME, Lexicon, folded_word, words_of
from translit.text.beginnings import Beginnings, words_of_concepts, words_of_long_things
from translit.text.forms import Form, Forms
from translit.text.hits import WordFinder
from translit.text.inflection_registry import script_of
from translit.text.words import TextWord

REMEMBERED = 1 << 17  # pairs of words
PERSON = KINDS.index("person")
MOST_LISTS = 1 << 12  # lists of names that have some words
MOST_OF_PAIR = 256  # names that two words of a text may both belong to
MOST_WORDS = 10  # of a name that is looked up in the tables


class Layer:
    """Names with a vocabulary of their own; their numbers start at `first`."""

    def __init__(self, index: Index, first: int) -> None:
        self.index, self.first = index, first
        self.finder, self.forms = WordFinder(index), Forms(index)
        self._of_words: dict[tuple[int, ...], Int64s] = {}

    def names_of(self, words: Sequence[int], few: int) -> tuple[list[int], int]:
        """The names with one of these words, and how many those are; of more than `few` only those of one word."""
        if not words:
            return [], 0
        numbers = self._postings(words)
        if len(numbers) > few:
            alone = numbers[self.index.parts.arrays["word_counts"].take(numbers) == 1]
            return (alone[:few] + self.first).tolist(), len(numbers)
        return (numbers + self.first).tolist(), len(numbers)

    def names_of_both(self, words: Sequence[int], others: Sequence[int]) -> list[int]:
        """The names that have one of these words and one of the others."""
        if not words or not others:
            return []
        one, other = self._remembered(tuple(words)), self._remembered(tuple(others))
        both = one[np.isin(one, other)] if len(one) < len(other) else other[np.isin(other, one)]
        return (both + self.first).tolist()  # type: ignore[no-any-return]

    def _remembered(self, words: tuple[int, ...]) -> Int64s:
        found = self._of_words.get(words)
        if found is None:
            if len(self._of_words) > MOST_LISTS:
                self._of_words = {}
            found = self._of_words[words] = self._postings(words)
        return found

    def _postings(self, words: Sequence[int]) -> Int64s:
        numbers = np.array(words, dtype=np.int64)
        starts = self.index.postings_at.take(numbers).astype(np.int64)
        ends = self.index.postings_at.take(numbers + 1).astype(np.int64)
        found = self.index.scorer.postings.take(spread(starts, ends)).astype(np.int64)
        return np.unique(found) if len(words) > 1 else found

    @property
    def end(self) -> int:
        """The number after the last name's."""
        return self.first + len(self.index.name_firsts) - 1


class Gazetteer:
    """All names that are looked for."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.things = any(KINDS[number] != "person" for number in index.held)
        self._forms: dict[int, Form] = {}
        self._pairs: dict[tuple[str, str], list[int]] = {}
        self._scripts: dict[int, frozenset[str]] = {}

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The entities' own names, and those that the tables add."""
        first = Layer(self.index, 0)
        if not self.things:
            return (first,)
        more = list(_names_of_tables(self.index))
        return (first, Layer(Index(build(more)), first.end)) if more else (first,)

    def form(self, number: int) -> Form:
        """A name by its number, taken apart; its entity is that of the first layer."""
        found = self._forms.get(number)
        if found is None:
            if len(self._forms) > REMEMBERED:
                self._forms = {}
            found = self._forms[number] = self._form(number)
        return found

    def _form(self, number: int) -> Form:
        own, *others = self.layers
        if number < own.end or not others:
            return own.forms.make(number)
        form = others[0].forms.make(number - own.end)
        entity = int(others[0].index.ids[form.entity])
        return replace(form, number=number, entity=entity, main=False, own=False)

    def prepare(self, numbers: Iterable[int]) -> None:
        """Take these names apart, all at once."""
        own = self.layers[0]
        end = own.end
        new = [number for number in dict.fromkeys(numbers) if number not in self._forms]
        own.forms.prepare([number for number in new if number < end])
        for number in new:
            self.form(number)

    @cached_property
    def concepts(self) -> Beginnings:
        """How words begin that the tables translate into words of the names of several words."""
        return Beginnings(words_of_concepts(lexicon("organization"), self._long_words))

    @cached_property
    def beginnings(self) -> Beginnings:
        """How words begin that may stand in names of places and organizations of several words."""
        return Beginnings(self._long_words)

    @cached_property
    def _long_words(self) -> list[str]:
        return list(dict.fromkeys(word for layer in self.layers for word in words_of_long_things(layer.index)))

    def names_of_entity(self, entity: int) -> int:
        """How many names an entity is listed with."""
        return int(self.index.entity_firsts[entity + 1]) - int(self.index.entity_firsts[entity])

    def scripts_of_entity(self, entity: int) -> frozenset[str]:
        """The scripts of the names that an entity is listed with."""
        found = self._scripts.get(entity)
        if found is None:
            if len(self._scripts) > REMEMBERED:
                self._scripts = {}
            names = range(*self.index.entity_firsts[entity : entity + 2].tolist())
            found = self._scripts[entity] = frozenset([script_of(self.index.name(name)) for name in names])
        return found

    def is_long_thing(self, number: int) -> bool:
        """Whether a name is one of several words of a place or organization."""
        form = self.form(number)
        return form.kind != PERSON and len(form.slots) > 1

    def names_of_both(self, one: TextWord, other: TextWord) -> list[int]:
        """The names that have a word that the one may be and a word that the other may be."""
        key = one.text, other.text
        found = self._pairs.get(key)
        if found is None:
            if len(self._pairs) > REMEMBERED:
                self._pairs = {}
            rows = zip(self.layers, one.ids, other.ids, strict=True)
            names = [name for layer, mine, others in rows for name in layer.names_of_both(mine, others)]
            found = self._pairs[key] = names[:MOST_OF_PAIR]
        return found


def _names_of_tables(index: Index) -> Iterator[Entity]:
    """For each place and organization with a name that the tables know, its names in the languages they have.

    The ids are the numbers of the entities.
    """
    for entity, kind in enumerate(index.kinds.tolist()):
        if KINDS[kind] == "person":
            continue
        known = lexicon(KINDS[kind])
        names = [index.name(name) for name in range(*index.entity_firsts[entity : entity + 2].tolist())]
        forms = dict.fromkeys(form for name in names for form in _in_tables(known, name))
        new = [form for form in forms if form not in names and not is_small(form)]
        if new:
            yield Entity(str(entity), KINDS[kind], new)


def is_small(form: str) -> bool:
    """Whether a form of a name is one word in small letters, as the tables write adjectives and genitives.

    >>> [is_small(form) for form in ("minsker", "Minsk", "остров Норфолк", "თბილისი")]
    [True, False, False, False]
    """
    return " " not in form and form[:1] != form[:1].title()


def _in_tables(known: Lexicon, name: str) -> list[str]:
    """The forms of the concepts that a whole name stands for."""
    words = [folded_word(word) for word in words_of(name)]
    words = [word for word in words if word]
    if not words or len(words) > MOST_WORDS:
        return []
    size, concepts = known.at(words, 0)
    if size != len(words):
        return []
    return [form for one in concepts if known.roles[one] == NAME for form in known.forms(one)]
