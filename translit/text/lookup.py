"""Looking words up: what the names of the entities say about each distinct word of a block of texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from translit.matching.persons.facts import known
from translit.matching.places_orgs.lexicon import lexicon
from translit.matching.places_orgs.listed_phrases import GENERIC, WORD
from translit.text.gazetteer import Gazetteer, Layer
from translit.text.hits import NEAR, NOTHING, Hits
from translit.text.readings import CUT, Reading, readings
from translit.text.words import Shape, TextWord, elided_letters

FEW = 64  # names that have a word, up to which it is looked at by itself
MOST_IDS = 200  # words of the index that a word of a text may be
NEAR_CUT = 0.25  # distance at which a word whose ending no table knows still counts
NEAR_DERIVED = 0.15  # distance at which a word is derived from a name
SURELY_NOT = 12.0  # how much more a derivation may cost than the best base and still count at all, in nats
COST = 0.08  # what a nat of the base's cost counts beside the distance; set by hand, to choose among bases
GIVEN, NICKNAME = 0.18, 0.28  # distance of forms of one given name, of which the second is short
CHEAP = 2.5  # cost of a base from which on it isn't looked up among given names
BOTH = 0.05  # how much worse a base may be than the best and still lend its cases


def fill(words: Iterable[TextWord], gazetteer: Gazetteer, language: str | None) -> None:
    """Look up the words that haven't been."""
    wanted = [word for word in words if not word.ready]
    if not wanted:
        return
    for word in wanted:
        word.elided = elided_letters(word.text)
    rows = readings([word.text[word.elided :] for word in wanted], language)
    rows = _of_small_words(wanted, rows, gazetteer)
    bases = dict.fromkeys(reading.folded for row in rows for reading in row)
    found = [(layer, layer.finder.find(bases)) for layer in gazetteer.layers]
    capital = [row for word, row in zip(wanted, rows, strict=True) if word.shape]
    known.many({reading.folded for row in capital for reading in row if reading.cost <= CHEAP and reading.folded})
    translated = gazetteer.concepts.of([row[0].folded if row else "" for row in rows])
    for word, row, may_be in zip(wanted, rows, translated, strict=True):
        word.ready = True
        word.folded = row[0].folded if row else ""
        _take_hits(word, row, found)
        if word.shape:
            _take_sets(word, row)  # what `known` said is remembered
        if gazetteer.things:
            if may_be:
                _take_concepts(word, row)
            if word.shape == Shape.UPPER and word.text.isalpha():
                _take_acronyms(word, gazetteer)
    gazetteer.prepare(number for word in wanted for number in word.names)


def _of_small_words(
    words: Sequence[TextWord], rows: list[list[Reading]], gazetteer: Gazetteer
) -> list[list[Reading]]:
    """The readings of words, of those in small letters only what is spelled much like a word of a longer name.

    What the tables translate is left too.
    """
    small = [place for place, word in enumerate(words) if not word.shape]
    every = list(dict.fromkeys(reading.folded for place in small for reading in rows[place]))
    known = dict(zip(every, gazetteer.beginnings.are_words(every), strict=True))
    may_be = dict(zip(every, gazetteer.concepts.of(every), strict=True))
    found = list(rows)
    for place in small:
        found[place] = [one for one in rows[place] if known[one.folded] or (one.cost < CUT and may_be[one.folded])]
    return found


def _take_hits(word: TextWord, row: Sequence[Reading], layers: Sequence[tuple[Layer, dict[str, Hits]]]) -> None:
    """Which words of names a word may be, by all its bases, and the names that have them."""
    scores: dict[str, float] = {}
    derived: dict[str, float] = {}  # distance by derived bases, and by the others
    nearest: dict[str, float] = {}
    for layer, found in layers:
        ids: dict[int, float] = {}
        for reading in row:
            hits = found[reading.folded]
            if hits is NOTHING:
                continue
            most = NEAR_CUT if reading.cost >= CUT else NEAR
            for part, distance in hits.parts.items():
                if distance <= most:
                    _improve(word, scores, part, distance, reading)
                    near = derived if reading.derived else nearest
                    near[part] = min(distance, near.get(part, distance))
            for number, distance in hits.ids.items():
                if distance <= most:
                    value = distance + COST * reading.cost
                    ids[number] = min(value, ids.get(number, value))
        if len(ids) > MOST_IDS:
            ids = dict(sorted(ids.items(), key=lambda item: (item[1], item[0]))[:MOST_IDS])
        numbers = sorted(ids)
        names, every = layer.names_of(numbers, FEW)
        word.ids.append(numbers)
        word.names += names
        word.size += every
        word.many |= every > FEW
    if derived:
        word.derived = frozenset(part for part, distance in derived.items() if distance <= NEAR_DERIVED)
        word.only_derived = frozenset(part for part in word.derived if derived[part] < nearest.get(part, NEAR))
    likely = min((reading.cost for reading in row if reading.derived), default=None)
    if likely is not None:
        word.adjective = max(0.0, 1 - (likely - min(reading.cost for reading in row)) / SURELY_NOT)


def _improve(word: TextWord, scores: dict[str, float], part: str, distance: float, reading: Reading) -> None:
    """Take a base's hit if it is better than those before; one about as good lends its cases."""
    score = distance + COST * reading.cost
    best = scores.get(part)
    if best is None or score < best - BOTH:
        scores[part] = score
        word.hits[part] = (distance, reading.cost, reading.cells)
        return
    known_distance, cost, cells = word.hits[part]
    if score < best + BOTH:
        if score < best:
            scores[part], known_distance, cost = score, distance, reading.cost
        word.hits[part] = (known_distance, cost, cells | reading.cells)


def _take_sets(word: TextWord, row: Sequence[Reading]) -> None:
    """The sets of given names that a word may belong to, each with its cost and cases."""
    for reading in row:
        if reading.cost > CHEAP or not reading.folded:
            continue
        for number, form in known(reading.folded).sets:
            distance = GIVEN if form == 1 else NICKNAME
            best = word.sets.get(number)
            if best is None or reading.cost < best[1]:
                word.sets[number] = (distance, reading.cost, reading.cells)


def _take_concepts(word: TextWord, row: Sequence[Reading]) -> None:
    """The concepts of the tables of places and organizations that a word may stand for by itself."""
    found: set[int] = set()
    for reading in row:
        if reading.cost < CUT and reading.folded:
            found |= _concepts(reading.folded)
    word.concepts = frozenset(found)


@lru_cache(maxsize=1 << 15)
def _concepts(folded: str) -> frozenset[int]:
    listed = lexicon("organization")
    _, concepts = listed.at([folded], 0, 1)
    return frozenset(one for one in concepts if listed.roles[one] in (GENERIC, WORD))


def _take_acronyms(word: TextWord, gazetteer: Gazetteer) -> None:
    """The names of organizations whose first letters a word in capitals may be."""
    for layer in gazetteer.layers:
        if layer.index.acronyms is not None and 2 <= len(word.text) <= 8:
            for name in layer.index.acronyms.find(word.text).tolist():
                word.alone[name + layer.first] = 0.2
