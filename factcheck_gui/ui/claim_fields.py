"""What is noted of a claim beside its words: when it was said, where it appeared first, tags, and a
query to the author. Closed it is a line. Saved as typed. Not here: what was found (claim_facts.py).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from factcheck_gui.domain import Claim
from factcheck_gui.session import Session
from factcheck_gui.ui import theme
from factcheck_gui.ui.disclosure import Disclosure, prose
from factcheck_gui.ui.evidence_fields import DayLine, Line
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.text_field import TextField

_TAG = 40  # characters of a field in the closed line


class ClaimFields(QWidget):
    """Shows the session's claim when told to. ``left`` when a field gives its focus up."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.said_on = DayLine(self.tr("Date said"), "2024-03-02")
        self.appeared = Line(
            self.tr("First appearance"), self.tr("A web address, or in words: radio, 7 o’clock")
        )
        self.tags = Line(self.tr("Tags"), self.tr("Words parted by commas"))
        self.query = TextField(
            self.tr("Query to the author"), self.tr("What you want to ask the author"), (1, 5), self
        )
        self.wrong = prose("danger")
        self.wrong.setText(self.tr("A day is written 2024-03-02, or 2024-03, or 2024."))
        self._table = QWidget()
        self.head = Disclosure(self._table)
        self._lay_out()
        for name in ("said_on", "appeared", "tags", "query"):
            field: Line | TextField = getattr(self, name)
            field.typed.connect(partial(session.type, name))
            field.left.connect(session.finish_typing)
            field.escaped.connect(self.left)
        self.said_on.judged.connect(lambda right: self.wrong.setVisible(not right))

    def _lay_out(self) -> None:
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        for row, (words, field) in enumerate(
            (
                (self.tr("SAID ON"), self.said_on),
                (self.tr("FIRST IN"), self.appeared),
                (self.tr("TAGS"), self.tags),
                (self.tr("QUERY"), self.query),
            )
        ):
            caption = QLabel(words)
            caption.setProperty("look", "caption")
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.wrong, 4, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP // 4)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._table)
        self.wrong.hide()

    def show_claim(self) -> None:
        """Takes the session's current claim."""
        claim = self._session.claim
        if claim is None:
            return
        for name in ("said_on", "appeared", "tags", "query"):
            typed = self._session.typed(name)
            field: Line | TextField = getattr(self, name)
            field.show_text(str(getattr(claim, name)) if typed is None else typed)
            field.setReadOnly(not self._session.editable)
        self.wrong.setVisible(not self.said_on.is_day())
        self.head.setText(self._summary(claim))

    def _summary(self, claim: Claim) -> str:
        said = claim_words.day(claim.said_on) if claim.said_on else ""
        parts = [said, claim.appeared, claim.tags, self.tr("query: {0}").format(claim.query)]
        if not claim.query:
            parts.pop()
        shown = [claim_words.one_line(one) for one in parts if one]
        cut = [one if len(one) <= _TAG else one[: _TAG - 1] + "…" for one in shown]
        return " · ".join(cut) or self.tr("Date said, first appearance, tags, query")

    def open_field(self, name: str) -> None:
        """Puts the cursor into "said_on", "appeared", "tags" or "query"."""
        self.head.setChecked(True)
        getattr(self, name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """What Tab reaches, in the order of the eye."""
        return [self.head, self.said_on, self.appeared, self.tags, self.query]

    def apply_theme(self) -> None:
        """Draws anew what style sheets do not reach."""
        self.head.draw()
