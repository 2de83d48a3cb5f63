"""Mail: single messages and mailboxes, by Python's own email package; text attachments are left out."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import cast

from translit.corpus.documents import Document
from translit.corpus.readers import ROOT, Options
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
    people = [f"{key}: {message[key]}" for key in ("From", "To", "Cc") if message[key]]
    title = _header(message, "Subject")
    lines = [*people, f"Subject: {title}" if title else "", "", _body(message, options)]
    text = "\n".join(lines).encode("utf-8", "replace").decode()
    return Document(name, text, title=title, date=_date(message), url=_header(message, "Message-ID"))


def _header(message: EmailMessage, name: str) -> str:
    return str(message[name] or "").encode("utf-8", "replace").decode()


def _body(message: EmailMessage, options: Options) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    content = cast(bytes, part.get_payload(decode=True) or b"")
    try:
        text = str(part.get_content())
    except (LookupError, UnicodeError):  # an encoding that isn't one
        text = decoded(content)
    if part.get_content_type() == "text/html":
        from translit.corpus.readers.html import read_html

        return next(read_html(text.encode("utf-8", "replace"), options)).text if text.strip() else ""
    return text


def _date(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError):
        return ""
