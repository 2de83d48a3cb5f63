"""Names in the orthography of Somali, as passports and the press write them: Xasan Cali is Hasan Ali."""

from __future__ import annotations

from functools import cache

from translit.matching.persons.lexicon.lists import table
from translit.patterns import plain_pattern

SERVANT = "cabd"  # in Somali, where others write Abd
_AYN = plain_pattern("[cC](?![hH])")


@cache
def somali_words() -> frozenset[str]:
    """The words in small letters that tell Somali orthography."""
    return frozenset(table("somali")["table"]["words"])


def is_somali(words: list[str]) -> bool:
    """Whether words in small letters have one of Somali orthography among them.

    >>> is_somali(["xasan", "nuur"]), is_somali(["cabdiraxmaan", "nuur"]), is_somali(["alex", "carter"])
    (True, True, False)
    """
    return not somali_words().isdisjoint(words) or any(word.startswith(SERVANT) for word in words)


def as_press_writes(name: str) -> str:
    """A name in Somali orthography with h for x and without the letter for the ʿayn; nothing of any other name.

    >>> as_press_writes("Cabdiraxmaan Xuseen Cali"), as_press_writes("Max Carter")
    ('Abdirahmaan Huseen Ali', '')
    """
    words = name.split()
    if not name.isascii() or not is_somali([word.lower() for word in words]):
        return ""
    return " ".join(_without_ayn(word.replace("x", "h").replace("X", "H")) for word in words)


def _without_ayn(word: str) -> str:
    kept = _AYN.sub("", word)
    return kept.capitalize() if word.istitle() else kept
