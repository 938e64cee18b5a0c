"""The small dialogs: article details, settings, trash, shortcuts, about. Each is made when it is
asked for, given values, and returns values; none holds the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
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
from factcheck_gui.ui import actions

Button = QDialogButtonBox.StandardButton


def _buttons(dialog: QDialog, *which: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    box = QDialogButtonBox(dialog)
    for one in which:
        button = box.addButton(one)
        if one in (Button.Ok, Button.Save):
            button.setProperty("look", "primary")
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def _line(name: str, text: str, hint: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMinimumWidth(360)
    return field


class DetailsDialog(QDialog):
    """Title, author, outlet, address, dates and language of an article."""

    def __init__(self, row: ArticleRow, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Title and details"))
        tr = self.tr
        self._fields = {
            "title": _line(tr("Title"), row.title, row.opening),
            "author": _line(tr("Author"), row.author),
            "site": _line(tr("Outlet"), row.site, "example.org"),
            "url": _line(tr("Address"), row.url, "https://"),
            "published": _line(tr("Published"), row.published, tr("year-month-day")),
            "language": _line(tr("Language"), language, "en"),
        }
        form = QFormLayout(self)
        for field in self._fields.values():
            form.addRow(field.accessibleName(), field)
        self._wrong = QLabel()
        self._wrong.setProperty("look", "danger")
        form.addRow(self._wrong)
        form.addRow(_buttons(self, Button.Save, Button.Cancel))

    def values(self) -> dict[str, str]:
        return {name: field.text().strip() for name, field in self._fields.items()}

    def accept(self) -> None:
        wrong = self._what_is_wrong()
        self._wrong.setText(wrong)
        if not wrong:
            super().accept()

    def _what_is_wrong(self) -> str:
        from datetime import date

        values = self.values()
        if values["url"] and not values["url"].startswith(("http://", "https://")):
            return self.tr("An address starts with http:// or https://.")
        if values["published"]:
            try:
                date.fromisoformat(values["published"])
            except ValueError:
                return self.tr("Please write the date as 2022-07-29.")
        return ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the settings dialog sets."""

    reviewer: Reviewer
    theme: str
    text_size: float
    auto_advance: bool


class SettingsDialog(QDialog):
    """Who is at the desk, and how the app looks and behaves."""

    def __init__(self, now: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        tr = self.tr
        self._name = _line(tr("Your name"), now.reviewer.name)
        self._round = QComboBox()
        self._round.setAccessibleName(tr("Round of review"))
        rounds = (tr("First"), tr("Second"), tr("Adjudication"), tr("Correction"))
        for text in rounds:  # in the order of ROUNDS
            self._round.addItem(text)
        self._round.setCurrentIndex(ROUNDS.index(now.reviewer.round))
        self._theme = QComboBox()
        self._theme.setAccessibleName(tr("Colours"))
        looks = (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark")))
        for value, text in looks:
            self._theme.addItem(text, value)
        self._theme.setCurrentIndex(max(0, self._theme.findData(now.theme)))
        self._size = QDoubleSpinBox(minimum=8, maximum=40, singleStep=0.5, decimals=1)
        self._size.setAccessibleName(tr("Text size of the reader"))
        self._size.setSuffix(" pt")
        self._size.setValue(now.text_size)
        self._advance = QCheckBox(tr("After a verdict, go on to the next claim"))
        self._advance.setChecked(now.auto_advance)
        form = QFormLayout(self)
        for field in (self._name, self._round, self._theme, self._size):
            form.addRow(field.accessibleName(), field)
        form.addRow(self._advance)
        form.addRow(_buttons(self, Button.Ok, Button.Cancel))

    def choices(self) -> Choices:
        return Choices(
            Reviewer(self._name.text().strip(), ROUNDS[self._round.currentIndex()]),
            str(self._theme.currentData()),
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
        self.resize(760, 560)
        page = QWidget()
        columns = QGridLayout(page)
        columns.setHorizontalSpacing(32)
        for place, menu in enumerate(actions.MENUS):
            columns.addWidget(self._group(menu), place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(_buttons(self, Button.Close))

    def _group(self, menu: str) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        title = QLabel(actions.menu_title(menu))
        title.setProperty("look", "title")
        grid.addWidget(title, 0, 0, 1, 2)
        for line, (keys, text) in enumerate(actions.shortcuts(menu), 1):
            label = QLabel(keys)
            label.setProperty("look", "muted")
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
