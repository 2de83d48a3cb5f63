"""Words of scripts that leave vowels out, held against Latin or Cyrillic: consonants that no spelling takes for others.

פרידלנדר isn't Friedland, since an r is always written and read; الغامدي isn't al-Hamdi, though h and g are one letter
of Slavic names.
"""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.persons.comparing.written_sounds import sounds_apart
from translit.memo import memoized

SHORTEST = 3  # letters
_VOWELS = "aeiouyäöüаеёиоуыэюяіїє"
_MUTE = _VOWELS + "hstdxzcьхстд"  # that may be silent after an r: Bernard, Leclerc, Sartre
_LETTERS = frozenset("bcdfghjklmnprstvzABCDEFGHJKPQSTWXYZ")  # which words of these scripts are folded to
_ARTICLES = ("al", "el")
_R = ("r", "р")
_OPEN = "HYEWAX"  # at the end, what French writes er: بوييه, Boyer
_HUSHING = ("sh", "sch", "š", "ş", "ш", "щ")
_NISBA = ("i", "y")


def leaves_vowels_out(token: str) -> bool:
    """Whether a folded word is of Hebrew or Arabic letters.

    >>> leaves_vowels_out("GEmAdY"), leaves_vowels_out("KaLtV"), leaves_vowels_out("ghamdi")
    (True, False, False)
    """
    return not token.islower() and _LETTERS.issuperset(token)


def ordered(one: str, other: str) -> tuple[str, str]:
    """Two folded words, that of an open script first.

    >>> ordered("ghamdi", "GEmAdY")
    ('GEmAdY', 'ghamdi')
    """
    return (other, one) if one.islower() else (one, other)


@memoized
def consonants_apart(pairs: Sequence[tuple[str, str]]) -> list[bool]:
    """Whether a folded word of such a script and one in Latin or Cyrillic letters are two names by a consonant.

    >>> consonants_apart(("PArYdAlAnAdAr", "friedland")), consonants_apart(("PArYdAlAnAdAr", "friedlander"))
    (True, False)
    >>> consonants_apart(("hAmAdY", "ghamdi")), consonants_apart(("GEmAdY", "ghamdi")), consonants_apart(("", "hamdi"))
    (True, False, False)
    >>> consonants_apart(("KArYmY", "karami")), consonants_apart(("KArYmY", "karimi"))
    (True, False)
    >>> consonants_apart(("zAhArEnY", "shahrani")), consonants_apart(("zAhArEnY", "zahrani"))
    (True, False)
    """
    return [_apart(open_, other) for open_, other in pairs]


def _hushing_apart(open_: str, other: str) -> bool:
    """Whether one begins with z and the other with sh, which no spelling has for each other: الزهراني, al-Shahrani."""
    hushing = open_.startswith("sh"), other.startswith(_HUSHING)
    voiced = open_[0] == "z", other[0] in "zз"
    return (hushing[0] and voiced[1]) or (voiced[0] and hushing[1])


def _apart(open_: str, other: str) -> bool:
    if open_.startswith(_ARTICLES) and other.startswith(_ARTICLES):  # joined with what follows
        open_, other = open_[2:], other[2:]
    if not open_ or len(other) < SHORTEST or not leaves_vowels_out(open_) or not other.islower():
        return False
    if _hushing_apart(open_, other) or sounds_apart(open_, other):
        return True
    if open_[-1] in "rR":
        return not other.rstrip(_MUTE).endswith(_R)
    if other.endswith(_R) and open_[-1] not in _OPEN and not open_[-2:].rstrip("A").endswith("r"):
        return True
    if open_[-1] != "Y" or not other.endswith(_NISBA):
        return False
    guttural = open_[0] in "hH" and other.startswith("gh")
    return guttural or (open_[0] == "G" and other[0] == "h" and other[1] in _VOWELS)
