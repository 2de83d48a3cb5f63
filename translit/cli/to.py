"""The command `to`: texts written by a scheme."""

from __future__ import annotations

import click

from translit.cli.console import examples
from translit.cli.texts import ENCODING, SCHEME, TEXTS, line_by_line


@click.command(epilog=examples("to be-lacinka 'Аляксандр Лукашэнка'", "to ru-bgnpcgn-1947 < names.txt"))
@SCHEME
@TEXTS
@ENCODING
def to(scheme: str, texts: tuple[str, ...], encoding: str) -> None:
    """Write texts by a scheme.

    Each text gives a line; what isn't in the script of the scheme stays as it is.
    """
    from translit.writing.registry import scheme_of

    line_by_line(texts, encoding, scheme_of(scheme).transliterate)
