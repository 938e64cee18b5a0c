"""``check``: is a library whole? SQLite's own checks, foreign keys, the hash chain, the anchors,
the counts that triggers keep. It reads only, and says what it found in sentences.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck_gui.domain import current_verdict, text_sha256
from factcheck_gui.library import chain
from factcheck_gui.library.reading import Reader


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: which check, where (a uuid or a table), and a sentence."""

    check: str
    where: str
    what: str


def check(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Everything that is wrong, one after the other; nothing where the library is whole."""
    for one in (_integrity, _foreign_keys, _chain, _assessments, _texts, _anchors, _counts):
        try:
            yield from one(connection)
        except sqlite3.DatabaseError as error:
            yield Finding("integrity", "", f"SQLite could not read on: {error}.")


def heads(connection: sqlite3.Connection) -> dict[str, str]:
    """The last hash of each chain: keep it elsewhere, and a log recomputed whole shows too."""
    return dict(
        connection.execute(
            "SELECT chain, hash FROM event WHERE id IN (SELECT MAX(id) FROM event GROUP BY chain)"
        ).fetchall()
    )


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (row,) in connection.execute("PRAGMA integrity_check(20)"):
        if row != "ok":
            yield Finding("integrity", "", row)


def _foreign_keys(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding("foreign keys", f"{table} {row}", f"It points to a {parent} that is gone.")


def _chain(connection: sqlite3.Connection) -> Iterator[Finding]:
    last: dict[str, str] = {}
    rows = connection.execute(
        "SELECT uuid, chain, at, reviewer, what, subject, digest, payload, previous, hash"
        " FROM event ORDER BY id"
    )
    for uuid, name, at, reviewer, what, subject, digest, payload, previous, line in rows:
        if previous != last.get(name, ""):
            yield Finding("hash chain", uuid, "A line before this one is missing or was changed.")
        fields = [uuid, name, at, reviewer, what, subject, digest]
        if chain.line_hash(previous, fields) != line:
            yield Finding("hash chain", uuid, "This line was changed.")
        if payload is not None and chain.digest(payload) != digest:
            yield Finding("hash chain", uuid, "What this line says was changed.")
        last[name] = line


def _assessments(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT a.id, a.uuid, e.digest FROM assessment a"
        " LEFT JOIN event e ON e.assessment_id = a.id AND e.what = 'assess'"
    ).fetchall()
    for row, uuid, digest in rows:
        payload = chain.assessment_payload(connection, row)
        if digest is None:
            yield Finding("assessments", uuid, "The event log does not know this assessment.")
        elif payload is None or chain.digest(chain.canonical(payload)) != digest:
            yield Finding("assessments", uuid, "This assessment was changed after it was given.")
    lost = connection.execute(
        "SELECT e.uuid FROM event e LEFT JOIN assessment a ON a.id = e.assessment_id"
        " LEFT JOIN claim c ON c.uuid = e.subject"
        " WHERE e.what = 'assess' AND a.id IS NULL AND c.id IS NOT NULL"
    )
    for (uuid,) in lost:
        yield Finding("assessments", uuid, "The assessment of this line is gone.")


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for uuid, text, digest in connection.execute("SELECT uuid, text, sha256 FROM version"):
        if text_sha256(text) != digest:
            yield Finding("texts", uuid, "The text of this version was changed.")


def _anchors(connection: sqlite3.Connection) -> Iterator[Finding]:
    text_of: tuple[int, str] = (0, "")
    rows = connection.execute(
        'SELECT c.uuid, s.version_id, s."start", s."end", s.quote FROM span s'
        " JOIN claim c ON c.id = s.claim_id ORDER BY s.version_id"
    ).fetchall()
    for uuid, version, start, end, quote in rows:
        if version != text_of[0]:
            found = connection.execute("SELECT text FROM version WHERE id = ?", (version,))
            text_of = (version, found.fetchone()[0])
        if text_of[1][start:end] != quote:
            yield Finding("anchors", uuid, "The text at this claim's place is not its quote.")


def _counts(connection: sqlite3.Connection) -> Iterator[Finding]:
    reader = Reader(connection)
    for claim, uuid, state, verdict in connection.execute(
        "SELECT c.id, c.uuid, u.state, u.verdict FROM current u JOIN claim c ON c.id = u.claim_id"
        " WHERE c.id IN (SELECT claim_id FROM standing) OR u.state <> 'open'"
    ).fetchall():
        if current_verdict(reader.standing(claim)) != (state, verdict):
            yield Finding("counts", uuid, "The verdict shown is not what the assessments say.")
    for article, bucket in connection.execute(
        "SELECT article_id, bucket FROM (SELECT article_id, bucket, COUNT(*) AS n FROM current"
        " GROUP BY article_id, bucket EXCEPT SELECT article_id, bucket, n FROM tally)"
    ):
        yield Finding("counts", f"article {article}", f"The count of {bucket} claims is wrong.")
