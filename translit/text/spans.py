"""Spans: neighbouring words of a text that may together be a name of an entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from translit.kinds import KINDS
from translit.matching.phonetics.pivots import pivots
from translit.text.forms import WEIGHTS, Form, Part, Slot
from translit.text.gazetteer import Gazetteer
from translit.text.readings import ALL
from translit.text.words import Shape, Text, TextWord

Match = tuple[float, float, int]  # distance, cost of the base, cells
PERSON = KINDS.index("person")
CONCEPT: Match = (0.15, 0.5, ALL)  # of two words of one concept in the tables
INITIAL: Match = (0.0, 0.0, ALL)
_JOINTS = frozenset((" ", "-", "\xa0", "–", "‑", "\u2009"))
_AFTER_INITIAL = frozenset((". ", ".", ".\xa0", ". \xa0"))
_THING_JOINTS = frozenset(" \xa0-–‑«»\"“”„'’‘")
REACH = 4  # words of a person's name to each side of the first that was found
FULL = 0.99  # share of a name from which on it is whole
SUPPORTING = 0.3  # most distance of a name that supports a span beside the closest one
GAP = 1  # words inside a name of an organization that the name hasn't
LONGEST = 8
LEAST_SHARE = 0.4  # of a name of a place or organization
FAR, FAR_SHORT, SHORT = 0.6, 0.4, 4  # most distance of the worst word; of few letters; how many those are
BEFORE = 3  # words in small letters that may stand before the first of a name with a capital


@dataclass(slots=True)
class Candidate:
    """A span of a text with a name that it may be: which word stands for which slot of the name."""

    first: int
    last: int
    form: Form
    matches: dict[int, tuple[int, Match]]  # slot → word, how well
    skipped: int = 0  # words inside that the name hasn't
    initials: int = 0  # that fit
    wrong_initial: bool = False
    comma: bool = False
    acronym: bool = False
    spelled: bool = False  # the acronym is one of the entity's own name in the text's alphabet
    parts: int = 0  # which parts of the name are there, as bits
    worst: float = 0.0  # distance of the word that is least alike
    mean: float = 0.0
    cost: float = 0.0  # of the least likely base
    cells: int = ALL  # cases, genders and numbers that all words may have
    share: float = 1.0  # of the name that is there, by weight
    letters: int = 0
    support: float = 0.0  # share of the entity's names that the span may be
    main: bool = False  # one of them is the name that is shown
    features: list[float] = field(default_factory=list)


    def measure(self, text: Text) -> None:
        """Work out what is said of the words together."""
        slots = self.form.slots
        self.letters = text.end(self.last) - text.starts[self.first]
        if self.acronym:
            return
        weight = total = 0.0
        count = 0
        for slot, (_, (distance, cost, cells)) in self.matches.items():
            part = slots[slot].part
            mine = WEIGHTS[part]
            if not mine:
                continue
            count += 1
            weight += mine
            total += distance
            self.parts |= 1 << part
            self.cells &= cells
            if distance > self.worst:
                self.worst = distance
            if cost > self.cost:
                self.cost = cost
        self.mean = total / count
        self.share = weight / self.form.weight

    @property
    def full(self) -> bool:
        """Whether the span has every word of the name that counts."""
        return self.share > FULL

    @property
    def several(self) -> bool:
        """Whether several words that count are there."""
        return sum(WEIGHTS[self.form.slots[slot].part] > 0 for slot in self.matches) > 1


def match(word: TextWord, slot: Slot) -> Match | None:
    """How well a word of a text may be a word of a name; None if it can't."""
    best = word.hits.get(slot.folded)
    if slot.sets and word.sets and (best is None or best[0] > 0.1):
        for number in slot.sets:
            found = word.sets.get(number)
            if found is not None and (best is None or found[0] < best[0]):
                best = found
    if best is None and slot.concepts and not slot.concepts.isdisjoint(word.concepts):
        return CONCEPT
    return best


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
    mine = {read.lstrip("j")[:1] or "j" for read in pivots(letter)}
    others = {read.lstrip("j")[:1] for read in pivots(folded)}
    return not mine.isdisjoint(others)


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
        one.support = support.get(key, 0) / gazetteer.names_of_entity(one.form.entity)
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


def beside_things(text: Text, gazetteer: Gazetteer) -> list[TextWord]:
    """The words in small letters that may belong to a name of a place or organization of several words."""
    found: dict[TextWord, None] = {}
    words = text.words
    end = 0
    for place, word in enumerate(words):
        if word.shape and word.names and any(gazetteer.is_long_thing(number) for number in word.names):
            start = max(end, place - BEFORE)
            end = max(end, min(place + LONGEST, len(words)))
            found.update((other, None) for other in words[start:end] if not other.shape)
    return list(found)


