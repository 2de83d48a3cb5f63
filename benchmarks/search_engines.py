"""Search engines for benchmarks/search.py: plain ones as people use them, and what `translit export` writes for them.

Each function takes (id, text) pairs and a folder, and gives a search and the bytes that its index takes. A search takes
a name and how many documents are wanted at most, and gives their ids, best first.
"""

import glob
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import translit
from translit.corpus.documents import Document
from translit.corpus.engines import elasticsearch, fts5, postgres, tantivy
from translit.corpus.engines.fields import field_of

Documents = Sequence[tuple[str, str]]
Search = Callable[[str, int], list[str]]
Made = tuple[Search, int]
CLOSING = ExitStack()  # the servers and folders of engines
LUCENE = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "LuceneSearch.java"


def ours(documents: Documents, folder: Path, *, keep_texts: bool = True, processes: int = 1) -> Made:
    path = folder / f"corpus{keep_texts}{processes}.db"
    corpus = translit.Corpus(path, keep_texts=keep_texts)
    corpus.add(documents, processes=processes)
    corpus._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return lambda name, limit: [hit.document_id for hit in corpus.search(name, limit)], path.stat().st_size


def ours_without_texts(documents: Documents, folder: Path) -> Made:
    return ours(documents, folder, keep_texts=False)


def _fts5(documents: Documents, folder: Path, tokenizer: str) -> Made:
    path = folder / f"{tokenizer}.db"
    found = sqlite3.connect(path)
    found.execute(f"CREATE VIRTUAL TABLE d USING fts5(id UNINDEXED, text, tokenize='{tokenizer}')")
    found.executemany("INSERT INTO d VALUES(?, ?)", documents)
    found.commit()

    def search(name: str, limit: int) -> list[str]:
        match = " OR ".join(f'"{word}"' for word in name.replace('"', "").split())
        rows = found.execute("SELECT id FROM d WHERE d MATCH ? ORDER BY rank LIMIT ?", (match, limit))
        return [row[0] for row in rows]

    return search, path.stat().st_size


def fts5_words(documents: Documents, folder: Path) -> Made:
    return _fts5(documents, folder, "unicode61")


def fts5_trigrams(documents: Documents, folder: Path) -> Made:
    return _fts5(documents, folder, "trigram")


def fts5_export(documents: Documents, folder: Path) -> Made:
    path = folder / "export.db"
    found = sqlite3.connect(path)
    found.executescript(fts5.setup())
    found.executescript("BEGIN;\n" + "\n".join(fts5.rows(Document(*row) for row in documents)) + "\nCOMMIT;")
    return (
        lambda name, limit: [row[0] for row in found.execute(f"{fts5.query(name)} LIMIT {limit}")],
        path.stat().st_size,
    )


