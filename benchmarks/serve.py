"""The service under load: names a second, the time of suggest, and many clients at once without an error.

    python benchmarks/serve.py [--entities 100000] [--clients 200] [--seconds 60]

Entities are made up (`people.py`). The service runs in a process of its own, the clients in this one, over
connections that stay open. Each client does what people and OpenRefine do: batches of ten names, suggest while
somebody types, previews, the page itself. Memory is that of the service (Linux), after a tenth of the time, halfway
and at the end. The exit status is 1 if any request wasn't answered with 200.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from urllib.parse import quote, urlencode

import people

TRANSLIT = Path(sys.executable).with_name("translit")
BATCHES, TYPED = 20, 200


class Client:
    """One connection that stays open."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def __aenter__(self) -> Client:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.close()

    async def ask(self, path: str, body: bytes = b"") -> tuple[int, bytes]:
        method, kind = ("POST", "Content-Type: application/x-www-form-urlencoded\r\n") if body else ("GET", "")
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{kind}Content-Length: {len(body)}\r\n\r\n"
        self.writer.write(head.encode() + body)
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        size = re.search(r"content-length: (\d+)", lines, re.IGNORECASE)
        return int(lines.split(" ", 2)[1]), await self.reader.readexactly(int(size[1]) if size else 0)


def batch(names: list[str]) -> bytes:
    queries = {f"q{number}": {"query": name, "limit": 5} for number, name in enumerate(names)}
    return urlencode({"queries": json.dumps(queries, ensure_ascii=False)}).encode()


def memory(process: int) -> float:
    """Megabytes that a process holds."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(int(share * len(times)), len(times) - 1)] * 1000


async def alone(port: int, names: list[str]) -> None:
    """One client: names a second in batches of 50, and the time of suggest."""
    async with Client(port) as client:
        await client.ask("/reconcile", batch(names[:50]))
        start = time.perf_counter()
        for number in range(1, BATCHES + 1):
            await client.ask("/reconcile", batch(names[number * 50 : number * 50 + 50]))
        print(f"batches of 50 names: {BATCHES * 50 / (time.perf_counter() - start):.0f} names a second")
        dice, times = random.Random(5), []
        for name in dice.sample(names, TYPED):
            typed = name[: dice.randint(1, len(name))]
            start = time.perf_counter()
            await client.ask(f"/reconcile/suggest/entity?prefix={quote(typed)}")
            times.append(time.perf_counter() - start)
        print(f"suggest: median {percentile(times, 0.5):.0f} ms, 95 % {percentile(times, 0.95):.0f} ms, "
              f"worst {max(times) * 1000:.0f} ms")  # fmt: skip


async def one_of_many(
    port: int, number: int, names: list[str], end: float, seen: Counter[int], times: list[float]
) -> None:
    dice = random.Random(number)
    async with Client(port) as client:
        while time.perf_counter() < end:
            name = dice.choice(names)
            path, body = dice.choice(
                [
                    ("/reconcile", batch(dice.sample(names, 10))),
                    (f"/reconcile/suggest/entity?prefix={quote(name[: dice.randint(2, 12)])}", b""),
                    (f"/reconcile/preview?id=p{dice.randrange(1000)}", b""),
                    ("/reconcile", b""),
                    ("/", b""),
                ]
            )
            start = time.perf_counter()
            status, _ = await client.ask(path, body)
            seen[200 if status == 404 and "preview" in path else status] += 1
            times.append(time.perf_counter() - start)
            await asyncio.sleep(dice.random())  # people look at what they got


async def many(port: int, process: int, clients: int, seconds: float, names: list[str]) -> bool:
    seen: Counter[int] = Counter()
    times: list[float] = []
    start = time.perf_counter()
    tasks = [
        asyncio.create_task(one_of_many(port, number, names, start + seconds, seen, times)) for number in range(clients)
    ]
    held = []
    for share in (0.1, 0.5, 1.0):
        await asyncio.sleep(max(start + share * seconds - time.perf_counter(), 0))
        held.append(memory(process))
    results = await asyncio.gather(*tasks, return_exceptions=True)
    broken = [result for result in results if isinstance(result, BaseException)]
    wrong = sum(count for status, count in seen.items() if status != 200)
    print(f"{clients} clients for {seconds:.0f} s: {sum(seen.values())} requests, {wrong} not answered with 200, "
          f"{len(broken)} connections broken; median {percentile(times, 0.5):.0f} ms, "
          f"95 % {percentile(times, 0.95):.0f} ms")  # fmt: skip
    print("memory: " + ", ".join(f"{one:.0f} MB" for one in held))
    return not wrong and not broken


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["id", "name"])
            for entity in people.people(options.entities):
                writer.writerow([entity.id, entity.written()])
        names = [clean for _, clean, _ in islice(people.queries(people.people(options.entities), 3), 5000)]
        service = subprocess.Popen(
            [str(TRANSLIT), "serve", "-e", str(path), "--port", "0"], stderr=subprocess.PIPE, text=True
        )
        try:
            assert service.stderr is not None
            said = service.stderr.readline()
            port = int(re.search(r":(\d+)/", said)[1])  # type: ignore[index]
            print(f"{options.entities} entities, {memory(service.pid):.0f} MB")
            asyncio.run(alone(port, names))
            good = asyncio.run(many(port, service.pid, options.clients, options.seconds, names))
        finally:
            service.terminate()
            service.wait(60)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
