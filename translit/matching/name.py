"""A personal name: its tokens and the role of each.

Titles and ranks are set aside; what is left is given name, patronymic, family name, initial or particle. The order
(given first or family first) is read from a comma, from capitals and from where the patronymic stands. `word`
knows what each word says by itself; here they are seen together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import regex

from translit.matching.fold import fold
from translit.matching.word import BELARUSIAN, OTHER, OWN_I, SHARED_I, UKRAINIAN, Word, read_chunk

CORE, PATRONYMIC, INITIAL, PARTICLE, GENERATION = "name", "patronymic", "initial", "particle", "generation"
CORES, FATHERS, INITIALS, GENERATIONS, SECOND_INITIALS, PARTICLES = 1, 2, 3, 4, 5, 6
_CODES = {CORE: CORES, PATRONYMIC: FATHERS, INITIAL: INITIALS, GENERATION: GENERATIONS, PARTICLE: PARTICLES}
FAMILY, NOT_FAMILY = 1, 2  # places in a name that are known
RUSSIAN_LETTERS, BELARUSIAN_LETTERS, UKRAINIAN_LETTERS = 1, 2, 3
MOST_TOKENS = 8
LONGEST_NAME = 400  # letters; what follows can't be part of a person's name

_BRACKET_SIGNS = frozenset("([\"«“")
_BRACKETS = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|«[^«»]*»|“[^“”]*”")


class Token(NamedTuple):
    """One word of a name: as written, folded, and its role."""

    text: str
    folded: str
    role: str
    family: bool = False  # known to belong to the family name (capitals or comma)


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    `gender` is m, f or nothing where the spelling doesn't tell. For the arrays: `codes` of the tokens' roles (the
    second of two initials is told from the first), `places` (FAMILY, NOT_FAMILY or 0), and the Cyrillic
    `orthography` (RUSSIAN_LETTERS … or 0 where the letters don't tell).
    """

    text: str
    tokens: tuple[Token, ...]
    gender: str
    titles: tuple[str, ...] = ()
    orthography: int = 0
    codes: tuple[int, ...] = field(init=False)
    places: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        codes = _role_codes(self.tokens)
        object.__setattr__(self, "codes", codes)
        object.__setattr__(self, "places", _places(self.tokens, codes))

    def of(self, *roles: str) -> tuple[Token, ...]:
        """The tokens that have one of these roles."""
        return tuple(token for token in self.tokens if token.role in roles)


@dataclass(slots=True)
class _Item:
    """A word on its way to a role."""

    word: Word
    family: bool
    role: str = CORE
    letters: tuple[str, ...] = ()  # of initials


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Name:
    """A personal name in any script and order, as tokens with roles.

    >>> [(token.text, token.role) for token in parse("д-р ЛУКАШЕНКО, Александр Г.").tokens]
    [('ЛУКАШЕНКО', 'name'), ('Александр', 'name'), ('Г.', 'initial')]
    >>> parse("Светлана Георгиевна Тихановская").gender
    'f'
    """
    items = _items(text[:LONGEST_NAME])
    if all(item.word.simple for item in items) and len(items) <= MOST_TOKENS:  # most names: nothing to sort out
        _mark_patronymic(items)
        simple = tuple(Token(item.word.bare, item.word.folded, item.role, item.family) for item in items)
        return Name(text, simple, _gender(items), (), _orthography(items))
    titles: list[str] = []
    generation: list[Word] = []
    if any(item.word.title or item.word.generation for item in items):
        items, titles, generation = _without_titles(items)
    _mark_capitals(items)
    _mark_initials(items)
    names = [item for item in items if item.role == CORE and item.word.folded][:MOST_TOKENS]
    _mark_patronymic(names)
    _mark_particles(names)
    tokens: list[Token] = []
    for item in items:
        if item.letters:
            tokens += [Token(letter, fold(letter), INITIAL) for letter in item.letters]
        elif item.word.folded:
            tokens.append(Token(item.word.bare, item.word.folded, item.role, item.family))
    tokens = tokens[:MOST_TOKENS] + [Token(word.text, fold(word.bare) or word.text, GENERATION) for word in generation]
    return Name(text, tuple(tokens), _gender(names), tuple(titles), _orthography(items))


def _role_codes(tokens: Sequence[Token]) -> tuple[int, ...]:
    codes = [_CODES[token.role] for token in tokens]
    if codes.count(INITIALS) > 1:
        first = codes.index(INITIALS)
        codes[first + 1 :] = [SECOND_INITIALS if code == INITIALS else code for code in codes[first + 1 :]]
    return tuple(codes)


def _places(tokens: Sequence[Token], codes: Sequence[int]) -> tuple[int, ...]:
    """Which tokens are known to be the family name and which not: by a comma, capitals or the patronymic."""
    if any(token.family for token in tokens):
        return tuple([FAMILY if token.family else NOT_FAMILY for token in tokens])
    if FATHERS in codes and codes.index(FATHERS) > 0:
        given = codes.index(FATHERS) - 1
        return tuple([FAMILY if code == CORES and index != given else NOT_FAMILY for index, code in enumerate(codes)])
    if INITIALS in codes and codes.count(CORES) == 1:
        return tuple([FAMILY if code == CORES else NOT_FAMILY for code in codes])
    return (0,) * len(codes)


