"""What two names contradict each other in, in plain Python: the twin of `contradictions`, for a single pair."""

# ruff: noqa: C419  a list of a few values is faster than a generator
from __future__ import annotations

from translit.matching.persons.comparing.closeness import MOST_NATS, NEAR
from translit.matching.persons.evidence.contradictions import (
    FATHERS_APART,
    NOTHING_ALIKE,
    ONE_GIVEN,
    ONE_WORD,
    may_be_o,
)
from translit.matching.persons.evidence.name_chains import NOTHING, Order, may_tell, order_of
from translit.matching.persons.evidence.woman_endings import man_and_woman
from translit.matching.persons.evidence.word_order import side
from translit.matching.persons.lexicon.endings import GENITIVE, NOMINATIVE, greek_case
from translit.matching.persons.lexicon.marks import OTHER, SLIP
from translit.matching.persons.reading.token import NOT_FAMILY, SON_OF
from translit.matching.persons.single.one_matches import Cell, Met, Values
from translit.matching.persons.single.one_token import SPELLING
from translit.matching.persons.single.token_facts import single

_FAR_FATHER, _NEAR = single(0.45), single(NEAR)
_ONE_WORD, _ONE_GIVEN = single(ONE_WORD), single(ONE_GIVEN)
_NO_FATHERS: Values = dict.fromkeys(
    (
        *("patronymic", "patronymic_agrees", "patronymic_against", "patronymic_nats"),
        *("other_father", "far_father"),
    ),
    0.0,
)


def order(met: Met) -> Values:
    """See `contradictions.order`."""
    left, right = met.left, met.right
    told = _order(met)
    inexact = [cell for cell in met.joined if cell.distance > SPELLING]
    crossed = any([one.i < other.i and one.j > other.j for one in inexact for other in inexact])
    known = any(left.name.places) or any(right.name.places)
    both = bool(left.family and right.family)
    agree = any([cell.i in left.family and cell.j in right.family for cell in met.near])
    elsewhere = not left.near.isdisjoint(left.family) or not right.near.isdisjoint(right.family)
    places_a, places_b = left.name.places, right.name.places
    against = any(
        [
            (places_a[cell.i] == NOT_FAMILY and cell.j in right.family)
            or (places_b[cell.j] == NOT_FAMILY and cell.i in left.family)
            for cell in inexact
        ]
    )
    return {
        "crossed": crossed and not known,
        "place_against": against,
        "family_known": both,
        "family_agrees": both and agree,
        "family_crossed": both and not agree and elsewhere,
        "family_against": both and not agree and not elsewhere,
        "given_against": agree and (_given_against(met) or told.other_word >= 1) if both else _first_against(met),
        "family_missing": max(float(not both and not elsewhere and bool(left.family or right.family)), told.family),
        "first_skipped": both and _first_skipped(met),
        "son_against": max(float(_son_against(met) or _fathers_turned(met)), told.son),
        "reordered": told.reordered,
        "other_word": told.other_word,
    }


def _order(met: Met) -> Order:
    left, right = met.left, met.right
    if not may_tell(len(left.cores), len(right.cores), len(met.near)):
        return NOTHING
    one, other = (side(each.name.codes, each.name.places, each.name.folded) for each in (left, right))
    cells = {(cell.i, cell.j) for cell in met.near if cell.i in one.names and cell.j in other.names}
    near = {(i, j) for i, row in enumerate(met.grid) for j, found in enumerate(row) if found[0] < _NEAR}
    words = left.name.folded, right.name.folded
    return order_of(
        one, other, cells, near, words, lambda place: bool(left.tokens[place].sets), lambda: (left.name, right.name)
    )


def _given_against(met: Met) -> bool:
    left, right = met.left.given, met.right.given
    return bool(left and right) and not any([cell.i in left and cell.j in right for cell in met.near])


