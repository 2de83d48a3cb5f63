"""Names in Chinese characters as other languages than Mandarin say them, with nothing to hold them against.

For look-ups: which words a Japanese, Cantonese, Hokkien, Vietnamese or Korean spelling of the name may have. A
character has many readings; of a Japanese given name those are taken that lists know, else the commonest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice, product
from typing import NamedTuple

from translit.matching.persons.otherwise.han import (
    LONGEST,
    MOST,
    as_japanese,
    has_han,
    is_han_name,
)
from translit.matching.persons.otherwise.han_foreign import ways_to_say
from translit.matching.persons.otherwise.han_korean import chinese_parts, korean_reading
from translit.matching.persons.otherwise.han_parts import of_given, ways_to_part
from translit.matching.persons.otherwise.han_tables import SOUTHERN_LANGUAGES, attested, families, southern
from translit.matching.phonetics.fold import fold
from translit.memo import memoized

UNLISTED = 8  # readings of a given name that no list has
SOUTHERN = 6  # ways to read a Cantonese, Vietnamese or Hokkien given name
UNCOMMON = 4  # characters from which on a name with an unlisted family name is rather Japanese than Chinese


class Spoken(NamedTuple):
    """The folded words that a family name and a given name may be in one language."""

    family: tuple[str, ...]
    given: tuple[str, ...]


@memoized
def spoken(names: Sequence[str]) -> list[tuple[Spoken, ...]]:
    """How a person's name in Chinese characters is said in each language that may have it; nothing for other names.

    >>> spoken("安倍晋三")[0], spoken("Abe Shinzo")
    (Spoken(family=('abe',), given=('shinzo', 'sindzo')), ())
    >>> [said.family for said in spoken("曾荫权")]
    [('chang', 'jang', 'tsang'), ('tang',)]
    >>> spoken("陳嘉庚")[-2].family
    ('tan', 'tjan')
    """
    return [_spoken(name.strip()) if has_han(name) else () for name in names]


def _spoken(text: str) -> tuple[Spoken, ...]:
    foreign = _foreign(text)
    if len(text) > LONGEST or not is_han_name(text):
        return (foreign,) if foreign else ()
    found = [
        foreign,
        _japanese(text),
        *(_southern(text, language) for language in SOUTHERN_LANGUAGES),
        _korean(text),
    ]
    return tuple(said for said in found if said)


def _foreign(text: str) -> Spoken | None:
    """The sounds of a foreign name in transcription: its last word, and the others."""
    words = [tuple(map(fold, ways)) for ways in ways_to_say(text)]
    return Spoken(words[-1], tuple(chain(*words[:-1]))) if words else None


def _japanese(text: str) -> Spoken | None:
    """The listed readings of the family name, and those of the given name; of several ways those that lists know."""
    ways = [(family, given, _given_names(given)) for family, given in ways_to_part(as_japanese(text))]
    listed = [way for way in ways if way[0] in families()]
    known = [way for way in listed or ways if way[2] and way[2][1]]
    if not listed and len(text) < UNCOMMON:
        return None
    family = dict.fromkeys(chain.from_iterable(families().get(one, ()) for one, *_ in known or listed))
    given = dict.fromkeys(chain.from_iterable(said[0] for *_, said in known or listed if said))
    return Spoken(_with_polivanov(family), _with_polivanov(given)) if given else None


def _with_polivanov(readings: Iterable[str]) -> tuple[str, ...]:
    """Readings in Hepburn, and as Polivanov's Cyrillic for them sounds: синдзо isn't near shinzo."""
    listed = tuple(readings)
    return tuple(dict.fromkeys((*listed, *map(_polivanov, listed))))


def _polivanov(reading: str) -> str:
    for english, russian in (("z", "dz"), ("sh", "s"), ("ch", "t"), ("j", "dz")):
        reading = reading.replace(english, russian)
    return reading


def _given_names(word: str) -> tuple[list[str], bool] | None:
    """The readings of a Japanese given name, and whether lists know them."""
    parts = [of_given(char) for char in word]
    if not all(parts):
        return None
    ways = list(islice(product(*(enumerate(part) for part in parts)), MOST))
    said = {"".join([one for _, one in way]): sum([rank for rank, _ in way]) for way in reversed(ways)}
    known = [reading for reading in said if f"{word} {reading}" in attested()]
    return (known, True) if known else (sorted(said, key=said.__getitem__)[:UNLISTED], False)


def _southern(text: str, language: str) -> Spoken | None:
    """The readings in a southern language, the given name as one word and by syllables, as either may be written."""
    family, given = chinese_parts(text)
    words = ((family, "families"), (given, "given"))
    said = [[tuple(map(fold, southern(char, language, part))) for char in word] for word, part in words]
    if not given or not all(chain(*said)):
        return None
    joined = ["".join(way) for way in islice(product(*said[1]), SOUTHERN)]
    return Spoken(tuple(dict.fromkeys(chain(*said[0]))), tuple(dict.fromkeys([*joined, *chain(*said[1])])))


def _korean(text: str) -> Spoken | None:
    hangul = korean_reading(text)
    return Spoken((fold(hangul[0]),), (fold(hangul[1:]),)) if hangul else None
