"""The command `query`: what to ask another search engine for a name."""

from __future__ import annotations

import click

from translit.cli.console import examples
from translit.cli.options import language

SPELLED = ("lucene", "google", "aleph", "datashare", "postgres", "fts5")
INDEXED = ("elasticsearch", "opensearch", "solr", "tantivy", "postgres-export", "sqlite-export")


@click.command(
    epilog=examples(
        "query 'Святлана Ціханоўская' --for google",
        "query Łukašenka --for postgres --cases",
        "query Łukašenka --for elasticsearch",
    )
)
@click.argument("name", help="A name in any spelling.")
@click.option(
    "--for",
    "engine",
    type=click.Choice((*SPELLED, *INDEXED)),
    default="lucene",
    show_default=True,
    help="The engine; the last six are filled by `translit export`.",
)
@language("The language of the name, such as be or Russian. Else the likeliest ones.")
@click.option("--cases", is_flag=True, help="Also the forms of the name in every grammatical case.")
def query(name: str, *, engine: str, language: str | None, cases: bool) -> None:
    """Write the query for a name that another search engine understands.

    The spellings of the name joined by OR, the likeliest first; for an index made by `translit export` the body of the
    request.
    """
    if engine in SPELLED:
        from translit.corpus.engines.spelled_queries import query_for

        print(query_for(name, engine, language, cases=cases))
        return
    from translit.corpus.engines.export import query_body

    print(query_body(engine.removesuffix("-export"), name).rstrip("\n"))
