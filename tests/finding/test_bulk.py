"""Many names in several processes: the same answers whatever their number, and a sentence if one dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from translit.errors import DataError, UsageError
from translit.finding.bulk import resolve_blocks
from translit.finding.entities.sources import seeds
from translit.finding.resolve import Resolver

NAMES = [name for entity in seeds() if entity.kind == "person" for name in entity.names][:120]


def blocks(size: int) -> list[list[str]]:
    return [NAMES[start : start + size] for start in range(0, len(NAMES), size)]


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> Resolver:
    path = tmp_path_factory.mktemp("bulk") / "index"
    Resolver(seeds()).save(path)
    return Resolver.open(path)


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("size", [7, 50])
def test_the_answers_are_the_same_however_many_work(resolver: Resolver, processes: int, size: int) -> None:
    found = [each for block in resolve_blocks(resolver, blocks(size), 2, processes) for each in block]
    assert found == resolver.resolve_many(NAMES, 2)


def test_an_index_in_memory_is_shared_too(resolver: Resolver) -> None:
    found = [each for block in resolve_blocks(Resolver(seeds()), blocks(60), 1, 2) for each in block]
    assert found == resolver.resolve_many(NAMES, 1)


def test_no_blocks_no_answers(resolver: Resolver) -> None:
    assert list(resolve_blocks(resolver, [], 1, 2)) == []
    assert list(resolve_blocks(resolver, [[]], 1, 2)) == [[]]


def test_a_worker_that_dies_gives_one_sentence(resolver: Resolver) -> None:
    before = {child.pid for child in multiprocessing.active_children()}

    def deadly() -> Iterator[list[str]]:
        for number, block in enumerate(blocks(10)):
            if number == 5:
                worker = next(child for child in multiprocessing.active_children() if child.pid not in before)
                assert worker.pid is not None
                os.kill(worker.pid, signal.SIGKILL)
            yield block

    with pytest.raises(DataError, match="died") as error:
        list(resolve_blocks(resolver, deadly(), 1, 2))
    assert "\n" not in str(error.value)


def test_the_folder_may_go_while_processes_work(tmp_path: Path) -> None:
    Resolver(seeds()).save(tmp_path / "index")
    found = Resolver.open(tmp_path / "index")

    def vanishing() -> Iterator[list[str]]:
        for number, block in enumerate(blocks(30)):
            if number == 1:
                for file in (tmp_path / "index").iterdir():
                    file.unlink()
            yield block

    answers = [each for block in resolve_blocks(found, vanishing(), 1, 2) for each in block]
    assert answers == Resolver(seeds()).resolve_many(NAMES, 1)


def test_less_than_one_process_is_refused(resolver: Resolver) -> None:
    with pytest.raises(UsageError, match="one or more"):
        list(resolve_blocks(resolver, blocks(9), 1, 0))
