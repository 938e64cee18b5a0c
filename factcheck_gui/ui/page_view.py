"""The pages of a PDF, one below the other and as wide as the view. A page is asked for when it
comes into sight, and drawn elsewhere: the view only shows pictures. Not here: PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from factcheck_gui.ui import theme

GAP = 12  # pixels around a page
KEPT = 16  # pictures in memory; a page has some 4 MB
WAIT = 120  # milliseconds without a change of size before pages are drawn anew


class PageView(QAbstractScrollArea):
    """Give it ``set_pages``; it asks by ``draw(page, width in device pixels)`` and is answered by
    ``put``. ``turned`` tells which page is at the top (from 0)."""

    turned = Signal(int)

    def __init__(self, draw: Callable[[int, int], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._sizes: list[QSizeF] = []
        self._pictures: dict[int, QImage] = {}  # in the order in which they were used last
        self._asked: dict[int, int] = {}  # the width in which a page was asked for
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or sizes would hop
        self._settle = QTimer(self, singleShot=True, interval=WAIT)
        self._settle.timeout.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # ------------------------------------------------------------ pages

    def set_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Shows pages of these sizes; the place stays where it was as far as there is one."""
        self._sizes = [QSizeF(*one) for one in sizes]
        self._pictures.clear()
        self._asked.clear()
        self._measure()
        self._scrolled()
        self.viewport().update()

    def put(self, page: int, picture: QImage) -> None:
        """Takes the picture of a page."""
        self._pictures.pop(page, None)
        self._pictures[page] = picture
        for old in list(self._pictures)[:-KEPT]:
            del self._pictures[old]
            self._asked.pop(old, None)
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Brings a page (from 0) to the top, the first or the last one at most."""
        tops = [top for _, top, _ in self._places()]
        if tops:
            page = min(max(page, 0), len(tops) - 1)
            self.verticalScrollBar().setValue(int(tops[page]) - GAP)

    @property
    def pictures(self) -> dict[int, QImage]:
        """The pages that are drawn, by their number."""
        return self._pictures

    @property
    def page(self) -> int:
        """The page at the top, from 0."""
        return self._page

    # ------------------------------------------------------------ places

    def _width(self) -> int:
        return max(self.viewport().width() - 2 * GAP, 50)

    def _places(self) -> Iterator[tuple[int, float, float]]:
        """Every page with its top and its height, in pixels from the top of the first."""
        top = float(GAP)
        for number, size in enumerate(self._sizes):
            height = self._width() * size.height() / size.width()
            yield number, top, height
            top += height + GAP

    def _measure(self) -> None:
        end = max((top + height + GAP for _, top, height in self._places()), default=0.0)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(end) - room))
        bar.setPageStep(room)
        bar.setSingleStep(40)

    def _scrolled(self) -> None:
        """Which page takes most of the upper half."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        self._page = max((n for n, top, _ in self._places() if top - GAP <= middle), default=0)
        self.turned.emit(self._page)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        page = self._page
        super().resizeEvent(event)
        self._measure()
        if event.oldSize().width() not in (-1, event.size().width()):
            self.go_to(page)
        self._settle.start()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = QRectF(self.viewport().rect())
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(shown, theme.current().color("field"))
            for number, top, height in self._places():
                box = QRectF(GAP, top - self.verticalScrollBar().value(), self._width(), height)
                if box.intersects(shown):
                    self._paint(painter, number, box)

    def _paint(self, painter: QPainter, number: int, box: QRectF) -> None:
        picture = self._pictures.get(number)
        if picture is None:
            painter.fillRect(box, Qt.GlobalColor.white)
        else:
            self._pictures[number] = self._pictures.pop(number)
            painter.drawImage(box, picture)
        painter.setPen(theme.current().color("line"))
        painter.drawRect(box)
        if not self._settle.isActive():
            self._want(number)

    def _want(self, number: int) -> None:
        width = round(self._width() * self.devicePixelRatioF())
        if self._asked.get(number) != width:
            self._asked[number] = width
            self._draw(number, width)
