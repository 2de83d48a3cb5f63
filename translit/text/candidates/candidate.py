"""A candidate: a span of a text with a name that it may be, and how well a word of the text may be one of the name."""

from __future__ import annotations

from dataclasses import dataclass

from translit.kinds import PERSON, PLACE
from translit.matching.phonetics.fold import fold
from translit.text.candidates.offices import is_office
from translit.text.lookup.forms import Form, Part, Slot
from translit.text.reading.bare_words import WHOSE
from translit.text.reading.readings import ALL
from translit.text.reading.words import FUNCTION, Text, TextWord

Match = tuple[float, float, int]  # distance, cost of the base, cells
CONCEPT: Match = (0.15, 0.5, ALL)  # of two words of one concept in the tables; set by hand, as GIVEN in `lookup`
FULL = 0.99  # share of a name from which on it is whole
MOST_OPTIONS = 4096  # names that a word remembers
SHORT = 0.1  # most distance of an acronym from a word without capitals; set by hand: Юнеско, UNESCO
LEAST_WORD = 3  # letters from which on an acronym may be written as a word: Нато, but not Ес
INFLECTED = 5  # letters from which on it may be inflected: whole lists are in capitals, ХАМАС is a word
NEARLY = 0.15  # distance of a likeliest base up to which a word may have the name's letters itself; set by hand
AS_LISTED = 1.0  # most cost of a place that stands as it is listed: Bratislava, though men are called Bratislav
SPELLED = 0.02  # distance up to which a word is the name's own


@dataclass(slots=True)
class Candidate:
    """A span of a text with a name that it may be: which word stands for which slot of the name."""

    first: int
    last: int
    form: Form
    matches: dict[int, tuple[int, Match]]  # slot → word, how well
    skipped: int = 0  # words inside that the name hasn't
    inserted: tuple[str, ...] = ()  # of them those that say what the name doesn't: medical
    letter_places: tuple[int, ...] = ()  # of initials
    initials: int = 0  # that fit
    wrong_initial: bool = False
    comma: bool = False
    acronym: bool = False
    parts: int = 0  # which parts of the name are there, as bits
    worst: float = 0.0  # distance of the word that is least alike
    mean: float = 0.0
    cost: float = 0.0  # of the least likely base
    cells: int = ALL  # cases, genders and numbers that all words may have
    several: bool = False  # several words that count are there
    share: float = 1.0  # of the name that is there, by weight
    letters: int = 0
    derived: bool = False  # a word is derived from that of the name: an adjective, an inhabitant
    may_be_derived: bool = False  # a word may be derived from that of the name as well as a form of it
    only_derived: bool = False  # and no form of it
    adjective: float = 0.0  # how likely the first word is an adjective
    prominence: float = 0.0  # how many names the entity has, times its weight, on a scale that grows slowly
    support: float = 0.0  # share of the entity's names that the span may be
    main: bool = False  # one of them is the name that is shown
    exact: bool = False  # one of them has the very letters of a base
    in_script: bool = False  # the entity has a name in the script of the text
    resolved: float = 0.0  # how probably `compare` says that the phrase is an institution's name
    bound: int | None = None  # the slot of a word that is that only beside the others: see `bound_names`
    told: str = ""  # which words agree, once that was asked

    def measure(self, text: Text) -> None:
        """Work out what is said of the words together."""
        slots = self.form.slots
        self.letters = text.end(self.last) - text.starts[self.first]
        if self.acronym:
            return
        if self.resolved:
            self.parts, self.several = 1 << Part.MAIN | 1 << Part.GENERIC, self.last > self.first
            return
        weight = total = worst = most = 0.0
        count = parts = 0
        common = self.cells
        for number, (place, (distance, cost, cells)) in self.matches.items():
            slot = slots[number]
            if not slot.weight:
                continue
            word = text.words[place]
            if distance > SPELLED and slot.folded in word.derived:
                self.derived = True
            self.may_be_derived |= slot.folded in word.derived
            self.only_derived |= slot.folded in word.only_derived
            self.adjective = max(self.adjective, word.adjective)
            count += 1
            weight += slot.weight
            total += distance
            parts |= 1 << slot.part
            common &= cells
            worst = max(worst, distance)
            most = max(most, cost)
        self.parts, self.cells, self.worst, self.cost, self.several = parts, common, worst, most, count > 1
        self.mean = total / count
        self.share = weight / self.form.weight
        if self.full and self.form.kind != PERSON:
            self.cost = max(self._cost(text, number) for number in self.matches)

    def _cost(self, text: Text, number: int) -> float:
        """The cost of the base of a word of a whole name; none where the name has it so: Wendy's."""
        place, (_, cost, _) = self.matches[number]
        whose = text.words[place].text[-2:] in WHOSE
        spelled = spelled_as(text.words[place], self.form.slots[number].text)
        if spelled and (self.several or whose):
            return 0.0
        return min(cost, AS_LISTED) if spelled and self.form.kind == PLACE else cost

    @property
    def full(self) -> bool:
        """Whether the span has every word of the name that counts."""
        return self.share > FULL


