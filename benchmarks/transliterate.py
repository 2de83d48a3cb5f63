"""Names a second: translit against ICU, unidecode, anyascii and iuliia, in one run.

    python benchmarks/transliterate.py [NAMES.txt[.gz]] [--names 1000000] [--scheme ru-bgnpcgn-1947]

Names are drawn with repetition: from the file if one is given, else full names put together from the people of
seeds/ by Zipf's law. `list` is one pass over all names with empty memories, `file` reads and writes a text file of
them, `single` times each call by itself. Needs the extra `benchmark`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import icu
from anyascii import anyascii
from iuliia import WIKIPEDIA
from unidecode import unidecode

from translit.data import folder
from translit.writing.array import transliterate_many
from translit.writing.registry import scheme as scheme_of

PEERS_MOST = 200_000  # names on which the slower programs are timed
Turn = Callable[[str], str]


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
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def through_file(names: list[str], turn_all: Callable[[list[str]], list[str]]) -> float:
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place) / "names.txt", Path(place) / "out.txt"
        source.write_text("\n".join(names), encoding="utf-8")

        def work() -> None:
            lines = source.read_text(encoding="utf-8").split("\n")
            target.write_text("\n".join(turn_all(lines)), encoding="utf-8")

        return timed(work)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--scheme", default="ru-bgnpcgn-1947")
    arguments = parser.parse_args()
    names = drawn(arguments.file, arguments.names)
    few = names[:PEERS_MOST]
    scheme = scheme_of(arguments.scheme)
    bgn = icu.Transliterator.createInstance("Russian-Latin/BGN")
    peers: dict[str, Turn] = {
        "ICU": bgn.transliterate,
        "unidecode": unidecode,
        "anyascii": anyascii,
        "iuliia": WIKIPEDIA.translate,
    }
    print(f"{len(names)} names, {len(set(names))} distinct, {sum(map(len, names)) / len(names):.0f} letters each")
    print(f"{'':18} {'list':>10} {'file':>10} {'single':>10}   names a second")
    rates: dict[str, float] = {}
    for title, turn in peers.items():
        rates[title] = show(title, few, lambda lines, turn=turn: [turn(line) for line in lines], turn)
    plain = show("translit plain", names, lambda lines: list(map(scheme.transliterate, lines)), scheme.transliterate)
    array = show("translit array", names, lambda lines: transliterate_many(lines, scheme.id), None)
    fastest = max(rates, key=rates.__getitem__)
    best = rates[fastest]
    print(f"against {fastest}: plain {plain / best:.1f} times, array {array / best:.1f} times as fast")


def show(title: str, names: list[str], turn_all: Callable[[list[str]], list[str]], turn: Turn | None) -> float:
    """Print one program's rates; the rate on a list comes back. The first run, with empty memories, counts."""
    listed = len(names) / timed(lambda: turn_all(names))
    filed = len(names) / through_file(names, turn_all)
    single = ""
    if turn is not None:
        few = names[:20_000]
        single = f"{len(few) / sum(timed(lambda name=name: turn(name)) for name in few):10.0f}"  # type: ignore[misc]
    print(f"{title:18} {listed:10.0f} {filed:10.0f} {single:>10}", flush=True)
    return listed


if __name__ == "__main__":
    main()
