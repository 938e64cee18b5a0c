"""The one QObject between the core and the widgets: every verb a user has.

Widgets call verbs and learn what happened from the signals, never from the store. A verdict is
written at once; typing goes to a draft within half a second and becomes an assessment or an edit
when it is finished (focus lost, verdict, another claim, close). ``saved`` follows a COMMIT.
Not here: what is open (desk.py), typing and telling (writing_desk.py), importing (importing.py),
what anything looks like.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from factcheck_gui.domain import (
    Assessment,
    Change,
    Label,
    Reviewer,
    iso,
    storable,
)
from factcheck_gui.library.history import Step
from factcheck_gui.library.undoable import fields_now
from factcheck_gui.settling_desk import Settling

_LOOKED_AT = 100  # claims of a step, to find one that is shown


class Session(Settling):
    """What the reviewer does: judging, claims and articles, undo."""

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

    def give_words(self, text: str) -> None:
        """A verdict in words: a label of the scale, or free text."""
        words = " ".join(storable(text).split())
        known = self.scale.label(words) if self.scale else None
        if known:
            self._give(known)
        elif words:
            self._give(Label(words, "", "grey"), free_text=True)

    def _give(self, label: Label, *, free_text: bool = False) -> None:
        words = self.tr("verdict {0}").format(label.text)
        given = self._assess({"verdict": label.text, "free_text": free_text}, words)
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

    # ------------------------------------------------------------ claims

    def dismiss(self, reason: str = "") -> None:
        """Marks the current claim as "not a claim"; its neighbour in the list becomes current."""
        claim = self.claim
        if claim is not None and claim.dismissed is None:
            self._edit_claims([claim.key], {"dismissed": reason}, self.tr("not a claim"))

    def dismiss_all(self, keys: Sequence[int], reason: str = "") -> int:
        """Marks many as "not a claim", as one step to undo; how many changed.

        One that is dismissed already keeps its reason.
        """
        claims = self.reader.claims(keys) if self.reader else []
        open_ones = [one.key for one in claims if one.dismissed is None]
        return self._edit_claims(open_ones, {"dismissed": reason}, self.tr("not claims"))

    def bring_back(self) -> None:
        """Takes "not a claim" back."""
        if self.claim and self.claim.dismissed is not None:
            self._edit_claims([self.claim.key], {"dismissed": None}, self.tr("bring back"))

    def _edit_claims(self, keys: Sequence[int], values: Mapping[str, Any], label: str) -> int:
        changes = self._together(
            label,
            lambda store: [
                store.edit_claim(key, values, self.reviewer, self.clock()) for key in keys
            ],
        )
        return len(changes)

    # ------------------------------------------------------------ who is at the desk

    def set_reviewer(self, reviewer: Reviewer) -> None:
        """As of the desk. Where a blind reading begins or ends, everything is told anew."""
        before = self.blind
        super().set_reviewer(reviewer)
        if self.blind != before:
            self.history.set_aside()  # not even the name of a step may tell what others judged
            if not self.blind:
                self.history.bring_back()
            self._tell_all()

    def describe_reviewer(self, initials: str, organisation: str) -> None:
        """What is known of the reviewer beside the name."""
        name, at = self.reviewer.name, self.clock()
        known = (initials.strip(), organisation.strip())
        if self.reader and self.reader.reviewer_details(name) != known:
            self._try(lambda: self._writable().describe_reviewer(name, *known, at))

    def hides_others(self, articles: Sequence[int]) -> bool:
        """Whether these articles (row ids) hold judgements that the reviewer must not read now."""
        blind, reader = self.blind, self.reader
        return bool(blind and reader and reader.judged_by_others(articles, blind.name))

    def has_judged(self, name: str) -> bool:
        """Whether somebody of this name has worked in this library."""
        return self.reader is not None and name in self.reader.reviewers()

    def change_name(self, new: str) -> None:
        """The reviewer is the same person under another name: what they judged stays theirs."""
        self.finish_typing()
        old, new = self.reviewer.name, storable(new).strip()
        if self._try(lambda: self._writable().rename_reviewer(old, new, self.clock())):
            self.history.rename_reviewer(old, new)
        self.set_reviewer(Reviewer(new, self.reviewer.round))

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
        if gone is None:
            return 0
        self.history.clear()
        self.history_changed.emit()
        self.articles_changed.emit()
        return int(gone)

    def read_anew(self) -> int:
        """The library is another one under the desk, as after a merge: all of it is told anew, the
        claim stays. How many steps cannot be undone any more, since others wrote the same."""
        lost = self.history.keep(partial(fields_now, self.store)) if self.store else 0
        self._tell_all()
        return lost

    def _tell_all(self) -> None:
        self.history_changed.emit()
        self.articles_changed.emit()
        if self.article and self.reader:
            key = self.article.row.key
            self.article, self.scale = self.reader.article(key), self.reader.scale(key)
            self._text_changed()

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
            with store.together():
                for one in step.changes:
                    store.write(one, self.reviewer, self.clock())
            return list(step.changes)

        written = self._try(write)
        if written is None:
            return
        moved()
        self._tell(written)
        self._show(written)
        self.history_changed.emit()

    def _show(self, changes: Sequence[Change]) -> None:
        """Brings what an undo or redo changed before the reviewer's eyes: the first of its claims
        that is to be seen, or the article."""
        if self.reader is None:
            return
        claims = self.reader.claims([one.claim for one in changes if one.claim][:_LOOKED_AT])
        seen = [one for one in claims if one.shown and one.dismissed is None]
        article = self.reader.article_row(changes[0].article)
        if article and not article.trashed_at:
            self.go_to(article.key, seen[0].key if seen else 0)
