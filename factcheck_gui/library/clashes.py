"""Reading what has to be settled: fields that were edited apart in several libraries.

Not here: how a clash comes about (``settling``) and goes (any later edit of the field).
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from itertools import groupby
from typing import Any


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field was given apart: who gave it, and when."""

    value: Any
    reviewer: str
    at: str


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
        Clash(subject, key, field, tuple(Choice(json.loads(row[3]), *row[4:]) for row in group))
        for (subject, key, field), group in groupby(rows, key=lambda row: row[:3])
    ]
