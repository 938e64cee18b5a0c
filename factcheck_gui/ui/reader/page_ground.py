"""What stands behind and beside the text of an article: quote bars, the ground of code, bullets.

Here: a Decoration of the page. Not here: claims (claim_marks.py), indents (page_styles.py).
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout

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
