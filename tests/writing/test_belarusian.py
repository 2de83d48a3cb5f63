"""Belarusian schemes: what is subtle in each, in cases of our own.

Sorted by the kind of difficulty. Every example inside a table is tested with the tables themselves.
"""

from __future__ import annotations

import unicodedata

import pytest

from translit.writing.registry import scheme_of, schemes, transliterate

CLASSIC = "be-lacinka-classic"
IDS = sorted(info.id for info in schemes("be") if info.status != "press")
TO_LATIN = [id_ for id_ in IDS if scheme_of(id_).table.head["to"] == "Latn"]
NAMES = (
    "Лукашэнка", "Ціханоўская", "Бяляцкі", "Вераб’ёвічы", "Жыткавічы", "Наталля", "Іўе", "Ёдкі", "Юрый",
    "Эйсманты", "Хойнікі", "Гомель", "Дзям’янаўцы", "Шчучын", "Мсціслаў", "Ґанак", "Цішка", "Салаўі",
)  # fmt: skip


def test_every_named_system_is_there() -> None:
    named = """be-lacinka be-lacinka-classic be-lacinka-geo be-lacinka-polish be-lacinka-soft be-by-1998 be-gki-2000
    be-by-2007 be-un-2007 be-by-2023 be-bgnpcgn-1979 be-bgnpcgn-1979-plain be-scholarly be-din-1460-1982 be-iso-9-1968
    be-iso-9-1995 be-alalc-1997 be-alalc-2012 be-gost-7.79-2000-a be-gost-7.79-2000-b be-gost-16876-71 be-icao-9303
    be-bs-2979-1958 be-mvd-2008 be-mvd-2010 be-odni-2015 be-sfs-4900 be-tarask be-tarask-softness be-narkam"""
    assert set(named.split()) <= set(IDS)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("be-lacinka", "Aleś Łukašenka z Homla"),
        ("be-lacinka-geo", "Alieś Lukašenka z Homlia"),
        ("be-lacinka-polish", "Aleś Łukaszenka z Homla"),
        ("be-gki-2000", "Alies' Lukašenka z Homlia"),
        ("be-by-2007", "Alieś Lukašenka z Homlia"),
        ("be-by-2023", "Alies Lukashenka z Gomlia"),
        ("be-bgnpcgn-1979", "Alyes’ Lukashenka z Homlya"),
        ("be-scholarly", "Alesʹ Lukašènka z Homlja"),
        ("be-iso-9-1995", "Alesʹ Lukašènka z Gomlâ"),
        ("be-alalc-2012", "Alesʹ Lukashėnka z Homli͡a"),
        ("be-gost-7.79-2000-b", "Ales` Lukashe`nka z Gomlya"),
        ("be-icao-9303", "Ales Lukashenka z Homlia"),
        ("be-mvd-2008", "Alieś Lukashenka z Homlia"),
        ("be-odni-2015", "Alyes Lukashenka z Homlya"),
        ("be-sfs-4900", "Ales Lukašenka z Homlja"),
    ],
)
def test_one_phrase_in_every_tradition(id_: str, expected: str) -> None:
    assert transliterate("Алесь Лукашэнка з Гомля", id_) == expected


# Letters that depend on their place


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ялінка", "jalinka"), ("маяк", "majak"), ("сяло", "siało"), ("сям’я", "siamja"), ("здароўе", "zdaroŭje"),
        ("вераб’і", "vierabji"), ("салаўі", "sałaŭi"), ("пайек", "pajjek"), ("Каір", "Kair"), ("мільён", "miljon"),
        ("лес", "les"), ("лыжка", "łyžka"), ("лёс", "los"), ("лэдзі", "łedzi"), ("соль", "sol"), ("лісце", "liscie"),
        ("галлё", "hallo"), ("Ала", "Ała"), ("Алла", "Ałła"), ("дзень", "dzień"), ("медзь", "miedź"),
        ("гвоздзь", "hvozdź"), ("джала", "džała"), ("хата", "chata"), ("цягнік", "ciahnik"), ("ноч", "noč"),
    ],
)  # fmt: skip
def test_lacinka_by_place(source: str, expected: str) -> None:
    assert transliterate(source, "be-lacinka") == expected


def test_soft_sign_in_the_instructions() -> None:
    letters = "зь ль нь сь ць дзь"
    assert transliterate(letters, "be-by-2007") == "ź ĺ ń ś ć dź"
    assert transliterate(letters, "be-gki-2000") == "z' l' n' s' c' dz'"
    assert transliterate(letters, "be-by-2023") == "z l n s c dz"
    assert transliterate(letters, "be-lacinka") == "ź l ń ś ć dź"


