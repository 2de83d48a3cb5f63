"""Armenian names as Western Armenians say and write them: Կարապետ is Garabed to them, and Karapet in Armenia.

The letters of b, g, d and p, k, t have changed places, so that a name is read the other way as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from translit.compiled import read_toml
from translit.patterns import plain_pattern

_ARMENIAN = plain_pattern("[\u0531-\u058f\ufb13-\ufb17]")
_FAMILY = plain_pattern("[a-zа-яё]{3}(?:[iyeи]an|ян|иан)s?(?: |,|$)")
LAST_LETTERS = frozenset({"an", "ян", "ан", "ns", "нs"})  # the last two of such a word


@cache
def _tables() -> tuple[dict[str, str], Mapping[int, str]]:
    """Letters → Latin ones, the longest first; and Latin and Cyrillic letters that change places."""
    table = read_toml("match", "western_armenian.toml")
    letters = dict(sorted(table["letters"].items(), key=lambda item: -len(item[0])))
    turned = {ord(letter): to for letter, to in table["turned"].items()}
    return letters, turned


def is_armenian(name: str) -> bool:
    """Whether a name is in Armenian letters, or has a family name of Armenians.

    >>> is_armenian("Hagop Garabedian"), is_armenian("Տիգրան"), is_armenian("Карапет Петросян"), is_armenian("Ян Ким")
    (True, True, True, False)
    """
    return is_in_armenian(name) or _FAMILY.search(name.lower()) is not None


def is_in_armenian(name: str) -> bool:
    """Whether a name is in Armenian letters, which Western Armenians, and Russians after r, read otherwise.

    >>> is_in_armenian("Տիգրան"), is_in_armenian("Карапет Петросян")
    (True, False)
    """
    return not name.isascii() and _ARMENIAN.search(name) is not None


def as_western(name: str) -> str:
    """A name as Western Armenians read its letters; in other letters an Eastern name as a Western one, or back.

    >>> as_western("Կարապետ Պետրոսյան"), as_western("Tigran Petrosyan"), as_western("Hagop Baronian")
    ('garabed bedrosian', 'dikran bedrosyan', 'hakob paronian')
    """
    letters, turned = _tables()
    small = name.lower()
    if not _ARMENIAN.search(small):
        for kept, mark in _KEPT:
            small = small.replace(kept, mark)
        small = small.translate(turned)
        for kept, mark in _KEPT:
            small = small.replace(mark, kept)
        return small
    result = []
    for word in small.replace("-", " - ").split():
        place, start = 0, True
        while place < len(word):
            found = next(
                (key for key in letters if word.startswith(key.lstrip("^"), place) and (start or key[0] != "^")), ""
            )
            result.append(letters[found] if found else word[place])
            place, start = place + max(len(found.lstrip("^")), 1), False
        result.append(" ")
    return "".join(result).replace(" - ", "-").strip()


_KEPT = (("kh", "\0"), ("gh", "\1"), ("ts", "\2"), ("dz", "\3"), ("ck", "\4"))  # one sound each, which stay
