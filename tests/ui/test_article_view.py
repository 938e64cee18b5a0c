"""The reader, as a real widget: what it shows, what the mouse and the keys do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factcheck_gui.domain import Block, Mark, Span
from factcheck_gui.ui import theme
from factcheck_gui.ui.reader.article_view import ArticleView
from factcheck_gui.ui.reader.find_bar import find_all
from factcheck_gui.ui.reader.fragments import fragments
from tests.ui.reading import (
    article,
    boxes,
    click,
    colors_in,
    long_text,
    mark,
    point_on,
    select,
    settle,
    shown_view,
)

OPENING = "Prices rose 12 % 😀 last year, the minister said. "
SECOND = "The bank denied it.\n\nA second paragraph says that e\u0301lan counts, and 家 too."
TEXT = OPENING + SECOND

MakeView = Callable[..., ArticleView]


@pytest.fixture
def make_view(qtbot: QtBot) -> MakeView:
    return lambda text=TEXT, marks=(), **more: shown_view(qtbot, text, marks, **more)


# ---------------------------------------------------------------- clicking


def test_a_click_on_a_claim_tells_its_key(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(marks=(mark(TEXT, "Prices rose 12 % 😀"), mark(TEXT, "denied it", key=7)))
    with qtbot.waitSignal(view.claim_clicked) as told:
        click(view, "denied")
    assert told.args == [7]


def test_a_click_on_text_without_a_claim_tells_nothing(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(marks=(mark(TEXT, "denied it"),))
    with qtbot.assertNotEmitted(view.claim_clicked):
        click(view, "minister")
        QTest.mouseClick(view.edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 40))


def test_clicks_on_overlapping_claims_go_from_the_shortest_outwards(
    make_view: MakeView, qtbot: QtBot
) -> None:
    view = make_view(marks=(mark(TEXT, OPENING.strip(), key=1), mark(TEXT, "last year", key=2)))
    keys: list[int] = []
    view.claim_clicked.connect(keys.append)
    view.claim_clicked.connect(view.set_current)
    for _ in range(3):
        click(view, "last year")
        QTest.qWait(QGuiApplication.styleHints().mouseDoubleClickInterval() // 8)
    assert keys[:2] == [2, 1]


def test_the_ruler_has_a_tick_for_each_claim_and_a_click_there_tells_its_key(
    make_view: MakeView, qtbot: QtBot
) -> None:
    text = long_text(100)
    view = make_view(text, (mark(text, "n3."), mark(text, "n90.", key=9)))
    settle(qtbot, view)
    qtbot.waitUntil(lambda: len(view.ruler._ticks) == 2)
    y = view.ruler._ticks[9].place * view.ruler.height()
    assert 0.8 < view.ruler._ticks[9].place < 1
    with qtbot.waitSignal(view.claim_clicked) as told:
        QTest.mouseClick(view.ruler, Qt.MouseButton.LeftButton, pos=QPoint(6, int(y) + 3))
    assert told.args == [9]


def test_a_click_on_a_claims_number_tells_its_key(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(marks=(mark(TEXT, "last year, the minister", key=5),))
    after = TEXT.index(" said")
    with qtbot.waitSignal(view.claim_clicked) as told:
        place = boxes(view, after, after + 1)[0].toPoint()
        QTest.mouseClick(view.edit.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [5]


# ---------------------------------------------------------------- selecting and copying


@pytest.mark.parametrize(
    "words", ["last year, the", "😀 last", "e\u0301lan counts", "家", "it.\n\nA"]
)
def test_a_selection_is_told_in_code_points(make_view: MakeView, words: str) -> None:
    view = make_view()
    start = TEXT.index(words)
    select(view, start, start + len(words))
    span = view.selected_span()
    assert span is not None
    assert span == Span(start, start + len(words))
    assert span.of(TEXT) == words


def test_a_selection_by_the_mouse_is_told_in_code_points(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view()
    viewport, left = view.edit.viewport(), Qt.MouseButton.LeftButton
    start = boxes(view, TEXT.index("last"), TEXT.index("last") + 1)[0]
    end = boxes(view, TEXT.index("minister"), TEXT.index("minister") + 1)[0]
    with qtbot.waitSignal(view.selection_changed) as told:
        QTest.mousePress(viewport, left, pos=start.toPoint() - QPoint(3, 0))
        QTest.mouseMove(viewport, end.toPoint() - QPoint(6, 0))
        QTest.mouseRelease(viewport, left, pos=end.toPoint() - QPoint(6, 0))
    assert told.args == [True]
    span = view.selected_span()
    assert span is not None
    assert span.of(TEXT) == "last year, the"  # without the space at its end


def test_white_space_alone_and_the_headline_are_no_selection(make_view: MakeView) -> None:
    view = make_view()
    select(view, TEXT.index("\n\n"), TEXT.index("\n\n") + 2)
    assert view.selected_span() is None
    cursor = view.edit.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    view.edit.setTextCursor(cursor)
    assert view.selected_span() is None


def test_selecting_all_copies_the_exact_text_and_nothing_of_the_header(
    make_view: MakeView,
) -> None:
    text = "One.\u2028Two\u00a0three \ufdd0 \ufeff😀\n\n" + "word " * 2_000 + "家" * 4_000
    view = make_view(text, marks=(mark(text, "Two"),))
    view.edit.selectAll()
    assert view.selected_span() == Span(0, len(text))
    view.edit.copy()
    assert QGuiApplication.clipboard().text() == text


def test_copying_a_piece_of_the_headline_gives_that_piece(make_view: MakeView) -> None:
    view = make_view(title="😀 Head\nline")
    cursor = view.edit.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    view.edit.setTextCursor(cursor)
    view.edit.copy()
    assert QGuiApplication.clipboard().text() == "Head"


# ---------------------------------------------------------------- what is shown


def test_title_and_byline_stand_over_the_text_and_are_no_part_of_it(make_view: MakeView) -> None:
    view = make_view()
    shown = view.edit.toPlainText()
    assert shown.startswith("A title\nsite · 29 July 2022\nPrices")
    assert view._display.to_text(0) == 0


def test_an_article_without_a_title_has_the_byline_only(make_view: MakeView) -> None:
    assert make_view(title="").edit.toPlainText().startswith("site · 29 July 2022\nPrices")


def test_a_view_without_an_article_is_empty_and_takes_keys_and_clicks(
    make_view: MakeView,
) -> None:
    view = make_view()
    view.set_article(None, (), "")
    QTest.keyClick(view.edit, Qt.Key.Key_PageDown)
    QTest.mouseClick(view.edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    view.set_text_size(20)
    view.resize(400, 300)
    QGuiApplication.processEvents()
    assert view.edit.toPlainText() == ""
    assert view.selected_span() is None


def test_a_verdict_tints_the_claim_and_moves_no_text(make_view: MakeView) -> None:
    open_mark = mark(TEXT, "the minister said")
    view = make_view(marks=(open_mark,))
    before = boxes(view, TEXT.index("denied"), TEXT.index("denied") + 6)
    fill = theme.current().tone("red").fill
    assert fill not in colors_in(view.edit.viewport().grab().toImage(), point_on(view, "minister"))
    view.update_mark(replace(open_mark, state="reviewed", verdict="False"))
    QGuiApplication.processEvents()
    assert fill in colors_in(view.edit.viewport().grab().toImage(), point_on(view, "minister"))
    assert boxes(view, TEXT.index("denied"), TEXT.index("denied") + 6) == before


def test_disputed_is_violet_and_a_removed_mark_is_gone(make_view: MakeView) -> None:
    view = make_view(marks=(replace(mark(TEXT, "minister said"), state="disputed"),))
    violet = theme.current().tone("violet")
    seen = colors_in(view.edit.viewport().grab().toImage(), point_on(view, "minister said"), 30)
    assert {violet.fill, violet.line} <= seen
    view.remove_mark(1)
    QGuiApplication.processEvents()
    seen = colors_in(view.edit.viewport().grab().toImage(), point_on(view, "minister said"), 30)
    assert violet.fill not in seen


def test_the_number_of_a_claim_takes_room_that_is_no_text(make_view: MakeView) -> None:
    text = "They said so, and more."
    plain, marked = make_view(text), make_view(text, (mark(text, "They said so"),))
    after = text.index("and")
    moved = boxes(marked, after, after + 3)[0].x() - boxes(plain, after, after + 3)[0].x()
    assert 8 < moved < 25
    assert marked.edit.toPlainText() == plain.edit.toPlainText()


def test_the_current_claim_is_outlined(make_view: MakeView) -> None:
    view = make_view(marks=(mark(TEXT, "minister"), mark(TEXT, "denied", key=2)))
    accent = QColor(theme.current().accent).name()
    view.set_current(2)
    image = view.edit.viewport().grab().toImage()
    assert accent in colors_in(image, point_on(view, "denied"), 40)
    view.set_current(None)
    view.edit.put_cursor(0)
    assert accent not in colors_in(view.edit.viewport().grab().toImage(), point_on(view, "denied"))


def test_another_theme_paints_other_colours(make_view: MakeView) -> None:
    view = make_view(marks=(mark(TEXT, "minister", verdict="True"),))
    app = QGuiApplication.instance()
    theme.apply(app, theme.DARK)  # type: ignore[arg-type]
    try:
        view.apply_theme()
        seen = colors_in(view.edit.viewport().grab().toImage(), point_on(view, "minister"))
        assert theme.DARK.tone("green").fill in seen
        assert theme.DARK.ink in colors_in(
            view.edit.viewport().grab().toImage(), QPoint(90, 60), 60
        )
    finally:
        theme.apply(app, theme.LIGHT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن الأسعار ارتفعت بنسبة 12% في عام 2024، وأضاف.",
        "The word שלום means peace, and 12 שלום again 3.",
        "👩‍👩‍👧 said 12 %. cafe\u0301 cafe\u0301",
        "\u0301 begins with a mark, \u200d, and ends with one \u0301",
        "日本の首相は、消費税を10%から12%に。",
        "-" * 9_000,
        "\n\n\n",
        " ",
        "",
    ],
)
def test_any_text_and_any_claims_in_it_are_painted(make_view: MakeView, text: str) -> None:
    ends = [(start, end) for start in range(0, len(text), 3) for end in (start + 4, len(text))]
    marks = tuple(
        Mark(key, key, start, end, "open" if key % 2 else "reviewed", None if key % 2 else "True")
        for key, (start, end) in enumerate(ends[:40], 1)
    )
    view = make_view(text, marks, size=(360, 400))
    view.set_current(2)
    assert not view.grab().isNull()
    assert view._display.document_units == view.edit.document().characterCount() - 1


@pytest.mark.parametrize("text", ["", "short"])
def test_marks_that_do_not_fit_the_text_do_no_harm(make_view: MakeView, text: str) -> None:
    marks = (Mark(1, 1, 2, 900, "open", None), Mark(2, 2, 700, 900, "open", None))
    view = make_view(text, marks)
    for key in (1, 2, 3):
        view.set_current(key)
        QTest.mouseMove(view.edit.viewport(), QPoint(100, 60))
        view.update_mark(Mark(key, key, 3, 800, "reviewed", "True"))
    view.remove_mark(7)
    assert not view.grab().isNull()


def test_a_mark_over_letters_from_right_to_left_covers_exactly_them(make_view: MakeView) -> None:
    text = "The word שלום means peace."
    view = make_view(text)
    start = text.index("שלום")
    (middle,) = boxes(view, start, start + 4)
    (before,) = boxes(view, start - 1, start)
    (after,) = boxes(view, start + 4, start + 5)
    assert before.x() < middle.x() < after.x()
    first, last = boxes(view, start, start + 1)[0], boxes(view, start + 3, start + 4)[0]
    assert last.x() < first.x()


def test_structure_is_shown_by_indents_and_sizes(make_view: MakeView) -> None:
    text = "Heading\nplain words\nquoted words\nitem words\ncode words"
    places = [(text.index(line), line) for line in text.split("\n")]
    kinds = ("heading", "paragraph", "quote", "item", "code")
    blocks = tuple(
        Block(kind, start, start + len(line), 1 if kind != "paragraph" else 0)  # type: ignore[arg-type]
        for kind, (start, line) in zip(kinds, places, strict=True)
    )
    view = make_view(text, blocks=blocks)
    left = {}
    for start, line in places:
        placed = view.edit.page.placed(view._display.line_at(start) + view._header_lines)
        box = fragments(placed, 0, 1)[0]
        left[line] = box.left()
    assert left["plain words"] < left["code words"] < left["quoted words"]
    assert left["plain words"] < left["item words"]


# ---------------------------------------------------------------- dragging an end


def grips(view: ArticleView) -> dict[str, QPointF]:
    return view.drag.grip_points()


def drag(view: ArticleView, which: str, to: QPoint, escape: bool = False) -> None:
    viewport, left = view.edit.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=grips(view)[which].toPoint())
    QTest.mouseMove(viewport, to)
    if escape:
        QTest.keyClick(view.edit, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, left, pos=to)


def test_dragging_the_end_of_the_current_claim_tells_the_new_span(
    make_view: MakeView, qtbot: QtBot
) -> None:
    view = make_view(marks=(mark(TEXT, "12 % 😀 last year"),))
    view.set_current(1)
    said = TEXT.index("said")
    with qtbot.waitSignal(view.span_adjusted) as told:
        drag(view, "end", boxes(view, said, said + 4)[0].toPoint() + QPoint(40, 0))
    key, span = told.args
    assert key == 1
    assert span.of(TEXT).startswith("12 % 😀 last year, the minister said")
    assert view._marks.preview is None


def test_dragging_the_start_keeps_the_end(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(marks=(mark(TEXT, "last year"),))
    view.set_current(1)
    rose = boxes(view, TEXT.index("rose"), TEXT.index("rose") + 1)[0]
    with qtbot.waitSignal(view.span_adjusted) as told:
        drag(view, "start", rose.toPoint() - QPoint(4, 0))
    assert told.args[1].of(TEXT) == "rose 12 % 😀 last year"


def test_escape_drops_what_is_dragged(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(marks=(mark(TEXT, "last year"),))
    view.set_current(1)
    with qtbot.assertNotEmitted(view.span_adjusted):
        drag(view, "end", point_on(view, "minister"), escape=True)


def test_an_end_dragged_past_the_start_leaves_one_character(
    make_view: MakeView, qtbot: QtBot
) -> None:
    view = make_view(marks=(mark(TEXT, "last year"),))
    view.set_current(1)
    with qtbot.waitSignal(view.span_adjusted) as told:
        drag(view, "end", point_on(view, "Prices"))
    assert told.args[1].of(TEXT) == "l"


# ---------------------------------------------------------------- keys


class Window(QWidget):
    """Notes the keys that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: object) -> None:
        self.keys.append(event.key())  # type: ignore[attr-defined]


