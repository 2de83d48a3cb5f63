"""Foreign names in Chinese characters, as words that sound: 唐纳德·特朗普 is said ドナルド トランプ.

A dot stands between the words of such a name, or a title before the last one alone: 法国总统马克龙. It begins and ends
with any number of characters that transcriptions have, so that each is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from translit.matching.persons.otherwise.han_foreign import ways_to_say
from translit.text.caseless.particles import Variant
from translit.text.caseless.units import DOTS, Unit

LEAST, MOST = 2, 9  # characters of a word in transcription; a first one may have one
MOST_WAYS = 4  # to say it that are tried


def transcribed_units(text: str, units: Sequence[Unit]) -> list[Unit]:
    """The words of foreign names among words of a text, each with what it may sound like in katakana.

    >>> from translit.text.caseless.units import units
    >>> found = transcribed_units("总统乔·拜登说", units("总统乔·拜登说"))
    >>> [sorted({one.text for one in unit.variants})[:2] for unit in found]
    [['ジョー', 'チョ'], ['バイデン', 'バイドン']]
    """
    found = []
    for place, unit in enumerate(units):
        if unit.language != "zh":
            continue
        before = place > 0 and text[units[place - 1].end : unit.start] in DOTS and units[place - 1].language == "zh"
        after = place + 1 < len(units) and text[unit.end : units[place + 1].start] in DOTS
        middle = list(_whole(unit)) if before and after else []
        rows = [middle] if middle else [[*_begun(unit, 0)] if before else [], [*_ended(unit)] if after else []]
        found += [Unit(unit.start, unit.end, unit.text, unit.language, tuple(row)) for row in rows if row]
    return found


def titled_units(units: Sequence[Unit], titles: Sequence[str]) -> list[Unit]:
    """The same of words behind one of the Chinese titles that stand before a foreigner's family name, one each."""
    found = []
    for unit in units:
        for title in titles if unit.language == "zh" else ():
            at = unit.text.find(title)
            while at >= 0:
                variants = tuple(_begun(unit, at + len(title)))
                if variants:
                    found.append(Unit(unit.start, unit.end, unit.text, unit.language, variants))
                at = unit.text.find(title, at + 1)
    return found


def _begun(unit: Unit, front: int) -> Iterator[Variant]:
    for size in range(min(MOST, len(unit.text) - front), LEAST - 1, -1):
        back = len(unit.text) - front - size
        yield from (Variant(front, back, one) for one in _said(unit.text[front : front + size]))


def _ended(unit: Unit) -> Iterator[Variant]:
    for size in range(1, min(MOST, len(unit.text)) + 1):
        yield from (Variant(len(unit.text) - size, 0, one) for one in _said(unit.text[-size:]))


def _whole(unit: Unit) -> Iterator[Variant]:
    yield from (Variant(0, 0, one) for one in _said(unit.text))


@lru_cache(maxsize=1 << 14)
def _said(word: str) -> tuple[str, ...]:
    """How characters may be said in katakana; nothing where transcriptions don't have one of them."""
    ways = ways_to_say(f"{word}·{word}")
    return tuple(ways[0][:MOST_WAYS]) if ways else ()
