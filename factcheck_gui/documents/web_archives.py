"""Pages that a browser saved with all that belongs to them: MHTML, and Safari's web archives.

Here: finding the page, and the frames in it, inside such a file. Not here: reading a page
(``webpage``), WARC and WACZ (``warc``). Both formats are read with the standard library; what else
lies in them (images, scripts) is never looked at.
"""

from __future__ import annotations

import email
import plistlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from typing import Any
from xml.parsers.expat import ExpatError

from factcheck_gui.documents import webpage
from factcheck_gui.documents.metadata import one_line, web_address
from factcheck_gui.domain import Document, Part, Problem

MHTML_TYPE = "multipart/related"
WEBARCHIVE_TYPE = "application/x-webarchive"
MOST_FRAMES = 500
FAULTS = (  # what plistlib raises at damaged files
    plistlib.InvalidFileException, ExpatError, ValueError, OverflowError, LookupError, TypeError,
    AttributeError,
)  # fmt: skip
PAGES = ("text/html", "application/xhtml+xml")
TITLE = re.compile(rb"<title[^>]{0,300}>([^<]{1,1000})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saved:
    """One page in an archive: its bytes, and what the archive says of it."""

    key: str
    data: bytes
    address: str = ""
    charset: str = ""


def document(pages: Sequence[Saved], name: str, media_type: str, key: str | None) -> Document:
    """The page with a key, else the first one that can be read, with a note of the others.

    Raises Problem where there is no such page, or none that can be read.
    """
    if key is not None:
        chosen = [one for one in pages if one.key == key]
        if not chosen:
            raise Problem("There is no such page in this file.")
        return _read(chosen[0], name, media_type)
    if not pages:
        raise Problem("There is no web page in this file.")
    found = _read(_main(pages), name, media_type)
    if len(pages) == 1:
        return found
    many = f"This is one of {len(pages):,} pages in this file; the others can be chosen."
    return replace(found, notes=(*found.notes, many))


def parts(pages: Sequence[Saved]) -> tuple[Part, ...]:
    """The pages as parts, each with its title or address."""
    return tuple(Part(one.key, _titled(one), len(one.data)) for one in pages)


def _main(pages: Sequence[Saved]) -> Saved:
    """The first page, unless it has next to no words: a frame set, or a word of redirection."""
    for one in pages[:20]:
        if len(re.sub(rb"<script.*?</script>|<[^>]*>", b"", one.data[:200_000], flags=re.S)) > 500:
            return one
    return pages[0]


def _read(page: Saved, name: str, media_type: str) -> Document:
    found = webpage.read(page.data, name, address=page.address, charset=page.charset)
    return replace(found, media_type=media_type, part=page.key)


def _titled(page: Saved) -> str:
    import html

    match = TITLE.search(page.data[:100_000])
    title = one_line(html.unescape(match[1].decode("utf-8", "replace"))) if match else ""
    return title or one_line(page.address) or page.key


# ---------------------------------------------------------------- MHTML


def read_mhtml(data: bytes, name: str) -> Document:
    """The page of an MHTML file. Raises Problem where there is none."""
    return document(mhtml_pages(data), name, MHTML_TYPE, None)


def read_mhtml_part(data: bytes, name: str, key: str) -> Document:
    """One frame of an MHTML file. Raises Problem where there is none of that key."""
    return document(mhtml_pages(data), name, MHTML_TYPE, key)


def mhtml_parts(data: bytes) -> tuple[Part, ...]:
    """The page of an MHTML file, and the frames in it."""
    return parts(mhtml_pages(data))


def mhtml_pages(data: bytes) -> list[Saved]:
    """The pages in an MHTML file, the main one first."""
    message = email.message_from_bytes(data)
    pages = [one for one in _leaves(message) if one.get_content_type() in PAGES][:MOST_FRAMES]
    start = message.get_param("start")
    pages.sort(key=lambda one: one.get("Content-ID") != start)  # stable: the root one first
    address = str(message.get("Snapshot-Content-Location") or "")
    return [_from_mime(one, n, address if n == 0 else "") for n, one in enumerate(pages)]


def _leaves(message: Message) -> Iterator[Message]:
    waiting = [message]
    while waiting:
        one = waiting.pop()
        if one.is_multipart():
            waiting += reversed(one.get_payload())  # type: ignore[arg-type]
        else:
            yield one


def _from_mime(one: Message, number: int, address: str) -> Saved:
    body = one.get_payload(decode=True)
    place = one_line(address or str(one.get("Content-Location") or ""))
    charset = one.get_param("charset") or ""
    return Saved(
        str(number),
        body if isinstance(body, bytes) else b"",
        web_address(place),
        charset if isinstance(charset, str) else "",
    )


# ---------------------------------------------------------------- Safari


def read_webarchive(data: bytes, name: str) -> Document:
    """The page of a Safari web archive. Raises Problem where there is none."""
    return document(webarchive_pages(data), name, WEBARCHIVE_TYPE, None)


def read_webarchive_part(data: bytes, name: str, key: str) -> Document:
    """One frame of a Safari web archive. Raises Problem where there is none of that key."""
    return document(webarchive_pages(data), name, WEBARCHIVE_TYPE, key)


def webarchive_parts(data: bytes) -> tuple[Part, ...]:
    """The page of a Safari web archive, and the frames in it."""
    return parts(webarchive_pages(data))


def webarchive_pages(data: bytes) -> list[Saved]:
    """The pages in one of Safari's archives, the main one first. Raises Problem."""
    try:
        tree = plistlib.loads(data)
    except FAULTS as error:
        raise Problem("This web archive is damaged.") from error
    pages: list[Saved] = []
    waiting: list[Any] = [tree]
    while waiting and len(pages) < MOST_FRAMES:
        one = waiting.pop(0)
        if isinstance(one, dict):
            pages += _resource(one.get("WebMainResource"), str(len(pages)))
            frames = one.get("WebSubframeArchives")
            waiting += frames[:MOST_FRAMES] if isinstance(frames, list) else []
        if len(waiting) > MOST_FRAMES:  # frames that hold one another
            break
    return pages


def _resource(resource: Any, key: str) -> list[Saved]:
    if not isinstance(resource, dict) or not isinstance(resource.get("WebResourceData"), bytes):
        return []
    if resource.get("WebResourceMIMEType", PAGES[0]) not in PAGES:
        return []
    address = web_address(one_line(str(resource.get("WebResourceURL") or "")))
    charset = str(resource.get("WebResourceTextEncodingName") or "")
    return [Saved(key, resource["WebResourceData"], address, charset)]
