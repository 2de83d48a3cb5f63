from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from translit.service import languages
from translit.service.settings import Settings

PAGES = ("/", "/spellings", "/text", "/tables")
TOKEN = "x-translit-token"


def token(client: TestClient) -> dict[str, str]:
    found = re.search('name="token" content="([^"]+)"', client.get("/").text)
    assert found
    return {TOKEN: found[1]}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_page_is_there_in_every_language(client: TestClient, path: str, language: str) -> None:
    page = client.get(path, headers={"Accept-Language": language})
    assert page.status_code == 200 and f'<html lang="{language}">' in page.text
    assert languages.load(language)["nav_spellings"] in page.text


@pytest.mark.parametrize("path", PAGES)
def test_no_script_and_no_style_is_inline_and_nothing_comes_from_elsewhere(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", text)
    for address in re.findall(r'(?:src|href)="([^"]+)"', text):
        assert address.startswith(("/", "#"))
        if address.startswith("/static/"):
            assert client.get(address).status_code == 200


def test_the_languages_have_the_same_texts_with_the_same_gaps() -> None:
    english = languages.load("en").all
    for language in languages.LANGUAGES:
        other = languages.load(language).all
        assert list(other) == list(english)
        for key, text in other.items():
            assert text.strip() and sorted(re.findall(r"\{\w+\}", text)) == sorted(
                re.findall(r"\{\w+\}", english[key])
            ), key


def test_every_text_that_is_asked_for_is_there() -> None:
    folder = Path(languages.__file__).parent
    asked = set()
    for path in [*folder.glob("static/*.js"), *folder.glob("templates/*.html")]:
        asked |= set(
            re.findall(r"""\bt\(\s*["']([a-z_]+)["']|\bt\[['"]([a-z_]+)['"]\]""", path.read_text(encoding="utf-8"))
        )
    keys = {one or other for one, other in asked}
    there = tomllib.loads((folder / "texts" / "en.toml").read_text(encoding="utf-8"))
    assert len(keys) > 60 and keys <= set(there)


def test_a_chosen_language_stays(client: TestClient) -> None:
    answer = client.get("/language/be?back=/spellings", follow_redirects=False)
    assert answer.headers["location"] == "/spellings" and "lang=be" in answer.headers["set-cookie"]
    client.cookies.clear()
    assert client.get("/language/be?back=//evil.example", follow_redirects=False).headers["location"] == "/"
    client.cookies.clear()
    assert client.get("/language/xx").status_code == 404


def test_spellings_there_and_back(client: TestClient) -> None:
    found = client.get("/spellings.json", params={"name": "Лукашэнка", "language": "be"}).json()
    texts = {one["text"]: one for one in found["spellings"]}
    assert "be-lacinka" in [scheme["id"] for scheme in texts["Łukašenka"]["schemes"]] and found["originals"] == []
    back = client.get("/spellings.json", params={"name": "Łukašenka"}).json()
    assert back["originals"][0]["text"] == "Лукашэнка" and '"Łukašenka"' in back["query"]
    for wrong in ({"name": ""}, {"name": "x" * 201}, {"name": "Минск", "language": "xx"}, {"name": "a" * 150}):
        assert client.get("/spellings.json", params=wrong).status_code == 400


def test_the_bench_checks_a_table(client: TestClient) -> None:
    toml = client.get("/tables/be-lacinka.toml").text
    headers = token(client)

    def check(text: str, words: str = "") -> dict[str, list[list[object]]]:
        answer = client.post("/tables/check", json={"toml": text, "words": words}, headers=headers)
        assert answer.status_code == 200
        return dict(answer.json())

    good = check(toml, "Мінск\n\nЛёд")
    assert good["faults"] == [] and good["words"] == [["Мінск", "Minsk"], ["Лёд", "Lod"]]
    assert all(example[3] for example in good["examples"])
    bad = check(toml.replace('"ш" = "š"', '"ш" = "sh"'))
    assert bad["faults"] and not all(example[3] for example in bad["examples"])
    for wrong in ("", "[scheme", "[scheme]\nid = '../../x'", "x = 1", "[scheme]\nid='a'\nbase='a'", "scheme = 5"):
        assert check(wrong)["faults"]
    assert client.get("/tables/nobody.toml").status_code == 404
    assert client.get("/tables/..%2fsecret.toml").status_code == 404
    too_long = client.post("/tables/check", json={"toml": "x" * 300_000}, headers=headers)
    assert too_long.status_code == 413


def test_entities_are_found_by_hand(client: TestClient) -> None:
    found = client.get("/entities.json", params={"prefix": "Luka"}).json()["entities"]
    assert "lukashenka-alaksandar" in [one["id"] for one in found]
    assert client.get("/entities.json").json() == {"entities": []}


def test_settings_have_a_new_token_each() -> None:
    assert Settings().token != Settings().token and len(Settings().token) > 20
