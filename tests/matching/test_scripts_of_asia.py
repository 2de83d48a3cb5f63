"""Names in scripts that are read by syllables or by ICU: ten persons and ten places of each, beside near misses.

The column `other` is somebody of the same given name or family, or a place that sounds a little like it.
"""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from tests.support import DATA
from translit.matching.compare import compare, compare_many
from translit.matching.phonetics.fold import LETTERS, cleaned, fold
from translit.matching.phonetics.syllables.readers import is_read

Row = tuple[str, str, str, str]
NAMES: dict[tuple[str, str], list[Row]] = defaultdict(list)
with (DATA / "scripts_of_asia.tsv").open(encoding="utf-8", newline="") as lines:
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        NAMES[row["script"], row["kind"]].append((row["native"], row["latin"], row["cyrillic"], row["other"]))
FOUND, APART = 0.75, 0.7  # share of the names of a script that are found, and of near misses that aren't
ALL_FOUND, ALL_APART = 0.92, 0.95  # and of all scripts


def right(rows: list[Row], kind: str, form: int, *, same: bool) -> list[bool]:
    chances = compare_many([(row[0], row[form]) for row in rows], kind)
    return [(chance > 0.5) == same for chance in chances.tolist()]


@pytest.mark.parametrize(("script", "kind"), NAMES)
def test_names_of_a_script(script: str, kind: str) -> None:
    rows = NAMES[script, kind]
    found = [*right(rows, kind, 1, same=True), *right(rows, kind, 2, same=True)]
    assert sum(found) >= FOUND * len(found), [row for row, ok in zip([*rows, *rows], found, strict=True) if not ok]
    apart = right(rows, kind, 3, same=False)
    assert sum(apart) >= APART * len(apart), [row for row, ok in zip(rows, apart, strict=True) if not ok]


def test_all_scripts_together() -> None:
    found = [ok for (_, kind), rows in NAMES.items() for form in (1, 2) for ok in right(rows, kind, form, same=True)]
    apart = [ok for (_, kind), rows in NAMES.items() for ok in right(rows, kind, 3, same=False)]
    assert sum(found) >= ALL_FOUND * len(found)
    assert sum(apart) >= ALL_APART * len(apart)


@pytest.mark.parametrize(("script", "kind"), NAMES)
def test_folded_to_known_letters(script: str, kind: str) -> None:
    for native, *_ in NAMES[script, kind]:
        for word in cleaned(native, names=kind == "person").split():
            assert set(fold(word)) <= set(LETTERS), (word, fold(word))


@pytest.mark.parametrize(
    ("word", "folded"),
    [("မန္တလေး", "maNTalEe"), ("ភ្នំពេញ", "PnVmpeJN"), ("සිරිසේන", "sirisenI"), ("አበባ", "abIba"), ("ސޯލިހް", "solih"),
     ("ວັງວຽງ", "WangWiang"), ("ᠪᠠᠭᠠᠲᠤᠷ", "baaTAr"), ("மதுரை", "maTurai"), ("കൊച്ചി", "kochi"), ("རྒྱ་མཚོ", "gyatso")],
)  # fmt: skip
def test_folded(word: str, folded: str) -> None:
    assert fold(cleaned(word)) == folded


def test_a_person_in_burmese_has_words_and_a_place_has_one() -> None:
    assert cleaned("မင်းအောင်လှိုင်", names=True).count(" ") == 2
    assert " " not in cleaned("နေပြည်တော်")


def test_signs_alone_are_no_name() -> None:
    for sign in (
        "\u0e4c",
        "\u103a",
        "\u17d2",
        "\u0f0b",
        "\u180e",
        "\u07b0",
        "\u0bcd",
        "\u0dca",
        "\u135f",
        "\u1022",
        "\u1028\u103d",
    ):
        assert compare(sign, "Anna").probability < 0.5
        assert fold(cleaned(sign)) == "" or is_read(sign) or fold(cleaned(sign)).isalpha()


def test_georgian_foreign_names_lose_their_ending() -> None:
    assert compare("დონალდ ტრამპი", "Donald Trump").probability > 0.5
    assert compare("დონალდ ტრამპი", "Donald Tusk").probability < 0.5
    assert compare("Donald Trump", "დონალდ ტრამპი").probability == compare("დონალდ ტრამპი", "Donald Trump").probability
