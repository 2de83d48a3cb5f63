"""What a corpus finds, and what it says of it."""

import random
import zlib
from pathlib import Path

import pytest

import translit
from translit.corpus.search import Filter
from translit.errors import DataError, UsageError

TEXTS = [
    ("ru", "В Минске Лукашенко встретился с Владимиром Путиным. Верховный суд молчит."),
    ("be", "Учора Ўладзімір Пуцін і Аляксандр Лукашэнка размаўлялі ў Маскве."),
    ("lac", "U Miensku pamior vydaviec Bahdan Pankaviec."),
    ("pl", "Rozmowa z Aleksandrem Łukaszenką i Swiatłaną Cichanouską w Warszawie."),
    ("de", "Swetlana Tichanowskaja traf den Bundeskanzler in Berlin."),
    ("en", "Putin's visit to Minsk was short; Sergei Tikhanovsky is in prison."),
]


@pytest.fixture(scope="module")
def corpus() -> translit.Corpus:
    found = translit.Corpus()
    assert found.add(TEXTS) == len(TEXTS)
    return found


def ids(corpus: translit.Corpus, query: str) -> list[str]:
    return [hit.document_id for hit in corpus.search(query) if hit.probability >= 0.25]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Lukašenka", {"ru", "be", "pl"}),
        ("lukaschenko", {"ru", "be", "pl"}),
        ("Vladimir Putin", {"ru", "be", "en"}),
        ("Святлана Ціханоўская", {"pl", "de"}),
        ("Мінск", {"ru", "lac", "en"}),
        ("Богдан Панковец", {"lac"}),
        ('"верховный суд"', {"ru"}),
        ("Putin AND Мінск", {"ru", "en"}),
        ("Putin AND NOT Мінск", {"be"}),
        ("Варшава OR Berlin", {"pl", "de"}),
        ("Putin (Масква OR Варшава)", {"be"}),
    ],
)
def test_a_name_is_found_in_every_spelling(corpus: translit.Corpus, query: str, expected: set[str]) -> None:
    assert set(ids(corpus, query)) == expected


def test_the_best_comes_first_and_the_order_is_the_same_every_time(corpus: translit.Corpus) -> None:
    hits = corpus.search("Alexander Lukashenko")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {hit.document_id for hit in hits[:2]} == {"be", "pl"}  # both names stand there
    assert [hit.document_id for hit in hits] == [hit.document_id for hit in corpus.search("Alexander Lukashenko")]


def test_the_order_of_adding_changes_nothing() -> None:
    other = translit.Corpus()
    other.add(reversed(TEXTS))
    one = translit.Corpus()
    one.add(TEXTS)
    for query in ("Putin", "Лукашенко", "Minsk"):
        scores = [{hit.document_id: round(hit.score, 9) for hit in each.search(query)} for each in (one, other)]
        assert scores[0] == scores[1]


def test_a_passage_shows_the_spelling_that_stands_there(corpus: translit.Corpus) -> None:
    (hit, *_) = [hit for hit in corpus.search("Alexander Lukashenko") if hit.document_id == "pl"]
    best = hit.snippets[0]
    text = dict(TEXTS)["pl"]
    assert best.spelling == "Aleksandrem Łukaszenką" == text[best.start : best.end]
    assert best.text[best.offset :].startswith(best.spelling)
    assert 0 < best.probability <= 1
    assert best.reason


def test_documents_are_replaced_and_removed() -> None:
    corpus = translit.Corpus()
    corpus.add([("1", "Лукашенко"), ("2", "Путин")])
    corpus.add([("1", "Макрон")])
    assert len(corpus) == 2
    assert ids(corpus, "Lukashenko") == []
    assert ids(corpus, "Macron") == ["1"]
    assert corpus.remove(["1", "nobody"]) == 1
    assert ids(corpus, "Macron") == []
    corpus.compact()
    assert ids(corpus, "Putin") == ["2"]
    corpus.add([("3", "Emmanuel Macron")])
    assert ids(corpus, "Macron") == ["3"]


def test_many_small_additions_are_joined() -> None:
    one, many = translit.Corpus(), translit.Corpus()
    texts = [(str(number), f"Путин {number} и Лукашенко в Минске" * (number % 3 + 1)) for number in range(60)]
    one.add(texts)
    for each in texts:
        many.add([each])
    for query in ("Putin", "Łukašenka Miensk"):
        assert [(hit.document_id, hit.score) for hit in one.search(query, 100)] == [
            (hit.document_id, hit.score) for hit in many.search(query, 100)
        ]


