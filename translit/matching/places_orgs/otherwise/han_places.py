"""Places in Chinese characters that no list has, as Japanese or Cantonese reads them, which have many readings, or as
Chinese transcribes foreign ones.

As for persons, the other name is asked, and the readings are taken that come nearest to it; they must come quite near.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from translit.arrays import Int32s
from translit.matching.persons.otherwise.han import has_han, nearest
from translit.matching.persons.otherwise.han_exact import read_as, shortened
from translit.matching.persons.otherwise.han_foreign import in_katakana, transcribes
from translit.matching.persons.otherwise.han_parts import of_place
from translit.matching.persons.otherwise.han_tables import character, families
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.otherwise.text_pairs import Pairs, read_beside
from translit.matching.places_orgs.reading.asian_places import parted, within
from translit.patterns import pattern

LONGEST, LONGEST_CANTONESE = 16, 4  # characters of a name
MOST_WORDS, MOST_JOINED = 8, 4  # words of the other name that are asked, and of them that are one in characters
LEAST_TRANSCRIBED = 3  # characters of a foreign name; shorter ones are mostly Chinese
NEAR = 0.17  # letters, by share, that a reading may differ in from the other name
_NAME = pattern(r"(?=.*\p{Han})[\p{Han}\p{Hiragana}\p{Katakana}々ー]+")
_HAN = pattern(r"[\p{Han}々]+")


def read_in_japanese(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s) -> Pairs:
    """The same pairs of texts, with those in Chinese characters in Latin letters where Japanese brings them near.

    >>> import numpy as np
    >>> zero = np.zeros(1, dtype=np.int32)
    >>> found = read_in_japanese(["豊中市"], ["Toyonaka"], zero, zero)
    >>> found[0][found[2][0]], found[1][found[3][0]]
    ('Toyonaka city', 'Toyonaka')
    """
    return read_beside((left, right, rows, columns), has_han, _reading, both=False)


@lru_cache(maxsize=1 << 14)
def _reading(text: str, other: str) -> str:
    place, where = within(text.strip())
    if where:
        read = _reading(place, other)
        return f"{read}, {where}" if read != place else text
    name, kind = parted(text.strip())
    listed = lexicon("place").in_latin
    if not _NAME.fullmatch(name) or listed.get(name) or listed.get(text.strip()):
        return text
    targets = _targets(other)
    if found := _read(name, targets):
        return f"{found} {kind}".rstrip()
    if kind and (found := _read(text.strip(), targets)):
        return found  # 屋久島 is Yakushima
    said = transcribes(name, words) if len(words := words_of(other.lower())) == 1 else ""
    if not said and len(name) >= LEAST_TRANSCRIBED and _HAN.fullmatch(name):
        said = in_katakana(name, other)
    return f"{said} {kind}".rstrip() if said else text


@lru_cache(maxsize=1 << 12)
def _targets(other: str) -> dict[str, str]:
    """What sounds like a word of a name, or some neighbours as one (Aizu-Wakamatsu) → these words as they are read."""
    words = words_of(other)[:MOST_WORDS]
    said: dict[str, str] = {}
    for size in range(1, MOST_JOINED + 1):
        for start in range(len(words) - size + 1):
            run = words[start : start + size]
            written = " ".join(run) if "".join(run).isascii() else ""
            for read in pivots(shortened(folded_word("".join(run)))):
                said.setdefault(read, written)
    return said


def _read(name: str, targets: Mapping[str, str]) -> str:
    """A name as one or some of the other's words read it, in Japanese or in Cantonese."""
    if len(name) > LONGEST or not targets:
        return ""
    family = families().get(name, ())  # many towns and families have one name: 郡山
    exact = read_as([family], targets) or read_as(of_place(name), targets)
    if exact:
        return targets[exact[0]] or exact[1]
    if len(name) > LONGEST_CANTONESE or not _HAN.fullmatch(name):
        return ""
    found = nearest([tuple(map(fold, character(char).cantonese)) for char in name], list(targets), NEAR)  # 深水埗
    return found[1] if found else ""
