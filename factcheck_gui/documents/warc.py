"""Web archives as crawlers and archiving browsers write them: WARC, and WACZ (a ZIP of them).

Here: which pages such a file holds, and the bytes of each. Not here: reading a page (``webpage``).
warcio (Apache-2.0) is imported where it is used. Addresses in an archive are names and no more.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from contextlib import redirect_stderr
from typing import Any

from factcheck_gui.documents import files
from factcheck_gui.documents.metadata import web_address
from factcheck_gui.documents.page_tree import missing
from factcheck_gui.documents.web_archives import PAGES, Saved, document, parts
from factcheck_gui.documents.zips import Zip
from factcheck_gui.domain import Document, Part, Problem

WARC_TYPE = "application/warc"
WACZ_TYPE = "application/wacz"
MOST_RECORDS = 200_000
MOST_PAGES = 5_000
MOST_BYTES = 128 * files.MEGABYTE  # of all pages together, unpacked
SHORTEST = 200  # bytes of a page; less is a redirection or an error


def read_warc(data: bytes, name: str) -> Document:
    """The first page of a WARC file. Raises Problem where there is none."""
    return document(warc_pages(data), name, WARC_TYPE, None)


def read_warc_part(data: bytes, name: str, key: str) -> Document:
    """One page of a WARC file by its address. Raises Problem where there is none of that key."""
    return document(warc_pages(data), name, WARC_TYPE, key)


def warc_parts(data: bytes) -> tuple[Part, ...]:
    """The pages of a WARC file, as it has them."""
    return parts(warc_pages(data))


def read_wacz(data: bytes, name: str) -> Document:
    """The first page that a WACZ file lists. Raises Problem where there is none."""
    return document(wacz_pages(data), name, WACZ_TYPE, None)


def read_wacz_part(data: bytes, name: str, key: str) -> Document:
    """One page of a WACZ file by its address. Raises Problem where there is none of that key."""
    return document(wacz_pages(data), name, WACZ_TYPE, key)


def wacz_parts(data: bytes) -> tuple[Part, ...]:
    """The pages of a WACZ file: those that it lists, else all."""
    return parts(wacz_pages(data))


# ---------------------------------------------------------------- records


def warc_pages(data: bytes) -> list[Saved]:
    """The pages among the records: answers of status 200, and resources, that are HTML.

    A page that was saved twice at one address is the same page to a reviewer: the first stands.
    What comes before a damaged record is there, and is shown.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise missing("warcio", "web") from error
    found: dict[str, Saved] = {}
    with redirect_stderr(_Silence()):  # it prints what it thinks of damaged records
        try:
            _gather(ArchiveIterator(io.BytesIO(data)), found)
        except Problem:
            raise
        except Exception as error:  # warcio raises whatever its parsers do, Exception too
            if not found:
                raise Problem("This web archive is damaged.") from error
    return list(found.values())


class _Silence(io.TextIOBase):
    def write(self, words: str) -> int:
        return len(words)


def _gather(records: Iterable[Any], found: dict[str, Saved]) -> None:
    from warcio.bufferedreaders import BufferedReader

    room, locked = MOST_BYTES, 0
    for number, record in enumerate(records):
        if number >= MOST_RECORDS:
            raise Problem("This web archive has too many records to be read.")
        address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
        if not _is_page(record) or address in found or len(found) >= MOST_PAGES:
            continue
        if _packing(record) not in ("", "identity", *BufferedReader.get_supported_decompressors()):
            locked += 1
            continue
        body = record.content_stream().read(room + 1)
        room -= len(body)
        if room < 0:
            raise Problem("This web archive unpacks to more than is read, so it was left alone.")
        if len(body) >= SHORTEST:
            found[address] = Saved(address, body, web_address(address), _charset(record))
    if locked and not found:
        raise Problem("The pages of this web archive are packed in a way that cannot be read.")


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        return _type(record.rec_headers.get_header("Content-Type")) in PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    status = record.http_headers.get_statuscode()
    return status == "200" and _type(record.http_headers.get_header("Content-Type")) in PAGES


def _packing(record: Any) -> str:
    headers = record.http_headers
    return (headers.get_header("Content-Encoding") or "").strip().lower() if headers else ""


def _type(header: str | None) -> str:
    return (header or "").partition(";")[0].strip().lower()


def _charset(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    tail = (headers.get_header("Content-Type") or "").lower().partition("charset=")[2]
    return str(tail.partition(";")[0].strip(" \"'"))


# ---------------------------------------------------------------- WACZ


def wacz_pages(data: bytes) -> list[Saved]:
    """The pages that the archive lists, else all in its WARC files. Raises Problem."""
    archive = Zip(data)
    pages: dict[str, Saved] = {}
    names = [one for one in archive.names if one.lower().endswith((".warc", ".warc.gz"))]
    for name in sorted(names):
        content = archive.read(name)
        if content.startswith(files.GZIP):
            content = files.unpacked(content, MOST_BYTES)
        for page in warc_pages(content):
            pages.setdefault(page.key, page)
    listed = [one for one in _listed(archive) if one in pages]
    return [pages[one] for one in listed or pages]


def _listed(archive: Zip) -> list[str]:
    """The addresses that a WACZ file calls its pages, in its order (pages/pages.jsonl)."""
    if "pages/pages.jsonl" not in archive.names:
        return []
    found: dict[str, None] = {}
    for line in archive.read("pages/pages.jsonl").splitlines()[: MOST_PAGES + 1]:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict) and isinstance(row.get("url"), str):
            found.setdefault(row["url"], None)
    return list(found)
