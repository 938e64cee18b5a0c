"""The review pane: the current claim's wording, who said it, the verdict, the published reason and
the private note; beside it the claim's history. It shows what the session holds and calls verbs.

What was found in a claim, its parts and the proposed wording have boxes of their own
(claim_facts.py, parts_box.py, proposal_box.py).
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Assessment, Change, Claim
from factcheck_gui.session import Session
from factcheck_gui.ui.anchor_box import AnchorBox
from factcheck_gui.ui.citing import Cited, Citing
from factcheck_gui.ui.claim_facts import ClaimFacts
from factcheck_gui.ui.claim_fields import ClaimFields
from factcheck_gui.ui.clash_box import ClashBox
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.evidence_panel import EvidencePanel
from factcheck_gui.ui.history_view import HistoryTab
from factcheck_gui.ui.parts_box import PartsBox
from factcheck_gui.ui.precedents_panel import PrecedentsPanel
from factcheck_gui.ui.proposal_box import ProposalBox
from factcheck_gui.ui.readings_box import ReadingsBox
from factcheck_gui.ui.scrolling import scroll_down
from factcheck_gui.ui.signed_bar import SignedBar
from factcheck_gui.ui.text_field import TextField
from factcheck_gui.ui.verdict_buttons import VerdictButtons


class ReviewPanel(QWidget):
    """Give it the session; it keeps itself up to date. ``left`` when a field gives its focus up."""

    left = Signal()
    history_opened = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = (0, session.reviewer)  # whose claim the fields show
        self._build_fields()
        self.history = HistoryTab(self)
        self.evidence = EvidencePanel(session, self)
        self.precedents = PrecedentsPanel(session, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._review_page(), self.tr("Review"))
        self.tabs.addTab(self.evidence, self.tr("Evidence"))
        self.tabs.addTab(self.precedents, self.tr("Precedents"))
        self.tabs.addTab(self.history, self.tr("History"))
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Views of the claim"))
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        self._empty = self._empty_page()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        session.claim_chosen.connect(lambda _: self._show_claim())
        session.changed.connect(self._changed)
        session.article_touched.connect(lambda _: self.parts.show_claim())
        session.article_opened.connect(self._show_claim)
        session.scale_changed.connect(self._show_claim)
        session.settled.connect(self._show_claim)
        self.evidence.left.connect(self.left)
        self.precedents.counted.connect(self._count_precedents)
        self.cited.wanted.connect(self.show_cited)
        self._show_claim()

    # ------------------------------------------------------------ building

    def _build_fields(self) -> None:
        self.wording = TextField(
            self.tr("Claim, in words that stand alone"),
            self.tr("The claim as a sentence of its own"), (2, 5), self,
        )  # fmt: skip
        self.reason = TextField(
            self.tr("Why (published)"),
            self.tr("The reasoning, as it will be published. Markdown is welcome."), (3, 12), self,
        )  # fmt: skip
        self.note = TextField(
            self.tr("Private note"),
            self.tr("For yourself; in no report unless you choose it"),
            (1, 8),
            self,
        )
        self.cited = Cited(self._session, self)
        Citing(self.reason, self._session)
        self.reason.typed.connect(self.cited.show_reason)
        self.signed = SignedBar(self._session)
        self._own_words, self._incomplete = prose("strong"), prose("danger")
        self._incomplete.setText(self.tr("Incomplete: this scale asks for the reason."))
        self.reason.typed.connect(lambda _: self._say_incomplete())
        self.claimant = _Line(self)
        self.claimant.setAccessibleName(self.tr("Who said it"))
        self.claimant.setPlaceholderText(self.tr("the article’s own voice"))
        self.clashes, self.readings = ClashBox(self._session), ReadingsBox(self._session)
        self.verdicts = VerdictButtons(self)
        self.verdicts.chosen.connect(self._give)
        self.verdicts.cleared.connect(self._clear)
        self.proposal = ProposalBox(self._session)
        self.anchor = AnchorBox(self._session)
        self.parts, self.facts = PartsBox(self._session), ClaimFacts(self._session)
        self.fields = ClaimFields(self._session)
        self.fields.left.connect(self.left)
        for box in (self.parts, self.facts):
            box.refilled.connect(self._order_tabs)
        for name, field in (
            ("wording", self.wording), ("reason", self.reason), ("note", self.note),
        ):  # fmt: skip
            field.typed.connect(lambda text, n=name: self._session.type(n, text))
            field.left.connect(self._session.finish_typing)
            field.escaped.connect(self.left)
        self.claimant.escaped.connect(self.left)
        self.claimant.textEdited.connect(lambda text: self._session.type("claimant", text))
        self.claimant.editingFinished.connect(self._session.finish_typing)

    def _review_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(6)
        self._dismissed = self._dismissed_bar()
        layout.addWidget(self.signed)
        layout.addWidget(self._dismissed)
        layout.addWidget(self.anchor)
        layout.addWidget(self.clashes)
        layout.addWidget(self._caption(self.tr("CLAIM, IN WORDS THAT STAND ALONE"), self.wording))
        layout.addWidget(self.wording)
        self._as_written = QLabel()
        self._as_written.setWordWrap(True)
        self._as_written.setTextFormat(Qt.TextFormat.PlainText)
        self._as_written.setProperty("look", "muted")
        self._as_written.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._as_written)
        layout.addWidget(self.proposal)
        layout.addWidget(self.parts)
        layout.addWidget(self.readings)
        self._verdict_caption = self._caption(self.tr("VERDICT"), self.verdicts)
        for caption, field in (
            (self._verdict_caption, self.verdicts),
            (self._caption(self.tr("WHY (PUBLISHED)"), self.reason), self.reason),
            (self._caption(self.tr("PRIVATE NOTE"), self.note), self.note),
        ):
            layout.addSpacing(4)
            layout.addWidget(caption)
            layout.addWidget(field)
            if field is self.verdicts:
                layout.addWidget(self._own_words)
                layout.addWidget(self._incomplete)
            if field is self.reason:
                layout.addWidget(self.cited)
        # Below what is judged: the verdict is the main job, and must be in sight without scrolling.
        layout.addSpacing(8)
        layout.addLayout(self._claimant_row())
        layout.addWidget(self.facts)
        layout.addWidget(self.fields)
        layout.addStretch(1)
        area = QScrollArea()
        scroll_down(area, page)
        return area

    def _claimant_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        caption = self._caption(self.tr("SAID BY"), self.claimant)
        row.addWidget(caption)
        row.addWidget(self.claimant, 1)
        return row

    def _caption(self, text: str, buddy: QWidget) -> QLabel:
        caption = QLabel(text)
        caption.setProperty("look", "caption")
        caption.setBuddy(buddy)
        return caption

    def _dismissed_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 4)
        self._dismissed_text = QLabel()
        self._dismissed_text.setWordWrap(True)
        self._dismissed_text.setTextFormat(Qt.TextFormat.PlainText)
        self._back = QPushButton(self.tr("Bring back"))
        self._back.clicked.connect(self._session.bring_back)
        row.addWidget(self._dismissed_text, 1)
        row.addWidget(self._back)
        return bar

    def _empty_page(self) -> QWidget:
        label = QLabel(
            self.tr("Choose a claim to review it.\n\nJ and K go to the next and the previous one.")
        )
        label.setProperty("look", "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        return label

    # ------------------------------------------------------------ showing

    def _give(self, place: int) -> None:
        self._session.give_verdict(place)
        self._show_verdict()  # a press checks the button, whether or not the verdict was written

    def _clear(self) -> None:
        self._session.clear_verdict()
        self._show_verdict()

    def _show_claim(self) -> None:
        claim = self._session.claim
        self._forget_undo()
        self._pages.setCurrentWidget(self.tabs if claim else self._empty)
        if claim is None:
            return
        if self.verdicts.set_scale(self._session.scale):
            self._order_tabs()
        self._show_found(claim)
        self._show_judged(claim)
        self.clashes.show_claim()
        self.readings.show_claim()
        self._show_evidence()
        self._show_precedents()
        self._show_history()

    def _show_precedents(self) -> None:
        """They are sought only while somebody looks at them: it takes a thread and some memory."""
        self.precedents.show_claim(looked_at=self.tabs.currentWidget() is self.precedents)

    def _count_precedents(self, count: int) -> None:
        name = self.tr("Precedents {0}").format(count) if count else self.tr("Precedents")
        self.tabs.setTabText(self.tabs.indexOf(self.precedents), name)

    def _show_evidence(self) -> None:
        count = self.evidence.show_claim()
        name = self.tr("Evidence {0}").format(count) if count else self.tr("Evidence")
        self.tabs.setTabText(self.tabs.indexOf(self.evidence), name)
        self.cited.show_reason(self.reason.toPlainText())

    def _show_found(self, claim: Claim) -> None:
        self.wording.show_text(self._typed("wording", claim.wording or claim.text))
        differs = bool(claim.wording) and claim.wording != claim.text
        self._as_written.setText(self.tr("As written: “{0}”").format(claim.text) if differs else "")
        self._as_written.setVisible(differs)
        claimant = self._typed("claimant", claim.claimant)
        if self.claimant.text() != claimant:
            self.claimant.setText(claimant)
            self.claimant.setCursorPosition(0)  # a long name is read from its start
        self.anchor.show_claim(claim)
        self.proposal.show_claim(claim)
        self.parts.show_claim()
        self.facts.show_claim()
        self.fields.show_claim()
        self._dismissed.setVisible(claim.dismissed is not None)
        reason = f" ({claim.dismissed})" if claim.dismissed else ""
        self._dismissed_text.setText(self.tr("Dismissed: not a claim{0}").format(reason))

    def _show_judged(self, claim: Claim) -> None:
        mine = self._given_now()
        self.signed.show_claim()
        self._show_verdict()
        self.reason.show_text(self._typed("reason", mine.reason if mine else ""))
        self._say_incomplete()
        self.note.show_text(self._typed("note", mine.note if mine else ""))
        writable = self._session.editable
        self._back.setEnabled(writable)
        self.verdicts.setEnabled(writable and claim.dismissed is None)
        for field in (self.wording, self.reason, self.note, self.claimant):
            field.setReadOnly(not writable)
        disputed = claim.state == "disputed"
        words = self.tr("VERDICT · REVIEWERS DISAGREE") if disputed else self.tr("VERDICT")
        self._verdict_caption.setText(words)

    def _given_now(self) -> Assessment | None:
        """What the fields show: what this reviewer gave, or the correction that came after it."""
        corrected = self._session.correction() if self._session.frozen else None
        return corrected or self._session.own_assessment()

    def _show_verdict(self) -> None:
        mine = self._given_now()
        self.verdicts.set_verdict(mine.verdict if mine else None)
        free = mine is not None and bool(mine.verdict) and mine.free_text
        self._own_words.setText(self.tr("“{0}”").format(mine.verdict) if mine and free else "")
        self._own_words.setVisible(free)
        self._say_incomplete()

    def _say_incomplete(self) -> None:
        """Under a scale that asks for a reason, a verdict without one is shown as incomplete."""
        scale, mine = self._session.scale, self._given_now()
        given = mine is not None and bool(mine.verdict) and self._session.claim is not None
        lacks = given and not self.reason.toPlainText().strip()
        self._incomplete.setVisible(bool(scale and scale.needs_reason and lacks))

    def _typed(self, name: str, stored: str) -> str:
        """What a field shows: what is typed and could not be finished, or what is stored."""
        typed = self._session.typed(name)
        return stored if typed is None else typed

    def _forget_undo(self) -> None:
        """Undo in a field must not bring back what was typed on another claim, or by another
        reviewer."""
        claim = self._session.claim
        shown = (claim.key if claim else 0, self._session.reviewer)
        if shown != self._shown:
            self._shown = shown
            for field in (self.wording, self.reason, self.note):
                field.document().clearUndoRedoStacks()
            self.claimant.setText(self.claimant.text())  # which forgets it too

    def _show_history(self) -> None:
        reader, claim = self._session.reader, self._session.claim
        if reader and claim and self.tabs.currentWidget() is self.history:
            self.history.show_events(reader.history(claim.key))

    def _show_tab(self) -> None:
        self._show_history()
        self._show_precedents()
        if self.tabs.currentWidget() is self.history:
            self.history_opened.emit()

    def _changed(self, change: Change) -> None:
        claim = self._session.claim
        if claim is None:
            return
        if change.claim == claim.key or "signed_at" in change.after:
            self._show_claim()
        elif change.subject in ("source", "copy"):  # which may serve this claim, too
            self._show_evidence()
            self._show_history()

    def apply_theme(self) -> None:
        """Repaints what style sheets do not reach."""
        for box in (self.facts, self.fields, self.parts, self.evidence, self.history):
            box.apply_theme()
        self.verdicts.update()

    # ------------------------------------------------------------ focus

    def focus_field(self, name: str) -> None:
        """Puts the cursor into "wording", "reason", "note" or "claimant"."""
        if self._session.claim is None:
            return
        self.tabs.setCurrentIndex(0)
        field: QWidget = getattr(self, name)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if name == "claimant":
            self.claimant.selectAll()

    def open_field(self, name: str) -> None:
        """Puts the cursor into a field of ``fields``."""
        if self._session.claim:
            self.tabs.setCurrentIndex(0)
            self.fields.open_field(name)

    def show_evidence(self) -> None:
        """Goes to the evidence of the claim."""
        if self._session.claim is None:
            return
        self.tabs.setCurrentWidget(self.evidence)
        row = next(iter(self.evidence.rows.values()), None)
        (row or self.evidence.add).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_precedents(self) -> None:
        """Goes to the earlier checks of the claim."""
        if self._session.claim is not None:
            self.tabs.setCurrentWidget(self.precedents)
            self.precedents.focus_first()

    def show_cited(self, number: int) -> None:
        """Goes to what ``[number]`` means, if there is such evidence."""
        self.tabs.setCurrentWidget(self.evidence)
        self.evidence.open_number(number)

    def _order_tabs(self) -> None:
        """Tab goes round as the eye does, whatever controls this claim and its scale bring."""
        found = [self.proposal.accept, *self.parts.tab_stops()]
        judged = [
            *self.readings.tab_stops(),
            *self.verdicts.buttons,
            self.reason,
            self.cited.label,
            self.note,
        ]
        details = [self.claimant, *self.facts.tab_stops(), *self.fields.tab_stops()]
        fields: list[QWidget] = [self.wording, *found, *judged, *details]
        for one, following in pairwise(fields):
            QWidget.setTabOrder(one, following)


class _Line(QLineEdit):
    """A line that Escape and Return leave."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.escaped.emit()
            return
        super().keyPressEvent(event)
