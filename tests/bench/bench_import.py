"""Importing many small files in the real window, offscreen: files a second, and how long the window
was held up at most.

``python -m tests.bench.bench_import [files]``; without a number 1,000. One file in fifty is none of
those that can be read, and some are of other kinds. A timer that should come every 5 ms tells how
long the event loop was busy; what a busy machine and its disk take away is in that figure, too, so
the CPU time of the window's thread between two beats is given beside it, which has the goal.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck_gui.importing import Summary

FILES = 1000
BEAT = 5  # milliseconds
GOAL = 50.0  # milliseconds that an event may take
TEXT = (
    "The council of district {n} spent {n} million on roads in 2024, records show.\n\n"
    "“Rents fell by {n} per cent after the cap,” said Inês Prado, who leads it.\n"
)


class Line(NamedTuple):
    """One figure and its goal, if any."""

    name: str
    value: float
    goal: float | None
    unit: str


def write_files(folder: Path, count: int) -> None:
    """Small texts, every fiftieth of them broken, and a few files of other kinds."""
    for n in range(count):
        path = folder / f"{n:05}.txt"
        if n % 50 == 49:
            path.write_bytes(b"\x7fELF\x00\x01\x02\x00\x00")
        else:
            path.write_text(TEXT.format(n=n + 1), encoding="utf-8")
    for n in range(5):
        (folder / f"{n}.bin").write_bytes(b"\x00")


class Heart:
    """Notes how late each beat came."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late: list[float] = []
        self.cpu: list[float] = []
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self.late.append((now - self._last) * 1000 - BEAT)
        self.cpu.append((cpu - self._cpu) * 1000)
        self._last, self._cpu = now, cpu

    def stop(self) -> tuple[list[float], list[float]]:
        """How late beats came and the CPU time between them, sorted, in milliseconds."""
        self._timer.stop()
        return sorted(self.late), sorted(self.cpu)


def run(count: int = FILES) -> list[Line]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from factcheck_gui import app
    from factcheck_gui.session import Session
    from factcheck_gui.settings import Settings
    from factcheck_gui.tasks import Tasks

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = folder / "in"
        files.mkdir()
        write_files(files, count)
        application = app.make_application(["bench"])
        settings = Settings(folder / "settings.ini")
        settings.asked_name = True
        window = app.make_window(settings, Session(), Tasks())
        window.show()
        window.libraries.open(folder / "library.factcheck")
        while window.tasks.busy:
            application.processEvents()
        summaries: list[Summary] = []
        window.importer.finished.connect(summaries.append)
        heart, begin = Heart(), time.perf_counter()
        window.importer.import_paths([files])
        while not summaries:
            application.processEvents()
            time.sleep(0.0005)
        seconds = time.perf_counter() - begin
        late, cpu = heart.stop()
        rows = window.library.model.rowCount()
        window.close()
    summary = summaries[0]
    assert len(summary.added) == rows - 1 == count - count // 50
    assert (len(summary.refused), summary.passed_over) == (count // 50, 5)
    name = f"import of {count:,} files"
    return [
        Line(f"{name}: files a second", count / seconds, None, "/s"),
        Line(f"{name}: CPU between two beats at most", cpu[-1], GOAL, "ms"),
        Line(f"{name}: a beat came late at most", late[-1], None, "ms"),
        Line(
            f"{name}: all beats but one in a hundred", late[int(len(late) * 0.99) - 1], GOAL, "ms"
        ),
    ]


if __name__ == "__main__":
    for one in run(int(sys.argv[1]) if len(sys.argv) > 1 else FILES):
        print(f"{one.name:50} {one.value:10.1f} {one.unit}")
