"""A flat button that shows one choice of a few and offers the others in a menu.

Instead of a QComboBox: that one tells a screen reader its current item in place of its name, and
takes letters and digits for itself. Nothing else lives here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from factcheck_gui.ui import theme

_CHEVRON = 12
_GAP = 4


class ChoiceButton(QToolButton):
    """Shows the current choice beside a chevron. ``choices`` are pairs of value and words."""

    chosen = Signal(str)  # the value the user chose; told only when it changes

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._value = ""
        self.setProperty("look", "flat")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for value, words in choices:
            action = group.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose, value))
            self._menu.addAction(action)
            self._actions[value] = action
        self.put(choices[0][0])

    def value(self) -> str:
        """The value chosen now."""
        return self._value

    def put(self, value: str) -> None:
        """Sets the choice without a signal; a value that is none of them is shown as it comes."""
        action = self._actions.get(value)
        self._value = value
        if action:
            action.setChecked(True)
        words = action.text() if action else value
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self.updateGeometry()

    def choose(self, value: str) -> None:
        """What a click on the menu's entry does."""
        self._actions[value].trigger()

    def _choose(self, value: str, _checked: bool = False) -> None:
        if value != self._value:
            self.put(value)
            self.chosen.emit(value)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 3 * _GAP + _CHEVRON
        return QSize(width, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        option.features = QStyleOptionToolButton.ToolButtonFeature.None_  # the frame alone
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        look = theme.current()
        color = look.ink if self.underMouse() or self.hasFocus() else look.muted
        mirrored = self.layoutDirection()
        box = self.rect().adjusted(_GAP, 0, -_GAP, 0)
        words = QRect(box.left(), box.top(), box.width() - _CHEVRON - _GAP, box.height())
        arrow = QRect(box.right() - _CHEVRON + 1, box.top(), _CHEVRON, box.height())
        theme.icon("chevron-down", color).paint(
            painter, QStyle.visualRect(mirrored, self.rect(), arrow)
        )
        painter.setPen(color)
        painter.drawText(
            QStyle.visualRect(mirrored, self.rect(), words),
            Qt.AlignmentFlag.AlignCenter,
            self.text(),
        )
        painter.end()
