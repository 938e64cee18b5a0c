"""The claims pane with real widgets: what it tells, what it paints, what it reads."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factcheck_gui import domain, paths
from factcheck_gui.ui import pills, theme
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.claim_list import CHIPS, ClaimList
from factcheck_gui.ui.lists.claim_model import ClaimModel
from factcheck_gui.ui.lists.lettering import LineCache, has_italics, reads_right_to_left
from factcheck_gui.ui.lists.paged_model import PAGE, PAGES_KEPT, PLACEHOLDER

SCALE = domain.scale_from_json(
    json.loads((paths.resources() / "scales" / "five-point.json").read_text(encoding="utf-8"))
)
ARABIC = "قال المتحدث باسم الوزارة إن أكثر من خمسين شخصا قتلوا في الهجوم على السجن يوم الجمعة"
FAMILY = "👨‍👩‍👧‍👦"
LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 4


def claim(key: int, text: str = "Rents fell by 12 per cent.", **fields: Any) -> domain.Claim:
    plain: dict[str, Any] = {
        "id": f"claim-{key}",
        "article": 1,
        "number": key,
        "spans": (domain.Span(0, 4),),
        "wording": "",
        "claimant": "",
        "cue": "",
        "kind": "event",
        "type": "fact",
        "score": 0.7,
        "listed": True,
        "shown": True,
        "origin": "found",
        "state": "open",
        "verdict": None,
    }
    return domain.Claim(key=key, text=text, **{**plain, **fields})


class Shelf:
    """Reads claims by ids, and remembers what it was asked."""

    def __init__(self, make: Callable[[int], domain.Claim] = claim) -> None:
        self.make = make
        self.asked: list[list[int]] = []

    def __call__(self, keys: Sequence[int]) -> list[domain.Claim]:
        self.asked.append(list(keys))
        return [self.make(key) for key in keys]


class PaintLog(QObject):
    """Which parts of a widget were painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.boxes: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.boxes.append(event.region().boundingRect())
        return super().eventFilter(watched, event)


@pytest.fixture(scope="module", autouse=True)
def light(qapp: QApplication) -> None:
    theme.load_fonts()
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    frame = QMainWindow()
    frame.resize(446, 600)
    qtbot.addWidget(frame)
    return frame


@pytest.fixture
def pane(window: QMainWindow) -> ClaimList:
    widget = ClaimList()
    widget.set_scale(SCALE)
    window.setCentralWidget(widget)
    return widget


def show(pane: ClaimList, qtbot: QtBot, count: int = 40, fetch: Any = None) -> Shelf:
    shelf = fetch or Shelf()
    pane.set_counts({"all": count})
    pane.set_keys(range(1, count + 1), shelf)
    pane.window().show()
    qtbot.waitExposed(pane.window())
    pane.view.setFocus()
    QApplication.processEvents()
    return shelf


def box_of(pane: ClaimList, key: int) -> QRect:
    return pane.view.visualRect(pane.model.index(pane.model.row_of(key), 0))


def click(pane: ClaimList, qtbot: QtBot, key: int) -> None:
    place = box_of(pane, key).center()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def chip(pane: ClaimList, name: str) -> QPushButton:
    found = pane.findChild(QPushButton, f"chip-{name}")
    assert isinstance(found, QPushButton)
    return found


# ---------------------------------------------------------------- choosing


