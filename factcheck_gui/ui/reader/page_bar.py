"""The strip over the reader while it shows two versions, or what was set aside: which ones, which
change of how many, and what can be done. It is given words and says in signals what was asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from factcheck_gui.ui import theme
from factcheck_gui.ui.lists.choice_button import ChoiceButton

_SQUARE = 28  # pixels: the strip must fit a narrow reader


class PageBar(QWidget):
    """Hidden until ``compare`` or ``aside``."""

    versions_chosen = Signal(int, int)  # numbers, the older first
    stepped = Signal(int)  # 1 forward, -1 back
    acted = Signal()  # the one button: go back to this version, or take back
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageBar")
        self._older: ChoiceButton | None = None
        self._newer: ChoiceButton | None = None
        self.words = QLabel()
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self.action = QPushButton()
        self.action.setProperty("look", "flat")
        self.action.clicked.connect(self.acted)
        self._choices = QWidget()
        QHBoxLayout(self._choices).setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.GAP // 2, theme.GAP, theme.GAP // 2)
        row.setSpacing(theme.GAP // 2)
        row.addWidget(self.words)
        row.addWidget(self._choices)
        row.addStretch(1)
        for widget in (self.count, self.action):
            row.addWidget(widget)
        for sign, name, step in (
            ("↑", self.tr("Previous change"), -1),
            ("↓", self.tr("Next change"), 1),
        ):
            row.addWidget(_button(sign, name, lambda _=False, by=step: self.stepped.emit(by)))
        row.addWidget(_button("✕", self.tr("Close"), self.closed.emit))
        self.hide()

    def compare(self, versions: Sequence[tuple[int, str]], older: int, newer: int) -> None:
        """Shows two choices of versions (number and words)."""
        layout = self._choices.layout()
        while layout is not None and layout.count():
            item = layout.takeAt(0)
            if item and (widget := item.widget()):
                widget.deleteLater()
        choices = [(str(number), words) for number, words in versions]
        self._older = ChoiceButton(self.tr("Older version"), choices)
        self._newer = ChoiceButton(self.tr("Newer version"), choices)
        for button, number in ((self._older, older), (self._newer, newer)):
            button.put(str(number))
            button.chosen.connect(self._choose)
        arrow = QLabel("→")
        arrow.setAccessibleName(self.tr("with"))
        if layout is not None:
            for widget in (self._older, arrow, self._newer):
                layout.addWidget(widget)
        self.words.hide()
        self._choices.show()
        self.show()

    def aside(self) -> None:
        """Shows that what was set aside is in the text."""
        self.words.setText(self.tr("Set aside, in grey"))
        self.words.show()
        self._choices.hide()
        self.show()

    def say(self, count: str, action: str) -> None:
        """What stands at the right: which change of how many, and the one thing to do ("")."""
        self.count.setText(count)
        self.action.setText(action)
        self.action.setVisible(bool(action))

    def _choose(self, _value: str) -> None:
        if self._older and self._newer:
            self.versions_chosen.emit(int(self._older.value()), int(self._newer.value()))


def _button(text: str, name: str, do: object) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setProperty("look", "flat")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFixedWidth(_SQUARE)
    button.clicked.connect(do)
    return button
