"""Wrong types and numbers at the public doors are refused in a sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import translit
from tests.cli.in_process import call
from translit.errors import TranslitError

GOOD: dict[str, Any] = {"id": "a", "kind": "person", "names": ["Янка Купала"], "role": "", "weight": 1.0}
WRONG = [None, 5, 1.5, b"x", [], {}, [1], [["x"]], {"x": 1}, np.array([1, 2]), np.array(["a"]), float("nan"), object(),
         True, "\ud800", ""]  # fmt: skip


@pytest.mark.parametrize("field", [*GOOD, "attributes"])
def test_an_entity_of_wrong_types(field: str) -> None:
    for wrong in WRONG:
        try:
            made = translit.Entity(**{**GOOD, field: wrong})
        except TranslitError as error:
            assert len(str(error)) <= 500
        else:
            assert translit.Resolver([made]).index.entity(0) == made


@pytest.mark.parametrize("limit", [-1, 1.5, None, "5", True])
def test_limits(limit: Any) -> None:
    with pytest.raises(TranslitError, match="the limit is"):
        translit.Resolver([translit.Entity(**GOOD)]).resolve("Янка Купала", limit=limit)
    with pytest.raises(TranslitError, match="the limit is"):
        translit.Corpus().search("Купала", limit=limit)


def test_a_wikidata_description_that_isnt_text(tmp_path: Path) -> None:
    claim = '{"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]}'
    item = '{"id": "Q1", "labels": {"en": {"value": "A"}}, "descriptions": {"en": {"value": 5}}, "claims": %s}\n'
    (tmp_path / "e.json").write_text(item % claim, encoding="utf-8")
    (tmp_path / "in.csv").write_text("name\nA\n", encoding="utf-8")
    done = call(tmp_path, "resolve", "in.csv", "-c", "name", "-e", "e.json")
    assert (done.status, "e.json, line 1: the description 5 is no text" in done.err) == (1, True), done.err


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Vlаdimir Рutin", "Vladimir Putin"),
        ("Рорov Оlеg", "Oleg Popov"),
        ("Lukashenkο", "Lukashenko"),
        ("Лукашенκο", "Лукашенко"),
        ("Vladimir\u202e Putin", "Vladimir Putin"),
        ("Vladi\u2063mir Pu\u180etin", "Vladimir Putin"),
        ("Pu\U000e0041tin Vladimir", "Vladimir Putin"),
        ("ᏣᎳᎩ ᎠᎵ", "ᏣᎳᎩ ᎠᎵ"),
    ],
)
def test_what_looks_the_same_is_the_same(written: str, name: str) -> None:
    assert translit.compare(written, name).probability > 0.95
    assert translit.Resolver([translit.Entity("a", "person", [name])]).resolve(written)[0].entity.id == "a"


def test_names_that_nothing_reads_are_compared_as_text() -> None:
    assert translit.compare("ᏣᎳᎩ ᎠᎵ", "ᏣᎳᏛ ᏙᎵ").probability < 0.5


SLOW = """
import signal, sys, time
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
    signal.signal(number, signal.SIG_DFL)  # a shell's job in the background is started with some of them ignored
from translit.csvfile import add_columns
from translit.cli import main
from translit.csvfile.output import Output
commit = Output.commit
def slowly(self, place, text):
    commit(self, place, text)
    print("ready", flush=True)
    time.sleep(60)
Output.commit = slowly
sys.exit(main(["csv", sys.argv[1], "-c", "name", "--to", "be-lacinka", "-o", sys.argv[2], "--processes", "1"]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_signals_that_stop_leave_nothing_half_written(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "in.csv").write_text("name\nЯн\n", encoding="utf-8")
    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    command = [sys.executable, "-c", SLOW, str(tmp_path / "in.csv"), str(tmp_path / "out.csv")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    assert len(os.listdir(tmp_path)) == 4  # the part and the lock beside them
    process.send_signal(number)
    assert process.wait() == 128 + number
    assert sorted(os.listdir(tmp_path)) == ["in.csv", "out.csv"]
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "old"
