"""The page of the reader: a QTextEdit over an ArticleLayout whose scrolling stays calm.

Here: showing a text, keeping the place, laying out when idle. Not here: keys and the mouse
(reader_edit.py), claims. Everything is counted in positions of the document.

The layout knows exact heights only of what was shown. Whenever heights change, the words in view
stay where they are and the scroll bar follows; the rest is laid out in small slices when idle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from factcheck_gui.ui.reader.article_layout import ArticleLayout
from factcheck_gui.ui.reader.page_styles import Line, PageStyles
from factcheck_gui.ui.reader.placed_block import Decoration

_SLICE = 0.006  # seconds of laying out at a time while idle
_REST = 1  # milliseconds between two slices
_ROUNDS = 8  # blocks get higher or lower as they are laid out: the view is filled in rounds


class PageEdit(QTextEdit):
    """Shows a document and says when heights changed."""

    heights_changed = Signal()

    def __init__(self, decorations: Sequence[Decoration], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._busy = False
        self._next = 0  # the first block the idle slices have not reached
        self._make_document(decorations)
        self._idle = QTimer(self)
        self._idle.setInterval(_REST)
        self._idle.timeout.connect(self._lay_out_slice)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _make_document(self, decorations: Sequence[Decoration]) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self.page = ArticleLayout(document, decorations)
        document.setDocumentLayout(self.page)
        self.page.grew.connect(self._grew)
        self.setDocument(document)

    # ------------------------------------------------------------ what is shown

    def show_text(self, text: str) -> int:
        """Sets the document's text; returns how many UTF-16 units Qt counts in it.

        The page stays empty until ``show_lines`` is called.
        """
        self._busy = True
        self.page.suspend()
        self.setPlainText(text)
        self._busy = False
        return self.document().characterCount() - 1

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Lays out the text set before, from its top."""
        self.page.load(lines)
        self._go(0, self.page.top(0))
        self._start_idle()

    def set_styles(self, styles: PageStyles) -> None:
        """Another text size; the words at the top stay there."""
        with self.steady():
            self._busy = True
            self.setFont(styles.body)
            self.document().setDefaultFont(styles.body)
            self._busy = False
            self.page.set_styles(styles)
        self._start_idle()

    def lay_out_again(self, numbers: Sequence[int]) -> None:
        """Blocks whose decorations need other room; those not shown wait for their turn."""
        if not numbers:
            return
        with self.steady():
            for number in numbers:
                self.page.forget(number)
        self._next = min(self._next, *numbers)
        self._idle.start()

    def repaint_blocks(self, numbers: Sequence[int]) -> None:
        """Paints some blocks anew, as far as they are in view."""
        if not numbers:
            return
        scrolled, room = self.verticalScrollBar().value(), self.page.styles.pitch
        top = self.page.top(numbers[0]) - scrolled - room
        bottom = self.page.top(numbers[-1] + 1) - scrolled + room
        if bottom > 0 and top < self.viewport().height():
            self.viewport().update(0, top, self.viewport().width(), bottom - top)

    # ------------------------------------------------------------ keeping the place

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Whatever changes meanwhile, the line at the top of the view stays where it is."""
        if self._busy or not self.page.count():
            yield
            return
        position, below = self.place()
        yield
        number, inside = self.page.line_top(position)
        self._go(number, below - inside)

    def place(self) -> tuple[int, float]:
        """A position in the topmost line, and how far below the view's top the line begins."""
        if not self.page.count():
            return 0, 0
        top = self.verticalScrollBar().value()
        number = self.page.number_at(top)
        position = self.page.first_position(number, top - self.page.top(number))
        number, inside = self.page.line_top(position)
        return position, self.page.top(number) + inside - top

    def _go(self, number: int, below: float) -> None:
        """Shows a block with its top ``below`` pixels under the view's top."""
        was = self._busy
        self._busy = True
        top = self._fill(number, below)
        changed = self.page.unsaid
        self.page.emit_size()
        self.verticalScrollBar().setValue(top)
        self._busy = was
        self.viewport().update()
        if changed:
            self.heights_changed.emit()

    def _fill(self, anchor: int, below: float) -> int:
        """Lays out all that shows when ``anchor`` is there; returns where the view begins."""
        height, count = self.viewport().height(), self.page.count()
        for _ in range(_ROUNDS):
            top = self.page.top(anchor) - below
            changed = False
            number = self.page.number_at(top)
            while number < count and self.page.top(number) <= top + height:
                changed = self.page.ensure(number) != 0 or changed
                number += 1
            if not changed:
                break
        return round(self.page.top(anchor) - below)

    def _scrolled(self, value: int) -> None:
        """Lays out what came into view; what was in view already does not jump."""
        if self._busy or not self.page.count():
            return
        page, bottom = self.page, value + self.viewport().height()
        number = first = page.number_at(value)
        while number < page.count() and page.top(number) <= bottom and not page.is_laid(number):
            number += 1
        seen = number < page.count() and page.is_laid(number)
        anchor = number if seen else first
        below = page.top(anchor) - value
        self._busy = True
        top = self._fill(anchor, below)
        if page.unsaid:
            page.emit_size()
        if top != value:
            self.verticalScrollBar().setValue(top)
        self._busy = False

    def _grew(self, number: int, grown: int) -> None:
        """Qt looked at a block out of view, for the text cursor: what is in view stays."""
        bar = self.verticalScrollBar()
        if not self._busy and self.page.top(number) < bar.value():
            self._busy = True
            self.page.emit_size()
            bar.setValue(bar.value() + grown)
            self._busy = False

    def _start_idle(self) -> None:
        self._next = 0
        self._idle.start()

    def _lay_out_slice(self) -> None:
        """Lays out a few more blocks. The view shows the same words before and after."""
        until = perf_counter() + _SLICE
        page, count = self.page, self.page.count()
        if not count:
            self._idle.stop()
            return
        top = self.verticalScrollBar().value()
        anchor = page.number_at(top)
        below = page.top(anchor) - top
        grown = 0
        while self._next < count and perf_counter() < until:
            grown |= page.ensure(self._next)
            self._next += 1
        if grown:
            self._busy = True
            page.emit_size()
            self.verticalScrollBar().setValue(page.top(anchor) - below)
            self._busy = False
        if self._next >= count:
            self._idle.stop()
            self.heights_changed.emit()

    @property
    def settled(self) -> bool:
        """Whether every height is exact."""
        return self._next >= self.page.count()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Pixels move only when the reader scrolls, not when heights above were put right."""
        if not self._busy:
            super().scrollContentsBy(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        column = self.page.column
        with self.steady():
            self._busy = True
            super().resizeEvent(event)
            self._busy = False
        if column != self.page.column:
            self._start_idle()

    def show_position(self, position: int) -> None:
        """Scrolls so that the line with a position is the first one in view; 0 is the very top."""
        if self.page.count():
            number, inside = self.page.line_top(position)
            self._go(number, -inside if position else self.page.top(0))

    def reveal(self, start: int, end: int) -> None:
        """Scrolls so that a part of the document is comfortably in view; not at all if it is."""
        if not self.page.count():
            return
        number, inside = self.page.line_top(start)
        last, low = self.page.line_top(max(end - 1, start))
        view, height = self.verticalScrollBar().value(), self.viewport().height()
        top = self.page.top(number) + inside
        bottom = self.page.top(last) + low + self.page.styles.pitch
        if top >= view + height * 0.1 and bottom <= view + height * 0.85:
            return
        share = 0.3 if bottom - top < height * 0.5 else 0.1
        if top < height * 0.6:
            number, inside, share = 0, 0, self.page.top(0) / max(height, 1)  # the very beginning
        self._go(number, height * share - inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.page.count():
            return
        super().paintEvent(event)

    # ------------------------------------------------------------ places

    def position_at(self, point: QPointF, exact: bool = False) -> int:
        """The position under a point of the viewport; -1 if ``exact`` and there is no text."""
        on_page = point + QPointF(0, self.verticalScrollBar().value())
        how = Qt.HitTestAccuracy.ExactHit if exact else Qt.HitTestAccuracy.FuzzyHit
        return self.page.hitTest(on_page, how)

    def put_cursor(self, position: int, anchor: int | None = None) -> None:
        """Moves the text cursor (and selects from ``anchor``) without scrolling."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position if anchor is None else anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._busy = True
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)
        self._busy = False
