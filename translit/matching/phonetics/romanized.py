"""Words of scripts that have no table of ours, by ICU where it is installed, else by unidecode."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from translit.matching.phonetics.indic import in_english, is_indic, is_southern, said
from translit.patterns import pattern, plain_pattern

_ARMENIAN, _GEORGIAN = pattern(r"\p{Armenian}"), pattern(r"\p{Georgian}")
_W = plain_pattern("^u(?=[aeio])", re.IGNORECASE)
_TIPPI = str.maketrans("\u0a70", "\u0a02")  # the nasal sign of Panjabi that ICU leaves out, as the other one


@cache
def _icu() -> Any:
    """ICU's transliterator from any script to Latin, or None without ICU."""
    try:
        from icu import Transliterator
    except ImportError:
        return None
    return Transliterator.createInstance("Any-Latin")


def has_icu() -> bool:
    """Whether ICU reads the scripts that have no table of ours.

    >>> has_icu() in (True, False)
    True
    """
    return _icu() is not None


def spelled(word: str) -> str:
    """A word of another script in Latin letters, with what its orthography leaves to who reads it.

    >>> spelled("უილიამ"), spelled("Ուիլյամ"), spelled("सुनील")
    ('wiliam', 'wilyam', 'sunil')
    >>> spelled("ਸਿੰਘ"), spelled("ਪੰਜਾਬ")
    ('singh', 'panjab')
    """
    latin = plain(word.translate(_TIPPI))
    if is_indic(word):
        return said(latin)
    if is_southern(word):
        return in_english(latin)
    if _ARMENIAN.search(word):
        latin = plain(word.replace("ու", "u").replace("Ու", "U").replace("ՈՒ", "U"))
    elif not _GEORGIAN.search(word):
        return latin
    return _W.sub("w", latin)


def plain(word: str) -> str:
    """A word letter by letter, by ICU or unidecode.

    >>> plain("თბილისი")
    'tbilisi'
    """
    engine = _icu()
    if engine is not None:
        return str(engine.transliterate(word))
    from unidecode import unidecode

    return unidecode(word)
