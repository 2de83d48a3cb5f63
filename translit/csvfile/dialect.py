"""How a CSV file parts, quotes and ends its records; the pieces `reader` reads it with."""

from __future__ import annotations

import csv
import gc
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translit.errors import DataError, UsageError

LONGEST_RECORD = 1 << 26  # characters; beyond it a quotation mark was left open, or this is no CSV
DELIMITERS = ",;\t|"
SENTINEL = "\0end of block"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file parts and quotes its cells; an empty `quote` means that nothing is quoted."""

    delimiter: str = ","
    quote: str = '"'

    def escaped(self, cell: str) -> str:
        """The cell as it must be written in the file.

        Raises DataError if it has the delimiter or a line end and the file has no quotation mark.

        >>> Dialect().escaped('Lukashenko, "Sasha"')
        '"Lukashenko, ""Sasha\"""'
        """
        if (self.quote and self.quote in cell) or self.delimiter in cell or "\n" in cell or "\r" in cell:
            if not self.quote:
                raise DataError(f"the cell {cell!r} can't be written without quotation marks; leave out --quote none")
            return self.quote + cell.replace(self.quote, self.quote * 2) + self.quote
        return cell

    def texts(self, columns: Sequence[Sequence[str]]) -> list[str]:
        """New columns as the text to write for each row.

        >>> Dialect().texts([["a", "b,c"], ["1", "2"]])
        ['a,1', '"b,c",2']
        """
        safe = [self._safe(column) for column in columns]
        return list(map(self.delimiter.join, zip(*safe, strict=True))) if len(safe) > 1 else list(safe[0])

    def encode(self, answers: Sequence[Sequence[Sequence[str]]]) -> list[str] | list[list[str]]:
        """Answers, each the rows of new cells for one key, as their text: one for each, or lists where some aren't one.

        >>> Dialect().encode([[("a", "1")], [("b", "2"), ("c", "3")]])
        [['a,1'], ['b,2', 'c,3']]
        """
        rows = [row for answer in answers for row in answer]
        texts = self.texts(list(zip(*rows, strict=True))) if rows else []
        if all(len(answer) == 1 for answer in answers):
            return texts
        left = iter(texts)
        return [[next(left) for _ in answer] for answer in answers]

    def head(self, header: str, names: Sequence[str]) -> str:
        """The line of column names with new ones; nothing where there is no such line."""
        return self.delimiter.join([header, *map(self.escaped, names)]) if header else ""

    def _safe(self, column: Sequence[str]) -> Sequence[str]:
        together = "\0".join(column)
        if any(sign in together for sign in {self.delimiter, self.quote or "\n", "\n", "\r"}):
            return [self.escaped(cell) for cell in column]
        return column


def delimiter_of(told: str | None) -> str | None:
    """The delimiter a user means: one character, or `tab`.

    Raises UsageError for anything longer.

    >>> delimiter_of("tab")
    '\\t'
    """
    if told is None:
        return None
    delimiter = {"tab": "\t", "\\t": "\t"}.get(told, told)
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise UsageError(f"the delimiter {told!r} isn't one character; give one, or the word tab")
    return delimiter


def quote_of(told: str, delimiter: str | None = None) -> str:
    """The quotation mark a user means: one character, or `none`.

    Raises UsageError for anything longer, and for the delimiter.

    >>> quote_of("none"), quote_of("'")
    ('', "'")
    """
    quote = "" if told == "none" else told
    if len(quote) > 1:
        raise UsageError(f"the quotation mark {told!r} isn't one character; give one, or the word none")
    if quote and (quote == delimiter or quote in "\r\n"):
        raise UsageError(f"{quote!r} can't be the quotation mark: it is the delimiter or a line end; give another")
    return quote


def separator_line(text: str) -> tuple[str, str | None]:
    """The line `sep=;` that Excel reads and some programs write before the header, and the delimiter it names.

    >>> separator_line("sep=;\\r\\nid;name\\r\\n"), separator_line("id;name\\n")
    (('sep=;\\r\\n', ';'), ('', None))
    """
    found = re.match(r"(?i)sep=([^\r\n\"])(?:\r\n|\n|\r)", text)
    return (found[0], found[1]) if found else ("", None)


def mixed_line_ends(name: str) -> DataError:
    """The error of a file some lines of which end in a carriage return and others in a line feed."""
    return DataError(f"some lines of {name} end in a carriage return and others in a line feed; convert its line ends")


def is_strict(lines: list[str], dialect: Dialect) -> bool:
    """Whether after every closing mark of a record a delimiter or the end follows.

    >>> is_strict(['1,"a\\n', 'b"\\n'], Dialect()), is_strict(['1,"a\\n', '2,"b"\\n'], Dialect())
    (True, False)
    """
    clean = [parted(line)[0].replace("\r", " ") + "\n" for line in lines]
    try:
        return bool(list(csv.reader(clean, delimiter=dialect.delimiter, quotechar=dialect.quote, strict=True)))
    except csv.Error:
        return False


def sniffed(sample: str, quote: str = '"', newline: str = "\n") -> str:
    """The delimiter that parts the first lines into most cells, equally many in each; a comma if none does.

    >>> sniffed("id;name\\n1;Łukašenka, A.\\n2;Kočanava\\n")
    ';'
    """
    lines = lines_of(sample, newline)[:50]
    if len(lines) > 1 and not lines[-1].endswith(newline):
        lines.pop()
    found = (0.0, 0, ",")
    for delimiter in DELIMITERS:
        try:
            records, _ = parsed(lines, Dialect(delimiter, quote))
        except csv.Error:  # line feeds where carriage returns end the lines: the reader tells of them
            continue
        widths = [len(fields) for fields in records if fields]
        if widths and widths[0] > 1:
            found = max(found, (widths.count(widths[0]) / len(widths), widths[0], delimiter))
    return found[2]


def lines_of(text: str, newline: str) -> list[str]:
    """The lines with their ends; no other character than `newline` ends one."""
    lines = [line + newline for line in text.split(newline)]
    lines[-1] = lines[-1].removesuffix(newline)
    return lines if lines[-1] else lines[:-1]


def parted(text: str) -> tuple[str, str]:
    """A record without its line end, and the line end."""
    row = text.removesuffix("\n").removesuffix("\r")
    return row, text[len(row) :]


def split(text: str, newline: str) -> tuple[list[str], list[str]]:
    """The lines of a text that ends with a line end, and their ends."""
    if newline == "\n" and "\r" in text:
        if text.count("\r\n") != text.count("\n"):
            parts = [parted(line) for line in lines_of(text, newline)]
            return [row for row, _ in parts], [end for _, end in parts]
        newline = "\r\n"
    rows = text.split(newline)
    rows.pop()
    return rows, [newline] * len(rows)


def parsed(lines: list[str], dialect: Dialect) -> tuple[list[list[str]], list[int]]:
    """The complete records of the lines as cells, and how many lines each takes.

    Raises csv.Error for a line feed outside quotation marks where carriage returns end the lines.

    >>> parsed(['1,"a\\n', 'b"\\n', '2,"c\\n'], Dialect())
    ([['1', 'a\\nb']], [2])
    """
    if not dialect.quote:
        return [parted(line)[0].split(dialect.delimiter) for line in lines], [1] * len(lines)
    csv.field_size_limit(max(csv.field_size_limit(), 2 * LONGEST_RECORD))
    # To the csv module a carriage return alone is a line end too, here it isn't.
    clean = [parted(line)[0].replace("\r", " ") + "\n" for line in lines] if "\r" in "".join(lines) else lines
    reader = csv.reader([*clean, SENTINEL], delimiter=dialect.delimiter, quotechar=dialect.quote)
    records = _listed(reader)
    taken = [1] * len(records)
    if len(records) <= len(lines):  # some record takes several lines: read again, counting them
        reader = csv.reader([*clean, SENTINEL], delimiter=dialect.delimiter, quotechar=dialect.quote)
        ends = [reader.line_num for _ in reader]
        taken = [end - start for start, end in pairwise([0, *ends])]
    # The last record is the sentinel itself, or the open cell that swallowed it.
    return records[:-1], taken[:-1]


def _listed(records: Iterable[list[str]]) -> list[list[str]]:
    """All records; the search for cyclic garbage, which they can't be, would take a fifth of the time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        return list(records)
    finally:
        if searching:
            gc.enable()
