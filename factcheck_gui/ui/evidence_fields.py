"""The single fields of the form for evidence: a line, a day, and the source's title, which offers
sources of the library. Each says what is typed; none knows the session.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck_gui.domain import Source
from factcheck_gui.ui import evidence_words, theme
from factcheck_gui.ui.offers import Offers

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")  # as much of a day as is known


class Line(QLineEdit):
    """``typed`` for what a person types, ``left`` when it is finished, ``escaped`` on Escape."""

    typed = Signal(str)
    left = Signal()
    escaped = Signal()

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint or name)
        self.textEdited.connect(self.typed)
        self.editingFinished.connect(self.left)

    def show_text(self, text: str) -> None:
        """Puts a text in; one that is there already stays untouched."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes words; files are for the pane around it, which keeps copies of them."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class DayLine(Line):
    """A day as 2024-03-02, or as much of it as is known. Anything else is kept and marked wrong,
    once it is left or shown."""

    judged = Signal(bool)  # whether what stands here is a day, or nothing

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        self.left.connect(self.judge)

    def show_text(self, text: str) -> None:
        """Puts a text in, which is judged unless somebody is at it."""
        super().show_text(text)
        if not self.hasFocus():
            self.judge()

    def judge(self) -> None:
        """Marks what is no day."""
        right = self.is_day()
        look = "" if right else "wrong"
        if look != (self.property("look") or ""):
            theme.set_look(self, look)
        self.judged.emit(right)

    def is_day(self) -> bool:
        """Whether a day stands here, or nothing."""
        text = self.text().strip()
        if not text:
            return True
        try:
            return bool(_DAY.fullmatch(text)) and bool(date.fromisoformat(f"{text}-01-01"[:10]))
        except ValueError:
            return False


class SourceLine(Line):
    """The title of a source. While ``offers`` is set it offers sources to be used again;
    ``picked`` brings the row id of the one chosen."""

    picked = Signal(int)

    def __init__(self, name: str, hint: str, find: Callable[[str], list[Source]]) -> None:
        super().__init__(name, hint)
        self._find = find
        self.offers = True
        self._list = Offers(self.tr("Sources of this library"), self)
        self._list.taken.connect(self.picked.emit)
        self.typed.connect(self._offer)

    def _offer(self, text: str) -> None:
        found = self._find(text) if self.offers and text.strip() else []
        self._list.offer([(evidence_words.source_line(one), one.key) for one in found])
