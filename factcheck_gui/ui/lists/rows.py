"""The list of fixed-height rows that the library and the claims pane share.

Here: the view (one column, keys, menu, current row) and the ground a row is painted on. Not here:
what a row shows (claim_list.py, library_view.py) and what it holds (paged_model.py).
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from factcheck_gui.ui import theme
from factcheck_gui.ui.lists.lettering import LineCache
from factcheck_gui.ui.lists.paged_model import PLACEHOLDER, PagedModel

KEYPAD = Qt.KeyboardModifier.KeypadModifier  # arrows of a Mac or a number pad have it
_ACCENT_WIDTH = 3


class RowDelegate(QStyledItemDelegate):
    """Paints ground, accent mark, focus ring and hairline; subclasses paint the row itself."""

    hairline = True

    def __init__(self, model: PagedModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.cache = LineCache()

    def row_height(self) -> int:
        """The height of every row in pixels, computed from the fonts."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF, row: Any) -> None:
        """Paints one row into ``box``."""
        raise NotImplementedError

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._paint_ground(painter, box, state)
        row = self._model.at(index.row())
        if row is None:
            painter.setPen(theme.current().color("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, PLACEHOLDER)
        else:
            self.draw(painter, QRectF(box), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        look = theme.current()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "selected" if selected else "field" if hovered else "window"
        painter.fillRect(box, look.color(ground))
        if self.hairline:
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, look.color("line"))
        if selected:
            painter.fillRect(box.left(), box.top(), _ACCENT_WIDTH, box.height(), _accent(look))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(_accent(look), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))


def _accent(look: theme.Theme) -> QColor:
    return look.color("accent")


class RowView(QTableView):
    """One column of rows of one height. The current row is the selected one.

    Keys that move the current row are used (arrows, Page, Home, End, and Copy); all others go on
    to the window, so that J, K and the digits work while the list has the focus.
    """

    chosen = Signal(object)  # the key (64 bits) of a row that the user made current
    menu_requested = Signal(object, QPoint)  # key, global position

    def __init__(
        self, model: PagedModel[Any], delegate: RowDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        self._telling = True
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._set_up_behaviour()
        self._set_up_looks()
        self.fit_rows()

    def _set_up_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)  # the view scrolls in _go and show_key alone
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Scrolling then moves what is painted and paints only the rows that come in.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _set_up_looks(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)

    def fit_rows(self) -> None:
        """Takes the row height anew from the fonts, and repaints."""
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keeps the arrows, which are the window's keys for the next and previous claim."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, KEYPAD)
        ):
            event.accept()
            return True
        return super().event(event)

    # ------------------------------------------------------------ the current row

    def show_key(self, key: int | None) -> bool:
        """Makes a row current and visible without a signal; False (and none) if not listed."""
        row = self._model.row_of(key) if key is not None else -1
        self._telling = False
        try:
            if row < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            else:
                self._go(row)
        finally:
            self._telling = True
        return row >= 0

    def current_key(self) -> int | None:
        """The key of the current row, or None."""
        return self._model.key_at(self.currentIndex().row())

    def _go(self, row: int) -> None:
        row = max(0, min(row, self._model.rowCount() - 1))
        index = self._model.index(row, 0)
        self.setCurrentIndex(index)
        self._bring_into_view(index)

    def _bring_into_view(self, index: QModelIndex) -> None:
        """Scrolls no further than needed for a near row, and puts a far one in the middle."""
        top, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
        room = self.viewport().height()
        if top >= 0 and top + height <= room:
            return
        near = -room < top < 2 * room
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.EnsureVisible if near else hint.PositionAtCenter)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        # A screen reader asks for the row's words right away, before anything is painted.
        self._model.prefetch(current.row(), current.row())
        super().currentChanged(current, previous)
        key = self._model.key_at(current.row())
        if self._telling and key is not None:
            self.chosen.emit(key)

    # ------------------------------------------------------------ events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = self._steps().get(event.key()) if not plain else None
        if step is not None and self._model.rowCount():
            self._go(self.currentIndex().row() + step)
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _steps(self) -> dict[int, int]:
        height = max(1, self.verticalHeader().defaultSectionSize())
        page = max(1, self.viewport().height() // height - 1)
        rows, key = self._model.rowCount(), Qt.Key
        return {
            key.Key_Up: -1,
            key.Key_Down: 1,
            key.Key_PageUp: -page,
            key.Key_PageDown: page,
            key.Key_Home: -rows,
            key.Key_End: rows,
        }

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex()
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        again = index.isValid() and index == before
        if again and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._model.key_at(index.row()))  # a click on it brings it back

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:  # dragging must not choose row after row
            super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        key = self._model.key_at(index.row())
        if key is None:
            event.ignore()
            return
        box = self.visualRect(index)
        corner = self.viewport().mapToGlobal(box.center())
        self.menu_requested.emit(key, event.globalPos() if by_mouse else corner)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.current().color("window"))
        last = self.rowAt(self.viewport().height() - 1)
        try:
            self._model.prefetch(self.rowAt(0), last if last >= 0 else self._model.rowCount() - 1)
        finally:
            super().paintEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.currentIndex().isValid():  # before, the view did not know its height
            self._bring_into_view(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self.fit_rows()
