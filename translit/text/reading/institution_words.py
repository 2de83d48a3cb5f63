"""What a word is in the name of an institution: its kind, its field, whose it is. Ministry, Defence, Belarus.

Names of institutions consist of such words alone, in any language and order, or of one that is cut from several:
Минобороны, Verteidigungsministerium, МИД.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntFlag
from functools import cache

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, SMALL, WORD
from translit.matching.places_orgs.reading.joined_words import compound, syllabic
from translit.memo import memoized
from translit.text.reading.bare_words import without_whose
from translit.text.reading.language import function_words

LEAST = 3  # letters of a word that isn't in capitals
MOST_SHORT = 6  # letters of an acronym


@cache
def _persons() -> frozenset[str]:
    """Words for persons that the tables of organizations have as words of institutions."""
    return frozenset(read_toml("text", "owners.toml")["table"]["persons"].split())


class Said(IntFlag):
    """What a word is in the name of an institution."""

    NOTHING = 0
    KIND = 1
    FIELD = 2
    OWNER = 4  # a country or a town
    SMALL = 8
    WHOLE = 16  # a kind and a field in one word
    ACRONYM = 32


@memoized
def said_by(texts: Sequence[str]) -> list[Said]:
    """What words, as they are written, are in the names of institutions.

    >>> [said_by(word).name for word in ("Министерстве", "обороны", "Белоруссии", "of", "Минобороны", "вчера")]
    ['KIND', 'FIELD', 'OWNER', 'SMALL', 'WHOLE', 'NOTHING']
    """
    known, small = lexicon("organization"), function_words()
    folded = fold.many(list(map(without_whose, texts)))
    concepts = dict(zip(folded, known.of_words(folded), strict=True))
    found = []
    for text, letters in zip(texts, folded, strict=True):
        lower = text.lower()
        short = text.isupper() and 2 <= len(text) <= MOST_SHORT
        if lower in small:
            found.append(Said.SMALL)
        elif lower in _persons() or not letters or (len(letters) < LEAST and not short):
            found.append(Said.NOTHING)
        else:
            found.append(_said(letters, concepts[letters], short))
    return found


def _said(folded: str, concepts: Sequence[int], short: bool) -> Said:
    """What a folded word is that stands for some concepts."""
    known = lexicon("organization")
    roles = {known.roles[one] for one in concepts}
    if not known.places.isdisjoint(concepts):
        return Said.OWNER
    if short and NAME in roles:
        return Said.ACRONYM
    if GENERIC in roles:
        return Said.WHOLE if compound(folded) else Said.KIND
    if WORD in roles:
        return Said.FIELD
    if roles & {SMALL, LEGAL}:
        return Said.SMALL
    return Said.WHOLE if syllabic(folded) or compound(folded) else Said.NOTHING
