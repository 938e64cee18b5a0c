"""The strip above the review of an article that is signed off: by whom and when, what a correction
told the public, and a button to correct. Not here: the dialog (signing_dialogs.py).
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.session import Session
from factcheck_gui.ui import core_words, theme
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words


class SignedBar(QFrame):
    """Shows itself while the open article is signed off. ``correct_wanted`` by its button."""

    correct_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("look", "card")
        self.words, self.note = prose(), prose("muted")
        self.button = QPushButton(self.tr("Correct…"))
        self.button.clicked.connect(self.correct_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 6, theme.GAP, 6)
        column = QVBoxLayout()
        column.addWidget(self.words)
        column.addWidget(self.note)
        row.addLayout(column, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_claim(self) -> None:
        """Takes the session's article and claim."""
        session, article = self._session, self._session.article
        signed = article is not None and bool(article.row.signed_at)
        self.setVisible(signed)
        if article is None or not signed:
            return
        self.words.setText(signed_words(article.row.signed_at, article.row.signed_by))
        last = session.correction()
        note = last.public_note if last else ""
        self.note.setText(self.tr("Corrected: {0}").format(note) if note else "")
        self.note.setVisible(bool(note))
        self.button.setEnabled(not session.read_only and session.claim is not None)


def signed_words(at: str, by: str) -> str:
    """Who signed an article off, and on which day."""
    day = datetime.fromisoformat(at).astimezone().date().isoformat()
    words = QCoreApplication.translate("SignedBar", "Signed off by {0}, {1}")
    return words.format(core_words.reviewer(by), claim_words.day(day))
