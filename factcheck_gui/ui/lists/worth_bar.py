"""The bar of check-worthiness under the claims: a slider from 0 to 1 and what it leaves below.

Here: the slider, its words, and the pause that lets a drag be one question. Not here: which claims
a bar shows (the library's business).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QStyle, QStyleOptionSlider, QWidget

from factcheck_gui.ui import theme
from factcheck_gui.ui.lists import claim_words

LISTED = 50  # per cent: where the finder's own line lies, as its scores are calibrated
STEP = 10  # per cent that a key of the window moves it
_KNOB = 6.0  # radius of the handle, in device-independent pixels
_WAIT = 60  # milliseconds that a drag rests before the list is read anew


class WorthBar(QWidget):
    """``moved`` carries the least check-worthiness to show, or None for what was listed."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = 0
        self.slider = _Slider(self)
        self.slider.setAccessibleName(self.tr("Least check-worthiness shown, in per cent"))
        self.words = QLabel()
        self.words.setProperty("look", "small")
        self._wait = QTimer(self, singleShot=True, interval=_WAIT)
        self._wait.timeout.connect(lambda: self.moved.emit(self.bar()))
        self.slider.valueChanged.connect(self._change)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 4)
        row.setSpacing(10)
        row.addWidget(self.slider)
        row.addWidget(self.words, 1)
        self._say()

    def bar(self) -> float | None:
        """Where it stands, from 0 to 1; None at the finder's own line."""
        value = self.slider.value()
        return None if value == LISTED else value / 100

    def put(self, bar: float | None) -> None:
        """Sets it without a signal."""
        self._wait.stop()
        with QSignalBlocker(self.slider):
            self.slider.setValue(LISTED if bar is None else round(bar * 100))
        self._say()

    def set_below(self, count: int) -> None:
        """How many claims it keeps out of the list."""
        self._below = count
        self._say()

    def step(self, by: int) -> None:
        """Moves it by so many steps."""
        self.slider.setValue(self.slider.value() + by * STEP)

    def _change(self, _value: int) -> None:
        self._say()
        self._wait.start()

    def _say(self) -> None:
        value = self.slider.value()
        words = (
            self.tr("listed claims")
            if value == LISTED
            else self.tr("check-worthy from {0} %").format(value)
        )
        if self._below:
            more = self.tr("{0} more below").format(claim_words.whole(self._below))
            words = f"{words} · {more}"
        self.words.setText(words)
        self.slider.setAccessibleDescription(words)
        self.setToolTip(
            self.tr(
                "Only what is shown changes: claims below the bar are kept, and claims that you "
                "have worked on are always shown."
            )
        )


class _Slider(QSlider):
    """A slider with a tick where the finder's own line lies; a double click goes back to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 100)
        self.setValue(LISTED)
        self.setPageStep(STEP)
        self.setFixedWidth(120)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list

    def mouseDoubleClickEvent(self, event: object) -> None:
        self.setValue(LISTED)

    def sizeHint(self) -> QSize:
        return QSize(120, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What lies at and above the bar in the accent colour; a tick where the line is."""
        look, at = theme.current(), self._handle()
        left, right, y = _KNOB, self.width() - _KNOB, self.height() / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        below, above = (right, left) if mirrored else (left, right)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("faint"), 2))
            painter.drawLine(QPointF(below, y), QPointF(at, y))
            painter.drawLine(QPointF(self.width() / 2, y - 7), QPointF(self.width() / 2, y + 7))
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawLine(QPointF(at, y), QPointF(above, y))
            painter.setBrush(look.color("accent" if self.isSliderDown() else "window"))
            painter.drawEllipse(QPointF(at, y), _KNOB - 1, _KNOB - 1)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.setPen(QPen(look.color("accent"), 1))
                painter.drawRoundedRect(frame, 6, 6)

    def _handle(self) -> float:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        return QRectF(handle).center().x()
