"""Fits `tables/match/places.toml` and `organizations.toml`: the weights of the evidence, by ridge logistic regression.

    python -m translit.learn.places_orgs place FILE... -o tables/match/places.toml        (fits on all, writes the file)
    python -m translit.learn.places_orgs organization FILE... --leave-one-out       (each suite by a fit without it)

A file has a head with the columns label, kind, suite, a and b (pairs), or entity_id and name (names of entities); it
may be gzipped. Every suite counts the same, and of each the pairs of others twice as much as those of the same.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Float64s, Int32s
from translit.learn import fit_logistic
from translit.learn.place_pairs import MADE_SUITE, PREFIXES, Pair, pairs_of
from translit.matching.logistic import Logistic
from translit.matching.places_orgs.evidence.evidence import FEATURES
from translit.matching.places_orgs.probability.features import name_pairs, pair_features
from translit.matching.places_orgs.probability.model import DECISIVE, FORMS, SIGNS

SEED = 7
OTHERS_MASS = 2.0  # pairs of others for each of the same: most names that one is held against are others
SUITE_MASS = 1000.0  # what each suite counts, in pairs
MADE_MASS = {"place": 300.0, "organization": 500.0}  # and those that are made
LEAST_SHARED = 3.0  # nats: where less agrees, nothing in the names says that they are one: not learned from
RULES = {
    "rules.identical": 2.5, "rules.words_against": -2.5, "rules.proper_against": -1.5, "rules.proper_lacking": -1.5,
    "rules.proper_surplus": -2.5, "rules.name_lacking": -3.5, "rules.place_against": -2.0, "rules.kind_against": -7.0,
    "rules.kind_agrees": 0.5, "rules.kind_alone": 1.0, "rules.kind_alone_decides": 1.0, "rules.legal_agrees": 0.3,
    "rules.legal_against": -0.7, "rules.number_agrees": 0.5, "rules.number_against": -6.0,
    "rules.number_missing": -1.0, "rules.number_left": -4.5, "rules.context_agrees": 0.5,
    "rules.context_against": -5.0, "rules.acronym": 0.5, "rules.acronym_against": -0.5,
    "rules.acronyms_against": -6.0, "rules.known_against": -6.0, "rules.person_against": -5.0,
    "rules.letters_against": -7.0,
}  # fmt: skip
# Of organizations: what real pairs hardly show, and `lists.other`, which they show but where places differ; as pairs of
# the same in two places aren't learned from, a fit would let any two listed words that differ decide.
OF_ORGANIZATIONS = {
    "rules.proper_surplus": -3.5, "rules.bond_against": -6.0, "rules.seats_against": -6.0, "rules.branch": -4.5,
    "rules.field_surplus": -5.0, "rules.other_brand": -7.5, "rules.kinds_differ": -3.5,
    "rules.field_against": -4.5, "rules.body_against": -3.5, "rules.whose_missing": -6.0,
    "rules.listed_against": -0.3, "rules.nameless": -0.15,
    "lists.other": -1.2, "lists.other_worst": -0.55,
}  # fmt: skip
OF_PLACES = {
    "rules.qualifier_surplus": -3.0, "rules.words_against": -2.0, "rules.proper_surplus": -2.0, "rules.elsewhere": -4.5,
}  # fmt: skip
RULES_OF = {"place": RULES | OF_PLACES, "organization": RULES | OF_ORGANIZATIONS}


class Material:
    """Pairs with the features of all names that their texts hold, computed once."""

    def __init__(self, pairs: Sequence[Pair], kind: str) -> None:
        texts = list(dict.fromkeys(text for pair in pairs for text in (pair.a, pair.b)))
        index = {text: place for place, text in enumerate(texts)}
        rows: Int32s = np.array([index[pair.a] for pair in pairs], dtype=np.int32)
        columns: Int32s = np.array([index[pair.b] for pair in pairs], dtype=np.int32)
        found = name_pairs(texts, texts, rows, columns, kind)
        self.owner, self.features = found.owner, pair_features(found, kind)
        self.kind = kind
        self.labels = np.array([pair.same for pair in pairs])
        self.suites = np.array([pair.suite for pair in pairs])

    def best(self, model: Logistic | None) -> Float32s:
        """The features of each pair: of the two names that agree best, by a model or by what they cover."""
        far = -model.logit(self.features) if model else self.features[:, FEATURES.index("both_covered")]
        order = np.lexsort((far, self.owner))
        _, first = np.unique(self.owner[order], return_index=True)
        return self.features[order[first]]

    def fitted(self, seen: Bools) -> Logistic:
        """The model fitted to some of the pairs, twice: the first fit finds which names of a text agree best."""
        share = mass(self.labels[seen], self.suites[seen], MADE_MASS[self.kind])
        model = None
        for _ in range(2):
            model = fit(self.kind, self.best(model)[seen], self.labels[seen], share)
        assert model is not None
        return model

    def scored(self, model: Logistic, among: Bools) -> str:
        """How well a model tells some pairs apart: area under the curve, recall at 1 % false alarms, errors."""
        labels, chance = self.labels[among], model.probability(self.best(model)[among])
        same, others = chance[labels], np.sort(chance[~labels])
        below = np.searchsorted(others, same, "left") + np.searchsorted(others, same, "right")
        area = float(below.mean() / 2 / len(others))
        limit = others[-max(1, int(np.ceil(0.01 * len(others))))]
        bins = np.minimum((chance * 10).astype(int), 9)
        error = sum(abs(float((chance - labels)[bins == one].sum())) for one in range(10)) / len(labels)
        missed, alarms = float((same < 0.5).mean()), float((others >= 0.5).mean())
        return f"AUC={area:.4f} recall@1%={(same > limit).mean():.3f} {missed=:.3f} {alarms=:.3f} ECE={error:.3f}"


def mass(labels: Bools, suites: NDArray[np.str_], of_made: float) -> Float64s:
    """What each pair counts, so that suites, and in each those of the same and of others, count as they should."""
    share = np.zeros(len(labels))
    for suite in set(suites.tolist()):
        for same in (True, False):
            mine = (suites == suite) & (labels == same)
            part = 1.0 / (1.0 + OTHERS_MASS) if same else OTHERS_MASS / (1.0 + OTHERS_MASS)
            whole = of_made if suite == MADE_SUITE else SUITE_MASS
            share[mine] = whole * part / max(int(mine.sum()), 1)
    return share


def fit(kind: str, found: Float32s, labels: Bools, share: Float64s) -> Logistic:
    """The model of these features: rules have given weights, and no weight the wrong sign.

    Not learned from are pairs in which something decides, and pairs of the same where no word says so, or the places
    differ: code names, sister companies.
    """
    form = FORMS[kind]
    columns = form.design(found)
    by_name = dict(zip(FEATURES, found.T, strict=True))
    acronym = (by_name["acronym"] > 0) | (by_name["acronym_translated"] > 0)
    silent = ~(labels & ((by_name["matched"] < LEAST_SHARED) & ~acronym | (by_name["place_against"] > 0)))
    decides = [place for place, name in enumerate(form.columns) if name in DECISIVE]
    silent &= ~(columns[:, decides] != 0).any(axis=1)
    return fit_logistic.fit(form, columns[silent], labels[silent].astype(float), RULES_OF[kind], share[silent], SIGNS)


@click.command()
@click.argument("kind", type=click.Choice(sorted(PREFIXES)))
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--leave-one-out", is_flag=True, help="Judge each suite by a fit on all the others.")
def main(kind: str, paths: tuple[Path, ...], output: Path | None, leave_one_out: bool) -> None:
    """Fit or judge, as the command line says."""
    material = Material(pairs_of(paths, kind, random.Random(SEED)), kind)
    suites = sorted(set(material.suites.tolist()))
    for suite in suites if leave_one_out else ():
        mine = material.suites == suite
        print(f"{suite:28} {material.scored(material.fitted(~mine), mine)}")
    model = material.fitted(np.ones(len(material.labels), dtype=np.bool_))
    for suite in suites:
        print(f"{suite:28} {material.scored(model, material.suites == suite)} (seen)")
    if output:
        command = f"python -m translit.learn.places_orgs {kind} {' '.join(path.name for path in paths)}"
        fit_logistic.write(model, output, command, list(RULES_OF[kind]))


if __name__ == "__main__":
    main()
