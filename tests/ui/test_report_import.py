"""A JSON report in the window: known among other files, read in the child process, merged in steps,
and what of it did not come in is said."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from factcheck_gui.domain import Problem
from factcheck_gui.library.store import Store
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.merge_dialog import MergeDialog
from tests.core.exchange_samples import desks
from tests.core.incoming_samples import changed, report_of, reviewed
from tests.core.library_samples import document, findings
from tests.ui.test_exchange_window import closed_dialogs, merged, words

__all__ = ["closed_dialogs"]  # a fixture that is used here as well


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Two articles, of which the first is reviewed."""
    (ada,) = desks(tmp_path_factory.mktemp("reports"), "Ada")
    reviewed(ada)
    other = document("The lighthouse was painted in 1999.", "light.txt")
    ada.store.add_article(other, ada.store.scale(1), "Ada", ada.clock())
    data = report_of(ada.store)
    ada.close()
    return data


def written(folder: Path, data: bytes) -> Path:
    path = folder / "report.json"
    path.write_bytes(data)
    return path


def test_a_report_is_known_among_files_and_comes_in(
    window: MainWindow, tmp_path: Path, report: bytes
) -> None:
    other = tmp_path / "articles.json"
    other.write_text(json.dumps([{"title": "a", "text": "The ferry sank in 1999, he said."}]))
    window.take_files([written(tmp_path, report)])
    (dialog,) = window.findChildren(MergeDialog)
    for _ in range(2000):
        QApplication.processEvents()
        if not dialog._running:
            break
    assert "The report is imported" in words(dialog)
    store = window.session.store
    assert store and store.reviewers()
    titles = {row.title for row in store.article_rows()}
    assert "The port" in titles
    assert findings(store) == []
    dialog.close()
    window.take_files([other])
    assert len(window.findChildren(MergeDialog)) == 1
    assert "a" in {row.title for row in store.article_rows()}


def test_what_does_not_come_in_is_said(window: MainWindow, tmp_path: Path, report: bytes) -> None:
    def wrong(data: dict[str, Any]) -> None:
        (bad,) = [one for one in data["articles"] if one["title"] != "The port"]
        bad["text"] += " And more."
        data["articles"][0]["mood"] = data["articles"][1]["mood"] = "good"

    dialog = merged(window, written(tmp_path, changed(report, wrong)))
    said = words(dialog)
    assert "ARTICLES NOT TAKEN IN" in said and ".text: This is not the text" in said
    assert "article.mood" in said
    assert window.session.store and findings(window.session.store) == []


def test_a_report_of_nothing_good_is_refused_with_its_reason(
    window: MainWindow, tmp_path: Path, report: bytes
) -> None:
    for number, (data, reason) in enumerate(
        (
            (changed(report, lambda data: data.update(version=2)), "newer version"),
            (report[:-50], "damaged"),
            (changed(report, lambda data: data.update(articles=[])), "no article"),
            (changed(report, lambda data: data.update(articles=[1])), "should be an object"),
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        window.merge_package(written(folder, data))
        QApplication.processEvents()
        assert window.notice.isVisible()
        assert reason in window.notice._text.text()


def test_an_import_that_is_cancelled_leaves_no_trace(
    window: MainWindow, tmp_path: Path, report: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = window.session.store
    assert store
    before = _counts(store)
    monkeypatch.setattr("factcheck_gui.exchanging.LONGEST", 0)
    window.merge_package(written(tmp_path, report))
    QApplication.processEvents()
    (dialog,) = window.findChildren(MergeDialog)
    assert dialog._running
    dialog.reject()
    QApplication.processEvents()
    assert not store.connection.in_transaction
    assert _counts(store) == before


def test_a_real_child_process_reads_it_and_can_be_stopped(
    window: MainWindow, tmp_path: Path, report: bytes
) -> None:
    tasks, exchange = Tasks(), window.exchange
    exchange._tasks = tasks
    arrived: list[object] = []
    refused: list[Problem] = []
    exchange.arrived.connect(arrived.append)
    exchange.refused.connect(refused.append)
    path = written(tmp_path, report)
    try:
        exchange.merge(path)
        assert tasks.busy
        exchange.cancel()
        assert not tasks.busy
        exchange.merge(path)
        _wait(arrived, refused)
        assert len(arrived) == 1 and not refused
    finally:
        tasks.close()


def _wait(arrived: list[object], refused: list[Problem]) -> None:
    until = time.monotonic() + 60  # seconds, of which a process needs some to start
    while not (arrived or refused) and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


def _counts(store: Store) -> list[int]:
    tables = ("article", "claim", "assessment", "event")
    return [
        store.connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables
    ]


def test_the_labels_of_what_is_said_are_plain_text(
    window: MainWindow, tmp_path: Path, report: bytes
) -> None:
    """A stranger's words are no markup."""

    def wrong(data: dict[str, Any]) -> None:
        data["articles"][0]["<b>bold</b>"] = 1

    dialog = merged(window, written(tmp_path, changed(report, wrong)))
    labels = [one for one in dialog.findChildren(QLabel) if "<b>" in one.text()]
    assert labels
    assert all(one.textFormat() == one.textFormat().PlainText for one in labels)
