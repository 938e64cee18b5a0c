"""A text field that filters a list while one types.

Here: the wait of 150 ms, Escape to clear, the arrow down into the list. Not here: what it filters.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

DEBOUNCE = 150  # milliseconds without a key before the list is asked anew


class FilterField(QLineEdit):
    """Emits ``settled`` with the trimmed text once typing pauses, and only when it changed."""

    settled = Signal(str)
    left = Signal()  # the user goes on to the list

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._timer.timeout.connect(self.settle)
        self.textChanged.connect(self._wait)

    def wanted(self) -> str:
        """The text to filter by."""
        return self.text().strip()

    def _wait(self, _text: str) -> None:
        self._timer.start()

    def settle(self) -> None:
        """Tells a change at once instead of after the wait."""
        self._timer.stop()
        if self.wanted() != self._told:
            self._told = self.wanted()
            self.settled.emit(self._told)

    def put(self, text: str) -> None:
        """Sets the text without a signal."""
        self.setText(text)
        self._told = self.wanted()
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.settle()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.settle()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
        else:
            super().keyPressEvent(event)
