"""The reader with a long article and its claims, beside a plain QTextEdit with the same text.

``run()`` measures, ``python -m tests.bench.bench_reader`` prints the goals, too. Both show the same
words in the same font and size; the plain one has block formats for line height and margins, as an
ordinary way to set such a page would. They take turns in one process, so that a busy machine weighs
on both, and the better of some rounds counts.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from factcheck_gui.domain import Article, ArticleRow, Block, Mark, Tally
from factcheck_gui.ui import theme
from factcheck_gui.ui.reader.article_view import TEXT_SIZE, ArticleView
from factcheck_gui.ui.reader.page_styles import PageStyles

SIZE = (730, 830)
ROUNDS = 3
FRAMES = 80
EVERY = 100  # characters of text to a claim: as dense as a real article
BATCH = 40  # claims that arrive at a time while extraction runs


class Line(NamedTuple):
    """One figure of the run in milliseconds, or times (``unit`` "×"), and its goal, if any."""

    name: str
    value: float
    goal: float | None = None
    unit: str = "ms"


def made_up(length: int) -> tuple[Article, list[Mark]]:
    """An article of so many characters with its claims; the same each time."""
    chance = random.Random(length)
    letters = "etaoinshrdlu"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(3_000)]
    paragraphs, total = [], 0
    while total < length:
        paragraphs.append(" ".join(chance.choices(words, k=chance.randint(20, 90))) + ".")
        total += len(paragraphs[-1]) + 2
    text = "\n\n".join(paragraphs)[:length]
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            kind = "quote" if chance.random() < 0.1 else "paragraph"
            blocks.append(Block(kind, at, at + len(line)))  # type: ignore[arg-type]
        at += len(line) + 1
    row = ArticleRow(1, "a", "A title", "", "", "", "", "", "five-point", Tally())
    return Article(row, 1, "v", 1, text, tuple(blocks), (), ""), marks_of(length)


def marks_of(length: int) -> list[Mark]:
    """A claim of 60 characters in each 100, two of three reviewed."""
    return [
        Mark(key, key, at, at + 60, "reviewed" if key % 3 else "open", "True" if key % 3 else None)
        for key, at in enumerate(range(0, length - 60, EVERY), 1)
    ]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of ``work`` and of painting what it changed."""
    start = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def rest(seconds: float = 0.15) -> None:
    """Lets the timers run down."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()


def shown(widget: QWidget) -> None:
    widget.resize(*SIZE)
    widget.show()
    rest(0.05)


# ---------------------------------------------------------------- opening


def plain(article: Article, styled: bool) -> float:
    """A QTextEdit from an empty one to one that is laid out to its end and painted."""
    edit = QTextEdit()
    edit.setReadOnly(True)
    edit.setUndoRedoEnabled(False)
    styles = PageStyles(TEXT_SIZE)
    edit.setFont(styles.body)
    shown(edit)

    def fill() -> None:
        if not styled:
            edit.setPlainText(article.text)
        else:
            cursor = QTextCursor(edit.document())
            format_ = QTextBlockFormat()
            fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
            format_.setLineHeight(styles.pitch, fixed)
            format_.setBottomMargin(styles.gap)
            cursor.beginEditBlock()
            cursor.setBlockFormat(format_)
            cursor.insertText(article.text)
            cursor.endEditBlock()
        QApplication.processEvents()
        edit.document().documentLayout().documentSize()  # lays out what is left

    spent = timed(fill)
    edit.deleteLater()
    rest(0.05)
    return spent


class Opened(NamedTuple):
    """The reader with an article, and how long that took (milliseconds)."""

    view: ArticleView
    first: float  # until it is painted and can be used
    settled: float  # until the last height is exact, in slices between events
    longest: float  # the longest that events waited meanwhile


def opened(article: Article, marks: list[Mark]) -> Opened:
    view = ArticleView()
    shown(view)
    start = time.perf_counter()
    first = timed(lambda: view.set_article(article, marks, "site · a day"))
    longest = first
    while not view.edit.settled:
        longest = max(longest, timed(lambda: time.sleep(0.001)))
    return Opened(view, first, (time.perf_counter() - start) * 1000, longest)


def opening(length: int) -> tuple[list[Line], ArticleView]:
    """Opening an article against both plain editors."""
    article, marks = made_up(length)
    styled, bare, ours = [], [], []
    for number in range(ROUNDS):
        bare.append(plain(article, styled=False))
        styled.append(plain(article, styled=True))
        ours.append(opened(article, marks))
        if number:
            ours[number - 1].view.deleteLater()
    name = f"{length:,} characters, {len(marks):,} claims"
    first = min(one.first for one in ours)
    goal = 50 if length <= 200_000 else 200
    return [
        Line(f"{name}: plain QTextEdit", min(bare)),
        Line(f"{name}: plain QTextEdit with block formats", min(styled)),
        Line(f"{name}: reader, first paint", first),
        Line(f"{name}: reader, every height exact", min(one.settled for one in ours)),
        Line(f"{name}: first paint against the plain one", first / min(bare), 2, "×"),
        Line(f"{name}: ... against the one with formats", first / min(styled), 2, "×"),
        Line(f"{name}: longest event while opening", min(one.longest for one in ours), goal),
    ], ours[-1].view


# ---------------------------------------------------------------- using


def wheel(view: ArticleView) -> list[float]:
    """Milliseconds of each of some turns of the wheel, painting included."""
    viewport = view.edit.viewport()
    middle = QPointF(viewport.rect().center())

    def turn() -> None:
        event = QWheelEvent(
            middle,
            viewport.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    return [timed(turn) for _ in range(FRAMES)]


def best(work: Callable[[int], object]) -> float:
    """The least of some tries; ``work`` is told which one it is."""
    spent = []
    for number in range(ROUNDS + 2):
        rest()
        spent.append(timed(lambda number=number: work(number)))  # type: ignore[misc]
    return min(spent)


def using(view: ArticleView, length: int) -> list[Line]:
    """What a reviewer does, with everything laid out."""
    name, last = f"{length:,} characters", length // EVERY - 3
    goal = 50 if length <= 200_000 else 200
    view.set_current(5)
    rest(0.5)
    restyled = best(
        lambda number: (
            view.update_mark(Mark(5, 5, 400, 460, "reviewed", "False"))
            if number % 2
            else view.update_mark(Mark(5, 5, 400, 460, "open", None))
        )
    )
    jump = best(lambda number: view.set_current((3, last, last // 2)[number % 3]))
    view.set_current(3)
    rest()
    frames = wheel(view)
    narrow = best(lambda number: view.resize(500 - 20 * number, SIZE[1]))
    batch = best(lambda number: view.add_marks(_late(length, number)))
    return [
        Line(f"{name}: restyle of one claim, painted", restyled, 20),
        Line(f"{name}: jump to a far claim", jump, goal),
        Line(f"{name}: wheel frame, median", statistics.median(frames), 33),
        Line(f"{name}: wheel frame, 95 of 100", sorted(frames)[int(FRAMES * 0.95) - 1], 33),
        Line(f"{name}: narrower window", narrow, goal),
        Line(f"{name}: {BATCH} claims arrive", batch, goal),
    ]


def _late(length: int, number: int) -> list[Mark]:
    first = 1_000_000 + number * BATCH
    places = range(number * 7, length - 90, length // BATCH)
    return [
        Mark(first + at, first + at, place, place + 30, "open", None)
        for at, place in enumerate(places)
    ]


def run() -> list[Line]:
    """All figures; a QApplication is made if there is none."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, theme.LIGHT)
    lines: list[Line] = []
    for length in (200_000, 1_000_000):
        figures, view = opening(length)
        lines += figures + using(view, length)
        view.close()
        view.deleteLater()
    return lines


def main() -> None:
    """Prints the figures beside their goals."""
    for line in run():
        goal = f"   goal {line.goal:g} {line.unit}" if line.goal else ""
        mark = "  MISSED" if line.goal and line.value > line.goal else ""
        print(f"{line.name:60} {line.value:8.2f} {line.unit:2}{goal}{mark}")


if __name__ == "__main__":
    main()
