"""Fits `tables/match/places.toml` and `organizations.toml`: the weights of the evidence, by ridge logistic regression.

    python -m translit.learn.places_orgs place FILE... -o tables/match/places.toml   (fits on all, writes the file)
    python -m translit.learn.places_orgs organization FILE... --cross-validate              (five folds, prints scores)

A file has a head and the columns entity_id and name; it may be gzipped. Two names of one entity are a pair of the
same; against them stand names of other entities, the nearest and some at random.
"""

from __future__ import annotations

import argparse
import gzip
import random
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Float32s, Float64s
from translit.learn import fit_logistic
from translit.matching.logistic import Logistic
from translit.matching.places_orgs.evidence import FEATURES
from translit.matching.places_orgs.features import name_pairs, pair_features
from translit.matching.places_orgs.model import FORM

RIDGE = 2.0
FOLDS = 5
SEED = 7
SAME = 12  # pairs of the same an entity
OTHERS = 150  # names of other entities that each name is held against
NEAREST = 8  # of them, the nearest that are learned from, and as many at random
PREFIXES = {"place": ("gw:", "slavner:LOC_"), "organization": ("slavner:ORG_",)}
RULES = {
    "rules.identical": 2.0, "rules.words_against": -5.0, "rules.proper_against": -4.0, "rules.legal_agrees": 0.3,
    "rules.legal_against": -0.7, "rules.number_agrees": 0.5, "rules.number_against": -6.0, "rules.number_missing": -2.0,
    "rules.context_agrees": 0.5, "rules.context_against": -4.0, "rules.acronym": 0.5, "rules.acronym_against": -0.5,
    "rules.person_against": -5.0,
}  # fmt: skip
SPEAKING = ("rules.words_against", "rules.proper_against")  # what decides by itself where it stands


def entities(paths: Sequence[Path], kind: str) -> dict[str, list[str]]:
    """Entity → its distinct names, of the entities that are of this kind; entities that share a name are one."""
    found: dict[str, list[str]] = {}
    owner: dict[str, str] = {}
    for path in paths:
        for entity, name in _rows(path):
            if entity.startswith(PREFIXES[kind]):
                names = found.setdefault(entity, [])
                if name not in names:
                    names.append(name)
    merged: dict[str, list[str]] = {}
    for entity, names in found.items():
        first = next((owner[name.casefold()] for name in names if name.casefold() in owner), entity)
        owner |= {name.casefold(): first for name in names}
        merged.setdefault(first, []).extend(name for name in names if name not in merged.get(first, ()))
    return {entity: names for entity, names in merged.items() if len(names) > 1}


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        head = next(lines).rstrip("\n").split("\t")
        entity, name = head.index("entity_id"), head.index("name")
        for line in lines:
            row = line.rstrip("\n").split("\t")
            yield row[entity], row[name]


class Material:
    """Pairs of names with their features, labels, and the group (entity) that keeps them together in one fold."""

    def __init__(self, named: dict[str, list[str]], kind: str) -> None:
        generator = random.Random(SEED)
        self.pairs: list[tuple[str, str]] = []
        labels: list[float] = []
        groups: list[int] = []
        everyone = [(entity, name) for entity, names in named.items() for name in names]
        for entity, names in named.items():
            same = [(a, b) for index, a in enumerate(names) for b in names[index + 1 :]]
            same = generator.sample(same, min(SAME, len(same)))
            drawn = generator.sample(everyone, min(OTHERS, len(everyone)))
            others = [(names[index % len(names)], b) for index, (other, b) in enumerate(drawn) if other != entity]
            self.pairs += same + others
            labels += [1.0] * len(same) + [0.0] * len(others)
            groups += [zlib.crc32(entity.encode()) % FOLDS] * (len(same) + len(others))
        self.labels, self.groups = np.array(labels), np.array(groups)
        self.found, self.owner = _features(self.pairs, kind)
        self._keep_nearest(generator)

    def _keep_nearest(self, generator: random.Random) -> None:
        """Drop most of the pairs of others: of each run of OTHERS the nearest stay, and as many at random.

        Those at random stand for all that go.
        """
        near = self.found[:, FEATURES.index("covered")] + self.found[:, FEATURES.index("both_covered")]
        self.share = np.ones(len(self.labels))
        kept = self.labels > 0
        negatives = np.nonzero(~kept)[0]
        for start in range(0, len(negatives), OTHERS):
            run = negatives[start : start + OTHERS]
            drawn = generator.sample(run.tolist(), min(NEAREST, len(run)))
            kept[drawn] = True
            self.share[drawn] = max(1.0, (len(run) - NEAREST) / NEAREST)
            nearest = run[np.argsort(near[run], kind="stable")[:NEAREST]]
            kept[nearest] = True
            self.share[nearest] = 1.0
        self.pairs = [pair for pair, keep in zip(self.pairs, kept.tolist(), strict=True) if keep]
        self.share = self.share[kept]
        self.labels, self.groups, self.found = self.labels[kept], self.groups[kept], self.found[kept]


