"""Where there is no display: says so, and shows the seed article at work all the same, as a report
and a picture of the window in a folder it names."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from factcheck_gui import paths


def make_sample(problem: str) -> int:
    """Writes report.html and window.png of a fresh sample library; the exit status."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = paths.data_folder() / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("library.factcheck", "settings.ini"):
        for old in folder.glob(name + "*"):
            with suppress(OSError):
                old.unlink()
    print(problem, file=sys.stderr)
    _write(folder)
    print("The seed article is shown without a window instead:", file=sys.stderr)
    for name in ("report.html", "window.png"):
        print(folder / name)
    return 0


def _write(folder: Path) -> None:
    from PySide6.QtCore import QCoreApplication

    from factcheck_gui import app, jobs
    from factcheck_gui.reports.content import Choices
    from factcheck_gui.session import Session
    from factcheck_gui.settings import Settings
    from factcheck_gui.tasks import Tasks

    application = app.make_application([sys.argv[0]])
    settings = Settings(folder / "settings.ini")
    settings.theme, settings.asked_name = "light", True
    session, tasks = Session(), Tasks(inline=True)
    window = app.make_window(settings, session, tasks)
    window.resize(1440, 900)
    library = folder / "library.factcheck"
    window.libraries.open(library)
    window.show()
    for _ in range(10):
        application.processEvents()
    window.grab().save(str(folder / "window.png"))
    if session.article:
        jobs.export(
            library, [session.article.row.key], Choices(), format="html",
            out=folder / "report.html", at=session.clock(),
        )  # fmt: skip
    window.close()
    QCoreApplication.sendPostedEvents()
