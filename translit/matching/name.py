"""A personal name: its tokens and the role of each.

Titles and ranks are set aside; what is left is given name, patronymic, family name, initial or particle. The order
(given first or family first) is read from a comma, from capitals and from where the patronymic stands.
"""

from __future__ import annotations

from dataclasses import dataclass
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
_TWO_LETTER_NAMES = frozenset("li yi lu xu hu wu yu ma na ri oh ko ha ho ng le vo do bo an ai ye he fu gu su du ce al ed jo".split())


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: as written, folded, and its role."""

    text: str
    folded: str
    role: str
    family: bool = False  # known to belong to the family name (capitals or comma)


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
    words = [(word, family_first) for word in _words(before)] + [(word, False) for word in _words(after)]
    words, titles, generation = _without_titles(words)
    shouting = [word.isupper() and len(word) > 2 for word, _ in words]
    mixed = any(shouting) and not all(shout or len(word) <= 2 for shout, (word, _) in zip(shouting, words, strict=True))
    tokens: list[Token] = []
    for (word, marked), shout in zip(words, shouting, strict=True):
        tokens.extend(_tokens(word, marked or (mixed and shout), len(words), mixed or not any(shouting)))
    tokens = _with_particles(_with_patronymic(tokens[:MOST_TOKENS]))
    tokens += [Token(word, fold(word) or word, GENERATION) for word in generation]
    return Name(text, tuple(tokens), _gender(tokens), tuple(titles))


def _words(text: str) -> list[str]:
    found: list[str] = []
    for chunk in _SPLIT.split(text):
        word = chunk.strip("'’ʼ`´")
        if not any(map(str.isalpha, word)):
            continue
        if "." in word and not _INITIALS.fullmatch(word) and word.lower() not in lexicon.titles():
            pieces = [piece for piece in regex.split(r"(?<=\.)", word) if piece.strip(".")]
            found.extend(pieces)
        else:
            found.extend(_CAMEL.split(word))
    return found


def _is_suffix(text: str) -> bool:
    words = [word.lower().rstrip(".") for word in _words(text)]
    return bool(words) and all(lexicon.titles().get(word) in ("suffix", "generation") for word in words)


def _without_titles(words: list[tuple[str, bool]]) -> tuple[list[tuple[str, bool]], list[str], list[str]]:
    """Names, titles, and the words that tell generations apart; at least one name always stays."""
    kept: list[tuple[str, bool]] = []
    titles: list[str] = []
    generation: list[str] = []
    left = len(words)
    for position, (word, marked) in enumerate(words):
        small = word.lower()
        role = lexicon.titles().get(small) or lexicon.titles().get(small.rstrip("."))
        ambiguous = small.rstrip(".") in lexicon.ambiguous_titles() or len(small.rstrip(".")) == 1
        if role == "prefix" and (position or ambiguous) and (kept or ambiguous) and left <= 2:
            role = None
        if role == "prefix" and ambiguous and (left <= 2 or kept or len(small.rstrip(".")) == 1):
            role = None
        if role in ("suffix", "generation") and (not kept or (ambiguous and not word.isupper())):
            role = None
        if role is None or left == 1:
            kept.append((word, marked))
            continue
        left -= 1
        (generation if role == "generation" else titles).append(word)
    return kept, titles, generation


def _tokens(word: str, family: bool, count: int, plain_case: bool) -> list[Token]:
    """One written word as a token, or as the initials it holds."""
    if count > 1 and _INITIALS.fullmatch(word):
        letters = [piece for piece in word.split(".") if piece]
        if len(letters) > 1 or len(letters[0]) <= 2:
            return [Token(f"{piece}.", fold(piece), INITIAL) for piece in letters]
    bare = word.strip(".")
    if count > 1 and len(bare) == 1:
        return [Token(bare, fold(bare), INITIAL)]
    if len(bare) == 2 and bare.isupper() and plain_case and count == 2 and bare.lower() not in _TWO_LETTER_NAMES:
        return [Token(letter, fold(letter), INITIAL) for letter in bare]
    folded = fold(bare)
    return [Token(bare, folded, CORE, family)] if folded else []


def _with_particles(tokens: list[Token]) -> list[Token]:
    """Particles marked, where two other names remain without them."""
    small = [token.role == CORE and token.folded in lexicon.particles() for token in tokens]
    names = sum(token.role == CORE for token in tokens) - sum(small)
    if not any(small) or names < 2:
        return tokens
    return [
        Token(token.text, token.folded, PARTICLE, token.family) if particle else token
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
        if gender and not tokens[index].family and (strong or given.sets(before.folded)):
            token = tokens[index]
            return [*tokens[:index], Token(token.text, token.folded, PATRONYMIC), *tokens[index + 1 :]]
    return tokens


def _gender(tokens: list[Token]) -> str:
    """The gender that patronymic, given name or family name tells, in this order."""
    for token in tokens:
        if token.role == PATRONYMIC:
            return lexicon.patronymic_gender(token.folded)[0]
    cores = [token for token in tokens if token.role == CORE]
    given = lexicon.given_names()
    for token in cores:
        gender = "" if token.family else given.gender(token.folded)
        if gender:
            return gender
    return next((gender for token in cores if (gender := family_gender(token.folded))), "") if len(cores) > 1 else ""


_FEMININE = ("ова", "ева", "ёва", "ава", "ская", "цкая", "зкая", "ська", "цька", "ova", "eva", "skaya", "skaja", "skaia", "ckaja", "tskaya",
             "owa", "ewa", "ová", "ська", "ska", "cka", "skaïa")
_MASCULINE = ("ов", "ев", "ёв", "ский", "цкий", "скі", "цкі", "ський", "цький", "аў", "оў", "еў", "ov", "ev", "sky", "skiy", "skyi", "skij", "ski", "cki")


def family_gender(token: str) -> str:
    """The gender of a Slavic family name by its ending, or nothing."""
    if token.endswith(_FEMININE):
        return "f"
    return "m" if token.endswith(_MASCULINE) else ""
