"""Names as they are spelled in scripts without capitals: those of the entities, and what the tables call them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from translit.finding.index.search import Index
from translit.kinds import KINDS, PERSON
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.text.caseless.particles import language_of_letter
from translit.text.caseless.units import has_any, normal
from translit.text.lookup.gazetteer import concepts_of_names

LEAST = 2  # letters of a name that stands by itself: one sign of Chinese is most often another word


class Meant(NamedTuple):
    """What a spelling means: an entity, the name, and whether it is but the family name."""

    entity: int
    name: str
    family: bool


class Surfaces:
    """Spelling, as `normal` has it → what it means; nothing for the name of a place that isn't listed."""

    def __init__(self, index: Index) -> None:
        self.meant: dict[str, tuple[Meant, ...]] = {}
        self.known: set[tuple[int, str]] = set()  # entities, each with a language in which it has a spelling
        for entity, kind in enumerate(index.kinds.tolist()):
            names = [index.name(name) for name in range(*index.entity_firsts[entity : entity + 2].tolist())]
            for spelling, name, family in _spellings(names, kind):
                self._add(spelling, Meant(entity, name, family))
        self._block()
        self.longest = max(map(len, self.meant), default=0)
        self.words = max((spelling.count(" ") + 1 for spelling in self.meant), default=0)
        self.firsts = frozenset(spelling.split(" ")[0] for spelling in self.meant)
        self.letters = frozenset(spelling[0] for spelling in self.meant)

    def _add(self, spelling: str, meant: Meant) -> None:
        known = self.meant.get(spelling, ())
        if len(spelling) >= LEAST and all(one.entity != meant.entity or one.family < meant.family for one in known):
            self.meant[spelling] = (*known, meant)
            self.known.add((meant.entity, language_of_letter(spelling[0])))

    def _block(self) -> None:
        """Take the names of all places, so that 俄罗斯 isn't found in 白俄罗斯 where that isn't listed."""
        if not self.meant:
            return
        known = lexicon("place")
        for concept in known.places:
            for form in known.forms(concept):
                if len(form) > LEAST and has_any(form):
                    self.meant.setdefault(normal(form), ())


def _spellings(names: list[str], kind: int) -> Iterator[tuple[str, str, bool]]:
    """The spellings of an entity, each with the name it is of, and whether it is but the family name."""
    for name in names:
        if not has_any(name):
            continue
        whole = normal(name).strip()
        yield whole, name, False
        if "·" in whole:
            yield whole.replace("·", " "), name, False
        parts = whole.replace("·", " ").split()
        if kind == PERSON and len(parts) > 1:
            yield parts[-1], name, True
    if kind != PERSON:
        known = lexicon(KINDS[kind])
        for concept in concepts_of_names(known, names):
            for form in known.forms(concept):
                if has_any(form):
                    yield normal(form), names[0], False
