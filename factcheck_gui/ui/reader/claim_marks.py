"""What claims look like in the article: tint, underline, outline and number.

Here: one painter of marks, a Decoration of the page. Not here: where lines are (article_layout.py),
which colours there are (theme.py), the strip beside the scroll bar (claim_ruler.py).

A verdict shows in the tint, and, never by colour alone, in its symbol after the number and in the
underline: dotted while open, solid when reviewed, dashed when disputed. Numbers are painted into
room made by letter spacing, so they are no part of the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from factcheck_gui import domain
from factcheck_gui.domain import Mark, Span
from factcheck_gui.ui import pills, symbols, theme
from factcheck_gui.ui.reader.fragments import cell, fragments
from factcheck_gui.ui.reader.mark_index import MarkIndex, lanes
from factcheck_gui.ui.reader.offsets import Display, make_display
from factcheck_gui.ui.reader.page_styles import PageStyles
from factcheck_gui.ui.reader.placed_block import PlacedBlock

_GRIP = QSizeF(6, 16)  # the handle at either end of the current claim
_CLEAR = 3.5  # pixels between a claim and its number: the outline passes there
_APART = 1.5  # pixels after a number
_LANE = 3.5  # pixels between the underlines of overlapping claims
_LANES = 3
_COMBINING = "\u0300"  # from here on a character may belong to the one before


class Label(NamedTuple):
    """The numbers of the claims that end at one place of a block (UTF-16 units)."""

    end: int
    marks: tuple[Mark, ...]
    width: float
    widen: tuple[int, int] | None  # start and length of what makes room for it
    spaced: bool  # a space comes after it

    @property
    def inside(self) -> float:
        """Pixels added to the claim's own last character."""
        return self.width if self.widen and self.widen[0] < self.end else 0.0