def test_a_click_on_a_row_emits_its_key(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    with qtbot.waitSignal(pane.claim_chosen) as told:
        click(pane, qtbot, 3)
    assert told.args == [3]
    assert pane.view.current_key() == 3


def test_a_click_on_the_current_row_brings_it_back(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    told: list[int] = []
    pane.claim_chosen.connect(told.append)
    click(pane, qtbot, 2)
    click(pane, qtbot, 2)
    assert told == [2, 2]


def test_keys_of_64_bits_arrive_whole(pane: ClaimList, qtbot: QtBot) -> None:
    big = 2**40
    pane.set_keys([big, big + 1], Shelf())
    pane.window().show()
    qtbot.waitExposed(pane.window())
    with qtbot.waitSignal(pane.claim_chosen) as told:
        click(pane, qtbot, big + 1)
    assert told.args == [big + 1]


def test_set_current_scrolls_without_a_signal(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot, 500)
    with qtbot.assertNotEmitted(pane.claim_chosen):
        assert pane.set_current(321)
    assert pane.view.viewport().rect().contains(box_of(pane, 321))


def test_a_claim_set_before_the_window_shows_is_in_view(pane: ClaimList, qtbot: QtBot) -> None:
    pane.set_keys(range(1, 501), Shelf())
    pane.set_current(400)
    pane.window().show()
    qtbot.waitExposed(pane.window())
    assert pane.view.viewport().rect().contains(box_of(pane, 400))


def test_a_claim_that_is_not_listed_leaves_none_current(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.set_current(4)
    assert not pane.set_current(999)
    assert pane.view.current_key() is None


def test_new_keys_keep_the_current_claim(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.set_current(8)
    with qtbot.assertNotEmitted(pane.claim_chosen):
        pane.set_keys([9, 8, 7], Shelf())
    assert pane.view.current_key() == 8
    assert pane.view.currentIndex().row() == 1


def test_dragging_over_rows_chooses_only_the_first(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    told: list[int] = []
    pane.claim_chosen.connect(told.append)
    port, left = pane.view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=box_of(pane, 1).center())
    qtbot.mouseMove(port, box_of(pane, 4).center())
    qtbot.mouseRelease(port, left, pos=box_of(pane, 4).center())
    assert told == [1]


def test_the_menu_is_asked_for_by_mouse_and_by_key(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.set_current(2)
    told: list[int] = []
    pane.menu_requested.connect(lambda key, _place: told.append(key))
    reason = QContextMenuEvent.Reason
    for why in (reason.Mouse, reason.Keyboard):
        event = QContextMenuEvent(why, box_of(pane, 5).center(), QPoint(5, 5))
        QApplication.sendEvent(pane.view.viewport(), event)
    assert told == [5, 2]


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Down, 12),
        (Qt.Key.Key_Up, 10),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_End, 500),
    ],
)
def test_arrows_home_and_end_move_the_current_claim(
    pane: ClaimList, qtbot: QtBot, key: Qt.Key, expected: int
) -> None:
    show(pane, qtbot, 500)
    pane.set_current(11)
    with qtbot.waitSignal(pane.claim_chosen) as told:
        qtbot.keyClick(pane.view, key)
    assert told.args == [expected]
    assert pane.view.viewport().rect().contains(box_of(pane, expected))


def test_page_keys_go_by_a_screen_and_back(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot, 500)
    pane.set_current(1)
    qtbot.keyClick(pane.view, Qt.Key.Key_PageDown)
    page = pane.view.currentIndex().row()
    assert 2 < page < 12
    qtbot.keyClick(pane.view, Qt.Key.Key_PageUp)
    assert pane.view.currentIndex().row() == 0


def test_other_keys_go_on_to_the_window(pane: ClaimList, qtbot: QtBot) -> None:
    class Heard(QObject):
        keys: list[str] = []  # noqa: RUF012  # lives as long as this test

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self.keys.append(event.text())
            return False

    show(pane, qtbot)
    heard = Heard()
    pane.window().installEventFilter(heard)
    pane.set_current(5)
    qtbot.keyClicks(pane.view, "jkn3059rmwecsgxdf?")
    assert "".join(heard.keys) == "jkn3059rmwecsgxdf?"
    assert pane.view.current_key() == 5


def test_shortcuts_of_the_window_work_while_the_list_has_the_focus(
    pane: ClaimList, qtbot: QtBot
) -> None:
    pressed: list[str] = []
    for key in ("J", "3", "Ctrl+V"):
        action = QAction(key, pane.window())
        action.setShortcut(key)
        action.triggered.connect(lambda _on, k=key: pressed.append(k))
        pane.window().addAction(action)
    show(pane, qtbot)
    pane.window().activateWindow()
    qtbot.waitUntil(pane.view.hasFocus)
    qtbot.keyClick(pane.view, Qt.Key.Key_J)
    qtbot.keyClick(pane.view, Qt.Key.Key_3)
    qtbot.keyClick(pane.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["J", "3", "Ctrl+V"]


# ---------------------------------------------------------------- reading and painting


def test_a_million_claims_are_not_loaded(pane: ClaimList, qtbot: QtBot) -> None:
    shelf = Shelf()
    pane.set_keys(array("q", range(1, 1_000_001)), shelf)
    pane.window().show()
    qtbot.waitExposed(pane.window())
    QApplication.processEvents()
    pane.set_current(700_000)
    QApplication.processEvents()
    assert pane.model.rowCount() == 1_000_000
    assert sum(len(keys) for keys in shelf.asked) <= 4 * PAGE
    shown = pane.model.claim_at(pane.model.row_of(700_000))
    assert shown is not None
    assert shown.key == 700_000


def test_only_the_latest_pages_are_kept() -> None:
    model, shelf = ClaimModel(), Shelf()
    model.set_keys(range(PAGE * (PAGES_KEPT + 10)), shelf)
    for page in range(PAGES_KEPT + 10):
        model.prefetch(page * PAGE, page * PAGE + 5)
    kept = [row for row in range(0, model.rowCount(), PAGE) if model.claim_at(row)]
    assert len(kept) == PAGES_KEPT
    assert kept[0] == 10 * PAGE


def test_data_never_reads() -> None:
    model, shelf = ClaimModel(), Shelf()
    model.set_keys(range(1_000), shelf)
    roles = [Qt.ItemDataRole(number) for number in range(14)]
    for row in (0, 500, 999):
        for role in roles:
            model.data(model.index(row, 0), role)
    assert model.data(model.index(7, 0)) == PLACEHOLDER
    assert model.data(model.index(2_000, 0)) is None
    assert shelf.asked == []
    model.prefetch(0, 10)
    assert model.data(model.index(7, 0)) == "Rents fell by 12 per cent."
    assert len(shelf.asked) == 1


def test_one_changed_claim_repaints_its_row_alone(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    log = PaintLog(pane.view.viewport())
    changed: list[tuple[int, int]] = []
    pane.model.dataChanged.connect(lambda a, b, _roles: changed.append((a.row(), b.row())))
    before = pane.view.grab(box_of(pane, 3)).toImage()
    log.boxes.clear()
    pane.update_claim(claim(3, verdict="False", state="reviewed"))
    QApplication.processEvents()
    assert changed == [(2, 2)]
    assert log.boxes == [box_of(pane, 3)]
    assert pane.view.grab(box_of(pane, 3)).toImage() != before


def test_scrolling_paints_only_what_comes_into_view(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    log = PaintLog(pane.view.viewport())
    pane.view.verticalScrollBar().setValue(40)
    QApplication.processEvents()
    assert log.boxes
    assert sum(box.height() for box in log.boxes) <= 60


def test_a_change_to_a_claim_out_of_reach_is_read_later(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot, 5_000)
    assert not pane.model.update_claim(claim(4_000, verdict="True", state="reviewed"))
    assert not pane.model.update_claim(claim(99_999))


def test_rows_are_found_in_any_order() -> None:
    model = ClaimModel()
    model.set_keys([50, 7, 9, 1], Shelf())
    assert [model.row_of(key) for key in (50, 7, 9, 1, 8)] == [0, 1, 2, 3, -1]
    model.prefetch(0, 3)
    assert [model.row_of(key) for key in (50, 7, 9, 1, 8)] == [0, 1, 2, 3, -1]
    assert [model.key_at(row) for row in (0, 3, 4, -1)] == [50, 1, None, None]


def test_appended_claims_come_after_the_others(pane: ClaimList, qtbot: QtBot) -> None:
    shelf = show(pane, qtbot, 3)
    pane.append_keys([10, 11])
    assert [pane.model.key_at(row) for row in range(5)] == [1, 2, 3, 10, 11]
    assert pane.model.claim_at(0) == claim(1)  # what was read stays
    qtbot.waitUntil(lambda: pane.model.claim_at(4) == claim(11))
    assert shelf.asked == [[1, 2, 3], [10, 11]]


def test_a_page_that_cannot_be_read_is_told_once(pane: ClaimList, qtbot: QtBot) -> None:
    asked: list[int] = []

    def fails(keys: Sequence[int]) -> list[domain.Claim]:
        asked.append(len(keys))
        raise domain.Problem("The disk is gone.")

    told: list[str] = []
    pane.model.fetch_failed.connect(lambda problem: told.append(problem.what))
    show(pane, qtbot, 20, fails)
    qtbot.waitUntil(lambda: bool(told))
    pane.view.viewport().repaint()
    QApplication.processEvents()
    assert told == ["The disk is gone."]
    assert asked == [20]
    assert pane.model.data(pane.model.index(0, 0)) == PLACEHOLDER


def test_a_claim_that_is_gone_shows_a_placeholder(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot, 5, lambda keys: [claim(key) for key in reversed(keys) if key != 2])
    assert pane.model.data(pane.model.index(1, 0)) == PLACEHOLDER
    assert pane.model.claim_at(2) == claim(3)


def test_a_theme_switch_needs_no_more_than_a_repaint(
    pane: ClaimList, qtbot: QtBot, qapp: QApplication
) -> None:
    show(pane, qtbot)
    theme.apply(qapp, theme.DARK)
    pane.apply_theme()
    picture = pane.view.viewport().grab().toImage()
    theme.apply(qapp, theme.LIGHT)
    assert picture.pixelColor(picture.width() - 2, 3) == theme.DARK.color("window")


# ---------------------------------------------------------------- chips, order, filter


def test_typing_is_told_once_after_a_pause(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    told: list[tuple[str, str, str]] = []
    pane.filter_changed.connect(lambda *asked: told.append(asked))
    qtbot.keyClicks(pane.field, "rents ")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("all", "article", "rents")]


def test_chip_and_order_are_told_at_once_with_what_was_typed(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    told: list[tuple[str, str, str]] = []
    pane.filter_changed.connect(lambda *asked: told.append(asked))
    qtbot.keyClicks(pane.field, "cap")
    chip(pane, "open").click()
    assert told == [("open", "article", "cap")]
    pane.order.choose("worth")
    assert told[1:] == [("open", "worth", "cap")]
    chip(pane, "open").click()
    qtbot.wait(200)
    assert len(told) == 2


def test_escape_clears_the_filter_and_down_leads_to_the_list(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.window().activateWindow()
    pane.field.setFocus()
    qtbot.waitUntil(pane.field.hasFocus)
    qtbot.keyClicks(pane.field, "x")
    qtbot.keyClick(pane.field, Qt.Key.Key_Escape)
    assert pane.field.text() == ""
    qtbot.keyClick(pane.field, Qt.Key.Key_Down)
    assert pane.view.hasFocus()


def test_chips_show_counts_and_dismissed_only_where_there_are_any(
    pane: ClaimList, qtbot: QtBot
) -> None:
    show(pane, qtbot)
    pane.set_counts({"all": 1_234, "open": 11, "contested": 7, "disputed": 0})
    assert chip(pane, "open").text() == "To review 11"
    assert not chip(pane, "dismissed").isVisible()
    pane.set_counts({"all": 17, "dismissed": 1})
    assert chip(pane, "dismissed").isVisible()
    chip(pane, "dismissed").click()
    pane.set_counts({"all": 18, "dismissed": 0})
    assert chip(pane, "dismissed").isVisible()  # it is what one looks at


def test_a_stored_filter_is_set_without_a_signal(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    with qtbot.assertNotEmitted(pane.filter_changed, wait=200):
        pane.set_filter("contested", "worth", "rents")
    assert pane.asked() == ("contested", "worth", "rents")


def test_a_click_on_a_chip_leaves_the_keys_to_the_list(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.window().activateWindow()
    qtbot.waitUntil(pane.view.hasFocus)
    qtbot.mouseClick(chip(pane, "open"), Qt.MouseButton.LeftButton)
    assert pane.view.hasFocus()


@pytest.mark.parametrize("width", [320, 446])
def test_everything_above_the_list_fits(pane: ClaimList, qtbot: QtBot, width: int) -> None:
    pane.window().resize(width, 600)
    show(pane, qtbot)
    pane.set_counts(dict.fromkeys(CHIPS, 12))
    QApplication.processEvents()
    assert pane.width() == width
    for button in pane.findChildren(QPushButton):
        if button.isVisible():
            assert pane.rect().contains(QRect(button.mapTo(pane, QPoint()), button.size()))
            assert button.width() >= button.sizeHint().width()


# ---------------------------------------------------------------- nothing to show


def test_empty_states_say_what_to_do_next(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot, 0)
    assert pane.empty.isVisible()
    assert "press C" in pane.empty.words()
    pane.set_counts({"all": 18, "open": 0})
    pane.set_filter("open", "article")
    pane.set_keys([], Shelf())
    assert "All claims reviewed" in pane.empty.words()
    pane.set_counts({"all": 18, "open": 4})
    pane.set_filter("open", "article", "zebra")
    pane.set_keys([], Shelf())
    assert "Nothing matches" in pane.empty.words()
    with qtbot.waitSignal(pane.filter_changed) as told:
        pane.empty.button.click()
    assert told.args == ["all", "article", ""]
    pane.set_keys([1], Shelf())
    assert pane.view.isVisible()


# ---------------------------------------------------------------- accessible


def accessible_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_everything_that_takes_the_focus_has_a_name(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert accessible_name(widget), widget
    assert accessible_name(pane.order) == "Order of the claims: in the article"


def test_the_tab_key_follows_the_eye(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.window().activateWindow()
    chip(pane, "all").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chip(pane, "all").hasFocus)
    followed = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        followed.append(QApplication.focusWidget())
    assert followed == [pane.field, pane.order, pane.view]


def test_the_order_is_chosen_with_the_keyboard(pane: ClaimList, qtbot: QtBot) -> None:
    show(pane, qtbot)
    menu = pane.order.menu()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.filter_changed) as told:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert told.args == ["all", "worth", ""]
    assert pane.order.text() == "by check-worthiness"


def test_a_screen_reader_hears_the_whole_row(pane: ClaimList, qtbot: QtBot) -> None:
    spoken = claim(
        9,
        claimant="Ukraine",
        cue="says",
        contested_by=(10, 12),
        figures=(domain.Figure(domain.Span(0, 2), 53, "people", "at least"),),
    )
    assert claim_words.spoken(spoken) == (
        "Claim 9. Rents fell by 12 per cent. "
        "Ukraine, says, at least 53 people, contested by 10, 12. to review."
    )
    show(pane, qtbot, 9, lambda keys: [spoken if key == 9 else claim(key) for key in keys])
    table = QAccessible.queryAccessibleInterface(pane.view)
    cells = [table.child(number) for number in range(table.childCount())]
    names = [cell.text(QAccessible.Text.Name) for cell in cells if cell]
    assert claim_words.spoken(spoken) in names
    assert "4" not in names  # rows have no numbers of their own: a claim's number is another one


def test_the_row_is_there_when_a_screen_reader_follows_the_current_one() -> None:
    pane = ClaimList()
    pane.set_keys(range(10_000), Shelf())
    pane.set_current(9_000)
    assert pane.model.data(pane.model.index(9_000, 0)) != PLACEHOLDER


# ---------------------------------------------------------------- words and looks


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (53, "53"),
        (2022, "2022"),
        (12.5, "12.5"),
        (40_000, "40,000"),
        (2.5e6, "2.5 million"),
        (-3e9, "-3 billion"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
    ],
)
def test_numbers_read_as_people_write_them(value: float, words: str) -> None:
    assert claim_words.number_words(value) == words


def test_figures_carry_unit_and_qualifier() -> None:
    span = domain.Span(0, 1)
    figures = (
        domain.Figure(span, 53, "people", "at least"),
        domain.Figure(span, 12, "%"),
        domain.Figure(span, 75, "", "about"),
        domain.Figure(span, 1),
    )
    assert claim_words.figures(claim(1, figures=figures)) == [
        "at least 53 people",
        "12%",
        "about 75",
        "+1",
    ]


def test_who_says_it_and_who_contests_it() -> None:
    assert claim_words.voice(claim(1)) == "article’s own voice"
    assert claim_words.contested((11, 13)) == "contested by 11, 13"
    assert claim_words.contested((1, 2, 3, 4, 5, 6)) == "contested by 1, 2, 3, 4 +2"


def test_a_tool_tip_never_takes_text_for_mark_up() -> None:
    tip = claim_words.claim_tooltip(claim(1, "<b>bold</b>  &\n claim", wording="It stands alone."))
    assert tip == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; claim</p><p>It stands alone.</p>"


def test_a_pill_says_where_the_review_stands() -> None:
    reviewed = claim(1, state="reviewed", verdict="mostly FALSE")
    assert pills.pill_of(reviewed, SCALE) == pills.Pill("Mostly false", "◔", "orange")
    assert pills.pill_of(claim(1), SCALE).outline
    assert pills.pill_of(claim(1, state="disputed"), SCALE).tone == "violet"
    assert pills.pill_of(claim(1, dismissed=""), SCALE).word == "not a claim"
    free = pills.pill_of(claim(1, state="reviewed", verdict="Out of\ndate"), SCALE)
    assert (free.word, free.tone) == ("Out of date", "grey")
    assert pills.pill_of(reviewed, None).word == "mostly FALSE"
    lacking = replace(reviewed, incomplete=True)
    assert pills.pill_of(lacking, SCALE) == pills.Pill("Mostly false", "◔", "orange", partial=True)
    assert "reason missing" in claim_words.spoken(lacking)


def inked(draw: Callable[[QPainter], None], side: int = 20) -> int:
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    places = [(x, y) for x in range(side) for y in range(side)]
    return sum(picture.pixelColor(x, y).lightness() < 128 for x, y in places)


def test_every_symbol_of_every_scale_can_be_drawn() -> None:
    from PySide6.QtCore import QRectF

    from factcheck_gui.ui.symbols import paint_symbol

    ink = theme.LIGHT.color("ink")
    files = sorted((paths.resources() / "scales").glob("*.json"))
    assert files
    for path in files:
        for label in domain.scale_from_json(json.loads(path.read_text(encoding="utf-8"))).labels:
            box = QRectF(4, 4, 12, 12)
            dark = inked(lambda p, s=label.symbol, b=box: paint_symbol(p, b, s, ink))
            assert dark >= 4, label.symbol


# ---------------------------------------------------------------- all sorts of text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "short",
        ARABIC,
        f"He said: {ARABIC}",
        LONG_WORD,
        FAMILY * 60,
        f"{LONG_WORD}{FAMILY}{LONG_WORD}",
        "e\u0301" * 400,
        "中文新聞報導" * 60,
        "word " * 4_000,
        "\u202eforced the other way " * 20,
    ],
)
def test_lines_fit_whatever_the_script(text: str, qapp: QApplication) -> None:
    for width in (60.0, 150.0, 320.0):
        lines = LineCache().lines(text, theme.sans(theme.BASE), width, 2)
        assert 1 <= len(lines) <= 2
        for layout in lines.layouts:
            assert layout.lineAt(0).textLength() > 0
            assert layout.lineAt(0).naturalTextWidth() <= width + 1


def test_a_long_text_ends_with_an_ellipsis_and_a_short_one_does_not(qapp: QApplication) -> None:
    cache, font = LineCache(), theme.sans(theme.BASE)
    long = cache.lines(f"{FAMILY} " * 90, font, 200, 2)
    assert long.cut
    assert long.layouts[-1].text().endswith("…")
    assert long.layouts[-1].text().startswith(FAMILY)  # cut between people, not through them
    assert not cache.lines("Two words", font, 200, 2).cut
    assert cache.lines("Two words", font, 200, 2) is cache.lines("Two words", font, 200, 2)


def test_direction_and_slant_follow_the_script() -> None:
    assert reads_right_to_left(ARABIC)
    assert reads_right_to_left("12 " + ARABIC)
    assert not reads_right_to_left("He said: " + ARABIC)
    assert has_italics("said, «казал» – “so”")
    assert not has_italics("قال")


def test_rows_of_all_sorts_are_painted(pane: ClaimList, qtbot: QtBot) -> None:
    texts = [ARABIC, LONG_WORD, FAMILY * 50, "", "<b>not bold</b>"]
    odd = {
        key: claim(
            key,
            text,
            claimant=text * 3,
            cue=text,
            number=key * 12_345,
            verdict=text[:80] or None,
            state="reviewed",
            contested_by=tuple(range(90)),
            figures=(domain.Figure(domain.Span(0, 1), float("nan"), text),) * 5,
        )
        for key, text in enumerate(texts)
    }
    pane.window().resize(320, 600)
    pane.set_keys(odd, lambda keys: [odd[key] for key in keys])
    pane.window().show()
    qtbot.waitExposed(pane.window())
    assert not pane.grab().isNull()


def test_a_share_told_in_words_reads_as_a_percentage() -> None:
    half = domain.Figure(domain.Span(0, 4), 0.5, "share")
    assert claim_words.figure_words(half) == "50%"
