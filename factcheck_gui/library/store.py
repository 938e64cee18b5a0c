"""All writing to a library. Every write is one transaction and returns the Change it made.

Nothing that a reviewer gave is overwritten: an assessment is appended, an edit of a claim or an
article leaves its before and after in the event log, an undo is one more step. A write that would
change nothing returns None. Times come in as arguments; ids from the ``randomness`` given.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from factcheck_gui.domain import (
    Change,
    Problem,
    Reviewer,
    Scale,
    Span,
    citations,
    iso,
    storable,
)
from factcheck_gui.library import chain, file, indexing
from factcheck_gui.library.editing import stored
from factcheck_gui.library.feeds import Feeds
from factcheck_gui.library.versions import DETAILS, FIRST, REVIEWER, Versions

ASSESSMENT = ("verdict", "free_text", "reason", "note", "public_note")
CLAIM = (
    "wording", "claimant", "cue", "kind", "type", "dismissed", "withdrawn", "said_on", "appeared",
    "tags", "query",
)  # fmt: skip
ARTICLE = (
    "title", "author", "site", "url", "published", "modified", "language", "origins", "trashed_at",
    "rule", "signed_at", "signed_by",
)  # fmt: skip
_DETAILS = ("initials", "organisation")  # of a reviewer
NOTHING: dict[str, Any] = {
    "verdict": None, "free_text": False, "reason": "", "note": "", "public_note": "",
}  # fmt: skip


class Store(Versions, Feeds):
    """A library open for writing. Use ``Store.open``; close it with ``close``."""

    @classmethod
    def open(
        cls, path: Path, at: datetime, randomness: Callable[[int], bytes] = os.urandom
    ) -> Store:
        """Opens a library or makes a new one. Raises Problem, LibraryLocked, LibraryNewer."""
        file.look_at(path)
        holder = file.lock(path)
        try:
            store = cls(file.open_connection(path, at), path, holder, randomness)
            store._found(at)
        except BaseException:
            holder.release()
            raise
        return store

    def close(self) -> None:
        """Checkpoints, closes and lets go of the lock."""
        file.close_connection(self.connection)
        if self._holder:
            self._holder.release()

    def together(self) -> AbstractContextManager[None]:
        """Several writes as one transaction: all of them or none."""
        return file.atomic(self.connection)

    def _found(self, at: datetime) -> None:
        if self._one("SELECT 1 FROM library") is None:
            with file.atomic(self.connection):
                self.connection.execute(
                    "INSERT INTO library (id, uuid, created_at) VALUES (1, ?, ?)",
                    (self._uuid(at), iso(at)),
                )

    def assess(
        self, claim: int, by: Reviewer, at: datetime, values: Mapping[str, Any]
    ) -> Change | None:
        """Appends an assessment: ``values`` may hold verdict, free_text, reason, note, and for a
        correction public_note; what is not in it stays as this reviewer's last assessment of this
        round has it.

        Raises Problem where the article is signed off and this is no correction, and for a
        correction without a public note or a reason.
        """
        given = stored(values, ASSESSMENT)
        if "verdict" in given:
            given["verdict"] = given["verdict"] or None
        with file.atomic(self.connection):
            last = self.assessment(claim, by)
            old = {name: getattr(last, name) for name in ASSESSMENT} if last else NOTHING
            new = {**old, **given}
            self._drop_drafts(claim, by, given)
            if new == old:
                return None
            article = self._article_of(claim)
            self._may_change(article, by)
            if self._signed(article) and not (new["reason"].strip() and new["public_note"].strip()):
                raise Problem(
                    "A correction needs its reason and a note for the public.", "correction"
                )
            self._append_assessment(claim, by, at, new)
        changed = [name for name in ASSESSMENT if new[name] != old[name]]
        return Change(
            "assessment", self._article_of(claim), claim,
            {name: old[name] for name in changed}, {name: new[name] for name in changed}, by,
        )  # fmt: skip

    def _append_assessment(
        self, claim: int, by: Reviewer, at: datetime, values: Mapping[str, Any]
    ) -> None:
        moment = self._after_last(claim, at)
        row = self._insert(
            "assessment",
            uuid=self._uuid(moment),
            claim_id=claim,
            reviewer_id=self._reviewer(by.name, at),
            round=by.round,
            at=iso(moment),
            refs=self._refs(claim, values["reason"]),
            scale_id=self._one(
                "SELECT scale_id FROM article WHERE id = ?", self._article_of(claim)
            )[0],
            **values,
        )
        payload = chain.assessment_payload(self.connection, row) or {}
        self._log("assess", payload["claim"], by.name, at, payload, row)

    def _refs(self, claim: int, reason: str) -> str:
        """Which evidence the ``[1]`` of a reason mean, as JSON; "" where it cites none."""
        cited = citations(reason)
        numbers = {one.number: one.id for one in self.evidence(claim)} if cited else {}
        refs = {str(number): numbers[number] for number in cited if number in numbers}
        return chain.canonical(refs) if refs else ""

    def _after_last(self, claim: int, at: datetime) -> datetime:
        """``at``, or just after the claim's last assessment where the clock went backwards."""
        last = self._one("SELECT MAX(at) FROM standing WHERE claim_id = ?", claim)[0]
        if last is None or last < iso(at):
            return at
        return datetime.fromisoformat(last) + timedelta(microseconds=1)

    def save_draft(self, claim: int, by: Reviewer, at: datetime, field: str, text: str) -> None:
        """Keeps what is being typed; it becomes an assessment or an edit when it is finished."""
        with file.atomic(self.connection):
            self._article_of(claim)  # raises where it is gone
            self.connection.execute(
                "INSERT INTO draft (claim_id, reviewer_id, round, field, text, at)"
                " VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE SET text = excluded.text,"
                " at = excluded.at",
                (claim, self._reviewer(by.name, at), by.round, field, storable(text), iso(at)),
            )

    def _drop_drafts(self, claim: int, by: Reviewer, fields: Iterable[str]) -> None:
        self.connection.executemany(
            "DELETE FROM draft WHERE claim_id = ? AND round = ? AND field = ? AND reviewer_id ="
            " (SELECT id FROM reviewer WHERE name = ?)",
            [(claim, by.round, field, by.name) for field in fields],
        )

    def drop_draft(self, claim: int, by: Reviewer, field: str) -> None:
        """What was typed into a field is kept elsewhere by now."""
        with file.atomic(self.connection):
            self._drop_drafts(claim, by, [field])

    def rename_reviewer(self, old: str, new: str, at: datetime) -> bool:
        """The same person under another name; False where that name is somebody else's here.

        Assessments name their reviewer by id, so what was said before stays theirs."""
        new = storable(new).strip()
        if not new or new in self.reviewers() or old not in self.reviewers():
            return False
        with file.atomic(self.connection):
            uuid = self._one("SELECT uuid FROM reviewer WHERE name = ?", old)[0]
            self.connection.execute("UPDATE reviewer SET name = ? WHERE name = ?", (new, old))
            before, after = {"name": old}, {"name": new}
            self._log("rename reviewer", uuid, new, at, {"before": before, "after": after})
        return True

    def describe_reviewer(self, name: str, initials: str, organisation: str, at: datetime) -> bool:
        """Sets what is known of a reviewer beside the name; False where that was known."""
        old, new = self.reviewer_details(name), (storable(initials), storable(organisation))
        if old == new:
            return False
        with file.atomic(self.connection):
            key = self._reviewer(name, at)
            self._write_fields("reviewer", key, dict(zip(_DETAILS, new, strict=True)))
            uuid = self._one("SELECT uuid FROM reviewer WHERE id = ?", key)[0]
            before, after = (dict(zip(_DETAILS, one, strict=True)) for one in (old, new))
            self._log("describe reviewer", uuid, name, at, {"before": before, "after": after})
        return True

    def edit_claim(
        self, claim: int, values: Mapping[str, Any], by: Reviewer, at: datetime
    ) -> Change | None:
        """Sets fields of a claim: wording, claimant, cue, kind, type, dismissed (a reason, or
        None), withdrawn; figures, dates and attribution as ``rows`` writes them."""
        with file.atomic(self.connection):
            self._may_change(self._article_of(claim), by)
            self._drop_drafts(claim, by, values)
            change = self._edit("claim", claim, (*CLAIM, "details"), values, by, at)
            if change:
                self.connection.execute("UPDATE claim SET touched = 1 WHERE id = ?", (claim,))
        if change is None:
            return None
        return Change("claim", self._article_of(claim), claim, *change, by)

    def list_claim(self, claim: int, by: Reviewer, at: datetime) -> Change | None:
        """Puts a claim that no list shows (a part of a sentence) among those to review."""
        with file.atomic(self.connection):
            now = self.claim(claim)
            if now.shown:
                return None
            self.connection.execute(
                "UPDATE claim SET touched = 1, withdrawn = 0 WHERE id = ?", (claim,)
            )
            self._log("list claim", now.id, by.name, at, {})
        return Change("claim", now.article, claim, {"withdrawn": 1}, {"withdrawn": 0}, by)

    def edit_article(
        self, article: int, values: Mapping[str, Any], by: Reviewer, at: datetime
    ) -> Change | None:
        """Sets fields of an article: title, author, site, url, published, modified, language,
        trashed_at; and notes that a person did, unless ``origins`` says otherwise."""
        with file.atomic(self.connection):
            values = self._with_origins(article, values)
            change = self._edit("article", article, ARTICLE, values, by, at)
            if change:
                self._know_again(article)
        return Change("article", article, None, *change, by) if change else None

    def _with_origins(self, article: int, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """The values, and that a person entered those that are other ones now."""
        named = [name for name in DETAILS if name in values]
        if not named or "origins" in values:
            return values
        row = self._one(f"SELECT origins, {', '.join(named)} FROM article WHERE id = ?", article)
        old = dict(zip(named, row[1:], strict=True)) if row else {}
        entered = {name: REVIEWER for name in old if old[name] != values[name]}
        origins = {**json.loads(row[0] if row else "{}"), **entered}
        return {**values, "origins": json.dumps(origins, ensure_ascii=False)} if entered else values

    def use_scale(self, article: int, scale: Scale, by: Reviewer, at: datetime) -> Change | None:
        """Gives an article another scale. Verdicts that were given stay as they were given."""
        with file.atomic(self.connection):
            self._may_change(article, by)
            values = {"scale_id": self._scale(scale)}
            change = self._edit("article", article, ("scale_id",), values, by, at)
        return Change("article", article, None, *change, by) if change else None

    def sign_off(self, article: int, by: Reviewer, at: datetime) -> Change | None:
        """Freezes an article: from now on a change is a correction, with a reason and a public
        note. Taken back by editing ``signed_at`` and ``signed_by``, which the history shows."""
        return self.edit_article(article, {"signed_at": iso(at), "signed_by": by.name}, by, at)

    def write(self, change: Change, by: Reviewer, at: datetime) -> Change | None:
        """Writes ``change.after`` as a new step: redo, and undo with ``change.inverse()``."""
        if change.subject == "assessment" and change.claim is not None:
            return self.assess(change.claim, change.reviewer or by, at, change.after)
        if change.subject == "claim" and change.claim is not None:
            return self._write_claim(change.claim, change.after, by, at)
        if change.thing is not None:
            edits = {"evidence": self.edit_evidence, "source": self.edit_source}
            return edits.get(change.subject, self.edit_copy)(change.thing, change.after, by, at)
        return self._write_article(change, by, at)

    def _write_claim(
        self, claim: int, after: Mapping[str, Any], by: Reviewer, at: datetime
    ) -> Change | None:
        if "spans" in after:
            spans = [Span(*pair) for pair in after["spans"]]
            return self.move_claim(claim, spans, by, at, after.get("version", FIRST))
        if "was" in after:
            return self.settle(claim, after["was"], by, at)
        return self.edit_claim(claim, after, by, at)

    def _write_article(self, change: Change, by: Reviewer, at: datetime) -> Change | None:
        if "version" in change.after:
            details = {name: value for name, value in change.after.items() if name != "version"}
            return self.show_version(change.article, change.after["version"], by, at, **details)
        if "scale_id" in change.after:
            return self._change_scale(change, by, at)
        return self.edit_article(change.article, change.after, by, at)

    def _change_scale(self, change: Change, by: Reviewer, at: datetime) -> Change | None:
        with file.atomic(self.connection):
            self._may_change(change.article, by)
            made = self._edit("article", change.article, ("scale_id",), change.after, by, at)
        return replace(change, before=made[0], after=made[1]) if made else None

    def empty_trash(self, by: Reviewer, at: datetime) -> int:
        """Deletes what is in the trash for good, with its claims and assessments; how many.

        The event log keeps that it happened, and that things were edited, without the words.
        """
        with file.atomic(self.connection):
            gone = self.article_rows(trashed=True)
            for row in gone:
                self._log("delete for good", row.id, by.name, at, {})
                self._delete_article(row.key)
            self.connection.execute(
                "DELETE FROM original WHERE id NOT IN"
                " (SELECT original_id FROM version WHERE original_id IS NOT NULL"
                " UNION ALL SELECT original_id FROM copy)"
            )
        return len(gone)

    def _delete_article(self, article: int) -> None:
        """Rows and their index entries, children first, and the words of their events."""
        claims = "SELECT id FROM claim WHERE article_id = ?"
        self.connection.execute(
            "UPDATE event SET payload = NULL WHERE what <> 'delete for good' AND subject IN"
            " (SELECT uuid FROM article WHERE id = ? UNION ALL"
            " SELECT uuid FROM claim WHERE article_id = ? UNION ALL"
            f" SELECT uuid FROM evidence WHERE claim_id IN ({claims}))",
            (article, article, article),
        )
        for table, where in (
            ("evidence", f"claim_id IN ({claims})"),
            ("assessment", f"claim_id IN ({claims})"),
            ("claim", "article_id = ?"),
            ("version", "article_id = ?"),
            ("article", "id = ?"),
        ):
            found = self.connection.execute(f"SELECT id FROM {table} WHERE {where}", (article,))
            for (key,) in found.fetchall():
                indexing.remove(self.connection, table, key)
            self.connection.execute(f"DELETE FROM {table} WHERE {where}", (article,))
