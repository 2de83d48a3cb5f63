"""Names that may be read in another way than the usual one: as which texts they are to be compared too.

Two names are one if they are one in any of their readings, so `compare` takes the reading that agrees best.
"""

from __future__ import annotations

from collections.abc import Sequence

from translit.matching.persons.born import other_names
from translit.matching.persons.han import han_readings, has_han
from translit.matching.persons.wade_giles import pinyin, wade_giles
from translit.memo import memoized


@memoized
def is_read_otherwise(names: Sequence[str]) -> list[bool]:
    """Whether a name may have other readings.

    >>> is_read_otherwise("安倍晋三"), is_read_otherwise("Chou En-lai"), is_read_otherwise("Abe Shinzo")
    (True, True, False)
    """
    return [
        (not name.isascii() and has_han(name)) or bool(wade_giles(name)) or other_names(name) != () for name in names
    ]


def other_readings(a: str, b: str) -> list[tuple[str, str]]:
    """The pairs of texts as which two names are to be compared besides themselves.

    >>> other_readings("Abe Shinzo", "安倍晋三"), other_readings("Mao Tse-tung", "毛泽东")
    ([('Abe Shinzo', 'abe shinzo')], [('mao zedong', '毛泽东')])
    >>> other_readings("Иванова (Петрова) Анна", "Петрова Анна")
    [('Петрова Анна', 'Петрова Анна')]
    """
    found = [(a, reading) for reading in _readings(b, a)] if is_read_otherwise(b) else []
    found += [(reading, b) for reading in _readings(a, b)] if is_read_otherwise(a) else []
    named = other_names(a), other_names(b)
    return found + [(one, other) for one in (a, *named[0]) for other in (b, *named[1]) if (one, other) != (a, b)]


def _readings(name: str, other: str) -> list[str]:
    if has_han(name):
        return han_readings(name, other)
    latin = pinyin(name, other)
    return [latin] if latin else []
