"""The service as a process: how it starts, refuses to start, and stops."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import threading
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.service.running import START, served
from translit.cli.serve import serve

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_a_stop_finishes_what_is_running() -> None:
    names = [f"Alaksandar Łukašenka {number}" for number in range(100)]
    queries = {f"q{number}": {"query": name} for number, name in enumerate(names)}
    body = urllib.parse.urlencode({"queries": json.dumps(queries)}).encode()
    answers: list[int] = []

    def ask(address: str) -> None:
        with urllib.request.urlopen(f"{address}/reconcile", body, timeout=60) as answer:
            answers.append(len(json.load(answer)))

    with served() as (address, process):
        thread = threading.Thread(target=ask, args=(address,))
        with urllib.request.urlopen(f"{address}/reconcile/suggest/entity?prefix=Luka", timeout=60) as answer:
            assert json.load(answer)["result"]
        thread.start()
        while thread.is_alive() and not answers:  # until the request is at work, which one of its own size shows
            with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2]))):
                break
        thread.join(0.3)
        process.terminate()
        thread.join(60)
        assert answers == [100]
        assert process.wait(60) == 0


def refused(*options: str) -> str:
    command = [sys.executable, "-c", START, "serve", *options]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 2 and len(run.stderr.splitlines()) == 1
    return run.stderr


def test_a_port_that_is_taken_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = refused("--port", str(taken.getsockname()[1]))
    assert "give another --host or --port" in said
    assert "no corpus" in refused("--port", "0", "--corpus", "nowhere.db")
    assert "give another --host" in refused("--port", "0", "--host", "no.such.host.invalid")


def test_the_container_starts_what_there_is() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    found = re.search(r"^ENTRYPOINT (\[.*\])$", text, re.MULTILINE)
    assert found
    entry = json.loads(found[1])
    known = {option for parameter in serve.params for option in parameter.opts}
    assert entry[:2] == ["translit", "serve"] and {word for word in entry if word.startswith("--")} <= known
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = re.search(r"translit-names\[([a-z,]+)\]", text)
    assert extras and all(f"\n{extra} = [" in project for extra in extras[1].split(","))
