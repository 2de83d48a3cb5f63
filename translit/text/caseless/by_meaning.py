"""Institutions in scripts without capitals, by what the words of their names stand for: 外務省, جامعة القاهرة.

Their names are phrases of listed words, in whichever language, so that an index has them by what these mean, and
`compare` says how probably a phrase is one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.matching.phonetics.fold import cleaned
from translit.matching.places_orgs.lexicon.folded_words import folded_word
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, NAME, SMALL, WORD
from translit.matching.places_orgs.lexicon.unspaced import cut
from translit.memo import memoized
from translit.text.caseless.particles import UNSPACED, links
from translit.text.caseless.spelled import end_of
from translit.text.caseless.units import Unit
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.sense.owners import owners
from translit.text.sense.unsaid_owners import home

SURE = 0.9  # probability by `compare` from which on a phrase names an institution
OTHER = 0.5  # and below which a word more makes it another one's name
AT_HOME = 0.85  # at most, where the language alone says whose it is: set by hand
MOST = 6  # words of a phrase
LONGEST = 400  # characters of a run that is cut into words at once
CUT = frozenset((*UNSPACED, "ko"))  # languages that write such names without blanks
_KEPT = frozenset((GENERIC, WORD, NAME, SMALL))


HEAD_FIRST = frozenset(("th", "he"))  # languages that have *of* between a kind and whose it is


class Meaning(NamedTuple):
    """A place where an institution is named: its entity, the name, and how probable that is."""

    start: int
    end: int
    entity: int
    name: str
    probability: float


class _Word(NamedTuple):
    """A listed word: where it stands, the language, and whether it is a small one, of a kind, or of a country."""

    start: int
    end: int
    text: str  # without particles and endings
    language: str
    roles: frozenset[str]
    countries: frozenset[int]
    office: bool  # or what somebody is there

    @property
    def head(self) -> bool:
        """Whether it is a kind of organization, or one of them by name."""
        return GENERIC in self.roles or NAME in self.roles

    @property
    def whole(self) -> bool:
        """Whether it may be a name by itself, spelled as it is listed."""
        return NAME in self.roles and not self.countries and self.language in CUT


class ByMeaning:
    """Looks for phrases that mean an institution of the index."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def meant(self, text: str, units: Sequence[Unit]) -> list[Meaning]:
        """The places of a text that name an institution, each entity's longest at each."""
        institutions = self.gazetteer.institutions
        if not len(institutions):
            return []
        runs = list(_runs(text, _listed(units)))
        spans = [(run, first, last) for run in runs for first, last in _spans(run)]
        institutions.prepare(_written(text, run, first, last) for run, first, last in spans)
        said = _said_most(runs)
        found: dict[tuple[int, int], Meaning] = {}
        for run, first, last in spans:
            for one in self._of_span(text, run, first, last, said):
                key = run[0].start, one.entity
                if key not in found or (one.end - one.start, one.probability) > _size(found[key]):
                    found[key] = one
        return list(found.values())

    def _of_span(
        self, text: str, run: Sequence[_Word], first: int, last: int, said: frozenset[int]
    ) -> Iterator[Meaning]:
        """The institutions that some words of a run name."""
        start, end = run[first].start, run[last].end
        index, institutions = self.gazetteer.index, self.gazetteer.institutions
        whose = frozenset[int]().union(*(word.countries for word in run[first : last + 1]))
        for name, likely in institutions.meant(_written(text, run, first, last)).items():
            entity = index.entity_of(name)
            own = owners(self.gazetteer, entity)
            if own and not whose:
                at_home = likely >= OTHER and bool(own & (said | home(run[first].language)))
                sure, chance = at_home, AT_HOME
            else:
                sure, chance = likely >= SURE, likely
            if not sure or self._goes_on(text, run, first, last, name):
                continue
            yield Meaning(start, end, entity, index.name(name), chance)

    def _goes_on(self, text: str, run: Sequence[_Word], first: int, last: int, name: int) -> bool:
        """Whether the listed word before or after a phrase makes it the name of another institution."""
        meant = self.gazetteer.institutions.meant
        for start, end in ((first - 1, last), (first, last + 1)):
            if start < 0 or end >= len(run):
                continue
            beside = run[start if start < first else end]
            if beside.office or not beside.roles - {SMALL}:
                continue
            if (
                start == first
                and beside.language in CUT
                and not any(GENERIC in one.roles for one in run[end : end + 3])
            ):
                continue  # what is taught there
            one, other = (start, first) if start < first else (last, end)
            linked = bool(text[run[one].end : run[other].start].strip())
            if linked and (run[one].language in HEAD_FIRST) != (start == first):
                continue  # the research of the university
            if meant(_written(text, run, start, end)).get(name, 0.0) < OTHER:
                return True
        return False


