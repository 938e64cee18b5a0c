"""Writing a package for a colleague: chosen articles with all that hangs on them, in one new file.

A fresh file, so that nothing that was ever deleted lies in its free pages. Not here: the tables
(``packages``), reading one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from factcheck_gui.domain import Problem, Progress, iso
from factcheck_gui.library import file
from factcheck_gui.library.packages import (
    APPLICATION_ID,
    HIDDEN_IN_BLIND,
    TABLES,
    VERSION,
    Seal,
    whole_seal,
)

_CLAIMS = "(SELECT id FROM claim WHERE article_id = :article AND NOT (:blind AND withdrawn))"
_EVIDENCE = f"(SELECT * FROM evidence WHERE claim_id IN {_CLAIMS})"
_SOURCES = f"(SELECT source_id FROM {_EVIDENCE})"
_COPIES = f"(SELECT * FROM copy WHERE source_id IN {_SOURCES})"
_GIVEN = f"(SELECT * FROM assessment WHERE claim_id IN {_CLAIMS})"

_QUERIES: dict[str, str] = {
    "scale": f"""SELECT sha256, name, body FROM scale WHERE id IN
        (SELECT scale_id FROM article WHERE id = :article UNION SELECT scale_id FROM {_GIVEN}
        WHERE NOT :blind)""",
    "reviewer": f"""SELECT uuid, name, initials, organisation FROM reviewer WHERE id IN
        (SELECT reviewer_id FROM {_GIVEN} UNION SELECT reviewer_id FROM {_EVIDENCE})""",
    "original": f"""SELECT sha256, media_type, encoding, size, body FROM original WHERE id IN
        (SELECT original_id FROM version WHERE article_id = :article
        UNION SELECT original_id FROM {_COPIES} WHERE NOT :blind)""",
    "article": """SELECT a.uuid, a.title, a.author, a.site, a.url, a.published, a.modified,
        a.language, a.source_name, a.imported_at, a.origins, a.rule,
        CASE WHEN :blind THEN '' ELSE a.signed_at END,
        CASE WHEN :blind THEN '' ELSE a.signed_by END, s.sha256, v.uuid
        FROM article a JOIN scale s ON s.id = a.scale_id
        JOIN version v ON v.article_id = a.id AND v.number = a.version WHERE a.id = :article""",
    "version": """SELECT v.uuid, a.uuid, v.text, v.sha256, v.blocks, v.furniture, v.imported_at,
        v.tool, v.finder, v.source_name, v.number, o.sha256 FROM version v
        JOIN article a ON a.id = v.article_id
        LEFT JOIN original o ON o.id = v.original_id WHERE a.id = :article ORDER BY v.number""",
    "claim": f"""SELECT c.uuid, a.uuid, v.uuid, c.origin, c.text, c.wording, c.claimant, c.cue,
        c.kind, c.type, c.details, c.said_on, c.appeared, c.tags,
        CASE WHEN :blind THEN '' ELSE c.query END, c.number, c.start, c.listed,
        c.touched AND NOT (:blind AND c.listed), c.withdrawn,
        CASE WHEN :blind THEN NULL ELSE c.dismissed END, p.uuid, c.score FROM claim c
        JOIN article a ON a.id = c.article_id JOIN version v ON v.id = c.version_id
        LEFT JOIN claim p ON p.id = c.part_of WHERE c.id IN {_CLAIMS}
        ORDER BY c.part_of IS NOT NULL, c.id""",
    "carried": f"""SELECT c.uuid, v.uuid, k.anchor, k.was, k.details FROM carried k
        JOIN claim c ON c.id = k.claim_id JOIN version v ON v.id = k.version_id
        WHERE c.id IN {_CLAIMS} ORDER BY c.id, v.id""",
    "span": f"""SELECT c.uuid, v.uuid, s.quote, s.prefix, s.suffix, s.place, s."start", s."end"
        FROM span s JOIN claim c ON c.id = s.claim_id JOIN version v ON v.id = s.version_id
        WHERE c.id IN {_CLAIMS} ORDER BY c.id, v.id, s.place""",
    "contested": f"""SELECT c.uuid, o.uuid, x.reason FROM contested x
        JOIN claim c ON c.id = x.claim_id JOIN claim o ON o.id = x.other_id
        WHERE c.id IN {_CLAIMS} AND o.id IN {_CLAIMS} ORDER BY c.id, o.id""",
    "source": f"""SELECT uuid, title, author, publisher, url, published, kind, conflict, "primary",
        anonymous FROM source WHERE id IN {_SOURCES}""",
    "evidence": f"""SELECT e.uuid, c.uuid, r.uuid, e.stance, e.question, e.answer, e.quote,
        e.locator, e.read_on, e.withdrawn, s.uuid FROM {_EVIDENCE} e
        JOIN claim c ON c.id = e.claim_id
        JOIN reviewer r ON r.id = e.reviewer_id
        LEFT JOIN source s ON s.id = e.source_id ORDER BY e.uuid""",
    "copy": f"""SELECT k.uuid, s.uuid, o.sha256, k.name, k.kept_at, k.withdrawn FROM {_COPIES} k
        JOIN source s ON s.id = k.source_id JOIN original o ON o.id = k.original_id""",
    "assessment": f"""SELECT g.uuid, c.uuid, r.uuid, g.round, g.reason,
        CASE WHEN :notes THEN g.note ELSE '' END, g.at, s.sha256, g.public_note, g.refs,
        g.free_text,
        CASE WHEN :notes THEN g.withheld ELSE g.withheld OR g.note <> '' END, g.verdict
        FROM {_GIVEN} g JOIN claim c ON c.id = g.claim_id JOIN reviewer r ON r.id = g.reviewer_id
        JOIN scale s ON s.id = g.scale_id ORDER BY g.at, g.uuid""",
    # The line of an assessment whose note stays here holds a digest of the note: it stays too.
    "event": f"""SELECT e.uuid, e.chain, e.at, e.reviewer, e.what, e.subject, e.digest, e.previous,
        e.hash, g.uuid, e.payload FROM event e LEFT JOIN assessment g ON g.id = e.assessment_id
        WHERE e.subject IN (SELECT uuid FROM article WHERE id = :article
            UNION SELECT uuid FROM claim WHERE id IN {_CLAIMS}
            UNION SELECT uuid FROM {_EVIDENCE} UNION SELECT uuid FROM {_COPIES}
            UNION SELECT uuid FROM source WHERE id IN {_SOURCES})
        AND (e.what <> 'assess' OR (g.id IS NOT NULL AND NOT g.withheld
            AND (:notes OR g.note = ''))) AND e.what <> 'take in' ORDER BY e.id""",
}


@dataclass(frozen=True, slots=True)
class Packed:
    """What a package holds: how many rows of each table."""

    path: Path
    counts: dict[str, int]


def write_package(
    connection: sqlite3.Connection,
    articles: Sequence[int],
    out: Path,
    *,
    id: str,
    at: datetime,
    blind: bool = False,
    notes: bool = False,
    progress: Progress | None = None,
) -> Packed:
    """Writes articles (row ids) with their claims, evidence, assessments and history.

    ``blind`` leaves out all that a second reviewer must not know; ``notes`` takes private notes
    along. The file is written beside ``out``, synced and renamed. Raises Problem where that fails
    or no article is named, and what ``progress`` raises.
    """
    if not articles:
        raise Problem("Choose at least one article for the package.", kept="Nothing was written.")
    with file.replacing(out) as part, closing(sqlite3.connect(part, isolation_level=None)) as new:
        new.execute("PRAGMA journal_mode = OFF")
        new.execute("BEGIN")
        written = _Written()
        for table, columns in TABLES.items():
            names = ", ".join(f'"{name}"' for name in columns)
            new.execute(f'CREATE TABLE "{table}" ({names})')
        for done, article in enumerate(articles):
            about = {"article": article, "blind": blind, "notes": notes and not blind}
            for table, row in _rows(connection, about):
                if written.fresh(table, row):
                    written.seals[table].take(row)
                    marks = ", ".join("?" * len(row))
                    new.execute(f'INSERT INTO "{table}" VALUES ({marks})', row)
            if progress:
                progress(done + 1, len(articles))
        seal = whole_seal(written.seals)
        meta = {"id": id, "made_at": iso(at), "blind": str(int(blind)), "seal": seal}
        meta |= {} if blind else _origin(connection)
        new.execute('CREATE TABLE "meta" ("name", "value")')
        new.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        new.execute(f"PRAGMA user_version = {VERSION}")
        new.execute("COMMIT")
    return Packed(out, {table: one.rows for table, one in written.seals.items()})


def _rows(
    connection: sqlite3.Connection, about: Mapping[str, Any]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for table in TABLES:
        if not (about["blind"] and table in HIDDEN_IN_BLIND):
            for row in connection.execute(_QUERIES[table], about):
                yield table, row


def _origin(connection: sqlite3.Connection) -> dict[str, str]:
    library = connection.execute("SELECT uuid FROM library").fetchone()[0]
    last = connection.execute(
        "SELECT hash FROM event WHERE chain = ? ORDER BY id DESC LIMIT 1", (library,)
    ).fetchone()
    return {"library": library, "head": last[0] if last else ""}


class _Written:
    """What was written: each row once, since articles share scales, sources and originals."""

    def __init__(self) -> None:
        self.seals = {table: Seal() for table in TABLES}
        self._seen: set[tuple[str, str]] = set()

    def fresh(self, table: str, row: Sequence[Any]) -> bool:
        if table in ("carried", "contested", "span"):
            return True
        known = (table, row[0])
        fresh = known not in self._seen
        self._seen.add(known)
        return fresh
