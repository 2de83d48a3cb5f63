"""What is written for other engines, and that the real ones find by it what we find."""

import glob
import json
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translit.corpus.documents import Document
from translit.corpus.engines import elasticsearch, fts5, postgres, solr, tantivy
from translit.corpus.engines.export import ENGINES, export, query_body
from translit.corpus.engines.fields import field_of
from translit.corpus.engines.plan import plan_of
from translit.corpus.engines.spelled_queries import query_for
from translit.errors import UsageError

TEXTS = {
    "ru": "В Минске Лукашенко встретился с Владимиром Путиным. Верховный суд молчит.",
    "be": "Учора Ўладзімір Пуцін і Аляксандр Лукашэнка размаўлялі ў Маскве.",
    "pl": "Rozmowa z Aleksandrem Łukaszenką i Swiatłaną Cichanouską w Warszawie.",
    "de": "Swetlana Tichanowskaja traf den Bundeskanzler in Berlin.",
    "tricky": "It's a back\\slash, a tab\tand Ivan Ivanov's \"quotes\"",
}
DOCUMENTS = [Document(name, text, language=name[:2]) for name, text in TEXTS.items()]
QUERIES = {
    "Alexander Lukashenko": {"ru", "be", "pl"},
    "Святлана Ціханоўская": {"pl", "de"},
    "Putin": {"ru", "be"},
    "Іван Іваноў": {"tricky"},
}
Search = Callable[[str], list[str]]


def right(search: Search) -> None:
    for query, expected in QUERIES.items():
        assert set(search(query)) == expected, query
    assert set(search("Alexander Lukashenko")[:2]) == {"be", "pl"}, "both words together come first"


