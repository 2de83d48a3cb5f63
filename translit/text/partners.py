"""What two words of a text say together, worked out once for each pair: the names that may have both."""

from __future__ import annotations

from translit.text.candidate import PERSON
from translit.text.forms import Form, Part
from translit.text.gazetteer import Gazetteer
from translit.text.words import Shape, TextWord

MOST = 4096  # neighbours that a word remembers


def partners(word: TextWord, near: TextWord, gazetteer: Gazetteer) -> list[int]:
    """The names of a word that its neighbour may also be a word of."""
    found = word.partners.get(near)
    if found is None:
        if len(word.partners) > MOST:
            word.partners = {}
        found = word.partners[near] = _found(word, near, gazetteer)
    return found


def _found(word: TextWord, near: TextWord, gazetteer: Gazetteer) -> list[int]:
    if near.text.isdigit():
        return [number for number in word.names if _has_word(gazetteer.form(number), near.text)]
    if not near.ready:
        return []
    if near.shape == Shape.LETTER:
        return [number for number in word.names if gazetteer.form(number).kind == PERSON]
    if word.many or near.many:
        names = gazetteer.names_of_both(word, near)
    else:
        others = set(near.names)
        names = [number for number in word.names if number in others]
    if (near.sets or near.concepts) and _may_translate(word, near, gazetteer):
        known = set(names)
        names = names + [
            number for number in word.names if number not in known and _may_be_translated(gazetteer.form(number), near)
        ]
    return [number for number in names if len(gazetteer.form(number).slots) > 1]


def _has_word(form: Form, text: str) -> bool:
    return len(form.slots) > 1 and any(slot.text == text for slot in form.slots)


def _may_translate(word: TextWord, near: TextWord, gazetteer: Gazetteer) -> bool:
    """Whether any name of a word has a given name, an initial or a translated word that a neighbour may stand for."""
    if word.around is None:
        sets: set[int] = set()
        concepts: set[int] = set()
        initials = False
        for number in word.names:
            form = gazetteer.form(number)
            if form.kind == PERSON:
                sets.update(*(slot.sets for slot in form.slots))
                initials |= form.initials
            else:
                concepts.update(*(slot.concepts for slot in form.slots if slot.weight))
        word.around = frozenset(sets), frozenset(concepts), initials
    given, listed, initials = word.around
    return (bool(near.sets) and (initials or not given.isdisjoint(near.sets))) or not listed.isdisjoint(near.concepts)


def _may_be_translated(form: Form, near: TextWord) -> bool:
    """Whether a word may be another form of a given name, an initial's name, or a translated word of the name."""
    for slot in form.slots:
        if form.kind == PERSON:
            if near.sets and (slot.part == Part.INITIAL or not slot.sets.isdisjoint(near.sets)):
                return True
        elif slot.weight and not slot.concepts.isdisjoint(near.concepts):
            return True
    return False
