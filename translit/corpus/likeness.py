"""How near the words of the corpus are to a word of a query: by the same alignment that compares names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from translit.arrays import Float32s, Indices, Int32s
from translit.corpus.sounds import forms_of
from translit.matching.alignment.align import costs
from translit.matching.alignment.costs import Encoded, cost_table
from translit.matching.phonetics.pivots import pivots

FAR = 3.0  # distance of words that have nothing in common, as in the comparison of names
SHORTEST = 3.0  # letters that a distance is at least divided by, as in the comparison of names
ALIKE = 0.6  # likeness of pivots below which words aren't aligned: as the index of entities has it, nearly


def distances(word: str, terms: Sequence[str]) -> tuple[Float32s, list[str]]:
    """The distance of a folded word to terms of the corpus, each in its nearest form, in nats a letter; and that form.

    >>> near, forms = distances("путин", ["путиным", "минск"])
    >>> [f"{one:.1f}" for one in near], forms
    (['0.0', '3.0'], ['путин', 'минск'])
    """
    rows = forms_of.many(terms)
    flat = [form for row in rows for form in row]
    if not flat:
        return np.empty(0, dtype=np.float32), []
    owners = np.repeat(np.arange(len(rows)), list(map(len, rows)))
    some = _worth_aligning(word, flat)
    value = np.full(len(flat), FAR, dtype=np.float32)
    encoded = Encoded(cost_table(), [word, *(flat[place] for place in some.tolist())])
    rights: Int32s = np.arange(1, len(some) + 1, dtype=np.int32)
    aligned = costs(cost_table(), encoded, encoded, np.zeros(len(some), dtype=np.int32), rights)
    lengths = (encoded.lengths[0] + encoded.lengths[1:]) / 2
    value[some] = np.minimum(FAR, aligned / np.maximum(lengths, SHORTEST))
    value[[place for place, form in enumerate(flat) if form == word]] = 0.0
    order = np.lexsort((value, owners))
    best = order[np.searchsorted(owners[order], np.arange(len(rows)))]
    return value[best], [flat[place] for place in best.tolist()]


def _worth_aligning(word: str, forms: Sequence[str]) -> Indices:
    """The forms that read somewhat like the word."""
    firsts = [found[0] for found in pivots.many(forms)]
    alike = cdist(pivots(word), firsts, scorer=Levenshtein.normalized_similarity, score_cutoff=ALIKE, dtype=np.float32)
    return np.flatnonzero(alike.max(axis=0) > 0)
