"""A table of inflection made into rules that lead from the end of a form to the end of its base.

Each paradigm is turned round once: every form ending, with the letters of the stem that the paradigm or an alternation
asks for, becomes a key; the longest key at the end of a word gives all its analyses, already merged and weighed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from translit.text.inflection.ending_counts import LONGEST, UNSEEN, EndingCounts
from translit.text.inflection.grammar import ALL_CELLS, FIRST_DERIVED, NameKind
from translit.text.inflection.inflection_table import InflectionTable
from translit.text.inflection.rules_of_table import LISTED, Rule, rules_of

SHORTEST_STEM = 2  # set by hand: a stem of one letter fits any word
UNDECLINED = 0.04  # a form that is its own base though no paradigm says so: set by hand, below any real analysis
MOST = 8  # bases of one word: set by hand
NEGLIGIBLE = 1e-5  # of the most probable base; less is left out: set by hand
MOST_DERIVED = 5  # bases that the word may be derived from: set by hand
MOST_ENDS = 1 << 17  # ends of words that are remembered; then all are forgotten
LISTED_SHARE = 0.45  # such a word may still be a family name, as Polish Szwed is: set by hand
_weight = itemgetter(0)  # of an analysis that is weighed
KINDS = tuple(map(NameKind, range(2 * max(NameKind))))


class Analysis(NamedTuple):
    """One way from a form to its base: take `cut` letters off, put `add` there."""

    cut: int
    add: str
    cells: int
    kind: NameKind
    weight: float
    paradigm: str


Ranked = tuple[int, str, int, NameKind, float, str]  # an Analysis whose weight is a share; plain, since there are many


@dataclass(frozen=True)
class Rules:
    """All rules of a table by the ending of the form, and how names of the language end."""

    by_form: Mapping[str, Sequence[Rule]]
    tails: frozenset[str]  # every end of every form, so that a word is read from its end while it can be one
    endings: EndingCounts
    hyphenated: bool = False  # some endings begin with a hyphen
    merged: dict[tuple[str, str], tuple[Analysis, ...]] = field(default_factory=dict)
    ranked: dict[str, tuple[Ranked, ...]] = field(default_factory=dict)

    def analyses(self, word: str) -> tuple[Ranked, ...]:
        """What the end of a small-letter word says of it, most probable first; their weights sum to 1."""
        tails, forms, size, most = self.tails, self.by_form.keys(), 0, len(word)
        while size < most and word[most - size - 1 :] in tails:
            size += 1
        start = most - size
        while start < most and word[start:] not in forms:
            start += 1
        seen = start - LONGEST  # letters before the key tell how usual a base is
        end = word[seen:] if seen > 0 else f"^{word}"
        found = self.ranked.get(end)
        if found is None:
            if len(self.ranked) >= MOST_ENDS:
                self.ranked.clear()
            found = self.ranked[end] = self._rank(word[start:], end, word if start < SHORTEST_STEM else "")
        return found

    def every(self, word: str) -> tuple[Analysis, ...]:
        """All analyses of a word, the improbable ones too, in no order of probability."""
        start = next((one for one in range(len(word)) if word[one:] in self.by_form), len(word))
        return self._merge(word[start:], word if start < SHORTEST_STEM else "")

    def _rank(self, key: str, end: str, short: str) -> tuple[Ranked, ...]:
        """The analyses of a word by its longest key and its last letters; `short` is a word that is hardly longer."""
        found = self.merged.get((key, short))
        if found is None:
            found = self.merged[key, short] = self._merge(key, short)
        tempered, size = self.endings.tempered, len(end)
        weighed: list[tuple[float, Analysis]] = []
        for one in found:
            base = end[: size - one[0]] + one[1]
            share = tempered.get(base[-LONGEST:])
            if share is None:
                share = self.endings.temper(base[-LONGEST:])
            weighed.append((one[4] * share * UNSEEN[len(base)], one))
        if found[0][4] >= LISTED:  # those come first, and their share isn't by weight
            weighed = _with_listed(weighed)
        weighed.sort(key=_weight, reverse=True)
        derived = [pair for pair in weighed if pair[1][3] >= FIRST_DERIVED]
        least = weighed[0][0] * NEGLIGIBLE
        kept = [pair for pair in weighed if pair[0] >= least and (not derived or pair[1][3] < FIRST_DERIVED)][:MOST]
        if derived:
            kept += derived[:MOST_DERIVED]
            kept.sort(key=_weight, reverse=True)
        total = sum([weight for weight, _ in kept])
        return tuple([(one[0], one[1], one[2], one[3], weight / total, one[5]) for weight, one in kept])

    def _merge(self, key: str, short: str) -> tuple[Analysis, ...]:
        """The analyses that the longest key of a word allows, one for each base."""
        merged: dict[tuple[str, bool], _Merged] = {}
        forms = self.by_form.keys()
        for start in range(len(key) + 1):
            stem, end = key[:start], key[start:]
            for rule in self.by_form[end] if end in forms else ():
                form, ending, base_end, size, found, kind, derived, weight, paradigm, unless, whole = rule
                if whole:
                    fits = short == form
                else:
                    fits = not short or len(short) - ending >= SHORTEST_STEM
                    fits = fits and not (unless and (stem + base_end[: len(base_end) - size]).endswith(unless))
                if not fits:
                    continue
                one = merged.get((stem + base_end, derived))
                if one is None:
                    one = merged[stem + base_end, derived] = _Merged()
                one.cells |= found
                one.kind |= kind
                one.weights[paradigm] = one.weights.get(paradigm, 0.0) + weight
        analyses = [one.analysis(key, base) for (base, _), one in merged.items()]
        if not any(base == key for base, _ in merged):
            analyses.append(Analysis(0, "", ALL_CELLS, NameKind(0), UNDECLINED, ""))
        return tuple(sorted(analyses, key=lambda one: (one.weight < LISTED, one)))


def _with_listed(weighed: list[tuple[float, Analysis]]) -> list[tuple[float, Analysis]]:
    """Words that the table lists get their share, the other analyses what is left."""
    rest = sum(weight for weight, one in weighed if one.weight < LISTED)
    listed = sum(one.weight >= LISTED for _, one in weighed)
    each = rest * LISTED_SHARE / (1 - LISTED_SHARE) / listed
    return [(each if one.weight >= LISTED else weight, one) for weight, one in weighed]


class _Merged:
    """What the rules that lead to one base say together: cases of a paradigm add up, of paradigms the best counts."""

    __slots__ = ("cells", "kind", "weights")

    def __init__(self) -> None:
        self.cells = self.kind = 0
        self.weights: dict[str, float] = {}  # by paradigm

    def analysis(self, form: str, base: str) -> Analysis:
        """The way from a form to this base."""
        weights = self.weights
        best = max(weights, key=lambda name: (weights[name], name)) if len(weights) > 1 else next(iter(weights))
        kept = 0
        while kept < min(len(form), len(base)) and form[kept] == base[kept]:
            kept += 1
        return Analysis(len(form) - kept, base[kept:], self.cells, KINDS[self.kind], weights[best], best)


def build(table: InflectionTable, endings: EndingCounts, respell: Callable[[str], str] | None = None) -> Rules:
    """The rules of a table, their endings respelled by `respell` if the table is transliterated from another."""
    by_form: dict[str, list[Rule]] = defaultdict(list)
    for made in rules_of(table, respell):
        by_form[made.form].append(made)
        for end in made.unless:  # so that the longest key knows what the stem must not end in
            known = made.base[: len(made.base) - made.base_ending]
            if end != known and end.endswith(known):
                by_form.setdefault(end[: len(end) - len(known)] + made.form, [])
    tails = frozenset(form[start:] for form in by_form for start in range(len(form)))
    return Rules(dict(by_form), tails, endings, any("-" in form for form in by_form))
