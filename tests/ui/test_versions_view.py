"""Versions in the window: newer texts come in, changes are stepped through, claims stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from factcheck_gui.domain import Block, Document, Furniture, Part, Problem
from factcheck_gui.library.scales import DEFAULT, shipped
from factcheck_gui.ui.details_dialog import DetailsDialog
from factcheck_gui.ui.import_dialogs import (
    ArticleDialog,
    PartsDialog,
    RefusedDialog,
    size_words,
)
from factcheck_gui.ui.main_window import MainWindow
from factcheck_gui.ui.reader.page_styles import Column, columns_of

FIRST = "The port of Aldmoor handled 41,000 containers in March 2024."
SECOND = "The mayor of Aldmoor denied that 300 homes were flooded last year."
THIRD = "Ferries carried 1.2 million people in 2023, the transport ministry says."
OLD = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
NEW = f"{FIRST.replace('41', '14')}\n\nA storm of 90 kilometres an hour is on its way.\n\n{THIRD}"


@pytest.fixture
def versions(window: MainWindow) -> MainWindow:
    """The window on an article with two versions; the first claim is judged."""
    window.importer.import_text(OLD)
    session = window.session
    assert session.article is not None
    for key in list(session.view):
        session.choose_claim(key)
        if session.claim and session.claim.text in (FIRST, SECOND):
            session.give_verdict(0)
    window.importer.import_text(NEW, newer_of=session.article.row.key)
    return window


def claim_with(window: MainWindow, words: str) -> int:
    assert window.session.reader is not None
    claims = window.session.reader.claims(window.session.view)
    return next(one.key for one in claims if words in one.text)


def test_a_newer_text_is_shown_and_told(versions: MainWindow) -> None:
    session = versions.session
    assert session.article is not None
    assert (session.article.version_number, session.article.text) == (2, NEW)
    assert versions.reader.edit.toPlainText().endswith(THIRD)
    assert "version 2" in versions.byline()
    session.choose_claim(claim_with(versions, "14,000"))
    assert session.claim is not None and session.claim.verdict == "True"
    assert not versions.review.anchor.isHidden()
    assert "41" in versions.review.anchor._words.text()


def test_a_newer_text_is_undone_and_redone(versions: MainWindow) -> None:
    session = versions.session
    session.undo()
    assert session.article is not None and session.article.text == OLD
    assert {one.anchor for one in session.reader.claims(session.view)} <= {"ok", "orphaned"}  # type: ignore[union-attr]
    assert versions.session.marks()
    session.redo()
    assert session.article.text == NEW


def test_versions_are_compared_and_stepped_through(versions: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(versions, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: versions.reader.page is not None)
    page = versions.reader.page
    assert page is not None
    assert all(words in page.text for words in (SECOND, "A storm of 90"))
    assert not versions.reader.page_bar.isHidden()
    assert versions.reader.page_bar.count.text() == f"1 of {len(page.changes)}"
    qtbot.keyClick(versions, Qt.Key.Key_F7)
    assert versions.reader.page_bar.count.text() == f"2 of {len(page.changes)}"
    key = claim_with(versions, "denied")
    versions.session.choose_claim(key)
    mark = versions.reader._marks.current_mark
    assert mark is not None and page.text[mark.start : mark.end] == SECOND
    qtbot.keyClick(versions, Qt.Key.Key_F8)
    assert versions.reader.page is None
    assert versions.reader.page_bar.isHidden()


def test_marks_and_selections_keep_the_offsets_of_the_text(
    versions: MainWindow, qtbot: QtBot
) -> None:
    versions.pages.toggle_compare()
    qtbot.waitUntil(lambda: versions.reader.page is not None)
    edit, page = versions.reader.edit, versions.reader.page
    assert page is not None
    header = edit.toPlainText().index(page.text[:20])
    at = header + page.text.index("Ferries")
    edit.put_cursor(at + 7, at)
    span = versions.reader.selected_span()
    assert span is not None and span.of(NEW) == "Ferries"
    gone = header + page.text.index("The mayor")
    edit.put_cursor(gone + 9, gone)
    assert versions.reader.selected_span() is None
    versions.session.choose_claim(claim_with(versions, "14,000"))
    versions.session.give_verdict(4)  # marks are still told while two texts are shown
    assert versions.reader.page is page


def test_an_orphaned_claim_is_anchored_by_a_selection(versions: MainWindow) -> None:
    session = versions.session
    key = claim_with(versions, "denied")
    session.choose_claim(key)
    assert session.claim is not None and session.claim.anchor == "orphaned"
    assert not versions.review.anchor.anchor.isHidden()
    text = versions.reader.edit.toPlainText()
    at = text.index("A storm")
    versions.reader.edit.put_cursor(at + 20, at)
    versions.review.anchor.anchor.click()
    assert session.claim.anchor == "ok"
    assert session.claim.text.startswith("A storm of 90 kilome")
    session.undo()
    assert session.reader is not None and session.reader.claim(key).anchor == "orphaned"


def test_verbs_on_an_orphaned_claim_do_no_harm(versions: MainWindow) -> None:
    session = versions.session
    session.choose_claim(claim_with(versions, "denied"))
    before = session.claim
    session.split(3)
    session.merge()
    assert session.claim is not None and before is not None
    assert session.claim.text == before.text
    session.give_verdict(1)
    assert session.claim.verdict == "Mostly true"


def test_the_verdict_still_holds(versions: MainWindow) -> None:
    session = versions.session
    session.choose_claim(claim_with(versions, "14,000"))
    versions.review.anchor.settle.click()
    assert session.claim is not None and session.claim.was == ""
    assert versions.review.anchor.isHidden()
    session.undo()
    assert session.claim.was


def test_what_was_set_aside_is_shown_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    store = window.session.store
    assert store is not None
    document = Document(
        OLD, (), (Furniture(0, "Menu\n\n"), Furniture(len(OLD), "\n\nRead more")), "A long headline"
    )
    key, _ = store.add_article(document, shipped()[DEFAULT], "", window.session.clock())
    window.session.go_to(key)
    window.pages.toggle_aside()
    qtbot.waitUntil(lambda: window.reader.page is not None)
    assert window.reader.page is not None and window.reader.page.text.startswith("Menu\n\nThe port")
    assert window.reader.page_bar.action.text() == "Take it back"
    window.reader.page_bar.action.click()
    article = window.session.article
    assert article is not None
    assert (article.version_number, article.text) == (2, f"Menu\n\n{OLD}")
    assert [one.text.strip() for one in article.furniture] == ["Read more"]
    assert window.reader.page is None
    window.session.undo()
    assert window.session.article is not None and window.session.article.text == OLD


def test_going_back_to_an_older_version(versions: MainWindow, qtbot: QtBot) -> None:
    versions.pages.toggle_compare()
    qtbot.waitUntil(lambda: versions.reader.page is not None)
    versions.reader.page_bar.action.click()
    assert versions.session.article is not None
    assert versions.session.article.version_number == 1
    assert versions.reader.page is None


def test_the_details_say_where_they_come_from(versions: MainWindow, qtbot: QtBot) -> None:
    session = versions.session
    assert session.article is not None and session.reader is not None
    key = session.article.row.key
    session.edit_article(key, {"title": "A title", "published": "2024-04-02"})
    dialog = DetailsDialog(session.article, session.reader.versions(key), True)
    qtbot.addWidget(dialog)
    assert dialog._fields["title"].accessibleDescription() == "entered by a reviewer"
    assert dialog.values()["published"] == "2024-04-02"
    dialog._fields["modified"].setText("02.04.2024")
    dialog.accept()
    assert "2022-07-29" in dialog._wrong.text()
    wanted: list[tuple[int, bool]] = []
    dialog.original_wanted.connect(lambda number, save: wanted.append((number, save)))
    dialog.original_wanted.emit(1, True)
    assert wanted == [(1, True)]


def test_what_a_newer_text_did_is_the_headline(versions: MainWindow) -> None:
    words = versions.notice._text.text()
    assert "Changed inside claims that were reviewed: 1." in words
    assert "Claims no longer in the text: " in words


def test_an_article_becomes_a_newer_text_of_another(window: MainWindow) -> None:
    session = window.session
    window.importer.import_text(OLD)
    assert session.article is not None and session.reader is not None
    older = session.article.row.key
    window.importer.import_text(NEW)
    newer = session.article.row.key
    assert newer != older
    window.newer_of()
    box = window.findChild(ArticleDialog)
    assert box is not None
    box._filter.setText("41,000")
    assert box.chosen() == older
    box.accept()
    assert (session.article.row.key, session.article.text) == (older, NEW)
    assert [row.key for row in session.reader.article_rows(trashed=True)] == [newer]
    assert session.reader.original(older) == ("pasted text", NEW.encode())


def test_another_day_of_publication_offers_to_find_claims_again(versions: MainWindow) -> None:
    assert versions.session.article is not None
    versions._take_details({"published": "2024-04-03"})
    assert not versions.notice.isHidden()
    assert versions.session.article.row.published == "2024-04-03"


def test_parts_are_chosen_by_keyboard(qtbot: QtBot) -> None:
    parts = [Part(f"k{n}", f"Page {n}", 1000 * n) for n in range(14)]
    dialog = PartsDialog("pages.warc", parts)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == ["k0"]
    qtbot.keyClick(dialog._list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.chosen() == ["k0", "k1"]
    assert dialog._read.text() == "Read 2 texts"
    dialog._filter.setText("page 13")
    assert dialog.chosen() == ["k13"]
    dialog._filter.setText("nothing")
    assert dialog.chosen() == []
    assert not dialog._read.isEnabled()


def test_refused_files_are_listed_to_copy_and_to_save(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = RefusedDialog(
        [Problem("This file is empty.", "/a/b.txt")], ["c.txt: 2 bytes replaced"]
    )
    qtbot.addWidget(dialog)
    dialog.copy()
    expected = "/a/b.txt\tThis file is empty.\nc.txt\t2 bytes replaced\n"
    assert QApplication.clipboard().text() == expected
    dialog.save(tmp_path / "list.txt")
    assert (tmp_path / "list.txt").read_text(encoding="utf-8") == expected


def test_sizes_are_for_people() -> None:
    assert [size_words(n) for n in (0, 12, 5000, 3_000_000)] == ["", "12 B", "5 kB", "2.9 MB"]


def test_columns_of_a_table_know_their_figures() -> None:
    assert columns_of("Month\tBoxes\nJan\t1,200\nFebruary\t900") == (
        Column("February", False), Column("Boxes", True),
    )  # fmt: skip


def test_structure_is_laid_out(window: MainWindow) -> None:
    store = window.session.store
    assert store is not None
    rows = "Month\tBoxes\nJan\t1,200"
    text = f"{rows}\n\nA caption\n\nSpoken"
    at = len(rows)
    blocks = (
        Block("table", 0, at), Block("caption", at + 2, at + 11),
        Block("paragraph", at + 13, at + 19, 0, "00:01:02"),
    )  # fmt: skip
    key, _ = store.add_article(
        Document(text, blocks), shipped()[DEFAULT], "", window.session.clock()
    )
    window.session.go_to(key)
    page = window.reader.edit.page
    kinds = [page.placed(n).line.kind for n in range(page.count())]
    assert "table" in kinds and "caption" in kinds
    spoken = page.placed(page.count() - 1)
    assert (spoken.line.label, spoken.style.indent > 20) == ("00:01:02", True)
    first = page.placed(kinds.index("table"))
    assert first.layout.textOption().tabs()
    window.reader.edit.viewport().grab()


class Opener(QObject):
    """Takes what Qt would give to another program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener() -> Iterator[Opener]:
    taking = Opener()
    QDesktopServices.setUrlHandler("file", taking, "take")  # type: ignore[arg-type]
    yield taking
    QDesktopServices.unsetUrlHandler("file")


