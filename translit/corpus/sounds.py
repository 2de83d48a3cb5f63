"""The sound keys by which a word of a text is found: of the word as it stands and of its base forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import keys
from translit.memo import memoized
from translit.text.inflection import bases_many

MOST_FORMS = 5  # of one word: itself and its likeliest bases
RAREST = 0.02  # probability of a base below which it is left out: set by hand


@memoized
def forms_of(terms: Sequence[str]) -> list[tuple[str, ...]]:
    """A folded word of a text and what it may be a form of, folded too.

    >>> "путин" in forms_of("путиным")
    True
    """
    rows = _bases(terms)
    folded = iter(fold.many([base for row in rows for base in row]))
    found = [dict.fromkeys([term, *(next(folded) for _ in row)]) for term, row in zip(terms, rows, strict=True)]
    return [tuple(row)[:MOST_FORMS] for row in found]


def _bases(terms: Sequence[str]) -> list[list[str]]:
    return [[base.text for base in found if base.probability >= RAREST] for found in bases_many(terms)]


def sound_keys(terms: Iterable[str]) -> list[tuple[str, ...]]:
    """The sound keys of folded words of texts.

    >>> set(sound_keys(["путиным"])[0]) & set(keys("putin")) != set()
    True
    """
    rows = forms_of.many(terms)
    found = iter(keys.many([form for row in rows for form in row]))
    return [tuple(dict.fromkeys([key for _ in row for key in next(found) if key])) for row in rows]
