"""The rectangles that a part of a laid-out block covers on the page, line by line.

Here: geometry over Qt's text lines, for both writing directions. Not here: painting, claims.
Start and end are UTF-16 units from the block's start.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLine

from factcheck_gui.ui.reader.placed_block import PlacedBlock

_TOUCH = 0.6  # pixels between two characters that are side by side
RISE, DROP = 0.72, 0.27  # above and below the base line, as parts of the pitch


def fragments(placed: PlacedBlock, start: int, end: int, widened: float = 0.0) -> list[QRectF]:
    """One rectangle for each line and direction, in reading order of the lines.

    ``widened``: pixels that were added to the last character and are not part of it.
    """
    start, end = max(start, 0), min(end, placed.length)
    if start >= end:
        return []
    layout = placed.layout
    first = layout.lineForTextPosition(start).lineNumber()
    last = layout.lineForTextPosition(end - 1).lineNumber()
    found: list[QRectF] = []
    for number in range(max(first, 0), last + 1):
        line = layout.lineAt(number)
        begin = max(start, line.textStart())
        until = min(end, line.textStart() + line.textLength())
        taken = widened if until == end else 0.0
        runs = _runs(placed, line, begin, until, taken)
        found += [_box(placed, line, left, right) for left, right in runs]
    return found


def cell(placed: PlacedBlock, place: int, widened: float) -> tuple[QRectF, bool]:
    """The rectangle of one character with the pixels added to it, and whether it is written from
    right to left. Unlike in ``fragments``, a space at the end of a line has its width."""
    line = placed.layout.lineForTextPosition(place)
    if placed.mixed:
        one, other = _edges(line, place, widened)
    else:
        one, other = _x(line, place), _x_after(line, place)
    return _box(placed, line, min(one, other), max(one, other)), other < one


def _runs(
    placed: PlacedBlock, line: QTextLine, start: int, end: int, widened: float
) -> Iterator[tuple[float, float]]:
    """Left and right of the pieces that lie side by side."""
    ink = line.naturalTextRect()  # without the space that a line break swallowed
    if placed.mixed:
        pieces = _visual_runs(line, start, end, widened)
    else:
        pieces = [(_x(line, start), _x(line, end) - widened)]
    for one, other in pieces:
        left, right = max(one, ink.left()), min(other, ink.right())
        if right > left:
            yield left, right


def _visual_runs(
    line: QTextLine, start: int, end: int, widened: float
) -> list[tuple[float, float]]:
    """Where both directions meet, characters are taken one by one and joined if they touch."""
    cells = [_edges(line, place) for place in range(start, end)]
    cells = [(one, other) for one, other in cells if abs(one - other) > 0.01]
    if cells and cells[-1][1] > cells[-1][0]:
        cells[-1] = (cells[-1][0], cells[-1][1] - widened)
    runs: list[tuple[float, float]] = []
    for left, right in ((min(pair), max(pair)) for pair in cells):
        if runs and abs(left - runs[-1][1]) < _TOUCH:
            runs[-1] = (runs[-1][0], right)
        elif runs and abs(right - runs[-1][0]) < _TOUCH:
            runs[-1] = (left, runs[-1][1])
        else:
            runs.append((left, right))
    return runs


def _edges(line: QTextLine, place: int, widened: float = 0.0) -> tuple[float, float]:
    """Where a character begins and ends, as read. The first one of a run of another direction has
    its caret, but not its ink, at the other end of the run: there the glyph says where it is."""
    one, other = _x(line, place), _x_after(line, place)
    if abs(one - other) > 0.01:
        return one, other
    for run in line.glyphRuns(place, 1):
        positions, glyphs = run.positions(), run.glyphIndexes()
        if positions and glyphs:
            left = positions[0].x()
            right = left + run.rawFont().advancesForGlyphIndexes(glyphs[:1])[0].x() + widened
            return (right, left) if run.isRightToLeft() else (left, right)
    return one, other


def _x(line: QTextLine, place: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(place))[0]


def _x_after(line: QTextLine, place: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(place, QTextLine.Edge.Trailing))[0]


def _box(placed: PlacedBlock, line: QTextLine, left: float, right: float) -> QRectF:
    pitch = placed.style.pitch
    base = placed.origin.y() + line.y() + line.ascent()
    x = placed.origin.x()
    return QRectF(x + left, base - pitch * RISE, right - left, pitch * (RISE + DROP))
