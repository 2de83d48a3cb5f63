"""Organizations of another country than the listed one: the Supreme Court of Poland, the Polish Supreme Court.

Names of ministries, banks and courts are alike in all countries, so that the country beside one decides whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from translit.arrays import Bools
from translit.compiled import read_toml
from translit.kinds import KINDS
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon import lexicon
from translit.matching.places_orgs.listed_phrases import NAME, folded_word, words_of
from translit.text.candidate import Candidate
from translit.text.found import Found
from translit.text.gazetteer import Gazetteer
from translit.text.grammar import ALL_CELLS, Case, cases_of
from translit.text.readings import ALL, CUT, readings
from translit.text.text_block import PLAIN, Block
from translit.text.words import Shape, TextWord

ORGANIZATION = KINDS.index("organization")
MOST_LINKS = 4  # words between an organization and whose it is: of the Republic of
BEGIN = 3  # letters that all forms of a country's name share
LONGEST = 3  # words of a country's name
WHOSE = ("'s", "’s")
NOBODY: frozenset[int] = frozenset()


class Owner(NamedTuple):
    """The countries and organizations that a word may stand for, and how it may say that something is theirs."""

    whose: frozenset[int]
    after: bool  # it may follow what is theirs: Польши, США
    before: bool  # it may stand before it: Polish, Poland's


NONE = Owner(NOBODY, False, False)


def of_others(found: Found) -> Bools:
    """Whether each candidate is an organization beside a country, or an organization, that it doesn't belong to.

    Only where the names or the role of it, or of a namesake, say where that belongs.
    """
    result = np.zeros(len(found), dtype=np.bool_)
    if not len(found) or not found.gazetteer.things:
        return result
    kinds = np.asarray(found.gazetteer.index.kinds)[found.entities]
    spans: dict[tuple[int, int], list[int]] = {}
    numbers = np.flatnonzero(kinds == ORGANIZATION)
    rows = zip(numbers.tolist(), found.firsts[numbers].tolist(), found.lasts[numbers].tolist(), strict=True)
    for number, first, last in rows:
        spans.setdefault((first, last), []).append(number)
    for (first, last), every in spans.items():
        rivals = [one for one in every if _is_general(found.candidate(one))]
        if not rivals:
            continue
        said = _before(found.block, first)
        if last == first or not _owner_at(found.block, last).whose:
            said |= _after(found.block, last)
        if said:
            own = [_owners(found.gazetteer, int(found.entities[one])) for one in rivals]
            others = any(whose and whose.isdisjoint(said) for whose in own)
            for number, whose in zip(rivals, own, strict=True):
                result[number] = others and whose.isdisjoint(said) and bool(whose or not found.anchored[number])
    return result


def _is_general(one: Candidate) -> bool:
    """Whether other countries may have such a name: several words, common ones among them, or short as МВД, Минобороны.

    A French Engie is nobody else's than Engie.
    """
    slots = [one.form.slots[slot] for slot in one.matches]
    if len(slots) > 1:
        return any(slot.common for slot in slots)
    return any(
        slot.common or sum(map(str.isupper, slot.text)) > 1 or lexicon("organization").syllabic(slot.folded) is not None
        for slot in slots
    )


def _owners(gazetteer: Gazetteer, entity: int) -> frozenset[int]:
    """The countries and organizations that an entity's names and role speak of."""
    found = gazetteer.owners.get(entity)
    if found is None:
        one = gazetteer.index.entity(entity)
        found = gazetteer.owners[entity] = NOBODY.union(*map(owners_in, (*one.names, one.role)))
    return found


def _after(block: Block, last: int) -> frozenset[int]:
    """Whose the words after a place say that it is."""
    linked, place = False, last
    for _ in range(MOST_LINKS + 1):
        place += 1
        if place >= block.size or not block.before[place] & PLAIN or block.doc[place] != block.doc[last]:
            return NOBODY
        word = block.words[int(block.ids[place])]
        if word.lower not in _table().links:
            break
        linked = True
    if not word.shape:
        return NOBODY
    owner = _owner_at(block, place)
    if owner.after or (linked and owner.whose):
        return owner.whose
    words = [word]
    while len(words) < LONGEST and place + 1 < block.size and block.before[place + 1] & PLAIN:
        place += 1
        words.append(block.words[int(block.ids[place])])
    return _phrase(words) if not owner.whose and len(words) > 1 else NOBODY


def _owner_at(block: Block, place: int) -> Owner:
    word = block.words[int(block.ids[place])]
    return owner_of(word.text, word.language)


