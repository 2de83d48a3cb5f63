"""The words beside what is named after people and places, as `tables/text/named_after.toml` has them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml

LISTS = (
    *("streets", "sites", "short", "institutions", "named", "named_pairs", "behind", "behind_genitive"),
    "titles",
)


class Named(NamedTuple):
    """Whole words and beginnings of each list."""

    words: dict[str, frozenset[str]]
    starts: dict[str, tuple[str, ...]]

    def has(self, name: str, word: str) -> bool:
        """Whether a list has a word in small letters."""
        return word in self.words[name] or word.startswith(self.starts[name])


@cache
def named() -> Named:
    """The lists of the table by their names.

    >>> named().has("streets", "вуліцы"), named().has("titles", "post"), named().has("streets", "post")
    (True, True, False)
    """
    table = read_toml("text", "named_after.toml")["table"]
    raw = {name: table[name].split() for name in LISTS}
    words = {name: frozenset(word for word in row if word[-1] != "-") for name, row in raw.items()}
    return Named(words, {name: tuple(word[:-1] for word in row if word[-1] == "-") for name, row in raw.items()})
