"""Fits `tables/match/model.toml`: the weights of the evidence, by ridge logistic regression with signs.

    python -m translit.learn.persons FILE... --names names_uk_ru.tsv.gz --strangers … -o tables/match/model.toml
    python -m translit.learn.persons FILE... --names … --strangers … --judge   (leave one suite out; prints figures)

Files by their names: *.pairs.tsv (one suite each), *.pairs.tsv.gz (suites in a column), *.screening.tsv.gz. With them
come made-up pairs and false friends found in a list of strangers (translit.learn.persons_material). Each suite counts
by the root of its size. Lists of aliases hold pairs that no spelling makes one; so a pair said to be the same that is
nothing alike counts little (NOISE). Where a rule speaks, it decides, and the pair isn't learned from. Names are learned
from as they stand, and judged as `compare` answers: in the reading that agrees best (安倍晋三, Abe Shinzo).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from translit.arrays import Bools, Float32s, Float64s, Indices
from translit.learn import fit_logistic
from translit.learn.persons_material import (
    FOUND_AMONG,
    Example,
    made,
    read_pairs,
    read_screening,
    read_strangers,
    read_suites,
)
from translit.matching.logistic import Logistic
from translit.matching.persons.lexicon.lists import masculine
from translit.matching.persons.otherwise.other_readings import other_readings
from translit.matching.persons.probability.features import described_pairs, features_between
from translit.matching.persons.probability.model import BY_HAND, CURVES
from translit.matching.persons.reading.parse import Name, parse

FORGOTTEN = 0.3  # measured: a third of the bearers of names in Russian have a family name that no list of ours has
USUAL = 3000  # pairs of a suite that counts fully
# share of pairs wrongly said to be the same
NOISE = {"hmni": 0.0, "nicknames": 0.0, "ofac_person": 0.1, "screening": 0.1}
USUAL_NOISE = 0.03
TOGETHER = {"screening": "ofac_person"}  # of one source: never learned from where the other is judged
# beside the root of the size: what lists hardly have, and what names of this part of the world are like
WEIGHTS = {"near misses": 1.75, "slips": 2.2, "east": 1.5, "lists": 1.5, "world": 1.5}


class Material:
    """Features, labels, suites and weights of all examples."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.features = _features([(_parsed(each.a), _parsed(each.b)) for each in examples])
        self.reading_of, self.readings = _readings(examples)
        self.labels = np.array([each.same for each in examples], dtype=np.float64)
        self.suites = np.array([each.suite for each in examples])
        self.weights = np.ones(len(examples))
        self.noise = np.full(len(examples), USUAL_NOISE)
        kinds = np.array([FOUND_AMONG if each.startswith(FOUND_AMONG) else each for each in self.suites.tolist()])
        for suite in set(kinds.tolist()):
            mine = kinds == suite
            self.weights[mine] = np.sqrt(USUAL / mine.sum()) * WEIGHTS.get(suite, 1.0)
            self.noise[mine] = NOISE.get(suite, USUAL_NOISE)

    def fit(self, some: Bools | None = None, start: Logistic | None = None) -> Logistic:
        """The model of some of the examples, those in which a rule speaks left out."""
        taken = np.arange(len(self.labels)) if some is None else np.flatnonzero(some)
        columns = CURVES.design(self.features[taken])
        silent = ~(columns[:, CURVES.decides] > 0).any(axis=1)
        kept = taken[silent]
        return fit_logistic.fit_curves(
            CURVES, columns[silent], self.labels[kept], BY_HAND, self.weights[kept], self.noise[kept], start
        )

    def probability(self, model: Logistic, some: Bools) -> Float64s:
        """The probability of some of the examples by a model, in the reading that agrees best."""
        chances = np.zeros(len(self.labels))
        chances[some] = model.probability(self.features[some])
        otherwise = some[self.reading_of]
        if otherwise.any():
            np.maximum.at(chances, self.reading_of[otherwise], model.probability(self.readings[otherwise]))
        return chances[some]


def _parsed(name: str | Name) -> Name:
    return parse(name) if isinstance(name, str) else name


