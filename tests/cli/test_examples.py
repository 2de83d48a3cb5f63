"""Every example in the help of a command runs, on files such as it names."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import openpyxl
import pytest

from tests.cli.in_process import call
from tests.support import ROOT
from translit import Corpus, Resolver
from translit.cli import COMMANDS, app
from translit.corpus.documents import Document

WAITING = ("serve", "review")  # they go on until somebody stops them: their options are parsed
TEXT = "Аляксандр Лукашэнка і Светлана Тихановская былі ў Мінску."
PEOPLE = [["name", "id", "name_ru"], ["Янка Купала", "1", "Янка Купала"], ["Васіль Быкаў", "2", "Василь Быков"]]
TABLES = {
    "people.csv entities.csv sanctions.csv mixed.csv spellings.csv": PEOPLE,
    "customers.csv list.csv out.csv": [["name"], ["Vasil Bykau"], ["Nobody"]],
    "big.csv": [["a", "b", "name"], ["1", "2", "Janka Kupala"]],
    "decided.csv": [["name", "evidence", "decision", "entity_id", "entity_name"]],
    "a.csv": [["name", "born"], ["Vasil Bykau", "1924"]],
    "b.csv": [["name", "full_name", "birth_date"], ["Васіль Быкаў", "Васіль Быкаў", "19.06.1924"]],
    "posts.csv": [["id", "body"], ["1", TEXT]],
}
BOOKS = {
    "list.xlsx": [["given", "family"], ["Vasil", "Bykau"]],
    "letters.xlsx": [["text"], [TEXT]],
    "a.xlsx b.xlsx": [["key", "full_name", "name"], ["k1", "Янка Купала", "Янка Купала"]],
}
LINES = {
    "posts.jsonl": {"text": TEXT},
    "entities.jsonl": {"id": "1", "name": "Янка Купала"},
    "b.jsonl": {"key": "k2", "full_name": "Васіль Быкаў"},
}
MAIL = "From a@b Thu Jan  2 00:00:00 2020\nFrom: a@b\nSubject: news\n\nLukashenka and Putin\n"


def examples(command: click.Command) -> Iterator[str]:
    """The examples of a command and of those in it."""
    yield from re.findall(r"^  translit (.+)$", command.epilog or "", re.MULTILINE)
    for each in getattr(command, "commands", {}).values():
        yield from examples(each)


def every_example() -> list[str]:
    context = click.Context(app)
    found = (app.get_command(context, name) for name in COMMANDS)
    return list(dict.fromkeys(line for command in found if command for line in examples(command)))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the examples name."""
    folder = tmp_path_factory.mktemp("examples")
    for names, rows in TABLES.items():
        for name in names.split():
            (folder / name).write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    for names, rows in BOOKS.items():
        for name in names.split():
            book = openpyxl.Workbook()
            for row in rows:
                book.active.append(row)
            book.save(folder / name)
    for name, record in LINES.items():
        (folder / name).write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "b.txt").write_bytes("name\tcity\nВасіль Быкаў\tМінск\n".encode("cp1251"))
    (folder / "names.txt").write_text("Лукашенко\n", encoding="utf-8")
    (folder / "letters.mbox").write_text(MAIL, encoding="utf-8")
    for name in ("papers/a.txt", "articles/2020-01-02.txt"):
        (folder / name).parent.mkdir()
        (folder / name).write_text(TEXT, encoding="utf-8")
    Resolver.of_seeds().save(folder / "people.index")
    with Corpus(folder / "news.db") as corpus:
        corpus.add([Document("17", "Lukaschenko traf Putin.", language="de", date="2020-08-09")])
        corpus.annotate(Resolver.of_seeds())
    return folder


@pytest.mark.parametrize("example", every_example())
def test_an_example(files: Path, tmp_path: Path, example: str) -> None:
    folder = tmp_path / "here"
    shutil.copytree(files, folder)
    for name in ("seeds", "tables"):
        (folder / name).symlink_to(ROOT / name)
    line, _, given = example.partition(" | ")[0].partition(" > ")[0].partition(" < ")
    arguments = shlex.split(line)
    if arguments[0] in WAITING:
        command = app.get_command(click.Context(app), arguments[0])
        assert command is not None
        command.make_context(arguments[0], arguments[1:])
        return
    if arguments[:2] == ["corpus", "remove"] and arguments[3].startswith("articles"):
        assert call(folder, "corpus", "add", "news.db", "articles/").status == 0
    done = call(folder, *arguments, given=(folder / given.strip()).read_bytes() if given else b"")
    assert done.status == 0, done.err
    written = [arguments[place + 1] for place, option in enumerate(arguments) if option in ("-o", "--html", "--pairs")]
    assert all((folder / name).exists() for name in written)
    assert done.out or done.err or written
