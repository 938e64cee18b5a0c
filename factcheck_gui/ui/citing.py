"""Citing evidence in the published reason: ``[`` offers the numbers, and below the field stands
what each number means, as a link to it. Not here: the evidence itself (evidence_panel.py).
"""

from __future__ import annotations

import html

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck_gui.domain import Evidence, citations
from factcheck_gui.session import Session
from factcheck_gui.ui import evidence_words
from factcheck_gui.ui.disclosure import links
from factcheck_gui.ui.offers import Offers
from factcheck_gui.ui.text_field import TextField

_WIDE = 320  # pixels of the list of numbers
_TITLE = 40  # characters of a title in a link


class Citing(QObject):
    """``[`` in a field of prose offers the numbers of the evidence."""

    def __init__(self, field: TextField, session: Session) -> None:
        super().__init__(field)
        self._field, self._session = field, session
        self.offers = Offers(self.tr("Evidence to cite"), field)
        self.offers.taken.connect(self._take)
        field.offers = self.offers
        field.typed.connect(lambda _: self._offer())

    def _offer(self) -> None:
        field, cursor = self._field, self._field.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = self._session.evidence() if before.endswith("[") else []
        choices = [(f"[{one.number}] {evidence_words.title(one)}", one.number) for one in found]
        place = field.cursorRect()
        place.setWidth(min(_WIDE, field.width()))
        self.offers.offer(choices, place, first=True)

    def _take(self, number: int) -> None:
        cursor = self._field.textCursor()
        after = cursor.block().text()[cursor.positionInBlock() :]
        cursor.insertText(str(number))
        if after.startswith("]"):
            cursor.movePosition(QTextCursor.MoveOperation.Right)
        else:
            cursor.insertText("]")
        self._field.setTextCursor(cursor)


class Cited(QWidget):
    """What the numbers in a reason mean; ``wanted`` brings the number of a link pressed."""

    wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.label = links("small")
        self.label.setAccessibleName(self.tr("Evidence cited"))
        self.label.linkActivated.connect(lambda number: self.wanted.emit(int(number)))
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.addWidget(self.label)
        self.hide()

    def show_reason(self, reason: str) -> None:
        """Takes a reason as it is typed."""
        numbers = citations(reason)
        found = self._session.evidence() if numbers else []
        self.label.setText(" · ".join(self._link(found, one) for one in numbers))
        self.setVisible(bool(numbers))

    def _link(self, found: list[Evidence], number: int) -> str:
        one = evidence_words.cited(found, number)
        if one is None:
            return html.escape(self.tr("[{0}] is no evidence here").format(number))
        title = evidence_words.title(one)
        short = title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
        return f'<a href="{number}">[{number}] {html.escape(short)}</a>'
