"""What a word of a text may be by itself: the few best entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translit.kinds import PERSON
from translit.text.candidates.candidate import FULL, Candidate, Match, best_slot
from translit.text.candidates.spans import (
    FAR,
    FAR_SHORT,
    LEAST_SHARE,
    SHORT,
    SUPPORT,
    SUPPORTING,
    best_of_each,
    standing,
)
from translit.text.lookup.forms import Form, Part
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.words import Text, TextWord

MOST_ALONE = 8  # entities that a word by itself may be
BEHIND = 0.8  # how much less than the best one of them may stand
NOT_TAKEN: dict[int, tuple[int, Match]] = {}


def alone(word: TextWord, gazetteer: Gazetteer) -> list[Candidate]:
    """What a word may be by itself: the few best entities, as candidates in a text of this word."""
    if not word.names and not word.alone:
        return []
    text = Text(word.text, [word], [0], ["", ""])
    every = [Candidate(0, 0, gazetteer.form(number), {}, acronym=True) for number in word.alone]
    worthy = _leading(_in_order(_worthy(word, word.names, gazetteer), word), gazetteer)
    every += [Candidate(0, 0, form, {slot: (0, match)}) for form, slot, match in worthy]
    found = best_of_each(every, text, gazetteer)
    weights = gazetteer.index.weights_of([one.form.entity for one in found]).tolist()
    rows = [(-standing(one), -weight, one) for one, weight in zip(found, weights, strict=True)]
    ranked = sorted(rows, key=_first)
    return [one for value, _, one in ranked[:MOST_ALONE] if value < ranked[0][0] + BEHIND]


def _first(ranked: tuple[float, float, Candidate]) -> tuple[float, float, int]:
    value, weight, one = ranked
    return value, weight, one.form.entity


def alone_as(word: TextWord, entity: int, gazetteer: Gazetteer) -> list[Candidate]:
    """The best candidate of a word by itself that is of this entity, if there is one."""
    names = range(*gazetteer.index.entity_firsts[entity : entity + 2].tolist())
    text = Text(word.text, [word], [0], ["", ""])
    worthy = _in_order(_worthy(word, names, gazetteer), word)
    every = [Candidate(0, 0, form, {slot: (0, match)}) for form, slot, match in worthy]
    return best_of_each(every, text, gazetteer)[:1]


def _worthy(word: TextWord, names: Iterable[int], gazetteer: Gazetteer) -> list[tuple[Form, int, Match]]:
    """Those of some names that a word may be by itself; not those that can't stand beside the best, or support none."""
    most = FAR if len(word.text) > SHORT else FAR_SHORT
    found = []
    for number in names:
        form = gazetteer.form(number)
        start = best_slot(word, form, NOT_TAKEN)
        if start is None or start[1][0] > most:
            continue
        slot, (distance, cost, _) = start
        if form.kind == PERSON and form.slots[slot].short:
            continue  # the number of a ruler
        share = form.slots[slot].weight / form.weight
        if not share or (form.kind != PERSON and share < LEAST_SHARE):  # it wouldn't be `_possible`
            continue
        supports = (share > FULL and distance <= SUPPORTING) or form.slots[slot].folded in word.only_derived
        found.append((share - 2 * distance - 0.05 * cost, supports, (form, slot, start[1])))
    least = max([value for value, _, _ in found], default=0.0) - BEHIND - SUPPORT
    return [one for value, supports, one in found if value >= least or supports]


def _in_order(worthy: Sequence[tuple[Form, int, Match]], word: TextWord) -> list[tuple[Form, int, Match]]:
    """The same without the names of a person that seem to have a given name as the family name, where most haven't.

    A name alone doesn't always tell its order: Orbán Viktor beside Viktor Orbán.
    """
    if not word.sets:
        return list(worthy)
    given: dict[int, int] = {}  # entity → how many more names have it as a given name; the one shown counts twice
    for form, slot, _ in worthy:
        if form.kind == PERSON and form.core > 1 and form.slots[slot].part in (Part.GIVEN, Part.FAMILY):
            vote = 1 if form.slots[slot].part == Part.GIVEN else -1
            given[form.entity] = given.get(form.entity, 0) + vote * (1 + form.main)
    return [
        (form, slot, match)
        for form, slot, match in worthy
        if form.slots[slot].part != Part.FAMILY or form.core == 1 or given.get(form.entity, 0) <= 0
    ]


def _leading(worthy: Sequence[tuple[Form, int, Match]], gazetteer: Gazetteer) -> list[tuple[Form, int, Match]]:
    """The same without the persons behind so many others that none of them is told.

    Of a person of whose names the word is only a part nothing more than the best of them counts: see `standing`.
    """
    values: dict[int, float] = {}
    whole = set()
    for form, slot, (distance, cost, cells) in worthy:
        if form.kind == PERSON:
            share = form.slots[slot].weight / form.weight
            value = share - 2 * distance - 0.05 * cost - 0.3 * (cells == 0)  # as `rough`
            values[form.entity] = max(value, values.get(form.entity, value))
            if share > FULL:
                whole.add(form.entity)
    if len(values) <= MOST_ALONE:
        return list(worthy)
    weights = gazetteer.index.weights_of(list(values)).tolist()
    rows = zip(values.items(), weights, strict=True)
    parts = sorted((-value, -weight, entity) for (entity, value), weight in rows if entity not in whole)
    kept = whole.union(entity for _, _, entity in parts[:MOST_ALONE])
    return [one for one in worthy if one[0].kind != PERSON or one[0].entity in kept]
