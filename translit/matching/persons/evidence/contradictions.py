"""What two names contradict each other in: fathers, the order of words, gender and generation."""

from __future__ import annotations

from functools import partial
from itertools import combinations, product

import numpy as np

from translit.arrays import Bools, Float32s, Indices, Int8s, Int32s
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.comparing.closeness import MOST_NATS, NEAR, Columns, Matches
from translit.matching.persons.comparing.distance import Block
from translit.matching.persons.comparing.given_lists import SPELLING
from translit.matching.persons.evidence.greek_fathers import fathers_turned
from translit.matching.persons.evidence.name_chains import FEWEST, NOTHING, Order, order_of
from translit.matching.persons.evidence.ruler_numbers import another_number
from translit.matching.persons.evidence.woman_endings import by_endings
from translit.matching.persons.evidence.word_order import SEVERAL, side
from translit.matching.persons.lexicon.marks import OTHER, SLIP
from translit.matching.persons.reading.parse import Orthography
from translit.matching.persons.reading.remarks import NO_REMARKS, Remarks, other_years
from translit.matching.persons.reading.titles import is_numeral
from translit.matching.persons.reading.token import CORES, FAMILY, GENERATIONS, NOT_FAMILY, SON_OF
from translit.matching.persons.single.one_token import token_distance
from translit.matching.persons.single.token_facts import facts

NOTHING_ALIKE = 1.0  # set by hand: distance from which on two given names or patronymics have nothing in common
FATHERS_APART = 1.5  # set by hand: nats from which on patronymics of two listed names are of two fathers


def order(block: Block, found: Matches) -> Columns:
    """Whether joined names stand at places that contradict each other, and whether the known families agree."""
    partner = np.where(found.joined.any(axis=2), found.joined.argmax(axis=2), -1)
    inexact: Bools = np.asarray((found.joined & (found.distance > SPELLING)).any(axis=2), dtype=np.bool_)
    crossed = np.zeros(len(partner), dtype=np.bool_)
    for i, j in combinations(range(partner.shape[1]), 2):
        turned = (partner[:, i] > partner[:, j]) & (partner[:, j] >= 0)
        crossed |= turned & inexact[:, i] & inexact[:, j]
    unknown = ~((block.places_a > 0).any(axis=1) | (block.places_b > 0).any(axis=1))
    family_a, family_b = (
        (places == FAMILY) & (roles == CORES)
        for places, roles in ((block.places_a, block.roles_a), (block.places_b, block.roles_b))
    )
    both = family_a.any(axis=1) & family_b.any(axis=1)
    agree = (found.near & family_a[:, :, None] & family_b[:, None, :]).any(axis=(1, 2))
    elsewhere = (family_a & found.near.any(axis=2)).any(axis=1) | (family_b & found.near.any(axis=1)).any(axis=1)
    missing = family_a.any(axis=1) & ~(family_a & found.near.any(axis=2)).any(axis=1)
    missing |= family_b.any(axis=1) & ~(family_b & found.near.any(axis=1)).any(axis=1)
    other = (block.places_a == NOT_FAMILY)[:, :, None] & family_b[:, None, :]
    other |= (block.places_b == NOT_FAMILY)[:, None, :] & family_a[:, :, None]
    told = Order(*_word_order(block, found))
    return {
        "crossed": crossed & unknown,
        "place_against": (found.joined & other & (found.distance > SPELLING)).any(axis=(1, 2)),
        "family_known": both,
        "family_agrees": both & agree,
        "family_crossed": both & ~agree & elsewhere,
        "family_against": both & ~agree & ~elsewhere,
        "given_against": np.where(
            both, agree & (_given_against(block, found) | (told.other_word >= 1)), _first_against(block, found)
        ),
        "family_missing": np.maximum(missing & ~both, told.family),
        "first_skipped": _first_skipped(block, found, both),
        "son_against": np.maximum(_son_against(block, found) | fathers_turned(block, found), told.son),
        "reordered": told.reordered,
        "other_word": told.other_word,
        "remarks_against": _remarks_against(block),
    }


def _remarks_against(block: Block) -> Bools:
    """Whether what stands beside the names tells two people: other years, family names at birth, or kin."""
    result = np.zeros(len(block.rows), dtype=np.bool_)
    if block.left.remarks or block.right.remarks:
        for place, (row, column) in enumerate(zip(block.rows.tolist(), block.columns.tolist(), strict=True)):
            one, other = block.left.remarks.get(row, NO_REMARKS), block.right.remarks.get(column, NO_REMARKS)
            result[place] = one.kin != other.kin or other_years(one, other) or other_former(one, other)
    return result


def other_former(one: Remarks, other: Remarks) -> bool:
    """Whether both give a family name at birth, and no words of them are near each other.

    >>> other_former(Remarks((), ("петрова",)), Remarks((), ("petrov",)))
    False
    """
    mine, its = (facts.many((word, False) for word in former) for former in (one.former, other.former))
    distances = [token_distance(*pair)[0] for pair in product(mine, its)]
    return bool(distances) and min(distances) >= NEAR


