"""What `compare` says of a given and a family name that stand together: it knows of more than how alike the words are.

The words as they stand, and the bases by which they were matched, are held against the name. Nothing is more probable
in a text than that: Alexandre Kazaline isn't Аляксандр Казулін, though each word is near.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product

import numpy as np

from translit.arrays import Float64s
from translit.matching.compare import compare_many
from translit.text.candidates.candidate import SPELLED, Candidate
from translit.text.lookup.forms import Part
from translit.text.reading.readings import readings
from translit.text.reading.words import Text

BOTH = 1 << Part.GIVEN | 1 << Part.FAMILY
MOST = 4  # ways to put the bases together, where several of a word cost alike


def may_differ(found: Candidate) -> bool:
    """Whether a candidate of a person has a given and a family name that aren't spelled as they are listed."""
    return found.worst > SPELLED and found.parts & BOTH == BOTH


def compared(every: Sequence[tuple[Candidate, Text]]) -> Float64s:
    """How probably each span, in its text, and the name that it is matched with are one person's."""
    rows = [_names(found, text) for found, text in every]
    pairs = [(name, found.form.text) for (found, _), names in zip(every, rows, strict=True) for name in names]
    return np.maximum.reduceat(compare_many(pairs), np.cumsum([0, *map(len, rows[:-1])]))


def _names(found: Candidate, text: Text) -> list[str]:
    """The words of a span as they stand, and with those of the name in the bases that were matched."""
    costs = {place: cost for place, (_, cost, _) in found.matches.values()}
    rows = []
    for place in range(found.first, found.last + 1):
        word = text.words[place]
        itself = word.text[word.elided :]
        if place in costs and word.shape and word.ready:
            mine = [one.folded for one in readings([itself], word.language)[0] if _is(one.cost, costs[place])]
            rows.append(mine or [itself])
        else:
            rows.append([itself])
    written = " ".join(word.text[word.elided :] for word in text.words[found.first : found.last + 1])
    return [written, *map(" ".join, islice(product(*rows), MOST))]


def _is(one: float, other: float) -> bool:
    """Whether two costs are one; a match says by its cost which base it is of."""
    return abs(one - other) < 1e-4
