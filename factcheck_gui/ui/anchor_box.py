"""How the current claim came into the version of the article that is shown: that its words changed
since somebody judged it, that it stands elsewhere, or that it is in the text no more.
"""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.comparing import compare
from factcheck_gui.domain import Claim
from factcheck_gui.session import Session
from factcheck_gui.ui import theme

_LONGEST = 2000  # code points of which differences are shown


class AnchorBox(QFrame):
    """Hidden where the claim stands as it stood."""

    anchor_wanted = Signal()  # the selection is where it stands
    compare_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._session = session
        self._head, self._words = QLabel(), QLabel()
        self._head.setProperty("look", "strong")
        for label in (self._head, self._words):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self.anchor = QPushButton(self.tr("It stands in the selection"))
        self.anchor.clicked.connect(self.anchor_wanted)
        self.settle = QPushButton(self.tr("The verdict still holds"))
        self.settle.clicked.connect(session.settle_claim)
        self.compare = QPushButton(self.tr("Compare versions"))
        self.compare.clicked.connect(self.compare_wanted)
        row = QHBoxLayout()
        for button in (self.anchor, self.settle, self.compare):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, theme.GAP, theme.GAP, theme.GAP)
        column.setSpacing(6)
        for label in (self._head, self._words):
            column.addWidget(label)
        column.addLayout(row)
        self.hide()

    def show_claim(self, claim: Claim) -> None:
        """Says how a claim came here, if there is anything to say."""
        orphaned, changed = claim.anchor == "orphaned", bool(claim.was)
        self.setVisible(orphaned or changed or claim.anchor == "moved")
        self._head.setText(self._headline(claim))
        self._words.setVisible(changed)
        self._words.setText(_difference(claim.was, claim.text) if changed else "")
        writable = not self._session.read_only
        self.anchor.setVisible(orphaned and writable)
        self.settle.setVisible(changed and writable)
        judged = claim.state != "open"
        self.settle.setText(self.tr("The verdict still holds") if judged else self.tr("Seen"))
        self.compare.setVisible(orphaned or changed)

    def _headline(self, claim: Claim) -> str:
        if claim.anchor == "orphaned":
            return self.tr("These words are no longer in the text of the article.")
        if claim.was and claim.state != "open":
            return self.tr("The text of this claim changed after it was reviewed:")
        if claim.was:
            return self.tr("The text of this claim changed:")
        return self.tr("This claim stands elsewhere in the newer text.")


def _difference(was: str, now: str) -> str:
    """What went is struck through, what came is underlined."""
    parts = []
    for piece in compare(was[:_LONGEST], now[:_LONGEST]).pieces:
        words = html.escape(piece.text)
        if piece.kind == "removed":
            ink = theme.current().tone("red").line
            words = f'<s style="color: {ink}">{words}</s>'
        elif piece.kind == "added":
            ink = theme.current().tone("blue").line
            words = f'<u style="color: {ink}"><b>{words}</b></u>'
        parts.append(words)
    return "".join(parts)
