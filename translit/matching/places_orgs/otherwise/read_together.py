"""Names of organizations as the other name of the pair writes them: Univ. Hosp., Ай-Би-Эм, SK beside СК, Rhein-Ma1n.

What an abbreviation, a letter's name or a misread digit stands for can hardly be known from one name alone; but where
it may stand for what the other name has in full, it does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from translit.matching.places_orgs.otherwise.letter_names import has_letter_names, with_letters
from translit.matching.places_orgs.otherwise.misread_digits import has_misread_digits, without_misread_digits
from translit.matching.places_orgs.otherwise.shortened_words import has_shortened_words, with_full_words
from translit.matching.places_orgs.otherwise.text_pairs import Pairs, Reading, read_beside
from translit.matching.places_orgs.reading.kept_letters import has_kept_letters, with_kept_letters

READERS: tuple[tuple[Callable[[str], bool], Reading], ...] = (
    (has_misread_digits, without_misread_digits),
    (has_letter_names, with_letters),
    (has_kept_letters, with_kept_letters),
    (has_shortened_words, with_full_words),
)


def read_together(pairs: Pairs) -> Pairs:
    """The same pairs of texts, each as the other text of its pair has its words.

    >>> import numpy as np
    >>> zero = np.zeros(1, dtype=np.int32)
    >>> found = read_together((["Univ. Hosp. of Bern"], ["Bern University Hospital"], zero, zero))
    >>> found[0][found[2][0]]
    'University Hospital of Bern'
    """
    return read_beside(pairs, lambda text: bool(_marks(text)), _read)


@lru_cache(maxsize=1 << 16)
def _marks(text: str) -> tuple[Reading, ...]:
    """What may read a text otherwise; nothing for most."""
    return tuple(read for marked, read in READERS if marked(text))


@lru_cache(maxsize=1 << 14)
def _read(text: str, other: str) -> str:
    for read in _marks(text):
        text = read(text, other)
    return text
