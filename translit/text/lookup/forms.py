"""The names of the entities, as the words that a text may have: what each is in the name, and how much it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import lru_cache

import numpy as np

from translit.finding.index.search import Index
from translit.kinds import KINDS
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.lists import UNLISTED
from translit.matching.persons.reading.parse import Name, parse
from translit.matching.persons.reading.titles import is_numeral
from translit.matching.persons.reading.token import CORE, GENERATION, INITIAL, PARTICLE, PATRONYMIC, Token
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, SMALL, WORD
from translit.text.lookup.beginnings import concept

MOST_SLOTS = 12
LONGEST_SHORT = 6  # letters of an acronym; a longer word in capitals is spelled so for show, as all of some lists are


class Part(IntEnum):
    """What a word is in a name."""

    FAMILY = 0
    GIVEN = 1
    FATHER = 2
    INITIAL = 3
    PARTICLE = 4
    MAIN = 5  # the name of a place or organization
    GENERIC = 6  # what kind of place or organization it is
    SMALL = 7


class Club(IntEnum):
    """What a name of an organization says of a sports club; see `club_names`."""

    NONE = 0
    WHOLE = 1
    SHORT = 2  # the word that it goes by in a text about sport
    TOWN = 3  # has but a town's name


# How much a word tells of its name; set by hand: a family name is more than half of a person's name.
WEIGHTS = {Part.FAMILY: 1.0, Part.GIVEN: 0.6, Part.FATHER: 0.0, Part.INITIAL: 0.3, Part.PARTICLE: 0.0,
           Part.MAIN: 1.0, Part.GENERIC: 0.5, Part.SMALL: 0.0}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of a name."""

    text: str
    folded: str
    part: Part
    sets: frozenset[int] = frozenset()  # of given names that it may be
    concepts: frozenset[int] = frozenset()
    rarity: float = UNLISTED
    common: bool = False  # a word of the tables in an organization's name: what it does, or a place's name in it
    short: bool = False  # an acronym, or the number of a ruler
    weight: float = field(init=False, default=0.0)  # how much it tells of its name

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", WEIGHTS[self.part])


@dataclass(frozen=True, slots=True)
class Form:
    """A name: its number in the index, the entity's, and its words."""

    number: int
    text: str
    entity: int
    kind: int
    slots: tuple[Slot, ...]
    weight: float  # of all slots
    core: int  # slots that count
    lower: bool  # no capital letter at all
    main: bool = False  # the first of the entity's names, which is shown
    own: bool = True  # listed with the entity, not added from the tables
    gender: str = ""  # of a person: m, f or nothing where the name doesn't tell
    lowers: frozenset[str] = frozenset()  # its words in small letters
    particles: frozenset[str] = frozenset()  # those that are particles
    initials: bool = False  # whether it has one
    club: int = Club.NONE


class Forms:
    """The names of an index, taken apart."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._entities: dict[int, int] = {}  # name → its entity, of those that were prepared last

    def prepare(self, numbers: Sequence[int]) -> None:
        """Read these persons' names, all at once, which `make` then finds read."""
        entities = self.index.entities_of(np.array(numbers, dtype=np.int64))
        persons = [n for n, kind in zip(numbers, self.index.kinds[entities].tolist(), strict=True) if not kind]
        parse.many([self.index.name(number) for number in persons])
        self._entities = dict(zip(numbers, entities.tolist(), strict=True))

    def make(self, number: int) -> Form:
        """A name by its number."""
        text = self.index.name(number)
        entity = self._entities.get(number, -1)
        if entity < 0:
            entity = self.index.entity_of(number)
        kind = int(self.index.kinds[entity])
        gender = ""
        if KINDS[kind] == "person":
            name = parse(text)
            slots, gender = _person(name)[:MOST_SLOTS], name.gender
        else:
            slots = _thing(text, KINDS[kind])[:MOST_SLOTS]
        weight = sum(slot.weight for slot in slots)
        core = sum(slot.weight > 0 for slot in slots)
        main = number == int(self.index.entity_firsts[entity])
        return Form(
            *(number, text, entity, kind, tuple(slots), max(weight, 0.5), max(core, 1), text == text.lower(), main),
            gender=gender,
            lowers=frozenset([slot.text.lower() for slot in slots]),
            particles=frozenset([slot.text.lower() for slot in slots if slot.part == Part.PARTICLE]),
            initials=any(slot.part == Part.INITIAL for slot in slots),
        )


