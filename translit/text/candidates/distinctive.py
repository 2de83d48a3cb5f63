"""Whether a word alone is the whole name of an organization, and hardly anything else.

Such a word names it in any alphabet. Without that, a name in another alphabet that sounds alike is more often
something else: a country, a person, a word.
"""

from __future__ import annotations

from translit.kinds import ORGANIZATION
from translit.text.candidates.candidate import Candidate
from translit.text.lookup.forms import Part
from translit.text.reading.common_words import is_common
from translit.text.reading.own_words import is_own_word
from translit.text.reading.words import Text

CYRILLIC = "\N{CYRILLIC SMALL LETTER A}"


def is_distinctive(found: Candidate, text: Text) -> bool:
    """Whether a candidate is an organization's whole name in one word of its own, in another alphabet or language.

    Languages that are written in Cyrillic spell each other's names anew, those in Latin letters don't.
    """
    if found.in_script and (found.exact or text.words[found.first].lower[:1] < CYRILLIC):
        return False
    if found.form.kind != ORGANIZATION or found.acronym or len(found.matches) != 1 or not found.full:
        return False
    ((slot, (place, _)),) = found.matches.items()
    named, word = found.form.slots[slot], text.words[place]
    if named.part != Part.MAIN or named.short or is_common(word.lower, word.language):
        return False
    return is_own_word(named.text, named.folded)
