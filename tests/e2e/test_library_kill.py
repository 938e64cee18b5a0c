"""Killed 200 times at random moments: nothing acknowledged is lost, nothing half-done remains."""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from factcheck_gui.library import file
from factcheck_gui.library.check import check
from factcheck_gui.library.store import Store
from tests.core.library_samples import AT, findings, opened

KILLS = 200
LONGEST = 0.04  # seconds from the start of a child, or from its first edit, to its end
PATIENCE = 30.0  # seconds; far more than opening a library takes
CHECK_EVERY = 25

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="Windows has no SIGKILL and no fork to make 200 of them cheap"
)


@contextmanager
def killed_writer(path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The process that starts children, and the end of the pipe where their edits are told."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    command = [sys.executable, "-m", "tests.e2e.killed_writer", str(path), str(writing)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, pass_fds=[writing],
        cwd=Path(__file__).parents[2],
    ) as process:  # fmt: skip
        os.close(writing)
        try:
            yield process, reading
        finally:
            os.close(reading)
            assert process.stdin is not None
            process.stdin.close()


def run_and_kill(
    process: subprocess.Popen[str], reading: int, first: int, after: float, *, opened: bool
) -> list[int]:
    """Starts a child and kills it ``after`` seconds; the edits that it said were saved.

    ``opened``: the seconds are counted from its first edit and not from its start.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{first}\n")
    process.stdin.flush()
    child = int(process.stdout.readline())
    if opened:
        assert select.select([reading], [], [], PATIENCE)[0]
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    assert int(process.stdout.readline()) == -signal.SIGKILL
    told = b""
    while part := _read(reading):
        told += part
    return [int(line) for line in told.split(b"\n")[:-1]]


def _read(reading: int) -> bytes:
    try:
        return os.read(reading, 65536)
    except BlockingIOError:
        return b""


def saved(connection: sqlite3.Connection, first: int) -> set[int]:
    """The edits from ``first`` on that the library holds; fails on half of one."""
    notes = {
        int(row[0])
        for row in connection.execute(
            "SELECT note FROM assessment WHERE CAST(note AS INT) >= ?", (first,)
        )
    }
    wordings = {
        int(row[0])
        for row in connection.execute(
            "SELECT json_extract(payload, '$.after.wording') AS w FROM event"
            " WHERE what = 'edit claim' AND CAST(w AS INT) >= ?", (first,)
        )
    }  # fmt: skip
    assert {one for one in notes if one % 5 == 0} == wordings
    return notes


@pytest.mark.slow
def test_200_kills_lose_nothing_acknowledged_and_leave_nothing_half_done(tmp_path: Path) -> None:
    path, moments = tmp_path / "test.factcheck", random.Random(KILLS)
    opened(tmp_path).close()
    acknowledged = 0
    with killed_writer(path) as (process, reading):
        for kill in range(1, KILLS + 1):
            first = kill * 1_000_000
            after, late = moments.uniform(0, LONGEST), kill % 2 == 0
            acks = run_and_kill(process, reading, first, after, opened=late)
            assert acks == list(range(first, first + len(acks)))
            with closing(file.open_reader(path)) as connection:
                held = saved(connection, first)
                # The edit that was being told when the end came may be there or not.
                assert set(acks) <= held <= {*acks, first + len(acks)}
                if kill % CHECK_EVERY == 0:
                    assert list(check(connection)) == []
            acknowledged += len(acks)
    store = Store.open(path, AT)
    assert findings(store) == []
    assert len(saved(store.connection, 1_000_000)) >= acknowledged >= KILLS // 2
    store.close()


NEW = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import sqlite_utils
from factcheck_gui.library.store import Store
print("ready", flush=True)
Store.open(Path(sys.argv[1]), datetime(2024, 5, 1, tzinfo=UTC))
"""


@pytest.mark.parametrize("after", [0.0, 0.004, 0.012, 0.03])
def test_a_library_whose_making_was_killed_opens_all_the_same(tmp_path: Path, after: float) -> None:
    path = tmp_path / "new.factcheck"
    with subprocess.Popen([sys.executable, "-c", NEW, str(path)], stdout=subprocess.PIPE) as making:
        assert making.stdout is not None
        making.stdout.readline()
        time.sleep(after)
        making.kill()
    store = Store.open(path, AT)
    assert findings(store) == []
    store.close()
