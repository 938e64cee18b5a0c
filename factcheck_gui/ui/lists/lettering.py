"""Text in rows of a fixed height: lines broken and cut with an ellipsis, whatever the script.

Here: layout and drawing of short texts. Not here: what the texts say, and their colours.
Qt counts UTF-16 units; the cut between two lines is made in those and nowhere leaves this module.
"""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_LONGEST = 1_200  # code points laid out; more never fits into a few lines
_KEPT = 256  # laid-out texts, some screens full
_FIRST_WITHOUT_ITALICS = 0x590  # after Latin, Greek, Cyrillic, Armenian
_STRONG_RIGHT, _STRONG_LEFT = ("R", "AL"), "L"


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction says so, as Qt decides for a paragraph."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in _STRONG_RIGHT:
            return True
        if direction == _STRONG_LEFT:
            return False
    return False


def has_italics(text: str) -> bool:
    """Whether a slanted form exists: the fallback fonts of other scripts mostly have none."""
    return all(ord(letter) < _FIRST_WITHOUT_ITALICS or letter in "‘’“”–—…" for letter in text)


def line_height(font: QFont) -> float:
    """The room a line takes in a row, in pixels: a little more than the font asks for."""
    return float(round(QFontMetricsF(font).height() * 1.15))


class Lines:
    """Some lines ready to draw, each laid out by itself."""

    def __init__(self, layouts: tuple[QTextLayout, ...], cut: bool) -> None:
        self.layouts = layouts
        self.cut = cut  # whether the text is longer than what is shown

    def __len__(self) -> int:
        return len(self.layouts)

    def draw(self, painter: QPainter, left: float, top: float, step: float) -> None:
        """Draws the lines ``step`` pixels apart, the first one's slot beginning at ``top``."""
        for number, layout in enumerate(self.layouts):
            line = layout.lineAt(0)
            inside = (step - line.height()) / 2
            layout.draw(painter, QPointF(left, top + number * step + inside))


class LineCache:
    """Lays texts out, and keeps the latest: scrolling shows the same rows many times."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, float, int], Lines] = OrderedDict()

    def lines(self, text: str, font: QFont, width: float, most: int) -> Lines:
        """``text`` in at most ``most`` lines of ``width`` pixels, the last one cut to fit."""
        asked = (text, font.key(), width, most)
        found = self._kept.get(asked)
        if found is None:
            found = self._kept[asked] = _lay_out(text, font, width, most)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found


def _lay_out(text: str, font: QFont, width: float, most: int) -> Lines:
    rest = " ".join(text[:_LONGEST].split()) or " "
    rest += "…" if len(text) > _LONGEST else ""
    right = reads_right_to_left(rest)
    done: list[QTextLayout] = []
    while len(done) < most - 1:
        layout = _one_line(rest, font, width, right)
        done.append(layout)
        rest = _after(rest, layout.lineAt(0).textLength())
        if not rest:
            return Lines(tuple(done), cut=False)
    shown = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    done.append(_one_line(shown, font, width, right))
    return Lines(tuple(done), cut=shown != rest)


def _one_line(text: str, font: QFont, width: float, right: bool) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if right:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    else:
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1.0))
    layout.endLayout()
    return layout


def _after(text: str, units: int) -> str:
    """What follows the first ``units`` UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * units :].decode(
        "utf-16-le", "surrogatepass"
    )


# ---------------------------------------------------------------- one line of several pieces


class Piece(NamedTuple):
    """A part of a line. A ``spare`` one is left out first where the room is short."""

    text: str
    font: QFont
    spare: bool = False

    def width(self) -> float:
        return QFontMetricsF(self.font).horizontalAdvance(self.text)


_JOINT = " · "
_LEAST_FIRST = 0.25  # of the width: below that the last pieces give way, not the first


def draw_pieces(
    painter: QPainter,
    box: QRectF,
    pieces: Sequence[Piece],
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Draws pieces side by side, the first one cut as ``cut`` says where all do not fit.

    Each piece is drawn by itself, so that a name that reads right to left disorders nothing.
    """
    if not pieces:
        return
    gap = Piece(_JOINT, pieces[0].font).width()
    parts, most = _fitting(pieces, gap, box.width())
    left = box.left()
    for number, (piece, width) in enumerate(parts):
        if number:
            if left + 2 * gap > box.right():
                return
            left += _put(painter, left, box, Piece(_JOINT, pieces[0].font), gap)
        room = most if number == 0 else box.right() - left
        if width <= room:
            left += _put(painter, left, box, piece, width)
            continue
        mode = cut if number == 0 else Qt.TextElideMode.ElideRight
        short = Piece(QFontMetricsF(piece.font).elidedText(piece.text, mode, room), piece.font)
        left += _put(painter, left, box, short, short.width())


def _fitting(
    pieces: Sequence[Piece], gap: float, width: float
) -> tuple[list[tuple[Piece, float]], float]:
    """The pieces to draw, each with its width, and the most that the first one may take."""
    parts = [(piece, piece.width()) for piece in pieces]
    least = min(parts[0][1], width * _LEAST_FIRST)
    while True:
        others = sum(gap + one for _piece, one in parts[1:])
        spare = [place for place, (piece, _) in enumerate(parts) if piece.spare]
        if others + least <= width or not spare:
            return parts, max(width - others, least)
        del parts[spare[-1]]


def _put(painter: QPainter, left: float, box: QRectF, piece: Piece, width: float) -> float:
    painter.setFont(piece.font)
    painter.drawText(QRectF(left, box.top(), width + 2, box.height()), _MIDDLE, piece.text)
    return width


_MIDDLE = int(
    Qt.AlignmentFlag.AlignVCenter
    | Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.TextFlag.TextSingleLine
    | Qt.TextFlag.TextDontClip
)
