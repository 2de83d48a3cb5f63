"""Distinct folded strings of many names, and how near they are to one another by their letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from translit.arrays import Float32s, Int32s
from translit.matching.alignment.align import costs
from translit.matching.alignment.costs import Encoded, cost_table
from translit.matching.alignment.one import Letters, aligner
from translit.matching.assignment import FAR
from translit.matching.phonetics.pivots import pivots

CONSONANTS = "pbfmnlrkghstcčdžšz"  # sounds that tell words apart; all others are counted together
FEW = 4  # pairs that are aligned one by one
_BY_CODE = np.array(sorted(map(ord, CONSONANTS)), dtype=np.uint32)


class Strings:
    """Distinct folded strings, encoded for alignment; string 0 is nothing."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = list(texts)
        self.encoded = Encoded(cost_table(), texts)
        self.cyrillic = np.array([text[:1] >= "а" for text in texts], dtype=np.bool_)
        read = [found[0] for found in pivots.many(texts)]
        letters = np.frombuffer("".join(read).encode("utf-32-le"), dtype=np.uint32)
        kinds = np.searchsorted(_BY_CODE, letters).clip(max=len(CONSONANTS) - 1)
        kinds[_BY_CODE[kinds] != letters] = len(CONSONANTS)
        rows = np.arange(len(texts)).repeat([*map(len, read)])
        counts = np.bincount(rows * (len(CONSONANTS) + 1) + kinds, minlength=len(texts) * (len(CONSONANTS) + 1))
        self.sounds = counts.reshape(len(texts), -1).astype(np.int16)

    def distances(self, a: Int32s, b: Int32s, shortest: float = 3.0) -> Float32s:
        """Nats a letter between strings a[k] and b[k]; those whose consonants differ much aren't aligned."""
        if not len(a):
            return np.zeros(0, dtype=np.float32)
        lengths = (self.encoded.lengths[a] + self.encoded.lengths[b]) / 2
        apart = np.abs(self.sounds[a] - self.sounds[b]).sum(axis=1)
        likely = np.nonzero((apart <= 2.6 + 0.5 * lengths) & (a > 0) & (b > 0))[0]
        value = np.full(len(a), FAR, dtype=np.float32)
        if not len(likely):
            return value
        aligned = self._costs(a[likely], b[likely])
        value[likely] = np.minimum(FAR, aligned / np.maximum(lengths[likely], shortest))
        return value

    def _costs(self, a: Int32s, b: Int32s) -> Float32s:
        """What turning strings a[k] into b[k] costs; a few by plain Python, which is sooner done and gives the same."""
        if len(a) > FEW:
            return costs(cost_table(), self.encoded, self.encoded, a, b)
        pairs = zip(a.tolist(), b.tolist(), strict=True)
        return np.array([_cost(self.texts[one], self.texts[other]) for one, other in pairs], dtype=np.float32)


def distance(one: str, other: str, shortest: float = 3.0) -> float:
    """Nats a letter between two folded strings, as `Strings.distances` has it.

    >>> distance("minsk", "мінск") < 0.1
    True
    """
    return min(FAR, _cost(one, other) / max((len(one) + len(other)) / 2, shortest))


@lru_cache(maxsize=1 << 14)
def _cost(one: str, other: str) -> float:
    return aligner(cost_table()).cost(_letters(one), _letters(other))


@lru_cache(maxsize=1 << 14)
def _letters(text: str) -> Letters:
    return aligner(cost_table()).letters(text)
