"""Persons in Chinese characters and hangul who are listed in other scripts, by how their names are read.

Nothing tells where a name begins and ends. So a string counts that begins with a family name of the list and is one of
its full names by `compare`; the family name alone where the full name stands in the text, and that of a foreigner in
transcription behind a title: 法国总统马克龙.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.matching.persons.otherwise.han_tables import korean_families
from translit.patterns import plain_pattern
from translit.text.caseless.by_sound import BySound, Heard
from translit.text.caseless.named_persons import NamedPersons, may_be_given
from translit.text.caseless.spelled import is_katakana
from translit.text.caseless.transcribed import titled_units, transcribed_units
from translit.text.caseless.units import Unit
from translit.text.lookup.gazetteer import Gazetteer

FULL = 0.8  # what `compare` says of a full name, at least
LESS = 0.4  # what the longer of two ways to cut a name may be less probable
TITLED = 0.75  # probability at most of a foreign family name that is known by the title before it: set by hand
FAMILY, LONGEST, SHORT = 3, 6, 2  # characters of a family name, of a full name, and of one that may well be a word
KOREAN = (2, 5)  # syllables of a Korean name
LAST = plain_pattern("[·・•‧=＝]")


class _Guess(NamedTuple):
    start: int
    end: int
    name: int
    family: str  # what of it is the family name
    full: bool


class _Words(NamedTuple):
    """Words that stand before and behind names."""

    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    titles: dict[str, tuple[str, ...]]


@cache
def _words() -> _Words:
    raw = read_toml("text", "particles.toml")["beside_persons"]
    return _Words(*({language: tuple(row.split()) for language, row in raw[name].items()} for name in _Words._fields))


class ByReading:
    """Looks for names of persons that strings in Chinese characters or hangul are read as."""

    def __init__(self, gazetteer: Gazetteer, by_sound: BySound) -> None:
        self.gazetteer, self.by_sound, self.chances = gazetteer, by_sound, by_sound.chances
        self.known = NamedPersons(gazetteer.index)

    def heard(self, text: str, units: Sequence[Unit], taken: Sequence[bool]) -> list[Heard]:
        """The places of a text where a person is named, of units that aren't taken."""
        free = [unit for unit, gone in zip(units, taken, strict=True) if not gone and unit.language in ("zh", "ko")]
        if not free or not self.gazetteer.index.persons:
            return []
        language = "ja" if any(unit.language == "ja" for unit in units) else "zh"
        guesses = [one for unit in free for one in self._guesses(text, unit, language)]
        found = self._compared(text, guesses)
        families = {family: one for one, family in found if len(family) > 1}
        foreign = self._foreign(text, units)
        families |= {LAST.split(text[one.start : one.end])[-1]: one for one in foreign}
        said = families.keys() - {family for _, family in found}
        alone = [one for unit in free for one in _alone(text, unit, families, said, language)]
        return [*(one for one, _ in found), *alone, *foreign]

    def _compared(self, text: str, guesses: Sequence[_Guess]) -> list[tuple[Heard, str]]:
        """The guesses that are a name by `compare`, each with its family name."""
        index = self.gazetteer.index
        pairs = [(text[one.start : one.end], index.name(one.name)) for one in guesses]
        chances = self.chances.many(pairs)
        return [
            (Heard(one.start, one.end, index.entity_of(one.name), name, one.full, chance), one.family)
            for one, (_, name), chance in zip(guesses, pairs, chances, strict=True)
            if chance >= FULL
        ]

    def _guesses(self, text: str, unit: Unit, language: str) -> Iterator[_Guess]:
        """The strings in a word that may be full names."""
        if unit.language == "ko":
            for one in unit.variants:
                if not one.front and KOREAN[0] <= len(one.text) <= KOREAN[1] and one.text[0] in korean_families():
                    for name in self.known.named(one.text):
                        yield _Guess(unit.start, unit.end - one.back, name, one.text[0], True)
            return
        written, size = unit.text, len(unit.text)
        for start in range(size - 1):
            for family in range(1, min(FAMILY, size - start - 1) + 1):
                if not self.known.has_family(written[start : start + family]):
                    continue
                for end in range(start + family + 1, min(start + LONGEST, size) + 1):
                    if not may_be_given(written[end - 1]):
                        break
                    if end - start > SHORT or _is_titled(text, unit.start + start, unit.start + end, language):
                        for name in self.known.named(written[start:end]):
                            own = written[start : start + family]
                            yield _Guess(unit.start + start, unit.start + end, name, own, True)

    def _foreign(self, text: str, units: Sequence[Unit]) -> list[Heard]:
        """The foreigners in transcription who are named in full or with a title."""
        words = transcribed_units(text, units)
        found = _longest([one for one in self.by_sound.heard(text, words, [False] * len(words)) if one.full])
        titled: list[Heard] = []
        for unit in titled_units(units, _words().before["zh"]):
            for one in self.by_sound.heard(text, [unit], [False]):
                titled.append(one._replace(full=True, probability=TITLED))
        return found + _longest(titled)


def _longest(found: Sequence[Heard]) -> list[Heard]:
    """Of the ways to cut a name the longest, unless a shorter one is much likelier: 拉夫罗夫, not 拉夫罗."""
    best: dict[tuple[int, int], float] = {}
    for one in found:
        for place in range(one.start, one.end):
            best[one.entity, place] = max(best.get((one.entity, place), 0.0), one.probability)
    kept: list[Heard] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, -one.probability)):
        likeliest = max(best[one.entity, place] for place in range(one.start, one.end))
        apart = all(one.end <= other.start or other.end <= one.start for other in kept if other.entity == one.entity)
        if apart and one.probability >= likeliest - LESS:
            kept.append(one._replace(probability=likeliest))
    return kept


def _alone(text: str, unit: Unit, families: dict[str, Heard], foreign: Set[str], language: str) -> Iterator[Heard]:
    """The family names of those who stand in the text in full, with nothing behind that may be a given name."""
    for family, one in families.items():
        at = unit.text.find(family)
        while at >= 0:
            start, end = unit.start + at, unit.start + at + len(family)
            if family in foreign or _may_end(text, end, language):
                yield Heard(start, end, one.entity, one.name, False, one.probability)
            at = unit.text.find(family, at + len(family))


def _may_end(text: str, end: int, language: str) -> bool:
    """Whether a name may end at a place: no letter follows, or a word that follows names."""
    if end >= len(text) or not ("\u3400" <= text[end] <= "\u9fff" or is_katakana(text[end])):
        return True
    return text.startswith((*_words().titles[language], *_words().after[language]), end)


def _is_titled(text: str, start: int, end: int, language: str) -> bool:
    """Whether a title stands beside a name that may well be a word."""
    return text.startswith(_words().titles[language], end) or text[:start].endswith(_words().before[language])
