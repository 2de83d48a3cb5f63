"""Bases of words whose script tells the language, and which has case endings but no table: Armenian, Greek."""

from __future__ import annotations

from functools import cache

from translit.compiled import read_toml
from translit.matching.phonetics.fold import romanized
from translit.patterns import plain_pattern

ENDING = 1.0  # cost of a base without a case ending, in nats; set by hand, as of adapted names
_SCRIPTS = {"ARMENIAN": plain_pattern("[\u0531-\u0587]"), "GREEK": plain_pattern("[\u0370-\u03ff\u1f00-\u1fff]")}


def has_endings(text: str) -> str:
    """The script of a word that has such endings, by its first letter; empty for others.

    >>> has_endings("Գյումրիում"), has_endings("Гюмри"), has_endings("")
    ('ARMENIAN', '', '')
    """
    if text[:1] < "\u0370" or "\u0400" <= text[0] < "\u0530":  # Latin or Cyrillic, as most words
        return ""
    return next((script for script, letters in _SCRIPTS.items() if letters.match(text)), "")


def without_endings(text: str, script: str) -> list[tuple[str, float]]:
    """The bases of a word with what they cost in nats, itself first, in Latin letters where Armenian sounds are so.

    >>> [base for base, _ in without_endings("Θεοδωράκη", "GREEK")]
    ['Θεοδωράκη', 'Θεοδωράκης']
    >>> "Gyumri" in [base for base, _ in without_endings("Գյումրիում", "ARMENIAN")]
    True
    """
    least, endings = _endings()[script]
    found = {text: 0.0}
    for ending, own in endings:
        if text.endswith(ending) and len(text) - len(ending) >= least:
            found.setdefault(text[: -len(ending)] + own, ENDING)
    if script == "GREEK":  # whose open letters are read as they stand
        return list(found.items())
    return [(romanized(base), cost) for base, cost in found.items()]


@cache
def _endings() -> dict[str, tuple[int, tuple[tuple[str, str], ...]]]:
    """The least letters before the endings of each script, and the endings with those of the base, longest first."""
    raw = read_toml("text", "case_endings.toml")
    found = {}
    for script in _SCRIPTS:
        pairs = [(end, own) for end, _, own in (one.partition(">") for one in raw[script]["endings"].split())]
        found[script] = int(raw[script]["least"]), tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
    return found
