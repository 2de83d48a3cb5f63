"""Sole letters that tell firms of one brand apart: Сигнал-М and Сигнал-Н, Lot A and Lot B, Сигнал and Сигнал-М.

Initials before a stop, letters of legal forms (A/S), of pairs (D&B) and rows of letters (S A) are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from translit.arrays import Float32s, Int32s
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.reading.kept_letters import may_be_kept
from translit.patterns import pattern

ADDED = 0.6  # of what two other letters weigh: a letter after a hyphen that one side alone has; by hand
WORDS = frozenset("ИІЙАВСКОУЗЯYEAIOUWZ")  # letters that are words of some language: conjunctions and prepositions
LIKE = dict(zip("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI", strict=True))  # typed one for the other
_SOLE = pattern(
    r"(?<=[\p{L}\p{M}]{3}[-–])(?P<tied>\p{Lu})(?![\p{L}\p{M}\p{N}.'’&/-])"
    r"|(?<=[\p{L}\p{M}]{2}[»”\"']?\s)(?P<free>\p{Lu})(?=$|[»”\"),]|\s[\p{L}\p{N}«“\"]{2})"
)
_SMALL = pattern(r"\p{Ll}")


@lru_cache(maxsize=1 << 16)
def sole_letters(text: str) -> tuple[str, ...]:
    """The sole letters of a name, those after a hyphen with it; of a name all in capitals these alone, and no words (in
    Persian -e stands after a hyphen).

    >>> [sole_letters(text) for text in ("ООО «Сигнал-М»", "Lot A Trading", "Nordvik A/S", "Karl H. Meyer", "Plan B")]
    [('-М',), ('A',), (), (), ('B',)]
    """
    cased = _SMALL.search(text) is not None
    found = ((one["tied"], one["free"]) for one in _SOLE.finditer(text))
    return tuple(f"-{tied}" if tied else free for tied, free in found if cased or (tied and tied not in WORDS))


def sole_letters_against(
    letters: Sequence[tuple[str, ...]], numbers: Int32s, rows: Int32s, columns: Int32s
) -> Float32s:
    """How much speaks for two names of firms, from 0 to 1: other letters, or one that only one side has, and no number
    (its row in `numbers` is 0)."""
    found = np.zeros(len(rows), dtype=np.float32)
    has = np.array([one != () for one in letters], dtype=np.bool_)
    for place in np.flatnonzero(has[rows] | has[columns]).tolist():
        a, b = rows[place], columns[place]
        plain = not numbers[a] and not numbers[b]
        found[place] = _against(letters[a], letters[b]) if letters[a] and letters[b] else 0.0
        if plain and not (letters[a] and letters[b]):
            found[place] = ADDED if any("-" in one for one in (*letters[a], *letters[b])) else 0.0
    return found


def _against(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if len(one) != len(other):
        return 0.0
    return float(any(_are_two(a[-1], b[-1], "-" in a + b) for a, b in zip(one, other, strict=True)))


def _are_two(one: str, other: str, tied: bool) -> bool:
    """Whether two letters are no spellings of one; two that may be words count after a hyphen alone.

    >>> _are_two("М", "Н", True), _are_two("М", "M", True), _are_two("Ш", "S", True), _are_two("И", "Y", False)
    (True, False, True, False)
    """
    if one == other or fold(one) == fold(other) or LIKE.get(one, one) == LIKE.get(other, other):
        return False
    if not tied and one in WORDS and other in WORDS:
        return False
    return not (may_be_kept(one, other) or may_be_kept(other, one))
