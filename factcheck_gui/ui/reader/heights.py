"""Where the lines of a long page are, when each has its own height and any may change.

Here: a list of heights with quick sums. Not here: Qt, text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_ROOM = 256  # heights summed up together: both loops below stay short up to 100,000 lines


class Heights:
    """Heights in pixels, from the top down."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._sums = [
            sum(self._heights[at : at + _ROOM]) for at in range(0, len(self._heights), _ROOM)
        ]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, number: int) -> int:
        return self._heights[number]

    @property
    def total(self) -> int:
        return sum(self._sums)

    def put(self, number: int, height: int) -> int:
        """Sets one height; returns by how much it grew."""
        grown = height - self._heights[number]
        self._heights[number] = height
        self._sums[number // _ROOM] += grown
        return grown

    def top(self, number: int) -> int:
        """How far below the first one's top this one begins."""
        room = number // _ROOM
        return sum(self._sums[:room]) + sum(self._heights[room * _ROOM : number])

    def at(self, y: float) -> int:
        """The number of the one at ``y``, clamped to the first and the last."""
        rooms = list(accumulate(self._sums, initial=0))
        room = min(max(bisect_right(rooms, y) - 1, 0), max(len(self._sums) - 1, 0))
        within = list(accumulate(self._heights[room * _ROOM : (room + 1) * _ROOM], initial=0))
        place = max(bisect_right(within, y - rooms[room]) - 1, 0)
        return max(min(room * _ROOM + place, len(self._heights) - 1), 0)

    def tops(self) -> list[int]:
        """The tops of all of them, and the total at the end."""
        return list(accumulate(self._heights, initial=0))
