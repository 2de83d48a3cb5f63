"""Web pages: their text by lxml, with the title, language, date and address that they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from translit.corpus.documents import Document, checked_date
from translit.corpus.readers import ROOT, Options, needs
from translit.corpus.readers.plain import decoded
from translit.errors import DataError
from translit.patterns import plain_pattern

_LEFT_OUT = ("script", "style", "noscript", "template", "svg", "iframe", "head")
_BLOCKS = frozenset(
    ["p", "div", "br", "li", "ul", "ol", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "section"]
) | {"article", "header", "footer", "blockquote", "pre", "dt", "dd", "hr"}
_DATES = ("article:published_time", "datePublished", "date", "pubdate", "dc.date", "DC.date.issued")
_DECLARATION = re.compile(rb"""charset=["']?\s*([\w-]+)""", re.IGNORECASE)
_XML = plain_pattern(r"^\s*<\?xml[^>]*>")


def read_html(data: bytes, options: Options) -> Iterator[Document]:
    """The document of a web page.

    Raises DataError if lxml isn't installed, or the page has no text.
    """
    try:
        from lxml import etree, html
    except ImportError:
        raise needs("lxml", "HTML") from None
    text = _XML.sub("", page_text(data))
    if not text.strip():
        raise DataError("it is empty")
    try:
        page = html.document_fromstring(text, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except etree.ParserError:
        raise DataError("it is empty") from None
    title = " ".join((page.findtext(".//title") or "").split())
    language = (page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or "").split("-")[0].lower()
    links = [link.get("href", "") for link in page.iter("link") if link.get("rel") == "canonical"]
    date = _date(page)
    for name in _LEFT_OUT:
        for element in list(page.iter(name)):
            element.drop_tree()
    yield Document(ROOT, _lines(page), title=title, language=language, date=date, url=links[0] if links else "")


def page_text(data: bytes) -> str:
    """The source of a page as text, in the encoding that it declares if that can be, else in the one recognised.

    Raises DataError for bytes that are no text.

    >>> page_text('<meta charset="koi8-r"><p>Минск'.encode("koi8-r"))
    '<meta charset="koi8-r"><p>Минск'
    """
    declared = _DECLARATION.search(data[:2048])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # pages declare what they aren't
    return decoded(data)


def _date(page: Any) -> str:
    for element in page.iter("meta"):
        if (element.get("property") or element.get("name") or element.get("itemprop")) in _DATES:
            try:
                return checked_date((element.get("content") or "")[:10], "")
            except DataError:
                continue
    return ""


def _lines(page: Any) -> str:
    """The text of a page, each block of it a line."""
    parts: list[str] = []
    for event, element in _walk(page):
        if isinstance(element.tag, str) and element.tag in _BLOCKS:
            parts.append("\n")
        text = element.text if event == "start" and isinstance(element.tag, str) else None
        if event == "end":
            text = element.tail
        if text:
            parts.append(re.sub(r"\s+", " ", text))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _walk(page: Any) -> Any:
    from lxml import etree

    return etree.iterwalk(page, events=("start", "end", "comment", "pi"))
