"""Faults on the way: no row lost or doubled, no half-written file, one sentence, the right exit status."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import PROGRAM, Translit, one_sentence
from translit.finding.entities.sources import read_entities
from translit.finding.resolve import Resolver

CSV = ("csv", "-", "-c", "name", "--to", "be-lacinka")
PROCESSES = pytest.mark.parametrize("processes", ["1", "2"])
ENTITIES = "id,kind,name\nlukashenka,person,Аляксандр Лукашэнка\ncichanouskaja,person,Святлана Ціханоўская\n"
SYLLABLES = ("ла", "ка", "шэ", "но", "ві", "ру", "да", "мі")


def started(folder: Path, *arguments: str, limited: bool = False) -> subprocess.Popen[bytes]:
    """The program in a session of its own, as a terminal starts it."""
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        start_new_session=True,
        preexec_fn=small_files if limited else None,  # noqa: PLW1509  it starts no threads before
    )


def small_files() -> None:
    """Let the process write no file beyond 400 kB, as on a disk with no more room."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A folder with entities and a file of names, all different, and what resolving them gives."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "entities.csv").write_text(ENTITIES, encoding="utf-8")
    with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
        file.write("id,name,note\r\n")
        for number in range(4000):
            name = "".join(SYLLABLES[(number >> shift) % 8] for shift in (0, 3, 6, 9))
            file.write(f'{number},Аляксандр {name.title()},"{"x" * 800}\n"\r\n')
    out, _ = started(folder, *resolving("1")[:-4]).communicate()
    assert out.count(b'\n"') == 4000
    return folder, out


@pytest.fixture
def names(tmp_path: Path, whole: tuple[Path, bytes]) -> Path:
    """A folder with those files."""
    for file in whole[0].iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def resolving(processes: str) -> list[str]:
    return ["resolve", "in.csv", "-c", "name", "-e", "entities.csv", "-o", "out.csv", "--processes", processes]


def wait_for_rows(process: subprocess.Popen[bytes], journal: Path) -> None:
    while process.poll() is None and not (journal.exists() and journal.read_text(encoding="utf-8").count("\n") > 4):
        time.sleep(0.01)
    assert process.poll() is None, "the run ended too early"


def resumed(translit: Translit, folder: Path, processes: str, whole: tuple[Path, bytes]) -> None:
    """What a resumed run leaves is byte for byte that of a whole one."""
    assert not (folder / "out.csv").exists()
    done = translit(*resolving(processes), "--resume")
    assert done.status == 0, done.err
    assert (folder / "out.csv").read_bytes() == whole[1]
    assert sorted(path.name for path in folder.iterdir()) == ["entities.csv", "in.csv", "out.csv"]


@pytest.mark.slow
@PROCESSES
def test_killed_half_way_and_resumed(
    translit: Translit, names: Path, processes: str, whole: tuple[Path, bytes]
) -> None:
    process = started(names, *resolving(processes))
    wait_for_rows(process, names / "out.csv.part.journal")
    workers = children(process.pid)
    process.kill()
    process.communicate()
    for _ in range(3000):  # they end by themselves
        if not any(map(alive, workers)):
            break
        time.sleep(0.01)
    assert not any(map(alive, workers))
    resumed(translit, names, processes, whole)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.slow
@PROCESSES
def test_a_full_disk_while_resolving(
    translit: Translit, names: Path, processes: str, whole: tuple[Path, bytes]
) -> None:
    process = started(names, *resolving(processes), limited=True)
    _, err = process.communicate()
    assert process.returncode == 1
    assert one_sentence(err.decode()), err.decode()
    assert "out.csv can't be written: File too large" in err.decode()
    assert "--resume goes on from there" in err.decode()
    resumed(translit, names, processes, whole)


@pytest.mark.slow
def test_a_worker_that_dies_while_resolving(translit: Translit, names: Path, whole: tuple[Path, bytes]) -> None:
    process = started(names, *resolving("2"))
    wait_for_rows(process, names / "out.csv.part.journal")
    os.kill(children(process.pid)[0], signal.SIGKILL)
    _, err = process.communicate()
    assert process.returncode == 1
    assert one_sentence(err.decode()), err.decode()
    assert "a worker process died" in err.decode()
    assert "--resume goes on from there" in err.decode()
    resumed(translit, names, "2", whole)


@pytest.mark.slow
@PROCESSES
def test_the_index_is_removed_while_resolving(names: Path, processes: str, whole: tuple[Path, bytes]) -> None:
    Resolver(read_entities(names / "entities.csv")).save(names / "index")
    arguments = ["index" if word == "entities.csv" else word for word in resolving(processes)]
    process = started(names, *arguments)
    wait_for_rows(process, names / "out.csv.part.journal")
    shutil.rmtree(names / "index")
    _, err = process.communicate()
    assert process.returncode == 0 and err.startswith(b"translit: 4,000 rows: "), err
    assert (names / "out.csv").read_bytes() == whole[1]


@pytest.mark.slow
@PROCESSES
def test_control_c_while_resolving(translit: Translit, names: Path, processes: str, whole: tuple[Path, bytes]) -> None:
    process = started(names, *resolving(processes))
    wait_for_rows(process, names / "out.csv.part.journal")
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to the workers too
    _, err = process.communicate()
    assert (process.returncode, one_sentence(err.decode())) == (130, True), err.decode()
    resumed(translit, names, processes, whole)