def _first_against(met: Met) -> bool:
    first = [
        cell
        for cell in met.joined
        if cell.i == met.left.cores[0] and cell.j == met.right.cores[0] and cell.marks & OTHER
    ] if met.left.cores and met.right.cores else []  # fmt: skip
    return bool(met.near and first) and first[0].distance > NOTHING_ALIKE


def _first_skipped(met: Met) -> bool:
    if not met.left.given or not met.right.given:
        return False
    i, j = met.left.given[0], met.right.given[0]
    together = any([cell.i == i and cell.j == j for cell in met.near])
    return (i in met.left.near or j in met.right.near) and not together


def _son_against(met: Met) -> bool:
    of_a, of_b = met.left.name.places, met.right.name.places
    if SON_OF not in of_a or SON_OF not in of_b:
        return False
    turned = [(of_a[cell.i] == SON_OF and not cell.j) or (of_b[cell.j] == SON_OF and not cell.i) for cell in met.near]
    return any(turned)


def _fathers_turned(met: Met) -> bool:
    """See `greek_fathers.fathers_turned`."""
    left, right = met.left.name.folded, met.right.name.folded
    cases = {(greek_case(left[cell.i]), greek_case(right[cell.j])) for cell in met.near}
    return (GENITIVE, NOMINATIVE) in cases and (NOMINATIVE, GENITIVE) in cases


def fathers(met: Met) -> Values:
    """See `contradictions.fathers`."""
    if not met.fathers:
        return _NO_FATHERS
    distance = min([cell.distance for cell in met.fathers])
    nats = max([cell.distance * cell.letters for cell in met.fathers])
    other = any([cell.marks & OTHER for cell in met.fathers])
    slip = any([cell.marks & SLIP for cell in met.fathers])
    far = (other and nats > FATHERS_APART) or distance > NOTHING_ALIKE
    return {
        "patronymic": True,
        "patronymic_agrees": distance < 0.5,
        "patronymic_against": max(single(distance - _FAR_FATHER), 0.0),
        "patronymic_nats": min(nats, MOST_NATS),
        "other_father": other,
        "far_father": 0.5 if far and slip else float(far),
    }


def gender_against(met: Met) -> bool:
    """See `contradictions.gender_and_generation`."""
    if any([cell.marks & SLIP for cell in met.joined]) and _by_endings(met):
        return True
    genders = met.left.name.gender, met.right.name.gender
    if "" in genders or genders[0] == genders[1]:
        return False
    if not (met.left.name.titles or met.right.name.titles) and _alike(met):
        return False
    return not any([_is_one_word(met, cell) for cell in met.joined if cell.distance <= SPELLING])


def _by_endings(met: Met) -> bool:
    """See `woman_endings.by_endings`."""
    slips = [cell for cell in met.joined if cell.marks & SLIP]
    rest = [cell for cell in met.near if not cell.marks & SLIP]
    given, families = (
        [(met.left.tokens[cell.i].pivot, met.right.tokens[cell.j].pivot) for cell in cells] for cells in (slips, rest)
    )
    return man_and_woman(given, families)


def _alike(met: Met) -> bool:
    """Whether each word is one with some word of the other name."""
    one = [[found[0] <= _ONE_WORD for found in row] for row in met.grid]
    return all(map(any, one)) and all(map(any, zip(*one, strict=True)))


def _is_one_word(met: Met, cell: Cell) -> bool:
    """Whether a man's name and a woman's are one word in two scripts."""
    left, right = met.left, met.right
    one, other = left.tokens[cell.i], right.tokens[cell.j]
    if not one.given_gender or not other.given_gender or one.given_gender == other.given_gender:
        return False
    a_for_o = may_be_o(one.text, other.text, right.name.orthography)
    most = _ONE_GIVEN if one.cyrillic != other.cyrillic else _ONE_WORD
    return cell.distance <= most or a_for_o or may_be_o(other.text, one.text, left.name.orthography)
