"""Words for people in office, which aren't the institution that is named like them: the Minister, the Ministry."""

from __future__ import annotations

from functools import cache

from translit.compiled import read_toml


@cache
def offices() -> frozenset[str]:
    """The words for people in office, in small letters and all their forms.

    >>> "министра" in offices(), "министерства" in offices(), "ministry" in offices()
    (True, False, False)
    """
    return frozenset(read_toml("text", "kinds.toml")["table"]["offices"].split())


def is_office(word: str, name: str) -> bool:
    """Whether a word of a text is somebody in office where the name has an institution.

    >>> is_office("Министр", "Министерство"), is_office("Министров", "министров"), is_office("ministerstva", "МИД")
    (True, False, False)
    """
    return word.lower() in offices() and name.lower() not in offices()
