"""Packages from strangers: broken, truncated, newer, tampered with, or made to do harm.

Whatever is wrong, the package is refused whole with a sentence, and the library stays as it was.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck_gui.domain import Problem
from factcheck_gui.library import packages
from factcheck_gui.library.packages import TABLES, Seal, whole_seal
from factcheck_gui.library.unpacking import read_package
from tests.core.exchange_samples import desks, shared
from tests.core.library_samples import everything, findings
from tests.core.test_exchange import judged


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    (ada,) = desks(folder, "Ada")
    judged(ada)
    package = ada.package()
    ada.close()
    return package


@pytest.fixture
def package(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(good, tmp_path / "from-a-stranger.factpack"))


def resealed(path: Path, change: Callable[[sqlite3.Connection], object]) -> Path:
    """The package after a change, with a seal that fits: what a stranger would send."""
    with closing(sqlite3.connect(path)) as db:
        change(db)
        seals = {table: Seal() for table in TABLES}
        for table, columns in TABLES.items():
            names = ", ".join(f'"{name}"' for name in columns)
            for row in db.execute(f'SELECT {names} FROM "{table}" ORDER BY rowid'):
                seals[table].take(row)
        db.execute("UPDATE meta SET value = ? WHERE name = 'seal'", (whole_seal(seals),))
        db.commit()
    return path


def refused(path: Path, *words: str) -> None:
    with pytest.raises(Problem) as caught:
        read_package(path)
    assert caught.value.kept == "Nothing was taken in."
    assert caught.value.where == str(path)
    for word in words:
        assert word in caught.value.what, caught.value.what


def test_a_good_one_is_taken(package: Path) -> None:
    assert len(read_package(resealed(package, lambda db: None)).rows["claim"]) == 5


def test_other_files_are_named(tmp_path: Path) -> None:
    for name, data in {"empty": b"", "text": b"hello", "zeros": bytes(5000)}.items():
        path = tmp_path / name
        path.write_bytes(data)
        refused(path, "neither a package")
    refused(tmp_path / "absent", "cannot be read")
    refused(tmp_path, "cannot be read")


def test_a_newer_one_says_so(package: Path) -> None:
    with closing(sqlite3.connect(package)) as db:
        db.execute("PRAGMA user_version = 999")
    refused(package, "newer version", "update the app")


def test_a_truncated_one_is_refused(package: Path) -> None:
    whole = package.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.999):
        package.write_bytes(whole[: int(len(whole) * share)])
        refused(package, "damaged")


def test_no_changed_byte_gets_through_unnoticed(package: Path, tmp_path: Path) -> None:
    """A byte changed anywhere is refused, or lies where no value is."""
    whole, dice, clean = package.read_bytes(), random.Random(5), read_package(package)
    for _ in range(300):
        at = dice.randrange(100, len(whole))
        broken = bytearray(whole)
        broken[at] ^= 1 << dice.randrange(8)
        package.write_bytes(bytes(broken))
        try:
            assert read_package(package) == clean
        except Problem as problem:
            assert problem.kept == "Nothing was taken in."


CHANGES: dict[str, str] = {
    "a text": "UPDATE version SET text = replace(text, '41,000', '41,001')",
    "a verdict, by hand": "UPDATE assessment SET verdict = 7",
    "an unknown round": "UPDATE assessment SET round = 'ninth'",
    "a quote": "UPDATE span SET quote = 'other words'",
    "a place": 'UPDATE span SET "end" = 999999',
    "a place before the text": 'UPDATE span SET "start" = -4',
    "a claim's words": "UPDATE claim SET text = 'made up'",
    "a claim of nowhere": "UPDATE claim SET article = '00000000-0000-0000-0000-000000000000'",
    "a claim twice": "INSERT INTO claim SELECT * FROM claim LIMIT 1",
    "an id that is none": "UPDATE claim SET uuid = 'x; DROP TABLE claim'",
    "a time that is none": "UPDATE assessment SET at = 'yesterday'",
    "a score": "UPDATE claim SET score = 17",
    "details": "UPDATE claim SET details = '{\"figures\": [[1]]}'",
    "a name of no kind": 'UPDATE claim SET details = \'{"entities": [[0, 1, "god"]]}\'',
    "a name of nowhere": 'UPDATE claim SET details = \'{"entities": [["a", 1, "place"]]}\'',
    "deep details": "UPDATE claim SET details = '" + "[" * 90_000 + "'",
    "blocks": "UPDATE version SET blocks = '[[\"heading\", 0, 99999999, 1]]'",
    "blocks of no kind": "UPDATE version SET blocks = '[[1, 0, 1, 1]]'",
    "furniture": "UPDATE version SET furniture = '[[0, 1]]'",
    "a scale": "UPDATE scale SET body = replace(body, 'True', 'Truth')",
    "an original": "UPDATE original SET body = x'789c030000000001'",
    "an original that explodes": "UPDATE original SET size = 99",
    "a line of the history": "UPDATE event SET reviewer = 'Somebody Else'",
    "what a line says": "UPDATE event SET payload = '{}' WHERE payload IS NOT NULL",
    "a stance": "UPDATE evidence SET stance = 'proves'",
    "a lone surrogate's place": "UPDATE article SET title = char(0) || 'x'",
    "no article text": "DELETE FROM version",
    "references": "UPDATE assessment SET refs = '{\"one\": 2}'",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_tampered_with_is_refused_even_resealed(package: Path, change: str) -> None:
    refused(resealed(package, lambda db: db.execute(change)))


def _views(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE reviewer RENAME TO hidden")
    db.execute("CREATE VIEW reviewer AS SELECT * FROM hidden")


def _computed(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE reviewer RENAME TO hidden")
    db.execute("CREATE TABLE reviewer (uuid, name AS (hex(uuid)), initials, organisation)")


def _virtual(db: sqlite3.Connection) -> None:
    db.execute("DROP TABLE reviewer")
    db.execute("CREATE VIRTUAL TABLE reviewer USING fts5(uuid, name, initials, organisation)")


def _missing(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE reviewer DROP COLUMN initials")


@pytest.mark.parametrize("change", [_views, _computed, _virtual, _missing])
def test_tables_that_are_none_are_refused(package: Path, change: Callable[..., None]) -> None:
    with closing(sqlite3.connect(package)) as db:
        change(db)
        db.commit()
    refused(package)


def test_triggers_views_and_more_tables_in_it_are_ignored(package: Path, tmp_path: Path) -> None:
    def plant(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE malware (code)")
        db.execute("INSERT INTO malware VALUES ('rm -rf /')")
        db.execute("CREATE VIEW peek AS SELECT load_extension('x')")
        db.execute("CREATE INDEX slow ON claim (hex(text))")
        db.execute("CREATE TRIGGER boom AFTER INSERT ON claim BEGIN DELETE FROM claim; END")
        db.execute("ALTER TABLE claim ADD COLUMN payload DEFAULT 'ignored'")

    (ben,) = desks(tmp_path, "Ben")
    ben.take(resealed(package, plant))
    assert findings(ben.store) == []
    assert ben.store.claim(ben.claim(0)).verdict == "Overblown by half"
    ben.close()
    assert "malware" not in everything(tmp_path / "Ben.factcheck")


def test_too_much_is_refused(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck_gui.library import unpacking

    monkeypatch.setattr(unpacking, "ROW_LIMIT", 3)
    refused(package, "more than can be taken in")
    monkeypatch.undo()
    monkeypatch.setattr(unpacking, "MEMORY_LIMIT", 500)
    refused(package, "more than can be taken in")
    monkeypatch.undo()
    monkeypatch.setattr(unpacking, "TICK", 10)
    monkeypatch.setattr(unpacking, "STEPS", 100)
    refused(package, "damaged")


def test_an_edit_of_a_strangers_hand_changes_known_fields_only(package: Path) -> None:
    from factcheck_gui.library import chain

    def forge(db: sqlite3.Connection) -> None:
        """A line whose hashes are right, with a value of the wrong type in it."""
        row = db.execute(
            "SELECT rowid, uuid, chain, at, reviewer, what, subject, previous FROM event"
            " WHERE what = 'edit claim'"
        ).fetchone()
        payload = json.dumps({"before": {}, "after": {"wording": {"a": 1}}})
        fields = [*row[1:7], chain.digest(payload)]
        line = chain.line_hash(row[7], fields)
        db.execute(
            "UPDATE event SET payload = ?, digest = ?, hash = ? WHERE rowid = ?",
            (payload, fields[-1], line, row[0]),
        )

    refused(resealed(package, forge), "wording is no text")


def test_nothing_is_half_taken_in(package: Path, tmp_path: Path) -> None:
    """A fault in the middle of taking it in leaves the library as it was."""
    (ben,) = desks(tmp_path, "Ben")
    before = shared(ben.store)
    ben.store.connection.execute(
        "CREATE TEMP TRIGGER fault BEFORE INSERT ON main.event WHEN new.what = 'assess'"
        " BEGIN SELECT RAISE(ABORT, 'no room'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        ben.take(package)
    ben.store.connection.execute("DROP TRIGGER temp.fault")
    assert shared(ben.store) == before
    assert ben.take(package).changed
    ben.close()


def test_the_shape_is_the_librarys(tmp_path: Path) -> None:
    """Every column of the library's tables is in a package, or known to stay at home."""
    (ada,) = desks(tmp_path, "Ada")
    at_home = {
        "original": {"id"}, "scale": {"id"}, "reviewer": {"id"}, "source": {"id"},
        "article": {"id", "scale_id", "trashed_at", "version"},
        "version": {"id", "article_id", "original_id", "opening"},
        "claim": {"id", "article_id", "version_id"},
        "span": {"claim_id", "version_id"}, "carried": {"claim_id", "version_id"},
        "contested": {"claim_id", "other_id"},
        "evidence": {"id", "claim_id", "source_id", "reviewer_id", "number"},
        "copy": {"id", "source_id", "original_id"},
        "assessment": {"id", "claim_id", "reviewer_id", "scale_id"},
        "event": {"id", "assessment_id"},
    }  # fmt: skip
    for table, columns in packages.TABLES.items():
        rows = ada.store.connection.execute(f"PRAGMA table_info({table})")
        own = {row[1] for row in rows}
        assert own - at_home[table] <= set(columns), table
    ada.close()
