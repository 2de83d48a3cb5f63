"""Learns the weights of mentions in texts from texts whose mentions are known.

    python -m translit.learn.mention_model DOCS.jsonl.gz ENTITIES.tsv.gz [--write]

The texts have a topic each. The figures are of topics that weren't learned from; the model that is written is learned
from all. An entity is given its names in the text's language, and again those in the others only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

import click
import numpy as np

from translit.arrays import Float64s
from translit.data import folder
from translit.kinds import KINDS
from translit.learn.fit_logistic import fit, write
from translit.learn.mention_material import Sample, gold_of, read_documents, read_names
from translit.matching.logistic import Logistic
from translit.text.candidates.features import NAMES
from translit.text.candidates.model import FORM
from translit.text.selection import select

CHOSEN = 0.2  # probability from which on chosen spans are calibrated by
THINNED = 6  # wrong candidates, of which one is learned from
TEMPER = 0.3  # a candidate that stands n times in a topic counts n to this power less: one error, not n
DRAWN = 5.0  # by how much calibration is drawn to changing nothing
# What calibration moves besides: the topics that were left out show how surely names stand there as they are listed.
MOVED = ("person", "exact", "in script", "exact in text", "exact × exact in text", "in script × exact in text")
RIDGE = 30.0  # of standardized columns, where candidates of one text are alike
MODES = ("same", "other")


def score(sample: Sample, model_of: dict[str, Logistic], threshold: float = 0.5) -> dict[str, float]:
    """Precision, recall and F1 with the model of each topic, over all and by kind, and the calibration error."""
    hits: Counter[str] = Counter()
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    exact = shown = 0
    chances = np.zeros(len(sample.labels))
    for topic, model in model_of.items():
        chances[sample.topics == topic] = model.probability(sample.features[sample.topics == topic])
    for documents, found, start_row, numbers in sample.parts:
        every = select(found, chances[start_row : start_row + len(found)], threshold)
        for document, text, choices in zip(documents, found.block.texts, every, strict=True):
            gold = gold_of(document, numbers)
            hits["true"] += len(gold)
            hits.update("true " + m[2] for m in gold)
            taken: set[int] = set()
            for choice in sorted(choices, key=lambda choice: -choice.ranked[0][1]):
                number, chance = choice.ranked[0]
                form = found.candidate(number).form
                start, end = text.starts[choice.first] + text.words[choice.first].elided, text.end(choice.last)
                at = next((i for i, m in enumerate(gold) if i not in taken and numbers[m[3]] == form.entity
                           and start < m[1] and m[0] < end), None)  # fmt: skip
                hits.update(("found", "found " + KINDS[form.kind]))
                if at is not None:
                    taken.add(at)
                    hits.update(("right", "right " + KINDS[form.kind]))
                    exact += (gold[at][0], gold[at][1]) == (start, end)
                    shown += 1
                cell = sums[min(int(chance * 10), 9)]
                cell[0] += chance
                cell[1] += at is not None
    result = {}
    for part in ("", *(f" {kind}" for kind in KINDS)):
        precision = hits[f"right{part}"] / max(hits[f"found{part}"], 1)
        recall = hits[f"right{part}"] / max(hits[f"true{part}"], 1)
        result[f"P{part}"], result[f"R{part}"] = precision, recall
        result[f"F1{part}"] = 2 * precision * recall / max(precision + recall, 1e-9)
    result["exact"] = exact / max(shown, 1)
    result["ece"] = sum(abs(a - b) for a, b in sums.values()) / max(hits["found"], 1)
    return result


def fitted(samples: list[Sample], leave: str | None) -> Logistic:
    """The model learned from all samples but one topic, its logits moved so that they hold.

    They are held against topics that weren't learned from, each judged by a model of the others: in texts of its own
    topics a model is surer than it may be.
    """
    topics = sorted({topic for sample in samples for topic in sample.topics.tolist()} - {leave})
    chances = [np.zeros(len(sample.labels)) for sample in samples]
    for topic in topics:
        model = weighed(samples, {leave, topic})
        for sample, mine in zip(samples, chances, strict=True):
            mine[sample.topics == topic] = model.probability(sample.features[sample.topics == topic])
    return moved(weighed(samples, {leave}), calibration(samples, chances))


def weighed(samples: list[Sample], leave: set[str | None]) -> Logistic:
    """The model learned from all samples but some topics.

    Of the wrong candidates each so-manieth is taken, and counts for the others: there are many, and they are alike.
    """
    kept = [~np.isin(one.topics, [topic for topic in leave if topic]) for one in samples]
    features = np.concatenate([one.features[mine] for one, mine in zip(samples, kept, strict=True)])
    labels = np.concatenate([one.labels[mine] for one, mine in zip(samples, kept, strict=True)])
    share = np.concatenate([one.alike[mine] for one, mine in zip(samples, kept, strict=True)]) ** -TEMPER
    wrong = np.cumsum(labels == 0)
    taken = (labels > 0) | (wrong % THINNED == 0)
    share *= np.where(labels > 0, 1.0, float(THINNED)) * len(share) / share.sum()
    return fit(FORM, FORM.design(features[taken]), labels[taken], {}, share[taken], ridge=RIDGE)


def moved(model: Logistic, by: Float64s) -> Logistic:
    """The model with its logits multiplied, and moved by a constant and the columns of `MOVED`."""
    weights = model.weights * by[0]
    weights[_places()] += by[2:]
    return Logistic(model.form, weights, model.constant * float(by[0]) + float(by[1]))


def _places() -> list[int]:
    columns = list(FORM.columns)
    return [columns.index(name) for name in MOVED]


def calibration(samples: list[Sample], chances: list[Float64s]) -> Float64s:
    """By what the logits of candidates are to be multiplied and moved, so that they hold for the chosen spans.

    A candidate that was chosen among others is right more often than one alone of the same logit, and one that stands
    there letter by letter, in a text that has names so, more often than topics learned from show.
    """
    logits, columns, right, shares = [], [], [], []
    for sample, every in zip(samples, chances, strict=True):
        for _, found, first, _ in sample.parts:
            choices = chain.from_iterable(select(found, every[first : first + len(found)], CHOSEN))
            rows = np.array([first + choice.ranked[0][0] for choice in choices], dtype=np.int64)
            logits.append(logit(every[rows]))
            columns.append(FORM.design(sample.features[rows])[:, _places()])
            right.append(sample.labels[rows])
            shares.append(sample.alike[rows] ** -TEMPER)
    x = np.column_stack([np.concatenate(logits), np.ones(sum(map(len, logits))), np.concatenate(columns)])
    y, share = np.concatenate(right), np.concatenate(shares)
    share *= len(share) / share.sum()
    start = np.array([1.0, *np.zeros(x.shape[1] - 1)])
    beta = start.copy()
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (share * (y - chance)) - DRAWN * (beta - start)
        beta += np.linalg.solve(
            (x * (share * chance * (1 - chance))[:, None]).T @ x + DRAWN * np.eye(len(beta)), gradient
        )
    return beta


def logit(chances: Float64s) -> Float64s:
    """The logarithm of the odds."""
    clipped = np.clip(chances, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(clipped / (1 - clipped)))


@click.command(context_settings={"show_default": True})
@click.argument("docs", type=click.Path(path_type=Path, exists=True))
@click.argument("entities", type=click.Path(path_type=Path, exists=True))
@click.option("--every", default=1, help="Take only each so-manieth text.")
@click.option("--write", "to_write", is_flag=True, help="Write tables/match/mentions.toml.")
def main(docs: Path, entities: Path, every: int, to_write: bool) -> None:
    """Learn the weights of mentions; print the figures of topics left out."""
    documents, names = read_documents(docs)[::every], read_names(entities)
    samples = [Sample(documents, names, mode, True) for mode in MODES]
    topics = sorted(set(samples[0].topics.tolist()))
    models = {topic: fitted(samples, topic) for topic in topics}
    for mode, sample in zip(MODES, samples, strict=True):
        told = score(sample, models)
        print(mode, " ".join(f"{name}={value:.3f}" for name, value in told.items()))
    whole = fitted(samples, None)
    for name, weight in sorted(zip(FORM.columns, whole.weights, strict=True), key=lambda item: -abs(item[1])):
        print(f"  {name:32} {weight:+.2f}")
    if to_write:
        path = folder("tables") / "match" / "mentions.toml"
        write(whole, path, "python -m translit.learn.mention_model", ())
        print(f"wrote {path}, from {len(NAMES)} features")


if __name__ == "__main__":
    main()
