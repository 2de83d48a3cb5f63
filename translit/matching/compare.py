"""Comparing two names: the probability that they are one, and the reasons.

`compare_many` works whole arrays of pairs; `compare` is the same for one pair, with an explanation whose
terms add up to the probability. Both sides are put into one order first, so that compare(a, b) == compare(b, a).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from translit.arrays import Float32s, Float64s, Int32s
from translit.checks import require_list, require_text, require_texts
from translit.errors import UsageError
from translit.kinds import KINDS
from translit.matching.explanation import Explanation
from translit.matching.nameless import without_name
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.otherwise.other_readings import other_readings, read_otherwise
from translit.matching.persons.probability.explain import explain_person
from translit.matching.persons.probability.features import Kept, Seen, features_between
from translit.matching.persons.probability.model import model
from translit.matching.persons.single.one_pair import OnePair, one_pair
from translit.memory import collector_resting
from translit.notebook import html_table

MANY = 1000  # names
FEW = 3  # pairs up to which plain Python is faster than arrays, which give the same
MATRIX_BLOCK = 1 << 20  # pairs of a matrix compared at once, so that memory stays bounded


@dataclass(frozen=True)
class Comparison:
    """The answer to `compare`: a probability in [0, 1] and why."""

    a: str
    b: str
    kind: str
    probability: float
    _seen: Seen | OnePair | None = field(default=None, repr=False, compare=False)  # of persons
    _turned: bool = field(default=False, repr=False, compare=False)  # the second name was seen first

    @cached_property
    def explanation(self) -> Explanation:
        """Token pairs, their letters, and what each kind of evidence contributed: a view of the comparison."""
        if self._seen is not None:
            kept = self._seen.kept()
            empty = [not name.tokens for name in kept[:2]]
            if any(empty):
                return without_name(self.a, self.b, "person", (empty[self._turned], empty[not self._turned]))
            return explain_person(self.a, self.b, self.probability, self._seen.features, kept, self._turned)
        from translit.matching.places_orgs.probability.explain import explain as explain_place_or_org
        from translit.matching.places_orgs.reading.sole_traders import trader

        if self.kind == "organization" and trader(self.a) and trader(self.b):
            return compare(trader(self.a), trader(self.b)).explanation
        return explain_place_or_org(self.a, self.b, self.kind)

    def __str__(self) -> str:
        return str(self.explanation)

    def _repr_html_(self) -> str:
        """The comparison in a notebook: the words held against each other, and the terms."""
        why = self.explanation
        words = ((pair.left, pair.right, f"{pair.role}: {pair.verdict}") for pair in why.pairs)
        terms = ((subject, f"{value:+.2f}", "") for subject, value in why.terms if abs(value) >= 0.005)
        return html_table([*words, *terms], f"{self.a} | {self.b}: {self.probability:.3f}")


def compare(a: str, b: str, kind: str = "person") -> Comparison:
    """How probable it is that two spellings name one person, place or organization.

    Raises UsageError for an unknown kind, or a name that isn't text.

    >>> compare("Sviatłana Cichanoŭskaja", "Светлана Тихановская").probability > 0.95
    True
    >>> compare("Siarhiej Cichanoŭski", "Светлана Тихановская").probability < 0.05
    True
    >>> explanation = compare("Alaksandar Łukašenka", "Александр Лукашенко").explanation
    >>> [pair.verdict for pair in explanation.pairs]
    ['same name by the lists', 'same']
    """
    require_text(a, "the first name")
    require_text(b, "the second name")
    if kind != "person":
        return Comparison(a, b, kind, float(compare_many([(a, b)], kind)[0]))
    tried = [_seen(one, other) for one, other in ((a, b), *other_readings(a, b))]
    return Comparison(a, b, kind, *max(tried, key=lambda found: found[0]))


def _seen(a: str, b: str) -> tuple[float, Seen | OnePair, bool]:
    """The probability that two names as they are written are one, how they were compared, and whether b was first."""
    pair = one_pair(*sorted((a, b)))
    if pair is not None:
        return model().probability_of_one(pair.features), pair, a > b
    names, zero = Names(sorted((a, b))), np.zeros(1, dtype=np.int32)
    kept: dict[int, Kept] = {}
    features = features_between(names, names, zero, zero + np.int32(1), kept)
    probability = 0.0 if (names.counts == 0).any() else float(model().probability(features)[0])
    return probability, Seen(features[0], kept[0]), a > b


def compare_many(pairs: Iterable[Sequence[str]], kind: str = "person") -> Float64s:
    """The probability of each pair of names, float64 in [0, 1], in the same order.

    Each distinct name is worked once. A pair with an empty name gets 0. Raises UsageError, with its number, for a pair
    that isn't two texts, and for an unknown kind.

    >>> compare_many([("Минск", "Мінск"), ("", "Мінск")], kind="place").round(1).tolist()
    [1.0, 0.0]
    """
    require_list(pairs, "the pairs")
    index: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    for pair in pairs:
        try:
            a, b = pair if not isinstance(pair, str) else ()
            rows.append(index.setdefault(a, len(index)))
            columns.append(index.setdefault(b, len(index)))
        except (TypeError, ValueError):
            raise UsageError(f"pair {len(columns) + 1} isn't two names; give pairs of texts") from None
    names = list(index)
    if not all(isinstance(name, str) for name in names):
        for number, (row, column) in enumerate(zip(rows, columns, strict=True), 1):
            require_texts((names[row], names[column]), f"in pair {number}, name")
    return probabilities(names, names, np.array(rows, dtype=np.int32), np.array(columns, dtype=np.int32), kind)


def compare_matrix(left: Sequence[str], right: Sequence[str], kind: str = "person") -> Float32s:
    """The probability of every name on the left with every name on the right, float32 [left, right].

    Raises UsageError, with its number, for a name that isn't text, and for an unknown kind.

    >>> compare_matrix(["Минск", "Гродно"], ["Мінск", "Гродна", "Брэст"], kind="place").round().tolist()
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
    """
    for names, side in ((left, "left"), (right, "right")):
        require_list(names, f"the names on the {side}")
    left, right = list(left), list(right)
    require_texts(left, "on the left, name")
    require_texts(right, "on the right, name")
    result = np.zeros((len(left), len(right)), dtype=np.float32)
    step = max(1, MATRIX_BLOCK // max(len(right), 1))
    for start in range(0, len(left), step):
        some = left[start : start + step]
        rows = np.arange(len(some), dtype=np.int32).repeat(len(right))
        columns = np.tile(np.arange(len(right), dtype=np.int32), len(some))
        result[start : start + len(some)] = probabilities(some, right, rows, columns, kind).reshape(len(some), -1)
    return result


def probabilities(
    left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s, kind: str = "person"
) -> Float64s:
    """The probability that left[rows[k]] and right[columns[k]] are one, float64 [pairs].

    The work on each name is done once, so give each distinct name once. Raises UsageError for an unknown kind.
    """
    if kind not in KINDS:
        raise UsageError(f"there is no kind {kind!r}; use one of {', '.join(KINDS)}")
    if kind != "person":
        from translit.matching.places_orgs.probability.features import probabilities as of_things

        chance = of_things(left, right, rows, columns, kind)
        if kind == "organization":
            _compare_traders(left, right, rows, columns, chance)
        return chance
    chance = _as_written(left, right, rows, columns)
    _best_readings(left, right, rows, columns, chance)
    return chance


def _compare_traders(
    left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s, chance: Float64s
) -> None:
    """Give pairs of sole traders the probability that the persons are one."""
    from translit.matching.places_orgs.reading.sole_traders import trader

    one, other = list(map(trader, left)), list(map(trader, right))
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    found = [number for number, (a, b) in enumerate(pairs) if one[a] and other[b]] if any(one) and any(other) else []
    if found:
        chance[found] = probabilities(one, other, rows[found], columns[found])


def _as_written(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s) -> Float64s:
    """The probabilities of persons' names by their usual reading."""
    if 0 < len(rows) <= FEW:
        return _of_few([(left[a], right[b]) for a, b in zip(rows.tolist(), columns.tolist(), strict=True)])
    return _of_many(left, right, rows, columns)


