"""Places in Chinese characters that no list has, as Japanese or Cantonese reads them, which have many readings, or as
Chinese transcribes foreign ones.

As for persons, the other name is asked, and the readings are taken that come nearest to it; they must come quite near.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from translit.arrays import Int32s
from translit.matching.persons.otherwise.han import either, has_han, hepburn, nearest
from translit.matching.persons.otherwise.han_foreign import transcribed
from translit.matching.persons.otherwise.han_tables import character, families, repeated
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.otherwise.text_pairs import Pairs, read_beside
from translit.matching.places_orgs.reading.asian_places import parted, within
from translit.patterns import pattern

LONGEST = 4  # characters of a name
LEAST_TRANSCRIBED = 3  # characters of a foreign name; shorter ones are mostly Chinese
NEAR = 0.17  # letters, by share, that a reading may differ in from the other name
_NAME = pattern(r"[\p{Han}々]+")


def read_in_japanese(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s) -> Pairs:
    """The same pairs of texts, with those in Chinese characters in Latin letters where Japanese brings them near.

    >>> import numpy as np
    >>> zero = np.zeros(1, dtype=np.int32)
    >>> found = read_in_japanese(["豊中市"], ["Toyonaka"], zero, zero)
    >>> found[0][found[2][0]], found[1][found[3][0]]
    ('toyonaka city', 'Toyonaka')
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
    words = [hepburn(folded_word(word)) for word in words_of(other)]
    words += ["".join(words)] if len(words) > 1 else []  # Aizu-Wakamatsu
    targets = tuple(dict.fromkeys(read for word in words for read in pivots(word)))
    if found := _nearest(name, targets):
        return f"{found} {kind}".rstrip()
    if kind and (found := _nearest(text.strip(), targets)):
        return found  # 屋久島 is Yakushima
    said = transcribed(name, other) if len(name) >= LEAST_TRANSCRIBED else ""
    return f"{said} {kind}".rstrip() if said else text


def _nearest(name: str, targets: tuple[str, ...]) -> str:
    """The reading of a name that comes near to one of some words."""
    if len(name) > LONGEST or not targets:
        return ""
    parts = [either(character((character(char).today or (char,))[0])) for char in repeated(name)]
    family = families().get(name, [])  # many towns and families have one name: 郡山
    found = (family and nearest([family], targets, NEAR)) or nearest(parts, targets, NEAR)
    if not found:
        found = nearest([tuple(map(fold, character(char).cantonese)) for char in name], targets, NEAR)  # 深水埗
    return found[1] if found else ""
