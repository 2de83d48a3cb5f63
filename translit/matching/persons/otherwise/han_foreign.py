"""Foreign names in Chinese characters, which stand for their sounds: 唐纳德·特朗普 is Donald Trump.

A name is read by the characters' sounds in transcription, in katakana, since kana leave open what the characters do.
Where one has several sounds, those are taken that come nearest to a word of the name it is compared with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, islice, pairwise, product

from rapidfuzz.distance import Levenshtein

from translit.data import table_rows
from translit.matching.persons.otherwise.han_sounds import gain, plain_letters
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.syllabic import mandarin
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.han_variants import one_form
from translit.matching.phonetics.pivots import pivots
from translit.patterns import pattern, plain_pattern

LEAST_ALONE = 3  # characters of one word that may be compared with several; shorter ones are mostly Chinese
LONGEST = 24  # characters of a name
MOST_SAID = 6  # ways to say a word that are looked up
MOST_WAYS = 256  # ways to say a word that are tried
FAR = 0.5  # consonants, by share, that a word may have otherwise than any word of the other name; set by hand
GAIN, SHORT_GAIN, LEAST_GAIN = 1.6, 1.9, 0.9  # nats a letter to explain: of all words, of two characters, of each word
MOST_WORDS, MOST_JOINED, MOST_LETTERS = 6, 3, 5  # words of a name, of them as one, and letters of a character, at most
_NAME = pattern(r"\p{Han}+(?:[\s·•・‧．.-]+\p{Han}+)*")
_BETWEEN = plain_pattern(r"[\s·•・‧．.-]+")
_COARSE = str.maketrans("lvfšžčczx", "rbbsssssh", "aeiouyjw")


@cache
def _sounds() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    found = {one_form(characters): tuple(said.split()) for characters, said in table_rows("match", "han_foreign.tsv")}
    return re.compile("|".join(sorted(found, key=len, reverse=True))), found


def transcribed(text: str, other: str) -> str:
    """A foreign name in Chinese characters as the words of another name that it transcribes, or in katakana as near to
    it as it may be said; nothing for others.

    >>> transcribed("唐纳德·特朗普", "Donald Trump"), transcribed("默克爾", "Merkel"), transcribed("默克尔", "Obama")
    ('ドナルド トランプ', 'merkel', '')
    >>> transcribed("习近平", "Xi Jinping")
    ''
    """
    return transcribes(text, parse(other).folded) or in_katakana(text, other)


def in_katakana(text: str, other: str) -> str:
    """A foreign name in Chinese characters in katakana, as near to another name as it may be said; nothing for others.

    >>> in_katakana("默克爾", "Merkel"), in_katakana("默克尔", "Obama")
    ('メークル', '')
    """
    said_in, words = parse(other).folded, _words(text)
    if not words or (len(words) == 1 and len(text) < LEAST_ALONE and len(said_in) > 1):
        return ""
    targets = _targets(said_in)
    said = [_nearest(word, targets) for word in words] if targets else [""]
    return " ".join(said) if all(said) else ""


def transcribes(text: str, said_in: Sequence[str]) -> str:
    """The folded words of a name that the words of another, in Chinese characters, transcribe; nothing for others.

    >>> transcribes("馬可波羅", ["marco", "polo"]), transcribes("约翰逊", ["boris", "johnson"])
    ('marco polo', 'johnson')
    >>> transcribes("约翰逊", ["boris", "jackson"]), transcribes("李明", ["li", "ming"])
    ('', '')
    """
    words = _BETWEEN.split(one_form(text.strip()))
    alone = len(words) == 1
    if len(text) > LONGEST or not _NAME.fullmatch(text.strip()) or (alone and _is_chinese(tuple(said_in))):
        return ""
    left, found, explained = list(said_in)[:MOST_WORDS], [], 0.0
    for word in words:
        near, start, end = max(_gains(word, left), default=(0.0, 0, 0))
        if near < LEAST_GAIN:
            return ""
        explained += near * len("".join(left[start:end]))
        found += left[start:end]
        del left[start:end]
    least = SHORT_GAIN if alone and len(words[0]) < LEAST_ALONE else GAIN
    return " ".join(found) if explained >= least * len("".join(found)) else ""


def _gains(word: str, said_in: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """What a word in characters explains of each word of a name and of some neighbours, from where to where."""
    letters = [plain_letters(one) for one in said_in]
    for start in range(len(letters)):
        for end in range(start + 1, min(start + MOST_JOINED, len(letters)) + 1):
            joined = "".join(letters[start:end])
            if len(word) <= len(joined) + 1 <= MOST_LETTERS * len(word):
                yield gain(word, joined), start, end


@lru_cache(maxsize=1 << 12)
def _is_chinese(said_in: tuple[str, ...]) -> bool:
    """Whether all words of a name are syllables of Mandarin, so that characters are those of a Chinese name."""
    return all(mandarin.many(said_in))


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """What the characters of each word of a name may sound like; nothing where one isn't used in transcription."""
    if len(text) > LONGEST or not _NAME.fullmatch(text):
        return ()
    words = tuple(_units(word) for word in _BETWEEN.split(one_form(text)))
    return words if all(words) else ()


def ways_to_say(text: str) -> list[list[str]]:
    """How each word of a foreign name of several words may be said, in katakana, the commonest first; else nothing.

    >>> ways_to_say("乔·拜登"), ways_to_say("习近平"), ways_to_say("特朗普")
    ([['ジョー', 'チョ'], ['バイデン', 'バイドン']], [], [])
    """
    words = _words(text)
    if len(words) < 2:
        return []
    return [["".join(way) for way in islice(product(*word), MOST_SAID)] for word in words]


def _units(word: str) -> tuple[tuple[str, ...], ...]:
    """What each character or listed name of a word may sound like; nothing where one isn't used in transcription."""
    units, sounds = _sounds()
    found = units.findall(word)
    return tuple(sounds[unit] for unit in found) if "".join(found) == word else ()


@lru_cache(maxsize=1 << 14)
def _targets(folded: tuple[str, ...]) -> tuple[str, ...]:
    """The consonants of the words of a name, and of two neighbours together."""
    said = [_consonants(word) for word in folded]
    both = ([f"{one}{other}" for one, other in product(*two)] for two in pairwise(said))
    return tuple(one for one in dict.fromkeys(chain(*said, *both)) if one)


@lru_cache(maxsize=1 << 16)
def _consonants(folded: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pivot.translate(_COARSE) for pivot in pivots(folded)))


@lru_cache(maxsize=1 << 14)
def _nearest(word: tuple[tuple[str, ...], ...], targets: tuple[str, ...]) -> str:
    """Of the ways to say a word the one nearest to any target, of equals the first; nothing where none is near."""
    ways = 1
    parts = []
    for unit in word:
        parts.append(unit if ways * len(unit) <= MOST_WAYS else unit[:1])
        ways *= len(parts[-1])
    best, nearest = "", FAR
    for way in product(*parts):
        said = "".join([_consonants(fold(one))[0] for one in way])
        apart = min([Levenshtein.normalized_distance(said, target) for target in targets], default=1.0)
        if apart < nearest:
            best, nearest = "".join(way), apart
    return best
