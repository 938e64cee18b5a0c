"""Undo and redo over Changes. No Qt, no SQL: it remembers; somebody else writes.

One step may hold several changes (a bulk dismissal). A new step forgets what was undone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from factcheck_gui.domain import Change, Reviewer

_LOST = object()  # the value of a field that steps before cannot rely on; equal to no other


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
        self._aside: list[Step] = []
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
        self._aside = [renamed(step) for step in self._aside]

    def keep(self, now: Callable[[Change], Mapping[str, Any]]) -> int:
        """The library changed under the steps: forgets those that cannot be undone any more, as
        others wrote what they wrote; how many. ``now`` reads the fields of a change as they stand.

        A step can be undone where each field holds what the step gave it, or what a later step
        that can be undone will put back.
        """
        fields: dict[tuple[Any, ...], Any] = {}
        steps = len(self._done) + len(self._aside)
        self._done = _kept(self._done, fields, now)
        self._aside = _kept(self._aside, fields, now)
        self._undone.clear()
        return steps - len(self._done) - len(self._aside)

    def set_aside(self) -> None:
        """Another takes the desk who must not see what was done: nothing can be undone for now."""
        self._aside += self._done
        self._done, self._undone = [], []

    def bring_back(self) -> None:
        """What was set aside can be undone again, after what was done since."""
        self._done = [*self._aside, *self._done][-self._limit :]
        self._aside = []

    def clear(self) -> None:
        for steps in (self._done, self._undone, self._aside):
            steps.clear()

    @property
    def undo_label(self) -> str:
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        return self._undone[-1].label if self._undone else ""


def _kept(
    steps: list[Step],
    fields: dict[tuple[Any, ...], Any],
    now: Callable[[Change], Mapping[str, Any]],
) -> list[Step]:
    """The steps that can be undone; ``fields`` becomes what stands once they are."""
    kept: list[Step] = []
    for step in reversed(steps):
        before = dict(fields)
        if all(_follows(one, fields, now(one)) for one in reversed(step.changes)):
            kept.append(step)
            continue
        fields.clear()
        fields.update(before)
        for one in step.changes:
            fields.update({(*_whose(one), name): _LOST for name in one.after})
    return kept[::-1]


def _whose(change: Change) -> tuple[Any, ...]:
    """What tells the things apart that changes are about."""
    if change.subject == "assessment":
        return change.subject, change.claim, change.reviewer
    return change.subject, change.thing or change.claim or change.article


def _follows(change: Change, fields: dict[tuple[Any, ...], Any], now: Mapping[str, Any]) -> bool:
    """Whether each field is as the change left it; it is then as it was before, in ``fields``."""
    for name, value in change.after.items():
        place = (*_whose(change), name)
        if fields.get(place, now.get(name, _LOST)) != value:
            return False
        fields[place] = change.before.get(name)
    return True
