"""What was removed, added or set aside, shown on a page made of two texts.

Here: a Decoration of the page. Not here: what changed (comparing.py). The looks differ in form and
not only in colour: what was removed is struck through, what came in has a line under it, what was
set aside is greyed; a sign stands in the margin beside each.
"""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout

from factcheck_gui.comparing import Page, PieceKind
from factcheck_gui.domain import Span
from factcheck_gui.ui import theme
from factcheck_gui.ui.reader.fragments import fragments
from factcheck_gui.ui.reader.offsets import Display, make_display
from factcheck_gui.ui.reader.placed_block import PlacedBlock

_SIGNS: dict[PieceKind, str] = {"removed": "−", "added": "+", "aside": "·"}
_TONES: dict[PieceKind, str] = {"removed": "red", "added": "blue", "aside": "grey"}
_MARGIN = 18  # pixels from the column to the signs
_WASH = 120  # of 255: how far words that are not part of the text are faded


class ChangeMarks:
    """Paints the pieces of a page that are not in both texts."""

    def __init__(self) -> None:
        self.start(make_display(""), 0, None)

    def start(self, display: Display, header_lines: int, page: Page | None) -> None:
        """Another article is shown, or another page of it."""
        self._display, self._header = display, header_lines
        self.current: Span | None = None  # the change that the reader was taken to
        self._spans: list[tuple[Span, PieceKind]] = []
        if page:
            for start, piece in zip(page.starts, page.pieces, strict=True):
                if piece.kind in _SIGNS and piece.text.strip():
                    self._spans.append((Span(start, start + len(piece.text)), piece.kind))
        self._ends = [span.end for span, _ in self._spans]

    def room(self, number: int, position: int, layout: QTextLayout) -> list[tuple[int, int, float]]:
        return []

    def paint_under(self, painter: QPainter, placed: PlacedBlock) -> None:
        for span, kind, boxes in self._inside(placed):
            tone = theme.current().tone(_TONES[kind])
            strong = self.current is not None and _meet(span, self.current)
            for box in boxes if kind != "aside" else ():
                painter.fillRect(box, QColor(tone.fill))
                if strong:
                    painter.setPen(QPen(theme.current().color("accent"), 1))
                    painter.drawRect(box)
            self._sign(painter, placed, kind, boxes[0])

    def paint_over(self, painter: QPainter, placed: PlacedBlock) -> None:
        for _, kind, boxes in self._inside(placed):
            line = QColor(theme.current().tone(_TONES[kind]).line)
            for box in boxes:
                if kind == "added":
                    painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), line)
                    continue
                wash = theme.current().color("reading")
                wash.setAlpha(_WASH)
                painter.fillRect(box, wash)
                if kind == "removed":
                    y = box.top() + box.height() * 0.56
                    painter.setPen(QPen(line, 1.4))
                    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _inside(self, placed: PlacedBlock) -> list[tuple[Span, PieceKind, list[QRectF]]]:
        """The pieces in a block, with the rectangles that they cover."""
        line = placed.number - self._header
        if not self._spans or line < 0:
            return []
        start, end = self._display.starts[line], self._display.ends[line]
        found = []
        at = bisect_right(self._ends, start)
        while at < len(self._spans) and self._spans[at][0].start < end:
            span, kind = self._spans[at]
            first = self._display.to_qt(max(span.start, start)) - placed.position
            last = self._display.to_qt(min(span.end, end)) - placed.position
            boxes = fragments(placed, first, last)
            if boxes:
                found.append((span, kind, boxes))
            at += 1
        return found

    def _sign(
        self, painter: QPainter, placed: PlacedBlock, kind: PieceKind, beside: QRectF
    ) -> None:
        x = placed.box.right() + 4 if placed.right else placed.box.left() - _MARGIN
        box = QRectF(x, beside.top(), _MARGIN - 4, beside.height())
        painter.setFont(theme.sans(theme.BASE, QFont.Weight.Bold))
        painter.setPen(QColor(theme.current().tone(_TONES[kind]).line))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _SIGNS[kind])


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
