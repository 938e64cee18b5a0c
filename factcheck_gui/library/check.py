"""``check``: is a library whole? SQLite's own checks, foreign keys, the append-only guards, the
hash chain, texts and originals against their digests, anchors, and what triggers keep.

It reads only (any connection will do) and says what it found in sentences. Not here: mending.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from factcheck_gui.domain import Assessment, Precedent, current_verdict, text_sha256, version_id
from factcheck_gui.library import chain
from factcheck_gui.library.migrations import guards


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: which check, where (a uuid or a table), and a sentence."""

    check: str
    where: str
    what: str


def check(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Everything that is wrong, one after the other; nothing where the library is whole.

    Raises sqlite3.OperationalError when interrupted.
    """
    for one in _CHECKS:
        try:
            yield from one(connection)
        except (sqlite3.DatabaseError, TypeError, ValueError, AttributeError) as error:
            if "interrupted" in str(error):
                raise
            # A damaged page can hold any type of value where a text should be.
            yield Finding("integrity", one.__name__[1:], f"It could not be read on: {error}.")


def heads(connection: sqlite3.Connection) -> dict[str, str]:
    """The last hash of each chain: keep it elsewhere, and a log recomputed whole shows too."""
    return dict(
        connection.execute(
            "SELECT chain, hash FROM event WHERE id IN (SELECT MAX(id) FROM event GROUP BY chain)"
        ).fetchall()
    )


def history_findings(connection: sqlite3.Connection) -> tuple[int, list[Finding]]:
    """How many lines the event log has, and what of it is not as it was written."""
    steps = connection.execute("SELECT COUNT(*) FROM event").fetchone()[0]
    return int(steps), [*_chain(connection), *_last_lines(connection)]


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (row,) in connection.execute("PRAGMA integrity_check(20)"):
        if row != "ok":
            yield Finding("integrity", "", row)


def _foreign_keys(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding("foreign keys", f"{table} {row}", f"It points to a {parent} that is gone.")


def _guards(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The triggers that keep the log append-only and the counts right are all there, as shipped."""
    wanted = guards()
    found = dict(
        connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    )
    for name in sorted({*wanted, *found}):
        if wanted.get(name) != found.get(name):
            word = "missing" if name not in found else "not the one of this app"
            yield Finding("guards", name, f"This rule of the library is {word}.")


# ---------------------------------------------------------------- the event log


def _chain(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each line follows one that is there. A chain that came with packages may have gaps, since a
    package holds the lines of its articles only; a copied library goes on from the same line."""
    came = {row[0] for row in connection.execute("SELECT uuid FROM chain")}
    known: dict[str, set[str]] = {}
    rows = connection.execute(
        "SELECT uuid, chain, at, reviewer, what, subject, digest, payload, previous, hash"
        " FROM event ORDER BY id"
    )
    for uuid, name, at, reviewer, what, subject, digest, payload, previous, line in rows:
        lines = known.setdefault(name, {""})
        if name not in came and (previous not in lines or (not previous and len(lines) > 1)):
            yield Finding("hash chain", uuid, "A line before this one is missing or was changed.")
        fields = [uuid, name, at, reviewer, what, subject, digest]
        if chain.line_hash(previous, fields) != line:
            yield Finding("hash chain", uuid, "This line was changed.")
        if payload is not None and chain.digest(payload) != digest:
            yield Finding("hash chain", uuid, "What this line says was changed.")
        lines.add(line)


def _last_lines(connection: sqlite3.Connection) -> Iterator[Finding]:
    """A chain cannot tell that its end was cut off; the numbers SQLite gave out can."""
    given, last, lines = connection.execute(
        "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0),"
        " COALESCE(MAX(id), 0), COUNT(*) FROM event"
    ).fetchone()
    if not given == last == lines:
        yield Finding("hash chain", "event", f"{max(given, last) - lines} lines are missing.")


def _erased(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Words may leave the log by emptying the trash only, which has its own line after them."""
    deleted: dict[str, int] = dict(
        connection.execute(
            "SELECT subject, MAX(id) FROM event WHERE what = 'delete for good' GROUP BY subject"
        ).fetchall()
    )
    rows = connection.execute(
        "SELECT e.id, e.uuid, e.what, COALESCE(x.uuid, y.uuid) FROM event e"
        " LEFT JOIN assessment a ON a.id = e.assessment_id"
        " LEFT JOIN article x ON x.uuid = e.subject"
        " LEFT JOIN claim c ON c.uuid = e.subject LEFT JOIN article y ON y.id = c.article_id"
        " WHERE e.payload IS NULL AND a.id IS NULL"
    )
    for key, uuid, what, article in rows:
        after = deleted.get(article, 0) if article else max(deleted.values(), default=0)
        if key >= after:
            lost = "The assessment of this line is" if what == "assess" else "The words of it are"
            yield Finding("hash chain", uuid, f"{lost} gone.")


def _assessments(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each assessment is what one of its lines was written for: its own, or that of its coming."""
    rows = connection.execute(
        "SELECT a.uuid, c.uuid, r.uuid, a.round, a.verdict, a.free_text, a.reason, a.note, a.at,"
        " s.sha256, a.public_note, a.refs, e.digest FROM assessment a"
        " LEFT JOIN claim c ON c.id = a.claim_id LEFT JOIN reviewer r ON r.id = a.reviewer_id"
        " LEFT JOIN scale s ON s.id = a.scale_id"
        " LEFT JOIN event e ON e.assessment_id = a.id AND e.what IN ('assess', 'take in')"
        " ORDER BY a.id"
    )
    for fields, lines in groupby(rows, key=lambda row: row[:-1]):
        digests = {row[-1] for row in lines} - {None}
        if not digests:
            what = "The event log does not know this assessment."
            yield Finding("assessments", str(fields[0]), what)
        elif chain.digest(chain.canonical(chain.payload_of(fields))) not in digests:
            what = "This assessment was changed after it was given."
            yield Finding("assessments", str(fields[0]), what)


# ---------------------------------------------------------------- texts and anchors


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for uuid, text, digest, article in connection.execute(
        "SELECT v.uuid, v.text, v.sha256, a.uuid FROM version v JOIN article a ON a.id = article_id"
    ):
        ids = (version_id(text), version_id(text, article))
        if text_sha256(text) != digest or uuid not in ids:
            yield Finding("texts", uuid, "The text of this version was changed.")


def _originals(connection: sqlite3.Connection) -> Iterator[Finding]:
    for digest, body in connection.execute("SELECT sha256, body FROM original WHERE body <> x''"):
        try:
            whole = hashlib.sha256(zlib.decompress(body)).hexdigest() == digest
        except zlib.error:
            whole = False
        if not whole:
            yield Finding("texts", digest, "The original file kept here was changed.")


def _anchors(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each quote is what stands at its place, and a claim's text is its quotes."""
    held: tuple[int | None, str] = (None, "")
    rows = connection.execute(
        'SELECT c.uuid, c.text, c.version_id, s.version_id, s."start", s."end", s.quote'
        " FROM claim c LEFT JOIN span s ON s.claim_id = c.id ORDER BY c.id, s.version_id, s.place"
    )
    for (uuid, text, own), spans in groupby(rows, key=lambda row: row[:3]):
        quotes = []
        for *_, version, start, end, quote in spans:
            if version is not None and version != held[0]:
                held = version, _text(connection, version)
            if not quote or held[1][start:end] != quote:
                yield Finding("anchors", uuid, "The text at this claim's place is not its quote.")
            quotes += [quote or ""] if version == own else []
        if " … ".join(quotes) != text:
            yield Finding("anchors", uuid, "This claim's text is not what its places quote.")


def _text(connection: sqlite3.Connection, version: int) -> str:
    row = connection.execute("SELECT text FROM version WHERE id = ?", (version,)).fetchone()
    return str(row[0]) if row else ""


def _versions(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each article shows a version that it has, and its claims stand there or are orphaned."""
    for (uuid,) in connection.execute(
        "SELECT uuid FROM article a WHERE NOT EXISTS"
        " (SELECT 1 FROM version v WHERE v.article_id = a.id AND v.number = a.version)"
    ):
        yield Finding("texts", uuid, "The version that this article shows is gone.")
    for (uuid,) in connection.execute(
        "SELECT c.uuid FROM claim c JOIN article a ON a.id = c.article_id"
        " JOIN version v ON v.article_id = a.id AND v.number = a.version"
        " LEFT JOIN carried k ON k.claim_id = c.id AND k.version_id = v.id"
        " WHERE (c.version_id <> v.id) <> (COALESCE(k.anchor, 'ok') = 'orphaned')"
    ):
        yield Finding("anchors", uuid, "This claim does not stand in the version shown.")


def _parts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """A part belongs to a sentence of its own article, which is no part itself."""
    for (uuid,) in connection.execute(
        "SELECT p.uuid FROM claim p JOIN claim c ON c.id = p.part_of"
        " WHERE c.article_id <> p.article_id OR c.part_of IS NOT NULL"
    ):
        yield Finding("anchors", uuid, "This claim is no part of the sentence it names.")


# ---------------------------------------------------------------- what triggers keep


def _standing(connection: sqlite3.Connection) -> Iterator[Finding]:
    latest = """SELECT claim_id, reviewer_id, round, id, uuid, at, verdict FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY claim_id, reviewer_id, round
            ORDER BY at DESC, uuid DESC) AS place FROM assessment) WHERE place = 1"""
    kept = "SELECT claim_id, reviewer_id, round, assessment_id, uuid, at, verdict FROM standing"
    for (uuid,) in connection.execute(
        f"SELECT DISTINCT c.uuid FROM (SELECT * FROM ({latest} EXCEPT {kept})"
        f" UNION ALL SELECT * FROM ({kept} EXCEPT {latest})) x JOIN claim c ON c.id = x.claim_id"
    ):
        yield Finding("counts", uuid, "The assessment that counts here is not the latest one.")


def _current(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT c.uuid, t.rule, u.state, u.verdict, s.uuid, r.name, s.round, s.verdict, s.at"
        " FROM current u JOIN claim c ON c.id = u.claim_id JOIN article t ON t.id = c.article_id"
        " LEFT JOIN standing s ON s.claim_id = c.id LEFT JOIN reviewer r ON r.id = s.reviewer_id"
        " WHERE s.claim_id IS NOT NULL OR u.state <> 'open' OR u.verdict IS NOT NULL"
        " ORDER BY c.id, s.at DESC, s.uuid DESC"
    )
    for (claim, rule, *shown), given in groupby(rows, key=lambda row: row[:4]):
        assessments = [
            Assessment(uuid, name, round_, verdict, "", "", at)
            for *_, uuid, name, round_, verdict, at in given
            if uuid
        ]
        if current_verdict(assessments, rule) != tuple(shown):
            yield Finding("counts", claim, "The verdict shown is not what the assessments say.")


def _shown(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (uuid,) in connection.execute(
        "SELECT c.uuid FROM claim c LEFT JOIN current u ON u.claim_id = c.id"
        " WHERE u.claim_id IS NULL OR u.article_id <> c.article_id OR u.start <> c.start"
        " OR u.shown <> ((c.listed OR c.touched) AND NOT c.withdrawn)"
        " OR u.dismissed <> (c.dismissed IS NOT NULL)"
    ):
        yield Finding("counts", uuid, "The list does not show this claim as it is.")


def _tally(connection: sqlite3.Connection) -> Iterator[Finding]:
    counted = "SELECT article_id, bucket, COUNT(*) AS n FROM current GROUP BY article_id, bucket"
    kept = "SELECT article_id, bucket, n FROM tally WHERE n <> 0"
    for article, bucket in connection.execute(
        f"SELECT DISTINCT article_id, bucket FROM (SELECT * FROM ({counted} EXCEPT {kept})"
        f" UNION ALL SELECT * FROM ({kept} EXCEPT {counted}))"
    ):
        yield Finding("counts", f"article {article}", f"The count of {bucket} claims is wrong.")


def _precedents(connection: sqlite3.Connection) -> Iterator[Finding]:
    """An earlier check is known by what was checked and where it stands, and has its imprint."""
    for uuid, claim, checker, url, title, imprint in connection.execute(
        "SELECT uuid, claim, checker, url, title, length(imprint) FROM precedent"
    ):
        if Precedent(claim, checker=checker, url=url, title=title).id != uuid or imprint % 4:
            yield Finding("earlier checks", uuid, "This earlier check was changed.")


_CHECKS = (
    _integrity, _foreign_keys, _guards, _chain, _last_lines, _erased, _assessments, _texts,
    _originals, _anchors, _versions, _parts, _standing, _current, _shown, _tally, _precedents,
)  # fmt: skip
