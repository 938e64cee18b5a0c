"""For the tests of the window: a real window on a real library in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck_gui import app
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui.main_window import MainWindow
from tests.conftest import Clock

MakeWindow = Callable[[], MainWindow]


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The app as it starts itself, with its own fonts."""
    yield app.make_application(["tests"])
    QApplication.clipboard().clear()  # as app.settle_clipboard, which no test's platform needs


@pytest.fixture(autouse=True)
def english() -> None:
    """Numbers and dates as in an English window, whatever the machine speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture
def make_window(qapp: QApplication, tmp_path: Path, clock: Clock) -> Iterator[MakeWindow]:
    """Makes windows on the library ``tmp_path/library.factcheck``; work runs inline."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        settings = Settings(tmp_path / "settings.ini")
        settings.theme = "light"
        window = app.make_window(settings, Session(clock), Tasks(inline=True))
        made.append(window)
        window.show()
        window.libraries.open(tmp_path / "library.factcheck")
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        window.claims.view.setFocus()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """A window as a first start shows it: the seed article and its claims."""
    return make_window()
