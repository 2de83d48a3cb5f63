"""The command `csv`: a column of a file written by a scheme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translit.cli.console import examples, note, progress
from translit.cli.options import COLUMN, FILE, OUT, FileForm, form_of_file
from translit.cli.table_files import output_form, output_to, reading
from translit.cli.texts import complete_scheme
from translit.errors import UsageError

if TYPE_CHECKING:
    from translit.csvfile.add_columns import AnyReader
    from translit.csvfile.cell_keys import Columns
    from translit.writing.scheme import Scheme

Made = tuple[str, Callable[[list[str]], list[str]], bool]  # a name, what writes by it, whether that is Latin
LARGE = 1 << 21  # bytes from which the time that numpy and processes take to start is soon won back


@click.command(
    epilog=examples(
        "csv people.csv -c name --to be-lacinka -o out.csv",
        "csv people.csv -c 2 --to be-lacinka --to be-bgnpcgn --as lacinka --as bgn",
        "csv mixed.csv -c name --to bgnpcgn --language auto -o out.csv",
        "csv spellings.csv -c name --from any --to be-lacinka -o out.csv",
        "csv - -c name --to ru-bgnpcgn-1947 < people.csv | head",
    )
)
@FILE
@COLUMN
@click.option(
    "--to",
    required=True,
    multiple=True,
    metavar="SCHEME",
    shell_complete=complete_scheme,
    help="Scheme of the new column; may be repeated.",
)
@click.option(
    "--as",
    "as_",
    multiple=True,
    metavar="NAME",
    help="Name of the new column, one for each --to. Else COLUMN_SCHEME.",
)
@click.option(
    "--language",
    metavar="LANGUAGE|auto",
    help="Language of the names; with auto each is recognised, and written by the scheme of its language.",
)
@click.option("--language-column", metavar="COLUMN", help="Column that gives the language of each row: be, Russian …")
@click.option(
    "--from",
    "source",
    metavar="any|SCHEME",
    help="Take Latin names, too, for spellings of Cyrillic ones, by a scheme or by any, and write their originals.",
)
@OUT
@form_of_file
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    help="Worker processes; the output is the same.  [default: as many as processors]",
)
def csv(
    file: str,
    *,
    column: str,
    to: tuple[str, ...],
    as_: tuple[str, ...],
    language: str | None,
    language_column: str | None,
    source: str | None,
    out: str | None,
    form: FileForm,
    processes: int | None,
) -> None:
    """Add a column written by a scheme to a CSV file.

    The other columns stay byte for byte; memory doesn't grow with the file.
    """
    from translit.csvfile.leftovers import Leftovers
    from translit.csvfile.parallel import Pieces
    from translit.csvfile.reader import Reader
    from translit.processes import available, workers
    from translit.writing.by_language import AUTO

    if as_ and len(as_) != len(to):
        raise UsageError(f"--as is given {len(as_)} times and --to {len(to)} times; give one name for each scheme")
    with reading(file, form, out) as reader:
        large = isinstance(reader, Reader) and (reader.source.size or LARGE) >= LARGE
        index = reader.column(column)
        if language_column or language or source:
            columns, made = _by_language(reader, index, to, (language, language_column, source))
        else:
            columns, made = index, _by_scheme(to, large)
        names = list(as_) or [f"{reader.names[index]}_{name}" for name, _, _ in made]
        left = [Leftovers() if latin else None for _, _, latin in made]

        def new(keys: list[str]) -> list[list[str]]:
            found = [write(keys) for _, write, _ in made]
            for cells, leftovers in zip(found, left, strict=True):
                if leftovers:
                    leftovers.look(cells)
            return found

        if not isinstance(reader, Reader):
            _write_rows(reader, (file, form, out), columns, names, new)
        else:
            encoding, _ = output_form(reader, form)
            pieces = Pieces(reader, columns, lambda keys: reader.dialect.texts(new(keys)), encoding)
            with (
                workers(pieces, processes or (available() if large else 1)) as answers,
                output_to(reader, file, form, out) as output,
                progress("writing", reader.source.size) as tick,
            ):
                pieces.copy(output, names, answers, tick)
    for name, leftovers in zip(names, left, strict=True):
        said = leftovers.summary(name) if leftovers else None
        if said:
            note(said if language == AUTO else f"{said}; --language auto writes each name by its own language")


def _write_rows(
    reader: AnyReader,
    where: tuple[str, FileForm, str | None],
    columns: Columns,
    names: list[str],
    new: Callable[[list[str]], list[list[str]]],
) -> None:
    """The rows of a table with their new cells."""
    from translit.csvfile.add_columns import add_columns

    def answers(blocks: Iterable[list[str]]) -> Iterator[list[Any]]:
        for keys in blocks:
            yield [[row] for row in zip(*new(keys), strict=True)]

    with output_to(reader, *where) as output, progress("writing", None) as tick:
        add_columns(reader, output, column=columns, names=names, answers=answers, tick=tick)


def _by_scheme(to: Sequence[str], large: bool) -> list[Made]:
    """What writes by each scheme alone."""
    from functools import partial

    from translit.writing.by_language import is_family
    from translit.writing.registry import scheme_of

    several = next((id_ for id_ in to if is_family(id_)), None)
    if several:
        raise UsageError(f"{several} is a family of schemes; say for which language, with --language be, or auto")
    schemes = [scheme_of(id_) for id_ in to]
    if not large:
        return [(each.id, each.transliterate_all, _latin(each)) for each in schemes]
    from translit.writing.batch import transliterate_many

    return [
        (each.id, partial(transliterate_many, scheme=id_), _latin(each)) for id_, each in zip(to, schemes, strict=True)
    ]


def _by_language(
    reader: AnyReader, index: int, to: Sequence[str], options: tuple[str | None, str | None, str | None]
) -> tuple[Columns, list[Made]]:
    """The columns of name and language, and what writes each name by the scheme of its language."""
    from translit.csvfile.cell_keys import SEPARATOR
    from translit.writing.by_language import LanguageWriter
    from translit.writing.registry import scheme_of

    language, language_column, source = options
    if language_column and language:
        raise UsageError("give either --language or --language-column, not both")
    columns: Columns = (index, reader.column(language_column)) if language_column else index
    made: list[Made] = []
    for id_ in to:
        writer = LanguageWriter(id_, language, source)

        def write(keys: list[str], writer: LanguageWriter = writer) -> list[str]:
            if not language_column:
                return writer.write_all(keys)
            cells = [(key.split(SEPARATOR) if key else ["", ""]) for key in keys]
            return writer.write_all([name for name, _ in cells], [said for _, said in cells])

        made.append((Path(id_).stem if id_.endswith(".toml") else id_, write, _latin(scheme_of(writer.scheme))))
    return columns, made


def _latin(scheme: Scheme) -> bool:
    """Whether a scheme writes Latin."""
    return str(scheme.table.head.get("to", "Latn")) == "Latn"
