"""A run that is stopped anywhere goes on there: what the part and the journal say, piece by piece."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from translit.csvfile import resume as resume_module
from translit.csvfile.journal import Journal, _unsealed
from translit.csvfile.output import Output, Place
from translit.csvfile.resume import ResumableOutput, fingerprint
from translit.errors import DataError, UsageError

PIECES = [b"head\n", b"one\n", b"two\n", b"three\n", b"four\n"]
WHOLE = "".join(piece.decode().upper() for piece in PIECES)
MARK = b"\xef\xbb\xbf"
SETTINGS = {"column": "name", "scheme": "be-lacinka"}


class Stop(Exception):
    pass


def run(
    folder: Path,
    stop: int | None = None,
    *,
    resume: bool = True,
    pieces: Sequence[bytes] = PIECES,
    settings: dict[str, str] = SETTINGS,
    mark: bytes = MARK,
) -> int:
    """Write every piece in capitals, stop behind so many; gives the number of rows."""
    with ResumableOutput(str(folder / "out.csv"), "utf-8", mark, settings, resume=resume) as output:
        for number, piece in enumerate(pieces):
            if number == stop:
                raise Stop
            place = output.place(lambda piece=piece: piece, int(number > 0))  # type: ignore[misc]
            if place:
                output.commit(place, piece.decode().upper())
        if stop == len(pieces):
            raise Stop
        output.finish()
    return output.done.rows


def stopped(folder: Path, stop: int, **options: object) -> list[str]:
    with pytest.raises(Stop) as caught:
        run(folder, stop, **options)  # type: ignore[arg-type]
    return getattr(caught.value, "__notes__", [])


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def whole(folder: Path, mark: bytes = MARK) -> None:
    assert (folder / "out.csv").read_bytes() == mark + WHOLE.encode()
    assert names(folder) == {"out.csv"}


KEPT = {"out.csv.part", "out.csv.part.journal"}


@pytest.mark.parametrize("stop", [2, 3, 5])
def test_a_stopped_run_goes_on(tmp_path: Path, stop: int) -> None:
    (note,) = stopped(tmp_path, stop)
    rows = stop - 1
    kept = "1 row is" if rows == 1 else f"{rows} rows are"
    assert note == f"{kept} kept in out.csv.part; --resume goes on from there"
    assert names(tmp_path) == KEPT
    assert (tmp_path / "out.csv.part").read_bytes() == MARK + b"".join(PIECES[:stop]).upper()
    assert run(tmp_path) == len(PIECES) - 1
    whole(tmp_path)


@pytest.mark.parametrize("stop", [0, 1])
def test_nothing_is_kept_of_a_run_without_rows(tmp_path: Path, stop: int) -> None:
    assert stopped(tmp_path, stop) == []
    assert not names(tmp_path)


def test_what_was_done_is_not_done_again(tmp_path: Path) -> None:
    stopped(tmp_path, 3)
    with ResumableOutput(str(tmp_path / "out.csv"), "utf-8", MARK, SETTINGS, resume=True) as output:
        assert output.done.rows == 2
        found = [output.place(lambda piece=piece: piece, 7) for piece in PIECES]  # type: ignore[misc]
        assert found[:3] == [None] * 3
        assert [place.rows for place in found[3:] if place] == [7, 7]
        assert [place.input for place in found[3:] if place] == [19, 24]


def test_stopping_again_and_again(tmp_path: Path) -> None:
    """Each time the journal's end is torn too, so that the next run must find the right place behind which to write."""
    for stop in (2, 3, 4, 5):
        stopped(tmp_path, stop)
        journal = tmp_path / "out.csv.part.journal"
        lines = journal.read_bytes().split(b"\n")
        assert lines.pop() == b""
        said = [_unsealed(line) for line in lines]
        assert None not in said
        assert [line["rows"] for line in said[2:]] == list(range(stop))
        with journal.open("ab") as file:
            file.write(b'0000abcd {"torn": 1}\nno line end' if stop % 2 else b"torn")
    run(tmp_path)
    whole(tmp_path)


def test_a_run_killed_before_its_last_line(tmp_path: Path) -> None:
    """The part is longer than the journal says, or the journal's last line is half there."""
    stopped(tmp_path, 4)
    with (tmp_path / "out.csv.part").open("ab") as file:
        file.write(b"half a blo")
    journal = tmp_path / "out.csv.part.journal"
    journal.write_bytes(journal.read_bytes()[:-5])
    assert run(tmp_path) == 4
    whole(tmp_path)


