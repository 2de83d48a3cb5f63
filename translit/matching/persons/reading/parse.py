"""A personal name: its tokens and the role of each.

Titles and ranks are set aside; what is left is given name, patronymic, family name, initial or particle. The order
(given first or family first) is read from a comma, from capitals and from where the patronymic stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import chain
from typing import NamedTuple

from translit.matching.persons.lexicon.lists import sons_of
from translit.matching.persons.reading.korean import Korean, Syllables, korean_name
from translit.matching.persons.reading.missing import is_missing
from translit.matching.persons.reading.remarks import NO_REMARKS, Remarks, kin_of, remarks_of
from translit.matching.persons.reading.said_together import gender_of, orthography_marks, patronymic_place
from translit.matching.persons.reading.tagging import Chunks, chunks_of, plain_words, sort_out
from translit.matching.persons.reading.token import (
    CODES,
    CORES,
    FAMILY,
    FATHERS,
    INITIALS,
    NOT_FAMILY,
    PARTICLES,
    ROLES,
    SECOND_INITIALS,
    SON_OF,
    Token,
)
from translit.matching.persons.reading.tokenize import BELARUSIAN, OTHER, OWN_I, SHARED_I, UKRAINIAN, Word, read_chunks
from translit.memo import memoized

GENDERS = {"": 0, "m": 1, "f": 2}  # in arrays
LONGEST_NAME = 400  # letters; what follows can't be part of a person's name


class Orthography(IntEnum):
    """The Cyrillic orthography of a name."""

    RUSSIAN = 1
    BELARUSIAN = 2
    UKRAINIAN = 3


class Name(NamedTuple):
    """A name taken apart; what is said of its tokens stands in tuples, one value a token.

    `folded` words and, for the arrays, `codes` of the roles (the second of two initials is told from the first) and
    `places` (FAMILY, NOT_FAMILY or 0). `gender` is m, f or nothing where the spelling doesn't tell; `orthography` is
    the number of an Orthography, or 0 where the letters don't tell. `korean` is what the words of a Korean name may
    be, `remarks` what stands beside the name.
    """

    text: str
    words: tuple[str, ...]  # as written
    folded: tuple[str, ...]
    codes: tuple[int, ...]
    places: tuple[int, ...]
    families: tuple[bool, ...]  # known to belong to the family name (capitals or comma); empty if none is
    gender: str
    orthography: int = 0
    titles: tuple[str, ...] = ()
    korean: tuple[Syllables, ...] = ()
    remarks: Remarks = NO_REMARKS

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens one by one."""
        families = self.families or (False,) * len(self.words)
        rows = zip(self.words, self.folded, self.codes, families, strict=True)
        return tuple(Token(text, folded, ROLES[code], family) for text, folded, code, family in rows)

    def of(self, *roles: str) -> tuple[Token, ...]:
        """The tokens that have one of these roles."""
        return tuple(token for token in self.tokens if token.role in roles)


@memoized
def parse(texts: Sequence[str]) -> list[Name]:
    """A personal name in any script and order, as tokens with roles.

    >>> [(token.text, token.role) for token in parse("д-р ЛУКАШЕНКО, Александр Г.").tokens]
    [('ЛУКАШЕНКО', 'name'), ('Александр', 'name'), ('Г.', 'initial')]
    >>> parse("Светлана Георгиевна Тихановская").gender
    'f'
    """
    chunks = [chunks_of(text[:LONGEST_NAME]) for text in texts]
    read_chunks.many([chunk for before, after, _ in chunks for chunk in chain(before, after)])  # all words at once
    return list(map(_parse, texts, chunks))


def _parse(text: str, chunks: Chunks) -> Name:
    if is_missing(text):
        return named(text, (), "")
    words = plain_words(chunks)
    if words is not None:
        return _plain(text, words)
    korean = _korean(text[:LONGEST_NAME])
    if korean:
        found = named(text, korean.tokens, "", 0, korean.titles)
        return found._replace(korean=korean.words, remarks=Remarks(kin=kin_of(text)))
    tokens, titles, gender, marks = sort_out(text[:LONGEST_NAME])
    found = named(text, tokens, gender, orthography_of(marks), titles)
    remarks = remarks_of(text)
    return found if remarks is NO_REMARKS else found._replace(remarks=remarks)


