"""The bar of check-worthiness under the claims: it changes what is shown and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck_gui.ui.lists.worth_bar import LISTED
from factcheck_gui.ui.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def move(window: MainWindow, qtbot: QtBot, value: int) -> None:
    window.claims.worth.slider.setValue(value)
    qtbot.waitUntil(lambda: window.session.bar == (None if value == LISTED else value / 100))


def marked(window: MainWindow) -> set[int]:
    return {mark.key for mark in window.reader._marks.index}


def test_at_first_it_stands_at_what_was_listed_and_says_what_lies_below(
    window: MainWindow,
) -> None:
    session = window.session
    assert session.reader is not None and session.article is not None
    assert window.claims.worth.bar() is None
    below = session.reader.claims_below(session.article.row.key)
    assert below > 0
    assert window.claims.worth.words.text() == f"listed claims · {below} more below"


def test_lowered_it_shows_every_sentence_and_raised_only_the_best(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    listed, count = list(session.view), len(session.view)
    move(window, qtbot, 0)
    assert set(listed) < set(session.view)
    assert window.claims.model.rowCount() == len(session.view)
    assert marked(window) == set(session.view)
    assert window.claims.worth.words.text() == "check-worthy from 0 %"
    assert window.claims._chips.button(0).text() == f"All {len(session.view)}"
    move(window, qtbot, 90)
    assert len(session.view) < count
    assert marked(window) == set(session.view)
    move(window, qtbot, LISTED)
    assert list(session.view) == listed


def test_a_claim_that_was_worked_on_is_always_shown(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    move(window, qtbot, 0)
    assert session.reader is not None
    hidden = next(one for one in session.reader.claims(session.view) if not one.listed)
    assert hidden.number == 0
    session.choose_claim(hidden.key)
    session.give_verdict(0)
    assert session.claim is not None and session.claim.number > 0
    move(window, qtbot, 100)
    assert list(session.view) == [hidden.key]
    move(window, qtbot, LISTED)
    assert hidden.key in session.view


def test_another_article_begins_with_what_was_listed(window: MainWindow, qtbot: QtBot) -> None:
    move(window, qtbot, 80)
    window.importer.import_text("The council spent $3 million on roads in 2024, records show.")
    assert window.session.bar is None
    assert window.claims.worth.slider.value() == LISTED


def test_what_is_gone_to_is_shown_whatever_the_bar(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    weakest = min(session.reader.claims(session.view), key=lambda one: one.score)  # type: ignore[union-attr]
    move(window, qtbot, 99)
    assert session.go_to_number(weakest.number)
    assert session.bar is None
    assert session.claim is not None and session.claim.key == weakest.key


def test_keys_move_it_and_a_double_click_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    slider = window.claims.worth.slider
    QTest.keyClick(window, Key.Key_Down, Modifier.AltModifier)
    assert slider.value() == LISTED - 10
    QTest.keyClick(window, Key.Key_Up, Modifier.AltModifier)
    QTest.keyClick(window, Key.Key_Up, Modifier.AltModifier)
    assert slider.value() == LISTED + 10
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_Left)
    assert slider.value() == LISTED + 9
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton)
    assert slider.value() == LISTED


def test_a_screen_reader_hears_its_name_value_and_what_lies_below(window: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(window.claims.worth.slider)
    assert "check-worthiness" in interface.text(QAccessible.Text.Name)
    assert "more below" in interface.text(QAccessible.Text.Description)
    assert interface.valueInterface().currentValue() == LISTED


@pytest.mark.parametrize("value", [0, 37, 100])
def test_the_current_claim_stays_current(window: MainWindow, qtbot: QtBot, value: int) -> None:
    before = window.session.claim
    move(window, qtbot, value)
    assert window.session.claim == before