def test_without_resume_a_run_begins_anew(tmp_path: Path) -> None:
    stopped(tmp_path, 3)
    others = [b"head\n", b"five\n"]
    assert run(tmp_path, resume=False, pieces=others) == 1
    assert (tmp_path / "out.csv").read_bytes() == MARK + b"HEAD\nFIVE\n"
    assert names(tmp_path) == {"out.csv"}


def test_a_journal_whose_part_is_gone(tmp_path: Path) -> None:
    stopped(tmp_path, 3)
    (tmp_path / "out.csv.part").unlink()
    assert run(tmp_path) == 4
    whole(tmp_path)


@pytest.mark.parametrize(
    "pieces",
    [
        [b"head\n", b"six\n", *PIECES[2:]],  # as long, with other letters
        [b"head\n", b"one and more\n", *PIECES[2:]],
        PIECES[:2],
        [b"".join(PIECES)],  # in other pieces
    ],
)
def test_another_input_is_refused_and_the_rows_are_kept(tmp_path: Path, pieces: list[bytes]) -> None:
    stopped(tmp_path, 3)
    before = (tmp_path / "out.csv.part").read_bytes()
    with pytest.raises(DataError, match=r"the input isn't what the stopped run of .*out\.csv read"):
        run(tmp_path, pieces=pieces)
    assert (tmp_path / "out.csv.part").read_bytes() == before
    run(tmp_path)
    whole(tmp_path)


def test_other_settings_are_refused(tmp_path: Path) -> None:
    stopped(tmp_path, 3)
    with pytest.raises(DataError, match="had another column and scheme; give the same"):
        run(tmp_path, settings={"column": "x", "scheme": "y"})
    with pytest.raises(DataError, match="had another scheme; give"):
        run(tmp_path, settings={**SETTINGS, "scheme": "y"})
    assert names(tmp_path) == KEPT
    run(tmp_path)
    whole(tmp_path)


@pytest.mark.parametrize("size", [3, 1 << 20])
@pytest.mark.parametrize("how", ["changed", "cut"])
def test_a_damaged_part_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, size: int) -> None:
    monkeypatch.setattr(resume_module, "SIZE", size)
    stopped(tmp_path, 4)
    part = tmp_path / "out.csv.part"
    data = part.read_bytes()
    with part.open("r+b") as file:
        if how == "cut":
            file.truncate(len(data) - 1)
        else:
            file.seek(len(data) - 3)
            file.write(b"?")
    damaged = part.read_bytes()
    for resume in (True, False):
        with pytest.raises(DataError, match=r"is damaged: it isn't what out\.csv\.part\.journal says"):
            run(tmp_path, resume=resume)
        assert part.read_bytes() == damaged
    with part.open("r+b") as file:
        file.write(data)
    run(tmp_path)
    whole(tmp_path)


def test_a_part_that_was_copied_back_is_known_by_its_content(tmp_path: Path) -> None:
    stopped(tmp_path, 3)
    part = tmp_path / "out.csv.part"
    shutil.copy(part, tmp_path / "copy")
    os.replace(tmp_path / "copy", part)
    run(tmp_path)
    whole(tmp_path)


@pytest.mark.parametrize("rows", [True, False])
def test_another_file_in_the_place_of_the_part(tmp_path: Path, rows: bool) -> None:
    """With rows in the journal, and with a journal that no row had come into."""
    stopped(tmp_path, 3)
    journal = tmp_path / "out.csv.part.journal"
    if not rows:
        journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:2]))
    (tmp_path / "mine").write_bytes(b"somebody's own, which is long enough\n")
    os.replace(tmp_path / "mine", tmp_path / "out.csv.part")
    for resume in (True, False):
        with pytest.raises(DataError, match="isn't the part of a stopped run and won't be written over"):
            run(tmp_path, resume=resume)
    assert (tmp_path / "out.csv.part").read_bytes() == b"somebody's own, which is long enough\n"


