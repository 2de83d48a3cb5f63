"""Passages: where in a document the name stands, and how it is spelled there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.corpus.chance import chances
from translit.corpus.documents import Snippet
from translit.corpus.postings import PLACE_BITS
from translit.corpus.rank import WINDOW, Mentions
from translit.corpus.tokens import WORD

MOST = 3  # passages of one document
AROUND = 90  # letters on each side of a name
_PLACE = (1 << PLACE_BITS) - 1


def places_in(mentions: Mentions, number: int) -> list[tuple[int, int, float]]:
    """The mentions in a document, the strongest first: first and last word of each, its probability; none overlap."""
    low, high = np.searchsorted(mentions.codes, [number << PLACE_BITS, (number + 1) << PLACE_BITS])
    order = np.lexsort((mentions.codes[low:high], -mentions.strengths[low:high]))
    chance = chances(mentions.units, mentions.strengths[low:high], np.ones(high - low, dtype=np.int64))
    taken: set[int] = set()
    found: list[tuple[int, int, float]] = []
    for at in (order + low).tolist():
        code = int(mentions.codes[at])
        places = [code & _PLACE]
        for spots in mentions.spots:
            start, end = np.searchsorted(spots.codes, [code - WINDOW, code + WINDOW + 1])
            near = spots.codes[start:end]
            if len(near):
                best = near[np.lexsort((np.abs(near - code), spots.far[start:end]))[0]]
                places.append(int(best) & _PLACE)
        span = range(min(places), max(places) + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            found.append((span[0], span[-1], float(chance[at - low])))
    return found


def snippets(text: str, places: Sequence[tuple[int, int, float]], reason: str) -> list[Snippet]:
    """Passages of a text around mentions, given by the numbers of their words."""
    if not text or not places:
        return []
    wanted = list(places[:MOST])
    last = max(end for _, end, _ in wanted)
    words = []
    for match in WORD.finditer(text):
        words.append(match.span())
        if len(words) > last:
            break
    return [
        passage(text, words[first][0], words[end][1], strength, reason)
        for first, end, strength in wanted
        if end < len(words)
    ]


def passage(text: str, start: int, end: int, probability: float, reason: str) -> Snippet:
    """The passage around some letters of a text, cut between words."""
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while end < high < len(text) and not text[high].isspace():
        high -= 1
    return Snippet(text[low:high], text[start:end], start, end, start - low, probability, reason)
