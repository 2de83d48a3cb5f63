"""Words of Arabic and Hebrew letters held against Latin or Cyrillic: what the script does write can't be another sound.

کریمی isn't Karami, since a ya is said between consonants, حمدي isn't Hamzi, and רבין isn't Rubin, which has a vav,
nor שרון Sharoni.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.memo import MOST
from translit.patterns import plain_pattern

_VOWELS = "aeiouywáâäãåàæèéêëěėíîïıóôöõøòőúûüùűůýаеёиоуыэюяіїєйўъь"
_GAPS = frozenset("AEWY")
_CONSONANT = plain_pattern(rf"(?:[dt]?s?ch|dzh|[sckgdtpzrw]h|c[kq]|dj|d[zž]|t[sz]|[cs]z|[^{_VOWELS}])")
_SILENT_E = plain_pattern("a(?=r?[^aeiouy]{1,2}(?:e[srd]?|ing)$)")  # as English says a: Kate, Staring
_HEBREW = frozenset("BSZ")  # sounds that only Hebrew letters are folded to
_LAST_I = ("i", "y", "и", "і", "ий")  # at the end of a word both scripts write it
FEWEST = 2  # consonants


class Sounds(NamedTuple):
    """The consonants of a word, and what stands before, between and behind them."""

    consonants: tuple[str, ...]
    gaps: tuple[str, ...]


@cache
def _table() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]], frozenset[str], frozenset[str]]:
    found = read_toml("match", "written_sounds.toml")
    vowels, consonants = (
        {key: frozenset(letters) for key, letters in found[part].items()} for part in ("vowels", "consonants")
    )
    return vowels, consonants, vowels["but"], consonants["telling"]


@lru_cache(maxsize=MOST)
def _open_sounds(word: str) -> Sounds:
    """Those of a folded word of an open script.

    >>> _open_sounds("KArYmY")
    Sounds(consonants=('K', 'r', 'm'), gaps=('', 'A', 'Y', 'Y'))
    """
    consonants: list[str] = []
    gaps, place = [""], 0
    bare = word.removesuffix("H")
    while place < len(bare):
        if bare[place] in _GAPS:
            gaps[-1] += bare[place]
        else:
            consonants.append("sh" if bare.startswith("sh", place) else bare[place])
            gaps.append("")
            place += len(consonants[-1]) - 1
        place += 1
    return Sounds(tuple(consonants), tuple(gaps))


@lru_cache(maxsize=MOST)
def _sounds(word: str) -> Sounds:
    """Those of a folded word in Latin or Cyrillic letters, doubled ones once, without h at its end.

    >>> _sounds("karrimi"), _sounds("sheikh").consonants
    (Sounds(consonants=('k', 'r', 'm'), gaps=('', 'a', 'i', 'i')), ('sh', 'kh'))
    """
    consonants: list[str] = []
    gaps, place = [""], 0
    bare = word.removesuffix("h") if not word.endswith(("kh", "sh", "ch", "gh", "th")) else word
    while place < len(bare):
        found = _CONSONANT.match(bare, place)
        if found is None:
            gaps[-1] += bare[place]
        elif gaps[-1] or not consonants or consonants[-1] != found[0]:
            consonants.append(found[0])
            gaps.append("")
        place = found.end() if found else place + 1
    return Sounds(tuple(consonants), tuple(gaps))


def sounds_apart(open_: str, other: str) -> bool:
    """Whether a folded word of an open script and one in other letters are two names by a sound that is written.

    >>> sounds_apart("KArYmY", "karami"), sounds_apart("KArYmY", "karimi"), sounds_apart("KYT", "kate")
    (True, False, False)
    >>> sounds_apart("hAmAdY", "hamzi"), sounds_apart("hAmAdY", "hamdi"), sounds_apart("rABYn", "rubin")
    (True, False, True)
    >>> sounds_apart("SArWAn", "sharoni"), sounds_apart("SArWAnY", "sharoni")
    (True, False)
    """
    mine, its = _open_sounds(open_), _sounds(other)
    if len(mine.consonants) != len(its.consonants) or len(mine.consonants) < FEWEST:
        return False
    vowels, consonants, but, telling = _table()
    apart = [
        (one, also) for one, also in zip(mine.consonants, its.consonants, strict=True)
        if also in telling and one in consonants and also not in consonants[one]
    ]  # fmt: skip
    if apart:
        return len(apart) == 1
    if mine.gaps[-1] == "" and its.gaps[-1] in _LAST_I and open_[-1] != "H":
        return True
    hebrew = not _HEBREW.isdisjoint(open_)
    for written, said in zip(mine.gaps[1:-1], its.gaps[1:-1], strict=True):
        if said and written in vowels and vowels[written].isdisjoint(said):
            return but.isdisjoint(other) and not ("a" in said and _SILENT_E.search(other)) and "ur" not in other
        if hebrew and written == "A" and said in ("u", "у"):
            return "ur" not in other and "ер" not in other
    return False
