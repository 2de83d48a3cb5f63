"""`translit csv` against copies of the same file, as whole processes, in one run.

    python benchmarks/csv_column.py [--rows 1000000] [--rounds 5] [--scheme ru-bgnpcgn-1947] [--json FILE]

The copies read and write every record and add nothing: by the reader that `translit csv` itself uses, by the csv
module, by polars. The rows are made-up people (people.py), nearly every name once, a third in Latin letters; `quoted`
has quotation marks in every row. Medians of the rounds, in which all take turns; the ratio is `translit csv` by
the copy, round by round.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from people import people

OWN = """import sys
from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.csvfile.output import Output
with Source(sys.argv[1]) as source, Output(sys.argv[2]) as output:
    reader = Reader(source, block=1 << 18)
    output.write(reader.header + reader.header_end)
    for block in reader.blocks(1):
        output.write(block.text)
"""
MODULE = """import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as source, open(sys.argv[2], "w", encoding="utf-8") as output:
    csv.writer(output).writerows(csv.reader(source))
"""
POLARS = """import polars, sys
polars.scan_csv(sys.argv[1], infer_schema=False).sink_csv(sys.argv[2])
"""
COPIES = {"copy by the same reader": OWN, "copy by the csv module": MODULE, "copy by polars": POLARS}
TRANSLIT = "import sys; from translit.cli import main; sys.exit(main())"
PLACES = ("Мінск", "Гомель", "Москва", "Київ", "Брэст", "Харків", "Казань", "Львів")


def write(path: Path, rows: int, *, quoted: bool) -> None:
    """A file of people with their days and places of birth."""
    dice = random.Random(3)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("id,name,born,place\n")
        for person in people(rows):
            born = f"{dice.randint(1930, 2006)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
            place = dice.choice(PLACES)
            if quoted:
                place = f'"{place}, вул. Леніна, {dice.randint(1, 99)}"'
            file.write(f"{person.id},{person.written()},{born},{place}\n")


def timed(command: Sequence[str]) -> tuple[float, float]:
    """Wall clock and processor seconds of a command and its workers."""
    before, start = os.times(), perf_counter()
    subprocess.run(command, check=True)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return perf_counter() - start, spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scheme", default="ru-bgnpcgn-1947")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args()
    figures: dict[str, dict[str, dict[str, float]]] = {}
    print(f"{arguments.rows:,} rows, medians of {arguments.rounds} rounds; load {os.getloadavg()[0]:.1f}")
    for kind in ("plain", "quoted"):
        with tempfile.TemporaryDirectory() as folder:
            source, output = Path(folder) / "in.csv", Path(folder) / "out.csv"
            write(source, arguments.rows, quoted=kind == "quoted")
            copies = {name: [sys.executable, "-c", code, str(source), str(output)] for name, code in COPIES.items()}
            ours = [sys.executable, "-c", TRANSLIT, "csv", str(source), "-c", "name", "--to", arguments.scheme]
            ours += ["-o", str(output), "--processes"]
            runs = {f"translit csv, {count} process{'es'[: 2 * count - 2]}": [*ours, str(count)] for count in (1, 2)}
            figures[kind] = compared({**runs, **copies}, list(copies), arguments.rounds)
        for name, row in figures[kind].items():
            ratios = "  ".join(f"{row[copy]:5.2f}" for copy in copies) if name in runs else ""
            print(f"{kind:7} {name:26} {row['seconds']:6.2f} s, processor {row['processor']:6.2f} s  {ratios}")
        print(f"{'':62}  ratios: {', '.join(copies)}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"rows": arguments.rows, "figures": figures}, indent=1), encoding="utf-8")


def compared(commands: dict[str, list[str]], copies: list[str], rounds: int) -> dict[str, dict[str, float]]:
    """The medians of each command, and its ratios to the copies."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(timed(command))
    return {
        name: {
            "seconds": median(wall for wall, _ in found),
            "processor": median(spent for _, spent in found),
            **{
                copy: median(wall / other for (wall, _), (other, _) in zip(found, times[copy], strict=True))
                for copy in copies
            },
        }
        for name, found in times.items()
    }


if __name__ == "__main__":
    main()
