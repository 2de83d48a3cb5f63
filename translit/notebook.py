"""How objects look in a notebook: small tables in HTML, every text in them escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def html_table(rows: Iterable[Sequence[object]], caption: str = "") -> str:
    """A table of rows of two or more cells, the first of which is the row's head.

    >>> html_table([("name", "<b>")])
    '<table><tr><th>name</th><td>&lt;b&gt;</td></tr></table>'
    """
    from html import escape

    head = f"<caption>{escape(caption)}</caption>" if caption else ""
    lines = (
        f"<tr><th>{escape(str(first))}</th>{''.join(f'<td>{escape(str(cell))}</td>' for cell in cells)}</tr>"
        for first, *cells in rows
    )
    return f"<table>{head}{''.join(lines)}</table>"
