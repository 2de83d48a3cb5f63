"""Jobs: files of names at work, each in a folder of its own, the large ones in a process of their own."""

from __future__ import annotations

import asyncio
import json
import secrets
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

import anyio

from translit.errors import DataError, TranslitError
from translit.finding.resolve import Resolver
from translit.patterns import plain_pattern
from translit.service.job_files import ABOUT, INPUT, NAMES, Form, Job, State, read_job, write_job
from translit.service.job_process import run
from translit.service.name_table import NameTable
from translit.service.refusal import Refusal
from translit.service.settings import Limits

_ID = plain_pattern(r"[A-Za-z0-9_-]{22}")
SMALL = 1 << 14  # bytes of a file whose names are looked up before a process of its own would have started
RUNNING = (State.WAITING, State.RUNNING)


class Jobs:
    """The jobs of a service. Ids can't be guessed: whoever has one may see the job."""

    def __init__(self, resolver: Resolver, folder: Path | None, limits: Limits) -> None:
        self.resolver = resolver
        self.limits = limits
        self._kept = folder
        self.folder = folder or Path()
        self._jobs: dict[str, Job] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(limits.running)
        self._index: Path | None = None
        self._saving = asyncio.Lock()

    def open(self) -> None:
        """Find the jobs of earlier runs, and go on with those that were at work when the service ended."""
        if self._kept is None:
            self.folder = Path(tempfile.mkdtemp(prefix="translit-jobs-"))
        self.folder.mkdir(parents=True, exist_ok=True)
        for about in sorted(self.folder.glob(f"*/{ABOUT}")):
            with suppress(ValueError, TypeError, KeyError, OSError):  # a folder of something else stays as it is
                job = read_job(about.parent)
                self._jobs[job.id] = job
        for job in list(self._jobs.values()):
            if job.state in RUNNING:
                self._begin(job)

    def get(self, id_: str) -> Job:
        """The job of an id. Raises Refusal if there is none."""
        job = self._jobs.get(id_) if _ID.fullmatch(id_) else None
        if job is None:
            raise Refusal("there is no such list; it was removed, or the service was started anew", 404)
        return job

    def path(self, job: Job) -> Path:
        """The folder of a job."""
        return self.folder / job.id

    def table(self, job: Job) -> NameTable:
        """The names of a job."""
        return NameTable(self.path(job) / NAMES)

    async def create(self, name: str, body: AsyncIterator[bytes]) -> Job:
        """Keep an uploaded file as a new job; the oldest that are done make room. Raises Refusal for too many."""
        old = sorted((job for job in self._jobs.values() if job.state not in RUNNING), key=lambda job: job.created)
        for job in old[: max(len(self._jobs) - self.limits.jobs + 1, 0)]:
            await self.remove(job)
        if len(self._jobs) >= self.limits.jobs:
            raise Refusal("too many lists are being processed; wait until one is done", 429)
        job = Job(secrets.token_urlsafe(16), name, time.time())
        folder = self.path(job)
        folder.mkdir()
        try:
            async with await anyio.open_file(folder / INPUT, "wb") as file:
                async for piece in body:
                    await file.write(piece)
            self._keep(job)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return job

    def describe(self, job: Job, form: Form, name: str | None = None) -> Job:
        """Keep how the file of a job is read."""
        return self._keep(job.changed(form=form, name=name or job.name))

    def start(self, job: Job, form: Form) -> Job:
        """Have a job done. Raises Refusal for one that is at work or done."""
        if job.state in (*RUNNING, State.DONE):
            raise Refusal("this list is being processed already; upload it again to read it otherwise", 409)
        (self.path(job) / NAMES).unlink(missing_ok=True)
        return self._begin(job.changed(form=form, error=""))

    async def remove(self, job: Job) -> None:
        """Stop a job and forget it."""
        task = self._tasks.pop(job.id, None)
        if task:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._jobs.pop(job.id, None)
        await anyio.to_thread.run_sync(lambda: shutil.rmtree(self.path(job), ignore_errors=True))

    async def close(self) -> None:
        """Stop all jobs; those of a folder that stays go on when the service is started again."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._jobs, self._index = {}, None
        if self._kept is None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _keep(self, job: Job) -> Job:
        self._jobs[job.id] = job
        write_job(self.path(job), job)
        return job

    def _begin(self, job: Job) -> Job:
        job = self._keep(job.changed(state=State.WAITING))
        self._tasks[job.id] = asyncio.get_running_loop().create_task(self._run(job.id))
        return job

    async def _run(self, id_: str) -> None:
        """Wait for a place, then do a job to its end."""
        async with self._places:
            try:
                job = self._keep(self._jobs[id_].changed(state=State.RUNNING))
                if (self.path(job) / INPUT).stat().st_size <= SMALL:
                    await self._in_thread(job)
                else:
                    await self._in_process(job)
            finally:
                self._tasks.pop(id_, None)

    async def _in_thread(self, job: Job) -> None:
        """Do a small job here, where everything is loaded already."""
        loop, stopped = asyncio.get_running_loop(), threading.Event()

        def say(**progress: int) -> None:
            if stopped.is_set():
                raise DataError("the list was removed")
            loop.call_soon_threadsafe(self._note, job.id, progress)

        work = partial(run, self.path(job), self.resolver, self.limits.rows, say)
        error = ""
        try:
            await anyio.to_thread.run_sync(work, abandon_on_cancel=True)
        except TranslitError as fault:
            error = str(fault)
        finally:
            stopped.set()
        self._ended(job.id, error)

    def _note(self, id_: str, progress: Mapping[str, int]) -> None:
        """How far a job is; nothing for one that was removed meanwhile."""
        if id_ in self._jobs:
            self._jobs[id_] = self._jobs[id_].changed(progress=dict(progress))

    def _ended(self, id_: str, error: str) -> None:
        self._keep(self._jobs[id_].changed(state=State.FAILED if error else State.DONE, error=error))

    async def _in_process(self, job: Job) -> None:
        """Do a large job in a process of its own, which leaves this one to answer."""
        index = await self._saved_index()
        command = ("-m", "translit.service.job_process", str(self.path(job)), str(index), str(self.limits.rows))
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE
        )
        try:
            await self._follow(job.id, process)
        except asyncio.CancelledError:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()
            raise

    async def _follow(self, id_: str, process: asyncio.subprocess.Process) -> None:
        """Note how far a process is until it ends."""
        assert process.stdout is not None
        error = ""
        async for line in process.stdout:
            said = json.loads(line)
            error = said.pop("error", error)
            if said:
                self._note(id_, said)
        status = await process.wait()
        if status and not error:
            error = f"the process of this list ended with status {status}, perhaps for want of memory"
        self._ended(id_, error)

    async def _saved_index(self) -> Path:
        """A folder with the index, for processes to map."""
        async with self._saving:
            if self._index is None:
                self._index = self.resolver.path or self.folder / "index"
                if self.resolver.path is None:
                    await anyio.to_thread.run_sync(self.resolver.save, self._index)
            return self._index
