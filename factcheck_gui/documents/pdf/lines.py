"""Rows of a column to lines of text, and rows of cells to tables.

Here: what one line says, drop caps, where a table is. Not here: paragraphs. A line keeps the edges
of its column, since these tell an indented line and a full one.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from factcheck_gui.documents.pdf.columns import Row
from factcheck_gui.documents.pdf.glyphs import Run, Word, joined

ALIGNED = 3.0  # points between edges of cells under one another
CELL_GAP = 0.8  # times the size: the least white between cells
SURE_GAP = 1.4  # times the size: white that makes cells of two rows already
NEAR = 0.15  # times the size: the most white before a stop
TIGHT = 1.45  # times the size: lines of one cell lie that close
DROP_CAP = 1.8  # times the size of the text, at least
MARKS = set("•‣▪◦●○■□–—-*·✓➢➤\uf0b7\uf0a7\uf0d8")
RIGHT_TO_LEFT = ("R", "AL")


@dataclass(slots=True)
class Line:
    """A line: its words in reading order, its box, and the edges of its column."""

    words: list[Word]
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    page: int
    column: int  # counts the columns of the whole document
    edge_left: float = 0.0
    edge_right: float = 0.0

    @property
    def text(self) -> str:
        return joined(self.words)


@dataclass(slots=True)
class Table:
    """A table: its rows as cells, and where it is."""

    rows: list[list[str]]
    page: int
    column: int
    top: float
    bottom: float
    size: float


def body_size(pages: Iterable[Sequence[Run]]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for runs in pages:
        for run in runs:
            for word in run.words:
                sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def is_right_to_left(text: str) -> bool:
    """Whether more letters of a text are written from right to left than the other way."""
    sides = Counter(unicodedata.bidirectional(one) for one in text[:2000])
    return sides["R"] + sides["AL"] > sides["L"]


def join_drop_caps(runs: list[Run], body: float, known: set[str]) -> list[Run]:
    """Runs in which a large first letter has gone to the line whose first word it begins."""
    caps = [one for one in runs if one.size >= DROP_CAP * body and _is_cap(one)]
    for cap in caps:
        beside = [one for one in runs if one is not cap and _is_beside(cap, one)]
        if len(beside) < 2:
            continue
        first = max(beside, key=lambda one: one.top)
        word = first.words[0]
        word.text = cap.text + (" " if _is_word(cap.text, word.text, known) else "") + word.text
        for one in beside:
            if one.top > cap.bottom + 0.5 * one.size:
                one.left = cap.left
        runs = [one for one in runs if one is not cap]
    return runs


def _is_cap(run: Run) -> bool:
    text = run.text.strip("“\"'‘«")
    return len(text) == 1 and text.isalpha() and text.isupper()


def _is_beside(cap: Run, run: Run) -> bool:
    near = 0 <= run.left - cap.right + 0.3 * cap.size <= 1.2 * cap.size
    return near and run.bottom < cap.top and run.top > cap.bottom and run.size < cap.size


def _is_word(cap: str, rest: str, known: set[str]) -> bool:
    """Whether a drop cap is a word of its own: "I", or "A" where what follows is one too."""
    if cap == "I":
        return (cap + rest).casefold() not in known
    return cap == "A" and (cap + rest).casefold() not in known and rest.casefold() in known


# ---------------------------------------------------------------- rows to lines and tables


def column_parts(rows: list[Row], page: int, column: int) -> list[Line | Table]:
    """The lines and tables of one column from the top."""
    rows = [_without_false_gaps(row) for row in rows]
    found: list[Line | Table] = []
    n = 0
    while n < len(rows):
        end = _table_end(rows, n)
        if end > n:
            found.append(_table(rows[n:end], page, column))
            n = end
        else:
            found.append(_line(rows[n], page, column))
            n += 1
    lines = [one for one in found if isinstance(one, Line)]
    if is_right_to_left(" ".join(line.text for line in lines[:50])):
        for (
            line
        ) in lines:  # seen in a mirror, so that a line begins at the left for all that follow
            line.left, line.right = -line.right, -line.left
    _set_edges(lines)
    return found


def _without_false_gaps(row: Row) -> Row:
    """A row whose runs are joined where no cell can end: after a list's mark, over little white."""
    joined_row: Row = []
    for run in row:
        last = joined_row[-1] if joined_row else None
        near = last is not None and run.left - last.right < CELL_GAP * run.size
        if last and (near or _is_mark(last) or _is_note(last, run, row)):
            words = [*last.words, *run.words]
            joined_row[-1] = Run(
                words,
                min(last.order, run.order),
                last.left,
                min(last.bottom, run.bottom),
                run.right,
                max(last.top, run.top),
            )
        else:
            joined_row.append(run)
    return joined_row


def _is_mark(run: Run) -> bool:
    text = run.text
    if text in MARKS:
        return True
    return len(text) <= 5 and text[-1] in ".)" and text[:-1].strip("(").isalnum()


