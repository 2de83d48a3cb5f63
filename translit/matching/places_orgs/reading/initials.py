"""Acronyms: what the words of a name start with, in one language or in any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from math import factorial, inf, log

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, SMALL, WORD
from translit.matching.places_orgs.reading.word import Word
from translit.patterns import pattern

LEAST_LETTERS, MOST_ACRONYM = 3, 8  # letters of an acronym of translated words; of any
ANY_LETTER = 2.7  # nats that a letter says: one in about 15
LEAST_REST = 5  # letters of a word behind its quarter of the sky
ONE_OF_TWO, NEVER = 0.7, -inf  # nats of whether the order is kept; of what can't be


_STATE = pattern(r"(?<=^\p{Lu}\p{Ll}{0,4})[Дд](?=\p{Lu}{0,3}[УуАа]$)")


def state_letter(text: str) -> str:
    """An acronym of a university or academy with the Russian letter for *state*: БДУ as БГУ, ГрДУ as ГрГУ.

    >>> state_letter("БДМУ"), state_letter("ГрДУ"), state_letter("Дон"), state_letter("МВД")
    ('БГМУ', 'ГрГУ', 'Дон', 'МВД')
    """
    return _STATE.sub("Г", text) if 3 <= len(text) <= MOST_ACRONYM and text[1:].lower() != text[1:] else text


def acronym_of(words: Sequence[Word]) -> str:
    """The acronym that a name of one word in capitals is, else nothing."""
    names = [word for word in words if word.role in (NAME, WORD, GENERIC)]
    if len(names) == 1 and names[0].text.isupper() and 2 <= len(names[0].folded) <= MOST_ACRONYM:
        return names[0].folded
    return ""


def letters_of(words: Sequence[Word], kind: str) -> tuple[str, ...]:
    """What each main word starts with: its own letter, then one for each word that a list has for it in any language;
    nothing for a name that is too short or too long."""
    firsts = lexicon(kind).firsts
    main = [word for word in words if word.role in (NAME, WORD, GENERIC)]
    if not LEAST_LETTERS <= len(main) <= MOST_ACRONYM:
        return ()
    return tuple("".join((word.folded[0], *(firsts[number] for number in word.concepts))) for word in main)


@lru_cache(maxsize=1 << 12)
def spelled(acronym: str, letters: tuple[str, ...]) -> float:
    """How much likelier the letters of an acronym are, if they are those that the words start with in another language
    or in any order, than as any letters: in nats; below 0 where that is less likely.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> letters = parse_thing("Белорусский союз художников", "organization")[0].letters
    >>> spelled("bua", letters) > 0, spelled("bux", letters)
    (True, -inf)
    """
    if len(acronym) != len(letters):
        return NEVER
    cyrillic = acronym[0] >= "а"
    shares = [_shares(of_word, cyrillic) for of_word in letters]
    in_order = sum(share.get(letter, NEVER) for share, letter in zip(shares, acronym, strict=True))
    best = {0: 0.0}  # words used, as bits → nats of the likeliest order
    for letter in acronym:
        after: dict[int, float] = {}
        for used, so_far in best.items():
            for place, share in enumerate(shares):
                if not used >> place & 1 and letter in share:
                    now = used | 1 << place
                    after[now] = max(after.get(now, NEVER), so_far + share[letter])
        best = after
    any_order = max(best.values(), default=NEVER) - log(factorial(len(letters)))
    return max(in_order, any_order) - ONE_OF_TWO


@lru_cache(maxsize=1 << 12)
def _shares(letters: str, cyrillic: bool) -> dict[str, float]:
    """What each letter says that the words of a concept start with in one alphabet: the logarithm of its share among
    them, beside that of any letter."""
    mine = Counter(letter for letter in letters if (letter >= "а") == cyrillic)
    return {letter: log(count / mine.total()) + ANY_LETTER for letter, count in mine.items()}


def initials_of(texts: Sequence[str], kind: str) -> tuple[str, ...]:
    """The first letters of all words, and of those that aren't small or a legal form; where one of these is made of
    two, those of both its parts instead of the first: NDR.

    >>> initials_of(["Norddeutscher", "Rundfunk"], "organization"), initials_of(["Ny", "Carlsberg"], "organization")
    (('ndr', 'nr'), ('nc',))
    """
    found = lexicon(kind)
    folded = [word for text in texts if (word := folded_word(text)) and not word.isdigit()]
    if len(folded) < 2:
        return ()
    kept: list[str] = []
    place = 0
    state = found.number("state") if kind == "organization" else -1
    while place < len(folded):
        size, concepts = found.at(folded, place)
        if state in concepts and folded[place][0] == "д":  # as in `state_letter`
            folded[place] = "г"
        if not concepts or found.roles[concepts[0]] not in (SMALL, LEGAL):
            kept += folded[place : place + size]
        place += size
    parts = [part for word in kept for part in _compass_parts(word)] if kind == "organization" else kept
    rows = (parts, kept) if len(parts) > len(kept) else (folded, kept)
    return tuple(dict.fromkeys("".join(word[0] for word in row) for row in rows if len(row) > 1))


@lru_cache(maxsize=1 << 12)
def _compass_parts(word: str) -> tuple[str, ...]:
    """A folded word, or its quarter of the sky and the rest: norddeutscher."""
    for first in _compass():
        if word.startswith(first) and len(word) - len(first) >= LEAST_REST:
            return first, word[len(first) :]
    return (word,)


@cache
def _compass() -> tuple[str, ...]:
    return tuple(map(fold, read_toml("names", "organization_words.toml")["table"]["compass"]))
