"""The verdicts of each reviewer, as ratings that can be compared.

Here: which assessments count as independent ratings. Not here: the statistics over them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

from factcheck_gui.domain import Rating, Scale, scale_from_json

# Somebody who settles or corrects has read the others: only first and second readings count, and of
# one reviewer's two the first.
_RATINGS = """SELECT c.uuid, t.uuid, r.name, k.sha256, a.verdict, a.free_text
    FROM standing s JOIN assessment a ON a.id = s.assessment_id
    JOIN claim c ON c.id = s.claim_id JOIN article t ON t.id = c.article_id
    JOIN reviewer r ON r.id = s.reviewer_id JOIN scale k ON k.id = a.scale_id
    WHERE t.id = ? AND s.verdict IS NOT NULL AND c.dismissed IS NULL AND NOT c.withdrawn
    AND s.round = (SELECT MIN(o.round) FROM standing o WHERE o.claim_id = s.claim_id
        AND o.reviewer_id = s.reviewer_id AND o.round IN ('first', 'second')
        AND o.verdict IS NOT NULL)
    ORDER BY c.start, c.id, r.id"""


def ratings(connection: sqlite3.Connection, articles: Sequence[int]) -> Iterator[Rating]:
    """The ratings of the claims of these articles (row ids): one a reviewer and claim.

    Left out: cleared verdicts, claims dismissed or withdrawn, adjudication and correction.
    """
    for article in articles:
        for claim, home, reviewer, scale, verdict, free_text in connection.execute(
            _RATINGS, (article,)
        ):
            yield Rating(claim, home, reviewer, scale, verdict, bool(free_text))


def scales(connection: sqlite3.Connection) -> dict[str, Scale]:
    """The scales that the library has used, by the SHA-256 of their text."""
    rows = connection.execute("SELECT sha256, body FROM scale")
    return {sha256: scale_from_json(json.loads(body)) for sha256, body in rows}
