"""The entities as a reader of texts needs them: their names by number, and the names of places and organizations
in other languages, which the tables know and the entities' own names needn't have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from math import log2

import numpy as np

from translit.arrays import Int64s
from translit.finding.entities.entity import Entity
from translit.finding.index.build import build
from translit.finding.index.search import Index
from translit.kinds import KINDS, ORGANIZATION, PERSON
from translit.matching.alignment.costs import cost_table
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME, Lexicon
from translit.memo import Remembered
from translit.patterns import pattern
from translit.text.inflection.inflection_registry import writing_of
from translit.text.lookup.beginnings import Beginnings, Translated, words_of_long_things
from translit.text.lookup.brands import brand_of
from translit.text.lookup.club_names import club_of, club_word
from translit.text.lookup.forms import Club, Form, Part, is_short
from translit.text.lookup.layer import Layer
from translit.text.lookup.listed_institutions import Institutions
from translit.text.reading.words import TextWord

REMEMBERED = 1 << 17  # pairs of words
TYPICAL = 2.0  # names of an entity in lists that few names say nothing of; set by hand, so that no list's figures fall
MOST_OF_PAIR = 256  # names that two words of a text may both belong to
OF_TABLES = 4  # names that a place counts as known by, at least, if the tables have it: set by hand
MOST_WORDS = 10  # of a name that is looked up in the tables


class Gazetteer:
    """All names that are looked for."""

    def __init__(self, index: Index) -> None:
        self.index, self.entities = index, len(index.entity_firsts) - 1
        self.things = any(KINDS[number] != "person" for number in index.held)
        self._forms = Remembered(self._form)
        self.form = self._forms.__getitem__  # a name by its number, taken apart; its entity is that of the first layer
        self._pairs: dict[tuple[str, str], list[int]] = {}
        # the scripts of the names that an entity is listed with
        self.scripts_of_entity = Remembered(self._scripts_of_entity).__getitem__
        # how much an entity is talked about, by its names and weight, on a scale that grows slowly
        self.prominence = Remembered(self._prominence).__getitem__
        # the given names of a person in all the names it is listed with: their sets, and what they fold to
        self.given_of_entity = Remembered(self._given_of_entity).__getitem__
        # how small-letter words begin that may be of a name of several words: even numbers, odd of translations
        self.beginnings_of_name = Remembered(self._beginnings_of_name).__getitem__
        self.owners: dict[int, frozenset[int]] = {}  # organization → where it belongs, as `owners` reads it

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The entities' own names, and those that the tables add."""
        first = Layer(self.index, 0)
        if not self.things:
            return (first,)
        more = list(_names_of_tables(self.index))
        return (first, Layer(Index(build(more, meanings=False)), first.end)) if more else (first,)

    def prepare_tables(self) -> None:
        """Read what is needed whatever the language of the texts."""
        given_names()
        cost_table()
        if self.layers and self.things:
            _ = self.beginnings, self.translated

    def _form(self, number: int) -> Form:
        own, *others = self.layers
        if number < own.end or not others:
            form = own.forms.make(number)
            return replace(form, club=club_of(form.text)) if form.kind == ORGANIZATION else form
        form = others[0].forms.make(number - own.end)
        entity = int(others[0].index.ids[form.entity])
        short = form.kind == ORGANIZATION and form.text in map(club_word, self._texts_of(entity))
        return replace(form, number=number, entity=entity, main=False, own=False, club=Club.SHORT if short else 0)

    def prepare(self, numbers: Iterable[int]) -> None:
        """Take these names apart, all at once."""
        own = self.layers[0]
        end = own.end
        new = [number for number in dict.fromkeys(numbers) if number not in self._forms]
        own.forms.prepare([number for number in new if number < end])
        for number in new:
            self.form(number)

    @cached_property
    def translated(self) -> Translated:
        """The words for what those of names of several words stand for in the tables."""
        return Translated(self._long_words)

    @cached_property
    def beginnings(self) -> Beginnings:
        """How words begin that may stand in names of places and organizations of several words."""
        return Beginnings(self._long_words)

    @cached_property
    def institutions(self) -> Institutions:
        """The organizations whose names have only words of the tables."""
        return Institutions(self.index)

    @cached_property
    def _long_words(self) -> list[str]:
        return list(dict.fromkeys(word for layer in self.layers for word in words_of_long_things(layer.index)))

    def names_of_entity(self, entity: int) -> int:
        """How many names an entity is listed with."""
        return len(self._names_of(entity))

    @cached_property
    def sparse(self) -> float:
        """How many names one of an entity counts for where hardly any has more: they tell nothing of it then."""
        return max(1.0, TYPICAL * self.entities / max(int(self.index.entity_firsts[-1]), 1))

    def is_in_tables(self, entity: int) -> bool:
        """Whether the tables have more names of a place or organization than it is listed with."""
        return entity in self._in_tables

    @cached_property
    def _in_tables(self) -> frozenset[int]:
        ids = self.layers[1].index.ids if len(self.layers) > 1 else ()
        return frozenset(int(ids[number]) for number in range(len(ids)))

    def _prominence(self, entity: int) -> float:
        names = self.names_of_entity(entity)
        if KINDS[self.index.kinds[entity]] == "place" and names < OF_TABLES and self.is_in_tables(entity):
            names = OF_TABLES
        talked_about = names * float(self.index.weights_of([entity])[0])
        return min(max(log2(talked_about), 0.0), 5.0)

    def _names_of(self, entity: int) -> range:
        first, end = self.index.entity_firsts[entity : entity + 2].tolist()
        return range(first, end)

    def _texts_of(self, entity: int) -> list[str]:
        return [self.index.name(name) for name in self._names_of(entity)]

    def _scripts_of_entity(self, entity: int) -> frozenset[str]:
        return frozenset(map(writing_of, self._texts_of(entity)))

    def _given_of_entity(self, entity: int) -> frozenset[int | str]:
        slots = [one for name in self._names_of(entity) for one in self.form(name).slots if one.part == Part.GIVEN]
        sets = [one for slot in slots for one in slot.sets]
        return frozenset((*sets, *(slot.folded for slot in slots)))

    def is_long_thing(self, number: int) -> bool:
        """Whether a name is one of several words of a place or organization."""
        return self.form(number).kind != PERSON and len(self.form(number).slots) > 1

    def _beginnings_of_name(self, number: int) -> frozenset[int]:
        slots = self.form(number).slots
        own = [2 * one for slot in slots for one in self.beginnings.own(slot.folded)]
        other = [2 * one + 1 for slot in slots for each in slot.concepts for one in self.translated.own(each)]
        return frozenset(own + other)

    def words_of_names(self, names: Int64s) -> tuple[Int64s, Int64s]:
        """The words of the indexes in names: the place of the name among these, sorted, and the word's number."""
        places, words = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        for first, layer in zip(self._first_words, self.layers, strict=True):
            mine = np.flatnonzero((names >= layer.first) & (names < layer.end))
            which, some = layer.words_of_names(names[mine])
            places, words = np.concatenate([places, mine[which]]), np.concatenate([words, some + first])
        order = np.argsort(places, kind="stable")
        return places[order], words[order]

    def words_of(self, word: TextWord) -> list[int]:
        """The numbers of the words of the indexes that a word of a text may be."""
        return [first + number for first, mine in zip(self._first_words, word.ids, strict=False) for number in mine]

    @cached_property
    def _first_words(self) -> list[int]:
        """What is added to the numbers of each index's words."""
        return [0, *(len(layer.index.words) for layer in self.layers[:-1])]

    def names_of_both(self, one: TextWord, other: TextWord) -> list[int]:
        """The names that have a word that the one may be and a word that the other may be."""
        key = one.text, other.text
        if (found := self._pairs.get(key)) is None:
            if len(self._pairs) > REMEMBERED:
                self._pairs = {}
            rows = zip(self.layers, one.ids, other.ids, strict=False)  # a word may have none in the last
            names = [name for layer, mine, others in rows for name in layer.names_of_both(mine, others)]
            found = self._pairs[key] = names[:MOST_OF_PAIR]
        return found


