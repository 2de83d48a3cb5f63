"""Words in small letters that may belong to the name of a place or organization: those beside one with a capital.

Only those are looked up that begin like a word of a name that the one with a capital may belong to, or like one that
the tables translate it into.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.arrays import Bools, Int64s
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import loose_readings
from translit.text.candidates.text_block import Block
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.lookup.shared_numbers import flags, listed, shared
from translit.text.reading.bare_words import article_letters
from translit.text.reading.words import TextWord

MOST = 4096  # words in small letters that one with a capital remembers
BEFORE, AFTER = 3, 8  # words in small letters before and after one with a capital that may be of its name


def beside_things(block: Block, gazetteer: Gazetteer) -> list[TextWord]:
    """The words in small letters that may be of a name of several words beside them, and aren't looked up yet."""
    words = block.words
    for word in words:
        if word.shape and word.things is None:
            word.things = _things(word, gazetteer)
    open_ = flags([not (word.shape or word.ready or word.small == ()) for word in words])
    if not open_.any():
        return []
    one, other = _new(words, *_pairs(block, flags([bool(word.things) for word in words]), open_))
    ones, left = np.unique(one, return_inverse=True)
    others, right = np.unique(other, return_inverse=True)
    capital, small = ([words[number] for number in mine.tolist()] for mine in (ones, others))
    _take_beginnings(small, gazetteer)
    found = shared(
        listed([word.small or () for word in small]), listed([word.things or () for word in capital]), right, left
    )
    kept = flags([word.many for word in capital])[left]
    kept[found[0]] = True
    return [words[number] for number in np.unique(other[kept]).tolist() if words[number].small]


def _new(words: Sequence[TextWord], one: Int64s, other: Int64s) -> tuple[Int64s, Int64s]:
    """The pairs that weren't looked at before."""
    new = []
    for place, (number, beside) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        word, small = words[number], words[beside]
        if small not in word.asked:
            if not 0 < len(word.asked) <= MOST:
                word.asked = set()
            word.asked.add(small)
            new.append(place)
    return one[new], other[new]


def _things(word: TextWord, gazetteer: Gazetteer) -> tuple[int, ...]:
    """How the words begin that may stand beside one in a name of several words; all alike if there are many names."""
    if word.many:
        return (-1,)
    found = [gazetteer.beginnings_of_name(number) for number in word.names if gazetteer.is_long_thing(number)]
    return tuple(frozenset[int]().union(*found))


def _pairs(block: Block, things: Bools, open_: Bools) -> tuple[Int64s, Int64s]:
    """Distinct pairs of a word of such names and one in small letters near it in its run, by their numbers."""
    places = np.flatnonzero(things[block.ids]) if block.size else np.zeros(0, dtype=np.int64)
    found = []
    for step in (*range(-BEFORE, 0), *range(1, AFTER)):
        others = places + step
        inside = np.flatnonzero((others >= 0) & (others < block.size))
        mine, others = places[inside], others[inside]
        kept = np.flatnonzero(open_[block.ids[others]] & (block.runs[mine] == block.runs[others]))
        found.append(block.ids[mine[kept]] * len(block.words) + block.ids[others[kept]])
    one, other = np.divmod(np.unique(np.concatenate(found)), max(len(block.words), 1))
    return one, other


def _take_beginnings(words: Sequence[TextWord], gazetteer: Gazetteer) -> None:
    """Note of words in small letters which beginnings they have."""
    new = [word for word in words if word.small is None]
    folded = fold.uncached([word.lower[article_letters(word.lower) :] for word in new]) if new else []
    read = loose_readings.uncached(folded) if folded else []
    own, others = gazetteer.beginnings.of_read(read), gazetteer.translated.beginnings.of_read(read)
    for word, one, other in zip(new, own, others, strict=True):
        word.small = (*(2 * number for number in one), *(2 * number + 1 for number in other))
