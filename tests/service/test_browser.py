"""The page in a real browser, by clicks and keys; with TRANSLIT_PICTURES=FOLDER it makes the pictures of the docs."""

from __future__ import annotations

import csv
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.service.running import served
from translit.corpus.store import Corpus

pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(
        not (shutil.which("chromium") and shutil.which("chromedriver")), reason="Chromium isn't installed"
    ),
]
ROOT = Path(__file__).parents[2]
AXE = ROOT / ".axe" / "node_modules" / "axe-core" / "axe.min.js"
DEMO = ROOT / "seeds" / "demo.csv"
WAIT = 120.0  # seconds; the first answers wait for models to load, and the machine may be busy
ARTICLE = (
    "Аляксандр Лукашэнка сустрэўся ў Мінску з Уладзімірам Пуціным. Святлане Ціханоўскай паведамілі пра гэта ў Вільні; "
    "Лукашэнку чакалі і ў Гродне."
)
DOCUMENTS = [
    ("news-1", "В Минске Александр Лукашенко встретился с Владимиром Путиным."),
    ("news-2", "Svetlana Tikhanovskaya spoke in Vilnius about Lukashenko."),
    ("news-3", "Nothing about anybody."),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("corpus") / "news.db"
    with Corpus(path) as corpus:
        corpus.add(DOCUMENTS)
    with served("--corpus", str(path)) as (found, _):
        yield found


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def browser(downloads: Path) -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en"):
        options.add_argument(argument)
    options.add_argument("--window-size=1280,880")
    options.add_experimental_option(
        "prefs", {"download.default_directory": str(downloads), "intl.accept_languages": "en"}
    )
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(shutil.which("chromedriver"))))
    yield driver
    driver.quit()