def _word_order(block: Block, found: Matches) -> Float32s:
    """What the order of the names says, [the values of an `Order`, pairs]: see `name_chains`."""
    core_a, core_b = block.roles_a == CORES, block.roles_b == CORES
    count_a, count_b = core_a.sum(axis=1), core_b.sum(axis=1)
    joined = found.near & core_a[:, :, None] & core_b[:, None, :]
    some = (joined.sum(axis=(1, 2)) >= FEWEST) & (np.minimum(count_a, count_b) >= FEWEST)
    some &= np.maximum(count_a, count_b) >= SEVERAL
    result = np.zeros((len(NOTHING), len(joined)), dtype=np.float32)
    for row in np.flatnonzero(some).tolist():
        words = block.words_of(row)
        one = side(block.roles_a[row].tolist(), block.places_a[row].tolist(), words[0])
        other = side(block.roles_b[row].tolist(), block.places_b[row].tolist(), words[1])
        both = joined[row], found.distance[row] < NEAR
        cells, near = ({(i, j) for i, j in np.argwhere(of).tolist()} for of in both)
        given = block.left.given[block.a[row]].tolist()
        result[:, row] = order_of(one, other, cells, near, words, given.__getitem__, partial(block.names_of, row))
    return result


def _given_against(block: Block, found: Matches) -> Bools:
    """Whether both sides tell given names, and none of one is near one of the other: brothers and sisters."""
    given_a = (block.places_a == NOT_FAMILY) & (block.roles_a == CORES)
    given_b = (block.places_b == NOT_FAMILY) & (block.roles_b == CORES)
    met = (found.near & given_a[:, :, None] & given_b[:, None, :]).any(axis=(1, 2))
    return np.asarray(given_a.any(axis=1) & given_b.any(axis=1) & ~met, dtype=np.bool_)


def _first_against(block: Block, found: Matches) -> Bools:
    """Whether the first words of both are known as given names, and as two that have nothing in common."""
    first_a, first_b = (block.roles_a == CORES).argmax(axis=1), (block.roles_b == CORES).argmax(axis=1)
    at = (np.arange(len(first_a)), first_a, first_b)
    other = found.joined[at] & (found.marks[at] & OTHER > 0) & (found.distance[at] > NOTHING_ALIKE)
    return np.asarray(other & (found.near.sum(axis=(1, 2)) > 0), dtype=np.bool_)


def _first_skipped(block: Block, found: Matches, known: Bools) -> Bools:
    """Whether the first given name of one side stands later on the other, which begins with another name."""
    given_a = (block.places_a == NOT_FAMILY) & (block.roles_a == CORES)
    given_b = (block.places_b == NOT_FAMILY) & (block.roles_b == CORES)
    first_a, first_b, row = given_a.argmax(axis=1), given_b.argmax(axis=1), np.arange(len(known))
    met = found.near[row, first_a].any(axis=1) | found.near[row, :, first_b].any(axis=1)
    some = known & given_a.any(axis=1) & given_b.any(axis=1)
    return np.asarray(some & met & ~found.near[row, first_a, first_b], dtype=np.bool_)


def _son_against(block: Block, found: Matches) -> Bools:
    """Whether the father of one side, after bin or ibn, is the son on the other."""
    of_a, of_b = block.places_a == SON_OF, block.places_b == SON_OF
    both: Bools = np.asarray(of_a.any(axis=1) & of_b.any(axis=1), dtype=np.bool_)
    if not both.any():
        return both
    first = np.zeros_like(of_b)
    first[:, 0] = True
    turned = of_a[:, :, None] & first[:, None, : of_b.shape[1]]
    first = np.zeros_like(of_a)
    first[:, 0] = True
    turned |= of_b[:, None, :] & first[:, :, None]
    return np.asarray(both & (found.near & turned).any(axis=(1, 2)), dtype=np.bool_)


def fathers(block: Block, found: Matches) -> Columns:
    """What the patronymics say, where both names have one."""
    both = block.fathers.any(axis=(1, 2))
    distance = np.where(both, np.where(block.fathers, found.distance, FAR).min(axis=(1, 2)), 0.0)
    nats = np.where(block.fathers, found.distance * block.letters, 0.0).max(axis=(1, 2))
    other = (block.fathers & (found.marks & OTHER > 0)).any(axis=(1, 2))
    slip = (block.fathers & (found.marks & SLIP > 0)).any(axis=(1, 2))
    far = (other & (nats > FATHERS_APART)) | (distance > NOTHING_ALIKE)
    return {
        "patronymic": both,
        "patronymic_agrees": both & (distance < 0.5),
        "patronymic_against": np.maximum(distance - 0.45, 0.0),
        "patronymic_nats": np.minimum(nats, MOST_NATS),
        "other_father": other,
        "far_father": np.where(far & slip, 0.5, far),
    }


