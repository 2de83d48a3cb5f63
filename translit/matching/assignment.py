"""Which words of one name go with which of the other: the closest first, each word once."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools, Float32s

FAR = 3.0  # distance of words that have nothing in common, in nats a letter


def assign(distance: Float32s) -> Bools:
    """A one-to-one assignment of words that aren't far, the closest first; [pairs, words, words].

    >>> assign(np.array([[[0.1, 0.3], [0.2, FAR]]], dtype=np.float32)).tolist()
    [[[True, False], [False, False]]]
    """
    work = distance.copy()
    joined = np.zeros(distance.shape, dtype=np.bool_)
    flat = work.reshape(len(work), -1)
    active = np.arange(len(work))
    for _ in range(min(distance.shape[1:])):
        place = flat[active].argmin(axis=1)
        good = flat[active, place] < FAR
        active, place = active[good], place[good]
        if not len(active):
            break
        i, j = np.divmod(place, distance.shape[2])
        joined[active, i, j] = True
        work[active, i, :] = FAR
        work[active, :, j] = FAR
    return joined