@pytest.mark.slow
def test_lucene_puts_alternatives_at_one_position_and_finds() -> None:
    jars = [
        jar for part in ("core", "analyzers-common") for jar in glob.glob(f"/usr/share/java/lucene-{part}-*.jar")[:1]
    ]
    if len(jars) < 2 or not shutil.which("java"):
        pytest.skip("needs Java and Debian's liblucene8-java")
    lines = [f"D\t{one.id}\t{field_of(one.text)}" for one in DOCUMENTS]
    bodies = [json.dumps(elasticsearch.query(query), ensure_ascii=False) for query in QUERIES]
    lines += [f"Q\t{number}\t{body}" for number, body in enumerate(bodies)]
    source = Path(__file__).parent / "LuceneSearch.java"
    run = subprocess.run(
        ["java", "-Xmx256m", "-cp", ":".join(jars), str(source)],
        input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    found = [line.split("\t")[1:] for line in run.stdout.splitlines()]
    right(dict(zip(QUERIES, found, strict=True)).__getitem__)


@pytest.fixture(scope="module")
def psql() -> Iterator[Callable[[str], str]]:
    """A server of its own on a socket in a folder; as the user postgres where the tests run as root."""
    (home,) = glob.glob("/usr/lib/postgresql/15/bin") or [""]
    if not home:
        pytest.skip("needs Debian's postgresql 15")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    folder.chmod(0o777)
    is_root = Path("/root").owner() == Path.home().owner() if Path.home() == Path("/root") else False
    as_user = [shutil.which("runuser") or "/usr/sbin/runuser", "-u", "postgres", "--"] if is_root else []
    data = folder / "data"

    def run(*command: str, text: str = "") -> str:
        done = subprocess.run(
            [*as_user, *command], input=text, capture_output=True, encoding="utf-8", timeout=60, check=False, cwd=folder
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run(f"{home}/initdb", "-D", str(data), "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    subprocess.run(
        [*as_user, f"{home}/pg_ctl", "-D", str(data), "-o", options, "-w", "-l", str(folder / "log"), "start"],
        stdout=subprocess.DEVNULL, timeout=60, check=True, cwd=folder,
    )  # fmt: skip
    try:
        yield lambda text: run(
            f"{home}/psql", "-h", str(folder), "-d", "postgres", "-qAtX", "-v", "ON_ERROR_STOP=1", text=text
        )
    finally:
        run(f"{home}/pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_postgres_finds(psql: Callable[[str], str]) -> None:
    rows = "\n".join(postgres.rows(DOCUMENTS))
    psql(postgres.setup() + f"COPY documents FROM STDIN;\n{rows}\n\\.\n")
    assert psql("SELECT text FROM documents WHERE id = 'tricky'").rstrip("\n") == TEXTS["tricky"]
    right(lambda query: [line.split("|")[0] for line in psql(postgres.query(query) + ";").splitlines()])
    spelled = query_for("Александр Лукашенко", "postgres", "ru", cases=True).replace("'", "''")
    assert psql(f"SELECT to_tsvector('simple', 'о Александре Лукашенко') @@ to_tsquery('simple', '{spelled}')") == "t\n"


def test_sqlite_finds() -> None:
    found = sqlite3.connect(":memory:")
    found.executescript(fts5.setup() + "\n".join(fts5.rows(DOCUMENTS)))
    right(lambda query: [row[0] for row in found.execute(fts5.query(query))])
    assert found.execute("SELECT text FROM documents WHERE id = 'tricky'").fetchone()[0] == TEXTS["tricky"]
    found.execute("CREATE VIRTUAL TABLE plain USING fts5(text)")
    found.execute("INSERT INTO plain VALUES('Gespräch mit Alexander Lukaschenko')")
    spelled = query_for("Александр Лукашенко", "fts5", "ru")
    assert found.execute("SELECT 1 FROM plain WHERE plain MATCH ?", (spelled,)).fetchone()


def test_tantivy_finds() -> None:
    engine = pytest.importorskip("tantivy")
    builder = engine.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("names", tokenizer_name="whitespace")
    schema = builder.build()
    index = engine.Index(schema)
    index.register_tokenizer("whitespace", engine.TextAnalyzerBuilder(engine.Tokenizer.whitespace()).build())
    writer = index.writer(15_000_000, 1)
    for line in tantivy.rows(DOCUMENTS):
        row = json.loads(line)
        writer.add_document(engine.Document(id=row["id"], names=row["names"]))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(name: str) -> list[str]:
        hits = searcher.search(tantivy.engine_query(schema, name), 10).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    right(search)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_corpus_is_written_for_every_engine(engine: str, tmp_path: Path) -> None:
    assert export(engine, DOCUMENTS, tmp_path / "out") == len(DOCUMENTS)
    _, setup, rows, _ = ENGINES[engine]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted([setup, rows])
    lines = (tmp_path / "out" / rows).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(DOCUMENTS) * (2 if rows.endswith("ndjson") else 1)
    assert query_body(engine, "Łukašenka")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("which", [1, 2])
def test_an_export_writes_over_no_file_of_another_making(engine: str, which: int, tmp_path: Path) -> None:
    name = ENGINES[engine][which]
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=f"{name} isn't of an export"):
        export(engine, DOCUMENTS, tmp_path)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [(name, "mine")]


@pytest.mark.parametrize("engine", ENGINES)
def test_an_export_replaces_the_one_before(engine: str, tmp_path: Path) -> None:
    assert export(engine, DOCUMENTS, tmp_path) == len(DOCUMENTS)
    assert export(engine, DOCUMENTS[:1], tmp_path) == 1
    assert "Warszawie" not in (tmp_path / ENGINES[engine][2]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["Святлана Георгіеўна Ціханоўская Аляксандравіч Уладзімір Мікалай", "Muhammad Yusuf Alexander John Ivanov"]
)
def test_bodies_stay_within_what_engines_take(name: str) -> None:
    body = json.dumps(elasticsearch.query(name))
    assert sum(map(body.count, ('"span_term"', '"terms"', '"term"'))) <= 1024
    assert solr.query(name)["query"].count("names:") <= 1024


def test_words_of_their_own_together_are_strongest_and_sound_keys_alone_weakest() -> None:
    plan = plan_of("Аляксандр Лукашэнка")
    assert [side[0] for side in plan[0].sides] == ["alaksandr", "lukasenk"]
    assert all(clause.strength < plan[0].strength for clause in plan[1:])
    assert all(term.startswith("=") for term in plan[-1].sides[0])
    alone = {clause.sides[0][0]: clause.strength for clause in plan if len(clause.sides) == 1}
    assert alone["lukasenk"] > alone["alaksandr"] > alone["=lksnk"], "a given name counts less than the family name"


def test_google_takes_32_words() -> None:
    assert len(query_for("Святлана Ціханоўская", "google", "be").split()) <= 32


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(UsageError, match="elasticsearch"):
        export("elastic", DOCUMENTS, Path("nowhere"))
    with pytest.raises(UsageError, match="lucene"):
        query_for("Мінск", "lucen")
    with pytest.raises(UsageError, match="letter"):
        query_for("...", "lucene")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_name_without_a_letter_and_one_too_long_are_refused(engine: str) -> None:
    with pytest.raises(UsageError, match="letter"):
        query_body(engine, "...")
    with pytest.raises(UsageError, match="characters"):
        query_body(engine, "Путин " * 10_000)


def test_a_listed_phrase_is_asked_for_as_a_whole_in_every_language() -> None:
    plan = plan_of("Южная Корея")
    assert plan[0].strength == 1.0
    assert [side[0] for side in plan[0].sides] == ["uzn", "kor"]
    fields = {word for text in ("South Korea", "Korea Południowa") for word in field_of(text).replace("|", " ").split()}
    other = next(clause for clause in plan[1:] if len(clause.sides) == 2)
    assert all(fields & set(side) for side in other.sides)