class ClaimMarks:
    """Paints the marks of an article. The view tells the layout what to lay out anew."""

    def __init__(self) -> None:
        self.current: int | None = None
        self.preview: Span | None = None  # the current claim's span while its end is dragged
        self.grips = False  # whether the current claim's ends are shown as handles
        self._labels: dict[int, list[Label]] = {}
        self.set_scale(None)
        self.start(make_display(""), "", 0)

    def start(self, display: Display, text: str, header_lines: int) -> None:
        """Forgets all marks; a text is shown under so many lines of header."""
        self._display, self._text, self.header_lines = display, text, header_lines
        self.index = MarkIndex(display)
        self.current = self.preview = None
        self._labels.clear()

    def set_styles(self, styles: PageStyles) -> None:
        """Takes another text size."""
        self._styles = styles
        self._metrics = QFontMetricsF(styles.number_font)
        self._digit = self._metrics.horizontalAdvance("0")
        self._symbol = round(styles.em * 0.4)
        self._labels.clear()

    def changed(self, lines: Iterable[int]) -> list[int]:
        """Marks in these lines changed; returns the numbers of their blocks."""
        numbers = [line + self.header_lines for line in lines]
        for number in numbers:
            self._labels.pop(number, None)
        return numbers

    @property
    def current_mark(self) -> Mark | None:
        """The first mark of the current claim, if it is shown."""
        return self.index.get(self.current) if self.current is not None else None

    @property
    def current_parts(self) -> list[Mark]:
        """All marks of the current claim."""
        return self.index.parts(self.current) if self.current is not None else []

    # ------------------------------------------------------------ looks

    def set_scale(self, scale: domain.Scale | None) -> None:
        """Takes the scale whose labels are the verdicts."""
        self._scale = scale
        self._looks: dict[str, tuple[str, str]] = {}

    def look(self, mark: Mark) -> tuple[str, str]:
        """The name of the tone of a mark, and its verdict's symbol; both "" while it is open."""
        if mark.state == "disputed":
            return pills.DISPUTED_TONE, pills.DISPUTED_SYMBOL
        if not mark.verdict:
            return "", ""
        known = self._looks.get(mark.verdict)
        if known is None:
            label = self._scale.label(mark.verdict) if self._scale else None
            symbol = label.symbol if label else pills.FREE_TEXT_SYMBOL
            known = pills.verdict_tone(mark.verdict, self._scale), symbol
            self._looks[mark.verdict] = known
        return known

    # ------------------------------------------------------------ room for the numbers

    def room(self, number: int, position: int, layout: QTextLayout) -> list[tuple[int, int, float]]:
        return [
            (*label.widen, label.width)
            for label in self._labels_of(number, position, layout)
            if label.widen is not None
        ]

    def _labels_of(self, number: int, position: int, layout: QTextLayout) -> list[Label]:
        known = self._labels.get(number)
        if known is None:
            known = self._make_labels(number - self.header_lines, position, layout)
            self._labels[number] = known
        return known

    def _make_labels(self, line: int, position: int, layout: QTextLayout) -> list[Label]:
        if line < 0:
            return []
        ending: dict[int, list[Mark]] = {}
        begin, end = self._display.starts[line], self._display.ends[line]
        for mark in self.index.in_line(line):
            if mark.number and begin < mark.end <= end:
                ending.setdefault(mark.end, []).append(mark)
        return [
            self._make_label(place, tuple(marks), place < end, position, layout)
            for place, marks in ending.items()
        ]

    def _make_label(
        self, place: int, marks: tuple[Mark, ...], more: bool, position: int, layout: QTextLayout
    ) -> Label:
        at = self._display.to_qt(place) - position
        leftward = layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
        leftward = leftward or unicodedata.bidirectional(self._text[place - 1]) in ("R", "AL")
        spaced = more and self._text[place].isspace()
        width = sum(self._width(mark) for mark in marks) + (_CLEAR if spaced else _CLEAR + 1)
        widen: tuple[int, int] | None = None
        if more:
            # Room is made in the character after the claim if that is a space; else, since
            # spacing is added to the right of a character, in the one that is on its left.
            if spaced or leftward:
                widen = (at, self._display.to_qt(place + 1) - self._display.to_qt(place))
            else:
                simple = self._text[place - 1] < _COMBINING  # the common case, without asking Qt
                before = at - 1 if simple else layout.previousCursorPosition(at)
                widen = (before, at - before)
        return Label(at, marks, width, widen, spaced)

    def _width(self, mark: Mark) -> float:
        return max(len(str(mark.number)) * self._digit, self._symbol) + _APART

    # ------------------------------------------------------------ painting

    def paint_under(self, painter: QPainter, placed: PlacedBlock) -> None:
        """Tints, enclosing claims first."""
        for mark in self.index.in_line(placed.number - self.header_lines):
            fill = self._fill(mark)
            if fill is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                for box in self._boxes(placed, mark):
                    painter.fillRect(box, fill)

    def _fill(self, mark: Mark) -> QColor | None:
        tone, _symbol = self.look(mark)
        if tone:
            return QColor(theme.current().tone(tone).fill)
        return theme.current().color("current") if mark.key == self.current else None

    def paint_over(self, painter: QPainter, placed: PlacedBlock) -> None:
        """Underlines, numbers, and the outline of the current claim."""
        marks = self.index.in_line(placed.number - self.header_lines)
        if not marks:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lane = lanes(marks)
        for mark in marks:
            self._underline(painter, self._boxes(placed, mark), mark, lane[mark.key])
        for label in self._labels_of(placed.number, placed.position, placed.layout):
            self._number(painter, placed, label)
        for mark in marks:
            if mark.key == self.current:
                self._outline(painter, placed, mark)
        painter.restore()

    def _boxes(self, placed: PlacedBlock, mark: Mark) -> list[QRectF]:
        span = self.preview if mark == self.current_mark else None
        start = self._display.to_qt(span.start if span else mark.start) - placed.position
        end = self._display.to_qt(span.end if span else mark.end) - placed.position
        labels = self._labels_of(placed.number, placed.position, placed.layout)
        widened = next((label.inside for label in labels if label.end == end), 0.0)
        return fragments(placed, start, end, widened)

    def _underline(self, painter: QPainter, boxes: list[QRectF], mark: Mark, lane: int) -> None:
        colors = theme.current()
        tone, _symbol = self.look(mark)
        pen = QPen(QColor(colors.tone(tone).line) if tone else colors.color("muted"), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if mark.state == "disputed":
            pen.setDashPattern([3, 1.5])
        elif not tone:
            pen.setWidthF(1.6)
            pen.setDashPattern([1, 1.4])
        painter.setPen(pen)
        down = min(lane, _LANES - 1) * _LANE
        for box in boxes:
            y = round(box.bottom()) + down
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _number(self, painter: QPainter, placed: PlacedBlock, label: Label) -> None:
        box = self._label_box(placed, label)
        x = box.left()
        painter.setFont(self._styles.number_font)
        for mark in label.marks:
            wide = self._width(mark)
            self._draw_label(painter, QRectF(x, box.top(), wide, box.height()), mark)
            x += wide

    def _label_box(self, placed: PlacedBlock, label: Label) -> QRectF:
        """Where the numbers are written: in the gap made for them, or after the text."""
        start = label.widen[0] if label.widen else label.end - 1
        box, leftward = cell(placed, start, label.width if label.widen else 0.0)
        if label.widen is None:
            x = box.left() - label.width if leftward else box.right() + _CLEAR
        elif label.spaced and not leftward:
            x = box.left() + _CLEAR
        else:
            x = box.right() - label.width + (0 if leftward else _CLEAR)
        return QRectF(x, box.top(), label.width, box.height())

    def _draw_label(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        """The number, raised, and under it the verdict's symbol: so a verdict moves no text."""
        colors = theme.current()
        now = mark.key == self.current
        painter.setPen(colors.color("accent" if now else "muted"))
        text = str(mark.number)
        inset = (box.width() - _APART - self._metrics.horizontalAdvance(text)) / 2
        base = box.top() + self._styles.pitch * 0.4
        painter.drawText(QPointF(box.left() + inset, base), text)
        tone, symbol = self.look(mark)
        if symbol:
            ink = QColor(colors.tone(tone).ink)
            left = box.left() + (box.width() - _APART - self._symbol) / 2
            place = QRectF(left, base + self._styles.pitch * 0.08, self._symbol, self._symbol)
            symbols.paint_symbol(painter, place, symbol, ink)

    def _outline(self, painter: QPainter, placed: PlacedBlock, mark: Mark) -> None:
        accent = theme.current().color("accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2))
        path = QPainterPath()
        for box in self._boxes(placed, mark):
            one = QPainterPath()
            one.addRoundedRect(box.adjusted(-3, -2, 3, 4), 5, 5)
            path = path.united(one)
        painter.drawPath(path)
        if self.grips:
            painter.setPen(QPen(theme.current().color("reading"), 1))
            painter.setBrush(accent)
            for point in self.grip_points(placed):
                if point is not None:
                    box = QRectF(QPointF(0, 0), _GRIP)
                    box.moveCenter(point)
                    painter.drawRoundedRect(box, 3, 3)

    def grip_points(self, placed: PlacedBlock) -> tuple[QPointF | None, QPointF | None]:
        """Where the current claim's start and end are held, if they lie in this block."""
        mark = self.current_mark
        if mark is None:
            return None, None
        boxes = self._boxes(placed, mark)
        if not boxes:
            return None, None
        span = self.preview or Span(mark.start, mark.end)
        start = self._display.to_qt(span.start) - placed.position
        end = self._display.to_qt(span.end) - placed.position
        right = placed.right
        first, last = boxes[0], boxes[-1]
        at_start = QPointF(first.right() + 3 if right else first.left() - 3, first.center().y())
        at_end = QPointF(last.left() - 3 if right else last.right() + 3, last.center().y())
        return (at_start if start >= 0 else None), (at_end if end <= placed.length else None)
