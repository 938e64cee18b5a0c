"""The preview that was asked for last, made in a thread: one at a time, after a pause in typing. An
answer to an earlier question is never handed on. Not here: showing it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck_gui.domain import Problem, Progress
from factcheck_gui.previewing import Preview
from factcheck_gui.reports.content import Choices
from factcheck_gui.tasks import Tasks, Watch

PAUSE = 250  # milliseconds without another choice before work begins


@dataclass(frozen=True, slots=True)
class Asked:
    """What a preview is asked for; ``articles`` are row ids."""

    articles: tuple[int, ...]
    choices: Choices
    format: str


class PreviewMaker(QObject):
    """``begun`` when the last preview is no longer what is wanted; then ``made`` (the question, a
    Preview) or ``refused`` (a Problem), once for the last question that was asked."""

    begun = Signal()
    made = Signal(object, object)
    refused = Signal(object)

    def __init__(
        self,
        make: Callable[[Asked, Progress], Preview],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._tasks = make, tasks
        self._asked: Asked | None = None
        self._turn = 0  # which question is the last one
        self._watch: Watch | None = None  # of the work that is running
        self._running: tuple[int, Asked] | None = None  # whose turn that is, and what it makes
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._start)

    def ask(self, asked: Asked) -> None:
        """Asks for another preview; the same question again is none."""
        if asked != self._asked:
            self.stop()
            self._asked = asked
            self._pause.start()
            self.begun.emit()

    def stop(self) -> None:
        """Wants no preview any more."""
        self._asked = None
        self._turn += 1
        self._pause.stop()
        if self._watch:
            self._watch.stop()

    def _start(self) -> None:
        asked = self._asked
        if asked is None or self._watch:
            return  # what runs tells when it has ended
        self._watch = watch = Watch(self)
        self._running = (self._turn, asked)
        make = self._make
        self._tasks.in_thread(
            lambda: make(asked, watch), self._take, self._refuse, self._ended, watch
        )

    def _take(self, made: Preview) -> None:
        if self._running and self._running[0] == self._turn:
            self.made.emit(self._running[1], made)

    def _refuse(self, problem: Problem) -> None:
        if self._running and self._running[0] == self._turn:
            self.refused.emit(problem)

    def _ended(self) -> None:
        turn = self._running[0] if self._running else self._turn
        self._watch = self._running = None
        if turn != self._turn and not self._pause.isActive():
            self._start()
