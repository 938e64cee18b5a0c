"""Writing evidence: sources, what they say on a claim, and copies of them that are kept.

Nothing is deleted: what is taken out is marked withdrawn, every step has its line in the event
log. Not here: reading (``sources``), opening a copy.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck_gui.domain import SOURCE_KINDS, STANCES, Change, Problem, Reviewer, iso, storable
from factcheck_gui.library import file
from factcheck_gui.library.editing import Editing, stored

SOURCE = (
    "title", "author", "publisher", "url", "published", "kind", "primary", "anonymous", "conflict",
)  # fmt: skip
EVIDENCE = (
    "stance", "question", "answer", "quote", "locator", "read_on", "source_id", "withdrawn",
)  # fmt: skip
COPY = ("name", "withdrawn")
COPY_LIMIT = 64 * 1024 * 1024  # bytes of one kept copy


@dataclass(frozen=True, slots=True)
class ReadyCopy:
    """Bytes made ready to be kept, which for large ones takes longer than a window may wait."""

    sha256: str
    size: int
    media_type: str
    body: bytes  # compressed


def pack(name: str, data: bytes, media_type: str) -> ReadyCopy:
    """Raises Problem for no bytes at all and for more than 64 MB."""
    if not data:
        raise Problem("There is nothing in this copy.", name, "Nothing was kept.")
    if len(data) > COPY_LIMIT:
        most = COPY_LIMIT // 1024 // 1024
        raise Problem(f"A copy may have {most} MB at the most.", name, "Nothing was kept.")
    digest = hashlib.sha256(data).hexdigest()
    return ReadyCopy(digest, len(data), media_type, zlib.compress(data, 1))


class Sourcing(Editing):
    """Adding and editing evidence; all keys are row ids."""

    def add_source(self, values: Mapping[str, Any], by: Reviewer, at: datetime) -> int:
        """A new source: title, author, publisher, url, published, kind, primary, anonymous,
        conflict; its row id. Raises Problem for an unknown kind."""
        given = _checked(stored(values, SOURCE))
        with file.atomic(self.connection):
            uuid = self._uuid(at)
            key = self._insert("source", uuid=uuid, **given)
            self._log("add source", uuid, by.name, at, given)
        return key

    def add_evidence(
        self, claim: int, values: Mapping[str, Any], by: Reviewer, at: datetime
    ) -> Change:
        """New evidence on a claim: stance, question, answer, quote, locator, read_on, source_id.

        It gets the claim's next number, which stays. Raises Problem for an unknown stance.
        """
        given = _checked(stored(values, EVIDENCE))
        with file.atomic(self.connection):
            article, uuid = self._article_of(claim), self._uuid(at)
            self._may_change(article, by)
            last = self._one("SELECT MAX(number) FROM evidence WHERE claim_id = ?", claim)[0]
            number = int(last or 0) + 1
            who = self._reviewer(by.name, at)
            key = self._insert(
                "evidence", uuid=uuid, claim_id=claim, number=number, reviewer_id=who, **given
            )
            self.connection.execute("UPDATE claim SET touched = 1 WHERE id = ?", (claim,))
            named = {**given, "claim": self._uuid_of("claim", claim), "number": number}
            if given.get("source_id"):
                named["source_id"] = self._uuid_of("source", given["source_id"])
            self._log("add evidence", uuid, by.name, at, named)
        return Change("evidence", article, claim, {"withdrawn": 1}, {"withdrawn": 0}, by, key)

    def edit_evidence(
        self, key: int, values: Mapping[str, Any], by: Reviewer, at: datetime
    ) -> Change | None:
        """Sets fields of evidence; ``withdrawn`` 1 takes it out, 0 brings it back."""
        with file.atomic(self.connection):
            claim = self._claim_of(key)
            article = self._article_of(claim)
            self._may_change(article, by)
            change = self._edit("evidence", key, EVIDENCE, _checked(dict(values)), by, at)
        return Change("evidence", article, claim, *change, by, key) if change else None

    def _claim_of(self, evidence: int) -> int:
        row = self._one("SELECT claim_id FROM evidence WHERE id = ?", evidence)
        if row is None:
            raise Problem("This evidence is no longer in the library.")
        return int(row[0])

    def edit_source(
        self, key: int, values: Mapping[str, Any], by: Reviewer, at: datetime
    ) -> Change | None:
        """Sets fields of a source, for every claim that it serves."""
        with file.atomic(self.connection):
            change = self._edit("source", key, SOURCE, _checked(dict(values)), by, at)
        return Change("source", 0, None, *change, by, key) if change else None

    def keep_copy(
        self, source: int, name: str, data: bytes, media_type: str, by: Reviewer, at: datetime
    ) -> Change:
        """Keeps bytes as a copy of a source, the same bytes once. Raises Problem for an empty one
        and for more than 64 MB."""
        return self.keep_packed(source, name, pack(name, data, media_type), by, at)

    def keep_packed(
        self, source: int, name: str, packed: ReadyCopy, by: Reviewer, at: datetime
    ) -> Change:
        """Keeps what was packed elsewhere as a copy of a source."""
        with file.atomic(self.connection):
            uuid = self._uuid(at)
            key = self._insert(
                "copy",
                uuid=uuid,
                source_id=source,
                original_id=self._stored_once(packed),
                name=storable(name),
                kept_at=iso(at),
            )
            known: dict[str, Any] = {
                "source": self._uuid_of("source", source),
                "name": storable(name),
            }
            known |= {"sha256": packed.sha256, "size": packed.size}
            self._log("keep copy", uuid, by.name, at, known)
        return Change("copy", 0, None, {"withdrawn": 1}, {"withdrawn": 0}, by, key)

    def edit_copy(
        self, key: int, values: Mapping[str, Any], by: Reviewer, at: datetime
    ) -> Change | None:
        """Renames a kept copy, or takes it out (``withdrawn`` 1) and back."""
        with file.atomic(self.connection):
            change = self._edit("copy", key, COPY, values, by, at)
        return Change("copy", 0, None, *change, by, key) if change else None

    def _stored_once(self, packed: ReadyCopy, encoding: str = "") -> int:
        """The row of these bytes, which are stored once however many things are made of them."""
        known = self._one("SELECT id, body <> x'' FROM original WHERE sha256 = ?", packed.sha256)
        if known:
            if not known[1]:  # until now only a report had named it
                sql = "UPDATE original SET body = ? WHERE id = ?"
                self.connection.execute(sql, (packed.body, known[0]))
            return int(known[0])
        return self._insert(
            "original",
            sha256=packed.sha256,
            size=packed.size,
            media_type=packed.media_type,
            encoding=encoding,
            body=packed.body,
        )


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    if values.get("kind", "document") not in SOURCE_KINDS:
        raise Problem("There is no such kind of source.", str(values["kind"]))
    if values.get("stance", "supports") not in STANCES:
        raise Problem("There is no such stance.", str(values["stance"]))
    return values