def _written(text: str, run: Sequence[_Word], first: int, last: int) -> str:
    """Some words of a run as a name: what stands before the last as it is written."""
    return text[run[first].start : run[last].start] + run[last].text


def _size(one: Meaning) -> tuple[int, float]:
    return one.end - one.start, one.probability


def _said_most(runs: Sequence[Sequence[_Word]]) -> frozenset[int]:
    """The countries that a text speaks of most."""
    counts = Counter(country for run in runs for word in run for country in word.countries)
    most = max(counts.values(), default=0)
    return frozenset(one for one, count in counts.items() if count == most)


def _listed(units: Sequence[Unit]) -> Iterator[_Word]:
    """The words of a text that stand for something in names of organizations, in order."""
    parts = [part for unit in units for part in _parts(unit)]
    told = roles_of.many([text for _, _, text, _ in parts])
    last = -1
    japanese = any(unit.language == "ja" for unit in units)
    for (start, end, word, language), said in zip(parts, told, strict=True):
        if said[0] and start >= last:
            yield _Word(start, end, word, "ja" if japanese and language == "zh" else language, *said)
            last = end


def _parts(unit: Unit) -> Iterator[tuple[int, int, str, str]]:
    """What of a word is looked up: it without particles, or the words that it is cut into."""
    if unit.language not in CUT:
        for one in unit.variants:
            yield unit.start + one.front, end_of(unit, one), one.text, unit.language
        return
    known, start = lexicon("organization").unspaced, unit.start
    for place in range(0, len(unit.text), LONGEST):
        last = ""
        for part in cut(unit.text[place : place + LONGEST], known):
            if part in known:
                yield start, start + len(part), part, unit.language
            elif last in known and part[0] in lexicon("organization").suffixes:
                yield start, start + 1, part[0], unit.language  # 防衛省
            start += len(part)
            last = part


@memoized
def roles_of(words: Sequence[str]) -> list[tuple[frozenset[str], frozenset[int], bool]]:
    """What each word is in the names of organizations, the countries that it stands for, and whether it is an office.

    >>> [sorted(roles) for roles, *_ in roles_of.many(["جامعة", "大学", "三星"])]
    [['generic'], ['generic'], ['name']]
    """
    known = lexicon("organization")
    found = known.of_words([folded_word(cleaned(known.suffixes.get(word, word))) for word in words])
    roles = [frozenset(known.roles[one] for one in concepts) & _KEPT for concepts in found]
    offices = [bool(concepts) and offices_of().issuperset(concepts) for concepts in found]
    return list(zip(roles, map(known.countries.intersection, found), offices, strict=True))


@cache
def offices_of() -> frozenset[int]:
    """The words that say what somebody is at an institution: its president."""
    keys = read_toml("text", "owners.toml")["table"]["offices"].split()
    return frozenset(map(lexicon("organization").number, keys))


def _runs(text: str, words: Iterator[_Word]) -> Iterator[list[_Word]]:
    """Listed words that follow one another with but a blank between, or a word for *of*."""
    run: list[_Word] = []
    for word in words:
        gap = text[run[-1].end : word.start] if run else ""
        if gap.strip(" \xa0") not in links() or (gap.isspace() and word.language in UNSPACED):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _spans(run: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """The parts of a run that may be a name."""
    for first, word in enumerate(run):
        if not word.roles - {SMALL}:
            continue
        for last in range(first, min(first + MOST, len(run))):
            enough = any(one.head for one in run[first : last + 1]) if last > first else word.whole
            if run[last].roles - {SMALL} and enough:
                yield first, last
