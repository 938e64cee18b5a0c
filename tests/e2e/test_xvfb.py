"""The whole job in a real window on a real X server, driven by real key presses from outside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck_gui.domain import Claim, Problem, Reviewer
from factcheck_gui.library import file
from factcheck_gui.library.reading import Reader

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
    ),
]
PATIENCE = 60.0  # seconds for anything to happen; these machines can be slow


class Desk:
    """A reviewer's desk: an X server, the app on it, and hands on the keyboard."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.library = home / "desk.factcheck"
        numbers, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(numbers) as lines:
            self.display = f":{lines.readline().strip()}"
        # xdotool reads what it types in the encoding of the locale.
        self.env = {
            **os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        # A keyboard with all letters that are typed: for others xdotool would change the keyboard
        # at each of them, and the app may hear of that after the key.
        layout = ["setxkbmap", "-layout", "us", "-variant", "altgr-intl"]
        if shutil.which(layout[0]):
            subprocess.run(layout, env=self.env, check=True, capture_output=True)
        self.app: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with (self.home / "stderr.txt").open("ab") as errors:
            command = [sys.executable, "-m", "factcheck_gui", str(self.library)]
            self.app = subprocess.Popen(command, env=self.env, stderr=errors)
        # Its title names the library once it is open.
        found = self.wait(lambda: self._run("search", "--onlyvisible", "--name", "^desk "))
        self.window = found.split()[0]
        self.focus()

    def dialog(self, title: str, *keys: str) -> None:
        """Presses the keys that open a dialog, and waits until it has the keyboard."""
        self.press(*keys)
        self.wait(lambda: self._run("getwindowfocus", "getwindowname").startswith(title))

    def closed(self, title: str) -> None:
        """Waits until a dialog has gone, and gives the keyboard back to the window."""
        self.wait(lambda: not self._run("search", "--onlyvisible", "--name", f"^{title}"))
        self.focus()

    def sign_in(self, name: str) -> None:
        """Answers the first start's one question: the name has the focus in the settings."""
        self.dialog("Settings", "ctrl+comma")
        self.press("ctrl+a")
        self.write(name)
        self.press("Return")
        self.closed("Settings")

    def focus(self) -> None:
        """Gives the window the keyboard, as a window manager would when a dialog has closed."""
        self._run("windowfocus", "--sync", self.window)
        time.sleep(0.2)

    def _run(self, *words: str) -> str:
        command = ["xdotool", *words]
        run = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        return run.stdout.strip()

    def press(self, *keys: str) -> None:
        for key in keys:
            self._run("key", "--clearmodifiers", key)
            time.sleep(0.05)

    def write(self, text: str) -> None:
        self._run("type", "--delay", "12", text)

    def wait(self, look):  # type: ignore[no-untyped-def]
        """What ``look`` answers once it answers something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = look()
            if found:
                return found
            if self.app and self.app.poll() is not None:
                break
            time.sleep(0.1)
        errors = (self.home / "stderr.txt").read_text(errors="replace")
        raise AssertionError(f"nothing came; the app said: {errors}")

    def claims(self) -> list[Claim]:
        """The seed article's shown claims as the file has them now."""
        try:
            opened = file.open_reader(self.library)
        except Problem:  # not made yet
            return []
        with closing(opened) as connection:
            reader = Reader(connection)
            rows = reader.article_rows()
            if not rows or not reader.article(rows[-1].key).extracted:
                return []
            return reader.claims(reader.claim_keys(rows[-1].key))

    def assessed(self, claim: Claim):  # type: ignore[no-untyped-def]
        with closing(file.open_reader(self.library)) as connection:
            return Reader(connection).assessment(claim.key, Reviewer("Ada"))

    def close(self) -> None:
        assert self.app is not None
        self.focus()
        self.press("ctrl+q")
        assert self.app.wait(PATIENCE) == 0
        self.app = None


@pytest.fixture
def desk(own_home: Path) -> Iterator[Desk]:
    one = Desk(own_home)
    yield one
    if one.app:
        one.app.kill()
        one.app.wait()
    one.server.terminate()
    one.server.wait()


def test_the_whole_job_with_the_keyboard_alone(desk: Desk) -> None:
    desk.start()
    claims = desk.wait(desk.claims)
    assert len(claims) >= 10
    desk.sign_in("Ada")
    # Verdicts.
    desk.press("j", "5")
    desk.wait(lambda: desk.claims()[1].verdict == "False")
    desk.press("j", "1")
    desk.wait(lambda: desk.claims()[2].verdict == "True")
    # Reason with accents and digits; the draft is in the file within half a second or so.
    desk.press("r")
    desk.write("Vérifié: 3 sources.")
    desk.press("Escape")
    third = desk.claims()[2]
    desk.wait(lambda: desk.assessed(third) and desk.assessed(third).reason)
    assert desk.assessed(third).reason == "Vérifié: 3 sources."
    # Undo and redo.
    desk.press("ctrl+z")
    desk.wait(lambda: desk.assessed(third).reason == "")
    desk.press("ctrl+shift+z")
    desk.wait(lambda: desk.assessed(third).reason != "")
    desk.close()
    # Everything is found again, and goes out as a report.
    desk.start()
    out = desk.home / "report.json"
    desk.dialog("Export report", "ctrl+e")
    # To the formats, down to JSON, and to the file.
    desk.press("Tab", *["Down"] * 5, "alt+f", "ctrl+a")
    desk.write(str(out))
    desk.press("Return")
    desk.wait(out.exists)
    desk.closed("Export report")
    data = json.loads(out.read_text(encoding="utf-8"))
    verdicts = [claim["verdict"] for claim in data["articles"][0]["claims"]]
    assert verdicts == ["False", "True"]
    desk.close()
    assert (desk.home / "stderr.txt").read_text() == ""


def test_a_killed_window_loses_nothing_that_was_saved(desk: Desk) -> None:
    desk.start()
    desk.wait(desk.claims)
    desk.press("j", "4")
    desk.wait(lambda: desk.claims()[1].verdict == "Mostly false")
    assert desk.app is not None
    desk.app.kill()
    desk.app.wait()
    desk.start()
    desk.wait(lambda: desk.claims()[1].verdict == "Mostly false")
    desk.press("j", "1")
    desk.close()


def test_parts_of_a_sentence_the_bar_and_the_cause_with_keys(desk: Desk) -> None:
    desk.start()
    before = desk.wait(desk.claims)
    with closing(file.open_reader(desk.library)) as connection:
        place = next(at for at, one in enumerate(before) if Reader(connection).parts(one.key))
    desk.press(*["j"] * place, "shift+s")
    listed = desk.wait(lambda: len(desk.claims()) > len(before) and desk.claims())
    parts = [one for one in listed if one.part_of == before[place].key]
    assert len(parts) == len(listed) - len(before)
    assert listed[place + 1] in parts  # under its sentence
    # The bar, who said it and why it was found only change what is seen.
    desk.press("alt+Down", "alt+Down", "a", "shift+a", "shift+a", "i", "alt+Up", "alt+Up")
    desk.press("j", "2")
    desk.wait(lambda: desk.claims()[place + 1].verdict == "Mostly true")
    assert [one.key for one in desk.claims()] == [one.key for one in listed]
    desk.press("ctrl+z", "ctrl+z")
    desk.wait(lambda: len(desk.claims()) == len(before))
    desk.close()
    assert (desk.home / "stderr.txt").read_text() == ""
