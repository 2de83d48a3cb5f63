"""A title that a short name keeps as a name and a longer one sets aside: Sheikh Hasina, Sheikh Hasina Wazed.

Of two words the first may be a given name whatever it looks like (King, Prince, Haji), so it stays. Then the longer
name is read with it, too: a title with a hyphen after it is a name.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from types import MappingProxyType

from translit.matching.persons.lexicon.lists import ambiguous_titles, table, titles
from translit.matching.persons.reading.parse import parse

WORDS = 2  # of a name that keeps its title


@cache
def titles_kept() -> Set[str]:
    """Small-letter titles that may be names.

    >>> "sheikh" in titles_kept(), "doctor" in titles_kept()
    (True, False)
    """
    return frozenset(title for title in ambiguous_titles() if titles().get(title) == "prefix")


def keeps_title(name: str) -> bool:
    """Whether a name is a word that may be a title, and one more.

    >>> keeps_title("Sheikh Hasina"), keeps_title("IBRAHIM, Haji"), keeps_title("Sheikh Hasina Wazed")
    (True, True, False)
    """
    family, comma, given = name.lower().partition(", ")
    words = [given, family] if comma else family.split()
    return len(words) == WORDS and words[0] in titles_kept() and words[1] not in titles_kept()


def with_kept_title(name: str, other: str) -> str:
    """A name with its title as a name, if the other name keeps one, whichever: its letters tell; else nothing.

    >>> with_kept_title("Sheikh Hasina Wazed", "Sheikh Hasina"), with_kept_title("Hasina Wazed", "Sheikh Hasina")
    ('Sheikh-Hasina Wazed', '')
    """
    if not keeps_title(other):
        return ""
    kept = next((title for title in parse(name).titles if title.lower() in titles_kept()), "")
    return name.replace(f"{kept} ", f"{kept}-", 1) if kept else ""


@cache
def religious_titles() -> Mapping[str, str]:
    """Small-letter titles of nuns, monks and priests in all languages → the English one.

    >>> religious_titles()["мать"], religious_titles()["frère"]
    ('mother', 'brother')
    """
    rows = table("titles")["religious"].items()
    return MappingProxyType({word: title for title, words in rows for word in words.split()})


def with_religious_title(name: str) -> tuple[str, str]:
    """Such a title in English and the given name after it, where that is all; else nothing.

    >>> with_religious_title("Мать Тереза"), with_religious_title("Fra Mauro Bianchi")
    (('mother', 'Тереза'), ('', ''))
    """
    words = name.split()
    title = religious_titles().get(words[0].lower(), "") if len(words) == WORDS else ""
    return (title, words[1]) if title else ("", "")
