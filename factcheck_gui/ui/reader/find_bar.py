"""Finding words in the article: the bar over the reader, the search, and the marks of the hits.

Here: Ctrl+F. Not here: searching the library. Offsets are code points of the article's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from factcheck_gui.domain import Span
from factcheck_gui.ui import theme
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.reader.fragments import fragments
from factcheck_gui.ui.reader.offsets import Display, make_display
from factcheck_gui.ui.reader.placed_block import PlacedBlock

MOST = 10_000  # hits kept; nobody steps through more
_WAIT = 120  # milliseconds after the last key
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_ALIKE = ("'’‘ʼ", '"“”„«»', "-‐‑–—", "…")


def find_all(text: str, words: str, most: int = MOST) -> list[Span]:
    """Where ``words`` occur, ignoring case, the kind of quotation mark, and line breaks."""
    if not words.strip():
        return []
    pattern = "".join(_pattern(letter) for letter in re.sub(r"\s+", " ", words))
    found: list[Span] = []
    for match in re.finditer(pattern, text, re.IGNORECASE):
        found.append(Span(*match.span()))
        if len(found) == most:
            break
    return found


def _pattern(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    alike = next((group for group in _ALIKE if letter in group), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(letter)


class FindHits:
    """The hits of a search, framed in the article: a Decoration of the page."""

    def __init__(self) -> None:
        self.start(make_display(""), 0)

    def start(self, display: Display, header_lines: int) -> None:
        """Another article is shown."""
        self._display, self._header = display, header_lines
        self.spans: list[Span] = []

    def room(self, number: int, position: int, layout: QTextLayout) -> list[tuple[int, int, float]]:
        return []

    def paint_under(self, painter: QPainter, placed: PlacedBlock) -> None:
        line = placed.number - self._header
        if not self.spans or line < 0:
            return
        start, end = self._display.starts[line], self._display.ends[line]
        at = bisect_left(self.spans, start, key=lambda span: span.end)
        colors = theme.current()
        painter.setPen(QPen(colors.color("accent"), 1))
        painter.setBrush(colors.color("selected"))
        while at < len(self.spans) and self.spans[at].start < end:
            first = self._display.to_qt(self.spans[at].start) - placed.position
            last = self._display.to_qt(self.spans[at].end) - placed.position
            for box in fragments(placed, first, last):
                painter.drawRect(box.adjusted(0, 1, 0, 1))
            at += 1

    def paint_over(self, painter: QPainter, placed: PlacedBlock) -> None:
        """Nothing: the text stays as it is."""


class _Field(QLineEdit):
    """A line in which Enter, Shift+Enter and Escape are the bar's, whatever the window's are."""

    entered = Signal(bool)  # whether backwards
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in _KEYS:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """One line: what to find, which hit of how many, and the way to the others."""

    asked = Signal(str)
    stepped = Signal(int)  # 1 forward, -1 back
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.field = _Field()
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self._wait = QTimer(self, singleShot=True, interval=_WAIT)
        self._wait.timeout.connect(self._ask)
        self.field.textChanged.connect(self._typed)
        self.field.escaped.connect(self.closed)
        self.field.entered.connect(self._entered)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.GAP // 2, theme.GAP, theme.GAP // 2)
        row.setSpacing(theme.GAP // 2)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self._button("↑", self.tr("Previous hit"), lambda: self.stepped.emit(-1)))
        row.addWidget(self._button("↓", self.tr("Next hit"), lambda: self.stepped.emit(1)))
        row.addWidget(self._button("✕", self.tr("Close"), self.closed.emit))
        self.hide()

    def _button(self, text: str, name: str, do: object) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("look", "flat")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(do)
        return button

    def open(self, words: str = "") -> None:
        """Shows the bar, with words to find if given, ready to type others."""
        if words:
            self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._ask()

    def has_focus(self) -> bool:
        """Whether the keyboard is in the bar."""
        return any(one.hasFocus() for one in self.findChildren(QWidget))

    def show_place(self, number: int, count: int) -> None:
        """Says which hit is shown, 1 the first; 0 of 0 where there is none."""
        if not self.field.text().strip():
            self.count.setText("")
        elif not count:
            self.count.setText(self.tr("not found"))
        else:
            more = "+" if count >= MOST else ""
            self.count.setText(
                self.tr("{0} of {1}").format(
                    claim_words.whole(number), claim_words.whole(count) + more
                )
            )

    def _typed(self, _words: str) -> None:
        self._wait.start()

    def _entered(self, back: bool) -> None:
        if self._wait.isActive():
            self._ask()
        else:
            self.stepped.emit(-1 if back else 1)

    def _ask(self) -> None:
        self._wait.stop()
        self.asked.emit(self.field.text())
