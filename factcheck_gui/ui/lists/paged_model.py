"""A list model of up to millions of rows that holds only the rows near the eye.

Here: the keys of all rows in the order they are shown, and the rows themselves in pages that are
read on demand and dropped again, the least recently used first. Not here: SQL, the session, words
and colours. ``data`` reads nothing and never raises: the view calls ``prefetch`` before it paints.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from factcheck_gui import domain

PAGE = 128  # rows read at once
PAGES_KEPT = 64
PLACEHOLDER = "…"  # stands for a row that has not been read yet

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Keyed(Protocol):
    """A row knows its own key."""

    @property
    def key(self) -> int: ...


Row = TypeVar("Row", bound=Keyed)
Fetch = Callable[[Sequence[int]], Sequence[Row]]


def _nothing(_keys: Sequence[int]) -> Sequence[Any]:
    return ()


class _Page(Generic[Row]):
    """The rows read for a page, and for how many of its keys they were asked."""

    __slots__ = ("asked", "rows")

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.asked = 0


class PagedModel(QAbstractTableModel, Generic[Row]):
    """One column of rows of one kind. Subclasses say the words of a row in ``words``."""

    fetch_failed = Signal(object)  # a domain.Problem; the page keeps its placeholders

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: array[int] = array("q")
        self._fetch: Fetch[Row] = _nothing
        self._pages: OrderedDict[int, _Page[Row]] = OrderedDict()

    # ------------------------------------------------------------ what is in the list

    def set_keys(self, keys: Iterable[int], fetch: Fetch[Row]) -> None:
        """Replaces the whole list. ``keys`` are row ids in the order to show, each once.

        ``fetch`` reads rows by ids; it may return them in any order and leave some out.
        """
        self.beginResetModel()
        self._keys = keys[:] if isinstance(keys, array) else array("q", keys)
        self._fetch = fetch
        self._pages.clear()
        self.endResetModel()

    def append_keys(self, keys: Iterable[int]) -> None:
        """Adds rows at the end; what has been read stays."""
        more = array("q", keys)
        if not more:
            return
        first = len(self._keys)
        self.beginInsertRows(_NO_PARENT, first, first + len(more) - 1)
        self._keys.extend(more)
        self.endInsertRows()

    def prepend_keys(self, keys: Iterable[int]) -> None:
        """Adds rows at the top; those below are read again as they come into view."""
        more = array("q", keys)
        if not more:
            return
        self.beginInsertRows(_NO_PARENT, 0, len(more) - 1)
        self._keys = more + self._keys
        self._pages.clear()
        self.endInsertRows()

    def update_row(self, row: Row) -> bool:
        """Replaces one row where it has been read; True if so.

        A row that has not been read is not on the screen, and will be read afresh.
        """
        number = self._page_of(row.key)
        if number is None:
            return False
        self._pages[number].rows[row.key] = row
        index = self.index(self._place_in(number, row.key), 0)
        self.dataChanged.emit(index, index)
        return True

    # ------------------------------------------------------------ finding rows

    def key_at(self, row: int) -> int | None:
        """The key of a row; None outside the list."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def at(self, row: int) -> Row | None:
        """The row itself; None while it has not been read, or outside the list."""
        if not 0 <= row < len(self._keys):
            return None
        page = self._pages.get(row // PAGE)
        return page.rows.get(self._keys[row]) if page else None

    def row_of(self, key: int) -> int:
        """Where a key stands, -1 if nowhere.

        Cheapest first: the pages at hand; a binary search, right where keys ascend and checked
        where not; then a scan in C (30 ms for the last of a million), which needs no memory.
        """
        number = self._page_of(key)
        if number is not None:
            return self._place_in(number, key)
        row = bisect_left(self._keys, key)
        if row < len(self._keys) and self._keys[row] == key:
            return row
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def _page_of(self, key: int) -> int | None:
        return next((number for number, page in self._pages.items() if key in page.rows), None)

    def _place_in(self, number: int, key: int) -> int:
        start = number * PAGE
        return start + self._keys[start : start + PAGE].index(key)

    # ------------------------------------------------------------ reading

    def prefetch(self, first: int, last: int) -> None:
        """Reads what rows ``first`` to ``last`` need and is not there; at most what is kept.

        A page that cannot be read is not tried again before the keys are set anew: a painting
        view would ask for it at every frame.
        """
        last = min(last, len(self._keys) - 1)
        if first < 0 or last < first:
            return
        numbers = range(first // PAGE, last // PAGE + 1)[:PAGES_KEPT]
        for number in numbers:
            self._read(number, self._pages.setdefault(number, _Page()))
            self._pages.move_to_end(number)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def _read(self, number: int, page: _Page[Row]) -> None:
        start = number * PAGE
        wanted = self._keys[start + page.asked : start + PAGE]  # what was appended, or all
        if not wanted:
            return
        page.asked += len(wanted)
        try:
            rows = self._fetch(wanted)
        except domain.Problem as problem:
            # Not from within a paint event: a listener may open a dialog.
            QTimer.singleShot(0, self, partial(self.fetch_failed.emit, problem))
            return
        among = set(wanted)
        page.rows.update((row.key, row) for row in rows if row.key in among)

    # ------------------------------------------------------------ Qt's side

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index.row()) if index.isValid() else None
        if row is not None:
            return self.words(row, role)
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return PLACEHOLDER if role in shown and index.isValid() else None

    def headerData(self, _section: int, _orientation: Qt.Orientation, role: int = 0) -> Any:
        return None  # a screen reader would read the row's place as if it were a number of ours

    def words(self, row: Row, role: int) -> str | None:
        """What a row says in a role (display, tool tip, accessible text); None for other roles."""
        raise NotImplementedError
