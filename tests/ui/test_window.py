"""The window between its panes: nothing stale is shown, nothing typed is lost or given to another
claim, nothing is undone that was not meant, and what is closed is gone."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from factcheck_gui.domain import Problem, Reviewer, Span
from factcheck_gui.library.store import Store
from factcheck_gui.settings import Settings
from factcheck_gui.ui import errors
from factcheck_gui.ui.details_dialog import DetailsDialog
from factcheck_gui.ui.dialogs import AboutDialog, ShortcutsDialog
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.palette import Palette
from tests.ui.conftest import MakeWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OTHER = "The council spent $3 million on roads in 2024, records show."


def refuse_writes(window: MainWindow, refused: bool = True) -> None:
    """As on a full disk: no write to the library succeeds."""
    store = window.session.store
    assert store is not None
    store.connection.execute(f"PRAGMA query_only = {int(refused)}")


def add_other(window: MainWindow, tmp_path: Path) -> int:
    """A second article, which is opened; its row id."""
    path = tmp_path / "other.txt"
    path.write_text(OTHER, "utf-8")
    window.importer.import_paths([path])
    assert window.session.article is not None
    return window.session.article.row.key


def current(window: MainWindow) -> int:
    assert window.session.claim is not None
    return window.session.claim.key


def let_go() -> None:
    """Deletes what waits to be deleted."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# ---------------------------------------------------------------- what the panes show


def test_the_chips_follow_where_the_list_is_taken(window: MainWindow) -> None:
    session = window.session
    first = current(window)
    session.dismiss()
    window.claims.show_all()
    session.show_claims("dismissed", by_score=True)
    assert window.claims.asked() == ("dismissed", "worth", "")
    session.choose_claim(first)
    session.bring_back()
    session.show_claims("open", text="nothing has this word")
    assert window.claims.asked() == ("open", "article", "nothing has this word")
    assert session.article is not None
    session.go_to(session.article.row.key, first)
    assert window.claims.asked() == ("all", "article", "")
    assert window.claims.view.current_key() == first


def test_letters_in_the_filter_stay_while_claims_are_found(window: MainWindow) -> None:
    window.claims.field.setFocus()
    QTest.keyClicks(window.claims.field, "mill")
    window.session.view_changed.emit()
    assert window.claims.field.text() == "mill"


def test_new_details_keep_the_filter_the_claim_and_the_place(window: MainWindow) -> None:
    session = window.session
    assert session.article is not None
    session.show_claims("open")
    session.choose_claim(session.view[-1])
    here = current(window)
    place = window.reader.reading_offset()
    assert place > 0
    session.edit_article(session.article.row.key, {"title": "A headline", "site": "example.org"})
    assert window.claims.asked()[0] == session.chip == "open"
    assert window.reader._marks.current == here
    assert abs(window.reader.reading_offset() - place) < 200


