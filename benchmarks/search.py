"""Indexing and searching documents: speed and size, beside plain FTS5, FTS5 with trigrams and tantivy.

    python benchmarks/search.py DOCUMENTS.jsonl [NAME…]

DOCUMENTS has one JSON object a line with a text (and an id). The names are asked for in every engine; times are of this
process alone.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import translit

NAMES = ("Аляксандр Лукашэнка", "Vladimir Putin", "Варшава", "Europäische Kommission", "Swetlana Tichanowskaja")
Documents = list[tuple[str, str]]
Search = Callable[[str], int]


@contextmanager
def timed() -> Iterator[list[float]]:
    spent: list[float] = []
    start = time.process_time()
    yield spent
    spent.append(time.process_time() - start)


def ours(documents: Documents, folder: Path, *, keep_texts: bool) -> tuple[Search, int]:
    path = folder / f"corpus{keep_texts}.db"
    corpus = translit.Corpus(path, keep_texts=keep_texts)
    corpus.add(documents)
    corpus.compact()
    return lambda name: len(corpus.search(name, 1000)), path.stat().st_size


def fts5(documents: Documents, folder: Path, tokenizer: str) -> tuple[Search, int]:
    path = folder / f"{tokenizer}.db"
    found = sqlite3.connect(path)
    found.execute(f"CREATE VIRTUAL TABLE d USING fts5(text, tokenize='{tokenizer}')")
    found.executemany("INSERT INTO d VALUES(?)", [(text,) for _, text in documents])
    found.commit()

    def search(name: str) -> int:
        match = " OR ".join(f'"{word}"' for word in name.split())
        return len(found.execute("SELECT rowid FROM d WHERE d MATCH ? ORDER BY rank LIMIT 1000", (match,)).fetchall())

    return search, path.stat().st_size


def tantivy(documents: Documents, folder: Path) -> tuple[Search, int]:
    import tantivy as engine

    (folder / "tantivy").mkdir()
    builder = engine.SchemaBuilder()
    builder.add_text_field("text", stored=True)
    index = engine.Index(builder.build(), str(folder / "tantivy"))
    writer = index.writer(50_000_000, 1)
    for _, text in documents:
        writer.add_document(engine.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    size = sum(path.stat().st_size for path in (folder / "tantivy").iterdir())
    return lambda name: len(searcher.search(index.parse_query(name, ["text"]), 1000).hits), size


def report(label: str, make: Callable[[], tuple[Search, int]], letters: int, names: list[str]) -> None:
    with timed() as built:
        search, size = make()
    times, hits = [], 0
    for name in names:
        with timed() as spent:
            hits += search(name)
        times.append(spent[0] * 1000)
    times.sort()
    print(
        f"{label:24} {letters / 1e6 / built[0]:6.2f} MB/s  {size / letters:5.2f} of the text  "
        f"p50 {times[len(times) // 2]:6.1f} ms  p95 {times[int(len(times) * 0.95)]:6.1f} ms  {hits} hits"
    )


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    documents = [(str(row.get("id", number)), row["text"]) for number, row in enumerate(rows)]
    names = sys.argv[2:] or list(NAMES)
    size = sum(len(text.encode()) for _, text in documents)
    print(f"{len(documents)} documents, {size / 1e6:.1f} MB, process {os.getpid()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report("translit", lambda: ours(documents, folder, keep_texts=True), size, names)
        report("translit --no-text", lambda: ours(documents, folder, keep_texts=False), size, names)
        for tokenizer in ("unicode61", "trigram"):
            report(f"FTS5 {tokenizer}", lambda of=tokenizer: fts5(documents, folder, of), size, names)
        report("tantivy", lambda: tantivy(documents, folder), size, names)


if __name__ == "__main__":
    main()
