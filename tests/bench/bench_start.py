"""Time to first paint, against a bare PySide6 window with a QTextEdit in the same environment.

The app starts as its command does, in a home of its own, on a library that was made before; each
start is a process, and the app and the bare window are taken in turn. Measured from the start of
the process until something has been painted: first the window itself, still without its panes, then
the whole window with the open article. Processor time (user and system) tells more than the clock
on a machine that does other things as well; both are given, as ratios of the medians.
``python -m tests.bench.bench_start [rounds]`` prints the figures alone.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROUNDS = 11
GOAL = 1.5  # times a bare window

# What both kinds of start have in common: to say what was painted, and what it took until then.
# The most memory is the kernel's, of Linux only: getrusage() would count the parent's as well.
_SAY = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

def most_memory():
    if sys.platform != "linux":
        return 0
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))

def say(what):
    print(json.dumps([what, time.process_time(), most_memory()]), flush=True)

def last(what):
    say(what)
    os._exit(0)

class Painted(QObject):
    def __init__(self, widget, what):
        super().__init__(widget)
        self.widget, self.what = widget, what
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is self.widget:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: last(self.what))  # when all else has been painted, too
        return False
"""

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication([])
window = QMainWindow()
text = QTextEdit("A bare window with a text in it.")
window.setCentralWidget(text)
window.resize(1440, 900)
watch = Painted(text.viewport(), "bare")
window.show()
application.exec()
"""

_OURS = """
import gc
gc.disable()  # as __main__ does before it loads anything else
from pathlib import Path
from factcheck_gui import app

class Watched(app.MainWindow):
    def __init__(self, settings):
        super().__init__(settings)
        self.painted_first.connect(lambda: say("frame"))

    def furnish(self, session, tasks):
        super().furnish(session, tasks)
        session.article_opened.connect(self.watch)

    def watch(self):
        if self.session.article:
            self.watching = Painted(self.reader.edit.viewport(), "article")

app.MainWindow = Watched
app.run(Path(sys.argv[1]))
"""

_PREPARE = """
from pathlib import Path
import sys
from factcheck_gui import app
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks
application = app.make_application(["bench"])
settings = Settings()
settings.asked_name = True
window = app.make_window(settings, Session(), Tasks(inline=True))
window.show()
window.libraries.open(Path(sys.argv[1]))
assert window.session.article
window.close()
"""


class Line(NamedTuple):
    """One figure of the run, times a bare window (``unit`` "×") or as ``unit`` says."""

    name: str
    value: float
    goal: float | None = None
    unit: str = "×"


class Taken(NamedTuple):
    """What a start took until something was painted: seconds, and the most memory in bytes."""

    processor: float
    clock: float
    memory: float


def _environment(home: Path) -> dict[str, str]:
    """A home of its own, and compiled modules kept, as they are where an app is installed."""
    env = {**os.environ, "HOME": str(home), "FACTCHECK_GUI_OFFSCREEN": "1"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    env["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        env[f"XDG_{name}_HOME"] = str(home / name.lower())
    return env


def _started(code: str, library: Path, env: dict[str, str]) -> dict[str, Taken]:
    """Starts a process and notes when it says that something is painted."""
    begin = time.perf_counter()
    taken: dict[str, Taken] = {}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(library)], env=env,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        for line in process.stdout:
            what, processor, memory = json.loads(line)
            taken[what] = Taken(processor, time.perf_counter() - begin, memory)
        complaint = process.stderr.read()
    if process.returncode or not taken:
        raise RuntimeError(complaint)
    return taken


def _rounds(home: Path, rounds: int) -> list[dict[str, Taken]]:
    env, library = _environment(home), home / "bench.factcheck"
    subprocess.run([sys.executable, "-c", _PREPARE, str(library)], env=env, check=True,
                   capture_output=True)  # fmt: skip
    _started(_SAY + _OURS, library, env)  # compiles what is loaded later
    both = []
    for _ in range(rounds):
        ours, bare = (_started(_SAY + code, library, env) for code in (_OURS, _BARE))
        both.append(ours | bare)
    return both


def run(rounds: int = ROUNDS) -> list[Line]:
    """The figures; the medians of all rounds are compared."""
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as name:
        taken = _rounds(Path(name), rounds)

    def median(what: str, figure: Callable[[Taken], float]) -> float:
        return statistics.median(figure(one[what]) for one in taken)

    lines = []
    for what, words in (("frame", "first paint, the window"), ("article", "the article painted")):
        for kind, figure in (
            ("processor time", lambda one: one.processor),
            ("by the clock", lambda one: one.clock),
        ):
            ratio = median(what, figure) / median("bare", figure)
            lines.append(Line(f"start: {words}, {kind}", ratio, GOAL))
    for what in ("bare", "frame", "article"):
        seconds = median(what, lambda one: one.processor)
        lines.append(Line(f"start: {what}, processor time", seconds * 1000, None, "ms"))
    for what in ("bare", "article") if sys.platform == "linux" else ():
        megabytes = median(what, lambda one: one.memory) / 2**20
        lines.append(Line(f"start: {what}, most memory", megabytes, None, "MiB"))
    return lines


def main() -> None:
    """Prints the figures beside their goals."""
    for line in run(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
        goal = f"   goal {line.goal:g} {line.unit}" if line.goal else ""
        mark = "  MISSED" if line.goal and line.value > line.goal else ""
        print(f"{line.name:60} {line.value:8.2f} {line.unit:3}{goal}{mark}")


if __name__ == "__main__":
    main()
