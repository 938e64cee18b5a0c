"""Why a claim is here and what was found in it: check-worthiness in words, kind, who said it in
which words, figures, dates, names, what contests it. Each can be put right in its place.

Closed it is a line or two; open it is a small table. It shows the session's current claim and
calls its verbs. Not here: the wording and the verdict (review_panel.py), the form for a figure or
a date (fact_editor.py), words (fact_words.py).
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.correcting import KINDS, TYPES
from factcheck_gui.domain import Claim, DateMention, Figure, Span
from factcheck_gui.session import Session
from factcheck_gui.ui import core_words, fact_words, theme
from factcheck_gui.ui.disclosure import Disclosure, links, prose
from factcheck_gui.ui.fact_editor import Fact, FactEditor
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.choice_button import ChoiceButton
from factcheck_gui.ui.lists.flow_layout import FlowLayout, emptied

_LONGEST = 40  # characters of a fact on its button; the tool tip has the whole


class ClaimFacts(QWidget):
    """Shows ``session.claim`` when told to. ``shown_in_text`` asks to mark who said it in the
    reader; ``place_asked`` is answered with the text selected there, if any."""

    shown_in_text = Signal()
    refilled = Signal()  # other controls than before: the order of Tab is to be set again

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.selected: Callable[[], Span | None] = lambda: None
        self._place = 0  # which figure or date is being put right; past the last for a new one
        self.summary = prose("muted")
        self._table = QWidget()
        self.head = Disclosure(self._table)
        self.head.opened.connect(lambda opened: self.summary.setVisible(not opened))
        self.head.opened.connect(lambda _: self.show_claim())
        self._make_rows()
        self._lay_out()

    # ------------------------------------------------------------ building

    def _make_rows(self) -> None:
        self.score = prose()
        self.kind = ChoiceButton(
            self.tr("Kind of claim"), [(one, core_words.kind(one)) for one in KINDS]
        )
        self.type = ChoiceButton(
            self.tr("Fact or opinion"), [(one, core_words.claim_type(one)) for one in TYPES]
        )
        self.said = links()
        self.polarity = ChoiceButton(
            self.tr("Claims or denies"),
            [(one, core_words.polarity(one)) for one in ("positive", "negative")],
        )
        self.in_text = QPushButton(self.tr("Show in the text"))
        self.in_text.setProperty("look", "flat")
        self.in_text.setToolTip(self.tr("Key {0}").format("A"))
        self.names = prose()
        self.contested = links()
        self.figures, self.dates = _Facts(), _Facts()
        self._editing = self.figures  # the row whose fact is being put right
        self.editor = FactEditor(self)
        self.kind.chosen.connect(self._session.set_kind)
        self.type.chosen.connect(self._session.set_type)
        self.polarity.chosen.connect(self._session.set_polarity)
        self.in_text.clicked.connect(self.shown_in_text)
        self.contested.linkActivated.connect(lambda n: self._session.go_to_number(int(n)))
        self.editor.done.connect(self._put_right)
        self.editor.left.connect(self._leave_editor)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        for name, caption, content in (
            ("score", self.tr("WHY"), self.score),
            ("kind", self.tr("KIND"), _side_by_side(self.kind, self.type)),
            ("said", self.tr("SAID"), self._said_row()),
            ("figures", self.tr("FIGURES"), self.figures),
            ("dates", self.tr("DATES"), self.dates),
            ("names", self.tr("NAMES"), self.names),
            ("contested", self.tr("CONTESTED"), self.contested),
        ):
            label = QLabel(caption)
            label.setProperty("look", "caption")
            label.setContentsMargins(0, 5 if content is not self.score else 1, 0, 0)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label, grid.rowCount(), 0, top)
            grid.addWidget(content, grid.rowCount() - 1, 1)
            self._rows[name] = (label, content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.summary)
        column.addWidget(self._table)

    def _said_row(self) -> QWidget:
        return _side_by_side(self.said, self.polarity, self.in_text)

    # ------------------------------------------------------------ showing

    def show_claim(self) -> None:
        """Takes the session's current claim."""
        claim = self._session.claim
        self._leave_editor()
        if claim is None:
            return
        found = claim.origin == "found"
        percent = fact_words.percent(claim.score)
        self.head.setText(
            self.tr("Check-worthiness {0} %").format(percent) if found else self.tr("Added by hand")
        )
        words = fact_words.summary(claim)
        self.summary.setText(words)
        self.summary.setVisible(bool(words) and not self.head.isChecked())
        if self.head.isChecked():
            self._fill(claim)

    def _fill(self, claim: Claim) -> None:
        writable = not self._session.read_only
        self._fill_score(claim)
        for button, value in ((self.kind, claim.kind), (self.type, claim.type)):
            button.put(value)
            button.setEnabled(writable)
        self._fill_said(claim, writable)
        figures = [claim_words.figure_words(one) for one in claim.figures]
        self._fill_facts(self.figures, self.tr("Add a figure"), figures, writable)
        dates = [fact_words.date_words(one) for one in claim.dates]
        self._fill_facts(self.dates, self.tr("Add a date"), dates, writable)
        self._fill_names(claim)
        self._fill_contested(claim)
        self.refilled.emit()

    def _fill_score(self, claim: Claim) -> None:
        raised, lowered = fact_words.reasons(claim)
        lines = [raised, self.tr("Lowered by: {0}").format(lowered) if lowered else ""]
        self.score.setText("\n".join(one for one in lines if one))
        self._show_row("score", bool(raised or lowered))

    def _fill_said(self, claim: Claim, writable: bool) -> None:
        said, article = claim.attribution, self._session.article
        text = article.text if article else ""
        words = fact_words.source(claim, text)
        words = f"“{words}” " if words else ""
        if not claim.claimant:
            words = claim_words.voice(claim)
        cue = html.escape(claim_words.one_line(claim.cue))
        self.said.setText(f"{html.escape(words)}<i>{cue}</i>")
        self.polarity.put(said.polarity if said else "positive")
        self.polarity.setVisible(bool(claim.claimant or said))
        self.polarity.setEnabled(writable)
        self.in_text.setVisible(said is not None)

    def _fill_facts(self, row: _Facts, more: str, facts: Sequence[str], writable: bool) -> None:
        buttons = []
        for place, words in enumerate(facts):
            button = _flat(words, self.tr("Put right: {0}").format(words))
            button.clicked.connect(partial(self._open_editor, row, place))
            button.setEnabled(writable)
            buttons.append(button)
        if writable:
            add = _flat("+", more)
            add.clicked.connect(partial(self._open_editor, row, len(facts)))
            buttons.append(add)
        row.show_buttons(buttons)

    def _fill_names(self, claim: Claim) -> None:
        article = self._session.article
        words = fact_words.names(claim, article.text if article else "")
        self.names.setText(words)
        self._show_row("names", bool(words))

    def _fill_contested(self, claim: Claim) -> None:
        lines = []
        for number, reason in zip(claim.contested_by, claim.contested_why, strict=True):
            words = self.tr("by claim {0}").format(number)
            link = f'<a href="{number}">{words}</a>'
            why = core_words.contested(reason)
            lines.append(f"{link} · {html.escape(why)}" if why else link)
        self.contested.setText("<br>".join(lines))
        self._show_row("contested", bool(lines))

    def _show_row(self, name: str, shown: bool) -> None:
        for widget in self._rows[name]:
            widget.setVisible(shown)

    # ------------------------------------------------------------ putting right

    def _open_editor(self, row: _Facts, place: int) -> None:
        claim = self._session.claim
        if claim is None:
            return
        self._editing, self._place = row, place
        row.column.addWidget(self.editor)
        self.refilled.emit()
        facts: Sequence[Fact] = claim.figures if row is self.figures else claim.dates
        new = place >= len(facts)
        self.editor.edit(self._new_fact(row, claim) if new else facts[place], new=new)

    def _new_fact(self, row: _Facts, claim: Claim) -> Fact:
        """A fact at the words selected in the reader, or at the claim's own."""
        span = self.selected() or claim.spans[0]
        return Figure(span, 0.0) if row is self.figures else DateMention(span)

    def _put_right(self, fact: Fact | None) -> None:
        claim, row = self._session.claim, self._editing
        if claim is None:
            return
        is_figure = row is self.figures
        facts: list[Fact] = list(claim.figures if is_figure else claim.dates)
        facts[self._place : self._place + 1] = [] if fact is None else [fact]
        self._leave_editor()
        if is_figure:
            self._session.set_figures([one for one in facts if isinstance(one, Figure)])
        else:
            self._session.set_dates([one for one in facts if isinstance(one, DateMention)])
        row.setFocus()

    def _leave_editor(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.editor.isAncestorOf(focused)
        self.editor.hide()
        if had_focus:
            self._editing.setFocus()

    def tab_stops(self) -> list[QWidget]:
        """What Tab reaches, in the order of the eye."""
        stops: list[QWidget] = [self.head, self.kind, self.type, self.polarity, self.in_text]
        for row in (self.figures, self.dates):
            stops += row.buttons
            stops += self.editor.tab_stops() if row is self._editing else []
        return [*stops, self.contested]

    def apply_theme(self) -> None:
        """Draws anew what style sheets do not reach."""
        self.head.draw()


class _Facts(QWidget):
    """A row of facts as buttons that wraps."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._flow = FlowLayout(4)
        self.column = QVBoxLayout(self)  # with room for the form below the buttons
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(self._flow)

    def show_buttons(self, buttons: Sequence[QPushButton]) -> None:
        emptied(self._flow)
        self.buttons = list(buttons)
        for button in buttons:
            self._flow.addWidget(button)
            button.show()  # now and not in the event loop's next round: the focus may go there
        if buttons:
            self.setFocusProxy(buttons[0])


def _flat(words: str, name: str) -> QPushButton:
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    button = QPushButton(short.replace("&", "&&"))
    button.setProperty("look", "fact")
    button.setAccessibleName(name)
    button.setToolTip(claim_words.tooltip(name))
    return button


def _side_by_side(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.GAP)
    for widget in widgets:
        layout.addWidget(widget, int(isinstance(widget, QLabel)))
    if not any(isinstance(widget, QLabel) for widget in widgets):
        layout.addStretch(1)
    return row
