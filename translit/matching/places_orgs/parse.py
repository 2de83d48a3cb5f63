"""A name of a place or an organization: its words, and what each is in it.

`Kaunas (Kowno), Lithuania` is two names, Kaunas and Kowno, in the context Lithuania; quotation marks fall.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from translit.matching.persons.parse import parse
from translit.matching.persons.token import PATRONYMIC
from translit.matching.phonetics.fold import cleaned, fold
from translit.matching.places_orgs.lexicon import (
    GENERIC,
    LEGAL,
    LONGEST_PHRASE,
    NAME,
    NUMBER,
    SMALL,
    WORD,
    folded_word,
    lexicon,
    words_of,
)

MOST_LETTERS = 400
MOST_NAMES = 4  # names in one text
LEAST_LETTERS, MOST_ACRONYM = 3, 8  # letters of an acronym of translated words; of any
_LONG_LATIN = regex.compile(r"\p{Latin}{8,}")
_BRACKETS = regex.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a listed phrase, of a name: as written, folded, its role, and the concepts it stands for."""

    text: str
    folded: str
    role: str
    concepts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """One name of a place or an organization. `acronym` is set if it's nothing but capitals; `initials` are what an
    acronym of the name would be, with and without its small words; `letters` are, for each main word, what it starts
    with in any language.
    """

    words: tuple[Word, ...]
    context: tuple[Word, ...] = ()
    acronym: str = ""
    initials: tuple[str, ...] = ()
    letters: tuple[frozenset[str], ...] = ()
    person: bool = False  # it reads as the name of a person, with a patronymic

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in the name, alone or in a word (G7), in order."""
        return tuple(sorted(number for word in self.words for number in regex.findall(r"\d+", word.text)))

    def of(self, *roles: str) -> tuple[Word, ...]:
        """The words that have one of these roles."""
        return tuple(word for word in self.words if word.role in roles)


@lru_cache(maxsize=1 << 16)
def parse_thing(text: str, kind: str) -> tuple[Thing, ...]:
    """The names in a text: one, and one more for each pair of brackets that holds one; none without letters.

    A name with a listed phrase, or with a compound, comes a second time with its words parted.

    >>> [[word.text for word in thing.words] for thing in parse_thing("Каўнас (Коўна)", "place")]
    [['Каўнас'], ['Коўна']]
    >>> [(word.text, word.role) for word in parse_thing("ООО «Ромашка»", "organization")[0].words]
    [('ООО', 'legal form'), ('Ромашка', 'name')]
    """
    plain = cleaned(text[:MOST_LETTERS])
    inside = [found for match in _BRACKETS.findall(plain) for found in match if found]
    outside = _BRACKETS.sub(" ", plain)
    names = [thing for part in (outside, *inside[:2]) if (thing := _thing(part, kind, LONGEST_PHRASE))]
    if len(names) > 1 and not names[1].of(NAME):
        names = names[:1]
    if any(" " in word.text for name in names for word in name.of(NAME)):
        names += [thing for part in (outside, *inside[:2]) if (thing := _thing(part, kind, 1))]
    if kind == "organization" and (parted := _parted_compounds(outside)) != outside:
        names += [thing] if (thing := _thing(parted, kind, LONGEST_PHRASE)) else []
    return tuple(dict.fromkeys(names[:MOST_NAMES]))


def _parted_compounds(text: str) -> str:
    """The text with its compounds written as two words: Finanz ministerium."""
    compound = lexicon("organization").compound
    return _LONG_LATIN.sub(lambda found: " ".join(compound(fold(found[0])) or (found[0],)), text)


def _thing(text: str, kind: str, longest: int) -> Thing | None:
    before, _, after = text.partition(",") if kind == "place" else (text, "", "")
    if not any(map(str.isalnum, before)):
        before, after = after, ""
    words = _listed(words_of(before), kind, longest)
    if not words:
        return None
    context = tuple(word for word in _listed(words_of(after), kind, LONGEST_PHRASE) if word.role in (NAME, WORD))
    generic = any(word.role == GENERIC for word in words)  # a name without any isn't shortened to its initials
    initials = _initials(words_of(before), kind) if generic else ()
    letters = _letters(words, kind) if generic else ()
    return Thing(tuple(words), context, _acronym(words), initials, letters, not generic and is_person(before))


def is_person(text: str) -> bool:
    """Whether a text of three or four words reads as the name of a person: given name, patronymic, family name.

    >>> is_person("Борисов Кирилл Викторович"), is_person("Нижний Новгород")
    (True, False)
    """
    return 3 <= len(text.split()) <= 4 and bool(parse(text).of(PATRONYMIC))


def _listed(texts: list[str], kind: str, longest: int) -> list[Word]:
    """Words with what the lexicon says of them; where all would be generic or small, they are the name."""
    found = lexicon(kind)
    folded = [folded_word(text) for text in texts]
    words: list[Word] = []
    place = 0
    while place < len(texts):
        if not folded[place]:
            place += 1
            continue
        size, concepts = found.at(folded, place, longest)
        role = found.roles[concepts[0]] if concepts else NUMBER if folded[place].isdigit() else NAME
        letters = "".join(folded[place : place + size])
        words.append(Word(" ".join(texts[place : place + size]), letters, role, concepts))
        place += size
    if words and not any(word.role in (NAME, WORD) for word in words):
        words = [
            Word(word.text, word.folded, WORD if word.role in (GENERIC, LEGAL, SMALL) else word.role, word.concepts)
            for word in words
        ]
    return words


def _acronym(words: list[Word]) -> str:
    names = [word for word in words if word.role in (NAME, WORD, GENERIC)]
    if len(names) == 1 and names[0].text.isupper() and 2 <= len(names[0].folded) <= MOST_ACRONYM:
        return names[0].folded
    return ""


def _letters(words: list[Word], kind: str) -> tuple[frozenset[str], ...]:
    """What each main word starts with, in any language; nothing for a name that is too short or too long."""
    firsts = lexicon(kind).firsts
    main = [word for word in words if word.role in (NAME, WORD, GENERIC)]
    if not LEAST_LETTERS <= len(main) <= MOST_ACRONYM:
        return ()
    return tuple(frozenset({word.folded[0]}.union(*(firsts[number] for number in word.concepts))) for word in main)


def spells(acronym: str, letters: tuple[frozenset[str], ...]) -> bool:
    """Whether the letters of an acronym, in any order, may be those that the words start with in some language.

    >>> letters = parse_thing("Белорусский союз художников", "organization")[0].letters
    >>> spells("bua", letters), spells("bux", letters)
    (True, False)
    """
    if len(acronym) != len(letters):
        return False
    if not acronym:
        return True
    return any(
        acronym[0] in found and spells(acronym[1:], letters[:place] + letters[place + 1 :])
        for place, found in enumerate(letters)
    )


def _initials(texts: list[str], kind: str) -> tuple[str, ...]:
    """The first letters of all words, and of those that aren't small or a legal form."""
    found = lexicon(kind)
    folded = [word for text in texts if (word := folded_word(text)) and not word.isdigit()]
    if len(folded) < 2:
        return ()
    kept: list[str] = []
    place = 0
    while place < len(folded):
        size, concepts = found.at(folded, place)
        if not concepts or found.roles[concepts[0]] not in (SMALL, LEGAL):
            kept += folded[place : place + size]
        place += size
    rows = ("".join(word[0] for word in row) for row in (folded, kept) if len(row) > 1)
    return tuple(dict.fromkeys(rows))
