"""Commands on single texts: `to`, `restore`, `variants`, `detect`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click

from translit.cli.console import AS_JSON, examples, note, show_table

SCHEME = click.argument("scheme", help="Id of a scheme; `translit schemes` lists them.")
TEXTS = click.argument("texts", metavar="[TEXT]...", nargs=-1, help="Texts; without any, standard input.")
ENCODING = click.option("--encoding", default="utf-8", show_default=True, help="Encoding of standard input.")


@click.command(epilog=examples("to be-lacinka 'Аляксандр Лукашэнка'", "to ru-bgnpcgn-1947 < names.txt"))
@SCHEME
@TEXTS
@ENCODING
def to(scheme: str, texts: tuple[str, ...], encoding: str) -> None:
    """Write texts by a scheme.

    Each text gives a line; what isn't in the script of the scheme stays as it is.
    """
    from translit.writing.registry import scheme as scheme_of

    _line_by_line(texts, encoding, scheme_of(scheme).transliterate)


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
            _line_by_line(texts, encoding, lambda text: str(translit.restore(text, scheme)))
        except NotReversible as error:
            raise UsageError(str(error).replace("candidates=5", "--candidates 5")) from None
        return
    for line in texts or _lines(encoding):
        text = line.rstrip("\r\n")
        found = translit.restore(text, scheme, candidates=candidates)
        if not found:
            note(f"{scheme} writes nothing as {text!r}")
        rows = [[each.text, f"{each.score:.4f}", ", ".join(each.ambiguous)] for each in found]
        show_table(["original", "score", "ambiguous letters"], rows)


@click.command(epilog=examples("variants 'Святлана Ціханоўская'", "variants --format query Łukašenka"))
@click.argument("name", help="A name; from a Latin spelling its likely originals come first.")
@click.option("--language", help="Language of the name, such as be, ru or uk.")
@click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    help="table, text, csv, json, or query: a quoted OR list for search engines.",
)
def variants(name: str, language: str | None, form: str) -> None:
    """Show every spelling of a name, the commonest first."""
    import translit
    from translit.errors import DataError, UsageError, did_you_mean
    from translit.writing.variants import FORMATS

    if form != "table" and form not in FORMATS:
        known = ["table", *FORMATS]
        raise UsageError(f"there is no format {form!r}; use {', '.join(known)}{did_you_mean(form, known)}")
    found = translit.variants(name, language)
    if not found:
        raise DataError(f"{name!r} has no letters that a scheme reads; give a name")
    if form == "table":
        show_table(["spelling", "schemes"], [[each.text, " ".join(each.schemes)] for each in found])
    else:
        print(FORMATS[form](found).rstrip("\n"))


@click.command(epilog=examples("detect Łukašenka", "detect 'Sviatlana Tsikhanouskaya' --json"))
@click.argument("text", help="A spelling of a name.")
@AS_JSON
def detect(text: str, as_json: bool) -> None:
    """Tell the language and scheme of a spelling, and why.

    Likeliest first, with the letters that decided and the schemes that write it the same.
    """
    import translit

    found = translit.detect(text)
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
        _print_json([{**pair, **more} for pair, more in zip(pairs, exact, strict=True)])
    else:
        show_table(columns, rows)


def _line_by_line(texts: tuple[str, ...], encoding: str, turn: Callable[[str], str]) -> None:
    if texts:
        for text in texts:
            print(turn(text))
        return
    for line in _lines(encoding):
        text = line.rstrip("\r\n")
        sys.stdout.write(turn(text) + line[len(text) :])


def _lines(encoding: str) -> Iterator[str]:
    """The lines of standard input with their ends, as they come."""
    import io

    from translit.csvfile.source import codec
    from translit.errors import DataError

    codec(encoding)  # refuses an unknown one
    if sys.stdin is None:
        raise DataError("standard input is closed; give the texts as arguments or leave it open")
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding=encoding, newline="\n")
    number = 1
    try:
        for line in lines:
            yield line
            number += 1
    except UnicodeDecodeError:
        raise DataError(f"standard input isn't {encoding} near line {number}; give its --encoding") from None
    finally:
        lines.detach()


def _print_json(value: object) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))
