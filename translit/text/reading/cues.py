"""Words that stand before names and tell what kind of name follows: president, г., ministry."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from translit.kinds import KINDS
from translit.matching.persons.lexicon.lists import titles
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC

STEM = 5  # letters of a cue that its inflected forms share; shorter cues must be written in full


@cache
def _cues() -> Mapping[str, int]:
    """Start of a word, or a short word → the kinds that it announces, as bits in the order of KINDS."""
    found: dict[str, int] = {}

    def take(word: str, kind: str) -> None:
        small = word.lower().rstrip(".")
        if " " not in small and small.isalpha():
            found[small[:STEM]] = found.get(small[:STEM], 0) | 1 << KINDS.index(kind)

    for word, role in titles().items():
        if role == "prefix":
            take(word, "person")
    for kind in ("place", "organization"):
        known = lexicon(kind)
        for number, role in enumerate(known.roles):
            if role == GENERIC:
                for form in known.forms(number):
                    take(form, kind)
    return found


def cue_before(word: str) -> int:
    """The kinds that a word in small letters announces, as bits in the order of KINDS.

    >>> cue_before("президента"), cue_before("река") & 2, cue_before("и")
    (1, 2, 0)
    """
    return _cues().get(word[:STEM], 0)