def named(text: str, tokens: Sequence[Token], gender: str, orthography: int = 0, titles: Sequence[str] = ()) -> Name:
    """A name of tokens whose roles are known.

    >>> from translit.matching.persons.reading.token import CORE, INITIAL
    >>> named("I. Novak", [Token("I.", "i", INITIAL), Token("Novak", "novak", CORE)], "").codes
    (3, 1)
    """
    codes = _role_codes(tokens)
    words, folded = tuple(token.text for token in tokens), tuple(token.folded for token in tokens)
    families = tuple(token.family for token in tokens) if any(token.family for token in tokens) else ()
    places = _sons(_places(codes, families), codes, folded)
    return Name(text, words, folded, codes, places, families, gender, orthography, tuple(titles))


def _korean(text: str) -> Korean | None:
    """A Korean name, if it is one."""
    before, after, _ = chunks_of(text)
    first, rest = ([word for chunk in chunks for word in read_chunks(chunk)] for chunks in (before, after))
    families = [True] * len(first) + [False] * len(rest) if rest else []
    return korean_name([*first, *rest], families)


def _plain(text: str, words: list[Word]) -> Name:
    father = patronymic_place(words)
    gender = words[father].known.father if father else gender_of(words)
    codes, places = shape(len(words), father)
    bare, folded = tuple([word.bare for word in words]), tuple([word.folded for word in words])
    return Name(text, bare, folded, codes, places, (), gender, orthography_of(orthography_marks(words)))


@cache
def shape(count: int, father: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Codes and places of so many words, of which one is the patronymic unless it is 0.

    >>> shape(3, 1) == ((CORES, FATHERS, CORES), (NOT_FAMILY, NOT_FAMILY, FAMILY))
    True
    """
    codes = tuple(FATHERS if index and index == father else CORES for index in range(count))
    return codes, _places(codes, ())


def _role_codes(tokens: Sequence[Token]) -> tuple[int, ...]:
    codes = [CODES[token.role] for token in tokens]
    if codes.count(INITIALS) > 1:
        first = codes.index(INITIALS)
        codes[first + 1 :] = [SECOND_INITIALS if code == INITIALS else code for code in codes[first + 1 :]]
    return tuple(codes)


def _places(codes: Sequence[int], families: Sequence[bool]) -> tuple[int, ...]:
    """Which tokens are known to be the family name and which not: by a comma, capitals or the patronymic."""
    if families:
        return tuple([FAMILY if family else NOT_FAMILY for family in families])
    if FATHERS in codes and codes.index(FATHERS) > 0:
        given = codes.index(FATHERS) - 1
        return tuple([FAMILY if code == CORES and index != given else NOT_FAMILY for index, code in enumerate(codes)])
    if INITIALS in codes and codes.count(CORES) == 1:
        return tuple([FAMILY if code == CORES else NOT_FAMILY for code in codes])
    return (0,) * len(codes)


def _sons(places: tuple[int, ...], codes: Sequence[int], folded: Sequence[str]) -> tuple[int, ...]:
    """The places with that of a name after bin, ibn, ould: the father's."""
    if PARTICLES not in codes:
        return places
    sons = [
        index and codes[index - 1] == PARTICLES and folded[index - 1] in sons_of() and code == CORES
        for index, code in enumerate(codes)
    ]
    return tuple([SON_OF if son and place != FAMILY else place for son, place in zip(sons, places, strict=True)])


def orthography_of(marks: int) -> int:
    """Which Cyrillic orthography words of these marks are in, where their letters tell.

    >>> [parse(name).orthography for name in ("Зеленский", "Зяленскі Ўладзімір", "Зеленський Володимир", "Zelensky")]
    [1, 2, 3, 0]
    """
    if not marks or marks & OTHER:
        return 0
    if marks & SHARED_I:
        return int(Orthography.UKRAINIAN if marks & UKRAINIAN else Orthography.RUSSIAN)
    return int(Orthography.BELARUSIAN) if marks & OWN_I and marks & BELARUSIAN else 0
