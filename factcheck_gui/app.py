"""The composition root: reads top to bottom. Settings, frame, then session, panes, library."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from factcheck_gui import paths
from factcheck_gui.display import display_problem
from factcheck_gui.settings import Settings
from factcheck_gui.ui import errors, language, theme
from factcheck_gui.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck_gui.session import Session
    from factcheck_gui.tasks import Tasks


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
    """The window with all its panes, with no library open yet."""
    window = make_frame(settings)
    window.furnish(session, tasks)
    return window


def make_frame(settings: Settings) -> MainWindow:
    """The window before its panes are made, in the colours of the settings."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = MainWindow(settings)
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
    problem = display_problem()
    if problem and os.environ.get("FACTCHECK_GUI_OFFSCREEN") != "1":
        from factcheck_gui.without_display import make_sample

        return make_sample(problem)
    app = make_application([sys.argv[0], *argv])
    errors.install(paths.log_folder())
    settings = Settings()
    language.install(app, settings.language)
    window = make_frame(settings)
    # The frame is on the screen while the panes and what they need are loaded.
    window.painted_first.connect(lambda: fill(window, library))
    window.show()
    status = app.exec()
    settle_clipboard()
    return status


def settle_clipboard() -> None:
    """Hands what was copied over to Qt. What Python made for the clipboard is destroyed by Qt after
    Python has ended, and PySide then crashes in its destructor (seen with 6.11.3)."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())


def fill(window: MainWindow, library: Path | None) -> None:
    """Gives a frame its panes and its library (None: the last one, or the user's own)."""
    from factcheck_gui.session import Session
    from factcheck_gui.tasks import Tasks

    try:
        window.furnish(Session(), Tasks())
        window.libraries.open_first(library)
    finally:
        gc.freeze()  # no pause of the reader to look through all that was loaded
        gc.enable()
