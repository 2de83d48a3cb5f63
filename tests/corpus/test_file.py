"""The file of a corpus: whole at every moment, refused in a sentence where it can't be used."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest

import translit
from translit.cli import main
from translit.corpus import schema
from translit.corpus.readers import Options
from translit.errors import DataError, UsageError

WRITER = """
import sys, translit
corpus = translit.Corpus(sys.argv[1])
for number in range(len(corpus), 100000, 5):
    corpus.add([(str(n), f"Путин и Лукашенко, документ {n}, Name{n}") for n in range(number, number + 5)])
    print("added", flush=True)
"""


def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    chance = random.Random(5)
    last = 0
    for _ in range(4):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"added\n"
        time.sleep(chance.uniform(0.0, 0.2))
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait(30)
        writer.stdout.close()
        with translit.Corpus(path) as corpus:
            assert corpus._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            count = len(corpus)
            assert count >= last and count % 5 == 0  # nothing that was added is lost, no block is half there
            assert len(corpus.search("Putin", 100_000)) == count
            last = count
    assert last > 0


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "PATIENCE", 0.2)
    with translit.Corpus(tmp_path / "news.db") as corpus:
        corpus.add([("1", "Минск")])
        with sqlite3.connect(tmp_path / "news.db", isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            assert corpus.search("Minsk")  # readers don't wait
            with pytest.raises(DataError, match="written by another program"):
                corpus.add([("2", "Гродно")])
            other.execute("ROLLBACK")
        assert corpus.add([("2", "Гродно")]) == 1


def test_a_full_disk_is_said_and_the_file_stays_whole(tmp_path: Path) -> None:
    with translit.Corpus(tmp_path / "news.db") as corpus:
        corpus.add([("1", "Минск")])
        pages = corpus._connection.execute("PRAGMA page_count").fetchone()[0]
        corpus._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(DataError, match="full"):
            corpus.add([(str(n), f"Имя{n} Фамилия{n} Слово{n * 7}" * 50) for n in range(2000)])
        corpus._connection.execute("PRAGMA max_page_count = 1000000")
        assert len(corpus) == 1 and corpus.search("Minsk")
        assert corpus.add([("2", "Гродно")]) == 1


def test_files_that_are_no_corpus_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no corpus"):
        translit.Corpus(tmp_path / "none.db", create=False)
    with pytest.raises(UsageError, match="folder"):
        translit.Corpus(tmp_path)
    (tmp_path / "text.db").write_text("Not a database at all, but long enough to be looked at. " * 20, encoding="utf-8")
    with pytest.raises(DataError, match="isn't a corpus"):
        translit.Corpus(tmp_path / "text.db")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t(a)")
    other.close()
    with pytest.raises(DataError, match="no corpus"):
        translit.Corpus(tmp_path / "other.db")
    translit.Corpus(tmp_path / "old.db").close()
    with sqlite3.connect(tmp_path / "old.db") as old:
        old.execute("PRAGMA user_version = 0")
    old.close()
    with pytest.raises(DataError, match="older version"):
        translit.Corpus(tmp_path / "old.db")


def write_files(folder: Path) -> None:
    (folder / "a.txt").write_text("Заголовок\n\nВ Минске Лукашенко.", encoding="utf-8")
    (folder / "b.md").write_text("# Title\n\nPutin in Minsk", encoding="utf-8")
    (folder / "c.html").write_text(
        "<html lang='de-DE'><head><title>Hallo</title><meta property='article:published_time' content='2020-08-09T10'>"
        "</head><body><p>Lukaschenko <b>ist</b> in</p><script>Macron</script><p>Minsk</p></body></html>",
        encoding="utf-8",
    )
    (folder / "d.csv").write_text("id;text;date\n7;Uładzimir Pucin;2021-02-03\n", encoding="utf-8")
    (folder / "e.jsonl").write_text('{"id": "x", "text": "Łukašenka"}\n\n{"text": "Мінск"}\n', encoding="utf-8")
    (folder / "f.eml").write_bytes(
        "From: a@b.example\nTo: c@d.example\nSubject: =?utf-8?b?0JzRltC90YHQug==?=\n"
        "Date: Mon, 1 Feb 2021 10:00:00 +0300\n"
        "Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: 8bit\n\nПутин".encode("cp1251")
    )
    (folder / "g.mbox").write_bytes(
        b"From a Mon\nSubject: one\n\nMinsk\n\nFrom b Mon\nSubject: two\n\nHrodna\n>From here\n"
    )
    with zipfile.ZipFile(folder / "h.zip", "w") as archive:
        archive.writestr("in/one.txt", "Лукашенко")
        archive.writestr("in/photo.jpg", b"\xff\xd8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nonsense")
    (folder / "cp1251.txt").write_bytes("Министр встретился с Александром Лукашенко в Минске".encode("cp1251"))


def test_every_format_is_read_and_a_broken_file_named(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    write_files(tmp_path)
    word = docx.Document()
    word.add_paragraph("Лукашэнка ў Мінску")
    word.add_table(1, 1).cell(0, 0).text = "Пуцін"
    word.save(str(tmp_path / "w.docx"))
    corpus = translit.Corpus()
    report = corpus.add_files([tmp_path])
    assert list(report.faults) == [(tmp_path / "broken.pdf").as_posix()]
    found = {hit.document_id.removeprefix(f"{tmp_path.as_posix()}/"): hit for hit in corpus.search("Лукашенко", 50)}
    assert set(found) == {"a.txt", "c.html", "e.jsonl#x", "h.zip#in/one.txt", "w.docx", "cp1251.txt"}
    assert found["a.txt"].title == "Заголовок"
    assert (found["c.html"].language, found["c.html"].date, found["c.html"].title) == ("de", "2020-08-09", "Hallo")
    found = {hit.document_id.removeprefix(f"{tmp_path.as_posix()}/"): hit for hit in corpus.search("Putin", 50)}
    assert {"b.md", "d.csv#7", "f.eml", "w.docx"} <= set(found)
    assert (found["f.eml"].title, found["f.eml"].date) == ("Мінск", "2021-02-01")
    assert {hit.document_id.rpartition("/")[2] for hit in corpus.search("Гродна")} == {"g.mbox#2"}
    assert corpus.search("Macron") == []


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r"])
@pytest.mark.parametrize("kind", ["", "Content-Type: text/plain\n", "Content-Type: text/plain; charset=us-ascii\n"])
def test_mail_that_declares_no_encoding(tmp_path: Path, encoding: str, kind: str) -> None:
    text = f"From: a@b.example\nSubject: Встреча\n{kind}\nМинистр встретился с Александром Лукашенко в Минске\n"
    (tmp_path / "one.eml").write_bytes(text.encode(encoding))
    (tmp_path / "two.mbox").write_bytes(b"From a Mon\n%b\nFrom b Mon\nSubject: x\n\n\0\xff\n" % text.encode(encoding))
    corpus = translit.Corpus()
    assert not corpus.add_files([tmp_path]).faults
    documents = {document.id.rpartition("/")[2]: document for document in corpus.documents()}
    for name in ("one.eml", "two.mbox#1"):
        assert documents[name].text.endswith("с Александром Лукашенко в Минске\n"), documents[name].text
        assert documents[name].title == "Встреча"
    assert set(documents) == {"one.eml", "two.mbox#1", "two.mbox#2"}


def test_an_address_that_is_none_stops_no_message(tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes("From: Путин <\x85 @\nSubject: x\n\nЛукашенко\n".encode())
    corpus = translit.Corpus()
    assert not corpus.add_files([tmp_path]).faults
    assert corpus.search("Putin") and corpus.search("Łukašenka")


def test_pages_in_mail_are_read_in_the_encoding_that_is_declared(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Путин</body></html>'
    (tmp_path / "in_page.eml").write_bytes(f"Subject: x\nContent-Type: text/html\n\n{page}".encode("cp1251"))
    (tmp_path / "in_head.eml").write_bytes(f"Subject: x\nContent-Type: text/html; charset=utf-8\n\n{page}".encode())
    corpus = translit.Corpus()
    corpus.add_files([tmp_path])
    assert [document.text.split()[-1] for document in corpus.documents()] == ["Путин", "Путин"]


def pdf(title: str, *pages: str) -> bytes:
    """A PDF file by hand: pages of text in Latin letters, compressed as programs write them."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    objects.append(b"<< /Title (%s) >>" % title.encode("ascii"))
    numbers = []
    for page in pages:
        lines = b" T* ".join(b"(%s) Tj" % line.encode("cp1252") for line in page.split("\n"))
        stream = zlib.compress(b"BT /F1 12 Tf 14 TL 72 720 Td %s ET" % lines)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        numbers.append(len(objects))
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(numbers))
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return data + head + table + tail % (len(objects) + 1, len(data))


