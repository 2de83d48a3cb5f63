"""Candidates that the words beside them contradict: another given name, or a wrong initial, before the family name;
or its own form, a man's where the listed person is a woman, or the other way round.

The evidence that the model weighs is of texts where such people are rare, so that these rules stand beside it and no
fit softens them: Peter Macron isn't Emmanuel, however well the family name agrees.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.arrays import Bools, Int64s
from translit.finding.index.ranges import spread
from translit.matching.persons.lexicon.endings import patronymic_genders
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.lists import titles
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import keys
from translit.text.candidates.features import FAMILY_COLUMN, GENDER_COLUMN, INITIALS_COLUMN, PERSON_COLUMN, WRONG_COLUMN
from translit.text.candidates.found import Found
from translit.text.candidates.text_block import PLAIN, Block
from translit.text.inflection.grammar import ALL_CELLS, Case, cases_of
from translit.text.lookup.gazetteer import Gazetteer
from translit.text.reading.common_words import is_common
from translit.text.reading.readings import ALL
from translit.text.reading.words import CALENDAR, FUNCTION, Shape, TextWord
from translit.text.sense.bearers import FEW, family_of_strangers, given_of_strangers
from translit.text.sense.double_names import halves
from translit.text.sense.unlisted_given import may_be_given

WHOSE = ("'s", "’s", "s'", "s’")  # Israel's Netanyahu
WITHOUT_VOWELS = frozenset(("ARABIC", "HEBREW"))
LIMIT = 1 << 40  # more than the places of any block


def contradicted(found: Found) -> Bools:
    """Whether each candidate is of somebody whom the words around it rule out.

    A family name alone that stands for the first time beside a contradiction is that stranger's afterwards too, unless
    the listed person's full name, or an initial that agrees, stands in the text.
    """
    if not len(found):
        return np.zeros(0, dtype=np.bool_)
    features = found.store.features[found.rows]
    person = features[:, PERSON_COLUMN] > 0
    alone = features[:, FAMILY_COLUMN] > 0
    wrong = alone & (features[:, WRONG_COLUMN] > 0)
    family = person & ~found.given_alone
    single = found.firsts == found.lasts
    given = given_of_strangers(found)
    covered = _covered(found, given)
    things = family_of_strangers(found, covered)
    beside = wrong | _other_given(found, family & single, covered) | things | halves(found, family & single)
    agreeing = family & ~beside & (~single | (features[:, INITIALS_COLUMN] > 0))
    strange = beside | _of_strangers(found, family | (single & ~person), beside, agreeing)
    strange |= alone & (features[:, GENDER_COLUMN] > 0)
    return np.asarray(strange | given | _has_other_family(found, covered))


def _covered(found: Found, given: Bools) -> Bools:
    """Which places of the block stand in somebody's full name, or in the whole name of a place or organization."""
    covered = np.zeros(found.block.size, dtype=np.bool_)
    things = found.store.wholes[found.rows] & (found.store.features[found.rows, PERSON_COLUMN] == 0) & ~given
    full = np.flatnonzero(found.anchors | things)
    covered[spread(found.firsts[full], found.lasts[full] + 1)] = True
    return covered


def _other_given(found: Found, family: Bools, covered: Bools) -> Bools:
    """Whether a family name alone stands beside a given name that isn't the entity's.

    Before it, a patronymic between or not; or after it as it is listed, not inflected, so that it isn't an
    object, and with nothing but a patronymic behind it, so that it isn't the given name of another family name.
    """
    block, entities = found.block, found.entities
    size = max(block.size - 1, 0)
    capital = (block.shape == Shape.CAPITAL) | (block.shape == Shape.UPPER)
    given, listed, between = _said(block, _around(found, family) & capital)
    given &= ~covered & ~block.opening & ~_common_at_start(block, given)
    joined = np.zeros(block.size + 1, dtype=np.bool_)  # whether each word stands right after that before it
    joined[1:-1] = ((block.before[1:] & PLAIN) > 0) & (block.doc[1:] == block.doc[:-1])
    before, open_ = found.firsts - 1, joined[found.firsts]
    before = before - (open_ & between[before] & joined[np.maximum(before, 0)])
    after = np.minimum(found.lasts + 1, size)
    behind = np.minimum(after + 1, size)
    alone = ~joined[after + 1] | ~capital[behind] | (between[behind] & capital[behind])
    result = _unlisted_given(found, family & open_ & capital[before] & ~given[before] & ~covered[before], before)
    for places, asked in (
        (before, family & open_ & given[before]),
        (after, family & joined[found.lasts + 1] & given[after] & listed[after] & alone),
    ):
        for number in np.flatnonzero(asked).tolist():
            word = block.words[int(block.ids[places[number]])]
            if not _disagree(word, found.candidate(number).cells):
                result[number] |= _is_other(word, int(entities[number]), found.gazetteer)
    return result


