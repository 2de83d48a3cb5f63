"""Texts in blocks of about one size: many short ones together, a long one in slices, so that memory doesn't grow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from translit.checks import require_text

BLOCK = 1 << 19  # characters that are looked at together; a longer text is cut


class Slice(NamedTuple):
    """A text or a part of it: where it starts, and whether it is the last part."""

    text: str
    start: int
    last: bool


def blocks(texts: Iterable[str]) -> Iterator[list[Slice]]:
    """Texts in blocks, in their order.

    Raises UsageError for what isn't text.

    >>> [[(one.start, one.last) for one in block] for block in blocks(["a", "", "b " * BLOCK])]
    [[(0, True), (0, True), (0, False)], [(524288, True)]]
    """
    block: list[Slice] = []
    size = 0
    for number, text in enumerate(texts, 1):
        require_text(text, f"text {number}")
        for one in slices(text):
            block.append(one)
            size += len(one.text)
            if size >= BLOCK:
                yield block
                block, size = [], 0
    if block:
        yield block


def slices(text: str) -> Iterator[Slice]:
    """A text in slices, each cut after the last line that ends in it, else after the last blank."""
    start = 0
    while len(text) - start > BLOCK:
        least, most = start + BLOCK // 2, start + BLOCK
        end = text.rfind("\n", least, most) + 1 or text.rfind(" ", least, most) + 1 or most
        yield Slice(text[start:end], start, False)
        start = end
    yield Slice(text[start:] if start else text, start, True)
