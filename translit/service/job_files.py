"""The folder of a job: what was uploaded, how it is read, and how far it is."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

INPUT, NAMES, ABOUT = "input.csv", "names.db", "job.json"


class State(StrEnum):
    """Where a job is."""

    NEW = "new"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is read: guessed first, then as its user says."""

    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    header: bool = True
    column: int = 0
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A file of names and what is done with it."""

    id: str
    name: str
    created: float
    state: State = State.NEW
    form: Form = field(default_factory=Form)
    progress: dict[str, Any] = field(default_factory=dict)
    error: str = ""

    def changed(self, **values: Any) -> Job:
        """The job with other values."""
        return replace(self, **values)


def read_job(folder: Path) -> Job:
    """The job of a folder."""
    raw = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    return Job(**{**raw, "state": State(raw["state"]), "form": Form(**raw["form"])})


def write_job(folder: Path, job: Job) -> None:
    """Keep a job in its folder, whole or not at all."""
    part = folder / f"{ABOUT}.part"
    part.write_text(json.dumps(asdict(job), ensure_ascii=False), encoding="utf-8")
    os.replace(part, folder / ABOUT)