def _orthography(items: Sequence[_Item]) -> int:
    """Which Cyrillic orthography the words are in, where their letters tell.

    >>> [parse(name).orthography for name in ("Зеленский", "Зяленскі Ўладзімір", "Зеленський Володимир", "Zelensky")]
    [1, 2, 3, 0]
    """
    marks = 0
    for item in items:
        marks |= item.word.orthography
    if not marks or marks & OTHER:
        return 0
    if marks & SHARED_I:
        return UKRAINIAN_LETTERS if marks & UKRAINIAN else RUSSIAN_LETTERS
    return BELARUSIAN_LETTERS if marks & OWN_I and marks & BELARUSIAN else 0


def _items(text: str) -> list[_Item]:
    """The words of a name; those before a comma are the family name, unless only a degree follows."""
    plain = text if _BRACKET_SIGNS.isdisjoint(text) else _BRACKETS.sub(" ", text)
    before, comma, after = plain.partition(",")
    first = [word for chunk in before.split() for word in read_chunk(chunk)]
    rest = [word for chunk in after.split() for word in read_chunk(chunk)] if comma else []
    if not first and not rest and plain is not text:  # nothing but a bracket
        first = [word for chunk in text.split() for word in read_chunk(chunk)]
    family_first = not all(word.title == "suffix" or word.generation for word in rest)
    return [_Item(word, family_first) for word in first] + [_Item(word, False) for word in rest]


def _without_titles(items: list[_Item]) -> tuple[list[_Item], list[str], list[Word]]:
    """Names, titles, and the words that tell generations apart; at least one name always stays.

    A title stands before the names, a degree or a generation after one; a word in capitals in a name that isn't
    all capitals, or alone before the comma, is a name whatever it looks like.
    """
    kept: list[_Item] = []
    titles: list[str] = []
    generation: list[Word] = []
    all_shouted = all(item.word.shouted for item in items)
    only_marked = sum(item.family for item in items) == 1
    for position, item in enumerate(items):
        word = item.word
        rest = len(items) - len(titles) - len(generation) - 1  # words left if this one goes
        if kept and word.generation and (not word.ambiguous or word.emphatic):
            generation.append(word)
            continue
        if word.title == "prefix":
            last = position == len(items) - 1
            is_title = not kept and not last and rest >= (2 if word.ambiguous else 1) and len(word.bare) > 1
            is_title = is_title and not (word.shouted and not all_shouted) and not (word.ambiguous and word.given)
        else:
            is_title = word.title == "suffix" and bool(kept) and (not word.ambiguous or word.emphatic)
        if is_title and not (item.family and only_marked):
            titles.append(word.text)
        else:
            kept.append(item)
    return kept, titles, generation


def _mark_capitals(items: Sequence[_Item]) -> None:
    """In a name that is partly in capitals these are the family name."""
    shouted = [item.word.shouted for item in items]
    if True in shouted and not all(item.word.shouted or len(item.word.text) <= 2 for item in items):
        for item in items:
            item.family = item.family or item.word.shouted


def _mark_initials(items: Sequence[_Item]) -> None:
    """Letters that stand for names: with full stops, alone, or two capitals beside one name."""
    if len(items) < 2 or not any(item.word.initials or item.word.maybe_initials for item in items):
        return
    all_shouted = all(item.word.shouted or len(item.word.text) <= 2 for item in items)
    for item in items:
        item.letters = item.word.initials
        if not item.letters and len(items) == 2 and not all_shouted:
            item.letters = item.word.maybe_initials
        if item.letters:
            item.role = INITIAL


def _mark_patronymic(names: Sequence[_Item]) -> None:
    """The patronymic: never the first of three names, the second rather than the third."""
    if len(names) < 3:
        return
    for index in (1, *range(len(names) - 1, 1, -1)):
        word = names[index].word
        possible = word.father and not names[index].family and not word.hyphened
        if possible and (word.strong or names[index - 1].word.given):
            names[index].role = PATRONYMIC
            return


def _mark_particles(names: Sequence[_Item]) -> None:
    """Particles, where two other names remain without them (or one, if there are two of them: von der Leyen)."""
    small = [item for item in names if item.word.particle and item.role == CORE]
    if not small:
        return
    others = sum(item.role == CORE for item in names) - len(small)
    if others >= (2 if len(small) == 1 else 1):
        for item in small:
            item.role = PARTICLE


def _gender(names: Sequence[_Item]) -> str:
    """The gender that patronymic, given name or family name tells, in this order; nothing where they disagree.

    Of two words that may be given names the commoner one decides.
    """
    for item in names:
        if item.role == PATRONYMIC:
            return item.word.father
    cores = [item for item in names if item.role == CORE]
    if len(cores) < 2:
        return ""
    known = [item.word for item in cores if item.word.given_gender and not item.family]
    if known:
        least = min(word.given_rarity for word in known)
        genders = {word.given_gender for word in known if word.given_rarity == least}
    else:
        genders = {item.word.family_gender for item in cores} - {""}
    return genders.pop() if len(genders) == 1 else ""
