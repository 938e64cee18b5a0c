"""The whole job on the seed article, with real key presses on the real window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck_gui.reports.content import Choices
from factcheck_gui.ui.export_run import Wanted
from factcheck_gui.ui.main_window import MainWindow
from tests.ui.conftest import MakeWindow

Key = Qt.Key


def press(window: MainWindow, *keys: Qt.Key) -> None:
    """Presses keys where the focus is, as a person would."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window, key)
        QApplication.processEvents()


def type_text(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def numbers(window: MainWindow) -> list[int]:
    reader = window.session.reader
    assert reader is not None
    return [claim.number for claim in reader.claims(window.session.view)]


@pytest.fixture
def started(window: MainWindow) -> MainWindow:
    return window


def test_a_first_start_shows_the_seed_article_and_its_claims(started: MainWindow) -> None:
    session = started.session
    assert session.article is not None
    assert session.article.text.startswith("It has been nearly a month since Russia")
    assert "You Might Like" not in session.article.text
    assert len(session.view) >= 10
    assert session.claim is not None
    assert session.claim.number == 1
    assert session.claim.verdict is None


def test_the_main_job_from_import_to_report(
    started: MainWindow, make_window: MakeWindow, tmp_path: Path
) -> None:
    session = started.session
    # J and K walk, number keys judge.
    press(started, Key.Key_J, Key.Key_J, Key.Key_K)
    assert session.claim is not None
    assert session.claim.number == numbers(started)[1]
    press(started, Key.Key_5)
    assert session.claim.verdict == "False"
    press(started, Key.Key_J, Key.Key_3)
    assert session.claim.verdict == "Mixed"
    # A reason and a note; digits and letters in a field are text.
    press(started, Key.Key_R)
    type_text("Two of 3 sources say so, jk.")
    press(started, Key.Key_Escape, Key.Key_M)
    type_text("call back 555")
    press(started, Key.Key_Escape)
    third = session.claim.key
    # Undo takes the note, then the reason, then the verdict; redo brings them back.
    for _ in range(3):
        QTest.keyClick(started, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.claim.verdict is None
    for _ in range(3):
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(started, Key.Key_Z, modifiers)
    mine = session.own_assessment()
    assert mine is not None
    assert (mine.verdict, mine.reason, mine.note) == (
        "Mixed", "Two of 3 sources say so, jk.", "call back 555",
    )  # fmt: skip
    # Close, reopen, everything is there, at the same place.
    started.close()
    again = make_window()
    assert again.session.claim is not None
    assert again.session.claim.key == third
    assert again.review.reason.toPlainText() == "Two of 3 sources say so, jk."
    assert again.review.note.toPlainText() == "call back 555"
    # The report holds the reason and not the note.
    assert again.session.article is not None
    keys = (again.session.article.row.key,)
    for name in ("html", "csv", "json"):
        path = tmp_path / f"report.{name}"
        again.export(Wanted(name, Choices(only_reviewed=True), keys, path))
        QTest.qWait(10)
        text = path.read_text(encoding="utf-8")
        assert "Two of 3 sources say so, jk." in text
        assert "call back 555" not in text
    data = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [claim["verdict"] for claim in data["articles"][0]["claims"]] == ["False", "Mixed"]


def test_typing_is_a_draft_at_once_and_survives_a_crash(
    started: MainWindow, make_window: MakeWindow
) -> None:
    session = started.session
    press(started, Key.Key_R)
    type_text("half a thou")
    assert session.store is not None
    assert session.claim is not None
    session.save_drafts()
    assert session.store.drafts(session.claim.key, session.reviewer) == {"reason": "half a thou"}
    # A crash: nothing is finished, the file is simply left.
    session._typed.clear()
    session.store.close()
    session.store = session.reader = None
    again = make_window()
    assert again.review.reason.toPlainText() == "half a thou"


def test_paste_on_the_window_adds_an_article(started: MainWindow) -> None:
    data = QMimeData()
    data.setText("Crime fell by 12 percent in 2019, the mayor said. It was a warm day.")
    QGuiApplication.clipboard().setMimeData(data)
    started.library.view.setFocus()
    QTest.keyClick(started.library.view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert started.session.article is not None
    assert started.session.article.text.startswith("Crime fell by 12 percent")
    assert started.session.article.row.tally.claims >= 0
    assert started.library.model.rowCount() == 2


def test_files_given_to_the_window_are_taken_and_refused_by_name(
    started: MainWindow, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.md", tmp_path / "bad.pdf"
    good.write_text("# Rents fell\n\nRents fell by 12% in 2025, the council said.\n", "utf-8")
    bad.write_bytes(b"%PDF-1.7\n\x00\x00")
    started.importer.import_paths([good, bad])
    assert started.session.article is not None
    assert started.session.article.row.title == "Rents fell"
    assert "bad.pdf" in started.notice._text.text()
    assert started.notice.isVisible()


def test_the_same_article_twice_is_one(started: MainWindow, seed: Path) -> None:
    started.importer.import_paths([seed])
    assert started.library.model.rowCount() == 1


def test_a_drop_of_a_file_imports_it(started: MainWindow, tmp_path: Path) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QDropEvent

    path = tmp_path / "dropped.txt"
    path.write_text("The bridge cost $4 million, the council said on Monday.", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    started.dropEvent(event)
    assert started.session.article is not None
    assert started.session.article.row.source_name == "dropped.txt"


def test_dismissing_and_bringing_back(started: MainWindow) -> None:
    session = started.session
    assert session.reader is not None
    first, before = session.view[0], len(session.view)
    press(started, Key.Key_X)
    assert len(session.view) == before - 1
    assert session.claim is not None
    assert session.claim.key != first
    session.show_claims("dismissed")
    session.choose_claim(first)
    press(started, Key.Key_B)
    assert session.reader.claim(first).dismissed is None


def test_a_claim_from_a_selection(started: MainWindow) -> None:
    session = started.session
    assert session.article is not None
    word = "steel mill in Mariupol"
    start = session.article.text.index(word)
    place = started.reader._display.to_qt
    started.reader.edit.put_cursor(place(start + len(word)), place(start))
    press(started, Key.Key_C)
    assert session.claim is not None
    assert session.claim.text == word
    assert session.claim.origin == "reviewer"


def test_bulk_dismissal_is_one_step_to_undo(started: MainWindow) -> None:
    session = started.session
    count = len(session.view)
    assert session.dismiss_all(list(session.view)) == count
    assert len(session.view) == 0
    session.undo()
    session.show_claims()
    assert len(session.view) == count


def test_trash_and_restore(started: MainWindow) -> None:
    session = started.session
    assert session.article is not None
    assert session.reader is not None
    key = session.article.row.key
    started.trash_article()
    assert session.article is None
    assert started.library.model.rowCount() == 0
    session.restore(key)
    assert started.library.model.rowCount() == 1


def test_a_second_window_may_read_only(started: MainWindow, tmp_path: Path) -> None:
    from factcheck_gui.session import Session

    second = Session()
    second.open_library(tmp_path / "library.factcheck", read_only=True)
    problems: list[object] = []
    second.problem.connect(problems.append)
    assert second.reader is not None
    second.open_article(second.reader.article_rows()[0].key)
    second.give_verdict(0)
    assert len(problems) == 1
    assert second.claim is not None
    assert second.claim.verdict is None
    second.close_library()
