"""What speaks for and against each candidate: a span of a text as a mention of an entity.

Each feature is a number that can be read by itself; `model` weighs them. Those of a candidate alone come first, then
those of its place in the text, then those of the whole text.
"""

from __future__ import annotations

from translit.kinds import KINDS, PERSON
from translit.matching.persons.lexicon.facts import known
from translit.matching.phonetics.fold import fold
from translit.text.candidates.candidate import SPELLED, Candidate
from translit.text.candidates.distinctive import is_distinctive
from translit.text.inflection.grammar import ALL_CELLS, Case, cases_of, is_of_other_gender
from translit.text.lookup.forms import Part
from translit.text.reading.readings import ALL
from translit.text.reading.words import Shape, Text

ALONE = (
    "person", "place", "organization", "worst", "mean", "near", "far", "cost", "unlikely base", "disagree", "share",
    "full", "several", "family alone", "given alone", "partial thing", "initials", "wrong initial", "short", "rarity",
    "skipped", "acronym", "other gender", "lower name", "kind alone", "capitals",
    "support", "main", "derived", "adjective", "prominence", "exact", "in script",
    "distinctive", "resolved",
)  # fmt: skip
PLACED = (
    "sentence start", "function word", "given name", "capital before", "given name before", "capital after",
    "given name after", "person cue", "place cue", "organization cue", "hyphen", "listed given", "club", "quoted",
    "common",
)  # fmt: skip
OVERALL = (
    "lower in text", "often", "anchored", "other anchored", "anchored by stranger", "rivals", "behind", "ahead",
    "inside", "inside better", "wide word", "exact in text", "common unconfirmed",
)  # fmt: skip
NAMES = (*ALONE, *PLACED, *OVERALL)
NUMBER = {name: place for place, name in enumerate(NAMES)}
NEAR, FAR = 0.12, 0.3  # distances where the word that is least alike begins to speak against, in nats a letter
UNLIKELY = 3.0  # cost of a base that no table gives
FEW_LETTERS = 6
ACRONYM = 4  # letters from which on capitals may stand for emphasis
ACRONYM_COLUMN = NUMBER["acronym"]
FAMILY_COLUMN, GENDER_COLUMN = NUMBER["family alone"], NUMBER["other gender"]
INITIALS_COLUMN, WRONG_COLUMN = NUMBER["initials"], NUMBER["wrong initial"]
PERSON_COLUMN, EXACT_COLUMN, WORST_COLUMN = NUMBER["person"], NUMBER["exact"], NUMBER["worst"]
SCRIPT_COLUMN, RESOLVED_COLUMN = NUMBER["in script"], NUMBER["resolved"]
PARTIAL_COLUMN, SHARE_COLUMN, KIND_COLUMN = NUMBER["partial thing"], NUMBER["share"], NUMBER["kind alone"]
_FAMILY, _MAIN = 1 << Part.FAMILY, 1 << Part.MAIN


def given_alone(found: Candidate) -> bool:
    """Whether a candidate is a person's given name without the family name."""
    return found.form.kind == PERSON and not found.full and not found.parts & _FAMILY


def _is_of_other_gender(found: Candidate, text: Text) -> bool:
    """Whether the form of a family name, or where that tells nothing its ending, is that of the other gender.

    Zelensky isn't Olena Zelenska, unless she is listed so.
    """
    if is_of_other_gender(found.cells, found.form.gender):
        return True
    as_listed = found.cells == ALL or Case.NOMINATIVE in cases_of(found.cells & ALL_CELLS)
    if not as_listed or found.worst <= SPELLED or not found.form.gender:
        return False
    told = {known(fold(text.words[place].text)).family_gender for place, _ in found.matches.values()}
    return not told & {found.form.gender, ""}


def _other_capitals(found: Candidate, text: Text) -> bool:
    """Whether a short word is in capitals in the text and not in the list, or, shorter yet, the other way round."""
    if found.letters >= FEW_LETTERS or not found.matches:
        return False
    listed = found.form.slots[next(iter(found.matches))].text.isupper()
    return listed != (text.words[found.first].shape == Shape.UPPER) and (listed or found.letters < ACRONYM)


def alone_features(found: Candidate, text: Text) -> list[float]:
    """The features that `ALONE` names, of a candidate in its text."""
    form = found.form
    person = form.kind == PERSON
    full, parts = found.full, found.parts
    worst = min(found.worst, 1.0)
    family_alone = person and not full and parts == _FAMILY
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
        family_alone,
        person and not full and not parts & _FAMILY,
        not person and not full,
        found.initials > 0,
        found.wrong_initial,
        max(0, FEW_LETTERS - found.letters) / FEW_LETTERS,
        max([form.slots[slot].rarity for slot in found.matches], default=4.7) - 4.0 if person else 0.0,
        found.skipped,
        found.acronym,
        family_alone and not found.may_be_derived and _is_of_other_gender(found, text),
        form.lower,
        not person and not found.acronym and not parts & _MAIN,
        _other_capitals(found, text),
        found.support,
        found.main,
        found.derived,
        found.adjective,
        found.prominence,
        found.exact,
        found.in_script,
        is_distinctive(found, text),
        found.resolved,
    ]
