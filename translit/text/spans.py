"""Spans: neighbouring words of a text that may together be a name of an entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2

from translit.text.candidate import PERSON, Candidate, best_slot
from translit.text.forms import WEIGHTS, Form
from translit.text.gazetteer import Gazetteer
from translit.text.partners import partners
from translit.text.person_spans import extend_person
from translit.text.thing_spans import extend_thing
from translit.text.words import Shape, Text, TextWord

SUPPORTING = 0.3  # most distance of a name that supports a span beside the closest one
BEFORE, AFTER = 3, 8  # words before and after one among which others of the name are looked for
MOST_ALONE = 8  # entities that a word by itself may be
BEHIND = 0.8  # how much less than the best one of them may stand
SUPPORT = 0.3  # what all names of an entity agreeing adds; set by hand, only to rank rivals
LEAST_SHARE = 0.3  # of a name of a place or organization
FAR, FAR_SHORT, SHORT = 0.6, 0.4, 4  # most distance of the worst word; of few letters; how many those are


def candidates(text: Text, gazetteer: Gazetteer) -> list[Candidate]:
    """The spans of a text that may be names: each with every entity that it may be, by the closest of its names."""
    found: list[Candidate] = []
    several: list[Candidate] = []
    for place, word in enumerate(text.words):
        if word.shape and word.ready:
            if word.solo is None:
                word.solo = _alone(word, gazetteer)
            found += [one.at(place) for one in word.solo]
            if word.size:
                several += _several(text, place, gazetteer)
    longer = _best(several, text, gazetteer)
    covered = {(place, one.form.entity) for one in longer for place in range(one.first, one.last + 1)}
    return [one for one in found if (one.first, one.form.entity) not in covered] + longer


def _alone(word: TextWord, gazetteer: Gazetteer) -> list[Candidate]:
    """What a word may be by itself: the few best entities."""
    text = Text(word.text, [word], [0], ["", ""])
    every = [_extended(text, 0, gazetteer.form(number)) for number in word.names]
    every += [Candidate(0, 0, gazetteer.form(number), {}, acronym=True) for number in word.alone]
    found = _best([one for one in every if one is not None], text, gazetteer)
    found.sort(key=lambda one: (-standing(one), one.form.entity))
    return [one for one in found[:MOST_ALONE] if standing(one) > standing(found[0]) - BEHIND]


def _best(found: Sequence[Candidate], text: Text, gazetteer: Gazetteer) -> list[Candidate]:
    """Of each span and entity the best candidate, with what all of them together say."""
    best: dict[tuple[int, int, int], Candidate] = {}
    support: dict[tuple[int, int, int], int] = {}
    main: set[tuple[int, int, int]] = set()
    for one in found:
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


def standing(found: Candidate) -> float:
    """How good a candidate is beside rivals: `rough`, and how many names of the entity agree."""
    return rough(found) + SUPPORT * found.support


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


def _several(text: Text, place: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The spans of several words around a word; each is found by the first of its words that has the name."""
    words, word = text.words, text.words[place]
    numbers: dict[int, None] = {}
    for other in range(max(0, place - BEFORE), min(place + AFTER, len(words))):
        near = words[other]
        if other != place and (near.ready or near.shape == Shape.LETTER or near.text.isdigit()):
            numbers.update(dict.fromkeys(partners(word, near, gazetteer)))
    for number in numbers:
        found = _extended(text, place, gazetteer.form(number))
        if found is not None and (found.last > found.first or found.initials):
            yield found


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
