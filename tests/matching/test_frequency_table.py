"""The table of frequent names: what a matcher that weighs rarity may rely on."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from typing import Any

import pytest

from tests.support import ROOT

PATH = ROOT / "tables" / "names" / "frequency.toml"
TABLE: dict[str, Any] = tomllib.loads(PATH.read_text(encoding="utf-8"))
BLOCKS: list[dict[str, Any]] = TABLE["family"] + TABLE["given"]
NAMES: list[str] = [name for block in BLOCKS for name in block["names"]]
LANGUAGES = sorted({block["language"] for block in TABLE["family"]})
FOREIGN_LETTERS = {"ru": "іїєґў", "be": "ищъїєґ", "uk": "ыэёъў"}
LEAST = {"ru": 500, "uk": 300, "be": 250, "en": 300, "de": 150, "fr": 100, "pl": 120, "it": 80, "ja": 80}


def family(language: str) -> list[str]:
    """Family names of one language, commonest step first."""
    return [name for block in TABLE["family"] if block["language"] == language for name in block["names"]]


def share(name: str, language: str) -> float:
    """The share of one family name; a name that is not listed fails."""
    return next(float(b["share"]) for b in TABLE["family"] if b["language"] == language and name in b["names"])


def repeated(names: list[str]) -> list[str]:
    """Names that stand twice; capitals and ё for е make no difference."""
    counts = Counter(name.casefold().replace("ё", "е") for name in names)
    return [name for name, count in counts.items() if count > 1]


def scripts(word: str) -> set[str]:
    """Scripts of the letters of a word, by their Unicode names."""
    return {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}


def test_head_says_where_the_table_comes_from() -> None:
    head = TABLE["table"]
    assert head["id"] == "names-frequency"
    assert all(head[key] for key in ("title", "authority", "year", "source", "notes"))


def test_blocks_hold_only_known_keys() -> None:
    assert all(set(block) == {"language", "share", "names"} for block in TABLE["family"])
    assert all(set(block) == {"share", "names"} for block in TABLE["given"])


def test_shares_are_shares() -> None:
    assert [block["share"] for block in BLOCKS if not 0 < block["share"] <= 0.2] == []


def test_one_block_is_one_step() -> None:
    steps = Counter((block.get("language"), block["share"]) for block in BLOCKS)
    assert [step for step, count in steps.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_of_a_language_leave_room_for_other_names(language: str) -> None:
    total = sum(block["share"] * len(block["names"]) for block in TABLE["family"] if block["language"] == language)
    assert total < 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_family_name_stands_twice_in_a_language(language: str) -> None:
    assert repeated(family(language)) == []


def test_no_given_name_stands_twice() -> None:
    assert repeated([name for block in TABLE["given"] for name in block["names"]]) == []


def test_words_are_of_one_script() -> None:
    assert [name for name in NAMES if len(scripts(name)) != 1 or not scripts(name) <= {"LATIN", "CYRILLIC"}] == []


def test_names_are_composed_and_tidy() -> None:
    assert [name for name in NAMES if name != unicodedata.normalize("NFC", name)] == []
    assert [name for name in NAMES if name != " ".join(name.split())] == []
    assert [name for name in NAMES if not name[0].isupper() or not all(c.isalpha() or c in " -’" for c in name)] == []


@pytest.mark.parametrize(("language", "letters"), FOREIGN_LETTERS.items())
def test_east_slavic_names_keep_to_their_alphabet(language: str, letters: str) -> None:
    assert [name for name in family(language) if set(name.lower()) & set(letters)] == []


def test_there_are_enough_names() -> None:
    assert len(NAMES) >= 2500
    assert {language: len(family(language)) for language, least in LEAST.items() if len(family(language)) < least} == {}


def test_common_names_outrank_less_common_ones() -> None:
    assert share("Иванов", "ru") > share("Комаров", "ru") > share("Суханов", "ru")
    assert share("Smith", "en") > share("Fletcher", "en")
    assert "Атабеков" not in NAMES
