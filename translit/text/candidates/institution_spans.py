"""Phrases of a text that name a listed institution: Belarusian Defence Ministry, ministère de la Défense du Bélarus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from translit.arrays import Bools, Int64s
from translit.finding.index.ranges import spread
from translit.text.candidates.candidate import Candidate, Match
from translit.text.candidates.owner_words import rules
from translit.text.candidates.text_block import HYPHEN, PLAIN, Block
from translit.text.lookup.forms import Form
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.lookup.listed_institutions import meanings
from translit.text.reading.bare_words import without_article
from translit.text.reading.institution_words import Said, said_by
from translit.text.reading.readings import ALL
from translit.text.reading.words import Text, TextWord

SURE = 0.9  # probability by `compare` from which on a phrase names an institution
BARE = 0.6  # the same of one that doesn't say whose it is, which the text must: set by hand
OTHER = 0.5  # and below which a word more makes it another one's name
LONGEST = 8  # words before or after one with a capital
MOST_CONTENT = 7  # words of a phrase that count
ALIKE: Match = (0.05, 0.0, ALL)  # of two words that stand for one thing
CYRILLIC = "\N{CYRILLIC SMALL LETTER A}"
KIND, FIELD, OWNER, WHOLE, ACRONYM = map(int, (Said.KIND, Said.FIELD, Said.OWNER, Said.WHOLE, Said.ACRONYM))
HEADS = KIND | WHOLE | ACRONYM  # plain numbers for inner loops: see persons.marks
CONTENT = HEADS | FIELD | OWNER


def phrases(block: Block) -> Iterator[tuple[int, int]]:
    """The first and last places of runs of words that may stand in names of institutions, a capital among them."""
    seeds = np.flatnonzero(block.shape > 0)
    seeds = seeds[(block.said(seeds, _said_by) & CONTENT) > 0]
    if not len(seeds):
        return
    inside = (block.before & (PLAIN | HYPHEN)) > 0
    inside[block.firsts[:-1][block.firsts[:-1] < block.size]] = False
    first, last = _reach(seeds, -1, inside, block), _reach(seeds, 1, inside, block)
    covered = np.zeros(block.size, dtype=np.bool_)
    covered[spread(first, last + 1)] = True
    begins = covered & ~(inside & np.concatenate([[False], covered[:-1]]))
    starts = np.flatnonzero(begins)
    ends = np.flatnonzero(covered & np.concatenate([(begins | ~covered)[1:], [True]]))
    heads = np.flatnonzero(covered)
    heads = heads[(block.said(heads, _said_by) & HEADS) > 0]
    kept = np.searchsorted(heads, starts) < np.searchsorted(heads, ends, side="right")
    yield from zip(starts[kept].tolist(), ends[kept].tolist(), strict=True)


def _reach(seeds: Int64s, step: int, inside: Bools, block: Block) -> Int64s:
    """How far the run of each place goes to one side."""
    ends, open_ = seeds.copy(), np.arange(len(seeds))
    for _ in range(LONGEST):
        places = ends[open_] + step
        fits = (places >= 0) & (places < len(inside))
        open_, places = open_[fits], places[fits]
        fits = inside[places if step > 0 else places + 1]
        open_, places = open_[fits], places[fits]
        fits = block.said(places, _said_by) > 0
        open_, places = open_[fits], places[fits]
        if not len(open_):
            break
        ends[open_] = places
    return ends


def written_in(text: Text) -> list[str]:
    """The phrases of a run that may name an institution."""
    said = _said_by(text.words)
    return [_written(text.words, first, last) for first, last in _spans(said, text.words)]


def institutions_in(text: Text, gazetteer: Gazetteer) -> list[Candidate]:
    """The institutions that the words of a run name, each by its longest phrase."""
    said = _said_by(text.words)
    best: dict[int, tuple[int, float, Candidate]] = {}
    for first, last in _spans(said, text.words):
        for name, chance in gazetteer.institutions.meant(_written(text.words, first, last)).items():
            least = SURE if any(one & OWNER for one in said[first : last + 1]) else BARE
            if chance < least or _goes_on(text, said, first, last, name, gazetteer):
                continue
            form = gazetteer.form(name)
            mine = last - first, chance
            if form.entity not in best or mine > best[form.entity][:2]:
                found = Candidate(
                    first, last, form, _matches(text.words, first, last, form), resolved=max(chance, SURE)
                )
                best[form.entity] = (*mine, found)
    return [found for _, _, found in best.values()]


def _spans(said: Sequence[int], words: Sequence[TextWord]) -> Iterator[tuple[int, int]]:
    """The parts of a run that may be a name: a kind and something else, or both in one word, with a capital."""
    for first in range(len(said)):
        if not said[first] & CONTENT:
            continue
        before, count = first, 1
        if said[first] & WHOLE and words[first].shape:
            yield first, first
        for last in range(first + 1, len(said)):
            if not said[last] & CONTENT:
                continue
            count += 1
            if count > MOST_CONTENT or not _may_follow(said, words, before, last):
                break
            before = last
            some = range(first, last + 1)
            if said[last] == OWNER and not words[last].shape and words[last].lower[:1] >= CYRILLIC:
                continue  # an adjective of what follows: Вищий суд швейцарського кантону
            if any(said[place] & HEADS for place in some) and any(words[place].shape for place in some):
                yield first, last


def _may_follow(said: Sequence[int], words: Sequence[TextWord], before: int, place: int) -> bool:
    """Whether a word may be of one name with one before: others than *of* stand only before what it is for."""
    if all(word.lower in rules().links for word in words[before + 1 : place]):
        return True
    return bool(said[before] & (KIND | FIELD)) and said[place] == FIELD


def _goes_on(text: Text, said: Sequence[int], first: int, last: int, name: int, gazetteer: Gazetteer) -> bool:
    """Whether the word before or after a phrase makes it the name of another institution: Минобороны Польши."""
    links = rules().links
    after, before = last + 1, first - 1
    while after < len(said) and text.words[after].lower in links:
        after += 1
    if after == last + 1 < len(said) and text.words[last].shape and not text.words[after].shape:
        language = (text.words[last].language or "").split("-")[0]
        after = (
            len(said) if language in rules().genitive_before else after
        )  # Latvijas Universitātes pētījums: its study
    for start, end, place in ((first, after, after), (before, last, before)):
        if 0 <= place < len(said) and said[place] & (OWNER | FIELD):
            chance = gazetteer.institutions.meant(_written(text.words, start, end)).get(name, 0.0)
            if chance < OTHER:
                return True
    return False


def _said_by(words: Sequence[TextWord]) -> list[int]:
    return list(map(int, said_by.many(map(_bare, words))))


def _bare(word: TextWord) -> str:
    return without_article(word.text)


def _written(words: Sequence[TextWord], first: int, last: int) -> str:
    return " ".join([_bare(word) for word in words[first : last + 1]])


def _matches(words: Sequence[TextWord], first: int, last: int, form: Form) -> dict[int, tuple[int, Match]]:
    """Which word of a phrase stands for which of the name, for those that stand for one thing."""
    found: dict[int, tuple[int, Match]] = {}
    slots = [(number, set(chain(*meanings(slot.text)))) for number, slot in enumerate(form.slots) if slot.weight]
    for place in range(first, last + 1):
        for part in meanings(_bare(words[place])):
            slot = next((number for number, mine in slots if number not in found and not mine.isdisjoint(part)), None)
            if slot is not None:
                found[slot] = (place, ALIKE)
    return found or {0: (first, ALIKE)}
