"""Time to first paint, against a bare PySide6 window in the same environment, in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 9
GOAL = 1.5

_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication([])
window = QMainWindow()
class Text(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        import os
        os._exit(0)
window.setCentralWidget(Text("A bare window with a text in it."))
window.resize(1440, 900)
window.show()
application.exec()
"""

_OURS = """
import os, sys
from pathlib import Path
from factcheck_gui import app
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui import main_window
folder = Path(sys.argv[1])
application = app.make_application(["start"])
window = app.make_window(Settings(folder / "s.ini"), Session(), Tasks())
paint = type(window).paintEvent
def painted(self, event):
    paint(self, event)
    print("painted", flush=True)
    os._exit(0)
if sys.argv[2] == "measure":
    type(window).paintEvent = painted
window.show()
if sys.argv[2] == "prepare":
    window.libraries.open(folder / "l.factcheck")
    while window.tasks.busy:
        application.processEvents()
    window.close()
else:
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: window.libraries.open(folder / "l.factcheck"))
    application.exec()
"""


def _seconds(code: str, *arguments: str) -> float:
    """CPU seconds (user and system) of a process from its start to its first paint."""
    before = os.times()
    command = [sys.executable, "-c", code, *arguments]
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def run() -> list[tuple[str, float, float]]:
    """(what, ratio of CPU seconds, goal): the pairs are taken in turn, the median counts."""
    with tempfile.TemporaryDirectory() as name:
        folder = str(Path(name))
        _seconds(_OURS, folder, "prepare")
        pairs = [(_seconds(_OURS, folder, "measure"), _seconds(_BARE)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / bare for ours, bare in pairs)
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"  first paint: ours {ours:.3f} s CPU, bare window {bare:.3f} s CPU")
    return [("time to first paint, against a bare window", ratio, GOAL)]


if __name__ == "__main__":
    print(run())
