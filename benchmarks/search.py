"""Indexing and searching documents: speed, size and, with ENTITIES, how well; beside other engines (search_engines.py).

    python benchmarks/search.py DOCUMENTS.jsonl[.gz] [ENTITIES.tsv[.gz]] [--megabytes 16] [--engine NAME] [--kind KIND]

DOCUMENTS has one JSON object a line: id, text, and for the quality lang and mentions ([start, end, kind, entity id]).
ENTITIES: entity id, kind, language, name, count. Each entity that is in three documents or more is asked for by its
commonest name (of a person one of two words) in each language; right are the documents that mention it. MAP is over
all documents and over those in other languages than the query.

--megabytes repeats the documents until there are so many: in each repetition an eighth of the words with a capital get
other consonants, so that the vocabulary grows as it does in natural texts (by the power .6 of their length). Without
ENTITIES a few names are asked for. Times are of the processor, this process and its children; where the engine is a
server, of the clock.
"""

import argparse
import csv
import gzip
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

sys.path.insert(0, str(Path(__file__).parent))
from search_engines import CLOSING, ENGINES, Search

from translit.corpus.tokens import WORD

NAMES = ("Аляксандр Лукашэнка", "Vladimir Putin", "Варшава", "Europäische Kommission", "Swetlana Tichanowskaja")
SERVERS = ("Postgres pg_trgm", "export postgres", "export elasticsearch")
LEAST_DOCUMENTS = 3
CHANGED = 8  # one word in so many is changed in a repetition
_CONSONANTS = ("бвгджзклмнпрстфхцчшщ", "bcdfghjklmnpqrstvwxz")
Query = tuple[str, str, set[str]]  # name, its language, the right documents


def lines_of(path: str) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as lines:
        yield from lines


def with_other_names(text: str, copy: int) -> str:
    """The text with other consonants in some of the words with a capital, the same in every document."""
    if not copy:
        return text
    turn = copy % 17 + 1
    table = {}
    for row in _CONSONANTS:
        table |= str.maketrans(row, row[turn:] + row[:turn])

    def changed(word: str) -> str:
        if not word[0].isupper() or crc32(f"{word.lower()[:5]} {copy}".encode()) % CHANGED:
            return word
        return word[0] + word[1:].translate(table)

    return WORD.sub(lambda found: changed(found[0]), text)


def repeated(documents: Sequence[tuple[str, str]], megabytes: float) -> Iterator[tuple[str, str]]:
    """The documents again and again with other names until they have so many bytes."""
    left, copy = megabytes * 1e6, 0
    while True:
        for name, text in documents:
            made = with_other_names(text, copy)
            yield f"{name}#{copy}" if copy else name, made
            left -= len(made.encode())
            if left <= 0:
                return
        copy += 1


def queries_of(rows: Sequence[dict], entities: str, kind: str | None) -> list[Query]:
    names: dict[str, dict[str, Counter]] = defaultdict(lambda: defaultdict(Counter))
    kinds: dict[str, Counter] = defaultdict(Counter)
    for row in csv.DictReader(lines_of(entities), delimiter="\t", quoting=csv.QUOTE_NONE):
        names[row["entity_id"]][row["lang"]][row["name"]] += int(row["count"])
        kinds[row["entity_id"]][row["kind"]] += int(row["count"])
    right: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for *_, entity in row["mentions"]:
            right[entity].add(row["id"])
    found = []
    for entity, by in sorted(names.items()):
        (of, _), *_ = kinds[entity].most_common(1)
        if len(right[entity]) < LEAST_DOCUMENTS or of not in (kind or "person place organization").split():
            continue
        for lang, counts in sorted(by.items()):
            full = [name for name, _ in counts.most_common() if of != "person" or " " in name]
            found += [(name, lang, right[entity]) for name in full[:1]]
    return found


def average_precision(ranked: Sequence[str], right: set[str]) -> float:
    hits, total = 0, 0.0
    for place, name in enumerate(ranked, 1):
        if name in right:
            hits += 1
            total += hits / place
    return total / len(right)


def quality(
    ask: Search, queries: Sequence[Query], lang_of: dict[str, str], clock: Callable[[], float]
) -> tuple[str, list[float]]:
    every, cross, first, times = [], [], [], []
    for name, lang, right in queries:
        start = clock()
        ranked = list(dict.fromkeys(ask(name, 1000)))
        times.append((clock() - start) * 1000)
        every.append(average_precision(ranked, right))
        top = ranked[: min(10, len(right))]
        first.append(sum(one in right for one in top) / max(len(top), 1))
        others = {one for one in right if lang_of[one] != lang}
        if others:
            cross.append(average_precision([one for one in ranked if lang_of.get(one, lang) != lang], others))
    values = [sum(row) / len(row) for row in (every, cross, first)]
    return "MAP {:.3f} / {:.3f}  first ten {:.3f}".format(*values), times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("entities", nargs="?")
    parser.add_argument("--megabytes", type=float)
    parser.add_argument("--engine", action="append", choices=list(ENGINES))
    parser.add_argument("--kind")
    parser.add_argument("--queries", type=int, default=1 << 30, help="every so many, of each engine")
    args = parser.parse_args()
    rows = [json.loads(line) for line in lines_of(args.documents)]
    documents = [(str(row.get("id", number)), row["text"]) for number, row in enumerate(rows)]
    if args.megabytes:
        documents = list(repeated(documents, args.megabytes))
    lang_of = {row["id"]: row.get("lang", "") for row in rows} if args.entities else {}
    queries = queries_of(rows, args.entities, args.kind) if args.entities else [(name, "", {""}) for name in NAMES]
    queries = queries[:: -(-len(queries) // args.queries)]
    size = sum(len(text.encode()) for _, text in documents)
    print(f"{len(documents)} documents, {size / 1e6:.1f} MB, {len(queries)} queries")
    for engine in args.engine or ENGINES:
        with tempfile.TemporaryDirectory() as folder, CLOSING:
            clock = time.perf_counter if engine in SERVERS else time.process_time
            start = clock()
            try:
                ask, taken = ENGINES[engine](documents, Path(folder))
            except (ImportError, FileNotFoundError) as error:
                print(f"{engine:22} not here: {error}")
                continue
            built = clock() - start
            said, times = quality(ask, queries, lang_of, clock)
            times.sort()
            print(
                f"{engine:22} {size / 1e6 / built:6.2f} MB/s  {taken / size:5.2f} of the text  "
                f"p50 {times[len(times) // 2]:6.1f} ms  p95 {times[int(len(times) * 0.95)]:6.1f} ms  "
                f"{said if args.entities else ''}",
                flush=True,
            )


if __name__ == "__main__":
    main()
