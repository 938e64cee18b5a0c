"""What the reader shows beside the text as it stands: two versions on one page, or what was set
aside. The pages are made in a thread (comparing.py); here is which one is asked for, and stepping
through it. Not here: painting (ui/reader), writing versions (the session).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck_gui.comparing import Page, compare, take_back, with_furniture
from factcheck_gui.domain import Document, Mark, VersionRow
from factcheck_gui.ui.lists import claim_words

if TYPE_CHECKING:
    from factcheck_gui.ui.main_window import MainWindow


class PageModes(QObject):
    """``mode`` is "" (the text as it stands), "compare" or "aside"."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._w = window
        self.mode = ""
        self._article, self._shown = 0, 0  # whose page it is: row id, number of the version
        self._pair = (0, 0)
        self._at = -1  # the change that the reader was taken to
        bar = window.reader.page_bar
        bar.versions_chosen.connect(self.show_versions)
        bar.stepped.connect(self.step)
        bar.acted.connect(self.act)
        bar.closed.connect(self.close)
        window.session.article_opened.connect(self._follow)

    # ------------------------------------------------------------ asked for

    def toggle_compare(self) -> None:
        """The version shown beside the one before it; again shows the text as it stands."""
        if self.mode == "compare":
            self.close()
            return
        versions, article = self._versions(), self._w.session.article
        if article is None or len(versions) < 2:
            self._w.session.told.emit(self.tr("There is only one version of this article."))
            return
        now = article.version_number
        self.show_versions(now - 1 if now > 1 else now, now if now > 1 else now + 1)

    def show_versions(self, older: int, newer: int) -> None:
        """Compares two versions of the open article by their numbers."""
        reader, article = self._w.session.reader, self._w.session.article
        if reader is None or article is None:
            return
        older, newer = min(older, newer), max(older, newer)
        key = article.row.key
        one, other = reader.article(key, older), reader.article(key, newer)
        self._begin("compare", (older, newer))
        self._w.tasks.in_thread(
            partial(compare, one.text, other.text, one.blocks, other.blocks),
            partial(self._show, "compare", key, (older, newer)),
        )

    def toggle_aside(self) -> None:
        """The text with what was set aside in grey; again hides it."""
        article = self._w.session.article
        if self.mode == "aside" or article is None:
            self.close()
            return
        if not article.furniture:
            self._w.session.told.emit(self.tr("Nothing was set aside from this text."))
            return
        self._begin("aside", (0, article.version_number))
        self._w.tasks.in_thread(
            partial(with_furniture, article.text, article.blocks, article.furniture),
            partial(self._show, "aside", article.row.key, self._pair),
        )

    def close(self) -> None:
        """The text as it stands again, where the reader was."""
        if not self.mode:
            return
        self.mode = ""
        self._w.reader.page_bar.hide()
        self._w.show_article_again()
        self._w.reader.setFocus()

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) change, and round again."""
        page = self._w.reader.page
        if not self.mode or page is None or not page.changes:
            self._w.session.told.emit(self.tr("There are no changes to step through."))
            return
        start = self._at if self._at >= 0 or by > 0 else 0
        self._at = (start + by) % len(page.changes)
        self._w.reader.show_change(page.changes[self._at])
        self._say()

    def act(self) -> None:
        """Goes back to the older version, or takes back the part that the reader was taken to."""
        if self.mode == "compare":
            number = self._back_to()
            if number:
                self._w.session.show_version(number)
        elif self.mode == "aside":
            self.take_back()

    def take_back(self) -> None:
        """Makes the part that the cursor or the last step is on a part of the text again, as a new
        version; its claims are looked for."""
        page, article = self._w.reader.page, self._w.session.article
        if self.mode != "aside" or page is None or article is None:
            self._w.session.told.emit(self.tr("Show what was set aside first."))
            return
        offset = self._w.reader.page_offset()
        piece = page.piece_at(offset)
        if piece is None or piece.kind != "aside":
            offset = page.changes[max(self._at, 0)].start
            piece = page.piece_at(offset)
        if piece is None or piece.kind != "aside":
            return
        text, blocks, furniture = take_back(
            article.text, article.blocks, article.furniture, piece.old
        )
        document = Document(text, blocks, furniture, source_name=article.row.source_name)
        self._w.importer.take_as_newer(document, article.row.key, article.version_number)

    # ------------------------------------------------------------ showing

    def _begin(self, mode: str, pair: tuple[int, int]) -> None:
        article = self._w.session.article
        self.mode, self._pair, self._at = mode, pair, -1
        if article:
            self._article, self._shown = article.row.key, article.version_number

    def _show(self, mode: str, key: int, pair: tuple[int, int], page: Page) -> None:
        """The page was made; it may be late."""
        article = self._w.session.article
        late = (mode, pair) != (self.mode, self._pair)
        if late or article is None or article.row.key != key:
            return
        marks = self._w.session.marks() if self.is_current else []
        self._w.reader.set_page(page, article, marks, self._w.byline(), self.is_current)
        self._w.reader.add_old_marks(self._orphans())
        claim = self._w.session.claim
        self._w.reader.set_current(claim.key if claim else None, reveal=False)
        self._w.show_said()
        bar = self._w.reader.page_bar
        if mode == "aside":
            bar.aside()
        else:
            rows = [(one.number, self._words(one)) for one in self._versions()]
            bar.compare(rows, *pair)
        self._say()
        if page.changes:
            self.step(1)

    @property
    def is_current(self) -> bool:
        """Whether the newer text of the page is the one that the article shows."""
        article = self._w.session.article
        return article is not None and self._pair[1] == article.version_number

    def _orphans(self) -> list[Mark]:
        """Marks of claims that stand in the older version only."""
        reader, article = self._w.session.reader, self._w.session.article
        if self.mode != "compare" or reader is None or article is None or not self.is_current:
            return []
        return reader.orphan_marks(article.row.key, self._pair[0])

    def _follow(self) -> None:
        """Another article was opened, or another version of this one."""
        article = self._w.session.article
        if self.mode and (
            article is None
            or article.row.key != self._article
            or article.version_number != self._shown
        ):
            self.mode = ""
            self._w.reader.page_bar.hide()

    def _say(self) -> None:
        page = self._w.reader.page
        count = len(page.changes) if page else 0
        if self.mode == "aside":
            words = self.tr("{0} of {1}").format(self._at + 1, count)
            action = "" if self._w.session.read_only else self.tr("Take it back")
        elif count:
            words = self.tr("{0} of {1}").format(self._at + 1, count)
            action = self._back_words()
        else:
            words, action = self.tr("no words differ"), self._back_words()
        self._w.reader.page_bar.say(words, action)

    def _back_words(self) -> str:
        number = self._back_to()
        if not number or self._w.session.read_only:
            return ""
        return self.tr("Go back to {0}").format(number)

    def _back_to(self) -> int:
        """The version of the two that is not shown now."""
        article = self._w.session.article
        others = [one for one in self._pair if article and one != article.version_number]
        return others[0] if others else 0

    def _versions(self) -> list[VersionRow]:
        session = self._w.session
        if session.reader is None or session.article is None:
            return []
        return session.reader.versions(session.article.row.key)

    def _words(self, one: VersionRow) -> str:
        when = claim_words.short_day(one.imported_at)
        return self.tr("{0} · {1}", "a version and its day").format(one.number, when)