def half_way(folder: Path, processes: str) -> subprocess.Popen[bytes]:
    """`csv` that has written a part of its output and waits for more input."""
    process = started(folder, *CSV, "-o", "out.csv", "--processes", processes)
    assert process.stdin is not None
    process.stdin.write(b"id,name\n" + "1,Аляксандр Лукашэнка\n".encode() * 200_000)
    process.stdin.flush()
    while not any(path.stat().st_size for path in folder.glob(".out.csv.*.part")):
        assert process.poll() is None
        time.sleep(0.01)
    return process


@PROCESSES
@pytest.mark.parametrize(("how", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_csv_stopped_half_way_leaves_nothing(tmp_path: Path, processes: str, how: signal.Signals, status: int) -> None:
    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    process = half_way(tmp_path, processes)
    os.killpg(process.pid, how)
    _, err = process.communicate()
    assert process.returncode == status
    assert err.decode() == ("translit: stopped\n" if how == signal.SIGINT else "")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("out.csv", "old")]


def test_csv_tells_of_a_worker_that_dies(tmp_path: Path) -> None:
    process = half_way(tmp_path, "2")
    os.kill(children(process.pid)[1], signal.SIGKILL)
    _, err = process.communicate("2,Ян\n".encode() * 200_000)
    assert process.returncode == 1
    assert one_sentence(err.decode()), err.decode()
    assert "a worker process died" in err.decode()
    assert not list(tmp_path.iterdir())


@PROCESSES
def test_a_full_disk_leaves_nothing(tmp_path: Path, processes: str) -> None:
    process = started(tmp_path, *CSV, "-o", "out.csv", "--processes", processes, limited=True)
    _, err = process.communicate(b"id,name\n" + "1,Аляксандр\n".encode() * 200_000)
    assert process.returncode == 1
    assert one_sentence(err.decode()), err.decode()
    assert "out.csv can't be written: File too large; nothing was left behind" in err.decode()
    assert not list(tmp_path.iterdir())


@PROCESSES
def test_faults_are_told_by_their_line_however_many_work(translit: Translit, processes: str) -> None:
    given = "id,name\n" + '1,"two\nlines"\n' * 50_000 + "2,Ян,Ева\n" + "3,Ян\n" * 50_000
    done = translit(*CSV, "-o", "out.csv", "--processes", processes, given=given)
    assert (done.status, one_sentence(done.err)) == (1, True)
    assert "line 100002 of standard input has 3 cells" in done.err


@pytest.mark.slow
def test_a_row_of_ten_megabytes_in_the_middle(translit: Translit) -> None:
    row = f'2,Ян,"{"Я" * (5 << 20)}\n"\n'
    given = "id,name,note\n" + "1,Ева,\n" * 100_000 + row + "3,Ева,\n" * 100_000
    one, two = (translit(*CSV, "--processes", processes, given=given) for processes in ("1", "2"))
    assert (one.status, two.status) == (0, 0), one.err + two.err
    assert one.raw == two.raw
    assert one.out == given.replace("note\n", "note,name_be-lacinka\n", 1).replace("Ева,\n", "Ева,,Jeva\n").replace(
        '\n"\n', '\n",Jan\n'
    )


def fed(folder: Path, rows: int, *arguments: str) -> tuple[int, int]:
    """The most memory, in kB, of a run that is given so many equal rows, and how many it wrote."""
    process = started(folder, *arguments)
    assert process.stdin is not None
    assert process.stdout is not None
    stdin = process.stdin

    def feed() -> None:
        block = "1,Аляксандр Лукашэнка\n".encode() * 10_000
        stdin.write(b"id,name\n")
        for _ in range(rows // 10_000):
            stdin.write(block)
        stdin.close()

    thread = threading.Thread(target=feed)
    thread.start()
    written = sum(piece.count(b"\n") for piece in pieces(process))
    thread.join()
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    process.returncode = 0
    process.stdout.close()
    return usage.ru_maxrss, written


def pieces(process: subprocess.Popen[bytes]) -> Iterator[bytes]:
    assert process.stdout is not None
    while piece := process.stdout.read(1 << 20):
        yield piece


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [[*CSV, "--processes", "1"], ["resolve", "-", "-c", "name", "-e", "entities.csv"]],
    ids=["csv", "resolve"],
)
def test_memory_does_not_grow_with_equal_names(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "entities.csv").write_text(ENTITIES, encoding="utf-8")
    few, rows = fed(tmp_path, 100_000, *command)
    assert rows == 100_001
    many, rows = fed(tmp_path, 1_000_000, *command)  # 21 MB that it reads, 39 that it writes
    assert rows == 1_000_001
    assert many < few + 8_000


@pytest.mark.slow
def test_workers_stopped_as_they_start_end_in_silence() -> None:
    code = """
import signal, sys
from translit.cli import _terminated
from translit.processes import workers
signal.signal(signal.SIGTERM, _terminated)
for _ in range(60):
    try:
        with workers(str.upper, 2):
            raise KeyError
    except KeyError:
        pass
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
