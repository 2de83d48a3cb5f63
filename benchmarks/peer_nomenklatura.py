"""Scores pairs of names by nomenklatura's logic-v2: a JSON list of pairs on stdin, rate and scores on stdout.

Runs in an environment of its own; `benchmarks/compare.py` calls it.
"""

from __future__ import annotations

import json
import sys
import time

from followthemoney import model
from nomenklatura.matching import get_algorithm


def main() -> None:
    pairs = json.load(sys.stdin)
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def person(name: str, id_: str) -> object:
        return model.get_proxy({"id": id_, "schema": "Person", "properties": {"name": [name]}})

    def score(number: int, a: str, b: str) -> float:  # it remembers entities by their ids
        return float(algorithm.compare(person(a, f"{number}a"), person(b, f"{number}b"), config).score)

    score(-1, "Ivan Ivanov", "Иван Иванов")
    start = time.process_time()
    scores = [score(number, a, b) for number, (a, b) in enumerate(pairs)]
    json.dump({"rate": len(pairs) / (time.process_time() - start), "scores": scores}, sys.stdout)


if __name__ == "__main__":
    main()
