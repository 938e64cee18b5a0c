"""A layout that sets widgets side by side and wraps to a new line where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


def emptied(layout: QLayout) -> None:
    """Takes the widgets out of a layout for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # at once: it is gone only when control is back in the event loop
            widget.deleteLater()


class FlowLayout(QLayout):
    """Left to right (or right to left where the language reads so), then down."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._tall = 0  # the height of all rows at the width it has
        self._gap = gap
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        hints = [one.sizeHint() for one in self._items if not one.isEmpty()]
        width = sum(one.width() for one in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((one.height() for one in hints), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.expandedTo(QSize(0, self._tall))

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        tall = self._arrange(box, move=True)
        if tall != self._tall:  # another row, or one less: those around give way
            self._tall = tall
            self.update()

    def _arrange(self, box: QRect, *, move: bool) -> int:
        """Places the items (or only measures them); returns the height they take."""
        left, top, tall = box.left(), box.top(), 0
        owner = self.parentWidget()
        mirrored = owner is not None and owner.isRightToLeft()
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if left > box.left() and left + hint.width() > box.right() + 1:
                left, top, tall = box.left(), top + tall + self._gap, 0
            if move:
                place = QRect(QPoint(left, top), hint)
                if mirrored:
                    place.moveRight(box.right() - (left - box.left()))
                item.setGeometry(place)
            left += hint.width() + self._gap
            tall = max(tall, hint.height())
        return top + tall - box.top()
