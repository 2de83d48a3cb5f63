"""Bad input: one clear sentence, the right exit status, nothing lost and nothing half-written."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support import PROGRAM, Translit, one_sentence
from translit.csvfile.add_columns import add_columns
from translit.csvfile.dialect import Dialect
from translit.csvfile.output import Output
from translit.csvfile.reader import Reader
from translit.csvfile.resume import ResumableOutput
from translit.csvfile.source import Source
from translit.errors import DataError, TranslitError, UsageError
from translit.processes import workers
from translit.writing.registry import scheme_of, transliterate
from translit.writing.restore import restore
from translit.writing.scheme import Scheme
from translit.writing.variants import variants

CSV = ("-c", "name", "--to", "be-lacinka")

DATA, USAGE = 1, 2


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (b"", DATA, "is empty"),
        (b"\n\n", DATA, "is empty"),
        (b"\xef\xbb\xbf", DATA, "is empty"),
        (b"\nid,name\n1,x\n", DATA, "the first line of in.csv is blank"),
        ("id,name\n1,Ян\n2\n".encode(), DATA, "line 3 of in.csv has 1 cell where the first line has 2"),
        ("id,name\n1,Ян\n2,a,b\n".encode(), DATA, "line 3 of in.csv has 3 cells where the first line has 2"),
        (b'id,name\n1,"a\nb"\n2,"x",y\n', DATA, "line 4 of in.csv has 3 cells"),
        ('id,name\n1,"Ян\n2,Ева\n'.encode(), DATA, "line 2 of in.csv opens a cell with a quotation mark that is never"),
        (b'"id,name\n1,x\n', DATA, "line 1 of in.csv opens a cell"),
        (
            b"id,name\n" + b"1,a\n" * 20_000 + "2,Ян\n".encode("cp1251"),
            DATA,
            "line 20002 of in.csv isn't UTF-8",
        ),
        (bytes(range(256)) * 9, DATA, "in.csv"),
        (b"PK\x03\x04rest", DATA, "is a workbook"),
        (b"id,nome\n1,x\n", USAGE, "has no column 'name'; it has id, nome; did you mean nome?"),
        (b"name,name\n1,x\n", USAGE, "several columns 'name'"),
        (b"name,name_be-lacinka\n1,x\n", USAGE, "already has a column 'name_be-lacinka'"),
    ],
)
def test_faulty_files(called: Translit, tmp_path: Path, data: bytes, status: int, said: str) -> None:
    (tmp_path / "in.csv").write_bytes(data)
    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    done = called("csv", "in.csv", *CSV, "-o", "out.csv")
    assert (done.status, done.out) == (status, "")
    assert one_sentence(done.err.split("--encoding tells otherwise\n")[-1]), done.err
    assert said in done.err
    assert {path.name for path in tmp_path.iterdir()} == {"in.csv", "out.csv"}
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "old"
    assert (tmp_path / "in.csv").read_bytes() == data


def test_a_header_alone_is_no_fault(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b"id,name")
    assert called("csv", "in.csv", *CSV).out == "id,name,name_be-lacinka"
    assert called("csv", "-", *CSV, given="id,name\r\n").out == "id,name,name_be-lacinka\r\n"


def test_nul_bytes_are_kept(called: Translit) -> None:
    done = called("csv", "-", *CSV, given="id,name\n\0,Ян\0\n1,Ева\n")
    assert (done.status, done.out) == (0, "id,name,name_be-lacinka\n\0,Ян\0,Jan\0\n1,Ева,Jeva\n")


@pytest.mark.slow
@pytest.mark.parametrize("size", [1 << 20, 10 << 20])
def test_huge_cells(translit: Translit, tmp_path: Path, size: int) -> None:
    (tmp_path / "in.csv").write_text(f'id,name\n{"x" * size},Ян\n2,"{"Я " * (size // 2)}"\n', encoding="utf-8")
    done = translit("csv", "in.csv", *CSV)
    assert done.status == 0, done.err
    lines = done.out.split("\n")
    assert lines[1] == f"{'x' * size},Ян,Jan"
    assert lines[2].endswith("Ja Ja ")
    (tmp_path / "e.csv").write_text("id,name\nx,Ян Баршчэўскі\n", encoding="utf-8")
    done = translit("resolve", "in.csv", "-c", "name", "-e", "e.csv")
    assert done.status == 0, done.err
    assert done.out.count("\n") == 3


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["csv", "none.csv", *CSV], USAGE, "none.csv can't be read: No such file"),
        (["csv", ".", *CSV], USAGE, "can't be read: Is a directory"),
        (
            ["csv", "in.csv", "-c", "name", "--to", "be-lacinca"],
            USAGE,
            "no scheme 'be-lacinca'; did you mean be-lacinka",
        ),
        (["csv", "in.csv", *CSV, "--encoding", "cp1252x"], USAGE, "no encoding 'cp1252x'; did you mean cp1252"),
        (["csv", "in.csv", *CSV, "--encoding", "base64"], USAGE, "doesn't encode text"),
        (["csv", "in.csv", *CSV, "-d", "::"], USAGE, "isn't one character"),
        (["csv", "in.csv", *CSV, "--quote", "''"], USAGE, "isn't one character"),
        (["csv", "in.csv", *CSV, "--as", "a", "--as", "b"], USAGE, "one name for each scheme"),
        (["csv", "in.csv", *CSV, "-o", "no/such/folder/out.csv"], USAGE, "can't be written: No such file"),
        (["csv", "in.csv", "-c", "3", "--to", "be-lacinka"], USAGE, "has no column '3'; it has id, name"),
        (["csv", "in.csv", "--to", "be-lacinka"], USAGE, "missing option '--column'"),
        (["resolve", "in.csv", "-c", "name", "-e", "none.csv"], USAGE, "none.csv can't be read"),
        (["resolve", "in.csv", "-c", "name", "-e", "in.csv", "--resume"], USAGE, "--resume needs an output file"),
        (["resolve", "in.csv", "-c", "name", "-e", "bad.jsonl"], DATA, "bad.jsonl, line 2: not JSON"),
        (["resolve", "in.csv", "-c", "name", "-e", "empty"], DATA, "empty"),
        (["resolve", "in.csv", "-c", "name", "--threshold", "2"], USAGE, "--threshold"),
        (["to", "be-lacinca", "x"], USAGE, "did you mean be-lacinka"),
        (["variants", "Мінск", "--language", "bee"], USAGE, "did you mean be"),
        (["restore", "be-lacinca", "x"], USAGE, "did you mean be-lacinka"),
        (["compare", "a"], USAGE, "missing argument 'B'"),
        (["compare", "a", "b", "--kind", "ship"], USAGE, "ship"),
        (["convert"], USAGE, "no such command 'convert'"),
        (["to", "--loud"], USAGE, "no such option"),
    ],
)
def test_wrong_calls(called: Translit, tmp_path: Path, arguments: list[str], status: int, said: str) -> None:
    (tmp_path / "in.csv").write_text("id,name\n1,Ян\n", encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text('{"id": "a", "name": "Ян"}\n{"id"\n', encoding="utf-8")
    (tmp_path / "empty").mkdir()
    done = called(*arguments)
    assert (done.status, done.out) == (status, "")
    assert one_sentence(done.err), done.err
    assert said in done.err


def test_an_index_of_an_older_version_is_refused(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Міністэрства фінансаў\n", encoding="utf-8")
    (tmp_path / "in.csv").write_text("name\nMinistry of Finance\n", encoding="utf-8")
    assert called("index", "names.txt", "-o", "old").status == 0
    manifest = tmp_path / "old" / "manifest.json"
    body = json.dumps({**json.loads(json.loads(manifest.read_bytes())["body"]), "version": 4})
    manifest.write_text(json.dumps({"body": body, "check": crc32(body.encode())}), encoding="utf-8")
    done = called("resolve", "in.csv", "-c", "name", "-e", "old")
    assert (done.status, done.out, one_sentence(done.err)) == (DATA, "", True), done.err
    assert "an older version of translit and would find less; build the index again" in done.err
    assert called("index", "names.txt", "-o", "old").status == 0
    assert called("resolve", "in.csv", "-c", "name", "-e", "old").status == 0


def test_standard_input_in_a_wrong_encoding(translit: Translit) -> None:
    done = translit("to", "be-lacinka", given="Мінск\n".encode() + "Гомель\n".encode("cp1251"))
    assert (done.status, one_sentence(done.err)) == (DATA, True)
    assert "near line" in done.err


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("id,name\n" + "1,Аляксандр\n" * 200_000, encoding="utf-8")
    process = subprocess.Popen([*PROGRAM, "csv", str(path), *CSV], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 128 + signal.SIGPIPE


@pytest.mark.parametrize("arguments", [["csv", "in.csv", *CSV], ["schemes"], ["to", "be-lacinka", "Ян"]])
def test_a_full_device_as_standard_output(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "in.csv").write_text("id,name\n" + "1,Аляксандр\n" * 9, encoding="utf-8")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False, text=True
        )
    assert done.returncode == DATA
    assert one_sentence(done.stderr), done.stderr
    assert "No space left on device" in done.stderr


def test_a_device_is_written_and_not_replaced(translit: Translit, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE)
    assert translit("csv", "-", *CSV, "-o", "pipe", given="name\nЯн\n").status == 0
    assert reader.communicate()[0].decode() == "name,name_be-lacinka\nЯн,Jan\n"
    assert (tmp_path / "pipe").is_fifo()


def test_an_output_keeps_its_link_and_its_rights(translit: Translit, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    (tmp_path / "real.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert translit("csv", "-", *CSV, "-o", "link.csv", given="name\nЯн\n").status == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8") == "name,name_be-lacinka\nЯн,Jan\n"
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o640


def test_a_worker_that_dies_is_told(tmp_path: Path) -> None:
    def dies(names: list[str]) -> list[str]:
        os._exit(9)

    with pytest.raises(DataError, match="a worker process died"), workers(dies, 2) as answers:
        list(answers([["a"], ["b"], ["c"]]))


def resolved(tmp_path: Path, text: str, *, resume: bool, fail_at: int | None = None, threshold: float = 0.5) -> None:
    """Add a column to a text, the run dying at a row of this number."""
    (tmp_path / "in.csv").write_bytes(text.encode())
    done = 0

    def work(names: list[str]) -> list[str]:
        nonlocal done
        done += len(names)
        if fail_at is not None and done > fail_at:
            raise KeyboardInterrupt
        return Dialect().texts([[name.upper() for name in names]])

    with Source(str(tmp_path / "in.csv")) as source:
        reader = Reader(source, block=64)
        output = ResumableOutput(str(tmp_path / "out.csv"), "utf-8", b"", {"threshold": threshold}, resume=resume)
        with output, workers(work, 1) as answers:
            add_columns(reader, output, column=1, names=["new"], answers=answers, tick=lambda _: None, memory=5)


LONG = "id,name\n" + "".join(f'{number},"n{number % 40} {"x" * 700}\n"\n' for number in range(2000))
WHOLE = LONG.replace("id,name\n", "id,name,new\n")


@pytest.fixture
def stopped(tmp_path: Path) -> Path:
    """A folder in which a run was stopped half-way."""
    with pytest.raises(KeyboardInterrupt) as caught:
        resolved(tmp_path, LONG, resume=False, fail_at=700)
    assert "--resume goes on from there" in caught.value.__notes__[0]
    assert {path.name for path in tmp_path.iterdir()} == {"in.csv", "out.csv.part", "out.csv.part.journal"}
    return tmp_path


def check_whole(folder: Path) -> None:
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    assert [row[0] for row in found[1:]] == [str(number) for number in range(2000)]
    assert all(row[2] == row[1].upper() for row in found[1:])
    assert {path.name for path in folder.iterdir()} == {"in.csv", "out.csv"}


def test_a_run_goes_on_where_it_was_stopped(stopped: Path) -> None:
    with pytest.raises(KeyboardInterrupt):  # what was done isn't done again: the new work dies later in the file
        resolved(stopped, LONG, resume=True, fail_at=400)
    resolved(stopped, LONG, resume=True)
    check_whole(stopped)


def test_a_torn_last_line_of_the_journal_is_left_out(stopped: Path) -> None:
    with (stopped / "out.csv.part").open("ab") as part, (stopped / "out.csv.part.journal").open("ab") as journal:
        part.write(b"half a ro")
        journal.write(b'{"input": 99')
    resolved(stopped, LONG, resume=True)
    check_whole(stopped)


@pytest.mark.parametrize(
    ("text", "threshold", "said"),
    [
        (LONG.replace("n3 x", "n4 x"), 0.5, "isn't what the stopped run"),
        (LONG[:100_000].rpartition('"\n')[0] + '"\n', 0.5, "isn't what the stopped run"),
        (LONG, 0.6, "had another threshold"),
    ],
)
def test_another_input_is_refused(stopped: Path, text: str, threshold: float, said: str) -> None:
    with pytest.raises(DataError, match=said):
        resolved(stopped, text, resume=True, threshold=threshold)
    assert not (stopped / "out.csv").exists()
    resolved(stopped, LONG, resume=True)  # what was kept is still good
    check_whole(stopped)


@pytest.mark.slow
@pytest.mark.parametrize(
    "journal", [b"", b"\n", b"[]\n[]\n", b"\xff\n{}\n", b'{"threshold": 0.5}\n{"rows": "x"}\n{"y": 1}\n']
)
def test_a_damaged_journal_is_refused(stopped: Path, journal: bytes) -> None:
    (stopped / "out.csv.part.journal").write_bytes(journal)
    for resume in (True, False):  # it may be somebody's file that happens to have this name
        with pytest.raises(DataError, match="is damaged"):
            resolved(stopped, LONG, resume=resume)
    assert (stopped / "out.csv.part.journal").read_bytes() == journal
    (stopped / "out.csv.part.journal").unlink()
    (stopped / "out.csv.part").unlink()
    resolved(stopped, LONG, resume=False)
    check_whole(stopped)


def test_without_resume_a_run_starts_anew(stopped: Path) -> None:
    resolved(stopped, LONG, resume=False)
    check_whole(stopped)


def test_two_runs_dont_write_one_file(tmp_path: Path) -> None:
    with ResumableOutput(str(tmp_path / "out.csv"), "utf-8", b"", {}, resume=False) as first:
        with pytest.raises(DataError, match="another run is writing"):
            ResumableOutput(str(tmp_path / "out.csv"), "utf-8", b"", {}, resume=False)
        first.write("whole")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "whole"


TEXTS = st.text(st.sampled_from("яЛь'’ \"\r\n,;\0xé\N{COMBINING BREVE}\U0001f600"), max_size=6)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=9), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
@example([["", "", ""]], "utf-8")
def test_other_columns_byte_for_byte_and_rows_in_number_and_order(
    tmp_path: Path, body: list[list[str]], encoding: str
) -> None:
    table = [["id", "name", "note"], *body]
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(table)
    (tmp_path / "in.csv").write_bytes(text.getvalue().encode(encoding))
    lacinka = scheme_of("be-lacinka")
    with (
        Source(str(tmp_path / "in.csv"), encoding) as source,
        Output(str(tmp_path / "out.csv"), source.encoding) as out,
    ):
        reader = Reader(source, block=16)
        rows = add_columns(
            reader,
            out,
            column=1,
            names=["new"],
            answers=lambda pieces: (reader.dialect.texts([lacinka.transliterate_all(piece)]) for piece in pieces),
            tick=lambda _: None,
        )
    result = (tmp_path / "out.csv").read_bytes().decode(source.encoding)
    found = list(csv.reader(io.StringIO(result, newline="")))
    assert rows == len(body)
    assert [row[:3] for row in found] == table
    before = text.getvalue().split("\r\n")[0]
    assert result.startswith(f"{before},new\r\n")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_are_worked_or_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "in.csv").write_bytes(data)
    try:
        with Source(str(tmp_path / "in.csv")) as source:
            reader = Reader(source, block=16)
            copied = reader.header + reader.header_end
            copied += "".join(block.text for block in reader.blocks(0))
    except TranslitError as error:
        assert "in.csv" in str(error)
    else:
        assert source.mark + copied.encode(source.encoding) == data


def test_a_workbook_is_recognised(translit: Translit, tmp_path: Path) -> None:
    pytest.importorskip("python_calamine", reason="needs the extra files")
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    done = translit("csv", "in.xlsx", *CSV)
    assert done.status == DATA
    assert "in.xlsx can't be read" in done.err and one_sentence(done.err)


def test_many_equal_names_are_worked_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def work(names: list[str]) -> list[str]:
        asked.extend(names)
        return [name.upper() for name in names]

    (tmp_path / "in.csv").write_text("id,name\n" + "1,Ян\n2,Ева\n" * 200_000, encoding="utf-8")
    with Source(str(tmp_path / "in.csv")) as source, Output(str(tmp_path / "out.csv")) as output:
        reader = Reader(source)
        with workers(work, 1) as answers:
            rows = add_columns(reader, output, column=1, names=["new"], answers=answers, tick=lambda _: None, memory=9)
    assert (rows, sorted(asked)) == (400_000, ["Ева", "Ян"])
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "id,name,new\n" + "1,Ян,ЯН\n2,Ева,ЕВА\n" * 200_000


# The single-text commands


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("to", "be-lacinka", "\udcff\udcfe"), DATA, "isn't text"),
        (("restore", "be-lacinka", "\udcff"), DATA, "isn't text"),
        (("csv", "\udcff.csv", "-c", "name", "--to", "be-lacinka"), USAGE, "can't be read"),
        (("table", "check", "\udcff"), USAGE, "there is no file"),
        (("table", "check", "."), USAGE, "there is no file '.'"),
        (("to",), USAGE, "missing argument"),
        (("to", "BE-LACINKA", "Мінск"), USAGE, "did you mean be-lacinka"),
        (("restore", "ru-icao-9303", "Ivanov"), USAGE, "--candidates 5"),
        (("restore", "be-lacinka", "--candidates", "0", "x"), USAGE, "--candidates"),
        (("variants", ""), USAGE, "give a name"),
        (("variants", "123"), USAGE, "give a name"),
        (("variants", "a" * 5000), USAGE, "a word of 5000 letters is no name"),
        (("detect", "a" * 5000), USAGE, "a word of 5000 letters is no name"),
        (("variants", "Мінск", "--language", "bel"), USAGE, "did you mean be"),
        (("variants", "Мінск", "--format", "cvs"), USAGE, "did you mean csv"),
        (("detct", "x"), USAGE, "no such command 'detct'; did you mean 'detect'; see translit --help"),
        (("to", "be-lacinka", "--encoding"), USAGE, "requires an argument; see translit to --help"),
        (("resolve", "in.csv", "-c", "name", "--threshold", "nan"), USAGE, "nan is no probability"),
        (("dedupe", "in.csv", "-c", "name", "--threshold", "2"), USAGE, "not in the range"),
        (("dedupe", "in.csv", "-c", "name", "--pairs", "./in.csv"), USAGE, "written over ./in.csv"),
        (("dedupe", "in.csv", "-c", "name", "--pairs", "x.csv", "-o", "x.csv"), USAGE, "written over x.csv"),
        (("schemes", "be-lacinca"), USAGE, "did you mean be-lacinka"),
        (("schemes", "xx"), USAGE, "languages are ab, ady, alt, av"),
        (("schemes", "--status", "old"), USAGE, "is not one of"),
        (("schemes", "be", "--find", "klingon"), USAGE, "no scheme fits all these filters"),
        (("schemes", "be-lacinka", "--find", "zzz"), USAGE, "one scheme is shown in full"),
    ],
)
def test_wrong_calls_on_single_texts(called: Translit, arguments: tuple[str, ...], status: int, said: str) -> None:
    done = called(*arguments)
    assert (done.status, done.out) == (status, "")
    assert one_sentence(done.err), done.err
    assert said in done.err


@pytest.mark.parametrize(("stream", "name"), [(0, "input"), (1, "output")])
def test_closed_streams(stream: int, name: str) -> None:
    code = f"import os; os.close({stream}); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    call = [*PROGRAM[1:], "to", "be-lacinka", *(["Мінск"] if stream else [])]
    command = [sys.executable, "-c", f"import sys; {code}", *call]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == DATA
    assert one_sentence(done.stderr), done.stderr
    assert f"standard {name} is closed" in done.stderr


@pytest.mark.parametrize("wrong", [None, 1, 1.5, float("nan"), b"Minsk", ["Minsk"], True])
def test_what_is_not_text_is_refused_in_a_sentence(wrong: Any) -> None:
    calls = (
        lambda: transliterate(wrong, "be-lacinka"),
        lambda: transliterate("Мінск", wrong),
        lambda: restore(wrong, "be-lacinka"),
        lambda: restore("Minsk", "be-bgnpcgn", candidates="3" if wrong is None else 2.5),  # type: ignore[call-overload]
        lambda: variants(wrong),
    )
    for call in calls:
        with pytest.raises(UsageError) as refused:
            call()
        assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["", "\0", "Мінск\0Гомель", "\ud800", "😀Мінск👍🏽", "И\u0306", "ǅЯ", "\u202eМінск", "ﬁЯ", "Ꙗ", "\n\r\t", "’’’"],
)
@pytest.mark.parametrize("id_", ["be-lacinka", "be-lacinka-classic", "ru-alalc-2012", "uk-dstu-9112-a", "be-icao-9303"])
def test_odd_text_passes(text: str, id_: str) -> None:
    written = transliterate(text, id_)
    assert isinstance(written, str)
    assert all(isinstance(found.text, str) for found in restore(written, id_, candidates=2))


def test_letters_of_a_long_text_are_looked_at_once_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = 0
    own = Scheme.own

    def counted(self: Scheme, text: str) -> str:
        nonlocal letters
        letters += len(text)
        return own(self, text)

    monkeypatch.setattr(Scheme, "own", counted)
    spent = []
    for times in (20, 80):
        letters = 0
        found = restore(transliterate("Аляксандр Ціханоўская " * times, "be-icao-9303"), "be-icao-9303", candidates=2)
        assert found[0].text == "Аляксандр Ціханоўская " * times
        spent.append(letters)
    assert spent[1] < 8 * max(spent[0], 1000), spent


@pytest.mark.slow
def test_a_long_word_comes_back() -> None:
    word = "вялікабрытанія" * 400
    assert restore(transliterate(word, "be-lacinka"), "be-lacinka") == word
    assert restore(transliterate(word, "be-icao-9303"), "be-icao-9303", candidates=2)[0].text == word
