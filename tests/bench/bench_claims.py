"""The window while claims are found and looked at: when the first appear, and the longest event.

A real window (offscreen) on a real library, with the claim finder in its child process, on articles
of 10,000 words and of 200,000 characters put together from the seed article's paragraphs. An event
is measured in the processor time of the window's own thread between two turns of its event loop, so
that a busy machine does not count; the first claims are measured by the clock.
``python -m tests.bench.bench_claims`` prints the figures alone.
"""

from __future__ import annotations

import gc
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck_gui.ui.main_window import MainWindow

SEED = Path(__file__).parents[2] / "seeds" / "000_d77c15fe494311ac.txt"
LENGTHS = (60_000, 200_000)  # code points; the first has 10,000 words
FIRST, BLOCK = 2000.0, 50.0  # milliseconds: the goals
PATIENCE = 300.0  # seconds

Row = tuple[str, float, float | None, str]


def article(length: int) -> str:
    """An article of the seed's paragraphs in any order, with other figures in them."""
    chance = random.Random(1)
    paragraphs = [one for one in SEED.read_text("utf-8").splitlines() if len(one) > 60]
    pieces: list[str] = []
    while sum(map(len, pieces)) < length:
        figure = str(chance.randint(20, 900))
        pieces.append(chance.choice(paragraphs).replace("53", figure))
    return "\n\n".join(pieces)[:length]


class Pulse:
    """The longest turn of the event loop, in the processor time of this thread."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self.longest, self._last = 0.0, time.thread_time()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def during(self, do: Callable[[], object], until: Callable[[], bool]) -> float:
        """Milliseconds of the longest event of something, until it is through."""
        wait_for(lambda: True)
        self.longest, self._last = 0.0, time.thread_time()
        self._timer.start()
        do()
        wait_for(until)
        wait_for(lambda: True, 0.2)
        self._timer.stop()
        return self.longest


def wait_for(until: Callable[[], bool], least: float = 0.02) -> None:
    from PySide6.QtTest import QTest

    begin = time.monotonic()
    while not until() or time.monotonic() - begin < least:
        if time.monotonic() - begin > PATIENCE:
            raise TimeoutError("The window did not come to an end.")
        QTest.qWait(2)


@contextmanager
def open_window(folder: Path) -> Iterator[MainWindow]:
    """The app's window as a first start shows it, with real tasks."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from factcheck_gui import app
    from factcheck_gui.session import Session
    from factcheck_gui.settings import Settings
    from factcheck_gui.tasks import Tasks

    application = QApplication.instance() or app.make_application(["bench"])
    settings = Settings(folder / "settings.ini")
    settings.asked_name, settings.theme = True, "light"
    window = app.make_window(settings, Session(), Tasks())
    window.resize(1440, 900)
    window.show()
    window.libraries.open(folder / "library.factcheck")
    wait_for(lambda: not window.tasks.busy, 0.3)
    window.review.facts.head.setChecked(True)
    gc.collect()
    gc.freeze()  # as the app does once its window is filled
    yield window
    window.close()
    del application


def measure(window: MainWindow, folder: Path, length: int) -> Iterator[Row]:
    """What a reviewer meets with an article of this length."""
    path = folder / f"{length}.txt"
    path.write_text(article(length), encoding="utf-8")
    session, pulse, seen = window.session, Pulse(), list[float]()
    session.claims_added.connect(lambda _: seen.append(time.monotonic()))
    begin = time.monotonic()
    idle = lambda: bool(seen) and not window.tasks.busy  # noqa: E731 - named for what it tells
    block = pulse.during(lambda: window.importer.import_paths([path]), idle)
    name = f"{length:,} characters"
    yield f"{name}: first claims on screen", (seen[0] - begin) * 1000, FIRST, "ms"
    yield f"{name}: longest event while claims are found", block, BLOCK, "ms"
    slider = window.claims.worth.slider
    for what, do, until in (
        ("next claim", lambda: session.step(1), lambda: True),
        ("a verdict", lambda: session.give_verdict(0), lambda: True),
        ("who said what all over", lambda: window.toggle_said("all"), lambda: True),
        ("hiding that", lambda: window.toggle_said("all"), lambda: True),
        ("the bar lowered", lambda: slider.setValue(0), lambda: session.bar == 0.0),
        ("the bar put back", lambda: slider.setValue(50), lambda: session.bar is None),
        ("claims found again", window.find_again, lambda: not window.again.at_work),
    ):
        yield f"{name}: longest event of {what}", pulse.during(do, until), BLOCK, "ms"


def run() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as home, open_window(Path(home)) as window:
        for length in LENGTHS:
            yield from measure(window, Path(home), length)


if __name__ == "__main__":
    from tests.bench.__main__ import print_table

    print_table(run())
