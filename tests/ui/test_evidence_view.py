"""The evidence tab, citing, sign-off and corrections on the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck_gui.domain import Document, Evidence, Span
from factcheck_gui.library import readiness
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.signing_dialogs import CorrectionDialog, SignOffDialog
from tests.core.library_samples import SCALE
from tests.ui.conftest import MakeWindow

Key = Qt.Key


def only(window: MainWindow) -> Evidence:
    (one,) = window.session.evidence()
    return one


def typed(window: MainWindow, title: str = "Port statistics") -> None:
    QTest.keyClick(window, Key.Key_E)
    QTest.keyClicks(window.review.evidence.editor.source, title)
    window.session.finish_typing()


def test_nothing_is_written_until_something_is_said(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_E)
    editor = window.review.evidence.editor
    assert editor.isVisible()
    assert QApplication.focusWidget() is editor.source
    QTest.keyClick(editor.source, Key.Key_Escape)
    assert not editor.isVisible()
    assert window.session.evidence() == []


def test_evidence_is_typed_saved_and_undone(window: MainWindow) -> None:
    typed(window)
    editor, session = window.review.evidence.editor, window.session
    QTest.keyClicks(editor.quote, "39,800 crates")
    editor.set_stance("refutes")
    QTest.keyClicks(editor.source_lines["publisher"], "Port of Aldmoor")
    session.finish_typing()
    one = only(window)
    assert (one.stance, one.quote) == ("refutes", "39,800 crates")
    assert one.source is not None
    assert (one.source.title, one.source.publisher) == ("Port statistics", "Port of Aldmoor")
    assert one.read_on == session.clock().astimezone().date().isoformat()
    tab = window.review.tabs.tabText(window.review.tabs.currentIndex())
    assert tab == "Evidence 1"
    assert window.review.evidence.count.text() == "1 independent source"
    (row,) = window.review.evidence.rows.values()
    assert "refutes" in row.accessibleName()
    assert "Port of Aldmoor" in row.accessibleName()
    while session.evidence():
        session.undo()
    assert not editor.isVisible()
    session.redo()
    assert len(session.evidence()) == 1


def test_a_day_that_is_none_is_kept_and_marked_whenever_it_is_shown(window: MainWindow) -> None:
    typed(window)
    editor, session = window.review.evidence.editor, window.session
    day = editor.source_lines["published"]
    assert not editor.wrong.isVisible()
    for text, fine in (("2024-02-30", False), ("2024-02", True), ("2024", True), ("May", False)):
        day.clear()
        QTest.keyClicks(day, text)
        day.editingFinished.emit()
        assert editor.wrong.isVisible() is not fine
        assert (day.property("look") == "wrong") is not fine
    assert "Date of the source" in editor.wrong.text()
    QTest.keyClicks(editor.read_on, "x")
    editor.read_on.editingFinished.emit()
    assert "Date of the source, Date read" in editor.wrong.text()
    session.finish_typing()
    first, key = only(window), editor.key
    assert first.source and first.source.published == "May"  # kept as it was typed
    editor.show_evidence(None)
    assert not editor.wrong.isVisible()
    editor.show_evidence(first)
    assert (editor.key, editor.wrong.isVisible(), editor.more.isChecked()) == (key, True, True)


def test_what_is_typed_survives_a_crash(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    session = window.session
    typed(window)
    QTest.keyClicks(window.review.evidence.editor.answer, "half a sent")
    session.save_drafts()
    assert session.reader is not None
    fields = [draft[2] for draft in session.reader.left_drafts()]
    assert fields == [f"evidence {only(window).key} answer"]
    claim = session.claim
    session._typed.clear()  # as if the process had died here
    session.close_library()
    window.libraries.open(tmp_path / "library.factcheck")
    assert claim is not None
    assert session.reader is not None
    assert [one.answer for one in session.reader.evidence(claim.key)] == ["half a sent"]
    assert session.reader.left_drafts() == []


def test_a_draft_that_cannot_be_written_hinders_no_other(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    session, store = window.session, window.session.store
    assert store is not None
    assert session.article is not None
    first, second = session.view[0], session.view[1]
    other, _ = store.add_article(Document("A claim."), SCALE, "Ada", session.clock())
    added = store.add_claim(store.article(other), [Span(0, 8)], session.reviewer, session.clock())
    for claim in (added.claim, first, second):
        assert claim is not None
        store.save_draft(claim, session.reviewer, session.clock(), "reason", "half a sent")
    store.sign_off(other, session.reviewer, session.clock())
    session.close_library()
    window.libraries.open(tmp_path / "library.factcheck")
    reader = session.reader
    assert reader is not None
    assert [[one.reason for one in reader.standing(key)] for key in (first, second)] == [
        ["half a sent"], ["half a sent"],
    ]  # fmt: skip
    assert [draft[0] for draft in reader.left_drafts()] == [added.claim]


@pytest.mark.qt_log_ignore("does not support")  # lists, where no window manager is
def test_a_source_is_used_again(window: MainWindow) -> None:
    typed(window)
    first = only(window).source
    window.session.step(1)
    QTest.keyClick(window, Key.Key_E)
    line = window.review.evidence.editor.source
    QTest.keyClicks(line, "Port s")
    offered = line._list.list
    assert offered.isVisible()
    line._list.taken.emit(offered.model().index(0, 0).data(Qt.ItemDataRole.UserRole))
    assert only(window).source == first
    assert "serves 2 claims" in window.review.evidence.editor.shared.text()
    assert line.text() == "Port statistics"
    window.session.finish_typing()
    assert window.session.find_sources("") == [first]


def test_looked_and_found_nothing(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    editor = window.review.evidence.editor
    assert QApplication.focusWidget() is editor.question
    QTest.keyClicks(editor.question, "A later count?")
    window.session.finish_typing()
    assert (only(window).stance, only(window).question) == ("nothing found", "A later count?")
    assert window.review.evidence.count.text() == "No source yet that supports or refutes"


# ---------------------------------------------------------------- copies


def test_a_dropped_file_is_kept_and_opened_safely(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "bulletin.txt"
    page.write_text("Thirty-nine thousand.", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page))])
    panel = window.review.evidence
    window.review.show_evidence()
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    panel.dropEvent(event)
    QApplication.processEvents()  # the file was read in a thread
    source = only(window).source
    assert source is not None
    assert source.title == "bulletin.txt"
    (kept,) = source.copies
    assert (kept.name, kept.size, kept.media_type) == ("bulletin.txt", 21, "text/plain")
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    window.open_copy(kept.key)
    QApplication.processEvents()
    shown = Path(opened[0].toLocalFile())
    assert shown.read_text(encoding="utf-8") == "Thirty-nine thousand."
    assert shown.suffix == ".txt"
    panel.editor.copies.remove_wanted.emit(kept.key)
    assert only(window).source.copies == ()  # type: ignore[union-attr]
    window.session.undo()
    assert len(only(window).source.copies) == 1  # type: ignore[union-attr]


def test_a_picture_of_the_clipboard_is_kept(window: MainWindow) -> None:
    typed(window)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    QTest.keyClick(
        window.review.evidence.editor.locator, Key.Key_V, Qt.KeyboardModifier.ControlModifier
    )
    QApplication.processEvents()
    source = only(window).source
    assert source is not None
    (kept,) = source.copies
    assert kept.name.startswith("Screenshot")
    assert kept.media_type == "image/png"
    reader = window.session.reader
    assert reader is not None
    again = QImage.fromData(reader.copy_bytes(kept.key)[1])
    assert again.size() == picture.size()


def test_a_file_that_cannot_be_read_keeps_nothing(window: MainWindow, tmp_path: Path) -> None:
    typed(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.pdf"))])
    window.keep_brought(data)
    QApplication.processEvents()
    assert window.notice.isVisible()
    assert only(window).source.copies == ()  # type: ignore[union-attr]


# ---------------------------------------------------------------- citing


@pytest.mark.qt_log_ignore("does not support")  # lists, where no window manager is
def test_a_bracket_offers_the_evidence_and_links_lead_to_it(window: MainWindow) -> None:
    typed(window)
    window.review.evidence.close_editor()
    review = window.review
    review.focus_field("reason")
    QTest.keyClicks(review.reason, "See [")
    assert review.reason.offers is not None
    popup = review.reason.offers.list
    assert popup.isVisible()
    QTest.keyClick(popup, Key.Key_Return)
    assert review.reason.toPlainText() == "See [1]"
    QTest.keyClicks(review.reason, " and [9].")
    assert "Port statistics" in review.cited.label.text()
    assert "[9] is no evidence here" in review.cited.label.text()
    review.cited.label.linkActivated.emit("1")
    assert review.tabs.currentWidget() is review.evidence
    assert review.evidence.editor.isVisible()


# ---------------------------------------------------------------- history, sign-off, corrections


def test_history_tells_evidence_and_that_it_is_intact(window: MainWindow) -> None:
    typed(window)
    window.review.evidence.editor.set_stance("context")
    window.review.tabs.setCurrentWidget(window.review.history)
    QApplication.processEvents()
    steps = window.review.history.steps
    words = "\n".join(steps.item(row).text() for row in range(steps.count()))
    assert "Evidence added: [1]" in words
    assert "Evidence: stance: supports → context" in words
    assert "Source added: Port statistics" in words
    assert window.review.history.intact.text().startswith("History intact: ")


def test_a_changed_line_is_found(window: MainWindow) -> None:
    window.session.give_verdict(0)
    store = window.session.store
    assert store is not None
    store.connection.execute("DROP TRIGGER IF EXISTS event_kept")
    for (name,) in store.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'"
    ).fetchall():
        store.connection.execute(f"DROP TRIGGER {name}")
    store.connection.execute("UPDATE event SET reviewer = 'Nobody' WHERE what = 'assess'")
    window.review.tabs.setCurrentWidget(window.review.history)
    QApplication.processEvents()
    assert window.review.history.intact.text() == "History broken: This line was changed."


def test_signed_off_only_corrections_change_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    session.give_verdict(0)
    number = session.claim.number if session.claim else 0
    assert session.reader is not None
    assert session.article is not None
    unready = readiness.unready(session.reader, session.article.row.key)
    assert number in unready.no_reason
    assert number in unready.no_source
    assert number not in unready.open
    dialog = SignOffDialog(unready, window)
    assert "Not reviewed yet:" in [words for words, _ in dialog.lines]
    dialog.deleteLater()
    monkeypatch.setattr(SignOffDialog, "exec", lambda _: 1)
    window.actions_by_id["article.sign"].trigger()
    QApplication.processEvents()  # the list was made in a thread
    assert window.review.signed.isVisible()
    assert window.review.reason.isReadOnly()
    assert not window.review.verdicts.isEnabled()
    assert not window.actions_by_id["verdict.1"].isEnabled()
    assert not window.actions_by_id["evidence.add"].isEnabled()
    assert window.actions_by_id["claim.correct"].isEnabled()
    assert "Signed off by" in window.byline()
    assert session.correct("False", "A new count.", "We had the wrong month.")
    assert session.claim is not None
    assert session.claim.verdict == "False"
    assert window.review.signed.note.text() == "Corrected: We had the wrong month."
    assert window.review.reason.toPlainText() == "A new count."
    window.review.tabs.setCurrentWidget(window.review.history)
    assert "told the public: We had" in window.review.history.steps.item(0).text()
    session.take_back_sign_off()
    assert not window.review.signed.isVisible()
    assert not window.review.reason.isReadOnly()
    steps = window.review.history.steps
    assert "The sign-off of the article was taken back" in steps.item(0).text()
    assert any("was signed off" in steps.item(row).text() for row in range(steps.count()))


def test_a_correction_needs_its_reason_and_note(window: MainWindow) -> None:
    session = window.session
    assert session.claim is not None
    assert session.scale is not None
    dialog = CorrectionDialog(session.claim, session.scale, ("True", ""), window)
    assert not dialog.keep.isEnabled()
    dialog._reason.setPlainText("A new count.")
    assert not dialog.keep.isEnabled()
    dialog._note.setPlainText("We had the wrong month.")
    assert dialog.keep.isEnabled()
    assert dialog.values() == ("True", "A new count.", "We had the wrong month.")
    dialog.deleteLater()