def test_an_original_is_shown_as_a_read_only_copy_that_goes_with_the_window(
    versions: MainWindow, opener: Opener, qtbot: QtBot
) -> None:
    versions.show_original(1)
    qtbot.waitUntil(lambda: bool(opener.opened))
    (path,) = opener.opened
    assert (path.suffix, path.read_text(encoding="utf-8")) == (".txt", OLD)
    assert not path.stat().st_mode & 0o222
    versions.close()
    assert not path.exists()


def test_a_page_is_never_opened_as_one(window: MainWindow, opener: Opener, qtbot: QtBot) -> None:
    store = window.session.store
    assert store is not None
    document = Document(OLD, original=b"<html><script>x()</script>", source_name="page.html")
    key, _ = store.add_article(document, shipped()[DEFAULT], "", window.session.clock())
    window.session.go_to(key)

    asked: list[list[str]] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append([one.text().replace("&", "") for one in box.buttons()])
            box.buttons()[0].click()

    timer = QTimer(window, interval=50)
    timer.timeout.connect(answer)
    timer.start()
    window.show_original()
    qtbot.waitUntil(lambda: bool(opener.opened))
    timer.stop()
    assert sorted(asked[0]) == ["Cancel", "Save…", "Show as text"]
    (path,) = opener.opened
    assert (path.suffix, path.read_bytes()) == (".txt", document.original)