def _person(name: Name) -> list[Slot]:
    """The words of a person's name; without a sign the last is the family name, unless the first can't be given."""
    tokens = [token for token in name.tokens if token.folded]
    cores = [place for place, token in enumerate(tokens) if token.role == CORE]
    said = {place: known(tokens[place].folded) for place in cores}
    families = {place for place in cores if tokens[place].family}
    numbers = _numbers_of_ruler(tokens, families)
    if numbers and all(said[place].sets for place in cores):
        families = numbers
    elif not families and cores:
        father = next((place for place, token in enumerate(tokens) if token.role == PATRONYMIC), 0)
        if len(cores) == 1:
            families = set(cores)
        elif (father and father == len(tokens) - 1) or (
            not father and said[cores[-1]].sets and not said[cores[0]].sets
        ):  # Лукашенко Александр Григорьевич
            families = {cores[0]}
        elif father:
            families = {place for place in cores if place > father} or {cores[-1]}
        else:
            first = next((place for place in cores if place and tokens[place - 1].role == PARTICLE), cores[-1])
            families = {place for place in cores if place >= first}
    roles = {PATRONYMIC: Part.FATHER, INITIAL: Part.INITIAL, PARTICLE: Part.PARTICLE}
    slots = []
    for place, token in enumerate(tokens):
        if token.role == CORE:
            slots.append(_core(token.text, token.folded, place in families))
        elif place in families:
            text = token.text.rstrip(".")
            slots.append(Slot(text, fold(text), Part.FAMILY, short=True))
        elif token.role in roles:
            slots.append(Slot(token.text, token.folded.strip("."), roles[token.role]))
    return slots


@lru_cache(maxsize=1 << 15)
def _core(text: str, folded: str, is_family: bool) -> Slot:
    """A word of a person's name that is a family name, or a given name: many persons share it."""
    said = known(folded)
    if is_family:
        return Slot(text, folded, Part.FAMILY, rarity=said.rarity)
    return Slot(text, folded, Part.GIVEN, frozenset([number for number, _ in said.sets]), rarity=said.rarity)


def _numbers_of_ruler(tokens: Sequence[Token], families: set[int]) -> set[int]:
    """The place of the number in a ruler's name, where it stands for the family name: Benedict XVI, Wilhelm I."""
    last = len(tokens) - 1
    initials = [token for token in tokens if token.role == INITIAL]
    may_be = last > 0 and (tokens[last].role == GENERATION or initials == tokens[last:])
    number = may_be and is_numeral(tokens[last].folded)
    return {last} if number and not families and tokens[last].text.isupper() else set()


def _thing(text: str, kind: str) -> list[Slot]:
    """The words of a name of a place or organization; where all would be generic, the last ones count in full."""
    words = [(word, folded_word(word)) for word in words_of(text)]
    words = [(word, folded) for word, folded in words if folded]
    slots = []
    for word, folded in words:
        part, concepts, common = _of_thing(folded, kind)
        slots.append(Slot(word, folded, part, concepts=concepts, common=common, short=is_short(word)))
    if slots and not any(slot.part == Part.MAIN for slot in slots):
        slots = [replace(slot, part=Part.MAIN) for slot in slots]
    return slots


def is_short(text: str) -> bool:
    """Whether a word is written like an acronym: a few letters, and capitals at the end, or a number after them.

    >>> [is_short(text) for text in ("МИД", "БелАЭС", "G20", "Нато", "GAZPROMNEFT")]
    [True, True, True, False, False]
    """
    return len(text) <= LONGEST_SHORT and (text[-2:].isupper() or (text[-1:].isdigit() and text.isupper()))


@lru_cache(maxsize=1 << 15)
def _of_thing(folded: str, kind: str) -> tuple[Part, frozenset[int], bool]:
    """What a word is in the name of a place or organization, what it stands for in the tables, and if it is common."""
    found = lexicon(kind)
    concepts = found.of_word(folded)
    roles = {found.roles[number] for number in concepts}
    places = found.places.intersection(concepts)
    if kind == "organization":
        common = bool(places or roles & {WORD, GENERIC})
    else:  # an adjective from another place: Московский of Московский Кремль
        common = bool(places) and not any(folded in found.nouns(one) for one in places)
    part = Part.SMALL if roles & {SMALL, LEGAL} else Part.GENERIC if GENERIC in roles else Part.MAIN
    return part, frozenset([concept(number, kind) for number in concepts]), common
