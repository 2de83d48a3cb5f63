"""Pairs of names a second: compare_many against rapidfuzz and nomenklatura's logic-v2, in one run.

    python benchmarks/compare.py [--peers .venv-peers/bin/python] [--pairs PAIRS.tsv]

`unseen` are pairs of made-up people none of whose names was met before in the run, half of them one person in two
spellings, in five rounds with the peers by turns, since a shared machine is now faster, now slower; `repeated` is every
name of 300 against every name of 300 others, as when lists are resolved; `single` is one call of
`compare`, of names it hasn't met though their words were read; `again` the same pairs once more; `matrix` is every name
of 1,000 against every name of 1,000 others, beside `rapidfuzz.process.cdist`.
nomenklatura needs an environment of its own (`make peers`), since it brings another build of ICU. With --pairs each
scorer is also held against labelled pairs (label, type, id1, lang1, name1, id2, lang2, name2). Rates are by processor
time, one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path

import numpy as np
from people import people, queries
from rapidfuzz import fuzz, process
from unidecode import unidecode

import translit

Pair = tuple[str, str]
UNSEEN, SIDE, SINGLE, MATRIX, PEER_PAIRS, ROUNDS = 30_000, 300, 300, 1_000, 4_000, 5
PEER = Path(__file__).with_name("peer_nomenklatura.py")


def plain_ratio(pairs: list[Pair]) -> list[float]:
    """The score of rapidfuzz on names in plain Latin letters."""
    return [fuzz.token_sort_ratio(unidecode(a).lower(), unidecode(b).lower()) / 100 for a, b in pairs]


def rate(work: Callable[[list[Pair]], object], pairs: list[Pair]) -> float:
    start = time.process_time()
    work(pairs)
    return len(pairs) / (time.process_time() - start)


def peer(python: str, pairs: list[Pair]) -> tuple[float, list[float]]:
    """Pairs a second and scores of nomenklatura, run by another Python."""
    run = subprocess.run([python, str(PEER)], input=json.dumps(pairs), capture_output=True, text=True, check=True)
    answer = json.loads(run.stdout)
    return float(answer["rate"]), answer["scores"]


def recall(labels: list[int], scores: list[float], rate_of_false: float = 1e-3) -> float:
    """The share of true pairs above a threshold that lets through so many of the others."""
    y, s = np.array(labels), np.array(scores)
    others = np.sort(s[y == 0])[::-1]
    threshold = others[min(int(rate_of_false * len(others)), len(others) - 1)]
    return float((s[y == 1] > threshold).mean())


def by_turns(pairs: list[Pair], python: str | None) -> None:
    """Prints the mean rates of the rounds in which the scorers took turns, and their ratios."""
    rounds: dict[str, list[float]] = {"translit": [], "rapidfuzz": [], "logic-v2": []}
    size, few = len(pairs) // ROUNDS, PEER_PAIRS // ROUNDS
    for start in range(0, size * ROUNDS, size):
        part = pairs[start : start + size]
        rounds["translit"].append(rate(translit.compare_many, part))
        rounds["rapidfuzz"].append(rate(plain_ratio, part))
        if python:
            rounds["logic-v2"].append(peer(python, part[:few])[0])
    mean = {name: len(rates) / sum(1 / each for each in rates) for name, rates in rounds.items() if rates}
    for name, each in mean.items():
        ratio = f"   translit/{name} {mean['translit'] / each:.2f}" if name != "translit" else ""
        print(f"unseen    {name:9} {each:8.0f} pairs/s{ratio}")


def matrix(left: list[str], right: list[str]) -> None:
    """Prints how long every name against every name takes, beside rapidfuzz on plain Latin letters."""

    def plain() -> object:
        sides = [[unidecode(name).lower() for name in names] for names in (left, right)]
        return process.cdist(*sides, scorer=fuzz.token_sort_ratio, workers=1)

    seconds = {}
    for name, work in (("translit", lambda: translit.compare_matrix(left, right)), ("rapidfuzz", plain)):
        start = time.process_time()
        work()
        seconds[name] = time.process_time() - start
    ours, other = seconds["translit"], seconds["rapidfuzz"]
    size = f"{len(left)} x {len(right)}"
    print(f"matrix    {size}  translit {ours:.2f} s  rapidfuzz {other:.2f} s   translit/rapidfuzz {other / ours:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", help="the Python of an environment with nomenklatura")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    drawn = list(islice(people(3 * UNSEEN, seed=7), 2 * UNSEEN + 2 * SIDE))
    names = [person.written() for person in drawn]
    spelled = [clean for _, clean, _ in queries(drawn[:UNSEEN])]
    others = [spelled[n] if n % 2 else names[UNSEEN + n] for n in range(UNSEEN)]
    unseen = list(zip(names[:UNSEEN], others, strict=True))
    repeated = list(product(names[-2 * SIDE : -SIDE], names[-SIDE:]))
    translit.compare("Іван Іванавіч Іваноў", "Ivan Ivanovich Ivanov")  # tables loaded
    by_turns(unseen, options.peers)
    print(f"repeated  translit {rate(translit.compare_many, repeated):9.0f} pairs/s")
    for label in ("single", "again"):
        start = time.process_time()
        for a, b in unseen[:SINGLE]:
            translit.compare(a, b)
        print(f"{label:9} translit {(time.process_time() - start) / SINGLE * 1e3:9.3f} ms a call")
    matrix(names[:MATRIX], [spelled[n] if n % 2 else names[-n - 1] for n in range(MATRIX)])
    for path in options.pairs:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
        pairs, labels = [(row[4], row[7]) for row in rows], [int(row[0]) for row in rows]
        rates = {"translit": rate(translit.compare_many, pairs), "rapidfuzz": rate(plain_ratio, pairs)}
        found = {"translit": list(translit.compare_many(pairs)), "rapidfuzz": plain_ratio(pairs)}
        if options.peers:
            rates["logic-v2"], found["logic-v2"] = peer(options.peers, pairs)
        for name, scores in found.items():
            found_again = recall(labels, scores)
            print(f"{path.name:16} {name:10} {rates[name]:7.0f} pairs/s   recall@fpr1e-3 {found_again:.3f}")


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    sys.exit(main())
