"""Writes `docs/schemes.md`: every scheme, by language, from the heads and examples of the tables.

python -m translit.writing.catalogue docs/schemes.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from translit.writing.language_names import LANGUAGES
from translit.writing.registry import SchemeInfo, load_table, schemes

SHOWN = 2  # examples a scheme
HEAD = """# Schemes

Made from the tables by `make docs`; a test keeps it current.
`translit schemes ID` prints one in full, `--status`, `--reversible` and `--find` choose some.
⇄ marks a scheme that `restore` turns back to the one original.
The status is current, superseded, historical, press (a newspaper's convention) or variant.
"""


def catalogue() -> str:
    """The page as Markdown.

    >>> "## Belarusian (be)" in catalogue()
    True
    """
    found = schemes()
    languages = sorted({info.language for info in found}, key=lambda code: (LANGUAGES.get(code, code), code))
    summary = f"{len(found)} schemes, {len(languages)} languages.\n"
    parts = [HEAD, summary]
    for language in languages:
        own = [info for info in found if info.language == language]
        parts.append(f"## {LANGUAGES.get(language, language)} ({language})\n")
        parts.append("| id | authority, year | status | | examples | source |\n|---|---|---|---|---|---|")
        parts.append("\n".join(map(_row, own)) + "\n")
    return "\n".join(parts)


def _row(info: SchemeInfo) -> str:
    names = "<br>".join(f"`{name}`" for name in (info.id, *info.aliases))
    cells = [
        names,
        f"{info.authority}, {info.year}",
        info.status,
        _direction(info),
        ", ".join(_examples(info)),
        f"{info.title}. {info.source}",
    ]
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _direction(info: SchemeInfo) -> str:
    if (info.reads, info.writes) != ("Cyrl", "Latn"):
        return f"{info.reads} → {info.writes}"
    return "⇄" if info.reversible else ""


def _examples(info: SchemeInfo) -> Iterator[str]:
    examples = load_table(info.path).examples.items()
    short = sorted(examples, key=lambda pair: (len(pair[0]) < 4, len(pair[0].split()), pair[0].isupper()))
    for source, written in short[:SHOWN]:
        yield f"{source} → {written}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(catalogue(), encoding="utf-8")
