"""Encodings of one byte a letter: told by what names read like, and said to be doubtful where that doesn't tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Translit
from translit.csvfile.encoding_guess import guess
from translit.csvfile.mixed_utf8 import foreign_word, is_mostly_utf8
from translit.csvfile.source import recognise

FRENCH = "Hélène Carrère|François Fénelon|Loïc Le Goff|Anaïs Prévôt|Agnès Gaël|Thérèse Bésème|Irène Noël"
SPANISH = "Begoña Ibáñez|Íñigo Muñoz|Nuño Peña|Martín Ordóñez|Saúl Zúñiga"
PORTUGUESE = "João Simões|Conceição Leitão|Inês Magalhães|Antônio Falcão|Luís Brandão"
NORWEGIAN = "Bjørn Sørensen|Åse Håkonsen|Jørgen Ødegård|Pål Næss|Gøril Sæther"
TURKISH = "Işıl Çağlar|Ayşe Yıldız|Oğuz Kılıç|Barış Güneş|Çiğdem Şahin"
CZECH = "Jiří Dvořák|Zdeněk Šťastný|Božena Němcová|Květa Růžičková|Matěj Čížek"
POLISH = "Zbigniew Gołąb|Świętosława Żak|Michał Wójcik|Józef Dębski|Łucja Śliwińska"
SLOVAK = "Ľudovít Hlaváč|Mária Ťažká|Ďuro Kováč|Ľubica Švoňavá|Božena Kŕčová"
LATVIAN = "Jānis Bērziņš|Ģirts Kļaviņš|Zane Ķēniņa|Pēteris Ozoliņš|Līga Šmite"
LITHUANIAN = "Rūta Žemaitytė|Šarūnas Mažeika|Eglė Čiurlytė|Jonė Ąžuolaitė|Vytė Įdienė"
UKRAINIAN = "Іван Їжак|Євген Ґудзь|Юлія Ліщина|Григорій Віїв|Сергій Квітка"
RUSSIAN = "Фёдор Щукин|Эльвира Юдина|Пётр Цветаев|Юлия Хворостова|Игорь Чижов"


@pytest.mark.parametrize(
    ("names", "encodings"),
    [
        *((names, "cp1252 iso8859-1") for names in (FRENCH, SPANISH, PORTUGUESE, NORWEGIAN)),
        (TURKISH, "cp1254 iso8859-9"),
        *((names, "cp1250 iso8859-2") for names in (CZECH, POLISH, SLOVAK)),
        *((names, "cp1257") for names in (LATVIAN, LITHUANIAN)),
        (UKRAINIAN, "cp1251 koi8-u mac-cyrillic"),
        (RUSSIAN, "cp1251 koi8-r koi8-u iso8859-5 mac-cyrillic cp866"),
    ],
)
def test_each_language_in_its_encodings(names: str, encodings: str) -> None:
    text = "name\n" + names.replace("|", "\n") + "\n"
    for encoding in encodings.split():
        found = guess(text.encode(encoding))
        assert found is not None
        assert text.encode(encoding).decode(found.encoding) == text, (encoding, found)


@pytest.mark.parametrize("names", [FRENCH, PORTUGUESE, NORWEGIAN, TURKISH, CZECH, LATVIAN, UKRAINIAN, RUSSIAN])
def test_a_file_of_one_language_is_no_doubt(names: str) -> None:
    encoding = {TURKISH: "cp1254", CZECH: "cp1250", LATVIAN: "cp1257", UKRAINIAN: "koi8-u", RUSSIAN: "cp1251"}
    found = guess(names.replace("|", "\n").encode(encoding.get(names, "cp1252")))
    assert found is not None and found.other is None


@pytest.mark.parametrize(
    ("name", "encoding", "wrong"),
    [("Jean d’Alembért", "cp1250", "iso8859-2"), ("Ганна Євгенівна Їжак", "koi8-u", "koi8-r")],
)
def test_signs_that_no_name_has_rule_an_encoding_out(name: str, encoding: str, wrong: str) -> None:
    """By the wrong encoding the apostrophe would be a control character, a letter a part of a frame."""
    found = guess(f"{name}\n".encode(encoding))
    assert found is not None
    assert name.encode(encoding).decode(found.encoding) == name
    assert wrong not in (found.encoding, found.other)


@pytest.mark.parametrize("names", [FRENCH, SPANISH, PORTUGUESE, NORWEGIAN, TURKISH, CZECH, POLISH, SLOVAK, LATVIAN])
def test_a_single_name_is_read_right_or_said_to_be_doubtful(names: str) -> None:
    encoding = {TURKISH: "cp1254", CZECH: "cp1250", POLISH: "cp1250", SLOVAK: "cp1250", LATVIAN: "cp1257"}.get(
        names, "cp1252"
    )
    for name in names.split("|"):
        found = guess(f"{name}\n".encode(encoding))
        assert found is not None
        assert found.other or name.encode(encoding).decode(found.encoding) == name, (name, found)


def test_a_doubtful_file_is_shown_in_both_readings_and_not_written_in_another_encoding(
    translit: Translit, tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_bytes("name\nTurbatà\n".encode("cp1252"))
    said = translit("csv", "in.csv", "-c", "name", "--to", "be-lacinka", "--from", "any")
    assert "may be" in said.err and "if that is wrong, give --encoding" in said.err
    refused = translit(
        "csv", "in.csv", "-c", "name", "--to", "be-lacinka", "--output-encoding", "utf-8", "-o", "out.csv"
    )
    assert refused.status == 2 and "say which with --encoding" in refused.err
    assert not (tmp_path / "out.csv").exists()


UTF8 = ["Sviatłana", "Лукашенко", "Ивашкевич Пётр", "José", "Żółć", "Ağaoğlu", "Ціханоўская", "Νίκος", "王小明"]
OTHERS = [("José", "cp1252"), ("Müller", "cp1252"), ("Петров", "cp1251"), ("Żółć", "cp1250"), ("Іванова", "koi8-u")]


@pytest.mark.parametrize("name", UTF8)
@pytest.mark.parametrize(("wrong", "encoding"), OTHERS)
@pytest.mark.parametrize("end", ["\n", ""])
def test_a_small_file_with_a_row_of_another_encoding_is_utf8_with_a_fault(
    called: Translit, tmp_path: Path, name: str, wrong: str, encoding: str, end: str
) -> None:
    (tmp_path / "a.csv").write_bytes(f"name\n{name}\n".encode() + f"{wrong} X{end}".encode(encoding))
    done = called("csv", "a.csv", "-c", "name", "--to", "ru-bgnpcgn-1947", "-o", "b.csv")
    assert done.status == 1
    assert done.err.startswith("translit: line 3 of a.csv isn't UTF-8 as the rest is")
    assert "correct it, or give the encoding of the whole file with --encoding" in done.err
    assert not (tmp_path / "b.csv").exists()


@pytest.mark.parametrize(("name", "encoding"), OTHERS)
@pytest.mark.parametrize("end", ["\n", ""])
def test_a_small_file_of_one_encoding_is_none_of_utf8(name: str, encoding: str, end: str) -> None:
    data = f"name\n{name}{end}".encode(encoding)
    assert data.decode(str(recognise(data))) == f"name\n{name}{end}"


def test_what_a_wrong_byte_may_be_is_said(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("id;name\n1;Sviatłana\n2;".encode() + b"Jos\xe9 M.;\n")
    done = called("csv", "a.csv", "-c", "name", "--to", "ru-bgnpcgn-1947", "-d", ";", "--ragged", "skip")
    assert "line 3 of a.csv isn't UTF-8 as the rest is ('José' if it is cp1252); correct it" in done.err
    told = called("csv", "a.csv", "-c", "name", "--to", "ru-bgnpcgn-1947", "-d", ";", "--encoding", "utf-8")
    assert "isn't UTF-8; give the file's encoding with --encoding" in told.err


def test_words_in_utf8_in_another_encoding_are_said_and_not_written_into_another(
    called: Translit, tmp_path: Path
) -> None:
    names = ["Иванов", "Петров", "Сидоров", "Кузнецов", "Попова"]
    (tmp_path / "a.csv").write_bytes("\n".join(["name", *names, ""]).encode("cp1251") + "Купала\n".encode())
    done = called("csv", "a.csv", "-c", "name", "--to", "ru-bgnpcgn-1947")
    assert done.status == 0
    assert "a.csv is cp1251, but has words in UTF-8, such as 'Купала', which comes out as 'РљСѓРїР°Р»Р°'" in done.err
    assert called("csv", "a.csv", "-c", "name", "--to", "ru-bgnpcgn-1947", "-o", "b.jsonl").status == 2


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("ЗАО «ЗАРЯ» Рі том Ці", "cp1251"),
        ("том рак Сад Яна", "cp866"),
        ("ТАТЬЯНА ИВАНОВА", "iso8859-5"),
        ("Łódź Śląsk Żywiec Ćma", "cp1250"),
        ("Лілія Вікторівна Її", "koi8-u"),
    ],
)
def test_no_word_of_another_encoding_is_taken_for_utf8(text: str, encoding: str) -> None:
    data = f"name\n{text}\n".encode(encoding)
    assert not is_mostly_utf8(data)
    assert foreign_word(data, encoding) is None


@pytest.mark.parametrize("text", ["Smith – Jones", "O’Neil", "“Ann” Lee", "Smith\xa0Jones"])
def test_signs_alone_are_no_letters_of_another_alphabet(text: str) -> None:
    found = guess(f"name\n{text}\n".encode("cp1252"))
    assert found is not None
    assert (found.encoding, found.other) == ("cp1252", None)
