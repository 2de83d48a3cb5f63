"""Places: labelled pairs in groups, properties of the comparison, and the tables behind it."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from typing import Any

import numpy as np
import pytest

from tests.support import DATA
from translit import Entity, Resolver
from translit.matching.compare import compare, compare_many
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon import lexicon

GROUPS: dict[str, list[tuple[bool, tuple[str, str]]]] = defaultdict(list)
with (DATA / "places.tsv").open(encoding="utf-8", newline="") as lines:
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        GROUPS[row["group"]].append((row["same"] == "1", (row["a"], row["b"])))
ALL = [pair for rows in GROUPS.values() for _, pair in rows]


@pytest.mark.parametrize("group", GROUPS)
def test_group(group: Any) -> None:
    rows = GROUPS[group]
    chances = compare_many([pair for _, pair in rows], "place")
    wrong = [(pair, chance) for (same, pair), chance in zip(rows, chances, strict=True) if (chance >= 0.5) != same]
    assert len(wrong) <= 0.05 * len(rows), wrong


def test_symmetric_and_the_same_alone_and_among_others() -> None:
    together = compare_many(ALL, "place")
    turned = compare_many([(b, a) for a, b in ALL], "place")
    assert np.array_equal(together, turned)
    for pair, chance in list(zip(ALL, together, strict=True))[::9]:
        assert compare(*pair, "place").probability == chance


def test_nothing_is_nearer_than_the_name_itself() -> None:
    itself = compare_many([(a, a) for a, _ in ALL], "place")
    others = compare_many(ALL, "place")
    assert (itself >= others - 1e-6).all()
    assert itself.min() > 0.95


def test_explanations_add_up() -> None:
    for a, b in ALL[::7]:
        found = compare(a, b, "place")
        logit = found.explanation.base + sum(value for _, value in found.explanation.terms)
        assert found.explanation.probability == found.probability
        assert 1 / (1 + math.exp(-logit)) == pytest.approx(found.probability, abs=0.01)


def test_explanation_names_the_words() -> None:
    found = compare("горад Гданьск", "Danzig", "place").explanation
    assert [(pair.left, pair.right) for pair in found.pairs] == [("Гданьск", "Danzig")]
    assert found.alone == ("горад",)
    assert "same name by the lists" in str(found)


def test_places_without_a_name_are_no_place() -> None:
    assert compare_many([("", "Минск"), ("()", "Минск"), ("—", "—")], "place").tolist() == [0.0, 0.0, 0.0]


def test_exonyms_lead_to_the_place() -> None:
    pairs = [pair for group in ("exonyms", "renamed", "glued") for _, pair in GROUPS[group]]
    resolver = Resolver([Entity(id=b, kind="place", names=[b]) for b in dict.fromkeys(b for _, b in pairs)])
    missed = [(a, b) for a, b in pairs if b not in {found.entity.id for found in resolver.resolve(a)}]
    assert not missed


def test_every_listed_form_is_found_again() -> None:
    found = lexicon("place")
    for form, key in (("Lwów", "lviv"), ("Дзвінск", "daugavpils"), ("Ohrid", "ohrid"), ("España", "spain")):
        _, concepts = found.at([fold(form)], 0)
        assert key in [found.keys[concept] for concept in concepts]


def test_long_texts_and_signs_do_no_harm() -> None:
    odd = ["Минск " * 300, "\u200bМинск\u200b", "МИНСК!!!", "(Минск)", "Минск, Минск, Минск"]
    chances = compare_many([(name, "Minsk") for name in odd], "place")
    assert np.isfinite(chances).all()
    assert chances[1] > 0.95 and chances[2] > 0.95 and chances[3] > 0.95