def test_a_part_that_is_no_file(tmp_path: Path) -> None:
    stopped(tmp_path, 3)
    (tmp_path / "out.csv.part").unlink()
    (tmp_path / "out.csv.part").mkdir()
    with pytest.raises(DataError, match="isn't the part of a stopped run"):
        run(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: [],
        lambda lines: [{**lines[0], "format": "other"}, *lines[1:]],
        lambda lines: [{**lines[0], "version": 1}, *lines[1:]],
        lambda lines: [{"format": lines[0]["format"], "version": 2}, *lines[1:]],
        lambda lines: [{**lines[0], "settings": 5}, *lines[1:]],
        lambda lines: [lines[0], None, *lines[2:]],
        lambda lines: [*lines[:2], {"rows": 1, "other": 2}],
        lambda lines: [lines[0], {"part": 3}],
        lambda lines: [*lines[:2], 7],
    ],
)
def test_a_journal_that_is_none(tmp_path: Path, change: object) -> None:
    stopped(tmp_path, 3)
    journal = tmp_path / "out.csv.part.journal"
    lines = change([_unsealed(line) for line in journal.read_bytes().splitlines()])  # type: ignore[operator]
    data = b"".join(b"%08x %s\n" % (crc(line), json.dumps(line).encode()) for line in lines)
    journal.write_bytes(data)
    for resume in (True, False):
        with pytest.raises(DataError, match=r"out\.csv\.part\.journal is damaged, or not the journal"):
            run(tmp_path, resume=resume)
    assert journal.read_bytes() == data
    assert (tmp_path / "out.csv.part").exists()


def crc(line: object) -> int:
    from zlib import crc32

    return crc32(json.dumps(line).encode())


def test_a_journal_tells_what_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    journal = Journal.begun(path, tmp_path / "made", SETTINGS)
    (tmp_path / "part").touch()
    status = (tmp_path / "part").stat()
    journal.vouch(status)
    journal.note(Place(5, "x", 6, 7, "y"))
    assert journal.last.rows == 7
    journal.close()
    found = Journal.opened(path)
    assert (found.path, found.settings, found.part) == (path, SETTINGS, (status.st_dev, status.st_ino))
    assert found.last == Place(input=5, checksum="x", output=6, rows=7, written="y")
    found.close()
    assert names(tmp_path) == {"a.journal", "part"}
    with pytest.raises(FileExistsError):
        Journal.begun(path, tmp_path / "made", {})
    assert names(tmp_path) == {"a.journal", "part"}


@pytest.mark.parametrize("error", [FileExistsError(17, "File exists"), OSError(28, "No space left on device")])
def test_a_part_that_cant_be_made_leaves_no_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def create(*_: object) -> int:
        raise error

    monkeypatch.setattr(resume_module, "create", create)
    with pytest.raises((DataError, UsageError)) as caught:
        run(tmp_path)
    assert ("won't be written over" if error.errno == 17 else "No space left on device") in str(caught.value)
    assert not names(tmp_path)


def test_what_is_said_of_a_full_disk(tmp_path: Path) -> None:
    full = OSError(28, "No space left on device")
    out = str(tmp_path / "out.csv")
    with ResumableOutput(out, "utf-8", b"", {}, resume=True) as output:
        assert str(output.failed(full)) == f"{out} can't be written: No space left on device"
        full.filename = "out.csv.part.journal"
        assert str(output.failed(full)) == "out.csv.part.journal can't be written: No space left on device"
    with Output(str(tmp_path / "o")) as plain:
        assert str(plain.failed(full)).endswith("No space left on device; nothing was left behind")
        pipe = BrokenPipeError()
        assert plain.failed(pipe) is pipe


def test_only_files_can_be_continued(tmp_path: Path) -> None:
    """Even where a part and a journal of the name are there."""
    stopped(tmp_path, 3)
    os.mkfifo(tmp_path / "out.csv")  # a device wouldn't do: a fault of the code would replace it
    with pytest.raises(UsageError, match=r"no file that can be continued; give one with -o"):
        run(tmp_path)
    assert names(tmp_path) == {*KEPT, "out.csv"}


def test_fingerprints_of_files_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resume_module, "SIZE", 4)
    (tmp_path / "a").write_bytes(b"some content")
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    (tmp_path / "folder" / "inside" / "b").write_bytes(b"some content")
    one = fingerprint(tmp_path / "a")
    assert len(one) == 16
    assert one == fingerprint(tmp_path / "folder")
    (tmp_path / "folder" / "inside" / "b").write_bytes(b"some contenT")
    assert one != fingerprint(tmp_path / "folder")
