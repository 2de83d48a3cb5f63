"""How a file begins, is encoded and ends its lines: the same in whatever pieces it comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from translit.csvfile import beginning as beginning_module
from translit.csvfile.beginning import beginning, newline_of
from translit.csvfile.dialect import Dialect, delimiter_of, is_strict, lines_of, quote_of, sniffed, split
from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.errors import DataError, UsageError


@pytest.mark.parametrize(
    ("text", "quote", "newline"),
    [
        ("a,b", '"', "\n"),
        ("a,b\n1,2\n", '"', "\n"),
        ("a,b\r\n1,2\r\n", '"', "\n"),
        ("a,b\r1,2\r", '"', "\r"),
        ("a,b\r", '"', "\n"),  # a line feed may follow
        ('"a""b\rc",d\n1,2\n', '"', "\n"),
        ('"a"",""b\rc",d\r\n1,2\r\n', '"', "\n"),
        ('"a\nb",c\r1,2\r', '"', "\r"),
        ('x"y\r1\r', '"', "\r"),  # a mark inside a cell opens nothing
        ("'a\rb',c\n", "'", "\n"),
        ('"a\rb\r', "", "\r"),
        ('"a\rb', '"', "\r"),
        ('"a\rb\nc', '"', "\n"),
        ('"";x\r1;2\r', '"', "\r"),
    ],
)
def test_what_ends_the_lines(text: str, quote: str, newline: str) -> None:
    assert newline_of(text, quote, "f") == newline


@pytest.mark.parametrize("quote", ['"', ""])
def test_both_line_ends_are_refused(quote: str) -> None:
    with pytest.raises(DataError, match="some lines of f end in a carriage return and others in a line feed"):
        newline_of("a\rb\nc\r", quote, "f")


TEXTS = [
    "id,name\n1,a\n",
    "id,name\r\n1,a\r\n",
    "id;name\r1;a\r",
    'sep=;\r\n"i;d";"na\r\nme"\r\n1;2\r\n',
    'id\t"na""me"\n1\t2\n',
    "id",
    '"id,x",name\n',
]


@pytest.mark.parametrize("text", TEXTS)
def test_pieces_decide_nothing(text: str) -> None:
    at_once = beginning(iter([text]), None, '"', "f")
    assert at_once.text == text.removeprefix(at_once.preamble)
    for size in (1, 8, 11):
        pieces = iter([text[at : at + size] for at in range(0, len(text), size)])
        found = beginning(pieces, at_once.dialect.delimiter, '"', "f")
        rest = "".join(pieces)
        assert (found.cells, found.first, found.preamble) == (at_once.cells, at_once.first, at_once.preamble)
        assert found.preamble + found.text + rest == text


@pytest.mark.parametrize(("text", "line"), [('"a,b\n', 1), ('sep=;\n"a;b\n', 2), ('"a,b\n' + "1,2\n" * 1200, 1)])
def test_the_line_of_a_mark_that_is_never_closed(text: str, line: int) -> None:
    with pytest.raises(DataError, match=f"^line {line} of f opens a cell"):
        beginning(iter([text]), None, '"', "f")


@pytest.mark.parametrize("text", ["", " \r\n", "\0\0"])
def test_empty_files(text: str) -> None:
    with pytest.raises(DataError, match="f is empty; it needs a line of column names"):
        beginning(iter([text]), None, '"', "f")


def test_a_mark_left_open_is_not_looked_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning_module, "LONGEST_RECORD", 100)
    read = iter(['"a,b\n'] + ["1,2\n"] * 1000)
    with pytest.raises(DataError, match="opens a cell"):
        beginning(read, None, '"', "f")
    assert len(list(read)) > 900


def test_quotation_marks_and_delimiters() -> None:
    assert (quote_of("none"), quote_of('"', ","), quote_of("''"[0])) == ("", '"', "'")
    for told, delimiter in (("ab", None), (",", ","), ("\n", None), ("\r", ",")):
        with pytest.raises(UsageError, match="quotation mark"):
            quote_of(told, delimiter)
    assert (delimiter_of(None), delimiter_of("\\t"), delimiter_of(";")) == (None, "\t", ";")
    for told in ("", "ab", '"', "\n"):
        with pytest.raises(UsageError, match="isn't one character"):
            delimiter_of(told)


def test_cells_without_quotation_marks() -> None:
    plain = Dialect(";", "")
    assert plain.texts([['a"b', "c,d"]]) == ['a"b', "c,d"]
    for cell in ("a;b", "a\nb", "a\rb"):
        for call in (plain.escaped, lambda cell: plain.texts([[cell, "x"]])):
            with pytest.raises(DataError, match="can't be written without quotation marks"):
                call(cell)
    assert Dialect(";", "'").texts([["it's", 'a"b']]) == ["'it''s'", 'a"b']
    assert Dialect().texts([["a\rb", "c"]]) == ['"a\rb"', "c"]


def test_heads() -> None:
    assert Dialect(";").head("a;b", ["c;d", "e"]) == 'a;b;"c;d";e'
    assert Dialect().head("", ["c"]) == ""


@pytest.mark.parametrize(
    ("sample", "quote", "newline", "expected"),
    [
        ("a;b,c\n1;2\n3;4\n", '"', "\n", ";"),
        ("a;b\r1;2\r", '"', "\r", ";"),
        ("'b,c,d';a\n'x,y,z';b\n", "'", "\n", ";"),
        ('a;"b\n', "", "\n", ";"),
        ("a;b\n1;2\n3,4,5", '"', "\n", ";"),  # the last line is not whole
        ("a,b|c|d\n1,2|3|4\n", '"', "\n", "|"),
        ("a;b\n" * 50 + "1,2,3\n" * 50, '"', "\n", ";"),
        ("a", '"', "\n", ","),
    ],
)
def test_delimiters(sample: str, quote: str, newline: str, expected: str) -> None:
    assert sniffed(sample, quote, newline) == expected


def test_lines_and_their_ends() -> None:
    assert lines_of("a\nb", "\n") == ["a\n", "b"]
    assert lines_of("a\n", "\n") == ["a\n"]
    assert split("a\nb\r\nc\n", "\n") == (["a", "b", "c"], ["\n", "\r\n", "\n"])
    assert split("a\r\nb\r\n", "\n") == (["a", "b"], ["\r\n", "\r\n"])
    assert split("a\rb\n", "\n") == (["a\rb"], ["\n"])
    assert split("a\nb\n", "\n") == (["a", "b"], ["\n", "\n"])
    assert split("a\rb\r", "\r") == (["a", "b"], ["\r", "\r"])
    assert not is_strict(['1,"a\n', 'b"x\n'], Dialect())
    assert is_strict(['1;"a\r\n', 'b";x\r\n'], Dialect(";"))


def test_lines_of_faults_behind_other_faults(tmp_path: Path) -> None:
    """Whatever the size of blocks, rows before a fault come out and the line of the fault is right."""
    text = 'sep=;\r\nid;name\r\n1;a\r\n"2\r\n2";b\r\n3;c;d\r\n'
    (tmp_path / "f").write_bytes(text.encode())
    for block in (1, 9, 1000):
        reader = Reader(Source(str(tmp_path / "f"), "utf-8"), block=block)
        cells: list[str | None] = []
        with pytest.raises(DataError, match=r"line 6 of .* has 3 cells where the first line has 2"):
            for found in reader.blocks(1):
                cells += found.cells
        assert cells == ["a", "b"]
