"""Importing as the window does it: a real child process, progress, cancel, hostile files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck_gui.domain import Problem
from factcheck_gui.importing import Importer, Summary
from factcheck_gui.session import Session
from factcheck_gui.tasks import Job, Tasks
from tests.conftest import Clock
from tests.core.web_samples import other_page, warc

TEXT = "The council spent ${n} million on roads in 2024, records show. The mayor denied it."


@pytest.fixture
def desk(qapp: object, tmp_path: Path, clock: Clock) -> Iterator[tuple[Session, Tasks, Importer]]:
    session, tasks = Session(clock), Tasks()
    session.open_library(tmp_path / "l.factcheck")
    yield session, tasks, Importer(session, tasks)
    tasks.close()
    session.close_library()


def write_many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:03}.txt").write_text(TEXT.replace("{n}", str(n + 1)), "utf-8")
    return folder


def write_long(path: Path, paragraphs: int) -> Path:
    """An article that keeps the finder busy for a while."""
    path.write_text("\n\n".join(TEXT.replace("{n}", str(n)) for n in range(paragraphs)), "utf-8")
    return path


def test_a_folder_comes_in_with_its_claims(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, tasks, importer = desk
    folder = write_many(tmp_path / "in", 12)
    (folder / "broken.txt").write_bytes(b"\x7fELF\x00\x01\x02\x00\x00")
    progress: list[str] = []
    tasks.progress.connect(lambda label, done, total: progress.append(label))
    with qtbot.waitSignal(importer.finished) as ended:
        importer.import_paths([folder])
    summary: Summary = ended.args[0]
    assert len(summary.added) == 12
    assert [Path(problem.where).name for problem in summary.refused] == ["broken.txt"]
    assert session.reader is not None
    rows = session.reader.article_rows()
    assert len(rows) == 12
    assert all(row.tally.claims >= 1 for row in rows)
    assert session.reader.unsearched() == []
    assert "000.txt" in progress


def test_cancel_keeps_what_is_whole_and_takes_it_up_again(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, tasks, importer = desk
    importer.import_paths([write_long(tmp_path / "long.txt", 250)])
    qtbot.waitUntil(lambda: session.claim is not None)
    with qtbot.waitSignal(importer.finished) as ended:
        tasks.cancel()
    assert ended.args[0].cancelled == 1
    assert session.reader is not None
    assert session.article is not None
    key = session.article.row.key
    assert session.reader.unsearched() == [key]
    found = len(session.reader.claim_keys(key))
    session.give_verdict(0)
    importer.find_again()
    qtbot.waitUntil(lambda: session.reader.unsearched() == [])  # type: ignore[union-attr]
    assert len(session.reader.claim_keys(key)) > found
    assert session.claim is not None
    assert session.claim.verdict == "True"


def die(_path: str) -> None:
    """A reader that a hostile file brings down."""
    os._exit(9)


def test_a_reader_that_dies_costs_one_file(
    desk: tuple[Session, Tasks, Importer], qtbot: QtBot
) -> None:
    _session, tasks, _importer = desk
    refused: list[Problem] = []
    done: list[object] = []
    tasks.submit(Job("bad.txt", die, ("bad.txt",), refused=refused.append))
    tasks.submit(Job("good.txt", len, ("good",), done=done.append))
    qtbot.waitUntil(lambda: bool(done))
    assert len(refused) == 1
    assert refused[0].where == "bad.txt"
    assert done == [4]


def test_a_bug_in_a_job_is_reported_and_the_next_goes_on(
    desk: tuple[Session, Tasks, Importer], qtbot: QtBot
) -> None:
    _session, tasks, _importer = desk
    failed: list[str] = []
    tasks.failed.connect(failed.append)
    done: list[object] = []
    tasks.submit(Job("x", int, ("not a number",)))
    tasks.submit(Job("y", len, ("good",), done=done.append))
    qtbot.waitUntil(lambda: bool(done))
    assert "ValueError" in failed[0]


def test_threads_answer_on_the_window_s_own_thread(
    desk: tuple[Session, Tasks, Importer], qtbot: QtBot
) -> None:
    import threading

    _session, tasks, _importer = desk
    where: list[tuple[int, int]] = []
    tasks.in_thread(threading.get_ident, lambda ident: where.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(where))
    worker, answer = where[0]
    assert answer == threading.get_ident()
    assert worker != answer


def test_what_was_meant_for_one_library_does_not_go_into_another(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, tasks, importer = desk
    importer.import_paths([write_long(tmp_path / "long.txt", 250), tmp_path / "missing.txt"])
    qtbot.waitUntil(lambda: session.claim is not None)
    session.open_library(tmp_path / "other.factcheck")
    assert not tasks.busy
    qtbot.wait(300)
    assert session.reader is not None
    assert session.reader.article_rows() == []
    session.open_library(tmp_path / "l.factcheck")
    importer.find_again()
    qtbot.waitUntil(lambda: session.reader.unsearched() == [])  # type: ignore[union-attr]


def test_emptying_the_trash_stops_what_was_found_in_it(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, tasks, importer = desk
    failed: list[str] = []
    tasks.failed.connect(failed.append)
    importer.import_paths([write_long(tmp_path / "long.txt", 250)])
    qtbot.waitUntil(lambda: session.claim is not None)
    assert session.article is not None
    session.trash(session.article.row.key)
    assert session.empty_trash() == 1
    with qtbot.waitSignal(importer.finished):
        pass
    assert session.reader is not None
    assert session.reader.article_rows() == []
    assert failed == []


def test_an_article_that_arrives_takes_nobody_away_from_their_typing(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, _tasks, importer = desk
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(TEXT.replace("{n}", "1"), "utf-8")
    second.write_text(TEXT.replace("{n}", "2"), "utf-8")
    with qtbot.waitSignal(importer.finished):
        importer.import_paths([first])
    here = session.claim
    assert here is not None
    importer.import_paths([second])
    session.type("reason", "half a sen")
    with qtbot.waitSignal(importer.finished):
        pass
    assert session.claim == here
    assert session.typed("reason") == "half a sen"
    assert session.reader is not None
    assert len(session.reader.article_rows()) == 2


def test_the_first_of_many_articles_has_its_claims_before_the_last_is_read(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, _tasks, importer = desk
    folder = write_many(tmp_path / "in", 6)
    known: list[int] = []

    def count(_claim: int) -> None:
        assert session.reader is not None
        known.append(len(session.reader.article_rows()))

    session.claim_chosen.connect(count)
    with qtbot.waitSignal(importer.finished):
        importer.import_paths([folder])
    assert known[-1] == 1


def test_a_batch_that_cannot_be_written_is_said_once_and_found_again_later(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, tasks, importer = desk
    failed: list[str] = []
    tasks.failed.connect(failed.append)
    importer.import_paths([write_long(tmp_path / "long.txt", 250)])
    qtbot.waitUntil(lambda: session.claim is not None)
    assert session.store is not None
    session.store.connection.execute("PRAGMA query_only = ON")  # as a full disk: no write succeeds
    with qtbot.waitSignal(importer.finished) as ended:
        pass
    summary: Summary = ended.args[0]
    assert len(summary.refused) == 1
    assert "not all its claims were found" in summary.refused[0].kept
    assert failed == []
    session.store.connection.execute("PRAGMA query_only = OFF")
    importer.find_again()
    qtbot.waitUntil(lambda: session.reader.unsearched() == [])  # type: ignore[union-attr]


def fail_to_take(_value: object) -> None:
    raise RuntimeError("a fault in what takes the answer")


def test_a_fault_in_one_answer_does_not_hold_up_the_next_job(
    desk: tuple[Session, Tasks, Importer], qtbot: QtBot
) -> None:
    _session, tasks, _importer = desk
    done: list[object] = []
    with qtbot.captureExceptions() as faults:
        tasks.submit(Job("x", len, ("one",), done=fail_to_take))
        tasks.submit(Job("y", len, ("good",), done=done.append))
        qtbot.waitUntil(lambda: bool(done))
    assert len(faults) == 1


def test_an_archive_that_comes_alone_is_asked_about(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, _tasks, importer = desk
    path = tmp_path / "pages.warc"
    path.write_bytes(warc({f"https://a.example/{n}": other_page(n) for n in (1, 2, 3)}))
    with qtbot.waitSignal(importer.asked) as asked:
        importer.import_paths([path])
    assert asked.args is not None
    found, parts, newer_of = asked.args
    assert (found, len(parts), newer_of) == (path, 3, 0)
    with qtbot.waitSignal(importer.finished) as ended:
        importer.import_parts(path, [parts[2].key, parts[0].key])
    assert len(ended.args[0].added) == 2
    assert session.reader is not None
    assert len(session.reader.article_keys()) == 2


def test_in_a_lot_the_main_text_is_taken_and_that_is_said(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    _session, _tasks, importer = desk
    folder = write_many(tmp_path / "in", 2)
    (folder / "pages.warc").write_bytes(
        warc({f"https://a.example/{n}": other_page(n) for n in (1, 2, 3)})
    )
    (folder / "picture.xyz").write_bytes(b"\x00")
    with qtbot.waitSignal(importer.finished) as ended:
        importer.import_paths([folder])
    summary: Summary = ended.args[0]
    assert (len(summary.added), summary.passed_over, summary.refused) == (3, 1, [])
    assert any(note.startswith("pages.warc: ") for note in summary.notes)


def test_a_newer_text_of_the_same_headline_is_a_version(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, _tasks, importer = desk
    first, second, other = (tmp_path / f"{name}.md" for name in "abc")
    head = "# The council spends more on roads\n\n"
    body = "\n\n".join(TEXT.replace("{n}", str(n)) for n in range(5))
    first.write_text(head + body, encoding="utf-8")
    second.write_text(head + body.replace("$3 million", "$30 million"), encoding="utf-8")
    other.write_text(head + "Nothing of this stands in it: cows graze on hills.", encoding="utf-8")
    with qtbot.waitSignal(importer.finished):
        importer.import_paths([first])
    with qtbot.waitSignal(importer.finished) as ended:
        importer.import_paths([second, other, first])
    summary: Summary = ended.args[0]
    assert (len(summary.newer), len(summary.added), len(summary.known)) == (1, 1, 1)
    assert any("other words" in note for note in summary.notes)
    assert session.reader is not None
    assert session.reader.version_shown(summary.newer[0]) == 2
    session.undo()
    assert session.reader.version_shown(summary.newer[0]) == 1


def test_what_is_cancelled_is_counted_and_nothing_is_half_there(
    desk: tuple[Session, Tasks, Importer], tmp_path: Path, qtbot: QtBot
) -> None:
    session, tasks, importer = desk
    folder = write_many(tmp_path / "in", 40)
    told: list[int] = []
    session.articles_added.connect(told.extend)
    importer.import_paths([folder])
    qtbot.waitUntil(lambda: session.article is not None)
    with qtbot.waitSignal(importer.finished) as ended:
        tasks.cancel()
    summary: Summary = ended.args[0]
    assert summary.cancelled > 0
    assert session.reader is not None
    rows = session.reader.article_rows()
    assert sorted(told) == sorted(row.key for row in rows) == sorted(summary.added)
    assert all(session.reader.article(row.key).text for row in rows)
