"""The index at scale: building, size, opening, single look-ups, candidate recall, bulk, and the exhaustive scan.

    python benchmarks/index.py [--entities 1000000] [--queries 2000] [--bulk 20000] [--processes 2] [--peers]
    python benchmarks/index.py --against FILE.retrieval.tsv --distractors FILE.gz [--queries 100]

People are made up with real frequencies of names (`people.py`); queries are other spellings of their names, once
clean and once with one typing error. Times are of the processor, so that other work on the machine counts little; of
single look-ups those of queries not seen before. The second form
compares with an exhaustive scan of the same entities: how often each has the right one first. `--peers` has SQLite,
DuckDB and rapidfuzz look for the same names (`index_peers.py`; needs the extra `duckdb`).
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import people

from translit.finding.entities.entity import Entity
from translit.finding.index.search import Index
from translit.finding.resolve import Resolver
from translit.matching.compare import probabilities
from translit.processes import workers

SAMPLED = 50_000  # the first people, from whom queries are drawn
BLOCK = 2000
USED = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = time.process_time()
    yield
    print(f"{what}: {time.process_time() - start:.2f} s")


def milliseconds(took: list[float]) -> str:
    took = sorted(took)
    return f"p50 {statistics.median(took) * 1e3:.2f} ms, p95 {took[int(len(took) * 0.95)] * 1e3:.2f} ms"


def single(path: Path, queries: list[tuple[str, str, str]]) -> None:
    """Candidate recall, and times of look-ups, clean and with a typing error."""
    for column, label in ((1, "clean"), (2, "one typing error")):
        index, found, took = Index.open(path), 0, []
        for query in queries:
            start = time.process_time()
            names, _ = index.search(query[column])
            took.append(time.process_time() - start)
            found += query[0] in {index.ids[entity] for entity in index.entities_of(names[:50]).tolist()}
        print(f"candidates, {label}: recall@50 {found / len(queries):.4f}, {milliseconds(took)}")
        resolver, right, took = Resolver.open(path), 0, []
        for query in queries[:500]:
            start = time.process_time()
            candidates = resolver.resolve(query[column])
            took.append(time.process_time() - start)
            right += bool(candidates) and candidates[0].entity.id == query[0]
        print(f"resolve, {label}: right first {right / len(took):.4f}, {milliseconds(took)}")


def bulk(path: Path, names: list[str], label: str, processes: int) -> None:
    """Names resolved in blocks by so many processes."""
    blocks = [names[start : start + BLOCK] for start in range(0, len(names), BLOCK)]
    clock, start = time.perf_counter(), processor_time()
    with workers(Resolver.open(path).resolve_many, processes) as resolved:
        done = sum(len(block) for block in resolved(blocks))
    took, each = time.perf_counter() - clock, (processor_time() - start) / done * 1e3
    most = max(resource.getrusage(who).ru_maxrss for who in USED)
    speed = f"{each:.2f} ms of a core a distinct name, {done / took:.0f} a second by the clock"
    print(f"bulk, {label}, {processes} processes: {speed}, at most {most / 1e6:.2f} GB each")


def processor_time() -> float:
    """Of this process and those that it has ended."""
    return sum(map(sum, ((used.ru_utime, used.ru_stime) for used in map(resource.getrusage, USED))))


def peers(path: Path, queries: list[tuple[str, str, str]]) -> None:
    """What others need for the same look-ups."""
    import index_peers

    index = Index.open(path)
    names = [index.name(number) for number in range(len(index))]  # one name each

    def ours() -> index_peers.Find:
        fresh = Index.open(path)
        fresh.search("Ян")  # what is made at the first look-up
        return lambda name: fresh.search(name)[0][: index_peers.LIMIT].tolist()

    index_peers.compare(ours, names, index.ids.part(0, len(index)), queries)


def scale(entities: int, queries: int, rows: int, processes: int, with_peers: bool) -> None:
    """Everything on made-up people."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        everybody = list(people.entities(entities)) if entities <= 2_000_000 else people.entities(entities)
        with timed(f"building {entities} entities" + ("" if entities <= 2_000_000 else ", making them up included")):
            built = Resolver(everybody)
        with timed("saving"):
            built.save(path)
        del built, everybody
        print(f"size: {sum(file.stat().st_size for file in path.iterdir()) / 1e6:.1f} MB")
        with timed("opening, every byte verified"):
            opened = Resolver.open(path)
        with timed("the first look-up of the process, which reads the lists of names"):
            opened.resolve("Ян")
        sample = list(people.people(min(entities, SAMPLED)))
        dice = random.Random(3)
        asked = list(people.queries(dice.sample(sample, min(queries, len(sample)))))
        single(path, asked)
        more = list(people.queries(people.people(min(entities, max(rows, SAMPLED))), seed=5))
        for column, label in ((1, "clean"), (2, "one typing error")):
            names = list(dict.fromkeys(query[column] for query in more))[:rows]
            bulk(path, names, label, processes)
        if with_peers:
            peers(path, asked)


def against(file: Path, distractors: Path | None, limit: int) -> None:
    """The index beside an exhaustive scan."""
    entities, queries = [], []
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        role, id_, _, name = line.split("\t")
        if role == "canonical":
            entities.append(Entity(id_, "person", [name]))
        else:
            queries.append((id_, name))
    if distractors:
        with gzip.open(distractors, "rt", encoding="utf-8") as lines:
            entities += [Entity(f"distractor:{n}", "person", [line.strip()]) for n, line in enumerate(lines)]
    random.Random(5).shuffle(queries)
    queries = queries[:limit]
    entities.sort(key=lambda entity: entity.id)
    found = Resolver(entities).resolve_many([name for _, name in queries], 1)
    right = sum(bool(hits) and hits[0].entity.id == id_ for (id_, _), hits in zip(queries, found, strict=True))
    names = [entity.name for entity in entities]
    columns, first = np.arange(len(names), dtype=np.int32), 0
    for id_, name in queries:
        chances = probabilities([name], names, np.zeros_like(columns), columns, "person")
        first += entities[int(chances.argmax())].id == id_
    print(f"right first of {len(queries)}: index {right / len(queries):.4f}, exhaustive {first / len(queries):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=2000)
    parser.add_argument("--bulk", type=int, default=20_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--distractors", type=Path)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    if options.against:
        against(options.against, options.distractors, options.queries)
    else:
        scale(options.entities, options.queries, options.bulk, options.processes, options.peers)


if __name__ == "__main__":
    main()
