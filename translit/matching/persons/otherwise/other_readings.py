"""Names that may be read in another way than the usual one: as which texts they are to be compared too.

Two names are one if they are one in any of their readings, so `compare` takes the reading that agrees best.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from translit.arrays import Int32s
from translit.matching.persons.evidence.contradictions import other_former
from translit.matching.persons.otherwise.armenian import LAST_LETTERS, as_western, is_armenian, is_in_armenian
from translit.matching.persons.otherwise.born import other_names
from translit.matching.persons.otherwise.declined import nominatives
from translit.matching.persons.otherwise.georgian import without_nominative
from translit.matching.persons.otherwise.han import han_readings, has_han
from translit.matching.persons.otherwise.kept_titles import (
    keeps_title,
    religious_titles,
    titles_kept,
    with_kept_title,
    with_religious_title,
)
from translit.matching.persons.otherwise.married import OF, without_husband
from translit.matching.persons.otherwise.rulers import as_one, ruler, telling_words
from translit.matching.persons.otherwise.somali import SERVANT, as_press_writes, somali_words
from translit.matching.persons.otherwise.wade_giles import pinyin, wade_giles
from translit.matching.persons.reading.missing import is_missing
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.remarks import other_years, words_before_former
from translit.memo import memoized
from translit.patterns import plain_pattern

_SIGNS = plain_pattern("[-'`´ʻʼ(\\[\"«;:\u0531-\u058f]")  # and Armenian letters
_FAR = plain_pattern("[^\x00-\u109f]")  # what it isn't, since `re` takes 5 ms to compile what it is


@memoized
def is_read_otherwise(names: Sequence[str]) -> list[bool]:
    """Whether a name may have other readings.

    >>> is_read_otherwise("安倍晋三"), is_read_otherwise("Chou En-lai"), is_read_otherwise("Abe Shinzo")
    (True, True, False)
    """
    return [
        declined != () or (_may_be(name) and not is_missing(name) and _is_read_otherwise(name))
        for name, declined in zip(names, nominatives.uncached(names), strict=True)
    ]


def _may_be(name: str) -> bool:
    """A quick look, which most names don't pass: a sign, a letter beyond Cyrillic, or a word that rulers have."""
    if _SIGNS.search(name) or (not name.isascii() and _FAR.search(name)):
        return True
    small = name.lower()
    words = small.replace(",", " ").replace(".", " ").split()
    if SERVANT in small or not _telling().isdisjoint(words):
        return True
    return not LAST_LETTERS.isdisjoint([word[-2:] for word in words]) and is_armenian(name)


@cache
def _telling() -> frozenset[str]:
    """Small-letter words that rulers, Somalis, the titled and the married have, and those before a former name."""
    return (telling_words() | somali_words() | titles_kept() | religious_titles().keys() | {OF}).union(
        form.replace(".", " ").split()[0].lower() for form in words_before_former()
    )


def _is_read_otherwise(name: str) -> bool:
    if not name.isascii() and (has_han(name) or without_nominative(name) != ""):
        return True
    return (
        bool(wade_giles(name))
        or other_names(name) != ()
        or ruler(name) is not None
        or is_armenian(name)
        or as_press_writes(name) != ""
        or nominatives(name) != ()
        or keeps_title(name)
        or with_religious_title(name) != ("", "")
        or without_husband(name) != ""
    )


def other_readings(a: str, b: str) -> list[tuple[str, str]]:
    """The pairs of texts as which two names are to be compared besides themselves.

    >>> other_readings("Abe Shinzo", "安倍晋三"), other_readings("Mao Tse-tung", "毛泽东")
    ([('Abe Shinzo', 'abe shinzo')], [('mao zedong', '毛泽东')])
    >>> other_readings("安倍 晋三", "安倍晋三")
    [('安倍晋三', '安倍晋三')]
    >>> other_readings("Иванова (Петрова) Анна", "Петрова Анна")
    [('Петрова Анна', 'Петрова Анна')]
    """
    if not is_read_otherwise(a) and not is_read_otherwise(b):
        return []
    if has_han(a) and has_han(b):  # a space between family name and given name says nothing
        together = "".join(a.split()), "".join(b.split())
        return [] if together == (a, b) else [together]
    if _tell_apart(a, b):
        return []
    found = [(a, reading) for reading in _readings(b, a)] if is_read_otherwise(b) else []
    found += [(reading, b) for reading in _readings(a, b)] if is_read_otherwise(a) else []
    crowned = as_one(a, b)
    found += [crowned] if crowned else []
    if is_armenian(a) and is_armenian(b):
        found += [(as_western(a), b), (a, as_western(b))]
    elif is_in_armenian(a) or is_in_armenian(b):  # Վարդանով, Вартанов
        found.append((as_western(a), b) if is_in_armenian(a) else (a, as_western(b)))
    somali = as_press_writes(a), as_press_writes(b)
    found += [(somali[0] or a, somali[1] or b)] if any(somali) else []
    found += [(one, b) for one in nominatives(a)] + [(a, other) for other in nominatives(b)]
    titled = with_kept_title(a, b), with_kept_title(b, a)
    found += [(titled[0] or a, titled[1] or b)] if any(titled) else []
    (title, one), (also, other) = with_religious_title(a), with_religious_title(b)
    found += [(one, other)] if title and title == also else []
    unmarried = without_husband(a), without_husband(b)
    found += [(unmarried[0] or a, unmarried[1] or b)] if any(unmarried) and not all(unmarried) else []
    named = other_names(a), other_names(b)
    return found + [(one, other) for one in (a, *named[0]) for other in (b, *named[1]) if (one, other) != (a, b)]


def _tell_apart(a: str, b: str) -> bool:
    """Whether what stands beside the names tells two people, so that no reading without it may count."""
    one, other = parse(a).remarks, parse(b).remarks
    return one.kin != other.kin or other_years(one, other) or other_former(one, other)


class Otherwise(NamedTuple):
    """Texts to compare for some pairs, by number: for the pair of[k] texts[rows[k]] and texts[columns[k]]."""

    of: list[int]
    texts: list[str]
    rows: Int32s
    columns: Int32s


def read_otherwise(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s) -> Otherwise | None:
    """The other readings of the pairs left[rows[k]] and right[columns[k]]; None where no name has any.

    >>> one, two = ["安倍晋三", "Mori"], ["Shinzo Abe"]
    >>> read_otherwise(one, two, np.array([0, 1], dtype=np.int32), np.array([0, 0], dtype=np.int32))[:2]
    ([0], ['abe shinzo', 'Shinzo Abe'])
    """
    one, other = (np.array(is_read_otherwise.many(names), dtype=np.bool_) for names in (left, right))
    if not (one.any() or other.any()):
        return None
    of: list[int] = []
    pairs: list[tuple[str, str]] = []
    for place in np.flatnonzero(one[rows] | other[columns]).tolist():
        made = other_readings(left[rows[place]], right[columns[place]])
        pairs += made
        of += [place] * len(made)
    if not pairs:
        return None
    index = {text: number for number, text in enumerate(dict.fromkeys(chain.from_iterable(pairs)))}
    sides = (np.array([index[pair[side]] for pair in pairs], dtype=np.int32) for side in (0, 1))
    return Otherwise(of, list(index), *sides)


def _readings(name: str, other: str) -> list[str]:
    if has_han(name):
        return han_readings(name, other)
    if (bare := without_nominative(name)) and not without_nominative(other):
        return [bare]
    latin = pinyin(name, other)
    return [latin] if latin else []
