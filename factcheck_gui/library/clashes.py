"""Reading what has to be settled: fields that were edited apart in several libraries.

Not here: how a clash comes about (``settling``) and goes (any later edit of the field).
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from factcheck_gui.domain import Scale, Span, scale_from_json, slices


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field was given apart: who gave it, and when.

    ``meant``: what a value points to, which is a scale, the title of a source, or the words of the
    text at a place. None where the value is one in itself, or points to what is not here.
    """

    value: Any
    reviewer: str
    at: str
    meant: Scale | str | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """A field of a claim, an article, a piece of evidence or a source (``key``: its row id) and
    the values it was given apart, the latest last, which is the one that is shown."""

    subject: str
    key: int
    field: str
    choices: tuple[Choice, ...]


_OF_CLAIM = """
    SELECT 'claim', c.id, x.field, x.value, x.reviewer, x.at FROM claim c
        JOIN clash x ON x.subject = c.uuid WHERE c.id = :claim
    UNION ALL SELECT 'article', a.id, x.field, x.value, x.reviewer, x.at FROM claim c
        JOIN article a ON a.id = c.article_id JOIN clash x ON x.subject = a.uuid
        WHERE c.id = :claim
    UNION ALL SELECT 'evidence', e.id, x.field, x.value, x.reviewer, x.at FROM evidence e
        JOIN clash x ON x.subject = e.uuid WHERE e.claim_id = :claim
    UNION ALL SELECT 'source', s.id, x.field, x.value, x.reviewer, x.at FROM source s
        JOIN clash x ON x.subject = s.uuid
        WHERE s.id IN (SELECT source_id FROM evidence WHERE claim_id = :claim)
    ORDER BY 1, 2, 3, 6"""

# Row ids of the claims that have something to settle, themselves or their evidence.
CLASHING = """SELECT c.id FROM clash x JOIN claim c ON c.uuid = x.subject
    UNION SELECT e.claim_id FROM clash x JOIN evidence e ON e.uuid = x.subject
    UNION SELECT e.claim_id FROM clash x JOIN source s ON s.uuid = x.subject
        JOIN evidence e ON e.source_id = s.id"""


def clashes(connection: sqlite3.Connection, claim: int) -> list[Clash]:
    """What has to be settled on a claim (row id), its article, its evidence and their sources."""
    rows = connection.execute(_OF_CLAIM, {"claim": claim}).fetchall()
    return [
        Clash(subject, key, field, tuple(_choice(connection, *row[2:]) for row in group))
        for (subject, key, field), group in groupby(rows, key=lambda row: row[:3])
    ]


POINTING = ("scale_id", "source_id", "place")  # fields whose values name what lies elsewhere


def _choice(
    connection: sqlite3.Connection, field: str, value: str, reviewer: str, at: str
) -> Choice:
    given = json.loads(value)
    meant = _meant(connection, field, given) if field in POINTING and given else None
    return Choice(given, reviewer, at, meant)


def _meant(connection: sqlite3.Connection, field: str, value: Any) -> Scale | str | None:
    if field == "scale_id":
        row = connection.execute("SELECT body FROM scale WHERE sha256 = ?", (value,)).fetchone()
        return scale_from_json(json.loads(row[0])) if row else None
    if field == "source_id":
        row = connection.execute(
            "SELECT CASE title WHEN '' THEN url ELSE title END FROM source WHERE uuid = ?", (value,)
        ).fetchone()
        return str(row[0]) if row else None
    version, pairs = value
    row = connection.execute("SELECT text FROM version WHERE uuid = ?", (version,)).fetchone()
    return slices(row[0], [Span(*pair) for pair in pairs]) if row else None
