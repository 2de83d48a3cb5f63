"""Commands on single texts: `to`, `restore`, `variants`, `detect`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Annotated

import typer

from translit.edge.cli.screen import examples, note, show_table

SchemeId = Annotated[str, typer.Argument(metavar="SCHEME", help="Id of a scheme; `translit schemes` lists them.")]
Texts = Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Texts; without any, standard input.")]
Encoding = Annotated[str, typer.Option(help="Encoding of standard input.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command("to", epilog=examples("to be-lacinka 'Аляксандр Лукашэнка'", "to ru-bgnpcgn-1947 < names.txt"))(to)
    app.command(
        "restore",
        epilog=examples(
            "restore be-lacinka 'Alaksandr Łukašenka'", "restore be-bgnpcgn-1979 --candidates 3 Lukashenka"
        ),
    )(restore)
    app.command("variants", epilog=examples("variants 'Святлана Ціханоўская'", "variants --format query Łukašenka"))(
        variants
    )
    app.command("detect", epilog=examples("detect Łukašenka", "detect 'Sviatlana Tsikhanouskaya' --json"))(detect)


def to(scheme: SchemeId, texts: Texts = None, encoding: Encoding = "utf-8") -> None:
    """Write texts by a scheme.

    Each text gives a line; what isn't in the script of the scheme stays as it is.
    """
    from translit.writing.registry import scheme as scheme_of

    _line_by_line(texts, encoding, scheme_of(scheme).transliterate)


def restore(
    scheme: SchemeId,
    texts: Texts = None,
    candidates: Annotated[
        int | None, typer.Option(min=1, help="So many possible originals with their share of probability.")
    ] = None,
    encoding: Encoding = "utf-8",
) -> None:
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


def variants(
    name: Annotated[str, typer.Argument(help="A name; from a Latin spelling its likely originals come first.")],
    language: Annotated[str | None, typer.Option(help="Language of the name, such as be, ru or uk.")] = None,
    form: Annotated[
        str, typer.Option("--format", help="table, text, csv, json, or query: a quoted OR list for search engines.")
    ] = "table",
) -> None:
    """Show every spelling of a name, those of the commonest conventions first."""
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


def detect(
    text: Annotated[str, typer.Argument(help="A spelling of a name.")],
    as_json: AsJson = False,
) -> None:
    """Tell the language and scheme of a spelling, and the letters that decided."""
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


def _line_by_line(texts: list[str] | None, encoding: str, turn: Callable[[str], str]) -> None:
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

    from translit.edge.encoding import codec
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
