"""Zip archives of files that there is a reader for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from translit.corpus.documents import Document
from translit.corpus.readers import ROOT, Options, reader_of
from translit.errors import DataError

LARGEST = 1 << 30  # bytes of a member when unpacked; more is no document but a trap
GROWTH = 1000  # how many times larger than packed a member may be: deflate reaches 1,032 on empty data


def read_zip(data: bytes, options: Options) -> Iterator[Document]:
    """The documents of the files in an archive; files without a reader and archives in it are left out.

    Raises DataError if the archive is damaged, and for a member that can't be read, after those that can.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        raise DataError("it isn't a whole zip archive") from None
    faults: list[str] = []
    for member in sorted(archive.infolist(), key=lambda info: info.filename):
        reader = reader_of(member.filename)
        if member.is_dir() or reader in (None, read_zip) or reader is None:
            continue
        try:
            if member.file_size > LARGEST or member.file_size > GROWTH * max(member.compress_size, 100):
                raise DataError("it unpacks to more than a document can be")
            for document in reader(archive.read(member), options):
                name = member.filename if document.id == ROOT else f"{member.filename}#{document.id}"
                yield replace(document, id=name)
        except DataError as error:
            faults.append(f"{member.filename}: {error}")
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
            faults.append(f"{member.filename}: it can't be unpacked ({error})")
    if faults:
        raise DataError("; ".join(faults[:5]) + (f"; and {len(faults) - 5} more" if len(faults) > 5 else ""))
