"""The precedents tab: earlier checks that say the same as the current claim, best first, each with
its verdict as given. It shows what it is handed and tells what is wanted; it decides nothing.

Not here: seeking them (earlier_checks.py), the files they come from (feeds_dialog.py).
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.library.precedents import Earlier
from factcheck_gui.session import Session
from factcheck_gui.ui import precedent_words
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words

_AT_ONCE = 3  # cards


class PrecedentsPanel(QScrollArea):
    """``wanted`` asks for the checks of the session's claim, which ``show_found`` takes."""

    wanted = Signal(str)  # in these words; "" are the claim's own
    opened = Signal(int, int)  # row ids of an article and of a claim in it
    cited = Signal(object)  # an Earlier, to be used as evidence
    copied = Signal(str)  # an address
    import_wanted = Signal()
    counted = Signal(int)  # how many checks are shown

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looked_at = False
        self._shown = (0, "")  # row id and words of the claim whose checks are shown
        self._claim = 0  # for which something may be typed
        self.cards: list[PrecedentCard] = []
        self._waiting: list[Earlier] = []  # found, and not shown yet
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._add_some)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Look in other words"))
        self.field.setAccessibleName(self.tr("Look for earlier checks in other words"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self.seek())
        self.state = prose("muted")
        self.state.setAccessibleName(self.tr("Earlier checks"))
        self.bring = QPushButton(self.tr("Import earlier checks…"))
        self.bring.clicked.connect(self.import_wanted)
        self._lay_out()
        for signal in (session.reviewer_changed, session.library_opened):
            signal.connect(self.seek)  # somebody else may be told other things

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.state)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self.bring)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Earlier checks of the claim"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)

    def focus_first(self) -> None:
        """Puts the focus on the first thing that can be done here."""
        buttons = [self.bring] if not self.cards else self.cards[0].buttons()
        first = next((one for one in buttons if one.isVisible() and one.isEnabled()), self)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------ showing

    def show_claim(self, *, looked_at: bool) -> None:
        """Seeks the checks of the session's claim, if somebody looks and it is another one."""
        self._looked_at = looked_at
        claim = self._session.claim
        now = (claim.key, claim.wording or claim.text) if claim else (0, "")
        if now != self._shown:
            if now[0] != self._claim:
                self._forget_words()
                self._claim = now[0]
            self._shown = (0, "")
            self._fill([])
            self.counted.emit(0)
            self.state.setText(self.tr("Looking for earlier checks…"))
            self.bring.hide()
            if looked_at and claim:
                self._shown = now
                self.wanted.emit(" ".join(self.field.text().split()))

    def _forget_words(self) -> None:
        """What was typed for another claim."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)

    def seek(self) -> None:
        """Other checks are there now: they are sought anew."""
        self._shown = (0, "")
        self.show_claim(looked_at=self._looked_at)

    def show_found(self, claim: int, found: list[Earlier]) -> None:
        """Shows the checks of a claim, unless another one is current by now."""
        if claim != self._shown[0]:
            return
        self._fill(found)
        self.counted.emit(len(found))
        self.state.setText(precedent_words.how_many(len(found)))
        self.bring.setVisible(not found)
        self.bring.setEnabled(self._session.store is not None)
        if self.hasFocus():  # it was asked for by its key, before there was anything to go to
            self.focus_first()

    def _fill(self, found: list[Earlier]) -> None:
        focus = QApplication.focusWidget()
        if focus and focus is not self.field and self.isAncestorOf(focus):
            self.setFocus()  # or the focus would go to another pane with what is deleted
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self._waiting = list(found)
        self._add_some()

    def _add_some(self) -> None:
        """The best at once, the others when the window has time: a card takes some milliseconds."""
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for one in some:
            self._add(one)
        if self._waiting:
            self._later.start()

    def _add(self, one: Earlier) -> None:
        card = PrecedentCard(one)
        self.cards.append(card)
        self._list.addWidget(card)
        card.show()  # now, so that the focus can go there
        card.open.clicked.connect(lambda: self.opened.emit(one.article, one.claim))
        card.cite.clicked.connect(lambda: self.cited.emit(one))
        card.copy.clicked.connect(lambda: self.copied.emit(one.precedent.url))
        card.cite.setEnabled(self._session.editable)


class PrecedentCard(QFrame):
    """One earlier check: its verdict, how near it is, what was checked, by whom, and what to do."""

    def __init__(self, earlier: Earlier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier = earlier
        self.setProperty("look", "card")
        words = precedent_words.claim(earlier)
        self.setAccessibleName(precedent_words.spoken(earlier))
        self.verdict, self.near = prose("strong"), prose("small", wraps=False)
        self.verdict.setText(precedent_words.verdict(earlier))
        self.near.setText(precedent_words.near(earlier))
        self.claim, self.about = prose(), prose("small")
        self.claim.setText(words)
        self.claim.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setText(precedent_words.about(earlier))
        if earlier.precedent.explanation:
            self.setToolTip(claim_words.tooltip(words, earlier.precedent.explanation))
        self.open = self._button(self.tr("Open the claim"), bool(earlier.claim))
        self.cite = self._button(self.tr("Use as evidence"), not earlier.claim)
        self.copy = self._button(self.tr("Copy the address"), bool(earlier.precedent.url))
        self._lay_out()

    def buttons(self) -> list[QPushButton]:
        """What can be done with it, in their order."""
        return [self.open, self.cite, self.copy]

    def _button(self, text: str, wanted: bool) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", "flat")
        button.setAccessibleName(f"{text}: {claim_words.one_line(self.claim.text())[:80]}")
        button.setVisible(wanted)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 6)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.addWidget(self.verdict, 1)
        head.addWidget(self.near)
        column.addLayout(head)
        column.addWidget(self.claim)
        column.addWidget(self.about)
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self.buttons():
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
