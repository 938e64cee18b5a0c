"""The verdicts of the article's scale as buttons: symbol, word and number key. None is ever
preselected by the program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from factcheck_gui.domain import Label, Scale
from factcheck_gui.ui import symbols, theme

NUMBER_KEYS = 9
_PER_ROW = 6
_TIGHT = 7.5  # points, for a label that needs two lines
_SIDE = 14.0  # of the symbol, in device-independent pixels


class VerdictButton(QAbstractButton):
    """One label of a scale."""

    def __init__(self, label: Label, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.number = label, number
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        key = self.tr("key {0}").format(number) if number <= NUMBER_KEYS else ""
        self.setAccessibleName(f"{label.text} {key}".strip())
        self.setToolTip(label.meaning or label.text)

    def sizeHint(self) -> QSize:
        return QSize(76, 54)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tone = theme.current(), theme.current().tone(self.label.colour)
        chosen = self.isChecked()
        ink = QColor(tone.ink) if chosen else look.color("ink")
        if not self.isEnabled():
            ink = look.color("muted")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_frame(painter, QColor(tone.fill), QColor(tone.line))
            painter.setPen(ink)
            weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
            painter.setFont(theme.sans(theme.SMALL, weight))
            self._paint_words(painter, ink if chosen else QColor(tone.ink))
            if self.number <= NUMBER_KEYS:
                painter.setPen(ink if chosen else look.color("muted"))
                painter.setFont(theme.sans(7.5))
                corner = QRectF(self.rect()).adjusted(0, 4, -6, 0)
                place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
                painter.drawText(corner, place, str(self.number))

    def _paint_frame(self, painter: QPainter, fill: QColor, line: QColor) -> None:
        look = theme.current()
        edge = line if self.isChecked() else look.color("line")
        if self.underMouse() and self.isEnabled() and not self.isChecked():
            edge = look.color("muted")
        width = 1.0
        if self.hasFocus():
            edge, width = look.color("accent"), 2.0
        painter.setPen(QPen(edge, width))
        painter.setBrush(fill if self.isChecked() else look.color("reading"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _paint_words(self, painter: QPainter, symbol_ink: QColor) -> None:
        room = QRectF(self.rect()).adjusted(2, 6, -2, -4)
        box = QRectF(room.center().x() - _SIDE / 2, room.top(), _SIDE, _SIDE)
        symbols.paint_symbol(painter, box, self.label.symbol, symbol_ink)
        below = room.adjusted(0, _SIDE + 2, 0, 0)
        place = Qt.AlignmentFlag.AlignCenter
        wrapped = place | Qt.TextFlag.TextWordWrap
        text = self.label.text
        if painter.fontMetrics().horizontalAdvance(text) > room.width():
            font = painter.font()
            font.setPointSizeF(_TIGHT)
            painter.setFont(font)
        widths = map(painter.fontMetrics().horizontalAdvance, text.split())
        if max(widths, default=0) > room.width():
            text = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(room.width())
            )
        painter.drawText(below, wrapped, text)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()


class VerdictButtons(QWidget):
    """All labels of a scale; ``chosen`` brings a label's place, ``cleared`` when the one that is
    set is pressed again."""

    chosen = Signal(int)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[VerdictButton] = []
        self._scale: Scale | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(5)

    def set_scale(self, scale: Scale | None) -> bool:
        """Makes the buttons of a scale; whether they are new ones."""
        if scale == self._scale:
            return False
        self._scale = scale
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for place, label in enumerate(scale.labels if scale else ()):
            button = VerdictButton(label, place + 1, self)
            button.clicked.connect(lambda _=False, p=place: self._pressed(p))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(button, place // _PER_ROW, place % _PER_ROW)
            self.buttons.append(button)
        return True

    def set_verdict(self, verdict: str | None) -> None:
        """Shows a verdict as given; None shows none."""
        for button in self.buttons:
            button.setChecked(button.label.text == verdict)

    def _pressed(self, place: int) -> None:
        # A press toggles the button; what holds is what the session answers.
        if self.buttons[place].isChecked():
            self.chosen.emit(place)
        else:
            self.cleared.emit()
