"""The texts that the model of mentions is learned from, and the candidates in them with what is right."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from translit.arrays import Float32s, Float64s
from translit.finding.entities.entity import Entity
from translit.finding.index.build import build
from translit.finding.index.search import Index
from translit.kinds import KINDS
from translit.text.candidates.found import Found
from translit.text.mentions import Finder


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
    """The candidates of all texts with one choice of names, their features, whether each is right.

    `alike` says how often each one's words stand for its entity in the texts of its topic.
    `parts` has for each language the texts, their candidates, the first row of these, and each entity's number.
    """

    def __init__(self, documents: list[dict[str, Any]], names: Any, mode: str, give_language: bool) -> None:
        self.parts: list[tuple[list[dict[str, Any]], Found, int, dict[str, int]]] = []
        rows: list[Float32s] = []
        right, topics, written = [], [], []
        for language in sorted({document["lang"] for document in documents}):
            entities = {one.id: one for one in entities_for(names, language, mode)}
            finder = Finder(Index(build(entities.values())))
            numbers = {id_: number for number, id_ in enumerate(sorted(entities))}
            mine = [document for document in documents if document["lang"] == language]
            found = finder.candidates([one["text"] for one in mine], language if give_language else None)
            self.parts.append((mine, found, sum(len(one) for one in rows), numbers))
            rows.append(found.features)
            right.append(_right(mine, found, numbers))
            written += [(language, *one) for one in _written(found)]
            topics.append(np.array([document["topic"] for document in mine])[found.docs])
        self.features = np.concatenate(rows)
        self.labels = np.concatenate(right)
        self.topics = np.concatenate(topics)
        keys = list(zip(written, self.topics.tolist(), strict=True))
        counts = Counter(keys)
        self.alike = np.array([counts[key] for key in keys], dtype=np.float64)


def gold_of(document: dict[str, Any], numbers: dict[str, int]) -> list[Any]:
    """The mentions of a text whose entity is among those that are looked for."""
    return [m for m in document["mentions"] if m[3] in numbers and m[2] in KINDS]


def _written(found: Found) -> Iterator[tuple[str, int]]:
    """The words of each candidate, in small letters, and its entity."""
    words = found.block.words
    ids = found.block.ids.tolist()
    for first, last, entity in zip(found.firsts.tolist(), found.lasts.tolist(), found.entities.tolist(), strict=True):
        yield " ".join([words[number].lower for number in ids[first : last + 1]]), entity


def _right(documents: list[dict[str, Any]], found: Found, numbers: dict[str, int]) -> Float64s:
    """Whether each candidate overlaps a mention of its entity."""
    result = np.zeros(len(found))
    golds = [gold_of(document, numbers) for document in documents]
    rows = zip(found.docs.tolist(), found.firsts.tolist(), found.lasts.tolist(), found.entities.tolist(), strict=True)
    for number, (doc, first, last, entity) in enumerate(rows):
        text, offset = found.block.texts[doc], int(found.block.firsts[doc])
        start, end = text.starts[first - offset], text.end(last - offset)
        result[number] = any(numbers[m[3]] == entity and start < m[1] and m[0] < end for m in golds[doc])
    return result
