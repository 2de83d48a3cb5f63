"""Persons' names in the index that other languages say otherwise: those of East Asia, and of rulers.

How a name in Chinese characters folds is Mandarin; its Japanese, Cantonese, Vietnamese and Korean readings, the
syllables of Korean and Chinese names in any letters, and codes of rulers' numbers and epithets are more parts of the
same words. So a query needs nothing new: it asks for its own (`translit.matching.persons.otherwise.other_words`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from translit.arrays import Int64s, UInt32s
from translit.matching.persons.lexicon.lists import korean_families
from translit.matching.persons.otherwise.han import has_han
from translit.matching.persons.otherwise.han_spoken import spoken
from translit.matching.persons.otherwise.rulers import ruler_codes, telling_words
from translit.matching.persons.otherwise.syllable_codes import syllable_codes
from translit.matching.persons.reading.syllabic import CHINESE_FAMILY, languages
from translit.patterns import pattern

LONGEST_FAMILY = 6  # letters of a Chinese family name: Ouyang, Чжуан
MOST_WORDS = 4  # of a name in letters
Parts = Sequence[tuple[str, ...]]
_HANGUL = pattern(r"\p{Hangul}")


def names_said_otherwise(words: Sequence[str], folded: Parts, name_words: UInt32s, word_counts: Int64s) -> Int64s:
    """The numbers of the names that may have other readings, of names that are given by the numbers of their words.

    Such a name has Chinese characters, or few words, one of which is a Korean or a Chinese family name, or tells of a
    ruler.
    """
    distinct = list(dict.fromkeys(part for parts in folded for part in parts if len(part) <= LONGEST_FAMILY))
    families = {part for part, told in zip(distinct, languages.many(distinct), strict=True) if told & CHINESE_FAMILY}
    families |= korean_families().keys()
    han = np.array([has_han(word) for word in words], dtype=np.bool_)
    telling = np.array(
        [
            not families.isdisjoint(parts)
            or word.lower().strip(".,") in telling_words()
            or (not word.isascii() and bool(_HANGUL.search(word)))
            for word, parts in zip(words, folded, strict=True)
        ],
        dtype=np.bool_,
    )
    if not (han.any() or telling.any()):
        return np.empty(0, dtype=np.int64)
    starts = np.cumsum(word_counts) - word_counts
    some = np.logical_or.reduceat(telling[name_words], starts) & (word_counts <= MOST_WORDS)
    return np.flatnonzero(np.logical_or.reduceat(han[name_words], starts) | some)


def with_other_readings(folded: Parts, words: Sequence[str], names: Iterable[Sequence[int]]) -> Parts:
    """What each word folds to, with what it is in other languages in these names, as numbers of their words.

    >>> with_other_readings([("anbeijinsan",)], ["安倍晋三"], [[0]])[0][:6]
    ('anbeijinsan', 'abe', 'shinzo', 'sindzo', 'on', 'pooi')
    >>> korean = with_other_readings([("kim",), ("jongil",)], ["Kim", "Jong-il"], [[0, 1]])
    >>> [len(parts) for parts in korean]
    [2, 3]
    """
    found = list(folded)
    for name in names:
        text = " ".join([words[word] for word in name])
        ways = [(said.family, said.given) for said in spoken(text)] if has_han(text) else []
        crowned = ruler_codes(text)
        for first, *rest in (*ways, *syllable_codes(text), *([(crowned, crowned)] if crowned else [])):
            last = tuple(chain.from_iterable(rest))
            more = [(name[0], first), (name[-1], last)] if len(name) > 1 else [(name[0], (*first, *last))]
            for word, parts in more:
                found[word] = tuple(dict.fromkeys((*found[word], *parts)))
    return found
