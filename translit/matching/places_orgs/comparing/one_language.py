"""Words that one language tells apart though others translate both by one: Союз and Федерация, Union and League.

`tables/names/one_language.toml` has them. Across languages they may be one: Verband is *union* and *federation*.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from translit.arrays import Bools, Int32s
from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.folded_words import folded_word

ENDING, LEAST_STEM = 4, 3  # letters that may follow a stem; letters of the shortest


class Unions:
    """Which distinct words are `listed`, and in each language as which kind of union."""

    def __init__(self, folded: Sequence[str]) -> None:
        self._kinds = np.array([_kinds_of(word) for word in folded], dtype=np.int8)
        self.listed: Bools = np.asarray(self._kinds.any(axis=1))

    def apart(self, a: Int32s, b: Int32s) -> Bools:
        """Where a language that has both words a[k] and b[k] has them as two, and none has them as one.

        >>> words, zero = Unions(["союз", "федерация", "union", "verband"]), np.zeros(3, np.int32)
        >>> words.apart(zero, np.arange(1, 4)).tolist(), words.apart(zero + 2, zero + 3).tolist()[0]
        ([True, False, False], False)
        """
        found = self.listed[a] & self.listed[b]
        one, other = self._kinds[a[found]], self._kinds[b[found]]
        both = (one > 0) & (other > 0)
        found[found] = both.any(axis=1) & ~(both & (one == other)).any(axis=1)
        return found


@cache
def _listed() -> dict[str, dict[int, int]]:
    """Each listed word, and each stem with its hyphen → by language, the number of its row."""
    raw = read_toml("names", "one_language.toml")
    languages = [rows for key, rows in raw.items() if key not in ("table", "examples")]
    found: dict[str, dict[int, int]] = {}
    for language, rows in enumerate(languages):
        for kind, forms in enumerate(rows.values(), 1):
            for form in forms:
                found.setdefault(folded_word(form) + "-" * form.endswith("-"), {})[language] = kind
    found[""] = dict.fromkeys(range(len(languages)), 0)
    return found


@lru_cache(maxsize=1 << 14)
def _kinds_of(folded: str) -> tuple[int, ...]:
    """The kind of union that a word is in each language, 0 where it is none."""
    listed = _listed()
    sizes = range(max(len(folded) - ENDING, LEAST_STEM), len(folded) + 1)
    stem = next((one for size in sizes if (one := folded[:size] + "-") in listed), "")
    return tuple((listed[""] | listed.get(folded, listed[stem])).values())
