"""The marks of an article, by key, by shown line and by place.

Here: looking up. Not here: Qt, looks. Offsets are code points; a line is a shown line of the
display copy, counted without the header.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck_gui.domain import Mark
from factcheck_gui.ui.reader.offsets import Display


class MarkIndex:
    """Marks of one display copy. Marks outside the text are cut to it, empty ones left out."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._marks: dict[tuple[int, int], Mark] = {}
        self._lines: dict[int, list[Mark]] = {}

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks.values())

    def get(self, key: int, part: int = 0) -> Mark | None:
        return self._marks.get((key, part))

    def parts(self, key: int) -> list[Mark]:
        """The marks of a claim, one a span."""
        found: list[Mark] = []
        while mark := self.get(key, len(found)):
            found.append(mark)
        return found

    def put(self, mark: Mark) -> range:
        """Adds a mark or replaces the one of its claim's part; returns the lines it lies in now."""
        self.take(mark.key, mark.part)
        lines = self.lines_of(mark.start, mark.end)
        if lines:
            self._marks[mark.key, mark.part] = mark
        for number in lines:
            self._lines.setdefault(number, []).append(mark)
        return lines

    def remove(self, key: int) -> list[int]:
        """Takes all marks of a claim out; returns the lines they lay in."""
        return [line for mark in self.parts(key) for line in self.take(key, mark.part)]

    def take(self, key: int, part: int) -> range:
        """Takes one mark out; returns the lines it lay in."""
        mark = self._marks.pop((key, part), None)
        if mark is None:
            return range(0)
        lines = self.lines_of(mark.start, mark.end)
        for number in lines:
            self._lines[number].remove(mark)
        return lines

    def lines_of(self, start: int, end: int) -> range:
        """The shown lines that a span touches."""
        start, end = max(start, 0), min(end, self._display.length)
        if start >= end:
            return range(0)
        return range(self._display.line_at(start), self._display.line_at(end - 1) + 1)

    def in_line(self, number: int) -> list[Mark]:
        """The marks of a line; one that encloses another comes first."""
        found = self._lines.get(number)
        if found is None:
            return []
        found.sort(key=_outer_first)
        return found

    def starting(self) -> Iterator[tuple[int, list[Mark]]]:
        """The numbers of the lines with marks, and those of each that begin in it."""
        for number, marks in self._lines.items():
            begin = self._display.starts[number]
            yield number, [mark for mark in marks if mark.start >= begin]

    def at(self, offset: int) -> list[Mark]:
        """The marks over the character at an offset, the shortest first."""
        line = self._lines.get(self._display.line_at(offset), ())
        found = [mark for mark in line if mark.start <= offset < mark.end]
        return sorted(found, key=lambda mark: (mark.end - mark.start, mark.start))


def _outer_first(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.key


def lanes(marks: Sequence[Mark]) -> dict[int, int]:
    """For each mark's key a lane, so that underlines of overlapping marks do not cover each other.

    ``marks`` in the order of ``MarkIndex.in_line``; the first free lane from 0 is taken.
    """
    ends: list[int] = []
    found: dict[int, int] = {}
    for mark in marks:
        lane = next((lane for lane, end in enumerate(ends) if end <= mark.start), len(ends))
        ends[lane : lane + 1] = [mark.end]
        found[mark.key] = lane
    return found
