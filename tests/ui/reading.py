"""For the tests of the reader: articles, marks, and where words are on the screen."""

from __future__ import annotations

import json
import random

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck_gui import domain, paths
from factcheck_gui.domain import Article, ArticleRow, Block, Mark, Tally
from factcheck_gui.ui.reader.article_view import ArticleView
from factcheck_gui.ui.reader.fragments import fragments


def article(text: str, title: str = "A title", blocks: tuple[Block, ...] = ()) -> Article:
    row = ArticleRow(1, "a", title, "", "site", "", "", "", "five-point", Tally())
    return Article(row, 1, "v", 1, text, blocks, (), "")


def mark(text: str, words: str, key: int = 1, verdict: str | None = None) -> Mark:
    start = text.index(words)
    state = "reviewed" if verdict else "open"
    return Mark(key, key, start, start + len(words), state, verdict)  # type: ignore[arg-type]


def long_text(paragraphs: int = 400) -> str:
    chance = random.Random(7)
    words = ["claim", "prices", "of", "the", "rose", "in", "minister", "a", "figures", "2022,"]
    return "\n\n".join(
        " ".join(chance.choice(words) for _ in range(chance.randint(20, 90))) + f" n{number}."
        for number in range(paragraphs)
    )


def shown_view(
    qtbot: QtBot,
    text: str,
    marks: tuple[Mark, ...] = (),
    title: str = "A title",
    blocks: tuple[Block, ...] = (),
    size: tuple[int, int] = (720, 600),
) -> ArticleView:
    """A reader on the screen with an article and its marks on the five-point scale."""
    view = ArticleView()
    qtbot.addWidget(view)
    scale = (paths.resources() / "scales" / "five-point.json").read_text(encoding="utf-8")
    view.set_scale(domain.scale_from_json(json.loads(scale)))
    view.resize(*size)
    view.set_article(article(text, title, blocks), marks, "site · 29 July 2022")
    view.show()
    qtbot.waitExposed(view)
    QGuiApplication.processEvents()
    return view


def settle(qtbot: QtBot, view: ArticleView) -> None:
    qtbot.waitUntil(lambda: view.edit.settled)


def boxes(view: ArticleView, start: int, end: int) -> list[QPointF]:
    """The middles, in the viewport, of the lines that a part of the text covers."""
    display, page = view._display, view.edit.page
    line = display.line_at(start)
    placed = page.placed(line + view._header_lines)
    first = display.to_qt(start) - placed.position
    last = display.to_qt(end) - placed.position
    scrolled = QPointF(0, view.edit.verticalScrollBar().value())
    return [box.center() - scrolled for box in fragments(placed, first, last)]


def point_on(view: ArticleView, words: str) -> QPoint:
    start = view._text.index(words)
    return boxes(view, start, start + len(words))[0].toPoint()


def colors_in(image: QImage, around: QPoint, reach: int = 12) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(max(around.x() - reach, 0), around.x() + reach)
        for y in range(max(around.y() - reach, 0), around.y() + reach)
        if image.valid(x, y)
    }


def click(view: ArticleView, words: str) -> None:
    QTest.mouseClick(view.edit.viewport(), Qt.MouseButton.LeftButton, pos=point_on(view, words))


def select(view: ArticleView, start: int, end: int) -> None:
    cursor = view.edit.textCursor()
    cursor.setPosition(view._display.to_qt(start))
    cursor.setPosition(view._display.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    view.edit.setTextCursor(cursor)
