"""Chromium without a window, spoken to through a pipe: its own protocol, no socket.

Here: opening a page, asking it something, pictures of it. Not here: what is asked (``pages``).
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

QUIET = (
    "--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-quic",
    "--hide-scrollbars", "--force-device-scale-factor=1",
)  # fmt: skip


class Tab:
    """One page. What the page tried meanwhile is kept: ``requests`` and ``dialogs``."""

    def __init__(self, out: int, into: int) -> None:
        self._out, self._into = out, into
        self._buffer = b""
        self._number = 0
        self._session = ""
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self._loaded = False
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        answer = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = answer["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """One command and its answer. Raises RuntimeError with Chromium's words."""
        self._number += 1
        session = {"sessionId": self._session} if self._session else {}
        message = {"id": self._number, "method": method, "params": params, **session}
        os.write(self._into, json.dumps(message).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == self._number:
                if "error" in heard:
                    raise RuntimeError(f"{method}: {heard['error']['message']}")
                result: dict[str, Any] = heard["result"]
                return result

    def open(self, path: Path, *, dark: bool = False, width: int = 1100) -> None:
        """Opens a file as a screen shows it, and waits until it is loaded."""
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.ask("Emulation.setEmulatedMedia", media="screen", features=scheme)
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=1200, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        self.requests.clear()
        self._loaded = False
        self.ask("Page.navigate", url=path.resolve().as_uri())
        while not self._loaded:
            self._hear()

    def value(self, script: str) -> Any:
        """What a script in the page comes to. Raises RuntimeError where it fails."""
        options = {"awaitPromise": True, "returnByValue": True}
        answer = self.ask("Runtime.evaluate", expression=script, **options)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def picture(self, height: int = 2400) -> bytes:
        """The top of the page as PNG."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "scale": 1}
        clip["height"] = min(size["height"], height)
        answer = self.ask("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(answer["data"])

    def printed(self) -> bytes:
        """The page as it is printed on A4, as PDF."""
        self.ask("Emulation.setEmulatedMedia", media="print")  # or the screen's look is printed
        size = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True}
        return base64.b64decode(self.ask("Page.printToPDF", **size)["data"])

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            more = os.read(self._out, 1 << 20)
            if not more:
                raise RuntimeError("Chromium has ended")
            self._buffer += more
        first, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(first)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, event: str, about: dict[str, Any]) -> None:
        if event == "Network.requestWillBeSent":
            self.requests.append(about["request"]["url"])
        elif event == "Page.javascriptDialogOpening":
            self.dialogs.append(about["message"])
        self._loaded = self._loaded or event == "Page.loadEventFired"


@contextmanager
def tab() -> Iterator[Tab]:
    """A browser with one page, ended afterwards."""
    out, theirs_out = os.pipe()
    theirs_in, into = os.pipe()
    free = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses it to root
    # Chromium reads file 3 and writes file 4: a shell moves the two pipes there.
    moved = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
    with tempfile.TemporaryDirectory(prefix="exports-", ignore_cleanup_errors=True) as profile:
        command = ["chromium", *QUIET, *free, "--remote-debugging-pipe"]
        process = subprocess.Popen(
            ["bash", "-c", moved, "sh", *command, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            yield Tab(out, into)
        finally:
            os.close(into)
            os.close(out)
            process.kill()
            process.wait()
