"""Encodings of one byte a letter: told by what names read like, and said to be doubtful where that doesn't tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Translit
from translit.csvfile.encoding_guess import guess

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
