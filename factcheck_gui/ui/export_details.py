"""The groups of the export window that say what is told beside the claims, who publishes the check,
and how it looks. Not here: which claims are told (export_groups.py), what is done with the choices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from factcheck_gui.reports.content import Included
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.export_groups import Group, in_columns

_NAME = 130  # pixels of a file's name


class IncludedGroup(Group):
    """What is told beside the claims. Private notes are never remembered: a box that was ticked for
    a colleague must not send them to the public the next time, so each window opens without."""

    def __init__(
        self, before: Callable[[str], Included], copies: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._before = before  # what was told the last time, by the format
        self._kinds: dict[bool, Included] = {}  # what was chosen here, for JSON and for the others
        self._json: bool | None = None
        self.caption.setText(self.tr("&INCLUDED"))
        words = self._words()
        self.boxes = {name: QCheckBox(text) for name, text in words.items()}
        self.boxes["copies"].setChecked(copies)
        self.caption.setBuddy(self.boxes["reasons"])
        calm = [box for name, box in self.boxes.items() if name not in ("copies", "notes")]
        self.column.addLayout(in_columns(calm))
        self.column.addWidget(self.boxes["copies"])
        self.column.addWidget(self.boxes["notes"])
        self._warning = prose("danger")
        self._warning.setText(
            self.tr("Everybody who gets the file can read the private notes, marked as private.")
        )
        self._warning.hide()
        self.column.addWidget(self._warning)
        for box in self.boxes.values():
            box.toggled.connect(self.changed)
        self.changed.connect(self._warn)

    def _words(self) -> dict[str, str]:
        return {
            "reasons": self.tr("Reasons"),
            "evidence": self.tr("Evidence"),
            "corrections": self.tr("Corrections"),
            "method": self.tr("Method"),
            "scale": self.tr("Rating scale"),
            "history": self.tr("History of verdicts"),
            "agreement": self.tr("Agreement of reviewers"),
            "copies": self.tr("Kept copies, in a zip with their hashes"),
            "notes": self.tr("Private notes"),
        }

    def _warn(self) -> None:
        self._warning.setVisible(self.included().notes)

    def show_format(self, format: str) -> None:
        """Takes the choices that go with a format: JSON, to import again, has its own."""
        json = format == "json"
        if json == self._json:
            return
        if self._json is not None:
            self._kinds[self._json] = self.included()
        told = self._kinds.get(json) or self._before(format)
        notes = self._json is not None and self.boxes["notes"].isChecked()
        self._json = json
        for one in fields(Included):
            box = self.boxes[one.name]
            box.blockSignals(True)
            box.setChecked(notes if one.name == "notes" else bool(getattr(told, one.name)))
            box.blockSignals(False)

    def grey(self, reasons: dict[str, str]) -> None:
        """Greys what the format leaves out, by name, and says why."""
        for name, box in self.boxes.items():
            box.setEnabled(name not in reasons)
            box.setToolTip(reasons.get(name, ""))
        self._warn()

    def included(self) -> Included:
        """What is ticked; what is greyed counts as it was."""
        ticked = {one.name: self.boxes[one.name].isChecked() for one in fields(Included)}
        ticked["notes"] &= self.boxes["notes"].isEnabled()
        return Included(**ticked)

    def copies(self) -> bool:
        """Whether the copies of the sources go along, in an archive."""
        return self.boxes["copies"].isChecked()


class PublisherGroup(Group):
    """Who publishes the check, and where; all of it may stay empty. ``logo_wanted`` when a file was
    chosen: what is in it comes back by ``take_logo``."""

    logo_wanted = Signal(Path)

    def __init__(self, organisation: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.caption.setText(self.tr("&PUBLISHED BY"))
        self.organisation = QLineEdit(organisation)
        self.organisation.setAccessibleName(self.tr("Organisation"))
        self.url = QLineEdit()
        self.url.setAccessibleName(self.tr("Address of the check"))
        self.url.setPlaceholderText(self.tr("https://… (for ClaimReview)"))
        self.logo, self.logo_path = b"", ""
        self.caption.setBuddy(self.organisation)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Organisation"), self.organisation)
        self.logo_row = self._logo_row()
        form.addRow(self.tr("Logo"), self.logo_row)
        form.addRow(self.tr("Address of the check"), self.url)
        self.column.addLayout(form)
        for line in (self.organisation, self.url):
            line.textChanged.connect(self.changed)
        self._show_logo()

    def _logo_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        self.logo_name = QLabel()
        self.logo_name.setTextFormat(self.logo_name.textFormat().PlainText)
        self.logo_name.setProperty("look", "muted")
        choose = QPushButton(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose the logo"))
        choose.clicked.connect(self._ask_for_logo)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.setProperty("look", "flat")
        self._remove.setAccessibleName(self.tr("Remove the logo"))
        self._remove.clicked.connect(lambda: self.take_logo("", b""))
        line.addWidget(self.logo_name, 1)
        line.addWidget(self._remove)
        line.addWidget(choose)
        return row

    def _ask_for_logo(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the logo"), str(Path(self.logo_path).parent),
            self.tr("Pictures") + " (*.png *.jpg *.jpeg *.svg)",
        )  # fmt: skip
        if path:
            self.logo_wanted.emit(Path(path))

    def take_logo(self, path: str, data: bytes) -> None:
        """Takes the picture in a file; an empty path takes the logo away."""
        self.logo_path, self.logo = path, data
        self._show_logo()
        self.changed.emit()

    def _show_logo(self) -> None:
        name = Path(self.logo_path).name if self.logo_path else self.tr("none")
        middle = Qt.TextElideMode.ElideMiddle
        self.logo_name.setText(self.fontMetrics().elidedText(name, middle, _NAME))
        self._remove.setVisible(bool(self.logo_path))


class LookGroup(Group):
    """The language of the fixed words, and whose template gives the look. ``template_wanted`` when
    a new one is to be made."""

    template_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.caption.setText(self.tr("&LOOK"))
        self.language, self.template = QComboBox(), QComboBox()
        self.language.setAccessibleName(self.tr("Language of the fixed words"))
        self.template.setAccessibleName(self.tr("Template"))
        self._make = QPushButton(self.tr("Make a template…"))
        self._make.clicked.connect(self.template_wanted)
        self.caption.setBuddy(self.language)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Fixed words"), self.language)
        form.addRow(self.tr("Template"), self.template)
        form.addRow("", self._make)
        self.column.addLayout(form)
        for box in (self.language, self.template):
            box.currentIndexChanged.connect(self.changed)

    def offer(self, box: QComboBox, choices: Mapping[str, str], chosen: str) -> None:
        """Offers choices by their keys; the first one where the chosen one is not among them."""
        box.blockSignals(True)
        box.clear()
        for key, words in choices.items():
            box.addItem(words, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)
