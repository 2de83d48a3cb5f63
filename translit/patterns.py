"""Regular expressions that are compiled when they are first used.

There are about a hundred of them, and a command needs a few: compiling all would take longer than the command. Of the
same reason the package `regex` is imported only by what uses a pattern of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex


class _Pattern:
    """Stands for a compiled pattern; each of its methods is taken over when it is first asked for."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # nothing that copying or showing asks for compiles it
            raise AttributeError(name)
        made = self.__dict__.get("_made")
        if made is None:
            made = self._made = self._make()
        value = getattr(made, name)
        self.__dict__[name] = value
        return value


def pattern(text: str, flags: int = 0) -> regex.Pattern[str]:
    r"""A pattern of the package `regex`, which knows the properties of letters, compiled when it is first used.

    >>> pattern(r"\p{Cyrillic}+").fullmatch("Мінск") is not None
    True
    """

    def make() -> regex.Pattern[str]:
        import regex

        return regex.compile(text, flags)

    return cast("regex.Pattern[str]", _Pattern(make))


def plain_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    r"""A pattern of the standard library, which compiles it faster, compiled when it is first used.

    >>> plain_pattern("[a-z]+", re.IGNORECASE).fullmatch("Minsk") is not None
    True
    """
    return cast("re.Pattern[str]", _Pattern(lambda: re.compile(text, flags)))
