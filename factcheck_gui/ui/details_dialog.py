"""An article's details: what is known of it, where each was found, and what was kept of each
version that came in. Made when it is asked for, given values; it returns values.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Article, VersionRow
from factcheck_gui.library.versions import REVIEWER
from factcheck_gui.ui import core_words, theme
from factcheck_gui.ui.import_dialogs import size_words
from factcheck_gui.ui.lists import claim_words

Button = QDialogButtonBox.StandardButton
_FIELD = 380  # pixels that a field takes at least
translate = QCoreApplication.translate


class DetailsDialog(QDialog):
    """Title, author, outlet, address, dates and language of an article; its versions below."""

    original_wanted = Signal(int, bool)  # number of a version, whether to save it

    def __init__(
        self,
        article: Article,
        versions: Sequence[VersionRow] = (),
        writable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Title and details"))
        self._origins = dict(article.origins)
        self._fields = self._make_fields(article)
        self._before = self.values()
        self._wrong = QLabel()
        self._wrong.setProperty("look", "danger")
        column = QVBoxLayout(self)
        column.addLayout(self._form(writable))
        column.addWidget(self._wrong)
        if versions:
            column.addWidget(self._kept(article, versions))
        box = QDialogButtonBox(self)
        if writable:
            theme.set_look(box.addButton(Button.Save), "primary")
        box.addButton(Button.Cancel if writable else Button.Close)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _make_fields(self, article: Article) -> dict[str, QLineEdit]:
        row = article.row
        day = self.tr("year-month-day")
        return {
            "title": _line(self.tr("Title"), row.title, row.opening),
            "author": _line(self.tr("Author"), row.author),
            "site": _line(self.tr("Outlet"), row.site, "example.org"),
            "url": _line(self.tr("Address"), row.url, "https://"),
            "published": _line(self.tr("Published"), row.published, day),
            "modified": _line(self.tr("Modified"), row.modified, day),
            "language": _line(self.tr("Language"), article.language, "en"),
        }

    def _form(self, writable: bool) -> QGridLayout:
        form = QGridLayout()
        form.setVerticalSpacing(2)
        form.setHorizontalSpacing(12)
        for at, (name, field) in enumerate(self._fields.items()):
            label = QLabel(field.accessibleName())
            label.setBuddy(field)
            field.setReadOnly(not writable)
            origin = QLabel(origin_words(self._origins.get(name, "")) if field.text() else "")
            origin.setProperty("look", "small")
            origin.setContentsMargins(2, 0, 0, 6)
            field.setAccessibleDescription(origin.text())
            field.textEdited.connect(lambda text, n=name, o=origin: self._entered(n, text, o))
            form.addWidget(label, 2 * at, 0)
            form.addWidget(field, 2 * at, 1)
            form.addWidget(origin, 2 * at + 1, 1)
        return form

    def _entered(self, name: str, text: str, origin: QLabel) -> None:
        same = text.strip() == self._before[name]
        where = self._origins.get(name, "") if same else REVIEWER
        origin.setText(origin_words(where) if text.strip() else "")

    def _kept(self, article: Article, versions: Sequence[VersionRow]) -> QWidget:
        """What came in when, and what was kept of it, the newest first."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for one in reversed(versions):
            column.addWidget(self._version(one, one.number == article.version_number))
        column.addStretch(1)
        caption = QLabel(self.tr("WHAT CAME IN"))
        caption.setProperty("look", "caption")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        area.setAccessibleName(self.tr("Versions"))
        area.setMinimumHeight(min(104 * len(versions), 220))
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, theme.GAP, 0, 0)
        layout.addWidget(caption)
        layout.addWidget(area)
        return box

    def _version(self, one: VersionRow, shown: bool) -> QWidget:
        card = QFrame()
        card.setProperty("look", "card")
        head = self.tr("Version {0}, shown") if shown else self.tr("Version {0}")
        title = QLabel(head.format(one.number))
        title.setProperty("look", "strong")
        words = QLabel("\n".join(version_words(one)))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("look", "small")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(title, 1)
        if one.original_sha256:
            for name, save in ((self.tr("Show original"), False), (self.tr("Save…"), True)):
                button = QPushButton(name)
                button.setProperty("look", "flat")
                button.setAccessibleName(f"{name}: {head.format(one.number)}")
                button.setAutoDefault(False)
                button.clicked.connect(
                    lambda _=False, n=one.number, s=save: self.original_wanted.emit(n, s)
                )
                row.addWidget(button)
        column.addLayout(row)
        column.addWidget(words)
        return card

    # ------------------------------------------------------------ the answer

    def values(self) -> dict[str, str]:
        return {name: field.text().strip() for name, field in self._fields.items()}

    def accept(self) -> None:
        wrong = self._what_is_wrong()
        self._wrong.setText(wrong)
        if not wrong:
            super().accept()

    def _what_is_wrong(self) -> str:
        values = self.values()
        if values["url"] and not values["url"].startswith(("http://", "https://")):
            return self.tr("An address starts with http:// or https://.")
        if not all(_is_day(values[name]) for name in ("published", "modified")):
            return self.tr("Please write the date as 2022-07-29.")
        return ""


def _is_day(text: str) -> bool:
    """Whether a text is a day as we write it; 20220729 and 2022-W30-5 are dates to Python, too."""
    from datetime import date

    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def origin_words(where: str) -> str:
    """Where a detail was found, for people; "" where nobody knows."""
    if where == REVIEWER:
        return translate("Details", "entered by a reviewer")
    return translate("Details", "found in: {0}").format(where) if where else ""


def version_words(one: VersionRow) -> list[str]:
    """What is known of how a version came in, a line each."""
    when = f"{claim_words.day(one.imported_at)}, {one.imported_at[11:16]} UTC"
    lines = [
        translate("Details", "Imported {0} with {1}").format(when, one.tool),
        translate("Details", "{0} · {1} characters").format(
            core_words.source(one.source_name), claim_words.whole(one.characters)
        ),
    ]
    if one.original_sha256:
        told = translate("Details", "Original kept: {0}, {1}, SHA-256 {2}")
        lines.append(
            told.format(one.media_type, size_words(one.original_size), one.original_sha256)
        )
    return lines


def _line(name: str, text: str, hint: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMinimumWidth(_FIELD)
    field.setCursorPosition(0)
    return field
