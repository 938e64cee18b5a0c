"""The library pane: the articles, how far each is reviewed, and a filter.

Here: what the pane shows and what the user asks of it. It is given rows (or keys and a way to read
rows) and says in signals what was chosen. Not here: the session, the library file, the menu's
actions, where a dropped file goes (the whole window takes drops).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from factcheck_gui import domain
from factcheck_gui.ui import core_words, pills, theme
from factcheck_gui.ui.empty_state import EmptyState
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.filter_field import FilterField
from factcheck_gui.ui.lists.lettering import Piece, draw_pieces, line_height
from factcheck_gui.ui.lists.paged_model import Fetch, PagedModel
from factcheck_gui.ui.lists.rows import RowDelegate, RowView

ScaleOf = Callable[[str], domain.Scale | None]  # by the scale's id; asked while painting

_PAD = 10.0
_LEFT, _RIGHT = 17.0, 15.0
_META_GAP, _BAR_GAP = 1.0, 6.0
_TITLE_LINES = 2


class ArticleModel(PagedModel[domain.ArticleRow]):
    """Articles in one column."""

    def words(self, row: domain.ArticleRow, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return claim_words.tooltip(row.name, self._origin(row), row.url)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def origin(self, row: domain.ArticleRow) -> tuple[str, str]:
        """Where an article comes from and its day: ("hotair.com", "29 Jul 2022").

        An article without a publication day shows when it was added, and says so.
        """
        place = row.site or core_words.source(row.source_name)
        if row.trashed_at:
            return place, self.tr("in the trash")
        if row.published:
            return place, claim_words.day(row.published)
        added = claim_words.day(row.imported_at)
        return place, self.tr("added {day}").format(day=added) if added else ""

    def _origin(self, row: domain.ArticleRow) -> str:
        return " · ".join(one for one in (row.author, *self.origin(row)) if one)

    def _spoken(self, row: domain.ArticleRow) -> str:
        done = self.tr("{reviewed} of {claims} claims reviewed").format(
            reviewed=row.tally.reviewed, claims=row.tally.claims
        )
        return ". ".join(one for one in (row.name, self._origin(row), done) if one)


class ArticleDelegate(RowDelegate):
    """Paints an article: title, source and day, how many claims are reviewed, progress bar."""

    hairline = False

    def __init__(
        self, model: ArticleModel, scale_of: ScaleOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self._articles = model
        self._scale_of = scale_of

    def row_height(self) -> int:
        title, meta = line_height(_title_font()), line_height(theme.sans(theme.TINY))
        bar = _META_GAP + _BAR_GAP + pills.BAR_HEIGHT
        return round(2 * _PAD + _TITLE_LINES * title + meta + bar)

    def draw(self, painter: QPainter, box: QRectF, row: domain.ArticleRow) -> None:
        look = theme.current()
        font, small = _title_font(), theme.sans(theme.TINY)
        step, meta = line_height(font), line_height(small)
        left, right = box.left() + _LEFT, box.right() - _RIGHT
        lines = self.cache.lines(row.name, font, max(right - left, 20.0), _TITLE_LINES)
        tall = len(lines) * step + _META_GAP + meta + _BAR_GAP + pills.BAR_HEIGHT
        top = box.top() + round((box.height() - tall) / 2)

        named = bool(row.title) and not row.trashed_at
        painter.setPen(look.color("ink" if named else "muted"))
        lines.draw(painter, left, top, step)
        painter.setPen(look.color("muted"))
        painter.setFont(small)
        under = QRectF(left, top + len(lines) * step + _META_GAP, right - left, meta)
        self._draw_meta(painter, under, row)
        bar = QRectF(left, under.bottom() + _BAR_GAP, right - left, pills.BAR_HEIGHT)
        parts = pills.tally_parts(row.tally, self._scale_of(row.scale))
        pills.paint_bar(painter, bar, parts, row.tally.claims)

    def _draw_meta(self, painter: QPainter, box: QRectF, row: domain.ArticleRow) -> None:
        """Place and day at the left, the count at the right; only the place is ever cut."""
        metrics = QFontMetricsF(painter.font())
        done, claims = claim_words.whole(row.tally.reviewed), claim_words.whole(row.tally.claims)
        count = f"{done} / {claims}"
        painter.drawText(box, _RIGHT_MIDDLE, count)
        room = box.width() - metrics.horizontalAdvance(count) - 2 * theme.GAP
        left = QRectF(box.left(), box.top(), max(room, 0), box.height())
        pieces = [Piece(one, painter.font()) for one in self._articles.origin(row) if one]
        draw_pieces(painter, left, pieces, Qt.TextElideMode.ElideMiddle)


_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _title_font() -> QFont:
    return theme.sans(theme.BASE, QFont.Weight.DemiBold)


class LibraryView(QWidget):
    """The pane. Give it ``set_articles`` (or ``set_keys``); it asks by ``filter_changed``."""

    article_chosen = Signal(object)  # key
    menu_requested = Signal(object, QPoint)  # key, global position
    filter_changed = Signal(str)

    def __init__(self, scale_of: ScaleOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: int | None = None
        self.model = ArticleModel(self)
        self.view = RowView(self.model, ArticleDelegate(self.model, scale_of, self))
        self.view.setAccessibleName(self.tr("Articles"))
        self.caption = QLabel()
        self.caption.setProperty("look", "caption")
        self.field = FilterField(self.tr("Filter the articles"), self.tr("Filter articles"))
        self.empty = EmptyState(self.tr("Show all articles"))
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.set_articles([])

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 12, theme.GAP)
        head.setSpacing(theme.GAP)
        head.addWidget(self.caption)
        head.addWidget(self.field)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self.view.menu_requested.connect(self.menu_requested)
        self.field.settled.connect(self.filter_changed)
        self.field.left.connect(self.view.setFocus)
        self.empty.button.clicked.connect(self.field.clear)
        self.empty.button.clicked.connect(self.field.settle)

    # ------------------------------------------------------------ what the window tells it

    def set_articles(self, rows: Sequence[domain.ArticleRow], total: int | None = None) -> None:
        """Replaces the list by rows at hand.

        ``total`` is the number of articles in the library where a filter left some out.
        """
        by_key = {row.key: row for row in rows}
        self.set_keys(by_key, lambda keys: [by_key[key] for key in keys], total)

    def set_keys(
        self, keys: Iterable[int], fetch: Fetch[domain.ArticleRow], total: int | None = None
    ) -> None:
        """The same for a large library: row ids in order, and a way to read rows by ids."""
        self.model.set_keys(keys, fetch)
        self.view.show_key(self._current)
        self._say_how_many(total)
        self._show_page()

    def add_keys(self, keys: Sequence[int]) -> bool:
        """New articles on top of the list, the newest last in ``keys``; what is in view stays
        there. False where the list must be set anew: it is filtered, or has one of them."""
        if self.field.wanted() or any(self.model.row_of(key) >= 0 for key in keys):
            return False
        bar = self.view.verticalScrollBar()
        down = bar.value()
        self.model.prepend_keys(reversed(keys))
        if down:
            bar.setValue(down + len(keys) * self.view.rowHeight(0))
        self._say_how_many(None)
        self._show_page()
        return True

    def update_article(self, row: domain.ArticleRow) -> None:
        """Repaints one article after a change."""
        self.model.update_row(row)

    def set_current(self, key: int | None) -> bool:
        """Marks an article and scrolls to it without a signal; False if the list has it not."""
        self._current = key
        return self.view.show_key(key)

    def apply_theme(self) -> None:
        """Takes fonts and colours anew after the theme has changed."""
        self.view.fit_rows()

    # ------------------------------------------------------------

    def _choose(self, key: int) -> None:
        self._current = key
        self.article_chosen.emit(key)

    def _say_how_many(self, total: int | None) -> None:
        shown = self.model.rowCount()
        whole = claim_words.whole
        if total is not None and total != shown:
            words = self.tr("LIBRARY · {n} OF {total} ARTICLES")
        elif shown == 1:
            words = self.tr("LIBRARY · 1 ARTICLE")
        else:
            words = self.tr("LIBRARY · {n} ARTICLES")
        self.caption.setText(words.format(n=whole(shown), total=whole(total or 0)))

    def _show_page(self) -> None:
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.view)
            return
        if self.field.wanted():
            self.empty.say(self.tr("Nothing matches"), self.tr("Try fewer letters."), action=True)
        else:
            self.empty.say(
                self.tr("No articles yet"),
                self.tr(
                    "Drop files or a folder anywhere, paste with Ctrl+V, or press Add article."
                ),
            )
        self._pages.setCurrentWidget(self.empty)