def test_middle_dot_only_where_bgn_may_write_it() -> None:
    assert transliterate("Разгон, Мазгі, вакзал", "be-bgnpcgn-1979") == "Raz·hon, Maz·hi, vakzal"
    assert transliterate("Разгон, Мазгі, вакзал", "be-bgnpcgn-1979-plain") == "Razhon, Mazhi, vakzal"


# Apostrophes, look-alikes, normal forms, stress


@pytest.mark.parametrize("apostrophe", "'’ʼ´`‘′ʹ″")
@pytest.mark.parametrize("id_", TO_LATIN)
def test_every_apostrophe_is_one(id_: str, apostrophe: str) -> None:
    assert transliterate(f"Вераб{apostrophe}ёў", id_) == transliterate("Вераб’ёў", id_)


def test_quotation_marks_are_no_apostrophes() -> None:
    assert transliterate("газета ’Звязда’ і 'Рунь'", "be-bgnpcgn-1979") == "hazyeta ’Zvyazda’ i 'Run’'"


def test_latin_lookalikes_in_a_cyrillic_word() -> None:
    assert transliterate("Miнск, Iўe, Шyмiлiнa", "be-lacinka") == "Minsk, Iŭje, Šumilina"


def test_russian_keyboard() -> None:
    assert transliterate("Минск, Видзы", "be-by-2007") == "Minsk, Vidzy"


@pytest.mark.parametrize("id_", IDS)
def test_decomposed_text_is_the_same(id_: str) -> None:
    for name in NAMES:
        assert transliterate(unicodedata.normalize("NFD", name), id_) == transliterate(name, id_)


def test_stress_does_not_hide_the_place() -> None:
    assert transliterate("Мая́ Лёля", "be-lacinka") == "Majá Lola"
    assert transliterate("Лука́ш Я́ўген", "be-sfs-4900") == "Lukaš Jauhen"


# Capitals


@pytest.mark.parametrize("id_", IDS)
def test_capitals_commute(id_: str) -> None:
    for name in NAMES:
        assert transliterate(name.upper(), id_) == transliterate(name, id_).upper()


@pytest.mark.parametrize("id_", [id_ for id_ in TO_LATIN if "alalc" not in id_])
def test_one_capital_stays_one(id_: str) -> None:
    for name in NAMES:
        assert sum(char.isupper() for char in transliterate(name, id_)) == 1


def test_tied_letters_are_capitals_together() -> None:
    assert transliterate("Ян Жыгар, Чавусы", "be-alalc-2012") == "I͡An Z͡Hyhar, Chavusy"
    assert transliterate("ЧАВУСЫ", "be-alalc-2012") == "CHAVUSY"


@pytest.mark.parametrize("id_", TO_LATIN)
def test_no_cyrillic_is_left(id_: str) -> None:
    for name in NAMES:
        written = transliterate(name, id_)
        assert not any("CYRILLIC" in unicodedata.name(char, "") for char in written), written


# The classic spelling


@pytest.mark.parametrize(
    ("official", "classic"),
    [
        ("святло", "сьвятло"), ("зверху", "зьверху"), ("лісце", "лісьце"), ("цвік", "цьвік"), ("дзверы", "дзьверы"),
        ("раззлаваць", "раззлаваць"), ("расце", "расьце"), ("рассыпаць", "рассыпаць"), ("бясснежжа", "бясьсьнежжа"),
        ("каханне", "каханьне"), ("Ганна", "Ганна"), ("вяселле", "вясельле"), ("раз’ехацца", "разьехацца"),
        ("зблізіць", "зьблізіць"), ("схіліць", "схіліць"), ("скінуць", "скінуць"), ("згінуць", "згінуць"),
        ("слабы", "слабы"), ("стрэл", "стрэл"), ("пісьмо", "пісьмо"), ("суддзі", "судзьдзі"),
        ("аддзяліць", "аддзяліць"),
    ],
)  # fmt: skip
def test_softness_is_written(official: str, classic: str) -> None:
    assert transliterate(official, "be-tarask") == classic


