"""What several reviewers said of the current claim, side by side, and the decision between them.

Hidden while only one has spoken, and from a blind reader. Not here: the verdict buttons, by which
somebody who adjudicates gives a third one.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Assessment, Scale
from factcheck_gui.session import Session
from factcheck_gui.ui import core_words, pills, theme
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words

_COLUMNS = 2
_WIDEST = 150.0  # pixels of a pill
FINAL = ("adjudication", "correction")


class _Verdict(QWidget):
    """A verdict as the list shows it."""

    def __init__(self, pill: pills.Pill) -> None:
        super().__init__()
        self._pill = pill
        self.setAccessibleName(pill.word)
        self.setToolTip(claim_words.tooltip(pill.word))

    def sizeHint(self) -> QSize:
        return pills.pill_size(self._pill, _WIDEST).toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        size = pills.pill_size(self._pill, _WIDEST)
        with QPainter(self) as painter:
            pills.paint_pill(painter, QRectF(0, 0, size.width(), size.height()), self._pill)


class ReadingsBox(QFrame):
    """Give it the session; call ``show_claim`` where the claim or what was said of it changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: object = None
        self.takes: list[QPushButton] = []
        self.head, self._rule = prose("strong"), prose("small")
        self.reopen = QPushButton(self.tr("Reopen"))
        self.reopen.setToolTip(self.tr("Takes your decision back: the claim is disputed again"))
        self.reopen.clicked.connect(session.reopen)
        self.rule = QPushButton()
        self.rule.setProperty("look", "flat")
        self.rule.clicked.connect(self._other_rule)
        self._cards = QGridLayout()
        self._cards.setSpacing(theme.GAP)
        for column in range(_COLUMNS):
            self._cards.setColumnStretch(column, 1)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.reopen)
        bottom.addWidget(self._rule, 1)
        bottom.addWidget(self.rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        for row in (top, self._cards, bottom):
            column.addLayout(row)

    def show_claim(self) -> None:
        """Takes the readings of the session's claim."""
        session, given = self._session, self._session.readings()
        first = [one for one in given if one.round not in FINAL]
        several = len(given) > 1 or (session.adjudicates and bool(given))
        self.setVisible(several)
        if not several:
            self._fill([], session.scale)
            return
        final = next((one for one in reversed(given) if one.round in FINAL), None)
        self.head.setText(self._headline(first, final))
        own = final is not None and final.reviewer == session.reviewer.name
        self.reopen.setVisible(own and session.adjudicates and final.round == "adjudication"
                               if final else False)  # fmt: skip
        majority = session.rule() == "majority"
        self._rule.setText(
            self.tr("The majority decides.") if majority else self.tr("All must agree.")
        )
        self.rule.setText(
            self.tr("Ask for agreement") if majority else self.tr("Let the majority decide")
        )
        self.rule.setEnabled(not session.read_only)
        self._fill(given, session.scale)

    def _headline(self, first: list[Assessment], final: Assessment | None) -> str:
        if final:
            who = core_words.reviewer(final.reviewer)
            words = self.tr("{0} has decided: {1}").format(who, final.verdict)
            others = [one for one in first if one.verdict != final.verdict]
            changed = ", ".join(core_words.reviewer(one.reviewer) for one in others)
            more = self.tr("Other than {0} said.").format(changed) if others else ""
            return f"{words}. {more}".strip()
        differ = len({one.verdict for one in first}) > 1
        return self.tr("Reviewers disagree") if differ else self.tr("Reviewers agree")

    def _fill(self, given: list[Assessment], scale: Scale | None) -> None:
        """Cards side by side; nothing is made anew where the same is shown."""
        counts = self._session.evidence_counts() if given else {}
        now = (tuple(given), scale, self._session.adjudicates, tuple(counts.items()))
        if now == self._shown:
            return
        self._shown = now
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.takes = []
        for place, one in enumerate(given):
            card = self._card(place, one, scale, counts.get(one.reviewer, 0))
            self._cards.addWidget(card, place // _COLUMNS, place % _COLUMNS)

    def _card(self, place: int, one: Assessment, scale: Scale | None, evidence: int) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        who, when, why = prose("strong"), prose("small"), prose()
        who.setText(core_words.reviewer(one.reviewer))
        when.setText(f"{self._round(one.round)} · {claim_words.day(one.at)}")
        why.setText(one.reason)
        label = scale.label(one.verdict or "") if scale else None
        pill = (
            pills.Pill(label.text, label.symbol, label.colour)
            if label
            else pills.Pill(one.verdict or "", pills.FREE_TEXT_SYMBOL, pills.FREE_TEXT_TONE)
        )
        found = prose("small")
        found.setText(self.tr("Pieces of evidence: {0}").format(evidence))
        for widget in (who, when, _Verdict(pill), why, found):
            column.addWidget(widget)
        why.setVisible(bool(one.reason))  # now that it has a parent: or it were a window
        found.setVisible(evidence > 0)
        column.addStretch(1)
        if self._session.adjudicates and one.round not in FINAL:
            column.addWidget(self._take(place), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _take(self, place: int) -> QPushButton:
        take = QPushButton(self.tr("Decide so"))
        take.setToolTip(self.tr("Key {0}").format(f"Alt+{place + 1}"))
        take.clicked.connect(lambda _=False: self._session.adopt(place))
        self.takes.append(take)
        return take

    def _round(self, name: str) -> str:
        return {
            "first": self.tr("first reading"),
            "second": self.tr("second reading, blind"),
            "adjudication": self.tr("adjudication"),
            "correction": self.tr("correction"),
        }[name]

    def _other_rule(self) -> None:
        other = self._session.rule() == "agreement"
        self._session.use_rule("majority" if other else "agreement")

    def tab_stops(self) -> list[QWidget]:
        """Its controls in the order of the eye."""
        return [self.reopen, *self.takes, self.rule]
