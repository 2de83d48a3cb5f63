"""Words that are hardly anything but the name that they are: Naftan, but not Spring, Georgia or Wagner."""

from __future__ import annotations

from functools import lru_cache

from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.lists import UNLISTED
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.reading.joined_words import syllabic
from translit.text.reading.common_words import is_common_anywhere

FEWEST = 4  # letters of such a word: shorter ones are too often another word's sounds


@lru_cache(maxsize=1 << 15)
def is_own_word(text: str, folded: str) -> bool:
    """Whether a word is in no list of names of persons or places, and isn't common in any language.

    >>> from translit.matching.phonetics.fold import fold
    >>> [is_own_word(word, fold(word)) for word in ("Нафтан", "Газпром", "Весна", "Парламент", "Wagner", "Minsk")]
    [True, True, False, False, False, False]
    """
    if len(folded) < FEWEST or is_common_anywhere(text.lower()):
        return False
    organizations = lexicon("organization")
    concepts = organizations.of_word(folded)
    if any(one in organizations.places or organizations.roles[one] != NAME for one in concepts):
        return False
    if lexicon("place").of_word(folded) or syllabic(folded) is not None:
        return False
    said = known(folded)
    return not said.sets and not said.family and said.rarity >= UNLISTED
