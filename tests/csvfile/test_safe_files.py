"""Nothing of anybody's is written over, and a second run waits its turn."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from translit.csvfile.output import Output
from translit.csvfile.resume import ResumableOutput
from translit.errors import DataError, UsageError
from translit.safe_files import MARK, Lock, exchange

Translit = Callable[..., Any]
CSV = ["-c", "name", "--to", "be-lacinka"]
GIVEN = "name\nАляксандр Лукашэнка\n"
OTHERS = b"somebody's own\n"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("name", ["out.csv.part", "out.csv.part.journal"])
@pytest.mark.parametrize("resume", [[], ["--resume"]])
def test_files_that_happen_to_have_our_names_stay(
    translit: Translit, tmp_path: Path, name: str, resume: list[str]
) -> None:
    (tmp_path / name).write_bytes(OTHERS)
    done = translit("resolve", "-", "-c", "name", "-o", "out.csv", *resume, given=GIVEN)
    assert (done.status, done.err.count("\n")) == (1, 1), done.err
    assert name in done.err
    assert (tmp_path / name).read_bytes() == OTHERS
    assert names(tmp_path) == {name}


def test_a_part_is_no_input_of_its_own_output(translit: Translit, tmp_path: Path) -> None:
    (tmp_path / "x.part").write_text(GIVEN, encoding="utf-8")
    done = translit("resolve", "x.part", "-c", "name", "-o", "x")
    assert done.status == 2, done.err
    assert (tmp_path / "x.part").read_text(encoding="utf-8") == GIVEN
    assert names(tmp_path) == {"x.part"}


@pytest.mark.parametrize("command", [["csv", "--to", "be-lacinka"], ["resolve"], ["dedupe"]])
@pytest.mark.parametrize("other", ["in.csv", "./in.csv", "link.csv", "hard.csv"])
def test_an_output_that_is_the_input_is_refused(
    translit: Translit, tmp_path: Path, command: list[str], other: str
) -> None:
    (tmp_path / "in.csv").write_text(GIVEN, encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("in.csv")
    os.link(tmp_path / "in.csv", tmp_path / "hard.csv")
    done = translit(command[0], "in.csv", "-c", "name", *command[1:], "-o", other)
    assert done.status == 2
    assert "is the input itself" in done.err
    assert (tmp_path / "in.csv").read_text(encoding="utf-8") == GIVEN
    assert (tmp_path / "link.csv").is_symlink()


def test_an_output_that_is_the_list_of_entities_is_refused(translit: Translit, tmp_path: Path) -> None:
    text = "id,name\na,Аляксандр Лукашэнка\n"
    (tmp_path / "entities.csv").write_text(text, encoding="utf-8")
    done = translit("resolve", "-", "-c", "name", "-e", "entities.csv", "-o", "entities.csv", given=GIVEN)
    assert done.status == 2
    assert (tmp_path / "entities.csv").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["out.csv.part", "out.csv.part.journal", ".out.csv.translit-lock"])
def test_planted_links_are_not_followed(translit: Translit, tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").write_bytes(OTHERS)
    (tmp_path / name).symlink_to("mine")
    done = translit("resolve", "-", "-c", "name", "-o", "out.csv", given=GIVEN)
    assert done.status in (1, 2)
    assert (tmp_path / "mine").read_bytes() == OTHERS
    assert (tmp_path / name).is_symlink()
    assert not (tmp_path / "out.csv").exists()


def test_a_lock_that_is_not_ours_is_refused(translit: Translit, tmp_path: Path) -> None:
    (tmp_path / ".out.csv.translit-lock").write_bytes(OTHERS)
    done = translit("csv", "-", *CSV, "-o", "out.csv", given=GIVEN)
    assert "is in the way" in done.err
    assert (tmp_path / ".out.csv.translit-lock").read_bytes() == OTHERS


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
@pytest.mark.parametrize("resumable", [True, False])
def test_a_part_is_never_more_open_than_its_output(tmp_path: Path, mode: int, resumable: bool) -> None:
    (tmp_path / "out.csv").write_bytes(b"old")
    (tmp_path / "out.csv").chmod(mode)
    path = str(tmp_path / "out.csv")
    output = ResumableOutput(path, "utf-8", b"", {}, resume=False) if resumable else Output(path)
    with output:
        for made in names(tmp_path) - {"out.csv"}:
            assert not (tmp_path / made).stat().st_mode & ~mode & 0o077, made
        output.write("new")
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == mode
    assert names(tmp_path) == {"out.csv"}


@pytest.mark.parametrize("resumable", [True, False])
def test_a_second_run_is_refused_and_the_first_one_ends(tmp_path: Path, resumable: bool) -> None:
    path = str(tmp_path / "out.csv")

    def opened() -> Output:
        return ResumableOutput(path, "utf-8", b"", {}, resume=False) if resumable else Output(path)

    with opened() as first:
        first.write("first")
        for second in (opened, lambda: Output(path)):
            with pytest.raises(DataError, match="another run is writing"):
                second()
    with opened() as third:
        third.write("third")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "third"
    assert names(tmp_path) == {"out.csv"}


def test_what_a_killed_run_left_goes_with_the_next_and_nothing_else(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys\nfrom translit.csvfile.output import Output\n"
        "with Output(sys.argv[1]) as out:\n    out.write('half')\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(tmp_path / "out.csv")], check=False)
    assert killed.returncode == -signal.SIGKILL
    lock = tmp_path / ".out.csv.translit-lock"
    assert len(names(tmp_path)) == 2
    (tmp_path / ".out.csv.mine").write_bytes(OTHERS)
    with lock.open("ab") as file:
        file.write(b".out.csv.mine\n../out.csv.0123456789abcdef.part\n")
    with Output(str(tmp_path / "out.csv")) as output:
        output.write("whole")
    assert names(tmp_path) == {"out.csv", ".out.csv.mine"}


def test_a_lock_names_what_is_made_before_it_is_made(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "out.csv")
    made = lock.beside("part")
    assert not made.exists()
    assert lock.path.read_bytes() == MARK + made.name.encode() + b"\n"
    lock.release()
    assert not names(tmp_path)


def test_a_write_protected_output_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out.csv").write_bytes(OTHERS)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write whatever the mode says
    with pytest.raises(UsageError, match="write-protected"):
        Output(str(tmp_path / "out.csv"))


def test_folders_swap_their_names_or_stay(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if exchange(tmp_path / "one", tmp_path / "other"):
        assert names(tmp_path / "one") == {"other"}
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "nothing")


@pytest.mark.parametrize("name", ["я" * 120 + ".csv", "x" * 251 + ".csv"])
def test_long_names_are_written(translit: Translit, tmp_path: Path, name: str) -> None:
    assert translit("csv", "-", *CSV, "-o", name, given=GIVEN).status == 0
    assert names(tmp_path) == {name}
