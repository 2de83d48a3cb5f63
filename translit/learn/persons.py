"""Fits `tables/match/model.toml`: the weights of the evidence, by ridge logistic regression.

    python -m translit.learn.persons PAIRS.tsv... --names NAMES.tsv.gz -o tables/match/model.toml
    python -m translit.learn.persons PAIRS.tsv... --names NAMES.tsv.gz --cross-validate   (five folds, prints scores)

A file of pairs has the columns label, type, id1, lang1, name1, id2, lang2, name2. Lists hardly have names with
initials, family names alone or near misses, so these are added: copies of pairs with one side cut short, and
pairs made from NAMES (translit.learn.near).
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from translit.arrays import Float32s, Float64s
from translit.learn import fit_logistic
from translit.learn.near import near_misses
from translit.matching.logistic import Logistic
from translit.matching.persons.features import features
from translit.matching.persons.model import FORM
from translit.matching.persons.parse import Name, named, parse
from translit.matching.persons.token import CORE, INITIAL, PATRONYMIC, Token

FOLDS = 5
RULES = {
    "rules.other_father": -5.5,
    "rules.crossed": -5.0,
    "rules.place_against": -6.0,
    "rules.initials_against": -8.0,
    "rules.gender_against": -7.0,
    "rules.generation_against": -9.0,
}
SHARE = 7  # every seventh pair is also learned with initials, and as family names alone
NEAR_WEIGHT = 0.33  # of a made-up near miss beside a real pair
Row = list[str]


def read_pairs(path: Path) -> list[Row]:
    """The rows of a file of pairs, without its head."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def with_initials(name: Name) -> Name | None:
    """The name as Г. К. Family, if it has a patronymic or is given name and family name in this order."""
    cores = name.of(CORE)
    if not name.of(PATRONYMIC) and len(cores) != 2:
        return None
    given = next((token for token in cores if not token.family), None)
    if given is None:
        return None
    tokens = tuple(
        Token(f"{token.text[0]}.", token.folded[:1], INITIAL) if token is given or token.role == PATRONYMIC else token
        for token in name.tokens
    )
    return named(name.text, tokens, "", name.orthography)


def family_alone(name: Name) -> Name:
    """The name cut to its family name."""
    cores = name.of(CORE)
    family = [token for token in cores if token.family] or list(cores[-1:])
    return named(name.text, family, "", name.orthography)


def material(rows: Sequence[Row], near: Sequence[tuple[str, str]] = ()) -> tuple[Float32s, Float64s, Float64s]:
    """Features, labels and weights of the pairs, of their copies with initials or one name, and of near misses."""
    pairs = [(parse(row[4]), parse(row[7])) for row in rows]
    labels = [float(row[0]) for row in rows]
    for index in range(0, len(rows), SHARE):
        one, other = pairs[index]
        short = with_initials(one)
        if short is not None:
            pairs.append((short, other))
            labels.append(labels[index])
        if rows[index][1] in ("pos", "random"):
            pairs.append((family_alone(one), family_alone(other) if index % 2 else other))
            labels.append(labels[index])
    weights = [1.0] * len(pairs) + [NEAR_WEIGHT] * len(near)
    pairs += [(parse(one), parse(other)) for one, other in near]
    labels += [0.0] * len(near)
    return features(pairs), np.array(labels), np.array(weights)


def fit(found: Float32s, labels: Float64s, weight: Float64s) -> Logistic:
    """The model of these features; the rules' weights are given, and where a rule speaks, it decides."""
    columns = FORM.design(found)
    names = list(FORM.columns)
    silent = ~(columns[:, [names.index(name) for name in RULES]] > 0).any(axis=1)
    return fit_logistic.fit(FORM, columns[silent], labels[silent], RULES, weight[silent])


def cross_validated(rows: Sequence[Row], near: Sequence[tuple[str, str]] = ()) -> Float64s:
    """The probability of every pair by a model that saw no pair of the same first entity."""
    fold = np.array([zlib.crc32(row[2].encode()) % FOLDS for row in rows])
    scores = np.zeros(len(rows))
    found = features([(parse(row[4]), parse(row[7])) for row in rows])
    for held in range(FOLDS):
        kept = [row for row, number in zip(rows, fold, strict=True) if number != held]
        scores[fold == held] = fit(*material(kept, near)).probability(found[fold == held])
    return scores


def main() -> None:
    """Fit or cross-validate, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--names", type=Path, help="names_uk_ru.tsv.gz, to make near misses from")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    rows = [row for path in options.pairs for row in read_pairs(path)]
    near = near_misses(options.names) if options.names else []
    if options.cross_validate:
        for row, score in zip(rows, cross_validated(rows, near), strict=True):
            print(row[0], f"{score:.6f}", row[1], row[4], row[7], sep="\t")
    if options.output:
        command = f"python -m translit.learn.persons {' '.join(path.name for path in options.pairs)}"
        if options.names:
            command += f" --names {options.names.name}"
        fit_logistic.write(fit(*material(rows, near)), options.output, command, list(RULES))


if __name__ == "__main__":
    main()
