"""Two words of places that are near: two towns that are known as such, or a slip of the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from translit.arrays import Bools, Float32s, Int32s
from translit.compiled import read_toml
from translit.matching.assignment import FAR
from translit.matching.phonetics.scripts import VOWELLESS
from translit.matching.places_orgs.lexicon.concepts import share
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.towns import exchanged, is_town, slips_for, two_towns
from translit.patterns import pattern

SLIP = 0.3  # nats a letter of a word with two letters exchanged: it's probably the other; by hand
SAME_SPELLING = 0.04  # up to here two names are spelled alike, and differ in a sign that many leave out; by hand
OTHER_TOWN = 0.25  # from here on a town in Cyrillic is another than one in Latin letters: Клинтон, Clanton; by hand
MOST_CONCEPTS = 4
_ABJAD = pattern(r"[\p{Arabic}\p{Hebrew}]")


@lru_cache(maxsize=1 << 12)
def _named_otherwise(concept: int) -> bool:
    """Whether a listed place has its name in Arabic or Hebrew letters too, and so isn't a word that sounds like it in
    them: نابلس is Nablus, and Naples نابولي.

    >>> [_named_otherwise(lexicon("place").number(key)) for key in ("naples", "minsk")]
    [True, True]
    """
    return any(_ABJAD.search(form) for form in lexicon("place").forms(concept))


@cache
def _at_home() -> tuple[str, ...]:
    """Endings of towns that have a name in each language of Cyrillic, as no table of towns has them all."""
    return tuple(read_toml("names", "place_words.toml")["table"]["at_home"])


class Towns:
    """Of distinct words of places: whether each is the known name of a town; the places that it may be a slip for."""

    def __init__(self, words: Sequence[tuple[str, tuple[int, ...]]], cyrillic: Bools) -> None:
        self._folded = [folded for folded, _ in words]
        self._cyrillic = cyrillic
        self._known = np.array([is_town(folded) for folded in self._folded], dtype=np.bool_)
        self._lengths = np.array([len(folded) for folded in self._folded], dtype=np.int32)
        self._exact, exactly = np.full((len(words), MOST_CONCEPTS), -1, dtype=np.int32), lexicon("place").exactly
        self._slips = np.full((len(words), MOST_CONCEPTS), -1, dtype=np.int32)
        for row, (folded, concepts) in enumerate(words):
            mine = slips_for(folded)[:MOST_CONCEPTS] if not concepts else ()
            self._slips[row, : len(mine)] = mine
            sure = sorted({*concepts}.intersection(exactly(folded)))[:MOST_CONCEPTS] if concepts else ()
            self._exact[row, : len(sure)] = sure
        self._vowelless = np.array([not VOWELLESS.isdisjoint(folded) for folded in self._folded], dtype=np.bool_)

    def near(self, a: Int32s, b: Int32s, concepts: Int32s, value: Float32s, listed: Bools) -> Bools:
        """Which words a[k] and b[k] are two towns, though one sounds like a listed name of the other; the distance of
        slips is set in `value`."""
        folded, alike = self._folded, (self._cyrillic[a] == self._cyrillic[b]) & (a != b)
        alike &= ~listed | ~share(self._exact[a], self._exact[b])
        two = np.zeros(len(a), dtype=np.bool_)
        both = self._known[a] & self._known[b]
        for pair in np.nonzero(alike & both & (value > SAME_SPELLING) & ((value < FAR) | listed))[0].tolist():
            two[pair] = two_towns(folded[a[pair]], folded[b[pair]])
        crossed = both & (self._cyrillic[a] != self._cyrillic[b]) & ~(self._vowelless[a] | self._vowelless[b]) & ~listed
        for pair in np.nonzero(crossed & (value > OTHER_TOWN) & (value < FAR))[0].tolist():
            written = folded[(a if self._cyrillic[a[pair]] else b)[pair]]
            two[pair] = not written.endswith(_at_home()) and two_towns(folded[a[pair]], folded[b[pair]])
        told = (self._exact[a, 0] >= 0) & (self._exact[b, 0] >= 0) & ~listed & (value < FAR)
        for pair in np.nonzero(told & (self._vowelless[a] != self._vowelless[b]))[0].tolist():
            other = b if self._vowelless[a[pair]] else a
            two[pair] = all(_named_otherwise(concept) for concept in self._exact[other[pair]].tolist() if concept >= 0)
        listed &= ~two
        slip = share(self._slips[a], concepts[b]) | share(self._slips[b], concepts[a])
        likely = alike & ~both & ~slip & (self._lengths[a] == self._lengths[b]) & (value > SLIP) & (value < FAR)
        for pair in np.nonzero(likely)[0].tolist():
            slip[pair] = exchanged(folded[a[pair]], folded[b[pair]])
        value[slip] = np.minimum(value[slip], SLIP)
        return two
