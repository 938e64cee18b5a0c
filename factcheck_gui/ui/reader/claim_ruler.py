"""The strip beside the reader's scroll bar: one tick a claim, at its place in the article.

Here: painting and clicking ticks. Not here: where claims are on the page (article_view.py).
Open claims are thin lines, reviewed ones solid, disputed ones wider; the current one is widest.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck_gui.ui import theme

WIDTH = 14
_TALL = 4  # pixels above and below a row that painting a tick may touch
_NEAR = 8.0  # pixels around a tick that a click still means


class Tick(NamedTuple):
    """A claim's place from 0 (top of the page) to 1, and its tone ("" while open)."""

    key: int
    place: float
    tone: str
    disputed: bool = False


def _weight(tick: Tick) -> int:
    """Which tick is seen where several fall on one row of pixels."""
    return 2 if tick.disputed else 1 if tick.tone else 0


class ClaimRuler(QWidget):
    """Shows ticks; emits the key of the one clicked."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claimRuler")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Places of the claims in the article"))
        self._ticks: dict[int, Tick] = {}
        self._rows: dict[int, Tick] | None = None  # what is seen in each row of pixels
        self._current: int | None = None

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def set_ticks(self, ticks: Iterable[Tick]) -> None:
        self._ticks = {tick.key: tick for tick in ticks}
        self._rows = None
        self.update()

    def set_tone(self, key: int, tone: str, disputed: bool) -> None:
        """Another look for a claim that stays where it is."""
        old = self._ticks.get(key)
        if old is None:
            return
        self._ticks[key] = Tick(key, old.place, tone, disputed)
        row, height = self._row(old), self.height()
        if self._rows is not None:
            here = [tick for tick in self._ticks.values() if int(tick.place * height) == row]
            self._rows[row] = max(here, key=_weight)
        self._update_row(old)

    def set_current(self, key: int | None) -> None:
        """Shows which claim is the current one."""
        for one in (self._current, key):
            if one is not None and one in self._ticks:
                self._update_row(self._ticks[one])
        self._current = key

    def _row(self, tick: Tick) -> int:
        return int(tick.place * self.height())

    def _update_row(self, tick: Tick) -> None:
        self.update(0, self._row(tick) - _TALL, self.width(), 2 * _TALL)

    def tick_at(self, y: float) -> int | None:
        """The key of the claim whose tick is nearest, if one is near."""
        height = self.height()
        nearest = min(
            self._ticks.values(), key=lambda tick: abs(tick.place * height - y), default=None
        )
        if nearest is None or abs(nearest.place * height - y) > _NEAR:
            return None
        return nearest.key

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self.tick_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and key is not None:
            self.clicked.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.fillRect(event.rect(), colors.color("window"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), colors.color("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._rows is None:
            self._rows = self._seen()
        top, bottom = event.rect().top() - _TALL, event.rect().bottom() + _TALL
        for row, tick in self._rows.items():
            if top <= row <= bottom:
                color = colors.tone(tick.tone).line if tick.tone else colors.muted
                self._draw(painter, row, _weight(tick), QColor(color))
        current = self._ticks.get(self._current) if self._current is not None else None
        if current is not None:
            self._draw(painter, self._row(current), 2, colors.color("accent"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rows = None
        super().resizeEvent(event)

    def _seen(self) -> dict[int, Tick]:
        """The weightiest tick of each row of pixels."""
        rows: dict[int, Tick] = {}
        height = self.height()
        for tick in self._ticks.values():
            row = int(tick.place * height)
            known = rows.get(row)
            if known is None or _weight(known) < _weight(tick):
                rows[row] = tick
        return rows

    def _draw(self, painter: QPainter, row: int, weight: int, color: QColor) -> None:
        wide, tall = ((6.0, 1.5), (8.0, 4.0), (10.0, 4.0))[weight]
        painter.setBrush(color)
        box = QRectF((self.width() + 1 - wide) / 2, row - tall / 2, wide, tall)
        painter.drawRoundedRect(box, min(1.5, tall / 2), min(1.5, tall / 2))
