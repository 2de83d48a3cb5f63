"""Organizations of another country than the listed one: the Supreme Court of Poland, the Polish Supreme Court.

Names of ministries, banks and courts are alike in all countries, so that the country beside one decides whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.arrays import Bools
from translit.kinds import ORGANIZATION
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.reading.joined_words import syllabic
from translit.text.candidates.candidate import Candidate
from translit.text.candidates.found import Found
from translit.text.candidates.owner_words import NOBODY, Owner, owner_of, owners_in, rules
from translit.text.candidates.text_block import PLAIN, Block
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.bare_words import WHOSE
from translit.text.reading.words import Shape, TextWord

MOST_LINKS = 4  # words between an organization and whose it is: of the Republic of
LONGEST = 3  # words of a country's name


def of_others(found: Found) -> Bools:
    """Whether each candidate is an organization beside a country, or an organization, that it doesn't belong to.

    Only where the names or the role of it, or of a namesake, say where that belongs.
    """
    result = np.zeros(len(found), dtype=np.bool_)
    if not len(found) or not found.gazetteer.things:
        return result
    kinds = np.asarray(found.gazetteer.index.kinds)[found.entities]
    spans: dict[tuple[int, int], list[int]] = {}
    numbers = np.flatnonzero(found.told(kinds == ORGANIZATION, _is_general) & _may_be_owned(found))
    rows = zip(numbers.tolist(), found.firsts[numbers].tolist(), found.lasts[numbers].tolist(), strict=True)
    for number, first, last in rows:
        spans.setdefault((first, last), []).append(number)
    for (first, last), rivals in spans.items():
        said = _before(found.block, first)
        if last == first or not _owner_at(found.block, last).whose:
            said |= _after(found.block, last)
        if said:
            own = [owners(found.gazetteer, int(found.entities[one])) for one in rivals]
            others = any(whose and whose.isdisjoint(said) for whose in own)
            for number, whose in zip(rivals, own, strict=True):
                result[number] = others and whose.isdisjoint(said) and bool(whose or not found.anchored[number])
    return result


def _may_be_owned(found: Found) -> Bools:
    """Whether a word right before or after each candidate may say whose it is."""
    block, size = found.block, max(found.block.size - 1, 0)
    before, after = np.maximum(found.firsts - 1, 0), np.minimum(found.lasts + 1, size)
    told = ((block.before[found.firsts] & PLAIN) > 0) & block.told(before, _may_say_before)
    told |= ((block.after[found.lasts] & PLAIN) > 0) & block.told(after, _may_say_behind)
    return np.asarray(told)


def _may_say_before(word: TextWord) -> bool:
    return owner_of(word.text, word.language).before


def _may_say_behind(word: TextWord) -> bool:
    return word.shape > 0 or word.lower in rules().links


def _is_general(one: Candidate) -> bool:
    """Whether other countries may have such a name: several words, common ones among them, or short as МВД, Минобороны.

    A French Engie is nobody else's than Engie.
    """
    slots = [one.form.slots[slot] for slot in one.matches]
    if len(slots) > 1:
        return any(slot.common for slot in slots)
    return any(
        slot.common or sum(map(str.isupper, slot.text)) > 1 or syllabic(slot.folded) is not None for slot in slots
    )


def owners(gazetteer: Gazetteer, entity: int) -> frozenset[int]:
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
        if word.lower not in rules().links:
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
    table, main = rules(), (word.language or "").split("-")[0]
    return word.text[-2:] in WHOSE or not main or main in table.genitive_before or main in table.bare_before


def _phrase(words: Sequence[TextWord]) -> frozenset[int]:
    """The country of several words, each as it stands or in its likeliest base: Соединённых Штатов Америки."""
    for some in ([fold(word.text) for word in words], [word.folded or fold(word.text) for word in words]):
        size, concepts = lexicon("organization").at(some, 0)
        if size > 1:
            return lexicon("organization").countries.intersection(concepts)
    return NOBODY
