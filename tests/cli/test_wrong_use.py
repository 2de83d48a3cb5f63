"""Wrong calls and empty input, as a new user meets them: one sentence that says what is wrong, and the right status."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.in_process import call
from translit import Corpus
from translit.corpus.documents import Document

DATA, USAGE = 1, 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("lists")
    with Corpus(found / "news.db") as corpus:
        corpus.add([
            Document("1", "Янка Купала ў Мінску", source="tass", language="be", date="2020-08-09"),
            Document("2", "Janka Kupala", source="reuters", language="en", date="2021-01-01"),
        ])  # fmt: skip
    for name, text in {
        "people.csv": "name\nЯнка Купала\n",
        "head.csv": "id,name\n",
        "head;.csv": "id;name\n",
        "one.csv": "name\n",
        "blank.csv": "name,id\n,1\n,2\n",
        "empty.jsonl": "",
        "nothing.csv": "",
        "listed.csv": "id,name\n1,Янка Купала\n",
        "twice.csv": "id,name\n1,Янка Купала\n1,Якуб Колас\n2,Васіль Быкаў\n",
        "notes.bin": "x\0\0\1",
    }.items():
        (found / name).write_text(text, encoding="utf-8")
    return found


def sentence(folder: Path, command: str, status: int, said: str) -> None:
    """Call a command that must refuse, in one sentence."""
    before = {path.name for path in folder.iterdir()}
    done = call(folder, *shlex.split(command))
    assert (done.status, done.out) == (status, b""), done
    assert said in done.err
    assert [line for line in done.err.splitlines() if "is read as" not in line] == [done.err.splitlines()[-1]]
    assert {path.name for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "command", ["resolve people.csv -c name -e {}", "index {} -o new.index", "find people.csv -c name -e {}"]
)
@pytest.mark.parametrize("name", ["head.csv", "'head;.csv'", "one.csv", "empty.jsonl"])
def test_a_list_without_entities(folder: Path, command: str, name: str) -> None:
    sentence(folder, command.format(name), DATA, "has no entities; give a file with a name in each row")


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("resolve people.csv -c name -e listed.csv -e head.csv", DATA, "head.csv has no entities"),
        ("resolve people.csv -c name -e listed.csv --kind person -e one.csv", DATA, "one.csv has no entities"),
        ("match people.csv head.csv -c name", DATA, "head.csv has no names to look up"),
        ("match people.csv blank.csv -c name", DATA, "blank.csv has no names to look up"),
    ],
)
def test_lists_without_names(folder: Path, command: str, status: int, said: str) -> None:
    sentence(folder, command, status, said)


def test_a_list_without_the_kind_that_is_asked_for(folder: Path) -> None:
    (folder / "kinds.csv").write_text("id,name,kind\n1,Янка Купала,person\n", encoding="utf-8")
    sentence(folder, "resolve people.csv -c name -e kinds.csv --kind place", DATA, "no entity is of the kind place")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--source tas", "no document of the source 'tas'; did you mean tass?"),
        ("--source izvestia", "no document of the source 'izvestia'; it has reuters, tass"),
        ("--language xx", "no document of the language 'xx'; it has be, en"),
        ("--since 2020-13", "'2020-13' is no date; write 2021, 2021-02 or 2021-02-28"),
        ("--until 2021-02-30", "'2021-02-30' is no date"),
        ("--until soon", "'soon' is no date"),
        ("--since 2022 --until 2021-05", "since 2022 is after until 2021-05"),
    ],
)
def test_conditions_that_no_document_can_meet(folder: Path, options: str, said: str) -> None:
    sentence(folder, f"search news.db Купала {options}", USAGE, said)


@pytest.mark.parametrize("options", ["--since 2022", "--source tass --language en", "--until 2019"])
def test_a_search_that_finds_nothing_says_so(folder: Path, options: str) -> None:
    done = call(folder, "search", "news.db", "Купала", *options.split())
    assert (done.status, done.out) == (0, b"") and "no document is found" in done.err
    assert b"1\ttass" in call(folder, "search", "news.db", "Купала", "--since", "2020-08-01", "--until", "2020-08").out


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("NOT NOT Купала", "NOT NOT, which says nothing"),
        ("Купала AND NOT NOT Колас", "NOT NOT, which says nothing"),
        ("()", "brackets with nothing in them"),
        ("Купала AND ( )", "brackets with nothing in them"),
        ("Купала AND )", "closes a bracket where a name is wanted"),
        (")", "closes a bracket where a name is wanted"),
        ("NOT Купала", "only says what isn't wanted"),
    ],
)
def test_queries_that_say_nothing(folder: Path, query: str, said: str) -> None:
    sentence(folder, f"search news.db '{query}'", USAGE, said)


@pytest.mark.parametrize("command", ["variants", "detect", "inflect -l be", "query"])
@pytest.mark.parametrize("text", ["", " ", "123", "—"])
def test_texts_that_hold_no_name(folder: Path, command: str, text: str) -> None:
    sentence(
        folder, f"{command} '{text}'", USAGE, "is empty" if not text.strip() and command != "query" else "no letter"
    )


@pytest.mark.parametrize("kind", ["person", "place", "organization"])
@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("🙂", "Купала", ["the first name, '🙂', has no letters"]),
        (
            "...",
            "🙂",
            ["the first name, '...', is a word for a name that is missing", "the second name, '🙂', has no letters"],
        ),
    ],
)
def test_a_comparison_says_which_side_holds_no_name(folder: Path, kind: str, a: str, b: str, said: list[str]) -> None:
    done = call(folder, "compare", a, b, "--kind", kind)
    assert done.status == 0
    first, *lines = done.out.decode().splitlines()
    assert first.startswith("0.000") and [line.strip() for line in lines] == said


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [("Gazprom", "Газпром ПАО", "organization"), ("ООО Ромашка", "Romashka LLC", "organization"),
     ("Lemberg", "Львів", "place"), ("Иван Петров", "Пётр Иванов", ""), ("John Smith Jr", "John Smith Sr", ""),
     ("Bundesbank", "Минск", "")],
)  # fmt: skip
def test_names_of_another_kind_are_told(folder: Path, a: str, b: str, kind: str) -> None:
    said = call(folder, "compare", a, b).err
    assert said.endswith(f"--kind {kind}\n") if kind else said == ""
    assert call(folder, "compare", a, b, "--kind", "person").err == ""


def test_numbers_are_no_name_of_a_person(folder: Path) -> None:
    lines = call(folder, "compare", "123", "Купала").out.decode().splitlines()
    assert lines[1:] == ["  the first name, '123', has no letters"]
    assert call(folder, "compare", "Купала", "123").out.decode().splitlines()[1:] == [
        "  the second name, '123', has no letters"
    ]


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("index info nothing.index", USAGE, "there is no index nothing.index; make one with: translit index"),
        ("resolve people.csv -c name -e .", DATA, "isn't an index of names; build the index again with translit index"),
        ("corpus add new.db nothing.txt", USAGE, "there is no file nothing.txt"),
        (
            "corpus remove news.db 17 --compact",
            DATA,
            "has no document or file '17'; give an id as translit search shows it",
        ),
    ],
)
def test_what_isnt_there(folder: Path, command: str, status: int, said: str) -> None:
    done = call(folder, *shlex.split(command))
    assert done.status == status and said in done.err.splitlines()[-1], done.err
    assert not (folder / "new.db").exists()


def test_the_only_file_that_is_added_and_cant_be_read(folder: Path, tmp_path: Path) -> None:
    done = call(folder, "corpus", "add", str(tmp_path / "new.db"), "notes.bin")
    assert done.status == DATA and "the other" not in done.err and done.err.count("\n") == 1, done.err
    done = call(folder, "corpus", "add", str(tmp_path / "new.db"), "notes.bin", "people.csv", "--text-column", "name")
    assert done.status == DATA and "1 of 2 files could not be read" in done.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("schemes Belarussian", "did you mean Belarusian"),
        ("schemes Ukranian", "did you mean Ukrainian"),
        ("resolve people.csv -c name --label Germn", "did you mean German?"),
        ("resolve people.csv -c name --label be-lacinca", "did you mean be-lacinka"),
        (
            "csv people.csv -c name --to bgnpcgn",
            "is a family of schemes; say for which language, with --language be, or auto",
        ),
        ("index . -o new.index", "is a folder, and entities are read from files"),
        ("completion", "Choose from: bash, zsh, fish, man; see translit completion --help"),
    ],
)
def test_what_may_have_been_meant(folder: Path, command: str, said: str) -> None:
    sentence(folder, command, USAGE, said)


def test_an_index_has_its_columns(folder: Path, tmp_path: Path) -> None:
    index = str(tmp_path / "people.index")
    assert call(folder, "index", "listed.csv", "-o", index).status == 0
    sentence(folder, f"resolve people.csv -c name -e {index} --name-column name", USAGE, "whose columns are settled")


@pytest.mark.parametrize("option", ["-o", "--pairs"])
@pytest.mark.parametrize("output", [".", "nowhere/out.csv"])
def test_outputs_of_dedupe_are_looked_at_before_anything_is_compared(folder: Path, option: str, output: str) -> None:
    sentence(folder, f"dedupe people.csv -c name {option} {output}", USAGE, f"{output} can't be written")


@pytest.mark.parametrize("command", ["resolve people.csv -c name -e twice.csv", "index twice.csv -o {}/new.index"])
def test_rows_that_are_one_entity_by_their_id_are_counted(folder: Path, tmp_path: Path, command: str) -> None:
    done = call(folder, *shlex.split(command.format(tmp_path)))
    assert done.status == 0 and "1 row of 3 has the id of another" in done.err.splitlines()[0], done.err
    other = call(folder, *shlex.split(command.format(tmp_path).replace("twice", "listed")))
    assert other.status == 0 and "the id of another" not in other.err


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("match - - -c name", USAGE, "both files are standard input"),
        ("review nope.csv -c name", USAGE, "nope.csv"),
        ("review people.csv -c name", USAGE, "needs a terminal"),
        (
            "review people.csv -c name --decisions people.csv",
            USAGE,
            "people.csv is the input itself; name another file with --decisions",
        ),
        ("find nothing.csv", DATA, "nothing.csv is empty"),
        ("find people.csv", USAGE, "people.csv is a table"),
        ("compare '' ' '", USAGE, "the first and the second name are empty; give two names"),
        ("compare '' Купала", USAGE, "the first name is empty; give two names"),
        ("compare Купала '  ' --json", USAGE, "the second name is empty; give two names"),
    ],
)
def test_what_is_wrong_is_said_first(folder: Path, command: str, status: int, said: str) -> None:
    sentence(folder, command, status, said)


@pytest.mark.parametrize("engine", ["google", "lucene", "aleph", "datashare", "postgres", "fts5", "solr", "tantivy"])
@pytest.mark.parametrize("query", ["Лукашенко AND Putin", "Лукашенко OR Putin", "NOT Putin"])
def test_a_query_for_another_engine_is_of_one_name(folder: Path, engine: str, query: str) -> None:
    sentence(folder, f"query '{query}' --for {engine}", USAGE, "is made for one name")
    assert call(folder, "query", query.lower(), "--for", engine).status == 0


def test_one_is_singular(folder: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "one.db")
    done = call(folder, "corpus", "add", db, "people.csv", "--text-column", "name")
    assert "1 document from 1 file, 0 files as before; 1 document in" in done.err, done.err
    assert "1 document in" in call(folder, "export", "solr", db, "-o", str(tmp_path / "solr")).err
    assert "1 document removed" in call(folder, "corpus", "remove", db, "people.csv").err
    assert call(folder, "index", "listed.csv", "-o", str(tmp_path / "one.index")).err.endswith("has 1 entity\n")


def test_rows_without_an_id_in_two_lists_are_two_entities(folder: Path) -> None:
    for name, person in (("one.csv", "Anna Ivanova"), ("two.csv", "Oleg Kotov")):
        (folder / name).write_text(f"name\n{person}\n", encoding="utf-8")
    done = call(folder, *shlex.split("resolve two.csv -c name -e one.csv -e two.csv --kind person"))
    assert b"Oleg Kotov,two:1,Oleg Kotov," in done.out and "the id of another" not in done.err, (done.out, done.err)
