"""Typst at work: a template filled with data becomes a PDF, PDF/UA-1 where that can be promised.

The engine says nothing until it is done, which takes some milliseconds for each claim. So it runs
in a thread of its own (it holds no lock of Python's), while this one tells how far it may be and
can be stopped. The clock is looked at for that estimate alone. Not here: the data (``pdf``), the
look (``templates``).
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from factcheck_gui import domain, paths
from factcheck_gui.reports import content, missing, templates

if TYPE_CHECKING:
    from typst import Fonts, TypstError

Data = dict[str, Any]
LOOK = 0.1  # seconds between looks whether to stop
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")  # as typst draws it, the innermost first
_GLYPHLESS = re.compile(r"the text `\"(.*)\"` could not be displayed with font")


def require() -> None:
    """Raises Problem where typst is not installed."""
    try:
        import typst  # noqa: F401 - only whether it is there
    except ImportError as error:
        raise missing.package("PDF files") from error


def typeset(
    template: templates.Template, data: Data, timestamp: int, wait: Callable[[], None] | None
) -> content.Written:
    """The template's ``report.typ`` filled with data of JSON's own types; ``timestamp`` is what the
    PDF says of its making, in seconds since 1970. ``wait`` is called again and again meanwhile and
    may raise; the engine's work is then thrown away. Raises Problem where it cannot be set."""
    source = template.path("report.typ")
    options: Data = {
        "root": str(source.parent),
        "font_paths": _fonts(str(source.parent)),
        "format": "pdf",
        "timestamp": timestamp,
        "sys_inputs": {"data": _dumped(data)},
    }
    if wait is None:
        return _compiled(source, options)
    return _in_thread(lambda: _compiled(source, options), wait)


@lru_cache(maxsize=2)
def _fonts(folder: str) -> Fonts:
    """The fonts of the app, a template's folder and the system. Looking for them takes longer than
    a short report, and holds the other threads."""
    import typst

    return typst.Fonts(font_paths=[str(paths.resources() / "fonts"), folder])


def _compiled(source: Path, options: Data) -> content.Written:
    import typst

    compile: Callable[..., bytes] = typst.compile
    try:
        try:
            return content.Written(compile(source, pdf_standards=["ua-1"], **options))
        except typst.TypstError as error:
            return content.Written(compile(source, **options), (_not_accessible(error),))
    except typst.TypstError as error:
        raise domain.Problem(
            f"The PDF could not be set: {error.message}.", _place(error)
        ) from error


def _not_accessible(error: TypstError) -> str:
    """Why a PDF cannot promise to be PDF/UA-1, in a sentence."""
    why = error.message.removeprefix("PDF/UA-1 error: ")
    if found := _GLYPHLESS.search(why):
        why = f"no font here shows {found[1]}"
    return f"The PDF was made without the promise of PDF/UA-1 (accessible to all): {why}."


def _place(error: TypstError) -> str:
    """File and line of a fault in a template; a fault in a file that it imports is told there."""
    found = _PLACE.search(error.diagnostic)
    return templates.place(PurePath(found[1]).name, int(found[2])) if found else "report.typ"


def _dumped(value: Any, depth: int = 4) -> str:
    """The data as JSON, article by article and claim by claim: one call for all of it would hold
    the other threads, the window's too, for a second."""
    if depth and isinstance(value, dict):
        pairs = (f"{json.dumps(key)}:{_dumped(one, depth - 1)}" for key, one in value.items())
        return "{" + ",".join(pairs) + "}"
    if depth and isinstance(value, list):
        return "[" + ",".join(_dumped(one, depth - 1) for one in value) + "]"
    return json.dumps(value)


def _in_thread(work: Callable[[], content.Written], wait: Callable[[], None]) -> content.Written:
    """The result of the work, or what it or ``wait`` raised."""
    ended: list[content.Written | Exception] = []

    def run() -> None:
        try:
            ended.append(work())
        except Exception as error:  # whatever it is, it belongs to who waits
            ended.append(error)

    thread = threading.Thread(target=run, name="typst", daemon=True)
    thread.start()
    while not ended:
        wait()
        thread.join(LOOK)
    if isinstance(ended[0], Exception):
        raise ended[0]
    return ended[0]


class Pace:
    """How far a PDF is: the claims that were made ready, then the engine's share by the time that
    this took. Making ready takes about a fifth of it all, whatever the machine and its load."""

    ENGINE = 4  # times the claims' own share

    def __init__(self, claims: int, progress: domain.Progress | None) -> None:
        self._claims, self._progress = max(claims, 1), progress
        self._done, self._began, self._ready = 0, time.monotonic(), 0.0

    def claim(self) -> None:
        """One more claim is ready."""
        self._done += 1
        self._tell(min(self._done, self._claims))

    def waiting(self) -> None:
        """The engine is at work."""
        now = time.monotonic()
        self._ready = self._ready or now
        taken, expected = now - self._ready, self.ENGINE * max(self._ready - self._began, 0.01)
        # never its end, however long it takes
        self._tell(self._claims + int(self.ENGINE * self._claims * min(taken / expected, 0.95)))

    def end(self) -> None:
        """All is done."""
        self._tell((1 + self.ENGINE) * self._claims)

    def _tell(self, done: int) -> None:
        if self._progress:
            self._progress(done, (1 + self.ENGINE) * self._claims)
