"""The rules of a table of inflection, one by one: each ending of a form with each end of a stem that it may follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from translit.text.inflection.grammar import ALL_CELLS, NameKind, Number, cells
from translit.text.inflection.inflection_table import RARE, InflectionTable
from translit.text.inflection.stems import alternated, forms_of_adjective, forms_of_inhabitant, stem_ends

RARE_CASE = 0.02  # for a case without a line in [weights]: set by hand, rarer than any case there
SELDOM = 0.2  # of an ending that is read but not written, beside one that is: set by hand
PLURAL_OF_MODIFIER = 0.12  # the same of an adjective, as in names of countries: chosen on two topics of news
PLURAL = 0.05  # a name in the plural, beside one in the singular: chosen on two topics of news
DERIVED = 0.02  # share of a name's mentions that are words derived from it: set by hand
LISTED = 1e6  # weight of a whole word that a table lists as derived: its share is not by weight but LISTED_SHARE


class Rule(NamedTuple):
    """One form ending of one paradigm, before analyses that share a base are merged."""

    form: str  # the form's ending, with the stem's letters that it needs
    ending: int  # how many letters of `form` are the ending itself
    base: str
    base_ending: int
    cells: int
    kind: int
    derived: bool
    weight: float
    paradigm: str
    unless: tuple[str, ...]  # what the stem of the base must not end in
    whole: bool = False  # the form is a whole word


Endings = tuple[Sequence[str], Mapping[str, str], Rule]  # the ends of the stem, what alternates in them, and a rule


def rules_of(table: InflectionTable, respell: Callable[[str], str] | None = None) -> Iterator[Rule]:
    """All rules of a table, their endings respelled by `respell` if the table is transliterated from another."""
    every = respell is not None
    for found in (_of_paradigms(table, every), _of_derivations(table, every), _of_lists(table)):
        for stems, pairs, rule in found:
            for stem in tuple(pairs) if pairs and stems == ("",) else stems:
                yield _of_stem(rule, stem, pairs, respell)


def _of_paradigms(table: InflectionTable, every: bool) -> Iterator[Endings]:
    for paradigm in table.paradigms:
        stems, unless = stem_ends(table, paradigm.after, every and not paradigm.word)
        base, whole = paradigm.base, bool(paradigm.word)
        for number, by_case in ((Number.SINGULAR, paradigm.singular), (Number.PLURAL, paradigm.plural)):
            for case, endings in by_case.items():
                share = table.weights.get(case, RARE_CASE) * paradigm.weight
                if number is Number.PLURAL and paradigm.singular:
                    share *= PLURAL_OF_MODIFIER if paradigm.kinds & NameKind.MODIFIER else PLURAL
                usual = sum(not ending.startswith(RARE) for ending in endings)
                found = cells([case], paradigm.genders, [number])
                for ending in endings:
                    name, _, tail = ending.removeprefix(RARE).rpartition(":")
                    weight = share / usual * (SELDOM if ending.startswith(RARE) else 1.0)
                    rule = Rule(
                        *(tail, len(tail), base, len(base), found, int(paradigm.kinds), False),
                        *(weight, paradigm.id, unless, whole),
                    )
                    yield stems, table.alternations.get(name, {}), rule


def _of_derivations(table: InflectionTable, every: bool) -> Iterator[Endings]:
    for row in table.derivations:
        stems, unless = stem_ends(table, row.after, every)
        share = DERIVED * row.weight / len(row.forms)
        for form in row.forms:
            rule = Rule(
                *(form, len(form), row.base, len(row.base), ALL_CELLS, int(row.kinds), row.kinds.derived),
                *(share, row.id, unless),
            )
            yield stems, {}, rule


def _of_lists(table: InflectionTable) -> Iterator[Endings]:
    """Whole words that a table lists as derived from a name."""
    for listed, kind, forms_of in (
        (table.demonyms, NameKind.DEMONYM, forms_of_inhabitant),
        (table.adjectives, NameKind.ADJECTIVE, forms_of_adjective),
    ):
        for name, words in listed.items():
            for form in sorted({form for word in words for form in forms_of(table, word.lower())}):
                rule = Rule(form, len(form), name, len(name), ALL_CELLS, int(kind), True, LISTED, name, (), True)
                yield ("",), {}, rule


def _of_stem(rule: Rule, stem: str, pairs: Mapping[str, str], respell: Callable[[str], str] | None) -> Rule:
    """A rule for one end of the stem."""
    changed = alternated(stem, pairs) if pairs else stem
    form, base = changed + rule[0], stem + rule[2]
    if respell is None:
        return tuple.__new__(Rule, (form, rule[1], base, *rule[3:]))  # as _replace does, in a fifth of the time
    if rule.whole:  # a capital, since some schemes write the first letter of a word otherwise
        return rule._replace(form=respell(form.capitalize()).lower(), base=respell(base.capitalize()).lower())
    form, base = respell(form), respell(base)
    return rule._replace(
        form=form,
        base=base,
        ending=max(len(form) - len(respell(changed)), 0),
        base_ending=max(len(base) - len(respell(stem)), 0),
        unless=tuple(filter(None, map(respell, rule.unless))),
    )
