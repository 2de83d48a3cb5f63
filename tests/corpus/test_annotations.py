"""Entities in a corpus: kept where they are named, searched, counted together and written out."""

import json
from pathlib import Path

import pytest

import translit
from translit.corpus.mention_files import lines, write_parquet
from translit.errors import UsageError

ENTITIES = [
    translit.Entity(id="luk", kind="person", names=["Аляксандр Лукашэнка", "Alexander Lukashenko"]),
    translit.Entity(id="put", kind="person", names=["Владимир Путин"]),
    translit.Entity(id="min", kind="place", names=["Мінск", "Минск"]),
]


@pytest.fixture
def corpus() -> translit.Corpus:
    found = translit.Corpus()
    found.add(
        [
            translit.Document("1", "Александр Лукашенко встретился с Путиным.", date="2020-08-09", language="ru"),
            translit.Document("2", "В Минске Владимир Путин и Александр Лукашенко.", date="2019", language="ru"),
            translit.Document("3", "Nic tu není.", language="cs"),
        ]
    )
    return found


def test_entities_are_found_kept_and_counted(corpus: translit.Corpus) -> None:
    with pytest.raises(UsageError, match="no entities"):
        corpus.search("entity:luk")
    resolver = translit.Resolver(ENTITIES)
    assert corpus.annotate(resolver) >= 4
    assert corpus.annotate(resolver) == 0  # nothing is read again
    assert {hit.document_id for hit in corpus.search("entity:luk")} == {"1", "2"}
    assert corpus.search("entity:put AND entity:min")[0].document_id == "2"
    hit = corpus.search("entity:luk")[0]
    assert "Лукашенко" in hit.snippets[0].spelling
    (first, *_) = corpus.together("luk")
    assert (first.other_id, first.documents, first.first_document, first.first_date) == ("put", 2, "2", "2019")
    with pytest.raises(UsageError, match="lu"):
        corpus.search("entity:lu")


def test_new_documents_and_new_lists(corpus: translit.Corpus) -> None:
    corpus.annotate(translit.Resolver(ENTITIES))
    corpus.add([("4", "Путин снова в Минске"), ("1", "Никого")])
    corpus.annotate(translit.Resolver(ENTITIES))
    assert {hit.document_id for hit in corpus.search("entity:put")} == {"2", "4"}
    corpus.annotate(translit.Resolver(ENTITIES[2:]), anew=True)
    assert {one.entity_id for one in corpus.mentions()} == {"min"}


def texts_read(corpus: translit.Corpus, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the documents whose texts are read from now on; the list grows."""
    read: list[int] = []
    text = corpus._text

    def noted(number: int) -> str:
        read.append(number)
        return text(number)

    monkeypatch.setattr(corpus, "_text", noted)
    return read


def test_another_list_is_looked_for_where_the_index_says(
    corpus: translit.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolver = translit.Resolver(ENTITIES[1:2])
    corpus.annotate(resolver, every=True)
    every = corpus.mentions()
    read = texts_read(corpus, monkeypatch)
    corpus.annotate(resolver, anew=True)
    assert corpus.mentions() == every
    assert read == [1, 2]  # the Czech text has no Putin
    corpus.annotate(resolver, anew=True, every=True)
    assert read == [1, 2, 1, 2, 3]


def test_with_more_names_than_documents_each_is_read(corpus: translit.Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    read = texts_read(corpus, monkeypatch)
    places = [translit.Entity(id=name, names=[name]) for name in ("Гродна", "Пінск", "Орша", "Мір")]
    corpus.annotate(translit.Resolver(places))
    assert read == [1, 2, 3]


def test_mentions_are_written(corpus: translit.Corpus, tmp_path: Path) -> None:
    corpus.annotate(translit.Resolver(ENTITIES))
    mentions = corpus.mentions()
    texts = {name: corpus.text(name) for name in "123"}
    assert all(texts[one.document_id][one.start : one.end] == one.text for one in mentions)
    rows = [json.loads(line) for line in lines(mentions, "jsonl")]
    assert len(rows) == len(mentions) == len(list(lines(mentions, "csv"))) - 1
    ftm = [json.loads(line) for line in lines(mentions, "ftm")]
    assert len({one["id"] for one in ftm}) == len(ftm) and {one["schema"] for one in ftm} == {"Mention"}
    parquet = pytest.importorskip("pyarrow.parquet")
    write_parquet(mentions, tmp_path / "mentions.parquet")
    assert parquet.read_table(tmp_path / "mentions.parquet").to_pylist() == rows
