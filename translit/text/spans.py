"""Spans: neighbouring words of a text that may together be a name of an entity."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from translit.text.candidate import PERSON, Candidate, best_slot
from translit.text.forms import WEIGHTS, Form
from translit.text.gazetteer import Gazetteer
from translit.text.person_spans import extend_person
from translit.text.thing_spans import extend_thing
from translit.text.words import Text

SUPPORTING = 0.3  # most distance of a name that supports a span beside the closest one
AROUND = 3  # words after one of many names among which another of the name is looked for
LEAST_SHARE = 0.3  # of a name of a place or organization
FAR, FAR_SHORT, SHORT = 0.6, 0.4, 4  # most distance of the worst word; of few letters; how many those are


def candidates(text: Text, gazetteer: Gazetteer) -> list[Candidate]:
    """The spans of a text that may be names: each with every entity that it may be, by the closest of its names."""
    best: dict[tuple[int, int, int], Candidate] = {}
    support: dict[tuple[int, int, int], int] = {}
    main: set[tuple[int, int, int]] = set()
    for one in _every(text, gazetteer):
        one.measure(text)
        if not _possible(one):
            continue
        key = (one.first, one.last, one.form.entity)
        known = best.get(key)
        if known is None or rough(one) > rough(known):
            best[key] = one
        if one.full and one.worst <= SUPPORTING and one.form.own:
            support[key] = support.get(key, 0) + 1
            if one.form.main:
                main.add(key)
    for key, one in best.items():
        names = gazetteer.names_of_entity(one.form.entity)
        one.support = support.get(key, 0) / names
        one.prominence = min(log2(names), 5.0)
        one.main = key in main
    return list(best.values())


def rough(found: Candidate) -> float:
    """How good a candidate is beside others of its span and entity: weights set by hand, only to choose a name."""
    wrong = found.wrong_initial or (found.cells == 0 and found.form.kind == PERSON)
    return found.share - 2 * found.worst - 0.05 * found.cost - 0.3 * wrong - 0.2 * found.acronym


def _possible(found: Candidate) -> bool:
    """Whether a candidate is worth a closer look: no true mention in the texts that were learned from falls here."""
    if found.acronym:
        return True
    if found.form.kind != PERSON and found.share < LEAST_SHARE:
        return False
    return found.worst <= (FAR if found.letters > SHORT else FAR_SHORT)


def _every(text: Text, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Every span with every name."""
    words = text.words
    covered: dict[int, int] = {}
    for place, word in enumerate(words):
        if not word.shape or not word.ready:
            continue
        for number in _names_at(text, place, gazetteer):
            if covered.get(number, -1) >= place:
                continue
            form = gazetteer.form(number)
            found = _extended(text, place, form)
            if found is not None:
                covered[number] = found.last
                yield found
        for number in word.alone:
            if covered.get(number, -1) < place:
                form = gazetteer.form(number)
                yield Candidate(place, place, form, {}, acronym=True)


def _names_at(text: Text, place: int, gazetteer: Gazetteer) -> list[int]:
    """The names that a word may belong to: those that have it, if they are many only those that a neighbour has too."""
    words, word = text.words, text.words[place]
    if not word.many:
        return word.names
    found = dict.fromkeys(word.names)
    for other in range(max(0, place - 1), min(place + 1 + AROUND, len(words))):
        near = words[other]
        if other != place and near.ready and (near.many or not near.shape) and near.size:
            found.update(dict.fromkeys(gazetteer.names_of_both(word, near)))
    return list(found)


def _extended(text: Text, place: int, form: Form) -> Candidate | None:
    """The longest span around a word that has words of the name."""
    start = best_slot(text.words[place], form, {})
    if start is None or not WEIGHTS[form.slots[start[0]].part]:
        return None
    found = Candidate(place, place, form, {start[0]: (place, start[1])})
    if form.kind == PERSON:
        extend_person(text, found, 1)
        extend_person(text, found, -1)
    elif len(form.slots) > 1:
        extend_thing(text, found, 1)
        extend_thing(text, found, -1)
    return found
