"""For all tests: no network, no real home folder, a clock that stands still until it is moved."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest

# The same examples in every run, so that a change is judged by what it changed. ``make fuzz`` looks
# for new ones (--hypothesis-profile=explore). Examples take as long as the machine is busy.
_CALM = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("steady", derandomize=True, **_CALM)
hypothesis.settings.register_profile("explore", derandomize=False, print_blob=True, **_CALM)
hypothesis.settings.load_profile("steady")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported anywhere

_INTERNET = {socket.AF_INET, socket.AF_INET6}


def _no_internet(event: str, arguments: tuple[object, ...]) -> None:
    """The app never opens a socket; an audit hook sees every one that Python makes."""
    if event == "socket.__new__" and arguments[1] in _INTERNET:
        raise AssertionError("an internet socket was made: the app never opens one")


sys.addaudithook(_no_internet)


@pytest.hookimpl(trylast=True)  # after they were shuffled
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first: at the end the other workers would only wait for them."""
    items.sort(key=lambda one: one.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own for each test: nothing of the developer's is read or written."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


class Clock:
    """A clock of the tests: each look moves it by a second."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Iterator[Clock]:
    yield Clock()


@pytest.fixture
def seed() -> Path:
    """The seed article."""
    return Path(__file__).parent.parent / "seeds" / "000_d77c15fe494311ac.txt"
