"""The words around one of a person's name: other names, initials, particles, a family name before a comma."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from translit.matching.persons.lexicon.lists import particles
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.text.candidates.bound_names import slot_beside
from translit.text.candidates.candidate import Candidate, Match, best_slot
from translit.text.lookup.forms import Part, Slot
from translit.text.reading.readings import ALL
from translit.text.reading.words import Shape, Text, TextWord

INITIAL: Match = (0.0, 0.0, ALL)  # of an initial that fits
SPELLED_OUT: Match = (0.1, 0.0, ALL)  # of a given name where the list has its initial
JOINTS = frozenset((" ", "-", "\xa0", "–", "‑", "\u2009"))
_NUMBERS = frozenset("ivx")  # of one letter
AFTER_INITIAL = frozenset((". ", ".", ".\xa0", ". \xa0"))
REACH = 4  # words to each side of the first that was found


def extend_person(text: Text, found: Candidate, step: int) -> None:
    """Take the neighbouring words that belong to the name: other names, initials, particles."""
    words, form, most = text.words, found.form, len(text.words)
    place = found.last if step > 0 else found.first
    skipped = False
    for _ in range(REACH):
        place += step
        if not 0 <= place < most:
            return
        word = words[place]
        left = place if step < 0 else place - 1
        gap = text.gaps[left + 1]
        after_initial = words[left].shape == Shape.LETTER and gap in AFTER_INITIAL
        comma = gap == ", " and not found.comma
        if not (gap in JOINTS or after_initial or comma):
            return
        if word.shape == Shape.LETTER and not comma and not (step > 0 and _is_number(word, found)):
            if not _dotted(text, place):
                return
            found.letter_places += (place,)
        elif word.shape:
            best = best_slot(word, form, found.matches) or _spelled_out(word, found, gap == "-", place - step)
            if best is None and word.bound and (best := slot_beside(word, text, found)) is not None:
                found.bound = best[0]
            if best is None and not skipped and not comma and step > 0 and _may_be_middle(text, place, found):
                skipped = True
                continue
            if best is None or (comma and not _inverted(found, best[0], step)):
                return
            found.matches[best[0]] = (place, best[1])
            found.skipped += skipped
            skipped = False
            found.comma |= comma
        elif word.lower not in form.particles and not (form.particles and fold(word.lower) in particles()):
            return  # von where the list has фон
        if word.shape:
            found.first, found.last = min(found.first, place), max(found.last, place)


def _may_be_middle(text: Text, place: int, found: Candidate) -> bool:
    """Whether a word that the name hasn't stands between a given name and what may be the family name."""
    parts = {found.form.slots[slot].part for slot in found.matches}
    following = place + 1 < len(text.words) and text.words[place + 1].shape == Shape.CAPITAL
    return Part.FAMILY not in parts and following and text.gaps[place + 1] in JOINTS


def _spelled_out(word: TextWord, found: Candidate, hyphen: bool, beside: int) -> tuple[int, Match] | None:
    """The initial of the name that a given name of the text begins with, not joined to the family name by a hyphen."""
    if not found.form.initials or not word.sets:
        return None
    parts = [found.form.slots[number].part for number, (place, _) in found.matches.items() if place == beside]
    if hyphen and Part.FAMILY in parts:
        return None
    for number, slot in enumerate(found.form.slots):
        free = slot.part == Part.INITIAL and number not in found.matches
        if free and initial_fits(word.folded, slot.folded):
            return number, SPELLED_OUT
    return None


def _is_number(word: TextWord, found: Candidate) -> bool:
    """Whether a letter is the number of the ruler who is named: Wilhelm I. where German writes a full stop."""
    rest = (slot for number, slot in enumerate(found.form.slots) if number not in found.matches)
    return any(slot.part == Part.FAMILY and slot.short and slot.text == word.text for slot in rest)


def _dotted(text: Text, place: int) -> bool:
    after = text.gaps[place + 1] if place + 1 < len(text.gaps) else ""
    return after.startswith(".")


def judge_initials(text: Text, found: Candidate) -> None:
    """Which initials of a span agree with the name: the first is that of a given name, unless one is spelled out."""
    slots = found.form.slots
    parts = {slots[number].part for number in found.matches}
    if all(slot.part != Part.FAMILY for slot in slots):
        return
    for place in sorted(found.letter_places):
        letter = fold(text.words[place].text)
        wanted = [
            (number, slot)
            for number, slot in enumerate(slots)
            if number not in found.matches and slot.part in (Part.GIVEN, Part.FATHER, Part.INITIAL)
        ]
        first = not found.initials and Part.GIVEN not in parts
        allowed = [(number, slot) for number, slot in wanted if not first or slot.part != Part.FATHER]
        fitting = [(number, slot) for number, slot in allowed if initial_fits(letter, slot.folded)]
        if fitting:
            found.initials += 1
            if fitting[0][1].part == Part.INITIAL:
                found.matches[fitting[0][0]] = (place, INITIAL)
        elif not found.initials and (
            _other_number(letter, slots) or any(slot.part != Part.FATHER for _, slot in wanted)
        ):
            found.wrong_initial = True


def _other_number(letter: str, slots: Sequence[Slot]) -> bool:
    """Whether a letter is a number, and the name that of a ruler with another one."""
    return letter in _NUMBERS and any(slot.part == Part.FAMILY and slot.short for slot in slots)


def is_by_second(found: Candidate) -> bool:
    """Whether a given name stands for a second initial alone: Rose Biden isn't Joseph R. Biden."""
    spelled = [number for number, (_, match) in found.matches.items() if match == SPELLED_OUT]
    if not spelled or any(found.form.slots[number].part == Part.GIVEN for number in found.matches):
        return False
    return any(slot.part in (Part.GIVEN, Part.INITIAL) for slot in found.form.slots[: min(spelled)])


def _inverted(found: Candidate, slot: int, step: int) -> bool:
    """Whether a comma stands between a family name and the given name that follows it."""
    parts = [found.form.slots[number].part for number in found.matches]
    mine = found.form.slots[slot].part
    return (Part.FAMILY in parts and mine == Part.GIVEN) if step > 0 else (Part.GIVEN in parts and mine == Part.FAMILY)


@lru_cache(maxsize=1 << 14)
def initial_fits(letter: str, folded: str) -> bool:
    """Whether an initial may stand for a word.

    >>> initial_fits("ю", "yuri"), initial_fits("а", "василий")
    (True, False)
    """
    if not letter or not folded:
        return False
    if letter[0] == folded[0]:
        return True
    return not set(map(_first_sound, pivots(letter))).isdisjoint(map(_first_sound, pivots(folded)))


def _first_sound(pivot: str) -> str:
    """The first sound of a pivot, a glide before a vowel left out: Ю. is Yuri."""
    return pivot[1] if len(pivot) > 1 and pivot[0] in "ij" and pivot[1] in "aeou" else pivot[:1]
