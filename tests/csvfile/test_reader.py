"""CSV files keep every byte of what isn't added."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translit.csvfile.add_columns import add_columns
from translit.csvfile.dialect import Dialect, sniffed
from translit.csvfile.output import Output
from translit.csvfile.parallel import Pieces
from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.errors import DataError, UsageError

CELLS = st.text(st.sampled_from("аБіЎ’az \t,;|\"'\r\n\0\N{LINE SEPARATOR}\x0b\x85"), max_size=8)
WIDTHS = st.integers(1, 4)


def rows_of(width: int) -> st.SearchStrategy[list[list[str]]]:
    return st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=12)


@st.composite
def files(draw: st.DrawFn, first: str = "") -> tuple[str, list[list[str]], str]:
    """A CSV text, its rows and its delimiter; the first cell of each row begins with `first`."""
    width = draw(WIDTHS)
    delimiter = draw(st.sampled_from(",;\t|"))
    body = [[first + cell, *others] for cell, *others in draw(rows_of(width))]
    out = io.StringIO(newline="")
    quoting: Any = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    if "\r" in "".join(map("".join, body)):  # which the csv module forgets to quote where lines end in \n
        quoting = csv.QUOTE_ALL
    writer = csv.writer(out, delimiter=delimiter, lineterminator=draw(st.sampled_from(["\n", "\r\n"])), quoting=quoting)
    rows = [[f"c{number}" for number in range(width)], *body]
    writer.writerows(rows)
    text = out.getvalue()
    if draw(st.booleans()):
        text = text.removesuffix("\n").removesuffix("\r")
    return text, rows, delimiter


def read(path: Path, text: str, encoding: str = "utf-8", **options: object) -> Reader:
    path.write_bytes(text.encode(encoding))
    return Reader(Source(str(path), encoding), **options)  # type: ignore[arg-type]


def read_as(cell: str) -> str:
    """Inside a cell every line end is read as one newline, any other carriage return as a space."""
    return cell.replace("\r\n", "\n").replace("\r", " ")


ANYWHERE = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ANYWHERE
@given(files(), st.integers(1, 40), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_cells_are_those_of_the_csv_module_and_bytes_those_of_the_file(
    tmp_path: Path, file: tuple[str, list[list[str]], str], block: int, encoding: str
) -> None:
    text, rows, delimiter = file
    path = tmp_path / "in.csv"
    for column in range(len(rows[0])):
        reader = read(path, text, encoding, delimiter=delimiter, block=block)
        cells: list[str | None] = []
        copied = reader.header + reader.header_end
        for found in reader.blocks(column):
            assert found.text == "".join(map("".join, zip(found.rows, found.ends, strict=True)))
            copied += found.text
            cells += found.cells
        assert copied == text
        assert reader.source.mark + copied.encode(reader.source.encoding) == path.read_bytes()
        assert cells == [read_as(row[column]) for row in rows[1:]]


@ANYWHERE
@given(files(first="z"), st.integers(1, 40))
def test_a_new_column_leaves_the_others_byte_for_byte(
    tmp_path: Path, file: tuple[str, list[list[str]], str], block: int
) -> None:
    text, rows, delimiter = file
    out = tmp_path / "out.csv"
    reader = read(tmp_path / "in.csv", text, delimiter=delimiter, block=block)
    with Output(str(out)) as output:
        done = add_columns(
            reader,
            output,
            column=0,
            names=["new"],
            answers=lambda pieces: (["NEW"] * len(piece) for piece in pieces),
            tick=lambda _: None,
        )
    result = out.read_bytes().decode()
    assert done == len(rows) - 1
    assert result.count(f"{delimiter}NEW") == done
    assert result.replace(f"{delimiter}NEW", "").replace(f"{delimiter}new", "", 1) == text
    found = list(csv.reader(io.StringIO(result, newline=""), delimiter=delimiter))
    assert [row[:-1] for row in found] == rows


@pytest.mark.slow
@ANYWHERE
@given(
    files(), st.integers(1, 40), st.sampled_from(["utf-8", "utf-16", "cp1251"]), st.sampled_from(["utf-8", "koi8-u"])
)
def test_pieces_give_what_one_reading_gives(
    tmp_path: Path, file: tuple[str, list[list[str]], str], size: int, encoding: str, other: str
) -> None:
    text = file[0].replace("Ў", "в").replace("\N{LINE SEPARATOR}", "с").replace("\x85", "ё")
    assert copied_in_pieces(tmp_path, text, size, encoding, other) == copied_at_once(tmp_path, text, encoding, other)


@ANYWHERE
@given(st.text(st.sampled_from('aЎ,"\r\n'), max_size=60), st.integers(1, 10))
def test_pieces_tell_of_the_same_faults(tmp_path: Path, text: str, size: int) -> None:
    at_once = copied_at_once(tmp_path, text, "utf-8", "cp1252")
    assert copied_in_pieces(tmp_path, text, size, "utf-8", "cp1252") == at_once


def copied_at_once(tmp_path: Path, text: str, encoding: str, other: str) -> bytes | str:
    """The output of the slow way, or what is said of a fault."""

    def copy(reader: Reader, output: Output) -> int:
        answers = partial(map, doubled(reader))
        return add_columns(reader, output, column=0, names=["new"], answers=answers, tick=lambda _: None)

    return copied(tmp_path, text, encoding, other, copy)


def copied_in_pieces(tmp_path: Path, text: str, size: int, encoding: str, other: str) -> bytes | str:
    """The same in pieces."""

    def copy(reader: Reader, output: Output) -> int:
        pieces = Pieces(reader, 0, doubled(reader), output.encoding, size)
        return pieces.copy(output, ["new"], partial(map, pieces), lambda _: None)

    return copied(tmp_path, text, encoding, other, copy)


def doubled(reader: Reader) -> Callable[[list[str]], list[str]]:
    return lambda cells: reader.dialect.texts([[cell + cell for cell in cells]])


def copied(tmp_path: Path, text: str, encoding: str, other: str, copy: Callable[[Reader, Output], int]) -> bytes | str:
    try:
        reader = read(tmp_path / "in.csv", text, encoding, block=50)
        with Output(str(tmp_path / "out.csv"), other) as output:
            rows = copy(reader, output)
    except DataError as error:
        return str(error)
    return b"%d " % rows + (tmp_path / "out.csv").read_bytes()


@ANYWHERE
@given(st.text(st.sampled_from('ab,"\r\n'), max_size=60), st.integers(1, 10))
def test_any_text_is_copied_whole_or_refused(tmp_path: Path, text: str, block: int) -> None:
    try:
        reader = read(tmp_path / "in.csv", text, block=block)
        copied = reader.header + reader.header_end
        for found in reader.blocks(0):
            copied += found.text
    except DataError as error:
        assert "in.csv" in str(error)
    else:
        assert copied == text


@pytest.mark.parametrize("block", [1, 7, 1 << 20])
def test_the_block_size_decides_nothing(tmp_path: Path, block: int) -> None:
    text = 'id,name\r\n1,"a ""b"", c"\r\n2,"two\r\nlines"\n3,plain\r\n\r\n4,"end"'
    reader = read(tmp_path / "in.csv", text, block=block)
    blocks = list(reader.blocks(1))
    cells = [cell for found in blocks for cell in found.cells]
    assert cells == ['a "b", c', "two\nlines", "plain", None, "end"]
    assert reader.header + reader.header_end + "".join(found.text for found in blocks) == text


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b;c\n1,5;2;3\n", ";"),
        ("a\tb\n1,2\t3\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("name\nЛукашэнка\n", ","),
        ('id;"x,y,z";name\n1;2;3\n', ";"),
    ],
)
def test_the_delimiter_is_recognised(sample: str, expected: str) -> None:
    assert sniffed(sample) == expected


NAMES = "id;name\n1;Аляксандр Лукашэнка\n2;Святлана Ціханоўская\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-u"])
def test_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    text = (
        NAMES if encoding != "koi8-u" else "id;name\n1;Володимир Зеленський\n2;Олександр Турчинов\n3;Наталія Король\n"
    )
    path = tmp_path / "names.csv"
    path.write_bytes(text.encode(encoding))
    told = "koi8-u" if encoding == "koi8-u" else None  # too near to other encodings: it is to be told
    with Source(str(path), told) as source:
        assert "".join(source.chunks(10)) == text


def test_utf_16_keeps_its_byte_order_and_mark(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(b"\xfe\xff" + NAMES.encode("utf-16-be"))
    with Source(str(path)) as source:
        assert (source.mark, source.encoding) == (b"\xfe\xff", "utf-16-be")


def test_only_the_newline_of_the_file_ends_a_line(tmp_path: Path) -> None:
    text = "id,name\n1,a\x0bb\n2,c\u2028d\n3,e\x85f\n"
    (found,) = read(tmp_path / "in.csv", text).blocks(1)
    assert found.cells == ["a\x0bb", "c\u2028d", "e\x85f"]


def test_lines_may_end_in_carriage_returns_alone(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "in.csv", 'id,name\r1,Łukašenka\r2,"a\rb"\r').blocks(1)
    assert found.cells == ["Łukašenka", "a\nb"]
    assert found.ends == ["\r", "\r"]


def test_without_quotation_marks_a_quote_is_a_letter(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "in.csv", 'id;name\n1;"Рога и копыта\n2;b\n', quote="").blocks(1)
    assert found.cells == ['"Рога и копыта', "b"]


def test_columns_by_name_and_number(tmp_path: Path) -> None:
    reader = read(tmp_path / "in.csv", "id,name,2,name2,x,x\n")
    assert [reader.column(wanted) for wanted in ("name", "2", "3", "name2")] == [1, 2, 2, 3]
    with pytest.raises(UsageError, match=r"has no column 'nmae'; it has id, name, .*did you mean name"):
        reader.column("nmae")
    with pytest.raises(UsageError, match="several columns 'x'; give the number"):
        reader.column("x")


def test_without_a_header_columns_are_numbers(tmp_path: Path) -> None:
    reader = read(tmp_path / "in.csv", "1,a\n2,b\n", header=False)
    (found,) = reader.blocks(reader.column("2"))
    assert (found.cells, reader.header) == (["a", "b"], "")


@pytest.mark.slow
@pytest.mark.parametrize("size", [1 << 20, 10 << 20])
def test_a_huge_cell_is_a_cell(tmp_path: Path, size: int) -> None:
    text = "".join(['id,name\n1,"', "ab\n" * (size // 3), '"\n2,', "x" * size, "\n"])
    blocks = list(read(tmp_path / "in.csv", text).blocks(0))
    assert [cell for found in blocks for cell in found.cells] == ["1", "2"]


def test_memory_stays_that_of_a_few_blocks(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("id,name\n")
        file.writelines(f"{number},Аляксандр Лукашэнка {number}\n" for number in range(200_000))
    tracemalloc.start()
    with Source(str(path)) as source:
        rows = sum(len(found.rows) for found in Reader(source, block=1 << 16).blocks(1))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows == 200_000
    assert peak < 4 << 20 < path.stat().st_size


def test_escaped_cells_are_read_back() -> None:
    for cell in map("".join, itertools.product('a,"\n', repeat=3)):
        written = Dialect().escaped(cell)
        assert next(csv.reader(io.StringIO(f"{written},b", newline=""))) == [cell, "b"]


def test_a_failed_output_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), Output(str(path)) as output:
        output.write("new")
        raise RuntimeError
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [("out.csv", "old")]
    with Output(str(path)) as output:
        output.write("new")
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [("out.csv", "new")]


def test_the_first_rows_are_handed_on_before_much_is_read(tmp_path: Path) -> None:
    """Whoever pipes a long file into `head` waits for no more than a few names."""
    text = "name\n" + "Васіль Быкаў\n" * 100_000
    sizes = [len(block.rows) for block in read(tmp_path / "long.csv", text).blocks(0)]
    assert 1 <= sizes[0] <= 10
    assert all(after <= 3 * before for before, after in itertools.pairwise(sizes[:6]))
    assert len(sizes) < 20  # larger and larger, since large blocks are quicker
    assert sum(sizes) == 100_000
