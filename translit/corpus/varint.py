"""Numbers as bytes, seven bits in each, small numbers in few: whole arrays at once."""

from __future__ import annotations

import numpy as np

from translit.arrays import Int64s, UInt8s

MOST_BYTES = 6  # of one number: up to 2**42


def encode(values: Int64s) -> tuple[UInt8s, Int64s]:
    """The bytes of numbers, one after another, and where each starts; one more place at the end.

    >>> data, starts = encode(np.array([1, 300]))
    >>> data.tolist(), starts.tolist()
    ([1, 172, 2], [0, 1, 3])
    """
    sizes = np.ones(len(values), dtype=np.int64)
    for more in range(1, MOST_BYTES):
        sizes += values >= 1 << 7 * more
    starts = np.zeros(len(values) + 1, dtype=np.int64)
    np.cumsum(sizes, out=starts[1:])
    data = np.zeros(int(starts[-1]), dtype=np.uint8)
    for place in range(MOST_BYTES):
        some = np.flatnonzero(sizes > place)
        if not len(some):
            break
        part = (values[some] >> 7 * place) & 0x7F
        part[sizes[some] > place + 1] |= 0x80
        data[starts[some] + place] = part
    return data, starts


def decode(data: bytes | UInt8s) -> Int64s:
    """The numbers of some bytes.

    >>> decode(bytes([1, 172, 2])).tolist()
    [1, 300]
    """
    found = np.frombuffer(data, dtype=np.uint8) if isinstance(data, bytes) else data
    ends = np.flatnonzero(found < 0x80)
    starts = np.empty(len(ends), dtype=np.int64)
    if len(ends):
        starts[0] = 0
        starts[1:] = ends[:-1] + 1
    sizes = ends - starts + 1
    values = (found[starts] & 0x7F).astype(np.int64)
    for place in range(1, int(sizes.max(initial=1))):
        some = np.flatnonzero(sizes > place)
        values[some] |= (found[starts[some] + place] & 0x7F).astype(np.int64) << 7 * place
    return values
