"""A name of a place or an organization: its words, and what each is in it.

`Kaunas (Kowno), Lithuania` is two names, Kaunas and Kowno, in the context Lithuania; quotation marks fall.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from translit.matching.persons.reading.missing import is_missing
from translit.matching.places_orgs.lexicon.folded_words import words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_kinds import narrow_kinds
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, LONGEST_PHRASE, NAME, NUMBER, WORD
from translit.matching.places_orgs.reading.apposition import Bond, bond
from translit.matching.places_orgs.reading.country_titles import without_titles
from translit.matching.places_orgs.reading.homes import homes_of
from translit.matching.places_orgs.reading.initials import acronym_of, initials_of, letters_of
from translit.matching.places_orgs.reading.listed_words import (
    generic_kinds,
    has_native_form,
    is_romanized,
    kinds_named,
    listed_words,
)
from translit.matching.places_orgs.reading.numbers import digits_of, of_house
from translit.matching.places_orgs.reading.plain_text import (
    comma_parts,
    is_person,
    plain_text,
    split_compounds,
    split_qualifiers,
    with_plain_article,
    without_honour,
)
from translit.matching.places_orgs.reading.qualifiers import (
    BRACKETS,
    after_comma,
    airport_of_town,
    bracketed,
    in_genitive,
    part_of_town,
    with_country,
    with_town,
    within,
)
from translit.matching.places_orgs.reading.seats import NOWHERE, Seats, seats_of
from translit.matching.places_orgs.reading.small_words import with_initials
from translit.matching.places_orgs.reading.sole_letters import sole_letters
from translit.matching.places_orgs.reading.state_names import upright
from translit.matching.places_orgs.reading.tied_parts import tied_parts
from translit.matching.places_orgs.reading.word import Word
from translit.matching.places_orgs.reading.written_names import written_name

MOST_NAMES = 4  # names in one text


@dataclass(frozen=True, slots=True)
class Thing:
    """One name of a place or an organization. `acronym` is set if it's nothing but capitals; `initials` are what an
    acronym of the name would be, with and without its small words; `letters` are, for each main word, what it starts
    with in any language; `kinds` are the classes of its words for kinds of place.
    """

    words: tuple[Word, ...]
    context: tuple[Word, ...] = ()
    acronym: str = ""
    initials: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    person: bool = False  # it reads as the name of a person, with a patronymic
    kinds: frozenset[int] = frozenset()
    bond: Bond = Bond.NONE  # how a place stands beside a kind of organization
    known: frozenset[int] = frozenset()  # the organizations that the whole text is a listed name of
    apart: bool = False  # its compounds are written as several words
    bare: bool = False  # whom it is named after is left out
    inside: bool = False  # it stands in brackets behind another
    organizations: frozenset[int] = frozenset()  # its kinds of organization, in compounds too
    seats: Seats = NOWHERE  # whose it is and where it sits, by the whole text
    aside: tuple[Word, ...] = ()  # another name in brackets, or where the place is: nothing tells which
    written: str = ""  # the name as a script writes it whose letters tell names apart
    sole: tuple[str, ...] = ()  # sole letters that tell organizations apart
    tied: frozenset[int] = frozenset()  # places that are tied to it: Мемориал-Тула
    native: bool = False  # it has a legal form of a language that writes in Latin letters
    romanized: bool = False  # it has an Arabic or Persian particle in Latin letters
    homes: frozenset[int] = frozenset()  # the countries whose public bodies write in its script

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in the name, alone or in a word (G7), Roman or in words, in order of their digits."""
        return tuple(sorted(number for word in self.words for number in _numbers(word)))

    def of(self, *roles: str) -> tuple[Word, ...]:
        """The words that have one of these roles."""
        return tuple(word for word in self.words if word.role in roles)


def _numbers(word: Word) -> list[str]:
    if word.role == NUMBER:
        return [word.folded]
    return [] if word.text.isalpha() else digits_of(word.text)


