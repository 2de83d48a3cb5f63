"""An index takes the place of an index and of nothing else; whatever its folder holds, opening it is safe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import pytest

from translit.errors import DataError, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.index import loading, manifest, storage
from translit.finding.resolve import Resolver
from translit.matching.phonetics.romanized import has_icu

PEOPLE = [Entity("a", "person", ["Аляксандр Лукашэнка"]), Entity("b", "person", ["Святлана Ціханоўская"])]
OTHERS = [Entity("c", "person", ["Янка Купала"])]
BROWSER = '{"manifest_version": 3, "name": "Web extension", "version": "1.0"}'


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    Resolver(PEOPLE).save(tmp_path / "index")
    return tmp_path / "index"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def change(folder: Path, how: Callable[[dict[str, Any]], object]) -> None:
    """Change a manifest so that its checksum is right."""
    file = folder / "manifest.json"
    body = json.loads(json.loads(file.read_text(encoding="utf-8"))["body"])
    how(body)
    text = json.dumps(body)
    file.write_text(json.dumps({"body": text, "check": crc32(text.encode())}), encoding="utf-8")


@pytest.mark.parametrize("text", [BROWSER, "{}", "", '{"body": "{}", "check": 0}'])
def test_a_folder_with_another_manifest_is_not_replaced(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "extension"
    folder.mkdir()
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    (folder / "background.js").write_text("mine", encoding="utf-8")
    before = contents(folder)
    with pytest.raises(UsageError, match="won't be overwritten"):
        Resolver(PEOPLE).save(folder)
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["extension"]


def test_an_index_with_a_foreign_file_is_not_replaced(saved: Path) -> None:
    (saved / "notes.txt").write_text("mine", encoding="utf-8")
    before = contents(saved)
    with pytest.raises(UsageError, match=r"notes\.txt"):
        Resolver(OTHERS).save(saved)
    assert contents(saved) == before


def test_an_index_of_an_older_version_is_replaced(saved: Path) -> None:
    change(saved, lambda body: body.update(version=1))
    Resolver(OTHERS).save(saved)
    assert len(Resolver.open(saved)) == len(OTHERS)


def test_a_damaged_manifest_is_not_replaced(saved: Path) -> None:
    data = (saved / "manifest.json").read_bytes()
    (saved / "manifest.json").write_bytes(data[:-9])
    with pytest.raises(UsageError, match="isn't a whole index"):
        Resolver(OTHERS).save(saved)


def test_the_current_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for path in (".", "..", "/", str(tmp_path)):
        with pytest.raises(UsageError, match="current folder"):
            Resolver(PEOPLE).save(path)
    assert not list((tmp_path / "here").iterdir())


def test_a_link_to_a_folder_stays_one_and_rights_are_kept(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("index")
    saved.chmod(0o750)
    Resolver(OTHERS).save(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert saved.stat().st_mode & 0o777 == 0o750
    assert len(Resolver.open(saved)) == len(OTHERS)
    assert {path.name for path in tmp_path.iterdir()} == {"link", "index"}


@pytest.mark.slow
@pytest.mark.parametrize("able", [True, False])
def test_whoever_opens_during_a_rebuild_finds_an_index(
    saved: Path, monkeypatch: pytest.MonkeyPatch, able: bool
) -> None:
    if not able:
        monkeypatch.setattr(storage, "exchange", lambda *_: False)
    sizes: set[int] = set()
    faults: list[str] = []
    done = threading.Event()

    def reads() -> None:
        while not done.is_set():
            try:
                sizes.add(len(Resolver.open(saved)))
            except DataError as error:
                faults.append(str(error))

    readers = [threading.Thread(target=reads) for _ in range(2)]
    for reader in readers:
        reader.start()
    both = [Resolver(OTHERS), Resolver(PEOPLE)]
    for turn in range(30):
        both[turn % 2].save(saved)
    done.set()
    for reader in readers:
        reader.join()
    assert not faults, faults[0]
    assert sizes <= {len(PEOPLE), len(OTHERS)}
    assert [path.name for path in saved.parent.iterdir()] == ["index"]


def test_where_replacing_takes_two_steps_a_stop_between_them_leaves_the_old_one(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved.rename(saved.with_name(".index.0123456789abcdef.index.replaced"))
    assert len(Resolver.open(saved)) == len(PEOPLE)


def test_two_saves_of_one_folder_dont_mix(saved: Path) -> None:
    from translit.safe_files import Lock

    lock = Lock(saved)
    with pytest.raises(DataError, match="another run is writing"):
        Resolver(OTHERS).save(saved)
    lock.release()
    Resolver(OTHERS).save(saved)
    assert len(Resolver.open(saved)) == len(OTHERS)


def renamed(old: str, new: str) -> Callable[[dict[str, Any]], object]:
    return lambda body: body["files"].update({new: body["files"].pop(old)})


@pytest.mark.parametrize(
    "how",
    [
        renamed("words.txt", "../secret.txt"),
        renamed("words.txt", "/etc/passwd"),
        renamed("kinds.npy", "../../x.npy"),
        renamed("words.txt", "a/b.txt"),
        lambda body: body["lines"].update(words=1 << 60),
        lambda body: body["lines"].update(words=-1),
        lambda body: body["lines"].update(words=1),
        lambda body: body["lines"].pop("words"),
        lambda body: body["files"]["words.txt"].update(size=1 << 50),
        lambda body: body["files"]["words.txt"].update(size="9"),
        lambda body: body["files"].update({"words.txt": {}}),
        lambda body: body["files"].update({"words.txt": None}),
        lambda body: body["files"].pop("kinds.npy"),
        lambda body: body.update(files=[]),
        lambda body: body.update(lines=None),
        lambda body: body.update(about=None),
        lambda body: body.update(version="4"),
        lambda body: body.update(other_scripts=5),
    ],
)
def test_a_manifest_with_any_content_is_refused(saved: Path, how: Callable[[dict[str, Any]], object]) -> None:
    (saved.parent / "secret.txt").write_text("secret", encoding="utf-8")
    change(saved, how)
    with pytest.raises(DataError) as caught:
        Resolver.open(saved)
    assert "secret" not in str(caught.value).replace("secret.txt", "")


def test_nested_brackets_in_a_manifest(saved: Path) -> None:
    (saved / "manifest.json").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(DataError, match="can't be read"):
        Resolver.open(saved)


def put(folder: Path, name: str, array: np.ndarray[Any, Any]) -> None:
    """Another array in an index, with the seal that it needs."""
    with (folder / name).open("w+b") as file:
        np.save(file, array)
        file.flush()
        seal = manifest.seal_of(file.fileno())
    change(folder, lambda body: body["files"].update({name: seal}))


@pytest.mark.parametrize(
    "name", ["kinds.npy", "name_counts.npy", "word_counts.npy", "postings_at.npy", "pivot_firsts.npy", "key_starts.npy",
             "pivot_words.npy", "name_words_low.npy", "postings_low.npy", "delete_keys.npy", "words.marks.npy"]
)  # fmt: skip
@pytest.mark.parametrize("what", ["large", "empty", "text", "square"])
def test_arrays_that_lead_nowhere_are_refused(saved: Path, name: str, what: str) -> None:
    there = np.load(saved / name)
    put(
        saved,
        name,
        {
            "large": np.full_like(there, np.iinfo(there.dtype).max),
            "empty": there[:0],
            "text": np.array(["x"] * len(there)),
            "square": np.zeros((4, 4), dtype=there.dtype),
        }[what],
    )
    with pytest.raises(DataError):
        Resolver.open(saved)


def test_an_array_of_objects_is_never_unpickled(saved: Path) -> None:
    with (saved / "kinds.npy").open("w+b") as file:
        np.save(file, np.array([print, 1], dtype=object), allow_pickle=True)
        file.flush()
        seal = manifest.seal_of(file.fileno())
    change(saved, lambda body: body["files"].update({"kinds.npy": seal}))
    with pytest.raises(DataError, match="not a list of numbers"):
        Resolver.open(saved)


def test_a_pipe_in_an_index_is_refused(saved: Path) -> None:
    (saved / "kinds.npy").unlink()
    os.mkfifo(saved / "kinds.npy")
    with pytest.raises(DataError, match="is no file"):
        Resolver.open(saved)


TRUNCATED = """
import os, sys
from translit.errors import DataError
from translit.finding.resolve import Resolver
from translit.finding.index import loading
loading.IN_MEMORY = int(sys.argv[2])
found = Resolver.open(sys.argv[1], verify=sys.argv[3] == "yes")
for name in os.listdir(sys.argv[1]):
    os.truncate(os.path.join(sys.argv[1], name), 0)
