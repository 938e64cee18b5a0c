"""The claims pane with 1,000,000 claims, beside a bare QTableView with the same number of rows.

``run()`` returns lines; ``python -m tests.bench.bench_lists`` prints them. Two sources of claims:
made up on the spot, and read from an SQLite file made on the spot. All figures of one run are from
the same machine at the same time; the bare table shows how busy that is.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from factcheck_gui import domain
from factcheck_gui.ui import theme
from factcheck_gui.ui.lists.claim_list import ClaimList

ROWS = 1_000_000
SIZE = (446, 760)
CLAIMANTS = ("", "Ministry of Finance", "A spokesman for the regional government", "Dr. Ö. Åberg")
VERDICTS = (None, "True", "Mostly true", "Mixed", "Mostly false", "False", "Unproven")
WORDS = (
    "The council said rents in the old town fell by 12 per cent after the cap, the largest fall "
    "since records began, while the landlords speak of a shortage that has doubled"
)
Fetch = Callable[[Sequence[int]], list[domain.Claim]]


class Line(NamedTuple):
    """One figure of the run and the goal it is held to (None: only for comparison)."""

    name: str
    milliseconds: float
    goal: float | None = None


def claim(key: int, verdict: str | None) -> domain.Claim:
    """A claim made up from its number."""
    return domain.Claim(
        key=key,
        id=f"claim-{key}",
        article=1,
        number=key,
        spans=(domain.Span(0, 10),),
        text=f"{key}: {WORDS}"[: 60 + key % 110],
        wording="",
        claimant=CLAIMANTS[key % 4],
        cue="said" if key % 4 else "",
        kind="event",
        type="fact",
        score=0.7,
        listed=True,
        shown=True,
        origin="found",
        state="reviewed" if verdict else "open",
        verdict=verdict,
        figures=(domain.Figure(domain.Span(0, 2), 12, "%"),) if key % 3 else (),
        contested_by=(key + 1,) if key % 5 == 0 else (),
    )


def made_up(keys: Sequence[int]) -> list[domain.Claim]:
    return [claim(key, VERDICTS[key % 7]) for key in keys]


def from_sqlite(folder: Path) -> Fetch:
    """A fetch by ids over a table of a million verdicts (the words are made up on reading)."""
    connection = sqlite3.connect(folder / "claims.sqlite")
    connection.execute("create table claim (id integer primary key, verdict text, note text)")
    rows = ((key, VERDICTS[key % 7], WORDS) for key in range(1, ROWS + 1))
    with connection:
        connection.executemany("insert into claim values (?, ?, ?)", rows)
    connection.close()
    reader = sqlite3.connect(f"file:{folder / 'claims.sqlite'}?mode=ro", uri=True)

    def fetch(keys: Sequence[int]) -> list[domain.Claim]:
        marks = ",".join("?" * len(keys))
        found = reader.execute(f"select id, verdict, note from claim where id in ({marks})", keys)
        return [claim(key, verdict) for key, verdict, _note in found]

    return fetch


# ---------------------------------------------------------------- measuring


class Painted(QObject):
    """Notes when a widget was last painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def until_painted(painted: Painted) -> None:
    before, app = painted.times, QApplication.instance()
    assert app is not None
    for _ in range(1_000):
        app.processEvents()
        if painted.times > before:
            app.processEvents()  # what a paint event leaves behind belongs to the frame
            return
    raise AssertionError("nothing was painted")


def timed(work: Callable[[], Any], painted: Painted) -> float:
    """Milliseconds from before ``work`` until its result has been painted."""
    start = time.perf_counter()
    work()
    until_painted(painted)
    return (time.perf_counter() - start) * 1000


def wheel(view: QTableView) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def wheel_frames(view: QTableView, painted: Painted) -> list[float]:
    return [timed(lambda: wheel(view), painted) for _ in range(60)]


def worst(times: Sequence[float]) -> float:
    """The slowest but for one in twenty: a busy machine stalls now and then by itself."""
    return sorted(times)[int(len(times) * 0.95) - 1]


def measure(name: str, keys: array[int], fetch: Fetch) -> list[Line]:
    start = time.perf_counter()  # making the pane belongs to its first paint
    pane = ClaimList()
    pane.resize(*SIZE)
    painted = Painted(pane.view.viewport())
    pane.set_keys(keys, fetch)
    pane.show()
    until_painted(painted)
    first = (time.perf_counter() - start) * 1000
    shown = made_up([keys[2]])[0]
    changes = [
        timed(
            lambda v=verdict: pane.update_claim(replace(shown, verdict=v, state="reviewed")),
            painted,
        )
        for verdict in VERDICTS[1:] * 4
    ]
    near = wheel_frames(pane.view, painted)
    bar = pane.view.verticalScrollBar()
    far = [timed(lambda p=p: bar.setValue(bar.maximum() * p // 41), painted) for p in range(1, 41)]
    go = timed(lambda: pane.set_current(keys[len(keys) // 3]), painted)
    pane.close()
    pane.deleteLater()
    return [
        Line(f"{name}: first paint", first, 150),
        Line(f"{name}: one verdict repainted (median)", statistics.median(changes), 16),
        Line(f"{name}: one verdict repainted (95 %)", worst(changes), 16),
        Line(f"{name}: wheel frame (median)", statistics.median(near), 33),
        Line(f"{name}: wheel frame (95 %)", worst(near), 33),
        Line(f"{name}: jump by the scroll bar (95 %)", worst(far), 50),
        Line(f"{name}: go to a claim", go, 50),
    ]


class _Bare(QAbstractTableModel):
    def rowCount(self, parent: Any = None) -> int:
        return ROWS

    def columnCount(self, parent: Any = None) -> int:
        return 1

    def data(self, index: Any, role: int = 0) -> Any:
        return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


def bare() -> list[Line]:
    view, model = QTableView(), _Bare()
    view.resize(*SIZE)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    painted = Painted(view.viewport())

    def show() -> None:
        view.setModel(model)
        view.show()

    first = timed(show, painted)
    frames = wheel_frames(view, painted)
    view.close()
    return [
        Line("bare QTableView: first paint", first),
        Line("bare QTableView: wheel frame (median)", statistics.median(frames)),
    ]


def run() -> list[Line]:
    """All figures of the lists, in milliseconds."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, theme.LIGHT)
    warm = ClaimList()  # fonts and style are loaded once an app, not once a list
    warm.set_keys([1], made_up)
    warm.grab()
    warm.deleteLater()
    keys = array("q", range(1, ROWS + 1))
    lines = bare() + measure("made up", keys, made_up)
    with tempfile.TemporaryDirectory() as folder:
        return lines + measure("SQLite", keys, from_sqlite(Path(folder)))


def main() -> None:
    for name, value, goal in run():
        held = "" if goal is None else f"goal {goal:5.0f}  {'ok' if value < goal else 'MISSED'}"
        print(f"{name:45} {value:8.1f} ms  {held}")


if __name__ == "__main__":
    main()
