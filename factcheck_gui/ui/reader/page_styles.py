"""How the parts of an article look: fonts, line pitch, indents and gaps, for one text size.

Here: the typography of the reader, and which shown line is of which kind. Not here: placing lines
(article_layout.py), colours (theme.py).

The pitch, from one line to the next, is the same for all lines of a kind whatever fonts a line
happens to need, so that the page stays calm; it grows only where a line would not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QTextOption

from factcheck_gui import domain
from factcheck_gui.ui import theme
from factcheck_gui.ui.reader.offsets import Display

LineKind = domain.BlockKind | Literal["title", "byline", "blank"]

MEASURE = 72  # characters of a full line: between 60 and 75 reads best
_SAMPLE = "It has been nearly a month since the region claimed any significant "
_STEP = 20  # pixels of indent for each level of quotes and lists
_MOST_COLUMNS = 40
_FIGURE = re.compile(r"[\s\d.,:%€$£¥+−–()/-]*")
_HEADINGS = {1: 1.42, 2: 1.24, 3: 1.1}  # size against the text's


class Column(NamedTuple):
    """A column of a table: its longest cell, and whether all its cells are figures."""

    longest: str
    figures: bool


class Line(NamedTuple):
    """What a shown line is. ``first``: it begins a paragraph, heading, quote or item. ``label``
    stands beside its block; ``columns`` are those of its table."""

    kind: LineKind
    level: int = 0
    first: bool = True
    label: str = ""
    columns: tuple[Column, ...] = ()


class Style(NamedTuple):
    """The look of a kind of line, in device-independent pixels."""

    font: QFont
    plain: bool  # the document's own font: no format needed
    pitch: int
    indent: int
    before: int  # the gap above, where the line is a first one
    character: float  # mean width of one


class PageStyles:
    """The looks of all kinds of lines at one text size (points)."""

    def __init__(self, points: float) -> None:
        self.points = points
        self.body = theme.serif(points)
        self.em = QFontInfo(self.body).pixelSize()
        self.pitch = round(self.em * 1.62)
        self.gap = round(self.pitch * 0.54)
        self.column = round(
            QFontMetricsF(self.body).horizontalAdvance(_SAMPLE) * MEASURE / len(_SAMPLE)
        )
        self.number_font = theme.sans(points * 0.56, QFont.Weight.Medium)
        self.label_font = theme.sans(points * 0.66)
        self._known: dict[tuple[str, int, bool], Style] = {}
        self._stops: dict[tuple[Column, ...], list[QTextOption.Tab]] = {}

    def style(self, line: Line) -> Style:
        """The look of a line."""
        key = line.kind, line.level, bool(line.label) and line.kind == "paragraph"
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._make(*key)
        return known

    def stops(self, line: Line) -> list[QTextOption.Tab]:
        """Where the columns of a table stand: figures end at their stop, words begin there."""
        known = self._stops.get(line.columns)
        if known is None:
            known = self._stops[line.columns] = list(self._tabs(line))
        return known

    def _tabs(self, line: Line) -> Iterator[QTextOption.Tab]:
        metrics = QFontMetricsF(self.style(line).font)
        gap, at = self.em * 1.2, 0.0
        for number, column in enumerate(line.columns):
            width = metrics.horizontalAdvance(column.longest)
            if number:
                right = QTextOption.TabType.RightTab
                left = QTextOption.TabType.LeftTab
                yield QTextOption.Tab(
                    at + width if column.figures else at, right if column.figures else left
                )
            at += width + gap

    def gaps(self, lines: Sequence[Line]) -> Iterator[int]:
        """The gap above each line. Blank lines are gaps: the first of several has the height."""
        had = -1  # the gap already above this line; -1 at the top of the page
        for line in lines:
            if line.kind == "blank":
                yield self.gap if had == 0 else 0
                had = self.gap if had == 0 else had
            else:
                wanted = self.style(line).before if line.first else 0
                yield 0 if had < 0 else max(wanted - had, 0)
                had = 0

    def estimate(self, line: Line, length: int, column: int) -> int:
        """About how high a line of so many characters is, in a column so many pixels wide."""
        if line.kind == "blank":
            return 0
        style = self.style(line)
        return style.pitch * (1 + int(length * style.character / (column - style.indent)))

    def _make(self, kind: LineKind, level: int, labelled: bool = False) -> Style:
        if kind in ("title", "byline", "heading"):
            return self._make_head(kind, level)
        if kind in ("caption", "pullquote", "table", "code"):
            return self._make_aside(kind)
        if labelled:  # times stand in a column of their own
            wide = QFontMetricsF(self.label_font).horizontalAdvance("00:00:00")
            return self._style(self.body, 1.62, indent=round(wide + self.em * 0.7))
        if kind == "quote":
            return self._style(self.body, 1.62, indent=_STEP * max(level, 1))
        if kind == "item":
            step = round(self.em * 1.4)
            return self._style(self.body, 1.62, indent=step * max(level, 1), before=self.gap // 2)
        return self._style(self.body, 1.62)

    def _make_aside(self, kind: LineKind) -> Style:
        """What is not running text: tables, code, captions, words shown large."""
        if kind == "code":
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPointSizeF(self.points * 0.82)
            return self._style(font, 1.5, indent=_STEP // 2)
        if kind == "table":
            return self._style(theme.sans(self.points * 0.8), 1.75)
        if kind == "caption":
            return self._style(theme.sans(self.points * 0.76), 1.5, before=self.gap // 2)
        font = theme.serif(self.points * 1.08)
        font.setItalic(True)
        return self._style(font, 1.5, indent=2 * _STEP)

    def _make_head(self, kind: LineKind, level: int) -> Style:
        bold = QFont.Weight.Bold
        if kind == "title":
            return self._style(theme.serif(self.points * 1.56, bold), 1.25, before=0)
        if kind == "byline":
            return self._style(theme.sans(self.points * 0.7), 1.5, before=round(self.em * 0.45))
        size = self.points * _HEADINGS.get(level, 1.0)
        return self._style(theme.serif(size, bold), 1.35, before=round(self.pitch * 0.9))

    def _style(self, font: QFont, ratio: float, indent: int = 0, before: int = -1) -> Style:
        metrics = QFontMetricsF(font)
        return Style(
            font=font,
            plain=font is self.body,
            pitch=round(QFontInfo(font).pixelSize() * ratio),
            indent=indent,
            before=self.gap if before < 0 else before,
            character=metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
        )


def header_lines(header: str, has_title: bool) -> list[Line]:
    """What the lines of a header are: the title's, if there is one, and the byline."""
    count = header.count("\n")
    lines = [Line("byline", first=True)] * count
    if has_title and count:
        lines[0] = Line("title")
    return lines


