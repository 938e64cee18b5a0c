"""The schema as frozen, append-only steps. A step that has shipped is never edited again.

How it is laid out: row ids inside, never given twice (AUTOINCREMENT: the log and the undo history
name rows by them), UUIDs outside. ``assessment`` and ``event`` are append-only
(triggers abort anything else). ``standing`` (the latest assessment of each reviewer and round),
``current`` (what stands for a claim) and ``tally`` (counts an article) are kept by triggers, so
that no list ever groups over assessments (6 s at three million of them, measured).
sqlite-utils is imported only when a step is pending: it costs more than the window's first paint.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x46435459  # "FCTY"; also in the MIME file
SCHEMA_VERSION = 5  # user_version of the newest step

_TABLES = """
CREATE TABLE library (
    id INTEGER PRIMARY KEY CHECK (id = 1), uuid TEXT NOT NULL, created_at TEXT NOT NULL);

CREATE TABLE reviewer (
    id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE,
    initials TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL DEFAULT '');

CREATE TABLE scale (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, body TEXT NOT NULL);

CREATE TABLE original (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
    media_type TEXT NOT NULL, encoding TEXT NOT NULL, body BLOB NOT NULL);

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, title TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '', site TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '',
    source_name TEXT NOT NULL DEFAULT '', imported_at TEXT NOT NULL,
    scale_id INTEGER NOT NULL REFERENCES scale(id), trashed_at TEXT NOT NULL DEFAULT '');

CREATE TABLE version (
    id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL, text TEXT NOT NULL, opening TEXT NOT NULL, sha256 TEXT NOT NULL,
    blocks TEXT NOT NULL, furniture TEXT NOT NULL,
    original_id INTEGER REFERENCES original(id), imported_at TEXT NOT NULL, tool TEXT NOT NULL,
    finder TEXT NOT NULL DEFAULT '', UNIQUE (article_id, number));

CREATE TABLE claim (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES version(id) ON DELETE CASCADE,
    number INTEGER NOT NULL, origin TEXT NOT NULL CHECK (origin IN ('found', 'reviewer')),
    start INTEGER NOT NULL, text TEXT NOT NULL, wording TEXT NOT NULL DEFAULT '',
    claimant TEXT NOT NULL DEFAULT '', cue TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL,
    type TEXT NOT NULL, score REAL NOT NULL, listed INTEGER NOT NULL,
    details TEXT NOT NULL DEFAULT '{}', dismissed TEXT, touched INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0);
CREATE INDEX claim_place ON claim (article_id, start, id);
CREATE INDEX claim_number ON claim (article_id, number);

CREATE TABLE span (
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES version(id) ON DELETE CASCADE,
    place INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    PRIMARY KEY (claim_id, version_id, place)) WITHOUT ROWID;

CREATE TABLE contested (
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    reason TEXT NOT NULL DEFAULT '', PRIMARY KEY (claim_id, other_id)) WITHOUT ROWID;

CREATE TABLE assessment (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL REFERENCES reviewer(id),
    round TEXT NOT NULL CHECK (round IN ('first', 'second', 'adjudication', 'correction')),
    verdict TEXT, free_text INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '', at TEXT NOT NULL,
    scale_id INTEGER NOT NULL REFERENCES scale(id));
CREATE INDEX assessment_claim ON assessment (claim_id, reviewer_id, round);

CREATE TABLE standing (
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL, round TEXT NOT NULL, assessment_id INTEGER NOT NULL,
    uuid TEXT NOT NULL, at TEXT NOT NULL, verdict TEXT,
    PRIMARY KEY (claim_id, reviewer_id, round)) WITHOUT ROWID;

