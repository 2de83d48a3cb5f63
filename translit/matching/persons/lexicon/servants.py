"""Given names of the form "servant of …": which name of God stands after Abd, in any spelling and in one word.

Abd al-Rahman and Abd al-Rahim agree in most letters and are two names of men; Abdelbasset and Abdul Basit are one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import groupby
from types import MappingProxyType

from translit.compiled import compiled
from translit.matching.persons.lexicon.lists import path_of, table
from translit.matching.phonetics.fold import fold
from translit.patterns import plain_pattern

_START = plain_pattern("(?:[gc]?[aeoä]bd|г?[аэеоә]бд|EQA?d)(?:[aeiouyäöü]+|[аеёиоуыэюя]+ь?|E)?")
_SMALL_START = plain_pattern("(?:g?[uoöe]b[ae][iy]d|[уоөэ]б[ае][йи]д|EQYd)(?:[aeiouyäöü]+|[аеёиоуыэюя]+ь?|E)?")
SMALL = "small-"  # before the name of God, where Ubaid stands and not Abd: the little servant, another man's name
_SMALL_LETTERS = frozenset({"ba", "be", "ба", "бе", "QY"})
_LONG = (("oo", "u"), ("ou", "u"), ("ee", "i"))
_ARTICLE = "lль"


def may_be_servant(token: str) -> bool:
    """Whether a folded word begins as these names do: a cheap look that most words don't pass.

    >>> may_be_servant("abdelkrim"), may_be_servant("ubaidullah"), may_be_servant("ibrahim")
    (True, True, False)
    """
    start = token[:5]
    if "bd" in start or "бд" in start or "Qd" in start or "QAd" in start:
        return True
    return start[1:3] in _SMALL_LETTERS and _SMALL_START.match(token) is not None


@cache
def _forms() -> Mapping[str, str]:
    """What stands after Abd and the article, as `_plainly` writes it → the name of God."""

    def make() -> dict[str, str]:
        rows = [(form, key) for key, forms in table("servants")["names"].items() for form in forms.split()]
        folded = fold.many([form for form, _ in rows])
        found: dict[str, str] = {}
        for form, (_, key) in zip(folded, rows, strict=True):
            found.setdefault(_plainly(form), key)
        return found

    return MappingProxyType(compiled("servants", [path_of("servants")], make))


def servant(token: str) -> str:
    """The name of God in a folded given name with Abd, by its key in `tables/names/servants.toml`, or nothing.

    >>> [servant(fold(name)) for name in ("Abdelbasset", "Abdurrahmane", "Абдулкарим", "عبدالعزيز", "Abdirov")]
    ['basit', 'rahman', 'karim', 'aziz', '']
    >>> servant(fold("Ubaidullah")), servant(fold("Убайдулла"))
    ('small-allah', 'small-allah')
    """
    if not may_be_servant(token):
        return ""
    if small := _SMALL_START.match(token):
        found = of_god(token[small.end() :])
        return SMALL + found if found else ""
    start = _START.match(token)
    return of_god(token[start.end() :]) if start else ""


def of_god(rest: str) -> str:
    """The name of God in what stands after Abd, by its key, or nothing.

    >>> of_god("rrahman"), of_god(fold("رحمن")), of_god("ketbi")
    ('rahman', 'rahman', '')
    """
    forms = _forms()
    found = forms.get(_plainly(rest)) or forms.get(_plainly(rest.lstrip(_ARTICLE)))
    return found or ""


def _plainly(form: str) -> str:
    """A form without doubled letters, long vowels, vowels that aren't written, and a mute e at the end."""
    form = form.replace("A", "")
    for written, vowel in _LONG:
        form = form.replace(written, vowel)
    form = "".join(letter for letter, _ in groupby(form))
    return form.removesuffix("e") if len(form) > 3 else form
