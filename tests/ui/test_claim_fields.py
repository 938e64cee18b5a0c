"""What is noted of a claim, its ends and places by keyboard, and what of the text is covered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck_gui.domain import Claim, Document, FoundClaim, Span
from factcheck_gui.jobs import FINDER_NAME
from factcheck_gui.shaping import word_beside
from factcheck_gui.ui.main_window import MainWindow
from tests.core.library_samples import SCALE
from tests.ui.reading import select

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TEXT = "The port moved 41,000 crates in March. It lost none of them.\n\nThe union denied that."


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FOUND = tuple(
    FoundClaim((place(words),), words, 0.8, True)
    for words in (
        "The port moved 41,000 crates in March.", "It lost none of them.", "The union denied that.",
    )
)  # fmt: skip


@pytest.fixture
def three(window: MainWindow) -> MainWindow:
    """The window on an article of three sentences, each of them a claim."""
    store, session = window.session.store, window.session
    assert store is not None
    key, _ = store.add_article(Document(TEXT), SCALE, "Reviewer 1", session.clock())
    store.add_found(store.article(key), FOUND, (None, None, None))
    store.finish_finding(key, FINDER_NAME, session.clock())
    session.articles_changed.emit()
    session.open_article(key)
    return window


def claim(window: MainWindow) -> Claim:
    assert window.session.claim is not None
    return window.session.claim


def measured(window: MainWindow) -> str:
    window.coverage.measure()
    QApplication.processEvents()
    return window.status.covered.text()


def test_fields_are_saved_as_typed_and_undone(three: MainWindow) -> None:
    fields = three.review.fields
    QTest.keyClick(three, Key.Key_T)
    assert QApplication.focusWidget() is fields.said_on
    QTest.keyClicks(fields.said_on, "2024-03-02")
    QTest.keyClick(three, Key.Key_Q)  # typed into the field it is, not a key of the window
    QTest.keyClick(fields.said_on, Key.Key_Backspace)
    QTest.keyClicks(fields.tags, "port, trade")
    QTest.keyClicks(fields.query, "Which month?")
    three.session.finish_typing()
    now = claim(three)
    assert (now.tags, now.query) == ("port, trade", "Which month?")
    assert "port, trade" in fields.head.text()
    three.session.undo()
    assert claim(three).query == ""
    assert fields.query.toPlainText() == ""


def test_what_is_no_day_is_said_and_kept(three: MainWindow) -> None:
    fields = three.review.fields
    fields.open_field("said_on")
    QTest.keyClicks(fields.said_on, "last Friday")
    QTest.keyClick(fields.said_on, Key.Key_Return)
    assert fields.wrong.isVisible()
    assert claim(three).said_on == "last Friday"


def test_ends_move_by_words(three: MainWindow) -> None:
    both = Modifier.AltModifier | Modifier.ShiftModifier
    QTest.keyClick(three, Key.Key_Right, Modifier.AltModifier)
    assert claim(three).text == "port moved 41,000 crates in March."
    QTest.keyClick(three, Key.Key_Left, both)
    assert claim(three).text == "port moved 41,000 crates in"
    QTest.keyClick(three, Key.Key_Left, Modifier.AltModifier)
    QTest.keyClick(three, Key.Key_Right, both)
    assert claim(three).text == FOUND[0].text
    three.session.undo()
    assert claim(three).text == "The port moved 41,000 crates in"


def test_words_beside_an_offset() -> None:
    text = "one two\nthree"
    assert [word_beside(text, 4, -1), word_beside(text, 0, 1), word_beside(text, 0, -1)] == [
        0,
        4,
        0,
    ]
    assert word_beside(text, 7, 1, ends=True) == 7  # not over the end of the line
    assert word_beside(text, 7, -1, ends=True) == 3


def test_a_selection_becomes_a_further_place(three: MainWindow) -> None:
    where = place("The union")
    select(three.reader, where.start, where.end)
    QTest.keyClick(three, Key.Key_C, Modifier.ShiftModifier)
    assert claim(three).spans == (FOUND[0].spans[0], where)
    assert claim(three).text == f"{FOUND[0].text} … The union"


def test_what_waits_is_counted_and_one_key_away(three: MainWindow) -> None:
    assert measured(three) == "0 % of the text"
    three.session.give_verdict(0)
    share = int(len(FOUND[0].text) / sum(len(one.text) for one in FOUND) * 100)
    assert measured(three) == f"{share} % of the text"
    QTest.keyClick(three, Key.Key_U)
    assert claim(three).text == FOUND[1].text
    three.session.dismiss()
    measured(three)
    QTest.keyClick(three, Key.Key_U)
    assert claim(three).text == FOUND[2].text
    three.session.give_verdict(1)
    assert measured(three) == "100 % of the text"
    assert three.coverage.next_waiting(0) is None
    three.session.close_article()
    measured(three)
    assert not three.status.covered.isVisible()


def test_where_no_claim_is_marked_the_words_are_selected(three: MainWindow) -> None:
    measured(three)
    where = FOUND[1].spans[0]
    three.session.choose_claim(three.session.view[1])
    three.reader.set_marks([])
    store = three.session.store
    assert store is not None
    three.reader.select(where)
    assert three.reader.selected_span() == where
    three.reader.select(None)
    assert three.reader.selected_span() is None