@lru_cache(maxsize=1 << 16)
def parse_thing(text: str, kind: str) -> tuple[Thing, ...]:
    """The names in a text: one, and one more for each pair of brackets that holds one; none without letters, and none
    in a word for a missing name.

    A name with a listed phrase, or with a compound, comes a second time with its words apart; one with whom it honours,
    without.

    >>> [[word.text for word in thing.words] for thing in parse_thing("Каўнас (Коўна)", "place")]
    [['Каўнас'], ['Коўна']]
    >>> [(word.text, word.role) for word in parse_thing("ООО «Ромашка»", "organization")[0].words]
    [('ООО', 'legal form'), ('Ромашка', 'name')]
    """
    if is_missing(text):
        return ()
    plain = upright(plain_text(text, kind), kind)
    outside, inside = bracketed(plain, kind)
    names = _read(outside, inside, kind, LONGEST_PHRASE)
    without = BRACKETS.sub(" ", plain) if kind == "organization" else ""
    if kind == "organization" and names and without != outside and (bare := _thing(without, kind, LONGEST_PHRASE)):
        names[0] = replace(names[0], initials=bare.initials, letters=bare.letters)  # a place in brackets has no letter
    if len(names) > 1 and not names[1].of(NAME):
        names = names[:1]
    if kind == "place" and len(names) > 1:
        names[0] = replace(names[0], aside=names[1].of(NAME, WORD))
    if any(" " in word.text and _may_part(word, kind) for name in names for word in name.of(NAME, GENERIC)):
        apart = _read(outside, inside, kind, 1)
        names += [replace(thing, kinds=names[0].kinds or thing.kinds) for thing in apart]  # Río Negro isn't a river
    names += _variants(outside, kind)
    if names:
        known, kinds = _known(names, kind), frozenset().union(*(generic_kinds(thing.words, kind) for thing in names))
        seats = seats_of(names[0].words) if kind == "organization" else NOWHERE
        name = written_name(text, kind)
        names = [replace(thing, known=known, seats=seats, organizations=kinds, written=name) for thing in names]
        if kind == "organization":
            sole, tied, homes = sole_letters(without), tied_parts(plain), homes_of(text)
            native, romanized = has_native_form(names[0].words), is_romanized(names[0].words)
            names = [replace(thing, sole=sole, native=native, romanized=romanized, tied=tied) for thing in names]
            names = [replace(thing, homes=homes) for thing in names]
    return tuple(dict.fromkeys(names[:MOST_NAMES]))


def _read(outside: str, inside: Sequence[str], kind: str, longest: int) -> list[Thing]:
    """The name outside brackets, and those in the first two."""
    names = [thing for part in (outside, *inside[:2]) if (thing := _thing(part, kind, longest))]
    return [*names[:1], *(replace(thing, inside=True) for thing in names[1:])]


def _variants(text: str, kind: str) -> list[Thing]:
    """The name with its compounds apart; the name without whom it honours, if it has another name or a number."""
    found = []
    split = split_compounds(text) if kind == "organization" else split_qualifiers(text)
    if split != text and (thing := _thing(split, kind, LONGEST_PHRASE)):
        found.append(replace(thing, apart=True))
    if kind == "place":
        other = [one for one in (part_of_town(text), with_plain_article(text)) if one]
        return found + [thing for thing in (_thing(one, kind, LONGEST_PHRASE) for one in other) if thing]
    if (bare := without_honour(text)) != text and (thing := _thing(bare, "organization", LONGEST_PHRASE)):
        found += [replace(thing, bare=True)] if thing.of(NAME, NUMBER) else []
    return found


def _known(names: Sequence[Thing], kind: str) -> frozenset[int]:
    """What the text is a listed name of: organizations, of its first name; places, of any, if the first is listed."""
    if kind == "organization":
        main = names[0].of(NAME, WORD, GENERIC)
        alone = len(main) == 1 and main[0].role == NAME
        return frozenset(main[0].concepts) - lexicon(kind).places if alone else frozenset()
    listed = [main[0].concepts for one in names if len(main := one.of(NAME, WORD)) == 1 and main[0].role == NAME]
    first = names[0].of(NAME, WORD)
    return frozenset(chain.from_iterable(listed)) if len(first) == 1 and first[0].concepts else frozenset()


def _thing(text: str, kind: str, longest: int) -> Thing | None:
    before, after = comma_parts(text) if kind == "place" else (text, "")
    words = listed_words(words_of(before), kind, longest)
    if not words:
        return None
    words = without_titles(with_initials(words, not text.isupper())) if kind == "organization" else words
    around = after_comma(after) if after else []
    if kind == "place" and not around:
        words, around = with_country(words)
        words, around = (words, around) if around else with_town(words)
        words, around = (words, around) if around else within(words)
        words, around = (words, around) if around else airport_of_town(words)
        words, around = (words, around) if around or words[-1].text.isascii() else in_genitive(words)
    context = tuple(word for word in around if word.role in (NAME, WORD) and not word.text[:1].isdigit())
    houses = [word for word in around if word.text[:1].isdigit()]  # ул. Коласа, 5а
    words += [replace(word, role=NUMBER, folded=of_house(word.text), concepts=()) for word in houses]
    generic = bool(generic_kinds(words, kind))  # a name without any kind or number isn't shortened to its initials
    numbered = kind == "organization" and any(word.role == NUMBER for word in words)
    return Thing(
        tuple(words),
        context,
        acronym_of(words),
        initials_of(words_of(before), kind) if generic or numbered else (),
        letters_of(words, kind) if generic else (),
        not generic
        and not any(word.role == WORD for word in words)
        and is_person(" ".join(word.text for word in words if word.role != LEGAL)),
        kinds_named(words) if kind == "place" else frozenset(),
        bond(words) if generic and kind == "organization" else Bond.NONE,
    )


def _may_part(word: Word, kind: str) -> bool:
    """Whether the words of a listed phrase may also be held against others one by one: a name, a kind of a kind."""
    return word.role == NAME or (kind == "organization" and not narrow_kinds().isdisjoint(word.concepts))
