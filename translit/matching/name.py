"""A personal name: its tokens and the role of each.

Titles and ranks are set aside; what is left is given name, patronymic, family name, initial or particle. The order
(given first or family first) is read from a comma, from capitals and from where the patronymic stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from translit.matching import lexicon
from translit.matching.fold import cleaned, fold

CORE, PATRONYMIC, INITIAL, PARTICLE, GENERATION = "name", "patronymic", "initial", "particle", "generation"
MOST_TOKENS = 8
LONGEST_NAME = 400  # letters; what follows can't be part of a person's name

_BRACKETS = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|«[^«»]*»|“[^“”]*”")
_SPLIT = regex.compile(r"[^\p{L}\p{M}\p{N}'’ʼ`´ʹʺ.]+")
_CAMEL = regex.compile(r"(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{3})")
_INITIALS = regex.compile(r"(?:\p{Lu}\p{M}*\p{Ll}?\.)+")
_TWO_LETTER_NAMES = "li yi lu xu hu wu yu ma na ri oh ko ha ho ng le vo do bo an ai ye he fu gu su du ce al ed jo"
_DIGRAPHS = "sh ch zh kh ya yu ye yo ts th ph ja ju je jo iu ia dž dz дж дз"  # one sound, so one initial


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: as written, folded, and its role."""

    text: str
    folded: str
    role: str
    family: bool = False  # known to belong to the family name (capitals or comma)
    hyphened: bool = False  # part of a word with a hyphen


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, before its role is known."""

    text: str
    hyphened: bool
    family: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. `gender` is m, f or nothing where the spelling doesn't tell."""

    text: str
    tokens: tuple[Token, ...]
    gender: str
    titles: tuple[str, ...] = ()

    def of(self, *roles: str) -> tuple[Token, ...]:
        """The tokens that have one of these roles."""
        return tuple(token for token in self.tokens if token.role in roles)


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Name:
    """A personal name in any script and order, as tokens with roles.

    >>> [(token.text, token.role) for token in parse("д-р ЛУКАШЕНКО, Александр Г.").tokens]
    [('ЛУКАШЕНКО', 'name'), ('Александр', 'name'), ('Г.', 'initial')]
    >>> parse("Светлана Георгиевна Тихановская").gender
    'f'
    """
    plain = _BRACKETS.sub(" ", cleaned(text[:LONGEST_NAME])) if len(text) > 3 else cleaned(text)
    if not any(map(str.isalpha, plain)):
        plain = cleaned(text[:LONGEST_NAME])
    before, comma, after = plain.partition(",")
    family_first = bool(comma) and any(map(str.isalpha, after)) and not _is_suffix(after)
    words = [Word(word, hyphened, family_first) for word, hyphened in _words(before)]
    words += [Word(word, hyphened, False) for word, hyphened in _words(after)]
    words, titles, generation = _without_titles(words)
    shouting = [word.text.isupper() and len(word.text) > 2 for word in words]
    mixed = any(shouting) and not all(shout or len(word.text) <= 2 for shout, word in zip(shouting, words, strict=True))
    tokens: list[Token] = []
    for word, shout in zip(words, shouting, strict=True):
        marked = replace(word, family=True) if mixed and shout and not word.family else word
        tokens.extend(_tokens(marked, len(words), mixed or not any(shouting)))
    tokens = _with_particles(_with_patronymic(tokens[:MOST_TOKENS]))
    tokens += [Token(word, fold(word) or word, GENERATION) for word in generation]
    return Name(text, tuple(tokens), _gender(tokens), tuple(titles))


def _words(text: str) -> list[tuple[str, bool]]:
    """The written words of a text, and whether each is part of one with a hyphen."""
    found: list[tuple[str, bool]] = []
    for whole in text.split():
        hyphened = "-" in whole and not _is_title(whole)
        for chunk in [whole] if _is_title(whole) else _SPLIT.split(whole):
            word = chunk.strip("'’ʼ`´")
            if not any(map(str.isalpha, word)):
                continue
            if "." in word and not _INITIALS.fullmatch(word) and word.lower() not in lexicon.titles():
                found.extend((piece, hyphened) for piece in regex.split(r"(?<=\.)", word) if piece.strip("."))
            else:
                found.extend((piece, hyphened) for piece in _CAMEL.split(word))
    return found


def _is_title(chunk: str) -> bool:
    """Whether a written word with a hyphen is a title: д-р, Generalleutnant-Major."""
    return "-" in chunk and chunk.lower().strip(".,") in lexicon.titles()


def _is_suffix(text: str) -> bool:
    words = [word.lower().rstrip(".") for word, _ in _words(text)]
    known = (lexicon.titles().get(word) == "suffix" or word in lexicon.generations() for word in words)
    return bool(words) and all(known)


