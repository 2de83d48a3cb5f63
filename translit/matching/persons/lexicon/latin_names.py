"""Names that are known as they are written in Latin letters: two of them that differ are two people's names.

Which names are known say a filter, `tables/match/latin_names.txt` (made by `translit.learn.known_names`), and
`tables/names/latin_names.toml`, written by hand. Names that were brought into Latin letters from another script, as
Karimi, stand apart in them: their vowels are written in many ways. What spellings have in common says
`tables/match/latin_respelling.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import OSA

from translit.compiled import read_toml
from translit.data import folder
from translit.matching.phonetics.fold import CYRILLIC, fold
from translit.memo import memoized
from translit.writing.bloom import Attested

LONGEST_ENDING = 3  # letters of an ending of women's names here
_RUSSIAN = ("ov", "ev", "in", "yn")
_CYRILLIC = frozenset(CYRILLIC)
ROMANIZED_MARK = "~"  # before a name in the filter that was brought into Latin letters
SHORTEST_KNOWN = 3  # letters; a shorter word is like every other
_ACCENTED = "čšžćśźńłŭřěşçğåäöüøąęėñżļëõţđ"
_PLAIN = str.maketrans(_ACCENTED, "cszcsznlurescgaaouoaeenzleotd")


class Native(IntEnum):
    """Whether a word is a known name in Latin letters, and whether these are its own."""

    UNKNOWN = 0
    ROMANIZED = 1
    NATIVE = 2


UNKNOWN, ROMANIZED, NATIVE = map(int, Native)  # for inner loops, as in `marks`


def is_latin(token: str) -> bool:
    """Whether a folded token is in Latin letters; in those of scripts that leave sounds open some are capitals."""
    return token[:1] not in _CYRILLIC and token.islower()


def plain(token: str) -> str:
    """A folded Latin token without accents.

    >>> plain("kolař"), plain("müller")
    ('kolar', 'muller')
    """
    return token if token.isascii() else token.translate(_PLAIN)


@cache
def _known() -> Attested:
    return Attested.read(folder("tables") / "match" / "latin_names.txt")


@cache
def _by_hand() -> dict[str, int]:
    """The names of `tables/names/latin_names.toml`, without accents → what they are."""
    table = read_toml("names", "latin_names.toml")
    found: dict[str, int] = {}
    for kind, value in (("romanized", ROMANIZED), ("native", NATIVE)):
        words = " ".join(table[kind].values()).split()
        found |= dict.fromkeys(map(plain, fold.many(words)), value)
    return found


@memoized
def native(tokens: Sequence[str]) -> list[int]:
    """Whether a folded token is known as a name in Latin letters: UNKNOWN, ROMANIZED or NATIVE.

    >>> Native(native("keller")).name, Native(native("rakesh")).name, Native(native("kelxer")).name
    ('NATIVE', 'ROMANIZED', 'UNKNOWN')
    """
    return list(map(_native, tokens))


def _native(token: str) -> int:
    if len(token) < SHORTEST_KNOWN or not is_latin(token):
        return UNKNOWN
    written, known = plain(token), _known()
    found = _by_hand().get(written) or (NATIVE if written in known else UNKNOWN)
    found = found or (ROMANIZED if ROMANIZED_MARK + written in known else UNKNOWN)
    return found or max([_native(his) for his in _as_his(written)], default=UNKNOWN)


def _as_his(written: str) -> list[str]:
    """The forms in which the husband or brother may bear a woman's family name: Nováčková, Nováček.

    >>> _as_his("novackova"), _as_his("kowalska"), _as_his("kowalski")
    (['novacek', 'novacka'], ['kowalski', 'kowalsky'], [])
    """
    if written.endswith("ova") and len(written) > LONGEST_ENDING + SHORTEST_KNOWN:
        stem = written[:-3]
        if stem.endswith(_RUSSIAN):  # Morozovová is what Czech makes of Morozova
            return []
        return [*([f"{stem[:-1]}e{stem[-1]}"] if stem[-1] in "kc" else [stem]), f"{stem}a"]
    if written.endswith(("ska", "cka")):
        return [written[:-1] + "i", written[:-1] + "y"]
    return []


@cache
def _steps() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = read_toml("match", "latin_respelling.toml")["steps"]
    return tuple((re.compile(row["pattern"]), row["to"]) for row in rows)


class _Endings(NamedTuple):
    endings: tuple[str, ...]  # that members of one family differ by
    hers: tuple[str, ...]  # of women's names
    syllable: re.Pattern[str]
    left_out: dict[int, str | None]  # of romanized names, with what takes its place


@cache
def _endings() -> _Endings:
    table = read_toml("match", "latin_respelling.toml")["table"]
    left_out: dict[int, str | None] = dict.fromkeys(map(ord, table["romanized"]))
    left_out.update({ord(letter): to for letter, to in table["romanized_alike"].items()})
    return _Endings(tuple(table["endings"]), tuple(table["hers"]), re.compile(table["syllable"]), left_out)


class Spelling(NamedTuple):
    """What a Latin name comes to without what languages and families write otherwise."""

    whole: str
    stem: str  # without its ending
    consonants: str
    hers: bool  # it has an ending of women's names
    syllable: bool  # it may be one East Asian syllable


@memoized
def latin_spellings(tokens: Sequence[str]) -> list[Spelling]:
    """What each folded Latin name comes to.

    >>> latin_spellings("maier").whole == latin_spellings("meyer").whole, latin_spellings("johnston").consonants
    (True, 'nstn')
    """
    found = []
    table = _endings()
    for token in tokens:
        written = plain(token.replace("čk", "Ck"))  # no ck: Horáček, Horák
        whole = _respelled(written)
        ending = next((ending for ending in table.endings if written.endswith(ending)), "")
        stem = _respelled(written[: len(written) - len(ending)])
        consonants = _once(whole.translate(table.left_out))
        syllable = table.syllable.fullmatch(written) is not None
        found.append(Spelling(whole, stem, consonants, written.endswith(table.hers), syllable))
    return found


def _respelled(written: str) -> str:
    for pattern, to in _steps():
        written = pattern.sub(to, written)
    return _once(written)


def _once(letters: str) -> str:
    return "".join(letter for letter, _ in groupby(letters))


def two_latin_names(one: str, other: str, by_consonants: bool) -> bool:
    """Whether two folded names, both known, are no spellings of one; `by_consonants` if their vowels say nothing.

    >>> two_latin_names("johnson", "johnston", False), two_latin_names("hansen", "hanson", False)
    (True, False)
    >>> two_latin_names("rajesh", "rakesh", True), two_latin_names("karimi", "karami", True)
    (True, False)
    """
    mine, its = latin_spellings(one), latin_spellings(other)
    if mine.hers != its.hers or (mine.syllable and its.syllable):
        return False
    if mine.whole in (its.whole, its.stem) or mine.stem in (its.whole, its.stem):
        return False
    if len(one) == len(other) and sorted(one) == sorted(other) and OSA.distance(one, other) == 1:
        return False  # two letters turned are sooner a slip: Merkel, Merkle
    return not by_consonants or mine.consonants != its.consonants