def test_filters() -> None:
    corpus = translit.Corpus()
    rows = [("a", "2020-08-09", "be"), ("b", "2021-02", "ru"), ("c", "", "ru")]
    corpus.add(translit.Document(name, "Лукашенко", date=date, language=code, source=name) for name, date, code in rows)

    def found(**wanted: str) -> set[str]:
        return {hit.document_id for hit in corpus.search("Lukashenko", wanted=Filter(**wanted))}

    assert found() == {"a", "b", "c"}
    assert found(language="ru") == {"b", "c"}
    assert found(since="2021") == {"b"}
    assert found(until="2020-08") == {"a"}
    assert found(since="2020-08-09", until="2021-02-28") == {"a", "b"}
    assert found(source="c") == {"c"}
    with pytest.raises(UsageError, match="2021-02-30"):
        found(since="2021-02-30")


def test_a_file_keeps_what_was_added(tmp_path: Path) -> None:
    with translit.Corpus(tmp_path / "news.db") as corpus:
        corpus.add(TEXTS)
    with translit.Corpus(tmp_path / "news.db") as again:
        assert len(again) == len(TEXTS)
        assert set(ids(again, "Lukašenka")) == {"ru", "be", "pl"}
        assert again.text("pl") == dict(TEXTS)["pl"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "  ",
        '""',
        "«»",
        "AND",
        "Minsk AND",
        "(Minsk",
        "Minsk)",
        '"Minsk',
        "NOT Minsk",
        "a" * 1_000_000,
        "Minsk AND NOT NOT Brest",
        "Minsk OR NOT Brest",
        "Minsk AND NOT (NOT Brest AND NOT Hrodna)",
    ],
)
def test_a_query_that_cant_be_read_is_refused_in_a_sentence(corpus: translit.Corpus, query: str) -> None:
    with pytest.raises(UsageError) as caught:
        corpus.search(query)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "documents", ["text", [("1",)], [("1", None)], [(1, "text")], [("", "text")], [("1", "\ud800")]]
)
def test_documents_that_are_none_are_refused(documents: object) -> None:
    with pytest.raises(translit.TranslitError):
        translit.Corpus().add(documents)  # type: ignore[arg-type]


@pytest.mark.parametrize("processes", [2, 3])
def test_processes_change_nothing(processes: int, tmp_path: Path) -> None:
    texts = [(str(n), f"Имя{n % 70} Пуціна і Łukašenka{n} ў Мінску. Маладога чалавека бачылі.") for n in range(3000)]
    dumps = []
    for count in (1, processes):
        with translit.Corpus(tmp_path / f"{count}.db") as corpus:
            assert corpus.add(texts, processes=count) == len(texts)
            corpus.compact()
            tables = ("documents", "blocks", "terms", "places", "segments", "sounds_data", "words_data")
            dumps.append([corpus._connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables])
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_was_added_before_an_error_stays(processes: int) -> None:
    corpus = translit.Corpus()
    with pytest.raises(DataError, match="'5000'"):
        corpus.add([*((str(n), "Путин") for n in range(5000)), ("5000", "\ud800")], processes=processes)
    assert len(corpus) == len(corpus.search("Putin", 10_000)) == 5000


def test_a_removed_text_is_gone_from_the_file(tmp_path: Path) -> None:
    with translit.Corpus(tmp_path / "news.db") as corpus:
        corpus.add([("1", "Лукашенко"), ("2", "Путин в Минске"), ("3", "Макрон")])
        corpus.remove(["2"])
        assert [document.text for document in corpus.documents()] == ["Лукашенко", "Макрон"]
        assert corpus.text("2") == ""
        assert corpus.search('"в минске"') == []
        ((packed,),) = corpus._connection.execute("SELECT packed FROM blocks").fetchall()
        assert "Минске" not in zlib.decompress(packed).decode()


def test_no_query_is_a_crash(corpus: translit.Corpus) -> None:
    chance = random.Random(3)
    words = [word for _, text in TEXTS for word in text.split()]
    signs = "абўІłżABЙ'\"()-.*:|\t\n0٣中가אب\u0301\u200b\U0001f600ßİǅﬁ"
    parts = ["AND", "OR", "NOT", "(", ")", '"', "entity:x", "Uładzimir Pucin"]
    for _ in range(400):
        letters = "".join(chance.choices(signs, k=chance.randrange(1, 20)))
        some = chance.choices([*words, *parts, letters], k=chance.randrange(1, 8))
        try:
            for hit in corpus.search(" ".join(some), 3):
                assert hit.snippets is not None
        except translit.TranslitError as error:
            assert "\n" not in str(error)
