"""The tables and the seeds are found however the package was installed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support import ROOT

SHOW = "import translit.data as d; print(d.folder('tables')); print(d.folder('seeds'))"


def folders(code: str, *, cwd: Path, path: Path | None, flags: tuple[str, ...] = ()) -> list[Path]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    if path:
        environment["PYTHONPATH"] = str(path)
    shown = subprocess.run(
        [sys.executable, *flags, "-c", code], cwd=cwd, env=environment, check=True, capture_output=True, text=True
    )
    return [Path(line) for line in shown.stdout.splitlines()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", out, ROOT], check=True)
    (built,) = out.glob("translit_names-*.whl")
    return built


def test_a_wheel_carries_every_table_and_seed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if name.startswith("translit/_data/")}
    for folder in ("tables", "seeds"):
        here = {f"translit/_data/{path.relative_to(ROOT)}" for path in (ROOT / folder).rglob("*.*") if path.is_file()}
        assert here, folder
        assert here <= inside


def test_an_installed_wheel_finds_its_own_data(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--target", target, wheel], check=True)
    assert folders(SHOW, cwd=tmp_path, path=target) == [
        target / "translit/_data/tables",
        target / "translit/_data/seeds",
    ]
    written = "import translit; print(translit.transliterate('Цішка', 'be-bgnpcgn'))"
    assert folders(written, cwd=tmp_path, path=target) == [Path("Tsishka")]


def test_an_editable_install_finds_the_checkout(tmp_path: Path) -> None:
    assert folders(SHOW, cwd=tmp_path, path=None) == [ROOT / "tables", ROOT / "seeds"]


def test_an_editable_install_leaves_no_copy_of_the_data() -> None:
    import sysconfig

    assert not (Path(sysconfig.get_paths()["purelib"]) / "translit").exists()


def test_a_run_from_the_checkout_needs_no_install(tmp_path: Path) -> None:
    # -S leaves site-packages out, so that only the checkout can be the source.
    assert folders(SHOW, cwd=ROOT, path=None, flags=("-S",)) == [ROOT / "tables", ROOT / "seeds"]


def test_the_package_is_a_command() -> None:
    run = [sys.executable, "-m", "translit", "compare", "Минск", "Minsk", "--kind", "place"]
    assert subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT).stdout.startswith("0.99")


def test_the_package_as_a_command_ends_with_its_status() -> None:
    run = [sys.executable, "-m", "translit", "to", "no-such-scheme", "Минск"]
    found = subprocess.run(run, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("translit: ")
