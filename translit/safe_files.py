"""Files that take the place of others whole: made beside them by one run at a time, synced, and renamed at the end.

Whatever is made has a name of its own, is made exclusively and follows no link, so nothing of anybody's is written
over. A file `.NAME.translit-lock` beside a target keeps a second run away as long as the first is writing, in other
containers too; it names what the run makes, so that the next run removes what a killed one left.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from translit.errors import DataError, UsageError

MARK = b"translit: a run is writing the file of this name; this file goes when it ends\n"
LONGEST_NAME = 200  # bytes of a target's name that are kept in the names beside it; file systems allow 255
# what a file system that can't do a thing says
NOT_ABLE = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOLCK, errno.EBADF, errno.EXDEV}
AT_FDCWD, RENAME_EXCHANGE, RENAME_SWAP = -100, 2, 2


def create(path: Path, mode: int = 0o600) -> int:
    """The descriptor of a new file, open for reading and writing; raises FileExistsError if anything is there."""
    return os.open(path, _flags(os.O_RDWR | os.O_CREAT | os.O_EXCL), mode)


def open_own(path: Path) -> int:
    """The descriptor of a file that is there, open for reading and writing; a link isn't followed.

    Raises OSError for a link, and for what isn't a file.
    """
    descriptor = os.open(path, _flags(os.O_RDWR | getattr(os, "O_NONBLOCK", 0)))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return descriptor


def write_all(descriptor: int, data: bytes) -> None:
    """Write bytes, however many calls that takes."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def replace_text(path: Path, parts: Iterable[str]) -> None:
    """Write a text under another name beside a file, and put it in the file's place once all of it is written."""
    import tempfile  # 10 ms that most commands do without

    handle, made = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.writelines(parts)
        os.replace(made, path)
    except BaseException:
        os.unlink(made)
        raise


def give_name(made: Path, name: Path) -> None:
    """Give a finished file its name, at once and only if nothing has it; raises FileExistsError if something does."""
    try:
        os.link(made, name, follow_symlinks=False)
        made.unlink()
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(name):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(name)) from None
        made.rename(name)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder outlast a failure of power, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # a folder that may be written and not read
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NOT_ABLE:
            raise
    finally:
        os.close(descriptor)


def exchange(one: Path, other: Path) -> bool:
    """Let two files or folders swap their names in one step; False where the system can't.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     one, other = Path(folder, "one"), Path(folder, "other")
    ...     _ = one.write_text("1"), other.write_text("2")
    ...     expected = "2" if exchange(one, other) else "1"
    ...     one.read_text() == expected
    True
    """
    import ctypes

    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renameat2"):
            failed = library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE)
        else:
            failed = library.renamex_np(*names, RENAME_SWAP)
    except (OSError, AttributeError, TypeError):  # a system without either
        return False
    number = ctypes.get_errno()
    if failed and number not in NOT_ABLE:
        raise OSError(number, os.strerror(number), str(other))
    return not failed


class Lock:
    """The right to write a file or folder; a second run is refused until it is released.

    Raises DataError if another run is writing, UsageError if a file that isn't ours has the lock's name, OSError if
    none can be made.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        name = target.name
        if len(os.fsencode(name)) > LONGEST_NAME:
            name = blake2b(os.fsencode(name), digest_size=16).hexdigest()
        self._stem = f".{name}."
        self.path = target.with_name(f"{self._stem}translit-lock")
        self._descriptor = self._acquired()
        try:
            self._claim()
        except BaseException:
            self.release()
            raise

    def beside(self, ending: str) -> Path:
        """A new name beside the target, noted in the lock before anything has it."""
        name = f"{self._stem}{os.urandom(8).hex()}.{ending}"
        write_all(self._descriptor, os.fsencode(name) + b"\n")
        return self.target.with_name(name)

    def release(self) -> None:
        """Let others write."""
        with suppress(OSError):
            if os.path.samestat(self.path.lstat(), os.fstat(self._descriptor)):
                self.path.unlink()
        os.close(self._descriptor)

    def _acquired(self) -> int:
        while True:
            descriptor = self._opened()
            try:
                _flock(descriptor, self.target)
                with suppress(FileNotFoundError):
                    if os.path.samestat(self.path.lstat(), os.fstat(descriptor)):
                        self._refuse_others(descriptor)
                        return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)  # of a run that ended meanwhile

    def _opened(self) -> int:
        try:
            return create(self.path)
        except FileExistsError:
            pass
        try:
            return open_own(self.path)
        except FileNotFoundError:
            return self._opened()
        except OSError as error:
            raise self._in_the_way(f" ({error.strerror})") from None

    def _refuse_others(self, descriptor: int) -> None:
        start = os.pread(descriptor, len(MARK), 0)
        if start != MARK[: len(start)]:
            raise self._in_the_way(", which isn't ours,")

    def _in_the_way(self, what: str) -> UsageError:
        return UsageError(f"{self.path}{what} is in the way; move it, or name another output")

    def _claim(self) -> None:
        """Remove what a killed run named in the lock, and begin it anew."""
        size = os.fstat(self._descriptor).st_size
        own = re.compile(re.escape(self._stem) + "[0-9a-f]{16}[.][a-z]+")
        for line in os.pread(self._descriptor, size, 0).removeprefix(MARK).split(b"\n"):
            name = os.fsdecode(line)
            if own.fullmatch(name):
                remove(self.target.with_name(name))
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        write_all(self._descriptor, MARK)


def remove(path: Path) -> None:
    """Remove a file, or a folder of files, that a run of ours made; what can't be removed stays."""
    with suppress(OSError):
        if stat.S_ISDIR(path.lstat().st_mode):
            for name in os.listdir(path):
                with suppress(OSError):
                    path.joinpath(name).unlink()
            path.rmdir()
        else:
            path.unlink()


def _flags(flags: int) -> int:
    return flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def _flock(descriptor: int, target: Path) -> None:
    """Lock a file against other runs, where system and file system can."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise DataError(f"another run is writing {target}; wait for it, or give another output") from None
    except OSError as error:
        if error.errno not in NOT_ABLE:
            raise
