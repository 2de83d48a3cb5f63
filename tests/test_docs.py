"""The README and the pages of docs/ can't lie: their blocks run and give what they show; `...` stands for anything."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.cli.in_process import call
from tests.support import ROOT

# Pages whose blocks are tested here; pipelines.md has tests of its own, generated pages are compared with their makers.
DAILY = [ROOT / "docs" / f"{name}.md" for name in ("joining", "reviewing", "files")]
PAGES = [ROOT / "README.md", ROOT / "docs" / "index.md", *DAILY, *sorted((ROOT / "docs" / "tutorials").glob("*.md"))]
ALL = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path, language: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    found = re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert {name for name, _ in found} <= {"console", "python", "sh", "text"}, page
    return [block for name, block in found if name == language]


def sessions() -> list[tuple[str, str]]:
    """Commands and what a page says they print."""
    parts = (
        part
        for page in PAGES
        for block in blocks(page, "console")
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    )
    found = [(command, output) for command, _, output in (part.partition("\n") for part in parts)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(("command", "output"), sessions())
def test_a_session(command: str, output: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "translit"
    done = call(ROOT, *arguments)
    assert done.status == 0, done.err
    assert "keep letters" not in done.err, "an example that mixes scripts is no example to follow"
    assert doctest.OutputChecker().check_output(output, done.out.decode(), doctest.ELLIPSIS), done.out.decode()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python(page: Path) -> None:
    globs: dict[str, object] = {}
    exec("import translit", globs)
    for block in blocks(page, "python"):
        test = doctest.DocTestParser().get_doctest(block, globs, page.name, page.name, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        done = runner.run(test, clear_globs=False)
        globs |= test.globs
        assert done.attempted and not done.failed


@pytest.mark.parametrize("block", [block for page in PAGES for block in blocks(page, "sh")])
def test_make_knows_its_targets(block: str) -> None:
    for line in block.splitlines():
        target = line.split("#")[0].split()
        if target[0] != "make":
            continue
        environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
        dry = subprocess.run(["make", "-n", target[1]], cwd=ROOT, check=False, capture_output=True, env=environment)
        assert dry.returncode == 0


def test_the_readme_says_what_its_examples_need() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    start = readme.index("## From the command line")
    assert ".venv/bin/translit" in readme[readme.index("make demo") : start]
    for name in ("README.md", "docs/joining.md"):
        before, _, _ = (ROOT / name).read_text(encoding="utf-8").partition("translit.frames")
        last = before[before.rindex("\n## ") :]
        assert "frames" in last and "pip install" in last, name


GUIDES = [page for page in ALL if page.name not in ("CONTRIBUTING.md", "architecture.md", "learning.md", "quality.md")]


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_guides_import_from_the_top_only(page: Path) -> None:
    found = re.findall(r"^(?:>>> )?(?:from|import) (translit\.[\w.]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in found if not (ROOT / f"{name.replace('.', '/')}.py").exists() or name.count(".") > 1] == []


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_guides_list_no_source_files(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "python -m translit.learn" not in text
    assert [file for file in re.findall(r"[\w/]+\.py\b", text) if not file.startswith("benchmarks/")] == []


@pytest.mark.parametrize("page", ALL, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert link.startswith("http") or (page.parent / link).exists(), link


def test_the_readme_and_the_site_link_every_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in sorted((ROOT / "docs").rglob("*.md")):
        name = page.relative_to(ROOT / "docs").as_posix()
        assert f": {name}\n" in site, f"{name} isn't in mkdocs.yml"
        assert f"docs/{name}" in readme, f"{name} isn't linked in README.md"
