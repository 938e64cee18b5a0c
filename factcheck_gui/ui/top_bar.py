"""The bar above the panes: add, undo, redo, the search box that opens Ctrl+K, export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from factcheck_gui.domain import Round
from factcheck_gui.ui import theme


class TopBar(QFrame):
    """Buttons over actions of the table; they say nothing that the actions do not."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self._icons: list[tuple[QPushButton | QToolButton, str, str]] = []
        self._add = self._button(actions["article.add"], self.tr("Add article"), "plus")
        undo = self._tool(actions["edit.undo"], "undo")
        redo = self._tool(actions["edit.redo"], "redo")
        search = self._search(actions["view.palette"])
        self._round = self._button(actions["review.round"], "", "")
        export = self._button(actions["article.export"], self.tr("Export report"), "")
        export.setProperty("look", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(8)
        for widget in (self._add, undo, redo):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(search, 3)
        row.addStretch(1)
        row.addWidget(self._round)
        row.addWidget(export)
        self.show_round("first")
        self.apply_theme()

    def _button(self, action: QAction, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(action.trigger)
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        button.setToolTip(f"{action.text().rstrip('…')} ({keys})")
        _follow(action, button)
        if icon:
            self._icons.append((button, icon, "ink"))
        return button

    def _tool(self, action: QAction, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "button")
        button.clicked.connect(action.trigger)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(34, 30)

        def name() -> None:
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            button.setAccessibleName(action.text())
            button.setToolTip(f"{action.text()} ({keys})")

        action.changed.connect(name)
        name()
        _follow(action, button)
        self._icons.append((button, icon, "ink"))
        return button

    def _search(self, action: QAction) -> QPushButton:
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        button = _SearchButton(self.tr("Search articles, claims and notes"), keys, self)
        button.clicked.connect(action.trigger)
        return button

    def show_round(self, round_: Round) -> None:
        """The button that asks for a round names the one that it is."""
        words = {
            "first": self.tr("Second review…"),
            "second": self.tr("Blind second review"),
            "adjudication": self.tr("Adjudication"),
            "correction": self.tr("Correction"),
        }
        self._round.setText(words[round_])
        theme.set_look(self._round, "" if round_ == "first" else "marked")

    def apply_theme(self) -> None:
        """Redraws the icons in the theme's ink."""
        for button, icon, color in self._icons:
            button.setIcon(theme.icon(icon, getattr(theme.current(), color)))


class _SearchButton(QPushButton):
    """Looks like a field, with the key that does the same at its end where there is room for it."""

    def __init__(self, words: str, keys: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setObjectName("search")
        self.setMinimumWidth(220)
        self.setMaximumWidth(420)
        self.setToolTip(f"{words} ({keys})")
        self._keys = QLabel(keys, self)
        self._keys.setObjectName("keycap")
        self._keys.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = self.fontMetrics().horizontalAdvance(self.text())
        needed = words + self._keys.sizeHint().width() + 3 * theme.GAP + 8
        self._keys.setVisible(needed <= event.size().width())


def _follow(action: QAction, button: QPushButton | QToolButton) -> None:
    """The button can be used when the action can."""
    action.enabledChanged.connect(button.setEnabled)
    button.setEnabled(action.isEnabled())