def _names_of_tables(index: Index) -> Iterator[Entity]:
    """For each place and organization with a name that the tables know, its names in Latin and Cyrillic letters.

    An organization has the name that it goes by as well: see `brand_of`. The ids are the numbers of the entities. Names
    in other scripts leave sounds open: Wagen sounds like one reading of 베이징, Beijing.
    """
    for entity, kind in enumerate(index.kinds.tolist()):
        if KINDS[kind] == "person":
            continue
        known = lexicon(KINDS[kind])
        names = list(map(index.name, range(*index.entity_firsts[entity : entity + 2].tolist())))
        forms = dict.fromkeys(form for one in concepts_of_names(known, names) for form in known.forms(one))
        new = [form for form in forms if form not in names and not is_small(form) and not _OTHER.search(form)]
        if KINDS[kind] == "organization":
            brands = dict.fromkeys(filter(None, [brand_of(name) or club_word(name) for name in names]))
            new += [brand for brand in brands if brand not in names and brand not in new]
        if new:
            yield Entity(str(entity), KINDS[kind], new)


_OTHER = pattern(r"(?![\p{Latin}\p{Cyrillic}])\p{L}")


def is_small(form: str) -> bool:
    """Whether a form of a name is one word in small letters, as the tables write adjectives and genitives.

    >>> [is_small(form) for form in ("minsker", "Minsk", "остров Норфолк", "თბილისი")]
    [True, False, False, False]
    """
    return " " not in form and form[:1] != form[:1].title()


def concepts_of_names(known: Lexicon, names: Sequence[str]) -> list[int]:
    """The concepts that whole names of an entity stand for.

    One that only an acronym stands for must be that of half of them: МУС is a ministry in Belarusian, in Russian
    the court whose acronyms are МКС, МУС and ICC.
    """
    found = {name: in_tables(known, name) for name in names}
    short = [name for name in names if " " not in name and is_short(name)]
    whole = {one for name in names if name not in short for one in found[name]}
    counted = Counter(one for name in short for one in found[name])
    every = dict.fromkeys(one for name in names for one in found[name])
    return [one for one in every if one in whole or 2 * counted[one] >= len(short)]


def in_tables(known: Lexicon, name: str) -> list[int]:
    """The concepts that a whole name stands for."""
    words = [folded_word(word) for word in words_of(name)]
    words = [word for word in words if word]
    if not words or len(words) > MOST_WORDS:
        return []
    size, concepts = known.at(words, 0)
    return [one for one in concepts if known.roles[one] == NAME] if size == len(words) else []
