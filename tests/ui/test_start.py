"""What a start costs and touches: no heavy package, no socket, a clear word without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HEAVY = {"click", "jinja2", "markdown_it", "charset_normalizer", "sentencex", "sqlite_utils",
         "onnxruntime", "numpy", "factcheck_gui.reports.html"}  # fmt: skip

_OPEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from factcheck_gui import app
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks
folder = Path(sys.argv[1])
application = app.make_application(["start"])
window = app.make_window(Settings(folder / "s.ini"), Session(), Tasks())
window.show()
window.libraries.open(folder / "l.factcheck")
application.processEvents()
print("\\n".join(sys.modules))
window.close()
"""


def opened(folder: Path) -> set[str]:
    """The modules loaded when a window on an existing library has opened."""
    run = subprocess.run(
        [sys.executable, "-c", _OPEN, str(folder)], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_an_opened_window_has_loaded_nothing_heavy(tmp_path: Path) -> None:
    opened(tmp_path)  # the first start makes the library and reads the seed
    loaded = opened(tmp_path)
    assert loaded & HEAVY == set()
    assert not any(name.startswith("socket_") for name in loaded)


_RUN = """
import gc, sys
from pathlib import Path
from PySide6.QtCore import QTimer
gc.disable()  # as __main__ does
from factcheck_gui import app

class Watched(app.MainWindow):
    def __init__(self, settings):
        super().__init__(settings)
        self.painted_first.connect(lambda: print(*sys.modules))

    def furnish(self, session, tasks):
        super().furnish(session, tasks)
        session.article_opened.connect(lambda: session.article and QTimer.singleShot(0, self.close))

app.MainWindow = Watched
status = app.run(Path(sys.argv[1]))
print(status, gc.isenabled(), *sys.modules)
"""


def test_the_frame_is_painted_before_the_panes_and_the_library_are_loaded(
    own_home: Path, tmp_path: Path
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _RUN, str(tmp_path / "l.factcheck")],
        capture_output=True, text=True, check=True, timeout=600,
        env={**os.environ, "FACTCHECK_GUI_OFFSCREEN": "1"},
    )  # fmt: skip
    frame, (status, collecting, *filled) = (line.split() for line in run.stdout.splitlines())
    later = {"factcheck_gui.domain", "factcheck_gui.library", "factcheck_gui.session",
             "factcheck_gui.ui.panes", "sqlite3", "filelock"}  # fmt: skip
    assert later & set(frame) == set()
    assert later <= set(filled)
    assert (status, collecting) == ("0", "True")


def test_without_a_display_it_says_so_and_writes_a_sample(own_home: Path) -> None:
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env.pop("QT_QPA_PLATFORM", None)
    run = subprocess.run(
        [sys.executable, "-m", "factcheck_gui"],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "no display" in run.stderr
    report, picture = (Path(line) for line in run.stdout.split("\n")[:2])
    assert "Olenivka" in report.read_text(encoding="utf-8")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000
