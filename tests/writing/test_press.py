"""The spellings of newspapers: one name in twenty languages, and the endings some of them add."""

from __future__ import annotations

import csv

import pytest

from tests.support import DATA
from translit.writing import lint, registry

TARGETS = [
    "en",
    "de",
    "fr",
    "pl",
    "cs",
    "sk",
    "lt",
    "lv",
    "et",
    "fi",
    "sv",
    "no",
    "da",
    "nl",
    "hu",
    "it",
    "es",
    "pt",
    "ro",
    "tr",
]
LANGUAGES = ("ru", "be", "uk")
SEEN = DATA / "press_names.csv"


def cases() -> list[tuple[str, str, str]]:
    """Scheme, name in Cyrillic and the spelling seen in newspapers, from the data file."""
    with SEEN.open(encoding="utf-8", newline="") as file:
        return [
            (f"{row['language']}-press-{target}", row["name"], row[target])
            for row in csv.DictReader(file)
            for target in TARGETS
            if row[target]
        ]


@pytest.mark.parametrize(("scheme", "name", "expected"), cases())
def test_one_name_in_every_language(scheme: str, name: str, expected: str) -> None:
    assert registry.transliterate(name, scheme) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", TARGETS)
def test_every_pair_of_languages_has_a_table(language: str, target: str) -> None:
    table = registry.load_table(registry.paths()[f"{language}-press-{target}"])
    assert lint.lint(table, registry.compiled(table)) == []
    assert table.head["status"] == "press"
    assert table.head["language"] == language


@pytest.mark.parametrize(
    ("scheme", "name", "expected"),
    [
        ("ru-press-lt-endings", "Владимир Путин", "Vladimiras Putinas"),
        ("ru-press-lt-endings", "Лукашенко", "Lukašenka"),
        ("ru-press-lt-endings", "Достоевский", "Dostojevskis"),
        ("ru-press-lt-endings", "Алексей Навальный", "Aleksejus Navalnas"),
        ("ru-press-lt-endings", "Тихановская", "Tichanovskaja"),
        ("ru-press-lt-endings", "ЕЛЬЦИН Б. Н.", "JELCINAS B. N."),
        ("be-press-lt-endings", "Луцкевіч", "Luckevičius"),
        ("be-press-lt-endings", "Васіль Быкаў", "Vasilis Bykavas"),
        ("uk-press-lt-endings", "Зеленський", "Zelenskis"),
        ("ru-press-lv-endings", "Владимир Путин", "Vladimirs Putins"),
        ("ru-press-lv-endings", "Александр Лукашенко", "Aleksandrs Lukašenko"),
        ("ru-press-lv-endings", "Алексей Навальный", "Aleksejs Navaļnijs"),
        ("ru-press-lv-endings", "Тихановская", "Tihanovska"),
        ("ru-press-lv-endings", "Мария Захарова", "Marija Zaharova"),
        ("be-press-lv-endings", "Ціханоўская", "Cihanouska"),
        ("uk-press-lv-endings", "Зеленський", "Zelenskis"),
        ("ru-press-lv-places", "Саратов", "Saratova"),
        ("be-press-lv-places", "Мінск", "Minska"),
        ("uk-press-lv-places", "Київ", "Kijiva"),
        ("ru-press-cs-feminine", "Светлана Тихановская", "Svetlana Tichanovská"),
        ("ru-press-cs-feminine", "Мария Захарова", "Marija Zacharovová"),
        ("ru-press-cs-feminine", "Екатерина Николаевна Путина", "Jekatěrina Nikolajevna Putinová"),
        ("be-press-cs-feminine", "Балабалава", "Balabalavová"),
        ("uk-press-cs-feminine", "Юлія Тимошенко", "Julija Tymošenková"),
        ("uk-press-cs-feminine", "Олена Зеленська", "Olena Zelenská"),
        ("ru-press-sk-feminine", "Юлия Навальная", "Julija Navaľná"),
        ("be-press-sk-feminine", "Марыя Калеснікава", "Maryja Kalesnikavová"),
        ("uk-press-sk-feminine", "Катерина Зеленська", "Kateryna Zelenská"),
    ],
)
def test_endings_are_tables_of_their_own(scheme: str, name: str, expected: str) -> None:
    assert registry.transliterate(name, scheme) == expected


