"""What the bytes of a report look like, as plain values that the window can show: the pages of a
PDF, a page of HTML, sheets, text.

All of it is read from what a writer made, so a preview cannot show what the file does not hold.
Not here: writing, Qt, which articles are shown (``previewing``), office files (``preview_office``).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from factcheck_gui import domain
from factcheck_gui.reports.writing import FORMATS

TEXT = 200_000  # characters of a text or of a page's HTML that are shown
_PDFIUM = threading.Lock()  # PDFium works for one thread at a time


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF and the size of each of its pages, in points."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """HTML that loads nothing. ``office``: a word processor lays it out, this is its outline;
    ``whole`` is False where more follows."""

    html: str
    office: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """A text; ``whole`` is False where more follows."""

    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first rows of a sheet, the head first; ``total`` counts all of them."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a workbook in their order."""

    sheets: tuple[Sheet, ...]


Shown = Pages | Page | Text | Sheets


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels, four bytes each: blue, green, red, unused. ``stride`` bytes a line."""

    width: int
    height: int
    stride: int
    data: bytes


def show(data: bytes, format: str) -> Shown:
    """What there is to see of a report in a format of ``FORMATS``. Raises Problem where a PDF
    cannot be shown, because the package that draws it is not installed."""
    from factcheck_gui.reports import preview_office

    suffix = FORMATS[format].suffix
    if suffix == ".pdf":
        return _pages(data)
    if suffix == ".docx":
        return _page(preview_office.outline(data), office=True)
    if suffix == ".xlsx":
        return Sheets(preview_office.sheets(data))
    text = data.decode("utf-8-sig")
    if suffix == ".html" and format != "claimreview-html":  # which is there to be copied
        return _page(text)
    return Text(text[:TEXT], len(text) <= TEXT)


def _page(html: str, office: bool = False) -> Page:
    """The beginning of very long HTML, at the end of a line: tags that are open are no harm."""
    if len(html) <= TEXT:
        return Page(html, office)
    return Page(html[:TEXT].rpartition("\n")[0], office, whole=False)


def _pages(pdf: bytes) -> Pages:
    pdfium = _pdfium()
    with _PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        finally:
            document.close()
    return Pages(pdf, sizes)


def picture(pages: Pages, number: int, width: int) -> Picture:
    """Draws a page (from 0), ``width`` pixels wide."""
    pdfium = _pdfium()
    with _PDFIUM:  # opened for each page: a document left open would be closed in any thread
        document = pdfium.PdfDocument(pages.pdf)
        try:
            page = document[number]
            bitmap = page.render(scale=width / pages.sizes[number][0], prefer_bgrx=True)
            made = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        finally:
            document.close()
    return made


def _pdfium() -> Any:
    try:
        import pypdfium2  # type: ignore[import-untyped]
    except ImportError as error:
        raise domain.Problem(
            "The pages cannot be shown here, since the package that draws them is not installed.",
            "pypdfium2",
            "The PDF is written all the same.",
        ) from error
    return pypdfium2
