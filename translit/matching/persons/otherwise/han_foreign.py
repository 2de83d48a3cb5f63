"""Foreign names in Chinese characters, which stand for their sounds: 唐纳德·特朗普 is Donald Trump.

A name is read by the characters' sounds in transcription, in katakana, since kana leave open what the characters do.
Where one has several sounds, those are taken that come nearest to a word of the name it is compared with.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain, islice, pairwise, product

from rapidfuzz.distance import Levenshtein

from translit.data import table_rows
from translit.matching.persons.reading.parse import parse
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.han_variants import one_form
from translit.matching.phonetics.pivots import pivots
from translit.patterns import pattern, plain_pattern

LEAST_ALONE = 3  # characters of one word that may be compared with several; shorter ones are mostly Chinese
LONGEST = 24  # characters of a name
MOST_SAID = 6  # ways to say a word that are looked up
MOST_WAYS = 256  # ways to say a word that are tried
FAR = 0.5  # consonants, by share, that a word may have otherwise than any word of the other name; set by hand
_NAME = pattern(r"\p{Han}+(?:[\s·•・‧．.-]+\p{Han}+)*")
_BETWEEN = plain_pattern(r"[\s·•・‧．.-]+")
_COARSE = str.maketrans("lvfšžčczx", "rbbsssssh", "aeiouyjw")


@cache
def _sounds() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    found = {one_form(characters): tuple(said.split()) for characters, said in table_rows("match", "han_foreign.tsv")}
    return re.compile("|".join(sorted(found, key=len, reverse=True))), found


def transcribed(text: str, other: str) -> str:
    """A foreign name in Chinese characters in katakana, as near to another name as it may be said; nothing for others.

    >>> transcribed("唐纳德·特朗普", "Donald Trump"), transcribed("默克爾", "Merkel"), transcribed("默克尔", "Obama")
    ('ドナルド トランプ', 'メークル', '')
    >>> transcribed("习近平", "Xi Jinping")
    ''
    """
    words = _words(text)
    said_in = parse(other).folded
    if not words or (len(words) == 1 and len(text) < LEAST_ALONE and len(said_in) > 1):
        return ""
    targets = _targets(said_in)
    said = [_nearest(word, targets) for word in words] if targets else [""]
    return " ".join(said) if all(said) else ""


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
