"""Where a mention starts and ends.

It has the particles before a family name, not the English 's, and the quotation mark that closes one inside.
"""

from __future__ import annotations

from translit.matching.persons.lexicon.lists import particles
from translit.matching.phonetics.fold import fold
from translit.text.candidates.candidate import Candidate, spelled_as
from translit.text.candidates.person_spans import JOINTS
from translit.text.lookup.forms import Part
from translit.text.reading.bare_words import WHOSE
from translit.text.reading.words import Text

QUOTES = {"«": "»", "„": "“”", "“": "”", "”": "”", '"': '"', "‘": "’"}  # marks that open → marks that close them
CLOSING = frozenset("".join(QUOTES.values()))


def first_of(text: Text, first: int, best: Candidate) -> int:
    """The first word of the mention of a span that starts with a word; `best` is the likeliest candidate.

    >>> from translit import Entity, Resolver
    >>> resolver = Resolver([Entity("vdl", "person", ["Ursula von der Leyen"])])
    >>> [one.text for one in resolver.find("C’est ce qu’a dit Mme von der Leyen à Paris.", "fr")]
    ['von der Leyen']
    """
    if not best.form.particles:
        return first
    slots = best.form.slots
    slot = next((number for number, (place, _) in best.matches.items() if place == best.first), 0)
    start = slot
    while start and slots[start - 1].part == Part.PARTICLE:
        start -= 1
    place = first - (slot - start)
    if slots[slot].part != Part.FAMILY or place < 0 or not JOINTS.issuperset(text.gaps[place + 1 : first + 1]):
        return first
    return place if all(fold(word.text) in particles() for word in text.words[place:first]) else first


def end_of(text: Text, first: int, last: int, best: Candidate) -> int:
    """Where the mention of a span of words ends in its text; `best` is the likeliest candidate.

    >>> from translit import Entity, Resolver
    >>> found = Resolver([Entity("hub", "organization", ["Центр «Весна»"])]).find("Центр «Весна» закрыт.")
    >>> [one.text for one in found]
    ['Центр «Весна»']
    """
    end, word = text.end(last), text.words[last]
    if word.text[-2:] in WHOSE and not any(spelled_as(word, slot.text) for slot in best.form.slots):
        return end - 2
    following = text.text[end : end + 1]
    if following not in CLOSING:
        return end
    inside = text.text[text.starts[first] : end]
    for mark, closing in QUOTES.items():
        _, found, since = inside.rpartition(mark)
        if mark == closing and inside.count(mark) % 2 == 0:
            continue
        if found and following in closing and set(closing).isdisjoint(since):
            return end + 1
    return end
