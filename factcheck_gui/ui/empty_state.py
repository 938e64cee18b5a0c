"""What stands where a list has no rows: what is so, what to do next, and a button that leads on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.ui import theme


class EmptyState(QWidget):
    """What stands where a list has no rows: what is so, and what to do next."""

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._advice = QLabel(), QLabel()
        self.button = QPushButton(action)
        self._title.setProperty("look", "strong")
        self._advice.setProperty("look", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GAP, 4 * theme.GAP, 3 * theme.GAP, 2 * theme.GAP)
        for label in (self._title, self._advice):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(theme.GAP)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, title: str, advice: str, action: bool = False) -> None:
        """Shows two sentences, and the button where it leads on."""
        self._title.setText(title)
        self._advice.setText(advice)
        self.button.setVisible(action)

    def words(self) -> str:
        """What it says now."""
        return f"{self._title.text()} {self._advice.text()}"
