"""How often the base form of an inflected word of a name is among its first bases, and how fast bases are found.

    python benchmarks/inflection.py DOCS.jsonl.gz ENTITIES.tsv.gz [--lang pl] [--topics nord_stream ryanair]

DOCS: one JSON object a line: lang, topic, text, mentions [[start, end, kind, entity_id], ...]. ENTITIES: entity_id,
kind, lang, name, count. A word of a mention counts if the entity has a name of as many words in that language, of
which the word at the same place begins with the same two letters: that one is its base. Words that are their own base
are judged apart. Each different word counts once. The speed is of all words of the texts, at once and once more.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import defaultdict
from collections.abc import Iterable

from translit.text.inflection.bases import bases_many
from translit.text.inflection.inflection_registry import paths

RANKS = (1, 2, 4, 8)
BEGINNING = 2  # letters in which a word and its base agree, for the two to be compared
Pair = tuple[str, frozenset[str]]  # a word and its bases, in small letters


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs")
    parser.add_argument("entities")
    parser.add_argument("--lang")
    parser.add_argument("--topics", nargs="*")
    arguments = parser.parse_args()
    with gzip.open(arguments.docs, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    names = names_of(arguments.entities)
    for lang in sorted({one["lang"] for one in documents}):
        if lang not in paths() or arguments.lang not in (None, lang):
            continue
        mine = [d for d in documents if d["lang"] == lang and (not arguments.topics or d["topic"] in arguments.topics)]
        pairs = words_and_bases(mine, names, lang)
        for what, some in (("inflected", [p for p in pairs if p[0].lower() not in p[1]]),
                           ("base form", [p for p in pairs if p[0].lower() in p[1]])):  # fmt: skip
            found = shares(some, lang)
            print(f"{lang} {what} {len(some):5}:", " ".join(f"@{rank} {found[rank]:.3f}" for rank in RANKS))
        print(f"{lang} {speed(mine, lang)}")


def names_of(path: str) -> dict[str, dict[str, set[str]]]:
    """Entity id → language → names."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            entity, _, lang, name, _ = line.rstrip("\n").split("\t")
            found[entity][lang].add(name)
    return found


def words_and_bases(documents: Iterable[dict], names: dict[str, dict[str, set[str]]], lang: str) -> list[Pair]:
    """Each word of a mention with the words of names that can be its base."""
    pairs: set[Pair] = set()
    for document in documents:
        for start, end, _, entity in document["mentions"]:
            words = document["text"][start:end].split()
            known = [name.lower().split() for name in names[entity][lang]]
            for place, word in enumerate(words):
                right = {one[place] for one in known if len(one) == len(words)}
                right = {one for one in right if one[:BEGINNING] == word.lower()[:BEGINNING]}
                if right and word.isalpha():
                    pairs.add((word, frozenset(right)))
    return sorted(pairs, key=lambda pair: (pair[0], sorted(pair[1])))


def shares(pairs: list[Pair], lang: str) -> dict[int, float]:
    """The share of words that have a right base among the first ones, by how many are looked at."""
    counts = dict.fromkeys(RANKS, 0)
    for (_, right), bases in zip(pairs, bases_many([word for word, _ in pairs], lang), strict=True):
        found = list(dict.fromkeys(base.text.lower() for base in bases))
        for rank in RANKS:
            counts[rank] += not right.isdisjoint(found[:rank])
    return {rank: count / max(len(pairs), 1) for rank, count in counts.items()}


def speed(documents: Iterable[dict], lang: str) -> str:
    """Megabytes of words a second of processor time, the first time and when their endings have been met."""
    words = re.findall(r"\w+", " ".join(document["text"] for document in documents))
    size = len(" ".join(words).encode()) / 1e6
    seconds = []
    for _ in range(2):
        start = time.process_time()
        bases_many(words, lang)
        seconds.append(time.process_time() - start)
    different = len(set(words))
    return f"{len(words)} words, {different} different: {size / seconds[0]:.1f} MB/s, then {size / seconds[1]:.1f} MB/s"


if __name__ == "__main__":
    main()
