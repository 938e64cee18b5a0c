"""A copy of a library in use is whole; a copy that fails leaves what was there."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from factcheck_gui import jobs
from factcheck_gui.domain import LibraryLocked, Problem
from factcheck_gui.library import file
from factcheck_gui.library.store import Store
from tests.core.library_samples import AT, ME, everything, findings, opened, ticking


def test_a_copy_of_a_library_in_use_is_whole_and_opens(tmp_path: Path) -> None:
    store, copy = opened(tmp_path), tmp_path / "a copy é.factcheck"
    store.assess(1, ME, AT, {"verdict": "True"})
    copy.write_text("an older file in the way")
    jobs.copy(store.path, copy)
    assert everything(copy) == everything(store.path)
    store.assess(1, ME, AT, {"verdict": "False"})
    second = Store.open(copy, AT)
    assert (second.claim(1).verdict, findings(second)) == ("True", [])
    second.close()
    store.close()
    assert sorted(one.suffix for one in tmp_path.iterdir()) == [
        ".factcheck", ".factcheck", ".lock", ".lock",
    ]  # fmt: skip


def test_copies_made_while_verdicts_are_given_hold_whole_ones_only(tmp_path: Path) -> None:
    store, clock, stop = opened(tmp_path), ticking(), threading.Event()
    path, copies = store.path, []

    def copy_on_and_on() -> None:
        while not stop.is_set():
            target = tmp_path / f"copy-{len(copies)}.factcheck"
            with closing(file.open_reader(path)) as connection:
                file.copy_to(connection, target)
            copies.append(target)

    thread = threading.Thread(target=copy_on_and_on)
    thread.start()
    try:
        while len(copies) < 3:
            store.assess(1, ME, clock(), {"verdict": "True"})
            store.assess(1, ME, clock(), {"verdict": "False"})
    finally:
        stop.set()
        thread.join()
    store.close()
    for copy in copies:
        again = Store.open(copy, AT)
        assert findings(again) == []
        again.close()


def test_a_library_is_not_copied_onto_itself(tmp_path: Path) -> None:
    store = opened(tmp_path)
    (tmp_path / "inside").mkdir()
    for name in ("test.factcheck", "inside/../test.factcheck"):
        with pytest.raises(Problem, match="another name"):
            jobs.copy(store.path, tmp_path / name)
    assert store.claim(1).number == 1
    store.close()


def test_a_copy_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    (tmp_path / "folder").mkdir()
    for name in ("missing/copy.factcheck", "folder"):
        with pytest.raises(Problem, match="could not be written"):
            jobs.copy(store.path, tmp_path / name)
    assert not list(tmp_path.rglob("*.part"))
    store.close()


def test_a_damaged_library_is_not_copied_over_a_good_copy(tmp_path: Path) -> None:
    opened(tmp_path).close()
    path, copy = tmp_path / "test.factcheck", tmp_path / "copy.factcheck"
    copy.write_bytes(b"the good one")
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'event'"
        ).fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : (page - 1) * 4096 + 100] = b"\x5a" * 100
    path.write_bytes(data)
    with (
        closing(file.open_reader(path)) as reader,
        pytest.raises(Problem, match="damaged"),
    ):
        file.copy_to(reader, copy)
    assert copy.read_bytes() == b"the good one"
    assert not list(tmp_path.rglob("*.part"))


def test_a_copy_over_a_library_that_a_crash_left_is_the_copy(tmp_path: Path) -> None:
    store, target = opened(tmp_path), tmp_path / "target.factcheck"
    with closing(sqlite3.connect(target)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE older (x)")
        log = target.with_name(target.name + "-wal").read_bytes()
    target.with_name(target.name + "-wal").write_bytes(log)  # as a kill leaves it
    jobs.copy(store.path, target)
    assert everything(target) == everything(store.path)
    store.close()


def test_a_library_in_use_is_not_copied_over(tmp_path: Path) -> None:
    store, other = opened(tmp_path), Store.open(tmp_path / "other.factcheck", AT)
    before = everything(other.path)
    with pytest.raises(LibraryLocked):
        jobs.copy(store.path, other.path)
    assert everything(other.path) == before
    other.close()
    jobs.copy(store.path, other.path)
    assert everything(other.path) == everything(store.path)
    store.close()
