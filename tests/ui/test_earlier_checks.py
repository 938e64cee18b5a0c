"""Earlier checks with real work beside the window: the child process, busy, cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck_gui import earlier_checks
from factcheck_gui.earlier_checks import EarlierChecks
from factcheck_gui.library.precedents import Earlier
from factcheck_gui.session import Session
from factcheck_gui.tasks import Job, Tasks
from tests.conftest import Clock
from tests.core import child_jobs
from tests.core.feed_samples import packed, review
from tests.core.library_samples import opened

Desk = tuple[Session, Tasks, EarlierChecks]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, clock: Clock) -> Iterator[Desk]:
    opened(tmp_path).close()
    session, tasks = Session(clock), Tasks()
    earlier = EarlierChecks(session, tasks)
    session.open_library(tmp_path / "test.factcheck")
    session.go_to(1)
    yield session, tasks, earlier
    tasks.close()
    session.close_library()


def file_of(folder: Path, count: int, claim: str) -> Path:
    path = folder / "feed.json"
    urls = (f"https://x.example/{n}" for n in range(count))
    path.write_bytes(packed([review(claimReviewed=f"{claim} {url[18:]}", url=url) for url in urls]))
    return path


def test_a_file_is_read_in_the_child_process_and_found_by_words_and_meaning(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    session, tasks, earlier = desk
    assert session.claim
    with qtbot.waitSignal(earlier.arrived) as arrived:
        earlier.take_in([file_of(tmp_path, 120, session.claim.text)])
    assert arrived.args[0].counts.new == 120
    with qtbot.waitSignal(earlier.found) as found:
        earlier.ask()
    key, checks = found.args
    assert key == session.claim.key
    assert len(checks) == 20
    assert not tasks.busy


def test_a_busy_child_process_is_not_waited_for(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    session, tasks, earlier = desk
    assert session.claim
    with qtbot.waitSignal(earlier.arrived):
        earlier.take_in([file_of(tmp_path, 3, session.claim.text)])
    tasks.submit(Job("long", child_jobs.hang, (), seconds=600))
    with qtbot.waitSignal(earlier.found) as found:
        earlier.ask()
    checks: list[Earlier] = found.args[1]
    assert len(checks) == 3
    assert tasks.busy


def test_what_was_cancelled_leaves_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, tasks, earlier = desk
    assert session.claim
    path = file_of(tmp_path, 90, session.claim.text)
    with monkeypatch.context() as slow:
        slow.setattr(earlier_checks, "read_feed", child_jobs.begin_feed)
        earlier.take_in([path])
    qtbot.waitUntil(lambda: bool(earlier.feeds()))
    assert [one.count for one in earlier.feeds()] == [40]
    with qtbot.waitSignal(earlier.changed):
        tasks.cancel()
    assert earlier.feeds() == []
    with qtbot.waitSignal(earlier.arrived) as arrived:
        earlier.take_in([path])
    assert arrived.args[0].counts.new == 90


def test_the_answer_is_for_the_claim_that_is_current(desk: Desk, qtbot: QtBot) -> None:
    session, _, earlier = desk
    with qtbot.waitSignal(earlier.found) as found:
        earlier.ask()
        earlier._timer.timeout.emit()  # the first question is on its way
        session.step(1)
        earlier.ask()
    assert session.claim
    assert found.args[0] == session.claim.key
