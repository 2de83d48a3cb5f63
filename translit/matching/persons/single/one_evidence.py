"""Evidence of one pair of names in plain Python: the twin of `evidence` and `closeness`.

Read those; each function here is the one of the same name there, for a single pair. A test holds the two together.
"""

# ruff: noqa: C419  a list of a few values is faster than a generator
from __future__ import annotations

from math import log

from translit.matching.assignment import FAR
from translit.matching.persons.comparing.closeness import (
    MOST_FAMILY_LETTERS,
    MOST_INFORMATION,
    MOST_LETTERS,
    MOST_NATS,
    NEAR,
)
from translit.matching.persons.comparing.short_forms import short_form
from translit.matching.persons.evidence.evidence import LETTER_APART, SPELLED_ALIKE, TWO, UNMET
from translit.matching.persons.evidence.oddness import oddness
from translit.matching.persons.lexicon.marks import CUSTOMARY, FAMILIES, LISTED, OTHER, SLIP, TRANSLATED, VOUCHED, VOWEL
from translit.matching.persons.lexicon.translations import PART
from translit.matching.persons.single.one_contradictions import fathers, gender_against, order
from translit.matching.persons.single.one_matches import Met, Values
from translit.matching.persons.single.one_token import SPELLING, may_start
from translit.matching.persons.single.token_facts import single

_NEAR = single(NEAR)
_SCRIPTS = ("open", "across", "latin", "cyrillic")
_NO_SCRIPT: Values = dict.fromkeys((*_SCRIPTS, "two_orthographies", *(f"alone_{name}" for name in _SCRIPTS)), 0.0)


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
    values["gender_against"] = gender_against(met)
    values["initials_agree"] = values["initials_against"] = values["generation_against"] = 0.0
    values["ruler"] = values["remarks_against"] = 0.0
    if values["both"] > 0:
        for name, least in (("worst", FAR), ("mean", UNMET), ("spelling_nats", MOST_NATS)):
            values[name] = max(values[name], least)
    if values["alone"]:
        values["translated"] = 0.0
    values["lone_slip"] = _lone_slip(values)
    cyrillic = values["cyrillic"] > 0 or values["alone_cyrillic"] > 0
    families = values["families"] and cyrillic and not two
    values["two_families"] = 1.0 if families else LETTER_APART if values["a_vowel_apart"] else 0.0
    values["short_form"] = _short_form(met, values)
    values["odder"], values["oddest"] = _odd(met) if values["lone_slip"] else (0.0, 0.0)
    return values


def _lone_slip(values: Values) -> bool:
    against = ("families", "other_given", "missing", "both", "extra", "gender_against")
    return (
        values["slips"] == 1
        and values["matched"] > 1
        and values["apart"] - values["worst"] < SPELLED_ALIKE
        and not any([values[name] > 0 for name in against])
    )


def _odd(met: Met) -> tuple[float, float]:
    cell = next(cell for cell in met.joined if cell.marks & SLIP)
    apart, most = oddness(met.left.tokens[cell.i].pivot, met.right.tokens[cell.j].pivot)
    return apart, most


def _short_form(met: Met, values: Values) -> int:
    one, other = met.left.tokens, met.right.tokens
    if len(one) + len(other) != TWO or not values["alone"] or values["worst"] <= SPELLING or values["equivalent"]:
        return 0
    return short_form(one[0].text, other[0].text) if one[0].sets or other[0].sets else 0


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
    spelled = [value for value, cell in zip(nats, met.joined, strict=True) if not cell.marks & VOUCHED]
    return {
        "worst": FAR if missing else max(found, default=0.0),
        "mean": (sum(found) + FAR * missing) / max(pairs + missing, 1),
        "best": min([0.0 if cell.marks & VOUCHED else cell.distance for cell in met.joined], default=FAR),
        "worst_nats": MOST_NATS if missing else min(max(nats, default=0.0), MOST_NATS),
        "spelling_nats": MOST_NATS if missing else min(max(spelled, default=0.0), MOST_NATS),
        "missing": missing,
        "apart": sum([cell.distance for cell in met.near]),
        "single": expected <= 1,
    }


def words(met: Met) -> Values:
    """See `closeness.words`; the names have no initials."""
    left, right = met.left, met.right
    only_a = left.lone_father and not right.fathers
    only_b = right.lone_father and not left.fathers
    more_a, more_b = max(right.alone, left.halves) < left.alone, max(left.alone, right.halves) < right.alone
    count_a, count_b = len(left.cores), len(right.cores)
    all_a, all_b = count_a + bool(left.fathers), count_b + bool(right.fathers)
    return {
        "matched": len(met.near),
        "both": min(left.alone, right.alone) + (only_b and more_a) + (only_a and more_b),
        "extra": abs(left.alone - right.alone),
        "fewest": min(count_a, count_b),
        "initial_alone": min(count_a, count_b) == 0,
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
    return {**_NO_SCRIPT, f"alone_{which}" if alone else which: 1.0, "one_orthography": same}


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
    marks = translations = 0
    for cell in met.joined:
        marks |= cell.marks
    for cell in met.near:
        translations |= cell.marks
    return {
        "letters": min(matched, MOST_LETTERS),
        "family_letters": min(sum(unlisted), MOST_FAMILY_LETTERS),
        "coverage": min(2 * matched / max(all_a + all_b, 1), 1.0),
        "coverage_shorter": min(matched / max(min(all_a, all_b), 1), 1.0),
        "information": min(sum(rare), MOST_INFORMATION),
        "information_best": max(rare, default=0.0),
        "given": True in given,
        "not_given": False in given,
        "equivalent": any([cell.marks & LISTED for cell in met.near]),
        "by_list": sum([cell.marks & LISTED > 0 for cell in met.near]),
        "other_given": marks & OTHER > 0,
        "translated": 1.0 if translations & TRANSLATED else PART if translations & CUSTOMARY else 0.0,
        "slips": sum([cell.marks & SLIP > 0 for cell in met.joined]),
        "other_start": sum([not may_start(left[cell.i], right[cell.j]) for cell in unlike]),
        "families": marks & FAMILIES > 0,
        "a_vowel_apart": marks & VOWEL > 0 and same,
        "identical": all_a > 0
        and {cell.i for cell in one}.issuperset(met.left.cores)
        and {cell.j for cell in one}.issuperset(met.right.cores),
        "strict": any([not left[cell.i].cyrillic for cell in one]),
        "strict_cyrillic": any([left[cell.i].cyrillic for cell in one]),
    }
