"""One piece of evidence as a row of the list: symbol and word of its stance, number, title, and a
line about its source. Pressing it opens it. Not here: the words (evidence_words.py), the form.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck_gui.domain import Evidence
from factcheck_gui.ui import evidence_words, symbols, theme
from factcheck_gui.ui.lists import claim_words

_SIDE = 12.0  # of the symbol, in device-independent pixels
_INDENT = 24
_HIGH = 48


class EvidenceRow(QAbstractButton):
    """``removed`` where Delete is pressed on it; ``stepped`` (1 or -1) by the arrow keys."""

    removed = Signal()
    stepped = Signal(int)

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._name())
        self.show_evidence(evidence)

    def show_evidence(self, evidence: Evidence) -> None:
        """Shows the evidence as it is now."""
        self.evidence = evidence
        self._name()
        about = evidence_words.about(evidence)
        whole = "\n".join(one for one in (evidence_words.title(evidence), about) if one)
        self.setToolTip(claim_words.tooltip(whole))
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(evidence_words.spoken(self.evidence, self.isChecked()))

    def sizeHint(self) -> QSize:
        return QSize(300, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            stance = evidence_words.stance(self.evidence.stance)
            ink = QColor(look.tone(stance.tone).line)
            symbols.paint_symbol(painter, QRectF(5, 9, _SIDE, _SIDE), stance.symbol, ink)
            painter.setFont(theme.sans(theme.SMALL))
            painter.setPen(QColor(look.tone(stance.tone).ink))
            line = QRect(_INDENT, 5, self.width() - _INDENT - 6, 20)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, right, stance.word)
            word = painter.fontMetrics().horizontalAdvance(stance.word)
            self._paint_words(painter, line.adjusted(0, 0, -word - 10, 0))

    def _paint_ground(self, painter: QPainter) -> None:
        look = theme.current()
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect().adjusted(0, 0, 0, -1), look.color("selected"))
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), 5, 5)
        painter.setPen(look.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        look, place = theme.current(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        elided = Qt.TextElideMode.ElideRight
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(theme.sans(theme.BASE, weight))
        painter.setPen(look.color("ink"))
        words = f"[{self.evidence.number}] {evidence_words.title(self.evidence)}"
        painter.drawText(room, place, painter.fontMetrics().elidedText(words, elided, room.width()))
        painter.setFont(theme.sans(theme.TINY))
        painter.setPen(look.color("muted"))
        below = QRect(_INDENT, 24, self.width() - _INDENT - 6, 18)
        about = evidence_words.about(self.evidence)
        painter.drawText(
            below, place, painter.fontMetrics().elidedText(about, elided, below.width())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The arrow keys walk through the evidence here, and not through the claims."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        ):
            event.accept()
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
