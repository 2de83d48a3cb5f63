"""The command `find`: where entities are named in texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from translit.cli.console import examples, note, progress
from translit.cli.entities import ENTITIES, SKIP_FAULTY, resolver_of
from translit.cli.find_output import FORMS as OUTPUT_FORMS
from translit.cli.find_output import form_of_output, write_mentions
from translit.cli.options import PROCESSES, FileForm, form_of_input, language, threshold

if TYPE_CHECKING:
    from translit.cli.text_files import Piece, TextFiles
    from translit.text.markup import Found
    from translit.text.mention import Mention
    from translit.text.mentions import Finder


@click.command(
    epilog=examples(
        "find seeds/article.txt",
        "find papers/ -e people.csv --format tsv -o names.tsv",
        "find letters.xlsx -c text -o names.xlsx",
        "find posts.jsonl -c text -e entities.jsonl --language be --format html -o names.html",
    )
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, help="Text files or folders; - is standard input.")
@ENTITIES
@click.option("--column", "-c", help="The texts are in this column of tables, under this key of JSON lines.")
@language("Language of the texts, such as be or German. Else recognised, a text at a time.")
@threshold("Least probability for a mention.")
@click.option(
    "--format",
    "--output-format",
    "written",
    type=click.Choice(OUTPUT_FORMS),
    help="What to write. Else by the ending of the output, and table, for people, on standard output.",
)
@click.option("--link", default="", help="Address of an entity in html, with {id} in it.")
@click.option("--all-names", is_flag=True, help="Also names of persons that match no entity, put together by person.")
@click.option("--scheme", help="Write the normal form of such names by this scheme, such as be-lacinka.")
@click.option("--adjectives", is_flag=True, help="Also words derived from names of places.")
@form_of_input
@click.option("--out", "-o", metavar="FILE", help="Output; - is standard output.")
@PROCESSES
@SKIP_FAULTY
def find(
    files: tuple[str, ...],
    *,
    entities: tuple[str, ...],
    column: str | None,
    language: str | None,
    threshold: float,
    written: str | None,
    form: FileForm,
    link: str,
    all_names: bool,
    scheme: str | None,
    adjectives: bool,
    out: str | None,
    processes: int,
    skip_faulty: bool,
) -> None:
    """Find where texts name entities, in every case and alphabet.

    The whole text says who is meant, so that a family name alone may be answered otherwise than by resolve.

    FILE is a text file, a folder of them, or - for standard input; with -c also a table: CSV, JSON lines,
    .xlsx, .ods or .parquet, each also as .gz or .zst. Of several files one that can't be read is named and passed
    over; the exit status is then 1, or 2 where the call is wrong for all of these.
    """
    from translit.cli.text_files import TextFiles
    from translit.csvfile.output import require_other_file
    from translit.processes import workers
    from translit.text.reading.readings import require_language

    require_language(language)
    require_other_file(out, [*files, *entities])
    shape = form_of_output(written, out)
    read = TextFiles(files, column, form, note)
    finder = resolver_of(entities, None, skip_faulty).finder
    finder.prepare()
    if scheme is not None:
        from translit.writing.registry import scheme_of

        scheme_of(scheme)  # refuses an unknown one
    options = {"all_names": all_names, "adjectives": adjectives, "scheme": scheme}
    with (
        workers(partial(_worked, finder, language, threshold, options), processes) as answers,
        progress("finding", None) as tick,
    ):
        found = _found(answers(_blocks(read.pieces(), tick)), read)
        if all_names:
            from translit.text.unlisted import clustered

            held = list(found)  # who is one person is known when all is read
            every = clustered(one.mentions for one in held)
            found = (one._replace(mentions=mentions) for one, mentions in zip(held, every, strict=True))
        write_mentions(found, shape, link, out)
    error = read.error()
    if error:
        raise error


def _found(blocks: Iterable[list[tuple[Piece, list[Mention]]]], read: TextFiles) -> Iterator[Found]:
    """The mentions by text; if nothing could be read that is an error before anything is written."""
    from translit.text.markup import Found

    for block in blocks:
        for piece, mentions in block:
            yield Found(piece.document, piece.text, piece.offset, mentions)
    error = read.error(all_of_them=True)
    if error:
        raise error


def _worked(
    finder: Finder, language: str | None, threshold: float, options: dict[str, Any], block: list[Piece]
) -> list[tuple[Piece, list[Mention]]]:
    found = finder.find_each((piece.text for piece in block), language, threshold, **options)
    return list(zip(block, found, strict=True))


def _blocks(read: Iterator[Piece], tick: object) -> Iterator[list[Piece]]:
    """The pieces in blocks of about the size that the finder works at once."""
    from translit.text.reading.slices import BLOCK

    block: list[Piece] = []
    size = done = 0
    for piece in read:
        block.append(piece)
        size += len(piece.text)
        done += piece.size
        if size >= BLOCK:
            yield block
            block, size = [], 0
            tick(done)  # type: ignore[operator]
    if block:
        yield block
