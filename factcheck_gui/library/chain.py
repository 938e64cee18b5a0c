"""The event log: append-only lines, each carrying the hash of the one before in its chain.

An unkeyed chain shows accident and casual tampering. It does not show a log that somebody
recomputed whole: for that, keep the head that ``check`` prints somewhere else.

An event's hash covers its own fields and the digest of its payload. The payload itself (or, for
an assessment, the assessment's row) may be erased by a redaction; the line and its hash stay.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

ASSESSMENT_FIELDS = (
    "uuid", "claim", "reviewer", "round", "verdict", "free_text", "reason", "note", "at", "scale",
)  # fmt: skip


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spare white space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def line_hash(previous: str, fields: Sequence[str]) -> str:
    """SHA-256 over the hash before and the fields of one line."""
    return digest(canonical([previous, *fields]))


def append(
    connection: sqlite3.Connection,
    *,
    uuid: str,
    at: str,
    reviewer: str,
    what: str,
    subject: str,
    payload: Mapping[str, Any],
    assessment: int | None = None,
) -> None:
    """Adds one line at the end of this library's own chain.

    With ``assessment`` (a row id) the payload is not stored again: its row is the payload.
    """
    chain = connection.execute("SELECT uuid FROM library").fetchone()[0]
    last = connection.execute(
        "SELECT hash FROM event WHERE chain = ? ORDER BY id DESC LIMIT 1", (chain,)
    ).fetchone()
    previous = last[0] if last else ""
    body = canonical(payload)
    body_digest = digest(body)
    connection.execute(
        "INSERT INTO event (uuid, chain, at, reviewer, what, subject, assessment_id, payload,"
        " digest, previous, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            uuid, chain, at, reviewer, what, subject, assessment,
            None if assessment else body, body_digest, previous,
            line_hash(previous, [uuid, chain, at, reviewer, what, subject, body_digest]),
        ),
    )  # fmt: skip


def assessment_payload(connection: sqlite3.Connection, row: int) -> dict[str, Any] | None:
    """The fields of an assessment that its event's digest covers; None where it is gone."""
    found = connection.execute(
        "SELECT a.uuid, c.uuid, r.uuid, a.round, a.verdict, a.free_text, a.reason, a.note, a.at,"
        " s.sha256, a.public_note, a.refs FROM assessment a JOIN claim c ON c.id = a.claim_id"
        " JOIN reviewer r ON r.id = a.reviewer_id JOIN scale s ON s.id = a.scale_id"
        " WHERE a.id = ?",
        (row,),
    ).fetchone()
    return payload_of(found) if found else None


def payload_of(fields: Sequence[Any]) -> dict[str, Any]:
    """The payload from the values of ASSESSMENT_FIELDS, and then of the public note and the
    references, which are left out where they are empty, as they were before there were any."""
    payload = dict(zip(ASSESSMENT_FIELDS, fields, strict=False))
    later = zip(("public_note", "refs"), fields[len(ASSESSMENT_FIELDS) :], strict=True)
    return {**payload, **{name: value for name, value in later if value}}
