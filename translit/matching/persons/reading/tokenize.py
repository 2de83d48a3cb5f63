"""One written word: everything that can be said of it by itself, worked out once.

Names repeat their words, so that a name nobody has met is mostly made of words that are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntFlag
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from translit.matching.persons.lexicon import lists
from translit.matching.persons.lexicon.endings import is_turkic_patronymic, patronymic_genders
from translit.matching.persons.lexicon.facts import Known, known
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.given_sets import SHORT
from translit.matching.persons.reading.digits_for_letters import without_digits
from translit.matching.phonetics.fold import cleaned, fold
from translit.memo import memoized
from translit.patterns import pattern, plain_pattern

_SPLIT = pattern(r"[^\p{L}\p{M}\p{N}'’‘ʼ`´ʹʺ.]+")
_CAMEL = pattern(r"(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{3})")
_AFTER_STOP = pattern(r"(?<=\.)")
_INITIALS = pattern(r"(?:\p{Lu}\p{M}*\p{Ll}?\.)+")
_INDIAN = pattern(r"(?=[\u0900-\u0dff])\p{L}\p{M}*\.")  # one letter with its vowel: க., மு.
_ABBREVIATED = pattern(r"\p{Lu}\p{M}*(?:\p{Ll}\p{M}*){2,4}\.")  # Конст., Vikt.
_TWO_LETTER_NAMES = frozenset(
    "li yi lu xu hu wu yu ma na ri oh ko ha ho ng le vo do bo an ai ye he fu gu su du ce al ed jo".split()  # noqa: SIM905
)
_DIGRAPHS = frozenset(  # one sound, so one initial
    "sh ch zh kh ya yu ye yo ts th ph ja ju je jo iu ia dž dz дж дз".split()  # noqa: SIM905
)
QUOTES = "'’‘ʼ`´"
_OWN, _BELARUSIAN, _SOUTHERN = frozenset("іў"), frozenset("ўыэё"), frozenset("јњљћђџѓќѕ")
_UKRAINIAN = plain_pattern(r"[іїєґ]|ськ|цьк|олодимир|икола|митро|авло\b|етро\b|\bо(?:лекс|лена)")
_HARD_SIGN_VOWEL = plain_pattern(r"ъ(?![еёюя])")  # Bulgarian
_OF_MEN = ("ος", "ός", "ης", "ής", "ας", "άς")  # given names and family names of Greek men
_OF_BOTH = ("ου", "ού")  # family names of Greek men and women; in Latin letters -ou is of Belarusian men too
_GREEK = _OF_BOTH + _OF_MEN
_PLAIN = plain_pattern("[A-ZА-ЯЁІЇЄҐЎ]?[a-zß-öø-žа-яёіїєґў]{2,}")  # needs no cleaning and no parting


class Letters(IntFlag):
    """Which letters of Cyrillic orthographies a word has."""

    SHARED_I = 1
    OWN_I = 2
    BELARUSIAN = 4
    UKRAINIAN = 8
    OTHER = 16


SHARED_I, OWN_I, BELARUSIAN, UKRAINIAN, OTHER = map(int, Letters)  # for inner loops, as in `marks`
ALL_MARKS = SHARED_I | OWN_I | BELARUSIAN | UKRAINIAN | OTHER


class Word(NamedTuple):
    """A written word: what it looks like, and what the lists know of it."""

    text: str  # as written
    bare: str  # without full stops
    folded: str
    hyphened: bool  # part of a word with a hyphen
    in_capitals: bool  # three or more letters, all capitals
    title: str  # prefix, suffix or nothing
    generation: bool
    ambiguous: bool  # a title that may be a name
    emphatic: bool  # in capitals or with a full stop, as degrees are written
    initials: tuple[str, ...]  # the letters, if it is initials with full stops, a lone letter, or a word cut short
    maybe_initials: tuple[str, ...]  # the letters of two capitals that may be initials
    particle: bool
    orthography: int  # which Cyrillic letters it has: a sum of `Letters`
    simple: bool  # nothing but a name: no title, initial, particle, Korean family name or -uly, not in capitals
    known: Known  # what the lists and the endings say


def read_words(pieces: Sequence[tuple[str, bool]]) -> list[Word]:
    """What each written word says by itself; with the word, whether it is part of one with a hyphen.

    >>> word = read_words([("Рыгоравіч", False)])[0]
    >>> word.known.father, word.known.strong, word.title
    ('m', True, '')
    """
    bare = [text.strip(".") for text, _ in pieces]
    folded = fold.uncached(bare)
    columns = zip(pieces, bare, folded, known.many(folded), strict=True)
    return [_word(text, hyphened, plain, word, said) for (text, hyphened), plain, word, said in columns]


def _word(text: str, hyphened: bool, bare: str, folded: str, said: Known) -> Word:
    small = text.lower()
    orthography = 0
    if not text.isascii():
        orthography = _orthography(small)
        if small.endswith(_GREEK):
            said = said._replace(family_gender="" if small.endswith(_OF_BOTH) else "m")
    particle = folded in lists.particles()
    compound = folded in lists.compound_words()
    turkic = said.father != "" and is_turkic_patronymic(folded)
    plainly = bare == text and text[1:].islower() and not (particle or compound or turkic)
    if plainly and small not in _marked():  # as most words are
        rest = (False, "", False, False, False, (), (), False, orthography, bool(folded), said)
        return Word(text, text, folded, hyphened, *rest)
    plain = small.rstrip(".")
    listed = lists.titles()
    title = "" if plain in _DIGRAPHS else listed.get(small) or listed.get(plain) or ""
    capitals, stopped = text.isupper(), small != plain
    generation = plain in lists.generations() and (stopped or text == small or plain not in lists.stopped_generations())
    pair = tuple(bare) if capitals and len(bare) == 2 and bare.lower() not in _TWO_LETTER_NAMES else ()
    syllable = hyphened and text.islower()  # Chan-o-cha
    initials = _initials(text, bare) if stopped or (len(bare) == 1 and not syllable) else ()
    if not (initials or title or generation or particle) and _ABBREVIATED.fullmatch(text) and not _short(folded):
        initials = (text,)
    return Word(
        text=text,
        bare=bare,
        folded=folded,
        hyphened=hyphened,
        in_capitals=capitals and len(text) > 2,
        title=title,
        generation=generation,
        ambiguous=plain in lists.ambiguous_titles() or len(plain) == 1,
        emphatic=capitals or stopped,
        initials=initials,
        maybe_initials=pair,
        particle=particle,
        orthography=orthography,
        simple=bool(folded)
        and not (title or generation or initials or pair or particle or capitals or compound)
        and not turkic
        and lists.korean_families().keys().isdisjoint((folded, bare)),
        known=said,
    )


def _short(folded: str) -> bool:
    """Whether a word is listed as short for a given name, whose first letters it need not have: Chas., Jas."""
    given = given_names()
    return folded in given.forms() and any(kind == SHORT for _, kind in given.listed(folded))


@cache
def no_word() -> Word:
    """What stands where a name has no more words: nothing is said of it."""
    return read_words([("", False)])[0]


@cache
def _marked() -> frozenset[str]:
    """Words that may be a title, tell generations apart, or be the family name of a Korean."""
    return frozenset({*lists.titles(), *lists.generations(), *lists.ambiguous_titles(), *lists.korean_families()})


def _orthography(small: str) -> int:
    marks = SHARED_I if "и" in small else 0
    if not _OWN.isdisjoint(small):
        marks |= OWN_I
    if not _BELARUSIAN.isdisjoint(small):
        marks |= BELARUSIAN
    if _UKRAINIAN.search(small):
        marks |= UKRAINIAN
    if not _SOUTHERN.isdisjoint(small) or ("ъ" in small and _HARD_SIGN_VOWEL.search(small)):
        marks |= OTHER
    return marks


def _initials(text: str, bare: str) -> tuple[str, ...]:
    if _INITIALS.fullmatch(text):
        letters = tuple(f"{piece}." for piece in text.split(".") if piece)
        if len(letters) > 1 or len(letters[0]) <= 3:
            return letters
    return (bare,) if len(bare) == 1 or _INDIAN.fullmatch(text) else ()


@memoized
def read_chunks(chunks: Sequence[str]) -> list[tuple[Word, ...]]:
    """The words of what stands between two spaces: parted at hyphens, full stops and a capital inside.

    >>> [word.bare for word in read_chunks("Кара-Мурза")], [word.bare for word in read_chunks("ЕвгенийАлексеевич")]
    (['Кара', 'Мурза'], ['Евгений', 'Алексеевич'])
    """
    pieces = [((chunk, False),) if _PLAIN.fullmatch(chunk) else _pieces(chunk) for chunk in chunks]
    words = iter(read_words([piece for row in pieces for piece in row]))
    return [tuple(islice(words, len(row))) for row in pieces]


@lru_cache(maxsize=1 << 14)
def may_be_patronymic(chunk: str) -> bool:
    """Whether what stands between two spaces may be or hold a patronymic, or a word for son or daughter: a quick look.

    >>> [may_be_patronymic(chunk) for chunk in ("Рыгоравіч", "oğlu", "Minsk", "И.Петрович")]
    [True, True, False, True]
    """
    if len(chunk) < 2:
        return False
    is_word = chunk.isascii() and chunk.isalpha() and (chunk.isupper() or chunk[1:].islower())
    if not is_word and not _PLAIN.fullmatch(chunk):
        return True
    folded = fold(chunk)
    return patronymic_genders([folded])[0][0] != "" or folded in lists.children()


def _pieces(chunk: str) -> tuple[tuple[str, bool], ...]:
    """The words of a chunk, and whether each is part of one with a hyphen."""
    found: list[tuple[str, bool]] = []
    for whole in cleaned(without_digits(chunk), names=True).split():
        title = "-" in whole and whole.lower().strip(".,") in lists.titles()  # д-р
        hyphened = "-" in whole and not title
        for piece in [whole] if title else _SPLIT.split(whole):
            text = piece.strip(QUOTES)
            if any(map(str.isalpha, text)):
                found.extend((part, hyphened) for part in _parts(text))
    return tuple(found)


def _parts(text: str) -> list[str]:
    if "." in text and not _INITIALS.fullmatch(text) and text.lower() not in lists.titles():
        return [part for part in _AFTER_STOP.split(text) if part.strip(".")]
    return _CAMEL.split(text) if len(text) > 6 else [text]