def as_listed(found: Candidate, text: Text) -> bool:
    """Whether each word has the letters of the name, itself or in its base: Минобороны, whose likeliest base hasn't."""
    if found.worst == 0:
        return True
    pairs = ((text.words[place], found.form.slots[slot]) for slot, (place, _) in found.matches.items())
    return found.worst < NEARLY and all(fold(word.text) == slot.folded for word, slot in pairs if slot.weight)


def spelled_as(word: TextWord, name: str) -> bool:
    """Whether a word has the letters of one of a name, whatever the capitals and the apostrophe.

    >>> spelled_as(TextWord("Wendy’s"), "WENDY'S")
    True
    """
    return word.lower.replace("’", "'") == name.lower().replace("’", "'")


def match(word: TextWord, slot: Slot) -> Match | None:
    """How well a word of a text may be a word of a name; None if it can't."""
    best = word.hits.get(slot.folded)
    if slot.part in (Part.MAIN, Part.GENERIC) and is_office(word.lower, slot.text):
        return None
    if slot.short and best is not None and not _spells(word, slot, best[0]):
        best = None
    if slot.sets and word.sets and (best is None or best[0] > 0.1):
        for number in slot.sets:
            found = word.sets.get(number)
            if found is not None and (best is None or found[:2] < best[:2]):
                best = found
    if best is None and slot.concepts and not slot.concepts.isdisjoint(word.concepts):
        return CONCEPT
    return best


def _spells(word: TextWord, slot: Slot, distance: float) -> bool:
    """Whether a word is an acronym too or has the letters of one: Athens only sounds like OTAN, G7 isn't G20.

    The number of a ruler is nothing but that: XV isn't XVI.
    """
    if slot.part == Part.FAMILY:
        return word.text == slot.text
    if list(filter(str.isdigit, word.text)) != list(filter(str.isdigit, slot.text)):
        return False
    if sum(map(str.isupper, word.text)) > 1:
        return True
    if word.bits & FUNCTION or len(slot.text) < LEAST_WORD:
        return False
    return distance <= SHORT and (len(slot.text) >= INFLECTED or len(word.text) == len(slot.text))


def best_slot(word: TextWord, form: Form, used: dict[int, tuple[int, Match]]) -> tuple[int, Match] | None:
    """The slot of a name that a word of a text is best at, beside those that are taken, and how well it fits."""
    options = word.options.get(form.number)
    if options is None:
        if not 0 < len(word.options) <= MOST_OPTIONS:
            word.options = {}
        options = word.options[form.number] = _options(word, form)
    for one in options:
        if one[0] not in used:
            return one
    return None


def _options(word: TextWord, form: Form) -> tuple[tuple[int, Match], ...]:
    """The slots of a name that a word may be, the closest first."""
    hits, sets, concepts = word.hits, word.sets, word.concepts
    found = [
        (number, best)
        for number, slot in enumerate(form.slots)
        if (slot.folded in hits or (sets and slot.sets) or (concepts and slot.concepts))  # no other may match
        and (best := match(word, slot)) is not None
    ]
    found.sort(key=lambda item: item[1][0])
    return tuple(found)
