"""What a sentence asserts one by one: its parts, each offered to be reviewed on its own; and, of a
part, the sentence it belongs to. Shows the session's current claim and calls its verbs.
"""

from __future__ import annotations

import html
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.domain import Claim, opening
from factcheck_gui.session import Session
from factcheck_gui.ui import theme
from factcheck_gui.ui.disclosure import Disclosure, links, prose
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.flow_layout import emptied

_OPENING = 90  # characters of a sentence that a part names


class PartsBox(QWidget):
    """Hidden where a claim has no parts and is none."""

    refilled = Signal()  # other controls than before: the order of Tab is to be set again

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._buttons: list[QPushButton] = []
        self._shown: list[tuple[int, int]] = []  # the parts in the list, with their numbers
        self.whole = links()
        self.whole.linkActivated.connect(lambda key: session.go_to_claim(int(key)))
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 2, 0, 2)
        self._rows.setSpacing(theme.GAP)
        self.head = Disclosure(self._list)
        self.head.opened.connect(lambda _: self.show_claim())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.whole)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)

    def show_claim(self) -> None:
        """Takes the session's current claim."""
        whole, parts = self._session.whole(), self._session.parts()
        self.whole.setVisible(whole is not None)
        if whole:
            self.whole.setText(self._whole_words(whole))
        self.head.setVisible(bool(parts))
        self._list.setVisible(bool(parts) and self.head.isChecked())
        self.head.setText(self.tr("This sentence asserts {0} things").format(len(parts)))
        shown = [(part.key, part.number if part.shown else 0) for part in parts]
        if self.head.isChecked() and shown != self._shown:
            self._shown = shown
            self._fill(parts)
        self.setVisible(bool(whole or parts))

    def _whole_words(self, whole: Claim) -> str:
        name = (
            self.tr("claim {0}").format(whole.number) if whole.number else self.tr("this sentence")
        )
        link = f'<a href="{whole.key}">{html.escape(name)}</a>'
        words = html.escape(opening(whole.text, _OPENING))
        return self.tr("Part of {0}: “{1}”").format(link, words)

    def _fill(self, parts: list[Claim]) -> None:
        emptied(self._rows)
        self._buttons = []
        for part in parts:
            row = self._row(part)
            self._rows.addWidget(row)
            row.show()
        waiting = [part.key for part in parts if not part.shown]
        if len(waiting) > 1:
            every = QPushButton(self.tr("Review all separately"))
            every.setToolTip(self.tr("Key {0}").format("Shift+S"))
            every.setEnabled(not self._session.read_only)
            self._buttons.append(every)
            every.clicked.connect(partial(self._session.review_parts, waiting))
            self._rows.addWidget(every, 0, Qt.AlignmentFlag.AlignRight)
            every.show()
        self.refilled.emit()

    def _row(self, part: Claim) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        words = prose()
        words.setText(claim_words.one_line(part.text))
        if part.shown:
            button = QPushButton(self.tr("Claim {0}").format(part.number))
            button.clicked.connect(partial(self._session.go_to_claim, part.key))
        else:
            button = QPushButton(self.tr("Review separately"))
            button.setEnabled(not self._session.read_only)
            button.clicked.connect(partial(self._session.review_parts, [part.key]))
        self._buttons.append(button)
        button.setProperty("look", "flat")
        button.setAccessibleName(f"{button.text()}: {claim_words.one_line(part.text)}")
        layout.addWidget(words, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def tab_stops(self) -> list[QWidget]:
        """What Tab reaches, in the order of the eye."""
        return [self.whole, self.head, *self._buttons]

    def apply_theme(self) -> None:
        """Draws anew what style sheets do not reach."""
        self.head.draw()
