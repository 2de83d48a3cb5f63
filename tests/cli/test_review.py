"""`translit review`, the decisions it keeps, and what `resolve` makes of them."""

from __future__ import annotations

import asyncio
import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from translit.csvfile.decisions import Verdict, read_decisions
from translit.csvfile.doubtful import DoubtfulName, doubtful_names
from translit.csvfile.review_session import ReviewSession
from translit.csvfile.row_names import WHOLE_CELL
from translit.errors import DataError, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver

Translit = Callable[..., Any]


@pytest.fixture(scope="module")
def doubtful() -> list[DoubtfulName]:
    resolver = Resolver(
        [
            *(Entity("p1", names=["Иван Петров"]), Entity("p2", names=["Иван Петрович Петров"])),
            *(Entity("b", names=["Васіль Быкаў"]), Entity("s", names=["Светлана Тихановская"])),
        ]
    )
    keys = Counter({"Ivan Petrov": 3, "Vasil Bykau": 1, "Nobody Known": 1, "Petrov": 2})
    return doubtful_names(keys, WHOLE_CELL, resolver)


def test_doubtful_names_are_those_with_namesakes_not_sure_ones_nor_strangers(doubtful: list[DoubtfulName]) -> None:
    assert {each.name for each in doubtful} == {"Ivan Petrov", "Petrov"}
    assert next(each.rows for each in doubtful if each.name == "Ivan Petrov") == 3


def test_a_session_keeps_goes_back_and_goes_on(doubtful: list[DoubtfulName], tmp_path: Path) -> None:
    path = str(tmp_path / "d.csv")
    session = ReviewSession(doubtful, path)
    first = session.current
    assert first is not None
    session.decide(1)
    kept = read_decisions(path)[first.name, ""]
    assert (kept.verdict, kept.entity_id) == (Verdict.IS, first.candidates[1].entity.id)
    assert session.undo()
    assert (session.current, read_decisions(path)) == (first, {})
    session.decide(None)
    session.skip()
    assert session.current is None
    again = ReviewSession(doubtful, path)
    assert [each.name for each in again.names] == [each.name for each in doubtful if each.name != first.name]
    with pytest.raises(UsageError, match="candidates"):
        again.decide(7)


def test_the_screen_takes_keys(doubtful: list[DoubtfulName], tmp_path: Path) -> None:
    pytest.importorskip("textual", reason="needs the extra review")
    from translit.cli.review_screen import ReviewScreen

    session = ReviewSession(doubtful, str(tmp_path / "d.csv"))

    async def play() -> None:
        async with ReviewScreen(session).run_test() as pilot:
            for key in ("1", "u", "0", "s", "q"):
                await pilot.press(key)

    asyncio.run(play())
    assert [each.verdict for each in read_decisions(session.path).values()] == [Verdict.NOBODY]
    assert session.current is None


def test_resolve_applies_decisions_and_reports(translit: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name\nIvan Petrov\nVasil Bykau\n", encoding="utf-8")
    (tmp_path / "e.csv").write_text("id,name\np1,Иван Петров\np2,Іван Пятроў\nb,Васіль Быкаў\n", encoding="utf-8")
    (tmp_path / "d.csv").write_text(
        "name,evidence,decision,entity_id,entity_name\nIvan Petrov,,is,p2,Іван Пятроў\nVasil Bykau,,nobody,,\n",
        encoding="utf-8",
    )
    done = translit("resolve", "in.csv", "-c", "name", "-e", "e.csv", "--decisions", "d.csv", "--html", "r.html")
    found = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["entity_id"], row["decided"]) for row in found] == [("p2", "is"), ("", "nobody")]
    translit("resolve", "in.csv", "-c", "name", "-e", "e.csv", "--html", "r.html", "-o", "out.csv")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Ivan Petrov" in page
    assert "Іван Пятроў" in page
    assert "http" not in page.replace("http-equiv", "")


def test_wrong_use(translit: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name\nIvan Petrov\n", encoding="utf-8")
    assert "needs a terminal" in translit("review", "in.csv", "-c", "name").err
    (tmp_path / "d.csv").write_text("name,evidence,decision,entity_id,entity_name\nx,,perhaps,,\n", encoding="utf-8")
    done = translit("resolve", "in.csv", "-c", "name", "--decisions", "d.csv")
    assert (done.status, "'perhaps'" in done.err) == (1, True)
    with pytest.raises(DataError, match="perhaps"):
        read_decisions(str(tmp_path / "d.csv"))
    done = translit("resolve", "in.csv", "-c", "name", "--label", "germn")
    assert (done.status, done.out) == (2, "")
