"""Names in Chinese characters in the index, found by what they are in Japanese, Cantonese, Vietnamese and Korean too.

Mandarin is how their words fold. The other readings are more parts of the same words, so that a query needs nothing
new; a query in Chinese characters asks for them besides (`translit.matching.persons.otherwise.other_words`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from translit.arrays import Int64s, UInt32s
from translit.matching.persons.otherwise.han import has_han
from translit.matching.persons.otherwise.han_spoken import spoken

Parts = Sequence[tuple[str, ...]]


def names_in_han(words: Sequence[str], name_words: UInt32s, word_counts: Int64s) -> Int64s:
    """The numbers of the names that have Chinese characters, of names that are given by the numbers of their words."""
    has = np.array([has_han(word) for word in words], dtype=np.bool_)
    if not has.any():
        return np.empty(0, dtype=np.int64)
    starts = np.cumsum(word_counts) - word_counts
    return np.flatnonzero(np.logical_or.reduceat(has[name_words], starts))


def with_spoken(folded: Parts, words: Sequence[str], names: Iterable[Sequence[int]]) -> Parts:
    """What each word folds to, with what it is in other languages in these names, as numbers of their words.

    >>> with_spoken([("anbeijinsan",)], ["安倍晋三"], [[0]])
    [('anbeijinsan', 'abe', 'shinzo', 'sindzo', 'on', ...)]
    """
    found = list(folded)
    for name in names:
        for said in spoken(" ".join([words[word] for word in name])):
            sides = (said.family, said.given)
            more = [(name[0], sides[0]), (name[1], sides[1])] if len(name) > 1 else [(name[0], sides[0] + sides[1])]
            for word, parts in more:
                found[word] = tuple(dict.fromkeys(found[word] + parts))
    return found