def _readings(examples: Sequence[Example]) -> tuple[Indices, Float32s]:
    """The other readings of the examples: of which one each is, and its features."""
    of: list[int] = []
    pairs: list[tuple[Name, Name]] = []
    for place, (_, _, a, b) in enumerate(examples):
        made = other_readings(a, b) if isinstance(a, str) and isinstance(b, str) else []
        pairs += [(parse(one), parse(other)) for one, other in made]
        of += [place] * len(made)
    return np.array(of, dtype=np.intp), _features(pairs)


def _features(pairs: Sequence[tuple[Name, Name]]) -> Float32s:
    """The features of each pair, with a share of the known family names forgotten.

    The near misses are made of names that are all known, as those that will be asked about aren't: two known names are
    told apart by the list, two unknown ones, and a slip, by their letters.
    """
    described, left, right = described_pairs(pairs)
    stems = [min([read, *masculine(read)], key=len) for read in described.pivots]
    described.forgotten[:] = [crc32(stem.encode()) % 1000 < FORGOTTEN * 1000 for stem in stems]
    return features_between(described, described, left, right)


def figures(labels: Float64s, chances: Float64s) -> dict[str, float]:
    """Area under the curve, recall at 1 % and 0.1 % of false ones, calibration error, and errors at one half."""
    positive, negative = chances[labels == 1], np.sort(chances[labels == 0])[::-1]
    below = np.searchsorted(negative[::-1], positive, "left") + np.searchsorted(negative[::-1], positive, "right")
    bins = np.minimum((chances * 10).astype(int), 9)
    gaps = [abs(chances[bins == each].sum() - labels[bins == each].sum()) for each in range(10)]
    return {
        "auc": float(below.mean() / 2 / len(negative)),
        "r2": float((positive > negative[int(len(negative) * 1e-2)]).mean()),
        "r3": float((positive > negative[int(len(negative) * 1e-3)]).mean()),
        "ece": float(sum(gaps) / len(labels)),
        "fpr": float((negative >= 0.5).mean()),
        "fnr": float((positive < 0.5).mean()),
    }


def judge(material: Material, suites: Sequence[str]) -> Float64s:
    """The probability of each example by a model that saw none of its suite; prints figures by suite."""
    chances, every = np.full(len(material.labels), np.nan), material.fit()
    source = np.array([TOGETHER.get(suite, suite.removeprefix(FOUND_AMONG)) for suite in material.suites.tolist()])
    for suite in suites:
        held = source == TOGETHER.get(suite, suite)
        if np.isnan(chances[held]).any():
            chances[held] = material.probability(material.fit(~held, every), held)
        mine = material.suites == suite
        found = figures(material.labels[mine], chances[mine])
        print(f"{suite:32} n={mine.sum():5}", *(f"{name}={value:.3f}" for name, value in found.items()))
    return chances


def read(paths: Sequence[Path]) -> list[Example]:
    """The examples of all files."""
    found: list[Example] = []
    for path in paths:
        if path.name.endswith(".screening.tsv.gz"):
            found += read_screening(path)
        else:
            found += read_suites(path) if path.suffix == ".gz" else read_pairs(path)
    return found


def main() -> None:
    """Fit or judge, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--names", type=Path, help="names_uk_ru.tsv.gz, to make near misses from")
    parser.add_argument("--strangers", type=Path, help="full names, one a line, gzipped, to find false friends in")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--judge", action="store_true")
    options = parser.parse_args()
    examples = read(options.files)
    suites = list(dict.fromkeys(each.suite for each in examples))
    found = read_strangers(options.strangers, examples) if options.strangers else []
    material = Material([*examples, *made(examples, options.names), *found])
    if options.output:
        command = f"python -m translit.learn.persons {' '.join(path.name for path in options.files)}"
        command += f" --names {options.names.name}" if options.names else ""
        command += f" --strangers {options.strangers.name}" if options.strangers else ""
        fit_logistic.write(material.fit(), options.output, command, list(BY_HAND))
    if options.judge:
        judge(material, suites)


if __name__ == "__main__":
    main()