def _unlisted_given(found: Found, asked: Bools, before: Int64s) -> Bools:
    """Whether an unlisted given name stands before a family name of somebody whose full name stands in the text."""
    block = found.block
    result = np.zeros(len(found), dtype=np.bool_)
    for number in np.flatnonzero(asked & ~block.opening[before]).tolist():
        place = int(before[number])
        word = block.words[int(block.ids[place])]
        read = 0 < len(word.sets) <= FEW
        if read or (found.anchored[number] and not block.starts[place]):
            result[number] = may_be_given(word, found.candidate(number).cells)
    return result


def _common_at_start(block: Block, asked: Bools) -> Bools:
    """Whether each word is a common one at the start of a sentence, and its base no name: Вера Путина в победу."""
    found = np.zeros(block.size, dtype=np.bool_)
    places = np.flatnonzero(asked & block.starts)
    found[places] = block.told(places, _is_rather_common)
    return found


def _is_rather_common(word: TextWord) -> bool:
    return is_common(word.lower, word.language) and not given_names().listed(word.folded)


def _around(found: Found, family: Bools) -> Bools:
    """The places up to two words before and after those candidates."""
    around = np.zeros(found.block.size + 4, dtype=np.bool_)
    for step in (0, 1):
        around[found.firsts[family] + step] = True
        around[found.lasts[family] + 3 + step] = True
    return around[2:-2]


def _said(block: Block, asked: Bools) -> tuple[Bools, Bools, Bools]:
    """Of the words at these places: whether each is a given name, is listed as it stands, is a patronymic."""
    places, said = np.flatnonzero(asked), np.zeros((3, block.size), dtype=np.bool_)
    said[0, places] = block.told(places, _is_given)
    said[1, places] = block.told(places, _is_listed)
    said[2, places] = block.said(places, _are_patronymics) > 0
    return said[0], said[1], said[2]


def _are_patronymics(words: Sequence[TextWord]) -> list[bool]:
    told = patronymic_genders([word.folded for word in words])
    return [strong and word.shape == Shape.CAPITAL for word, (_, strong) in zip(words, told, strict=True)]


def _is_listed(word: TextWord) -> bool:
    return word.shape == Shape.CAPITAL and bool(given_names().listed(fold(word.text)))


def _is_given(word: TextWord) -> bool:
    """Whether a word is in the lists of given names, not only read like one, and no title, month or genitive."""
    if word.shape not in (Shape.CAPITAL, Shape.UPPER) or not word.sets or word.bits & (FUNCTION | CALENDAR):
        return False
    if word.lower in titles() or word.text[-2:] in WHOSE:
        return False
    listed = given_names().listed(word.folded) or given_names().listed(fold(word.text))  # Вера, though also of Вер
    return bool(listed)


def _disagree(word: TextWord, cells: int) -> bool:
    """Whether a man's given name stands as it is listed beside a family name in another case: Дональд Путину позвонил.

    A woman's may: Быкова is the genitive of Быков too.
    """
    if cells == ALL or Case.NOMINATIVE in cases_of(cells & ALL_CELLS) or not _is_listed(word):
        return False
    genders = given_names().genders
    return all(genders[number] == "m" for number in word.sets)


def _is_other(word: TextWord, entity: int, gazetteer: Gazetteer) -> bool:
    """Whether an entity has given names, and a given name of a text is none of them."""
    own = gazetteer.given_of_entity(entity)
    if not own or not own.isdisjoint(word.sets) or not own.isdisjoint(word.hits):
        return False
    if not gazetteer.scripts_of_entity(entity) <= WITHOUT_VOWELS:
        return True
    mine = set(keys(word.folded))  # ليلى is Leïla, by its consonants
    return all(mine.isdisjoint(keys(one)) for one in own if isinstance(one, str))


def _of_strangers(found: Found, family: Bools, beside: Bools, agreeing: Bools) -> Bools:
    """Whether a family name alone follows a stranger's, and the entity was named by nothing else before or after."""
    most = int(found.entities.max()) + 1
    keys = np.unique(found.docs * most + found.entities, return_inverse=True)[1]
    count = int(keys.max()) + 1

    def earliest(told: Bools) -> Int64s:
        places = np.full(count, LIMIT, dtype=np.int64)
        np.minimum.at(places, keys[told], found.firsts[told])
        return places

    stranger, free = earliest(beside), earliest(family & ~beside)
    taken = (stranger < free) & (earliest(agreeing) == LIMIT)
    return np.asarray(family & taken[keys] & ~found.anchored)


def _has_other_family(found: Found, covered: Bools) -> Bools:
    """Whether a given name alone stands before a word with a capital, which is somebody's family name then."""
    block, last = found.block, found.lasts
    after = np.minimum(last + 1, max(block.size - 1, 0))
    beside = (after > last) & (block.doc[after] == block.doc[last]) & ((block.after[last] & PLAIN) > 0)
    capital = (block.shape[after] == Shape.CAPITAL) | (block.shape[after] == Shape.UPPER)
    return np.asarray(found.given_alone & beside & capital & ~covered[after])
