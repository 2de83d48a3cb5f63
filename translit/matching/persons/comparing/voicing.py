"""Family names in two scripts that differ in a voiced consonant or a vowel, and are two by it: Gadov, Кадов."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import numpy as np

from translit.arrays import Indices, Int32s
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.lexicon.facts import known
from translit.matching.phonetics.fold import CYRILLIC, VOWELS
from translit.matching.phonetics.pivots import pivots
from translit.memo import memoized
from translit.patterns import plain_pattern

# ends of Slavic family names in Latin letters, of which the first tell a spelling by the English sounds of letters
_AS_READ = ("ov", "ev", "ova", "eva", "skiy", "skaya")
SLAVIC = (*_AS_READ, "in", "ina", "yn", "yna", "ko", "uk")
_UNVOICED = str.maketrans("bvgdzžhw", "pfktsškf")
_GERMAN = frozenset({("s", "z"), ("š", "ž"), ("v", "f")})  # sounds as a Latin word has them by English, and by German

# vowels of a Latin reading and a Cyrillic one that are never one; ы is i, я is a
_VOWELS = frozenset({*product("aou", "i"), *product("i", "aou"), *product("u", "aoe"), *product("aoe", "u")})
_SOFT_O = plain_pattern("ё|[йьчшщжц]о")


@memoized
def voiced_apart(pairs: Sequence[tuple[str, str]]) -> list[bool]:
    """Whether a Slavic family name in Latin letters and a folded word in Cyrillic differ in one voiced consonant.

    German writes з as s and ж as sch, but not where the name ends in -ov.

    >>> voiced_apart(("gadov", "кадов")), voiced_apart(("gadov", "гадов")), voiced_apart(("hrytsenko", "гриценко"))
    (True, False, False)
    >>> voiced_apart(("sorin", "зорин")), voiced_apart(("zorin", "сорин")), voiced_apart(("serov", "зеров"))
    (False, True, True)
    """
    return [_apart(latin, cyrillic) for latin, cyrillic in pairs]


def _apart(latin: str, cyrillic: str) -> bool:
    if not latin.endswith(SLAVIC) or "х" in cyrillic:  # which reads as Ukrainian г does
        return False
    read = pivots(latin), pivots(cyrillic)
    if not set(read[0]).isdisjoint(read[1]):
        return False
    consonants = list(product(*(list(map(_consonants, side)) for side in read)))
    if any(one == other for one, other in consonants):
        return any(_another_vowel(one, other, cyrillic) for one, other in product(*read)) and (
            known(latin).family and known(cyrillic).family
        )
    return any(
        one.translate(_UNVOICED) == other.translate(_UNVOICED) and _differ(one, other, latin)
        for one, other in consonants
    )


def _another_vowel(one: str, other: str, cyrillic: str) -> bool:
    """Whether two readings differ in a vowel as no romanization has it: Golubev, Голубов, not Kovaleva, Ковальова."""
    apart = [(mine, its) for mine, its in zip(one, other, strict=False) if mine != its]
    if len(one) != len(other) or len(apart) != 1:
        return False
    return apart[0] in _VOWELS or (apart[0] == ("e", "o") and not _SOFT_O.search(cyrillic))


def _differ(one: str, other: str, latin: str) -> bool:
    """Whether consonants that are alike but for their voice differ by more than how German writes them."""
    apart = {(mine, its) for mine, its in zip(one, other, strict=True) if mine != its}
    return latin.endswith(_AS_READ) or not apart <= _GERMAN


def _consonants(pivot: str) -> str:
    return "".join(letter for letter in pivot if letter not in VOWELS and letter != "j")


def apart_by_voice(left: Names, right: Names, a: Int32s, b: Int32s, some: Indices) -> Indices:
    """Those of some pairs of tokens in two scripts that are two family names by the voice of a consonant."""
    return apart_across(left, right, a, b, some, voiced_apart.many)


def apart_across(
    left: Names,
    right: Names,
    a: Int32s,
    b: Int32s,
    some: Indices,
    apart: Callable[[Sequence[tuple[str, str]]], Sequence[bool]],
) -> Indices:
    """Those of some pairs of tokens in two scripts, none a given name, of which `apart` says that they are two.

    It is asked of the Latin and the Cyrillic one, in this order.
    """
    across = some[left.cyrillic[a[some]] != right.cyrillic[b[some]]]
    across = across[~(left.given[a[across]] | right.given[b[across]])]
    rows = zip(a[across].tolist(), b[across].tolist(), strict=True)
    pairs = [(left.tokens[one], right.tokens[other]) for one, other in rows]
    found = apart([(one, other) if other[:1] in CYRILLIC else (other, one) for one, other in pairs])
    return np.asarray(across[np.array(found, dtype=np.bool_)], dtype=np.intp)
