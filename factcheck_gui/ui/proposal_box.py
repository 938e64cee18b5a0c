"""The finder's proposal of a wording that stands alone: shown beside the reviewer's field, never in
it before it was accepted; words that it could not resolve are marked and named.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.domain import Claim
from factcheck_gui.session import Session
from factcheck_gui.ui import fact_words, theme
from factcheck_gui.ui.disclosure import links, prose
from factcheck_gui.ui.lists import claim_words


class ProposalBox(QFrame):
    """Hidden where there is nothing to propose and nothing unclear."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._session = session
        self.words = links()
        self.unclear = prose("muted")
        self.accept = QPushButton(self.tr("Use it"))
        self.accept.setAccessibleName(self.tr("Use the proposed wording"))
        self.accept.setToolTip(self.tr("Key {0}").format("Shift+W"))
        self.accept.clicked.connect(session.accept_wording)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, theme.GAP, theme.GAP, theme.GAP)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.unclear)

    def show_claim(self, claim: Claim) -> None:
        """Takes a claim that is shown in the field above."""
        own = claim_words.one_line(claim.wording or claim.text)
        proposed = bool(claim.proposal) and claim_words.one_line(claim.proposal) != own
        unclear = bool(claim.ambiguous) and not claim.wording
        self.setVisible((proposed and not claim.wording) or unclear)
        self.words.setVisible(proposed)
        self.accept.setVisible(proposed)
        self.accept.setEnabled(not self._session.read_only)
        proposed_words = marked(claim.proposal, claim.ambiguous, claim.text)
        self.words.setText(self.tr("Proposed: {0}").format(proposed_words))
        self.unclear.setVisible(unclear)
        words = fact_words.quoted(claim.ambiguous)
        self.unclear.setText(self.tr("Unclear without the article: {0}").format(words))


def marked(proposal: str, unclear: Sequence[str], written: str) -> str:
    """The proposal as mark-up: words that are not in the text as written are bold, those that
    stayed unclear underlined."""
    old, new = written.split(), proposal.split()
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pieces = [
        (_underlined(" ".join(new[first:last]), unclear), kind != "equal")
        for kind, _, _, first, last in blocks
        if first < last
    ]
    return " ".join(f"<b>{words}</b>" if is_new else words for words, is_new in pieces)


def _underlined(text: str, unclear: Sequence[str]) -> str:
    if not unclear:
        return html.escape(text)
    longest_first = sorted(map(re.escape, unclear), key=len, reverse=True)
    pieces = re.split(rf"\b({'|'.join(longest_first)})\b", text, flags=re.IGNORECASE)
    return "".join(
        f"<u>{html.escape(one)}</u>" if place % 2 else html.escape(one)
        for place, one in enumerate(pieces)
    )
