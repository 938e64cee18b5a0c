"""What stands behind and beside the text of an article: quote bars, the ground of code, bullets.

Here: a Decoration of the page. Not here: claims (claim_marks.py), indents (page_styles.py).
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout

from factcheck_gui.ui import theme
from factcheck_gui.ui.reader.placed_block import PlacedBlock

_BAR = 3  # width of the bar beside a quote
_MARKER = re.compile(r"\s*([-*+•◦▪–—]|[(]?\w{1,3}[.)])\s")  # an item that brings its own


class PageGround:
    """Paints under the text what shows its structure."""

    def room(self, number: int, position: int, layout: QTextLayout) -> list[tuple[int, int, float]]:
        return []

    def paint_under(self, painter: QPainter, placed: PlacedBlock) -> None:
        line = placed.line
        if line.kind == "code":
            painter.fillRect(placed.box, theme.current().color("field"))
        elif line.kind == "quote":
            self._bars(painter, placed)
        elif line.kind == "pullquote":
            self._rule(painter, placed)
        elif line.kind == "table":
            y = placed.box.bottom() - 1
            painter.fillRect(
                QRectF(placed.box.left(), y, placed.box.width(), 1), theme.current().color("line")
            )
        elif line.label and line.first:
            self._label(painter, placed)
        elif line.kind == "item" and line.first and not _MARKER.match(placed.text):
            self._bullet(painter, placed)

    def paint_over(self, painter: QPainter, placed: PlacedBlock) -> None:
        """Nothing."""

    def _bars(self, painter: QPainter, placed: PlacedBlock) -> None:
        levels, box = max(placed.line.level, 1), placed.box
        step = placed.style.indent / levels
        for level in range(levels):
            x = box.right() - level * step - _BAR if placed.right else box.left() + level * step
            bar = QRectF(x, box.top(), _BAR, box.height())
            painter.fillRect(bar, theme.current().color("line"))

    def _rule(self, painter: QPainter, placed: PlacedBlock) -> None:
        """A thin bar beside words that the article shows large and says elsewhere, too."""
        box, indent = placed.box, placed.style.indent / 2
        x = box.right() - indent if placed.right else box.left() + indent
        painter.fillRect(QRectF(x, box.top(), 1, box.height()), theme.current().color("muted"))

    def _label(self, painter: QPainter, placed: PlacedBlock) -> None:
        """What stands beside a block and is not text: a time, the number of an item."""
        first = placed.layout.lineAt(0)
        if not first.isValid():
            return
        step = placed.style.pitch / 1.62
        font = theme.sans(max(placed.style.font.pointSizeF() * 0.66, 6.0))
        room = placed.style.indent - step * 0.4
        x = placed.box.right() - room if placed.right else placed.box.left()
        side = Qt.AlignmentFlag.AlignLeft if placed.right else Qt.AlignmentFlag.AlignRight
        if placed.line.kind == "paragraph":  # times stand in a column of their own
            x = placed.box.right() - placed.style.indent if placed.right else placed.box.left()
            side = Qt.AlignmentFlag.AlignLeft
        else:
            font = placed.style.font
        base = placed.origin.y() + first.y() + first.ascent()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.current().color("muted"))
        box = QRectF(x, base - metrics.ascent(), room, metrics.height())
        painter.drawText(box, side | Qt.TextFlag.TextDontClip, placed.line.label)

    def _bullet(self, painter: QPainter, placed: PlacedBlock) -> None:
        first = placed.layout.lineAt(0)
        if not first.isValid():
            return
        em = placed.style.pitch / 1.62
        indent, back = placed.style.indent, em * 0.75
        x = placed.box.width() - indent + back if placed.right else indent - back
        y = first.y() + first.ascent() - em * 0.3
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("muted"))
        painter.drawEllipse(placed.origin + QPointF(x, y), em * 0.15, em * 0.15)
        painter.restore()
