"""Outlook messages (MSG).

Here: what python-oxmsg finds in one. Not here: what is made of it (``mail``). Other old Office
files look alike from outside and are refused by name.
"""

from __future__ import annotations

from typing import Any

from factcheck_gui.documents import mail
from factcheck_gui.documents.mail import Attached, Mail
from factcheck_gui.documents.metadata import one_line
from factcheck_gui.documents.page_tree import missing
from factcheck_gui.domain import Document, Part, Problem, storable

MEDIA_TYPE = "application/vnd.ms-outlook"
DAMAGED = (
    "This is an old Office file (.doc, .xls or .ppt) or a damaged Outlook message. "
    "Save an old Word file as .docx and try again."
)


def read(data: bytes, name: str) -> Document:
    """An Outlook message. Raises Problem for other old Office files."""
    return mail.document(_mail(data), name, MEDIA_TYPE)


def parts(data: bytes) -> tuple[Part, ...]:
    """The message and those of its attachments that can be read."""
    return mail.parts(_mail(data), len(data))


def read_part(data: bytes, name: str, key: str) -> Document:
    """The message or an attachment by its key."""
    return mail.part(_mail(data), name, MEDIA_TYPE, key)


def _mail(data: bytes) -> Mail:
    try:
        import olefile  # type: ignore[import-untyped]
        import oxmsg
    except ImportError as error:
        raise missing("python-oxmsg", "mail") from error
    try:
        with olefile.OleFileIO(data) as file:
            sizes = [one.size for one in file.direntries if one is not None and one.entry_type == 2]
        if sum(sizes) > len(
            data
        ):  # a chain of sectors that runs in a circle would be read for ever
            raise Problem(DAMAGED)
        return _found(oxmsg.Message.load(data))
    except (Problem, MemoryError):
        raise
    except Exception as error:  # the packages raise whatever they stumble over
        raise Problem(DAMAGED) from error


def _found(message: Any) -> Mail:
    """What a message holds, its texts as Unicode."""
    kind, sent = message.message_class, message.sent_date
    return Mail(
        one_line(message.subject),
        one_line(message.sender or ""),
        sent.date().isoformat() if sent else str(message.message_headers.get("Date", "")),
        storable(message.body or ""),
        (message.html_body or "").encode("utf-8", "surrogatepass"),
        "utf-8",
        tuple(_attached(n, one) for n, one in enumerate(message.attachments)),
        () if kind.startswith("IPM.Note") else (f"Outlook calls this “{kind[:40]}”.",),
    )


def _attached(n: int, one: Any) -> Attached:
    """An attachment; one that is a message or a link itself has no bytes of its own."""
    name = one_line(one.file_name or "") or f"part {n}"
    return Attached(str(n), name, one.mime_type or "", one.file_bytes or b"")
