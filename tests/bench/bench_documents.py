"""Reading PDF, office files, books and mail, against each library called bare in the same run.

The files are made here from our own text. Both run in this process, in turn; the lower of the
rounds counts. Bare means: the words that the library gives without columns, paragraphs or notes.
"""

from __future__ import annotations

import email
import io
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from email.policy import default
from pathlib import Path
from typing import NamedTuple

from tests.bench import fuzz_seeds, quality_readers
from tests.core import pdf_writer
from tests.core.document_samples import Layout

ROUNDS = 3
DATA = Path(__file__).resolve().parents[1] / "data" / "documents"


class Line(NamedTuple):
    what: str
    value: float
    goal: float | None
    unit: str


def _pdf(data: bytes) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as file:
        for page in file:
            page.get_textpage().get_text_range()


def _docx(data: bytes) -> None:
    import docx

    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        assert paragraph.text is not None


def _xml(member: str) -> Callable[[bytes], None]:
    """Unpacking and parsing one part of an archive, and its text, as with zipfile and lxml."""

    def work(data: bytes) -> None:
        from lxml import etree

        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith(member):
                    "".join(etree.fromstring(archive.read(name)).itertext())

    return work


def _rtf(data: bytes) -> None:
    from striprtf.striprtf import rtf_to_text

    rtf_to_text(data.decode("latin-1"))


def _eml(data: bytes) -> None:
    message = email.message_from_bytes(data, policy=default)
    body = message.get_body()
    assert body is not None and body.get_content()


def _msg(data: bytes) -> None:
    import oxmsg

    assert oxmsg.Message.load(data).body


def cases() -> Iterator[tuple[str, str, bytes, int, Callable[[bytes], None], str]]:
    """Name, file name, bytes, units of reading in it (pages, else 1), the bare reading, by what."""
    long = Layout("bench", 2, justified=True, running=True, repeats=20)
    yield "PDF, two columns", "a.pdf", pdf_writer.pdf(long), 0, _pdf, "pypdfium2"
    one = replace(long, columns=1)
    yield "PDF, one column", "a.pdf", pdf_writer.pdf(one), 0, _pdf, "pypdfium2"
    word = quality_readers.make_docx(Layout("bench", repeats=20))
    yield "Word file", "a.docx", word, 1, _docx, "python-docx"
    odt = (DATA / "bridge.odt").read_bytes()
    yield "OpenDocument text", "a.odt", odt, 1, _xml("content.xml"), "zipfile and lxml"
    book = (DATA / "bridge.epub").read_bytes()
    yield "book", "a.epub", book, 1, _xml(".xhtml"), "zipfile and lxml"
    yield "rich text", "a.rtf", (DATA / "bridge.rtf").read_bytes(), 1, _rtf, "striprtf"
    yield "mail", "a.eml", fuzz_seeds.mails()[1], 1, _eml, "email"
    yield "Outlook message", "a.msg", fuzz_seeds.outlook()[0], 1, _msg, "python-oxmsg"


def run() -> Sequence[Line]:
    """Pages or files and megabytes a second of ours and of each library, and how much slower."""
    from factcheck_gui.documents.reading import read_bytes

    lines: list[Line] = []
    for what, name, data, units, bare, library in cases():
        count = units or _pages(data)
        times = 1 if count > 1 else 20

        def ours(data: bytes = data, name: str = name) -> None:
            read_bytes(data, name)

        mine, theirs = _lowest(ours, times), _lowest(lambda d=data, b=bare: b(d), times)
        unit = "pages" if count > 1 else "files"
        size = len(data) / 1e6
        lines += [
            Line(f"{what}, {unit} a second: ours", count / mine, None, "/s"),
            Line(f"{what}, {unit} a second: {library} alone", count / theirs, None, "/s"),
            Line(f"{what}, MB a second: ours", size / mine, None, "MB"),
            Line(f"{what}: times of {library} alone", mine / theirs, None, "x"),
        ]
    return lines


def _pages(data: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as file:
        return len(file)


def _lowest(work: Callable[[], None], times: int) -> float:
    """Seconds of processor time of one call, the lowest of some rounds."""
    work()  # what is loaded once is not counted
    found = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        for _ in range(times):
            work()
        found.append((time.process_time() - begin) / times)
    return min(found)
