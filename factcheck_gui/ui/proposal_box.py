"""The finder's proposal of a wording that stands alone: shown beside the reviewer's field, never in
it before it was accepted; words that it could not resolve are marked and named.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.domain import Claim
from factcheck_gui.session import Session
from factcheck_gui.ui import fact_words, theme
from factcheck_gui.ui.disclosure import links, prose
from factcheck_gui.ui.lists import claim_words

_WORDS = re.compile(r"\w+|\W")


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
    new, doubted = _new_letters(proposal, written), _unclear_letters(proposal, unclear)
    looks = zip(proposal, new, doubted, strict=True)
    runs = groupby(looks, key=lambda one: one[1:])
    return "".join(_looking("".join(one[0] for one in run), *look) for look, run in runs)


def _looking(words: str, new: bool, doubted: bool) -> str:
    words = html.escape(words)
    words = f"<u>{words}</u>" if doubted else words
    return f"<b>{words}</b>" if new else words


def _new_letters(proposal: str, written: str) -> list[bool]:
    """Which letters belong to words that the text does not have at that place."""
    old, new = _WORDS.findall(written), _WORDS.findall(proposal)
    flags: list[bool] = []
    for kind, _, _, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for word in new[first:last]:
            flags += [kind != "equal" and word[0].isalnum()] * len(word)
    return flags


def _unclear_letters(proposal: str, unclear: Sequence[str]) -> list[bool]:
    flags = [False] * len(proposal)
    for words in unclear:
        for found in re.finditer(rf"\b{re.escape(words)}\b", proposal, re.IGNORECASE):
            flags[found.start() : found.end()] = [True] * len(found[0])
    return flags
