"""The command `corpus`: documents put into a file that `search` looks through."""

from __future__ import annotations

from pathlib import Path

import click

from translit.cli.console import AS_JSON, examples, note
from translit.cli.entities import SKIP_FAULTY, resolver_of
from translit.cli.options import PROCESSES
from translit.errors import DataError, UsageError, counted

DB = click.argument("db", metavar="CORPUS", help="The file of the corpus.")


@click.group()
def corpus() -> None:
    """Put documents of any language into a file to search."""


@corpus.command(
    epilog=examples(
        "corpus add news.db articles/ letters.mbox",
        "corpus add news.db posts.csv --text-column body --source telegram --processes 4",
        "corpus add news.db articles/ --prune",
    )
)
@DB
@click.argument("files", nargs=-1, help="Files or folders: txt md html csv jsonl docx pdf eml mbox zip.")
@click.option("--source", default="", help="The source of these documents. Else their own, or the folder's name.")
@click.option("--text-column", multiple=True, help="Of csv and jsonl: a column of the text.  [default: text]")
@click.option("--id-column", default="id", show_default=True, help="The column of the ids. Else rows are numbered.")
@click.option("--title-column", default="title", show_default=True, help="The column of the titles.")
@click.option("--source-column", default="source", show_default=True, help="The column of the sources.")
@click.option("--date-column", default="date", show_default=True, help="The column of the dates: 2021, 2021-02-28.")
@click.option("--language-column", default="language", show_default=True, help="The column of the languages.")
@click.option("--url-column", default="url", show_default=True, help="The column of the addresses.")
@click.option("--no-text", is_flag=True, help="Keep no texts: passages come from the files.")
@click.option(
    "--entities", "-e", multiple=True, metavar="PATH", help="Entities to find in the documents: a file or an index."
)
@click.option("--anew", is_flag=True, help="The entities are another list: drop what the last one found.")
@click.option("--every", is_flag=True, help="Look for entities in every document, whatever the index says.")
@PROCESSES
@click.option("--prune", is_flag=True, help="Take out the documents of files that are gone from the folders.")
@SKIP_FAULTY
def add(
    db: str,
    files: tuple[str, ...],
    *,
    source: str,
    text_column: tuple[str, ...],
    no_text: bool,
    prune: bool,
    entities: tuple[str, ...],
    anew: bool,
    every: bool,
    processes: int,
    skip_faulty: bool,
    **columns: str,
) -> None:
    """Add documents to a corpus, which is made if it isn't there.

    Of folders only files that are new or have changed are read. A file that can't be read is named, and the others are
    added all the same; the exit status is 1 then.
    """
    from translit.corpus.files import require_there
    from translit.corpus.readers import Options
    from translit.corpus.store import Corpus

    if not files and not entities:
        raise UsageError("there is nothing to add; give files or folders, or entities with -e")
    require_there(files)
    named = {name.removesuffix("_column"): column for name, column in columns.items()}
    options = Options(text=text_column or ("text",), **named)
    with Corpus(db, keep_texts=not no_text) as found:
        report = found.add_files(files, options=options, source=source, prune=prune, processes=processes)
        total = len(found)
        if entities:
            count = found.annotate(resolver_of(entities, None, skip_faulty), anew=anew, every=every)
            note(f"{counted(count, 'mention')} of entities found")
    alone = len(files) == 1 and not Path(files[0]).is_dir()
    if report.faults and alone:
        raise DataError(f"{files[0]}: {report.faults.popitem()[1]}")
    for path, fault in report.faults.items():
        note(f"{path}: {fault}; the other files are added")
    gone = f", {counted(report.removed, 'document')} removed" if prune else ""
    note(
        f"{counted(report.documents, 'document')} from {counted(report.files, 'file')}, "
        f"{counted(report.unchanged, 'file')} as before{gone}; {counted(total, 'document')} in {db}"
    )
    if report.faults:
        tried = len(report.faults) + report.files + report.unchanged
        raise DataError(f"{len(report.faults):,} of {tried:,} files could not be read")


@corpus.command(epilog=examples("corpus remove news.db articles/2020-01-02.txt", "corpus remove news.db 17 --compact"))
@DB
@click.argument("ids", nargs=-1, required=True, help="Ids of documents, or files that they came from.")
@click.option("--compact", is_flag=True, help="Also make the file as small as it can be.")
def remove(db: str, ids: tuple[str, ...], compact: bool) -> None:
    """Take documents out of a corpus."""
    from translit.corpus.store import Corpus

    with Corpus(db, create=False) as found:
        files = [Path(name).as_posix() for name in ids if Path(name).as_posix() in found.known_files()]
        count = found.remove_files(files) + found.remove(ids)
        if compact:
            found.compact()
    note(f"{counted(count, 'document')} removed")
    if not count:
        raise DataError(f"{db} has no document or file {ids[0]!r}; give an id as translit search shows it, or a path")


@corpus.command(epilog=examples("corpus info news.db"))
@DB
@AS_JSON
def info(db: str, as_json: bool) -> None:
    """Show what is in a corpus: how many documents, of which sources, languages and years."""
    from translit.corpus.store import Corpus

    with Corpus(db, read_only=True) as found:
        facts = found.info()
    if as_json:
        import json

        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    for name, value in facts.items():
        if isinstance(value, dict):
            for key, count in value.items():
                print(f"{name}\t{key or '(none)'}\t{count}")
        else:
            print(f"{name}\t{value}")


@corpus.command(epilog=examples("corpus together news.db lukashenka-alaksandar"))
@DB
@click.argument("entity", help="The id of an entity.")
@click.option("--limit", "-n", type=click.IntRange(1), default=20, show_default=True, help="Entities at most.")
def together(db: str, entity: str, limit: int) -> None:
    """Show who is named in the same documents as an entity: how often, and where first."""
    from translit.cli.console import show_table
    from translit.corpus.store import Corpus

    with Corpus(db, read_only=True) as found:
        rows = found.together(entity, limit)
    columns = ("entity", "name", "documents", "first", "date")
    cells = [(one.other_id, one.other_name, str(one.documents), one.first_document, one.first_date) for one in rows]
    show_table(columns, cells)


@corpus.command(
    epilog=examples("corpus export news.db -o mentions.csv", "corpus export news.db --format ftm -o mentions.ftm.json")
)
@DB
@click.option("--out", "-o", metavar="FILE", default="-", help="Output; - is standard output.")
@click.option(
    "--format", "form", type=click.Choice(("csv", "jsonl", "ftm", "parquet")), default="csv", show_default=True,
    help="What to write.",
)  # fmt: skip
def export(db: str, out: str, form: str) -> None:
    """Write where the entities of `corpus add -e` are named."""
    from translit.corpus.mention_files import lines, write_parquet
    from translit.corpus.store import Corpus
    from translit.csvfile.output import Output, require_other_file

    require_other_file(out, [db])
    with Corpus(db, read_only=True) as found:
        if Path(out).exists():  # else it is none of them, of which there may be many
            require_other_file(out, found.known_files())
        mentions = found.mentions()
    if form == "parquet":
        if out == "-":
            raise UsageError("a Parquet file can't go to standard output; name a file with -o")
        write_parquet(mentions, Path(out))
        return
    with Output(out, "utf-8", b"") as output:
        for line in lines(mentions, form):
            output.write(line)
        output.finish()
