"""Places in an article's text, and the same places in the copy of it that Qt shows.

Here: the display copy of a text, and the arithmetic between its three ways of counting: code
points of the text as stored (the app's unit everywhere), UTF-16 units (Qt's), and positions in the
shown document, which starts with a header that is no part of the text. Not here: widgets, Qt.

The display copy differs from the text only where Qt would otherwise not show it character by
character: a few odd characters are replaced one for one, and a paragraph too long for Qt is
broken. Text is never read back from Qt: whatever leaves the reader is cut from the stored text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_LINE = 3_000  # code points; a paragraph of a million freezes Qt for seconds

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# What ends a line elsewhere ends one here too; Qt would swallow or misplace some of them.
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]"
)
# Not compiled here: that takes milliseconds of every start, and it is hardly ever needed.
_UNSURE = "[^\n\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u04ff\u4e00-\u9fff]"
_REPLACED = "\ufffd"
_SENTENCE_END = re.compile("[.!?…。！？][\"'”’»)\\]]*$")
_WIDE_STOPS = "。！？；，、"
_JOINERS = "\u200c\u200d"
_LOOK_BACK = 64  # code points searched for a place that tears no character apart


class Display(NamedTuple):
    """The display copy of a text. Offsets are code points, positions Qt's UTF-16 units."""

    text: str  # what Qt is given, without the header
    header: str
    length: int  # code points of the text as stored
    starts: list[int]  # for each shown line, where it begins in the text
    ends: list[int]  # and where it ends, line break excluded
    continued: frozenset[int]  # numbers of the lines that go on with the line before
    shifts: list[int]  # after each of these offsets, Qt counts one more
    extras: list[int]  # those additional units' positions, header excluded
    header_units: int

    @property
    def document_units(self) -> int:
        """How many UTF-16 units the whole shown document has, header included."""
        return self.header_units + self.length + len(self.shifts)

    def to_qt(self, offset: int) -> int:
        """The position in the shown document of an offset of the text, clamped to it."""
        offset = min(max(offset, 0), self.length)
        return self.header_units + offset + bisect_left(self.shifts, offset)

    def to_text(self, position: int) -> int:
        """The offset of the text at a position; header and end are clamped.

        A position between the halves of a surrogate pair means the place after it.
        """
        units = position - self.header_units
        offset = units - bisect_left(self.extras, units)
        return min(max(offset, 0), self.length)

    def in_header(self, position: int) -> bool:
        """Whether a position of the shown document lies in the header."""
        return position < self.header_units

    def header_part(self, start: int, end: int) -> str:
        """The header between two positions of the shown document."""
        units16 = self.header.encode("utf-16-le")[2 * start : 2 * end]
        return units16.decode("utf-16-le", "replace")

    def line_at(self, offset: int) -> int:
        """The number of the shown line (of the text, header not counted) at an offset."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def make_display(text: str, header: str = "", *, longest: int = LONGEST_LINE) -> Display:
    """The display copy of a text.

    ``header`` is shown above the text; each of its lines, the last one too, ends with a newline.
    A line over ``longest`` code points is broken: one space becomes a line break; where there is
    none, a line break is put in that the text does not have.
    """
    return _display(_ODD.sub(_shown, text), header, longest)


def make_safest_display(text: str, header: str = "", *, longest: int = LONGEST_LINE) -> Display:
    """As make_display, with every character that is not plainly harmless replaced.

    For the case that Qt counts a text's characters differently than expected: better a text with
    some signs unreadable than claims marked at the wrong place.
    """
    return _display(re.sub(_UNSURE, _REPLACED, _ODD.sub(_shown, text)), header, longest)


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) + sum(1 for _ in _ASTRAL.finditer(text))


def _shown(match: re.Match[str]) -> str:
    return "\n" if match[0] in _LINE_ENDS else _REPLACED


def _display(shown: str, header: str, longest: int) -> Display:
    header = _ODD.sub(_shown, header)
    lines = _Lines(shown, longest)
    shifts = [match.start() for match in _ASTRAL.finditer(shown)]
    if lines.inserted:
        # A break put in before an offset counts for that offset too: it shifts from the one before.
        shifts = sorted(shifts + [offset - 1 for offset in lines.inserted])
    return Display(
        text="\n".join(lines.pieces),
        header=header,
        length=len(shown),
        starts=lines.starts,
        ends=lines.ends,
        continued=frozenset(lines.continued),
        shifts=shifts,
        extras=[offset + number + 1 for number, offset in enumerate(shifts)],
        header_units=units(header),
    )


class _Lines:
    """The lines of a display copy: their texts, and their places in the text."""

    def __init__(self, shown: str, longest: int) -> None:
        self.pieces: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.continued: set[int] = set()
        self.inserted: list[int] = []  # offsets before which a break is put in
        at = 0
        for line in shown.split("\n"):
            if len(line) <= longest:
                self._add(line, at)
            else:
                self._add_long(line, at, longest)
            at += len(line) + 1

    def _add(self, piece: str, start: int) -> None:
        self.pieces.append(piece)
        self.starts.append(start)
        self.ends.append(start + len(piece))

    def _add_long(self, line: str, at: int, longest: int) -> None:
        for start, end in _pieces(line, longest):
            if start:
                self.continued.add(len(self.starts))
                if at + start == self.ends[-1]:
                    self.inserted.append(at + start)
            self._add(line[start:end], at + start)


def _pieces(line: str, longest: int) -> Iterator[tuple[int, int]]:
    """Cuts a line; where a piece begins one after the end of the one before, a space was cut."""
    start = 0
    while len(line) - start > longest:
        space = _best_space(line, start, start + longest)
        end = space if space > start else _place_between(line, start, start + longest)
        yield start, end
        start = end + 1 if end == space else end
    yield start, len(line)


def _best_space(line: str, start: int, end: int) -> int:
    """The space to break at: after the last sentence in the second half, else the last; or -1."""
    last = space = line.rfind(" ", start + 1, end)
    while space > start + (end - start) // 2:
        if _SENTENCE_END.search(line, max(start, space - 8), space):
            return space
        space = line.rfind(" ", start + 1, space)
    return last


def _place_between(line: str, start: int, end: int) -> int:
    """Where a text without spaces can be broken: after a stop, else between two characters."""
    least = max(start + 1, end - _LOOK_BACK)
    for place in range(end, least, -1):
        if line[place - 1] in _WIDE_STOPS:
            return place
    for place in range(end, least, -1):
        if not _joined(line, place):
            return place
    return end


def _joined(line: str, place: int) -> bool:
    """Whether the signs before and after a place make one character together."""
    before, after = line[place - 1], line[place]
    return (
        unicodedata.category(after).startswith("M")
        or after in _JOINERS
        or before in _JOINERS
        or "\U0001f3fb" <= after <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= after <= "\U000e007f"  # tags, as in the flag of Scotland
        or ("\U0001f1e6" <= after <= "\U0001f1ff" and "\U0001f1e6" <= before <= "\U0001f1ff")
    )