def text_lines(display: Display, blocks: Sequence[domain.Block], text: str = "") -> list[Line]:
    """What each shown line of ``text`` is; a line no block covers is a paragraph by itself."""
    known: dict[Line, Line] = {}
    lines: list[Line] = []
    tables: dict[domain.Block, tuple[Column, ...]] = {}
    places = zip(display.starts, display.ends, _covering(display.starts, blocks), strict=True)
    for number, (start, end, block) in enumerate(places):
        first = number not in display.continued and (block is None or start <= block.start)
        kind: LineKind = "blank" if start == end else "paragraph"
        line = Line(kind, 0, first)
        if block is not None:
            if block.kind == "table" and block not in tables:
                tables[block] = columns_of(text[block.start : block.end])
            line = Line(block.kind, block.level, first, block.label, tables.get(block, ()))
        lines.append(known.setdefault(line, line))
    return lines


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of a table, a line a row, cells parted by tabs."""
    longest: list[str] = []
    figures: list[bool] = []
    for number, row in enumerate(table.split("\n")):
        for at, cell in enumerate(row.split("\t")[:_MOST_COLUMNS]):
            if at == len(longest):
                longest.append("")
                figures.append(True)
            longest[at] = max(longest[at], cell, key=len)
            # The first row may be the heads of the columns.
            figures[at] = figures[at] and (not number or bool(_FIGURE.fullmatch(cell)))
    return tuple(Column(cell, only) for cell, only in zip(longest, figures, strict=True))


def _covering(
    starts: Sequence[int], blocks: Sequence[domain.Block]
) -> Iterator[domain.Block | None]:
    """For each line the block it lies in. A block may begin within its first line."""
    rest = iter(sorted(blocks, key=lambda block: (block.start, block.end)))
    block = next(rest, None)
    ends = [*starts[1:], starts[-1] + 1]
    for start, end in zip(starts, ends, strict=True):
        while block is not None and block.end <= start:
            block = next(rest, None)
        yield block if block is not None and block.start < end and block.end > start else None
