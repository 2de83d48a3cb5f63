"""Parts of names that tell nothing by themselves: what an institution does, another place."""

from __future__ import annotations

from functools import lru_cache

from translit.kinds import PLACE
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.text.candidates.candidate import Candidate
from translit.text.lookup.forms import Part
from translit.text.lookup.gazetteer import in_tables


@lru_cache(maxsize=1 << 12)
def _is_elsewhere(name: str, word: str) -> bool:
    """Whether a folded word of a place's name is the name of another place: Riga of Riga-Strand, which is Jūrmala.

    >>> _is_elsewhere("Riga-Strand", "riga"), _is_elsewhere("Frankfurt am Main", "frankfurt")
    (True, False)
    """
    known = lexicon("place")
    other = known.places.intersection(known.of_word(word))
    own = in_tables(known, name) if other else []
    return bool(own) and other.isdisjoint(own)


def is_common_part(one: Candidate) -> bool:
    """Whether a part of a name has only words that say what it does, or where: Polish, President, Polish State.

    Several must not say what kind of thing it is, which makes a short name of them: National Bank.
    """
    slots = [one.form.slots[slot] for slot in one.matches if one.form.slots[slot].weight]
    if one.form.kind == PLACE and not one.full and not one.several and _is_elsewhere(one.form.text, slots[0].text):
        return True
    if one.full or one.acronym or (one.several and any(slot.part == Part.GENERIC for slot in slots)):
        return False
    return all(slot.common for slot in slots)
