"""The reader: an article with its claims marked in it, the ruler beside it, and find.

Here: what ties the text, the marks and the widgets together, in the app's own unit, code points of
the article's text. Not here: the store and the session (the main window hands over values and
listens to signals), the page's layout, painting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck_gui import domain
from factcheck_gui.comparing import Page
from factcheck_gui.domain import Mark, Span
from factcheck_gui.ui import theme
from factcheck_gui.ui.reader.change_marks import ChangeMarks
from factcheck_gui.ui.reader.claim_drag import EndDrag, trimmed
from factcheck_gui.ui.reader.claim_marks import ClaimMarks
from factcheck_gui.ui.reader.claim_ruler import ClaimRuler, Tick
from factcheck_gui.ui.reader.find_bar import FindBar, FindHits, find_all
from factcheck_gui.ui.reader.offsets import Display, make_display, make_safest_display
from factcheck_gui.ui.reader.page_bar import PageBar
from factcheck_gui.ui.reader.page_ground import PageGround
from factcheck_gui.ui.reader.page_styles import PageStyles, header_lines, text_lines
from factcheck_gui.ui.reader.reader_edit import ReaderEdit
from factcheck_gui.ui.reader.said_marks import Said, SaidLegend, SaidMarks

TEXT_SIZE = 13.0  # points
_RULER_WAIT = 60  # milliseconds: many changes move the ticks once
_FRAME = 2  # pixels of the focus frame


class ArticleView(QWidget):
    """Shows one article. Keys are row ids of claims, offsets code points of ``article.text``."""

    claim_clicked = Signal(int)
    selection_changed = Signal(bool)  # whether a part of the text is selected
    span_adjusted = Signal(int, object)  # key, Span: an end of the current claim was dragged

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self._text = ""
        self._display = make_display("")
        self._header_lines = 0
        self._selected = False
        self._hit = -1
        self._framed = False
        self._marks, self._hits, self._said = ClaimMarks(), FindHits(), SaidMarks()
        self._changes = ChangeMarks()
        self.page: Page | None = None  # of two texts, where one is shown
        self._foreign = False  # the page is not of the text that claims stand in
        styles = PageStyles(TEXT_SIZE)
        self._marks.set_styles(styles)
        self.edit = ReaderEdit(
            (PageGround(), self._hits, self._marks, self._changes, self._said), self
        )
        self.edit.set_styles(styles)
        self.edit.setAccessibleName(self.tr("Article text"))
        self.edit.copied_text = self._exact_text
        self.edit.words_at = self._words_at
        self.ruler = ClaimRuler(self)
        self.find_bar = FindBar(self)
        self.page_bar = PageBar(self)
        self.legend = SaidLegend(self)
        self.drag = EndDrag(self.edit, self._marks)
        self.setFocusProxy(self.edit)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        page = QHBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.edit, 1)
        page.addWidget(self.ruler)
        column = QVBoxLayout(self)
        column.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        column.setSpacing(0)
        column.addWidget(self.page_bar)
        column.addWidget(self.find_bar)
        column.addWidget(self.legend)
        column.addLayout(page, 1)

    def _connect(self) -> None:
        self._ruler_wait = QTimer(self, singleShot=True, interval=_RULER_WAIT)
        self._ruler_wait.timeout.connect(self._place_ticks)
        self.edit.heights_changed.connect(self._ruler_wait.start)
        self.edit.clicked.connect(self._clicked)
        self.edit.selectionChanged.connect(self._selection_moved)
        self.edit.framed.connect(self._show_frame)
        self.ruler.clicked.connect(self.claim_clicked)
        self.drag.adjusted.connect(self.span_adjusted)
        self.find_bar.asked.connect(self._find)
        self.find_bar.stepped.connect(self._step)
        self.find_bar.closed.connect(self.close_find)

    # ------------------------------------------------------------ what is shown

    def set_article(
        self, article: domain.Article | None, marks: Sequence[Mark] = (), byline: str = ""
    ) -> None:
        """Shows an article from its top, or nothing. ``byline`` stands under the title."""
        self.page, self._foreign = None, False
        self._fill(article, article.text if article else "", marks, byline)

    def set_page(
        self,
        page: Page,
        article: domain.Article,
        marks: Sequence[Mark],
        byline: str,
        current: bool = True,
    ) -> None:
        """Shows an article on a page with another text of it. Keys and offsets stay those of the
        article's text; ``current`` is whether that is the page's newer text at all."""
        self.page, self._foreign = page, not current
        self._fill(replace(article, blocks=page.blocks), page.text, marks, byline)
        self.edit.pull = None  # an end could not be told from words that are gone

    def _fill(
        self, article: domain.Article | None, text: str, marks: Sequence[Mark], byline: str
    ) -> None:
        self.close_find()
        self._text = text
        title = " ".join(article.row.title.split()) if article else ""
        if title and " ".join(self._text[: 2 * len(title)].split()).startswith(title):
            title = ""  # the text begins with its headline
        byline = " ".join(byline.split()) if article else ""
        header = "".join(f"{line}\n" for line in (title, byline) if line)
        display = self._show(header)
        self._header_lines = header.count("\n")
        self._display = display
        self._marks.start(display, self._text, self._header_lines)
        self._hits.start(display, self._header_lines)
        self._said.start(display, self._header_lines)
        self._changes.start(display, self._header_lines, self.page)
        self.edit.pull = self.drag
        self.drag.start(display, self._text)
        for mark in marks:
            self._marks.index.put(self._placed(mark))
        lines = header_lines(header, bool(title))
        self.edit.show_lines(
            [*lines, *text_lines(display, article.blocks, text)] if article else []
        )
        self.edit.put_cursor(display.to_qt(0))
        self.ruler.set_current(None)
        self.ruler.set_ticks(())
        self._ruler_wait.start()
        self._selection_moved()

    def _show(self, header: str) -> Display:
        """Gives the text to Qt and makes sure that both count alike."""
        for make in (make_display, make_safest_display):
            display = make(self._text, header)
            if self.edit.show_text(display.header + display.text) == display.document_units:
                return display
        raise AssertionError("Qt counts this text's characters differently")

    def set_scale(self, scale: domain.Scale | None) -> None:
        """Takes the rating scale whose labels give the marks their tones and symbols."""
        self._marks.set_scale(scale)
        self._ruler_wait.start()
        self.edit.viewport().update()

    def set_text_size(self, points: float) -> None:
        """Sets the size of the article's text."""
        styles = PageStyles(points)
        self._marks.set_styles(styles)
        self.edit.set_styles(styles)

    def apply_theme(self) -> None:
        """The theme changed: everything is painted anew."""
        for widget in (self, self.edit.viewport(), self.ruler):
            widget.update()

    # ------------------------------------------------------------ pages of two texts

    def _placed(self, mark: Mark) -> Mark:
        """A mark of the article's text as it stands on the page."""
        if self.page is None:
            return mark
        span = self.page.of_new(Span(mark.start, mark.end))
        return replace(mark, start=span.start, end=span.end)

    def add_old_marks(self, marks: Sequence[Mark]) -> None:
        """Adds marks of claims that stand in the page's older text only."""
        if self.page is not None:
            for mark in marks:
                span = self.page.of_old(Span(mark.start, mark.end))
                self._put_placed([replace(mark, start=span.start, end=span.end)], set())

    def show_change(self, span: Span) -> None:
        """Frames a change of the page and brings it into view."""
        self._changes.current = span
        self.edit.put_cursor(self._display.to_qt(span.start))
        self._reveal(span)
        self.edit.viewport().update()

    def page_offset(self) -> int:
        """Where the text cursor stands on what is shown, whichever text it belongs to."""
        return self._display.to_text(self.edit.textCursor().position())

    # ------------------------------------------------------------ marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replaces all marks."""
        lines: set[int] = set()
        wanted = {(mark.key, mark.part) for mark in marks}
        gone = [one.key for one in self._marks.index if (one.key, one.part) not in wanted]
        for key in gone:
            lines.update(self._marks.index.remove(key))
        self._put(marks, lines)

    def add_marks(self, marks: Iterable[Mark]) -> None:
        """Adds marks, or replaces those with the same keys; cheap for a few dozen at a time."""
        self._put(marks, set())

    def update_mark(self, mark: Mark) -> None:
        """A mark's look or span changed."""
        mark = self._placed(mark)
        old = self._marks.index.get(mark.key, mark.part)
        if old is None or (old.start, old.end, old.number) != (mark.start, mark.end, mark.number):
            self._put_placed([mark], set())
            return
        lines = self._marks.index.put(mark)
        self._marks.changed(lines)
        self.ruler.set_tone(mark.key, self._marks.look(mark)[0], mark.state == "disputed")
        self._repaint(lines)

    def remove_mark(self, key: int) -> None:
        """A claim is no longer shown."""
        self._lay_out(self._marks.index.remove(key))

    def _put(self, marks: Iterable[Mark], lines: set[int]) -> None:
        self._put_placed(map(self._placed, () if self._foreign else marks), lines)

    def _put_placed(self, marks: Iterable[Mark], lines: set[int]) -> None:
        for mark in marks:
            if self._marks.index.get(mark.key, mark.part) == mark:
                continue
            lines.update(self._marks.index.take(mark.key, mark.part))
            lines.update(self._marks.index.put(mark))
        self._lay_out(lines)

    def _repaint(self, lines: Iterable[int]) -> None:
        self.edit.repaint_blocks([line + self._header_lines for line in lines])

    def _lay_out(self, lines: Iterable[int]) -> None:
        numbers = self._marks.changed(lines)
        self.edit.lay_out_again([one for one in numbers if self.edit.page.is_laid(one)])
        self._ruler_wait.start()

    def _place_ticks(self) -> None:
        tops = self.edit.page.tops()
        whole = max(self.edit.page.documentSize().height(), 1.0)
        display, look = self._display, self._marks.look
        ticks = []
        for line, marks in self._marks.index.starting():
            number = line + self._header_lines
            start, top = display.starts[line], tops[number]
            share = (tops[number + 1] - top) / max(display.ends[line] - start, 1)
            ticks += [
                Tick(
                    mark.key,
                    (top + (mark.start - start) * share) / whole,
                    look(mark)[0],
                    mark.state == "disputed",
                )
                for mark in marks
            ]
        self.ruler.set_ticks(ticks)

    # ------------------------------------------------------------ the current claim

    def set_current(self, key: int | None, reveal: bool = True) -> None:
        """Outlines a claim; ``reveal`` scrolls only if it is not comfortably in view."""
        before = self._marks.current_parts
        self._marks.current, self._marks.preview = key, None
        self.ruler.set_current(key)
        mark = self._marks.current_mark
        for one in (*before, *self._marks.current_parts):
            self._repaint(self._marks.index.lines_of(one.start, one.end))
        if mark is not None and reveal:
            if not self._selected:
                self.edit.put_cursor(self._display.to_qt(mark.start))
            self._reveal(Span(mark.start, mark.end))

    def reveal(self, span: Span) -> None:
        """Brings a part of the text comfortably into view."""
        self._reveal(self.page.of_new(span) if self.page else span)

    def _reveal(self, span: Span) -> None:
        self.edit.reveal(self._display.to_qt(span.start), self._display.to_qt(span.end))

    def reading_offset(self) -> int:
        """The first character in view: where the reader was, to come back to."""
        offset = self._display.to_text(self.edit.place()[0])
        return self.page.new_at(offset) if self.page else offset

    def show_offset(self, offset: int) -> None:
        """Scrolls to where ``reading_offset`` was; 0 is the very beginning, headline and all."""
        if self.page and offset:
            offset = self.page.of_new(Span(offset, offset)).start
        self.edit.show_position(self._display.to_qt(offset) if offset else 0)

    def _clicked(self, position: int) -> None:
        if self._display.in_header(position):
            return
        offset, index = self._display.to_text(position), self._marks.index
        # A claim's number stands in the character after it, if no other claim begins there.
        found = index.at(offset) or [mark for mark in index.at(offset - 1) if mark.end == offset]
        keys = [mark.key for mark in found]
        if keys:
            # A second click on overlapping claims goes on to the next larger one.
            at = keys.index(self._marks.current) + 1 if self._marks.current in keys else 0
            self.claim_clicked.emit(keys[at % len(keys)])

    def show_said(self, said: Sequence[Said] | None) -> None:
        """Marks who said what, with a strip that explains the looks; None hides both."""
        placed = [
            one._replace(span=self.page.of_new(one.span)) if self.page else one
            for one in (said or () if not self._foreign else ())
        ]
        self._said.show(placed)
        self.legend.setVisible(said is not None)
        self.legend.show_roles(one.role for one in said or ())
        self.edit.viewport().update()

    # ------------------------------------------------------------ selection

    def selected_span(self) -> Span | None:
        """The selected part of the text without white space at its ends; None if there is none."""
        cursor = self.edit.textCursor()
        start = self._display.to_text(cursor.selectionStart())
        end = self._display.to_text(cursor.selectionEnd())
        span = trimmed(self._text, Span(start, end))
        if self.page is None or span is None:
            return span
        return None if self._foreign else self.page.in_new(span)

    def select(self, span: Span | None) -> None:
        """Selects a part of the text and brings it into view; None selects nothing."""
        cursor = self.edit.textCursor()
        if span is None:
            cursor.clearSelection()
        else:
            shown = self.page.of_new(span) if self.page else span
            cursor.setPosition(self._display.to_qt(shown.start))
            cursor.setPosition(self._display.to_qt(shown.end), QTextCursor.MoveMode.KeepAnchor)
            self._reveal(shown)
        self.edit.setTextCursor(cursor)

    def cursor_offset(self) -> int:
        """Where the text cursor stands."""
        offset = self.page_offset()
        return self.page.new_at(offset) if self.page else offset

    def _selection_moved(self) -> None:
        selected = self.selected_span() is not None
        if selected != self._selected:
            self._selected = selected
            self.selection_changed.emit(selected)

    def _exact_text(self, start: int, end: int) -> str:
        """What copying gives: the stored text; a piece of the headline if only that is selected."""
        if start < end and self._display.in_header(end - 1):
            return self._display.header_part(start, end)
        return self._text[self._display.to_text(start) : self._display.to_text(end)]

    # ------------------------------------------------------------ find

    def show_find(self) -> None:
        """Opens the find bar with the selected words, if there are a few."""
        span = self.selected_span()
        cursor = self.edit.textCursor()
        words = self._exact_text(cursor.selectionStart(), cursor.selectionEnd()) if span else ""
        self.find_bar.open(words if len(words) < 100 and "\n" not in words else "")

    def close_find(self) -> None:
        """Closes the find bar and takes the frames away."""
        if self.find_bar.isHidden() and not self._hits.spans:
            return
        had_focus = self.find_bar.has_focus()
        self.find_bar.hide()
        self._hits.spans = []
        self.edit.viewport().update()
        if had_focus:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, words: str) -> None:
        self._hits.spans = find_all(self._text, words)
        here = self.page_offset()
        spans = self._hits.spans
        self._hit = next((at for at, span in enumerate(spans) if span.end >= here), 0) - 1
        if spans:
            self._step(1)
        else:
            self.find_bar.show_place(0, 0)
        self.edit.viewport().update()

    def _step(self, by: int) -> None:
        spans = self._hits.spans
        if not spans:
            return
        self._hit = (self._hit + by) % len(spans)
        span = spans[self._hit]
        self.edit.put_cursor(self._display.to_qt(span.end), self._display.to_qt(span.start))
        self._reveal(span)
        self.find_bar.show_place(self._hit + 1, len(spans))

    # ------------------------------------------------------------ help and focus

    def _show_frame(self, shown: bool) -> None:
        self._framed = shown
        self.update()

    def _words_at(self, position: int) -> str:
        if position < 0 or self._display.in_header(position):
            return ""
        marks = self._marks.index.at(self._display.to_text(position))
        return "\n".join(self._words(mark) for mark in marks)

    def _words(self, mark: Mark) -> str:
        if mark.state == "disputed":
            look = self.tr("Disputed")
        else:
            look = mark.verdict or self.tr("to review")
        return self.tr("Claim {0} · {1}").format(mark.number, look) if mark.number else look

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.current()
        painter.fillRect(self.rect(), colors.color("reading"))
        if self._framed:
            painter.setPen(QPen(colors.color("accent"), _FRAME))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()
