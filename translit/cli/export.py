"""The command `export`: a corpus for Elasticsearch, OpenSearch, Solr, Postgres, SQLite or tantivy."""

from __future__ import annotations

from pathlib import Path

import click

from translit.cli.console import examples, note
from translit.errors import counted


@click.command(epilog=examples("export elasticsearch news.db -o es/", "export postgres news.db -o pg/"))
@click.argument(
    "engine",
    type=click.Choice(("elasticsearch", "opensearch", "solr", "postgres", "sqlite", "tantivy")),
    help="The engine.",
)
@click.argument("db", metavar="CORPUS", help="The file of the corpus.")
@click.option("--out", "-o", metavar="FOLDER", required=True, help="The folder to write into.")
def export(engine: str, db: str, out: str) -> None:
    """Write the documents of a corpus for another search engine, so that it finds names as `search` does.

    The folder gets the setup of the index and the documents; how to load them is said. No plugin is needed. Queries are
    written by `translit query NAME --for ENGINE`.
    """
    from translit.corpus.engines.export import ENGINES
    from translit.corpus.engines.export import export as write
    from translit.corpus.store import Corpus

    with Corpus(db, read_only=True) as corpus:
        count = write(engine, corpus.documents(), Path(out))
    note(f"{counted(count, 'document')} in {out}; load them there with: {ENGINES[engine][3]}")
