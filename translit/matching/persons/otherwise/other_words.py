"""The words of a name in its other readings: what a look-up or a blocking key has to ask for besides."""

from __future__ import annotations

from translit.matching.persons.otherwise.han import has_han
from translit.matching.persons.otherwise.han_spoken import spoken
from translit.matching.persons.otherwise.rulers import ruler_codes
from translit.matching.persons.otherwise.syllable_codes import syllable_codes
from translit.matching.persons.otherwise.wade_giles import wade_giles


def other_words(name: str) -> list[tuple[tuple[str, ...], ...]]:
    """What a query may ask for besides its words: in each language, for each of the words, what it may be.

    >>> other_words("村上春樹")[0], other_words("Chou En-lai")[0], other_words("Haruki Murakami")
    ((('murakami',), ('haruki',)), (('zhou', 'chou'), ('enlai',)), [])
    """
    found = list(syllable_codes(name))
    if crowned := ruler_codes(name):
        found.append((crowned,))
    if has_han(name):
        return [*((said.family, said.given) for said in spoken(name)), *found]
    family, *given = wade_giles(name) or ((),)
    if not given:
        return found
    joined = [""]
    for syllables in given:
        joined = [start + syllable for start in joined for syllable in syllables]
    return [(tuple(family), tuple(joined)), *found]
