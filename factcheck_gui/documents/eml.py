"""Mail messages as mail programs save them (EML).

Here: the MIME parts of a message and its headers, decoded. Not here: what is made of them
(``mail``). The standard library's older policy is used, which never fails on a damaged header.
"""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from typing import Any

from factcheck_gui.documents import mail
from factcheck_gui.documents.decoding import decode
from factcheck_gui.documents.mail import Attached, Mail
from factcheck_gui.documents.metadata import one_line
from factcheck_gui.domain import Document, Part, storable

MEDIA_TYPE = "message/rfc822"
MOST_LEAVES = 1_000  # parts of a message
DEEPEST = 30  # parts inside one another


def read(data: bytes, name: str) -> Document:
    """A message, its headers as metadata, its history as quotes. Raises Problem without text."""
    return mail.document(_mail(data), name, MEDIA_TYPE)


def parts(data: bytes) -> tuple[Part, ...]:
    """The message and those of its attachments that can be read."""
    return mail.parts(_mail(data), len(data))


def read_part(data: bytes, name: str, key: str) -> Document:
    """The message or an attachment by its key."""
    return mail.part(_mail(data), name, MEDIA_TYPE, key)


def _mail(data: bytes) -> Mail:
    message = email.message_from_bytes(data)
    plain: list[str] = []
    html: list[tuple[bytes, str]] = []
    attached: list[Attached] = []
    for n, leaf in enumerate(_leaves(message, 0)):
        if n >= MOST_LEAVES:
            break
        kind = leaf.get_content_type()
        if kind == "message/rfc822":
            attached.append(_enclosed(leaf, n))
        elif _is_file(leaf) or not kind.startswith("text/"):
            attached.append(_file(leaf, n))
        elif kind == "text/html":
            html.append((_payload(leaf), _charset(leaf)))
        else:
            plain.append(_text(leaf))
    first, charset = html[0] if html else (b"", "")
    return Mail(
        one_line(_header(message, "subject")),
        one_line(_header(message, "from")),
        _header(message, "date"),
        "\n\n".join(plain),
        b"\n".join(one for one, other in html if other == charset) if len(html) > 1 else first,
        charset,
        tuple(attached),
    )


def _leaves(message: Message, depth: int) -> Iterator[Message]:
    """The parts of a message that hold something; a message in it is one of them."""
    if message.is_multipart() and message.get_content_type() != "message/rfc822":
        if depth < DEEPEST:
            for one in message.get_payload():
                if isinstance(one, Message):
                    yield from _leaves(one, depth + 1)
    else:
        yield message


def _is_file(leaf: Message) -> bool:
    return leaf.get_content_disposition() == "attachment" or (
        bool(leaf.get_filename()) and leaf.get_content_disposition() != "inline"
    )


def _file(leaf: Message, n: int) -> Attached:
    name = one_line(_decoded(leaf.get_filename() or "")) or f"part {n}"
    return Attached(str(n), name, leaf.get_content_type(), _payload(leaf))


def _enclosed(leaf: Message, n: int) -> Attached:
    inner = leaf.get_payload()
    message = inner[0] if isinstance(inner, list) and inner else None
    subject = one_line(_header(message, "subject")) if isinstance(message, Message) else ""
    data = message.as_bytes() if isinstance(message, Message) else b""
    return Attached(str(n), f"{subject or 'message'}.eml", MEDIA_TYPE, data)


def _payload(leaf: Message) -> bytes:
    try:
        data = leaf.get_payload(decode=True)
    except (MessageError, ValueError):
        return b""
    return data if isinstance(data, bytes) else b""


def _charset(leaf: Message) -> str:
    try:
        return str(leaf.get_content_charset() or "")
    except (LookupError, UnicodeError, ValueError):
        return ""


def _text(leaf: Message) -> str:
    data, charset = _payload(leaf), _charset(leaf)
    try:
        text = storable(data.decode(charset or "utf-8"))
    except (LookupError, UnicodeError, ValueError):
        text = decode(data).text if data else ""
    flowed = "format=flowed" in str(leaf.get("content-type", "")).lower()
    return _unflowed(text) if flowed else text


def _unflowed(text: str) -> str:
    """Text whose lines that end in a space go on in the next (RFC 3676)."""
    lines: list[str] = []
    for line in text.split("\n"):
        before = lines[-1] if lines else ""
        same = before.count(">", 0, 20) == line.count(">", 0, 20)
        if before.endswith(" ") and before != "-- " and same:
            lines[-1] = before + line.lstrip("> ")
        else:
            lines.append(line)
    return "\n".join(lines)


def _header(message: Message | None, name: str) -> str:
    value = message.get(name) if message is not None else None
    return _decoded(str(value)) if value is not None else ""


def _decoded(value: str) -> str:
    """A header's words; those in an unknown encoding as they are written."""
    try:
        pieces = decode_header(value)
    except (MessageError, ValueError):
        return value
    return "".join(_piece(words, charset) for words, charset in pieces)


def _piece(words: Any, charset: str | None) -> str:
    if isinstance(words, str):
        return words
    try:
        return str(words.decode(charset or "utf-8"))
    except (LookupError, UnicodeError, ValueError):
        return str(words.decode("latin-1"))
