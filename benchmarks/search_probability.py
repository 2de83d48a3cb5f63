"""Learn how probable a hit of a search is from its strength: the numbers of translit/corpus/chance.py.

    python benchmarks/search_probability.py DOCUMENTS.jsonl[.gz] ENTITIES.tsv[.gz]

Files as for benchmarks/search.py, each document with a topic besides. For each shape of a query (with a given name, of
one word, of several) a logistic curve over the strength of the best mention and the number of mentions is fitted by
Newton's method, a little ridge added. The error is that of curves fitted to the other topics: Brier score, and the mean
distance of what is said from what is so, over ten classes of probability.
"""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from search import lines_of, queries_of

import translit
from translit.corpus.chance import features_of, shape_of
from translit.corpus.equivalents import units_of
from translit.corpus.rank import best_of, mentions_of

RIDGE, STEPS, CLASSES = 1.0, 30, 10


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - RIDGE * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def said_and_so(chance: np.ndarray, y: np.ndarray) -> float:
    place = np.minimum((chance * CLASSES).astype(int), CLASSES - 1)
    parts = [np.abs(chance[place == k].sum() - y[place == k].sum()) for k in range(CLASSES)]
    return float(sum(parts) / len(y))


def main() -> None:
    rows = [json.loads(line) for line in lines_of(sys.argv[1])]
    corpus = translit.Corpus()
    corpus.add((row["id"], row["text"]) for row in rows)
    corpus._lookup.begin()
    topics = np.array([row["topic"] for row in rows])
    shapes, feats, right, topic = [], [], [], []
    for name, _, wanted in queries_of(rows, sys.argv[2], None):
        units = units_of(name)
        spots = [corpus._lookup.spots(unit) for unit in units]
        numbers, best, _, counts = best_of(mentions_of(units, spots, len(rows)))
        shapes.append(np.full(len(numbers), shape_of(units)))
        feats.append(features_of(best, counts))
        right.append(np.array([rows[n - 1]["id"] in wanted for n in numbers.tolist()], dtype=float))
        topic.append(topics[numbers - 1])
    shape, x, y, of = (np.concatenate(part) for part in (shapes, feats, right, topic))
    for number in np.unique(shape):
        some = shape == number
        out = np.zeros(some.sum())
        for left_out in np.unique(of):
            there = of[some] == left_out
            weights = fit(x[some][~there], y[some][~there])
            out[there] = 1 / (1 + np.exp(-x[some][there] @ weights))
        brier = float(((out - y[some]) ** 2).mean())
        numbers = ", ".join(f"{value:.2f}" for value in fit(x[some], y[some]))
        strength = float(((np.minimum(x[some][:, 1], 1) - y[some]) ** 2).mean())
        print(
            f"shape {number}: ({numbers})  {some.sum()} hits, topics left out: Brier {brier:.3f}"
            f" (of the strength itself {strength:.3f}), said and so apart {said_and_so(out, y[some]):.3f}"
        )


if __name__ == "__main__":
    main()
