"""Whatever call fails, and wherever a run is killed: the old file, the new one, or a part to go on from."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults import injection
from translit.cli import main
from translit.errors import TranslitError
from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not injection.available(), reason="needs Linux on x86-64, a C compiler and ptrace"),
]
ACTIONS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "KILL": injection.KILL}
NAMES = ["Аляксандр Лукашэнка", "Святлана Ціханоўская", "Янка Купала", "Якуб Колас"]
ENTITIES = "id,name\n" + "".join(f"e{number},{name}\n" for number, name in enumerate(NAMES))
ROWS = "id,name,note\n" + "".join(f'{number},{NAMES[number % 4]},"{"x" * 1000}"\n' for number in range(900))
OLD = b"what was there before\n"


@dataclass(frozen=True)
class Case:
    """A command, the files it starts with, and what is checked after it was disturbed."""

    work: Callable[[Path], int]
    start: Callable[[Path], None]
    check: Callable[[Path, int], None]


def files(folder: Path) -> None:
    (folder / "in.csv").write_text(ROWS, encoding="utf-8")
    (folder / "e.csv").write_text(ENTITIES, encoding="utf-8")
    (folder / "out.csv").write_bytes(OLD)


def command(*arguments: str) -> Callable[[Path], int]:
    """A command on the files of a folder, named by their whole paths."""

    def work(folder: Path) -> int:
        return main([str(folder / each) if each.endswith(".csv") else each for each in arguments])

    return work


CSV = command("csv", "in.csv", "-c", "name", "--to", "be-lacinka", "-o", "out.csv", "--processes", "1")
DEDUPE = command("dedupe", "in.csv", "-c", "name", "-o", "out.csv")
RESOLVE = command("resolve", "in.csv", "-c", "name", "-e", "e.csv", "-o", "out.csv")
RESUME = command("resolve", "in.csv", "-c", "name", "-e", "e.csv", "-o", "out.csv", "--resume")
WHOLE: dict[str, bytes] = {}


def whole(work: Callable[[Path], int], name: str, folder: Path) -> bytes:
    """The output of an undisturbed run."""
    if name not in WHOLE:
        calm = folder.with_name(f"calm-{name}")
        calm.mkdir()
        files(calm)
        assert injection.run(lambda: work(calm), calm, 0, 0, folder.with_name("said"))[0] == 0
        WHOLE[name] = (calm / "out.csv").read_bytes()
    return WHOLE[name]


def output(work: Callable[[Path], int], name: str, again: Callable[[Path], int]) -> Callable[[Path, int], None]:
    """A check that the output is the old or the new one, and that the next run makes it new and leaves nothing else."""

    def check(folder: Path, status: int) -> None:
        new = whole(work, name, folder)
        there = (folder / "out.csv").read_bytes()
        assert there in (OLD, new)
        assert status or there == new
        assert again(folder) == 0
        assert (folder / "out.csv").read_bytes() == new
        assert {path.name for path in folder.iterdir()} == {"in.csv", "e.csv", "out.csv"}

    return check


def stopped(folder: Path) -> None:
    """A folder in which a run was killed when it had done some rows."""
    files(folder)
    calls = injection.run(lambda: RESOLVE(folder), folder, 0, 0, folder.with_name("said"))[1]
    for number in range(calls // 2, calls):
        for path in folder.iterdir():
            path.unlink()
        files(folder)
        injection.run(lambda: RESOLVE(folder), folder, number, injection.KILL, folder.with_name("said"))
        if (folder / "out.csv.part").exists() and (folder / "out.csv.part").stat().st_size > 10_000:
            return
    raise AssertionError("no run was stopped half-way")


PEOPLE = [Entity(f"e{number}", "person", [name]) for number, name in enumerate(NAMES)]


def index(folder: Path) -> None:
    Resolver(PEOPLE).save(folder / "index")


def save(folder: Path) -> int:
    try:
        Resolver(PEOPLE[:2]).save(folder / "index")
    except TranslitError as error:
        os.write(2, f"{error}\n".encode())
        return 1
    return 0


def index_is_there(folder: Path, status: int) -> None:
    assert len(Resolver.open(folder / "index")) in ((2,) if not status else (2, 4))
    assert save(folder) == 0
    assert len(Resolver.open(folder / "index")) == 2
    assert [path.name for path in folder.iterdir()] == ["index"]


def corpus(folder: Path) -> None:
    from translit.corpus.store import Corpus

    Corpus(folder / "texts.db").add([("a", "Аляксандр Лукашэнка ў Мінску"), ("b", "Янка Купала")])


def add(folder: Path) -> int:
    from translit.corpus.store import Corpus

    try:
        Corpus(folder / "texts.db").add([("c", "Якуб Колас у Мінску"), ("d", "Святлана Ціханоўская")])
    except TranslitError as error:
        os.write(2, f"{error}\n".encode())
        return 1
    return 0


def corpus_is_whole(folder: Path, status: int) -> None:
    from translit.corpus.store import Corpus

    there = Corpus(folder / "texts.db")
    assert [hit.document_id for hit in there.search("Купала")] == ["b"]
    added = [bool(there.search(name)) for name in ("Колас", "Ціханоўская")]
    assert added in ([[True, True]] if not status else [[True, True], [False, False]])
    assert add(folder) == 0
    assert Corpus(folder / "texts.db").search("Колас")


CASES = {
    "csv": Case(CSV, files, output(CSV, "csv", CSV)),
    "dedupe": Case(DEDUPE, files, output(DEDUPE, "dedupe", DEDUPE)),
    "resolve": Case(RESOLVE, files, output(RESOLVE, "resolve", RESUME)),
    "resume": Case(RESUME, stopped, output(RESOLVE, "resolve", RESUME)),
    "index": Case(save, index, index_is_there),
    "corpus": Case(add, corpus, corpus_is_whole),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("action", ACTIONS)
def test_every_call_may_fail(tmp_path: Path, name: str, action: str) -> None:
    case, said = CASES[name], tmp_path / "said"
    first = tmp_path / "first"
    first.mkdir()
    case.start(first)
    kept = tmp_path / "kept"
    shutil.copytree(first, kept)
    status, calls = injection.run(lambda: case.work(first), first, 0, 0, said)
    assert status == 0, said.read_text(encoding="utf-8")
    assert calls > 5
    for number in range(1, calls + 1):
        folder = tmp_path / f"{name}{number}"
        shutil.copytree(kept, folder)
        status, _ = injection.run(lambda folder=folder: case.work(folder), folder, number, ACTIONS[action], said)  # type: ignore[misc]
        told = said.read_text(encoding="utf-8")
        assert "Traceback" not in told, (number, told)
        assert status in ((128 + 9,) if action == "KILL" else (0, 1, 2)), (number, status, told)
        if status in (1, 2):
            assert "translit:" in told or name in ("index", "corpus"), (number, told)
        try:
            case.check(folder, status)
        except BaseException as error:
            error.add_note(f"call {number} of {calls} of {name}, {action}; status {status}; {told}")
            raise
        shutil.rmtree(folder)
