"""Names in a title in quotation marks: кафана „Брест“.

A quotation of a few words right after another word, without a colon, is a title: „Rīgas balss“ and not what somebody
said.
"""

from __future__ import annotations

from translit.text.candidates.text_block import Block
from translit.text.reading.words import Text

OPENING, CLOSING = frozenset('«„“"‘”»'), frozenset('»“”"’«')
LONGEST = 4  # words of a title, set by hand
BLANKS = frozenset(" \xa0")


def is_titled(block: Block, first: int, last: int) -> bool:
    """Whether a place's name, from one word of a block to another, is but in a title."""
    doc = int(block.doc[first])
    text, start = block.texts[doc], int(block.firsts[doc])
    return _is_quoted(text, first - start, last - start)


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
