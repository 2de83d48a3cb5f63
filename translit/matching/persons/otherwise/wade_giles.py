"""Chinese names in Wade–Giles, as books and newspapers wrote them until about 1980 and Taiwan still does, in pinyin.

Without the apostrophe, which the press leaves out, a syllable has two readings: then the name that it is compared with
is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from translit.data import table_rows
from translit.matching.persons.reading.parse import parse
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.memo import memoized
from translit.patterns import plain_pattern

MOST_SYLLABLES = 4
_SHAPE = plain_pattern(r"[A-Z][a-zü'’ʻ‘`´ʼ]+(?:[ -][A-Za-z][a-zü'’ʻ‘`´ʼ]*){1,3}")
_MARKS = "'’ʻ‘`´ʼ"
_SINGLE = str.maketrans("", "", _MARKS)
_ONE_MARK = str.maketrans(dict.fromkeys(_MARKS, "'"))


@cache
def _syllables() -> dict[str, tuple[str, ...]]:
    """What each syllable may be in pinyin, with its marks and without, the likeliest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for pinyin, written, _ in sorted(table_rows("match", "mandarin.tsv"), key=lambda row: "'" in row[1]):
        for form in dict.fromkeys((written, written.translate(_SINGLE), written.translate(_SINGLE).replace("ü", "u"))):
            found[form].append(pinyin)
    return {written: tuple(dict.fromkeys(readings)) for written, readings in found.items()}


@memoized
def wade_giles(names: Sequence[str]) -> list[tuple[tuple[str, ...], ...]]:
    """The readings in pinyin of each syllable of a name in Wade–Giles; nothing for any other name.

    >>> wade_giles("Mao Tse-tung"), wade_giles("Mao Zedong"), wade_giles("Jean-Paul")
    ((('mao',), ('ze', 'ce'), ('dong', 'tong')), (), ())
    """
    return [_read(name) for name in names]


def _read(name: str) -> tuple[tuple[str, ...], ...]:
    if ("-" not in name and not any(mark in name for mark in _MARKS)) or not _SHAPE.fullmatch(name):
        return ()
    written = name.lower().replace("-", " ").split()
    found = tuple(_syllables().get(one.translate(_ONE_MARK), ()) for one in written)
    other = any(one not in readings[:1] for one, readings in zip(written, found, strict=True))
    return found if all(found) and other and len(found) <= MOST_SYLLABLES else ()


def pinyin(name: str, other: str) -> str | None:
    """A name in Wade–Giles in pinyin, of its readings the one nearest to another name; None for any other name.

    >>> pinyin("Chang Chih-chün", "Zhang Zhijun"), pinyin("Teng Hsiao-ping", "Дэн Сяопин"), pinyin("Jean Belmondo", "")
    ('zhang zhijun', 'deng xiaoping', None)
    """
    syllables = wade_giles(name)
    if not syllables:
        return None
    sound = "".join([pivots(word)[0] for word in parse(other).folded])
    ways = [(family, "".join(given)) for family, *given in product(*syllables)]
    best = min(ways, key=lambda way: Levenshtein.distance("".join([pivots(fold(part))[0] for part in way]), sound))
    return " ".join(best)
