"""Which language and scheme a spelling is in, and every other spelling of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.data import folder
from translit.errors import TranslitError, UsageError
from translit.learn.held_words import held_back
from translit.learn.letters import known_words
from translit.writing.bloom import Attested
from translit.writing.conventions import commonness
from translit.writing.detect import detect
from translit.writing.letter_model import letter_model, read
from translit.writing.registry import schemes, transliterate
from translit.writing.restore import originals
from translit.writing.reverse_all import read_all
from translit.writing.variants import FORMATS, readings, variants
from translit.writing.word_restorer import alike


@pytest.mark.parametrize(
    ("spelling", "language", "original"),
    [
        ("Cichanoŭskaja", "be", "Ціханоўская"),
        ("Sviatłana", "be", "Святлана"),
        ("Tsikhanouskaya", "be", "Ціханоўская"),
        ("Łukaszenka", "be", "Лукашэнка"),
        ("Khmelnytskyi", "uk", "Хмельницький"),
        ("Zelenskyi", "uk", "Зеленський"),
        ("Владимир Путин", "ru", "Владимир Путин"),
        ("Vladimir Putin", "ru", "Владимир Путин"),
        ("Володимир Зеленський", "uk", "Володимир Зеленський"),
        ("Уладзімір", "be", "Уладзімір"),
        ("LUKASHENKA", "be", "ЛУКАШЭНКА"),
    ],
)
def test_language_and_original(spelling: str, language: str, original: str) -> None:
    best = detect(spelling)[0]
    assert (best.language, best.original) == (language, original)


def test_probabilities_and_reasons() -> None:
    found = detect("Cichanoŭskaja")
    assert sum(each.probability for each in found) == pytest.approx(1, abs=0.02)
    assert [each.probability for each in found] == sorted((each.probability for each in found), reverse=True)
    assert found[0].scheme == "be-lacinka"
    assert "ch = х" in found[0].letters
    for each in found:
        assert each.scheme is not None
        assert transliterate(each.original, each.scheme) == "Cichanoŭskaja"


def test_schemes_that_write_a_name_the_same_way_are_one_answer() -> None:
    for spelling in ("Lukashenka", "Cichanoŭskaja", "Khmelnytskyi", "Shcherbakov"):
        best = detect(spelling)[0]
        assert best.scheme is not None and best.equals and best.scheme not in best.equals
        shares = commonness(best.language)
        ranked = [best.scheme, *best.equals]
        assert [shares[id_] for id_ in ranked] == sorted((shares[id_] for id_ in ranked), reverse=True)
        assert {transliterate(best.original, id_) for id_ in ranked} == {spelling}
        others = set(shares) - set(ranked)
        assert all(transliterate(best.original, id_) != spelling for id_ in others)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["be", "ru", "uk"])
def test_all_schemes_at_once_find_what_each_finds_alone(language: str) -> None:
    word = {"be": "шчарбакоўская", "ru": "щербаковская", "uk": "щербаківська"}[language]
    for id_ in commonness(language):
        spelling = transliterate(word, id_)
        alone = originals(spelling, id_, 3, letter_model(language))[0]
        together = read_all(spelling, language, letter_model(language))
        likelihood, original = together[id_][0]
        assert original == alone.text, id_
        assert likelihood == pytest.approx(alone.score), id_
        for other, found in together.items():
            assert alike(transliterate(found[0][1], other), spelling), other


def test_typed_signs_stress_marks_and_several_words() -> None:
    assert detect("Homyel'")[0].original == detect("Homyel’")[0].original == "Гомель"
    assert detect("«Lukashénka»")[0].original == "«Лукашэнка»"
    assert detect("Sviatlana Tsikhanouskaya")[0].original == "Святлана Ціханоўская"
    assert detect("Ivano-Frankivsk")[0].original == "Івано-Франківськ"
    assert detect("Voĺfsburh")[0].language == "be"  # a mark on a consonant is no stress


def test_the_tables_were_not_learned_from_the_words_held_back() -> None:
    assert held_back("трубачэўскі") == held_back("трубачевский") == held_back("трубачевський")
    shares = [held_back(word) for word in known_words("be")]
    assert 0.05 < sum(shares) / len(shares) < 0.2


def test_nothing_to_detect() -> None:
    assert detect("") == detect("2024 – 15") == []


def test_languages_without_counted_names_are_found_by_their_letters() -> None:
    assert detect("Ӏалимӏа")[0].language not in ("be", "ru", "uk")
    assert detect("Ѓорѓи")[0].language == "mk"


def test_every_scheme_from_cyrillic_has_a_weight() -> None:
    for language in {info.language for info in schemes()}:
        shares = commonness(language)
        ids = {info.id for info in schemes(language) if (info.reads, info.writes) == ("Cyrl", "Latn")}
        assert set(shares) == ids
        if ids:
            assert sum(shares.values()) == pytest.approx(1)


def test_variants_of_a_cyrillic_name() -> None:
    found = variants("Святлана Ціханоўская", "be")
    texts = [each.text for each in found]
    assert len(texts) == len(set(texts)) > 15
    for each in found:
        assert all(transliterate("Святлана Ціханоўская", id_) == each.text for id_ in each.schemes)
    assert {"Sviatlana Tsikhanouskaya", "Sviatłana Cichanoŭskaja", "Swjatlana Zichanouskaja"} <= set(texts)
    assert [each.commonness for each in found] == sorted((each.commonness for each in found), reverse=True)


def test_variants_of_a_latin_name_go_through_its_originals() -> None:
    assert readings("Cichanoŭskaja")[0][:2] == ("Ціханоўская", "be")
    assert "Tsikhanouskaya" in [each.text for each in variants("Cichanoŭskaja")]


def test_formats() -> None:
    found = variants("Мінск", "be")
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](found))))
    assert [row["text"] for row in rows] == [each.text for each in found]
    assert [row["text"] for row in json.loads(FORMATS["json"](found))] == [each.text for each in found]
    assert FORMATS["query"](found).startswith('"Мінск" OR "Minsk"')
    assert len(FORMATS["text"](found).splitlines()) == len(found)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError, match="no schemes for the language 'bee'; did you mean"):
        variants("Мінск", "bee")


WORDS = st.sets(st.text(st.sampled_from("абвгдежзіўё’"), min_size=1, max_size=12), max_size=40)


@given(WORDS, WORDS)
def test_a_filter_knows_its_words_and_hardly_another(words: set[str], others: set[str]) -> None:
    found = Attested.of(words)
    assert all(word in found for word in words)
    assert len(found) == len(words)
    assert sum(word in found for word in others - words) <= 1


def test_a_filter_comes_back_from_its_table_and_a_broken_one_is_refused(tmp_path: Path) -> None:
    words = [f"{first}{second}{third}а" for first in "бвгджз" for second in "аеёіо" for third in "клмнпрст"]
    lines = list(Attested.of(words).lines())
    table = tmp_path / "words-be.txt"
    table.write_text("# head\n" + "\n".join(lines) + "\n", encoding="utf-8")
    found = Attested.read(table)
    assert all(word in found for word in words)
    assert not any(word + "ў" in found for word in words)
    others = ("\n".join(lines[:-1]), "\n".join(["7", *lines[1:]]), "\n".join([*lines, "?"]))
    for broken in ("", "-5\n" + "A" * 684, "many\nAAAA", *others):
        table.write_text(broken, encoding="utf-8")
        with pytest.raises(TranslitError, match="isn't a number of words and their bits; rebuild the file"):
            Attested.read(table)


def test_a_broken_table_of_letters_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words-be.txt").write_text("\n".join(Attested.of(["а"]).lines()), encoding="utf-8")
    (tmp_path / "letters-be.tsv").write_text("# head\n\t.-1а2\nа\tнеў\n=мінск\n", encoding="utf-8")
    model = read(tmp_path, "be")
    assert model.step("а") > model.step("б")
    with pytest.raises(TranslitError, match=r"letters-be.tsv: the line of 'а' isn't one of contexts"):
        model.word("мара")
    (tmp_path / "letters-be.tsv").write_text("\t.-1а2\nа -1\n", encoding="utf-8")
    with pytest.raises(TranslitError, match=r"the line 'а -1' is neither of contexts nor a word"):
        read(tmp_path, "be")
    (tmp_path / "letters-be.tsv").write_bytes("\t.-1а2\n".encode("cp1251"))
    with pytest.raises(TranslitError, match="isn't text in UTF-8"):
        read(tmp_path, "be")
    (tmp_path / "letters-be.tsv").write_text("\t.-1а2\n", encoding="utf-8")
    (tmp_path / "words-be.txt").unlink()
    with pytest.raises(TranslitError, match=r"words-be.txt can't be read"):
        read(tmp_path, "be")


@pytest.mark.parametrize("language", ["be", "ru", "uk"])
def test_words_that_are_held_back_are_not_attested(language: str) -> None:
    attested = Attested.read(folder("tables") / "match" / f"words-{language}.txt")
    kept = [word for word in known_words(language) if not held_back(word)]
    back = [word for word in known_words(language) if held_back(word)]
    assert sum(word in attested for word in kept) > 0.9 * len(kept)
    assert sum(word in attested for word in back) < 0.01 * len(back)
