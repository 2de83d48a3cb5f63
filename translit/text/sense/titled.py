"""Places in the name of a street, a café or a newspaper: rue de Varsovie, Rygos gatvėje, кафана „Брест“.

A quotation of a few words right after another word, without a colon, is a title: „Rīgas balss“ and not what somebody
said. Streets in the singular are named after the place; in the plural they may be the place's own (Vilniaus gatvės).
"""

from __future__ import annotations

from translit.text.candidates.text_block import Block
from translit.text.reading.words import Text
from translit.text.sense.named_words import named

OPENING, CLOSING = frozenset('«„“"‘”»'), frozenset('»“”"’«')
LONGEST = 4  # words of a title, set by hand
BLANKS = frozenset(" \xa0")


def is_titled(block: Block, first: int, last: int) -> bool:
    """Whether a place's name, from one word of a block to another, is but in the name of a street or in a title."""
    doc = int(block.doc[first])
    text, start = block.texts[doc], int(block.firsts[doc])
    return _is_of_street(text, first - start, last - start) or _is_quoted(text, first - start, last - start)


def _is_of_street(text: Text, first: int, last: int) -> bool:
    lists, words, gaps = named().words, text.words, text.gaps
    if last + 1 < len(words) and BLANKS.issuperset(gaps[last + 1]) and words[last + 1].lower in lists["behind_places"]:
        return True
    place = first - 1
    while place >= 0 and BLANKS.issuperset(gaps[place + 1]) and words[place].lower in lists["between"]:
        place -= 1
    if not 0 <= place < first - 1 or not BLANKS.issuperset(gaps[place + 1]):
        return False
    street = words[place].lower.replace("’", "'").rpartition("'")[2]  # l'avenue de Minsk
    return street in lists["streets_of_places"]


def _is_quoted(text: Text, first: int, last: int) -> bool:
    """Whether the name stands in a quotation of a few words that follows another word at once."""
    opens = next((place for place in range(first, max(first - LONGEST, 0), -1) if text.gaps[place].strip()), 0)
    gap = text.gaps[opens]
    if not opens or gap[-1] not in OPENING or not BLANKS.issuperset(gap[:-1]) or len(gap) < len(" «"):
        return False
    closes = next((place for place in range(last + 1, opens + LONGEST + 1) if _ends(text, place)), 0)
    return closes > 0 and text.gaps[closes][0] in CLOSING


def _ends(text: Text, place: int) -> bool:
    return place < len(text.gaps) and bool(text.gaps[place].strip(" \xa0-"))
