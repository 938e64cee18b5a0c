"""The desk as something is written at it: the text being typed, the undo history, and what the
widgets are told after a COMMIT. The verbs themselves are in session.py, which builds on this.

Typed text belongs to a claim, a reviewer and a field, and stays here until the library has it: a
write that fails loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer

from factcheck_gui.desk import Desk, utc_now
from factcheck_gui.domain import Change, Clock, Problem, Reviewer, storable
from factcheck_gui.library.history import Step
from factcheck_gui.library.store import Store

DRAFT_DELAY = 400  # milliseconds from a keystroke to its draft in the library
TYPED = {
    "reason": "assessment", "note": "assessment", "wording": "claim", "claimant": "claim",
    "said_on": "claim", "appeared": "claim", "tags": "claim", "query": "claim",
}  # fmt: skip
MOVING = {"withdrawn", "dismissed", "spans"}  # fields that say where a claim is shown, and whether


def moves(change: Change) -> bool:
    """Whether a change says where a claim is shown, or whether it is."""
    return change.subject == "claim" and bool(MOVING & set(change.after))


class Field(NamedTuple):
    """Where something is typed: a claim's row id, by whom, and "reason", "note" and so on; in its
    evidence "evidence 12 quote" or "source 5 title" with their row ids."""

    claim: int
    by: Reviewer
    name: str


class WritingDesk(Desk):
    """Typing, recording and telling."""

    def __init__(self, clock: Clock = utc_now, parent: QObject | None = None) -> None:
        super().__init__(clock, parent)
        self._typed: dict[Field, str] = {}
        self._unsaved = False  # whether some of it is not even a draft in the library
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_DELAY)
        self._timer.timeout.connect(self.save_drafts)

    def _writable(self) -> Store:
        if self.store is None:
            raise Problem(
                self.tr("This library is open read-only."), kept=self.tr("Nothing was changed.")
            )
        return self.store

    def close_library(self) -> None:
        """As of the desk. What could not be saved is gone after this: ``finish_typing`` tells."""
        super().close_library()
        self._typed.clear()
        self._unsaved = False

    # ------------------------------------------------------------ typing

    @property
    def is_typing(self) -> bool:
        """Whether a field holds typed text that is not finished."""
        return bool(self._typed)

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not in the library yet, not even as a draft."""
        return self._unsaved

    def typed(self, name: str) -> str | None:
        """What is typed into a field of the current claim and not finished."""
        if self.claim is None:
            return None
        return self._typed.get(Field(self.claim.key, self.reviewer, name))

    def type(self, name: str, text: str) -> None:
        """Text as it is typed into a field of the claim, or of its evidence."""
        if self.claim and self.editable:
            self._typed[Field(self.claim.key, self.reviewer, name)] = storable(text)
            if not self._timer.isActive():  # a pause is not waited for: some people make none
                self._timer.start()
            self._unsaved = True
            self.typing.emit()

    def forget_typed(self, name: str) -> None:
        """Something else was chosen in place of what is typed into a field."""
        if self.claim is None:
            return
        field = Field(self.claim.key, self.reviewer, name)
        if self._typed.pop(field, None) is not None and self.store:
            self._try(lambda: self._writable().drop_draft(field.claim, field.by, name))

    def save_drafts(self) -> None:
        """Puts what is being typed into the library as drafts."""
        self._timer.stop()
        store = self.store
        if store and self._unsaved:

            def write() -> bool:
                for field, text in self._typed.items():
                    store.save_draft(field.claim, field.by, self.clock(), field.name, text)
                return True

            if self._try(write):
                self._unsaved = False
                self.saved.emit()

    def finish_typing(self) -> bool:
        """Makes what was typed an assessment or an edit, as one step to undo a field.

        Whether all of it is safe in the library, finished or as a draft. What could not be
        finished stays typed, and is tried again the next time.
        """
        self._timer.stop()
        store = self.store
        for field in list(self._typed) if store else ():
            if field in self._typed and store:  # what is told below may lead here again
                self._finish(store, field)
        if not self._typed:
            self._unsaved = False
        return not self._unsaved

    def _finish(self, store: Store, field: Field) -> None:
        try:
            change = self._write_typed(store, field, self._typed[field])
        except Problem as problem:
            self.problem.emit(problem)
            if store.claims([field.claim]):
                return  # it stays typed
            change = None
        del self._typed[field]
        self._unsaved = self._unsaved and bool(self._typed)
        if not self._record(self._label(field.name), change):
            self._say_saved()

    def _label(self, name: str) -> str:
        """What an undo of a typed field is called."""
        return {
            "reason": self.tr("reason"),
            "note": self.tr("private note"),
            "wording": self.tr("wording"),
            "claimant": self.tr("who said it"),
            "said_on": self.tr("date said"),
            "appeared": self.tr("first appearance"),
            "tags": self.tr("tags"),
            "query": self.tr("query to the author"),
            "evidence": self.tr("evidence"),
            "source": self.tr("source"),
        }[name.partition(" ")[0]]

    def _write_typed(self, store: Store, field: Field, text: str) -> Change | None:
        if " " in field.name:
            return self._write_thing(store, field, text)
        if TYPED[field.name] == "assessment":
            return store.assess(field.claim, field.by, self.clock(), {field.name: text})
        return store.edit_claim(field.claim, {field.name: text}, field.by, self.clock())

    def _write_thing(self, store: Store, field: Field, text: str) -> Change | None:
        """A field of evidence or of a source: "evidence 12 quote", "source 5 title"; and "evidence
        12 source", the title of a source that is yet to be made."""
        what, key, name = field.name.split(" ", 2)
        with store.together():
            store.drop_draft(field.claim, field.by, field.name)
            if (what, name) == ("evidence", "source"):
                if not text.strip():
                    return None
                source = store.add_source({"title": text.strip()}, field.by, self.clock())
                values: dict[str, Any] = {"source_id": source}
            else:
                values = {name: text}
            edit = store.edit_source if what == "source" else store.edit_evidence
            return edit(int(key), values, field.by, self.clock())

    def _finish_left_drafts(self, store: Store) -> None:
        """Text that a crash left as drafts becomes what it was going to be, whoever typed it. What
        cannot be written (the article was signed off since) stays a draft and hinders no other."""
        for claim, by, name, text in self._try(store.left_drafts) or ():
            self._try(partial(self._write_typed, store, Field(claim, by, name), text))

    # ------------------------------------------------------------ telling the widgets

    def _record(self, label: str, change: Change | None) -> bool:
        return self._record_all(label, [change] if change else [])

    def _record_all(self, label: str, changes: Sequence[Change]) -> bool:
        if not changes:
            return False
        self.history.push(Step(label, tuple(changes)))
        self._tell(changes)
        self.history_changed.emit()
        return True

    def _tell(self, changes: Sequence[Change]) -> None:
        """Refreshes what the session holds, then tells the widgets: once for a whole step, which
        may hold thousands of changes."""
        if self.reader is None:
            return
        place = self._place()
        if self.claim and any(one.claim == self.claim.key for one in changes):
            self.claim = self.reader.claim(self.claim.key)
        for one in changes:
            if one.subject == "article":
                self._article_changed(one)
        for one in changes:
            self.changed.emit(one)
        for article in dict.fromkeys(one.article for one in changes):
            self.article_touched.emit(article)
        moved = [one.claim for one in changes if one.claim and moves(one)]
        if moved:
            self._move(moved, place)
        self._say_saved()

    def _move(self, claims: list[int], place: int | None) -> None:
        """Claims came, went or moved. Where the current one (at ``place`` of the list) went, its
        neighbour becomes current: nobody is to judge a claim that is not shown."""
        self._read_view()
        self.claims_moved.emit(claims)
        self.view_changed.emit()
        now = self.claim
        if now is None or (now.shown and now.dismissed is None):
            return
        if place is not None and now.key not in self.view:
            self.choose_claim(self._neighbour(place))

    def _article_changed(self, change: Change) -> None:
        opened = self.article is not None and self.article.row.key == change.article
        if "trashed_at" in change.after:
            self.articles_changed.emit()
            if opened and change.after["trashed_at"]:
                self.close_article()
        elif opened and self.reader:
            self.article = self.reader.article(change.article)
            if "scale_id" in change.after:
                self.scale = self.reader.scale(change.article)
                self.scale_changed.emit()
                self.view_changed.emit()  # other verdicts may lack a reason now
            if "version" in change.after:
                self._text_changed()

    def _text_changed(self) -> None:
        """The open article shows another version: everything is told anew, the claim stays."""
        claim = self.claim.key if self.claim else 0
        self.claim = None
        self._read_view()
        self.article_opened.emit()
        self.view_changed.emit()
        self.choose_claim(claim)

    def _say_saved(self) -> None:
        if not self._unsaved:
            self.saved.emit()
