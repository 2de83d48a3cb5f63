"""The command `search`: the documents of a corpus that name somebody, in whatever spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from translit.cli.console import examples, show_table

if TYPE_CHECKING:
    from translit.corpus.documents import Hit

COLUMNS = ("document", "source", "date", "language", "probability", "spelling", "passage")


@click.command(
    epilog=examples(
        "search news.db Łukašenka",
        "search news.db 'Lukaschenko AND (Putin OR Макрон)' --since 2020-08 --language de",
        "search news.db 'Тихановская' --by source",
    )
)
@click.argument("db", metavar="CORPUS", help="The file of the corpus.")
@click.argument("query", help='A name in any spelling; AND, OR, NOT, "a phrase of words".')
@click.option("--limit", "-n", type=click.IntRange(1), default=10, show_default=True, help="Documents at most.")
@click.option("--source", default="", help="Only documents of this source.")
@click.option("--language", default="", help="Only documents in this language.")
@click.option("--since", default="", help="Only documents from this date on: 2021, 2021-02 or 2021-02-28.")
@click.option("--until", default="", help="Only documents up to this date.")
@click.option("--format", "form", type=click.Choice(("table", "csv", "jsonl")), default="table", show_default=True)
def search(db: str, query: str, *, limit: int, source: str, language: str, since: str, until: str, form: str) -> None:
    """Find the documents that name somebody or something, best first.

    With each document comes the passage, the spelling that stands there, and how probably it is the name asked for.
    """
    from translit.corpus.search import Filter
    from translit.corpus.store import Corpus

    wanted = Filter(source, language, since, until)
    with Corpus(db, create=False) as found:
        hits = found.search(query, limit, wanted)
        show(hits, form)


def show(hits: list[Hit], form: str) -> None:
    """Hits as a table, as CSV or as JSON lines."""
    rows = []
    for hit in hits:
        best = hit.snippets[0] if hit.snippets else None
        spelling, passage = (best.spelling, str(best)) if best else ("", "")
        rows.append((hit.document_id, hit.source, hit.date, hit.language, f"{hit.probability:.4f}", spelling, passage))
    if form == "table":
        show_table(COLUMNS, [tuple(" ".join(cell.split()) for cell in row) for row in rows])
    elif form == "csv":
        import csv
        import sys

        written = csv.writer(sys.stdout, lineterminator="\n")
        written.writerow(COLUMNS)
        written.writerows(rows)
    else:
        import json

        for hit in hits:
            print(json.dumps(as_dict(hit), ensure_ascii=False))


def as_dict(hit: Hit) -> dict[str, object]:
    """A hit as JSON has it."""
    return {
        "document": hit.document_id,
        "score": round(hit.score, 6),
        "probability": round(hit.probability, 6),
        "title": hit.title,
        "source": hit.source,
        "date": hit.date,
        "language": hit.language,
        "url": hit.url,
        "mentions": hit.mentions,
        "snippets": [
            {
                "text": one.text,
                "spelling": one.spelling,
                "start": one.start,
                "end": one.end,
                "probability": round(one.probability, 6),
                "reason": one.reason,
            }
            for one in hit.snippets
        ],
    }