def gender_and_generation(block: Block, found: Matches) -> Columns:
    """Whether one is a woman's name and the other a man's, or one the father's and the other the son's.

    A word that is a man's name in one script and a woman's in the other (Marin, Марин) tells no gender, nor does a
    Belarusian -а that may be -o (Франчэска, Francesco).
    """
    one_side = np.where(block.roles_a == GENERATIONS, block.a, 0).max(axis=1)
    other_side = np.where(block.roles_b == GENERATIONS, block.b, 0).max(axis=1)
    generation = np.zeros(len(one_side), dtype=np.bool_)
    for row in np.nonzero((one_side > 0) & (other_side > 0))[0]:
        generation[row] = block.left.tokens[one_side[row]] != block.right.tokens[other_side[row]]
    for pair in np.flatnonzero((one_side > 0) != (other_side > 0)).tolist():
        generation[pair] = another_number(*block.names_of(pair))
    against = (block.gender_a > 0) & (block.gender_b > 0) & (block.gender_a != block.gender_b)
    one = found.distance <= ONE_WORD
    alike = (one.any(axis=2) | (block.roles_a == 0)).all(axis=1) & (one.any(axis=1) | (block.roles_b == 0)).all(axis=1)
    for row in np.flatnonzero(against & alike):  # Kallas Kaja is Kaja Kallas, but Frau Novak not Herr Novak
        titles = block.left.name(int(block.rows[row])).titles, block.right.name(int(block.columns[row])).titles
        against[row] = any(titles)
    against[_of_one_word(block, found, np.flatnonzero(against))] = False
    against[by_endings(block, found)] = True
    return {
        "gender_against": against,
        "generation_against": generation,
        "ruler": _ruler(block, found, one_side, other_side) & ~generation,
    }


def _of_one_word(block: Block, found: Matches, rows: Indices) -> Indices:
    """Those of some pairs in which a man's name and a woman's are one word in two scripts."""
    pair, i, j = np.nonzero(found.joined[rows] & (found.distance[rows] <= SPELLING))
    row = rows[pair]
    a, b = block.a[row, i], block.b[row, j]
    one, other = block.left.given_gender[a], block.right.given_gender[b]
    told = (one > 0) & (other > 0) & (one != other)
    row, i, j, a, b = row[told], i[told], j[told], a[told], b[told]
    across = block.left.cyrillic[a] != block.right.cyrillic[b]
    one_word = found.distance[row, i, j] <= np.where(across, ONE_GIVEN, ONE_WORD)
    one_word |= _may_be_o(block.left, a, block.right, b, block.orthography_b[row])
    one_word |= _may_be_o(block.right, b, block.left, a, block.orthography_a[row])
    return np.asarray(row[one_word], dtype=np.intp)


def _ruler(block: Block, found: Matches, one_side: Int32s, other_side: Int32s) -> Bools:
    """Which pairs have a number on both sides beside given names alone, that all go together: Karl III, Charles III."""
    result = (one_side > 0) & (other_side > 0)
    for row in np.flatnonzero(result):
        cores_a, cores_b = block.roles_a[row] == CORES, block.roles_b[row] == CORES
        given = block.left.given[block.a[row, cores_a]].all() and block.right.given[block.b[row, cores_b]].all()
        met = found.near[row].any(axis=1)[cores_a].all() and found.near[row].any(axis=0)[cores_b].all()
        result[row] = given and met and is_numeral(block.left.tokens[one_side[row]])
    return np.asarray(result, dtype=np.bool_)


def _may_be_o(latin: Names, words: Int32s, cyrillic: Names, others: Int32s, orthographies: Int8s) -> Bools:
    """Which Cyrillic words in -а may be the Latin ones in -o."""
    found = [
        may_be_o(latin.tokens[one], cyrillic.tokens[other], orthography)
        for one, other, orthography in zip(words.tolist(), others.tolist(), orthographies.tolist(), strict=True)
    ]
    return np.array(found, dtype=np.bool_)


def may_be_o(latin: str, cyrillic: str, orthography: int) -> bool:
    """Whether a folded Cyrillic word in -а may be the Latin one in -o: Belarusian has no unstressed о.

    >>> may_be_o("francesco", "франчэска", Orthography.BELARUSIAN), may_be_o("carlo", "карла", Orthography.RUSSIAN)
    (True, False)
    """
    told = orthography in (Orthography.RUSSIAN, Orthography.UKRAINIAN)
    return not told and latin.endswith("o") and cyrillic.endswith("а")


ONE_WORD = 0.03  # distance up to which two words are one word, also in two scripts
ONE_GIVEN = 0.05  # set by hand: the same of Latin given names in Cyrillic, which tell no gender then: Ülle, Юлле
