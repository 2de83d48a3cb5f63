"""Mail: single messages and mailboxes, by Python's own email package; text attachments are left out."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from contextlib import suppress
from email.errors import HeaderParseError
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from typing import cast

from translit.corpus.documents import Document
from translit.corpus.readers import ROOT, Options
from translit.corpus.readers.html import page_text, read_html
from translit.corpus.readers.plain import decoded
from translit.errors import DataError

_FROM = b"\nFrom "


def read_mail(data: bytes, options: Options) -> Iterator[Document]:
    """The document of a message: who wrote to whom, the subject and the text.

    Raises DataError if it has no header of a message.
    """
    yield _document(data, ROOT, options)


def read_mailbox(data: bytes, options: Options) -> Iterator[Document]:
    """A document for each message of a mailbox."""
    if not data.startswith(b"From "):
        raise DataError("it isn't a mailbox; its first line must begin with From")
    for number, message in enumerate((b"\n" + data).split(_FROM)[1:], 1):
        _, _, rest = message.partition(b"\n")
        yield _document(rest.replace(b"\n>From ", b"\nFrom "), str(number), options)


def _document(data: bytes, name: str, options: Options) -> Document:
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise DataError("it has no header of a message; give it another ending if it is plain text")
    part = message.get_body(("plain", "html"))
    content = cast(bytes, part.get_payload(decode=True) or b"") if part else b""
    hint = content if part and _is_undeclared(part) else b""
    people = [f"{key}: {said}" for key in ("From", "To", "Cc") if (said := _header(message, key, hint))]
    title = _header(message, "Subject", hint)
    body = _body(part, content, options) if part else ""
    lines = [*people, f"Subject: {title}" if title else "", "", body]
    text = "\n".join(lines).encode("utf-8", "replace").decode()
    return Document(name, text, title=title, date=_date(message), url=_header(message, "Message-ID", hint))


def _header(message: EmailMessage, name: str, hint: bytes) -> str:
    """The text of a header; bytes beyond ASCII are read as they, and those of the hint beside them, speak for."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    raw = raw.replace("\r", "").replace("\n", "")
    if not raw.isascii():
        line = raw.encode("ascii", "surrogateescape")
        raw = " ".join(_recognised(line + b"\n" + hint).partition("\n")[0].split())
    # Python's parser fails in all these ways at addresses that are none
    with suppress(HeaderParseError, LookupError, TypeError, ValueError, AttributeError):
        raw = str(email.policy.default.header_factory(name, raw))
    return raw.encode("utf-8", "replace").decode()


def _is_undeclared(part: MIMEPart) -> bool:
    """Whether a part says no encoding: ASCII is what is meant then, and a lie where other bytes are."""
    return part.get_content_charset("us-ascii") in ("us-ascii", "ascii")


def _recognised(content: bytes, read: Callable[[bytes], str] = decoded) -> str:
    """Bytes as text in the encoding that they speak for; one message of many may be no text at all."""
    try:
        return read(content)
    except DataError:
        return content.decode("utf-8", "replace")


def _body(part: MIMEPart, content: bytes, options: Options) -> str:
    is_page = part.get_content_type() == "text/html"
    try:
        text = "" if _is_undeclared(part) else str(part.get_content())
    except (LookupError, UnicodeError):  # an encoding that isn't one
        text = ""
    text = text or _recognised(content, page_text if is_page else decoded)
    if is_page:  # the mark outweighs what the page declares
        return next(read_html(text.encode("utf-8-sig", "replace"), options)).text if text.strip() else ""
    return text


def _date(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return ""
