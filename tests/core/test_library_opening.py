"""Opening a library: what is made, what is refused, what is left untouched, who holds the lock."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from factcheck_gui.domain import LibraryLocked, LibraryNewer, Problem
from factcheck_gui.library import file
from factcheck_gui.library.migrations import APPLICATION_ID, SCHEMA_VERSION
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.store import Store
from tests.core.library_samples import AT, ME, fill, findings, opened

HOLDER = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from factcheck_gui.library.store import Store
store = Store.open(Path(sys.argv[1]), datetime(2024, 5, 1, tzinfo=UTC))
print("open", flush=True)
time.sleep(60)
"""


def other_sqlite(path: Path, application: int = 0, version: int = 0) -> bytes:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    return path.read_bytes()


def test_a_new_library_is_made_with_its_folder_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "a library ? # % é 😀.factcheck"
    store = Store.open(path, AT)
    assert store.article_rows() == []
    assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store.connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert store.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert store.connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
    _, claims = fill(store)
    store.close()
    again = Store.open(path, AT)
    assert [one.key for one in again.claims(claims)] == claims
    assert findings(again) == []
    again.close()


def test_the_file_says_what_it_is_in_its_header(tmp_path: Path) -> None:
    opened(tmp_path).close()
    head = (tmp_path / "test.factcheck").read_bytes()[:72]
    assert int.from_bytes(head[60:64], "big") == SCHEMA_VERSION
    assert head[68:72] == b"FCTY" == APPLICATION_ID.to_bytes(4, "big")


def test_closing_leaves_one_whole_file_and_the_lock_file(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.assess(1, ME, AT, {"verdict": "True"})
    store.close()
    store.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "test.factcheck",
        "test.factcheck.lock",
    ]
    copied = tmp_path / "copied.factcheck"
    copied.write_bytes((tmp_path / "test.factcheck").read_bytes())
    with closing(file.open_reader(copied)) as connection:
        assert Reader(connection).claim(1).verdict == "True"


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "empty.factcheck"
    path.touch()
    Store.open(path, AT).close()
    assert path.stat().st_size > 0


