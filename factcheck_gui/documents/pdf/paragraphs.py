"""Lines to paragraphs: where one ends, and where it goes on over a column, a page or a picture.

Here: geometry and the ends of sentences. Not here: headings, lists and notes (``structure``), and
how words divided over lines are joined (``joining``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from factcheck_gui.documents.pdf.lines import MARKS, Line, Table

GAP = 1.3  # times the usual distance of lines: more is a gap between paragraphs
OTHER_SIZE = 0.08  # share by which the sizes of two lines of one paragraph differ at most
INDENT = 0.7  # times the size
SLACK = 0.6  # times the size: what a justified line may leave free beside the next word
SHORT = 0.35  # share of its column that a line leaves free only at a paragraph's end
INDENTED_STYLE = 0.3  # share of paragraphs with an indented first line where that is the style
ENDS_SENTENCE = re.compile(r"[.!?…:]['\"”’)\]»]*(?:\[\d+\])?$|[。！？؟]$")
NOTE_MARK = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}")
NUMBERED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]$")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; ``indented`` where the first one is set in."""

    lines: list[Line]
    indented: bool = False
    page: int = field(init=False)

    def __post_init__(self) -> None:
        self.page = self.lines[0].page

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def size(self) -> float:
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


Piece = Paragraph | Table


def pieces_of(parts: Sequence[Line | Table], body: float) -> list[Piece]:
    """The paragraphs and tables of a document, in order, from the lines of all its columns."""
    spacing = _spacing([one for one in parts if isinstance(one, Line)])
    pieces: list[Piece] = []
    for key, group in groupby(parts, key=lambda one: (one.column, isinstance(one, Table))):
        if key[1]:
            pieces += [one for one in group if isinstance(one, Table)]
        else:
            lines = [one for one in group if isinstance(one, Line)]
            pieces += _column_paragraphs(lines, spacing)
    return _joined_over_breaks(pieces, body)


def _spacing(lines: Sequence[Line]) -> dict[float, float]:
    """The usual distance of two lines of each size."""
    found: dict[float, list[float]] = {}
    for above, line in pairwise(lines):
        distance = above.bottom - line.bottom
        if above.column == line.column and 0 < distance < 2.2 * line.size:
            found.setdefault(line.size, []).append(distance)
    return {size: median(distances) for size, distances in found.items()}


def _column_paragraphs(lines: list[Line], spacing: dict[float, float]) -> Iterator[Paragraph]:
    group: list[Line] = []
    for line in lines:
        if group and _is_apart(group, line, spacing):
            yield from _by_short_lines(group)
            group = []
        group.append(line)
    if group:
        yield from _by_short_lines(group)


# ---------------------------------------------------------------- within a column


def is_mark(word: str) -> bool:
    """Whether a first word is the mark of a list's item: a bullet, "3.", "(b)"."""
    return word in MARKS or NUMBERED.match(word) is not None


def _is_apart(group: list[Line], line: Line, spacing: dict[float, float]) -> bool:
    """Whether a line is set apart from those above: by white, size, weight, mark or indent."""
    above = group[-1]
    usual = spacing.get(line.size, 1.25 * line.size)
    if above.bottom - line.bottom > GAP * max(usual, line.size):
        return True
    if abs(above.size - line.size) > OTHER_SIZE * max(above.size, line.size):
        return True
    if above.bold != line.bold and _is_whole(above) and _is_whole(line):
        return True
    if note_mark(line) and (note_mark(group[0]) or line.words[0].size < line.words[1].size):
        return not note_mark(line).isdigit() or _counts_on(group[0], line)
    if len(line.words) > 1 and is_mark(line.words[0].text):
        return is_mark(group[0].words[0].text) or above.left - line.left < INDENT * line.size
    return _is_indented(group, line)


def note_mark(line: Line) -> str:
    """The mark that a note at the foot of a page begins with: "3", "*"; "" for other lines."""
    mark = line.words[0].text
    good = NOTE_MARK.fullmatch(mark) and len(line.words) > 1 and not line.words[1].glued
    return mark if good else mark if NOTE_MARK.fullmatch(mark) and _is_small_first(line) else ""


def _is_small_first(line: Line) -> bool:
    return len(line.words) > 1 and line.words[0].size < 0.85 * line.words[1].size


def _counts_on(before: Line, line: Line) -> bool:
    mark = note_mark(before)
    return not mark.isdigit() or int(note_mark(line)) == int(mark) + 1 or _is_small_first(line)


def _is_whole(line: Line) -> bool:
    """Whether all words of a line have one weight."""
    return len({word.bold for word in line.words}) == 1


