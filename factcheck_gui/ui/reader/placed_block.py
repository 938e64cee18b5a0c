"""What the painters of the reader's page are given: one block in its place.

Here: the value, and the protocol of those who paint around the text. Not here: laying out
(article_layout.py), painting.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QTextCharFormat, QTextLayout

from factcheck_gui.ui.reader.page_styles import Line, Style


class PlacedBlock(NamedTuple):
    """A block as it is about to be painted; positions in ``layout`` are UTF-16 units from the
    block's start."""

    number: int
    position: int  # of its first character in the document
    length: int
    text: str
    layout: QTextLayout
    origin: QPointF  # where the layout begins on the page
    box: QRectF  # its lines on the page, as wide as the column, without the gap above
    line: Line
    style: Style
    right: bool  # its paragraph runs from right to left
    mixed: bool  # holds letters written from right to left


class Decoration(Protocol):
    """What is painted around the text of a block, and the room it needs within the text."""

    def room(self, number: int, position: int, layout: QTextLayout) -> list[tuple[int, int, float]]:
        """Where to widen the text: (start, length) in the block and the pixels to add."""

    def paint_under(self, painter: QPainter, placed: PlacedBlock) -> None: ...

    def paint_over(self, painter: QPainter, placed: PlacedBlock) -> None: ...


def format_range(start: int, length: int, format_: QTextCharFormat) -> QTextLayout.FormatRange:
    """A format for a part of a block."""
    one = QTextLayout.FormatRange()
    one.start, one.length, one.format = start, length, format_
    return one


def selected(
    placed: PlacedBlock, context: QAbstractTextDocumentLayout.PaintContext
) -> list[QTextLayout.FormatRange]:
    """What of a block is selected, with its look."""
    ranges = []
    for one in context.selections:
        start = max(one.cursor.selectionStart() - placed.position, 0)
        end = min(one.cursor.selectionEnd() - placed.position, placed.length)
        if start < end:
            ranges.append(format_range(start, end - start, one.format))
    return ranges
