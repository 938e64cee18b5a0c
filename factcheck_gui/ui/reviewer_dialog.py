"""The window that asks who is at the desk and in which round they review: a first reading, a blind
second one, adjudication of what two have said, or correction of what was published."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import ROUNDS, Reviewer
from factcheck_gui.library.reading import Reader
from factcheck_gui.ui import core_words, theme

_WIDTH = 520  # pixels


class ReviewerDialog(QDialog):
    """``reviewer`` and ``details`` after it was accepted."""

    def __init__(
        self, now: Reviewer, reader: Reader, writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reviewer and round"))
        self.setMinimumWidth(_WIDTH)
        self._reader = reader
        self._names = {core_words.reviewer(name): name for name in reader.reviewers()}
        self._names[core_words.reviewer(now.name)] = now.name
        self._name = QComboBox()
        self._name.setEditable(True)
        self._name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._name.addItems(list(self._names))
        self._name.setCurrentText(core_words.reviewer(now.name))
        self._name.setAccessibleName(self.tr("Name"))
        self._initials, self._organisation = QLineEdit(), QLineEdit()
        for field, words in (
            (self._initials, self.tr("Initials")),
            (self._organisation, self.tr("Organisation")),
        ):
            field.setAccessibleName(words)
            field.setReadOnly(not writable)
        self._initials.setMaxLength(8)
        self._name.currentTextChanged.connect(self._show_details)
        self._rounds = QButtonGroup(self)
        self._lay_out(now)
        self._show_details()

    def _lay_out(self, now: Reviewer) -> None:
        form = QFormLayout()
        for field in (self._name, self._initials, self._organisation):
            form.addRow(field.accessibleName(), field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        layout.addWidget(_caption(self.tr("WHO IS AT THE DESK")))
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(_caption(self.tr("ROUND")))
        for place, (name, words) in enumerate(self._words()):
            button = QRadioButton(name)
            button.setChecked(ROUNDS[place] == now.round)
            self._rounds.addButton(button, place)
            label = QLabel(words)
            label.setWordWrap(True)
            label.setProperty("look", "small")
            label.setContentsMargins(24, 0, 0, 4)
            layout.addWidget(button)
            layout.addWidget(label)
        layout.addStretch(1)
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel)
        theme.set_look(box.button(standard.Ok), "primary")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def _words(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("First reading"), self.tr("Everything that is known is shown.")),
            (
                self.tr("Second reading, blind"),
                self.tr(
                    "Verdicts, reasons, notes and evidence of others are nowhere to be read. "
                    "Every claim is open until you judge it."
                ),
            ),
            (
                self.tr("Adjudication"),
                self.tr("The readings stand side by side; your decision stands over them."),
            ),
            (
                self.tr("Correction"),
                self.tr("Of what was signed off: with a reason and a note for the public."),
            ),
        )

    def _show_details(self) -> None:
        initials, organisation = self._reader.reviewer_details(self.reviewer().name)
        self._initials.setText(initials)
        self._organisation.setText(organisation)

    def reviewer(self) -> Reviewer:
        """Who was chosen, in which round."""
        typed = self._name.currentText().strip()
        return Reviewer(self._names.get(typed, typed), ROUNDS[max(0, self._rounds.checkedId())])

    def details(self) -> tuple[str, str]:
        """Initials and organisation."""
        return self._initials.text(), self._organisation.text()

    def accept(self) -> None:
        if self.reviewer().name:
            super().accept()
        else:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "caption")
    return label
