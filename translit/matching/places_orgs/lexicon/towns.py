"""Names of towns that are known as such, for two that are near: Linz and Lienz are two, Minks is a slip for Minsk.

`tables/match/towns.txt` is a filter of names and of pairs of names that one town has, as Kiev and Kyiv.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from translit.data import folder
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.lexicon.loose_phrases import SURE, word_reading
from translit.patterns import plain_pattern
from translit.writing.bloom import Attested

LEAST_SLIP = 5  # letters of a name that a slip may be told in
_ENDED = (("skas", "sk"), ("ckas", "ck"), ("ska", "sk"), ("cka", "ck"), ("szk", "sk"))
_VOWELS, _DOUBLED = str.maketrans("oiy", "aee"), plain_pattern(r"(.)\1+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})


@lru_cache(maxsize=1 << 16)
def plain_letters(folded: str) -> str:
    """A folded word without diacritics, as many write it; Cyrillic as it is.

    >>> plain_letters("bystřice"), plain_letters("łódź"), plain_letters("йошкар")
    ('bystrice', 'lodz', 'йошкар')
    """
    if folded[:1] >= "а" or folded.isascii():
        return folded
    parts = unicodedata.normalize("NFD", folded.translate(_LETTERS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def one_town(one: str, other: str) -> str:
    """What the filter has where one town has two names."""
    return " ".join(sorted((one, other)))


@lru_cache(maxsize=1 << 16)
def is_town(folded: str) -> bool:
    """Whether a folded word is known as the name of a town.

    >>> is_town("lienz"), is_town("linz"), is_town("lunz"), is_town("волжский")
    (True, True, False, True)
    """
    return plain_letters(folded) in _towns()


def two_towns(one: str, other: str) -> bool:
    """Whether two folded words are known as names of towns, and of no town together.

    >>> two_towns("lienz", "linz"), two_towns("львов", "львів"), two_towns("minsk", "minks")
    (True, False, False)
    """
    one, other = plain_letters(one), plain_letters(other)
    return one != other and one in _towns() and other in _towns() and one_town(one, other) not in _towns()


@lru_cache(maxsize=1 << 14)
def not_misread(folded: str, concepts: tuple[int, ...]) -> tuple[int, ...]:
    """The listed places that a word means which may have been found by how it sounds: no town of another name.

    >>> known = lexicon("place")
    >>> [known.keys[one] for one in not_misread("bayreuth", (known.number("beirut"),))]
    []
    >>> [known.keys[one] for one in not_misread("mahilyow", (known.number("mahilou"),))]
    ['mahilou']
    >>> not_misread("лиян", (known.number("luoyang"),))  # of few letters their vowels count too
    ()
    """
    known = lexicon("place")
    doubtful = [one for one in concepts if one not in known.exactly(folded) and known.roles[one] == NAME]
    if doubtful and len(word_reading(folded)) < SURE:
        other = [one for one in doubtful if _vowels_between(folded).isdisjoint(_vowels_of_forms(one))]
        doubtful = [one for one in doubtful if one not in other]
        concepts = tuple(one for one in concepts if one not in other)
    if not doubtful or not is_town(folded):
        return concepts
    word = plain_letters(folded)
    for one in doubtful:
        forms = {plain_letters(fold(form)) for form in known.forms(one) if " " not in form}
        if word not in forms and not any(one_town(word, form) in _towns() for form in forms):
            concepts = tuple(other for other in concepts if other != one)
    return concepts


def _vowels_between(folded: str) -> frozenset[str]:
    """How a word is read with its vowels, those that are written in turn alike."""
    return frozenset(_DOUBLED.sub(r"\1", reading.translate(_VOWELS)) for reading in pivots(folded))


@lru_cache(maxsize=1 << 12)
def _vowels_of_forms(concept: int) -> frozenset[str]:
    words = [form for form in lexicon("place").forms(concept) if " " not in form]
    return frozenset[str]().union(*(_vowels_between(folded) for folded in fold.many(words) if folded))


@lru_cache(maxsize=1 << 16)
def slips_for(folded: str) -> tuple[int, ...]:
    """The listed places whose name a word is with two neighbouring letters exchanged.

    >>> [lexicon("place").keys[one] for word in ("минкс", "minsk", "lienz") for one in slips_for(word)]
    ['minsk']
    """
    known = lexicon("place")
    if len(folded) < LEAST_SLIP or is_town(folded) or known.exactly(folded):
        return ()
    phrases = known.listed()[0]
    found = (one for word in _exchanges(folded) if word in phrases for one in known.exactly(word))
    return tuple(dict.fromkeys(one for one in found if known.roles[one] == NAME))


@lru_cache(maxsize=1 << 14)
def slip_in_phrase(first: str, second: str) -> tuple[int, ...]:
    """The listed places whose name two words are with two neighbouring letters of the second exchanged.

    >>> [lexicon("place").keys[one] for one in slip_in_phrase("san", "pietrobrugo")]
    ['saint-petersburg']
    """
    known = lexicon("place")
    if len(second) < LEAST_SLIP or not known.begins_phrase(first) or is_town(second) or known.exactly(second):
        return ()
    tried, phrases = (f"{first} {word}" for word in _exchanges(second)), known.listed()[0]
    found = (one for phrase in tried if phrase in phrases for one in known.exactly(phrase))
    return tuple(dict.fromkeys(one for one in found if known.roles[one] == NAME))


def _exchanges(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


@lru_cache(maxsize=1 << 14)
def without_ending(folded: str) -> tuple[int, ...]:
    """The listed places whose Slavic name in -sk or -ck a word is with the ending of Latvian or Lithuanian, or as
    Hungarian spells it.

    >>> known = lexicon("place")
    >>> [[known.keys[one] for one in without_ending(word)] for word in ("vicebskas", "wieliczka")]
    [['vitsebsk'], []]
    """
    known = lexicon("place")
    stem = next((folded[: -len(end)] + bare for end, bare in _ENDED if folded.endswith(end)), "")
    found = known.of_word(stem) if len(stem) > LEAST_SLIP and not is_town(folded) else ()
    return tuple(one for one in found if known.roles[one] == NAME)


def exchanged(one: str, other: str) -> bool:
    """Whether two folded words differ in two neighbouring letters that changed places.

    >>> exchanged("лунинец", "лунниец"), exchanged("minsk", "misnk"), exchanged("minsk", "pinsk")
    (True, True, False)
    """
    if len(one) != len(other) or len(one) < LEAST_SLIP:
        return False
    apart = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


@cache
def _towns() -> Attested:
    return Attested.read(folder("tables") / "match" / "towns.txt")