def test_a_start_that_was_killed_while_the_file_was_made_does_not_lock_it_out(
    tmp_path: Path,
) -> None:
    path = tmp_path / "blank.factcheck"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("DROP TABLE t")
        connection.commit()
    assert path.stat().st_size > 0
    Store.open(path, AT).close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"This is an article, not a library.", "not a library"),
        (b"SQLite format 3", "not a library"),
        (b"SQLite format 3\x00" + b"\x00" * 84, "cannot be opened|not a library"),
        (b"SQLite format 3\x00" + b"\xff" * 4000, "not a library"),
    ],
)
def test_other_files_are_refused_and_not_touched(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "other.factcheck"
    path.write_bytes(content)
    for opening in (lambda: Store.open(path, AT), lambda: file.open_reader(path)):
        with pytest.raises(Problem, match=words) as caught:
            opening()
        assert caught.value.where == str(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("application", [0, 0x47504B47])
def test_another_programs_sqlite_file_is_refused_and_not_touched(
    tmp_path: Path, application: int
) -> None:
    path = tmp_path / "recipes.db"
    before = other_sqlite(path, application)
    with pytest.raises(Problem, match="not a library of this app"):
        Store.open(path, AT)
    with pytest.raises(Problem, match="not a library of this app"):
        file.open_reader(path)
    assert path.read_bytes() == before


def test_a_newer_library_is_refused_and_stays_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "newer.factcheck"
    before = other_sqlite(path, APPLICATION_ID, SCHEMA_VERSION + 1)
    for opening in (lambda: Store.open(path, AT), lambda: file.open_reader(path)):
        with pytest.raises(LibraryNewer, match="update the app"):
            opening()
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["newer.factcheck"]


def test_a_newer_library_is_refused_also_where_only_its_log_says_so(tmp_path: Path) -> None:
    path = tmp_path / "test.factcheck"
    opened(tmp_path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA wal_autocheckpoint = 0")
        newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        newer.commit()
        # As after a kill: the log lies beside the file and nobody holds it.
        crashed = tmp_path / "crashed.factcheck"
        crashed.write_bytes(path.read_bytes())
        log = tmp_path / "crashed.factcheck-wal"
        log.write_bytes((tmp_path / "test.factcheck-wal").read_bytes())
    before = crashed.read_bytes(), log.read_bytes()
    with pytest.raises(LibraryNewer):
        Store.open(crashed, AT)
    assert (crashed.read_bytes(), log.read_bytes()) == before


@pytest.mark.parametrize("keep", [200, 4096, 5000, 100_000])
def test_a_truncated_library_is_refused_and_not_changed(tmp_path: Path, keep: int) -> None:
    opened(tmp_path).close()
    path = tmp_path / "test.factcheck"
    before = path.read_bytes()[:keep]
    path.write_bytes(before)
    with pytest.raises(Problem) as caught:
        Store.open(path, AT)
    assert caught.value.where == str(path)
    assert path.read_bytes() == before


def test_a_damaged_page_is_found_at_opening(tmp_path: Path) -> None:
    opened(tmp_path).close()
    path = tmp_path / "test.factcheck"
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'event'"
        ).fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : (page - 1) * 4096 + 200] = b"\x5a" * 200
    path.write_bytes(data)
    with pytest.raises(Problem, match="damaged"):
        Store.open(path, AT)
    assert path.read_bytes() == data


def test_folders_and_missing_files_are_refused_without_making_anything(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="a folder"):
        Store.open(tmp_path, AT)
    with pytest.raises(Problem, match="no library"):
        file.open_reader(tmp_path / "none" / "x.factcheck")
    with pytest.raises(Problem, match="a device or a pipe"):
        Store.open(Path(os.devnull), AT)
    (tmp_path / "a file").touch()
    with pytest.raises(Problem):
        Store.open(tmp_path / "a file" / "x.factcheck", AT)
    assert [one.name for one in tmp_path.iterdir()] == ["a file"]


def test_a_folder_that_may_only_be_read_is_refused_for_writing_and_read(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / "test.factcheck.lock").unlink()
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this user may write everywhere")
        with pytest.raises(Problem, match="may not be written"):
            Store.open(tmp_path / "test.factcheck", AT)
        with closing(file.open_reader(tmp_path / "test.factcheck")) as connection:
            assert Reader(connection).claim(1).number == 1
    finally:
        tmp_path.chmod(0o700)


def test_a_library_open_elsewhere_is_locked_until_its_holder_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "held.factcheck"
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(LibraryLocked, match="another window"):
            Store.open(path, AT)
        with closing(file.open_reader(path)) as connection:
            assert Reader(connection).article_rows() == []
        holder.kill()
    if os.name == "posix":
        assert holder.returncode == -signal.SIGKILL
    Store.open(path, AT).close()


def test_a_library_is_locked_under_each_of_its_names(tmp_path: Path) -> None:
    store = opened(tmp_path)
    link = tmp_path / "link.factcheck"
    try:
        link.symlink_to(tmp_path / "test.factcheck")
    except OSError:
        pytest.skip("no links on this system")
    with pytest.raises(LibraryLocked):
        Store.open(link, AT)
    store.close()


def test_a_refused_opening_lets_go_of_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "test.factcheck"
    opened(tmp_path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:5000])
    with pytest.raises(Problem):
        Store.open(path, AT)
    path.write_bytes(whole)
    Store.open(path, AT).close()


def test_another_program_that_writes_the_file_is_named_as_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "BUSY", 0.05)
    path = tmp_path / "test.factcheck"
    opened(tmp_path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryLocked, match="Another program"):
            Store.open(path, AT)


# ---------------------------------------------------------------- older libraries


def test_an_older_library_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.factcheck"
    other_sqlite(path, APPLICATION_ID, SCHEMA_VERSION - 1)
    with pytest.raises(Problem, match="older version"):
        file.open_reader(path)
    store = Store.open(path, AT)
    assert findings(store) == []
    assert store.connection.execute("SELECT COUNT(*) FROM recipe").fetchone() == (0,)
    store.close()
    kept = tmp_path / f"old.factcheck.before-version-{SCHEMA_VERSION}.20240501-090000"
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION - 1,)
        assert connection.execute("SELECT COUNT(*) FROM recipe").fetchone() == (0,)


def test_a_step_that_fails_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.factcheck"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE claim (in_the_way TEXT)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    with pytest.raises(Problem, match="claim already exists"):
        Store.open(path, AT)
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
        assert tables == [("claim",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)


def test_a_library_whose_file_is_gone_bad_meanwhile_is_no_bug(tmp_path: Path) -> None:
    opened(tmp_path).close()
    path = tmp_path / "test.factcheck"
    with closing(file.open_reader(path)) as connection:
        os.truncate(path, 4096)  # as a drive that was pulled out
        with pytest.raises(sqlite3.DatabaseError) as caught:
            Reader(connection).article(1)
        problem = file.out_of_reach(caught.value)
        assert problem is not None
        assert "could not be read" in problem.what
        assert "drive" in problem.kept
        with pytest.raises(sqlite3.OperationalError) as wrong:
            connection.execute("SELECT nothing FROM nowhere")
    assert file.out_of_reach(wrong.value) is None  # that is a bug of ours
    assert file.out_of_reach(OSError(errno.EIO, "I/O error")) is not None
    assert file.out_of_reach(FileNotFoundError(errno.ENOENT, "no such file")) is None
