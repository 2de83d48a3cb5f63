"""Words derived from names of places, adjectives above all: found where they are asked for."""

from __future__ import annotations

from translit.kinds import PLACE
from translit.text.candidates.candidate import Candidate
from translit.text.candidates.features import NAMES, NUMBER
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.words import Text, TextWord


def derived(text: Text, gazetteer: Gazetteer) -> list[Candidate]:
    """The words of a text that are derived from the name of a place of one word, as candidates like the name itself."""
    found = []
    for place, word in enumerate(text.words):
        for number in _places(word, gazetteer):
            one = Candidate(place, place, gazetteer.form(number), {0: (place, (0.0, 0.0, -1))})
            one.measure(text)
            found.append(one)
    return found


def _places(word: TextWord, gazetteer: Gazetteer) -> list[int]:
    if not word.derived:
        return []
    names = [number for number in word.names if gazetteer.form(number).kind == PLACE]
    forms = [gazetteer.form(number) for number in names]
    return [form.number for form in forms if len(form.slots) == 1 and form.slots[0].folded in word.derived]


def as_name(found: Candidate) -> list[float]:
    """The features of a name of a place that stands there letter by letter, without a rival."""
    row = [0.0] * len(NAMES)
    for name in ("place", "share", "full", "support", "ahead"):
        row[NUMBER[name]] = 1.0
    row[NUMBER["main"]] = found.form.own and found.form.main
    return row
