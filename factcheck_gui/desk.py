"""What lies on the desk: a library, one article and one claim of it, and the signals that tell the
widgets about them. Nothing here changes a library: writing_desk.py and session.py build on this.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from factcheck_gui.domain import (
    Article,
    Claim,
    Clock,
    Mark,
    Problem,
    Reviewer,
    Scale,
    storable,
)
from factcheck_gui.jobs import is_outdated
from factcheck_gui.library import file
from factcheck_gui.library.history import History
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.store import Store

UNNAMED = "Reviewer 1"


def utc_now() -> datetime:
    return datetime.now(UTC)


class Desk(QObject):
    """A library open, one article and one claim chosen."""

    library_opened = Signal()
    articles_changed = Signal()  # the list of articles: added, trashed, restored
    articles_added = Signal(list)  # row ids: these came to the list, or back to it
    article_opened = Signal()  # self.article is another one, or None
    scale_changed = Signal()  # the open article has another rating scale
    article_touched = Signal(int)  # one article's row: counts, title
    view_changed = Signal()  # the claims that the list shows, or their order
    view_grown = Signal()  # the list has more claims at its end, and is otherwise as it was
    claims_added = Signal(list)  # row ids, while claims are being found
    claims_moved = Signal(list)  # row ids: claims came, went, or stand elsewhere in the text
    claims_replaced = Signal()  # other claims are shown, or look otherwise: all at once
    claim_chosen = Signal(int)  # self.claim is another one; its row id or 0
    changed = Signal(object)  # a Change was written
    typing = Signal()  # something typed is not in the library yet
    saved = Signal()  # everything is, after COMMIT
    problem = Signal(object)  # a Problem to show calmly
    told = Signal(str)  # a sentence for the status bar
    history_changed = Signal()
    reviewer_changed = Signal()
    settled = Signal()  # a field that was edited apart has one value again

    def __init__(self, clock: Clock = utc_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self.store: Store | None = None
        self.reader: Reader | None = None
        self.path: Path | None = None
        self.reviewer = Reviewer(UNNAMED)
        self.auto_advance = False
        self.article: Article | None = None
        self.scale: Scale | None = None
        self.claim: Claim | None = None
        self.view: array[int] = array("q")
        self.chip, self.by_score, self.filter = "all", False, ""
        self.bar: float | None = None  # the least check-worthiness shown; None: what was listed
        self.history = History()

    # ------------------------------------------------------------ the library

    @property
    def outdated(self) -> bool:
        """Whether an earlier finder than this app's has been through the open article."""
        return self.article is not None and is_outdated(self.article.finder)

    @property
    def blind(self) -> Reviewer | None:
        """The reviewer, while they read for the second time and must not know what others said."""
        return self.reviewer if self.reviewer.round == "second" else None

    @property
    def read_only(self) -> bool:
        return self.store is None

    @property
    def frozen(self) -> bool:
        """Whether the open article is signed off, and this is no round of corrections."""
        signed = self.article is not None and bool(self.article.row.signed_at)
        return signed and self.reviewer.round != "correction"

    @property
    def editable(self) -> bool:
        """Whether what is open may be changed as it stands."""
        return not self.read_only and not self.frozen

    def open_library(self, path: Path, *, read_only: bool = False) -> None:
        """Opens a library in place of the one that is open. Raises Problem; then that one stays."""
        if not self.finish_typing():
            raise Problem(
                self.tr("What you typed last is not saved yet."),
                kept=self.tr("The library that is open stays open."),
            )
        if read_only:
            reader: Reader = Reader(file.open_reader(path))
            store = None
        else:
            reader = store = Store.open(path, self.clock())
        self.close_library()
        self.store, self.reader, self.path = store, reader, path
        reader.read_as(self.blind)
        self.library_opened.emit()
        self.close_article()  # for the widgets: nothing of the library before is shown any more
        if store:
            self._finish_left_drafts(store)
        self.articles_changed.emit()

    def close_library(self) -> None:
        """Finishes what is being typed and closes; safe to call twice."""
        self.finish_typing()
        self.article = self.claim = self.scale = None
        self.view = array("q")
        self.history.clear()
        if self.store:
            self.store.close()
        elif self.reader:
            self.reader.connection.close()
        self.store = self.reader = self.path = None

    def set_reviewer(self, reviewer: Reviewer) -> None:
        """Who is at the desk from now on. What was being typed is finished as the one before."""
        self.finish_typing()
        self.reviewer = Reviewer(storable(reviewer.name).strip() or UNNAMED, reviewer.round)
        if self.reader:
            self.reader.read_as(self.blind)
        self.reviewer_changed.emit()
        if self.claim:
            self.claim_chosen.emit(self.claim.key)

    def _try(self, write: Callable[[], Any]) -> Any:
        """Runs a write; a problem is shown and the answer is None."""
        try:
            return write()
        except Problem as problem:
            self.problem.emit(problem)
            return None

    def _finish_left_drafts(self, store: Store) -> None:
        """Called when a library was opened for writing."""

    def finish_typing(self) -> bool:
        """Called before anything else becomes current; whether nothing is left unsaved."""
        return True

    # ------------------------------------------------------------ choosing

    def open_article(self, key: int) -> None:
        """Opens an article of the library and its first claim to review."""
        self.finish_typing()
        reader = self.reader
        if reader is None:
            return
        found = self._try(lambda: (reader.article(key), reader.scale(key)))
        if found is None:
            return
        (self.article, self.scale), self.claim = found, None
        self.chip, self.filter, self.bar = "all", "", None
        self._read_view()
        self.article_opened.emit()
        self.view_changed.emit()
        self.choose_claim(self.view[0] if self.view else 0)

    def close_article(self) -> None:
        self.finish_typing()
        self.article = self.claim = self.scale = self.bar = None
        self.view = array("q")
        self.article_opened.emit()
        self.view_changed.emit()
        self.claim_chosen.emit(0)

    def choose_claim(self, key: int) -> None:
        """Makes a claim the current one; 0 for none."""
        if self.claim and self.claim.key == key:
            return
        self.finish_typing()
        found = self.reader.claims([key]) if self.reader and key else []
        self.claim = found[0] if found else None
        self.claim_chosen.emit(self.claim.key if self.claim else 0)

    def go_to(self, article: int, claim: int = 0) -> None:
        """Opens an article if it is another one, then a claim of it, shown whatever the filter."""
        if self.article is None or self.article.row.key != article:
            self.open_article(article)
        if claim:
            if claim not in self.view:
                self._show_where(claim)
            self.choose_claim(claim)

    def _show_where(self, claim: int) -> None:
        """Makes the list one that has a claim; the order stays."""
        found = self.reader.claims([claim]) if self.reader else []
        if self.bar is not None and any(one.score < self.bar for one in found):
            self.move_bar(None)
        dismissed = bool(found) and found[0].dismissed is not None
        self.show_claims("dismissed" if dismissed else "all", by_score=self.by_score)

    def marks(self) -> list[Mark]:
        """A mark a span of the open article's claims."""
        if self.reader is None or self.article is None:
            return []
        return self.reader.marks(self.article.row.key, bar=self.bar)

    def marks_of(self, claims: Sequence[int]) -> list[Mark]:
        """The marks of some claims of the open article; none of those that it does not show."""
        if self.reader is None or self.article is None:
            return []
        return self.reader.marks(self.article.row.key, claims, self.bar)

    def show_claims(self, chip: str = "all", *, by_score: bool = False, text: str = "") -> None:
        """Sets which claims the list shows and in which order."""
        self.chip, self.by_score, self.filter = chip, by_score, text
        self._read_view()
        self.view_changed.emit()

    def move_bar(self, bar: float | None) -> None:
        """Shows the claims of at least this check-worthiness, and what was touched; None shows
        what was listed. Nothing is changed by it."""
        if bar == self.bar:
            return
        self.bar = bar
        self._read_view()
        self.claims_replaced.emit()
        self.view_changed.emit()

    def _read_view(self) -> None:
        self.view = array("q")
        if self.reader and self.article:
            self.view = self.reader.claim_keys(
                self.article.row.key,
                self.chip,
                by_score=self.by_score,
                text=self.filter,
                bar=self.bar,
            )

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) claim of the list."""
        place = self._place()
        if self.view and (place is None or 0 <= place + by < len(self.view)):
            self.choose_claim(self.view[0 if place is None else place + by])

    def _place(self) -> int | None:
        """Where the current claim stands in the list; None where it is not in it."""
        if self.claim is None:
            return None
        with suppress(ValueError):
            return self.view.index(self.claim.key)
        return None

    def next_unreviewed(self) -> None:
        """The next claim still to review, from the current one on and round again."""
        if self.reader is None or self.article is None:
            return
        key, bar = self.article.row.key, self.bar
        waiting = self.reader.claim_keys(key, "open", by_score=self.by_score, bar=bar)
        if not waiting:
            self.told.emit(self.tr("All claims of this article are reviewed."))
            return
        order = self.reader.claim_keys(key, by_score=self.by_score, bar=bar)
        here = order.index(self.claim.key) if self.claim and self.claim.key in order else -1
        still = set(waiting)
        turned = [*order[here + 1 :], *order[: here + 1]]
        following = next((one for one in turned if one in still), 0)
        if following not in self.view:
            self._show_where(following)
        self.choose_claim(following)

    def go_to_claim(self, key: int) -> None:
        """A claim of the open article."""
        if self.article:
            self.go_to(self.article.row.key, key)

    def go_to_number(self, number: int) -> bool:
        """The claim with this number in the open article; whether there is one."""
        if self.reader is None or self.article is None:
            return False
        key = self.reader.claim_numbered(self.article.row.key, number)
        if key is not None:
            self.go_to(self.article.row.key, key)
        return key is not None

    # ------------------------------------------------------------ what importing tells

    def found_claims(self, article: int, keys: Sequence[int]) -> None:
        """Claims were added to an article while they are being found."""
        self.article_touched.emit(article)
        if self.article is None or self.article.row.key != article or not keys:
            return
        before = self.view
        self._read_view()
        self.claims_added.emit(list(keys))
        # Only a list that is told anew scrolls back to the current claim.
        grown = self.view[: len(before)] == before
        (self.view_grown if grown else self.view_changed).emit()
        if self.claim is None and self.view:
            self.choose_claim(self.view[0])

    def found_all(self, article: int) -> None:
        """The finder has been through an article: what contests what is known now."""
        if self.article and self.article.row.key == article and self.reader:
            self.article = replace(self.article, extracted=True)
            if self.claim:
                self.claim = self.reader.claim(self.claim.key)
            self.view_changed.emit()
        self.article_touched.emit(article)

    def found_anew(self, article: int) -> None:
        """The finder has been through an article again: what nobody touched may be another."""
        if self.article and self.article.row.key == article and self.reader:
            place, claim = self._place(), self.claim
            self.article = self.reader.article(article)
            self._read_view()
            self.claims_replaced.emit()
            self.view_changed.emit()
            if claim and (place is None or claim.key in self.view):
                self.claim = self.reader.claim(claim.key)
                self.claim_chosen.emit(claim.key)
            else:
                self.choose_claim(self._neighbour(place))
        self.article_touched.emit(article)

    def _neighbour(self, place: int | None) -> int:
        """The claim that stands now where one stood that is gone; 0 for none."""
        return self.view[min(place or 0, len(self.view) - 1)] if self.view else 0
