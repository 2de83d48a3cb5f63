"""A file of a million different names resolved among a million entities by the command line: time and memory.

    python benchmarks/resolve.py [--rows 1000000] [--entities 1000000] [--processes 2] [--typos 0.0] [--checked 20000]

People are made up (`people.py`); the rows are other spellings of their names, no two alike, with a typing error in
the share `--typos`. Memory is what the program and its workers hold together, looked at twice a second (Linux). The
first rows are then resolved again by one process: the output must be the same to the byte.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import people

from translit.finding.resolve import Resolver

SPELLINGS = 10  # drawn for each person; some are alike
TRANSLIT = Path(sys.executable).with_name("translit")


def rows(entities: int, typos: float) -> Iterator[tuple[str, str]]:
    """Different spellings of the names of so many people, each with the id of its person: about six for each."""
    seen: set[str] = set()
    dice = random.Random(7)
    for seed in range(5, 5 + SPELLINGS):
        for id_, clean, wrong in people.queries(people.people(entities), seed):
            name = wrong if dice.random() < typos else clean
            if name not in seen:
                seen.add(name)
                yield id_, name


def written(path: Path, found: list[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("person", "name"), *found])


def family(parent: int) -> list[int]:
    """A process and all that it started."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    found = [int(child) for child in children.read_text().split()] if children.exists() else []
    return [parent, *(other for child in found for other in family(child))]


def memory(parent: int) -> int:
    """Bytes that a process and all that it started hold; what they share counts once."""
    total = 0
    for process in family(parent):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue  # it has ended
        total += sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))
    return total


def resolved(source: Path, index: Path, out: Path, processes: int) -> tuple[float, float, int]:
    """Seconds, processor seconds and bytes that `translit resolve` takes."""
    command = [str(TRANSLIT), "resolve", str(source), "-c", "name", "-e", str(index), "-o", str(out)]
    start, worked, most = time.perf_counter(), processor_seconds(), 0
    with subprocess.Popen([*command, "--processes", str(processes)], stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            most = max(most, memory(running.pid))
            time.sleep(0.5)
    if running.returncode:
        sys.exit(f"translit resolve ended with {running.returncode}")
    return time.perf_counter() - start, processor_seconds() - worked, most


def processor_seconds() -> float:
    """What the processes that have ended used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--entities", type=int, default=1_000_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--typos", type=float, default=0.0)
    parser.add_argument("--checked", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Resolver(people.entities(options.entities)).save(folder / "index")
        wanted = list(islice(rows(options.entities, options.typos), options.rows))
        if len(wanted) < options.rows:
            sys.exit(f"{options.entities} people have only {len(wanted)} spellings; ask for fewer rows")
        written(folder / "rows.csv", wanted)
        checked = min(options.checked, options.rows)
        written(folder / "first.csv", wanted[:checked])
        seconds, worked, most = resolved(folder / "rows.csv", folder / "index", folder / "out.csv", options.processes)
        resolved(folder / "first.csv", folder / "index", folder / "again.csv", 1)
        again = (folder / "again.csv").read_bytes()
        with (folder / "out.csv").open("rb") as out:
            same = out.read(len(again)) == again
        with (folder / "out.csv").open(encoding="utf-8", newline="") as out:
            found = list(csv.DictReader(out))
    right = sum(row["person"] == row["entity_id"] for row in found) / len(found)
    named = sum(bool(row["entity_id"]) for row in found) / len(found)
    print(
        f"{len(found):,} rows among {options.entities:,} entities, {options.processes} processes: "
        f"{seconds / 60:.1f} minutes, {len(found) / seconds:.0f} rows a second, "
        f"{worked / len(found) * 1e3:.2f} ms of a core each, {most / 1e9:.2f} GB at most"
    )
    print(f"an entity named: {named:.4f}; the one that was meant, of all that bear the name: {right:.4f}")
    print(f"the first {checked:,} rows by one process: {'the same output' if same else 'ANOTHER OUTPUT'}")


if __name__ == "__main__":
    main()