CREATE TABLE current (
    claim_id INTEGER PRIMARY KEY REFERENCES claim(id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL, start INTEGER NOT NULL, shown INTEGER NOT NULL,
    dismissed INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT 'open', verdict TEXT,
    bucket TEXT GENERATED ALWAYS AS (CASE WHEN NOT shown THEN 'hidden'
        WHEN dismissed THEN 'dismissed' WHEN state = 'reviewed' THEN 'verdict:' || verdict
        ELSE state END) STORED);
CREATE INDEX current_place ON current (article_id, shown, dismissed, start, claim_id, state);

CREATE TABLE tally (
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    bucket TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (article_id, bucket)) WITHOUT ROWID;

CREATE TABLE draft (
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    reviewer_id INTEGER NOT NULL REFERENCES reviewer(id), round TEXT NOT NULL,
    field TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (claim_id, reviewer_id, round, field)) WITHOUT ROWID;

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, chain TEXT NOT NULL,
    at TEXT NOT NULL, reviewer TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL,
    assessment_id INTEGER, payload TEXT, digest TEXT NOT NULL, previous TEXT NOT NULL,
    hash TEXT NOT NULL);
CREATE INDEX event_subject ON event (subject, id);

CREATE VIRTUAL TABLE article_fts USING fts5 (title, author, site, content='article',
    content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE version_fts USING fts5 (text, content='version', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE claim_fts USING fts5 (text, wording, claimant, content='claim',
    content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE assessment_fts USING fts5 (reason, note, content='assessment',
    content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
"""

# The latest of a reviewer and round wins by time, then id: the same on every desk and in any
# order of merging. The rule of `current` is domain.current_verdict, and a test compares them.
_TRIGGERS = (
    """CREATE TRIGGER assessment_stands AFTER INSERT ON assessment BEGIN
    INSERT INTO standing (claim_id, reviewer_id, round, assessment_id, uuid, at, verdict)
    VALUES (new.claim_id, new.reviewer_id, new.round, new.id, new.uuid, new.at, new.verdict)
    ON CONFLICT (claim_id, reviewer_id, round) DO UPDATE SET
        assessment_id = excluded.assessment_id, uuid = excluded.uuid, at = excluded.at,
        verdict = excluded.verdict
    WHERE (excluded.at, excluded.uuid) > (standing.at, standing.uuid);
    UPDATE claim SET touched = 1 WHERE id = new.claim_id AND touched = 0;
    UPDATE current SET (verdict, state) = (SELECT v, CASE WHEN v IS NOT NULL THEN 'reviewed'
            WHEN EXISTS (SELECT 1 FROM standing WHERE claim_id = new.claim_id
                AND verdict IS NOT NULL) THEN 'disputed' ELSE 'open' END
        FROM (SELECT COALESCE(
            (SELECT verdict FROM standing WHERE claim_id = new.claim_id AND round = 'correction'
                AND verdict IS NOT NULL ORDER BY at DESC, uuid DESC LIMIT 1),
            (SELECT verdict FROM standing WHERE claim_id = new.claim_id
                AND round = 'adjudication' AND verdict IS NOT NULL
                ORDER BY at DESC, uuid DESC LIMIT 1),
            (SELECT CASE WHEN COUNT(DISTINCT verdict) = 1 THEN MIN(verdict) END FROM standing
                WHERE claim_id = new.claim_id AND round IN ('first', 'second'))) AS v))
    WHERE claim_id = new.claim_id;
    END""",
    """CREATE TRIGGER claim_counts AFTER INSERT ON claim BEGIN
    INSERT INTO current (claim_id, article_id, start, shown, dismissed) VALUES
        (new.id, new.article_id, new.start, (new.listed OR new.touched) AND NOT new.withdrawn,
         new.dismissed IS NOT NULL);
    END""",
    """CREATE TRIGGER claim_shown AFTER UPDATE OF touched, dismissed, withdrawn, start ON claim
    BEGIN
    UPDATE current SET shown = (new.listed OR new.touched) AND NOT new.withdrawn,
        dismissed = new.dismissed IS NOT NULL, start = new.start WHERE claim_id = new.id;
    UPDATE claim SET number = (SELECT MAX(number) + 1 FROM claim WHERE article_id = new.article_id)
        WHERE id = new.id AND number = 0 AND touched;
    END""",
    """CREATE TRIGGER current_added AFTER INSERT ON current BEGIN
    INSERT INTO tally (article_id, bucket, n) VALUES (new.article_id, new.bucket, 1)
        ON CONFLICT (article_id, bucket) DO UPDATE SET n = n + 1;
    END""",
    """CREATE TRIGGER current_moved AFTER UPDATE ON current WHEN old.bucket IS NOT new.bucket BEGIN
    UPDATE tally SET n = n - 1 WHERE article_id = old.article_id AND bucket = old.bucket;
    INSERT INTO tally (article_id, bucket, n) VALUES (new.article_id, new.bucket, 1)
        ON CONFLICT (article_id, bucket) DO UPDATE SET n = n + 1;
    END""",
    """CREATE TRIGGER version_fixed BEFORE UPDATE OF text, sha256, blocks, furniture ON version
    BEGIN
    SELECT RAISE(ABORT, 'the text of a version is never changed');
    END""",
    """CREATE TRIGGER assessment_kept BEFORE UPDATE ON assessment BEGIN
    SELECT RAISE(ABORT, 'assessments are append-only');
    END""",
    # Emptying the trash is the one way out, and it leaves its line in the event log.
    """CREATE TRIGGER assessment_stays BEFORE DELETE ON assessment
    WHEN NOT EXISTS (SELECT 1 FROM article JOIN claim ON claim.article_id = article.id
        WHERE claim.id = old.claim_id AND article.trashed_at <> '') BEGIN
    SELECT RAISE(ABORT, 'assessments are append-only');
    END""",
    """CREATE TRIGGER event_kept BEFORE UPDATE ON event
    WHEN new.payload IS NOT NULL OR new.id IS NOT old.id OR new.hash IS NOT old.hash
        OR new.previous IS NOT old.previous OR new.digest IS NOT old.digest
        OR new.uuid IS NOT old.uuid OR new.at IS NOT old.at OR new.what IS NOT old.what
        OR new.subject IS NOT old.subject OR new.reviewer IS NOT old.reviewer
        OR new.chain IS NOT old.chain OR new.assessment_id IS NOT old.assessment_id BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
    END""",
    """CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
    END""",
)

# Step 2: a claim may be a part of a sentence's claim; the finder, run again, may list what it did
# not list before, which then gets its number; an article knows where its details were found.
_COLUMNS_2 = (
    "ALTER TABLE claim ADD COLUMN part_of INTEGER REFERENCES claim(id) ON DELETE SET NULL",
    "CREATE INDEX claim_part ON claim (part_of) WHERE part_of IS NOT NULL",
    "ALTER TABLE article ADD COLUMN modified TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN origins TEXT NOT NULL DEFAULT '{}'",
)
_TRIGGERS_2 = (
    """CREATE TRIGGER claim_shown AFTER UPDATE OF touched, dismissed, withdrawn, start, listed
    ON claim BEGIN
    UPDATE current SET shown = (new.listed OR new.touched) AND NOT new.withdrawn,
        dismissed = new.dismissed IS NOT NULL, start = new.start WHERE claim_id = new.id;
    UPDATE claim SET number = (SELECT MAX(number) + 1 FROM claim WHERE article_id = new.article_id)
        WHERE id = new.id AND number = 0 AND (touched OR listed);
    END""",
)

# Step 3: an article shows one of its versions; a claim that was carried into another version
# keeps how it got there; articles alike are found by address, by headline and by text.
_TABLES_3 = (
    "ALTER TABLE article ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE version ADD COLUMN source_name TEXT NOT NULL DEFAULT ''",
    "UPDATE version SET source_name = (SELECT source_name FROM article WHERE id = article_id)",
    """CREATE TABLE carried (
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES version(id) ON DELETE CASCADE,
    anchor TEXT NOT NULL CHECK (anchor IN ('ok', 'moved', 'orphaned')),
    was TEXT NOT NULL DEFAULT '', details TEXT,
    PRIMARY KEY (claim_id, version_id)) WITHOUT ROWID""",
    """CREATE TABLE likeness (
    key TEXT NOT NULL, article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    PRIMARY KEY (key, article_id)) WITHOUT ROWID""",
    "CREATE INDEX likeness_article ON likeness (article_id)",
    "CREATE INDEX version_original ON version (original_id) WHERE original_id IS NOT NULL",
)

# Step 4: evidence with its sources and kept copies; corrections after sign-off; what came in with
# packages, and edits of the same field made apart, until somebody settles them.
_TABLES_4 = """
CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'document'
        CHECK (kind IN ('document', 'interview', 'data', 'own check', 'other')),
    "primary" INTEGER NOT NULL DEFAULT 0, anonymous INTEGER NOT NULL DEFAULT 0,
    conflict TEXT NOT NULL DEFAULT '');

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    source_id INTEGER REFERENCES source(id),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer(id), number INTEGER NOT NULL,
    stance TEXT NOT NULL DEFAULT 'supports'
        CHECK (stance IN ('supports', 'refutes', 'context', 'nothing found')),
    question TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '',
    quote TEXT NOT NULL DEFAULT '', locator TEXT NOT NULL DEFAULT '',
    read_on TEXT NOT NULL DEFAULT '', withdrawn INTEGER NOT NULL DEFAULT 0);
CREATE INDEX evidence_claim ON evidence (claim_id, number);
CREATE INDEX evidence_source ON evidence (source_id);

CREATE TABLE copy (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    original_id INTEGER NOT NULL REFERENCES original(id), name TEXT NOT NULL,
    kept_at TEXT NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0);
CREATE INDEX copy_source ON copy (source_id);

CREATE TABLE clash (
    subject TEXT NOT NULL, field TEXT NOT NULL, event TEXT NOT NULL, value TEXT NOT NULL,
    reviewer TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (subject, field, event)) WITHOUT ROWID;

CREATE TABLE chain (uuid TEXT PRIMARY KEY, came_at TEXT NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE evidence_fts USING fts5 (question, answer, quote, content='evidence',
    content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE source_fts USING fts5 (title, author, publisher, content='source',
    content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');

ALTER TABLE article ADD COLUMN rule TEXT NOT NULL DEFAULT 'agreement';
ALTER TABLE article ADD COLUMN signed_at TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN signed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN said_on TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN appeared TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN query TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN public_note TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment ADD COLUMN refs TEXT NOT NULL DEFAULT '';
"""

# The verdict that stands, as domain.current_verdict has it, of the claims that `which` names.
_STAND = """UPDATE current SET (verdict, state) = (SELECT v, CASE WHEN v IS NOT NULL THEN 'reviewed'
            WHEN EXISTS (SELECT 1 FROM standing WHERE claim_id = current.claim_id
                AND verdict IS NOT NULL) THEN 'disputed' ELSE 'open' END
        FROM (SELECT COALESCE(
            (SELECT verdict FROM standing WHERE claim_id = current.claim_id
                AND round = 'correction' AND verdict IS NOT NULL
                ORDER BY at DESC, uuid DESC LIMIT 1),
            (SELECT verdict FROM standing WHERE claim_id = current.claim_id
                AND round = 'adjudication' AND verdict IS NOT NULL
                ORDER BY at DESC, uuid DESC LIMIT 1),
            (SELECT verdict FROM standing WHERE claim_id = current.claim_id
                AND round IN ('first', 'second') AND verdict IS NOT NULL GROUP BY verdict
                HAVING COUNT(*) * 2 > (SELECT COUNT(verdict) FROM standing
                    WHERE claim_id = current.claim_id AND round IN ('first', 'second'))
                AND ((SELECT rule FROM article WHERE id = current.article_id) = 'majority'
                    OR COUNT(*) = (SELECT COUNT(verdict) FROM standing
                        WHERE claim_id = current.claim_id AND round IN ('first', 'second')))))
            AS v))
    WHERE {which};"""

_TRIGGERS_4 = (
    f"""CREATE TRIGGER assessment_stands AFTER INSERT ON assessment BEGIN
    INSERT INTO standing (claim_id, reviewer_id, round, assessment_id, uuid, at, verdict)
    VALUES (new.claim_id, new.reviewer_id, new.round, new.id, new.uuid, new.at, new.verdict)
    ON CONFLICT (claim_id, reviewer_id, round) DO UPDATE SET
        assessment_id = excluded.assessment_id, uuid = excluded.uuid, at = excluded.at,
        verdict = excluded.verdict
    WHERE (excluded.at, excluded.uuid) > (standing.at, standing.uuid);
    UPDATE claim SET touched = 1 WHERE id = new.claim_id AND touched = 0;
    {_STAND.format(which="claim_id = new.claim_id")}
    END""",
    f"""CREATE TRIGGER rule_stands AFTER UPDATE OF rule ON article WHEN old.rule <> new.rule BEGIN
    {_STAND.format(which="article_id = new.id")}
    END""",
    # A note that a package left out may be filled in once, when another package brings it.
    """CREATE TRIGGER assessment_kept BEFORE UPDATE ON assessment
    WHEN NOT old.withheld OR new.withheld OR new.id IS NOT old.id OR new.uuid IS NOT old.uuid
        OR new.claim_id IS NOT old.claim_id OR new.reviewer_id IS NOT old.reviewer_id
        OR new.round IS NOT old.round OR new.verdict IS NOT old.verdict
        OR new.free_text IS NOT old.free_text OR new.reason IS NOT old.reason
        OR new.at IS NOT old.at OR new.scale_id IS NOT old.scale_id
        OR new.public_note IS NOT old.public_note OR new.refs IS NOT old.refs BEGIN
    SELECT RAISE(ABORT, 'assessments are append-only');
    END""",
)

# Step 5: earlier checks by others, from files of ClaimReview. ``imprint`` is how a check is found
# (claims.matching), made by the ``method`` of that number. They are no part of packages.
_TABLES_5 = """
CREATE TABLE feed (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    sha256 TEXT NOT NULL, imported_at TEXT NOT NULL, left_out INTEGER NOT NULL DEFAULT 0);

CREATE TABLE precedent (
    id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
    feed_id INTEGER NOT NULL REFERENCES feed(id), claim TEXT NOT NULL, claimant TEXT NOT NULL,
    said_on TEXT NOT NULL, verdict TEXT NOT NULL, value REAL, worst REAL, best REAL,
    explanation TEXT NOT NULL, checker TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL,
    published TEXT NOT NULL, language TEXT NOT NULL, method INTEGER NOT NULL,
    imprint BLOB NOT NULL);
CREATE INDEX precedent_feed ON precedent (feed_id);
"""


def migrate(connection: sqlite3.Connection) -> None:
    """Applies the pending steps and sets ``user_version``. Raises sqlite3.Error; then the failed
    step is rolled back."""
    from sqlite_utils import Database, Migrations

    steps = Migrations("factcheck-gui")

    @steps()
    def m001_base(db: Database) -> None:
        for statement in _statements(_TABLES):
            db.execute(statement)
        for trigger in _TRIGGERS:
            db.execute(trigger)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")

    @steps()
    def m002_parts_and_origins(db: Database) -> None:
        for statement in (*_COLUMNS_2, "DROP TRIGGER claim_shown", *_TRIGGERS_2):
            db.execute(statement)
        db.execute("PRAGMA user_version = 2")

    @steps()
    def m003_versions(db: Database) -> None:
        from factcheck_gui.library.likeness import likeness

        for statement in _TABLES_3:
            db.execute(statement)
        rows = db.execute(
            "SELECT a.id, a.url, a.title, a.site, v.text FROM article a"
            " JOIN version v ON v.article_id = a.id"
        )
        keys = [(key, row[0]) for row in rows for key in likeness(*row[1:])]
        db.conn.executemany("INSERT OR IGNORE INTO likeness (key, article_id) VALUES (?, ?)", keys)
        db.execute("PRAGMA user_version = 3")

    @steps()
    def m004_evidence_and_exchange(db: Database) -> None:
        replaced = ("assessment_stands", "assessment_kept")
        for statement in (*_statements(_TABLES_4), *(f"DROP TRIGGER {one}" for one in replaced)):
            db.execute(statement)
        for trigger in _TRIGGERS_4:
            db.execute(trigger)
        db.execute("PRAGMA user_version = 4")

    @steps()
    def m005_precedents(db: Database) -> None:
        for statement in _statements(_TABLES_5):
            db.execute(statement)
        db.execute("PRAGMA user_version = 5")

    # All of it or nothing: a new library that is killed while it is made stays an empty file.
    connection.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    return [one for one in script.split(";\n") if one.strip()]


def guards() -> dict[str, str]:
    """The triggers that a library of the newest version must have: name -> SQL."""
    return {sql.split()[2]: sql for sql in (*_TRIGGERS, *_TRIGGERS_2, *_TRIGGERS_4)}