@pytest.mark.parametrize(
    ("scheme", "name", "expected"),
    [
        ("ru-press-de", "Новороссийск", "Noworossisk"),
        ("ru-press-de", "Алексей Толстой", "Alexei Tolstoi"),
        ("uk-press-fr", "Андрій Єрмак", "Andriy Iermak"),
        ("ru-press-pl", "Горький", "Gorki"),
        ("ru-press-pl", "Георгий Белый", "Gieorgij Bieły"),
        ("ru-press-pl", "Петрозаводск", "Pietrozawodsk"),
        ("uk-press-pl", "Тихий", "Tychy"),
        ("ru-press-cs", "Алексей Арсеньев", "Alexej Arseňjev"),
        ("ru-press-cs", "Алексин", "Aleksin"),
        ("ru-press-sk", "Александров", "Alexandrov"),
        ("ru-press-sk", "Третьяков", "Tretiakov"),
        ("ru-press-lv", "Россия", "Rosija"),
        ("uk-press-lv-places", "Миколаїв", "Mikolajiva"),
        ("uk-press-lv-places", "Кропивницький", "Kropivnicka"),
        ("uk-press-lv-places", "Запоріжжя", "Zaporižja"),
        ("uk-press-lv-places", "Чорнобиль", "Čornobiļa"),
        ("be-press-lv-endings", "Уладзіслаў", "Uladzislavs"),
        ("ru-press-lt-endings", "Астрахань", "Astrachanė"),
        ("ru-press-lt-endings", "Тверь", "Tverė"),
        ("ru-press-lt-endings", "Ярославль", "Jaroslavlis"),
        ("be-press-lt-endings", "Ельскі", "Jelskis"),
        ("uk-press-lt", "Сингаївський", "Synhajivskij"),
        ("uk-press-lt-endings", "Єврешій", "Jevrešijus"),
        ("uk-press-lt-endings", "Миколаєць", "Mykolajecis"),
        ("ru-press-et", "Новосибирск", "Novosibirsk"),
        ("ru-press-et", "Мусоргский", "Mussorgski"),
        ("ru-press-et", "Борис Вий", "Boriss Vii"),
        ("uk-press-et", "Карпенко-Карий", "Karpenko-Karõi"),
        ("uk-press-et", "Йосип Ужвій", "Jossõp Užvi"),
        ("be-press-et", "Багдановіч", "Bagdanovitš"),
        ("be-press-et", "Барысаў", "Barõssav"),
        ("uk-press-fi", "Арсеній Яценюк", "Arseni Jatsenjuk"),
        ("ru-press-sv", "Дацюк", "Datsiuk"),
        ("ru-press-sv", "Татьяна", "Tatiana"),
        ("be-press-sv", "Сяргей", "Siarhej"),
        ("uk-press-sv", "Городня", "Horodnja"),
        ("ru-press-da", "Третьяков", "Tretjakov"),
        ("ru-press-da", "Запорожье", "Zaporozje"),
        ("ru-press-no", "Енисей", "Jenisej"),
        ("ru-press-no", "Арсений Татьянин", "Arsenij Tatjanin"),
        ("uk-press-no", "Київ", "Kyiv"),
        ("uk-press-no", "Вінниця", "Vinnytsia"),
        ("ru-press-hu", "Волгоград", "Volgográd"),
        ("ru-press-it-books", "Эренбург", "Erenburg"),
        ("ru-press-es", "Волгоград", "Volgogrado"),
        ("uk-press-es", "Макеєнко", "Makeyenko"),
        ("uk-press-es", "Одесса", "Odesa"),
        ("ru-press-pt", "Раиса", "Raissa"),
        ("ru-press-pt-sh", "Лукашенко", "Lukashenko"),
        ("ru-press-ro", "Андреев", "Andreev"),
        ("ru-press-ro", "Кузнецк", "Kuznețk"),
        ("ru-press-tr", "Кляшторный", "Klyaştornıy"),
        ("ru-press-tr", "Менделеев", "Mendeleyev"),
    ],
)
def test_rules_that_published_guides_give_examples_for(scheme: str, name: str, expected: str) -> None:
    assert registry.transliterate(name, scheme) == expected