def _is_note(mark: Run, run: Run, row: Row) -> bool:
    """Whether two runs are the number of a note and its words."""
    short = mark.text.isdigit() and len(mark.text) <= 3
    near = run.left - mark.right < 3 * run.size
    return short and near and len(row) == 2 and len(run.words) > 3


def _line(row: Row, page: int, column: int) -> Line:
    whole = " ".join(run.text for run in row)
    words = [word for run in row for word in run.words]
    if is_right_to_left(whole):
        words = _from_right(words)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    heavy = sum(len(word.text) for word in words if word.bold)
    return Line(
        words,
        min(run.left for run in row),
        min(run.bottom for run in row),
        max(run.right for run in row),
        max(run.top for run in row),
        sizes.most_common(1)[0][0],
        heavy * 2 > sum(sizes.values()),
        page,
        column,
    )


def _from_right(words: list[Word]) -> list[Word]:
    """The words of a right-to-left line by their places: numbers and Latin words stay in order."""
    ordered: list[Word] = []
    for other, group in groupby(sorted(words, key=lambda one: -one.right), key=_is_left_to_right):
        words_there = list(group)
        ordered += reversed(words_there) if other else words_there
    for before, word in pairwise(ordered):
        if not any(one.isalnum() for one in word.text):
            word.glued = abs(before.left - word.right) < NEAR * word.size
    return ordered


def _is_left_to_right(word: Word) -> bool:
    sides = {unicodedata.bidirectional(one) for one in word.text}
    return bool(sides & {"L", "EN"}) and not sides & {"R", "AL", "AN"}


def _set_edges(lines: list[Line]) -> None:
    if lines:
        left, right = min(one.left for one in lines), max(one.right for one in lines)
        for one in lines:
            one.edge_left, one.edge_right = left, right


# ---------------------------------------------------------------- tables


def _table_end(rows: list[Row], start: int) -> int:
    """Where the table that begins at a row ends; ``start`` where none does."""
    if len(rows[start]) < 2:
        return start
    edges = [(run.left, run.right) for run in rows[start]]
    end, whole = start + 1, 1
    while end < len(rows) and _fits(rows[end], edges, rows[end - 1]):
        whole += len(rows[end]) > 1
        edges = _widened(edges, rows[end])
        end += 1
    sure = whole > 2 or (whole > 1 and _least_gap(rows[start:end]) > SURE_GAP)
    return end if sure else start


def _least_gap(rows: Sequence[Row]) -> float:
    """The least white between two cells of a row, in sizes."""
    gaps = [(b.left - a.right) / max(1.0, b.size) for row in rows for a, b in pairwise(row)]
    return min(gaps, default=0.0)


def _fits(row: Row, edges: list[tuple[float, float]], above: Row) -> bool:
    """Whether every run of a row stands under a cell of the table, and in no other."""
    places = [_place(run, edges) for run in row]
    if any(place < 0 for place in places) or len(set(places)) < len(places):
        return False
    return len(row) > 1 or _is_tight(above, row)


def _place(run: Run, edges: list[tuple[float, float]]) -> int:
    """The column of a table in which a run stands, -1 where it stands in none or in two."""
    touched = [n for n, (left, right) in enumerate(edges) if run.left < right and run.right > left]
    if len(touched) == 1:
        return touched[0]
    aligned = [n for n, one in enumerate(edges) if _is_aligned(run, one)]
    return aligned[0] if len(aligned) == 1 and len(touched) < 2 else -1


def _is_aligned(run: Run, edge: tuple[float, float]) -> bool:
    left, right = edge
    middle = abs(run.left + run.right - left - right) / 2
    return min(abs(run.left - left), abs(run.right - right), middle) < ALIGNED


def _widened(edges: list[tuple[float, float]], row: Row) -> list[tuple[float, float]]:
    edges = list(edges)
    for run in row:
        n = _place(run, edges)
        if n >= 0:
            edges[n] = (min(edges[n][0], run.left), max(edges[n][1], run.right))
    return edges


def _is_tight(above: Row, row: Row) -> bool:
    return above[0].bottom - row[0].bottom < TIGHT * max(row[0].size, 1.0)


def _table(rows: list[Row], page: int, column: int) -> Table:
    """The cells; a row that lies close under another and has no first cell goes on with it."""
    edges = [(run.left, run.right) for run in rows[0]]
    cells: list[list[str]] = []
    spacing = median([a[0].bottom - b[0].bottom for a, b in pairwise(rows)])
    above: Row | None = None
    for row in rows:
        places = {_place(run, edges): run for run in row}
        edges = _widened(edges, row)
        line = [places[n].text if n in places else "" for n in range(len(edges))]
        if cells and above and _continues(above, row, line, spacing):
            cells[-1] = [" ".join(pair).strip() for pair in zip(cells[-1], line, strict=True)]
        else:
            cells.append(line)
        above = row
    size = rows[0][0].size
    return Table(cells, page, column, rows[0][0].top, rows[-1][0].bottom, size)


def _continues(above: Row, row: Row, line: list[str], spacing: float) -> bool:
    missing = not line[0] or len(row) < len(line)
    return missing and _is_tight(above, row) and above[0].bottom - row[0].bottom <= spacing * 1.05
