"""The box behind Ctrl+K (actions, articles, claims) and the library search of Ctrl+Shift+F.

Typing searches 150 ms after the last key, in a thread with a connection of its own; an answer to
an older question is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.library.search import Hit, SnippetMarks
from factcheck_gui.ui import theme

DELAY = 150  # milliseconds after the last key
LEAST = 2  # letters before the library is searched
_ROLE = Qt.ItemDataRole.UserRole
Search = Callable[[str, Callable[[list[Hit]], None]], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it says, what stands greyed beside it, what it does."""

    text: str
    aside: str
    run: Callable[[], object]


class Palette(QDialog):
    """A line and a list. ``actions`` empty makes it the plain library search."""

    def __init__(
        self,
        actions: Sequence[QAction],
        search: Search,
        go_to: Callable[[int, int], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._actions, self._search, self._go_to = actions, search, go_to
        self._generation = 0
        self.setObjectName("palette")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        full = not actions
        self.setWindowTitle(self.tr("Search the library") if full else self.tr("Find"))
        self._field = QLineEdit()
        hint = (
            self.tr("Articles, claims and notes")
            if full
            else self.tr("An action, an article or a claim")
        )
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(hint)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setItemDelegate(_Lines(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda _: self._run())
        self._none = QLabel()
        self._none.setProperty("look", "muted")
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._ask)
        self._field.textChanged.connect(lambda _: self._typed())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        for widget in (self._field, self._list, self._none):
            layout.addWidget(widget)
        self.resize(min(640, parent.width() - 80), min(480, parent.height() - 120))
        self.move(parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, 56)))
        self._fill([])
        self._field.setFocus()

    # ------------------------------------------------------------ asking

    def _typed(self) -> None:
        self._generation += 1
        self._fill([])
        self._timer.start()

    def _ask(self) -> None:
        text, generation = self._field.text().strip(), self._generation
        if len(text) >= LEAST:
            self._search(text, lambda hits: self._answer(generation, hits))

    def _answer(self, generation: int, hits: list[Hit]) -> None:
        if generation == self._generation and self.isVisible():
            self._fill(hits)

    def _fill(self, hits: Sequence[Hit]) -> None:
        entries = [*self._matching_actions(), *(self._entry(hit) for hit in hits)]
        self._list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.text)
            item.setData(_ROLE, entry)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        asked = len(self._field.text().strip()) >= LEAST
        self._none.setText(self.tr("Nothing found.") if asked else self.tr("Type to search."))
        self._none.setVisible(not entries)

    def _matching_actions(self) -> list[Entry]:
        words = self._field.text().casefold().split()
        return [
            Entry(
                action.text().rstrip("…"),
                action.shortcut().toString(action.shortcut().SequenceFormat.NativeText),
                action.trigger,
            )
            for action in self._actions
            if action.isEnabled() and all(word in action.text().casefold() for word in words)
        ]

    def _entry(self, hit: Hit) -> Entry:
        kinds = {
            "article": self.tr("article"),
            "claim": self.tr("claim"),
            "remark": self.tr("reason or note"),
        }
        opening, closing = SnippetMarks
        title = hit.title if hit.kind == "article" else hit.snippet
        plain = title.replace(opening, "").replace(closing, "")
        aside = kinds[hit.kind]
        if hit.kind != "article":
            aside += f" · {hit.title}"
        return Entry(plain, aside, lambda: self._go_to(hit.article, hit.claim))

    # ------------------------------------------------------------ choosing

    def done(self, result: int) -> None:
        self._timer.stop()
        self._generation += 1  # an answer that comes later has nobody to come to
        super().done(result)

    def _run(self) -> None:
        if self._list.currentRow() < 0:
            return
        entry: Entry = self._list.currentItem().data(_ROLE)
        self.accept()
        entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and (event.type() == QEvent.Type.KeyPress)
        ):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8,
                 Qt.Key.Key_PageUp: -8}  # fmt: skip
        key = Qt.Key(event.key())
        if key in moves and self._list.count():
            row = self._list.currentRow() + moves[key]
            self._list.setCurrentRow(min(self._list.count() - 1, max(0, row)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
            return True
        return False


class _Lines(QStyledItemDelegate):
    """A line of text with its aside at the right, both elided."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, QFontMetrics(theme.sans(theme.BASE)).height() + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, entry = theme.current(), index.data(_ROLE)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.color("selected"))
        room = box.adjusted(10, 0, -10, 0)
        aside = self._write(painter, room, entry.aside, theme.SMALL, "muted", room.width() * 2 // 5)
        self._write(painter, room, entry.text, theme.BASE, "ink", room.width() - aside - 16)
        painter.restore()

    def _write(
        self, painter: QPainter, room: QRect, text: str, points: float, colour: str, width: int
    ) -> int:
        """Writes one line, the aside at the right, elided to ``width``; the width it took."""
        painter.setFont(theme.sans(points))
        painter.setPen(theme.current().color(colour))
        words = painter.fontMetrics().elidedText(
            " ".join(text.split()), Qt.TextElideMode.ElideRight, width
        )
        side = Qt.AlignmentFlag.AlignRight if colour == "muted" else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)
        return painter.fontMetrics().horizontalAdvance(words)
