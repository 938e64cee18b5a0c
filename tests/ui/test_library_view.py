"""The library pane with real widgets: what it tells, what it paints, what it reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from factcheck_gui import domain, paths
from factcheck_gui.ui import pills, theme
from factcheck_gui.ui.lists.library_view import LibraryView

SCALE = domain.scale_from_json(
    json.loads((paths.resources() / "scales" / "five-point.json").read_text(encoding="utf-8"))
)
ARABIC = "خمسون قتيلا في هجوم على سجن"


def article(key: int, title: str = "City council says rents fell", **fields: Any) -> Any:
    plain: dict[str, Any] = {
        "id": f"article-{key}",
        "opening": "It has been nearly a month since",
        "site": "localnews.example",
        "published": "2026-11-03",
        "source_name": "rents.txt",
        "imported_at": "2026-11-04T09:00:00.000000Z",
        "scale": "five-point",
        "tally": domain.Tally(18, 7, 1, (("False", 2), ("True", 3), ("Mixed", 1))),
    }
    return domain.ArticleRow(key=key, title=title, **{**plain, **fields})


@pytest.fixture(scope="module", autouse=True)
def light(qapp: QApplication) -> None:
    theme.load_fonts()
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[LibraryView]:
    window = QMainWindow()
    window.resize(262, 600)
    qtbot.addWidget(window)
    widget = LibraryView({"five-point": SCALE}.get)
    window.setCentralWidget(widget)
    window.show()
    qtbot.waitExposed(window)
    yield widget
    window.close()  # held until here: nobody else holds it


def box_of(pane: LibraryView, key: int) -> QRect:
    return pane.view.visualRect(pane.model.index(pane.model.row_of(key), 0))


def test_a_click_on_an_article_emits_its_key(pane: LibraryView, qtbot: QtBot) -> None:
    pane.set_articles([article(5), article(3), article(9)])
    place = box_of(pane, 3).center()
    with qtbot.waitSignal(pane.article_chosen) as told:
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [3]


def test_set_current_is_silent_and_survives_a_new_list(pane: LibraryView, qtbot: QtBot) -> None:
    rows = [article(key) for key in range(200)]
    pane.set_articles(rows)
    with qtbot.assertNotEmitted(pane.article_chosen):
        assert pane.set_current(150)
        assert pane.view.viewport().rect().contains(box_of(pane, 150))
        pane.set_articles(rows[100:])
    assert pane.view.current_key() == 150
    assert not pane.set_current(7)


def test_the_caption_counts_what_is_listed(pane: LibraryView) -> None:
    pane.set_articles([article(1)])
    assert pane.caption.text() == "LIBRARY · 1 ARTICLE"
    pane.set_articles([article(key) for key in range(4)])
    assert pane.caption.text() == "LIBRARY · 4 ARTICLES"
    pane.set_articles([article(1)], total=1_200)
    assert pane.caption.text() == "LIBRARY · 1 OF 1,200 ARTICLES"


def test_an_update_repaints_its_row(pane: LibraryView) -> None:
    pane.set_articles([article(1), article(2)])
    QApplication.processEvents()
    changed: list[int] = []
    pane.model.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    before = pane.view.grab(box_of(pane, 2)).toImage()
    pane.update_article(replace(article(2), tally=domain.Tally(18, 18, 0, (("True", 18),))))
    assert changed == [1]
    assert pane.view.grab(box_of(pane, 2)).toImage() != before


def test_a_large_library_is_read_in_pages(pane: LibraryView) -> None:
    asked: list[int] = []

    def fetch(keys: Sequence[int]) -> list[domain.ArticleRow]:
        asked.extend(keys)
        return [article(key) for key in keys]

    pane.set_keys(range(1, 100_001), fetch)
    QApplication.processEvents()
    pane.set_current(50_000)
    pane.grab()
    assert len(asked) < 1_000
    assert pane.caption.text() == "LIBRARY · 100,000 ARTICLES"


def test_typing_asks_once_after_a_pause(pane: LibraryView, qtbot: QtBot) -> None:
    pane.set_articles([article(1)])
    told: list[str] = []
    pane.filter_changed.connect(told.append)
    qtbot.keyClicks(pane.field, "rent")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["rent"]


def test_empty_states_say_what_to_do_next(pane: LibraryView, qtbot: QtBot) -> None:
    pane.set_articles([])
    assert "Drop files or a folder anywhere" in pane.empty.words()
    pane.field.put("zebra")
    pane.set_articles([], total=4)
    assert "Nothing matches" in pane.empty.words()
    with qtbot.waitSignal(pane.filter_changed) as told:
        qtbot.mouseClick(pane.empty.button, Qt.MouseButton.LeftButton)
    assert told.args == [""]


def test_the_menu_is_asked_for_on_an_article_only(pane: LibraryView) -> None:
    pane.set_articles([article(1), article(2)])
    told: list[int] = []
    pane.menu_requested.connect(lambda key, _place: told.append(key))
    for place in (box_of(pane, 2).center(), QPoint(20, 550)):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(1, 1))
        QApplication.sendEvent(pane.view.viewport(), event)
    assert told == [2]


def test_words_of_an_article(pane: LibraryView) -> None:
    pane.set_articles([article(1, author="A. Writer"), article(2, title="", published="", site="")])
    pane.model.prefetch(0, 1)
    role = Qt.ItemDataRole
    first, second = pane.model.index(0, 0), pane.model.index(1, 0)
    assert pane.model.data(first, role.AccessibleTextRole) == (
        "City council says rents fell. A. Writer · localnews.example · 3 Nov 2026. "
        "7 of 18 claims reviewed"
    )
    assert pane.model.data(second) == "It has been nearly a month since"
    assert "rents.txt · added 4 Nov 2026" in pane.model.data(second, role.ToolTipRole)
    trashed = article(3, trashed_at="2026-11-05T00:00:00Z")
    assert pane.model.origin(trashed) == ("localnews.example", "in the trash")


def test_everything_that_takes_the_focus_has_a_name(pane: LibraryView) -> None:
    pane.set_articles([article(1)])
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name), widget


def test_the_bar_follows_the_scale_and_shows_what_is_disputed() -> None:
    tally = article(1).tally
    assert pills.tally_parts(tally, SCALE) == [
        ("green", 3),
        ("amber", 1),
        ("red", 2),
        ("violet", 1),
    ]
    assert {tone for tone, _n in pills.tally_parts(tally, None)} == {"grey", "violet"}


@pytest.mark.parametrize(("share", "expected"), [(0, 0), (9, 50), (18, 100)])
def test_the_bar_is_as_long_as_the_review_is_far(share: int, expected: int) -> None:
    picture = QImage(100, 4, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    pills.paint_bar(painter, QRectF(0, 0, 100, 4), [("green", share)], 18)
    painter.end()
    green = theme.LIGHT.tone("green").line
    filled = sum(picture.pixelColor(x, 1).name() == green for x in range(100))
    assert abs(filled - expected) <= 2


def test_articles_of_all_sorts_are_painted(pane: LibraryView) -> None:
    nothing = domain.Tally()
    rows = [
        article(1, title=ARABIC, site=ARABIC),
        article(2, title="Wort" * 80, site="sub." * 40 + "example"),
        article(3, title="", opening="", site="", published="", source_name="", imported_at=""),
        article(4, tally=nothing, scale="unknown", published="2026"),
        article(5, title="👨‍👩‍👧‍👦" * 40, trashed_at="2026-01-01T00:00:00Z"),
    ]
    pane.set_articles(rows)
    pane.set_current(4)
    assert not pane.grab().isNull()


def test_new_articles_come_on_top_and_what_is_in_view_stays(pane: LibraryView) -> None:
    rows = {key: article(key, f"Article {key}") for key in range(1, 400)}
    pane.set_keys(range(300, 0, -1), lambda keys: [rows[key] for key in keys])
    pane.set_current(150)
    before = box_of(pane, 150).top()
    assert pane.add_keys([301, 302, 303])
    assert [pane.model.key_at(row) for row in range(4)] == [303, 302, 301, 300]
    assert box_of(pane, 150).top() == before
    assert pane.view.current_key() == 150
    assert pane.caption.text() == "LIBRARY · 303 ARTICLES"
    assert not pane.add_keys([303])  # it is there already: the list is to be read anew
    pane.field.setText("Article 9")
    assert not pane.add_keys([304])
