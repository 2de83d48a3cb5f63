"""What speaks for and against each candidate: a span of a text as a mention of an entity.

Each feature is a number that can be read by itself; `model` weighs them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from math import log2

from translit.kinds import KINDS
from translit.text.forms import WEIGHTS, Part
from translit.text.gazetteer import Gazetteer
from translit.text.spans import PERSON, Candidate
from translit.text.words import Shape, Text, TextWord

Put = Callable[[str, float], None]
PLACE, ORGANIZATION = KINDS.index("place"), KINDS.index("organization")
NAMES = (
    "person", "place", "organization", "worst", "mean", "cost", "disagree", "coverage", "full", "several",
    "family alone", "given alone", "partial thing", "initials", "wrong initial", "wrong given", "short", "rarity",
    "skipped", "acronym", "case of letters", "lower in text", "sentence start", "anchored", "other anchored",
    "stranger", "neighbour before", "neighbour after", "neighbour before person", "neighbour after person",
    "namesakes", "cue", "wrong cue", "inside longer", "lower name", "extra",
)  # fmt: skip
NUMBER = {name: place for place, name in enumerate(NAMES)}
ANCHOR = 0.35  # distance of the worst word up to which a full name counts as one that stands in the text


class Context:
    """What is known of a whole text: its full names, how often each word stands in small letters."""

    def __init__(self, text: Text, found: Sequence[Candidate]) -> None:
        self.text = text
        self.count = Counter(word.text for word in text.words)
        self.at: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
        self.anchored: dict[int, float] = {}  # entity → distance of its best full name
        self.of_word: dict[str, set[int]] = defaultdict(set)  # folded word → anchored entities that have it
        self.longest: dict[int, int] = {}
        for one in found:
            self.at[one.first, one.last].append(one)
            if is_full(one) and len(core(one)) > 1 and not one.wrong_initial:
                worst = max(match[0] for _, match in core(one).values())
                if worst <= ANCHOR:
                    self.anchored[one.form.entity] = min(worst, self.anchored.get(one.form.entity, worst))
                    for place, _ in core(one).values():
                        self.of_word[text.words[place].folded].add(one.form.entity)
            size = coverage(one) * (one.last - one.first + 1)
            if size > 1:
                for place in range(one.first, one.last + 1):
                    self.longest[place] = max(self.longest.get(place, 1), one.last - one.first + 1)

    def lower_share(self, word: TextWord) -> float:
        """How often a word stands in small letters, of all the times that it stands there."""
        small = self.count.get(word.lower, 0) if word.lower != word.text else 0
        return small / (small + self.count.get(word.text, 1))


def core(found: Candidate) -> dict[int, tuple[int, tuple[float, float, int]]]:
    """The matches of the slots that count."""
    return {slot: match for slot, match in found.matches.items() if WEIGHTS[found.form.slots[slot].part]}


def coverage(found: Candidate) -> float:
    """The share of the name that the span has, by weight."""
    if found.acronym:
        return 1.0
    return sum(WEIGHTS[found.form.slots[slot].part] for slot in found.matches) / found.form.weight


def is_full(found: Candidate) -> bool:
    """Whether the span has every word of the name that counts."""
    return coverage(found) > 0.99


def describe(found: Candidate, context: Context, gazetteer: Gazetteer) -> list[float]:
    """The features of a candidate, in the order of NAMES."""
    row = [0.0] * len(NAMES)
    form, text = found.form, context.text

    def put(name: str, value: float) -> None:
        row[NUMBER[name]] = float(value)

    put(KINDS[form.kind], 1.0)
    put("acronym", found.acronym)
    put("skipped", found.skipped)
    put("lower name", form.lower)
    matches = core(found)
    parts = {form.slots[slot].part for slot in matches}
    share = coverage(found)
    put("coverage", share)
    put("full", share > 0.99)
    if matches:
        distances = [match[0] for _, match in matches.values()]
        put("worst", min(max(distances), 1.0))
        put("mean", min(sum(distances) / len(distances), 1.0))
        put("cost", min(max(match[1] for _, match in matches.values()), 6.0))
        cells = -1
        for _, match in matches.values():
            cells &= match[2]
        put("disagree", cells == 0 and form.kind == PERSON)
        put("several", len(matches) > 1)
    words = [text.words[place] for place in range(found.first, found.last + 1)]
    letters = sum(len(word.text) for word in words)
    put("short", max(0.0, 6.0 - letters) / 6.0)
    if form.kind == PERSON:
        put("family alone", parts == {Part.FAMILY} and share < 0.99)
        put("given alone", Part.FAMILY not in parts and share < 0.99)
        put("initials", found.initials > 0)
        put("wrong initial", found.wrong_initial)
        put("rarity", max((form.slots[slot].rarity for slot in matches), default=4.7) - 4.0)
    else:
        put("partial thing", share < 0.99)
        put("extra", Part.MAIN not in parts and not found.acronym)
    first = words[0]
    if letters <= 5 and matches:
        slot = next(iter(matches))
        put("case of letters", (first.shape == Shape.UPPER) != form.slots[slot].text.isupper())
    put("lower in text", max(context.lower_share(word) for word in words if word.shape) if first.shape else 1.0)
    if len(words) > 1:
        row[NUMBER["lower in text"]] *= 0.3
    put("sentence start", len(words) == 1 and text.starts_sentence(found.first))
    _put_document(found, context, put)
    _put_neighbours(found, context, put)
    del gazetteer
    return row


def _put_document(found: Candidate, context: Context, put: Put) -> None:
    entity = found.form.entity
    put("anchored", entity in context.anchored)
    others = set()
    for place, _ in core(found).values():
        others |= context.of_word.get(context.text.words[place].folded, set())
    put("other anchored", bool(others - {entity}) and entity not in context.anchored)
    rivals = {one.form.entity for one in context.at[found.first, found.last]} - {entity}
    put("namesakes", log2(1 + len(rivals)))
    longest = max(context.longest.get(place, 1) for place in range(found.first, found.last + 1))
    put("inside longer", longest > found.last - found.first + 1)


def _put_neighbours(found: Candidate, context: Context, put: Put) -> None:
    text = context.text
    if found.first:
        before = text.words[found.first - 1]
        near = text.gaps[found.first] in (" ", "\xa0", "-")
        if near and before.shape in (Shape.CAPITAL, Shape.UPPER):
            start = text.starts_sentence(found.first - 1)
            person = bool(before.sets)
            put("neighbour before person", person)
            put("neighbour before", not person and not start)
    if found.last + 1 < len(text.words):
        after = text.words[found.last + 1]
        if text.gaps[found.last + 1] in (" ", "\xa0", "-") and after.shape in (Shape.CAPITAL, Shape.UPPER):
            put("neighbour after person", bool(after.sets))
            put("neighbour after", not after.sets)
