"""Where text comes from and goes to: encodings, marks, standard streams, and what is said of faults."""

from __future__ import annotations

import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from translit.csvfile.encodings import codec, is_ascii_based, keeps_bytes
from translit.csvfile.output import Output, Place, require_other_file
from translit.csvfile.source import Source, recognise
from translit.errors import DataError, UsageError


def test_encodings_and_their_bytes() -> None:
    assert keeps_bytes("cp1251") and keeps_bytes("cp866") and keeps_bytes("cp1252") and keeps_bytes("utf-16-le")
    assert not keeps_bytes("cp932") and not keeps_bytes("big5")
    assert [is_ascii_based(each) for each in ("cp1251", "utf-8", "utf-16-le", "cp500")] == [True, True, False, False]
    assert codec("utf-8-sig") == ("utf-8", b"\xef\xbb\xbf")
    assert codec("UTF-32") == ("utf-32-le", b"\xff\xfe\0\0")
    assert codec("latin-1") == ("iso8859-1", b"")
    with pytest.raises(UsageError, match=r"did you mean|usual ones"):
        codec("cp12510")


def test_samples() -> None:
    assert recognise("name\nJan\n".encode("utf-16-le")) == "utf-16-le"
    assert recognise("імя\nЯн\n".encode("utf-16-be")) == "utf-16-be"
    assert recognise("імя".encode() + b"\0") == "utf-8"
    assert recognise("імя".encode()[:-1]) == "utf-8"  # cut within a letter
    assert recognise(b"Jos\xe9") == "cp1252"  # not so


def source(path: Path, data: bytes, encoding: str | None = None) -> Source:
    path.write_bytes(data)
    return Source(str(path), encoding)


@pytest.mark.parametrize("size", [1, 4, 1000])
def test_the_line_of_what_is_no_text(tmp_path: Path, size: int) -> None:
    good = "імя\nЯн\nЯна".encode()
    said = pytest.raises(DataError, match=r"^line 4 of .*f isn't UTF-8; give the file's encoding")
    with source(tmp_path / "f", b"x" * 66_000 + b"\n" + good + b"\xff\n", "utf-8") as found, said:
        list(found.chunks(size))


def test_what_a_source_knows(tmp_path: Path) -> None:
    with source(tmp_path / "f", b"name\n") as found:
        assert (found.size, found.guessed, found.mark, found.encoding, found.doubt) == (5, True, b"", "utf-8", None)
        assert "".join(found.chunks(2)) == "name\n"
        assert (found.lines, found.bytes_read) == (2, 5)
    with source(tmp_path / "f", b"name\n", "utf-8") as found:
        assert not found.guessed
    with source(tmp_path / "f", b"\xef\xbb\xbfname\n") as found:
        assert (found.guessed, found.mark) == (False, b"\xef\xbb\xbf")
    with source(tmp_path / "f", b"\xef\xbb\xbfname\n", "cp1252") as found:  # told otherwise, it's no mark
        assert (found.mark, found.encoding) == (b"", "cp1252")
    with source(tmp_path / "f", b"") as found:
        assert found.size is None
    with pytest.raises(DataError, match="is a workbook or an archive"):
        source(tmp_path / "f", b"PK\x03\x04 and so on")
    with pytest.raises(UsageError, match=r"can't be read: No such file or directory; check the path"):
        Source(str(tmp_path / "nothing"))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    given = TextIOWrapper(BytesIO(b"name\n"))
    monkeypatch.setattr(sys, "stdin", given)
    with Source("-") as found:
        assert (found.name, "".join(found.chunks(9))) == ("standard input", "name\n")
    assert not given.buffer.closed
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(DataError, match="standard input is closed; leave it open, or name a file"):
        Source("-")


def test_a_file_is_closed(tmp_path: Path) -> None:
    with source(tmp_path / "f", b"name\n") as found:
        file = found._file
    assert file.closed


class Screen(BytesIO):
    flushed = 0

    def flush(self) -> None:
        self.flushed += 1


def test_standard_output_shows_every_piece_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(screen))
    with Output("-", "utf-16-le", b"\xff\xfe") as output:
        assert (output.name, output.done) == ("standard output", Place(0, "", 0, 0, ""))
        for rows in (2, 3):
            place = output.place(bytes, rows)
            assert place == Place(rows=rows)
            output.commit(place, "я")
            assert screen.flushed == rows - 1
        assert output.done.rows == 5
    assert screen.getvalue() == b"\xff\xfe" + "яя".encode("utf-16-le")
    assert not screen.closed


def test_outputs_that_cant_be_written(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    with pytest.raises(UsageError, match="can't be written: Is a directory; check the path"):
        Output(str(tmp_path))
    with pytest.raises(UsageError, match="can't be written: No such file or directory; check the path"):
        Output(str(tmp_path / "nowhere" / "out"))
    with pytest.raises(DataError, match=r"cp1251 has no '漢', which .*out would need"), Output(out, "cp1251") as output:
        output.write("漢")
    assert not list(tmp_path.iterdir())


class Full(BytesIO):
    def write(self, _: object) -> int:
        raise OSError(28, "No space left on device")


def test_nothing_can_be_left_behind_in_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    said = pytest.raises(DataError, match=r"pipe can't be written: No space left on device$")
    with said, Output(str(tmp_path / "pipe")) as output:
        output.file.close()
        output.file = Full()
        output.commit(Place(rows=1), "x")
    os.close(reader)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_inputs_that_an_output_would_replace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("in", "out.part"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "list").mkdir()
    (tmp_path / "list" / "a").write_text("x", encoding="utf-8")
    for out, inputs in ((None, ["in"]), ("-", ["in"]), ("out2", ["in", "-"]), ("new", ["nothing"])):
        require_other_file(out, inputs)
    for out, inputs, said in (
        ("in", ["list", "in"], "-o in is the input itself"),
        ("list/a", ["list"], "-o list/a is the input itself"),
        ("out", ["out.part"], "out.part has the name of a part of out"),
    ):
        with pytest.raises(UsageError, match=said):
            require_other_file(out, inputs)


@pytest.mark.parametrize("odd", ["Łukašenka".encode("cp1250"), b"Andr\xe9 M\xfcller", "Лукашенко".encode("cp1251")])
def test_a_row_in_another_encoding_doesnt_make_the_file_be_read_in_it(odd: bytes) -> None:
    rows = ["Александр Лукашенко".encode()] * 200
    assert recognise(b"\n".join([*rows, odd, *rows])) == "utf-8"
    assert recognise("\n".join(["Александр Лукашенко"] * 200).encode("cp1251")) != "utf-8"
