"""Names in scripts without rule tables: public figures, each against its Latin and Cyrillic form and against others.

The column `other` of the data is a near miss: somebody else of the same given name, family or sound; `written` says
whether a row was there before the tables of these scripts were, or was added after, to see how they do unseen.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import defaultdict
from itertools import product
from typing import Any

import pytest

from tests.support import DATA
from translit import Entity, Resolver
from translit.matching.alignment.costs import Fallbacks
from translit.matching.compare import compare, compare_many
from translit.matching.phonetics.fold import LETTERS, cleaned, fold
from translit.matching.phonetics.scripts import latin_word, open_costs, open_letters

NAMES: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
with (DATA / "other_scripts.tsv").open(encoding="utf-8", newline="") as lines:
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        NAMES[row["script"]].append((row["native"], row["latin"], row["cyrillic"], row["other"]))
FOUND = 0.9  # share of the true pairs above one half


def own_pairs(script: Any) -> Any:
    return [(row[0], row[form]) for row in NAMES[script] for form in (1, 2)]


@pytest.mark.parametrize("script", NAMES)
def test_own_forms_are_found(script: Any) -> None:
    pairs = own_pairs(script)
    chances = compare_many(pairs)
    missed = [(pair, chance) for pair, chance in zip(pairs, chances.tolist(), strict=True) if chance <= 0.5]
    assert len(missed) <= (1 - FOUND) * len(pairs), missed


@pytest.mark.parametrize("script", NAMES)
def test_near_misses_are_told_apart(script: Any) -> None:
    pairs = [(row[0], row[3]) for row in NAMES[script]]
    chances = compare_many(pairs)
    taken = [(pair, chance) for pair, chance in zip(pairs, chances.tolist(), strict=True) if chance >= 0.5]
    assert len(taken) <= 0.1 * len(pairs), taken


@pytest.mark.parametrize("script", NAMES)
def test_own_forms_are_above_near_misses(script: Any) -> None:
    own = compare_many(own_pairs(script))
    near = compare_many([(row[0], row[3]) for row in NAMES[script]])
    assert (own[:, None] > near[None]).mean() >= 0.95


@pytest.mark.parametrize("script", NAMES)
def test_hardly_any_other_name_is_taken_for_it(script: Any) -> None:
    rows = NAMES[script]
    others = [(one[0], other[1]) for one, other in product(rows, rows) if one != other]
    assert (compare_many(others) > 0.5).mean() < 0.005


def test_looked_up_among_all() -> None:
    rows = [row for script in NAMES for row in NAMES[script]]
    latin = dict.fromkeys(name for row in rows for name in (row[1], row[3]))
    resolver = Resolver([Entity(id=name, kind="person", names=[name]) for name in latin])
    found = [resolver.resolve(row[0], limit=1) for row in rows]
    missed = [row for row, best in zip(rows, found, strict=True) if not best or best[0].entity.id != row[1]]
    assert len(missed) <= 0.05 * len(rows), missed


def test_order_and_symmetry() -> None:
    for a, b in [("プーチン", "Путин"), ("בנימין נתניהו", "Netanyahu Benjamin"), ("ياسر عرفات", "יאסר ערפאת")]:
        assert compare(a, b).probability == compare(b, a).probability > 0.5


def test_family_name_is_parted_from_the_given_name() -> None:
    assert latin_word("习近平") == "xi jinping"
    assert latin_word("司马迁") == "sima qian"
    assert unicodedata.normalize("NFC", latin_word("문재인")) == "문 재인"
    assert latin_word("الأسد") == "al-أسد"
    assert latin_word("الكسندر") == "الكسندر"


@pytest.mark.parametrize(
    ("word", "folded"),
    [("פרס", "PArAs"), ("ג׳ורג", "JWArAg"), ("بوتين", "QWAtYn"), ("プーチン", "pULCiN"), ("フィンチ", "FiNCi"),
     ("はるき", "XaRUKi"), ("푸틴", "PuLtiLn"), ("Μπακογιάννη", "bBaKoGianni"), ("Ντόρα", "dTora")],
)  # fmt: skip
def test_folded(word: Any, folded: Any) -> None:
    assert fold(cleaned(word)) == folded


@pytest.mark.parametrize("word", ["Łukašenka", "Лукашэнка", "Þór", "Əliyev", "Ağır", "Ѳёдоръ", "naïve"])
def test_latin_and_cyrillic_are_not_touched(word: Any) -> None:
    assert open_letters(word.lower()) is None
    assert fold(word).islower()


def test_costs_of_open_sounds_are_well_formed() -> None:
    rows = open_costs()
    assert len({row[:2] for row in rows}) == len(rows)
    for unit, other, cost in rows:
        assert set(unit + other) <= set(LETTERS), (unit, other)
        assert not unit.islower(), (unit, other)
        assert len(unit) <= 4, unit
        assert len(other) <= 4, (unit, other)
        assert 0 < cost < Fallbacks().drop_vowel, (unit, other)  # what a vowel costs that no row knows


def test_one_pair_and_many_take_the_same_reading() -> None:
    pairs = [("安倍晋三", "Shinzo Abe"), ("Mao Tse-tung", "毛泽东"), ("朴槿惠", "Park Geun-hye"), ("安倍晋三", "Akie")]
    one = [compare(a, b).probability for a, b in pairs]
    assert one == pytest.approx(compare_many(pairs).tolist(), abs=2e-6)
    assert one == [compare(b, a).probability for a, b in pairs]
    assert "shinzo" in str(compare("Shinzo Abe", "安倍晋三"))
