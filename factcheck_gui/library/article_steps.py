"""What was done to an article as a whole and bears on the verdicts in it: signing it off, its
rating scale, the rule by which verdicts stand. A claim's history tells it among its own steps.

Not here: an article's title and details, its versions (``reading`` tells what they did to a claim).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from factcheck_gui.domain import Event

SIGNED, UNSIGNED = "signed off", "sign-off taken back"


def article_steps(connection: sqlite3.Connection, claim: int) -> Iterator[Event]:
    """The steps of the article of a claim (row id), oldest first."""
    rows = connection.execute(
        "SELECT e.at, e.reviewer, e.payload FROM claim c JOIN article a ON a.id = c.article_id"
        " JOIN event e ON e.subject = a.uuid WHERE c.id = ? AND e.what = 'edit article'"
        " AND e.payload IS NOT NULL ORDER BY e.id",
        (claim,),
    )
    for at, who, payload in rows.fetchall():
        said = json.loads(payload)
        before, after = said.get("before", {}), said.get("after", {})
        if "signed_at" in after:
            yield Event(at, who, SIGNED if after["signed_at"] else UNSIGNED, "", "")
        if "rule" in after:
            yield Event(at, who, "rule", before.get("rule") or "agreement", after["rule"])
        if "scale_id" in after:
            named = (_scale(connection, one.get("scale_id")) for one in (before, after))
            yield Event(at, who, "scale", *named)


def _scale(connection: sqlite3.Connection, sha256: Any) -> str:
    """What a scale is called; "" for one that is not here."""
    row = connection.execute("SELECT body FROM scale WHERE sha256 = ?", (sha256,)).fetchone()
    return str(json.loads(row[0])["name"]) if row else ""
