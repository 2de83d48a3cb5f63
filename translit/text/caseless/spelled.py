"""Names that stand in a text letter by letter, in scripts without capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from translit.text.caseless.particles import INFLECTED, UNSPACED, Variant
from translit.text.caseless.surfaces import Meant, Surfaces
from translit.text.caseless.units import DOTS, Unit, normal


class Spelled(NamedTuple):
    """A place where a listed spelling stands, and what it means: nothing if it is a name that isn't listed."""

    start: int
    end: int
    meant: tuple[Meant, ...]


def spelled(text: str, units: Sequence[Unit], surfaces: Surfaces) -> Iterator[Spelled]:
    """The listed spellings in a text, the longest at each place, none overlapping."""
    if not surfaces.meant:
        return
    yield from _in_words(text, units, surfaces)
    for first, last in _runs(units):
        yield from _in_run(text, units[first].start, units[last].end, surfaces)


def _in_words(text: str, units: Sequence[Unit], surfaces: Surfaces) -> Iterator[Spelled]:
    """Those of whole words, without the particles before the first and behind the last."""
    place = 0
    while place < len(units):
        found = _at(text, units, place, surfaces) if units[place].language not in UNSPACED else None
        if found is not None:
            yield found[0]
        place += found[1] if found is not None else 1


def _at(text: str, units: Sequence[Unit], place: int, surfaces: Surfaces) -> tuple[Spelled, int] | None:
    """The longest spelling that begins with a word, and how many words it has."""
    unit = units[place]
    begun = [one for one in unit.variants if normal(one.text).split(" ")[0] in surfaces.firsts]
    if not begun:
        return None
    for size in range(min(surfaces.words, len(units) - place), 0, -1):
        last = units[place + size - 1]
        if size > 1 and not _joined(text, units[place : place + size]):
            continue
        between = " ".join(one.text for one in units[place + 1 : place + size - 1])
        for front in unit.variants if size == 1 else [one for one in unit.variants if not one.back]:
            for back in [front] if size == 1 else [one for one in last.variants if not one.front]:
                whole = front.text if size == 1 else " ".join(filter(None, (front.text, between, back.text)))
                meant = surfaces.meant.get(normal(whole))
                if meant is not None:
                    return Spelled(unit.start + front.front, end_of(last, back), meant), size
    return None


def end_of(unit: Unit, variant: Variant) -> int:
    """Where a name ends in a word: before its particles, behind its ending."""
    return unit.end if unit.language in INFLECTED else unit.end - variant.back


def _is_whole(run: str, start: int, end: int, surfaces: Surfaces) -> bool:
    """Whether a listed spelling stands at a place of a run, and doesn't part a word in katakana."""
    if run[start:end] not in surfaces.meant:
        return False
    parted = start and is_katakana(run[start - 1]) and is_katakana(run[start])
    return not parted and not (end < len(run) and is_katakana(run[end - 1]) and is_katakana(run[end]))


def is_katakana(letter: str) -> bool:
    """Whether a letter is of the Japanese syllabary in which foreign names are written.

    >>> is_katakana("チ"), is_katakana("ー"), is_katakana("・"), is_katakana("は")
    (True, True, False, False)
    """
    return "\u30a1" <= letter <= "\u30fa" or letter == "\u30fc"


def _joined(text: str, units: Sequence[Unit]) -> bool:
    """Whether words follow one another with but a blank, a hyphen or a dot between them."""
    return all(
        text[one.end : other.start] in (" ", "-", "־", "\xa0") or text[one.end : other.start] in DOTS
        for one, other in pairwise(units)
    )


def _runs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The first and last of the words that stand together where no blanks part words."""
    first = 0
    for place, unit in enumerate(units):
        if unit.language not in UNSPACED:
            first = place + 1
        elif (
            place + 1 == len(units)
            or units[place + 1].language not in UNSPACED
            or unit.end + 1 < units[place + 1].start
        ):
            yield first, place
            first = place + 1


def _in_run(text: str, start: int, end: int, surfaces: Surfaces) -> Iterator[Spelled]:
    """Those in a run of letters, at each place the longest."""
    run = text[start:end].translate({ord(dot): "·" for dot in DOTS})
    place = 0
    while place < len(run):
        size = 0
        if run[place] in surfaces.letters:
            sizes = range(min(surfaces.longest, len(run) - place), 1, -1)
            size = next((one for one in sizes if _is_whole(run, place, place + one, surfaces)), 0)
        if size:
            yield Spelled(start + place, start + place + size, surfaces.meant[run[place : place + size]])
        place += size or 1
