"""The command `restore`: Latin turned back into the original."""

from __future__ import annotations

import click

from translit.cli.console import examples, note, show_table
from translit.cli.texts import ENCODING, SCHEME, TEXTS, line_by_line, lines_of


@click.command(
    epilog=examples("restore be-lacinka 'Alaksandr Łukašenka'", "restore be-bgnpcgn-1979 --candidates 3 Lukashenka")
)
@SCHEME
@TEXTS
@click.option(
    "--candidates", type=click.IntRange(min=1), help="So many possible originals with their share of probability."
)
@ENCODING
def restore(scheme: str, texts: tuple[str, ...], candidates: int | None, encoding: str) -> None:
    """Turn Latin back into the original.

    With --candidates each original has its share of probability and the letters that could be read otherwise.
    """
    import translit
    from translit.errors import NotReversible, UsageError

    if candidates is None:
        try:
            line_by_line(texts, encoding, lambda text: str(translit.restore(text, scheme)))
        except NotReversible as error:
            raise UsageError(str(error).replace("candidates=5", "--candidates 5")) from None
        return
    for line in texts or lines_of(encoding):
        text = line.rstrip("\r\n")
        found = translit.restore(text, scheme, candidates=candidates)
        if not found:
            note(f"{scheme} writes nothing as {text!r}")
        rows = [[each.text, f"{each.score:.4f}", ", ".join(each.ambiguous)] for each in found]
        show_table(["original", "score", "ambiguous letters"], rows)
