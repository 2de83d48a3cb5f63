"""What each written word of an index is found by: what it folds to, how other languages say it, what it stands for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.finding.index.raw_entities import RawEntities, words_of
from translit.finding.index.said_otherwise import names_said_otherwise, with_other_readings
from translit.kinds import KINDS, PERSON

Parts = Sequence[tuple[str, ...]]


def parts_of(raw: RawEntities, folded: Parts, meanings: bool = True) -> Parts:
    """The parts of each word, from what it folds to: of persons' names that other languages say otherwise
    what they say, of other names codes, if `meanings`."""
    numbers = names_said_otherwise(raw.words, folded, raw.name_words, raw.word_counts)
    numbers = numbers[np.repeat(raw.kinds == PERSON, raw.name_counts)[numbers]]
    found = with_other_readings(folded, raw.words, words_of(raw, numbers.tolist())) if len(numbers) else folded
    for number in range(len(KINDS)) if meanings else ():
        if number != PERSON and number in raw.kinds:
            found = _with_meanings(raw, folded, found, number)
    return found


def _with_meanings(raw: RawEntities, folded: Parts, parts: Parts, number: int) -> Parts:
    """The parts with codes of what the words stand for in names of one kind of thing."""
    from translit.finding.index.meanings import of_phrases, with_meanings

    found, kind = list(parts), KINDS[number]
    names = np.repeat(raw.kinds == number, raw.name_counts)
    words = np.unique(raw.name_words[np.repeat(names, raw.word_counts)]).tolist()
    more = with_meanings([raw.words[word] for word in words], [found[word] for word in words], kind)
    for word, mine in zip(words, more, strict=True):
        found[word] = mine
    several = np.flatnonzero(names & (raw.word_counts > 1)).tolist()
    for word, codes in of_phrases(words_of(raw, several), folded, kind):
        found[word] = tuple(dict.fromkeys((*found[word], *codes)))
    return found
