"""Files of rows that commands read and write, opened as their options say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translit.cli.console import note
from translit.cli.options import FileForm
from translit.errors import UsageError

if TYPE_CHECKING:
    from translit.csvfile.add_columns import AnyReader
    from translit.csvfile.output import Output
    from translit.csvfile.source import Source

BLOCK = 1 << 18


@contextmanager
def reading(file: str, form: FileForm, out: str | None = None, side: str = "") -> Iterator[AnyReader]:
    """A file that was named on the command line, open for reading; what was guessed is said.

    Where both it and `out` are CSV, its bytes are kept; else its rows are read as values. `side` stands before the
    names of its options, as in --right-encoding. Raises UsageError if file and output are one.
    """
    from translit.csvfile.output import require_other_file
    from translit.tablefile.formats import format_of

    require_other_file(out, [file])
    kind, compression = format_of(file, form.format_)
    wanted, _ = _output_format(file, form, out)
    if kind.delimited:
        kept = wanted is kind or (wanted.delimited and out in (None, "-") and form.output_format is None)
        with _reading_csv(file, form, kept, side) as reader:
            if kept:
                yield reader
            else:
                from translit.tablefile.delimited import rows_of

                yield rows_of(reader)
        return
    if form.encoding or form.delimiter:
        raise UsageError(f"{file} is no CSV; leave out --{side}{'encoding' if form.encoding else 'delimiter'}")
    from translit.tablefile.table_reader import open_table

    def report(said: str) -> None:
        note(said.replace("--sheet", f"--{side}sheet"))

    yield open_table(file, kind, compression, header=form.header, sheet=form.sheet, report=report)


@contextmanager
def _reading_csv(file: str, form: FileForm, kept: bool, side: str) -> Iterator[Any]:
    from translit.csvfile.compression import compression_of
    from translit.csvfile.dialect import delimiter_of, quote_of
    from translit.csvfile.ragged import Ragged
    from translit.csvfile.reader import Reader
    from translit.csvfile.source import Source

    delimiter = delimiter_of(form.delimiter)
    quote = quote_of(form.quote, delimiter)
    if form.sheet:
        raise UsageError(f"{file} is no workbook; leave out --{side}sheet, or give --{side}format xlsx or ods")
    with Source(file, form.encoding, compression_of(file)) as source:
        if source.guessed and not source.encoding.startswith("utf-8"):
            say_encoding(source, kept and form.output_encoding is None, f"--{side}encoding")
        yield Reader(source, delimiter, quote, header=form.header, block=BLOCK, ragged=Ragged(form.ragged), report=note)


def say_encoding(source: Source, kept: bool, option: str) -> None:
    """Say in which encoding a file is read; refuse to write a doubtful reading in another."""
    doubt = source.doubt
    if doubt is None or doubt.other is None or doubt.samples is None:
        note(f"{source.name} is read as {source.encoding}; if that is wrong, give {option}")
        return
    first, second = doubt.samples
    if doubt.other == "utf-8":
        words = f"words in UTF-8, such as {second!r}, which comes out as {first!r}"
        said = f"{source.name} is {doubt.encoding}, but has {words}"
        if not kept:
            raise UsageError(f"{said}; put the file into one encoding, since the output is in another")
        note(f"{said}; put the file into one encoding, or give {option}")
        return
    said = f"{source.name} may be {doubt.encoding} ({first!r}) or {doubt.other} ({second!r})"
    if not kept:
        raise UsageError(f"{said}; say which with {option}, since the output is in another encoding")
    note(f"{said}; it is read as {doubt.encoding}; if that is wrong, give {option}")


def _output_format(file: str, form: FileForm, out: str | None) -> tuple[Any, Any]:
    """The form and the compression of the output: by option, by its ending, or text like the input."""
    from translit.csvfile.compression import Compression
    from translit.tablefile.formats import Format, format_of

    if out not in (None, "-"):
        return format_of(str(out), form.output_format)
    if form.output_format:
        return format_of("-", form.output_format)
    kind, _ = format_of(file, form.format_)
    text = kind.delimited or kind is Format.JSON_LINES
    return kind if text else Format.CSV, Compression.NONE


def output_to(
    reader: AnyReader,
    file: str,
    form: FileForm,
    out: str | None,
    *,
    numbers: Sequence[str] = (),
    settings: Mapping[str, object] | None = None,
    resume: bool = False,
) -> Output:
    """The output of a command that reads `file`, by a `reader` of `reading`; `numbers` are the new columns of numbers.

    With `settings` an output in a CSV file keeps a journal, so that a stopped run can be resumed.
    """
    from translit.csvfile.compressed_output import CompressedOutput
    from translit.csvfile.compression import Compression
    from translit.csvfile.reader import Reader
    from translit.csvfile.resume import ResumableOutput
    from translit.tablefile.table_output import TableOutput

    kind, compression = _output_format(file, form, out)
    encoding, mark = output_form(reader, form)
    if not isinstance(reader, Reader):
        if resume:
            raise UsageError("--resume goes on with CSV only; give CSV in and out, or leave it out")
        return TableOutput(
            out or "-", kind, encoding=encoding, mark=mark, compression=compression, numbers=frozenset(numbers)
        )
    if settings is not None and compression is Compression.NONE and is_file(out):
        settings = {**settings, "encoding": [reader.source.encoding, encoding]}
        return ResumableOutput(str(out), encoding, mark, settings, resume=resume)
    if resume:
        raise UsageError("--resume needs an output file that isn't compressed; give one with -o")
    return CompressedOutput(out or "-", encoding, mark, compression)


def is_file(out: str | None) -> bool:
    """Whether an output is a file, not standard output or a device."""
    return out not in (None, "-") and (not Path(str(out)).exists() or Path(str(out)).is_file())


def output_form(reader: AnyReader, form: FileForm) -> tuple[str, bytes]:
    """The encoding and the byte order mark of the output."""
    from translit.csvfile.encodings import codec

    if form.output_encoding is None:
        return reader.source.encoding, reader.source.mark
    return codec(form.output_encoding)
