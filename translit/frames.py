"""Names in data frames: import this module, and every pandas or polars column has `.translit`.

    import pandas
    import translit.frames

    frame["lacinka"] = frame["name"].translit.to("be-lacinka")

The same as functions, for pyarrow too: `to`, `keys`, `compare`, `resolve`. Needs the extra `frames`.
"""

from translit.edge.accessors import register
from translit.edge.frames import compare, keys, resolve, to

__all__ = ["compare", "keys", "register", "resolve", "to"]

register()
