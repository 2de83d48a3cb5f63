"""Mentions in the parts of a text that are in scripts without capitals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from translit.kinds import KINDS
from translit.text.caseless.by_meaning import ByMeaning
from translit.text.caseless.by_reading import ByReading
from translit.text.caseless.by_sound import BySound, Heard
from translit.text.caseless.chances import Chances
from translit.text.caseless.longer_names import is_called_after, is_in_longer_name
from translit.text.caseless.spelled import Spelled, spelled
from translit.text.caseless.surfaces import Surfaces
from translit.text.caseless.units import Unit, has_any, units
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.common_words import is_common

PLACE = KINDS.index("place")
# How probable a mention is, set by hand: a whole name letter by letter, the family name where the full name stands in
# the text, where it doesn't, and where it only sounds the same.
WHOLE, ANCHORED, FAMILY, HEARD = 0.95, 0.9, 0.7, 0.6
BEARER = 0.96  # where it sounds the same and the full name stands in the text: a town of that name is less probable
AHEAD = 1.5  # how much better known than the next one the bearer of a name is whom a text means


class Naming(NamedTuple):
    """A place that names an entity: the entities it may mean with their probabilities, the likeliest first."""

    start: int
    end: int
    meant: tuple[tuple[int, float, str], ...]  # entity, probability, name
    reason: str


class CaselessFinder:
    """Finds the entities of an index in scripts without capitals."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer, self._chances = gazetteer, Chances()

    @cached_property
    def surfaces(self) -> Surfaces:
        """The spellings of the names."""
        return Surfaces(self.gazetteer.index)

    @cached_property
    def _by_sound(self) -> BySound:
        return BySound(self.gazetteer, {*self.surfaces.known, *self._persian}, self._chances)

    @cached_property
    def _by_reading(self) -> ByReading:
        return ByReading(self.gazetteer, self._by_sound)

    @cached_property
    def _by_meaning(self) -> ByMeaning:
        return ByMeaning(self.gazetteer)

    @property
    def _persian(self) -> set[tuple[int, str]]:
        """What has a spelling in Arabic letters has one in Persian."""
        return {(entity, "fa") for entity, language in self.surfaces.known if language == "ar"}

    def find(self, text: str) -> list[Naming]:
        """What names an entity in a text, in order."""
        if not has_any(text) or not self.gazetteer.layers:
            return []
        every = units(text)
        exact = list(spelled(text, every, self.surfaces))
        taken = _taken(every, exact)
        heard = [*self._by_sound.heard(text, every, taken), *self._by_reading.heard(text, every, taken)]
        anchored = {one.entity for one in heard if one.full}
        anchored.update(meant.entity for one in exact for meant in one.meant if not meant.family)
        free = [one for one in exact if not self._by_sound.is_other_bearer(text, every, one)]
        found = [self._exact(text, one, anchored) for one in free if one.meant]
        spans = [(one.start, one.end) for one in exact]
        whole = [one for one in heard if one.full or one.entity in anchored or not _touches(one, spans)]
        found += self._heard(whole, anchored)
        found += self._meant(text, every)
        named = [one for one in found if one is not None]
        others = [(one.start, one.end) for one in named if self._is_another(text, every, one)]
        return _without_overlaps([one for one in named if not _is_within(one, others)])

    def _is_another(self, text: str, every: Sequence[Unit], one: Naming) -> bool:
        """Whether what names something is but part of the name of something else."""
        kind = self.gazetteer.index.kinds[one.meant[0][0]]
        part = is_in_longer_name if kind == PLACE else is_called_after
        return part(text, every, one.start, one.end)

    def _exact(self, text: str, one: Spelled, anchored: set[int]) -> Naming | None:
        """What a spelling means: a whole name first, then the bearer whom the text has in full, then the best known."""
        whole = [meant for meant in one.meant if not meant.family]
        chosen = whole or [meant for meant in one.meant if meant.entity in anchored] or list(one.meant)
        word = text[one.start : one.end]
        language = units(word)[0].language
        if not whole and not any(meant.entity in anchored for meant in chosen) and is_common(word, language):
            return None
        chance = WHOLE if whole else ANCHORED if chosen[0].entity in anchored else FAMILY
        rows = [(meant.entity, chance, meant.name) for meant in chosen]
        return self._among(one.start, one.end, rows, "the name as it is listed" if whole else "the family name alone")

    def _heard(self, heard: Sequence[Heard], anchored: set[int]) -> list[Naming | None]:
        """What sounds like a name, by place."""
        places: dict[tuple[int, int, bool], dict[int, tuple[float, str]]] = {}
        for one in heard:
            chance = one.probability
            if not one.full:
                chance = BEARER if one.entity in anchored else min(chance, HEARD)
            mine = places.setdefault((one.start, one.end, one.full), {})
            if one.entity not in mine or mine[one.entity][0] < chance:
                mine[one.entity] = (chance, one.name)
        found = []
        for (start, end, full), mine in places.items():
            best = max(chance for chance, _ in mine.values())
            rows = [(entity, chance, name) for entity, (chance, name) in mine.items() if chance >= best - 0.1]
            found.append(
                self._among(start, end, rows, "sounds like the name" if full else "sounds like the family name")
            )
        return found

    def _meant(self, text: str, every: Sequence[Unit]) -> list[Naming | None]:
        """What means an institution, by place."""
        places: dict[tuple[int, int], list[tuple[int, float, str]]] = {}
        for one in self._by_meaning.meant(text, every):
            places.setdefault((one.start, one.end), []).append((one.entity, one.probability, one.name))
        return [self._among(start, end, rows, "means the same") for (start, end), rows in places.items()]

    def _among(self, start: int, end: int, rows: list[tuple[int, float, str]], reason: str) -> Naming | None:
        """Of several entities the best known one, unless another is about as well known."""
        if len(rows) > 1:
            known = {entity: self._known(entity) for entity, _, _ in rows}
            rows = sorted(rows, key=lambda row: (-row[1] * known[row[0]], row[0]))
            if known[rows[0][0]] * rows[0][1] < AHEAD * known[rows[1][0]] * rows[1][1]:
                rows = [(entity, chance / len(rows), name) for entity, chance, name in rows]
        return Naming(start, end, tuple(rows), reason) if rows else None

    def _known(self, entity: int) -> float:
        """How well known an entity is: by its names and weight."""
        return self.gazetteer.names_of_entity(entity) * float(self.gazetteer.index.weights_of([entity])[0])


def _taken(every: Sequence[Unit], exact: Sequence[Spelled]) -> list[bool]:
    """Which words belong to a listed spelling of several, or to a name that isn't listed."""
    covered = [(one.start, one.end, one.meant) for one in exact]
    taken, place = [], 0
    for unit in every:
        while place < len(covered) and covered[place][1] <= unit.start:
            place += 1
        inside = place < len(covered) and covered[place][0] < unit.end
        taken.append(inside and (not covered[place][2] or covered[place][1] > unit.end))
    return taken


def _touches(one: Heard, spans: Sequence[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in spans)


def _is_within(one: Naming, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it is a part of one of these: the family name of whom a street is called after."""
    return any(start <= one.start and one.end <= end for start, end in spans)


def _without_overlaps(found: Sequence[Naming]) -> list[Naming]:
    """The likeliest ones that don't overlap, longer ones first among equals, in order."""
    kept: list[Naming] = []
    for one in sorted(found, key=lambda one: (-one.meant[0][1] * (one.end - one.start) ** 0.5, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)
