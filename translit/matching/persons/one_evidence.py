"""Evidence of one pair of names in plain Python: the twin of `evidence`, `closeness` and `contradictions`.

Read those; each function here is the one of the same name there, for a single pair. A test holds the two together.
"""

# ruff: noqa: C419  a list of a few values is faster than a generator
from __future__ import annotations

from dataclasses import dataclass
from math import log

from translit.matching.assignment import FAR
from translit.matching.persons.closeness import (
    MOST_FAMILY_LETTERS,
    MOST_INFORMATION,
    MOST_LETTERS,
    MOST_NATS,
    NEAR,
)
from translit.matching.persons.distance import FAMILIES, LISTED, OTHER, SLIP, VOWEL
from translit.matching.persons.evidence import SPELLED_ALIKE, UNMET
from translit.matching.persons.one_token import SPELLING, TokenFacts, may_start, single
from translit.matching.persons.parse import GENDERS, Name
from translit.matching.persons.token import CORES, FAMILY, FATHERS, NOT_FAMILY, SON_OF

_NEAR, _ALIKE = single(NEAR), single(SPELLED_ALIKE)
_FAR_FATHER = single(0.45)
Values = dict[str, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """A word of the left name that goes with one of the right: places, distance, marks, letters (END included)."""

    i: int
    j: int
    distance: float
    marks: int
    letters: float


class Side:
    """What is asked again and again of the words of one name."""

    def __init__(self, name: Name, tokens: list[TokenFacts], near: set[int]) -> None:
        self.name, self.tokens, self.near = name, tokens, near
        codes = name.codes
        self.cores = [place for place, code in enumerate(codes) if code == CORES]
        self.fathers = [place for place, code in enumerate(codes) if code == FATHERS]
        self.family = [place for place in self.cores if name.places[place] == FAMILY]
        self.given = [place for place in self.cores if name.places[place] == NOT_FAMILY]
        self.alone = len(set(self.cores) - near)
        self.lone_father = any(place not in near for place in self.fathers)
        counted = [*self.cores, *(place for place in self.fathers if place in near)]
        self.letters = sum([tokens[place].length - 1 for place in counted])


@dataclass(frozen=True, slots=True)
class Met:
    """Two names, and their words that go together: all but patronymics with patronymics, the near ones, and those."""

    left: Side
    right: Side
    joined: list[Cell]
    near: list[Cell]
    fathers: list[Cell]  # every patronymic with every patronymic, whether they were joined or not


def evidence(met: Met) -> Values:
    """The features of the pair by their names."""
    one, other = met.left.name.orthography, met.right.name.orthography
    same, two = one == other and one > 0, one != other and one * other > 0
    values = words(met)
    values.update(distances(met))
    values.update(scripts(met, bool(values["alone"]), same, two))
    values.update(information(met, same))
    values.update(order(met))
    values.update(fathers(met))
    genders = GENDERS[met.left.name.gender], GENDERS[met.right.name.gender]
    values["gender_against"] = 0 not in genders and genders[0] != genders[1]
    values["initials_agree"] = values["initials_against"] = values["generation_against"] = 0.0
    if values["both"] > 0:
        for name, least in (("worst", FAR), ("mean", UNMET), ("spelling_nats", MOST_NATS)):
            values[name] = max(values[name], least)
    values["lone_slip"] = _lone_slip(values)
    return values


def _lone_slip(values: Values) -> bool:
    against = ("families", "other_given", "missing", "both", "extra", "gender_against")
    return (
        values["slips"] == 1
        and values["matched"] > 1
        and single(values["apart"] - values["worst"]) < _ALIKE
        and not any([values[name] > 0 for name in against])
    )


def _sum(values: list[float]) -> float:
    """The sum in single precision."""
    total = 0.0
    for value in values:
        total = single(total + value)
    return total


def distances(met: Met) -> Values:
    """See `closeness.distances`."""
    left_fathers, right_fathers = met.left.fathers, met.right.fathers
    with_a = sum([cell.i in left_fathers for cell in met.joined])
    with_b = sum([cell.j in right_fathers for cell in met.joined])
    pairs = len(met.joined) - with_a - with_b
    expected = min(len(met.left.cores) - with_b, len(met.right.cores) - with_a)
    missing = max(expected - pairs, 0)
    found = [cell.distance for cell in met.joined]
    nats = [cell.distance * cell.letters for cell in met.joined]
    spelled = [value for value, cell in zip(nats, met.joined, strict=True) if not cell.marks & LISTED]
    return {
        "worst": FAR if missing else max(found, default=0.0),
        "mean": (_sum(found) + FAR * missing) / max(pairs + missing, 1),
        "best": min(found, default=FAR),
        "worst_nats": MOST_NATS if missing else min(max(nats, default=0.0), MOST_NATS),
        "spelling_nats": MOST_NATS if missing else min(max(spelled, default=0.0), MOST_NATS),
        "missing": missing,
        "apart": _sum([cell.distance for cell in met.near]),
        "single": expected <= 1,
    }


def words(met: Met) -> Values:
    """See `closeness.words`; the names have no initials."""
    left, right = met.left, met.right
    only_a = left.lone_father and not right.fathers
    only_b = right.lone_father and not left.fathers
    count_a, count_b = len(left.cores), len(right.cores)
    all_a, all_b = count_a + bool(left.fathers), count_b + bool(right.fathers)
    return {
        "matched": len(met.near),
        "both": min(left.alone + only_a, right.alone + only_b),
        "extra": abs(left.alone - right.alone),
        "fewest": min(count_a, count_b),
        "alone": max(count_a, count_b) <= 1,
        "chance": log(max(all_a * all_b, 1)),
        "single_extra": min(all_a, all_b) <= 1 < max(all_a, all_b),
    }


def scripts(met: Met, alone: bool, same: bool, two: bool) -> Values:
    """See `closeness.scripts`."""
    is_open = any([token.open for token in (*met.left.tokens, *met.right.tokens)])
    one, other = (any([token.cyrillic for token in side.tokens]) for side in (met.left, met.right))
    which = "open" if is_open else "across" if one != other else "cyrillic" if one else "latin"
    if which == "cyrillic" and two and not alone:
        which = "two_orthographies"
    names = ("open", "across", "latin", "cyrillic", "two_orthographies")
    values: Values = dict.fromkeys((*names, *(f"alone_{name}" for name in names[:4])), 0.0)
    values[f"alone_{which}" if alone else which] = 1.0
    values["one_orthography"] = same
    return values


def information(met: Met, same: bool) -> Values:
    """See `closeness.information`."""
    left, right = met.left.tokens, met.right.tokens
    pairs = [(left[cell.i], right[cell.j], cell) for cell in met.near]
    rare = [
        single(min(a.rarity, b.rarity) * max(single(1.0 - single(cell.distance / _NEAR)), 0.0)) for a, b, cell in pairs
    ]
    given = [bool(a.sets and b.sets) for a, b, _ in pairs]
    unlisted = [cell.letters - 1 for a, b, cell in pairs if not (a.sets or b.sets)]
    one = [cell for cell in met.joined if cell.distance == 0.0 and left[cell.i].cyrillic == right[cell.j].cyrillic]
    all_a, all_b = met.left.letters, met.right.letters
    matched = sum([cell.letters - 1 for cell in met.near])
    unlike = [cell for cell in met.joined if cell.distance > SPELLING and not cell.marks & LISTED]
    marks = 0
    for cell in met.joined:
        marks |= cell.marks
    return {
        "letters": min(matched, MOST_LETTERS),
        "family_letters": min(sum(unlisted), MOST_FAMILY_LETTERS),
        "coverage": min(2 * matched / max(all_a + all_b, 1), 1.0),
        "coverage_shorter": min(matched / max(min(all_a, all_b), 1), 1.0),
        "information": min(_sum(rare), MOST_INFORMATION),
        "information_best": max(rare, default=0.0),
        "given": True in given,
        "not_given": False in given,
        "equivalent": any([cell.marks & LISTED for cell in met.near]),
        "by_list": sum([cell.marks & LISTED > 0 for cell in met.near]),
        "other_given": marks & OTHER > 0,
        "slips": sum([cell.marks & SLIP > 0 for cell in met.joined]),
        "other_start": sum([not may_start(left[cell.i], right[cell.j]) for cell in unlike]),
        "families": marks & FAMILIES > 0,
        "a_vowel_apart": marks & VOWEL > 0 and same,
        "identical": all_a > 0 and {cell.i for cell in one}.issuperset(met.left.cores)
        and {cell.j for cell in one}.issuperset(met.right.cores),
        "strict": any([not left[cell.i].cyrillic for cell in one]),
        "strict_cyrillic": any([left[cell.i].cyrillic for cell in one]),
    }


def order(met: Met) -> Values:
    """See `contradictions.order`."""
    left, right = met.left, met.right
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
        "family_missing": not both and not elsewhere and bool(left.family or right.family),
        "first_skipped": both and _first_skipped(met),
        "son_against": _son_against(met),
    }


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


def fathers(met: Met) -> Values:
    """See `contradictions.fathers`."""
    both = bool(met.fathers)
    distance = min([cell.distance for cell in met.fathers], default=0.0)
    nats = max([cell.distance * cell.letters for cell in met.fathers], default=0.0)
    other = any([cell.marks & OTHER for cell in met.fathers])
    return {
        "patronymic": both,
        "patronymic_agrees": both and distance < 0.5,
        "patronymic_against": max(single(distance - _FAR_FATHER), 0.0),
        "patronymic_nats": min(nats, MOST_NATS),
        "other_father": other,
        "far_father": other and nats > 3.0,
    }
