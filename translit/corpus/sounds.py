"""The sound keys by which a word of a text is found: of the word as it stands and of its base forms.

The base forms are those that the tables of inflection give for the word's ending. Endings repeat, words don't: what an
ending of a few letters may come from is found once, with a stem that no rule knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translit.matching.phonetics.fold import CYRILLIC, fold
from translit.matching.phonetics.pivots import keys, pivots
from translit.memo import memoized
from translit.text.inflection import bases_many

MOST_FORMS = 5  # of one word: itself and its likeliest bases
RAREST = 0.02  # probability of a base below which it is left out: set by hand
ENDING = 5  # letters that say what a word may come from: the longest endings of the tables have as many
STEMS = {True: "бар", False: "bar"}  # what stands before an ending when it is looked up: by Cyrillic or not
_CYRILLIC = frozenset(CYRILLIC)
_Plan = tuple[tuple[int, str], ...]


@memoized
def _plans(endings: Sequence[str]) -> list[_Plan]:
    """What to take off and what to add for each base that a word with this ending may come from."""
    words = [STEMS[ending[-1:] in _CYRILLIC] + ending for ending in endings]
    return [
        tuple(
            (len(word) - same, base.text[same:])
            for base in found
            if base.probability >= RAREST and (same := _same(word, base.text)) >= len(word) - len(ending)
        )
        for word, ending, found in zip(words, endings, bases_many(words), strict=True)
    ]


def _same(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    place = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        place += 1
    return place


@memoized
def forms_of(terms: Sequence[str]) -> list[tuple[str, ...]]:
    """A folded word of a text and what it may be a form of, folded too.

    >>> forms_of("путиным")[:2], forms_of("минску")[:2]
    (('путиным', 'путин'), ('минску', 'минск'))
    """
    plans = _plans.many([term[-ENDING:] for term in terms])
    rows = [[term[: len(term) - cut] + add for cut, add in plan] for term, plan in zip(terms, plans, strict=True)]
    folded = iter(fold.many([base for row in rows for base in row]))
    found = [dict.fromkeys([term, *(next(folded) for _ in row)]) for term, row in zip(terms, rows, strict=True)]
    return [tuple(filter(None, row))[:MOST_FORMS] for row in found]


@memoized
def readings_of(terms: Sequence[str]) -> list[frozenset[str]]:
    """The likeliest pivots of the forms of each word, without their last vowels."""
    rows = forms_of.many(terms)
    found = iter(pivots.many([form for row in rows for form in row]))
    return [frozenset(trimmed(next(found)[0]) for _ in row) for row in rows]


def trimmed(pivot: str) -> str:
    """A pivot without its last vowels, which are the first to change with the case.

    >>> trimmed("polša"), trimmed("polšu"), trimmed("oslo"), trimmed("rio")
    ('polš', 'polš', 'osl', 'rio')
    """
    short = pivot.rstrip("aeiouyj")
    return short if len(short) > 2 else pivot


def sound_keys(terms: Iterable[str]) -> list[tuple[str, ...]]:
    """The sound keys of folded words of texts.

    >>> set(sound_keys(["путиным"])[0]) & set(keys("putin")) != set()
    True
    """
    rows = forms_of.many(terms)
    found = iter(keys.many([form for row in rows for form in row]))
    read = [tuple(dict.fromkeys([key for _ in row for key in next(found) if key])) for row in rows]
    return [row or forms for row, forms in zip(read, rows, strict=True)]  # numbers stand for themselves
