"""Names in scripts without rule tables: public figures, each against its Latin and Cyrillic form and the others'."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

from translit.matching.compare import compare_many
from translit.matching.scripts import latin_word

NAMES: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
with (Path(__file__).parent / "data" / "other_scripts.tsv").open(encoding="utf-8", newline="") as lines:
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        NAMES[row["script"]].append((row["native"], row["latin"], row["cyrillic"]))
STRONG = ("greek", "georgian", "armenian")  # scripts that write every sound


@pytest.mark.parametrize("form", [1, 2], ids=["latin", "cyrillic"])
@pytest.mark.parametrize("script", NAMES)
def test_each_name_is_nearest_to_its_own_form(script, form):
    rows = NAMES[script]
    chances = compare_many([(one[0], other[form]) for one, other in product(rows, rows)]).reshape(len(rows), -1)
    for place, row in enumerate(rows):
        assert chances[place].argmax() == place, (row, chances[place].round(3))


@pytest.mark.parametrize("script", NAMES)
def test_no_other_name_is_taken_for_it(script):
    rows = NAMES[script]
    others = [(one[0], other[1]) for one, other in product(rows, rows) if one != other]
    assert compare_many(others).max() < 0.3


@pytest.mark.parametrize("script", STRONG)
def test_scripts_with_all_vowels_are_found_the_same(script):
    pairs = [(row[0], row[form]) for row in NAMES[script] for form in (1, 2)]
    chances = compare_many(pairs)
    assert (chances > 0.5).mean() >= 0.9, list(zip(pairs, chances.tolist(), strict=True))


def test_family_name_is_parted_from_the_given_name():
    assert latin_word("习近平") == "xi jinping"
    assert latin_word("司马迁") == "sima qian"
    assert latin_word("문재인") == "moon jaein"


def test_vowels_between_consonants():
    assert latin_word("بوتين") == "butin"
    assert latin_word("プーチン") == "puchin"
    assert latin_word("שמעון").startswith("sh")
