"""The command `search`: the documents of a corpus that name somebody, in whatever spelling."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from translit.cli.console import examples, note, show_table

if TYPE_CHECKING:
    from translit.corpus.documents import Hit
    from translit.corpus.side_by_side import OfSource

EVERY = 1 << 30
BY_SOURCE = ("source", "documents", "spellings", "document")
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
@click.option("--entity", is_flag=True, help="The query is the id of an entity that `corpus add -e` looked for.")
@click.option("--by", type=click.Choice(("source",)), help="Show the spellings of each source side by side.")
@click.option("--counts", is_flag=True, help="Only count the documents by source and month.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "csv", "jsonl")),
    default="table",
    show_default=True,
    help="How the answer is written.",
)
def search(
    db: str,
    query: str,
    *,
    limit: int,
    source: str,
    language: str,
    since: str,
    until: str,
    entity: bool,
    by: str | None,
    counts: bool,
    form: str,
) -> None:
    """Find the documents that name somebody or something, best first.

    With each document comes the passage, the spelling that stands there, and how probably it is the name asked for.
    """
    from translit.corpus import side_by_side
    from translit.corpus.search import Filter
    from translit.corpus.store import Corpus

    wanted = Filter(source, language, since, until)
    with Corpus(db, read_only=True) as found:
        asked = f"entity:{query}" if entity else query
        hits = found.search(asked, EVERY if by or counts else limit, wanted)
        if not hits:
            note("no document is found; the name may be asked for in other ways, or with fewer conditions")
        if counts:
            write(("source", "month", "documents"), [(a, b, str(n)) for a, b, n in side_by_side.counts(hits)], form)
        elif by:
            write(BY_SOURCE, [_of_source(one) for one in side_by_side.by_source(hits)[:limit]], form)
        else:
            show(hits, form)


def _of_source(one: OfSource) -> tuple[str, ...]:
    spelled = ", ".join(f"{spelling} ({count})" for spelling, count in one.spellings)
    return one.source, str(one.documents), spelled, one.best.document_id


def show(hits: list[Hit], form: str) -> None:
    """Hits as a table, as CSV or as JSON lines."""
    rows = []
    for hit in hits:
        best = hit.snippets[0] if hit.snippets else None
        spelling, passage = (best.spelling, str(best)) if best else ("", "")
        rows.append((hit.document_id, hit.source, hit.date, hit.language, f"{hit.probability:.4f}", spelling, passage))
    if form == "jsonl":
        for hit in hits:
            print(json.dumps(as_dict(hit), ensure_ascii=False))
        return
    write(COLUMNS, rows, form)


def write(columns: Sequence[str], rows: Sequence[Sequence[str]], form: str) -> None:
    """Rows as a table, as CSV or as JSON lines."""
    if form == "csv":
        written = csv.writer(sys.stdout, lineterminator="\n")
        written.writerow(columns)
        written.writerows(rows)
    elif form == "jsonl":
        for row in rows:
            print(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
    else:
        show_table(columns, [tuple(" ".join(cell.split()) for cell in row) for row in rows])


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
