"""The words around one of a name of a place or organization: the others, in small letters too, and a gap of one."""

from __future__ import annotations

from translit.kinds import PLACE
from translit.text.candidates.candidate import SPELLED, Candidate, best_slot
from translit.text.candidates.owner_words import rules
from translit.text.reading.readings import ALL
from translit.text.reading.words import CUE, DIGITS, FUNCTION, Text, TextWord

JOINTS = frozenset(" \xa0-–‑«»\"“”„'’‘")  # signs that may stand between the words of a name
QUOTES = frozenset('«»"“”„')  # beyond which a word in small letters must be the name's own
GAP = 1  # words inside a name that it hasn't in the list
LONGEST = 8  # words after the first
LEAST_INSERTED = 4  # letters of a word inside a name that tells it from the listed one: set by hand


def extend_thing(text: Text, found: Candidate, step: int) -> None:
    """Take the neighbouring words of a name of a place or organization, beyond one word that isn't in it."""
    words, form = text.words, found.form
    place = found.last if step > 0 else found.first
    skipped, inserted = 0, ""
    edge = next(slot for slot, (taken, _) in found.matches.items() if taken == place)
    every, most, ahead = len(form.slots), len(words), int(step < 0)
    for _ in range(LONGEST):
        place += step
        if not 0 <= place < most or len(found.matches) == every:
            return
        gap = text.gaps[place + ahead]
        if gap != " " and not JOINTS.issuperset(gap):
            return
        word = words[place]
        best = best_slot(word, form, found.matches) if word.ready else None
        if best is not None and not word.shape and best[1][0] > SPELLED and not QUOTES.isdisjoint(gap):
            return  # праваабаронцы «Вясны»
        if best is None and not word.shape and word.lower in form.lowers:
            small = next((n for n, slot in enumerate(form.slots)
                          if n not in found.matches and slot.text.lower() == word.lower), None)  # fmt: skip
            if small is not None:
                best = small, (0.0, 0.0, ALL)
        if best is None:
            skipped += 1
            if skipped > GAP or word.lower in rules().conjunctions:
                return
            inserted = word.text if adds_meaning(word) else ""
            continue
        if skipped and (best[0] - edge) * step < 0:
            return  # Parlamente ir Europos
        edge = best[0]
        found.matches[best[0]] = (place, best[1])
        if form.slots[best[0]].weight:
            found.first, found.last = min(found.first, place), max(found.last, place)
            found.skipped += skipped
            if skipped and inserted:
                found.inserted = (*found.inserted, inserted)
            skipped = 0


def adds_meaning(word: TextWord) -> bool:
    """Whether a word inside a name makes it that of something else: medical, but not of, Republic or city."""
    if len(word.text) < LEAST_INSERTED or word.bits & (FUNCTION | DIGITS) or word.lower in rules().links:
        return False
    return not (word.bits // CUE) >> PLACE & 1