@pytest.mark.parametrize(
    ("official", "classic"),
    [
        ("план", "плян"), ("планка", "планка"), ("блок", "блёк"), ("воблака", "воблака"), ("клуб", "клюб"),
        ("клубок", "клубок"), ("біялогія", "біялёгія"), ("падлогі", "падлогі"), ("клас", "кляс"), ("уклалі", "уклалі"),
        ("дакумент", "дакумэнт"), ("замест", "замест"), ("тэрмометр", "тэрмомэтар"), ("метраў", "мэтраў"),
        ("сервер", "сэрвэр"), ("серада", "серада"), ("сетка", "сетка"), ("перыяд", "пэрыяд"), ("перад", "перад"),
        ("нерв", "нэрв"), ("неўрадлівы", "неўрадлівы"), ("непаліваны", "непаліваны"), ("конверсія", "конвэрсія"),
        ("вёрстка", "вёрстка"), ("сінтэз", "сынтэз"), ("сіні", "сіні"), ("фізіка", "фізыка"), ("сесія", "сэсія"),
        ("феномен", "фэномэн"), ("у шарфе", "у шарфе"), ("Еўразія", "Эўразія"), ("еўнух", "еўнух"),
        ("біёлагі", "біёлягі"), ("вясёлага", "вясёлага"), ("арыфметыка", "арытмэтыка"), ("гарадскі", "гарадзкі"),
        ("адскочыць", "адскочыць"), ("сімвалы", "сымбалі"), ("цыкл", "цыкль"), ("перука", "перука"),
    ],
)  # fmt: skip
def test_international_words_by_stem_not_native_ones(official: str, classic: str) -> None:
    assert transliterate(official, "be-tarask") == classic


@pytest.mark.parametrize(
    ("official", "classic"),
    [
        ("з лесу", "ź lesu"), ("з горада", "z horada"), ("З ёй", "Ź joj"), ("праз горы", "praz hory"),
        ("праз лес", "praź les"), ("без шуму", "biez šumu"), ("без дна", "biaz dna"), ("не дам", "nia dam"),
        ("не на месцы", "nie na miescy"), ("не буду", "nie budu"), ("ты і ён", "ty j jon"), ("ён і ты", "jon i ty"),
        ("НЕ ДАМ", "NIA DAM"),
    ],
)  # fmt: skip
def test_words_together(official: str, classic: str) -> None:
    assert transliterate(official, CLASSIC) == classic


def test_classic_text_is_left_as_it_is() -> None:
    text = "Сьнег зьбіраецца на плянэце; сыстэма, клясычны сэрвэр, пісьменьнік зьявіўся"
    assert transliterate(text, "be-tarask") == text
    assert transliterate(text, CLASSIC) == transliterate(text, "be-lacinka")


@pytest.mark.parametrize(
    ("official", "classic"),
    [
        ("русіфікацыя", "русыфікацыя"), ("фальсіфікатар", "фальсыфікатар"), ("класіфікацыя", "клясыфікацыя"),
        ("кандыцыянер", "кандыцыянэр"), ("акцыянер", "акцыянэр"), ("суперкамп’ютар", "супэркампутар"),
        ("метафізіка", "мэтафізыка"), ("мультымедыя", "мультымэдыя"), ("рэкамендацыя", "рэкамэндацыя"),
        ("каларыт", "калярыт"), ("каларыметр", "калярымэтар"), ("дазіметр", "дазымэтар"),
        ("дывертысмент", "дывэртысмэнт"), ("прэзентабельны", "прэзэнтабэльны"), ("шведскі", "швэдзкі"),
        ("парыжскі", "парыскі"), ("каўказскі", "каўкаскі"), ("чэшская", "чэская"), ("пецярбургскі", "пецярбурскі"),
        ("Белавежская пушча", "Белавеская пушча"), ("магістр", "магістар"), ("семестр", "сэмэстар"),
        ("спецслужба", "спэцслужба"), ("персідскі", "пэрсыдзкі"), ("Нобелеўская", "Нобэлеўская"),
    ],
)  # fmt: skip
def test_international_words_by_their_parts(official: str, classic: str) -> None:
    assert transliterate(official, "be-tarask") == classic


def test_native_words_with_the_letters_of_international_ones() -> None:
    native = "пляменны карабельны шабельны супернік намерыцца жывёлагадоўля вербалоз кембрыджскі Мусаргскі"
    for word in native.split():
        assert transliterate(word, "be-tarask") == word
    assert transliterate("калорый", "be-tarask") == "калёрый"


def test_softness_alone_leaves_international_words() -> None:
    assert transliterate("План і спіс сістэмы", "be-lacinka-soft") == "Płan i śpis sistemy"
    assert transliterate("План і спіс сістэмы", CLASSIC) == "Plan i śpis systemy"


def test_there_and_back() -> None:
    words = (
        "снег жыццё вяселле каханне суддзя з’езд раз’езд людзьмі будзьце просьбе пісьменнік дакумент тэхналогія план "
        "блок сервер версія сістэма універсітэт музей планета камп’ютар Еўропа месца госці шэсць"
    )
    for word in words.split():
        assert transliterate(transliterate(word, "be-tarask"), "be-narkam") == word


def test_native_words_that_look_classic_stay_official() -> None:
    text = "мэта клён салёны мітынг літар лёт"
    assert transliterate(text, "be-narkam") == text
