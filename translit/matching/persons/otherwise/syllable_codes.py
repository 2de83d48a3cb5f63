"""Korean and Chinese names by their syllables, whatever letters write them: Ким Чен Ир, Kim Jong-il and 김정일.

What a look-up or a join asks for besides the sounds of the words, which differ more than those of two people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, product

from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.syllabic import CHINESE, FEWEST, MOST, language_of, languages, mandarin
from translit.matching.persons.reading.token import CORE
from translit.matching.phonetics.codes import coded
from translit.memo import memoized

MOST_READINGS = 32  # of a word
Codes = tuple[tuple[str, ...], ...]  # for each word, what it may be


@memoized
def syllable_codes(names: Sequence[str]) -> list[tuple[Codes, ...]]:
    """The codes of the words of Korean and Chinese names, in each way in which their words may belong together.

    >>> first, second = syllable_codes("Ким Чен Ир"), syllable_codes("Kim Jong-il")
    >>> [not set(one).isdisjoint(other) for one, other in zip(first[0], second[0])]
    [True, True]
    >>> one, other = syllable_codes("Чжоу Сяохун")[0], syllable_codes("Zhou Xiaohong")[0]
    >>> set(one[1]) & set(other[1]) != set(), syllable_codes("Anna Lee")
    (True, ())
    """
    return [_codes(name) for name in names]


def _codes(name: str) -> tuple[Codes, ...]:
    parsed = parse(name)
    if parsed.korean:
        return (tuple(_of_readings("ko", word.readings) for word in parsed.korean),)
    words = [token.folded for token in parsed.tokens if token.role == CORE]
    if not FEWEST <= len(words) == len(parsed.tokens) <= MOST or not language_of(languages.many(words)) & CHINESE:
        return ()
    read = [sorted(reading.replace(" ", "") for reading in mandarin(word)) for word in words]
    found = [tuple(_of_readings("zh", readings) for readings in read)]
    if len(read) > FEWEST:  # the syllables of a given name apart, where others write them as one word
        given = ["".join(parts) for parts in islice(product(*read[1:]), MOST_READINGS)]
        found.append((found[0][0], _of_readings("zh", given)))
    return tuple(found)


def _of_readings(language: str, readings: Iterable[str]) -> tuple[str, ...]:
    return tuple(coded(f"{language}:{reading}") for reading in sorted(readings)[:MOST_READINGS])
