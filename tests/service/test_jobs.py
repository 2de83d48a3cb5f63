"""Lists of names as the page works on them: upload, guess, job, decisions, downloads."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from translit.csvfile.decisions import read_decisions
from translit.finding.resolve import Resolver
from translit.service.app import create_app
from translit.service.job_files import Form, Job, State, write_job
from translit.service.settings import Limits, Settings

DEMO = Path(__file__).parents[2] / "seeds" / "demo.csv"
HEADER = "name,evidence,decision,entity_id,entity_name"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def page(resolver: Resolver) -> Iterator[TestClient]:
    settings = Settings(limits=Limits(rows=5000, upload=1 << 20))
    with TestClient(create_app(resolver, settings), base_url="http://localhost") as client:
        client.headers["x-translit-token"] = settings.token
        yield client


def upload(page: TestClient, data: bytes | str, name: str = "list.csv") -> dict[str, Any]:
    answer = page.post("/jobs", params={"name": name}, content=data)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def finished(page: TestClient, id_: str, **fields: Any) -> dict[str, Any]:
    assert page.post(f"/jobs/{id_}/start", json=fields).status_code == 202
    for _ in range(4000):
        state = page.get(f"/jobs/{id_}/state").json()
        if state["state"] in ("done", "failed"):
            return dict(state)
        time.sleep(0.05)
    raise AssertionError("the job doesn't end")


@pytest.fixture(scope="module")
def demo(page: TestClient) -> str:
    job = upload(page, DEMO.read_bytes(), "demo.csv")
    assert finished(page, job["id"])["state"] == "done"
    return str(job["id"])


@pytest.mark.parametrize(
    ("data", "encoding", "delimiter", "header", "column"),
    [
        (DEMO.read_bytes(), "utf-8", ",", True, 3),
        ("Alaksandar Łukašenka\nМинск\n".encode(), "utf-8", ",", False, 0),
        ("ФИО;дата\nЛукашенко Александр;1954\n".encode("cp1251"), "cp1251", ";", True, 0),
        ("id\twho\n1\tPutin Vladimir\n2\tLukashenko A.\n".encode("utf-16"), "utf-16-le", "\t", True, 1),
        ("1;Пуцін;2024\n2;Лукашэнка Аляксандр;2023\n".encode(), "utf-8", ";", False, 1),
        (b"Lukashenko, Alexander\nPutin\n", "utf-8", "\t", False, 0),
    ],
)
def test_how_a_file_is_read_is_guessed(
    page: TestClient, data: bytes, encoding: str, delimiter: str, header: bool, column: int
) -> None:
    found = upload(page, data)
    got = found["encoding"].lower(), found["delimiter"], found["header"], found["column"]
    assert (*got,) == (encoding, delimiter, header, column)
    assert 1 <= len(found["rows"]) <= 5 and len(found["rows"][0]) == len(found["columns"])


def test_a_user_may_know_better(page: TestClient) -> None:
    id_ = upload(page, DEMO.read_bytes())["id"]
    found = page.post(f"/jobs/{id_}/preview", json={"header": False, "column": 4}).json()
    assert found["columns"] == ["1", "2", "3", "4", "5"] and found["column"] == 4 and found["rows"][0][3] == "name"
    wrongs: list[Any] = [
        {"column": 99},
        {"encoding": "klingon"},
        {"delimiter": "x"},
        {"column": "a"},
        {"kind": "ship"},
        [],
    ]
    for wrong in wrongs:
        answer = page.post(f"/jobs/{id_}/preview", json=wrong)
        assert answer.status_code in (400, 422) and "/tmp" not in answer.text


def test_names_have_candidates_and_filters_divide_them(page: TestClient, demo: str) -> None:
    counts = page.get(f"/jobs/{demo}/state").json()["counts"]
    assert counts["all"] == counts["sure"] + counts["doubtful"] + counts["none"] > 100
    assert counts["rows"] >= counts["all"]
    rows = page.get(f"/jobs/{demo}/names", params={"count": 2}).json()["rows"]
    assert rows[0]["name"] == "Alaksandar Łukašenka" and rows[0]["candidates"][0]["id"] == "lukashenka-alaksandar"
    for show in ("sure", "doubtful", "none", "namesakes"):
        found = page.get(f"/jobs/{demo}/names", params={"show": show, "count": 200}).json()["rows"]
        assert len(found) == counts[show]
    assert page.get(f"/jobs/{demo}/names?show=odd").status_code == 400


def test_why_in_a_line_and_in_full(page: TestClient, demo: str) -> None:
    name = "Alaksandar Łukašenka"
    found = page.post(f"/jobs/{demo}/why", json={"names": [name, "nobody"]}).json()
    assert list(found) == [name] and "Łukašenka" in [pair[0] for pair in found[name]["pairs"]]
    full = page.get(f"/jobs/{demo}/explain", params={"name": name, "entity": "lukashenka-alaksandar"}).json()
    assert full["names"] and abs(full["base"] + sum(value for _, value in full["terms"])) > 2
    letters = next(pair["letters"] for pair in full["pairs"] if pair["left"] == "Łukašenka")
    assert "".join(step[0] for step in letters) == "łukašenka"
    assert page.get(f"/jobs/{demo}/explain", params={"name": name, "entity": "nobody"}).status_code == 404


def test_decisions_count_for_all_rows_and_are_downloaded(page: TestClient, demo: str, tmp_path: Path) -> None:
    decide = f"/jobs/{demo}/decisions"
    first, second = "Alaksandar Łukašenka", "Uładzimir Pucin"
    answer = page.post(decide, json={"name": first, "decision": "accept", "entity_id": "minsk"})
    assert answer.status_code == 200 and answer.json()["rows"] >= 1
    page.post(decide, json={"name": second, "decision": "none"})
    text = page.get(f"/jobs/{demo}/decisions.csv").text
    assert text.splitlines() == [HEADER, f"{first},,is,minsk,Мінск", f"{second},,nobody,,"]
    (tmp_path / "decisions.csv").write_text(text, encoding="utf-8")
    read = read_decisions(str(tmp_path / "decisions.csv"))
    assert [(one.name, one.entity_id) for one in read.values()] == [(first, "minsk"), (second, "")]
    table = page.get(f"/jobs/{demo}/table.csv")
    assert "demo-translit.csv" in table.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert rows[0]["entity_id"] == "minsk" and rows[0]["probability"] == "1.0000" and rows[2]["entity_id"] == ""
    original = DEMO.read_text(encoding="utf-8").splitlines()
    assert all(line.startswith(before) for line, before in zip(table.text.splitlines(), original, strict=True))
    for name in (first, second):
        assert page.post(decide, json={"name": name, "decision": ""}).json()["decision"] == ""
    assert page.get(f"/jobs/{demo}/decisions.csv").text == f"{HEADER}\n"
    wrong: list[dict[str, Any]] = [
        *(
            {"name": first, "decision": "maybe"},
            {"name": "nobody", "decision": "none"},
            {"name": 5, "decision": "none"},
        ),
        {"name": first, "decision": "accept", "entity_id": "nobody"},
    ]
    assert [page.post(decide, json=one).status_code for one in wrong] == [400, 404, 400, 404]


def test_a_file_that_has_such_columns_already_keeps_them(page: TestClient) -> None:
    job = upload(page, "name,entity_id\nМінск,x\n")
    finished(page, job["id"])
    rows = list(csv.DictReader(io.StringIO(page.get(f"/jobs/{job['id']}/table.csv").text)))
    assert rows[0]["entity_id"] == "x" and rows[0]["entity_id_2"] == "minsk"


def test_only_entities_of_the_chosen_kind(page: TestClient) -> None:
    job = upload(page, "name\nЛукашенко\nМинск\n")
    finished(page, job["id"], kind="place")
    rows = page.get(f"/jobs/{job['id']}/names").json()["rows"]
    assert {one["kind"] for row in rows for one in row["candidates"]} == {"place"}


def test_a_faulty_file_says_where(page: TestClient) -> None:
    job = upload(page, "name,x\n" + "Минск,1\n" * 300 + "Минск,1,2\n")
    state = finished(page, job["id"])
    assert state["state"] == "failed" and "line 302 of the file has 3 cells" in state["error"]
    assert page.post("/jobs", content=b"").status_code == 422
    many = upload(page, "name\n" + "".join(f"Минск {number}\n" for number in range(5200)))
    assert "more than 5,000 rows" in finished(page, many["id"])["error"]


def test_what_is_too_large_or_unknown_is_refused(page: TestClient) -> None:
    assert page.post("/jobs", content=b"x" * ((1 << 20) + 1)).status_code == 413
    for path in ("/jobs/unknown/state", f"/jobs/{'a' * 22}/state", "/jobs/..%2f..%2fetc/state"):
        assert page.get(path).status_code == 404


def test_script_in_every_field_stays_text(page: TestClient) -> None:
    job = upload(page, f'{SCRIPT},name\n"{SCRIPT}",Ivan {SCRIPT}\n', f"{SCRIPT}.csv")
    assert SCRIPT not in page.get(f"/jobs/{job['id']}").text
    assert finished(page, job["id"], column=1)["state"] == "done"
    assert "<script>alert" not in page.get(f"/jobs/{job['id']}").text
    assert page.get(f"/jobs/{job['id']}/names").headers["content-type"] == "application/json"


@pytest.mark.slow
def test_a_large_file_has_a_process_of_its_own(page: TestClient) -> None:
    job = upload(page, "name,note\n" + "Мінск,a city\nЛукашэнка,a name\n" * 1000)
    state = finished(page, job["id"])
    assert state["state"] == "done" and state["counts"]["all"] == 2 and state["counts"]["rows"] == 2000
    faulty = upload(page, "name,note\n" + "Мінск,a city\n" * 2000 + "Мінск\n")
    assert "line 2002 of the file" in finished(page, faulty["id"])["error"]


def test_removed_means_gone(page: TestClient) -> None:
    job = upload(page, "name\nМинск\n")
    assert page.delete(f"/jobs/{job['id']}").status_code == 204
    assert page.get(f"/jobs/{job['id']}/state").status_code == 404


def test_a_job_goes_on_when_the_service_is_started_again(resolver: Resolver, tmp_path: Path) -> None:
    id_ = "a" * 22
    (tmp_path / id_).mkdir()
    (tmp_path / id_ / "input.csv").write_text("name\nМинск\nМинск\n", encoding="utf-8")
    write_job(tmp_path / id_, Job(id_, "list.csv", 0.0, State.RUNNING, Form()))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "job.json").write_text("{", encoding="utf-8")
    with TestClient(create_app(resolver, Settings(jobs=tmp_path)), base_url="http://localhost") as client:
        for _ in range(4000):
            state = client.get(f"/jobs/{id_}/state").json()
            if state["state"] == "done":
                break
            time.sleep(0.05)
    assert state["counts"]["all"] == 1 and state["counts"]["rows"] == 2
    with TestClient(create_app(resolver, Settings(jobs=tmp_path)), base_url="http://localhost") as client:
        assert client.get(f"/jobs/{id_}/state").json()["state"] == "done"


def test_the_oldest_makes_room(resolver: Resolver) -> None:
    settings = Settings(limits=Limits(jobs=2))
    with TestClient(create_app(resolver, settings), base_url="http://localhost") as client:
        client.headers["x-translit-token"] = settings.token
        ids = [upload(client, f"name\nМинск {number}\n")["id"] for number in range(3)]
        assert [client.get(f"/jobs/{id_}/state").status_code for id_ in ids] == [404, 200, 200]


def test_other_forms_of_files_are_read(page: TestClient, tmp_path: Path) -> None:
    import gzip

    import openpyxl
    import pyarrow as pa
    from pyarrow import parquet

    book = openpyxl.Workbook()
    book.active.append(["id", "Full name"])
    book.active.append([7, "Аляксандр Лукашэнка, «дыктатар»"])
    book.save(tmp_path / "list.xlsx")
    parquet.write_table(pa.table({"id": [7], "name": ["Аляксандр Лукашэнка"]}), tmp_path / "list.parquet")
    (tmp_path / "list.jsonl").write_text('{"id": 7, "name": "Аляксандр Лукашэнка"}\n', encoding="utf-8")
    (tmp_path / "list.csv.gz").write_bytes(gzip.compress("id,name\n7,Аляксандр Лукашэнка\n".encode()))
    for path in sorted(tmp_path.iterdir()):
        found = upload(page, path.read_bytes(), path.name)
        assert found["column"] == 1 and found["columns"][0] == "id" and found["rows"][0][0] == "7", path.name
        assert found["rows"][0][1].startswith("Аляксандр Лукашэнка")
    for name in ("list.xlsx", "list.parquet", "list.jsonl", "list.csv.gz"):
        answer = page.post("/jobs", params={"name": name}, content=b"no such file")
        assert answer.status_code in (400, 422) and "/tmp" not in answer.text, answer.text
