"""What the painters of the reader's page are given: one block in its place.

Here: the value, and the protocol of those who paint around the text. Not here: laying out
(article_layout.py), painting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout

from factcheck_gui.ui.page_styles import Line, Style


@dataclass(frozen=True, slots=True)
class PlacedBlock:
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