def _before(block: Block, first: int) -> frozenset[int]:
    """Whose the word before a place says that it is."""
    if not first or not block.before[first] & PLAIN or block.doc[first] != block.doc[first - 1]:
        return NOBODY
    word = block.words[int(block.ids[first - 1])]
    owner = _owner_at(block, first - 1)
    noun = word.shape == Shape.CAPITAL and not block.starts[first - 1] and not _has_capital(word)
    return owner.whose if owner.before and not noun else NOBODY


def _has_capital(word: TextWord) -> bool:
    """Whether a word with a capital may say whose something is: in most languages adjectives have a small letter."""
    table, main = _table(), (word.language or "").split("-")[0]
    return word.text[-2:] in WHOSE or not main or main in table.genitive_before or main in table.bare_before


def _phrase(words: Sequence[TextWord]) -> frozenset[int]:
    """The country of several words, each as it stands or in its likeliest base: Соединённых Штатов Америки."""
    for some in ([fold(word.text) for word in words], [word.folded or fold(word.text) for word in words]):
        size, concepts = lexicon("organization").at(some, 0)
        if size > 1:
            return lexicon("organization").countries.intersection(concepts)
    return NOBODY


@lru_cache(maxsize=1 << 14)
def owner_of(text: str, language: str | None) -> Owner:
    """What country or organization a word stands for, and whether it may say that what is beside it is theirs.

    >>> [owner_of(text, "ru")[1:] for text in ("Польши", "Польше", "польский", "США", "Пинск")]
    [(True, False), (False, False), (False, True), (True, False), (False, False)]
    """
    possessive = text[-2:] in WHOSE
    text = text[:-2] if possessive else text
    whole, short = fold(text), len(text) > 1 and text.isupper()
    main = (language or "").split("-")[0]
    if not short and whole[:BEGIN] not in _begun():
        return NONE
    whose, genitive = set(_whose(whole, short)), short and bool(_whose(whole, short))
    noun = short or any(_is_noun(one, whole) for one in whose)
    for base in () if short or text.islower() else readings([text], language)[0]:
        more = _whose(base.folded, short) if base.cost < CUT and base.folded != whole else NOBODY
        if any(_is_noun(one, base.folded) for one in more):
            noun = True
            whose |= more
            genitive |= base.cells == ALL or Case.GENITIVE in cases_of(base.cells & ALL_CELLS)
    if not whose:
        return NONE
    table = _table()
    bare = (short and main in table.bare_before) or (genitive and main in table.genitive_before)
    after = genitive and main not in table.genitive_before and (main not in table.bare_before or not short)
    return Owner(frozenset(whose), after, possessive or bare or not noun)


def _whose(folded: str, short: bool) -> frozenset[int]:
    """The countries that a folded word stands for, and where it is short in capitals the organizations."""
    if not folded:
        return NOBODY
    known = lexicon("organization")
    found = known.at([folded], 0, 1)[1]
    return frozenset(one for one in found if one in known.countries or (short and is_organization(one)))


def _is_noun(concept: int, folded: str) -> bool:
    """Whether a folded word is a name of a country, not an adjective, which the tables write in small letters."""
    return any(form[:1].isupper() and fold(form) == folded for form in lexicon("organization").forms(concept))


def is_organization(concept: int) -> bool:
    """Whether a concept of the names of organizations is a listed organization."""
    known = lexicon("organization")
    return known.roles[concept] == NAME and concept not in known.places


@cache
def _begun() -> frozenset[str]:
    """How the words begin that stand for a country by themselves."""
    countries = lexicon("organization").countries
    return frozenset(
        word[:BEGIN] for word, concepts in lexicon("organization").single_words() if not countries.isdisjoint(concepts)
    )


@lru_cache(maxsize=1 << 15)
def owners_in(name: str) -> frozenset[int]:
    """The countries, and the organizations in short, that a name or a description speaks of.

    >>> [lexicon("organization").keys[one] for one in owners_in("Верховный Суд Республики Беларусь")]
    ['belarus']
    """
    known = lexicon("organization")
    found: set[int] = set()
    words = words_of(name)
    folded = [folded_word(word) for word in words]
    for place, word in enumerate(words):
        if folded[place]:
            found.update(one for one in known.at(folded, place)[1] if one in known.countries)
            found.update(one for one in owner_of(word, None).whose if one in known.countries or len(words) > 1)
    return frozenset(found)


class _Table(NamedTuple):
    links: frozenset[str]
    genitive_before: frozenset[str]
    bare_before: frozenset[str]


@cache
def _table() -> _Table:
    raw = read_toml("text", "owners.toml")["table"]
    return _Table(*(frozenset(raw[name].split()) for name in _Table._fields))
