"""Adjectives of towns of two words, held against these: powiat jeleniogórski is that of Jelenia Góra."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from translit.arrays import Int32s
from translit.matching.phonetics.fold import GLIDES, VOWELS
from translit.matching.places_orgs.comparing.abbreviations import read
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import WORD
from translit.matching.places_orgs.otherwise.text_pairs import Pairs
from translit.patterns import pattern

LEAST_FIRST, LEAST_SECOND = 3, 2  # letters of the two words that the adjective begins with
MOST_SECOND = 4  # letters of the second that are asked about: the o of Волочёк is lost
LINKS = "oe"  # between them
_ADJECTIVE = pattern(
    r"(?<!\p{L})\p{L}{6,}(?:[сц]ь?к|[sc]k)(?:ий|ій|і|ае|ая|а|ое|ие|i|iy|ij|yi|y|ý|á|é|a|aya|aja|oye|oje|ie|e)\b"
)


def read_as_adjectives(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s) -> Pairs:
    """The same pairs of texts, with the adjective of the other text in place of two words that it's made of.

    >>> import numpy as np
    >>> zero = np.zeros(1, dtype=np.int32)
    >>> found = read_as_adjectives(["powiat jeleniogórski"], ["Jelenia Góra County"], zero, zero)
    >>> found[1][found[3][0]]
    'jeleniogórski County'
    """
    marked = [[_ADJECTIVE.search(text) is not None for text in texts] for texts in (left, right)]
    if not any(map(any, marked)):
        return left, right, rows, columns
    left, right, rows, columns = list(left), list(right), rows.copy(), columns.copy()
    for place, (a, b) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        one, other = left[a], right[b]
        if marked[0][a] and (full := _with_adjective(other, one)) != other:
            columns[place] = len(right)
            right.append(full)
        elif marked[1][b] and (full := _with_adjective(one, other)) != one:
            rows[place] = len(left)
            left.append(full)
    return left, right, rows, columns


@lru_cache(maxsize=1 << 14)
def _with_adjective(text: str, other: str) -> str:
    words = words_of(text)
    adjectives = [found[0] for found in _ADJECTIVE.finditer(other) if len(words) > 1]
    for adjective in adjectives:
        for first, second in pairwise(words):
            start, end = text.find(first), text.find(second) + len(second)
            if start < end and _made_of(adjective, first, second):
                return text[:start] + adjective + text[end:]
    return text


def _made_of(adjective: str, first: str, second: str) -> bool:
    known = lexicon("place")
    concepts = {one for one in known.at([folded_word(first)], 0)[1] if known.roles[one] == WORD}
    for word in read(folded_word(adjective)):
        for place in range(LEAST_FIRST, len(word) - LEAST_SECOND):
            begins = word[place] in LINKS and any(_begins(word[:place], one) for one in read(folded_word(first)))
            if word[place] in LINKS and (begins or _of_concept(folded_word(adjective)[:place], concepts)):
                seconds = read(folded_word(second))
                if any(_begins_second(word[at:], two) for at in (place, place + 1) for two in seconds):
                    return True
    return False


def _begins(start: str, word: str) -> bool:
    return word.startswith(start) and len(word) > len(start)


def _begins_second(rest: str, word: str) -> bool:
    """Whether what follows is made of the second word, whose last consonant may be another: Sącz, sądecki."""
    stem = word.rstrip("".join(VOWELS))
    size = min(max(LEAST_SECOND, len(stem) - 1), MOST_SECOND)
    consonants = _consonants(stem)
    return rest[:size] == stem[:size] or (len(consonants) > LEAST_SECOND and _consonants(rest).startswith(consonants))


def _consonants(letters: str) -> str:
    """The first three: a y between consonants may be a vowel or none, Устюг, Ustyug."""
    return "".join(letter for letter in letters if letter not in VOWELS and letter not in GLIDES)[: LEAST_SECOND + 1]


def _of_concept(stem: str, concepts: set[int]) -> bool:
    """Whether a stem means what the first word does: бело and Bila."""
    return bool(concepts) and not concepts.isdisjoint(lexicon("place").at([stem], 0)[1])