def _features(pairs: Sequence[tuple[str, str]], kind: str) -> tuple[Float32s, NDArray[np.int32]]:
    """The features of each pair of texts: of the two names in them that agree best."""
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    index = {text: place for place, text in enumerate(texts)}
    rows = np.array([index[a] for a, _ in pairs], dtype=np.int32)
    columns = np.array([index[b] for _, b in pairs], dtype=np.int32)
    found = name_pairs(texts, texts, rows, columns, kind)
    features = pair_features(found, kind)
    near = features[:, FEATURES.index("covered")] + features[:, FEATURES.index("both_covered")]
    order = np.lexsort((near, found.owner))
    _, first = np.unique(found.owner[order], return_index=True)
    return features[order[first]], found.owner[order[first]]


def fit(found: Float32s, labels: Float64s, share: Float64s) -> Logistic:
    """The model of these features; the rules' weights are given; pairs whose words contradict aren't learned from."""
    columns = FORM.design(found)
    silent = ~columns[:, [list(FORM.columns).index(name) for name in SPEAKING]].any(axis=1)
    return fit_logistic.fit(FORM, columns[silent], labels[silent], RULES, share[silent])


def cross_validated(material: Material) -> Float64s:
    """The probability of every pair by a model that saw no pair of its entity."""
    scores = np.zeros(len(material.labels))
    for held in range(FOLDS):
        out = material.groups == held
        seen = ~out
        model = fit(material.found[seen], material.labels[seen], material.share[seen])
        scores[out] = model.probability(material.found[out])
    return scores


def area(labels: Float64s, scores: Float64s) -> float:
    """The area under the curve of hits over false hits: how often a pair of the same is above one of others."""
    values, counts = np.unique(scores, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[np.searchsorted(values, scores)]
    same = labels > 0
    n = int(same.sum())
    return float((ranks[same].sum() - n * (n + 1) / 2) / (n * (len(labels) - n)))


def main() -> None:
    """Fit or cross-validate, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(PREFIXES))
    parser.add_argument("names", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--pairs", action="store_true", help="with --cross-validate: print every pair and its score")
    options = parser.parse_args()
    material = Material(entities(options.names, options.kind), options.kind)
    if options.cross_validate:
        scores = cross_validated(material)
        print(f"pairs={len(scores)} same={int(material.labels.sum())} AUC={area(material.labels, scores):.4f}")
        if options.pairs:
            for label, score, (a, b) in zip(material.labels.tolist(), scores.tolist(), material.pairs, strict=True):
                print(f"{label:.0f}\t{score:.6f}\t{a}\t{b}")
    if options.output:
        sources = " ".join(source.name for source in options.names)
        command = f"python -m translit.learn.places_orgs {options.kind} {sources}"
        fit_logistic.write(fit(material.found, material.labels, material.share), options.output, command, list(RULES))


if __name__ == "__main__":
    main()
