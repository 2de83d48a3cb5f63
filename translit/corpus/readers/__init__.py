"""Reading files of documents: `read` chooses by the ending of the name; each format has a function.

A reader takes the bytes of a file and gives documents whose ids are its own: "" for a file that is one document, the
row or the part for one that holds many. `files` makes ids of the corpus of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translit.corpus.documents import Document
from translit.errors import DataError

ROOT = "."  # the id of the document of a file that is one document


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader of tables must know: which columns hold what.

    `id` and the others may be missing from a file; `text` must be there, and may be several columns.
    """

    text: tuple[str, ...] = ("text",)
    id: str = "id"
    title: str = "title"
    source: str = "source"
    date: str = "date"
    language: str = "language"
    url: str = "url"


Reader = Callable[[bytes, Options], Iterator[Document]]
_HOMES = {
    ".txt": ("plain", "read_text"), ".text": ("plain", "read_text"), ".md": ("plain", "read_markdown"),
    ".markdown": ("plain", "read_markdown"), ".html": ("html", "read_html"), ".htm": ("html", "read_html"),
    ".xhtml": ("html", "read_html"), ".csv": ("tables", "read_csv"), ".tsv": ("tables", "read_csv"),
    ".jsonl": ("tables", "read_json_lines"), ".ndjson": ("tables", "read_json_lines"), ".docx": ("office", "read_docx"),
    ".pdf": ("office", "read_pdf"), ".eml": ("mail", "read_mail"), ".mbox": ("mail", "read_mailbox"),
    ".zip": ("archive", "read_zip"),
}  # fmt: skip
ENDINGS = tuple(_HOMES)


def reader_of(name: str) -> Reader | None:
    """The reader of files of this name, None if there is none.

    >>> reader_of("News.TXT").__name__, reader_of("photo.jpg")
    ('read_text', None)
    """
    from importlib import import_module

    dot = name.rfind(".")
    home = _HOMES.get(name[dot:].lower()) if dot >= 0 else None
    if home is None:
        return None
    found: Reader = getattr(import_module(f"translit.corpus.readers.{home[0]}"), home[1])
    return found


def needs(package: str, what: str) -> DataError:
    """What to say where the library that reads a format isn't installed.

    >>> print(needs("pypdf", "PDF"))
    PDF can't be read without pypdf; install it with: pip install 'translit-names[documents]'
    """
    return DataError(
        f"{what} can't be read without {package}; install it with: pip install 'translit-names[documents]'"
    )
