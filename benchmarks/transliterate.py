"""Names a second: translit against ICU, unidecode, anyascii and iuliia, in one run.

    python benchmarks/transliterate.py [NAMES.txt[.gz]] [--names 1000000] [--scheme ru-bgnpcgn-1947]

Names are drawn with repetition: from the file if one is given, else full names put together from the people of
seeds/ by Zipf's law. `list` is one pass over all names, `file` reads and writes a text file of them, `single` times
each call by itself. Each is the better of two rounds by processor time; ours starts every round with empty memories.
Needs the extra `benchmark`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import icu
from anyascii import anyascii
from iuliia import WIKIPEDIA
from unidecode import unidecode

from translit.data import folder
from translit.writing.batch import transliterate_many
from translit.writing.registry import compiled, load_table, paths

PEERS_MOST = 200_000  # names on which the slower programs are timed
SINGLE = 20_000
ROUNDS = 2
PLAIN, ARRAY = "translit plain", "translit array"
TurnAll = Callable[[list[str]], list[str]]


def drawn(path: Path | None, count: int) -> list[str]:
    generator = random.Random(3)
    if path is not None:
        packed = path.read_bytes()
        text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
        return generator.choices([line.strip() for line in text.split("\n") if line.strip()], k=count)
    parts = parts_of_names()
    places = [[1 / rank for rank in range(1, len(part) + 1)] for part in parts]
    columns = [generator.choices(part, weights, k=count) for part, weights in zip(parts, places, strict=True)]
    return [" ".join(name) for name in zip(*columns, strict=True)]


def parts_of_names() -> list[list[str]]:
    """Given names, patronymics and family names of the seeds in Russian, each once."""
    found: list[dict[str, None]] = [{}, {}, {}]
    with (folder("seeds") / "people.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for name in row["name_ru"].split("|"):
                words = name.split()
                if len(words) == len(found):
                    for part, word in zip(found, words, strict=True):
                        part[word] = None
    return [list(part) for part in found]


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def through_file(names: list[str], turn_all: TurnAll) -> float:
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place) / "names.txt", Path(place) / "out.txt"
        source.write_text("\n".join(names), encoding="utf-8")

        def work() -> None:
            lines = source.read_text(encoding="utf-8").split("\n")
            target.write_text("\n".join(turn_all(lines)), encoding="utf-8")

        return timed(work)


def one_by_one(names: list[str], turn_all: TurnAll) -> float:
    return timed(lambda: [turn_all([name]) for name in names])


def each(turn: Callable[[str], str]) -> TurnAll:
    return lambda lines: [turn(line) for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--scheme", default="ru-bgnpcgn-1947")
    arguments = parser.parse_args()
    names = drawn(arguments.file, arguments.names)
    few = names[:PEERS_MOST]
    path = paths()[arguments.scheme]
    bgn = icu.Transliterator.createInstance("Russian-Latin/BGN")
    programs: dict[str, tuple[list[str], Callable[[], TurnAll]]] = {
        "ICU": (few, lambda: each(bgn.transliterate)),
        "unidecode": (few, lambda: each(unidecode)),
        "anyascii": (few, lambda: each(anyascii)),
        "iuliia": (few, lambda: each(WIKIPEDIA.translate)),
        PLAIN: (names, lambda: each(compiled(load_table(path)).transliterate)),
        ARRAY: (names, lambda: lambda lines: transliterate_many(lines, arguments.scheme)),
    }
    print(f"{len(names)} names, {len(set(names))} distinct, {sum(map(len, names)) / len(names):.0f} letters each")
    print(f"{'names a second':18} {'list':>10} {'file':>10} {'single':>10}")
    rates: dict[str, float] = dict.fromkeys(programs, 0.0)
    files, singles = dict(rates), dict(rates)
    for _ in range(ROUNDS):
        for title, (own, fresh) in programs.items():
            rates[title] = max(rates[title], len(own) / timed(partial(fresh(), own)))
            files[title] = max(files[title], len(own) / through_file(own, fresh()))
            singles[title] = max(singles[title], SINGLE / one_by_one(own[:SINGLE], fresh()))
    for title in programs:
        print(f"{title:18} {rates[title]:10.0f} {files[title]:10.0f} {singles[title]:10.0f}")
    fastest = max((title for title in programs if title not in (PLAIN, ARRAY)), key=rates.__getitem__)
    best = rates[fastest]
    print(f"against {fastest}: plain {rates[PLAIN] / best:.1f} times, array {rates[ARRAY] / best:.1f} times as fast")


if __name__ == "__main__":
    main()
