"""Spans: neighbouring words of a text that may together be a name of an entity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log2

import numpy as np

from translit.arrays import Int64s
from translit.text.block import Block, is_near
from translit.text.candidate import PERSON, Candidate, best_slot
from translit.text.forms import WEIGHTS, Form
from translit.text.gazetteer import Gazetteer
from translit.text.partners import partners
from translit.text.person_spans import extend_person
from translit.text.thing_spans import extend_thing
from translit.text.words import Text, TextWord

SUPPORTING = 0.3  # most distance of a name that supports a span beside the closest one
BEFORE, AFTER = 3, 8  # words before and after one among which others of the name are looked for
MOST_ALONE = 8  # entities that a word by itself may be
BEHIND = 0.8  # how much less than the best one of them may stand
SUPPORT = 0.3  # what all names of an entity agreeing adds; set by hand, only to rank rivals
LEAST_SHARE = 0.3  # of a name of a place or organization
FAR, FAR_SHORT, SHORT = 0.6, 0.4, 4  # most distance of the worst word; of few letters; how many those are


def alone(word: TextWord, gazetteer: Gazetteer) -> list[Candidate]:
    """What a word may be by itself: the few best entities, as candidates in a text of this word."""
    text = Text(word.text, [word], [0], ["", ""])
    every = [_extended(text, 0, gazetteer.form(number)) for number in word.names]
    every += [Candidate(0, 0, gazetteer.form(number), {}, acronym=True) for number in word.alone]
    found = _best([one for one in every if one is not None], text, gazetteer)
    found.sort(key=lambda one: (-standing(one), one.form.entity))
    return [one for one in found[:MOST_ALONE] if standing(one) > standing(found[0]) - BEHIND]


def several(block: Block, gazetteer: Gazetteer) -> list[tuple[int, Candidate]]:
    """The spans of several words, or of one with an initial, each with the number of its text.

    Each has every entity that it may be, by the closest of its names.
    """
    found: dict[int, list[Candidate]] = {}
    firsts, docs = block.firsts.tolist(), block.doc
    for token, names in _seeds(block, gazetteer):
        doc = int(docs[token])
        text, place = block.texts[doc], token - firsts[doc]
        mine = found.setdefault(doc, [])
        taken = {one.form.number for one in mine[-MOST_BACK:] if one.first <= place <= one.last}
        for number in names:
            if number in taken:
                continue  # found from a word before
            one = _extended(text, place, gazetteer.form(number))
            if one is not None and (one.last > one.first or one.initials):
                mine.append(one)
    return [(doc, one) for doc, mine in found.items() for one in _best(mine, block.texts[doc], gazetteer)]


MOST_BACK = 512  # spans found last in a text that are looked through for the same name


def _seeds(block: Block, gazetteer: Gazetteer) -> Iterable[tuple[int, dict[int, None]]]:
    """The places of words that may belong to a name of several words, each with the names that a neighbour has too."""
    words = block.words
    active = block.column([word.ready and bool(word.shape) and word.size > 0 for word in words]) > 0
    near = block.column([is_near(word) for word in words]) > 0
    tokens, others = _pairs(active, near, block.runs)
    keys, inverse = np.unique(block.ids[tokens] * len(words) + block.ids[others], return_inverse=True)
    lists = [partners(words[one], words[other], gazetteer) for one, other in
             zip(*(part.tolist() for part in divmod(keys, max(len(words), 1))), strict=True)]  # fmt: skip
    some = np.array([bool(names) for names in lists], dtype=np.bool_)[inverse] if lists else np.zeros(0, dtype=np.bool_)
    tokens, inverse = tokens[some], inverse[some]
    order = np.argsort(tokens, kind="stable")
    last, names = -1, dict[int, None]()
    for token, pair in zip(tokens[order].tolist(), inverse[order].tolist(), strict=True):
        if token != last and names:
            yield last, names
            names = {}
        last = token
        names.update(dict.fromkeys(lists[pair]))
    if names:
        yield last, names


def _pairs(active: Int64s, near: Int64s, runs: Int64s) -> tuple[Int64s, Int64s]:
    """The places of words of names, and of those around each that stand in one run with it."""
    places = np.flatnonzero(active)
    found = [(places[:0], places[:0])]
    for step in (*range(-BEFORE, 0), *range(1, AFTER)):
        others = places + step
        inside = (others >= 0) & (others < len(runs))
        mine, others = places[inside], others[inside]
        kept = near[others] & (runs[mine] == runs[others])
        found.append((mine[kept], others[kept]))
    return np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found])


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
