"""Packages in the window: what is asked, what is written, what comes back and how it is told."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from factcheck_gui import jobs
from factcheck_gui.domain import Problem, Reviewer
from factcheck_gui.library.store import Store
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.merge_dialog import MergeDialog
from factcheck_gui.ui.package_dialog import PackageDialog, Wanted
from tests.core.library_samples import AT, dice, findings


@pytest.fixture(autouse=True)
def closed_dialogs(qapp: QApplication) -> Iterator[None]:
    """An open dialog would hold up the next test's window."""
    yield
    while (dialog := qapp.activeModalWidget()) is not None:
        dialog.close()


def package(window: MainWindow, out: Path, *, blind: bool = False) -> Path:
    article = window.session.article
    assert article
    window.package(Wanted([article.row.key], blind, False, out))
    QApplication.processEvents()
    assert out.exists()
    return out


def colleague(folder: Path, pack: Path, verdict: str, reason: str) -> Path:
    """A package from somebody who has judged the first claim of ours."""
    from factcheck_gui.library.merging import merge

    at, by = AT, Reviewer("Bo", "second")
    store = Store.open(folder / "bo.factcheck", at, dice(41))
    merge(store, jobs.read_package(pack, at), by.name, at)
    claim = store.claim_keys(1)[0]
    store.assess(claim, by, at, {"verdict": verdict, "free_text": False, "reason": reason})
    store.close()
    out = folder / "bo.factpack"
    jobs.package(folder / "bo.factcheck", [1], blind=False, notes=False, out=out, at=at)
    return out


def merged(window: MainWindow, path: Path) -> MergeDialog:
    window.merge_package(path)
    for _ in range(2000):
        QApplication.processEvents()
        (dialog,) = window.findChildren(MergeDialog)[-1:]
        if not dialog._running:
            return dialog
        time.sleep(0.001)
    raise AssertionError("the merge does not end")


def words(dialog: MergeDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_what_a_package_holds_is_asked_and_said(window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    assert session.reader
    dialog = PackageDialog(session.reader, session.article, window.settings, window)
    dialog.file.line.setText(str(tmp_path / "mine"))
    wanted = dialog.wanted()
    assert session.article
    assert wanted == Wanted([session.article.row.key], False, False, tmp_path / "mine.factpack")
    dialog._kind.button(2).setChecked(True)
    assert dialog.wanted().blind
    assert "verdicts, reasons, notes" in dialog._told.text().partition("Not inside")[2]
    dialog.model.tick(False)
    assert not dialog._write.isEnabled()
    index = dialog.model.index(0, 0)
    dialog.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert dialog._write.isEnabled()
    dialog.deleteLater()


def test_a_colleagues_verdict_comes_in_and_what_is_to_settle_is_said(
    window: MainWindow, tmp_path: Path
) -> None:
    session = window.session
    session.choose_claim(session.view[0])
    session.give_verdict(0)
    labels = session.scale.labels if session.scale else ()
    pack = colleague(tmp_path, package(window, tmp_path / "a.factpack"), labels[-1].text, "No.")
    dialog = merged(window, pack)
    said = words(dialog)
    assert "Nothing that was here was overwritten" in said
    assert session.reader
    article = session.article
    assert article
    assert session.reader.claim_counts(article.row.key)["disputed"] == 1
    window._show_disagreements(article.row.key)
    assert session.chip == "disputed"
    assert len(session.view) == 1
    dialog.close()
    session.undo()  # what was done before the merge and nobody else touched
    own = session.own_assessment()
    assert own is not None and own.verdict is None
    assert "was here already" in words(merged(window, pack))


def test_what_cannot_be_undone_after_a_merge_is_said(window: MainWindow, tmp_path: Path) -> None:
    session, pack = window.session, tmp_path / "bo.factpack"
    claim = session.view[0]
    assert session.path
    copy = jobs.copy(session.path, tmp_path / "bo.factcheck")
    other = Store.open(copy, AT, dice(43))
    other.edit_claim(claim, {"wording": "It fell."}, Reviewer("Bo"), AT)
    other.close()
    jobs.package(copy, [1], blind=False, notes=False, out=pack, at=AT)
    session.choose_claim(claim)
    session.give_verdict(0)
    session.type("wording", "It rose.")
    session.finish_typing()
    assert "cannot be undone any more" in words(merged(window, pack))
    session.undo()
    own = session.own_assessment()
    assert own is not None and own.verdict is None
    assert session.history.undo_label == ""
    assert session.claim and session.claim.wording
    assert session.store
    assert findings(session.store) == []


def test_a_copied_library_is_merged_as_well(window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    assert session.path
    copy = jobs.copy(session.path, tmp_path / "copy.factcheck")
    store = Store.open(copy, AT, dice(43))
    claim = store.claim_keys(1)[0]
    verdict = store.scale(1).labels[0].text
    store.assess(claim, Reviewer("Bo"), AT, {"verdict": verdict, "free_text": False})
    store.close()
    session.choose_claim(session.view[1])
    session.give_verdict(1)  # both have gone on in the same chain
    assert "Nothing that was here" in words(merged(window, copy))
    assert session.store
    given = session.store.standing(session.view[0])
    assert [(one.reviewer, one.verdict) for one in given] == [("Bo", verdict)]
    assert findings(session.store) == []


def test_a_broken_package_changes_nothing(window: MainWindow, tmp_path: Path) -> None:
    pack = package(window, tmp_path / "a.factpack")
    data = pack.read_bytes()
    pack.write_bytes(data[: len(data) // 2])  # one byte changed may lie where no value is
    window.merge_package(pack)
    QApplication.processEvents()
    assert window.notice.isVisible()
    assert "damaged" in window.notice._text.text()


def test_a_merge_that_is_cancelled_leaves_no_trace(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, label = window.session, window.session.scale
    assert label
    pack = colleague(
        tmp_path, package(window, tmp_path / "a.factpack"), label.labels[0].text, "Yes."
    )
    monkeypatch.setattr("factcheck_gui.exchanging.LONGEST", 0)
    window.merge_package(pack)
    QApplication.processEvents()
    (dialog,) = window.findChildren(MergeDialog)
    assert dialog._running
    dialog.reject()
    QApplication.processEvents()
    assert session.store
    assert not session.store.connection.in_transaction
    assert session.store.standing(session.view[0]) == []
    assert findings(session.store) == []


def test_a_dropped_package_is_merged_not_read_as_an_article(
    window: MainWindow, tmp_path: Path
) -> None:
    pack = package(window, tmp_path / "a.factpack")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pack))])
    event = QDropEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    QApplication.processEvents()
    assert window.findChildren(MergeDialog)


def test_nothing_is_merged_while_articles_are_read(window: MainWindow, tmp_path: Path) -> None:
    pack = shutil.copy(package(window, tmp_path / "a.factpack"), tmp_path / "b.factpack")
    refused: list[Problem] = []
    window.exchange.refused.connect(refused.append)
    busy = type("Busy", (Tasks,), {"busy": True})(inline=True)
    window.exchange._tasks = busy
    window.exchange.merge(Path(pack))
    assert "being read" in refused[0].what
