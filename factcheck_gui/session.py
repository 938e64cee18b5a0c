"""The one QObject between the core and the widgets: every verb a user has.

Widgets call verbs and learn what happened from the signals, never from the store. A verdict is
written at once; typing goes to a draft within half a second and becomes an assessment or an edit
when it is finished (focus lost, verdict, another claim, close). ``saved`` follows a COMMIT.
Not here: what is open (desk.py), importing (importing.py), what anything looks like.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer

from factcheck_gui.desk import Desk, utc_now
from factcheck_gui.domain import (
    Assessment,
    Change,
    Claim,
    Clock,
    Label,
    Span,
    cut,
    iso,
    joined,
    storable,
)
from factcheck_gui.library import file
from factcheck_gui.library.history import Step
from factcheck_gui.library.store import Store

DRAFT_DELAY = 400  # milliseconds from a keystroke to its draft in the library
TYPED = {"reason": "assessment", "note": "assessment", "wording": "claim", "claimant": "claim"}


class Session(Desk):
    """What the reviewer does: judging, typing, claims and articles, undo."""

    def __init__(self, clock: Clock = utc_now, parent: QObject | None = None) -> None:
        super().__init__(clock, parent)
        self._typed: dict[str, str] = {}
        self._unsaved = False
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_DELAY)
        self._timer.timeout.connect(self.save_drafts)

    # ------------------------------------------------------------ judging

    def own_assessment(self) -> Assessment | None:
        """What this reviewer said of the current claim in this round."""
        if self.reader is None or self.claim is None:
            return None
        return self.reader.assessment(self.claim.key, self.reviewer)

    def give_verdict(self, place: int) -> None:
        """The label at ``place`` (from 0) of the article's scale; the same again is nothing."""
        if self.scale and self.claim and 0 <= place < len(self.scale.labels):
            self._give(self.scale.labels[place])

    def _give(self, label: Label) -> None:
        words = self.tr("verdict {0}").format(label.text)
        given = self._assess({"verdict": label.text, "free_text": False}, words)
        if given and self.auto_advance:
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

        return self._record(label, self._try(write))

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

    def _finish_left_drafts(self, store: Store) -> None:
        """Text that a crash left as drafts becomes what it was going to be."""
        for claim in store.unfinished(self.reviewer):
            for field, text in store.drafts(claim, self.reviewer).items():
                self._write_typed(store, claim, field, text)

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
        if place is None or len(self.view) < 2:
            return 0
        return self.view[place + 1] if place + 1 < len(self.view) else self.view[place - 1]

    def _edit_claims(self, keys: Sequence[int], values: Mapping[str, Any], label: str) -> int:
        self.finish_typing()

        changes = self._together(
            label,
            lambda store: [
                store.edit_claim(key, values, self.reviewer, self.clock()) for key in keys
            ],
        )
        return len(changes)

    def add_claim(self, span: Span) -> None:
        """A claim from text selected in the reader."""
        self.finish_typing()
        article = self.article
        if article is None:
            return
        change = self._try(
            lambda: self._writable().add_claim(article, [span], self.reviewer, self.clock())
        )
        if self._record(self.tr("add claim"), change) and change.claim:
            self.go_to(article.row.key, change.claim)

    def adjust(self, key: int, span: Span) -> None:
        """An end of a claim was moved: ``span`` takes the place of the one it overlaps most."""
        if self.reader is None:
            return
        spans = list(self.reader.claim(key).spans)
        nearest = max(spans, key=lambda one: min(one.end, span.end) - max(one.start, span.start))
        spans[spans.index(nearest)] = span
        self.finish_typing()
        change = self._try(
            lambda: self._writable().move_claim(key, spans, self.reviewer, self.clock())
        )
        self._record(self.tr("adjust claim"), change)

    def split(self, offset: int) -> None:
        """Makes two claims of the current one: what is before ``offset`` and what follows."""
        claim, article = self.claim, self.article
        if claim is None or article is None:
            return
        first, second = cut(claim.spans, offset, article.text)
        if not first or not second:
            self.told.emit(self.tr("Put the cursor inside the claim, then press S."))
            return
        self._together(
            self.tr("split claim"),
            lambda store: [
                store.move_claim(claim.key, first, self.reviewer, self.clock()),
                store.add_claim(article, second, self.reviewer, self.clock()),
            ],
        )

    def merge(self) -> None:
        """Makes one claim of the current one and the next of the list."""
        claim, following = self.claim, self._next_in_text()
        if claim is None or following is None:
            self.told.emit(self.tr("There is no next claim to merge with."))
            return
        spans = joined([*claim.spans, *following.spans])
        self._together(
            self.tr("merge claims"),
            lambda store: [
                store.edit_claim(following.key, {"withdrawn": 1}, self.reviewer, self.clock()),
                store.move_claim(claim.key, spans, self.reviewer, self.clock()),
            ],
        )

    def _next_in_text(self) -> Claim | None:
        if self.reader is None or self.article is None or self.claim is None:
            return None
        order = self.reader.claim_keys(self.article.row.key)
        place = order.index(self.claim.key) + 1 if self.claim.key in order else len(order)
        return self.reader.claim(order[place]) if place < len(order) else None

    def _together(self, label: str, write: Callable[[Store], list[Change | None]]) -> list[Change]:
        """Several writes as one transaction and one step to undo."""
        self.finish_typing()

        def run() -> list[Change]:
            store = self._writable()
            with file.atomic(store.connection):
                return [change for change in write(store) if change]

        changes: list[Change] = self._try(run) or []
        self._record_all(label, changes)
        return changes

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
