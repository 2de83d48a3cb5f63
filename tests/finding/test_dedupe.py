"""Deduplication: spellings of one person together, others apart, whatever the order."""

from __future__ import annotations

import csv
import random
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from translit.cli import main
from translit.errors import UsageError
from translit.finding.candidate_pairs import Links, near
from translit.finding.dedupe import _average_link, _components, dedupe
from translit.finding.entities.sources import seeds
from translit.matching.compare import compare_many

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


@pytest.mark.slow
def test_the_order_does_not_matter() -> None:
    names = [name for entity in seeds() if entity.kind == "person" for name in entity.names]
    expected = dedupe(names)
    for seed in (1, 2):
        random.Random(seed).shuffle(names)
        assert dedupe(names) == expected


@pytest.mark.slow
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


def test_the_mean_counts_every_pair_of_merged_groups() -> None:
    matrix = np.full((4, 4), 0.9)
    matrix[:3, :3] = 0.99
    matrix[3, 0] = matrix[0, 3] = 0.2  # (0.9 + 0.9 + 0.2) / 3 = 0.667
    assert _average_link(matrix, 0.66) == [[0, 1, 2, 3]]
    assert _average_link(matrix, 0.67) == [[0, 1, 2], [3]]


def test_too_large_a_component_is_cut_at_its_weakest_pairs() -> None:
    edges = [(number, number + 1, 0.6 if number % 100 == 99 else 0.995) for number in range(599)]
    parts = _components(600, edges)
    assert [len(part) for part in parts] == [100] * 6 and parts[0] == list(range(100))


def test_a_name_finds_another_though_it_finds_itself() -> None:
    names = ["Janušas Palikotas", "Janusz Palikot", "Иван Иванов"]
    assert near(names, "person").tolist() == [[0, 1]]
    assert near([], "person").shape == (0, 2)


def test_pairs_have_the_probability_of_compare_less_what_a_list_asks_for() -> None:
    names = ["Роман Бизюк", "Шаман", "Bas", "Бес", "Васіль Быкаў", "Vasil Bykau", "Алег Пятроў", "Aleh Piatrou"]
    pairs = np.array([[0, 1], [2, 3], [4, 5], [6, 7]])
    compared = compare_many([(names[a], names[b]) for a, b in pairs.tolist()])
    chances = Links(names, "person").chances(pairs)
    assert chances[2:].tolist() == pytest.approx(compared[2:].tolist()) and chances[2:].min() > 0.9
    assert (chances[:2] < 0.5).all() and chances[1] < compared[1] - 0.1


def test_a_name_of_one_word_is_not_drawn_to_whom_it_only_resembles() -> None:
    names = ["Bes", "Ольга Евгеньевна БАС", "Olga Yevgenyevna BAS", "Shaman", "Raman Ivanavich BIZIUK"]
    assert sorted(len(cluster.names) for cluster in dedupe(names).clusters) == [1, 1, 1, 2]


def test_spellings_of_the_starter_entities_come_together() -> None:
    """Precision and recall over all pairs of names of persons; measured on larger lists by benchmarks/dedupe.py."""
    entity = {name: person.id for person in seeds() if person.kind == "person" for name in person.names}
    true = {pair for pair in combinations(sorted(entity), 2) if entity[pair[0]] == entity[pair[1]]}
    found = {pair for cluster in dedupe(entity).clusters for pair in combinations(cluster.names, 2)}
    assert len(found & true) >= 0.99 * len(found)
    assert len(found & true) >= 0.97 * len(true)


def test_blank_names_are_left_out_and_equal_ones_counted_once() -> None:
    found = dedupe(["", " ", "Янка Купала", "Янка Купала"])
    assert [cluster.names for cluster in found.clusters] == [("Янка Купала",)]
    assert dedupe([]).clusters == ()


@pytest.mark.slow
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
