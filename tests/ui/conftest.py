"""For the tests of the window: a real window on a real library in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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


class PatientBot(QtBot):
    """Waits as long as a busy machine may need: what never comes fails a test all the same."""

    PATIENCE = 60_000  # milliseconds

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE, **wanted: object):  # type: ignore[no-untyped-def]
        return super().waitSignal(signal, timeout=timeout, **wanted)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def english() -> None:
    """Numbers and dates as in an English window, whatever the machine speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(scope="session")
def first_start(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A library as a first start leaves it an hour before a test: the seed and its claims."""
    path = tmp_path_factory.mktemp("first") / "library.factcheck"
    clock = Clock()
    clock.now -= timedelta(hours=1)
    window = app.make_window(Settings(path.with_suffix(".ini")), Session(clock), Tasks(inline=True))
    window.libraries.open(path)
    window.close()
    let_go(window)
    return path.read_bytes()


@pytest.fixture
def make_window(
    qapp: QApplication, tmp_path: Path, clock: Clock, first_start: bytes
) -> Iterator[MakeWindow]:
    """Makes windows on a copy of ``first_start`` in ``tmp_path``; work runs inline."""
    made: list[MainWindow] = []
    path = tmp_path / "library.factcheck"
    path.write_bytes(first_start)

    def make() -> MainWindow:
        settings = Settings(tmp_path / "settings.ini")
        settings.theme = "light"
        window = app.make_window(settings, Session(clock), Tasks(inline=True))
        made.append(window)
        window.show()
        window.libraries.open(path)
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window, PatientBot.PATIENCE)
        window.claims.view.setFocus()
        return window

    yield make
    for window in made:
        window.close()
        let_go(window)


def let_go(window: MainWindow) -> None:
    """Deletes a window now: an event loop that has ended would keep it until the next one."""
    window.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """A window as a first start leaves it: the seed article and its claims."""
    return make_window()
