"""The command `detect`: the language and scheme of a spelling."""

from __future__ import annotations

import click

from translit.cli.console import AS_JSON, examples, show_json, show_table


@click.command(epilog=examples("detect Łukašenka", "detect 'Sviatlana Tsikhanouskaya' --json"))
@click.argument("text", help="A spelling of a name.")
@AS_JSON
def detect(text: str, as_json: bool) -> None:
    """Recognise the language and scheme of a spelling, and say why.

    Likeliest first, with the letters that decided and the schemes that write it the same.
    """
    import translit
    from translit.errors import UsageError

    found = translit.detect(text)
    if not found:
        said = f"{text!r} has no letters that a scheme writes" if text.strip() else "the text is empty"
        raise UsageError(f"{said}; give a spelling of a name")
    columns = ["probability", "language", "scheme", "original", "letters", "the same by"]
    rows = [
        [
            f"{each.probability:.4f}",
            each.language,
            each.scheme or "",
            each.original,
            ", ".join(each.letters),
            " ".join(each.equals),
        ]
        for each in found
    ]
    if as_json:
        pairs = [dict(zip(columns[:-1], row[:-1], strict=True)) for row in rows]
        exact = [
            {"probability": each.probability, "letters": list(each.letters), "equals": list(each.equals)}
            for each in found
        ]
        show_json([{**pair, **more} for pair, more in zip(pairs, exact, strict=True)])
    else:
        show_table(columns, rows)
