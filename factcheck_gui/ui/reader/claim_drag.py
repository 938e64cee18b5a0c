"""Dragging an end of the current claim with the mouse.

Here: what the reader's mouse events mean for the handles. Not here: what a new span does (the main
window decides on ``adjusted``), painting (claim_marks.py).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from factcheck_gui.domain import Span
from factcheck_gui.ui.reader.claim_marks import ClaimMarks
from factcheck_gui.ui.reader.offsets import Display, make_display
from factcheck_gui.ui.reader.reader_edit import ReaderEdit

_REACH = 8  # pixels around a handle that take hold of it


class EndDrag(QObject):
    """Lets the reader's user pull the start or the end of the current claim."""

    adjusted = Signal(int, object)  # key, Span

    def __init__(self, edit: ReaderEdit, marks: ClaimMarks) -> None:
        super().__init__(edit)
        self._edit, self._marks = edit, marks
        self._display = make_display("")
        self._text = ""
        self._held = ""  # "start" or "end" while dragging
        edit.viewport().setMouseTracking(True)
        edit.pull = self

    def start(self, display: Display, text: str) -> None:
        """Another article is shown."""
        self._display, self._text, self._held = display, text, ""

    def press(self, point: QPointF) -> bool:
        """Takes hold of a handle, if one is there."""
        self._held = self._grip_at(point)
        return bool(self._held)

    def move(self, point: QPointF) -> bool:
        """Follows the mouse, or shows that a handle can be taken."""
        if self._held:
            self._marks.preview = self._span_to(point)
            self._edit.viewport().update()
            return True
        grip = self._grip_at(point)
        shape = Qt.CursorShape.SizeHorCursor if grip else Qt.CursorShape.IBeamCursor
        if self._edit.viewport().cursor().shape() != shape:
            self._edit.viewport().setCursor(shape)
        self._show_grips(bool(grip) or self._over_current(point))
        return False

    def release(self) -> bool:
        """Lets go; the new span is told if it is another one."""
        if not self._held:
            return False
        span, mark = self._marks.preview, self._marks.current_mark
        self.cancel()
        span = trimmed(self._text, span) if span else None
        if mark and span and span != Span(mark.start, mark.end):
            self.adjusted.emit(mark.key, span)
        return True

    def cancel(self) -> bool:
        """Drops what is held; the claim stays as it was."""
        held, self._held = self._held, ""
        self._marks.preview = None
        self._edit.viewport().update()
        return bool(held)

    def leave(self) -> None:
        """The mouse left the reader."""
        if not self._held:
            self._show_grips(False)

    def _show_grips(self, shown: bool) -> None:
        if shown != self._marks.grips:
            self._marks.grips = shown
            self._edit.viewport().update()

    def _over_current(self, point: QPointF) -> bool:
        position = self._edit.position_at(point, exact=True)
        if position < 0 or self._display.in_header(position):
            return False
        return self._marks.current_mark in self._marks.index.at(self._display.to_text(position))

    def _grip_at(self, point: QPointF) -> str:
        """Which end of the current claim is under a point: "start", "end" or ""."""
        for which, place in self.grip_points().items():
            apart = place - point
            if abs(apart.x()) <= _REACH and abs(apart.y()) <= 2 * _REACH:
                return which
        return ""

    def grip_points(self) -> dict[str, QPointF]:
        """The handles in view, in the viewport's coordinates."""
        mark = self._marks.current_mark
        if mark is None:
            return {}
        scrolled = QPointF(0, self._edit.verticalScrollBar().value())
        found: dict[str, QPointF] = {}
        lines = self._marks.index.lines_of(mark.start, mark.end)
        for number in {*lines[:1], *lines[-1:]}:
            block = number + self._marks.header_lines
            if not self._edit.page.is_laid(block):
                continue  # far out of view
            placed = self._edit.page.placed(block)
            for which, point in zip(("start", "end"), self._marks.grip_points(placed), strict=True):
                if point is not None:
                    found[which] = point - scrolled
        return found

    def _span_to(self, point: QPointF) -> Span | None:
        mark = self._marks.current_mark
        if mark is None:
            return None
        position = self._edit.position_at(point)
        offset = self._display.to_text(position)
        if self._held == "start":
            return Span(min(offset, mark.end - 1), mark.end)
        return Span(mark.start, max(offset, mark.start + 1))


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space at its ends; None if nothing is left."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    end = span.end - (len(inside) - len(inside.rstrip()))
    return Span(start, end) if start < end else None
