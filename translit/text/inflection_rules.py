"""A table of inflection made into rules that lead from the end of a form to the end of its base.

Each paradigm is turned round once: every form ending, with the letters of the stem that the paradigm or an alternation
asks for, becomes a key; the longest key at the end of a word gives all its analyses, already merged and weighed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from translit.text.ending_counts import LETTER, LONGEST, Endings
from translit.text.grammar import ALL_CELLS, Case, NameKind, Number, cells
from translit.text.inflection_table import InflectionTable, Paradigm

SHORTEST_STEM = 2  # set by hand: a stem of one letter fits any word
RARE_CASE = 0.02  # for a case without a line in [weights]: set by hand, rarer than any case there
UNDECLINED = 0.04  # a form that is its own base though no paradigm says so: set by hand, below any real analysis
MOST_PLANS = 1 << 17  # ends of words that are remembered; then all are forgotten
DERIVED = 0.02  # share of a name's mentions that are words derived from it: set by hand


class Analysis(NamedTuple):
    """One way from a form to its base: take `cut` letters off, put `add` there."""

    cut: int
    add: str
    cells: int
    kind: NameKind
    weight: float
    paradigm: str


class Rule(NamedTuple):
    """One form ending of one paradigm, before analyses that share a base are merged."""

    form: str  # the form's ending, with the stem's letters that it needs
    ending: int  # how many letters of `form` are the ending itself
    base: str
    cells: int
    kind: NameKind
    weight: float
    paradigm: str
    unless: tuple[str, ...]  # what the stem must not end in
    whole: bool = False  # the form is a whole word


@dataclass(frozen=True)
class Rules:
    """All rules of a table by the ending of the form, and how names of the language end."""

    by_form: dict[str, list[Rule]]
    longest: int
    endings: Endings
    plans: dict[str, tuple[Analysis, ...]] = field(default_factory=dict)

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """What the end of a small-letter word says of it, most probable first; their weights sum to 1."""
        by_form = self.by_form
        for start in range(max(0, len(word) - self.longest), len(word)):
            if word[start:] in by_form:
                break
        else:
            start = len(word)
        seen = start - LONGEST  # letters before the key tell how usual a base is
        key = word[seen:] if seen > 0 else f"^{word}"
        plan = self.plans.get(key)
        if plan is None:
            if len(self.plans) >= MOST_PLANS:
                self.plans.clear()
            plan = self.plans[key] = self._plan(word[start:], word[max(seen, 0) :], seen <= 0)
        return plan

    def _plan(self, key: str, end: str, whole: bool) -> tuple[Analysis, ...]:
        """The analyses of a word by its longest key and its last letters, which may be all of it."""
        merged: dict[tuple[str, bool], dict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
        for start in range(len(key) + 1):
            for rule in self.by_form.get(key[start:], ()):
                if _fits(rule, key, end if whole else None):
                    base = end[: len(end) - len(rule.form)] + rule.base
                    merged[base, rule.kind.derived][rule.paradigm].append(rule)
        found = [_analysis(end, base, rules) for (base, _), rules in merged.items()]
        if not any(base == end for base, _ in merged):
            found.append(Analysis(0, "", ALL_CELLS, NameKind(0), UNDECLINED, ""))
        weights = [one.weight * self._chance(end[: len(end) - one.cut] + one.add) for one in found]
        total = sum(weights)
        scaled = [one._replace(weight=weight / total) for one, weight in zip(found, weights, strict=True)]
        return tuple(sorted(scaled, key=lambda one: (-one.weight, one.cut, one.add)))

    def _chance(self, base: str) -> float:
        return float(self.endings.share(base) * LETTER ** len(base))


def _fits(rule: Rule, key: str, word: str | None) -> bool:
    if rule.whole:
        return word == rule.form
    if word is not None and len(word) - rule.ending < SHORTEST_STEM:
        return False
    stem = key[: len(key) - rule.ending]
    return not (rule.unless and stem.endswith(rule.unless))


def _analysis(form: str, base: str, by_paradigm: dict[str, list[Rule]]) -> Analysis:
    """The rules that lead to one base as one analysis: cases of a paradigm add up, of paradigms the best counts."""
    found, kind, weights = 0, NameKind(0), {}
    for paradigm, rules in by_paradigm.items():
        weights[paradigm] = sum(rule.weight for rule in rules)
        for rule in rules:
            found |= rule.cells
            kind |= rule.kind
    best = max(weights, key=lambda name: (weights[name], name))
    kept = 0
    while kept < min(len(form), len(base)) and form[kept] == base[kept]:
        kept += 1
    return Analysis(len(form) - kept, base[kept:], found, kind, weights[best], best)


def build(table: InflectionTable, endings: Endings, respell: Callable[[str], str] | None = None) -> Rules:
    """The rules of a table, their endings respelled by `respell` if the table is transliterated from another."""
    by_form: dict[str, list[Rule]] = defaultdict(list)
    for paradigm in table.paradigms:
        for rule in _of_paradigm(table, paradigm, respell):
            by_form[rule.form].append(rule)
    for derivation in table.derivations:
        stems, unless = stem_ends(table, derivation.after, every=respell is not None)
        share = DERIVED * derivation.weight / len(derivation.forms)
        for form in derivation.forms:
            name = derivation.id
            rule = Rule(form, len(form), derivation.base, ALL_CELLS, derivation.kinds, share, name, unless)
            for made in _respelled(rule, stems, {}, respell):
                by_form[made.form].append(made)
    for rules in list(by_form.values()):  # so that the longest key knows what the stem must not end in
        for rule in rules:
            for end in rule.unless:
                by_form.setdefault(end + rule.form[len(rule.form) - rule.ending :], [])
    return Rules(dict(by_form), max(map(len, by_form), default=0), endings)


def _of_paradigm(
    table: InflectionTable, paradigm: Paradigm, respell: Callable[[str], str] | None
) -> Iterator[Rule]:
    stems, unless = stem_ends(table, paradigm.after, every=respell is not None and not paradigm.word)
    for number, by_case in ((Number.SINGULAR, paradigm.singular), (Number.PLURAL, paradigm.plural)):
        for case, endings in by_case.items():
            share = table.weights.get(case, RARE_CASE) * paradigm.weight / len(endings)
            share *= 1.0 if number is Number.SINGULAR or not paradigm.singular else 0.2
            found = cells([case], paradigm.genders, [number])
            for ending in endings:
                name, _, tail = ending.rpartition(":")
                rule = Rule(tail, len(tail), paradigm.base, found, paradigm.kinds, share, paradigm.id, unless,
                            bool(paradigm.word))  # fmt: skip
                yield from _respelled(rule, stems, table.alternations.get(name, {}), respell)


def _respelled(
    rule: Rule, stems: Sequence[str], pairs: Mapping[str, str], respell: Callable[[str], str] | None
) -> Iterator[Rule]:
    """A rule once for each end of the stem that it knows."""
    if pairs and list(stems) == [""]:
        stems = list(pairs)
    unless = tuple(alternated(end, pairs) for end in rule.unless)
    if respell is not None:
        unless = tuple(filter(None, map(respell, unless)))
    for stem in stems:
        changed = alternated(stem, pairs)
        form, base = changed + rule.form, stem + rule.base
        ending = rule.ending
        if respell is not None and not rule.whole:
            form, base = respell(form), respell(base)
            ending = max(len(form) - len(respell(changed)), 0)
        elif respell is not None:
            form, base = respell(form.capitalize()).lower(), respell(base.capitalize()).lower()
        yield rule._replace(form=form, base=base, ending=ending, unless=unless)


def alternated(stem: str, pairs: Mapping[str, str]) -> str:
    """A stem after the alternation of its end.

    >>> alternated("рук", {"к": "ц"})
    'руц'
    """
    for size in (3, 2, 1):
        if len(stem) >= size and (changed := pairs.get(stem[-size:])) is not None:
            return stem[:-size] + changed
    return stem


def stem_ends(table: InflectionTable, after: Sequence[str], every: bool = False) -> tuple[list[str], tuple[str, ...]]:
    """What a stem must end in (`[""]`: anything), and what it must not."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for word in after:
        side = unwanted if word.startswith("!") else wanted
        bare = word.removeprefix("!")
        side.extend(table.classes.get(bare, (bare,)) if bare.isupper() else (bare,))
    if not wanted and every:
        wanted = sorted({letter for ends in table.classes.values() for letter in ends if len(letter) == 1})
    wanted = [end for end in wanted if end not in unwanted]
    return wanted or [""], tuple(end for end in unwanted if not any(end == other for other in wanted))


def cases_listed(paradigm: Paradigm) -> tuple[Case, ...]:
    """The cases that a paradigm has forms for."""
    return tuple(paradigm.singular or paradigm.plural)
