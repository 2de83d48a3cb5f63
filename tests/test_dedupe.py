"""Deduplication: spellings of one person together, others apart, whatever the order."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import numpy as np
import pytest

from translit.edge.cli import main
from translit.errors import UsageError
from translit.finding.dedupe import _average_link, dedupe
from translit.finding.sources import seeds

BYKAU = ["Васіль Быкаў", "Василий Быков", "Vasil Bykau", "Wassil Bykau", "Vasil Bykaŭ"]
KUPALA = ["Янка Купала", "Yanka Kupala", "Janka Kupała"]
LUKASHENKA = ["Александр Григорьевич Лукашенко", "Alaksandr Łukašenka", "Lukaschenko, Alexander"]


def test_spellings_of_one_person_are_one_cluster() -> None:
    found = dedupe(BYKAU + KUPALA + LUKASHENKA)
    assert sorted(map(sorted, (cluster.names for cluster in found.clusters))) == sorted(
        map(sorted, (BYKAU, KUPALA, LUKASHENKA))
    )
    assert found.cluster_of()["Lukaschenko, Alexander"].canonical == "Александр Григорьевич Лукашенко"
    assert all(cluster.canonical in cluster.names for cluster in found.clusters)


def test_relatives_stay_apart() -> None:
    names = ["Сергей Тихановский", "Светлана Тихановская", "Siarhiej Cichanoŭski", "Sviatlana Cichanoŭskaja"]
    assert sorted(len(cluster.names) for cluster in dedupe(names).clusters) == [2, 2]


def test_the_order_does_not_matter() -> None:
    names = [name for entity in seeds() if entity.kind == "person" for name in entity.names]
    expected = dedupe(names)
    for seed in (1, 2):
        random.Random(seed).shuffle(names)
        assert dedupe(names) == expected


def test_every_name_is_in_one_cluster_and_pairs_are_likely() -> None:
    names = [name for entity in seeds() for name in entity.names]
    found = dedupe(names, threshold=0.8)
    members = [name for cluster in found.clusters for name in cluster.names]
    assert sorted(members) == sorted(set(names))
    assert all(chance >= 0.8 and a < b for a, b, chance in found.pairs)
    assert all(0.8 <= cluster.probability <= 1 for cluster in found.clusters)


def test_a_weak_link_between_dense_groups_is_cut() -> None:
    matrix = np.full((6, 6), 0.02)
    matrix[:3, :3] = matrix[3:, 3:] = 0.99
    matrix[2, 3] = matrix[3, 2] = 0.9
    assert sorted(_average_link(matrix, 0.5)) == [[0, 1, 2], [3, 4, 5]]
    assert _average_link(matrix, 0.01) == [[0, 1, 2, 3, 4, 5]]


def test_blank_names_are_left_out_and_equal_ones_counted_once() -> None:
    found = dedupe(["", " ", "Янка Купала", "Янка Купала"])
    assert [cluster.names for cluster in found.clusters] == [("Янка Купала",)]
    assert dedupe([]).clusters == ()


def test_a_million_equal_names_are_one_spelling() -> None:
    assert len(dedupe("Янка Купала" for _ in range(1_000_000)).clusters) == 1


def test_a_wrong_threshold_or_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="threshold"):
        dedupe([], threshold=0)
    with pytest.raises(UsageError, match="kind"):
        dedupe([], kind="ship")  # type: ignore[arg-type]


def test_the_command_numbers_rows_and_keeps_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out, pairs = tmp_path / "n.csv", tmp_path / "out.csv", tmp_path / "pairs.csv"
    names = [*BYKAU, "", *KUPALA, BYKAU[0]]
    source.write_text("id,name\n" + "".join(f'{number},"{name}"\n' for number, name in enumerate(names)), "utf-8")
    assert main(["dedupe", str(source), "-c", "name", "-o", str(out), "--pairs", str(pairs)]) == 0
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    assert [row["name"] for row in rows] == names
    numbers = [row["cluster"] for row in rows]
    assert numbers[5] == "" and len(set(numbers[:5])) == len(set(numbers[6:9])) == 1 and numbers[0] == numbers[9]
    assert {row["canonical"] for row in rows[6:9]} == {"Янка Купала"}
    listed = list(csv.DictReader(pairs.read_text("utf-8").splitlines()))
    assert {frozenset((row["a"], row["b"])) for row in listed} >= {frozenset(KUPALA[:2])}
    assert "clusters" in capsys.readouterr().err


def test_the_command_refuses_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dedupe", "-", "-c", "name"]) == 2
    assert "twice" in capsys.readouterr().err