def _of_few(pairs: Sequence[tuple[str, str]]) -> Float64s:
    """The probability of each pair of persons' names, with arrays only for those that need them."""
    result, zero = np.zeros(len(pairs)), np.zeros(1, dtype=np.int32)
    for place, (a, b) in enumerate(pairs):
        found = one_pair(*sorted((a, b)))
        result[place] = model().probability_of_one(found.features) if found else _of_many([a], [b], zero, zero)[0]
    return result


def _of_many(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s) -> Float64s:
    """The same of many pairs, by arrays over their words."""
    texts = list(left) if left is right else [*left, *right]
    others = columns if left is right else columns + np.int32(len(left))
    later = [texts[a] > texts[b] for a, b in zip(rows.tolist(), others.tolist(), strict=True)]
    swap = np.array(later, dtype=np.bool_)
    one, other = np.where(swap, others, rows), np.where(swap, rows, others)  # so that the order can't matter
    with collector_resting(len(texts) >= MANY):
        names = Names(texts)
        chance = model().probability(features_between(names, names, one, other))
    blank = names.counts == 0
    return np.where(blank[one] | blank[other], 0.0, chance)


def _best_readings(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s, chance: Float64s) -> None:
    """Give pairs with a name that may be read otherwise the probability of the reading that agrees best."""
    more = read_otherwise(left, right, rows, columns)
    if more:
        np.maximum.at(chance, more.of, _as_written(more.texts, more.texts, more.rows, more.columns))
