"""``check`` finds what a hand or a failing disk changed, and names nothing in a whole library."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck_gui.domain import iso
from factcheck_gui.library import file
from factcheck_gui.library.check import Finding, check, heads
from factcheck_gui.library.store import Store
from tests.core.library_samples import (
    AT,
    JUDGE,
    ME,
    TEXT,
    YOU,
    dice,
    fill,
    findings,
    meddling,
    opened,
    ticking,
)


def reviewed(folder: Path) -> Path:
    """A closed library in which everything that can be done has been done once."""
    store, clock = opened(folder), ticking()
    store.assess(1, ME, clock(), {"verdict": "True", "reason": "seen", "note": "mine"})
    store.assess(1, ME, clock(), {"verdict": "Mixed"})
    store.assess(2, ME, clock(), {"verdict": "True"})
    store.assess(2, YOU, clock(), {"verdict": "False"})
    store.assess(3, JUDGE, clock(), {"verdict": "False"})
    store.edit_claim(4, {"wording": "w", "dismissed": "no claim"}, ME, clock())
    store.edit_article(1, {"title": "Harbour"}, ME, clock())
    store.link_contested([(1, 2, "another figure")])
    store.close()
    return folder / "test.factcheck"


def found_in(path: Path) -> list[Finding]:
    with closing(file.open_reader(path)) as connection:
        return list(check(connection))


def test_a_whole_library_has_no_findings(tmp_path: Path) -> None:
    path = reviewed(tmp_path)
    assert found_in(path) == []
    with meddling(path):
        pass  # the triggers away and back again
    assert found_in(path) == []


# What was changed -> the check that must say so, and part of its sentence.
MEDDLING = {
    "a note": (
        "UPDATE assessment SET note = 'mind' WHERE id = 1",
        "assessments",
        "changed after it was given",
    ),
    "a verdict": (
        "UPDATE assessment SET verdict = 'False' WHERE id = 3",
        "assessments",
        "changed after it was given",
    ),
    "who gave it": (
        "UPDATE assessment SET reviewer_id = 2 WHERE id = 3",
        "assessments",
        "changed after it was given",
    ),
    "a superseded assessment": (
        "UPDATE assessment SET verdict = 'Trve' WHERE id = 1",
        "assessments",
        "changed after it was given",
    ),
    "an assessment gone": ("DELETE FROM assessment WHERE id = 5", "hash chain", "is gone"),
    "an assessment slipped in": (
        "INSERT INTO assessment (uuid, claim_id, reviewer_id, round, at, scale_id)"
        " VALUES ('x', 5, 1, 'first', '2024', 1)",
        "assessments",
        "does not know",
    ),
    "an event's time": (
        "UPDATE event SET at = replace(at, '09:00', '09:01') WHERE id = 3",
        "hash chain",
        "line was changed",
    ),
    "an event's words": (
        "UPDATE event SET payload = replace(payload, 'Harbour', 'Harbovr')",
        "hash chain",
        "What this line says was changed",
    ),
    "an event's words gone": (
        "UPDATE event SET payload = NULL WHERE what = 'edit article'",
        "hash chain",
        "The words of it are gone",
    ),
    "an event gone": ("DELETE FROM event WHERE id = 4", "hash chain", "missing or was changed"),
    "the last event gone": (
        "DELETE FROM event WHERE id = (SELECT MAX(id) FROM event)",
        "hash chain",
        "1 lines are missing",
    ),
    "the first event gone": ("DELETE FROM event WHERE id = 1", "hash chain", "missing"),
    "two events swapped": (
        "UPDATE event SET id = CASE id WHEN 5 THEN -6 ELSE -5 END WHERE id IN (5, 6);"
        "UPDATE event SET id = -id WHERE id < 0",
        "hash chain",
        "missing or was changed",
    ),
    "the text": ("UPDATE version SET text = replace(text, '41', '14')", "texts", "changed"),
    "the text and its digest": (
        "UPDATE version SET text = 'x', sha256 ="
        " '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'",
        "texts",
        "changed",
    ),
    "the original": ("UPDATE original SET body = substr(body, 2)", "texts", "original"),
    "a quote": (
        "UPDATE span SET quote = replace(quote, 'port', 'fort')",
        "anchors",
        "not its quote",
    ),
    "a place": ('UPDATE span SET "end" = "end" - 1 WHERE claim_id = 1', "anchors", "not its quote"),
    "a claim's text": (
        "UPDATE claim SET text = 'x' WHERE id = 5",
        "anchors",
        "not what its places",
    ),
    "a claim without a place": ("DELETE FROM span WHERE claim_id = 5", "anchors", "not its quote"),
    "a count": ("UPDATE tally SET n = n + 1 WHERE bucket = 'open'", "counts", "count of open"),
    "a count of nothing": (
        "INSERT INTO tally VALUES (1, 'verdict:Maybe', 2)",
        "counts",
        "count of verdict:Maybe",
    ),
    "a count gone": ("DELETE FROM tally WHERE bucket = 'disputed'", "counts", "count of disputed"),
    "the current verdict": (
        "UPDATE current SET verdict = 'True' WHERE claim_id = 1",
        "counts",
        "not what the assessments say",
    ),
    "a verdict out of nothing": (
        "UPDATE current SET verdict = 'True', state = 'reviewed' WHERE claim_id = 5",
        "counts",
        "not what the assessments say",
    ),
    "what counts": (
        "UPDATE standing SET assessment_id = 1 WHERE claim_id = 1",
        "counts",
        "not the latest one",
    ),
    "what counts gone": ("DELETE FROM standing WHERE claim_id = 3", "counts", "not the latest one"),
    "a claim hidden": ("UPDATE current SET shown = 0 WHERE claim_id = 2", "counts", "as it is"),
    "a claim dismissed": (
        "UPDATE claim SET dismissed = 'x' WHERE id = 2",
        "counts",
        "as it is",
    ),
    "a reviewer gone": ("DELETE FROM reviewer WHERE id = 2", "foreign keys", "reviewer"),
    "a claim gone": ("DELETE FROM claim WHERE id = 3", "foreign keys", "claim"),
    "numbers where texts should be": ("UPDATE version SET text = x'00ff'", "integrity", "read on"),
}


@pytest.mark.parametrize("name", MEDDLING)
def test_check_finds_what_was_changed_by_hand(tmp_path: Path, name: str) -> None:
    statements, where, words = MEDDLING[name]
    path = reviewed(tmp_path)
    with meddling(path) as connection:
        connection.executescript(statements)
    found = found_in(path)
    assert any(one.check == where and words in one.what for one in found), found


def test_check_finds_missing_and_foreign_rules(tmp_path: Path) -> None:
    path = reviewed(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER event_stays")
        connection.execute("DROP TRIGGER assessment_kept")
        connection.execute(
            "CREATE TRIGGER assessment_kept AFTER INSERT ON draft BEGIN SELECT 1; END"
        )
        connection.execute("CREATE TRIGGER spy AFTER INSERT ON draft BEGIN SELECT 1; END")
        connection.commit()
    assert [(one.check, one.where) for one in found_in(path)] == [
        ("guards", "assessment_kept"),
        ("guards", "event_stays"),
        ("guards", "spy"),
    ]


def test_check_goes_on_after_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    path = reviewed(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'original'"
        ).fetchone()[0]
    with meddling(path) as connection:
        connection.execute("UPDATE tally SET n = 9 WHERE bucket = 'open'")
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    checks = {one.check for one in found_in(path)}
    assert {"integrity", "counts"} <= checks


def test_emptying_the_trash_is_no_finding_and_neither_is_importing_again(tmp_path: Path) -> None:
    store, clock = Store.open(reviewed(tmp_path), AT), ticking()
    _, claims = fill(store, "Another article.\n\nIt has two claims, or three.")
    store.assess(claims[0], ME, clock(), {"verdict": "True"})
    store.edit_article(1, {"trashed_at": iso(clock())}, ME, clock())
    assert findings(store) == []
    store.empty_trash(ME, clock())
    assert findings(store) == []
    again, claims = fill(store)
    assert (again, findings(store)) == (3, [])
    store.assess(claims[0], ME, clock(), {"verdict": "True"})
    store.edit_claim(claims[1], {"wording": "w"}, ME, clock())
    assert findings(store) == []
    store.close()
    with meddling(tmp_path / "test.factcheck") as connection:
        connection.execute(f"DELETE FROM assessment WHERE claim_id = {claims[0]}")
    found = found_in(tmp_path / "test.factcheck")
    assert [one.what for one in found if one.check == "hash chain"] == [
        "The assessment of this line is gone."
    ]


def test_a_log_recomputed_whole_shows_in_its_head_alone(tmp_path: Path) -> None:
    path = reviewed(tmp_path)
    with closing(file.open_reader(path)) as connection:
        before = heads(connection)
        last = connection.execute("SELECT hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
        chain = connection.execute("SELECT uuid FROM library").fetchone()[0]
    assert before == {chain: last[0]}
    store = Store.open(path, AT)
    store.edit_article(1, {"title": "Other"}, ME, AT)
    assert heads(store.connection) != before
    store.close()


def test_check_can_be_interrupted(tmp_path: Path) -> None:
    with closing(file.open_reader(reviewed(tmp_path))) as connection:
        connection.set_progress_handler(lambda: 1, 1)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            list(check(connection))


def _flip(path: Path, words: bytes, by: Callable[[int], int]) -> None:
    data = bytearray(path.read_bytes())
    place = data.index(words)
    data[place] = by(data[place])
    path.write_bytes(data)


def test_one_bit_of_the_article_flipped_on_the_disk_is_found(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "test.factcheck", AT, dice())
    fill(store)
    store.close()
    _flip(tmp_path / "test.factcheck", TEXT[:30].encode(), lambda byte: byte ^ 1)
    found = found_in(tmp_path / "test.factcheck")
    assert {one.check for one in found} & {"texts", "anchors"}