def _names_at(text: Text, place: int, gazetteer: Gazetteer) -> list[int]:
    """The names that a word may belong to: all that have it if they are few, else those that a neighbour has too."""
    word = text.words[place]
    if word.names is not None:
        return list(word.names)
    found: set[int] = set()
    for other in (place + 1, place + 2):
        if other < len(text.words) and text.words[other].names is None and text.words[other].shape:
            found.update(gazetteer.names_of_both(word, text.words[other]))
    return sorted(found)


def _best_slot(word: TextWord, form: Form, used: dict[int, tuple[int, Match]]) -> tuple[int, Match] | None:
    best: tuple[float, int, Match] | None = None
    for number, slot in enumerate(form.slots):
        if number in used:
            continue
        found = match(word, slot)
        if found is not None and (best is None or found[0] < best[0]):
            best = found[0], number, found
    return best and (best[1], best[2])


def _extended(text: Text, place: int, form: Form) -> Candidate | None:
    """The longest span around a word that has words of the name."""
    start = _best_slot(text.words[place], form, {})
    if start is None or not WEIGHTS[form.slots[start[0]].part]:
        return None
    found = Candidate(place, place, form, {start[0]: (place, start[1])})
    if form.kind == PERSON:
        _extend_person(text, found, 1)
        _extend_person(text, found, -1)
    elif len(form.slots) > 1:
        _extend_thing(text, found, 1)
        _extend_thing(text, found, -1)
    return found


def _extend_person(text: Text, found: Candidate, step: int) -> None:
    """Take the neighbouring words that belong to the name: other names, initials, particles."""
    words, form = text.words, found.form
    place = found.last if step > 0 else found.first
    for _ in range(REACH):
        place += step
        if not 0 <= place < len(words):
            return
        word = words[place]
        left = place if step < 0 else place - 1
        gap = text.gaps[left + 1]
        after_initial = words[left].shape == Shape.LETTER and gap in _AFTER_INITIAL
        comma = gap == ", " and not found.comma
        if not (gap in _JOINTS or after_initial or comma):
            return
        if word.shape == Shape.LETTER and not comma:
            if not _dotted(text, place) or not _take_initial(word, found, place):
                return
        elif word.shape:
            best = _best_slot(word, form, found.matches) if word.ready else None
            if best is None or (comma and not _inverted(found, best[0], step)):
                return
            found.matches[best[0]] = (place, best[1])
            found.comma |= comma
        elif not _is_particle(word, form):
            return
        if word.shape:
            found.first, found.last = min(found.first, place), max(found.last, place)


def _dotted(text: Text, place: int) -> bool:
    after = text.gaps[place + 1] if place + 1 < len(text.gaps) else ""
    return after.startswith(".")


def _take_initial(word: TextWord, found: Candidate, place: int) -> bool:
    """Whether an initial belongs to the name; it may be that of a word that isn't there otherwise."""
    from translit.matching.phonetics.fold import fold

    letter = fold(word.text)
    free = [slot for number, slot in enumerate(found.form.slots) if number not in found.matches]
    wanted = [slot for slot in free if slot.part in (Part.GIVEN, Part.FATHER, Part.INITIAL)]
    if not any(slot.part == Part.FAMILY for slot in found.form.slots) or not wanted:
        return True
    if any(initial_fits(letter, slot.folded) for slot in wanted):
        found.initials += 1
    elif any(slot.part == Part.GIVEN for slot in wanted) and not found.initials:
        found.wrong_initial = True
    return True


def _inverted(found: Candidate, slot: int, step: int) -> bool:
    """Whether a comma stands between a family name and the given name that follows it."""
    parts = [found.form.slots[number].part for number in found.matches]
    mine = found.form.slots[slot].part
    return (Part.FAMILY in parts and mine == Part.GIVEN) if step > 0 else (Part.GIVEN in parts and mine == Part.FAMILY)


def _is_particle(word: TextWord, form: Form) -> bool:
    return any(slot.part == Part.PARTICLE and slot.text.lower() == word.lower for slot in form.slots)


def _extend_thing(text: Text, found: Candidate, step: int) -> None:
    """Take the neighbouring words of a name of a place or organization, beyond one word that isn't in it."""
    words, form = text.words, found.form
    place = found.last if step > 0 else found.first
    skipped = 0
    for _ in range(LONGEST):
        place += step
        if not 0 <= place < len(words):
            return
        gap = text.gaps[place if step > 0 else place + 1]
        if not _THING_JOINTS.issuperset(gap):
            return
        word = words[place]
        best = _best_slot(word, form, found.matches) if word.ready else None
        if best is None and not word.shape:
            small = next((n for n, slot in enumerate(form.slots)
                          if n not in found.matches and slot.text.lower() == word.lower), None)  # fmt: skip
            if small is not None:
                best = small, (0.0, 0.0, ALL)
        if best is None:
            skipped += 1
            if skipped > GAP or len(found.matches) == len(form.slots):
                return
            continue
        found.matches[best[0]] = (place, best[1])
        if WEIGHTS[form.slots[best[0]].part]:
            found.first, found.last = min(found.first, place), max(found.last, place)
            found.skipped += skipped
            skipped = 0
