"""Places an article's lines on the page: the layout of the reader's document.

Here: a QAbstractTextDocumentLayout that gives each line its place and paints the page. Unlike Qt's
own it lays out only what is looked at; what was not seen yet has an estimated height. So an
article of a million characters opens at once, widening the window moves the column and lays
nothing out anew, and the place for a claim's number is made when its paragraph comes into view.
Not here: scrolling (reader_edit.py), what claims look like (claim_marks.py, by ``Decoration``).

Every shown line of the text is a QTextBlock; "number" is its place in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from factcheck_gui.ui import theme
from factcheck_gui.ui.reader.heights import Heights
from factcheck_gui.ui.reader.page_styles import Line, PageStyles, Style
from factcheck_gui.ui.reader.placed_block import Decoration, PlacedBlock, format_range, selected

TOP, BOTTOM, SIDE = 28, 96, 40  # free space around the column, in pixels
_QUIET = ("byline", "caption", "pullquote")  # what is not the article's own text, or repeats it
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
    "\u200f\u202b\u202e\u2067]"
)


class ArticleLayout(QAbstractTextDocumentLayout):
    """Lays out and paints the document. ``load`` it each time its text is set."""

    grew = Signal(int, int)  # Qt asked for a block that was not laid out: its number, pixels

    def __init__(self, document: QTextDocument, decorations: Sequence[Decoration]) -> None:
        super().__init__(document)
        self._decorations = decorations
        self.styles = PageStyles(theme.BASE)
        self._lines: Sequence[Line] = ()
        self._gaps: list[int] = []
        self._heights = Heights()
        self._laid = bytearray()
        self.column = 0  # pixels
        self._loading = False
        self.unsaid = False  # whether heights changed since the scroll bars were told

    # ------------------------------------------------------------ what is shown

    def suspend(self) -> None:
        """Before the document's text changes: nothing is answered until ``load``."""
        self._loading = True

    def load(self, lines: Sequence[Line]) -> None:
        """Takes what the document's lines are, one for each of its blocks."""
        self._lines = lines
        self._loading = False
        self._measure()

    def set_styles(self, styles: PageStyles) -> None:
        """Takes another text size."""
        self.styles = styles
        self._measure()

    def forget(self, number: int) -> None:
        """The room that decorations need in this block may have changed."""
        if number < len(self._laid):
            self._laid[number] = 0

    def _measure(self) -> None:
        """Estimates every height afresh."""
        self.column = self._wanted_column()
        self._gaps = list(self.styles.gaps(self._lines))
        # Without an article there are no lines, but one block.
        places = zip(self._gaps, self._lines, self._lengths(), strict=False)
        self._heights = Heights(
            gap + self.styles.estimate(line, length, self.column) for gap, line, length in places
        )
        self._laid = bytearray(len(self._lines))

    def _lengths(self) -> Iterator[int]:
        block = self.document().begin()
        while block.isValid():
            yield block.length()
            block = block.next()

    # ------------------------------------------------------------ size and place

    def _wanted_column(self) -> int:
        room = self.document().pageSize().width() - 2 * SIDE
        return max(int(min(self.styles.column, room)), 8 * round(self.styles.em))

    @property
    def left(self) -> int:
        """Where the column begins."""
        page = self.document().pageSize().width()
        return max(int((page - self.column) / 2), min(SIDE, int(page / 10)), 0)

    def documentChanged(self, from_: int, removed: int, added: int) -> None:
        """Called by Qt for a new page size, too. Only a new column width costs anything."""
        if not self._loading and self._lines and self.column != self._wanted_column():
            self._measure()

    def documentSize(self) -> QSizeF:
        width = max(self.document().pageSize().width(), 0)
        return QSizeF(width, TOP + self._heights.total + BOTTOM)

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block's lines are, without the gap above. Lays the block out."""
        number = block.blockNumber()
        if self._loading or not 0 <= number < len(self._lines):
            return QRectF()
        grown = self.ensure(number)
        if grown:
            self.grew.emit(number, grown)
        top = TOP + self._heights.top(number) + self._gaps[number]
        height = self._heights[number] - self._gaps[number]
        return QRectF(self.left, top, self.column, height)

    def count(self) -> int:
        return len(self._lines)

    def top(self, number: int) -> int:
        """Where a block begins, the gap above it included."""
        return TOP + self._heights.top(number)

    def tops(self) -> list[int]:
        """The tops of all blocks and the end of the last one, as far as known now."""
        return [TOP + top for top in self._heights.tops()]

    def number_at(self, y: float) -> int:
        """The block at a height of the page, clamped."""
        return self._heights.at(y - TOP)

    def is_laid(self, number: int) -> bool:
        return bool(self._laid[number])

    def emit_size(self) -> None:
        """Tells the scroll bars; the caller does so when it has laid out what it wants."""
        self.unsaid = False
        self.documentSizeChanged.emit(self.documentSize())

    # ------------------------------------------------------------ laying out

    def ensure(self, number: int) -> int:
        """Lays a block out if it is not; returns by how much it grew against the estimate."""
        if self._laid[number]:
            return 0
        self._laid[number] = 1
        block = self.document().findBlockByNumber(number)
        height = self._lay_out(block, number) if block.isValid() else 0
        grown = self._heights.put(number, self._gaps[number] + height)
        self.unsaid = self.unsaid or grown != 0
        return grown

    def _lay_out(self, block: QTextBlock, number: int) -> int:
        line = self._lines[number]
        style = self.styles.style(line)
        layout = block.layout()
        right = block.textDirection() == Qt.LayoutDirection.RightToLeft
        layout.setTextOption(self._option(line, right))
        self._set_formats(block, layout, style, number)
        width = self.column - style.indent
        left = 0 if right else style.indent
        blank = line.kind == "blank"
        y = -self._gaps[number] if blank else 0  # a blank line is its gap
        layout.beginLayout()
        while (one := layout.createLine()).isValid():
            one.setLineWidth(width)
            height = one.height()
            slot = self._gaps[number] if blank else max(style.pitch, int(height + 0.99))
            one.setPosition(QPointF(left, y + int((slot - height) / 2)))
            y += slot
        layout.endLayout()
        return y

    def _option(self, line: Line, right: bool) -> QTextOption:
        if len(line.columns) < 2:
            return _OPTIONS[right]
        option = QTextOption(_OPTIONS[right])
        option.setTabs(self.styles.stops(line))
        return option

    def _set_formats(
        self, block: QTextBlock, layout: QTextLayout, style: Style, number: int
    ) -> None:
        formats = []
        if not style.plain:
            whole = QTextCharFormat()
            whole.setFont(style.font)
            formats.append(format_range(0, block.length(), whole))
        rooms = (one.room(number, block.position(), layout) for one in self._decorations)
        for start, length, pixels in chain.from_iterable(rooms):
            wider = QTextCharFormat()
            if not style.plain:
                wider.setFont(style.font)
            wider.setFontLetterSpacingType(style.font.SpacingType.AbsoluteSpacing)
            wider.setFontLetterSpacing(pixels)
            formats.append(format_range(start, length, wider))
        if formats or layout.formats():
            layout.setFormats(formats)

    # ------------------------------------------------------------ finding

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The position at a point of the page; -1 where an exact hit is asked and there is none."""
        if self._loading or not self._lines:
            return 0
        number = self.number_at(_point(point).y())
        self.ensure(number)
        block = self.document().findBlockByNumber(number)
        layout = block.layout()
        inside = _point(point) - QPointF(self.left, self.top(number) + self._gaps[number])
        line = _line_at(layout, inside.y())
        if not line.isValid():
            return block.position()
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        if exact and not line.naturalTextRect().adjusted(0, -4, 0, 4).contains(inside):
            return -1
        place = QTextLine.CursorPosition
        how = place.CursorOnCharacter if exact else place.CursorBetweenCharacters
        return block.position() + line.xToCursor(inside.x(), how)

    def line_top(self, position: int) -> tuple[int, int]:
        """The number of the block at a position, and how far below the block's top (gap included)
        the line with that position begins."""
        block = self.document().findBlock(position)
        number = max(block.blockNumber(), 0)
        self.ensure(number)
        line = block.layout().lineForTextPosition(position - block.position())
        return number, self._gaps[number] + (int(line.y()) if line.isValid() else 0)

    def first_position(self, number: int, below: float) -> int:
        """The position of the first letter of the line ``below`` pixels under a block's top."""
        self.ensure(number)
        block = self.document().findBlockByNumber(number)
        line = _line_at(block.layout(), below - self._gaps[number])
        return block.position() + (line.textStart() if line.isValid() else 0)

    def placed(self, number: int) -> PlacedBlock:
        """A block ready to paint or to measure."""
        self.ensure(number)
        block = self.document().findBlockByNumber(number)
        text, line, gap = block.text(), self._lines[number], self._gaps[number]
        left, top = self.left, self.top(number)
        layout, origin = block.layout(), QPointF(left, top + gap)
        layout.setPosition(origin)  # screen readers and magnifiers ask for it
        return PlacedBlock(
            number=number,
            position=block.position(),
            length=block.length() - 1,
            text=text,
            layout=layout,
            origin=origin,
            box=QRectF(left, top + gap, self.column, self._heights[number] - gap),
            line=line,
            style=self.styles.style(line),
            right=layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft,
            mixed=bool(_RIGHT_TO_LEFT.search(text)),
        )

    # ------------------------------------------------------------ painting

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        if self._loading or not self._lines:
            return
        clip = context.clip
        if not clip.isValid():
            clip = QRectF(QPointF(0, 0), self.documentSize())
        number, count = self.number_at(clip.top()), len(self._lines)
        while number < count and self.top(number) <= clip.bottom():
            self._draw_block(painter, self.placed(number), context)
            number += 1

    def _draw_block(
        self,
        painter: QPainter,
        placed: PlacedBlock,
        context: QAbstractTextDocumentLayout.PaintContext,
    ) -> None:
        for decoration in self._decorations:
            decoration.paint_under(painter, placed)
        ink = "muted" if placed.line.kind in _QUIET else "ink"
        painter.setPen(theme.current().color(ink))
        placed.layout.draw(painter, QPointF(0, 0), selected(placed, context))
        caret = context.cursorPosition - placed.position
        if 0 <= caret <= placed.length:
            placed.layout.drawCursor(painter, QPointF(0, 0), caret, 2)
        for decoration in self._decorations:
            decoration.paint_over(painter, placed)


def _point(point: QPointF | QPoint | QPainterPath.Element) -> QPointF:
    return QPointF(point) if isinstance(point, QPoint) else cast(QPointF, point)


def _line_at(layout: QTextLayout, y: float) -> QTextLine:
    """The line at a height of the block, clamped to the first and the last."""
    low, high = 0, layout.lineCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if layout.lineAt(middle).y() - 3 <= y:
            low = middle
        else:
            high = middle - 1
    return layout.lineAt(max(low, 0))


def _option(right: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    return option


_OPTIONS = {right: _option(right) for right in (False, True)}
