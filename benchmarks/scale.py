"""What a row costs on the way to a billion: the figures of docs/scale.md.

    python benchmarks/scale.py [--names 50000] [--entities 100000] [--spark] [--json FILE]

Processor seconds of one core, so that other work on the machine counts little. `--spark` also runs a key join on a
local Spark and reads from its event log how many bytes each shuffle wrote (needs Java and the extra `spark`).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from people import Person, entities, people, queries

from translit.adapters import columns
from translit.finding.blocking import name_keys
from translit.finding.blocking_pairs import link_keys
from translit.finding.resolve import Resolver
from translit.matching.compare import compare_many

SCHEME = "ru-bgnpcgn-1947"
ROWS = 10**9
DAYS = 70 * 365  # on which people now living were born, about


def each(work: Callable[[], Any], count: int) -> float:
    """Processor seconds for each of `count`, in this process and its threads."""
    start = process_time()
    work()
    return (process_time() - start) / count


def meeting(left: Sequence[str], right: Sequence[str], of: Callable[[str], Sequence[str]]) -> set[tuple[str, str]]:
    """The pairs of names that share a key."""
    postings = defaultdict(list)
    for name in dict.fromkeys(right):
        for key in of(name):
            postings[key].append(name)
    return {(name, other) for name in dict.fromkeys(left) for key in of(name) for other in postings.get(key, ())}


def collisions(left: Sequence[str], right: Sequence[str], of: Callable[[str], Sequence[str]]) -> int:
    """How many rows a join on the keys has before equal pairs are made one."""
    counted = Counter(key for name in set(right) for key in of(name))
    return sum(counted[key] for name in set(left) for key in of(name))


def costs(found: list[Person]) -> dict[str, float]:
    """Seconds, keys and pairs a name."""
    names = [person.written() for person in found]
    others = [spelling for _, spelling, _ in queries(found)]
    count = len(names)
    known = {"names": count, "distinct": len(set(names)) / count}
    known["to_seconds"] = each(lambda: columns.written(names, SCHEME), count)
    known["link_keys_seconds"] = each(lambda: list(map(link_keys, names)), count)
    known["link_keys_each"] = sum(len(link_keys(name)) for name in names) / count
    known["word_keys_each"] = sum(len(name_keys(name)) for name in names) / count
    for label, of in (("link", link_keys), ("word", name_keys)):
        known[f"{label}_rows_joined"] = collisions(names, others, of)
    pairs = meeting(names, others, link_keys)
    known["link_pairs"] = len(pairs)
    true = dict.fromkeys(zip(names, others, strict=True))
    known["link_recall"] = sum(pair in pairs for pair in true) / len(true)
    some = sorted(pairs)[:: max(1, len(pairs) // 50_000)]
    known["compare_seconds"] = each(lambda: compare_many(some), len(some))
    return known


def resolving(count: int, rows: int = 3000) -> dict[str, float]:
    """Seconds to resolve a name among `count` entities, and bytes of the index."""
    asked = [spelling for _, spelling, _ in queries(people(rows))]
    with tempfile.TemporaryDirectory() as folder:
        Resolver(entities(count)).save(folder)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        resolver = Resolver.open(folder)
        resolver.resolve_many(asked[: rows // 3], 1)
        seconds = each(lambda: resolver.resolve_many(asked[rows // 3 :], 1), rows - rows // 3)
    return {"entities": count, "resolve_seconds": seconds, "index_bytes_each": size / count}


def shuffled(found: list[Person]) -> dict[str, float]:
    """What the shuffles of a key join write, from Spark's event log."""
    import os
    import sys

    from pyspark.sql import SparkSession

    import translit.spark

    os.environ["PYSPARK_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        settings = {"ui.enabled": "false", "driver.host": "localhost", "sql.shuffle.partitions": "4"}
        settings |= {"ui.showConsoleProgress": "false"}
        settings |= {"eventLog.enabled": "true", "eventLog.dir": f"file://{folder}", "eventLog.compress": "false"}
        builder = SparkSession.builder.master("local[2]")
        for name, value in settings.items():
            builder = builder.config(f"spark.{name}", value)
        spark = builder.getOrCreate()
        left = spark.createDataFrame([(person.written(),) for person in found], "name string")
        right = spark.createDataFrame([(spelling,) for _, spelling, _ in queries(found)], "name string")
        pairs = translit.spark.key_join(left, right, "name").count()
        spark.stop()
        tasks = [event["Task Metrics"] for event in _events(Path(folder)) if "Task Metrics" in event]
    shuffles = [task["Shuffle Write Metrics"] for task in tasks]
    written = sum(shuffle["Shuffle Bytes Written"] for shuffle in shuffles)
    records = sum(shuffle["Shuffle Records Written"] for shuffle in shuffles)
    return {"shuffle_bytes": written, "shuffle_rows": records, "bytes_a_row": written / records, "pairs_found": pairs}


def _events(folder: Path) -> list[dict[str, Any]]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size and path.suffix != ".crc"]
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines if line.startswith("{")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--spark", action="store_true", help="measure the shuffles of a local Spark too")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args()
    everybody = list(people(arguments.names))
    figures: list[dict[str, float]] = []
    for count in (arguments.names // 16, arguments.names // 4, arguments.names):
        figures.append(costs(everybody[:count]))
        print(*(f"{name} {value:.6g}" for name, value in figures[-1].items()), sep="  ")
    for count in (arguments.entities // 10, arguments.entities):
        figures.append(resolving(count))
        print(*(f"{name} {value:.6g}" for name, value in figures[-1].items()), sep="  ")
    if arguments.spark:
        figures.append(shuffled(everybody))
        print(*(f"{name} {value:.6g}" for name, value in figures[-1].items()), sep="  ")
    last = figures[2]
    chance = (last["link_pairs"] - last["names"]) / last["names"] ** 2  # that two people share a key
    print(f"\nchance of two people to share a key {chance:.2g}; core hours for a billion rows:")
    for what, seconds in (
        ("write by a scheme", ROWS * last["to_seconds"]),
        (f"resolve among {arguments.entities:,}", ROWS * figures[4]["resolve_seconds"]),
        ("keys", ROWS * last["link_keys_seconds"]),
        ("compare with a million", ROWS * 10**6 * chance * last["compare_seconds"]),
        ("the same, days of birth equal", ROWS * 10**6 * chance / DAYS * last["compare_seconds"]),
        ("compare with a billion, days of birth equal", ROWS**2 * chance / DAYS * last["compare_seconds"]),
    ):
        print(f"{what:44} {seconds / 3600:12,.1f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