def _tantivy_index(folder: Path, tokenizer: str, rows: Iterator[tuple[str, str]]) -> tuple[object, object, int]:
    import tantivy as engine

    folder.mkdir()
    builder = engine.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("names", tokenizer_name=tokenizer)
    schema = builder.build()
    index = engine.Index(schema, str(folder))
    if tokenizer == "blanks":
        index.register_tokenizer("blanks", engine.TextAnalyzerBuilder(engine.Tokenizer.whitespace()).build())
    writer = index.writer(50_000_000, 1)
    for name, text in rows:
        writer.add_document(engine.Document(id=name, names=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index, schema, sum(path.stat().st_size for path in folder.iterdir())


def tantivy_words(documents: Documents, folder: Path) -> Made:
    index, _, size = _tantivy_index(folder / "words", "default", iter(documents))
    searcher = index.searcher()

    def search(name: str, limit: int) -> list[str]:
        query, _ = index.parse_query_lenient(name, ["names"])
        return [searcher.doc(address)["id"][0] for _, address in searcher.search(query, limit).hits]

    return search, size


def tantivy_export(documents: Documents, folder: Path) -> Made:

    lines = map(json.loads, tantivy.rows(Document(*row) for row in documents))
    index, schema, size = _tantivy_index(folder / "export", "blanks", ((row["id"], row["names"]) for row in lines))
    searcher = index.searcher()

    def search(name: str, limit: int) -> list[str]:
        hits = searcher.search(tantivy.engine_query(schema, name), limit).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return search, size


def lucene_export(documents: Documents, folder: Path) -> Made:
    parts = ("core", "analyzers-common")
    jars = [jar for part in parts for jar in glob.glob(f"/usr/share/java/lucene-{part}-*.jar")[:1]]
    if len(jars) < len(parts) or not shutil.which("java"):
        raise FileNotFoundError("needs Java and Debian's liblucene8-java")
    run = subprocess.Popen(
        ["java", "-Xmx1g", "-cp", ":".join(jars), str(LUCENE)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert run.stdin and run.stdout
    CLOSING.callback(run.kill)
    for name, text in documents:
        run.stdin.write(f"D\t{name}\t{field_of(text)}\n")

    def search(name: str, limit: int) -> list[str]:
        run.stdin.write(f"Q\t0\t{json.dumps(elasticsearch.query(name), ensure_ascii=False)}\n")
        run.stdin.flush()
        return run.stdout.readline().rstrip("\n").split("\t")[1 : limit + 1]

    return search, 0


@contextmanager
def postgres_server() -> Iterator[Callable[[str], list[str]]]:
    """A server of its own on a socket in a folder, as the user postgres where this runs as root; takes statements."""
    home = (glob.glob("/usr/lib/postgresql/*/bin") or [""])[-1]
    if not home:
        raise FileNotFoundError("needs Debian's postgresql")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    folder.chmod(0o777)
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []

    def call(*command: str) -> None:
        subprocess.run([*as_user, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL)

    call(f"{home}/initdb", "-D", f"{folder}/data", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    call(f"{home}/pg_ctl", "-D", f"{folder}/data", "-o", options, "-w", "-l", f"{folder}/log", "start")
    shell = subprocess.Popen(
        [*as_user, f"{home}/psql", "-h", str(folder), "-d", "postgres", "-qAtX", "-v", "ON_ERROR_STOP=1"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", cwd=folder,
    )  # fmt: skip
    assert shell.stdin and shell.stdout

    def ask(statement: str) -> list[str]:
        shell.stdin.write(f"{statement}\n\\echo __end__\n")
        shell.stdin.flush()
        return [line.rstrip("\n") for line in iter(shell.stdout.readline, "__end__\n")]

    try:
        yield ask
    finally:
        shell.kill()
        call(f"{home}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def postgres_export(documents: Documents, folder: Path) -> Made:
    ask = CLOSING.enter_context(postgres_server())
    rows = "\n".join(postgres.rows(Document(*row) for row in documents))
    ask(f"{postgres.setup()}COPY documents FROM STDIN;\n{rows}\n\\.\nANALYZE documents;")
    size = int(ask("SELECT pg_total_relation_size('documents');")[0])
    return lambda name, limit: [row.split("|")[0] for row in ask(f"{postgres.query(name)} LIMIT {limit};")], size


def postgres_trigrams(documents: Documents, folder: Path) -> Made:
    ask = CLOSING.enter_context(postgres_server())
    rows = "\n".join("\t".join(map(postgres._escaped, row)) for row in documents)
    ask(
        "CREATE EXTENSION pg_trgm; CREATE TABLE d(id text, text text);\n"
        f"COPY d FROM STDIN;\n{rows}\n\\.\nCREATE INDEX ON d USING gin (text gin_trgm_ops); ANALYZE d;"
    )
    size = int(ask("SELECT pg_total_relation_size('d');")[0])

    def search(name: str, limit: int) -> list[str]:
        wanted = name.replace("'", "''")
        return ask(
            f"SELECT id FROM d WHERE '{wanted}' <% text ORDER BY word_similarity('{wanted}', text) DESC LIMIT {limit};"
        )

    return search, size


ENGINES: dict[str, Callable[[Documents, Path], Made]] = {
    "translit": ours,
    "translit --no-text": ours_without_texts,
    "FTS5 unicode61": fts5_words,
    "FTS5 trigram": fts5_trigrams,
    "tantivy": tantivy_words,
    "Postgres pg_trgm": postgres_trigrams,
    "export sqlite": fts5_export,
    "export tantivy": tantivy_export,
    "export postgres": postgres_export,
    "export elasticsearch": lucene_export,
}
