"""Names in data frames: import this module, and every pandas or polars column has `.translit`.

    import pandas
    import translit.frames

    frame["lacinka"] = frame["name"].translit.to("be-lacinka")

The same as functions, for pyarrow too: `to`, `keys`, `readings`, `compare`, `resolve`, `find`;
`join` puts two frames together. Needs the extra `frames`.
"""

from translit.adapters.accessors import register
from translit.adapters.frames import compare, find, keys, readings, resolve, to
from translit.adapters.joins import join

__all__ = ["compare", "find", "join", "keys", "readings", "register", "resolve", "to"]

register()
