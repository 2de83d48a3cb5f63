"""Runs every benchmark and writes docs/benchmarks.md: what was run, and what it printed.

    python benchmarks/report.py [--peers .venv-peers/bin/python] [--names NAMES.txt.gz] [--pairs PAIRS.tsv ...]
                                [--train FOLDER] [--texts DOCUMENTS.jsonl.gz ENTITIES.tsv.gz] [--largest 10000000]
                                [--only transliterate compare ...]

A part that is not run keeps what the page has of it. Each figure is one run on one machine; the ratios, taken in
one run, are what to compare by.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
SCALE = HERE.parent / "docs" / "scale.md"  # repeats the part "resolve" between two marks
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
TITLES = {
    "start": "A new process until its first answer, beside importing rapidfuzz",
    "transliterate": "Writing by a scheme, beside ICU, unidecode, anyascii and iuliia",
    "compare": "Comparing pairs, beside rapidfuzz and nomenklatura",
    "dedupe": "Putting the spellings of a list together, beside rapidfuzz",
    "detect": "Which scheme wrote a word",
    "csv": "A column added to a CSV file, beside copies of it",
    "frames": "Inside pandas, polars and DuckDB, beside an apply with unidecode",
    "index": "The index, from ten thousand to ten million entities, beside SQLite, DuckDB and rapidfuzz",
    "find": "Entities found in texts, beside exact names by pyahocorasick and spaCy's EntityRuler",
    "resolve": "Files of different names resolved by the command line",
    "search": "Documents searched for persons, beside SQLite's FTS5, tantivy and Postgres",
}
PEERS_UP_TO = 1_000_000  # entities; beyond, they take hours
ROWS = (  # rows and entities of the files that are resolved
    (10_000, 10_000),
    (100_000, 100_000),
    (10_000, 1_000_000),
    (100_000, 1_000_000),
    (1_000_000, 1_000_000),
    (100_000, 10_000_000),
)


def commands(options: argparse.Namespace) -> dict[str, list[list[str]]]:
    """The command lines of each part."""
    names = [str(options.names)] if options.names else []
    peers = ["--peers", options.peers] if options.peers else []
    pairs = ["--pairs", *map(str, options.pairs)] if options.pairs else []
    sizes = [size for size in SIZES if size <= options.largest]
    found = {
        "start": [["start.py"]],
        "transliterate": [["transliterate.py", *names]],
        "compare": [["compare.py", *peers, *pairs]],
        "dedupe": [["dedupe.py", *map(str, options.pairs)]],
        "csv": [["csv_column.py"]],
        "frames": [["frames.py"]],
        "index": [
            ["index.py", "--entities", str(size), *(["--peers"] if size <= PEERS_UP_TO else [])] for size in sizes
        ],
        "find": [["find.py"], ["find.py", "--entities", "1000000"]],
        "resolve": [
            *(
                ["resolve.py", "--rows", str(rows), "--entities", str(entities)]
                for rows, entities in ROWS
                if entities <= options.largest
            ),
            ["resolve.py", "--rows", "100000", "--entities", "1000000", "--typos", "0.5"],
        ],
    }
    if options.texts:
        found["search"] = [["search.py", *map(str, options.texts), "--kind", "person"]]
    if options.train:
        dictionaries = ["--dictionaries", str(options.dictionaries)] if options.dictionaries else []
        found["detect"] = [["detect.py", str(options.train), *dictionaries]]
    return found


def run(command: list[str]) -> str:
    """The command as anyone can type it, and what it printed."""
    shown = " ".join(Path(word).name if "/" in word else word for word in command)
    print(shown, file=sys.stderr)
    line = [sys.executable, str(HERE / command[0]), *command[1:]]
    done = subprocess.run(line, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{shown} failed:\n{done.stderr}")
    print(done.stdout, file=sys.stderr)
    return f"```text\n$ python benchmarks/{shown}\n{done.stdout.rstrip()}\n```"


def sections(page: str) -> dict[str, str]:
    """Title → text of the sections that the page has."""
    return {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip() for part in re.split(r"(?m)^## ", page)[1:]}


def repeat(page: Path, part: str, text: str) -> None:
    """Put the text between the marks of a part on another page."""
    start, end = f"<!-- {part} -->\n", f"<!-- end of {part} -->\n"
    before, rest = page.read_text(encoding="utf-8").split(start)
    page.write_text(before + start + text + "\n" + end + rest.split(end)[1], encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", help="the Python of an environment with nomenklatura")
    parser.add_argument("--names", type=Path)
    parser.add_argument("--pairs", type=Path, nargs="*", default=[])
    parser.add_argument("--train", type=Path)
    parser.add_argument("--texts", type=Path, nargs=2, help="documents and entities, as search.py has them")
    parser.add_argument("--dictionaries", type=Path, help="the folder of hunspell dictionaries")
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--only", nargs="*", choices=list(TITLES), default=list(TITLES))
    options = parser.parse_args()
    kept = sections(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    for part, lines in commands(options).items():
        if part in options.only:
            kept[TITLES[part]] = "\n\n".join(run(line) for line in lines)
    cores, version = os.cpu_count(), platform.python_version()
    head = (
        "# Benchmarks\n\nWritten by `python benchmarks/report.py`; needs the extras `benchmark`, `frames` and `duckdb`,"
        f" and `make peers` for nomenklatura. Last run {date.today()}, on a virtual machine with {cores} cores and"
        f" Python {version}.\n"
    )
    body = [f"## {title}\n\n{kept[title]}\n" for title in TITLES.values() if title in kept]
    PAGE.write_text("\n".join([head, *body]), encoding="utf-8")
    if TITLES["resolve"] in kept:
        repeat(SCALE, "resolve", kept[TITLES["resolve"]])


if __name__ == "__main__":
    main()
