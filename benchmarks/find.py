"""Speed of finding entities in texts: the first time and with the words known, beside exact names by pyahocorasick.

    python benchmarks/find.py TEXT... [--entities 10000]

TEXT are files in UTF-8, each a text. People are made up (`people.py`), the entities of seeds/ are among them. CPU time
is measured, so that a busy machine does not count. pyahocorasick finds exact names only: a bound, not a rival.
"""

from __future__ import annotations

import argparse
import time
from itertools import islice
from pathlib import Path

import people

from translit import Entity, Resolver, seeds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--entities", type=int, default=10_000)
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in arguments.texts]
    size = sum(len(text.encode()) for text in texts) / 1e6
    made = islice(people.people(arguments.entities), arguments.entities)
    known: list[Entity] = [*seeds(), *(Entity(f"made-up:{one.number}", "person", [one.written()]) for one in made)]
    finder = Resolver(known).finder
    finder.prepare()
    for what in ("first time", "words known"):
        start = time.process_time()
        found = sum(map(len, finder.find_many(texts)))
        print(f"translit, {what}: {size / (time.process_time() - start):.3f} MB/s, {found} mentions")
    try:
        import ahocorasick
    except ImportError:
        print("pyahocorasick isn't installed")
        return
    automaton = ahocorasick.Automaton()
    for entity in known:
        for name in entity.names:
            automaton.add_word(name, entity.id)
    automaton.make_automaton()
    start = time.process_time()
    found = sum(1 for text in texts for _ in automaton.iter(text))
    print(f"pyahocorasick, exact names: {size / (time.process_time() - start):.3f} MB/s, {found} matches")


if __name__ == "__main__":
    main()
