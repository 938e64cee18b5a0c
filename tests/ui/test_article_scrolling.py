"""Where the reader stands: what is in view stays there, and what is looked for comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck_gui.domain import Mark
from factcheck_gui.ui.reader.article_view import ArticleView
from factcheck_gui.ui.reader.page_styles import PageStyles
from tests.ui.reading import boxes, long_text, mark, point_on, settle, shown_view

MakeView = Callable[..., ArticleView]


@pytest.fixture
def make_view(qtbot: QtBot) -> MakeView:
    return lambda text, marks=(), **more: shown_view(qtbot, text, marks, **more)


def test_a_far_claim_is_revealed_comfortably(make_view: MakeView, qtbot: QtBot) -> None:
    text = long_text()
    view = make_view(text, (mark(text, "n390."), mark(text, "n1.", key=2)))
    for key, words in ((1, "n390."), (2, "n1."), (1, "n390.")):
        view.set_current(key)
        y = point_on(view, words).y()
        assert view.edit.viewport().height() * 0.05 < y < view.edit.viewport().height() * 0.9
    settle(qtbot, view)
    y = point_on(view, "n390.").y()
    assert view.edit.viewport().height() * 0.05 < y < view.edit.viewport().height() * 0.9


def test_a_claim_in_view_does_not_make_the_page_scroll(make_view: MakeView) -> None:
    text = long_text(30)
    view = make_view(text, (mark(text, "n0."),))
    view.set_current(1)
    assert view.edit.verticalScrollBar().value() == 0


def test_without_reveal_the_page_stays(make_view: MakeView) -> None:
    text = long_text()
    view = make_view(text, (mark(text, "n300."),))
    view.set_current(1, reveal=False)
    assert view.edit.verticalScrollBar().value() == 0


def test_words_in_view_stay_while_the_rest_is_laid_out(make_view: MakeView, qtbot: QtBot) -> None:
    text = long_text()
    marks = tuple(mark(text, f"n{number}.", key=number + 1) for number in range(300))
    view = make_view(text, marks)
    view.set_current(250)
    before = point_on(view, "n249.").y()
    settle(qtbot, view)
    assert point_on(view, "n249.").y() == before


def test_marks_that_arrive_above_do_not_move_what_is_read(make_view: MakeView) -> None:
    text = long_text()
    view = make_view(text, (mark(text, "n200.", key=999),))
    view.set_current(999)
    before = point_on(view, "n200.").y()
    for first in range(0, 190, 40):
        view.add_marks([mark(text, f"n{n}.", key=n + 1) for n in range(first, first + 40)])
        QGuiApplication.processEvents()
        assert point_on(view, "n200.").y() == before
    view.set_marks([mark(text, "n200.", key=999)])
    assert point_on(view, "n200.").y() == before


def test_scrolling_up_through_text_not_laid_out_does_not_jump(make_view: MakeView) -> None:
    text = long_text()
    view = make_view(text, (mark(text, "n300."),))
    view.edit._idle.stop()
    view.set_current(1)
    bar = view.edit.verticalScrollBar()
    for _ in range(40):
        before, was = point_on(view, "n300.").y(), bar.value()
        bar.setValue(was - 60)
        QGuiApplication.processEvents()
        view.edit._idle.stop()
        assert point_on(view, "n300.").y() == before + 60


def test_the_line_at_the_top_stays_when_the_window_gets_narrow_or_the_text_large(
    make_view: MakeView, qtbot: QtBot
) -> None:
    view = make_view(long_text())
    view.show_offset(40_000)
    first = view.reading_offset()
    assert first <= 40_000 < first + 100

    def stays() -> bool:
        return view.reading_offset() <= first < view.reading_offset() + 100

    view.resize(420, 600)
    QGuiApplication.processEvents()
    assert stays()
    view.set_text_size(18)
    assert stays()
    settle(qtbot, view)
    assert stays()
    view.show_offset(0)
    assert view.edit.verticalScrollBar().value() == 0


def test_a_wider_window_moves_the_column_and_keeps_its_lines(
    make_view: MakeView, qtbot: QtBot
) -> None:
    view = make_view(long_text(50))
    settle(qtbot, view)
    height = view.edit.page.documentSize().height()
    view.resize(1200, 600)
    QGuiApplication.processEvents()
    assert view.edit.page.documentSize().height() == height
    assert view.edit.page.column == PageStyles(13).column


def test_the_end_of_the_article_can_be_reached(make_view: MakeView, qtbot: QtBot) -> None:
    text = long_text()
    view = make_view(text)
    view.edit.verticalScrollBar().setValue(10**6)
    settle(qtbot, view)
    view.edit.verticalScrollBar().setValue(10**6)
    assert 0 < point_on(view, "n399.").y() < view.edit.viewport().height()


def test_a_paragraph_of_100_000_characters_is_broken_for_showing_only(
    make_view: MakeView, qtbot: QtBot
) -> None:
    text = "Some words of a paragraph that never ends. " * 2_400
    at = len(text) - 60
    view = make_view(text, (Mark(1, 1, at, at + 30, "open", None),))
    assert view.edit.document().blockCount() > 30
    view.set_current(1)
    with qtbot.waitSignal(view.claim_clicked) as told:
        QTest.mouseClick(
            view.edit.viewport(),
            Qt.MouseButton.LeftButton,
            pos=boxes(view, at, at + 10)[0].toPoint(),
        )
    assert told.args == [1]
    view.edit.selectAll()
    view.edit.copy()
    assert QGuiApplication.clipboard().text() == text
