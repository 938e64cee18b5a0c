"""Calm messages inside the window, never a modal box: a problem with what was kept and Details,
and the first start's one question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Problem
from factcheck_gui.ui import theme


class Notice(QFrame):
    """One strip above the panes. ``show_problem`` and ``say`` replace what it said before;
    ``closed`` when a person has done with it, and the focus needs another place."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPlainTextEdit(readOnly=True)
        self._more.setAccessibleName(self.tr("Details"))
        self._more.setMaximumHeight(140)
        self._action, self._other = QPushButton(), QPushButton()
        self._action.clicked.connect(lambda: self._act(self._do))
        self._other.clicked.connect(lambda: self._act(self._do_other))
        self._details = QPushButton(self.tr("Details"))
        self._details.clicked.connect(lambda: self._more.setVisible(not self._more.isVisible()))
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.clicked.connect(self._copy_text)
        self._close = QPushButton(self.tr("Close"))
        self._close.clicked.connect(self._leave)
        self._do: Callable[[], object] | None = None
        self._do_other: Callable[[], object] | None = None
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        for button in (self._action, self._other, self._details, self._copy, self._close):
            button.setProperty("look", "flat")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 8, 6)
        column.addLayout(row)
        column.addWidget(self._more)

    def show_problem(self, problem: Problem, more: str = "") -> None:
        """What happened, what was kept; ``more`` behind Details."""
        where = f"{problem.where}: " if problem.where else ""
        self.say(f"{where}{problem.what} {problem.kept}".strip(), more=more, tone="red")

    def say(
        self,
        text: str,
        *,
        more: str = "",
        tone: str = "blue",
        action: tuple[str, Callable[[], object]] | None = None,
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """A sentence, with details and one or two things to do if there are any."""
        self._text.setText(text)
        self._more.setPlainText(more)
        self._more.hide()
        self._details.setVisible(bool(more))
        self._copy.setVisible(bool(more))
        self._action.setVisible(action is not None)
        self._action.setText(action[0] if action else "")
        self._do = action[1] if action else None
        self._other.setVisible(other is not None)
        self._other.setText(other[0] if other else "")
        self._do_other = other[1] if other else None
        self.setProperty("tone", tone)
        self.setStyleSheet(theme.notice_sheet(tone))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def forget(self) -> None:
        """Hides what it said, and keeps none of it for another reader."""
        self._text.clear()
        self._more.clear()
        self._do = self._do_other = None
        self.hide()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _act(self, do: Callable[[], object] | None) -> None:
        self._leave()
        if do:
            do()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._text.text()}\n\n{self._more.toPlainText()}")

    def apply_theme(self) -> None:
        if self.isVisible():
            self.setStyleSheet(theme.notice_sheet(str(self.property("tone"))))


class NameQuestion(QFrame):
    """The first start's one line: the reviewer's name, which can be skipped."""

    answered = Signal(str)  # "" where it was skipped

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Your name, to stand beside your verdicts:"))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Your name"))
        self.field.setFixedWidth(220)
        self.field.returnPressed.connect(self._answer)
        label.setBuddy(self.field)
        save = QPushButton(self.tr("Save"))
        save.clicked.connect(self._answer)
        later = QPushButton(self.tr("Later"))
        later.setProperty("look", "flat")
        later.clicked.connect(lambda: self.answered.emit(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        for widget in (label, self.field, save, later):
            row.addWidget(widget)
        row.addStretch(1)

    def _answer(self) -> None:
        self.answered.emit(self.field.text().strip())
