"""The small dialogs: settings, trash, shortcuts, about. Each is made when it is
asked for, given values, and returns values; none holds the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui import __version__
from factcheck_gui.domain import ROUNDS, ArticleRow, Reviewer
from factcheck_gui.ui import actions, core_words, theme

Button = QDialogButtonBox.StandardButton
_SHEET = QSize(800, 720)  # pixels that the sheet of shortcuts takes at least


def _buttons(dialog: QDialog, *which: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    box = QDialogButtonBox(dialog)
    for one in which:
        button = box.addButton(one)
        if one in (Button.Ok, Button.Save):
            theme.set_look(button, "primary")
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def _line(name: str, text: str, hint: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMinimumWidth(360)
    return field


def choice_box(name: str, choices: Iterable[tuple[str, str]], now: str) -> QComboBox:
    """A box of values and their words, at the value that holds now."""
    box = QComboBox()
    box.setAccessibleName(name)
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(now)))
    return box


@dataclass(frozen=True, slots=True)
class Choices:
    """What the settings dialog sets."""

    reviewer: Reviewer
    theme: str
    language: str
    text_size: float
    auto_advance: bool


class SettingsDialog(QDialog):
    """Who is at the desk, and how the app looks and behaves."""

    def __init__(self, now: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._now, self._shown = now, core_words.reviewer(now.reviewer.name)
        self._make_fields(now)
        note = QLabel(self.tr("Another language is used from the next start on."))
        note.setProperty("look", "muted")
        form = QFormLayout(self)
        for field in (self._name, self._round, self._theme, self._size, self._language):
            form.addRow(field.accessibleName(), field)
        form.addRow("", note)
        form.addRow(self._advance)
        form.addRow(_buttons(self, Button.Ok, Button.Cancel))

    def _make_fields(self, now: Choices) -> None:
        self._name = _line(self.tr("Your name"), self._shown)
        rounds = (
            self.tr("First"),
            self.tr("Second"),
            self.tr("Adjudication"),
            self.tr("Correction"),
        )
        self._round = choice_box(
            self.tr("Round of review"), zip(ROUNDS, rounds, strict=True), now.reviewer.round
        )
        looks = (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        )
        self._theme = choice_box(self.tr("Colours"), looks, now.theme)
        # A language is called what its speakers call it.
        spoken = (("system", self.tr("As the system")), ("en", "English"), ("de", "Deutsch"))
        self._language = choice_box(self.tr("Language of the window"), spoken, now.language)
        self._size = QDoubleSpinBox(minimum=8, maximum=40, singleStep=0.5, decimals=1)
        self._size.setAccessibleName(self.tr("Text size of the reader"))
        self._size.setSuffix(" pt")
        self._size.setValue(now.text_size)
        self._advance = QCheckBox(self.tr("After a verdict, go on to the next claim"))
        self._advance.setChecked(now.auto_advance)

    def choices(self) -> Choices:
        typed = self._name.text().strip()
        return Choices(
            Reviewer(
                self._now.reviewer.name if typed in ("", self._shown) else typed,
                ROUNDS[self._round.currentIndex()],
            ),
            str(self._theme.currentData()),
            str(self._language.currentData()),
            self._size.value(),
            self._advance.isChecked(),
        )


class TrashDialog(QDialog):
    """What is in the trash: bring some back, or delete all of it for good."""

    RESTORE, EMPTY = 2, 3  # results beside Rejected and Accepted

    def __init__(
        self, rows: Sequence[ArticleRow], writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Trash"))
        self.resize(460, 360)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Articles in the trash"))
        for row in rows:
            item = QListWidgetItem(row.name)
            item.setData(Qt.ItemDataRole.UserRole, row.key)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        layout = QVBoxLayout(self)
        if not rows:
            layout.addWidget(QLabel(self.tr("The trash is empty.")))
        layout.addWidget(self._list)
        box = QDialogButtonBox(self)
        restore = box.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.ActionRole)
        empty = box.addButton(self.tr("Empty the trash…"), QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(Button.Close)
        restore.clicked.connect(lambda: self.done(self.RESTORE))
        empty.clicked.connect(lambda: self.done(self.EMPTY))
        box.rejected.connect(self.reject)
        for button in (restore, empty):
            button.setEnabled(bool(rows) and writable)
        layout.addWidget(box)

    def chosen(self) -> int:
        """The row id of the article chosen; 0 for none."""
        if self._list.currentRow() < 0:
            return 0
        return int(self._list.currentItem().data(Qt.ItemDataRole.UserRole))


class ShortcutsDialog(QDialog):
    """The sheet behind ``?``: every action that has a key, by menu, straight from the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        lines = [line for menu in actions.MENUS for line in actions.shortcuts(menu)]
        # So that the columns of all groups line up, whatever the keys are called.
        self._keys_width = max(self.fontMetrics().horizontalAdvance(keys) for keys, _ in lines)
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setSpacing(32)
        for menus in (("Claim", "Edit", "Help"), ("Library", "Article", "View")):
            column = QVBoxLayout()
            for menu in menus:
                column.addWidget(self._group(menu))
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(_buttons(self, Button.Close))
        beside = layout.contentsMargins().left() + layout.contentsMargins().right()
        beside += area.verticalScrollBar().sizeHint().width()  # on a screen that is not so high
        self.resize(_SHEET.expandedTo(QSize(page.sizeHint().width() + beside, 0)))

    def _group(self, menu: str) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setVerticalSpacing(4)
        title = QLabel(actions.menu_title(menu))
        title.setProperty("look", "title")
        grid.addWidget(title, 0, 0, 1, 2)
        for line, (keys, text) in enumerate(actions.shortcuts(menu), 1):
            label = QLabel(keys)
            label.setProperty("look", "muted")
            label.setMinimumWidth(self._keys_width)
            grid.addWidget(label, line, 0)
            grid.addWidget(QLabel(text), line, 1)
        grid.setColumnStretch(1, 1)
        return box


class AboutDialog(QDialog):
    """Name, version, promises, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About"))
        title = QLabel(f"Factcheck {__version__}")
        title.setProperty("look", "title")
        text = QLabel(
            self.tr(
                "Offline review of the claims in an article.\n\n"
                "It keeps your work in one file on this computer and never opens a network "
                "connection. Scores only order the claims: every verdict is yours.\n\n"
                "MIT licence. Qt for Python under the LGPL. Fonts: Noto Serif and Inter, "
                "SIL Open Font License."
            )
        )
        text.setWordWrap(True)
        text.setMinimumWidth(380)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        for widget in (title, text):
            layout.addWidget(widget)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