def test_a_pdf_file_is_read(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    (tmp_path / "report.pdf").write_bytes(pdf("Report", "Gespräch mit Lukaschenko\nin Minsk", "Macron in Paris"))
    (tmp_path / "scan.pdf").write_bytes(pdf("Scan", ""))
    (tmp_path / "cut.pdf").write_bytes((tmp_path / "report.pdf").read_bytes()[:300])
    corpus = translit.Corpus()
    report = corpus.add_files([tmp_path])
    assert {Path(path).name for path in report.faults} == {"cut.pdf", "scan.pdf"}
    assert "optical character recognition" in report.faults[(tmp_path / "scan.pdf").as_posix()]
    (document,) = corpus.documents()
    assert document.title == "Report"
    assert document.text.split("\n") == ["Gespräch mit Lukaschenko", "in Minsk", "Macron in Paris"]
    assert corpus.search("Лукашэнка")[0].snippets[0].spelling == "Lukaschenko"


def test_a_folder_again_adds_only_what_changed(tmp_path: Path) -> None:
    write_files(tmp_path)
    corpus = translit.Corpus(keep_texts=False)
    first = corpus.add_files([tmp_path])
    again = corpus.add_files([tmp_path])
    assert (again.documents, again.unchanged) == (0, first.files)
    (tmp_path / "a.txt").write_text("Ничего", encoding="utf-8")
    (tmp_path / "b.md").unlink()
    third = corpus.add_files([tmp_path], prune=True)
    assert (third.documents, third.removed) == (1, 1)
    assert not any(hit.document_id.endswith(("a.txt", "b.md")) for hit in corpus.search("Лукашенко OR Putin", 50))
    (hit,) = [hit for hit in corpus.search("Pucin", 50) if hit.document_id.endswith("#7")]
    assert hit.snippets[0].spelling == "Uładzimir Pucin"[10:]  # read from the file, since no text is kept


@pytest.mark.parametrize("content", [None, b"\0\xff\x07\x80", b"body\none,two\nthree\n", b"text\n"])
def test_what_is_indexed_stays_when_a_new_reading_fails(tmp_path: Path, content: bytes | None) -> None:
    posts = tmp_path / "posts.csv"
    posts.write_text("body\nПутин в Москве\nЛукашенко в Минске\n", encoding="utf-8")
    options = Options(text=("body",))
    corpus = translit.Corpus()
    assert corpus.add_files([posts], options=options).documents == 2
    if content is None:  # the option forgotten
        report = corpus.add_files([posts])
    else:
        posts.write_bytes(content)
        report = corpus.add_files([posts], options=options)
    assert "indexed from it before stays (2 documents)" in report.faults[posts.as_posix()]
    assert len(corpus) == 2 and corpus.search("Putin") and corpus.search("Łukašenka")
    again = corpus.add_files([posts], options=options)
    assert (len(again.faults), again.unchanged) == ((0, 1) if content is None else (1, 0))
    posts.write_text("body\nМакрон в Париже\n", encoding="utf-8")
    assert corpus.add_files([posts], options=options).documents == 1
    assert len(corpus) == 1 and corpus.search("Macron")


def test_a_long_file_that_fails_late_takes_nothing_away(tmp_path: Path) -> None:
    posts = tmp_path / "posts.csv"
    rows = [f"Имя{number} Фамилия{number}\n" for number in range(1500)]  # more than are written together
    posts.write_text("text\n" + "".join(rows), encoding="utf-8")
    corpus = translit.Corpus()
    assert corpus.add_files([posts]).documents == 1500
    posts.write_text("text\n" + "".join(rows[:1400]) + "a,b\n", encoding="utf-8")
    assert posts.as_posix() in corpus.add_files([posts]).faults
    assert len(corpus) == 1500


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path)
    db = str(tmp_path / "out.db")
    assert main(["corpus", "add", db, str(tmp_path), "--source", "press"]) == 1
    assert "broken.pdf" in capsys.readouterr().err
    assert main(["search", db, "Łukašenka", "--format", "jsonl", "-n", "3"]) == 0
    assert capsys.readouterr().out.count('"probability"') >= 3
    assert main(["search", db, "Łukašenka", "--by", "source"]) == 0
    assert "press" in capsys.readouterr().out
    assert main(["search", db, "Łukašenka", "--counts", "--format", "csv"]) == 0
    assert "press,2020-08,1" in capsys.readouterr().out
    assert main(["search", db, "("]) == 2
    assert main(["search", str(tmp_path / "no.db"), "Minsk"]) == 2
    assert main(["search", db, "Minsk", "--since", "2021-13"]) == 2
    assert main(["corpus", "info", db, "--json"]) == 0
    assert '"documents": 11' in capsys.readouterr().out
    assert main(["corpus", "remove", db, str(tmp_path / "a.txt")]) == 0
    assert main(["corpus", "add", db, str(tmp_path / "c.html"), "-e", str(tmp_path / "nobody.csv")]) != 0
    for error in capsys.readouterr().err.splitlines():
        assert "Traceback" not in error


def test_ids_of_one_sum_are_two_documents(tmp_path: Path) -> None:
    """Both have the same sum by CRC-32, by which documents are looked up."""
    with translit.Corpus(tmp_path / "news.db") as corpus:
        corpus.add([("plumless", "Лукашенко в Минске"), ("buckeroo", "Путин в Москве")])
        assert corpus.text("plumless") == "Лукашенко в Минске"
        assert corpus.text("buckeroo") == "Путин в Москве"
        corpus.add([("buckeroo", "Макрон в Париже")])
        assert len(corpus) == 2
        assert corpus.remove(["plumless"]) == 1
        assert [document.id for document in corpus.documents()] == ["buckeroo"]
        assert corpus.text("plumless") == "" and corpus.text("buckeroo") == "Макрон в Париже"
