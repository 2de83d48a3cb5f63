"""Names in other scripts that words in scripts without capitals sound like.

A word there is any word, so that a full name must be one by `compare`, and a family name alone counts where the full
name stands in the text, or where it sounds the same, is long enough and is no frequent word of its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translit.kinds import PERSON, PLACE
from translit.matching.persons.lexicon.given_names import given_names
from translit.text.candidates.candidate import best_slot
from translit.text.caseless.chances import Chances
from translit.text.caseless.particles import Variant
from translit.text.caseless.spelled import Spelled, end_of
from translit.text.caseless.units import DOTS, Unit
from translit.text.lookup.forms import Form, Part
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.lookup.known_words import fill_open
from translit.text.reading.common_words import is_common
from translit.text.reading.readings import CUT
from translit.text.reading.words import Shape, TextWord

# Set by hand: what `compare` says of a full name, and of a family name alone, from which on they count.
FULL, ALONE, THING = 0.5, 0.8, 0.9
FAR = 0.4  # distance from which on a word isn't one of a name
SURELY = 0.92  # the same of a family name whose full name isn't in the text: of 20,000 rarer words 1 in 300 is then one
LEAST = {"ko": 3, "ja": 3, "hi": 4, "ar": 5, "fa": 5, "he": 5}  # letters of a name alone
SHORTEST = 4  # the same in other languages
LEAST_THING = 6  # the same of a place; an organization must be spelled as it is listed
UNSURE = 0.45  # probability of a name that counts only where the full name stands in the text
MOST = 5000  # entities up to which a family name alone counts: more have one near any word
GIVEN_LIKE = frozenset(("ar", "fa", "he", "ka"))  # languages where few other words sound like given names
ARTICLE = "ال"
PARTICLES = 2  # words between a given and a family name: von der


class Heard(NamedTuple):
    """A place where a name sounds the same: its entity, the name, whether it is whole, and how probable that is."""

    start: int
    end: int
    entity: int
    name: str
    full: bool
    probability: float


class _Guess(NamedTuple):
    """A place that may be a name: what stands there, and what of the name it would be."""

    start: int
    end: int
    written: str
    form: Form
    said: str
    full: bool
    frequent: bool


class BySound:
    """Looks for names that words sound like; each word is looked up once."""

    def __init__(self, gazetteer: Gazetteer, known: set[tuple[int, str]], chances: Chances) -> None:
        self.gazetteer, self.known, self.chances = gazetteer, known, chances
        self._words: dict[str, TextWord] = {}

    def heard(self, text: str, units: Sequence[Unit], taken: Sequence[bool]) -> list[Heard]:
        """The places of a text where a name sounds the same, of units that aren't taken."""
        self._fill(
            variant.text for unit, gone in zip(units, taken, strict=True) if not gone for variant in unit.variants
        )
        guesses = list(self._guesses(text, units, taken))
        persons = [(one.written, one.said) for one in guesses if one.form.kind == PERSON]
        things = [(one.written, one.said) for one in guesses if one.form.kind != PERSON]
        of_persons, of_things = iter(self.chances.many(persons)), iter(self.chances.many(things, "place"))
        found = []
        for one in guesses:
            chance = next(of_persons if one.form.kind == PERSON else of_things)
            least = FULL if one.full else ALONE if one.form.kind == PERSON else THING
            if chance >= least:
                if not one.full and (one.frequent or chance < SURELY or len(self.gazetteer.index.kinds) > MOST):
                    chance = min(chance, UNSURE)
                found.append(Heard(one.start, one.end, one.form.entity, one.form.text, one.full, chance))
        return found

    def _fill(self, words: Iterable[str]) -> None:
        """Look up the words that haven't been."""
        new = []
        for text in dict.fromkeys(words):
            if text not in self._words:
                if len(self._words) > 1 << 16:
                    self._words = {}
                word = self._words[text] = TextWord(text)
                word.shape = Shape.CAPITAL
                new.append(word)
        fill_open(new, self.gazetteer)

    def _guesses(self, text: str, units: Sequence[Unit], taken: Sequence[bool]) -> Iterator[_Guess]:
        end = self.gazetteer.layers[0].end if self.gazetteer.layers else 0
        for place, unit in enumerate(units):
            for variant in () if taken[place] else unit.variants:
                word = self._words[variant.text]
                for number in dict.fromkeys([*word.names, *self._of_pairs(text, units, taken, place, word)]):
                    if number < end:
                        yield from self._of_name(text, units, taken, place, variant, self.gazetteer.form(number))

    def _of_pairs(
        self, text: str, units: Sequence[Unit], taken: Sequence[bool], place: int, word: TextWord
    ) -> Iterator[int]:
        """The names that a word of many names shares with the next one."""
        behind = place + 1
        if word.many and behind < len(units) and not taken[behind] and is_joined(text, units[place], units[behind]):
            for variant in units[behind].variants:
                if not variant.front:
                    yield from self.gazetteer.names_of_both(word, self._words[variant.text])

    def _of_name(
        self, text: str, units: Sequence[Unit], taken: Sequence[bool], place: int, variant: Variant, form: Form
    ) -> Iterator[_Guess]:
        """What a word and those behind it may be of one name."""
        slot = self._slot(variant.text, form, {})
        if slot is None:
            return
        part = form.slots[slot].part
        if form.kind == PERSON and form.core > 1 and not variant.back:
            yield from self._full(text, units, taken, place, variant, form, slot)
        unit = units[place]
        alone = part == Part.FAMILY if form.kind == PERSON else part == Part.MAIN and form.core == 1
        if alone and not form.slots[slot].short:
            size = len(variant.text.removeprefix(ARTICLE))
            doubtful = unit.language == "th" or size < LEAST.get(unit.language, SHORTEST)
            frequent = doubtful or any(is_common(one, unit.language) for one in (unit.text, variant.text))
            if form.kind != PERSON and (
                frequent or form.kind != PLACE or size < LEAST_THING or (form.entity, unit.language) in self.known
            ):
                return
            if form.kind == PERSON and (
                given_names().listed(form.slots[slot].folded) or self._is_strangers(text, units, place, form.entity)
            ):
                return
            start, end = unit.start + variant.front, end_of(unit, variant)
            yield _Guess(start, end, variant.text, form, form.slots[slot].text, False, frequent)

    def _full(
        self,
        text: str,
        units: Sequence[Unit],
        taken: Sequence[bool],
        place: int,
        variant: Variant,
        form: Form,
        slot: int,
    ) -> Iterator[_Guess]:
        """The full name that begins with a word."""
        used = {slot: (place, (0.0, 0.0, 0))}
        words, last, skipped = [variant.text], place, 0
        while last + 1 < len(units) and not taken[last + 1] and is_joined(text, units[last], units[last + 1]):
            last += 1
            for one in units[last].variants:
                other = None if one.front else self._slot(one.text, form, used)
                if other is not None:
                    break
            else:
                other = None
            if other is None:
                skipped += 1
                words.append(units[last].text)
                if skipped > PARTICLES:
                    return
                continue
            used[other] = (last, (0.0, 0.0, 0))
            words.append(one.text)
            parts = {form.slots[number].part for number in used}
            if Part.FAMILY in parts and parts & {Part.GIVEN, Part.INITIAL}:
                start, end = units[place].start + variant.front, end_of(units[last], one)
                yield _Guess(start, end, " ".join(words), form, form.text, True, False)
            if one.back:
                return

    def _slot(self, text: str, form: Form, used: dict[int, tuple[int, tuple[float, float, int]]]) -> int | None:
        """The word of a name that a word sounds like."""
        best = best_slot(self._words[text], form, used) if text in self._words else None
        if best is None or best[1][0] > FAR or best[1][1] >= CUT or not form.slots[best[0]].weight:
            return None
        return best[0]

    def _may_be_given(self, word: TextWord, unit: Unit) -> bool:
        """Whether a word of some letters sounds like a given name and is no frequent word."""
        if unit.language not in GIVEN_LIKE or len(unit.text) < SHORTEST:
            return False
        return bool(word.sets) and not is_common(unit.text, unit.language)

    def is_other_bearer(self, text: str, units: Sequence[Unit], one: Spelled) -> bool:
        """Whether a family name that is spelled as listed stands behind a given name of nobody who has it."""
        if not one.meant or not all(meant.family for meant in one.meant):
            return False
        place = next(place for place, unit in enumerate(units) if unit.end > one.start)
        return one.start == units[place].start and all(
            self._is_strangers(text, units, place, meant.entity) for meant in one.meant
        )

    def _is_strangers(self, text: str, units: Sequence[Unit], place: int, entity: int) -> bool:
        """Whether somebody else's given name stands before a family name."""
        if not place or not is_joined(text, units[place - 1], units[place]):
            return False
        before = self._words.get(units[place - 1].text)
        if before is None or not (given_names().listed(before.folded) or self._may_be_given(before, units[place - 1])):
            return False
        own = self.gazetteer.given_of_entity(entity)
        return own.isdisjoint(before.sets) and own.isdisjoint(before.hits)


def is_joined(text: str, one: Unit, other: Unit) -> bool:
    """Whether two words may be of one name: a blank or a dot between them."""
    gap = text[one.end : other.start]
    return gap in (" ", "\xa0", "-", "־") or gap in DOTS
