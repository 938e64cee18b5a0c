"""A PDF file to a Document: opening it, reading its pages, and what it says of itself.

Here: pdfium, its errors, limits, and the note to people. Not here: how pages become text. Nothing
in a PDF is run or followed: no scripts, links, forms or attached files are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck_gui.documents.composing import stated, titled
from factcheck_gui.documents.metadata import one_line
from factcheck_gui.documents.page_tree import missing
from factcheck_gui.documents.pdf.columns import reading_order
from factcheck_gui.documents.pdf.glyphs import PageWords, Run, page_words
from factcheck_gui.documents.pdf.lines import (
    Line,
    Table,
    body_size,
    column_parts,
    is_right_to_left,
    join_drop_caps,
)
from factcheck_gui.documents.pdf.paragraphs import pieces_of
from factcheck_gui.documents.pdf.running import running_runs
from factcheck_gui.documents.pdf.structure import compose
from factcheck_gui.domain import Document, Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 1_000
MOST_CHARACTERS = 4_000_000
MOST_RUNS = 4_000  # on a page; one of more is no page of text, and stays in the file's order
MOST_UNKNOWN = 0.2  # share of characters without a meaning from which a text is worthless
FEW_CHARACTERS = 25  # a page, up to which a file of pictures is one that was scanned
DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")

SCANNED = (
    "This PDF holds pictures of pages and no text: it was scanned. "
    "Have its text recognised (OCR) by another program, then import that."
)
UNREADABLE = (
    "The letters in this PDF do not say which characters they are, so its text cannot be read. "
    "Print it to a picture and have the text recognised (OCR)."
)


def read(data: bytes, name: str) -> Document:
    """The text of a PDF file in reading order, without headers, footers and page numbers.

    Raises Problem where it is encrypted, damaged, has no page, or no text (a scan).
    """
    with closing(_opened(data)) as file:
        count = len(file)
        pages = list(_pages(file))
        document = Document("", source_name=name, media_type=MEDIA_TYPE)
        document = _metadata(file, document)
        title = _info(file, "Title")
    if count == 0:
        raise Problem("This PDF has no pages.")
    _refuse_without_text(pages)
    document = replace(document, notes=tuple(_notes(pages, count)))
    return _text(pages, document, title)


def _opened(data: bytes) -> PdfDocument:
    try:
        import pypdfium2
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
    except ImportError as error:
        raise missing("pypdfium2", "pdf") from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Problem("This PDF needs a password. Save a copy without one.") from error
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_SECURITY:
            raise Problem("This PDF is encrypted in a way that cannot be read.") from error
        raise Problem("This PDF is damaged and could not be opened.") from error


def _pages(file: PdfDocument) -> Iterator[PageWords]:
    """The words of each page; of one that is damaged, none."""
    import pypdfium2

    characters = 0
    for n in range(min(len(file), MOST_PAGES)):
        try:
            with closing(file[n]) as page:
                words = page_words(page)
        except pypdfium2.PdfiumError:
            words = PageWords([], [], 0.0, 0.0, 0, 0)
        characters += words.characters
        yield words
        if characters > MOST_CHARACTERS:
            return


def _refuse_without_text(pages: Sequence[PageWords]) -> None:
    characters = sum(page.characters for page in pages)
    unknown = sum(page.unknown for page in pages)
    if characters == 0:
        raise Problem(SCANNED)
    if unknown > MOST_UNKNOWN * characters:
        raise Problem(UNREADABLE)
    # a scan whose only text is what a scanner or an archive stamped on every page
    if characters < FEW_CHARACTERS * len(pages) and len(pages) > 2:
        raise Problem(SCANNED)


def _notes(pages: Sequence[PageWords], count: int) -> Iterator[str]:
    if len(pages) < count:
        yield f"Only the first {len(pages):,} of {count:,} pages were read."
    empty = [n + 1 for n, page in enumerate(pages) if not page.runs]
    if empty:
        shown = ", ".join(map(str, empty[:10])) + (" and others" if len(empty) > 10 else "")
        what = "Page" if len(empty) == 1 else "Pages"
        yield f"{what} {shown}: no text, perhaps a picture; nothing was read there."


# ---------------------------------------------------------------- text


def _text(pages: Sequence[PageWords], document: Document, title: str) -> Document:
    running = running_runs(pages)
    asides = [
        "\n".join([*(run.text for run in runs), *page.turned])
        for runs, page in zip(running, pages, strict=True)
    ]
    body = body_size(page.runs for page in pages)
    parts = list(_parts(pages, running, body))
    composer, notes = compose(pieces_of(parts, body), asides, body)
    if notes:
        count = "1 footnote was" if notes == 1 else f"{notes} footnotes were"
        document = replace(document, notes=(*document.notes, f"{count} put at the end."))
    return composer.document(titled(document, title, "PDF Info Title", composer.first_heading()))


def _parts(
    pages: Sequence[PageWords], running: Sequence[Sequence[Run]], body: float
) -> Iterator[Line | Table]:
    known = {
        word.text.strip(".,;:!?“”\"'()").casefold()
        for page in pages
        for run in page.runs
        for word in run.words
    }
    column = 0
    for n, (page, gone) in enumerate(zip(pages, running, strict=True)):
        out = {id(run) for run in gone}
        runs = [run for run in page.runs if id(run) not in out]
        if len(runs) > MOST_RUNS:
            yield from column_parts([[run] for run in runs], n, column)
            column += 1
            continue
        runs = join_drop_caps(runs, body, known)
        backwards = is_right_to_left(" ".join(run.text for run in runs[:50]))
        for rows in reading_order(runs, right_to_left=backwards):
            yield from column_parts(rows, n, column)
            column += 1


# ---------------------------------------------------------------- metadata


def _info(file: Any, key: str) -> str:
    return one_line(file.get_metadata_value(key) or "")


def _metadata(file: PdfDocument, document: Document) -> Document:
    """Author, dates and language as the file states them."""
    import ctypes

    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(80)
    length = pdfium.FPDFCatalog_GetLanguage(
        file.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 80
    )
    language = buffer.raw[: max(0, min(length, 80) - 2)].decode("utf-16-le", "replace")
    return stated(
        document,
        author=(_info(file, "Author"), "PDF Info Author"),
        published=(_date(_info(file, "CreationDate")), "PDF Info CreationDate"),
        modified=(_date(_info(file, "ModDate")), "PDF Info ModDate"),
        language=(language_tag(language), "PDF catalog Lang"),
    )


def language_tag(value: str) -> str:
    """A language as BCP 47 writes it, "" for anything else."""
    clean = value.strip().replace("_", "-")
    return clean if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", clean) else ""


def _date(value: str) -> str:
    """``D:20240131…`` as an ISO date, "" where it is none."""
    from datetime import date

    match = DATE.match(value)
    try:
        return date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""