def test_letters_digits_and_plain_arrows_go_on_to_the_window(
    make_view: MakeView, qtbot: QtBot
) -> None:
    window = Window()
    qtbot.addWidget(window)
    view = make_view(marks=(mark(TEXT, "minister"),))
    view.setParent(window)
    window.show()
    view.edit.setFocus()
    keys = [Qt.Key.Key_J, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Down, Qt.Key.Key_Up]
    for key in [*keys, Qt.Key.Key_Question]:
        QTest.keyClick(view.edit, key)
    assert window.keys == [*keys, Qt.Key.Key_Question]
    view.setParent(None)


def test_the_keyboard_selects_from_the_current_claim_on(make_view: MakeView) -> None:
    view = make_view(marks=(mark(TEXT, "minister"),))
    view.set_current(1)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view.edit, Qt.Key.Key_Right, shift | Qt.KeyboardModifier.ControlModifier)
    span = view.selected_span()
    assert span is not None
    assert span.of(TEXT) == "minister"
    QTest.keyClick(view.edit, Qt.Key.Key_Down, shift)
    assert len(view.selected_span().of(TEXT)) > 20  # type: ignore[union-attr]


def test_shift_down_selects_through_the_whole_article(make_view: MakeView) -> None:
    text = long_text(40)
    view = make_view(text)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view.edit, Qt.Key.Key_End, shift | Qt.KeyboardModifier.ControlModifier)
    assert view.selected_span() == Span(0, len(text))


