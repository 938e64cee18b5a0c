"""The text widget of the reader: keys, copying, clicks and drags.

Here: what the user does to the page, in positions of the document. Not here: scrolling and layout
(page_edit.py), claims and spans in code points (article_view.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from factcheck_gui.ui.reader.page_edit import PageEdit
from factcheck_gui.ui.reader.placed_block import Decoration

_Key = Qt.Key
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_SELECTING = (
    _Key.Key_Left,
    _Key.Key_Right,
    _Key.Key_Up,
    _Key.Key_Down,
    _Key.Key_Home,
    _Key.Key_End,
    _Key.Key_PageUp,
    _Key.Key_PageDown,
)


class Pull(Protocol):
    """Something on the page that the mouse can take hold of. Points are the viewport's; each
    answer is whether the event is used up."""

    def press(self, point: QPointF) -> bool: ...

    def move(self, point: QPointF) -> bool: ...

    def release(self) -> bool: ...

    def cancel(self) -> bool: ...

    def leave(self) -> None: ...


class ReaderEdit(PageEdit):
    """The reader's page; tells of clicks."""

    clicked = Signal(int)  # position of the character clicked
    menu_requested = Signal(QMenu, QPoint)  # with copying in it, and a global position
    framed = Signal(bool)  # whether the keyboard brought the focus here

    def __init__(self, decorations: Sequence[Decoration], parent: QWidget | None = None) -> None:
        super().__init__(decorations, parent)
        self.setObjectName("reader")
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copied_text: Callable[[int, int], str] = lambda start, end: ""
        self.words_at: Callable[[int], str] = lambda position: ""  # for the tool tip
        self.pull: Pull | None = None
        self._pressed: QPoint | None = None

    # ------------------------------------------------------------ keys and copying

    def event(self, event: QEvent) -> bool:
        """Plain keys belong to the window's shortcuts; only selecting and copying are ours."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _is_ours(event):
                event.accept()
            else:
                event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == _Key.Key_Escape and self.pull and self.pull.cancel():
            return
        up_or_down = event.key() in (_Key.Key_Up, _Key.Key_Down)
        if up_or_down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # the next and previous claim, whoever has that shortcut
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The exact text of the selection, without anything that is only shown."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self.copied_text(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    # ------------------------------------------------------------ the mouse

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_requested.emit(menu, event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not (self.pull and self.pull.move(event.position())):
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.pull:
            self.pull.leave()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.pull and self.pull.press(event.position()):
            return
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.pull and self.pull.release():
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        moved = (event.position().toPoint() - pressed).manhattanLength()
        if moved < QApplication.startDragDistance() and not self.textCursor().hasSelection():
            position = self.position_at(event.position(), exact=True)
            if position >= 0:
                self.clicked.emit(position)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.position_at(event.pos().toPointF(), exact=True)
            QToolTip.showText(event.globalPos(), self.words_at(position), self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.framed.emit(event.reason() in _BY_KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.framed.emit(False)


def _is_ours(event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Copy):
        return True
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return True
    shift = Qt.KeyboardModifier.ShiftModifier
    return event.key() in _SELECTING and bool(event.modifiers() & shift)
