"""The verdicts' symbols, drawn: they look the same whatever fonts a machine has.

The shipped sans serif lacks half of the symbols that the scales use. Here: one small drawing for
each of those; any other symbol is written in the interface font. Not here: which verdict has which
symbol (resources/scales).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from factcheck_gui.ui import theme

_DEGREE = 16  # QPainter counts angles in sixteenths


def paint_symbol(painter: QPainter, box: QRectF, symbol: str, color: QColor) -> None:
    """Draws a symbol in the middle of ``box``, as large as its shorter side."""
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.2, side / 7))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    draw = _DRAWINGS.get(symbol)
    if draw:
        half = pen.widthF() / 2
        draw(painter, square.adjusted(half, half, -half, -half))
    else:
        _write(painter, square, symbol)
    painter.restore()


def _write(painter: QPainter, square: QRectF, symbol: str) -> None:
    font = theme.sans(theme.BASE, QFont.Weight.Bold)
    font.setPixelSize(max(1, round(square.height() * 1.3)))
    painter.setFont(font)
    around = square.adjusted(-square.width(), -square.height(), square.width(), square.height())
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, symbol)


def _line(painter: QPainter, square: QRectF, *points: tuple[float, float]) -> None:
    """A line through points given as fractions of the square."""
    painter.drawPolyline(
        [
            QPointF(square.x() + across * square.width(), square.y() + down * square.height())
            for across, down in points
        ]
    )


def _check(painter: QPainter, square: QRectF) -> None:
    _line(painter, square, (0.02, 0.55), (0.36, 0.88), (0.98, 0.12))


def _cross(painter: QPainter, square: QRectF) -> None:
    _line(painter, square, (0.08, 0.08), (0.92, 0.92))
    _line(painter, square, (0.92, 0.08), (0.08, 0.92))


def _unequal(painter: QPainter, square: QRectF) -> None:
    _line(painter, square, (0.0, 0.3), (1.0, 0.3))
    _line(painter, square, (0.0, 0.7), (1.0, 0.7))
    _line(painter, square, (0.25, 1.0), (0.75, 0.0))


def _pie(start: int, span: int) -> Callable[[QPainter, QRectF], None]:
    """A disc of which a part is filled: degrees from three o'clock, against the clock."""

    def draw(painter: QPainter, square: QRectF) -> None:
        painter.drawEllipse(square)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(square, start * _DEGREE, span * _DEGREE)

    return draw


def _hourglass(painter: QPainter, square: QRectF) -> None:
    top, bottom = ((0.15, 0.02), (0.85, 0.02)), ((0.15, 0.98), (0.85, 0.98))
    _line(painter, square, *top, bottom[0], bottom[1], top[0])


def _framed(painter: QPainter, square: QRectF) -> None:
    painter.drawRect(square)
    inner = square.width() * 0.28
    painter.fillRect(square.adjusted(inner, inner, -inner, -inner), painter.pen().color())


def _face(painter: QPainter, square: QRectF) -> None:
    painter.drawEllipse(square)
    side = square.width()
    mouth = square.adjusted(side * 0.24, side * 0.2, -side * 0.24, -side * 0.22)
    painter.drawArc(mouth, 200 * _DEGREE, 140 * _DEGREE)
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for across in (0.32, 0.68):
        eye = QPointF(square.x() + across * side, square.y() + 0.38 * side)
        painter.drawEllipse(eye, side * 0.08, side * 0.08)


def _moon(painter: QPainter, square: QRectF) -> None:
    disc, shadow = QPainterPath(), QPainterPath()
    disc.addEllipse(square)
    shadow.addEllipse(square.translated(square.width() * 0.38, -square.height() * 0.12))
    painter.fillPath(disc.subtracted(shadow), painter.pen().color())


_DRAWINGS: dict[str, Callable[[QPainter, QRectF], None]] = {
    "✓": _check,
    "✕": _cross,
    "≠": _unequal,
    "◔": _pie(0, 90),
    "◐": _pie(90, 180),
    "◕": _pie(180, 270),
    "⌛": _hourglass,
    "▣": _framed,
    "☺": _face,
    "☾": _moon,
}
