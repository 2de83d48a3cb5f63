"""The subtle places of the Russian, Ukrainian and Rusyn tables, each named by what it shows."""

from __future__ import annotations

import unicodedata
from itertools import pairwise, product

import pytest

from translit.writing.characters import is_cyrillic
from translit.writing.registry import scheme_of, schemes, transliterate

IDS = sorted(info.id for language in ("ru", "uk", "rue") for info in schemes(language) if "press" not in info.id)
NAMES = {
    "ru": (
        "Фёдор Михайлович Достоевский, Елена Щёлокова, Юлия Ильинична Объячева, Пьер Жуковский, Эмма Цой, "
        "Ёжиков, Алексеев, Хабаровск, Йошкар-Ола, Мусийкъонгийкоте, Большие Вязёмы, Веснушчатый"
    ),
    "uk": (
        "Юрій Їжакевич, Євген Зеленський, Мар’яна Ґудзь, Знам’янка, Згурівка, Щедрик, Воробйов, Льотне, Няньчук, "
        "Прип’ять, Йосип Хмельницький, Яготин, Цюрупинськ, Жовті Води, Нью-Йорк"
    ),
    "rue": "Пряшів, Їжко, Ґеря, русиньскый язык, Щастя, Юрій Хыжа, Єзуіт, Ёзеф, шнїг",
}


def words_for(scheme_id: str) -> list[str]:
    """The parts of the names in the language of a scheme."""
    return NAMES[scheme_of(scheme_id).table.head["language"]].replace(",", " ").replace("-", " ").split()


@pytest.mark.parametrize(
    ("scheme_id", "source", "expected"),
    [
        # A word in capitals has its digraphs in capitals; one capital gives one capital.
        ("ru-bgnpcgn", "ЕЩЁ", "YESHCHË"),
        ("ru-bgnpcgn", "Ещё", "Yeshchë"),
        ("ru-bgnpcgn", "ещё", "yeshchë"),
        ("ru-bgnpcgn", "Я", "Ya"),
        ("ru-gost-7.79-2000-b", "ЩЁКИНО", "SHHYOKINO"),
        ("uk-ua", "ЗГУРІВКА", "ZGHURIVKA"),
        ("uk-ua", "Згурівка", "Zghurivka"),
        ("uk-bgnpcgn-1965", "ЗГУРІВКА", "Z·HURIVKA"),
        ("ru-alalc", "Юзовка", "I͡Uzovka"),
        ("ru-alalc", "Хохлов", "Khokhlov"),
        # The start of a word: the national table writes є ї й ю я there in another way than inside.
        ("uk-ua", "Єва Їжак Йосип Юхим Яна", "Yeva Yizhak Yosyp Yukhym Yana"),
        ("uk-ua", "Соєва Заїжак Зайчук Дюхим Маяна", "Soieva Zaizhak Zaichuk Diukhym Maiana"),
        ("uk-ua", "Нью-Йорк", "Niu-York"),
        # Quotation marks, brackets and digits stand beside a word, not in it.
        ("uk-ua", "«Єдність» 'Яна' \"Юна\" (Їжак)", "«Yednist» 'Yana' \"Yuna\" (Yizhak)"),
        ("ru-bgnpcgn", "«Ельня» ’Ельня’ 5Ельня", "«Yel’nya» ’Yel’nya’ 5Yel’nya"),
        # A stress mark is kept and doesn't hide the letter before it.
        ("uk-ua", "Я́на Марі́я зозу́ля", "Yána Maríia zozúlia"),
        ("ru-bgnpcgn", "Алексе́ев", "Alekséyev"),
        ("ru-sfs-4900", "Алексе́ев", "Aleksejev"),
        # Every apostrophe is the Ukrainian one; what it becomes differs.
        ("uk-ua", "Знам'янка", "Znamianka"),
        ("uk-ua", "Знамʼянка", "Znamianka"),
        ("uk-bgnpcgn-1965", "Знам`янка", "Znam”yanka"),
        ("uk-iso-9", "Знам'янка", "Znam’ânka"),
        ("uk-ua", "м’я", "mia"),
        # е and ё after consonants, vowels, й and the signs.
        ("ru-bgnpcgn", "Сергеев Мейер Съедин Соловьёв", "Sergeyev Meyyer S”yedin Solov’yëv"),
        ("ru-wikipedia", "Соловьёв Ильич", "Solovyov Ilyich"),
        # Middle dots only in sequences that would be misread, and none in the plain variant.
        ("ru-bgnpcgn", "Советск", "Sovetsk"),
        ("ru-bgnpcgn", "Тсирия", "T·siriya"),
        ("ru-bgnpcgn-1947-plain", "Тсирия", "Tsiriya"),
        # ц before the letters written with e, i, y or j.
        ("ru-gost-7.79-2000-b", "Цыганов Царёв", "Cy`ganov Czaryov"),
        # The endings of adjectives.
        ("ru-wikipedia", "Нижний Красный", "Nizhny Krasny"),
        ("ru-yandex-maps", "Нижний Красный", "Nizhniy Krasniy"),
        ("ru-sfs-4900", "Нижний Красный", "Nižni Krasnyi"),
        ("uk-sfs-4900", "Хмельницький Григорій", "Hʼmelnytskyi Hryhori"),
        # The signs of ь and й in the reversible Ukrainian standard.
        ("uk-dstu-9112-a", "Льоня Воробйов", "Ljonja Vorob'jov"),
        ("uk-dstu-9112-b", "Згурівка", "Zghurivka"),
        # French reading: hard g, double s, x, -ine.
        ("ru-mvd-310-fr", "Русанов Гиляров Оксана Пушкин", "Roussanov Guiliarov Oxana Pouchkine"),
    ],
)
def test_case(scheme_id: str, source: str, expected: str) -> None:
    assert transliterate(source, scheme_id) == expected


