"""Why a span is a mention: which word in which case agrees with which word of the name, and what the text adds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from translit.text.candidates.candidate import Candidate
from translit.text.candidates.features import NUMBER
from translit.text.inflection.grammar import ALL_CELLS, CASES, cases_of
from translit.text.reading.words import Text

EXACT = 0.02  # distance below which two words are written alike
# What a feature that is there adds to the reason, in this order.
REMARKS = {
    "family alone": "the family name alone",
    "given alone": "the given name alone",
    "partial thing": "part of the name",
    "initials": "the initials agree",
    "wrong initial": "an initial contradicts",
    "anchored by stranger": "somebody unlisted has this family name in the text",
    "acronym": "the first letters of the name",
    "disagree": "the words stand in different cases",
    "anchored": "the full name stands in the text",
    "other anchored": "somebody else of this name stands in the text in full",
    "sentence start": "the first word of its sentence",
}


_REMARKS = [(NUMBER[feature], remark) for feature, remark in REMARKS.items()]
_ANCHORED, _SMALL, _START = NUMBER["anchored"], NUMBER["lower in text"], NUMBER["sentence start"]
_QUOTATION = frozenset(f"{blank}{sign}" for blank in " \xa0" for sign in '«„“"‚‘”»(')  # opened within a sentence


def explain(found: Candidate, features: Sequence[float], text: Text, offset: int) -> str:
    """The reason in a line, of a candidate that stands in a text, `offset` words later than it says."""
    if not found.told:
        found.told = _words(found, text, offset)
    parts = [found.told] if found.told else []
    several = len(found.matches) > 1
    within = text.gaps[found.first + offset] in _QUOTATION  # where a sentence may start, and hardly does
    untrue = {_ANCHORED} if several else set()
    untrue |= {_START} if within else set()
    parts += [remark for number, remark in _REMARKS if features[number] and number not in untrue]
    if features[_SMALL] > 0 and found.last == found.first:
        parts.append("the text has the word in small letters too")
    return "; ".join(parts)


def _words(found: Candidate, text: Text, offset: int) -> str:
    """Which word in which case agrees with which word of the name; the same wherever the words stand."""
    parts = []
    for slot, (place, (distance, _, cells)) in sorted(found.matches.items(), key=lambda item: item[1][0]):
        written, name = text.words[place + offset].text, found.form.slots[slot].text
        of_case = _case(cells & ALL_CELLS)
        parts.append(f"{written}{of_case} {'=' if distance < EXACT else '~'} {name}")
    return "; ".join(parts)


@lru_cache(maxsize=1 << 14)
def _case(cells: int) -> str:
    cases = cases_of(cells) if cells != ALL_CELLS else ()
    return f" ({'/'.join(case.value for case in cases)})" if cases and len(cases) < len(CASES) else ""
