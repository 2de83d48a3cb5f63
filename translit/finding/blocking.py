"""Blocking keys of a whole name: two spellings of one name nearly always share one."""

from __future__ import annotations

from functools import lru_cache

from translit.matching.persons.otherwise.other_words import other_words
from translit.matching.persons.reading.parse import parse
from translit.matching.persons.reading.token import CORE, PATRONYMIC
from translit.matching.phonetics.pivots import keys

SHORTEST = 2  # symbols of a key that tells enough


@lru_cache(maxsize=1 << 16)
def name_keys(name: str) -> tuple[str, ...]:
    """The blocking keys of the words of a name, initials left out, in alphabetical order.

    A word gives a key for each of its readings; very short keys are kept only where the name has no longer one.

    A name that is read in several languages, as one in Chinese characters is, gives those of all.

    >>> set(name_keys("Лукашэнка")) & set(name_keys("Lukaschenko A. G.")) != set()
    True
    >>> set(name_keys("安倍晋三")) & set(name_keys("Shinzo Abe")) != set()
    True
    """
    words = [token.folded for token in parse(name).of(CORE, PATRONYMIC)]
    words += [form for said in other_words(name) for forms in said for form in forms]
    found = {key for word in words for key in keys(word)}
    return tuple(sorted({key for key in found if len(key) >= SHORTEST} or found))
