"""Words of names as another script than Latin and Cyrillic writes them, where the letters tell two names apart.

李伟 and 李薇 are both Li Wei, and alike in any list of readings; whoever writes characters means one of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from translit.arrays import Bools, Float32s, Int32s, UInt8s
from translit.matching.persons.lexicon.marks import OTHER, VOUCHED
from translit.matching.persons.reading.parse import Name
from translit.matching.phonetics.chinese_words import chinese_words
from translit.matching.phonetics.one_script import are_two, may_tell
from translit.patterns import pattern

APART = 1.5  # set by hand: distance of two words that another letter tells apart
_HAN = pattern(r"[\p{Han}々]+")
_ARABIC = pattern(r"\p{Arabic}")
_LATIN = pattern(r"[\p{Latin}\p{Cyrillic}]")


def written_words(name: Name) -> tuple[str, ...]:
    """What is written for each word of a name; nothing where it can't be told or is in Latin or Cyrillic.

    >>> from translit.matching.persons.reading.parse import parse
    >>> written_words(parse("李伟")), written_words(parse("خالد الغامدي")), written_words(parse("Li Wei"))
    (('李', '伟'), ('خالد', '', 'غامدي'), ())
    """
    if not may_tell(name.text):
        return ()
    if not any(_LATIN.search(word) for word in name.words):
        return name.words
    pieces = name.text.split()
    if all(_HAN.fullmatch(piece) for piece in pieces):
        pieces = [part for piece in pieces for part in chinese_words(piece)]
    if len(pieces) == len(name.words) and not _ARABIC.search(name.text):  # عبد is read together with what follows
        return tuple(pieces)
    return tuple("" if _LATIN.search(word) else word for word in name.words)


def by_letters(one: str, other: str, value: float, marks: int) -> tuple[float, int]:
    """The distance and the marks of two written words, from those that their sounds have.

    >>> by_letters("伟", "薇", 0.0, 0) == (APART, OTHER), by_letters("澤東", "泽东", 0.1, 0) == (0.0, VOUCHED)
    (True, True)
    """
    two = are_two(one, other) if one and other else None
    if two is None:
        return value, marks
    return (max(value, APART), OTHER) if two else (0.0, marks | VOUCHED)


def both_written(
    left: Mapping[int, tuple[str, ...]], right: Mapping[int, tuple[str, ...]], rows: Int32s, columns: Int32s
) -> list[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """Which pairs of names may be told apart by letters, by the numbers of the names, and what is written."""
    if not left or not right:
        return []
    pairs = enumerate(zip(rows.tolist(), columns.tolist(), strict=True))
    return [(place, left[row], right[other]) for place, (row, other) in pairs if row in left and other in right]


def take_letters(
    distance: Float32s, marks: UInt8s, meeting: Bools, pairs: Sequence[tuple[int, tuple[str, ...], tuple[str, ...]]]
) -> None:
    """Change distance and marks [pairs, left words, right words] of pairs of names that letters may tell apart."""
    for pair, one, other in pairs:
        for i, j in np.argwhere(meeting[pair]).tolist():
            at = pair, i, j
            distance[at], marks[at] = by_letters(one[i], other[j], float(distance[at]), int(marks[at]))