@pytest.mark.parametrize("scheme_id", IDS)
def test_no_cyrillic_is_left(scheme_id: str) -> None:
    found = transliterate(NAMES[scheme_of(scheme_id).table.head["language"]], scheme_id)
    assert not any(map(is_cyrillic, found)), found


@pytest.mark.parametrize("scheme_id", IDS)
def test_capitals_commute(scheme_id: str) -> None:
    for name in words_for(scheme_id):
        expected = unicodedata.normalize("NFC", transliterate(name, scheme_id).upper())
        assert transliterate(name.upper(), scheme_id) == expected


@pytest.mark.parametrize("scheme_id", IDS)
def test_decomposed_input_reads_the_same(scheme_id: str) -> None:
    text = NAMES[scheme_of(scheme_id).table.head["language"]]
    assert transliterate(unicodedata.normalize("NFD", text), scheme_id) == transliterate(text, scheme_id)


@pytest.mark.parametrize("scheme_id", [id_ for id_ in IDS if scheme_of(id_).table.head["reversible"]])
def test_reversible_tables_keep_names_apart(scheme_id: str) -> None:
    """No two parts of names, cut after any letter, meet in one spelling."""
    words = [word.lower() for word in words_for(scheme_id)]
    parts = {first[:cut] + second for first, second in product(words, words) for cut in range(2, len(first))}
    never = scheme_of(scheme_id).table.never
    parts = {part for part in parts if not any(sequence in f"^{part}$" for sequence in never)}
    written = sorted((transliterate(part, scheme_id), part) for part in parts)
    assert len(parts) > 300
    assert [(one, other) for (text, one), (same, other) in pairwise(written) if text == same] == []


def test_aliases_name_the_current_system() -> None:
    current = {
        "ru-bgnpcgn": "ru-bgnpcgn-1947",
        "ru-iso-9": "ru-iso-9-1995",
        "ru-alalc": "ru-alalc-2012",
        "uk-ua": "uk-ua-2010",
        "uk-bgnpcgn": "uk-bgnpcgn-2019",
        "uk-alalc": "uk-alalc-2011",
        "uk-iso-9": "uk-iso-9-1995",
        "rue-bgnpcgn": "rue-bgnpcgn-2016",
    }
    assert {alias: scheme_of(alias).id for alias in current} == current


def test_one_letter_table_is_shared() -> None:
    """ISO 9:1995 writes one letter alike in every language."""
    tables = [scheme_of(f"{language}-iso-9-1995").table.letters for language in ("ru", "uk", "rue")]
    for one, other in pairwise([*tables, tables[0]]):
        for letter in one.keys() & other.keys():
            assert one[letter] == other[letter], letter
