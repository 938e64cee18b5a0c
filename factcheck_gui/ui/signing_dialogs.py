"""The two dialogs around signing an article off: what to look at before, and a correction after.
Each is given values and returns values; none holds the store.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from factcheck_gui.domain import Claim, Scale
from factcheck_gui.library.readiness import Unready
from factcheck_gui.ui import theme
from factcheck_gui.ui.check_list import CheckList
from factcheck_gui.ui.dialogs import Button, choice_box
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.text_field import TextField


class SignOffDialog(QDialog):
    """The check-list before an article is frozen; each number leads to its claim."""

    claim_wanted = Signal(int)

    def __init__(self, unready: Unready, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sign off the article"))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setSpacing(theme.GAP)
        checks = CheckList(unready, self)
        checks.claim_wanted.connect(self._go)
        self.lines = checks.lines
        head = prose("strong")
        head.setText(
            self.tr("Have a look at these first:")
            if self.lines
            else self.tr("Every claim is judged, with a reason and a source.")
        )
        column.addWidget(head)
        column.addWidget(checks)
        told = prose("muted")
        told.setText(
            self.tr(
                "Signed off, the article is frozen. What changes later is a correction, with its "
                "reason and a note for the public."
            )
        )
        column.addWidget(told)
        box = QDialogButtonBox(self)
        sign = box.addButton(self.tr("Sign off"), QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_look(sign, "primary")
        box.addButton(Button.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _go(self, number: int) -> None:
        self.claim_wanted.emit(number)
        self.reject()


class CorrectionDialog(QDialog):
    """Another verdict for a claim of an article that is signed off."""

    def __init__(
        self, claim: Claim, scale: Scale, now: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct a verdict"))
        self.setMinimumWidth(480)
        verdict, reason = now
        text = QLabel(claim.wording or claim.text)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        labels = [(one.text, one.text) for one in scale.labels]
        if verdict and scale.label(verdict) is None:
            labels.append((verdict, verdict))
        self._verdict = choice_box(self.tr("Verdict"), labels, verdict)
        self._reason = TextField(
            self.tr("Reason"), self.tr("The reasoning, as it will be published"), (3, 10), self
        )
        self._reason.show_text(reason)
        self._note = TextField(
            self.tr("Note for the public"), self.tr("What was wrong, and what is right"), (2, 6),
            self,
        )  # fmt: skip
        box = QDialogButtonBox(self)
        self.keep = box.addButton(self.tr("Correct"), QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_look(self.keep, "primary")
        box.addButton(Button.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(text)
        for field in (self._verdict, self._reason, self._note):
            form.addRow(field.accessibleName(), field)
        form.addRow(box)
        for field in (self._reason, self._note):
            field.textChanged.connect(self._refresh)
            field.escaped.connect(self.reject)
        self._refresh()

    def _refresh(self) -> None:
        _, reason, note = self.values()
        self.keep.setEnabled(bool(reason and note))

    def values(self) -> tuple[str, str, str]:
        """Verdict, reason, note for the public."""
        texts = (self._reason.toPlainText().strip(), self._note.toPlainText().strip())
        return str(self._verdict.currentData() or ""), *texts
