"""What speaks for and against each candidate: a span of a text as a mention of an entity.

Each feature is a number that can be read by itself; `model` weighs them. Those of a candidate alone come first, then
those of its place in the text, then those of the whole text.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from translit.kinds import KINDS
from translit.text.candidate import PERSON, Candidate
from translit.text.cues import cue_before
from translit.text.document import Document
from translit.text.forms import Part
from translit.text.language import function_words
from translit.text.words import Shape, Text

ALONE = (
    "person", "place", "organization", "worst", "mean", "near", "far", "cost", "unlikely base", "disagree", "share",
    "full", "several", "family alone", "given alone", "partial thing", "initials", "wrong initial", "short", "rarity",
    "skipped", "acronym", "acronym spelled", "lower name", "kind alone", "capitals",
    "support", "main", "derived", "adjective", "prominence",
)  # fmt: skip
PLACED = (
    "lower", "sentence start", "function word", "given name", "capital before", "given name before", "capital after",
    "given name after", "person cue", "place cue", "organization cue", "hyphen",
)  # fmt: skip
OVERALL = (
    "lower in text", "often", "anchored", "other anchored", "anchored by stranger", "rivals", "behind", "ahead",
    "inside", "inside better", "wide word",
)  # fmt: skip
NAMES = (*ALONE, *PLACED, *OVERALL)
NUMBER = {name: place for place, name in enumerate(NAMES)}
NEAR, FAR = 0.12, 0.3  # distances where the word that is least alike begins to speak against, in nats a letter
UNLIKELY = 3.0  # cost of a base that no table gives
FEW_LETTERS = 6
ACRONYM = 4  # letters from which on capitals may stand for emphasis
_PLAIN_GAPS = (" ", "\xa0")
_FAMILY, _GIVEN, _MAIN = 1 << Part.FAMILY, 1 << Part.GIVEN, 1 << Part.MAIN


def describe(found: Sequence[Candidate], text: Text) -> list[Candidate]:
    """Give each candidate of a text its features; a given name alone counts only where the full name stands too."""
    document = Document(text, found)
    kept = [one for one in found if not _given_alone(one) or one.form.entity in document.anchored]
    for one in kept:
        if one.alone is None:
            one.alone = _alone(one, text)
            if one.origin is not None:
                one.origin.alone = one.alone  # for all other places of the word
        alone = one.alone
        one.features = [*alone, *_placed(one, text), *document.features(one)]
    return kept


def _given_alone(found: Candidate) -> bool:
    return found.form.kind == PERSON and not found.full and not found.parts & _FAMILY


def _alone(found: Candidate, text: Text) -> list[float]:
    form = found.form
    person = form.kind == PERSON
    full, parts = found.full, found.parts
    first = text.words[found.first]
    capitals = 0.0
    if found.letters < FEW_LETTERS and found.matches:
        shown = form.slots[next(iter(found.matches))].text.isupper()
        capitals = shown != (first.shape == Shape.UPPER) and (shown or found.letters < ACRONYM)
    rarity = 0.0
    if person:
        rarity = max([form.slots[slot].rarity for slot in found.matches], default=4.7) - 4.0
    worst = min(found.worst, 1.0)
    return [
        person,
        KINDS[form.kind] == "place",
        KINDS[form.kind] == "organization",
        worst,
        min(found.mean, 1.0),
        max(0.0, worst - NEAR),
        max(0.0, worst - FAR),
        min(found.cost, UNLIKELY),
        found.cost >= UNLIKELY,
        person and found.cells == 0,
        found.share,
        full,
        found.several,
        person and not full and parts == _FAMILY,
        person and not full and not parts & _FAMILY,
        not person and not full,
        found.initials > 0,
        found.wrong_initial,
        max(0, FEW_LETTERS - found.letters) / FEW_LETTERS,
        rarity,
        found.skipped,
        found.acronym,
        found.acronym and found.spelled,
        form.lower,
        not person and not found.acronym and not parts & _MAIN,
        capitals,
        found.support,
        found.main,
        found.derived,
        found.adjective,
        found.prominence,
    ]


def _placed(found: Candidate, text: Text) -> list[float]:
    first, last, words = found.first, found.last, text.words
    one = words[first]
    alone = first == last
    before = words[first - 1] if first and text.gaps[first] in _PLAIN_GAPS else None
    after = words[last + 1] if last + 1 < len(words) and text.gaps[last + 1] in _PLAIN_GAPS else None
    capital_before = before is not None and before.shape in (Shape.CAPITAL, Shape.UPPER)
    capital_after = after is not None and after.shape in (Shape.CAPITAL, Shape.UPPER)
    given_before = capital_before and before is not None and bool(before.sets)
    cue = cue_before(before.lower) if before is not None and not before.shape else 0
    joined = text.gaps[first] == "-" or (last + 1 < len(text.gaps) and text.gaps[last + 1] == "-")
    return [
        not any(word.shape for word in words[first : last + 1]),
        alone and text.starts_sentence(first),
        alone and one.shape == Shape.CAPITAL and one.lower in function_words(),
        alone and bool(one.sets),
        capital_before and not given_before and not text.starts_sentence(first - 1),
        given_before,
        capital_after,
        capital_after and after is not None and bool(after.sets),
        cue & 1 > 0,
        cue & 2 > 0,
        cue & 4 > 0,
        joined,
    ]


def often(count: int) -> float:
    """How often a word stands in a text, on a scale that grows slowly."""
    return log2(max(count, 1))
