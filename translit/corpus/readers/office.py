"""Word files by python-docx, PDF by pypdf."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from translit.corpus.documents import Document
from translit.corpus.readers import ROOT, Options, needs
from translit.errors import DataError


def read_docx(data: bytes, options: Options) -> Iterator[Document]:
    """The document of a Word file: its paragraphs and tables in order.

    Raises DataError if the file is damaged, or python-docx isn't installed.
    """
    try:
        import docx
    except ImportError:
        raise needs("python-docx", "Word files") from None
    try:
        found = docx.Document(io.BytesIO(data))
        lines = [text for block in found.iter_inner_content() for text in _texts(block)]
        said = found.core_properties
        date = said.created.date().isoformat() if said.created else ""
        yield Document(ROOT, "\n".join(lines), title=said.title or "", date=date, language=(said.language or "")[:2])
    except (KeyError, ValueError, OSError, SyntaxError, AttributeError) as error:  # what zipfile, lxml and docx raise
        raise DataError(f"it isn't a whole Word file ({_first(error)})") from None
    except Exception as error:  # zipfile.BadZipFile and docx's PackageNotFoundError have no common base
        raise DataError(f"it isn't a whole Word file ({_first(error)})") from None


def _texts(block: Any) -> Iterator[str]:
    if hasattr(block, "rows"):
        for row in block.rows:
            yield "\t".join(dict.fromkeys(cell.text for cell in row.cells))
    else:
        yield block.text


def read_pdf(data: bytes, options: Options) -> Iterator[Document]:
    """The document of a PDF file, a page after another.

    Raises DataError if the file is damaged, encrypted or without text, or pypdf isn't installed.
    """
    try:
        from pypdf import PdfReader
    except ImportError:
        raise needs("pypdf", "PDF") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is of no use to the reader of our notes
    try:
        found = PdfReader(io.BytesIO(data))
        if found.is_encrypted and not found.decrypt(""):
            raise DataError("it is encrypted; save it without a password")
        text = "\n".join(page.extract_text() for page in found.pages)
        title = str(found.metadata.title or "") if found.metadata else ""
    except DataError:
        raise
    except Exception as error:  # pypdf raises many kinds for damaged files
        raise DataError(f"it isn't a whole PDF file ({_first(error)})") from None
    if not text.strip():
        raise DataError("it holds pictures but no text; run optical character recognition over it first")
    yield Document(ROOT, text.encode("utf-8", "replace").decode(), title=title)


def _first(error: Exception) -> str:
    """The first line of an error, short."""
    return (str(error).split("\n")[0] or type(error).__name__)[:80]