def _without_titles(words: list[Word]) -> tuple[list[Word], list[str], list[str]]:
    """Names, titles, and the words that tell generations apart; at least one name always stays.

    A title stands before the names, a degree or a generation after one; a word in capitals in a name that isn't
    all capitals, or alone before the comma, is a name whatever it looks like.
    """
    kept: list[Word] = []
    titles: list[str] = []
    generation: list[str] = []
    capitals = [word.text.isupper() and len(word.text) > 2 for word in words]
    only_marked = sum(word.family for word in words) == 1
    for position, (whole, capital) in enumerate(zip(words, capitals, strict=True)):
        word = whole.text
        bare = word.lower().rstrip(".")
        role = lexicon.titles().get(word.lower()) or lexicon.titles().get(bare)
        rest = len(words) - len(titles) - len(generation) - 1  # words left if this one goes
        ambiguous = bare in lexicon.ambiguous_titles()
        if kept and bare in lexicon.generations() and (not ambiguous or word.isupper() or word.endswith(".")):
            generation.append(word)
            continue
        if bare in _DIGRAPHS.split():
            role = None
        if role == "prefix":
            is_title = not kept and position < len(words) - 1 and rest >= (2 if ambiguous else 1) and len(bare) > 1
        else:
            is_title = role == "suffix" and bool(kept) and (not ambiguous or word.isupper() or word.endswith("."))
        if not is_title or (whole.family and only_marked) or (capital and role == "prefix" and not all(capitals)):
            kept.append(whole)
        else:
            titles.append(word)
    return kept, titles, generation


def _tokens(whole: Word, count: int, plain_case: bool) -> list[Token]:
    """One written word as a token, or as the initials it holds."""
    word = whole.text
    if count > 1 and _INITIALS.fullmatch(word):
        letters = [piece for piece in word.split(".") if piece]
        if len(letters) > 1 or len(letters[0]) <= 2:
            return [Token(f"{piece}.", fold(piece), INITIAL) for piece in letters]
    bare = word.strip(".")
    if count > 1 and len(bare) == 1:
        return [Token(bare, fold(bare), INITIAL)]
    is_pair = len(bare) == 2 and bare.isupper() and bare.lower() not in _TWO_LETTER_NAMES.split()
    if is_pair and plain_case and count == 2:
        return [Token(letter, fold(letter), INITIAL) for letter in bare]
    folded = fold(bare)
    return [Token(bare, folded, CORE, whole.family, whole.hyphened)] if folded else []


def _with_particles(tokens: list[Token]) -> list[Token]:
    """Particles marked, where two other names remain without them."""
    small = [token.role == CORE and token.folded in lexicon.particles() for token in tokens]
    names = sum(token.role == CORE for token in tokens) - sum(small)
    if not any(small) or names < (2 if sum(small) == 1 else 1):
        return tokens
    return [
        replace(token, role=PARTICLE) if particle else token
        for token, particle in zip(tokens, small, strict=True)
    ]


def _with_patronymic(tokens: list[Token]) -> list[Token]:
    """The patronymic marked: never the first of three names, the second rather than the third."""
    cores = [index for index, token in enumerate(tokens) if token.role == CORE]
    if len(cores) < 3:
        return tokens
    given = lexicon.given_names()
    for index in (*cores[1:2], *cores[:1:-1], *cores[2:-1]):
        gender, strong = lexicon.patronymic_gender(tokens[index].folded)
        before = tokens[cores[cores.index(index) - 1]]
        token = tokens[index]
        if gender and not token.family and not token.hyphened and (strong or given.sets(before.folded)):
            return [*tokens[:index], replace(token, role=PATRONYMIC), *tokens[index + 1 :]]
    return tokens


def _gender(tokens: list[Token]) -> str:
    """The gender that patronymic, given name or family name tells, in this order; nothing where they disagree.

    Of two words that may be given names the commoner one decides.
    """
    for token in tokens:
        if token.role == PATRONYMIC:
            return lexicon.patronymic_gender(token.folded)[0]
    cores = [token for token in tokens if token.role == CORE]
    if len(cores) < 2:
        return ""
    given = lexicon.given_names()
    known = [
        (lexicon.given_rarity(token.folded), gender)
        for token in cores
        if not token.family and (gender := given.gender(token.folded))
    ]
    genders = {gender for rarity, gender in known if rarity == min(known)[0]}
    if not genders:
        genders = {family_gender(token.folded) for token in cores} - {""}
    return genders.pop() if len(genders) == 1 else ""


def family_gender(token: str) -> str:
    """The gender that the ending of a folded family name tells, or nothing.

    >>> family_gender(fold("Тихановская")), family_gender(fold("Лукашенко"))
    ('f', '')
    """
    endings = lexicon.family_gender_endings()
    for size in range(min(len(token) - 2, 6), 1, -1):
        if token[-size:] in endings:
            return endings[token[-size:]]
    return ""