def test_feminine_and_plain_tables_differ_in_the_ending_alone() -> None:
    plain = registry.transliterate("Светлана Тихановская", "ru-press-sk")
    feminine = registry.transliterate("Светлана Тихановская", "ru-press-sk-feminine")
    assert plain.removesuffix("skaja") == feminine.removesuffix("ská")


def test_spanish_writes_the_stress_that_the_source_marks() -> None:
    assert registry.transliterate("Че\N{COMBINING ACUTE ACCENT}хов", "ru-press-es") == "Chéjov"


def test_apostrophes_of_any_kind_keep_the_glide() -> None:
    spellings = {registry.transliterate(f"Лук{mark}яненко", "uk-press-de") for mark in "'’ʼ"}
    assert spellings == {"Lukjanenko"}


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        (
            "Екатеринбург",
            {"es": "Yekaterimburgo", "pt": "Iekaterimburgo", "nl": "Jekaterinburg", "fr": "Ekaterinbourg"},
        ),
        ("Оренбург", {"es": "Oremburgo", "pt": "Oremburgo", "nl": "Orenburg", "de": "Orenburg"}),
        ("Ильин", {"fr": "Iline", "de": "Iljin", "es": "Ilin"}),
        ("Бурлаков", {"nl": "Boerlakov"}),
    ],
)
def test_endings_by_the_tradition_of_the_language(name: str, spellings: dict[str, str]) -> None:
    for target, expected in spellings.items():
        assert registry.transliterate(name, f"ru-press-{target}") == expected


def test_final_ya_of_ukrainian_places_in_english() -> None:
    assert registry.transliterate("Запоріжжя, Вінниця, Коломия, Яворів", "uk-press-en") == (
        "Zaporizhzhia, Vinnytsia, Kolomyia, Yavoriv"
    )