def test_an_empty_library_shows_nothing_of_the_one_before(
    window: MainWindow, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.factcheck"
    Store.open(empty, window.session.clock()).close()  # it is there: no first start, no seed
    assert window.libraries.open(empty)
    assert window.claims.model.rowCount() == 0
    assert window.library.model.rowCount() == 0
    assert window.centre.currentWidget() is window.nothing
    assert window.review._pages.currentWidget() is window.review._empty
    window.grab()  # paints: nothing reads the closed library


def test_a_click_on_the_open_article_keeps_the_claim(window: MainWindow) -> None:
    session = window.session
    assert session.article is not None
    session.choose_claim(session.view[3])
    window.library.article_chosen.emit(session.article.row.key)
    assert current(window) == session.view[3]


def test_an_article_with_nothing_at_work_is_not_said_to_be_searched(window: MainWindow) -> None:
    session, store = window.session, window.session.store
    assert store is not None
    key = add_text_without_claims(window)
    store.connection.execute("UPDATE version SET finder = '' WHERE article_id = ?", (key,))
    session.close_article()
    session.open_article(key)
    assert "Looking for claims" not in window.claims.empty.words()


def add_text_without_claims(window: MainWindow) -> int:
    window.importer.import_text("Good morning!")
    assert window.session.article is not None
    assert window.session.article.text == "Good morning!"
    return window.session.article.row.key


def test_a_claim_is_not_contested_by_one_that_is_none(window: MainWindow) -> None:
    session, store = window.session, window.session.store
    assert store is not None
    assert session.article is not None
    first, second = session.view[:2]
    store.connection.execute("DELETE FROM contested")
    store.link_contested([(first, second, "another figure")])
    session.choose_claim(second)
    session.dismiss()
    assert store.claim(first).contested_by == ()
    assert store.claim_counts(session.article.row.key)["contested"] == 0
    session.undo()
    assert store.claim(first).contested_by == (store.claim(second).number,)


def test_a_claim_that_loses_a_part_loses_its_mark_too(window: MainWindow) -> None:
    session, store = window.session, window.session.store
    assert store is not None
    key = current(window)
    first = store.claim(key).spans[0]
    parts = [Span(first.start, first.start + 10), Span(first.end + 20, first.end + 30)]
    session._record("two parts", store.move_claim(key, parts, session.reviewer, session.clock()))
    assert len(window.reader._marks.index.parts(key)) == 2
    session.undo()
    assert [(one.start, one.end) for one in window.reader._marks.index.parts(key)] == [
        (first.start, first.end)
    ]


# ---------------------------------------------------------------- verdict buttons


def test_a_verdict_that_was_not_written_is_not_shown(window: MainWindow) -> None:
    refuse_writes(window)
    button = window.review.verdicts.buttons[1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isChecked()
    assert window.notice.isVisible()
    refuse_writes(window, False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()


def test_what_is_no_claim_takes_no_verdict(window: MainWindow) -> None:
    session = window.session
    first = current(window)
    session.dismiss()
    assert session.article is not None
    session.go_to(session.article.row.key, first)
    assert not window.review.verdicts.isEnabled()
    session.bring_back()
    assert window.review.verdicts.isEnabled()


# ---------------------------------------------------------------- typing


def test_undo_in_a_field_does_not_bring_back_what_was_typed_on_another_claim(
    window: MainWindow,
) -> None:
    for field in (window.review.reason, window.review.claimant):
        session = window.session
        session.choose_claim(session.view[0])
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Key.Key_Delete)
        session.finish_typing()
        session.choose_claim(session.view[1])
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Key.Key_Delete)
        session.finish_typing()
        QTest.keyClicks(field, "mine")
        for _ in "mine":
            QTest.keyClick(field, Key.Key_Backspace)
        session.choose_claim(session.view[0])
        field.setFocus()
        QTest.keyClick(field, Key.Key_Z, Modifier.ControlModifier)
        assert (field.toPlainText() if field is window.review.reason else field.text()) == ""


def test_text_that_could_not_be_saved_stays_in_its_field_and_on_its_claim(
    window: MainWindow,
) -> None:
    session, reason = window.session, window.review.reason
    first = current(window)
    reason.setFocus()
    QTest.keyClicks(reason, "half a thought")
    refuse_writes(window)
    session.step(1)
    assert reason.toPlainText() == ""
    assert "Saving" in window.status._saved.text()
    session.choose_claim(first)
    assert reason.toPlainText() == "half a thought"
    refuse_writes(window, False)
    session.finish_typing()
    assert "saved" in window.status._saved.text()


def test_a_window_whose_text_is_not_saved_asks_before_it_closes(window: MainWindow) -> None:
    window.review.reason.setFocus()
    QTest.keyClicks(window.review.reason, "half a thought")
    refuse_writes(window)
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.Cancel).click()

    QTimer.singleShot(50, answer)
    window.close()
    assert len(asked) == 1
    assert window.isVisible()
    assert window.review.reason.toPlainText() == "half a thought"
    refuse_writes(window, False)
    window.close()
    assert not window.isVisible()


def test_another_reviewer_sees_none_of_the_first_one_s_words(window: MainWindow) -> None:
    session, reason = window.session, window.review.reason
    reason.setFocus()
    QTest.keyClicks(reason, "the first one said")
    session.set_reviewer(Reviewer("Bo", "second"))
    assert reason.toPlainText() == ""
    QTest.keyClick(reason, Key.Key_Z, Modifier.ControlModifier)
    assert reason.toPlainText() == ""
    session.finish_typing()
    assert session.own_assessment() is None
    session.set_reviewer(Reviewer("Reviewer 1"))
    assert reason.toPlainText() == "the first one said"


