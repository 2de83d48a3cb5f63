"""The index: what goes in comes out, and a folder that isn't whole is refused."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import DataError, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.entities.sources import seeds
from translit.finding.index.build import build
from translit.finding.index.prefilter import deletes
from translit.finding.index.query import folded_words
from translit.finding.index.ranges import spread
from translit.finding.index.search import Index
from translit.finding.index.text_column import Lines
from translit.finding.index.uint24 import Packed, packed
from translit.finding.resolve import Resolver

TEXT = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12)
PEOPLE = [
    Entity("b", "person", ["Васіль Быкаў", "Vasil Bykau"], role="writer"),
    Entity("a", "person", ["ЛУКАШЕНКО,  Александр Григорьевич "]),
    Entity("c", "place", ["Мінск", "Минск", "Minsk"]),
    Entity("d", "organization", ["ААТ «Гродна Азот»"]),
]


@given(st.lists(TEXT, max_size=100))
def test_lines_come_back_by_number(texts: list[str]) -> None:
    lines = Lines.of(texts)
    assert [lines[number] for number in range(len(texts))] == texts
    assert lines.part(len(texts) // 3, len(texts)) == texts[len(texts) // 3 :]


@given(st.sets(TEXT, max_size=150), TEXT)
def test_lines_are_found_where_they_are(texts: set[str], other: str) -> None:
    ordered = sorted(texts)
    lines = Lines.of(ordered)
    assert [lines.find(text) for text in ordered] == list(range(len(ordered)))
    assert lines.find(other) == (ordered.index(other) if other in texts else -1)


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1))
def test_numbers_come_back_from_three_or_four_bytes(numbers: list[int]) -> None:
    held = Packed(packed("n", np.array(numbers, dtype=np.uint32)), "n")
    assert held[:].tolist() == numbers
    assert held[np.array([len(numbers) - 1])].tolist() == numbers[-1:]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5))))
def test_spread_is_the_ranges_one_after_another(ranges: list[tuple[int, int]]) -> None:
    starts = np.array([start for start, _ in ranges], dtype=np.int64)
    ends = starts + np.array([size for _, size in ranges], dtype=np.int64)
    assert spread(starts, ends).tolist() == [n for start, size in ranges for n in range(start, start + size)]


def test_deletions_leave_no_doubled_symbol() -> None:
    assert deletes("ktkl") == {"tkl", "kl", "ktl", "ktk"}


def test_words_are_parted_and_kept_together() -> None:
    assert folded_words("Салтыков-Щедрин") == ("салтыков", "щедрин", "салтыковщедрин")
    assert folded_words("ЕвгенийАлексеевич") == ("евгений", "алексеевич", "евгенийалексеевич")
    assert folded_words("«»") == ()


def test_entities_come_back_letter_by_letter() -> None:
    index = Index(build(PEOPLE))
    assert [index.entity(number) for number in range(len(index))] == sorted(PEOPLE, key=lambda entity: entity.id)


@given(st.lists(st.tuples(st.sampled_from("pqrst"), TEXT.filter(str.strip)), max_size=20))
def test_equal_ids_are_one_entity_with_all_names(rows: list[tuple[str, str]]) -> None:
    index = Index(build(Entity(id_, "person", [name]) for id_, name in rows))
    found = {index.entity(number).id: list(index.entity(number).names) for number in range(len(index))}
    assert found == {id_: [name for other, name in rows if other == id_] for id_ in sorted({id_ for id_, _ in rows})}


def test_one_id_of_two_kinds_is_refused() -> None:
    with pytest.raises(DataError, match="'x' is given to"):
        build([Entity("x", "person", ["Ганна"]), Entity("x", "place", ["Ганна"])])
    with pytest.raises(DataError, match="line end"):
        build([Entity("x\ny", "person", ["Ганна"])])


def test_an_empty_index_answers_and_is_saved(tmp_path: Path) -> None:
    Resolver([]).save(tmp_path / "index")
    assert Resolver.open(tmp_path / "index").resolve("Мінск") == []


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    Resolver(seeds()).save(tmp_path / "index")
    return tmp_path / "index"


def test_a_saved_index_answers_like_the_one_in_memory(saved: Path) -> None:
    queries = ["Swetlana Tichanowskaja", "Lukaschenko A.", "Гродно", "Быков"]
    assert Resolver.open(saved).resolve_many(queries, 5) == Resolver(seeds()).resolve_many(queries, 5)


def test_the_order_of_the_entities_does_not_matter(saved: Path, tmp_path: Path) -> None:
    entities = list(seeds())
    random.Random(7).shuffle(entities)
    Resolver(entities).save(tmp_path / "other")
    for file in saved.glob("[!w]*"):  # the words that no name is looked up by may lie in another order
        assert (tmp_path / "other" / file.name).stat().st_size == file.stat().st_size
    queries = ["Lukaschenko", "Tichanowski", "Minsk", "Купала"]
    assert Resolver(entities).resolve_many(queries, 9) == Resolver.open(saved).resolve_many(queries, 9)


@pytest.mark.parametrize("name", ["postings_low.npy", "pivots.txt", "words.marks.npy", "ids.txt"])
def test_a_truncated_file_is_refused(saved: Path, name: str) -> None:
    data = (saved / name).read_bytes()
    (saved / name).write_bytes(data[: len(data) - 3])
    with pytest.raises(DataError, match="build the index again"):
        Resolver.open(saved)


@pytest.mark.parametrize("place", [0, -1])
def test_a_changed_end_is_refused(saved: Path, place: int) -> None:
    data = bytearray((saved / "name_words_low.npy").read_bytes())
    data[place] ^= 1
    (saved / "name_words_low.npy").write_bytes(data)
    with pytest.raises(DataError, match="isn't what was written"):
        Resolver.open(saved)


@pytest.mark.parametrize("ending", [".txt", ".npy", ".json"])
def test_a_change_anywhere_is_refused(saved: Path, ending: str) -> None:
    dice = random.Random(3)
    for file in sorted(saved.glob(f"*{ending}")):
        whole = file.read_bytes()
        for place in {0, len(whole) - 1, *(dice.randrange(len(whole)) for _ in range(5))}:
            data = bytearray(whole)
            data[place] ^= 1
            file.write_bytes(data)
            with pytest.raises(DataError):
                Resolver.open(saved)
        file.write_bytes(whole)
    assert len(Resolver.open(saved)) == len(Resolver(seeds()))


def test_only_the_ends_are_looked_at_without_verifying(tmp_path: Path) -> None:
    Resolver(Entity(str(number), "person", [f"Ян {number} Купала"]) for number in range(9000)).save(tmp_path / "i")
    file = tmp_path / "i" / "words.txt"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert len(Resolver.open(tmp_path / "i", verify=False)) == 9000
    with pytest.raises(DataError, match=r"words\.txt isn't what was written"):
        Resolver.open(tmp_path / "i")


def test_a_file_of_another_index_is_refused(saved: Path, tmp_path: Path) -> None:
    Resolver(PEOPLE).save(tmp_path / "other")
    for name in ("ids.txt", "kinds.npy", "manifest.json"):
        whole = (saved / name).read_bytes()
        shutil.copy(tmp_path / "other" / name, saved / name)
        with pytest.raises(DataError, match="build the index again"):
            Resolver.open(saved)
        (saved / name).write_bytes(whole)
    assert len(Resolver.open(saved)) == len(Resolver(seeds()))


def test_a_missing_file_is_refused(saved: Path) -> None:
    (saved / "kinds.npy").unlink()
    with pytest.raises(DataError, match=r"kinds\.npy is missing"):
        Resolver.open(saved)


def test_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no index"):
        Resolver.open(tmp_path / "nothing")
    with pytest.raises(DataError, match="isn't an index"):
        Resolver.open(tmp_path)
    (tmp_path / "manifest.json").write_text("[1, 2]", encoding="utf-8")
    with pytest.raises(DataError, match="can't be read as the manifest"):
        Resolver.open(tmp_path)


@pytest.mark.parametrize(
    ("key", "value", "sentence"), [("version", 99, "a newer version"), ("reading", 1, "other tables")]
)
def test_an_index_of_another_version_is_refused(saved: Path, key: str, value: int, sentence: str) -> None:
    from zlib import crc32

    file = saved / "manifest.json"
    body = json.dumps({**json.loads(json.loads(file.read_text(encoding="utf-8"))["body"]), key: value})
    file.write_text(json.dumps({"body": body, "check": crc32(body.encode())}), encoding="utf-8")
    with pytest.raises(DataError, match=sentence):
        Resolver.open(saved)
    file.write_text(json.dumps({"body": body, "check": 0}), encoding="utf-8")
    with pytest.raises(DataError, match="was changed"):
        Resolver.open(saved)


def test_only_an_index_is_overwritten(saved: Path, tmp_path: Path) -> None:
    Resolver(PEOPLE).save(saved)
    assert len(Resolver.open(saved)) == len(PEOPLE)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(UsageError, match="won't be overwritten"):
        Resolver(PEOPLE).save(tmp_path / "mine")
    assert (tmp_path / "mine" / "letter.txt").read_text(encoding="utf-8") == "dear"


def test_an_index_removed_while_open_still_answers(saved: Path) -> None:
    resolver = Resolver.open(saved)
    shutil.rmtree(saved)
    assert resolver.resolve("Vasil Bykau")[0].entity.name == Resolver(seeds()).resolve("Vasil Bykau")[0].entity.name


def test_a_full_disk_leaves_the_old_index(saved: Path) -> None:
    program = (
        "import resource, sys\n"
        "from translit.finding.entities.entity import Entity\n"
        "from translit.finding.resolve import Resolver\n"
        "found = Resolver(Entity(str(n), 'person', [f'Ян Купала {n}']) for n in range(5000))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "try:\n    found.save(sys.argv[1])\nexcept Exception as error:\n    print(type(error).__name__, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(saved)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("DataError the index can't be written to")
    assert len(Resolver.open(saved)) == len(Resolver(seeds()))
    assert [path.name for path in saved.parent.iterdir()] == ["index"]
