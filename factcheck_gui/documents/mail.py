"""A mail message to a Document, and its attachments as parts, whatever format it came in.

Here: what a message says of itself, which body is read, what is attached. Not here: the text of a
body (``mail_text``), the formats of messages (``eml``, ``msg``) and of attachments. Names of
attachments are words for people, never paths; nothing that a message refers to is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.utils import parseaddr, parsedate_to_datetime

from factcheck_gui.documents import mail_text, page_tree
from factcheck_gui.documents.composing import Composer, stated
from factcheck_gui.documents.mail_text import Passage
from factcheck_gui.documents.metadata import iso_date, one_line
from factcheck_gui.documents.page_pieces import pieces_of
from factcheck_gui.domain import Document, Part, Problem

FULLER = 0.6  # share of the plain body's words below which the HTML body is only a shell
MESSAGE = "message"  # the key of the message itself
WORD = re.compile(r"\w+")
ADDRESS = re.compile(r"<[^<>]*@[^<>]*>|\[mailto:[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file in a message: its key, name, media type and bytes."""

    key: str
    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """What a message holds, whatever its format. ``date`` is as it is written there."""

    subject: str
    sender: str
    date: str
    plain: str
    html: bytes
    charset: str  # of the HTML body, "" where it does not say
    attached: tuple[Attached, ...]
    notes: tuple[str, ...] = ()


# ---------------------------------------------------------------- parts


def _readable(mail: Mail) -> list[Attached]:
    """Attachments in a format of the table. A message in a message is one, too."""
    from factcheck_gui.documents.formats import READERS

    ends = tuple(end for reader in READERS for end in reader.suffixes)
    return [one for one in mail.attached if one.name.lower().endswith(ends)]


def parts(mail: Mail, size: int) -> tuple[Part, ...]:
    """The message and those of its attachments that can be read; () where there is only it."""
    files = [Part(one.key, one.name, len(one.data)) for one in _readable(mail)]
    return (Part(MESSAGE, mail.subject or "message", size), *files) if files else ()


def part(mail: Mail, name: str, media_type: str, key: str) -> Document:
    """The message or an attachment by its key. Raises Problem where there is none."""
    if key == MESSAGE:
        return replace(document(mail, name, media_type), part=MESSAGE)
    for one in _readable(mail):
        if one.key == key:
            return _attachment(mail, one, name)
    raise Problem("There is no such attachment in this message.")


def _attachment(mail: Mail, one: Attached, name: str) -> Document:
    from factcheck_gui.documents.reading import read_bytes

    found = read_bytes(one.data, one.name)
    note = f"This is attached to the message “{mail.subject[:80]}” of {mail.sender[:80]}."
    return replace(found, source_name=name, part=one.key, notes=(*found.notes, note))


# ---------------------------------------------------------------- the message


def document(mail: Mail, name: str, media_type: str) -> Document:
    """The message, headers as metadata, history as quotes. Raises Problem where it has no text."""
    passages = _body(mail)
    forward = mail_text.is_forward(mail.subject, passages)
    passages, head = mail_text.told_apart(passages, forward)
    out = Composer()
    mail_text.write(passages, out)
    if not out.blocks:
        raise Problem(_without_text(mail))
    found = Document("", source_name=name, media_type=media_type)
    found = out.document(_headed(found, mail, head))
    return replace(found, notes=(*mail.notes, *found.notes, *_told(mail)))


def _headed(document: Document, mail: Mail, head: dict[str, str]) -> Document:
    """The document with title, author and date: those of the message passed on, if there is one."""
    subject = mail_text.bare_subject(head.get("subject") or mail.subject)
    where = "forwarded" if head.get("subject") else "mail"
    document = stated(
        document,
        title=(one_line(subject), f"{where} Subject"),
        author=(
            _person(head.get("from") or mail.sender),
            f"{'forwarded' if head else 'mail'} From",
        ),
        published=(_day(head.get("date", "")), "forwarded Date"),
    )
    if not document.published:
        document = stated(document, published=(_day(mail.date), "mail Date"))
    if head:
        note = f"This message was passed on by {mail.sender or 'somebody'}."
        document = replace(document, notes=(*document.notes, note))
    return document


def _told(mail: Mail) -> Iterator[str]:
    files = [one.name for one in _readable(mail)]
    if files:
        what = "1 attachment" if len(files) == 1 else f"{len(files)} attachments"
        shown = ", ".join(files[:5]) + (" …" if len(files) > 5 else "")
        yield f"{what} can be read, too: {shown}."


def _without_text(mail: Mail) -> str:
    files = [one.name for one in _readable(mail)]
    more = f" It has attachments that can be chosen: {', '.join(files[:5])}." if files else ""
    return f"This message has no text of its own.{more}"


def _body(mail: Mail) -> list[Passage]:
    """The HTML body, which keeps headings and lists, unless the plain one says much more."""
    plain = mail_text.plain_passages(mail.plain) if mail.plain.strip() else []
    if not mail.html:
        return plain
    page = page_tree.parse(mail.html, mail.charset)
    pieces = pieces_of(page.root) if page.root is not None else []
    html = [Passage(one.kind, one.text, one.level, one.label) for one in pieces if not one.hidden]
    words = sum(len(WORD.findall(one.text)) for one in html)
    return html if words > FULLER * len(WORD.findall(mail.plain)) else plain


def _person(sender: str) -> str:
    """The name in a sender, else the address."""
    named, address = parseaddr(sender)
    bare = one_line(named or ADDRESS.sub("", sender)).strip("'\" ") if "@" in sender else sender
    return one_line(bare or address)


def _day(value: str) -> str:
    """The day of a date as mail writes it, where it was sent."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return iso_date(re.sub(r"\d{1,2}:\d{2}.*", "", value).strip())