# ---------------------------------------------------------------- undo, trash, places


def test_undo_beside_the_trashed_article_restores_that_article(
    window: MainWindow, tmp_path: Path
) -> None:
    session = window.session
    assert session.article is not None
    seed = session.article.row.key
    other = add_other(window, tmp_path)
    window.trash_article()
    session.open_article(seed)
    session.give_verdict(2)
    window.notice._action.click()
    assert session.article is not None
    assert session.article.row.key == other
    session.open_article(seed)
    assert session.reader is not None
    assert session.reader.claim(session.view[0]).verdict == "Mixed"


def test_a_start_does_not_open_what_lies_in_the_trash(
    window: MainWindow, make_window: MakeWindow
) -> None:
    window.close()
    second = make_window()  # remembers the article as its last place
    assert second.session.article is not None
    second.trash_article()
    second.close()
    assert make_window().session.article is None


def test_the_place_in_a_library_is_remembered_when_another_is_opened(
    window: MainWindow, tmp_path: Path
) -> None:
    session = window.session
    session.choose_claim(session.view[4])
    here = current(window)
    window.libraries.open(tmp_path / "second.factcheck")
    window.libraries.open(tmp_path / "library.factcheck")
    assert current(window) == here


def test_a_library_that_is_missing_is_said_to_be_and_not_made_anew(
    window: MainWindow, tmp_path: Path
) -> None:
    gone = tmp_path / "drive" / "gone.factcheck"
    window.settings.library = gone
    window.libraries.open_first(None)
    assert "no library at this place" in window.notice._text.text()
    assert not gone.parent.exists()
    assert window.session.path is not None  # the user's own was opened
    window.recent.aboutToShow.emit()
    next(one for one in window.recent.actions() if one.text() == str(gone)).trigger()
    assert not gone.parent.exists()


def test_the_last_library_is_known_from_every_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(tmp_path / "s.ini")
    settings.library = Path("mine.factcheck")
    assert settings.library == tmp_path / "mine.factcheck"
    assert settings.recent == [tmp_path / "mine.factcheck"]


# ---------------------------------------------------------------- dropping


def dropped(data: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, data,
        Qt.MouseButton.LeftButton, Modifier.ShiftModifier,
    )  # fmt: skip


