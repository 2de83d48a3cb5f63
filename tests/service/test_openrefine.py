"""OpenRefine itself, without a window: the demo file is reconciled against a running service, extended and exported."""

from __future__ import annotations

import csv
import io
import json
import os
import secrets
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.service.running import served

REFINE = Path("/usr/share/openrefine/refine")
DEMO = Path(__file__).parents[2] / "seeds" / "demo.csv"
pytestmark = [
    pytest.mark.external,
    pytest.mark.slow,
    pytest.mark.skipif(not REFINE.exists(), reason="OpenRefine isn't installed"),
]
ENGINE = json.dumps({"facets": [], "mode": "row-based"})
WAIT = 240.0  # seconds; Java starts slowly on a busy machine


class Refine:
    """The commands of OpenRefine that its own page sends."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get(self, command: str, /, **fields: str) -> Any:
        query = urllib.parse.urlencode(fields)
        with urllib.request.urlopen(f"{self.address}/command/core/{command}?{query}", timeout=60) as answer:
            return json.load(answer)

    def post(self, command: str, /, **fields: str) -> bytes:
        token = self.get("get-csrf-token")["token"]
        data = urllib.parse.urlencode({**fields, "csrf_token": token}).encode()
        with urllib.request.urlopen(f"{self.address}/command/core/{command}", data, timeout=120) as answer:
            return bytes(answer.read())

    def project(self, path: Path) -> str:
        """The id of a new project with the rows of a CSV file."""
        token = self.get("get-csrf-token")["token"]
        edge = secrets.token_hex(8)
        options = json.dumps({"encoding": "UTF-8", "separator": ",", "headerLines": 1})
        head = f'--{edge}\r\nContent-Disposition: form-data; name="project-name"\r\n\r\ndemo\r\n--{edge}\r\n'
        head += 'Content-Disposition: form-data; name="format"\r\n\r\ntext/line-based/*sv\r\n'
        head += f'--{edge}\r\nContent-Disposition: form-data; name="project-file"; filename="demo.csv"\r\n'
        head += "Content-Type: text/csv\r\n\r\n"
        body = head.encode() + path.read_bytes() + f"\r\n--{edge}--\r\n".encode()
        query = urllib.parse.urlencode({"csrf_token": token, "options": options})
        request = urllib.request.Request(
            f"{self.address}/command/core/create-project-from-upload?{query}",
            body,
            {"Content-Type": f"multipart/form-data; boundary={edge}"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            (found,) = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.url).query)["project"]
        return str(found)

    def finish(self, project: str) -> None:
        """Wait until nothing is at work."""
        end = time.monotonic() + WAIT
        while self.get("get-processes", project=project)["processes"]:
            assert time.monotonic() < end, "OpenRefine doesn't end"
            time.sleep(0.3)


@pytest.fixture(scope="module")
def refine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refine]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("refine")
    options = ("-i", "127.0.0.1", "-p", str(port), "-m", "800M", "-d", str(folder), "-x", "refine.headless=true")
    process = subprocess.Popen(
        [str(REFINE), *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    found = Refine(f"http://127.0.0.1:{port}")
    try:
        end = time.monotonic() + WAIT
        while True:
            try:
                found.get("get-version")
                break
            except (urllib.error.URLError, OSError, ValueError):
                assert process.poll() is None and time.monotonic() < end, "OpenRefine doesn't start"
                time.sleep(0.5)
        yield found
    finally:
        os.killpg(process.pid, signal.SIGTERM)  # the script and the Java that it started
        process.wait(60)


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    with served() as (address, _):
        yield f"{address}/reconcile"


def test_the_demo_file_is_reconciled_extended_and_exported(refine: Refine, service: str) -> None:
    project = refine.project(DEMO)
    with urllib.request.urlopen(service, timeout=60) as answer:
        manifest = json.load(answer)
    guessed = json.loads(refine.post("guess-types-of-column", project=project, columnName="name", service=service))
    assert guessed["code"] == "ok" and "person" in [one["id"] for one in guessed["types"]]
    spaces = {"identifierSpace": manifest["identifierSpace"], "schemaSpace": manifest["schemaSpace"]}
    config = {
        **{"mode": "standard-service", "service": service, **spaces, "autoMatch": True, "limit": 5},
        **{
            "type": None,
            "columnDetails": [{"column": "note", "propertyName": "Description", "propertyID": "description"}],
        },
    }
    refine.post("reconcile", project=project, columnName="name", config=json.dumps(config), engine=ENGINE)
    refine.finish(project)
    rows = refine.get("get-rows", project=project, start="0", limit="500")
    judged = [row["cells"][3]["r"] for row in rows["rows"] if row["cells"][3] and "r" in row["cells"][3]]
    pool = rows["pool"]["recons"]
    recons = [pool[str(one)] for one in judged]
    original = list(csv.DictReader(DEMO.read_text(encoding="utf-8").splitlines()))
    assert len(recons) == sum(bool(row["name"]) for row in original) > 100 and rows["total"] == len(original)
    matched = [one for one in recons if one["j"] == "matched"]
    assert len(matched) > 0.6 * len(recons)
    first = recons[0]
    assert first["j"] == "matched" and first["m"]["id"] == "lukashenka-alaksandar" and 95 <= first["m"]["score"] <= 100

    extension = {
        "properties": [{"id": "in:be-lacinka", "name": "Łacinka"}, {"id": "description", "name": "Description"}]
    }
    looked = refine.post(
        "preview-extend-data",
        **{"project": project, "columnName": "name", "rowIndices": "[0, 1]", "extension": json.dumps(extension)},
        **{"identifierSpace": spaces["identifierSpace"], "schemaSpace": spaces["schemaSpace"]},
    )
    assert "Łukašenka" in looked.decode()
    refine.post(
        "extend-data",
        **{"project": project, "baseColumnName": "name", "columnInsertIndex": "4", "engine": ENGINE, **spaces},
        **{"extension": json.dumps(extension), "endpoint": service},
    )
    refine.finish(project)
    exported = refine.post("export-rows", project=project, format="csv", engine=ENGINE).decode()
    table = list(csv.DictReader(io.StringIO(exported)))
    assert len(table) == rows["total"]
    (column,) = [name for name in table[0] if "lacinka" in name]
    assert table[0][column] == "Alaksandr Ryhoravič Łukašenka" and table[0]["Description"].startswith("Belarus")
    assert [row["note"] for row in table] == [row["note"] for row in original]


def test_search_for_match_finds_a_misspelled_name(service: str) -> None:
    """The request of OpenRefine's dialog, with the parameters that it sends besides."""
    query = urllib.parse.urlencode(
        {"prefix": "Tichanowskaja Swetlana", "spell": "always", "exact": "false", "prefixed": "true"}
    )
    with urllib.request.urlopen(f"{service}/suggest/entity?{query}", timeout=60) as answer:
        found = json.load(answer)["result"]
    assert found[0]["id"] == "tsikhanouskaya-sviatlana"