def _is_indented(group: list[Line], line: Line) -> bool:
    above, step = group[-1], INDENT * line.size
    if _are_centred([above, line]) or (_is_centred(above) and _is_centred(line)):
        return False
    if line.left - above.left > step:
        return not (len(group) == 1 and is_mark(above.words[0].text))
    return len(group) > 1 and above.left - line.left > step


def _is_centred(line: Line) -> bool:
    """Whether a line stands in the middle of its column and fills it by far not."""
    left, right = line.left - line.edge_left, line.edge_right - line.right
    return min(left, right) > line.size and abs(left - right) < 0.8 * line.size


def _by_short_lines(group: list[Line]) -> Iterator[Paragraph]:
    """Paragraphs of a group without white in it: they end at lines that had room left."""
    edge = max(line.right for line in group) if len(group) > 2 else group[0].edge_right
    style = min(line.left for line in group)
    if _are_centred(group):
        yield Paragraph(group)
        return
    lines: list[Line] = []
    for line in group:
        if lines and _had_room(lines[-1], line, edge):
            yield Paragraph(lines, _is_set_in(lines, style))
            lines = []
        lines.append(line)
    yield Paragraph(lines, _is_set_in(lines, style))


def _are_centred(group: list[Line]) -> bool:
    """Whether lines of different length have one middle, as those of a headline have."""
    middles = [(line.left + line.right) / 2 for line in group]
    lefts = [line.left for line in group]
    step = INDENT * group[0].size
    return max(middles) - min(middles) < step / 2 < step < max(lefts) - min(lefts)


def _is_set_in(lines: list[Line], style: float) -> bool:
    after = lines[1].left if len(lines) > 1 else max(style, lines[0].edge_left)
    return lines[0].left - after > INDENT * lines[0].size


def _had_room(above: Line, line: Line, edge: float) -> bool:
    """Whether a line broke off although the first word below had room on it."""
    if _is_centred(above) and not ENDS_SENTENCE.search(above.text[-8:]):
        return False
    if above.left > line.right or line.left > above.right:
        return True
    room = edge - above.right
    wanted = line.words[0].right - line.words[0].left + SLACK * line.size
    if room <= wanted:
        return False
    ends = ENDS_SENTENCE.search(above.text[-8:]) is not None
    return ends or room > SHORT * (edge - above.edge_left)


# ---------------------------------------------------------------- over columns and pages


def _joined_over_breaks(pieces: list[Piece], body: float) -> list[Piece]:
    """Paragraphs that go on in another column or on another page are made whole again.

    What stands between (a table, a caption, a box in another size) comes after them.
    """
    paragraphs = [one for one in pieces if isinstance(one, Paragraph)]
    indented = sum(one.indented for one in paragraphs) > INDENTED_STYLE * len(paragraphs)
    result: list[Piece] = []
    waiting: Paragraph | None = None  # the last paragraph of the text's own size
    for piece in pieces:
        if isinstance(piece, Table) or abs(piece.size - body) > OTHER_SIZE * body:
            if not _follows_small(result, piece):
                result.append(piece)
            continue
        if (
            waiting
            and waiting.last.column != piece.first.column
            and _goes_on(waiting, piece, indented)
        ):
            waiting.lines += piece.lines
        else:
            waiting = piece
            result.append(piece)
    return result


def _follows_small(result: list[Piece], piece: Piece) -> bool:
    """Whether a piece that is not of the text's size goes on with the one just before it."""
    last = result[-1] if result else None
    if not isinstance(piece, Paragraph) or not isinstance(last, Paragraph):
        return False
    if last.last.column == piece.first.column or not _goes_on(last, piece, False):
        return False
    last.lines += piece.lines
    return True


def _goes_on(before: Paragraph, after: Paragraph, indented: bool) -> bool:
    """Whether a paragraph goes on in the first one of another column or page."""
    last, first = before.last, after.first
    if abs(before.size - after.size) > OTHER_SIZE * before.size or before.bold != after.bold:
        return False
    if len(first.words) > 1 and is_mark(first.words[0].text):
        return False
    text = last.text
    if not ENDS_SENTENCE.search(text[-8:]):
        full = len(before.lines) > 1 and _is_full(last, first)  # one line alone is always full
        return first.text[:1].islower() or full or text[-1:] in "-,;\u00ad"
    return indented and not after.indented and _is_full(last, first) and len(before.lines) > 1


def _is_full(last: Line, first: Line) -> bool:
    wanted = first.words[0].right - first.words[0].left + SLACK * first.size
    return last.edge_right - last.right <= wanted