class Page:
    """What the tests do with the browser, in words."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address

    def open(self, path: str = "/") -> None:
        self.browser.get(self.address + path)

    def all(self, css: str) -> list[Any]:
        return list(self.browser.find_elements("css selector", css))

    def one(self, css: str) -> Any:
        return self.until(lambda: next((found for found in self.all(css) if found.is_displayed()), None), css)

    def until(self, work: Callable[[], Any], what: str) -> Any:
        from selenium.common.exceptions import StaleElementReferenceException

        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            try:
                if found := work():
                    return found
            except StaleElementReferenceException:
                pass  # redrawn meanwhile
            time.sleep(0.1)
        raise AssertionError(f"waited in vain for {what}; the page says {self.browser.page_source[-1500:]}")

    def click(self, css: str) -> None:
        self.until(lambda: self.one(css).click() or True, f"a click on {css}")

    def text(self, css: str) -> str:
        found: list[str] = self.until(lambda: [str(self.one(css).text)], css)  # a list, as the text may be empty
        return found[0]

    def keys(self, *keys: str) -> None:
        from selenium.webdriver import ActionChains

        for key in keys:
            ActionChains(self.browser).send_keys(key).perform()
            time.sleep(0.15)

    def rows(self, count: int) -> None:
        self.until(lambda: len(self.all("table.names tbody tr")) == count, f"{count} names")

    def row(self, name: str) -> str:
        return f'tr[data-name="{name}"]'

    def picture(self, name: str) -> None:
        folder = os.environ.get("TRANSLIT_PICTURES")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            time.sleep(0.5)  # until movements have ended
            self.browser.save_screenshot(str(Path(folder) / f"{name}.png"))

    def size(self, width: int, height: int) -> None:
        self.browser.set_window_size(width, height)

    def mistakes(self) -> list[str]:
        """What the console of the browser complains about."""
        return [str(entry["message"]) for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Page]:
    found = Page(browser, address)
    found.size(1280, 880)
    browser.get_log("browser")
    yield found
    assert not found.mistakes()


@pytest.fixture(scope="module")
def demo(browser: Any, address: str) -> str:
    """The address of the list of the demo file, looked up to its end."""
    page = Page(browser, address)
    page.size(1280, 880)
    page.open()
    page.picture("page-start")
    page.one("label[for=file]")
    page.all("#file")[0].send_keys(str(DEMO))
    page.one("#setup tbody td.chosen")
    page.picture("page-setup")
    assert page.all("#setup select[name=column]")[0].get_attribute("value") == "3"
    page.click("#setup button[type=submit]")
    page.until(lambda: "done" in page.text("#state"), "the end of the job")
    return str(browser.current_url).removeprefix(address)


def test_names_are_pasted_and_decided_by_mouse(page: Page, downloads: Path) -> None:
    page.open()
    page.one("#names").send_keys("Alaksandar Łukašenka\nLukaschenko\nЦіханоўская Святлана\nQwrtz Xptlk\nQwrtz Xptlk\n")
    page.click("#paste button[type=submit]")
    page.one("#setup tbody td")
    assert not page.all("#setup input[name=header]")[0].is_selected()
    page.click("#setup button[type=submit]")
    page.until(lambda: "done" in page.text("#state"), "the end of the job")
    page.until(lambda: len(page.all("table.names tbody tr")) == 4, "four names")
    assert "4 names in 5 rows" in page.text("#state")
    first = page.row("Alaksandar Łukašenka")
    assert "Лукашэнка" in page.text(f"{first} .who")
    page.until(lambda: "Łukašenka = Лукашэнка" in page.text(f"{first} .why"), "the reason")
    page.click(f"{first} .act.accept")
    page.until(lambda: page.one(f"{first} .act.accept").get_attribute("aria-pressed") == "true", "the decision")
    page.click(f"{page.row('Qwrtz Xptlk')} .act.none")
    page.until(lambda: "2 rows" in page.all("#live")[0].get_attribute("textContent"), "what is said of the rows")
    page.until(lambda: page.text('[data-show="decided"] .count') == "2", "two decisions")
    page.browser.refresh()
    assert page.one(f"{first} .act.accept").get_attribute("aria-pressed") == "true"
    page.click("#decisions")
    saved = page.until(lambda: next(downloads.glob("*decisions.csv"), None), "the file of decisions")
    with saved.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["decision"] for row in rows] == ["is", "nobody"] and rows[0]["entity_id"] == "lukashenka-alaksandar"
    page.click("#table")
    saved = page.until(lambda: next(downloads.glob("*translit.csv"), None), "the file with columns")
    assert len(saved.read_text(encoding="utf-8").splitlines()) == 5
    page.open()
    assert "Pasted names" in page.text(".lists a")


def test_names_are_decided_by_keys(page: Page, demo: str) -> None:
    page.open(demo)
    page.until(lambda: len(page.all("table.names tbody tr")) == 50, "the first names")

    def current() -> str:
        return str(page.one("tr.current").get_attribute("data-name"))

    page.keys("j")
    first = current()
    page.keys("j", "k")
    assert current() == first
    page.keys("y")
    page.until(lambda: page.one(f"{page.row(first)} .act.accept").get_attribute("aria-pressed") == "true", "y")
    page.until(lambda: current() != first, "the next name")
    second = current()
    page.keys("n")
    page.until(lambda: page.one(f"{page.row(second)} .act.none").get_attribute("aria-pressed") == "true", "n")
    page.until(lambda: current() != second, "the next name")
    page.keys("k", "u")
    page.until(lambda: page.one(f"{page.row(second)} .act.none").get_attribute("aria-pressed") == "false", "u")
    page.keys("1")
    page.until(lambda: page.one(f"{page.row(second)} .act.accept").get_attribute("aria-pressed") == "true", "1")
    page.keys("u", "k", "u")
    page.until(lambda: page.text('[data-show="decided"] .count') == "0", "no decisions")


def test_filters_show_what_they_say(page: Page, demo: str) -> None:
    page.open(demo)
    page.until(lambda: page.text('[data-show="all"] .count') != "0", "the counts")
    page.picture("page-table")
    for show in ("doubtful", "none", "sure"):
        page.click(f'[data-show="{show}"]')
        wanted = min(int(page.text(f'[data-show="{show}"] .count')), 50)
        page.rows(wanted)
        assert all(found.get_attribute("class").split()[1] == show for found in page.all("td.probability .chance")[:5])
    page.click("#more")
    page.until(lambda: len(page.all("table.names tbody tr")) > 50, "more names")


def test_the_drawer_explains_and_lets_choose(page: Page, demo: str) -> None:
    page.open(demo)
    page.click('[data-show="doubtful"]')
    page.one("tr .name")
    page.until(lambda: len(page.all("tr[data-name]")) < 50, "the doubtful names")
    page.click("tr[data-name] .name")
    page.one(".drawer .waterfall svg")
    assert page.all(".drawer figure.word svg g") and page.all(".drawer .chips li.matched")
    assert page.all(".drawer .waterfall svg")[0].get_attribute("aria-label")
    page.picture("page-drawer")
    name = page.text(".drawer h2")
    page.one("#another").send_keys("Мінск")
    page.click(".drawer .others li:first-child button")
    page.until(lambda: "accepted" in page.text(f"{page.row(name)} .probability"), "the other entity")
    assert "Мінск" in page.text(f"{page.row(name)} .who")
    page.click(".drawer .close")
    page.keys("u")
    page.until(lambda: page.text('[data-show="decided"] .count') == "0", "no decisions")


def test_spellings_there_and_back(page: Page) -> None:
    page.open("/spellings")
    page.one("#name").send_keys("Łukašenka")
    page.click("#ask button")
    page.until(lambda: page.text(".originals li button") == "Лукашэнка", "the original")
    page.picture("page-spellings")
    page.click(".originals li:first-child button")
    page.until(lambda: page.one("#name").get_attribute("value") == "Лукашэнка", "the original as the name")
    page.until(lambda: not page.all(".originals"), "its spellings")
    assert "Lukashenka" in page.text(".spellings tbody")
    page.click("#copy")
    page.until(lambda: page.text("#copy") == "Copied", "the query")


def test_names_are_marked_in_a_text(page: Page, downloads: Path) -> None:
    page.open("/text")
    page.one("#text").send_keys(ARTICLE)
    page.click("#article button")
    page.until(lambda: len(page.all(".mention")) >= 5, "mentions")
    assert page.one("#reading").text == ARTICLE
    page.click(".mention")
    assert "Лукашэнка" in page.text("#who .who")
    page.browser.execute_script("document.getElementById('article').scrollIntoView()")
    page.picture("page-text")
    page.click('[data-form="tsv"]')
    saved = page.until(lambda: next(downloads.glob("names.tsv"), None), "the table of mentions")
    rows = list(csv.DictReader(saved.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    assert all(ARTICLE[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)


def test_a_table_is_mended_on_the_bench(page: Page, downloads: Path) -> None:
    page.open("/tables")
    page.one("#faults .fine")
    toml = page.one("#toml")
    text = toml.get_attribute("value")
    change = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
    page.browser.execute_script(change, toml, text.replace('"ш" = "š"', '"ш" = "sh"'))
    page.one("#faults li:not(.fine)")
    assert page.all("#examples tr.wrong")
    page.picture("page-bench")
    page.browser.execute_script(change, toml, text)
    page.one("#faults .fine")
    page.click("#download")
    saved = page.until(lambda: next(downloads.glob("*lacinka*"), None), "the table")
    assert saved.read_text(encoding="utf-8") == text


def test_documents_are_searched(page: Page) -> None:
    page.open("/search")
    page.one("#name").send_keys("Łukašenka")
    page.click("#ask button")
    page.until(lambda: len(page.all(".hits > li")) == 2, "two documents")
    assert {mark.text for mark in page.all(".hits mark")} >= {"Lukashenko"}
    page.picture("page-search")


@pytest.mark.parametrize("language", ["be", "uk", "ru", "pl"])
def test_another_language_stays_chosen(page: Page, language: str) -> None:
    page.open()
    page.click(f'.languages [lang="{language}"]')
    page.until(lambda: page.all("html")[0].get_attribute("lang") == language, "the language")
    page.click('nav a[href="/spellings"]')
    assert page.all("html")[0].get_attribute("lang") == language
    if language == "be":
        page.picture("page-belarusian")
    page.click('.languages [lang="en"]')


def test_script_in_names_stays_text(page: Page) -> None:
    evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
    page.open()
    page.one("#names").send_keys(f"{evil}\nIvan {evil}\n")
    page.click("#paste button[type=submit]")
    page.one("#setup tbody td")
    page.click("#setup button[type=submit]")
    page.until(lambda: "done" in page.text("#state"), "the end of the job")
    page.click("tr[data-name] .name")
    page.one(".drawer h2")
    assert page.browser.execute_script("return window.hit") is None and evil in page.text(".drawer h2")


def test_nothing_is_loaded_from_elsewhere(page: Page, demo: str) -> None:
    for path in ("/", demo, "/spellings", "/text", "/tables", "/search"):
        page.open(path)
        page.one("h1")
        script = "return performance.getEntriesByType('resource').map((entry) => entry.name)"
        assert all(name.startswith(page.address) for name in page.browser.execute_script(script))


def test_a_phone_shows_all_without_scrolling_sideways(page: Page, demo: str) -> None:
    page.size(500, 900)
    for path in ("/", demo, "/spellings?name=Лукашэнка", "/text", "/tables", "/search"):
        page.open(path)
        page.one("h1")
        time.sleep(0.5)
        assert page.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"), path
    page.open(demo)
    page.until(lambda: page.all("table.names tbody tr"), "names")
    page.picture("page-phone")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core isn't installed; make browser-test does it")
def test_axe_finds_nothing(page: Page, demo: str) -> None:
    script = AXE.read_text(encoding="utf-8")

    def check(where: str) -> None:
        page.browser.execute_script(script)
        found = page.browser.execute_async_script("axe.run(document).then(arguments[arguments.length - 1])")
        faults = [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found["violations"]]
        assert not faults, (where, faults)

    for width in (1280, 500):
        page.size(width, 880)
        for path, there in {
            "/": "h1", "/spellings?name=Łukašenka": ".spellings td", "/text": "h1", "/tables": "#faults .fine",
            "/search?query=Łukašenka": ".hits mark", demo: "tr[data-name] .why .pair",
        }.items():  # fmt: skip
            page.open(path)
            page.one(there)
            check(f"{path} at {width}")
        page.click("tr[data-name] .name")
        page.one(".drawer .waterfall svg")
        time.sleep(0.4)
        check(f"the drawer at {width}")
        page.open("/text")
        page.one("#text").send_keys("Аляксандр Лукашэнка ў Мінску")
        page.click("#article button")
        page.click(".mention")
        check(f"the marked text at {width}")


def test_the_keyboard_reaches_everything(page: Page) -> None:
    page.open()
    page.one("h1")
    seen = []
    for _ in range(25):
        page.keys("\ue004")  # Tab
        element = page.browser.switch_to.active_element
        seen.append(element.get_attribute("id") or element.get_attribute("href") or element.text)
    assert f"{page.address}/#main" in seen and "names" in seen and "file" in seen
    assert any("/language/be" in str(one) for one in seen)
