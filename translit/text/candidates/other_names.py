"""Words that make another name of a listed one: Schulz isn't Scholz, and a medical university isn't the university.

What a text spells is trusted more than a slip where it is a name of its own, or more than a form of the listed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from translit.kinds import PERSON
from translit.matching.persons.lexicon.facts import known
from translit.matching.persons.lexicon.lists import UNLISTED
from translit.matching.phonetics.fold import VOWELS, fold
from translit.matching.phonetics.pivots import loose_readings, pivots
from translit.text.candidates.candidate import Candidate
from translit.text.inflection.inflection_registry import script_of
from translit.text.lookup.forms import Part
from translit.text.reading.readings import CUT
from translit.text.reading.words import Text

START = 2  # sounds at the start of two forms of a word
ENDINGS = VOWELS | frozenset("s")  # letters that languages add to names of other languages
SURE = 0.05  # distance up to which a word without a last consonant is a form of a name that no table gives: Kučan, Kuča
NEAR, APART = 0.1, 0.4  # distances from which on two frequent family names, and any two known ones, are different
# All three set by hand, by what is right and false at such distances in the news that the model is learned from.


def without_others(found: Sequence[Candidate], text: Text) -> Sequence[Candidate]:
    """The candidates without those of an entity of whose span a word is another family name than all those like it."""
    another = {(one.first, one.last, one.form.entity) for one in found if is_another(one, text)}
    if not another:
        return found
    another.difference_update(
        [(one.first, one.last, one.form.entity) for one in found if not is_another(one, text) and is_close(one, text)]
    )
    return [one for one in found if (one.first, one.last, one.form.entity) not in another]


def is_close(found: Candidate, text: Text) -> bool:
    """Whether each word of a candidate is spelled much like that of a name of the same script."""
    script = script_of(found.form.text)
    return all(
        distance < NEAR and script == script_of(text.words[place].text)
        for place, (distance, _, _) in found.matches.values()
    )


def is_another(found: Candidate, text: Text) -> bool:
    """Whether a word of a candidate is another family name than the one of the same script that it stands for."""
    if found.form.kind != PERSON:
        return False
    for number, (place, (distance, cost, _)) in found.matches.items():
        slot, word = found.form.slots[number], text.words[place]
        if slot.part != Part.FAMILY or distance <= SURE:
            continue
        if cost == CUT and fold(word.text)[-1:] not in ENDINGS:
            return True
        if distance >= NEAR and not word.sets and are_apart(word.text, word.folded, slot.text, distance >= APART):
            return True
    return False


@lru_cache(maxsize=1 << 14)
def are_apart(word: str, base: str, name: str, far: bool = False) -> bool:
    """Whether a word, in a base, and a name of the same script are two frequent family names, or known and `far` apart.

    >>> are_apart("Schulz", "schulz", "Scholz"), are_apart("Novak", "novak", "Nowak")
    (True, False)
    """
    if script_of(word) != script_of(name):
        return False
    folded = fold(name)
    mine, own = known.many([base, fold(word)]), known(folded)
    if far:
        return own.family and any(one.family for one in mine)
    if own.rarity < UNLISTED and any(one.rarity < UNLISTED for one in mine):
        read = set(loose_readings(folded))
        return all(read.isdisjoint(loose_readings(one)) for one in (base, fold(word)))
    return False


def is_longer(found: Candidate) -> bool:
    """Whether a word inside is more than a form of one that the name has: медицинский, but not потоку of потік."""
    left = [slot.folded for place, slot in enumerate(found.form.slots) if slot.weight and place not in found.matches]
    if not left:
        return True
    starts = {pivot[:START] for one in left for pivot in pivots(one)}
    return any(starts.isdisjoint(pivot[:START] for pivot in pivots(fold(word))) for word in found.inserted)
