"""Spans: neighbouring words of a text that may together be a name of an entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

import numpy as np

from translit.arrays import Int64s
from translit.kinds import PERSON
from translit.text.candidates.bound_names import bound_names, may_be_bound
from translit.text.candidates.candidate import Candidate, as_listed, best_slot
from translit.text.candidates.other_names import is_longer, without_others
from translit.text.candidates.partners import partners
from translit.text.candidates.person_spans import extend_person, is_by_second, judge_initials
from translit.text.candidates.text_block import Block
from translit.text.candidates.thing_spans import extend_thing
from translit.text.inflection.inflection_registry import writing_of
from translit.text.lookup.forms import Form, Part
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.words import Shape, Text, TextWord

SUPPORTING = 0.3  # most distance of a name that supports a span beside the closest one
BESIDE = (-1, 1, 2)  # where a family name stands beside the given name, with a particle or another name between them
BEFORE, AFTER = 3, 8  # words before and after one among which others of the name are looked for
MOST_PROMINENT = 5.0
CLOSE = 0.05  # how much worse a rival may stand and still count
SUPPORT = 0.3  # what all names of an entity agreeing adds; set by hand, only to rank rivals
LEAST_SHARE = 0.3  # of a name of a place or organization
FAR, FAR_SHORT, SHORT = 0.6, 0.4, 4  # most distance of the worst word; of few letters; how many those are


Key = tuple[tuple[TextWord, ...], tuple[str, ...]]


@dataclass(slots=True)
class Group:
    """Neighbouring words that may belong to names of several words: where they start, and their names."""

    start: int
    text: Text
    key: Key  # all that the names in it depend on
    seeds: list[tuple[int, list[int]]]  # place of a word, names that a neighbour has too


def several(group: Group, gazetteer: Gazetteer) -> list[Candidate]:
    """The spans of several words in a group, or of one with an initial.

    Each has every entity that it may be, by the closest of its names.
    """
    text = group.text
    found: list[Candidate] = []
    reached: dict[int, int] = {}  # name → the last word of a span of it
    for place, names in group.seeds:
        for number in names:
            if reached.get(number, -1) >= place:
                continue  # found from a word before
            one = _extended(text, place, gazetteer.form(number))
            if one is not None and one.last > one.first:
                found.append(one)
                reached[number] = one.last
    return best_of_each(found, text, gazetteer)


def groups(block: Block, gazetteer: Gazetteer) -> Iterator[Group]:
    """The groups of words of a block that may belong to names of several words."""
    words = block.words
    tokens, others = _pairs(block)
    keys, inverse = np.unique(block.ids[tokens] * len(words) + block.ids[others], return_inverse=True)
    one, other = (part.tolist() for part in divmod(keys, max(len(words), 1)))
    pairs = list(zip(map(words.__getitem__, one), map(words.__getitem__, other), strict=True))
    lists = partners(pairs, gazetteer)
    if not lists:
        return
    close = np.zeros(len(pairs), dtype=np.bool_)
    close[inverse[np.isin(others - tokens, BESIDE)]] = True
    open_ = [place for place in np.flatnonzero(close).tolist() if not lists[place] and may_be_bound(*pairs[place])]
    for place, names in zip(open_, bound_names([pairs[place] for place in open_], gazetteer), strict=True):
        lists[place] = list(names)
    some = np.array([bool(names) for names in lists], dtype=np.bool_)[inverse]
    tokens, others, inverse = tokens[some], others[some], inverse[some]
    low, high = np.minimum(tokens, others), np.maximum(tokens, others)
    order = np.lexsort((tokens, low))
    low, reach = low[order], np.maximum.accumulate(high[order])
    new = np.ones(len(low), dtype=np.bool_)
    new[1:] = low[1:] > reach[:-1]
    firsts = np.flatnonzero(new).tolist()
    token_list, pair_list = tokens[order].tolist(), inverse[order].tolist()
    offsets = block.firsts.tolist()
    for first, end in pairwise([*firsts, len(low)]):
        start, last = int(low[first]), int(reach[end - 1])
        doc = int(block.doc[start])
        seeds: dict[int, dict[int, None]] = {}
        for token, pair in zip(token_list[first:end], pair_list[first:end], strict=True):
            seeds.setdefault(token - start, {}).update(dict.fromkeys(lists[pair]))
        text = part_of(block.texts[doc], start - offsets[doc], last - offsets[doc])
        key = tuple(text.words), tuple(text.gaps)
        yield Group(start, text, key, [(place, list(names)) for place, names in sorted(seeds.items())])


def part_of(text: Text, first: int, last: int) -> Text:
    """Some words of a text, from the first to the last, as a text of their own."""
    words, gaps = text.words[first : last + 1], text.gaps[first : last + 2]
    gaps[0] = ""
    gaps[-1] = "." if words[-1].shape == Shape.LETTER and gaps[-1].startswith(".") else ""
    start = text.starts[first]
    return Text("", words, [place - start for place in text.starts[first : last + 1]], gaps)


def _pairs(block: Block) -> tuple[Int64s, Int64s]:
    """The places of words of names, and of those around each that stand in one run with it.

    Of a word that is only a given name, and in no name as it stands, the word before and the one behind it.
    """
    near, runs, capital = block.near, block.runs, block.shape > 0
    named = (block.sizes > 0) & capital
    places, single = np.flatnonzero(named), np.flatnonzero(block.has_sets & capital & ~named)
    found = [(places[:0], places[:0])]
    for step in (*range(-BEFORE, 0), *range(1, AFTER)):
        mine = places if abs(step) > 1 else np.concatenate([places, single])
        others = mine + step
        inside = (others >= 0) & (others < len(runs))
        mine, others = mine[inside], others[inside]
        kept = near[others] & (runs[mine] == runs[others]) & (named[mine] | capital[others])
        found.append((mine[kept], others[kept]))
    return np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found])


def best_of_each(found: Sequence[Candidate], text: Text, gazetteer: Gazetteer) -> list[Candidate]:
    """Of each span and entity the best candidate, with what all of them together say."""
    best: dict[tuple[int, int, int], Candidate] = {}
    support: dict[tuple[int, int, int], int] = {}
    main: set[tuple[int, int, int]] = set()
    exact: set[tuple[int, int, int]] = set()
    derived: set[tuple[int, int, int]] = set()
    named: set[tuple[int, int, int]] = set()
    for one in without_others(found, text):
        one.measure(text)
        if not _possible(one) or _are_two(one):
            continue
        key = (one.first, one.last, one.form.entity)
        known = best.get(key)
        if known is None or rough(one) > rough(known):
            best[key] = one
        if one.only_derived:
            derived.add(key)
        elif not one.acronym and as_listed(one, text):
            exact.add(key)
            if one.full:
                named.add(key)
        if one.full and one.worst <= SUPPORTING and one.form.own:
            support[key] = support.get(key, 0) + 1
            if one.form.main:
                main.add(key)
    for key, one in best.items():
        one.support = support.get(key, 0) / gazetteer.names_of_entity(one.form.entity)
        one.in_script = writing_of(text.words[one.first].text) in gazetteer.scripts_of_entity(one.form.entity)
        one.prominence = gazetteer.prominence(one.form.entity)
        missing = len(one.matches) < len(one.form.slots) and not (one.form.club and one.full)  # but the FC of a club
        if not one.in_script and one.form.own and not missing:
            one.prominence = min(one.prominence + log2(gazetteer.sparse), MOST_PROMINENT)
        one.main, one.exact = key in main, key in exact
    return [one for key, one in best.items() if key not in derived or key in named or not _inhabitant(one)]


def _inhabitant(found: Candidate) -> bool:
    """Whether a word derived from a name of the entity can't be that name: Russe isn't Russland, nor Russie."""
    return found.form.kind != PERSON and not found.several and not found.acronym


def standing(found: Candidate) -> float:
    """How good a candidate is beside rivals: `rough`, and how many names of the entity agree."""
    return rough(found) + SUPPORT * found.support


def rough(found: Candidate) -> float:
    """How good a candidate is beside others of its span and entity: weights set by hand, only to choose a name."""
    wrong = found.wrong_initial or (found.cells == 0 and found.form.kind == PERSON)
    worst = 1 - found.resolved if found.resolved else found.worst
    return found.share - 2 * worst - 0.05 * found.cost - 0.3 * wrong - 0.2 * found.acronym


def _possible(found: Candidate) -> bool:
    """Whether a candidate is worth a closer look: no true mention in the texts that were learned from falls here."""
    if found.acronym or found.resolved:
        return True
    if found.form.kind != PERSON and (found.share < LEAST_SHARE or (found.inserted and is_longer(found))):
        return False
    return found.worst <= (FAR if found.letters > SHORT else FAR_SHORT)


def _are_two(found: Candidate) -> bool:
    """Whether a family name and a given name behind it stand in different cases: муж Сапеги, Сергей."""
    if found.cells or found.form.kind != PERSON or not found.several:
        return False
    parts = {found.form.slots[slot].part: place for slot, (place, _) in found.matches.items()}
    return parts.get(Part.FAMILY, found.last) < parts.get(Part.GIVEN, found.first)


def _extended(text: Text, place: int, form: Form) -> Candidate | None:
    """The longest span around a word that has words of the name."""
    start = best_slot(text.words[place], form, {})
    if start is None or not form.slots[start[0]].weight:
        return None
    found = Candidate(place, place, form, {start[0]: (place, start[1])})
    if form.kind == PERSON:
        extend_person(text, found, 1)
        extend_person(text, found, -1)
        judge_initials(text, found)
        if is_by_second(found):
            return None
    elif len(form.slots) > 1:
        extend_thing(text, found, 1)
        extend_thing(text, found, -1)
    return found