@pytest.mark.parametrize(
    ("scheme", "name", "expected"),
    [
        ("ru-press-lv", "Шойгу", "Šoigu"),
        ("ru-press-lv", "Майя", "Maja"),
        ("ru-press-lv-endings", "Чайковский", "Čaikovskis"),
        ("ru-press-lv-endings", "Гайдар", "Gaidars"),
        ("ru-press-lv-places", "Новороссийск", "Novorosijska"),
        ("be-press-lv-places", "Бабруйск", "Babruiska"),
        ("ru-press-lv-endings", "Анатолий Горький", "Anatolijs Gorkijs"),
        ("be-press-lv-endings", "Васілій", "Vasilijs"),
        ("uk-press-lv-endings", "Тихий Довгий", "Tihijs Dovhijs"),
        ("uk-press-lv-endings", "Запорізький", "Zaporizkis"),
        ("ru-press-lv-places", "Грозный", "Groznija"),
        ("ru-press-lv-places", "Нижний Новгород", "Ņižņij Novgoroda"),
        ("ru-press-lv-places", "Ленинск-Кузнецкий", "Ļeņinsk-Kuzņecka"),
        ("uk-press-lv-places", "Кривий Ріг", "Krivij Riha"),
        ("ru-press-lt-endings", "Великие Луки", "Velikije Lukai"),
        ("ru-press-lt-endings", "Горные Ключи", "Gornyje Kliučiai"),
        ("ru-press-lt-endings", "Чебоксары, Химки, Мытищи", "Čeboksarai, Chimkai, Mytiščiai"),
        ("ru-press-lt-endings", "Сочи, Тольятти", "Sočis, Toljati"),
        ("ru-press-lt-endings", "Анна, Геннадий, Георгий, Долгий", "Ana, Genadijus, Georgijus, Dolgis"),
        ("ru-press-lt-endings", "Новороссийск", "Novorosijskas"),
        ("ru-press-lt-endings", "Ахмед-оглы", "Achmedas-ogly"),
        ("ru-press-lt-endings", "Улан-Удэ, Каменск-Уральский", "Ulan-Udė, Kamensk-Uralskis"),
        ("ru-press-lt-endings", "Москва, Минск, Уланов", "Moskva, Minskas, Ulanovas"),
        ("ru-press-lt-endings", "Видное", "Vidnojė"),
        ("ru-press-lt-endings", "Большое Село", "Bolšoje Selo"),
        ("uk-press-lt", "Вінниця, Запоріжжя", "Vinycia, Zaporižia"),
        ("uk-press-lt-endings", "Суми, Черкаси, Рівне", "Sumai, Čerkasai, Rivnė"),
        ("uk-press-lt-endings", "Умань, Ірпінь, Керч", "Umanė, Irpinė, Kerčė"),
        ("be-press-lt-endings", "Каменны, Сочы", "Kamenas, Sočis"),
        ("ru-press-en", "Оксана, Роксана, Аксёнов", "Oksana, Roxana, Aksyonov"),
        ("ru-press-en", "Макс, Максим, Максудов", "Max, Maxim, Maksudov"),
        ("ru-press-fr", "Алексей, Оксана", "Alexeï, Oksana"),
        ("ru-press-en", "Донской, Трубецкой, Толстой", "Donskoy, Trubetskoy, Tolstoy"),
        ("ru-press-en", "Цой, Сухой", "Tsoi, Sukhoi"),
        ("be-press-en", "Дзмітрый, Юрый, Валерый, Марыя", "Dzmitry, Yury, Valery, Maryia"),
        ("be-press-fr", "Дзмітрый", "Dzmitry"),
        ("be-press-es", "Дзмітрый, Марыя", "Dzmitri, Maryia"),
        ("be-press-it", "Дзмітрый, Марыя", "Dzmitry, Maryia"),
        ("be-press-pt-sh", "Юрый", "Iuri"),
        ("be-press-nl", "Юрый, Юлія", "Joery, Joelia"),
        ("ru-press-nl", "Мария, Ксения", "Maria, Ksenia"),
        ("uk-press-it", "Запоріжжя, Ілля", "Zaporizhzhia, Illia"),
        ("uk-press-es", "Розгон", "Rozghon"),
        ("uk-press-en", "Сєвєродонецьк, Слов’янськ", "Sievierodonetsk, Sloviansk"),
        ("uk-press-it", "Куп’янськ, Згуровський", "Kupiansk, Zghurovsky"),
        ("be-press-et", "Майя", "Maja"),
        ("ru-press-it", "Сергей Герасимов", "Serghei Gerasimov"),
        ("ru-press-it", "Георгий Гинзбург", "Gheorghy Ginzburg"),
        ("uk-press-fr", "Волошин", "Volochyne"),
        ("ru-press-ro", "Объедков", "Obiedkov"),
        ("ru-press-de", "Новосибирск, Красносельский", "Nowosibirsk, Krasnoselski"),
        ("ru-press-sv", "Ручьёв", "Rutjov"),
        ("ru-press-no", "Ручьёв", "Rutsjov"),
        ("ru-press-nl", "Ручьёв", "Roetsjov"),
        ("be-press-cs-feminine", "Дарына Азаранка", "Daryna Azaranková"),
        ("be-press-sk-feminine", "Іванка, Яраслава, Марчанка", "Ivanka, Jaraslava, Marčanková"),
        ("uk-press-cs-feminine", "Оксана Забужко", "Oksana Zabužková"),
        ("ru-press-sk-feminine", "Мая Ивко", "Maja Ivková"),
    ],
)
def test_rules_for_frequent_endings(scheme: str, name: str, expected: str) -> None:
    assert registry.transliterate(name, scheme) == expected


@pytest.mark.parametrize("scheme", ["ru-press-lt-endings", "ru-press-lv-places", "uk-press-lv-places"])
@pytest.mark.parametrize("between", [" ", "\N{NO-BREAK SPACE}", "-", ", "])
def test_what_stands_behind_a_name_is_seen_alike_alone_and_in_a_text(scheme: str, between: str) -> None:
    text = between.join(["Каменск", "Улан", "Видное", "Великий", "Новгород"])
    assert registry.transliterate(text, scheme) == registry.scheme_of(scheme).write(text)