try:
    print(found.resolve("Lukashenko")[0].entity.name)
except DataError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("memory", "verify", "said"),
    [("100000", "yes", "Аляксандр Лукашэнка"), ("0", "yes", "was cut short"), ("100000", "no", "was cut short")],
)
def test_files_cut_short_while_open_are_a_sentence(saved: Path, memory: str, verify: str, said: str) -> None:
    Resolver([*PEOPLE, *(Entity(str(n), "person", [f"Ян Купала {n}"]) for n in range(999))]).save(saved)
    done = subprocess.run(
        [sys.executable, "-c", TRUNCATED, str(saved), memory, verify], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (done.returncode, done.stderr)
    assert said in done.stdout


@pytest.mark.skipif(not has_icu(), reason="needs the extra icu")
def test_an_index_knows_how_other_scripts_were_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from translit.matching.phonetics import fold, romanized

    georgian = Entity("g", "person", ["მიხეილ სააკაშვილი"])
    for name, entities in (("plain", PEOPLE), ("georgian", [georgian])):
        Resolver(entities).save(tmp_path / name)
    monkeypatch.setattr(romanized, "_icu", lambda: None)
    monkeypatch.setattr(manifest, "folded_words", lambda word: [fold.fold.uncached([word])[0] + "?"])
    assert len(Resolver.open(tmp_path / "plain")) == len(PEOPLE)
    with pytest.raises(DataError, match=r"with the extra icu .* install translit-names\[icu\]"):
        Resolver.open(tmp_path / "georgian")
    monkeypatch.undo()
    assert len(Resolver.open(tmp_path / "georgian")) == 1


def test_small_indexes_are_held_in_memory(saved: Path) -> None:
    assert not loading.read(saved).mapped
    assert loading.read(saved, verify=False).mapped
    size = sum(file.stat().st_size for file in saved.iterdir() if file.name != "manifest.json")
    for limit, mapped in ((size, False), (size - 1, True)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(loading, "IN_MEMORY", limit)
            assert bool(loading.read(saved).mapped) == mapped
