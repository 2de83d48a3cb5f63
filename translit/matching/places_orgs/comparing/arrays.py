"""Names of places and organizations as arrays over their distinct words: what their evidence is computed from."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

import numpy as np

from translit.arrays import Bools, Int32s
from translit.matching.phonetics.one_script import may_tell
from translit.matching.places_orgs.comparing.cuts import Cuts
from translit.matching.places_orgs.comparing.distinct_words import MOST_CONCEPTS, DistinctWords
from translit.matching.places_orgs.comparing.institutions import groups_of, is_field, kinds_among
from translit.matching.places_orgs.comparing.place_kinds import kind_masks, lands
from translit.matching.places_orgs.comparing.saints import ANOTHER, saint_of
from translit.matching.places_orgs.comparing.whereabouts import whereabouts
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, SMALL, WORD
from translit.matching.places_orgs.reading.clubs import has_club_form, has_sports_form
from translit.matching.places_orgs.reading.parse import Thing
from translit.matching.places_orgs.reading.seats import small_words_of_place
from translit.matching.places_orgs.reading.word import Word

SLOTS = 10
LEAST_PROPER = 4  # letters of a Cyrillic word without a capital that tells organizations apart
WHOLE = 22  # letters of a name written as one word that can be aligned


class Code(IntEnum):
    """What a word of a name is, as arrays have it; 0 is no word."""

    NAME = 1
    WORD = 2
    GENERIC = 3


_CODES = {NAME: Code.NAME, WORD: Code.WORD, GENERIC: Code.GENERIC}


class Things(DistinctWords):
    """Names as arrays.

    Per name: `ids` and `roles` of its words [names, SLOTS] (0 is no word), whether they are `proper` names of an
    organization (with a capital, among small letters, and in no list), or its `fields`; `institutions` and
    `bodies`, the kinds that the name says, its `sports`, `tiers`, `jurisdictions` and `legal` forms as masks,
    `numbers` (one for each distinct set), `context` concepts, and the strings `place` (the context), `whole` (without
    and with generic words), `acronym`, `initials` (of all words and of the main ones) and `saint`; `acronyms` and
    `letters` are its own.
    """

    def __init__(self, things: Sequence[Thing], kind: str) -> None:
        count = len(things)
        super().__init__(kind)
        self.ids = np.zeros((count, SLOTS), dtype=np.int32)
        self.roles = np.zeros((count, SLOTS), dtype=np.int8)
        self.proper, self.fields = np.zeros((2, count, SLOTS), dtype=np.bool_)
        self.institutions, self.bodies, self.seated, self.unmoved, self.many = np.zeros((5, count), dtype=np.int64)
        self.sports, self.tiers, self.jurisdictions = np.zeros((3, count), dtype=np.int32)
        self.acronym, self.place, self.aside, self.saint = np.zeros((4, count), dtype=np.int32)
        self.whole, self.initials = np.zeros((2, count, 2), dtype=np.int32)
        self.cased = np.zeros(count, dtype=np.bool_)  # written in capital and small letters, so that capitals tell
        self._take_said(things)
        self._take_concepts(things)
        for row, thing in enumerate(things):
            self._add_words(row, thing)
            self._add_strings(row, thing)
        self._describe()
        self.cuts = Cuts(things, self._words) if self.organizations else Cuts((), ())

    def _take_said(self, things: Sequence[Thing]) -> None:
        """What each name says by itself."""
        self.acronyms = [thing.acronym for thing in things]
        self.letters = [thing.letters for thing in things]
        self.written, self.sole = [thing.written for thing in things], [thing.sole for thing in things]
        self.homes = [thing.homes for thing in things]
        numbered = [thing.numbers for thing in things]
        numbers = {found: number for number, found in enumerate(dict.fromkeys([(), *numbered]))}
        self.numbers = np.array([numbers[found] for found in numbered], dtype=np.int32)
        self.small_numbers = np.array([all(len(one) < 3 for one in found) for found in numbered], dtype=np.bool_)
        forms = [thing.of(LEGAL) for thing in things]
        clubs = [(has_club_form(form), has_sports_form(form)) for form in forms]
        told = [(*thing.seats[2:], thing.native, thing.romanized, *of) for thing, of in zip(things, clubs, strict=True)]
        self.mission, self.apposed, self.qualified, self.native, self.romanized, self.club_form, self.sports_form = (
            np.array(told, bool).reshape(-1, 7).T
        )
        self.bond = np.array([thing.bond for thing in things], dtype=np.int8)
        self.person = np.array([thing.person for thing in things], dtype=np.bool_)

    def _take_concepts(self, things: Sequence[Thing]) -> None:
        """The concepts of what stands beside each name, of what it is known as, of who owns it and where it is."""
        self.kinds, self.known_as = kind_masks(things, self.kind)
        self.where, self.lands = whereabouts(things, self.kind), lands(things, self.kind)
        self.known, self.tied = (
            _concepts([thing.known for thing in things]),
            _concepts([thing.tied for thing in things]),
        )
        self.owners = _concepts([thing.seats.owners for thing in things])
        self.seats = _concepts([thing.seats.seats for thing in things])
        self.beside = _concepts([frozenset(one for word in thing.aside for one in word.concepts) for thing in things])
        self.context = np.full((len(things), MOST_CONCEPTS), -1, dtype=np.int32)
        self.legal = np.zeros(len(things), dtype=np.uint64)
        forms: dict[int, int] = {}  # legal form → its bit
        for row, thing in enumerate(things):
            concepts = [concept for word in thing.context for concept in word.concepts][:MOST_CONCEPTS]
            self.context[row, : len(concepts)] = concepts
            for concept in {concept for word in thing.of(LEGAL) for concept in word.concepts}:
                self.legal[row] |= np.uint64(1 << forms.setdefault(concept, len(forms) % 64))

    def _add_words(self, row: int, thing: Thing) -> None:
        written = "".join(word.text for word in thing.words)
        cased = self.organizations and not written.isupper()
        self.cased[row] = cased and (not written.islower() or may_tell(written))
        located = _located(thing) if self.organizations else ()
        for slot, word in enumerate(slotted(thing)):
            self.ids[row, slot] = self._word(word)
            self.roles[row, slot] = _CODES[word.role]
            self.fields[row, slot] = self.organizations and is_field(word)
            self.proper[row, slot] = cased and not word.concepts and word not in located and _is_proper(word.text)
        if self.organizations:
            self.institutions[row] = kinds_among("institutions", thing)
            self.sports[row], self.tiers[row], self.jurisdictions[row] = groups_of(thing)
            self.bodies[row], self.seated[row] = kinds_among("bodies", thing), kinds_among("seated", thing)
            self.unmoved[row], self.many[row] = kinds_among("unmoved", thing), kinds_among("many", thing)

    def _add_strings(self, row: int, thing: Thing) -> None:
        for column, words in enumerate((thing.of(NAME, WORD), thing.of(NAME, WORD, GENERIC))):
            whole = "".join(word.folded for word in words)
            self.whole[row, column] = self._string(whole) if len(whole) <= WHOLE else 0
        self.acronym[row] = self._string(thing.acronym)
        self.saint[row] = self._string(saint_of(thing))
        self.place[row] = self._string("".join(word.folded for word in thing.context)[:WHOLE])
        self.aside[row] = self._string("".join(word.folded for word in thing.aside)[:WHOLE])
        for column, initials in enumerate(thing.initials[:2]):
            self.initials[row, column] = self._string(initials)

    def other_saint(self, rows: Int32s, columns: Int32s) -> Bools:
        """Whether both names have a saint, and two: that both have the word is no reason to be one."""
        a, b = self.saint[rows], self.saint[columns]
        found: Bools = (a > 0) & (b > 0)
        found[found] = self.strings.distances(a[found], b[found]) > ANOTHER
        return found


def _concepts(sets: Sequence[frozenset[int]]) -> Int32s:
    """Some concepts of each name, [names, MOST_CONCEPTS]; -1 where there are fewer."""
    found = np.full((len(sets), MOST_CONCEPTS), -1, dtype=np.int32)
    for row, concepts in enumerate(sets):
        mine = sorted(concepts)[:MOST_CONCEPTS]
        found[row, : len(mine)] = mine
    return found


def _is_proper(text: str) -> bool:
    """Whether an unlisted word tells organizations apart: one with a capital; in Cyrillic only the first has one."""
    return text[:1].isupper() or (text[:1] >= "а" and len(text) >= LEAST_PROPER)


def _located(thing: Thing) -> list[Word]:
    """The words before which a small word says that they are where it is: Univerzita v Brně."""
    small = small_words_of_place()
    return [word for before, word in pairwise(thing.words) if before.role == SMALL and before.folded in small]


def slotted(thing: Thing) -> tuple[Word, ...]:
    """The words that stand in slots, in their order: names, words and generic words."""
    return thing.of(NAME, WORD, GENERIC)[:SLOTS]
