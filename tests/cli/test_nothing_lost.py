"""Every row comes out, byte for byte in the columns that aren't touched, or a sentence says which one can't."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.in_process import Called, call
from translit.csvfile.encodings import codec, keeps_bytes
from translit.errors import UsageError

CSV = ("-c", "name", "--to", "be-lacinka")
ENTITIES = ("resolve", "in.csv", "-c", "name", "-e")


def csv(folder: Path, data: bytes, *options: str) -> Called:
    (folder / "in.csv").write_bytes(data)
    return call(folder, "csv", "in.csv", *(options if "-c" in options else (*CSV, *options)))


def sentence(done: Called, status: int, *said: str) -> None:
    assert done.status == status, (done.status, done.err)
    assert done.err.count("\n") == 1 and len(done.err) < 600, done.err
    for text in said:
        assert text in done.err, done.err


@pytest.mark.parametrize("processes", ["1", "2"])
@pytest.mark.parametrize("before", ["", "Ян\n"])
def test_a_last_row_that_the_output_encoding_cant_hold(tmp_path: Path, before: str, processes: str) -> None:
    data = f"{before}Ўладзімір".encode()
    options = ("-c", "1", "--no-header", "--to", "be-lacinka", "--output-encoding", "cp1251", "--processes", processes)
    sentence(csv(tmp_path, data, *options), 1, "cp1251 has no")


@pytest.mark.parametrize(
    "data",
    [
        'name\rАнна\rБорис\n"x\ny"\r',
        "name\rАнна\nБорис\nВера\n",
        "name,note\rАнна,a\nb\rБорис,c\r",
    ],
)
def test_mixed_line_ends_are_no_header(tmp_path: Path, data: str) -> None:
    sentence(csv(tmp_path, data.encode()), 1, "in.csv", "carriage return")


def test_lines_that_end_in_carriage_returns_may_hold_line_feeds(tmp_path: Path) -> None:
    done = csv(tmp_path, 'name,note\rЯн,"a\nb"\rЯна,c\r'.encode())
    assert done.out.decode() == 'name,note,name_be-lacinka\rЯн,"a\nb",Jan\rЯна,c,Jana\r'


@pytest.mark.parametrize("size", [65_534, 65_535, 65_536, 65_537, 200_000])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_headers_of_any_length(tmp_path: Path, size: int, end: str, quote: str) -> None:
    long = "x" * (size - len("name,") - 2 * len(quote))
    header = f"name,{quote}{long}{quote}"
    done = csv(tmp_path, f"{header}{end}Ян,1{end}".encode())
    assert done.status == 0, done.err
    assert done.out.decode() == f"{header},name_be-lacinka{end}Ян,1,Jan{end}"


def test_a_header_with_very_many_lines(tmp_path: Path) -> None:
    header = 'name,"' + "line\n" * 30_000 + '"\n'
    done = csv(tmp_path, f"{header}Ян,1\n".encode())
    assert done.status == 0, done.err
    assert done.out.decode().endswith("Ян,1,Jan\n")


def test_rows_between_two_stray_marks_are_not_one_cell(tmp_path: Path) -> None:
    data = 'name,note\n"Анна,x\nБорис,y\nВера,"z"\n'
    sentence(csv(tmp_path, data.encode()), 1, "line 2 of in.csv opens a cell")


def test_every_encoding_keeps_the_bytes_or_is_refused() -> None:
    """All codecs of Python: what `keeps_bytes` says of one holds for every pair of bytes."""
    import encodings.aliases

    refused = set()
    for name in sorted({*encodings.aliases.aliases.values(), "idna", "punycode", "undefined", "unicode_escape"}):
        try:
            found, _ = codec(name)
        except UsageError as error:
            refused.add(name)
            assert len(str(error)) < 300
            continue
        if keeps_bytes(found) and not found.startswith("utf"):
            for code in range(256):
                for other in (65, 161, code):
                    data = bytes([code, other])
                    try:
                        text = data.decode(found)
                    except UnicodeError:
                        continue
                    assert text.encode(found) == data, (found, data)
    assert {"idna", "unicode_escape", "undefined", "hz", "iso2022_jp", "base64_codec"} <= refused


@pytest.mark.parametrize(
    ("encoding", "name", "other"),
    [("cp932", "Ян", b"\x87\x90"), ("mac_arabic", "Jan", b"\xa0"), ("mac_farsi", "Jan", b"\xa0")],
)
@pytest.mark.parametrize("processes", ["1", "2"])
def test_bytes_that_would_change_are_refused_with_their_line(
    tmp_path: Path, encoding: str, name: str, other: bytes, processes: str
) -> None:
    good = b"name,note\n" + f"{name},1\n".encode(encoding) * 3
    options = ("--encoding", encoding, "--processes", processes)
    assert csv(tmp_path, good, *options).status == 0
    bad = good + name.encode(encoding) + b"," + other + b"\n"
    done = csv(tmp_path, bad, *options)
    if done.status == 0:
        assert other + b"," in done.out  # this byte comes back as it was
    else:
        sentence(done, 1, "line 5 of in.csv", "--output-encoding utf-8")
    assert csv(tmp_path, bad, *options, "--output-encoding", "utf-8").status == 0


NONE = ["undefined", "idna", "unicode_escape", "base64", "rot13", "utf-7", "x" * 9000, "a\0"]


@pytest.mark.parametrize("encoding", NONE)
def test_encodings_that_are_none(tmp_path: Path, encoding: str) -> None:
    sentence(csv(tmp_path, b"name\nJan\n", "--encoding", encoding), 2)
    done = call(tmp_path, "to", "be-lacinka", "--encoding", encoding, given=b"x\n")
    sentence(done, 2)


@pytest.mark.parametrize("data", ["name\nЯн\n".encode("utf-16-be"), b"odd", b"\xff\xfe\x00", b""])
def test_utf_16_told_of_what_isnt(tmp_path: Path, data: bytes) -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-32"):
        assert csv(tmp_path, data, "--encoding", encoding).status in (0, 1, 2)
        assert call(tmp_path, "to", "be-lacinka", "--encoding", encoding, given=data).status in (0, 1)


def test_a_mark_that_is_the_delimiter(tmp_path: Path) -> None:
    for options in (("-d", "'", "--quote", "'"), ("--quote", "\n"), ("--quote", ",", "-d", ",")):
        sentence(csv(tmp_path, b"name\nJan\n", *options), 2, "quotation mark")


def test_a_column_of_very_many_digits(tmp_path: Path) -> None:
    sentence(csv(tmp_path, b"name\nJan\n", "-c", "9" * 5000, "--to", "be-lacinka"), 2, "has no column")


@pytest.mark.parametrize("rows", ['id,name\na,Ян\nb,"Янка\nc,Купала\n', 'id,name\na,"Ян\nb,Янка"Купала\n'])
def test_an_unclosed_mark_in_entities(tmp_path: Path, rows: str) -> None:
    (tmp_path / "in.csv").write_text("name\nЯн\n", encoding="utf-8")
    (tmp_path / "e.csv").write_text(rows, encoding="utf-8")
    line = "line 3" if "Купала\n" in rows and '"Янка' in rows else "line 2"
    sentence(call(tmp_path, *ENTITIES, "e.csv"), 1, "e.csv", line, "quotation mark")


def test_line_ends_in_aliases(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name\nЯнка Купала\n", encoding="utf-8")
    rows = 'id,schema,name,aliases\na,Person,Янка Купала,"Іван;\nЛуцэвіч"\n'
    (tmp_path / "e.csv").write_text(rows, encoding="utf-8")
    assert b"a," in call(tmp_path, *ENTITIES, "e.csv").out


def damaged(data: bytes) -> list[bytes]:
    middle = len(data) // 2
    return [data[:middle], data[:9], data[:middle] + b"\0\xff\0" + data[middle + 3 :], data[:-5], b"x" + data, b""]


@pytest.mark.parametrize("ending", ["gz", "xz", "bz2"])
def test_damaged_archives_of_entities(tmp_path: Path, ending: str) -> None:
    import bz2

    (tmp_path / "in.csv").write_text("name\nЯн\n", encoding="utf-8")
    text = "id,name\n" + "".join(f"{number},Ян {number}\n" for number in range(2000))
    packed = {"gz": gzip.compress, "xz": lzma.compress, "bz2": bz2.compress}
    for number, data in enumerate(damaged(packed[ending](text.encode()))):  # type: ignore[operator]
        (tmp_path / f"{number}.csv.{ending}").write_bytes(data)
        sentence(call(tmp_path, *ENTITIES, f"{number}.csv.{ending}"), 1, f"{number}.csv.{ending}")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["e.csv.gz", "in.csv.gz"])
def test_an_archive_that_expands_without_measure(tmp_path: Path, name: str) -> None:
    with gzip.open(tmp_path / "big.gz", "wb") as file:
        file.write(b"id,name,note\n")
        for number in range(3000):  # few rows, so that 300 MB are soon reached
            file.write(b"%d,Jan Kowalski,%s\n" % (number, b"n" * 100_000))
    (tmp_path / "in.csv").write_text("name\nЯн\n", encoding="utf-8")
    (tmp_path / "big.gz").rename(tmp_path / name)
    source = name if name.startswith("in") else "in.csv"
    entities = ("-e", name) if name.startswith("e") else ()
    done = call(tmp_path, "resolve", source, "-c", "name", "-o", "out.csv", *entities)
    sentence(done, 1, name, "times its own size")
    assert not (tmp_path / "out.csv").exists()


PIPES = [("dedupe", "pipe", "-c", "name"), ("resolve", "in.csv", "-c", "name", "-e", "p.csv")]


@pytest.mark.slow
@pytest.mark.parametrize("command", PIPES)
def test_pipes_where_a_file_is_read_twice(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "in.csv").write_text("name\nЯн\n", encoding="utf-8")
    for name in ("pipe", "p.csv"):
        os.mkfifo(tmp_path / name)
    sentence(call(tmp_path, *command), 2, "pipe" if "-e" in command else "isn't a file")


def test_a_file_that_changes_while_it_is_deduped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from translit.finding import dedupe

    found_by = dedupe.dedupe
    path = tmp_path / "in.csv"
    for text in ("name\nЯн\nЯна\nНехта Іншы\n", "name\nЯна\nЯн\n"):
        path.write_text("name\nЯн\nЯна\n", encoding="utf-8")

        def changing(*arguments: object, text: str = text) -> object:
            path.write_text(text, encoding="utf-8")
            return found_by(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(dedupe, "dedupe", changing)
        done = call(tmp_path, "dedupe", "in.csv", "-c", "name", "-o", "out.csv")
        assert (done.status, "was changed while it was read" in done.err) == (1, True), done.err
        assert not (tmp_path / "out.csv").exists()


CLOSED = """
import os, sys
os.close(int(sys.argv[1]))
program = "import sys; from translit.cli import main; sys.exit(main())"
os.execv(sys.executable, [sys.executable, "-c", program, *sys.argv[2:]])
"""


@pytest.mark.parametrize("stream", ["0", "1", "2"])
def test_a_closed_stream_gets_into_no_file(tmp_path: Path, stream: str) -> None:
    (tmp_path / "in.csv").write_text("name\nАляксандр Лукашэнка\nСвятлана Ціханоўская\n", encoding="cp1251")
    command = ["csv", "in.csv", "-c", "name", "--to", "be-bgnpcgn-1979", "-o", "out.csv"]  # cp1251 can hold it
    subprocess.run([sys.executable, "-c", CLOSED, stream, *command], cwd=tmp_path, check=False, capture_output=True)
    if stream == "1":
        assert not (tmp_path / "out.csv").exists()
        return
    closed = (tmp_path / "out.csv").read_bytes()
    assert "is read as" in call(tmp_path, *command).err  # the note that would have gone into the file
    assert closed == (tmp_path / "out.csv").read_bytes()


def test_a_note_without_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from translit.cli.console import note, progress

    monkeypatch.setattr(sys, "stderr", None)
    note("nobody reads this")
    with progress("writing", 1) as tick:
        tick(1)


def test_a_column_of_the_file_may_be_called_probability() -> None:
    from translit.cli.console import styled

    assert styled("match_probability", "high") == "high"
    assert styled("probability", "0.9500") == "[green]0.9500[/]"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_names_do_nothing_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from translit.cli.console import note, show

    hostile = "Ян\x1b[2J\x1b]0;title\x07\u202eanaJ\x9b31m"
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    show(hostile)
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(screen.getvalue())
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stdout", plain)
    show(hostile)
    assert plain.getvalue() == hostile + "\n"
    errors = io.StringIO()
    monkeypatch.setattr(sys, "stderr", errors)
    note(hostile)
    assert "\x1b" not in errors.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["x" * 100_000, "\x1b[31m", "a\nb" * 300])
def test_messages_are_short_and_on_one_line(tmp_path: Path, name: str) -> None:
    for call_ in (("csv", name, *CSV), ("to", name, "x"), ("csv", "-", "-c", name, "--to", "be-lacinka"), (name,)):
        done = call(tmp_path, *call_, given=b"name\nJan\n")
        assert done.status == 2
        assert len(done.err) <= 520, len(done.err)
        assert done.err.count("\n") == 1
        assert "\x1b" not in done.err


TABLES = {
    "base.toml": '[scheme]\nid = "x-y"\nbase = "be/be-lacinka"\n',
    "deep.toml": "a = " + "[" * 5000 + "]" * 5000,
    "year.toml": '[scheme]\nid = "x-y"\nyear = ' + "9" * 5000 + "\n",
    "hex.toml": '[scheme]\nid = "x-y"\nyear = 0x' + "f" * 50_000 + "\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_odd_tables(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TABLES[name], encoding="utf-8")
    done = call(tmp_path, "table", "check", name)
    assert done.status == 1, done
    assert name in done.out.decode() + done.err


def test_a_corpus_is_not_exported_over_what_it_was_made_of(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "c.txt").write_text("Путин в Москве", encoding="utf-8")
    assert call(tmp_path, "corpus", "add", "news.db", "texts").status == 0
    sentence(call(tmp_path, "corpus", "export", "news.db", "-o", "texts/../texts/c.txt"), 2, "c.txt is the input")
    assert (tmp_path / "texts" / "c.txt").read_text(encoding="utf-8") == "Путин в Москве"
    for _ in range(2):  # one's own output is written anew
        assert call(tmp_path, "corpus", "export", "news.db", "-o", "texts/mentions.csv").status == 0


def test_an_export_for_an_engine_keeps_the_files_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Путин в Москве", encoding="utf-8")
    (tmp_path / "schema.sql").write_text("mine", encoding="utf-8")
    assert call(tmp_path, "corpus", "add", "news.db", "c.txt").status == 0
    sentence(call(tmp_path, "export", "sqlite", "news.db", "-o", "."), 2, "schema.sql", "move it")
    assert (tmp_path / "schema.sql").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "documents.sql").exists()
