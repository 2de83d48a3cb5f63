"""Family names in two scripts that differ in two sounds, however cheap their letters are: Chemezova isn't Генесева.

The costs of letters were learned from names of everywhere: *ch* may be г somewhere, *em* ен, and *z* с. Several such
letters in one Slavic name make another one, since nobody writes it by three orthographies at once. So its readings
are held against those of the Cyrillic word: one sound apart it may be a slip or an unusual spelling, two apart it is
another name. Of 1,500 spellings of names in -ov, -in, -sky and -ko one in 700 is that far from the right one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from rapidfuzz.distance import OSA

from translit.arrays import Float32s, Indices, Int32s, UInt8s
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.comparing.voicing import SLAVIC, apart_across
from translit.matching.persons.lexicon.marks import SLIP
from translit.matching.phonetics.fold import CYRILLIC
from translit.matching.phonetics.pivots import MIXED_UP, of_each, pivots
from translit.memo import memoized
from translit.patterns import plain_pattern

SPELLED_ALIKE = 0.1  # set by hand: nats a letter up to which two spellings are of one name, whatever they read as
_FOREIGN = ("ain", "ein", "oin")  # of French and German names
_ADJECTIVES = ("skii", "skij", "skaia", "skaja", "ski", "ska", "sky")
_HERS = "ova"  # that Czech and Slovak add to a woman's name: Kuznetsovova, Vaščankova

_STEPS = (("dz", "d"), ("c", "t"), *MIXED_UP)  # Belarusian дз and ц for soft д and т, and vowels that languages mix up
_DOUBLED = plain_pattern(r"(.)(?=\1)")
_CLOSED_L = plain_pattern(r"(?<=a)l(?=[^aeiou])")  # Таўсцянкоў, Толстенков


@memoized
def two_sounds_apart(pairs: Sequence[tuple[str, str]]) -> list[bool]:
    """Whether a Slavic family name in Latin letters and a folded word in Cyrillic differ in two sounds or more.

    >>> two_sounds_apart(("chemezova", "генесева")), two_sounds_apart(("shubin", "жабин"))
    (True, True)
    >>> two_sounds_apart(("teterin", "цяцерын")), two_sounds_apart(("sakalouski", "соколовский"))
    (False, False)
    """
    slavic = [pair for pair in pairs if _is_slavic(pair[0])]
    common_readings.many(chain.from_iterable(slavic))  # all at once
    apart = {pair for pair in slavic if _apart(*pair)}
    return [pair in apart for pair in pairs]


def _is_slavic(latin: str) -> bool:
    return latin.islower() and latin.endswith((*SLAVIC, *_ADJECTIVES)) and not latin.endswith(_FOREIGN)


def _apart(latin: str, cyrillic: str) -> bool:
    one, other = common_readings(latin), common_readings(cyrillic)
    if not set(one).isdisjoint(other):
        return False
    return not any(OSA.distance(mine, its, score_cutoff=1) <= 1 for mine in one for its in other)


@memoized
def common_readings(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of folded tokens without what the East Slavic languages write otherwise in one name.

    >>> set(common_readings("volkov")) & set(common_readings("ваўкоў")) != set()
    True
    """
    forms = [tuple(_forms(token)) for token in tokens]
    return [
        tuple(dict.fromkeys(common for read in row for common in map(_common, read)))
        for row in of_each(forms, pivots.many)  # type: ignore[arg-type]
    ]


def _forms(token: str) -> Iterator[str]:
    yield token
    if "ou" in token:  # French u or Belarusian oŭ
        yield token.replace("ou", "ov")
    if token.endswith(_HERS) and token[0] not in CYRILLIC:
        yield token.removesuffix(_HERS)
        yield token.removesuffix(_HERS) + "a"


def _common(reading: str) -> str:
    for written, common in _STEPS:
        reading = reading.replace(written, common)
    return _DOUBLED.sub("", _CLOSED_L.sub("v", reading))


def apart_by_readings(left: Names, right: Names, a: Int32s, b: Int32s, value: Float32s, marks: UInt8s) -> Indices:
    """The pairs of tokens in two scripts, none a given name or a slip, that are two family names by their readings."""
    some = np.flatnonzero((value > SPELLED_ALIKE) & (value < FAR) & (marks & SLIP == 0))
    return apart_across(left, right, a, b, some, two_sounds_apart.many)
