"""Undo and redo over Changes. No Qt, no SQL: it remembers; somebody else writes.

One step may hold several changes (a bulk dismissal). A new step forgets what was undone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck_gui.domain import Change, Reviewer


@dataclass(frozen=True, slots=True)
class Step:
    """What one user action did, and its name for the menu ("verdict True")."""

    label: str
    changes: tuple[Change, ...]

    def inverse(self) -> Step:
        """The step that takes this one back, last change first."""
        return Step(self.label, tuple(one.inverse() for one in reversed(self.changes)))


class History:
    """Two stacks of steps. ``limit`` bounds the memory, not the library's own history."""

    def __init__(self, limit: int = 1000) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._limit = limit

    def push(self, step: Step) -> None:
        if not step.changes:
            return
        self._done = [*self._done[-self._limit + 1 :], step]
        self._undone.clear()

    def take_undo(self) -> Step | None:
        """The step to write to undo the last one, or None; call ``undone`` when it is written."""
        return self._done[-1].inverse() if self._done else None

    def take_redo(self) -> Step | None:
        """The step to write to redo, or None; call ``redone`` when it is written."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        self._done.append(self._undone.pop())

    def rename_reviewer(self, old: str, new: str) -> None:
        """What ``old`` did is undone and redone as ``new``, who is the same person."""

        def renamed(step: Step) -> Step:
            changes = [
                replace(one, reviewer=Reviewer(new, one.reviewer.round))
                if one.reviewer and one.reviewer.name == old
                else one
                for one in step.changes
            ]
            return Step(step.label, tuple(changes))

        self._done = [renamed(step) for step in self._done]
        self._undone = [renamed(step) for step in self._undone]

    def clear(self) -> None:
        self._done.clear()
        self._undone.clear()

    @property
    def undo_label(self) -> str:
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        return self._undone[-1].label if self._undone else ""
