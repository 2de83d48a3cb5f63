"""Towns in the cases that names of organizations have them in, and adjectives of towns, as the towns that they may be.

Sveučilište u Zadru is of Zadar, Uniwersytet Opolski of Opole, Прокуратура Омской области of Омск. Only known towns are
read so, and no word that is the name of a town as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.towns import is_town, plain_letters, two_towns
from translit.memo import memoized
from translit.patterns import pattern

LEAST, LONGEST_ENDING = 3, 5  # letters of a town without its ending; of an ending
MOST_TOWNS = 2
_ADJECTIVE = pattern(
    r"(?P<stem>\w{2,}(?:[сц](?:ьк|к)|[scz]k))"
    r"(?:ая|ой|ую|ий|ый|ого|ому|ом|ое|ые|ых|ае|ага|аму|ай|ую|а|и|і|е|ої|ій|ім|у|ія|их|iej|iego|iemu|im|a|i|ie|ich"
    r"|eho|emu|em|y|e|ej|oga|og|om|oj|u|ih|ega|ou)"
)


@memoized
def towns_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The known towns that each folded word may be a case or an adjective of; none for one that is a town as it is.

    >>> towns_of("zadru"), towns_of("kielcach"), towns_of("opolskiego"), towns_of("львівська"), towns_of("zadar")
    (('zadar',), ('kielce',), ('opole',), ('львів',), ())
    """
    return [_towns(word) for word in words]


def town_cases(words: Iterable[tuple[str, tuple[int, ...]]]) -> list[tuple[str, ...]]:
    """The towns that each distinct word with its concepts may be in another case; none for a listed one.

    >>> town_cases([("zadru", ()), ("банке", (1,))])
    [('zadar',), ()]
    """
    return towns_of.many(["" if concepts else folded for folded, concepts in words])


def named_towns(
    words: Iterable[tuple[str, tuple[int, ...]]], cases: Sequence[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """The known towns that each distinct word may be, as it is or in another case; none for a listed one."""
    return [
        found or ((folded,) if not concepts and is_town(folded) else ())
        for (folded, concepts), found in zip(words, cases, strict=True)
    ]


def other_towns(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each of two words is a known town, and they are two.

    >>> other_towns(["омск"], ["томск"]), other_towns(["kiev"], ["kyiv"]), other_towns([], ["omsk"])
    (True, False, False)
    """
    if not one or not other or not all(two_towns(a, b) for a in one for b in other):
        return False
    exactly = lexicon("place").exactly
    return all(set(exactly(a)).isdisjoint(exactly(b)) for a in one for b in other)


def _towns(word: str) -> tuple[str, ...]:
    if len(word) <= LEAST or not word.isalpha() or is_town(word):
        return ()
    found: dict[str, str] = {}  # without signs → with them
    for form in _nominatives(word):
        if len(form) >= LEAST and form != word and is_town(form):
            found.setdefault(plain_letters(form), form)
    return tuple(found.values())[:MOST_TOWNS]


def _nominatives(word: str) -> Iterator[str]:
    script = "cyrillic" if word >= "а" else "latin"
    if adjective := _ADJECTIVE.fullmatch(word):
        yield from _replaced(adjective["stem"], _table()["adjectives"][script])
    yield from _replaced(word, _table()["endings"][script])


def _replaced(word: str, endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A word with each of its endings, the longest first, replaced by those of the nominative."""
    table = _table()["table"]
    for size in range(min(LONGEST_ENDING, len(word) - LEAST + 1), 0, -1):
        stem, ends = word[:-size], endings.get(word[-size:], ())
        yield from (stem + end for end in ends)
        for last in (stem[-1:], stem[-2:]) if ends else ():
            yield from (stem[: -len(last)] + one + end for one in table["softened"].get(last, ()) for end in ends)
        if "" in ends:
            yield from (stem[:-1] + vowel + stem[-1:] for vowel in table["fleeting"])


@cache
def _table() -> dict[str, Any]:
    return read_toml("names", "town_cases.toml")