def test_a_dropped_file_is_copied_never_moved(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "dropped.txt"
    path.write_text(OTHER, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = dropped(data)
    event.setDropAction(Qt.DropAction.MoveAction)
    window.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.CopyAction
    entered = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Modifier.ShiftModifier,
    )  # fmt: skip
    window.dragEnterEvent(entered)
    assert entered.isAccepted()
    assert entered.dropAction() == Qt.DropAction.CopyAction


def test_a_file_is_not_dropped_into_a_field_but_a_link_is(
    window: MainWindow, tmp_path: Path
) -> None:
    data, link = QMimeData(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    link.setUrls([QUrl("https://example.org/a")])
    link.setText("https://example.org/a")
    assert not window.review.reason.canInsertFromMimeData(data)
    assert window.review.reason.canInsertFromMimeData(link)


# ---------------------------------------------------------------- dialogs


def test_closed_dialogs_are_gone(window: MainWindow, qtbot: QtBot) -> None:
    for show, kind in (
        (window.show_palette, Palette),
        (window.show_shortcuts, ShortcutsDialog),
        (window.show_about, AboutDialog),
    ):
        show()
        for box in window.findChildren(kind):
            box.reject()
        let_go()
        assert window.findChildren(kind) == []
    QTimer.singleShot(50, lambda: QApplication.activeModalWidget().reject())
    window.edit_details()
    let_go()
    assert window.findChildren(DetailsDialog) == []


def test_an_answer_that_comes_after_the_box_was_closed_is_dropped(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_search()
    box = window.findChild(Palette)
    assert box is not None
    QTest.keyClicks(box._field, "Olenivka")
    box._ask()
    box.reject()
    let_go()
    QTest.qWait(200)
    assert window.findChildren(Palette) == []


def test_a_date_is_taken_in_one_form_only(window: MainWindow) -> None:
    assert window.session.article is not None
    box = DetailsDialog(window.session.article, parent=window)
    for text, fine in (("2022-07-29", True), ("20220729", False), ("2022-W30-5", False)):
        box._fields["published"].setText(text)
        assert (box._what_is_wrong() == "") is fine
    box.deleteLater()


def test_a_fault_is_shown_also_where_no_window_is_active(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    errors.report("Traceback: a fault of this test")
    boxes = [one for one in qapp.topLevelWidgets() if isinstance(one, QMessageBox)]
    assert [one.isVisible() for one in boxes] == [True]
    boxes[0].close()
    let_go()
    assert not errors._shown


def test_a_drive_that_is_gone_is_told_calmly_and_is_no_fault_of_the_app(
    window: MainWindow, qtbot: QtBot
) -> None:
    lost = OSError(errno.EIO, "Input/output error")
    errors._hook(OSError, lost, None)  # as Qt calls it where nobody caught it
    assert window.notice.isVisible()
    assert "Look whether its drive is still there" in window.notice._text.text()
    window.notice.hide()

    def read() -> None:
        raise lost

    told: list[Problem] = []
    window.tasks.in_thread(read, refused=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert "could not be read" in told[0].what
    assert not errors._shown


def test_the_question_for_the_name_goes_when_the_settings_have_answered(
    window: MainWindow,
) -> None:
    assert window.question.isVisible()

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        box._name.setText("Ada")  # type: ignore[attr-defined]  # the settings dialog
        box.accept()  # type: ignore[attr-defined]

    QTimer.singleShot(50, answer)
    window.show_settings()
    assert not window.question.isVisible()
    assert window.session.reviewer.name == "Ada"


def test_an_emptied_name_in_the_settings_changes_nobody(window: MainWindow) -> None:
    window.session.set_reviewer(Reviewer("Ada"))

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        box._name.clear()  # type: ignore[attr-defined]  # the settings dialog
        box.accept()  # type: ignore[attr-defined]

    QTimer.singleShot(50, answer)
    window.show_settings()
    assert window.session.reviewer.name == "Ada"


def test_an_article_that_arrives_waits_behind_a_dialog(window: MainWindow) -> None:
    here = current(window)

    def answer() -> None:
        window.importer.import_text(OTHER)
        box = QApplication.activeModalWidget()
        assert box is not None
        box.accept()  # type: ignore[attr-defined]  # the question for a reason

    QTimer.singleShot(50, answer)
    window.dismiss_why()
    assert window.library.model.rowCount() == 2
    assert window.session.reader is not None
    assert window.session.reader.claim(here).dismissed == ""


def test_a_long_sentence_pushes_nothing_out_of_the_status_bar(window: MainWindow) -> None:
    window.resize(1024, 640)
    window.tasks.progress.emit("a name " * 60, 1, 10)
    window.session.told.emit("Saved: /home/" + "x" * 300)
    QTest.qWait(20)
    assert window.status._file.geometry().right() <= window.width()
    assert window.status._work.geometry().right() <= window.status._file.geometry().left()


def test_what_looks_like_a_tag_is_text(window: MainWindow) -> None:
    session = window.session
    session.type("wording", "<b>bold</b> words")
    session.finish_typing()
    window.review.tabs.setCurrentWidget(window.review.history)
    item = window.review.history.steps.item(0)
    assert "&lt;b&gt;" in item.toolTip()
    window.tasks.progress.emit("<i>file</i>.txt", 1, 10)
    assert window.status._label.textFormat() == Qt.TextFormat.PlainText


def test_the_filter_of_articles_knows_large_and_small_letters_of_every_script(
    window: MainWindow,
) -> None:
    window.importer.import_text("Über Zürich fiel im Jahr 2024 kein Schnee, sagte die Stadt.")
    assert window.session.reader is not None
    for text in ("ÜBER ZÜRICH", "über zürich", "Über"):
        assert len(window.session.reader.article_keys(text)) == 1
