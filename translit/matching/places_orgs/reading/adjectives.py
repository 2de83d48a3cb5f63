"""Adjectives in names as the listed places that they are made of: Лиссабонский округ, Киотский университет."""

from __future__ import annotations

from functools import lru_cache

from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.lexicon.place_endings import shorter_forms

LEAST_OWNED = 5  # letters of a word and an s behind it
LEAST_TOWN = 4  # letters of a town that an adjective is made of


@lru_cache(maxsize=1 << 12)
def of_noun(folded: str) -> tuple[int, ...]:
    """The places that an adjective may be made of the name of.

    >>> [lexicon("place").keys[one] for one in of_noun("лиссабонский")]
    ['lisbon']
    >>> [lexicon("place").keys[one] for one in of_noun("uleåborgs")]  # Uleåborgs län
    ['oulu']
    """
    known = lexicon("place")
    listed = [known.of_word(form) for form in shorter_forms(folded)]
    listed += [known.exactly(folded[:-1])] if folded.endswith("s") and len(folded) > LEAST_OWNED else []
    return next((found for found in listed if any(known.roles[one] == NAME for one in found)), ())


@lru_cache(maxsize=1 << 14)
def of_town(folded: str) -> tuple[int, ...]:
    """The listed place that a Cyrillic adjective in the name of an organization is made of, a vowel at its end or none.

    >>> [lexicon("organization").keys[one] for one in of_town("киотский")]
    ['kyoto']
    """
    known = lexicon("organization")
    bare = shorter_forms(folded, restored=False)[1:2] if "а" <= folded[:1] <= "я" else []
    bare += [form.removesuffix("й") for form in bare if form.endswith("й")]  # Токийский
    listed = (known.exactly(form + vowel) for form in bare if len(form) >= LEAST_TOWN for vowel in ("", *"оаиыеуя"))
    return next((found for found in listed if not known.places.isdisjoint(found)), ())
