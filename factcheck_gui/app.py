"""The composition root: reads top to bottom. Settings, session, tasks, window, library."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from factcheck_gui import paths
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui import errors, theme
from factcheck_gui.ui.main_window import MainWindow


def make_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, with our fonts; Qt reads its own arguments from ``argv``."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(list(argv))
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName("Factcheck")
    app.setDesktopFileName(paths.DESKTOP_ID)
    theme.prepare(app)
    return app


def make_window(settings: Settings, session: Session, tasks: Tasks) -> MainWindow:
    """The window, in the colours of the settings, with no library open yet."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = MainWindow(session, tasks, settings)
    # After the widgets are made: each is then styled once, and not again where it is put in place.
    window.apply_theme()
    app.setWindowIcon(theme.app_icon())
    app.styleHints().colorSchemeChanged.connect(
        lambda _: window.apply_theme() if settings.theme == "system" else None
    )
    return window


def run(library: Path | None, argv: Sequence[str] = ()) -> int:
    """Opens the window on a library (the last one, or the default) until it is closed.

    Returns the exit status. Where there is no display, ``without_display`` answers instead.
    """
    from factcheck_gui.system import display_problem, library_problem

    missing = library_problem()
    if missing:
        print(missing, file=sys.stderr)
        return 1
    problem = display_problem()
    if problem and os.environ.get("FACTCHECK_GUI_OFFSCREEN") != "1":
        from factcheck_gui.without_display import make_sample

        return make_sample(problem)
    app = make_application([sys.argv[0], *argv])
    errors.install(paths.log_folder())
    settings = Settings()
    window = make_window(settings, Session(), Tasks())
    show(window, library or settings.library or paths.default_library())
    return app.exec()


def show(window: MainWindow, library: Path) -> None:
    """Shows the window with its library; a new one is made when the window is already there."""
    if library.exists():
        window.libraries.open(library)
        window.show()
    else:
        window.show()
        QTimer.singleShot(0, lambda: window.libraries.open(library))