def test_the_frame_shows_focus_that_the_keyboard_brought(make_view: MakeView) -> None:
    view = make_view()
    view.edit.clearFocus()
    view.edit.setFocus(Qt.FocusReason.TabFocusReason)
    QGuiApplication.processEvents()
    accent = QColor(theme.current().accent).name()
    assert view.grab().toImage().pixelColor(1, 300).name() == accent
    view.edit.clearFocus()
    assert view.grab().toImage().pixelColor(1, 300).name() != accent


def test_drops_are_left_to_the_window(make_view: MakeView) -> None:
    view = make_view()
    assert not view.edit.acceptDrops()
    assert not view.edit.viewport().acceptDrops()


# ---------------------------------------------------------------- find


def test_find_selects_hit_after_hit_and_says_which(make_view: MakeView, qtbot: QtBot) -> None:
    text = "It’s here.\n\n" + long_text(200) + "\n\nIt's there, and IT'S over."
    view = make_view(text)
    view.show_find()
    QTest.keyClicks(view.find_bar.field, "it's")
    qtbot.waitUntil(lambda: view.find_bar.count.text() == "1 of 3")
    assert view.selected_span() == Span(0, 4)
    QTest.keyClick(view.find_bar.field, Qt.Key.Key_Return)
    assert view.find_bar.count.text() == "2 of 3"
    assert view.selected_span().of(text) == "It's"  # type: ignore[union-attr]
    assert 0 < point_on(view, "It's there").y() < view.edit.viewport().height()
    QTest.keyClick(view.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.find_bar.count.text() == "1 of 3"
    QTest.keyClick(view.find_bar.field, Qt.Key.Key_Escape)
    assert view.find_bar.isHidden()
    assert view.edit.hasFocus()


@pytest.mark.parametrize(
    ("words", "found"),
    [("IT'S", ["it’s"]), ("12 %", ["12\n%"]), ("(a) [b].*", ["(a) [b].*"]), (" ", []), ("zz", [])],
)
def test_find_ignores_case_kind_of_quotation_mark_and_line_breaks(
    words: str, found: list[str]
) -> None:
    text = "So it’s 12\n% of (a) [b].* and no more"
    assert [span.of(text) for span in find_all(text, words)] == found


def test_find_says_when_there_is_nothing(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view()
    view.show_find()
    QTest.keyClicks(view.find_bar.field, "(nowhere")
    qtbot.waitUntil(lambda: view.find_bar.count.text() == "not found")


def test_find_starts_with_the_selected_words(make_view: MakeView) -> None:
    view = make_view()
    select(view, TEXT.index("minister"), TEXT.index("minister") + 8)
    view.show_find()
    assert view.find_bar.field.text() == "minister"
    assert view.find_bar.count.text() == "1 of 1"


# ---------------------------------------------------------------- for all


def test_a_screen_reader_is_told_where_the_characters_are(make_view: MakeView) -> None:
    view = make_view()
    text = QAccessible.queryAccessibleInterface(view.edit).textInterface()
    place = text.characterRect(view._display.to_qt(TEXT.index("minister"))).center()
    seen = point_on(view, "m")
    assert abs(view.edit.viewport().mapFromGlobal(place).y() - seen.y()) < 8


def test_everything_that_takes_focus_has_a_name(make_view: MakeView) -> None:
    view = make_view()
    view.show_find()
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget


def test_tool_tips_name_the_claim_and_its_verdict_in_words(make_view: MakeView) -> None:
    view = make_view(marks=(mark(TEXT, "minister", verdict="Mostly true"), mark(TEXT, "denied", 2)))
    display = view._display
    assert view._words_at(display.to_qt(TEXT.index("minister"))) == "Claim 1 · Mostly true"
    assert view._words_at(display.to_qt(TEXT.index("denied"))) == "Claim 2 · to review"
    assert view._words_at(0) == ""


def test_a_text_that_qt_counts_differently_is_shown_all_the_same(
    make_view: MakeView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = make_view()
    counted = iter([1])
    count = view.edit.show_text
    monkeypatch.setattr(view.edit, "show_text", lambda text: next(counted, None) or count(text))
    view.set_article(article(TEXT), (mark(TEXT, "denied"),), "by")
    view.edit.selectAll()
    view.edit.copy()
    assert QGuiApplication.clipboard().text() == TEXT
    assert "\ufffd" in view.edit.toPlainText()  # the emoji
