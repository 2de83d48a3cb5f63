"""What a service is told when it is started, and the limits it keeps."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

LOCAL = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may ask for; each is set by hand, generous for people and tight for accidents.

    >>> Limits().batch
    100
    """

    batch: int = 100  # queries or ids of one request, ten times what OpenRefine sends by default
    candidates: int = 50  # candidates of one query
    form: int = 1 << 21  # bytes of a batch: a hundred queries of 20 kB
    upload: int = 1 << 28  # bytes of a file of names
    rows: int = 1_000_000  # rows of a file of names
    text: int = 200_000  # characters of an article
    name: int = 1000  # characters of a name; what is longer is none (as for files)
    table: int = 200_000  # characters of a rule table
    seconds: float = 60.0  # for an answer, except those of jobs
    jobs: int = 100  # kept on disk; the oldest that are done make room
    running: int = 2  # jobs at work at once, the others wait


@dataclass(frozen=True, slots=True)
class Settings:
    """How a service is run.

    `hosts` are the names under which browsers may reach it. `token` is what forms and scripts of the page send back
    with whatever changes something, so that no other page can.
    """

    title: str = "translit"
    hosts: tuple[str, ...] = LOCAL
    jobs: Path | None = None  # the folder of jobs; None: one that goes when the service ends
    corpus: Path | None = None
    limits: Limits = field(default_factory=Limits)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
