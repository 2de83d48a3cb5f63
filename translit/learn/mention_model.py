"""Learns the weights of mentions in texts from texts whose mentions are known.

    python -m translit.learn.mention_model DOCS.jsonl.gz ENTITIES.tsv.gz [--write]

The texts have a topic each. The figures are of topics that weren't learned from; the model that is written is learned
from all. An entity is given its names in the text's language, in others, or in all, a third of the texts each.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np

from translit.data import folder
from translit.finding.entities.entity import Entity
from translit.finding.index.build import build
from translit.finding.index.search import Index
from translit.kinds import KINDS
from translit.learn.fit_logistic import fit, write
from translit.matching.logistic import Logistic
from translit.text.features import NAMES
from translit.text.mentions import Finder
from translit.text.model import FORM
from translit.text.selection import select

CALIBRATIONS = 2
MODES = ("same", "other")


def read_documents(path: Path) -> list[dict[str, Any]]:
    """The texts: id, lang, topic, text, mentions as [start, end, kind, entity]."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_names(path: Path) -> dict[str, tuple[str, dict[str, list[str]]]]:
    """Entity → its kind, and its two commonest names in each language."""
    names: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            entity, kind, language, name, count = line.rstrip("\n").split("\t")
            names[entity][language][name] += int(count)
            kinds[entity][kind] += int(count)
    found: dict[str, tuple[str, dict[str, list[str]]]] = {}
    for entity, by_language in names.items():
        kind = kinds[entity].most_common(1)[0][0]
        if kind in KINDS:
            found[entity] = kind, {language: _chosen(count, kind) for language, count in by_language.items()}
    return found


def _chosen(counted: Counter[str], kind: str) -> list[str]:
    names = [name for name, _ in counted.most_common()]
    if kind == "person":
        names = [name for name in names if " " in name] or names
    return names[:2]


def entities_for(names: dict[str, tuple[str, dict[str, list[str]]]], language: str, mode: str) -> Iterator[Entity]:
    """The entities with the names that the mode allows."""
    for entity, (kind, by_language) in names.items():
        some = [
            name
            for other, mine in sorted(by_language.items())
            for name in mine
            if mode == "all" or (other == language) == (mode == "same")
        ]
        if some:
            yield Entity(entity, kind, list(dict.fromkeys(some)))  # type: ignore[arg-type]


class Sample:
    """The candidates of all texts with one choice of names, their features, whether each is right."""

    def __init__(self, documents: list[dict[str, Any]], names: Any, mode: str, give_language: bool) -> None:
        self.rows: list[list[float]] = []
        self.right: list[bool] = []
        self.topic: list[str] = []
        self.language: list[str] = []
        self.documents: list[tuple[dict[str, Any], Any, list[Any], int, dict[str, int]]] = []
        for language in sorted({document["lang"] for document in documents}):
            entities = {one.id: one for one in entities_for(names, language, mode)}
            finder = Finder(Index(build(entities.values())))
            numbers = {id_: number for number, id_ in enumerate(sorted(entities))}
            mine = [document for document in documents if document["lang"] == language]
            given = language if give_language else None
            for document, (text, found) in zip(mine, finder.candidates([d["text"] for d in mine], given), strict=True):
                gold = [m for m in document["mentions"] if m[3] in entities and m[2] in KINDS]
                self.documents.append((document, text, found, len(self.rows), numbers))
                for one in found:
                    start, end = text.starts[one.first], text.end(one.last)
                    self.rows.append(one.features)
                    self.right.append(any(
                        numbers[m[3]] == one.form.entity and start < m[1] and m[0] < end for m in gold))  # fmt: skip
                    self.topic.append(document["topic"])
                    self.language.append(language)
        self.features = np.array(self.rows, dtype=np.float32)
        self.labels = np.array(self.right, dtype=np.float64)
        self.topics = np.array(self.topic)


def score(sample: Sample, model_of: dict[str, Logistic], threshold: float = 0.5) -> dict[str, float]:
    """Precision, recall and F1 with the model of each topic, over all and by kind, and the calibration error."""
    hits: Counter[str] = Counter()
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    exact = shown = 0
    for document, text, found, first, numbers in sample.documents:
        chances = (
            model_of[document["topic"]].probability(sample.features[first : first + len(found)])
            if found
            else np.zeros(0)
        )
        gold = [m for m in document["mentions"] if m[3] in numbers and m[2] in KINDS]
        for m in gold:
            hits["true"] += 1
            hits["true " + m[2]] += 1
        taken: set[int] = set()
        chosen = sorted(select(found, chances, threshold), key=lambda choice: -choice.ranked[0][1])
        for choice in chosen:
            one, chance = choice.ranked[0]
            start, end = text.starts[one.first] + text.words[one.first].elided, text.end(one.last)
            at = next((i for i, m in enumerate(gold) if i not in taken and numbers[m[3]] == one.form.entity
                       and start < m[1] and m[0] < end), None)  # fmt: skip
            kind = KINDS[one.form.kind]
            hits["found"] += 1
            hits["found " + kind] += 1
            if at is not None:
                taken.add(at)
                hits["right"] += 1
                hits["right " + kind] += 1
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
    """The model learned from all samples but one topic."""
    features = np.concatenate([one.features[one.topics != leave] for one in samples])
    labels = np.concatenate([one.labels[one.topics != leave] for one in samples])
    model = fit(FORM, FORM.design(features), labels, {}, np.ones(len(labels)))
    for _ in range(CALIBRATIONS):
        model = calibrated(model, samples, leave)
    return model


def calibrated(model: Logistic, samples: list[Sample], leave: str | None) -> Logistic:
    """The model with its logits stretched and moved so that they hold for the chosen spans.

    A candidate that was chosen among others is right more often than one alone of the same logit.
    """
    logits: list[float] = []
    right: list[float] = []
    for sample in samples:
        for document, _, found, first, _ in sample.documents:
            if document["topic"] == leave or not found:
                continue
            rows = sample.features[first : first + len(found)]
            chances = model.probability(rows)
            place = {id(one): number for number, one in enumerate(found)}
            for choice in select(found, chances, 0.02):
                one, chance = choice.ranked[0]
                chance = min(max(chance, 1e-6), 1 - 1e-6)
                logits.append(float(np.log(chance / (1 - chance))))
                right.append(sample.labels[first + place[id(one)]])
    x, y = np.column_stack([logits, np.ones(len(logits))]), np.array(right)
    beta = np.array([1.0, 0.0])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ beta))
        beta += np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + 1e-6 * np.eye(2), x.T @ (y - chance))
    return Logistic(model.form, model.weights * beta[0], model.constant * float(beta[0]) + float(beta[1]))


@click.command(context_settings={"show_default": True})
@click.argument("docs", type=click.Path(path_type=Path, exists=True))
@click.argument("entities", type=click.Path(path_type=Path, exists=True))
@click.option("--every", default=1, help="Take only each so-manieth text.")
@click.option("--write", "to_write", is_flag=True, help="Write tables/match/mentions.toml.")
def main(docs: Path, entities: Path, every: int, to_write: bool) -> None:
    """Learn the weights of mentions; print the figures of topics left out."""
    documents, names = read_documents(docs)[::every], read_names(entities)
    samples = [Sample(documents, names, mode, True) for mode in MODES]
    topics = sorted(set(samples[0].topic))
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
