"""PDF files for the tests and benches, written by reportlab from our own text.

Here: set pages in several layouts, and pages drawn line by line. Not here: what is read from them.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from tests.core.document_samples import AUTHOR, HEADER, TITLE, Layout, body

MARGIN, GUTTER = 60, 18
LAYOUTS = (
    Layout("one column"),
    Layout("one column, justified, running heads, table", justified=True, running=True, table=True),
    Layout("two columns", 2, justified=True, running=True),
    Layout("two columns, ragged, table", 2, running=True, table=True),
    Layout("three columns", 3, justified=True, running=True),
)


def pdf(layout: Layout) -> bytes:
    """The sample text as reportlab sets it."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    width, height = A4
    column = (width - 2 * MARGIN - GUTTER * (layout.columns - 1)) / layout.columns
    frames = [
        Frame(MARGIN + n * (column + GUTTER), 70, column, height - 150, 0, 0, 0, 0)
        for n in range(layout.columns)
    ]

    def running(canvas: Any, _: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(MARGIN, height - 40, HEADER)
        canvas.drawRightString(width - MARGIN, height - 40, "March issue")
        canvas.drawCentredString(width / 2, 30, str(canvas.getPageNumber()))

    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, title=TITLE, author=AUTHOR, invariant=1)
    then = running if layout.running else lambda *_: None
    document.addPageTemplates([PageTemplate("page", frames, onPage=then)])
    document.build([_flowable(kind, words, layout) for kind, words in body(layout)])
    return out.getvalue()


def _flowable(kind: str, words: str, layout: Layout) -> Any:
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import Paragraph, Table

    styles, side = getSampleStyleSheet(), 4 if layout.justified else 0
    text = ParagraphStyle("text", styles["BodyText"], fontName="Times-Roman", alignment=side)
    if kind == "table":
        return Table([row.split("\t") for row in words.split("\n")])
    if kind == "item":
        style = ParagraphStyle("item", text, leftIndent=14, bulletIndent=2)
        return Paragraph(escape(words), style, bulletText="•")
    chosen = {
        "title": styles["Title"],
        "heading": styles["Heading2"],
        "paragraph": text,
        "quote": ParagraphStyle("quote", text, leftIndent=24, rightIndent=24),
    }
    return Paragraph(escape(words), chosen[kind])


def drawn(*pages: Callable[[Any], object], **options: Any) -> bytes:
    """A PDF whose pages are drawn by functions of a reportlab canvas."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(canvas: Any, text: str, x: float, y: float, width: int, size: int = 10) -> float:
    """Draws a text in lines of ``width`` characters; the height below it."""
    canvas.setFont("Times-Roman", size)
    for line in textwrap.wrap(text, width):
        canvas.drawString(x, y, line)
        y -= size * 1.3
    return y
