"""The one QObject between the core and the widgets: every verb a user has.

Widgets call verbs and learn what happened from the signals, never from the store. A verdict is
written at once; typing goes to a draft within half a second and becomes an assessment or an edit
when it is finished (focus lost, verdict, another claim, close). ``saved`` follows a COMMIT.
Not here: importing (importing.py), jobs (jobs.py), what anything looks like.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck_gui.domain import (
    Article,
    Assessment,
    Change,
    Claim,
    Clock,
    Label,
    Mark,
    Problem,
    Reviewer,
    Scale,
    Span,
    iso,
    storable,
)
from factcheck_gui.library import file
from factcheck_gui.library.history import History, Step
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.store import Store

DRAFT_DELAY = 400  # milliseconds from a keystroke to its draft in the library
TYPED = {"reason": "assessment", "note": "assessment", "wording": "claim", "claimant": "claim"}
UNNAMED = "Reviewer 1"


def utc_now() -> datetime:
    return datetime.now(UTC)


class Session(QObject):
    """A library open, one article and one claim chosen, and what the reviewer does with them."""

    library_opened = Signal()
    articles_changed = Signal()  # the list of articles: added, trashed, restored
    article_opened = Signal()  # self.article is another one, or None
    article_touched = Signal(int)  # one article's row: counts, title
    view_changed = Signal()  # the claims that the list shows, or their order
    claims_added = Signal(list)  # row ids, while claims are being found
    claim_chosen = Signal(int)  # self.claim is another one; its row id or 0
    changed = Signal(object)  # a Change was written
    typing = Signal()  # something typed is not in the library yet
    saved = Signal()  # everything is, after COMMIT
    problem = Signal(object)  # a Problem to show calmly
    told = Signal(str)  # a sentence for the status bar
    history_changed = Signal()
    reviewer_changed = Signal()

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
        self.history = History()
        self._typed: dict[str, str] = {}
        self._unsaved = False
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_DELAY)
        self._timer.timeout.connect(self.save_drafts)

    # ------------------------------------------------------------ the library

    @property
    def read_only(self) -> bool:
        return self.store is None

    def open_library(self, path: Path, *, read_only: bool = False) -> None:
        """Opens a library in place of the one that is open. Raises Problem; then that one stays."""
        if read_only:
            reader: Reader = Reader(file.open_reader(path))
            store = None
        else:
            reader = store = Store.open(path, self.clock())
        self.close_library()
        self.store, self.reader, self.path = store, reader, path
        if store:
            self._finish_left_drafts(store)
        self.library_opened.emit()
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

    def _finish_left_drafts(self, store: Store) -> None:
        """Text that a crash left as drafts becomes what it was going to be."""
        for claim in store.unfinished(self.reviewer):
            for field, text in store.drafts(claim, self.reviewer).items():
                self._write_typed(store, claim, field, text)

    def set_reviewer(self, reviewer: Reviewer) -> None:
        """Who is at the desk from now on. What was being typed is finished as the one before."""
        self.finish_typing()
        self.reviewer = Reviewer(reviewer.name.strip() or UNNAMED, reviewer.round)
        self.reviewer_changed.emit()
        if self.claim:
            self.claim_chosen.emit(self.claim.key)

    def _writable(self) -> Store:
        if self.store is None:
            raise Problem("This library is open read-only.", kept="Nothing was changed.")
        return self.store

    def _try(self, write: Callable[[], Any]) -> Any:
        """Runs a write; a problem is shown and the answer is None."""
        try:
            return write()
        except Problem as problem:
            self.problem.emit(problem)
            return None

    # ------------------------------------------------------------ choosing

    def open_article(self, key: int) -> None:
        """Opens an article of the library and its first claim to review."""
        self.finish_typing()
        if self.reader is None:
            return
        article = self._try(lambda: self.reader.article(key) if self.reader else None)
        if article is None:
            return
        self.article, self.scale, self.claim = article, self.reader.scale(key), None
        self.chip, self.filter = "all", ""
        self._read_view()
        self.article_opened.emit()
        self.view_changed.emit()
        self.choose_claim(self.view[0] if self.view else 0)

    def close_article(self) -> None:
        self.finish_typing()
        self.article = self.claim = self.scale = None
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
                self.show_claims()
            self.choose_claim(claim)

    def marks(self) -> list[Mark]:
        """A mark a span of the open article's claims."""
        if self.reader is None or self.article is None:
            return []
        return self.reader.marks(self.article.row.key)

    def marks_of(self, claim: int) -> list[Mark]:
        """The marks of one claim of the open article."""
        if self.reader is None or self.article is None:
            return []
        return self.reader.marks(self.article.row.key, claim)

    def show_claims(self, chip: str = "all", *, by_score: bool = False, text: str = "") -> None:
        """Sets which claims the list shows and in which order."""
        self.chip, self.by_score, self.filter = chip, by_score, text
        self._read_view()
        self.view_changed.emit()

    def _read_view(self) -> None:
        self.view = array("q")
        if self.reader and self.article:
            self.view = self.reader.claim_keys(
                self.article.row.key, self.chip, by_score=self.by_score, text=self.filter
            )

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) claim of the list."""
        place = self._place()
        if self.view and (place is None or 0 <= place + by < len(self.view)):
            self.choose_claim(self.view[0 if place is None else place + by])

    def _place(self) -> int | None:
        """Where the current claim stands in the list, or where it stood before it left it."""
        if self.claim is None:
            return None
        with suppress(ValueError):
            return self.view.index(self.claim.key)
        return None

    def next_unreviewed(self) -> None:
        """The next claim still to review, from the current one on and round again."""
        if self.reader is None or self.article is None:
            return
        waiting = self.reader.claim_keys(self.article.row.key, "open", by_score=self.by_score)
        if not waiting:
            self.told.emit(self.tr("All claims of this article are reviewed."))
            return
        order = self.reader.claim_keys(self.article.row.key, by_score=self.by_score)
        here = order.index(self.claim.key) if self.claim and self.claim.key in order else -1
        still = set(waiting)
        turned = [*order[here + 1 :], *order[: here + 1]]
        key = next((one for one in turned if one in still), 0)
        if key not in self.view:
            self.show_claims()
        self.choose_claim(key)

    def go_to_number(self, number: int) -> bool:
        """The claim with this number in the open article; whether there is one."""
        if self.reader is None or self.article is None:
            return False
        key = self.reader.claim_numbered(self.article.row.key, number)
        if key is not None:
            self.go_to(self.article.row.key, key)
        return key is not None

    # ------------------------------------------------------------ judging

    def own_assessment(self) -> Assessment | None:
        """What this reviewer said of the current claim in this round."""
        if self.reader is None or self.claim is None:
            return None
        return self.reader.assessment(self.claim.key, self.reviewer)

    def give_verdict(self, place: int) -> None:
        """The label at ``place`` (from 0) of the article's scale; the same again changes nothing."""
        if self.scale and self.claim and 0 <= place < len(self.scale.labels):
            self._give(self.scale.labels[place])

    def _give(self, label: Label) -> None:
        if self._assess({"verdict": label.text, "free_text": False}, label.text):
            if self.auto_advance:
                self.step(1)

    def clear_verdict(self) -> None:
        if self.claim:
            self._assess({"verdict": None, "free_text": False}, self.tr("clear verdict"))

    def _assess(self, values: Mapping[str, Any], label: str) -> bool:
        self.finish_typing()
        claim = self.claim
        if claim is None:
            return False

        def write() -> Change | None:
            return self._writable().assess(claim.key, self.reviewer, self.clock(), values)

        return self._record(self.tr("verdict {0}").format(label), self._try(write))

    # ------------------------------------------------------------ typing

    def type(self, field: str, text: str) -> None:
        """Text as it is typed into "reason", "note", "wording" or "claimant" of the claim."""
        if self.claim and not self.read_only:
            self._typed[field] = storable(text)
            self._timer.start()
            self._unsaved = True
            self.typing.emit()

    def save_drafts(self) -> None:
        """Puts what is being typed into the library as drafts."""
        self._timer.stop()
        store, claim = self.store, self.claim
        if store and claim and self._unsaved:

            def write() -> bool:
                for field, text in self._typed.items():
                    store.save_draft(claim.key, self.reviewer, self.clock(), field, text)
                return True

            if self._try(write):
                self._unsaved = False
                self.saved.emit()

    def finish_typing(self) -> None:
        """Makes what was typed an assessment or an edit, as one step to undo a field."""
        self._timer.stop()
        store, claim, typed = self.store, self.claim, self._typed
        self._typed, self._unsaved = {}, False
        if store is None or claim is None:
            return
        for field, text in typed.items():
            label = {
                "reason": self.tr("reason"),
                "note": self.tr("private note"),
                "wording": self.tr("wording"),
                "claimant": self.tr("who said it"),
            }[field]
            change = self._try(
                lambda f=field, t=text: self._write_typed(store, claim.key, f, t)  # type: ignore[misc]
            )
            if not self._record(label, change):
                self.saved.emit()

    def _write_typed(self, store: Store, claim: int, field: str, text: str) -> Change | None:
        if TYPED[field] == "assessment":
            return store.assess(claim, self.reviewer, self.clock(), {field: text})
        return store.edit_claim(claim, {field: text}, self.reviewer, self.clock())

    # ------------------------------------------------------------ claims

    def dismiss(self, reason: str = "") -> None:
        """Marks the current claim as "not a claim"; the next one becomes current."""
        claim = self.claim
        if claim is None or claim.dismissed is not None:
            return
        following = self._neighbour()
        if self._edit_claims([claim.key], {"dismissed": reason}, self.tr("not a claim")):
            self.choose_claim(following)

    def dismiss_all(self, keys: Sequence[int], reason: str = "") -> int:
        """Marks many as "not a claim", as one step to undo; how many changed."""
        return self._edit_claims(keys, {"dismissed": reason}, self.tr("not claims"))

    def bring_back(self) -> None:
        """Takes "not a claim" back."""
        if self.claim and self.claim.dismissed is not None:
            self._edit_claims([self.claim.key], {"dismissed": None}, self.tr("bring back"))

    def _neighbour(self) -> int:
        place = self._place()
        if place is None or len(self.view) < 2:  # noqa: PLR2004 - itself and one more
            return 0
        return self.view[place + 1] if place + 1 < len(self.view) else self.view[place - 1]

    def _edit_claims(self, keys: Sequence[int], values: Mapping[str, Any], label: str) -> int:
        self.finish_typing()

        def write() -> list[Change]:
            store, changes = self._writable(), []
            with file.atomic(store.connection):
                for key in keys:
                    change = store.edit_claim(key, values, self.reviewer, self.clock())
                    changes += [change] if change else []
            return changes

        changes = self._try(write) or []
        self._record_all(label, changes)
        return len(changes)

    def add_claim(self, span: Span) -> None:
        """A claim from text selected in the reader."""
        self.finish_typing()
        article = self.article
        if article is None:
            return
        change = self._try(
            lambda: self._writable().add_claim(article, span, self.reviewer, self.clock())
        )
        if self._record(self.tr("add claim"), change) and change.claim:
            self.go_to(article.row.key, change.claim)

    # ------------------------------------------------------------ articles

    def edit_article(self, key: int, values: Mapping[str, str]) -> None:
        """Title, author, site, url, published, language of an article."""
        self.finish_typing()
        clean = {name: storable(text).strip() for name, text in values.items()}
        change = self._try(
            lambda: self._writable().edit_article(key, clean, self.reviewer, self.clock())
        )
        self._record(self.tr("article details"), change)

    def trash(self, key: int) -> None:
        self._trash(key, iso(self.clock()), self.tr("move to trash"))

    def restore(self, key: int) -> None:
        self._trash(key, "", self.tr("restore"))

    def _trash(self, key: int, when: str, label: str) -> None:
        self.finish_typing()
        values = {"trashed_at": when}
        change = self._try(
            lambda: self._writable().edit_article(key, values, self.reviewer, self.clock())
        )
        self._record(label, change)

    def empty_trash(self) -> int:
        """Deletes what is in the trash for good. The undo history ends here."""
        self.finish_typing()
        gone = self._try(lambda: self._writable().empty_trash(self.reviewer, self.clock()))
        self.history.clear()
        self.history_changed.emit()
        self.articles_changed.emit()
        return int(gone or 0)

    # ------------------------------------------------------------ undo and redo

    def undo(self) -> None:
        self.finish_typing()
        self._replay(self.history.take_undo(), self.history.undone)

    def redo(self) -> None:
        self.finish_typing()
        self._replay(self.history.take_redo(), self.history.redone)

    def _replay(self, step: Step | None, moved: Callable[[], None]) -> None:
        if step is None:
            return

        def write() -> list[Change]:
            store = self._writable()
            with file.atomic(store.connection):
                for one in step.changes:
                    store.write(one, self.reviewer, self.clock())
            return list(step.changes)

        written = self._try(write)
        if written is None:
            return
        moved()
        for one in written:
            self._tell(one)
        self._show(step.changes[0])
        self.history_changed.emit()

    def _show(self, change: Change) -> None:
        """Brings what an undo or redo changed before the reviewer's eyes."""
        if change.claim and self.reader and self.reader.article_row(change.article):
            gone = change.subject == "claim" and change.after.get("withdrawn")
            self.go_to(change.article, 0 if gone else change.claim)

    def _record(self, label: str, change: Change | None) -> bool:
        return self._record_all(label, [change] if change else [])

    def _record_all(self, label: str, changes: Sequence[Change]) -> bool:
        if not changes:
            return False
        self.history.push(Step(label, tuple(changes)))
        for change in changes:
            self._tell(change)
        self.history_changed.emit()
        return True

    def _tell(self, change: Change) -> None:
        """Refreshes what the session holds, then tells the widgets."""
        if self.reader is None:
            return
        if self.claim and change.claim == self.claim.key:
            self.claim = self.reader.claim(self.claim.key)
        if change.subject == "article":
            self._article_changed(change)
        self.changed.emit(change)
        self.article_touched.emit(change.article)
        if {"withdrawn", "dismissed"} & set(change.after):
            self._read_view()
            self.view_changed.emit()
        self.saved.emit()

    def _article_changed(self, change: Change) -> None:
        opened = self.article is not None and self.article.row.key == change.article
        if "trashed_at" in change.after:
            self.articles_changed.emit()
            if opened and change.after["trashed_at"]:
                self.close_article()
        elif opened and self.reader:
            self.article = self.reader.article(change.article)

    # ------------------------------------------------------------ what importing tells

    def found_claims(self, article: int, keys: Sequence[int]) -> None:
        """Claims were added to an article while they are being found."""
        self.article_touched.emit(article)
        if self.article and self.article.row.key == article and keys:
            self._read_view()
            self.claims_added.emit(list(keys))
            self.view_changed.emit()
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
